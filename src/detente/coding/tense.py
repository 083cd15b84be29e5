"""The tense in which an act is told."""

from __future__ import annotations

from enum import Enum, auto

from spacy.tokens import Token

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "may", "might", "could", "would", "can"})
_PLANNED = frozenset({"expect", "schedule", "plan", "set", "due", "prepare", "intend", "hope"})
_RECENT = frozenset({"now", "just"})
_NON_FINITE = frozenset({"VB", "VBG", "VBN"})


class Tense(Enum):
    """How the finite verb of an act stands in time."""

    PAST = auto()
    PRESENT = auto()
    PERFECT = auto()  # 'has asked'
    PLUPERFECT = auto()  # 'had asked'
    FUTURE = auto()  # 'will ask', 'may ask', 'is to ask', 'is expected to ask'


def tense(trigger: Token) -> Tense:
    """The tense of the finite verb that governs the act."""
    verb = _verb(trigger)
    auxiliaries = {kid.lower_: kid for kid in verb.children if kid.dep_ in ("aux", "auxpass")}
    if auxiliaries.keys() & _FUTURE:
        return Tense.FUTURE
    if "had" in auxiliaries:
        return Tense.PLUPERFECT
    if auxiliaries.keys() & {"has", "have", "'ve", "’ve"}:
        recent = any(kid.lower_ in _RECENT for kid in verb.children)
        return Tense.PRESENT if recent else Tense.PERFECT
    present = {"is", "are", "am", "does", "do"} & auxiliaries.keys() or verb.tag_ in ("VBZ", "VBP")
    if present and _is_planned(trigger, verb):
        return Tense.FUTURE
    if present:
        return Tense.PRESENT
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and not auxiliaries and verb.tag_ in _NON_FINITE:
        return tense(verb.head)
    return Tense.PAST


def is_flashback(verb: Token) -> bool:
    """Whether the verb itself stands in the pluperfect."""
    return any(kid.dep_ == "aux" and kid.lower_ == "had" for kid in verb.children)


def _is_planned(trigger: Token, verb: Token) -> bool:
    """'are to hold', 'is expected to propose'."""
    if verb.lemma_ in _PLANNED:
        return True
    return verb.lemma_ == "be" and trigger != verb and any(kid.dep_ == "xcomp" for kid in verb.children)


def _verb(token: Token) -> Token:
    """The finite verb at or above the token."""
    while token.head != token:
        if token.pos_ in ("VERB", "AUX") and _is_finite(token):
            return token
        token = token.head
    return token


def _is_finite(verb: Token) -> bool:
    if verb.tag_ in ("VBD", "VBZ", "VBP"):
        return verb.dep_ not in ("aux", "auxpass")
    if verb.tag_ == "VBN" and (verb.dep_ == "acl" or any(kid.dep_ == "nsubj" for kid in verb.children)):
        return True  # 'the rifles seized', or a past tense that the tagger took for a participle
    auxiliaries = {kid.lower_ for kid in verb.children if kid.dep_ in ("aux", "auxpass")}
    return bool(auxiliaries - {"to", "having", "being", "be", "been"})
