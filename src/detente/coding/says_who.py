"""Says who: whose claim it is, where the text reports a claim rather than a fact.

The speaker stands with a verb of saying above the act ('said that', 'claims to have', 'accused him of'), in an
aside ('..., the ministry said'), or behind 'according to' and its like. The speaker nearest to the act counts:
in 'Reuters reported that Uganda said' it is Uganda; where that one is not named, the next one above. Words in
quotation marks without a verb of saying of their own belong to whoever spoke last before the quotation closes.
An act that is itself a saying with its content ('denied that', 'argued that') is its speaker's claim too. A
semicolon ends a claim, though the parser joins what it divides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from detente.coding import syntax
from detente.coding.clause import is_subjunctive
from detente.coding.matrix import matrix_effect
from detente.coding.who import Cast, Named

_CLAIMED = frozenset({"said", "thought"})
_CONTENT = frozenset({"ccomp", "parataxis"})
_LINKS = frozenset({"ccomp", "parataxis", "xcomp", "oprd", "pcomp", "dobj", "acl"})
# Verbs whose noun object is a claim: 'reported an attack'. Who announces a thing does it instead.
_ALLEGING = frozenset("report allege claim deny describe mention admit confirm acknowledge suspect".split())
_CALLING = frozenset("call describe term label brand style denounce condemn".split())
# 'as the envoy said' is his claim; 'as the envoy protested' tells what went on beside.
_PLAINLY = frozenset(
    "say claim report state note explain argue maintain allege tell write announce declare warn".split()
)
_DENYING = frozenset({"deny"})
# 'in the words of', 'in the view of', 'by his account'.
_WORDS = frozenset("word view opinion eye account version telling report statement testimony reckoning".split())
# What these say holds because it is said, or is granted to another: their content is the act, not a claim.
_BINDING = frozenset("acknowledge assure announce declare proclaim decree stipulate concede recognize recall".split())
# Papers that bind and do not claim: 'according to the terms of the treaty'.
_PAPERS = frozenset(
    "term treaty agreement pact convention article clause provision constitution law accord plan".split()
)
_BESIDE = frozenset("after before when since while until although though because whereas if once".split())
_PLACES = frozenset({"in", "at", "from"})
_STRAIGHT = ('"',)
_OPENING, _CLOSING = ("“", "„", "«"), ("”", "»")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A speaker and the verb or phrase that marks what is said as theirs."""

    speaker: Named
    how: str


def says_who(trigger: Token, cast: Cast) -> Claim | None:
    """Who says that the act happened, if the text does not say so itself.

    None also where the text reports a claim of nobody whom the cast knows ('is said to', 'reportedly').
    """
    rooms = (_own, _above, _trailing, _quoted)
    return next((claim for room in rooms for claim in room(trigger, cast)), None)


def _speaks(verb: Token) -> bool:
    return matrix_effect(verb) in _CLAIMED or verb.lemma_ in _DENYING


def _own(trigger: Token, cast: Cast) -> Iterator[Claim]:
    """From the act itself, if it is a saying that comes with what is said, and neither binds nor concedes."""
    if trigger.pos_ != "VERB" or not _speaks(trigger) or trigger.lemma_ in _BINDING:
        return
    contents = [kid for kid in trigger.children if kid.dep_ in _CONTENT and not _divided(kid, trigger)]
    if any(not is_subjunctive(kid) for kid in contents) or (trigger.lemma_ == "cite" and syntax.child(trigger, "dobj")):
        yield from _claim(trigger, cast)


def _above(trigger: Token, cast: Cast) -> Iterator[Claim]:
    """From the words above the act, the nearest first, and the asides beside each of them."""
    token = trigger
    while True:
        yield from _asides(token, cast)
        head = token.head
        if head == token or _divided(token, head) or _leaves_claim(token):
            return
        if token.dep_ in _LINKS:
            yield from _from_governor(token, head, cast)
        token = head


def _leaves_claim(token: Token) -> bool:
    """A clause that the parser hangs into a claim, but that the writer sets beside it.

    ', while Japan agreed' after the claim's own clause; ', but France landed' in a plain past with a subject of
    its own after 'would' or 'had'.
    """
    mark = syntax.child(token, "mark", "advmod")
    before = token.left_edge.nbor(-1) if token.left_edge.i else token
    if token.dep_ == "advcl":
        return mark is not None and mark.lower_ in ("while", "whereas") and before.text == ","
    if token.dep_ == "conj" and token.tag_ == "VBD" and syntax.child(token, "nsubj"):
        shifted = any(kid.lower_ in ("would", "had") for kid in syntax.children(token.head, "aux"))
        return shifted and not syntax.child(token, "aux")
    return False


def _from_governor(token: Token, head: Token, cast: Cast) -> Iterator[Claim]:
    """What the word above makes of the token: content of a saying, an accusation, a name for it."""
    denied_after = head.lemma_ in _DENYING and token.i < head.i  # 'it fired first, a charge they deny'
    if token.dep_ in (*_CONTENT, "xcomp"):
        if _speaks(head) and not denied_after:
            yield from _claim(head, cast)
    elif token.dep_ == "acl" and syntax.child(token, "mark") and _speaks(head) and _can_speak(head, cast):
        yield _named(head, cast, head.text)
    elif head.lemma_ in {"oprd": _CALLING, "dobj": _ALLEGING}.get(token.dep_, ()):
        yield from _claim(head, cast)
    elif token.dep_ == "pcomp" and head.lower_ in ("of", "with") and _speaks(head.head):
        yield from _claim(head.head, cast)


def _asides(token: Token, cast: Cast) -> Iterator[Claim]:
    """'..., the ministry said', 'as the envoy put it', 'according to', 'in the words of'."""
    for kid in token.children:
        if kid.dep_ in ("ccomp", "parataxis", "advcl") and _is_aside(kid, token):
            yield from _claim(kid, cast)
        elif kid.lower_ == "according":
            nouns = [noun for part in kid.children for noun in syntax.children(part, "pobj")]
            yield from (_named(noun, cast, "according to") for noun in nouns if _can_speak(noun, cast))
        elif kid.dep_ == "prep" and kid.lower_ in ("in", "by"):
            yield from _in_words_of(kid, cast)


def _is_aside(verb: Token, beside: Token) -> bool:
    """A verb of saying without a clause of its own."""
    if _divided(verb, beside) or not syntax.child(verb, "nsubj"):
        return False
    marks = [kid.lower_ for kid in verb.children if kid.dep_ in ("mark", "advmod", "prep")]
    if verb.lemma_ == "put":
        return "as" in marks
    if not _speaks(verb) or _BESIDE.intersection(marks) or (verb.dep_ == "advcl" and verb.lemma_ not in _PLAINLY):
        return False
    return syntax.child(verb, "ccomp", "dobj", "xcomp") is None


def _in_words_of(prep: Token, cast: Cast) -> Iterator[Claim]:
    for noun in syntax.children(prep, "pobj"):
        if noun.lemma_.lower() in _WORDS and _can_speak(noun, cast):
            yield _named(noun, cast, f"{prep.text} {noun.text}")


def _can_speak(noun: Token, cast: Cast) -> bool:
    return noun.lemma_.lower() not in _PAPERS and bool(cast.parties(noun))


def _named(noun: Token, cast: Cast, how: str) -> Claim:
    return Claim(speaker=cast.parties(noun)[0], how=f"'{how}'")


def _claim(verb: Token, cast: Cast) -> Iterator[Claim]:
    """The claim of the subject of a verb of saying; of a passive, of its agent or the place of the announcement."""
    for noun in _speakers(verb):
        if _can_speak(noun, cast):
            yield _named(noun, cast, verb.text)


def _speakers(verb: Token) -> list[Token]:
    if not syntax.is_passive(verb):
        return syntax.subjects(verb)
    agents = syntax.agents(verb)
    subject = syntax.child(verb, "nsubjpass")
    if agents or subject is None or subject.lower_ != "it":
        return agents
    return [noun for prep, noun in syntax.prepositional(verb) if prep in _PLACES]


def _divided(token: Token, head: Token) -> bool:
    first, last = sorted((token.i, head.i))
    return any(word.text == ";" for word in token.doc[first:last])


def _trailing(trigger: Token, cast: Cast) -> Iterator[Claim]:
    """'..., an official in Bogotá warned yesterday.': known by its place, for the parser often loses it."""
    verbs = [word for word in trigger.sent if word.pos_ == "VERB"]
    last = verbs[-1] if verbs else trigger
    if last.i < trigger.i or not _speaks(last) or last.tag_ not in ("VBD", "VBZ", "VBP"):
        return
    if syntax.child(last, "mark", "dobj") or any(kid.i > last.i for kid in syntax.children(last, "ccomp", "xcomp")):
        return
    words = _after(last) or (_since_comma(last) if trigger.sent.root.i < last.i else None)
    if words is not None and _can_speak(words.root, cast) and not _divided(trigger, last):
        yield _named(words.root, cast, last.text)


def _since_comma(verb: Token) -> Span | None:
    """The words between a comma and the verb, if they can be its subject."""
    start = verb.i
    while start > verb.sent.start and not verb.nbor(start - 1 - verb.i).is_punct:
        start -= 1
    words = verb.doc[start : verb.i]
    if start == verb.sent.start or not len(words) or verb.doc[start - 1].text not in (",", *_CLOSING, *_STRAIGHT):
        return None
    return words if words[0].pos_ in ("DET", "ADJ", "NOUN", "PROPN") and words.root.pos_ in ("NOUN", "PROPN") else None


def _after(verb: Token) -> Span | None:
    """The words behind a verb that itself follows a comma: ', said the ministry.'"""
    if verb.i == verb.sent.start or verb.nbor(-1).text not in (",", *_CLOSING, *_STRAIGHT):
        return None
    end = next((word.i for word in verb.doc[verb.i + 1 : verb.sent.end] if word.is_punct), verb.sent.end)
    words = verb.doc[verb.i + 1 : end]
    return words if len(words) and words.root.pos_ in ("NOUN", "PROPN") else None


# -- quotations --------------------------------------------------------------------------------------------


def _quoted(trigger: Token, cast: Cast) -> Iterator[Claim]:
    """Whoever spoke last, for a sentence that stands in a quotation from its first word on."""
    if not _opens_quoted(trigger.sent) or not _in_quotation(trigger):
        return
    earlier = [sentence for sentence in trigger.doc.sents if sentence.end <= trigger.sent.start]
    for sentence in reversed(earlier):
        verbs = [word for word in sentence if word.pos_ == "VERB" and _speaks(word) and not _in_quotation(word)]
        for verb in reversed(verbs):
            yield from _claim(verb, cast)
        if verbs or not _opens_quoted(sentence):
            return


def _opens_quoted(sentence: Span) -> bool:
    return sentence[0].text in _STRAIGHT + _OPENING or _in_quotation(sentence[0])


def _in_quotation(token: Token) -> bool:
    """Whether a quotation is open at the token; a straight mark opens and closes by turns."""
    is_open = False
    for word in token.doc[: token.i]:
        if word.text in _STRAIGHT:
            is_open = not is_open
        elif word.text in _OPENING + _CLOSING:
            is_open = word.text in _OPENING
    return is_open
