"""Where events stand on a line of time: a scale, its ticks, and rows in which no two marks overlap."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from detente.model import Event

_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)  # years between two ticks
_TICKS = 6  # at most, so that years do not run into each other on a telephone
_GAP = 2.8  # per cent of the line between two marks: the width of a dot on a telephone


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an event's mark begins and ends, in per cent of the line, and in which row it stands."""

    event: Event
    start: float
    end: float
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The line from its first day to its last."""

    first: dt.date
    last: dt.date

    @classmethod
    def over(cls, events: Sequence[Event]) -> Scale | None:
        """A scale of whole years that holds all the dated *events*; None if none is dated."""
        days = [day for event in events for day in event.date.bounds if day]
        if not days:
            return None
        return cls(first=dt.date(min(days).year, 1, 1), last=dt.date(max(days).year, 12, 31))

    def at(self, day: dt.date) -> float:
        """Where a day is, in per cent of the line."""
        return 100 * (day - self.first).days / max(1, (self.last - self.first).days)

    def ticks(self) -> list[int]:
        """Years to name."""
        first, last = self.first.year, self.last.year
        step = next((step for step in _STEPS if (last - first) / step < _TICKS), _STEPS[-1])
        return list(range(-(-first // step) * step, last + 1, step))

    def place(self, events: Sequence[Event]) -> list[Place]:
        """Marks for the dated *events*, each in the first row that is free where it begins."""
        dated = [event for event in events if event.date.edtf]
        spans = sorted(((*self._span(event), event) for event in dated), key=lambda one: one[:2])
        ends: list[float] = []
        places = []
        for start, end, event in spans:
            row = next((number for number, taken in enumerate(ends) if taken + _GAP <= start), len(ends))
            ends[row : row + 1] = [end]
            places.append(Place(event=event, start=start, end=end, row=row))
        return places

    def _span(self, event: Event) -> tuple[float, float]:
        start, end = event.date.bounds
        return self.at(start or self.first), self.at(end or self.last)
