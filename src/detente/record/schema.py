"""The tables of a record and how they came to be: every change of layout is one recorded migration.

`events` holds what the coder read (`body`) and, where somebody corrected it, what stands now (`corrected`);
its flat columns and the tables below it always say what stands now. `events.id` is the id as coded and never
changes; a corrected type gives the event another id, kept in `corrected_id`. Times are UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from detente.errors import RecordError


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One step of the layout; steps are numbered from 1 in the order of `MIGRATIONS`."""

    name: str
    sql: str


MIGRATIONS = (
    Migration(
        name="accounts, events, corrections",
        sql="""
        CREATE TABLE accounts (
            id TEXT PRIMARY KEY, source TEXT NOT NULL, title TEXT NOT NULL, published DATE,
            text TEXT NOT NULL, read_at TIMESTAMP NOT NULL, coder TEXT
        );
        -- The same words may come from several places: they are one account.
        CREATE TABLE sources (source TEXT PRIMARY KEY, account TEXT NOT NULL);
        CREATE TABLE events (
            id TEXT PRIMARY KEY, account TEXT NOT NULL, position INTEGER NOT NULL, corrected_id TEXT,
            type TEXT NOT NULL, mode TEXT, contexts TEXT[], cameo TEXT,
            quad TINYINT NOT NULL, goldstein DOUBLE,
            edtf TEXT, date_start DATE, date_end DATE, date_text TEXT, basis TEXT NOT NULL,
            modality TEXT NOT NULL, confidence DOUBLE NOT NULL, coder TEXT NOT NULL, why TEXT NOT NULL,
            quote TEXT NOT NULL, quote_start INTEGER NOT NULL, quote_end INTEGER NOT NULL,
            trigger_start INTEGER, trigger_end INTEGER, wrong BOOLEAN NOT NULL,
            body TEXT NOT NULL, corrected TEXT
        );
        CREATE TABLE parties (
            event TEXT NOT NULL, account TEXT NOT NULL, side TEXT NOT NULL, position INTEGER NOT NULL,
            code TEXT NOT NULL, role TEXT, name TEXT NOT NULL, office TEXT,
            words TEXT, words_start INTEGER, words_end INTEGER
        );
        CREATE TABLE figures (
            event TEXT NOT NULL, account TEXT NOT NULL, position INTEGER NOT NULL,
            value DOUBLE NOT NULL, unit TEXT NOT NULL, counted TEXT, per TEXT, bound TEXT,
            words TEXT NOT NULL, words_start INTEGER NOT NULL, words_end INTEGER NOT NULL
        );
        CREATE TABLE places (
            event TEXT NOT NULL, account TEXT NOT NULL, position INTEGER NOT NULL,
            name TEXT NOT NULL, country TEXT, latitude DOUBLE, longitude DOUBLE,
            words TEXT, words_start INTEGER, words_end INTEGER
        );
        CREATE SEQUENCE correction_ids;
        -- `event` is NULL while no event of the account rests on the words that were corrected.
        CREATE TABLE corrections (
            id INTEGER PRIMARY KEY DEFAULT nextval('correction_ids'), account TEXT NOT NULL, event TEXT,
            field TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL, made_by TEXT NOT NULL,
            why TEXT NOT NULL, made_at TIMESTAMP NOT NULL, undoes INTEGER,
            type TEXT NOT NULL, quote TEXT NOT NULL, trigger TEXT NOT NULL, trigger_start INTEGER NOT NULL
        );
        """,
    ),
)


def migrate(
    connection: duckdb.DuckDBPyConnection, path: Path, migrations: tuple[Migration, ...] = MIGRATIONS
) -> None:
    """Bring the record to the newest layout, each step in a transaction of its own.

    Raises RecordError if the file is some other database or a record of a newer detente.
    """
    tables = {row[0] for row in connection.execute("SHOW TABLES").fetchall()}
    if not tables:
        connection.execute(
            "CREATE TABLE migrations (version INTEGER PRIMARY KEY, name TEXT, applied_at TIMESTAMP)"
        )
    elif "migrations" not in tables:
        raise _foreign(path)
    for number in range(version(connection, path, migrations) + 1, len(migrations) + 1):
        _apply(connection, number, migrations[number - 1])


def version(
    connection: duckdb.DuckDBPyConnection, path: Path, migrations: tuple[Migration, ...] = MIGRATIONS
) -> int:
    """The number of the last migration applied. Raises RecordError as `migrate` does."""
    try:
        row = connection.execute("SELECT max(version) FROM migrations").fetchone()
    except (duckdb.CatalogException, duckdb.BinderException):
        raise _foreign(path) from None
    found = int(row[0]) if row and row[0] is not None else 0
    if found > len(migrations):
        raise RecordError(
            f"the record {path} was written by a newer detente: layout {found}, not {len(migrations)}",
            "install a newer detente, or name another record with --record",
        )
    return found


def _apply(connection: duckdb.DuckDBPyConnection, number: int, migration: Migration) -> None:
    connection.begin()
    try:
        connection.execute(migration.sql)
        connection.execute(
            "INSERT INTO migrations VALUES (?, ?, now() AT TIME ZONE 'UTC')", [number, migration.name]
        )
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


def _foreign(path: Path) -> RecordError:
    return RecordError(f"{path} is a DuckDB file but no record of detente", "name another with --record")
