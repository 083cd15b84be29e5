"""Rows whose actors are known: adds type, quad class, modality and confidence to a table of sentences.

CSV, TSV, JSON Lines and Parquet are read in batches and written as they come, so that a file larger than memory
passes through. A row that can't be coded keeps its place and says why in the column `problem`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Any

from detente.coding.classifier import Reading, classify
from detente.coding.marked import Marked
from detente.errors import UnreadableError, UsageError
from detente.exchange.files import Layout

Row = dict[str, Any]
Batch = list[Row]

BATCH = 256  # rows that are held at a time
_EXCESS = "excess"  # the column for cells beyond the head
ADDED = ("type", "quad", "modality", "confidence", "problem")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The names of the columns that hold the sentence and the words of its two actors."""

    text: str = "text"
    source: str = "source"
    target: str = "target"


@dataclass(slots=True, kw_only=True)
class Tally:
    """How many rows were coded, and how many not."""

    coded: int = 0
    refused: int = 0


def layout_of(path: Path) -> Layout:
    """The layout that a file's name asks for. Raises UsageError if it asks for none of them."""
    try:
        return Layout(path.suffix.removeprefix(".").lower())
    except ValueError:
        known = ", ".join(f".{layout}" for layout in Layout)
        raise UsageError(f"{path} does not say what it is", f"name it with one of {known}") from None


def label(
    path: Path,
    stream: IO[bytes],
    layout: Layout,
    columns: Columns,
    watch: Callable[[int], None] = lambda _: None,
) -> Tally:
    """Write the rows of a table with what the learned coder makes of them, in the order of the table.

    *watch* is told how many rows are done after each batch. Raises UnreadableError if the table can't be read and
    UsageError if a column is missing.
    """
    tally = Tally()
    writer = _WRITERS[layout](stream)
    for batch in _batches(path):
        _check(batch[0], columns, path)
        writer.write(_labelled(batch, columns, tally))
        watch(tally.coded + tally.refused)
    if not tally.coded + tally.refused:
        raise UnreadableError(f"{path} has no rows", "give a table with a head and rows")
    writer.close()
    return tally


def _labelled(batch: Batch, columns: Columns, tally: Tally) -> Batch:
    """The rows with the added columns."""
    marked = [_marked(row, columns) for row in batch]
    readings = iter(classify(found for found in marked if isinstance(found, Marked)))
    rows = []
    for row, found in zip(batch, marked, strict=True):
        coded = isinstance(found, Marked)
        tally.coded += coded
        tally.refused += not coded
        answer = _answer(next(readings)) if coded else {"problem": found}
        rows.append(row | dict.fromkeys(ADDED) | answer)
    return rows


def _marked(row: Row, columns: Columns) -> Marked | str:
    """The sentence with its actors marked, or what the row lacks."""
    if isinstance(excess := row.get(_EXCESS), list):
        return f"more cells than the head names, {len(excess)} left out where the layout has no place for them"
    text, source, target = (row.get(name) for name in (columns.text, columns.source, columns.target))
    if not isinstance(text, str) or not text.strip():
        return f"no words in {columns.text}"
    for name, words in ((columns.source, source), (columns.target, target)):
        if words is not None and not isinstance(words, str):
            return f"{name} is no text"
    return Marked.of(text, source or "", target or "")


def _answer(reading: Reading) -> Row:
    kind = reading.type
    return {
        "type": kind.value if kind else "NONE",
        "quad": kind.quad if kind else None,
        "modality": reading.modality.value,
        "confidence": round(reading.confidence, 4),
        "problem": None,
    }


def _check(row: Row, columns: Columns, path: Path) -> None:
    for option, name in (("--text", columns.text), ("--source", columns.source), ("--target", columns.target)):
        if name not in row:
            there = ", ".join(map(str, row))
            raise UsageError(f"{path} has no column {name!r}", f"name it with {option}; there are {there}")
    if taken := [name for name in ADDED if name in row]:
        raise UsageError(f"{path} has a column {taken[0]!r} already", "rename it first")


# -- tables in -----------------------------------------------------------------------------------------------


def _batches(path: Path) -> Iterator[Batch]:
    rows = _READERS[layout_of(path)](path)
    if path.exists() and not path.is_file():  # a pipe would be waited for without end
        raise UnreadableError(f"{path} is no ordinary file", "save the table in a file first")
    try:
        while batch := list(islice(rows, BATCH)):
            yield batch
    except OSError as error:
        raise UnreadableError(f"{path} can't be read: {error.strerror or error}", "check the name") from None
    except UnicodeDecodeError as error:
        raise UnreadableError(f"{path} is no UTF-8 text at byte {error.start}", "re-encode it in UTF-8") from None


def _delimited(path: Path, delimiter: str) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines, delimiter=delimiter, restkey=_EXCESS, strict=True)
        try:
            yield from reader
        except csv.Error as error:
            raise UnreadableError(f"line {reader.line_num} of {path} is malformed: {error}", "mend it") from None


def _lines(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _object(line, number, path)


def _object(line: str, number: int, path: Path) -> Row:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"line {number} of {path} is no JSON ({error})", "mend it") from None
    if not isinstance(found, dict):
        raise UnreadableError(f"line {number} of {path} is no JSON object", "give one object a line")
    return found


def _parquet(path: Path) -> Iterator[Row]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as table:
            for batch in table.iter_batches(batch_size=BATCH):
                yield from batch.to_pylist()
    except pa.ArrowInvalid as error:
        reason = str(error).splitlines()[0]
        raise UnreadableError(f"{path} is no Parquet file ({reason})", "check the name") from None


# -- tables out ----------------------------------------------------------------------------------------------


class _Delimited:
    """Writes rows as text with a header; half a surrogate pair, which UTF-8 lacks, as a backslash escape."""

    def __init__(self, stream: IO[bytes], delimiter: str) -> None:
        self._text = io.TextIOWrapper(stream, "utf-8", "backslashreplace", newline="", write_through=True)
        self._delimiter = delimiter
        self._writer: csv.DictWriter[str] | None = None

    def write(self, batch: Sequence[Row]) -> None:
        if self._writer is None:
            self._writer = csv.DictWriter(
                self._text, list(batch[0]), delimiter=self._delimiter, lineterminator="\n", extrasaction="ignore"
            )
            self._writer.writeheader()
        self._writer.writerows(batch)

    def close(self) -> None:
        self._text.detach()


class _Lines:
    """Writes one JSON object a line."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def write(self, batch: Sequence[Row]) -> None:
        for row in batch:
            line = json.dumps(row, ensure_ascii=False, default=str)
            self._stream.write(line.encode("utf-8", "backslashreplace") + b"\n")

    def close(self) -> None:
        """Nothing is held back."""


class _Parquet:
    """Writes row groups of a Parquet file, of the columns that the first batch has."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._writer: Any = None

    def write(self, batch: Sequence[Row]) -> None:
        import pyarrow as pa

        try:
            self._write(batch)
        except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
            reason = str(error).splitlines()[0]
            raise UsageError(f"the rows differ in kind from each other ({reason})", "write them as jsonl") from None

    def _write(self, batch: Sequence[Row]) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        if self._writer is None:
            table = pa.Table.from_pylist(list(batch))
            kinds = {"type": pa.string(), "quad": pa.int64(), "modality": pa.string(), "confidence": pa.float64(),
                     "problem": pa.string()}  # fmt: skip
            fields = [pa.field(field.name, kinds.get(field.name, field.type)) for field in table.schema]
            self._writer = pq.ParquetWriter(self._stream, pa.schema(fields))
        self._writer.write_table(pa.Table.from_pylist(list(batch), schema=self._writer.schema))

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()


_READERS: dict[Layout, Callable[[Path], Iterator[Row]]] = {
    Layout.CSV: lambda path: _delimited(path, ","),
    Layout.TSV: lambda path: _delimited(path, "\t"),
    Layout.JSONL: _lines,
    Layout.PARQUET: _parquet,
}
_WRITERS: dict[Layout, Callable[[IO[bytes]], _Delimited | _Lines | _Parquet]] = {
    Layout.CSV: lambda stream: _Delimited(stream, ","),
    Layout.TSV: lambda stream: _Delimited(stream, "\t"),
    Layout.JSONL: _Lines,
    Layout.PARQUET: _Parquet,
}
