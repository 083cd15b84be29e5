"""Numbers, units and currencies as prose writes them.

A numeral is any way to write a cardinal number: '7.5 million', 'one hundred and twenty thousand', 'thirty- six',
'half a million', 'two dozen', '3bn', 'two-thirds'. What has no definite value is none: 'dozens', 'several
hundred', 'half of'. Units carry UCUM-like symbols; their table also gives each as the pint library writes it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from detente.knowledge.tables import Row, rows

_SMALL = {
    word: value for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}  # fmt: skip
_TENS = {
    word: 10 * (index + 2)
    for index, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
} | {"fourty": 40}
_MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7,
    "milliard": 1e9, "dozen": 12.0, "bn": 1e9, "mn": 1e6, "mln": 1e6, "tn": 1e12, "trn": 1e12, "m": 1e6, "k": 1e3,
    "b": 1e9,
}  # fmt: skip
_ARTICLES = {"a": 1.0, "an": 1.0, "half a": 0.5, "half-a": 0.5}
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_ORDINAL = re.compile(
    r"(?:st|nd|rd|th)\b"
    r"|[ -]?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|(?:\w+teen|eleven|ten|twelf)th|\w+ieth)\b",
    re.IGNORECASE,
)
_ATOM = re.compile(
    r"(?P<digits>(?<![\w.,])(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[   ]\d{3})+(?!\d)|\d+)(?:\.\d+)?(?!,\d{3})[½¼¾]?)"
    r"|(?P<half>\band[ -]a[ -]half\b)"
    r"|\b(?P<word>half[ -]an?(?=[ -](?:hundred|thousand|million|billion|trillion|dozen)\b)"
    r"|an?(?=[ -](?:hundred|thousand|million|billion|trillion|dozen)\b)"
    rf"|{'|'.join([*_SMALL, *_TENS])})\b(?![’'])"
    r"|(?P<magnitude>(?:(?<=\d)|(?<=\d )|\b)"
    r"(?:(?P<long>hundred|thousand|million|milliard|billion|trillion|lakh|crore|dozen)s?"
    r"|bn|mn|mln|trn|tn)\b|(?<=\d)[mMkKbB]\b)",
    re.IGNORECASE,
)
_JOIN = re.compile(r"\s?-?\s?")
_AND = re.compile(r"\s+and\s+")
_SHARES = {
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_FRACTION = re.compile(
    rf"\b(?P<top>an?|{'|'.join(list(_SMALL)[1:10])})(?P<gap>[ -]\s?)(?P<base>{'|'.join(_SHARES)})(?P<many>s?)\b",
    re.IGNORECASE,
)


# What only looks like a figure: dates, times of day, numeric names, list markers, ages.
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
_CARDINAL = (
    r"(?:\d+(?!\d*,\d{3})|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight"
    r"|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve)"
)
_NUMBERED = (
    "Article|Resolution|Flight|Boeing|Airbus|Chapter|Section|Paragraph|Clause|Annex|Appendix|Page|Room|Order"
    "|Directive|Law|Act|Decree|Protocol|Convention|Route|Highway|Unit|Point|Number|Group|Camp|Pier|Gate|Phase|Stage|Track"
    "|Basket|Zone|Sector|Task Force|Apollo|Soyuz|Channel|Bureau|Office|Decision|Document|Cable|Type|Mark"
    "|Title|Item|Case|Line"
)
_NO_FIGURES = tuple(re.compile(pattern) for pattern in (
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:[-–—]|to|and|or)\s*\d{{1,2}})?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}}\b)?",
    rf"\b{_MONTH}\s+\d{{1,2}}(?![\d,]*\d)(?:st|nd|rd|th)?(?:\s*(?:[-–—]|to|and|or)\s*\d{{1,2}}(?![\d,]*\d))?"
    r"(?:,?\s+\d{4}\b)?(?!\s+(?:million|billion))",
    rf"\b{_MONTH},?\s+(?:of\s+)?\d{{4}}\b",
    r"\b[12]\d{3}\s*[-–—/]\s*(?:[12]\d{3}|\d{2})\b(?!,\d)",  # 1980-1988, 1914-18
    r"\d+(?::\d+)+",  # clock times, ratios
    r"\b\d{1,2}(?:\.\d\d)?\s*(?:[ap]\.?m\b|o[’']clock|hours GMT|GMT)",
    r"\b\d+([-/.])\d+\1\d+\b|\b\d+/\d+\b",  # numeric dates, section numbers, fractions
    r"\+\d[\d ()/-]{6,}|\b\d{3}-\d{4}\b",  # telephone
    r"^\s*\(?\d{1,3}[.)]\s|\(\d{1,2}\)|§+\s*\d+",  # list markers
    r"(?<![A-Za-z0-9.])(?!(?:Rs|USD|EUR|GBP|JPY|CNY|INR|RMB|DM|KSh|SFr|CHF)\d)"
    r"[A-Za-z]+[-–]?\d[\w,]*(?:[-–]\d+)?",  # MiG-21, G20
    rf"\b(?i:{_NUMBERED})s(?:\s+(?:Nos?\.\s*)?|-){_CARDINAL}\b"
    rf"(?:(?:,\s*(?:and\s+)?|\s+and\s+|\s+or\s+|\s+to\s+|\s*[-–]\s*){_CARDINAL}\b)*",
    rf"\b(?:{_NUMBERED})(?:\s+(?:No\.\s*)?|-){_CARDINAL}\b",
    rf"\b(?:article|resolution|chapter|section|paragraph|clause|page|room|number)\s+{_CARDINAL}\b",
    r"\b[Nn]os?\.\s*\d+|\bpp?\.\s*\d+",
    rf"\b(?:Group|Gang|Committee|Council|Big|Club)(?:\s+of)?\s+(?:the\s+)?{_CARDINAL}\b",
    r"\b(?:[Aa]ged?(?:\s+of)?)\s+\d+\b",
    r"\b\w+[- ]?\w*[- ]years?[- ]old\b",
))  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number in a text: offsets, value, the magnitude word's factor (1 without), and how it is written."""

    start: int
    end: int
    value: float
    magnitude: float = 1.0
    digits: bool = False
    share: bool = False  # a fraction, its value in percent
    abbreviated: bool = False  # '3m': million only beside a sign of money


@dataclass(slots=True)
class _Sum:
    """A number while it is being put together."""

    total: float = 0.0
    current: float = 0.0
    magnitude: float = 1.0

    def multiply(self, factor: float) -> None:
        self.magnitude = factor if factor >= 1000 else self.magnitude
        if factor in (100.0, 12.0):
            self.current *= factor
        else:
            self.total += self.current * factor
            self.current = 0.0

    @property
    def value(self) -> float:
        return round(self.total + self.current, 6)


def numerals(text: str) -> list[Numeral]:
    """The numbers of a text in order, without overlap; ordinals, vague numbers, dates and names are left out."""
    named = [match.span() for pattern in _NO_FIGURES for match in pattern.finditer(text)]
    shares = list(_shares(text))
    atoms = [
        atom for atom in _ATOM.finditer(text)
        if not any(atom.start() < share.end and share.start < atom.end() for share in shares)
    ]  # fmt: skip
    found = shares
    index = 0
    while index < len(atoms):
        run = _run(text, atoms, index)
        numeral = _numeral(run)
        if numeral and not _ORDINAL.match(text, numeral.end):
            found.append(numeral)
        index += len(run)
    return sorted(
        (one for one in found if not any(start < one.end and one.start < end for start, end in named)),
        key=lambda one: one.start,
    )


def _shares(text: str) -> Iterator[Numeral]:
    for match in _FRACTION.finditer(text):
        top = (_SMALL | {"a": 1, "an": 1})[match["top"].lower()]
        rest = text[match.end() :]
        partitive = re.match(r"\s+of\s+(?!a\s+(?:million|billion))", rest)
        bare = "-" in match["gap"] and not rest.startswith("-") and match["top"].lower() not in ("a", "an")
        if partitive or (match["many"] and top > 1) or bare:
            value = 100 * top / _SHARES[match["base"].lower()]
            yield Numeral(start=match.start(), end=match.end(), value=value, share=True)


def _run(text: str, atoms: list[re.Match[str]], first: int) -> list[re.Match[str]]:
    """The atoms from *first* on that make one number."""
    run = [atoms[first]]
    for atom in atoms[first + 1 :]:
        gap = text[run[-1].end() : atom.start()]
        if not _joins(run, atom, gap):
            break
        run.append(atom)
    return run


def _joins(run: list[re.Match[str]], atom: re.Match[str], gap: str) -> bool:
    last = run[-1]
    if run[0]["magnitude"]:
        return False
    if atom["half"]:
        return bool(_JOIN.fullmatch(gap))
    if atom["magnitude"]:
        return bool(_JOIN.fullmatch(gap))
    if atom["digits"] or run[0]["digits"]:
        return False
    if last["magnitude"]:
        return bool(_JOIN.fullmatch(gap) or _AND.fullmatch(gap)) and atom["word"].lower() not in _ARTICLES
    tens = last["word"] and last["word"].lower() in _TENS
    return bool(tens and 0 < _SMALL.get(atom["word"].lower(), 0) < 10 and _JOIN.fullmatch(gap))


def _numeral(run: list[re.Match[str]]) -> Numeral | None:
    if run[0]["magnitude"] or run[0]["half"]:
        return None  # 'hundreds', 'several million', 'half of': no definite value
    total = _Sum()
    for atom in run:
        if atom["digits"]:
            total.current += _digits(atom["digits"])
        elif atom["half"]:
            total.current += 0.5 * (total.magnitude if not total.current else 1.0)
        elif atom["word"]:
            total.current += _word(atom["word"].lower())
        else:
            total.multiply(_MAGNITUDES[(atom["long"] or atom["magnitude"]).lower()])
    last = run[-1]["magnitude"]
    return Numeral(
        start=run[0].start(), end=run[-1].end(), value=total.value, magnitude=total.magnitude,
        digits=run[0]["digits"] is not None, abbreviated=last is not None and len(last) == 1,
    )  # fmt: skip


def _digits(text: str) -> float:
    glyph = _GLYPHS.get(text[-1], 0.0)
    return float(re.sub(r"[^\d.]", "", text)) + glyph


def _word(word: str) -> float:
    articles = _ARTICLES.get(re.sub(r"(?<=half)[ -]an?", " a", word))
    return articles if articles is not None else float((_SMALL | _TENS)[word])


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of measure or a class of things that are counted."""

    symbol: str
    kind: str


@functools.cache
def units() -> Mapping[str, Unit]:
    """Every word of the unit table, lower case, with its unit."""
    return {
        word: Unit(symbol=row["unit"], kind=row["kind"])
        for row in rows("units.csv")
        for word in row["words"].split(";")
    }


@functools.cache
def measure_pattern() -> re.Pattern[str]:
    """A unit of measure right behind a number, hyphenated or not."""
    words = {word for word, unit in units().items() if unit.kind not in ("count", "many")}
    return re.compile(rf"[\s-]*(?:of\s+)?(?P<unit>{_any(words)})(?![\w²³])", re.IGNORECASE)


@functools.cache
def symbol_pattern() -> re.Pattern[str]:
    """A sign of money at the end of the text before a number."""
    symbols = sorted(_symbols(), key=len, reverse=True)
    return re.compile(rf"(?<![\w$£€])(?P<symbol>{'|'.join(map(re.escape, symbols))})\s?-?$")


@functools.cache
def currency_pattern() -> re.Pattern[str]:
    """A currency right behind a number: an optional adjective, perhaps a metal, then its name, code or sign."""
    words = {word for row in rows("currencies.csv") for word in row["words"].split(";")}
    codes = {row["code"] for row in rows("currencies.csv")} - {"XXX", "ALL", "TRY", "TOP"}
    adjectives = {word for row in rows("currencies.csv") for word in row["adjectives"].split(";") if word}
    return re.compile(
        rf"[\s-]*(?:of\s+)?(?:(?P<adjective>(?i:{_any(adjectives)}))\s+)?"
        r"(?:(?:gold|silver|convertible|transferable|paper|hard|new|old)\s+)?"
        rf"(?:(?P<word>(?i:{_any(words)}))|(?P<code>{_any(codes)})|(?P<sign>[€£$¥₽₹]))(?!\w)"
    )


def currency_of_symbol(symbol: str, country: str | None) -> str:
    """ISO 4217 code of a sign of money; rupees, whose sign several states share, follow the state spoken of."""
    if symbol in ("Rs", "Rs."):
        return _currency_of_word("rupees", None, country)
    return _symbols()[symbol]


def currency_of(match: re.Match[str], country: str | None) -> str:
    """ISO 4217 code of what `currency_pattern` found, given the state that is spoken of.

    'XXX', the standard's code for no currency, where nothing tells which of several is meant.
    """
    if match["word"]:
        return _currency_of_word(match["word"], match["adjective"], country)
    return match["code"] or currency_of_symbol(match["sign"], country)


def _currency_of_word(word: str, adjective: str | None, country: str | None) -> str:
    named = [row for row in rows("currencies.csv") if word.lower() in row["words"].split(";")]
    if adjective:
        told = [row for row in named if adjective.lower() in row["adjectives"].split(";")]
        if told:
            return told[0]["code"]
    return _bare(named, country)


def past_dollars(text: str, end: int) -> int:
    """Where money ends that says its currency twice: '$5 million US', '$5-million-dollar'."""
    again = re.compile(r"[\s-]*(?:dollars?|USD?)\b").match(text, end)
    return again.end() if again else end


def _bare(named: list[Row], country: str | None) -> str:
    always = [row for row in named if row["bare"] == "always"]
    spoken_of = [row for row in named if country and country in row["countries"].split(";")]
    otherwise = [row for row in named if row["bare"] == "else"]
    chosen = always or spoken_of or otherwise or (named if len(named) == 1 else [])
    return chosen[0]["code"] if chosen else "XXX"


@functools.cache
def _symbols() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for row in rows("currencies.csv"):
        for symbol in filter(None, row["symbols"].split(";")):
            found.setdefault(symbol, row["code"])
    return found


def _any(words: set[str]) -> str:
    return "|".join(map(_pattern, sorted(words, key=len, reverse=True)))


def _pattern(word: str) -> str:
    """A word of a table as a pattern, with any blank or hyphen where it has one."""
    return re.sub(r"\\[ -]", r"[\\s-]+", re.escape(word))


_BOUNDS = (
    ("<", r"no more than|not more than|not exceeding|not over|less than|fewer than|up to|at most|under|below|just under"
          r"|as many as|as much as|a maximum of"),
    (">", r"no less than|no fewer than|not less than|not fewer than|more than|over|at least"
          r"|exceed(?:ing|ed|s)?|upwards? of|in excess of|above|well over|just over|a minimum of"
          r"|surpass(?:ing|ed|es)|topp(?:ing|ed)|better than"),
    ("~", r"about|some|around|roughly|nearly|almost|approximately|(?:an\s+)?estimated(?:\s+at)?|circa|ca?\.|perhaps"
          r"|close to|virtually"),
)  # fmt: skip
_HEDGES = tuple(
    (bound, re.compile(rf"\b(?:{words})(?:\s+(?:the|a|an|some|about))?\s*$".replace(" ", r"\s+"), re.IGNORECASE))
    for bound, words in _BOUNDS
)
_NEGATED = re.compile(r"\b(?:not|never|cannot|n[’']t)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


def hedge(text: str, start: int) -> tuple[str | None, int]:
    """How the words before a number hedge it, and where they begin."""
    before = text[:start]
    matches = [(match.start(), bound) for bound, pattern in _HEDGES if (match := pattern.search(before))]
    if not matches:
        return None, start
    begin, bound = min(matches)
    return ("<" if bound == ">" and _NEGATED.search(before[:begin]) else bound), begin


def or_more(text: str, start: int) -> bool:
    """Whether the words behind a number raise it: '300 or more', '100+'."""
    return re.compile(r"[^\s+]+(?:\+|\s+or\s+more|\s+plus\b)").match(text, start) is not None


_TIME_BEFORE = re.compile(
    r"\b(?:past|last|next|following|previous|preceding|first|final|coming|recent|these|those|the|every|each)\s+$", re.I
)
_TIME_AFTER = re.compile(
    r"[\s-]+(?:later|ago|earlier|before|after|afterwards?|old|previously|hence|since|prior|of age|from now|into)\b",
    re.IGNORECASE,
)


_PERIODS = {"annum": "year", "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day",
            "hourly": "hour", "annual": "year", "capita": "person", "head": "person"}  # fmt: skip
_RATE = re.compile(
    r"\s*,?\s*(?:(?:\ba|\ban|\bper|\beach|\bevery|/)\s*(?P<unit>year|annum|month|week|day|hour|minute|second|barrel|ton|tonne|"
    r"kilo|kilogram|ounce|gallon|acre|head|person|capita|unit|share|mile|household)\b(?!\s+to\s+(?!the\b|his\b|its\b|their\b|an?\b)[a-z])|\b(?P<adverb>annually|yearly|monthly|weekly|"
    r"daily|hourly)\b)",
    re.IGNORECASE,
)
_ADJECTIVE_RATE = re.compile(r"\b(annual|yearly|monthly|weekly|daily)\b", re.IGNORECASE)


def rate(text: str, end: int) -> str | None:
    match = _RATE.match(text, end)
    if match is None:
        return None
    word = (match["unit"] or match["adverb"]).lower()
    return _PERIODS.get(word, word)


def adjective_rate(of: str) -> str | None:
    match = _ADJECTIVE_RATE.search(of)
    return _PERIODS.get(match[1].lower(), match[1].lower()) if match else None


def past_rate(text: str, end: int) -> int:
    match = _RATE.match(text, end)
    return match.end() if match else end


def places_in_time(text: str, start: int, end: int) -> bool:
    """Whether the duration between the offsets says when, not how long: 'two months later', 'the past three years'."""
    written = text[start:end]
    named = re.search(r"\s[A-Z]\w*$", written)  # 'the Thirty Years' War'
    before = _TIME_BEFORE.search(text[:start]) and written.lower().endswith("s")
    return bool(written.lower() == "one day" or named or before or _TIME_AFTER.match(text, end))


def pairs(text: str, numerals: list[Numeral]) -> Iterator[tuple[Numeral | None, Numeral]]:
    """Each number, with the lower end of its range where it has one; the halves of a vote or score are dropped."""
    index = 0
    while index < len(numerals):
        low = numerals[index]
        high = numerals[index + 1] if index + 1 < len(numerals) else None
        link = _link(text, low, high) if high else None
        if high is None or link is None:
            yield None, low
            index += 1
            continue
        if scaled(low, high) < high.value:
            yield low, high
        index += 2


def _link(text: str, low: Numeral, high: Numeral) -> str | None:
    """The word or dash that makes two numbers one range."""
    gap = text[low.end : high.start]
    sign = symbol_pattern().search(gap)
    word = (gap[: sign.start()] if sign else gap).strip().lower()
    if word == "and":
        return word if re.search(r"\b[Bb]etween\s+\S{0,4}$", text[: low.start]) else None
    if word == "or":
        return word if scaled(low, high) < high.value else None
    return word if word in ("-", "–", "—", "to") else None


def scaled(low: Numeral, high: Numeral) -> float:
    """'5 to 7 million': the magnitude is meant for both."""
    if low.magnitude == 1 and low.value < high.value / high.magnitude:
        return low.value * high.magnitude
    return low.value
