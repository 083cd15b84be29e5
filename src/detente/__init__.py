"""Who did what to whom: reads accounts of how states deal with each other into a sourced record of events.

import detente
for event in detente.read("history.txt"):
    print(event.date.edtf, event.type, event.evidence.span.text)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.errors import DetenteError, MissingPartError, RecordError, UnreadableError, UsageError
from detente.model import (
    Basis,
    Document,
    Event,
    EventType,
    Evidence,
    Figure,
    Location,
    Modality,
    Moment,
    Party,
    Span,
)

if TYPE_CHECKING:
    import datetime as _dt
    from pathlib import Path as _Path

    from detente.record import Filters, Record

__all__ = [
    "Basis", "DetenteError", "Document", "Event", "EventType", "Evidence", "Figure", "Filters", "Location",
    "MissingPartError", "Modality", "Moment", "Party", "Record", "RecordError", "Span", "UnreadableError",
    "UsageError", "open_record", "read",
]  # fmt: skip


def read(path: str | _Path, *, published: _dt.date | None = None) -> tuple[Event, ...]:
    """The events of one account, in the order of its text.

    *published* is the day the account appeared, if it does not say so itself. Raises UnreadableError.
    """
    from pathlib import Path

    from detente.coding.batch import code_account

    return code_account(Path(path), published).events


def open_record(path: str | _Path = "detente.duckdb", *, read_only: bool = False) -> Record:
    """The record in a file, for use in a `with` statement; made if missing. Raises RecordError."""
    from detente.record import Record

    return Record.open(path, read_only=read_only)


def __getattr__(name: str) -> Any:
    # The record's libraries are slow to import, and many uses need no record.
    if name in ("Filters", "Record"):
        from detente import record

        return getattr(record, name)
    raise AttributeError(f"module 'detente' has no attribute {name!r}")
