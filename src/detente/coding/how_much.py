"""How much: the figures of a sentence, each with its unit, what it counts, its rate and how it is hedged.

A number is a figure if it is money, a measure, a share, or counts people or things. What only looks like one
is left alone: dates, times of day, ordinals, ages, names with numbers ('Article 51', 'MiG-21'), votes and ratios.
From one to ten a bare number counts only what the unit table lists (people, arms, ships, goods), and nothing
that the account has already introduced ('the two countries'). Durations are figures in UCUM's a, mo, wk, d and h
('for thirty years') unless they place an act in time ('two months later', 'the past three years').
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from detente.coding import syntax
from detente.knowledge import units
from detente.knowledge.units import Numeral, Unit

_SMALL = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure as it stands in a sentence. Offsets count in the spaCy document; `root` is its word in the parse.

    `of` is text of the sentence without determiner, number and leading nationality. One exception: where a verb
    says what befell the counted ('wounding 48'), `of` is its participle ('wounded').
    """

    value: float
    unit: str
    of: str | None = None
    per: str | None = None
    bound: str | None = None
    start: int
    end: int
    root: Token


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """A number with its unit: offsets in the sentence, and the words counted where it counts."""

    value: float
    unit: str
    start: int
    end: int
    of: str | None = None
    per: str | None = None
    kind: str = "count"


def figures(sentence: Span, country: str | None = None) -> list[Quantity]:
    """The figures of a sentence in order.

    *country* is the ISO 3166-1 alpha-3 code of the state that was spoken of last; it tells whose pesos or rials are
    meant where the words do not. Without it such money has the unit 'XXX'.
    """
    text = sentence.text
    numerals = [
        numeral for numeral in units.numerals(text)
        if not _is_year(sentence, numeral) and not _is_name(sentence, numeral)
    ]  # fmt: skip
    found: list[Quantity] = []
    for low, high in units.pairs(text, numerals):
        reading = _read(sentence, low, high, country)
        if reading is None:
            continue
        quantity = _quantity(sentence, reading)
        found += [quantity] if low is None else _range(sentence, low, high, quantity)
    return found


# --- years and names

_YEAR = re.compile(r"1[4-9]\d\d|20\d\d")
_BEFORE_YEAR = re.compile(
    r"\b(?:in|of|since|until|till|by|to|from|and|between|during|before|after|around|the|that|late|early|mid"
    r"|year|circa|for|his|her|its|their)[\s-]+$|[’']s?\s+$",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"[a-z,]\s+$")


def _is_year(sentence: Span, numeral: Numeral) -> bool:
    """Whether four plain digits are a year: no money, measure or listed things in the plural stand beside them."""
    text = sentence.text
    written = text[numeral.start : numeral.end]
    if not _YEAR.fullmatch(written):
        return False
    if units.symbol_pattern().search(text[: numeral.start]) or units.currency_pattern().match(text, numeral.end):
        return False
    if _measure(text, numeral) is not None:
        return False
    noun = _noun(sentence, numeral.end)
    listed = noun is not None and noun[-1].tag_ in ("NNS", "NNPS") and _listed(noun) is not None
    return not listed or bool(_BEFORE_YEAR.search(text[: numeral.start]))


def _is_name(sentence: Span, numeral: Numeral) -> bool:
    """Whether the number is part of a name: 'the Fourteen Points', 'Unit 731', '1990s', '747s'."""
    text = sentence.text
    before, after = text[: numeral.start], text[numeral.end :]
    if units.symbol_pattern().search(before):
        return False
    if numeral.digits:
        if re.match(r"s\b|[’']s\b|[A-Z]\w*", after) and not units.currency_pattern().match(after):
            return _measure(text, numeral) is None
        return _follows_name(sentence, numeral)
    capital = text[numeral.start].isupper()
    if re.search(r"[-\s][A-Z]", text[numeral.start : numeral.end]):
        return True  # 'the "Twenty-One Demands"'
    if capital and (_CAPITAL.search(before) or re.match(r"[-\s]+[A-Z]", after)):
        word = re.match(r"[-\s]+([A-Z]\w*)", after)
        return bool(_CAPITAL.search(before)) or (word is not None and word[1].lower() in units.units())
    return bool(re.match(r"-[A-Z]", after))


def _follows_name(sentence: Span, numeral: Numeral) -> bool:
    token = _token(sentence, numeral.start)
    if token.i == sentence.start or "," in sentence.text[numeral.start : numeral.end]:
        return False
    before = token.nbor(-1)
    if before.pos_ != "PROPN" or before.ent_type_ in ("NORP", "GPE", "LOC", "DATE", "PERSON", "MONEY"):
        return False
    return token.head.i < token.i and token.dep_ in ("nummod", "appos", "punct", "npadvmod", "nmod", "prep")


# --- a number and its unit

_MONEY_NOUNS = frozenset(
    "aid debt credit investment trade loan relief assistance capital gold reparations compensation".split()
)


def _read(sentence: Span, low: Numeral | None, numeral: Numeral, country: str | None) -> _Reading | None:
    if numeral.share:
        return _Reading(value=numeral.value, unit="%", start=numeral.start, end=numeral.end, kind="share")
    money = _money(sentence, low, numeral, country)
    if money is not None:
        return money
    numeral = _metres(sentence, numeral)
    unit = _measure(sentence.text, numeral)
    if unit is None:
        return _count(sentence, numeral)
    return unit if unit.unit != "-" else None


def _money(sentence: Span, low: Numeral | None, numeral: Numeral, country: str | None) -> _Reading | None:
    text = sentence.text
    sign = units.symbol_pattern().search(text[: numeral.start])
    shared = sign or (units.symbol_pattern().search(text[: low.start]) if low else None)
    if shared:
        return _Reading(
            value=numeral.value, unit=units.currency_of_symbol(shared["symbol"], country),
            start=sign.start() if sign else numeral.start, end=units.past_dollars(text, numeral.end), kind="money",
        )  # fmt: skip
    match = units.currency_pattern().match(text, numeral.end)
    if match is None or (match["word"] and _token(sentence, match.start("word")).pos_ in ("VERB", "AUX")):
        return None
    pounds = (match["word"] or "").lower() in ("pound", "pounds") and not match["adjective"]
    weight = pounds and _is_weight(sentence, numeral, match.end())
    unit, kind = ("lb", "mass") if weight else (units.currency_of(match, country), "money")
    return _Reading(value=numeral.value, unit=unit, start=numeral.start, end=match.end(), kind=kind)


def _is_weight(sentence: Span, numeral: Numeral, end: int) -> bool:
    """Whether pounds weigh: '500 pounds of cocaine', 'a 2,000-pound bomb'."""
    text = sentence.text
    of = re.compile(r"\s+of\s+").match(text, end)
    if of:
        noun = _noun(sentence, of.end())
        return noun is not None and noun[-1].lemma_.lower() not in _MONEY_NOUNS
    hyphen = text[numeral.end] == "-" and text[end:].lstrip()[:1].isalpha()
    return hyphen or bool(re.search(r"\bweigh\w*\s+(?:\w+\s+){0,2}$", text[: numeral.start]))


def _metres(sentence: Span, numeral: Numeral) -> Numeral:
    """'300m' without a sign of money is metres, unless something counted follows it."""
    if not numeral.abbreviated or _measure(sentence.text, numeral):
        return numeral
    noun = _noun(sentence, numeral.end)
    if noun is not None and noun[-1].tag_ != "NN":
        return numeral
    value = numeral.value / numeral.magnitude
    return replace(numeral, value=value, end=numeral.end - 1, magnitude=1.0, abbreviated=False)


def _measure(text: str, numeral: Numeral) -> _Reading | None:
    match = units.measure_pattern().match(text, numeral.end)
    if match is None:
        return None
    unit = units.units()[re.sub(r"[\s-]+", " ", match["unit"].lower())]
    symbol, _, per = unit.symbol.partition("/")
    if unit.kind == "time" and units.places_in_time(text, numeral.start, match.end()):
        symbol = "-"
    return _Reading(
        value=numeral.value, unit=symbol, start=numeral.start, end=match.end(), per=per or None, kind=unit.kind
    )


# --- counting

_STRENGTH = re.compile(r"-\s?(?P<word>strong|man|men|member|\w+)\b")
_MORE = re.compile(r"-odd|\+|\s+or\s+(?:more|so)|\s+plus|\s+(?:more|other|additional|further)(?=\s+\w)", re.I)
_PART = re.compile(
    r"\s+of\s+(?:the|these|those|its|his|her|their|our|all|[A-Z]\w+[’']s?)\s+"
    r"(?:\d[\d,]*\s+|(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+)?", re.I,
)
_DEFINITE = re.compile(
    r"(?:\b(?:the|these|those|this|that|his|her|its|their|our|both|all|other|same|said|of which)|[’']s|s[’'])\s+$", re.I
)
_FATE = re.compile(
    r"\s+(?:(?:were|was|are|is|had|have|been|being|be|more|others|reported|reportedly|feared|people|then|later|also)\s+)*"
    r"(?P<fate>dead|killed|wounded|injured|missing|captured|slain|hurt|detained|arrested|executed|deported|drowned|died"
    r"|perished|hanged|displaced|homeless|evacuated|expelled|massacred|imprisoned)\b"
)
_FATES = {
    "kill": "killed", "wound": "wounded", "injure": "injured", "capture": "captured", "arrest": "arrested",
    "detain": "detained", "execute": "executed", "deport": "deported", "drown": "drowned", "massacre": "massacred",
    "hang": "hanged", "behead": "beheaded", "slay": "slain", "hurt": "hurt", "displace": "displaced",
}  # fmt: skip


def _count(sentence: Span, numeral: Numeral) -> _Reading | None:
    text = sentence.text
    strength = _STRENGTH.match(text, numeral.end)
    if strength and strength["word"].lower() != "odd":
        return _strength(sentence, numeral, strength)
    more = _MORE.match(text, numeral.end)
    end = more.end() if more else numeral.end
    part = _PART.match(text, end)
    if part and numeral.value == 1:
        return None
    noun = _noun(sentence, part.end() if part else end)
    if noun is None:
        return _casualties(sentence, numeral)
    unit = _counted(sentence, numeral, noun)
    if unit is None:
        return None
    stop = noun[-1].idx + len(noun[-1]) - sentence.start_char
    return _Reading(value=numeral.value, unit=unit, start=numeral.start, end=stop, of=_without_nation(noun))


def _strength(sentence: Span, numeral: Numeral, match: re.Match[str]) -> _Reading | None:
    """'a 500-man force', 'a 12-ship fleet'; any other word behind a hyphen makes a name ('two-way')."""
    word = match["word"].lower()
    listed = units.units().get(word)
    symbol = listed.symbol if listed and (listed.kind == "count" or numeral.value > _SMALL) else None
    if word in ("strong", "man", "men") or symbol == "person":
        noun = _noun(sentence, match.end())
        unit, of = "person", _without_nation(noun) if noun else None
    elif symbol == "item":
        unit, of = "item", match["word"]
    else:
        return None
    return _Reading(value=numeral.value, unit=unit, start=numeral.start, end=match.end(), of=of)


def _counted(sentence: Span, numeral: Numeral, noun: Span) -> str | None:
    """Whether the number counts the noun as 'person' or 'item', or not at all."""
    head = noun[-1]
    unit = _listed(noun)
    singular = head.tag_ == "NN" and (unit is None or _has_plural(head))
    if (singular and numeral.value != 1) or (head.tag_ == "NNP" and unit is None):
        return None
    if numeral.value > _SMALL:
        symbol = unit.symbol if unit else "item"
        return symbol if symbol != "-" else None
    if unit is None or unit.kind == "many" or unit.symbol == "-" or _DEFINITE.search(sentence.text[: numeral.start]):
        return None
    return unit.symbol if numeral.value > 1 or (numeral.value == 1 and singular) else None


def _has_plural(head: Token) -> bool:
    word = head.lower_
    plurals = (word + "s", word + "es", word[:-1] + "ies", word[:-3] + "men")
    return any(plural in units.units() for plural in plurals)


def _listed(noun: Span) -> Unit | None:
    """The class under which the unit table lists the counted noun; peoples are persons."""
    head = noun[-1]
    words = [head.lower_]
    if len(noun) > 1:
        words.insert(0, f"{noun[-2].lower_} {head.lower_}")
    for word in words:
        if word in units.units() and units.units()[word].kind in ("count", "many"):
            return units.units()[word]
    people = head.text[0].isupper() and head.ent_type_ == "NORP"
    return Unit(symbol="person", kind="count") if people else None


def _casualties(sentence: Span, numeral: Numeral) -> _Reading | None:
    """A bare number of people: '48 were wounded', 'wounding 48'."""
    text = sentence.text
    fate = _FATE.match(text, numeral.end)
    if fate:
        return _Reading(value=numeral.value, unit="person", start=numeral.start, end=numeral.end, of=fate["fate"])
    _, start = units.hedge(text, numeral.start)
    before = text[:start].rstrip()
    if not before:
        return None
    verb = _token(sentence, len(before) - 1).lemma_.lower()
    if verb not in _FATES:
        return None
    return _Reading(value=numeral.value, unit="person", start=numeral.start, end=numeral.end, of=_FATES[verb])


# --- what is counted

_MODIFYING = frozenset({"compound", "amod", "nmod", "npadvmod", "advmod", "poss", "nummod", "det", "punct"})
_SIZING = frozenset(
    "rise grow increase fall drop decline shrink expand soar climb exceed reach total amount surpass hit top stand "
    "cut raise reduce lower boost extend limit set fix put estimate value price be average number widen cap "
    "weigh measure".split()
)


def _token(sentence: Span, offset: int) -> Token:
    """The token at an offset of the sentence."""
    position = sentence.start_char + offset
    return next(token for token in reversed(list(sentence)) if token.idx <= position)


def _span(sentence: Span, start: int, end: int) -> Span:
    """The tokens that the offsets of the sentence touch."""
    return sentence.doc[_token(sentence, start).i : _token(sentence, end - 1).i + 1]


def _noun(sentence: Span, offset: int) -> Span | None:
    """The noun phrase that starts right at the offset (blanks aside), without determiner; None if there is none."""
    text = sentence.text
    while offset < len(text) and text[offset] in " \n\t-":
        offset += 1
    if offset >= len(text) or not text[offset].isalnum():
        return None
    first = _token(sentence, offset)
    head = None
    for token in sentence.doc[first.i : sentence.end]:
        if token.pos_ in ("NOUN", "PROPN") and not token.text.endswith("-"):
            if token.ent_type_ in ("DATE", "TIME") and token.pos_ == "PROPN":
                break
            head = token
            if not _continues(token):
                break
        elif not _premodifies(token, head):
            break
    return sentence.doc[first.i : head.i + 1] if head is not None else None


def _continues(noun: Token) -> bool:
    """Whether a later noun is the head: 'oil tankers', 'arms shipments'."""
    if noun.i + 1 < len(noun.doc) and noun.nbor(1).text in ("-", "–") and not noun.whitespace_:
        return True
    return noun.dep_ in ("compound", "amod", "nmod", "npadvmod", "nummod") and noun.head.i > noun.i


def _premodifies(token: Token, head: Token | None) -> bool:
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if token.pos_ in ("ADJ", "X", "NUM") or (token.tag_ in ("VBN", "VBG") and head is None):
        return token.pos_ != "NUM" or not token.text.isdigit()
    if following is None:
        return False
    if token.text in ("-", "–"):
        return True
    joins = token.lower_ in ("and", "or", ",") and head is None
    return (joins or token.pos_ == "ADV") and (following.pos_ == "ADJ" or following.tag_ in ("VBN", "VBG"))


def _without_nation(noun: Span) -> str:
    """The words of a noun phrase from behind its nationality ('South Korean television sets'); peoples keep theirs."""
    start = noun.start
    for token in noun[:-1]:
        if not token.text[0].isupper() or noun[-1].text[0].isupper() or any(map(str.isdigit, token.text)):
            break
        if token.pos_ == "ADJ" or token.ent_type_ in ("NORP", "GPE"):
            start = token.i + 1 if token.i > noun.start or token.ent_type_ in ("NORP", "GPE") else start
    return noun.doc[start : noun.end].text


def _phrase(head: Token) -> str:
    """A noun with what stands before it, without determiner, possessor, number and nationality."""
    start = head.i
    while start > head.sent.start:
        left = head.doc[start - 1]
        modifies = left.dep_ in _MODIFYING - {"det", "poss"} and left.head.i <= head.i and left.head.i >= start
        counts = left.pos_ == "NUM" and head.doc[start].text != "-"
        if not modifies or counts or left.pos_ in ("DET", "PRON", "SYM") or (left.is_punct and left.text != "-"):
            break
        start -= 1
    return _without_nation(head.doc[start : head.i + 1])


def _content(sentence: Span, reading: _Reading) -> tuple[str | None, int]:
    """What a measure or a sum is of, as the words behind it say, and where they end."""
    text = sentence.text
    of = re.compile(r"\s+(?:worth\s+)?(?P<word>of|in)\s+").match(text, units.past_rate(text, reading.end))
    if of:
        noun = _object(sentence, of.end(), bare=of["word"] == "in")
        return noun if noun else (None, reading.end)
    loose = reading.kind == "time" and text[: reading.end].endswith("s")
    if loose or reading.end >= len(text) or text[reading.end] not in " -":
        return None, reading.end
    noun_span = _noun(sentence, reading.end)
    if noun_span is None or noun_span[0].pos_ == "VERB" or noun_span[-1].pos_ != "NOUN":
        return None, reading.end
    return _without_nation(noun_span), noun_span.end_char - sentence.start_char


def _object(sentence: Span, offset: int, *, bare: bool) -> tuple[str, int] | None:
    """The noun phrase behind 'of' or 'in'; behind 'in' it must be a common noun without determiner."""
    first = _token(sentence, offset)
    skipped = ("DET", "PRON")
    while first.pos_ in skipped and not bare and first.i + 1 < sentence.end:
        first = first.nbor(1)
    noun = _noun(sentence, first.idx - sentence.start_char)
    if noun is not None and noun.end < sentence.end and noun.doc[noun.end].tag_ == "POS":
        noun = _noun(sentence, noun.doc[noun.end].idx + len(noun.doc[noun.end]) - sentence.start_char)
    if noun is None or noun[-1].ent_type_ in ("GPE", "LOC", "DATE", "TIME", "PERSON", "FAC"):
        return None
    if bare and noun[-1].pos_ != "NOUN":
        return None
    return _without_nation(noun), noun.end_char - sentence.start_char


def _host(root: Token, *, apposed: bool) -> Token | None:
    """The noun that has the size: 'a loan of', 'tanks worth', 'trade exceeding', 'aid, about', 'exports grew'."""
    head = root.head
    if apposed and root.dep_ == "appos" and "," in root.doc[head.i : root.i].text:
        return _common(head)
    if head.pos_ == "ADP" and head.lower_ == "of":
        return _common(head.head)
    if head.lower_ in ("worth", "valued"):
        return _common(head.head)
    verb = head.head if head.pos_ == "ADP" else head
    if verb.pos_ in ("VERB", "AUX") and verb.lemma_ in _SIZING:
        return _sized(verb, root)
    if root.dep_ == "pobj" and head.lower_ in ("by", "at"):
        return _common(verb)
    return None


def _sized(verb: Token, root: Token) -> Token | None:
    candidates = [noun for noun in syntax.children(verb, "dobj", "nsubjpass") if noun != root]
    candidates += [verb.head] if verb.dep_ in ("acl", "relcl") else syntax.subjects(verb)
    return next((noun for noun in candidates if noun.pos_ == "NOUN" and noun != root), None)


def _common(noun: Token) -> Token | None:
    """The noun itself, or what it hangs on where it is a proper name: 'the loan to Hungary of ...'."""
    while noun.pos_ in ("PROPN", "ADP") and noun.head != noun:
        noun = noun.head
    return noun if noun.pos_ == "NOUN" else None


# --- rate, hedge, range

_CHANGE = frozenset(
    "grow rise increase fall drop decline shrink expand raise reduce cut lower double climb soar go jump slip "
    "sink".split()
)


def _quantity(sentence: Span, reading: _Reading) -> Quantity:
    bound = ">" if units.or_more(sentence.text, reading.start) else units.hedge(sentence.text, reading.start)[0]
    span = _span(sentence, reading.start, reading.end)
    of, end = (reading.of, reading.end) if reading.kind == "count" else _content(sentence, reading)
    host = None
    if of is None and reading.kind not in ("count", "time"):
        host = _host(span.root, apposed=reading.kind not in ("length", "area"))
        of = _phrase(host) if host is not None else None
    per = reading.per or units.rate(sentence.text, reading.end) or units.rate(sentence.text, end)
    if per is None and of and (host is not None or _adjoins(sentence.text, reading)):
        per = units.adjective_rate(of)
    return Quantity(
        value=reading.value, unit=reading.unit, of=of, per=per, bound=bound,
        start=span.start_char, end=span.end_char, root=span.root,
    )  # fmt: skip


def _adjoins(text: str, reading: _Reading) -> bool:
    """Whether what it is of follows directly: '$600,000 annual subsidy'."""
    return reading.kind == "money" and not re.match(r"\s+(?:worth\s+)?(?:of|in)\b", text[reading.end :])


def _range(sentence: Span, low: Numeral, high: Numeral, quantity: Quantity) -> list[Quantity]:
    """Both ends of a range; 'rose from 2 to 8' is a change and has no bounds."""
    span = _span(sentence, low.start, low.end)
    changes = re.search(r"\b[Ff]rom\s+\S{0,4}$", sentence.text[: low.start]) and any(
        ancestor.lemma_ in _CHANGE for ancestor in quantity.root.ancestors
    )
    below, above = (None, None) if changes else (">", "<")
    lower = replace(
        quantity, value=units.scaled(low, high), bound=below, start=span.start_char, end=span.end_char
    )
    return [lower, replace(quantity, bound=above)]
