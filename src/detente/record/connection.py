"""Opening the file of a record: one process holds it at a time, so everybody waits for their turn."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import duckdb

from detente.errors import RecordError
from detente.record.schema import MIGRATIONS, migrate, version

# No extension is fetched, and no table that a file lacks is taken for a variable of this program by its name.
_CONFINED: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "python_enable_replacements": "false",
}
_PAUSE = 0.05  # seconds between two tries for a file that somebody else holds
_HOLDER = re.compile(r"PID (\d+)")


def connect(path: Path, *, read_only: bool, timeout: float) -> duckdb.DuckDBPyConnection:
    """An open connection to a record of the newest layout; a missing one is made unless *read_only*.

    Waits up to *timeout* seconds for another process to let go. Raises RecordError.
    """
    _check_place(path, read_only)
    connection = _turn(path, read_only, timeout)
    try:
        if not read_only:
            migrate(connection, path)
        elif version(connection, path) < len(MIGRATIONS):
            raise RecordError(
                f"the record {path} has an older layout", "read any account into it to bring it up to date"
            )
    except BaseException:
        connection.close()
        raise
    return connection


def _check_place(path: Path, read_only: bool) -> None:
    # Not with Path's own methods: these raise where a folder may not be looked into.
    if os.path.isdir(path):  # noqa: PTH112
        raise RecordError(f"{path} is a folder, not a record", f"name a file, such as {path}/detente.duckdb")
    if read_only and not os.path.exists(path):  # noqa: PTH110
        raise RecordError(
            f"there is no record at {path}",
            "make one with 'detente read PATH', or name another with --record",
        )
    if not os.path.isdir(path.parent):  # noqa: PTH112
        raise RecordError(f"there is no folder {path.parent} to keep the record in", "make it first")


def _turn(path: Path, read_only: bool, timeout: float) -> duckdb.DuckDBPyConnection:
    deadline = time.monotonic() + timeout
    while True:
        try:
            return duckdb.connect(str(path), read_only=read_only, config=_CONFINED)
        except (duckdb.IOException, duckdb.ConnectionException) as error:
            if not _is_busy(error) or time.monotonic() > deadline:
                raise refusal(path, error) from None
        time.sleep(_PAUSE)


def _is_busy(error: duckdb.Error) -> bool:
    return "lock" in str(error) or "different configuration" in str(error)


def refusal(path: Path, error: duckdb.Error) -> RecordError:
    """What DuckDB says about a file, in one sentence of ours."""
    text = str(error)
    if _is_busy(error):
        holder = _HOLDER.search(text)
        by = f" by process {holder[1]}" if holder else ""
        return RecordError(f"the record {path} is in use{by}", "try again when it is done")
    if "not a valid DuckDB database" in text:
        return RecordError(f"{path} is no record: it is not a DuckDB file", "name another file with --record")
    reason = text.split(": ", 1)[-1].splitlines()[0]
    return RecordError(f"the record {path} can't be used: {reason}", "check its folder and the space left")
