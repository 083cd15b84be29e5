"""Whether: did it happen, is it to come, was it only possible, or does the text say that it did not?

PLOVER calls these auxiliary modes and no other coder implements them. The answer is read from the trigger's
own auxiliaries and negation, then from each verb above it that the act is a complement of ('failed to
ratify', 'may have sent', 'announced that it would'); the strongest limit wins: negated over hypothetical
over future over actual.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.what import Act, matrix_effect
from detente.model import EventType, Modality

_FUTURE = frozenset({"will", "shall", "'ll", "wo"})
_POSSIBLE = frozenset({"may", "might", "could", "would", "should", "can", "must"})
_POSSIBLE_ADJECTIVES = frozenset(
    "possible potential proposed hypothetical eventual alleged future planned prospective likely".split()
)
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "should"})
_NEGATIONS = frozenset({"not", "never", "n't", "no", "neither", "nor", "without"})
_STRENGTH = (Modality.ACTUAL, Modality.FUTURE, Modality.HYPOTHETICAL, Modality.NEGATED)
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "advcl", "conj", "acl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A modality and the words that decided it."""

    modality: Modality
    how: str = ""


def whether(act: Act) -> Verdict:
    """The modality of an act."""
    verdicts = [_own(act.trigger), *_above(act.trigger)]
    if act.noun:
        verdicts.append(_of_noun(act.trigger))
    return max(verdicts, key=lambda verdict: _STRENGTH.index(verdict.modality))


def _own(token: Token) -> Verdict:
    """From the word's own negation and auxiliaries."""
    negation = _negation(token)
    if negation:
        return Verdict(modality=Modality.NEGATED, how=f"'{negation.text}'")
    for kid in token.children:
        if kid.dep_ == "mark" and kid.lower_ in _CONDITIONS:
            return Verdict(modality=Modality.HYPOTHETICAL, how=f"'{kid.text}'")
    for kid in token.children:
        if kid.dep_ == "aux" and kid.lower_ in _POSSIBLE:
            return Verdict(modality=_possible(token, kid), how=f"'{kid.text}'")
        if kid.dep_ == "aux" and kid.lower_ in _FUTURE:
            return Verdict(modality=Modality.FUTURE, how=f"'{kid.text}'")
    if _is_to_be(token):
        return Verdict(modality=Modality.FUTURE, how="'to'")
    return Verdict(modality=Modality.ACTUAL)


def _possible(verb: Token, auxiliary: Token) -> Modality:
    """'would' after a verb of saying is a past future; otherwise a possibility."""
    if auxiliary.lower_ == "would" and verb.dep_ == "ccomp":
        return Modality.FUTURE
    return Modality.HYPOTHETICAL


def _negation(token: Token) -> Token | None:
    for kid in token.children:
        if kid.dep_ in ("neg", "preconj", "advmod") and kid.lower_ in _NEGATIONS:
            return kid
        if kid.dep_ in ("dobj", "nsubj", "nsubjpass"):
            for word in kid.children:
                if word.dep_ == "det" and word.lower_ in ("no", "neither"):
                    return word
    if token.dep_ == "pcomp" and token.head.lower_ == "without":
        return token.head
    return None


def _is_to_be(verb: Token) -> bool:
    """'was to visit', 'are to meet': an arrangement for the future."""
    return (
        verb.dep_ == "xcomp"
        and verb.head.lemma_ == "be"
        and any(kid.lower_ == "to" for kid in verb.children)
    )


def _above(token: Token) -> list[Verdict]:
    """From the verbs above, as long as the act is their complement."""
    found: list[Verdict] = []
    while token.dep_ in _COMPLEMENTS and token.head != token:
        head = token.head
        if token.dep_ == "conj":
            found += _shared(token, head)
        elif token.dep_ in ("advcl", "acl"):
            break
        else:
            verb = head if head.pos_ in ("VERB", "AUX", "NOUN", "ADJ") else syntax.governor(head) or head
            effect = matrix_effect(verb)
            if effect in ("future", "hypothetical", "negated"):
                found.append(Verdict(modality=Modality(effect), how=f"'{verb.text}'"))
            if effect is not None and effect != "said":
                found.append(_own(verb))
            token = verb
            continue
        token = head
    return found


def _shared(token: Token, head: Token) -> list[Verdict]:
    """An auxiliary or negation in front of the first of several verbs holds for all without a subject."""
    if syntax.child(token, *syntax.SUBJECTS) or any(kid.dep_ == "aux" for kid in token.children):
        return []
    own = _own(head)
    return [own] if own.modality is not Modality.NEGATED or token.tag_ == "VB" else []


def _of_noun(noun: Token) -> Verdict:
    for kid in noun.children:
        if kid.lower_ in _POSSIBLE_ADJECTIVES:
            return Verdict(modality=Modality.HYPOTHETICAL, how=f"'{kid.text}'")
        if kid.dep_ == "det" and kid.lower_ == "no":
            return Verdict(modality=Modality.NEGATED, how="'no'")
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj"):
        return _own(noun.head)
    return Verdict(modality=Modality.ACTUAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What an act is once its modality is known."""

    type: EventType
    mode: str | None
    cameo: str | None


# CAMEO's codes for the intent to do what would otherwise be an act of the given type.
_INTENTS = {EventType.COOPERATE: "031", EventType.AID: "033", EventType.CONSULT: "036", EventType.SUPPORT: "030"}


def settle(act: Act, modality: Modality) -> Kind:
    """Types that carry a will of their own: future cooperation is AGREE.

    PLOVER manual, 'Auxiliary modes' and AGREE, 'Potential ambiguities': where a category with a future
    mode and a category of its own both fit, the single category is returned.
    """
    if modality is Modality.FUTURE and act.type in _INTENTS:
        return Kind(type=EventType.AGREE, mode=None, cameo=_INTENTS[act.type])
    return Kind(type=act.type, mode=act.entry.mode, cameo=act.entry.cameo)
