"""What people say about an event that the coder got wrong, and the event as it stands after that.

A correction is a row that stays: undoing one is another row. It holds on to the words it was made about, so
that it survives reading the account again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from detente.errors import UsageError
from detente.model import Basis, Event, EventType, Modality, Moment, Party


class Field(StrEnum):
    """What can be corrected. `wrong` says that there is no such event at all."""

    TYPE = "type"
    MODE = "mode"
    MODALITY = "modality"
    DATE = "date"
    SOURCE = "source"
    TARGET = "target"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The words a correction was made about: the quote, and the trigger in it (or the quote again)."""

    type: str
    quote: str
    trigger: str
    trigger_start: int

    @classmethod
    def of(cls, event: Event) -> Anchor:
        trigger = event.evidence.trigger or event.evidence.span
        return cls(
            type=event.type, quote=event.evidence.span.text, trigger=trigger.text, trigger_start=trigger.start
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One change somebody made. Values are text: a type, an EDTF date, codes joined by commas, yes or no.

    `event` is the id as coded, None while the account holds no event on the same words; `made_at` is UTC.
    """

    id: int
    event: str | None
    field: Field
    old: str
    new: str
    by: str
    why: str
    made_at: dt.datetime
    undoes: int | None
    anchor: Anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An event as coded and as it stands after its corrections."""

    coded: Event
    event: Event
    wrong: bool = False

    @classmethod
    def after(cls, coded: Event, corrections: Iterable[Correction]) -> Standing:
        """The event after those *corrections* that nobody undid, in the order they were made."""
        standing = cls(coded=coded, event=coded)
        for correction in effective(corrections):
            standing = standing.corrected(correction.field, correction.new)
        return standing

    def corrected(self, field: Field, value: str) -> Standing:
        """The same with one field changed. Raises UsageError if the value makes no sense there."""
        try:
            if field is Field.WRONG:
                return replace(self, wrong=_YES_NO[value.strip().lower()])
            return replace(self, event=_SET[field](self.event, value.strip()))
        except (ValueError, KeyError):
            raise UsageError(f"{value!r} is no {field}", _REMEDY[field]) from None

    def value(self, field: Field) -> str:
        """What stands in a field, as text."""
        return ("yes" if self.wrong else "no") if field is Field.WRONG else _GET[field](self.event)


def effective(corrections: Iterable[Correction]) -> list[Correction]:
    """Those that count: not undone, and no undoing themselves."""
    made = list(corrections)
    undone = {correction.undoes for correction in made}
    return [correction for correction in made if correction.undoes is None and correction.id not in undone]


def attach(anchor: Anchor, events: Sequence[Event]) -> Event | None:
    """The event on the anchor's words: of the same type if there is one, the nearest if several."""
    same = [event for event in events if _same_words(anchor, Anchor.of(event))]
    fitting = [event for event in same if event.type == anchor.type] or (same if len(same) == 1 else [])
    return min(
        fitting, key=lambda event: abs(Anchor.of(event).trigger_start - anchor.trigger_start), default=None
    )


def _same_words(one: Anchor, other: Anchor) -> bool:
    return (one.quote, one.trigger) == (other.quote, other.trigger)


def _with_type(event: Event, value: str) -> Event:
    # Mode, CAMEO code and Goldstein value belong to the type that is gone.
    return replace(event, type=EventType(value.upper()), mode=None, cameo=None, goldstein=None)


def _with_date(event: Event, value: str) -> Event:
    moment = Moment(edtf=value, basis=Basis.STATED) if value else Moment()
    return replace(event, date=moment)


def _parties(event: Event, value: str) -> tuple[Party, ...]:
    """Parties by their codes; those the event knows already keep their names and words."""
    known = {party.code: party for party in (*event.target, *event.source)}
    codes = [code.strip().upper() for code in value.split(",") if code.strip()]
    return tuple(known.get(code) or Party(code=code, name=code) for code in codes)


def _codes(parties: Sequence[Party]) -> str:
    return ",".join(party.code for party in parties)


_SET: dict[Field, Callable[[Event, str], Event]] = {
    Field.TYPE: _with_type,
    Field.MODE: lambda event, value: replace(event, mode=value or None),
    Field.MODALITY: lambda event, value: replace(event, modality=Modality(value.lower())),
    Field.DATE: _with_date,
    Field.SOURCE: lambda event, value: replace(event, source=_parties(event, value)),
    Field.TARGET: lambda event, value: replace(event, target=_parties(event, value)),
}
_GET: dict[Field, Callable[[Event], str]] = {
    Field.TYPE: lambda event: event.type.value,
    Field.MODE: lambda event: event.mode or "",
    Field.MODALITY: lambda event: event.modality.value,
    Field.DATE: lambda event: event.date.edtf or "",
    Field.SOURCE: lambda event: _codes(event.source),
    Field.TARGET: lambda event: _codes(event.target),
}
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}
_REMEDY = {
    Field.TYPE: "use one of " + ", ".join(EventType),
    Field.MODE: "use a mode of the codebook",
    Field.MODALITY: "use one of " + ", ".join(Modality),
    Field.DATE: "use a date such as 1979, 1979-05, 1979-05-03 or 1979-05/1980",
    Field.SOURCE: "use codes joined by commas, such as KOR,RUS",
    Field.TARGET: "use codes joined by commas, such as KOR,RUS",
    Field.WRONG: "use yes or no",
}
