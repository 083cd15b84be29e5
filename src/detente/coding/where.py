"""Where: the place of an act, not every place in its sentence.

A place belongs to an act if it stands behind a preposition of place on the trigger itself, on its object or
on the verb that carries it. The party that suffers the act is no place unless a town or site names it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from spacy.tokens import Span, Token

from detente.coding import syntax
from detente.knowledge import places

_PREPOSITIONS = frozenset("in at near off outside aboard around along over to into from on across through".split())
_KINDS = frozenset({"GPE", "LOC", "FAC"})
_NAMES = frozenset({"compound", "amod", "nmod", "nummod", "poss", "det", "case", "punct"})


def where(trigger: Token, on: dt.date | None) -> list[tuple[Span, places.Place]]:
    """Places of an act: the words of each and what the gazetteer knows of it as of the date."""
    found: list[tuple[Span, places.Place]] = []
    for token in _candidates(trigger):
        span = _name(token)
        place = places.locate(span.text, on) if span is not None else None
        if span is None or place is None or any(span.start < s.end and s.start < span.end for s, _ in found):
            continue
        found.append((span, place))
    return found


def _candidates(trigger: Token) -> Iterator[Token]:
    hosts = [trigger, *syntax.objects(trigger)]
    if trigger.dep_ in ("dobj", "pobj"):
        governor = syntax.governor(trigger)
        hosts += [governor] if governor is not None else []
    for host in hosts:
        for preposition, noun in syntax.prepositional(host):
            if preposition in _PREPOSITIONS:
                yield noun


def _name(token: Token) -> Span | None:
    """The proper name that ends at the token."""
    doc = token.doc
    for entity in doc[token.i : token.i + 1].ents or [e for e in token.sent.ents if e.start <= token.i < e.end]:
        if entity.label_ in _KINDS:
            start = entity.start + (1 if entity[0].pos_ == "DET" and len(entity) > 1 else 0)
            return doc[start : entity.end]
    if token.pos_ != "PROPN" and token.lower_ != "parallel":
        return None
    start = token.i
    while start > token.sent.start and doc[start - 1].dep_ in ("compound", "amod") and doc[start - 1].head == token:
        start -= 1
    return doc[start : token.i + 1]
