"""One file that keeps accounts, events and corrections, and answers for them.

A `Record` is an open connection. Nobody else can write while one is open, so open it for one piece of work
and close it again; opening takes about ten milliseconds.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Any

import duckdb
import pyarrow as pa

from detente.errors import UnreadableError, UsageError
from detente.model import Document, DocumentRef, Event
from detente.record import rows
from detente.record.connection import connect, refusal
from detente.record.corrections import Anchor, Correction, Field, Standing, attach, effective
from detente.record.query import Filters, compile_filters
from detente.record.schema import version

_CORRECTED = "event, field, old, new, made_by, why, made_at, undoes, type, quote, trigger, trigger_start"
_EVENT_TABLES = ("events", "parties", "figures", "places")


class Outcome(StrEnum):
    """What appending an account did to the record."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a record holds; `unattached` corrections wait for the words they were made about."""

    accounts: int
    events: int
    corrections: int
    unattached: int


class Record:
    """An open record; use it in a `with` statement."""

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False, timeout: float = 10.0) -> Record:
        """The record in a file, made if it is not there unless *read_only*.

        Waits up to *timeout* seconds for other processes. Raises RecordError with a remedy.
        """
        return cls(Path(path), connect(Path(path), read_only=read_only, timeout=timeout))

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def version(self) -> int:
        """The number of the record's layout."""
        return version(self._connection, self.path)

    def counts(self) -> Counts:
        row = self._all("""
            SELECT (SELECT count(*) FROM accounts), (SELECT count(*) FROM events WHERE NOT wrong),
                   (SELECT count(*) FROM corrections), (SELECT count(*) FROM corrections WHERE event IS NULL)
        """)[0]
        return Counts(accounts=row[0], events=row[1], corrections=row[2], unattached=row[3])

    def account(self, account_id: str) -> Document:
        """The account as it was read. Raises UsageError if the record has none of that id."""
        found = self._all("SELECT text, title, source, published FROM accounts WHERE id = ?", account_id)
        if not found:
            raise UsageError(f"the record {self.path} has no account {account_id!r}", "see 'detente events'")
        text, title, source, published = found[0]
        return Document(text=text, title=title, source=source, published=published)

    def events(self, filters: Filters | None = None) -> Iterator[Event]:
        """Events that pass, corrections applied: by date, undated last, then in the order of the text."""
        query = compile_filters(filters or Filters())
        for (body,) in self._all(query.sql, *query.values):
            yield Event.from_json(json.loads(body))

    def event(self, prefix: str) -> Event:
        """The one event whose id begins with *prefix*. Raises UsageError for none or several."""
        return self._standing(prefix).event

    def corrections(self, event: Event) -> tuple[Correction, ...]:
        """All corrections of an event, undone ones and undoings included, in the order they were made."""
        return self._corrections("event = ?", self._key(event.id))

    def append(self, document: Document, events: Sequence[Event]) -> Outcome:
        """Keep an account and its events.

        The same words with the same events change nothing, wherever they came from. Other words under a known
        source take the place of the old ones and their events; corrections go over to the events that rest on
        the same words. Raises UnreadableError for an account that can't be stored as Unicode.
        """
        _check_storable(document)
        with self._transaction():
            previous = self._account_at(document.source)
            primary = self._all("SELECT source FROM accounts WHERE id = ?", document.id)
            if not primary:
                self._supersede(previous, document)
                self._store(document, events)
                return Outcome.REPLACED if previous else Outcome.ADDED
            if primary[0][0] != document.source:
                return self._link_copy(previous, document)
            if self._same(document, events):
                return Outcome.UNCHANGED
            self._store(document, events)
            return Outcome.REPLACED

    def correct(self, event_id: str, field: Field | str, value: str, *, by: str, why: str) -> Correction:
        """Change one field of an event, as a new row that can be undone.

        Raises UsageError for an unknown event or field, or a value that makes no sense there.
        """
        field = _field(field)
        standing = self._standing(event_id)
        changed = standing.corrected(field, value)
        if changed.event.id != standing.event.id and self._taken(changed.event.id, standing.coded.id):
            raise UsageError(
                f"the same words are coded as {changed.event.type} already", "mark this event wrong instead"
            )
        with self._transaction():
            return self._correct(standing, changed, field, by=by, why=why, undoes=None)

    def undo(self, correction_id: int, *, by: str, why: str) -> Correction:
        """Take a correction back, by a row that says so. Raises UsageError if it does not count any more."""
        found = self._corrections("id = ? AND event IS NOT NULL", correction_id)
        made = self._corrections("event = ?", found[0].event) if found else ()
        undone = next((one for one in effective(made) if one.id == correction_id), None)
        if undone is None or undone.event is None:
            raise UsageError(f"there is no correction {correction_id} to undo", "see 'detente show EVENT'")
        standing = self._standing(undone.event)
        rest = Standing.after(standing.coded, [one for one in made if one.id != correction_id])
        with self._transaction():
            return self._correct(standing, rest, undone.field, by=by, why=why, undoes=correction_id)

    def _correct(
        self, before: Standing, after: Standing, field: Field, *, by: str, why: str, undoes: int | None
    ) -> Correction:
        anchor = Anchor.of(before.coded)
        self._all(
            f"INSERT INTO corrections (account, {_CORRECTED}) VALUES (" + ", ".join("?" * 13) + ")",
            before.coded.document.id, before.coded.id, field.value, before.value(field), after.value(field),
            by, why, _now(), undoes, anchor.type, anchor.quote, anchor.trigger, anchor.trigger_start,
        )  # fmt: skip
        position = self._all("SELECT position FROM events WHERE id = ?", before.coded.id)[0][0]
        self._delete("event", before.coded.id)
        self._insert([(position, after)])
        return self._corrections("event = ?", before.coded.id)[-1]

    def _standing(self, prefix: str) -> Standing:
        found = self._all(
            "SELECT id, body FROM events WHERE starts_with(id, ?) OR starts_with(corrected_id, ?)",
            prefix, prefix,
        )  # fmt: skip
        if len(found) != 1 or not prefix:
            raise self._no_single_event(prefix, sorted(row[0] for row in found))
        key, body = found[0]
        return Standing.after(Event.from_json(json.loads(body)), self._corrections("event = ?", key))

    def _no_single_event(self, prefix: str, found: list[str]) -> UsageError:
        if not found:
            return UsageError(f"the record {self.path} has no event {prefix!r}", "see 'detente events'")
        some = ", ".join(found[:4]) + (", ..." if len(found) > 4 else "")
        return UsageError(f"{len(found)} events begin with {prefix!r}", f"write more of one of {some}")

    def _key(self, event_id: str) -> str:
        found = self._all("SELECT id FROM events WHERE id = ? OR corrected_id = ?", event_id, event_id)
        return str(found[0][0]) if found else event_id

    def _taken(self, event_id: str, besides: str) -> bool:
        sql = "SELECT 1 FROM events WHERE (id = ? OR corrected_id = ?) AND id <> ?"
        return bool(self._all(sql, event_id, event_id, besides))

    def _corrections(self, condition: str, *values: Any) -> tuple[Correction, ...]:
        found = self._all(
            f"SELECT id, {_CORRECTED} FROM corrections WHERE {condition} ORDER BY id",  # all constants
            *values,
        )
        return tuple(
            Correction(
                id=row[0], event=row[1], field=Field(row[2]), old=row[3], new=row[4], by=row[5], why=row[6],
                made_at=row[7], undoes=row[8],
                anchor=Anchor(type=row[9], quote=row[10], trigger=row[11], trigger_start=row[12]),
            )
            for row in found
        )  # fmt: skip

    def _account_at(self, source: str) -> str | None:
        found = self._all("SELECT account FROM sources WHERE source = ?", source)
        return str(found[0][0]) if found else None

    def _same(self, document: Document, events: Sequence[Event]) -> bool:
        head = self._all("SELECT title, published FROM accounts WHERE id = ?", document.id)[0]
        bodies = self._all("SELECT body FROM events WHERE account = ? ORDER BY position", document.id)
        new = [rows.body(event) for event in events]
        return head == (document.title, document.published) and [row[0] for row in bodies] == new

    def _link_copy(self, previous: str | None, document: Document) -> Outcome:
        """The words are known from another source: remember this one too."""
        if previous == document.id:
            return Outcome.UNCHANGED
        self._supersede(previous, document)
        self._all("INSERT INTO sources VALUES (?, ?)", document.source, document.id)
        return Outcome.REPLACED if previous else Outcome.UNCHANGED

    def _supersede(self, previous: str | None, document: Document) -> None:
        """The source holds other words now; the old ones stay only if they came from somewhere else too."""
        if previous is None:
            return
        self._all("DELETE FROM sources WHERE source = ?", document.source)
        others = self._all("SELECT min(source) FROM sources WHERE account = ?", previous)[0][0]
        if others is not None:
            self._all("UPDATE accounts SET source = ? WHERE id = ?", others, previous)
            return
        self._all("UPDATE corrections SET account = ?, event = NULL WHERE account = ?", document.id, previous)
        self._delete("account", previous)
        self._all("DELETE FROM accounts WHERE id = ?", previous)

    def _store(self, document: Document, events: Sequence[Event]) -> None:
        """Write the account anew, with corrections on the events that rest on their words."""
        if not all(event.document == DocumentRef.of(document) for event in events):
            raise ValueError(f"events of another account were given for {document.source}")
        self._delete("account", document.id)
        self._all("INSERT OR REPLACE INTO sources VALUES (?, ?)", document.source, document.id)
        self._all(
            "INSERT OR REPLACE INTO accounts VALUES (?, ?, ?, ?, ?, ?, ?)",
            document.id, document.source, document.title, document.published, document.text, _now(),
            events[0].coder if events else None,
        )  # fmt: skip
        made = self._attach(document.id, events)
        self._insert([
            (position, Standing.after(event, [one for one in made if one.event == event.id]))
            for position, event in enumerate(events)
        ])  # fmt: skip

    def _attach(self, account_id: str, events: Sequence[Event]) -> tuple[Correction, ...]:
        for correction in self._corrections("account = ?", account_id):
            event = attach(correction.anchor, events)
            self._all(
                "UPDATE corrections SET event = ? WHERE id = ?", event.id if event else None, correction.id
            )
        return self._corrections("account = ? AND event IS NOT NULL", account_id)

    def _delete(self, owner: str, key: str) -> None:
        """Take out the rows of one event or of a whole account."""
        for table in _EVENT_TABLES:
            column = "id" if table == "events" and owner == "event" else owner
            self._all(f"DELETE FROM {table} WHERE {column} = ?", key)  # both are constants of this module

    def _insert(self, standings: list[tuple[int, Standing]]) -> None:
        for table, content in rows.tables(standings).named():
            if content:
                self._connection.register("incoming", pa.Table.from_pylist(content))
                self._all(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")  # a constant of `rows`
                self._connection.unregister("incoming")

    def _all(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(sql, values).fetchall()
        except (duckdb.IOException, duckdb.FatalException) as error:
            raise refusal(self.path, error) from error

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._all("BEGIN")
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        try:
            self._connection.commit()
        except duckdb.Error as error:
            raise refusal(self.path, error) from error


def _field(name: Field | str) -> Field:
    try:
        return Field(name)
    except ValueError:
        raise UsageError(f"{name!r} can't be corrected", "use one of " + ", ".join(Field)) from None


def _check_storable(document: Document) -> None:
    for what, text in (("name", document.source), ("title", document.title), ("text", document.text)):
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise UnreadableError(
                f"the {what} of {document.source!r} is no valid Unicode at character {error.start + 1}",
                "rename or re-encode it in UTF-8",
            ) from None


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)
