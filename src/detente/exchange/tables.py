"""Events as a flat table: one row an event, with the columns that every tabular format has.

Where an event has several parties, places, contexts or figures, a cell joins them with '; '. The table is for
reading and counting; JSON Lines is the form that keeps everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from detente.model import Event, Figure, Location, Party

Cell = str | int | float | None
Kind = Literal["text", "integer", "real"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the table: what it is called, what its cells are, what they mean."""

    name: str
    kind: Kind = "text"
    meaning: str
    value: Callable[[Event], Cell]


def row(event: Event) -> dict[str, Cell]:
    """The event's cells by the name of their column."""
    return {column.name: column.value(event) for column in COLUMNS}


def figure_text(figure: Figure) -> str:
    """A figure as '7500000 t/year of natural gas', with its hedge (<, >, ~) in front."""
    rate = f"/{figure.per}" if figure.per else ""
    of = f" of {figure.of}" if figure.of else ""
    return f"{figure.bound or ''}{figure.value:.15g} {figure.unit}{rate}{of}"


def _joined(parts: Iterable[str | None]) -> str | None:
    return "; ".join(part or "" for part in parts) or None


def _codes(parties: Sequence[Party]) -> str | None:
    return _joined(party.code for party in parties)


def _names(parties: Sequence[Party]) -> str | None:
    return _joined(party.name for party in parties)


def _roles(parties: Sequence[Party]) -> str | None:
    return _joined(party.role for party in parties) if any(party.role for party in parties) else None


def _day(event: Event, bound: int) -> str | None:
    day = event.date.bounds[bound]
    return day.isoformat() if day else None


def _published(event: Event) -> str | None:
    return event.document.published.isoformat() if event.document.published else None


def _said_by(event: Event) -> tuple[Party, ...]:
    return (event.said_by,) if event.said_by else ()


def _first(event: Event) -> Location:
    return event.place[0] if event.place else Location(name="")


COLUMNS: tuple[Column, ...] = (
    Column(name="id", meaning="stable id of the event", value=lambda e: e.id),
    Column(name="document", meaning="id of the account", value=lambda e: e.document.id),
    Column(name="document_title", meaning="title of the account", value=lambda e: e.document.title),
    Column(name="document_source", meaning="where the account came from", value=lambda e: e.document.source),
    Column(name="published", meaning="day the account appeared, YYYY-MM-DD", value=_published),
    Column(name="type", meaning="PLOVER event type", value=lambda e: e.type.value),
    Column(name="mode", meaning="PLOVER mode of that type", value=lambda e: e.mode),
    Column(name="contexts", meaning="PLOVER contexts", value=lambda e: _joined(e.contexts)),
    Column(name="cameo", meaning="CAMEO code", value=lambda e: e.cameo),
    Column(
        name="quad", kind="integer", value=lambda e: e.quad,
        meaning="1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
    ),
    Column(name="goldstein", kind="real", meaning="Goldstein value, -10 to 10", value=lambda e: e.goldstein),
    Column(name="source", meaning="codes of who did it", value=lambda e: _codes(e.source)),
    Column(name="source_names", meaning="names of who did it", value=lambda e: _names(e.source)),
    Column(name="source_roles", meaning="PLOVER sectors of these", value=lambda e: _roles(e.source)),
    Column(name="target", meaning="codes of whom it was done to", value=lambda e: _codes(e.target)),
    Column(name="target_names", meaning="names of whom it was done to", value=lambda e: _names(e.target)),
    Column(name="target_roles", meaning="PLOVER sectors of these", value=lambda e: _roles(e.target)),
    Column(name="date", meaning="when, EDTF", value=lambda e: e.date.edtf),
    Column(name="date_start", meaning="first day it may have been, YYYY-MM-DD", value=lambda e: _day(e, 0)),
    Column(name="date_end", meaning="last day it may have been, YYYY-MM-DD", value=lambda e: _day(e, 1)),
    Column(name="date_text", meaning="the words that gave the date", value=lambda e: e.date.text),
    Column(name="date_basis", meaning="what the date rests on", value=lambda e: e.date.basis.value),
    Column(name="place", meaning="first place named", value=lambda e: _first(e).name or None),
    Column(name="place_country", meaning="code of its country", value=lambda e: _first(e).country),
    Column(name="latitude", kind="real", meaning="degrees north", value=lambda e: _first(e).latitude),
    Column(name="longitude", kind="real", meaning="degrees east", value=lambda e: _first(e).longitude),
    Column(name="modality", meaning="whether it happened", value=lambda e: e.modality.value),
    Column(name="said_by", meaning="code of whose claim it is", value=lambda e: _codes(_said_by(e))),
    Column(
        name="figures", value=lambda e: _joined(map(figure_text, e.figures)),
        meaning="value, unit, /period and 'of' what is counted",
    ),
    Column(name="quote", meaning="the words it was read from", value=lambda e: e.evidence.span.text),
    Column(
        name="start", kind="integer", value=lambda e: e.evidence.span.start,
        meaning="where the quote begins, in Unicode code points of the account",
    ),
    Column(name="end", kind="integer", meaning="where the quote ends", value=lambda e: e.evidence.span.end),
    Column(
        name="trigger", value=lambda e: e.evidence.trigger.text if e.evidence.trigger else None,
        meaning="the word that made it an event",
    ),
    Column(
        name="trigger_start", kind="integer",
        value=lambda e: e.evidence.trigger.start if e.evidence.trigger else None,
        meaning="where the trigger begins",
    ),
    Column(
        name="trigger_end", kind="integer",
        value=lambda e: e.evidence.trigger.end if e.evidence.trigger else None,
        meaning="where the trigger ends",
    ),
    Column(name="confidence", kind="real", meaning="0 to 1", value=lambda e: e.confidence),
    Column(name="coder", meaning="program and version that read it", value=lambda e: e.coder),
    Column(name="why", meaning="the rule that made it this event", value=lambda e: e.why),
)  # fmt: skip
