"""What a clause says of its own verb: auxiliaries, negation, conditions, adverbs of doubt and of time.

'may have sent', 'did not recognise it until 1933', 'would later sign', 'if Serbia rejects', 'flies there
tomorrow'. What stands above the clause ('failed to', 'the plan to') is not asked here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.matrix import matrix_effect
from detente.model import Modality

ACTUAL, FUTURE, HYPOTHETICAL, NEGATED = (
    Modality.ACTUAL, Modality.FUTURE, Modality.HYPOTHETICAL, Modality.NEGATED,
)  # fmt: skip

_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_POSSIBLE = frozenset({"may", "might", "could", "should", "can", "ca", "must", "ought"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided", "assuming"})
_MAYBE = frozenset({"perhaps", "possibly", "maybe", "probably", "presumably"})
_NEGATIONS = frozenset({"not", "never", "n't", "n’t", "no", "neither", "nor", "hardly", "scarcely", "nearly", "almost"})
_NOBODY = frozenset({"nobody", "nothing", "none", "neither", "no-one", "noone"})
_ONLY = frozenset({"only", "just", "merely", "simply"})
_OCCASIONS = frozenset("time point circumstance condition case way account occasion stage sense event".split())
_LATER = frozenset("later eventually ultimately subsequently finally afterwards thereafter again soon".split())
_HABIT = frozenset("often repeatedly regularly frequently sometimes usually always occasionally".split())
_EACH = frozenset({"each", "every"})
_SOON = frozenset({"tomorrow", "tonight", "next", "coming"})
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_POLITE = frozenset({"like", "welcome", "prefer", "appreciate"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A modality and the words that decided it."""

    modality: Modality
    how: str = ""


FACT = Verdict(modality=ACTUAL)


def verdict_by(modality: Modality, *words: Token) -> Verdict:
    return Verdict(modality=modality, how="'" + " ".join(word.text for word in words) + "'")


def own(verb: Token) -> Verdict:
    """From the verb's own negation, conditions, auxiliaries and adverbs."""
    mark = condition(verb)
    if mark is not None:
        return verdict_by(HYPOTHETICAL, mark)
    denial = negation(verb)
    if denial is not None:
        return verdict_by(NEGATED, denial)
    verdict = auxiliary(verb)
    if verdict.modality is not ACTUAL:
        return verdict
    if is_subjunctive(verb):
        return verdict_by(HYPOTHETICAL, verb.head)
    maybe = next((kid for kid in verb.children if kid.lower_ in _MAYBE), None)
    if maybe is not None:
        return verdict_by(HYPOTHETICAL, maybe)
    return _arranged(verb)


def auxiliary(verb: Token) -> Verdict:
    """From 'will', 'may', 'would' and 'is to' alone, whatever else the clause says."""
    for kid in syntax.children(verb, "aux"):
        word = kid.lower_
        if word in _POSSIBLE:
            return verdict_by(HYPOTHETICAL, kid)
        if word in ("would", "'d", "’d") and kid.tag_ == "MD":
            return Verdict(modality=_would(verb), how=f"'{kid.text}'")
        if word in _WILL:
            maybe = _is_conditional(verb) or any(word.lower_ in _MAYBE for word in verb.children)
            return verdict_by(HYPOTHETICAL if maybe else FUTURE, kid)
    return _to_be(verb)


def _would(verb: Token) -> Modality:
    """A past future if reported, what did follow if a later time is named, else a possibility."""
    if _is_conditional(verb) or _has_auxiliary(verb, "have"):
        return HYPOTHETICAL
    if verb.dep_ == "ccomp" and matrix_effect(verb.head) is not None:
        return FUTURE
    if verb.lemma_ in _POLITE:
        return HYPOTHETICAL
    return ACTUAL if any(_looks_back(kid) for kid in verb.children) else HYPOTHETICAL


def _looks_back(adjunct: Token) -> bool:
    """A later time or a habit, as only a history tells them: 'would later sign', 'every spring would raid'."""
    if adjunct.dep_ == "advmod" or adjunct.lower_ in _LATER:
        return adjunct.lower_ in _LATER | _HABIT
    if adjunct.dep_ not in ("prep", "npadvmod", "advmod"):
        return False
    words = list(adjunct.subtree)
    if any(word.lower_ in _EACH for word in words):
        return True
    years = (int(word.text) for word in words if word.text.isdecimal() and len(word.text) == 4)
    return any(year <= _PAST_YEAR for year in years)


# Years that are past to whoever reads with this version: 'in 1914 they would fight' tells what happened.
_PAST_YEAR = 2020


def _to_be(verb: Token) -> Verdict:
    """'was to visit', 'are to meet': arranged; 'was later to': happened; 'was to have': did not come about."""
    be = verb.head
    if verb.dep_ != "xcomp" or be.lemma_ != "be" or not is_infinitive(verb):
        return FACT
    if _has_auxiliary(verb, "have") or _is_inverted(be):
        return verdict_by(HYPOTHETICAL, be)
    if any(kid.lower_ in _LATER for kid in (*be.children, *verb.children)):
        return FACT
    return verdict_by(FUTURE, be)


def _arranged(verb: Token) -> Verdict:
    """A present tense with a day to come: 'flies to Ankara tomorrow', 'is meeting her next week'."""
    present = verb.tag_ in ("VBZ", "VBP") or _has_auxiliary(verb, "be")
    if verb.tag_ not in ("VBZ", "VBP", "VBG") or not present or _has_auxiliary(verb, "was", "were", "been"):
        return FACT
    for kid in syntax.children(verb, "npadvmod", "advmod", "prep"):
        words = [word.lower_ for word in kid.subtree]
        if _SOON.intersection(words[:2]) or (verb.tag_ != "VBG" and words[-1:] and words[-1] in _WEEKDAYS):
            return verdict_by(FUTURE, *list(kid.subtree))
    return FACT


def is_subjunctive(verb: Token) -> bool:
    """'demanded that it withdraw', 'that the ships be returned'."""
    first = next((kid for kid in verb.children if kid.dep_ in ("aux", "auxpass")), verb)
    if verb.dep_ != "ccomp" or not syntax.child(verb, "nsubj", "nsubjpass"):
        return False
    return first.lower_ == "be" or (first == verb and verb.tag_ == "VB")


def _is_conditional(verb: Token) -> bool:
    """Whether a condition hangs on the verb: 'will open the border if'."""
    return any(kid.dep_ in ("advcl", "ccomp") and condition(kid) is not None for kid in verb.children)


def condition(verb: Token) -> Token | None:
    """The word that makes a clause a condition: 'if', 'unless', or an auxiliary before its subject."""
    for kid in verb.children:
        if kid.dep_ in ("mark", "advmod") and kid.lower_ in _CONDITIONS:
            return kid
    subject = syntax.child(verb, "nsubj", "nsubjpass")
    for kid in syntax.children(verb, "aux", "auxpass"):
        if subject is not None and kid.i < subject.i and kid == verb.left_edge and kid.lower_ in ("had", "should"):
            return kid
    if verb.dep_ == "advcl" and is_infinitive(verb) and _is_inverted(verb.head):
        return verb.head
    return None


def _is_inverted(be: Token) -> bool:
    """'Were Greece to annex Crete': the verb opens its clause."""
    return be.lower_ == "were" and be == be.left_edge


def is_infinitive(verb: Token) -> bool:
    return any(kid.lower_ == "to" and kid.dep_ == "aux" for kid in verb.children)


def _has_auxiliary(verb: Token, *forms: str) -> bool:
    kids = syntax.children(verb, "aux", "auxpass")
    return any(kid.lower_ in forms or (kid.lemma_ in forms and kid.lemma_ == "be") for kid in kids)


# -- negation ----------------------------------------------------------------------------------------------


def negation(verb: Token) -> Token | None:
    """The word that denies a verb, unless 'not until' says when it did happen or 'not only' that more did."""
    found = next(_negations(verb), None)
    if found is not None and found.lower_ in ("not", "n't", "n’t") and _until(verb):
        return None
    return found


def _negations(verb: Token) -> Iterator[Token]:
    for kid in verb.children:
        if kid.dep_ in ("neg", "preconj", "advmod", "cc", "det") and kid.lower_ in _NEGATIONS:
            if (kid.i < verb.i or verb.pos_ == "AUX") and not _is_only(kid):
                yield kid
        elif kid.dep_ == "advmod" and kid.lower_ == "longer" and syntax.child(kid, "neg", "advmod", "det"):
            yield kid.nbor(-1)
        elif kid.dep_ in ("dobj", "nsubj", "nsubjpass", "expl", "attr"):
            yield from _none(kid)
        elif kid.dep_ == "prep":
            yield from (word for _, noun in syntax.prepositional(verb) for word in _no_occasion(noun))
    edge = verb.left_edge
    before = edge.nbor(-1) if edge.i else edge
    if verb.dep_ == "conj" and before.lower_ == "nor" and before.head == verb.head:
        yield before


def _is_only(word: Token) -> bool:
    """'not only', and 'not' before a noun: it denies something else."""
    after = word.nbor(1) if word.i + 1 < len(word.doc) else word
    return word.lower_ == "not" and (after.lower_ in _ONLY or after.lower_ in ("until", "till"))


def _none(noun: Token) -> Iterator[Token]:
    """'no troops', 'neither side', 'nobody', 'neither Ankara nor Athens'."""
    if noun.lower_ in _NOBODY:
        yield noun
    yield from (
        kid for kid in noun.children if kid.dep_ in ("det", "preconj", "neg") and kid.lower_ in ("no", "neither")
    )


def _no_occasion(noun: Token) -> Iterator[Token]:
    if noun.lemma_.lower() in _OCCASIONS:
        yield from (kid for kid in noun.children if kid.dep_ == "det" and kid.lower_ == "no")


def _until(verb: Token) -> bool:
    """'did not recognise it until 1933': it did then; of the future nothing is known yet."""
    if any(kid.lower_ in _WILL | _POSSIBLE | {"would", "do", "does", "has", "have"} for kid in verb.children):
        return False
    kids = [kid for kid in verb.children if kid.dep_ in ("prep", "advcl", "mark")]
    marks = [mark for kid in kids for mark in (kid, *syntax.children(kid, "mark"))]
    return any(mark.lower_ in ("until", "till") for mark in marks)
