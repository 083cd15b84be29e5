"""Writers of the formats of interchange, and the reader of JSON Lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import IO, Any

from detente.errors import UnreadableError
from detente.exchange.tables import COLUMNS, Cell, row
from detente.model import Event

# A spreadsheet takes a cell that begins like this for a formula and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class Format(StrEnum):
    """The formats that events are written in."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


class Layout(StrEnum):
    """The layouts that tables of sentences are read from and written in."""

    CSV = "csv"
    TSV = "tsv"
    JSONL = "jsonl"
    PARQUET = "parquet"


def write(events: Iterable[Event], stream: IO[bytes], form: Format) -> None:
    """Write events in one of the formats, in the order given."""
    _WRITERS[form](events, stream)


def write_jsonl(events: Iterable[Event], stream: IO[bytes]) -> None:
    """One event a line, keys sorted, UTF-8: the same events give the same bytes."""
    for event in events:
        line = json.dumps(event.as_json(), ensure_ascii=False, sort_keys=True, allow_nan=False)
        # Half a surrogate pair can't be UTF-8; a backslash escape of it is JSON for the very same text.
        stream.write(line.encode("utf-8", "backslashreplace") + b"\n")


def read_jsonl(stream: Iterable[bytes], source: str) -> Iterator[Event]:
    """The events that `write_jsonl` wrote. Raises UnreadableError that names *source* and the line."""
    for number, line in enumerate(stream, 1):
        if line.strip():
            try:
                yield Event.from_json(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                raise UnreadableError(
                    f"line {number} of {source} is no event ({error})", "give lines as detente writes them"
                ) from error


def write_csv(events: Iterable[Event], stream: IO[bytes]) -> None:
    """RFC 4180 in UTF-8 with a header of the names in `tables.COLUMNS`.

    A text that a spreadsheet would run as a formula gets an apostrophe in front, which it shows as text.
    """
    writer = csv.writer(_Encoded(stream), lineterminator="\r\n")
    writer.writerow(column.name for column in COLUMNS)
    for event in events:
        writer.writerow(map(_guarded, row(event).values()))


def write_parquet(events: Iterable[Event], stream: IO[bytes]) -> None:
    """One Parquet file with the columns of `tables.COLUMNS`; what each means is in the schema's metadata."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {"text": pa.string(), "integer": pa.int64(), "real": pa.float64()}
    schema = pa.schema([
        pa.field(column.name, kinds[column.kind], metadata={"meaning": column.meaning}) for column in COLUMNS
    ])  # fmt: skip
    rows = [{name: _storable(cell) for name, cell in row(event).items()} for event in events]
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), stream)


def _guarded(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _storable(cell: Cell) -> Any:
    return cell.encode("utf-8", "backslashreplace").decode() if isinstance(cell, str) else cell


class _Encoded:
    """What `csv` needs of a text file, over a stream of bytes."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(text.encode("utf-8", "backslashreplace"))


_WRITERS = {Format.JSONL: write_jsonl, Format.CSV: write_csv, Format.PARQUET: write_parquet}
