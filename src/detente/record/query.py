"""Which events: filters, compiled to SQL in which every value is a parameter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from detente.model import EventType, Modality

_TAKES_PART = """
    EXISTS (SELECT 1 FROM parties p
            WHERE p.event = e.id AND p.side <> 'said_by' AND list_contains(?, p.code))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What an event has to be; an empty field asks nothing.

    `actors`: any of these codes takes part (as source or target); `dyad`: both do. `since`, `until`: the
    days in which it may have happened overlap these, so that an undated event never does. `document`: the
    account's id or its beginning, or its source. `text`: words of the quote, in any case. Events marked
    wrong are left out unless `wrong`.
    """

    actors: tuple[str, ...] = ()
    dyad: tuple[str, str] | None = None
    types: tuple[EventType, ...] = ()
    quads: tuple[int, ...] = ()
    modalities: tuple[Modality, ...] = ()
    contexts: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    document: str | None = None
    min_confidence: float = 0.0
    text: str | None = None
    wrong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """SQL and the values of its parameters, in order."""

    sql: str
    values: tuple[Any, ...]


Condition = tuple[str, tuple[Any, ...]]


def compile_filters(filters: Filters) -> Query:
    """The bodies of the events that pass, by date (undated last), account and place in the account."""
    conditions = list(_conditions(filters))
    where = " AND ".join(sql for sql, _ in conditions) or "true"
    sql = f"""
        SELECT coalesce(e.corrected, e.body) FROM events e JOIN accounts a ON a.id = e.account
        WHERE {where} ORDER BY e.date_start NULLS LAST, e.date_end NULLS LAST, a.source, e.position
    """  # every fragment is a constant of this module
    return Query(sql=sql, values=tuple(value for _, values in conditions for value in values))


def _conditions(filters: Filters) -> Iterator[Condition]:
    yield from _membership(filters)
    yield from _days(filters)
    if not filters.wrong:
        yield "NOT e.wrong", ()
    for codes in (filters.actors, *((code,) for code in filters.dyad or ())):
        if codes:
            yield _TAKES_PART, (list(codes),)
    if filters.document:
        yield "(starts_with(e.account, ?) OR a.source = ?)", (filters.document, filters.document)
    if filters.min_confidence:
        yield "e.confidence >= ?", (filters.min_confidence,)
    if filters.text:
        yield "contains(lower(e.quote), lower(?))", (filters.text,)


def _membership(filters: Filters) -> Iterator[Condition]:
    for sql, wanted in (
        ("list_contains(?, e.type)", filters.types),
        ("list_contains(?, e.quad)", filters.quads),
        ("list_contains(?, e.modality)", filters.modalities),
        ("list_has_any(e.contexts, ?)", filters.contexts),
    ):
        if wanted:
            yield sql, (list(wanted),)


def _days(filters: Filters) -> Iterator[Condition]:
    if filters.since or filters.until:
        yield "e.edtf IS NOT NULL", ()
    if filters.since:
        yield "(e.date_end IS NULL OR e.date_end >= ?)", (filters.since,)
    if filters.until:
        yield "(e.date_start IS NULL OR e.date_start <= ?)", (filters.until,)
