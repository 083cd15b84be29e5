"""Whom: which of the actors named about an act did it, and to whom it was done.

Verbs take the slots of their codebook entry; nouns take one of three frames. What the sentence leaves open
is taken from the discourse only where the act is one between two sides, and the explanation says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from detente.coding import syntax
from detente.coding.memory import Actor
from detente.coding.what import Act, slot
from detente.coding.who import Cast, Named
from detente.model import EventType

# Slots of nouns, by frame: doer, then sufferer.
_FRAMES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "on": (("poss", "by", "mod", "from"), ("of", "on", "against", "upon", "to", "into", "in", "with", "for", "at")),
    "of": (("poss", "by", "of", "mod", "from"), ("to", "against", "on", "with", "for", "into", "in", "from", "at")),
    "both": (("poss", "between", "of", "mod", "by", "among"), ("with", "to", "against", "on", "for", "and")),
}  # fmt: skip
_NEEDS_OTHER = frozenset({
    EventType.AID, EventType.SANCTION, EventType.COERCE, EventType.ASSAULT, EventType.COOPERATE,
})  # fmt: skip
# Answers to another side: where none is named, it is the one that the account last set opposite.
_ANSWERS = frozenset({
    EventType.AGREE, EventType.SUPPORT, EventType.REJECT, EventType.REQUEST, EventType.CONSULT,
    EventType.COOPERATE,
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Source and target of an act, each with the words that named them; `how` explains what was inferred."""

    source: tuple[Named, ...]
    target: tuple[Named, ...]
    how: str = ""

    @property
    def actors(self) -> tuple[Actor, ...]:
        return tuple(named.actor for named in (*self.source, *self.target))


def parties(act: Act, cast: Cast, sentence: Span) -> Parties | None:
    """Who did it to whom; None if nobody can be named as a party."""
    found = _noun_parties(act, cast) if act.noun else _verb_parties(act, cast)
    found = _complete(found, act, cast, sentence)
    if not found.source and not found.target:
        return None
    if act.type.reciprocal:
        return _reciprocal(found)
    return found


def _verb_parties(act: Act, cast: Cast) -> Parties:
    source = _first(act.trigger, act.entry.source, cast, frozenset(), wide=False)
    codes = frozenset(named.code for named in source)
    target = _first(act.trigger, act.entry.target, cast, codes, wide=True)
    return Parties(source=source, target=target)


def _noun_parties(act: Act, cast: Cast) -> Parties:
    doers, sufferers = _FRAMES[act.entry.frame]
    source = _first_noun(act.trigger, doers, cast, frozenset())
    if not source:
        source = _carrier(act.trigger, cast)
    codes = frozenset(named.code for named in source)
    target = _first_noun(act.trigger, sufferers, cast, codes)
    return Parties(source=source, target=target)


def _first(
    verb: Token, slots: tuple[str, ...], cast: Cast, but: frozenset[str], wide: bool
) -> tuple[Named, ...]:  # fmt: skip
    for name in slots:
        found = [n for token in slot(verb, name) for n in cast.parties(token, wide) if n.code not in but]
        if found:
            return _distinct(found)
    return ()


def _first_noun(noun: Token, slots: tuple[str, ...], cast: Cast, but: frozenset[str]) -> tuple[Named, ...]:
    for name in slots:
        found = [n for token in _noun_slot(noun, name) for n in cast.parties(token, True) if n.code not in but]
        if found:
            return _distinct(found)
    return ()


def _noun_slot(noun: Token, name: str) -> list[Token]:
    if name == "poss":
        return syntax.children(noun, "poss")
    if name == "mod":
        kids = syntax.children(noun, "amod", "compound", "nmod")
        return [part for kid in kids for part in (*syntax.coordinated(kid), *syntax.children(kid, "compound", "amod", "nmod"))]
    return syntax.arguments(noun, name)


def _carrier(noun: Token, cast: Cast) -> tuple[Named, ...]:
    """The subject of a verb that carries the noun: 'Egypt launched an attack'."""
    if noun.dep_ == "dobj" and not syntax.is_passive(noun.head):
        return _distinct([n for token in syntax.subjects(noun.head) for n in cast.parties(token)])
    return ()


def _complete(found: Parties, act: Act, cast: Cast, sentence: Span) -> Parties:
    """Fill in a side that the sentence leaves open, where sentence or discourse make it plain."""
    passive = not act.noun and syntax.is_passive(act.trigger)
    if passive and found.target and not found.source and act.type in _NEEDS_OTHER:
        return _unnamed_doer(found, cast, sentence)
    if passive and act.type.reciprocal and not found.source and not found.target:
        return _discourse_pair(cast, act)
    if found.source and not found.target and act.type in _ANSWERS and not act.noun:
        return _discourse_partner(found, cast)
    return found


def _unnamed_doer(found: Parties, cast: Cast, sentence: Span) -> Parties:
    """'was shot down over Soviet territory': the only other state of the sentence did it."""
    codes = {named.code for named in found.target}
    others = {n.code: n for n in cast.states_in(sentence) if n.code not in codes}
    if len(others) != 1:
        return found
    (doer,) = others.values()
    return replace(found, source=(doer,), how=f"no doer named; '{doer.actor.name}' is the only other actor here")


def _discourse_pair(cast: Cast, act: Act) -> Parties:
    pair = cast.memory.pair()
    span = act.trigger.i
    named = tuple(Named(actor=actor, start=span, end=span + 1) for actor in pair)
    return Parties(source=named, target=(), how="no parties named; the two sides spoken of before")


def _discourse_partner(found: Parties, cast: Cast) -> Parties:
    partner = cast.memory.partner(frozenset(named.code for named in found.source))
    if partner is None or len({named.code for named in found.source}) > 1:
        return found
    start = found.source[0].start
    other = Named(actor=partner, start=start, end=start)
    return replace(found, target=(other,), how=f"other side taken from what was told before: {partner.name}")


def _reciprocal(found: Parties) -> Parties:
    """All parties of a reciprocal event stand in source (PLOVER manual), unless one visits the other."""
    return found


def _distinct(found: list[Named]) -> tuple[Named, ...]:
    return tuple({named.code: named for named in reversed(found)}.values())[::-1]
