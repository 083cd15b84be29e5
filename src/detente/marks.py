"""Which words of its sentence an event was made of, for whoever shows the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from detente.model import Event, Span


class Kind(StrEnum):
    """What the words say; the value is the label that people see."""

    ACT = "act"
    WHO = "who"
    WHOM = "whom"
    SAYS = "says"
    WHEN = "when"
    WHERE = "where"
    HOW_MUCH = "how much"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of the quote of one kind, or plain; `label` is set where the words of that kind end."""

    text: str
    kind: Kind | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    start: int
    end: int
    kind: Kind
    label: str


def pieces(event: Event) -> list[Piece]:
    """The quote cut into pieces that together are the quote; where marks overlap the shorter one is seen."""
    quote = event.evidence.span
    marks = [mark for mark in _marks(event) if quote.start <= mark.start < mark.end <= quote.end]
    cuts = sorted({quote.start, quote.end, *(cut for mark in marks for cut in (mark.start, mark.end))})
    found = []
    for start, end in pairwise(cuts):
        covering = [mark for mark in marks if mark.start <= start and end <= mark.end]
        mark = min(covering, key=lambda one: one.end - one.start, default=None)
        text = quote.text[start - quote.start : end - quote.start]
        label = mark.label if mark and mark.end == end else None
        found.append(Piece(text=text, kind=mark.kind if mark else None, label=label))
    return found


def _marks(event: Event) -> Iterator[_Mark]:
    """All marks, the more telling first."""
    if event.evidence.trigger:
        yield _mark(event.evidence.trigger, Kind.ACT)
    said_by = (event.said_by,) if event.said_by else ()
    for kind, parties in ((Kind.WHO, event.source), (Kind.WHOM, event.target), (Kind.SAYS, said_by)):
        yield from (_mark(party.span, kind, party.code) for party in parties if party.span)
    at = event.evidence.span.text.find(event.date.text) if event.date.text else -1
    if event.date.text and at >= 0:
        start = event.evidence.span.start + at
        yield _Mark(start=start, end=start + len(event.date.text), kind=Kind.WHEN, label=Kind.WHEN)
    yield from (_mark(figure.span, Kind.HOW_MUCH) for figure in event.figures)
    yield from (_mark(place.span, Kind.WHERE) for place in event.place if place.span)


def _mark(span: Span, kind: Kind, code: str = "") -> _Mark:
    return _Mark(start=span.start, end=span.end, kind=kind, label=f"{kind} {code}".rstrip())
