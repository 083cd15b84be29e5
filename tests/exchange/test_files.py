"""Events out in every format, and back."""

import csv
import io
import json

import pyarrow.parquet as pq
import pytest
from accounts import coded, document
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import events

from detente.errors import UnreadableError
from detente.exchange.files import Format, read_jsonl, write
from detente.exchange.tables import COLUMNS, row
from detente.model import Event

FEW = settings(max_examples=40, deadline=None)


def written(content: list[Event], form: Format) -> bytes:
    stream = io.BytesIO()
    write(content, stream, form)
    return stream.getvalue()


@FEW
@given(st.lists(events(), max_size=3))
def test_json_lines_come_back_as_they_were(content: list[Event]) -> None:
    """Events written as JSON Lines are read back equal, and written again give the same bytes."""
    data = written(content, Format.JSONL)
    again = list(read_jsonl(io.BytesIO(data), "events.jsonl"))
    assert again == content
    assert written(again, Format.JSONL) == data
    assert data.count(b"\n") == len(content)


@FEW
@given(st.lists(events(), max_size=3))
def test_csv_keeps_every_cell(content: list[Event]) -> None:
    """A CSV reader finds each cell as it was, but for the apostrophe before what looks like a formula."""
    text = written(content, Format.CSV).decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == len(content)
    for found, event in zip(rows, content, strict=True):
        for column in COLUMNS:
            cell = column.value(event)
            expected = "" if cell is None else str(cell)
            kept = found[column.name]
            if column.kind == "text" and expected[:1] in tuple("=+-@\t\r\n"):
                assert kept == "'" + expected
            else:
                assert kept == expected


@FEW
@given(st.lists(events(), max_size=3))
def test_parquet_keeps_every_cell(content: list[Event]) -> None:
    """A Parquet reader finds each cell as it was, under the documented column names."""
    table = pq.read_table(io.BytesIO(written(content, Format.PARQUET)))
    assert table.column_names == [column.name for column in COLUMNS]
    assert table.to_pylist() == [row(event) for event in content]


@pytest.mark.parametrize("form", Format)
def test_no_events_are_still_a_file_of_the_format(form: Format) -> None:
    """An empty result is an empty table with its header, not a broken file."""
    data = written([], form)
    if form is Format.JSONL:
        assert data == b""
    elif form is Format.CSV:
        assert data.decode().rstrip("\r\n").split(",") == [column.name for column in COLUMNS]
    else:
        assert pq.read_table(io.BytesIO(data)).num_rows == 0


def test_characters_of_any_script_are_written_as_themselves() -> None:
    """JSON Lines can be read by eye and searched in any script."""
    account = document("Сеул обвинил Москву. 서울")
    account_event = coded(document())[0]
    data = account_event.as_json() | {"why": account.text}
    assert account.text.encode() in written([Event.from_json(data)], Format.JSONL)


def test_half_a_surrogate_pair_survives_json_lines() -> None:
    """A file name that is no Unicode does not stop the output, and comes back as it was."""
    event = Event.from_json(coded(document())[0].as_json() | {"why": "a\udcffb"})
    assert list(read_jsonl(io.BytesIO(written([event], Format.JSONL)), "x")) == [event]
    assert b"\\udcff" in written([event], Format.CSV)


@pytest.mark.parametrize("line", (
    "{", "[]", "3", "null", "{}", '{"evidence": 3, "date": {}}', "[" * 100_000, "\x00",
))  # fmt: skip
def test_a_bad_line_is_named(line: str) -> None:
    """What is no event is refused with the file and the line, and the good ones before it are given."""
    good = written([coded(document())[0]], Format.JSONL)
    reading = read_jsonl([good, line.encode()], "events.jsonl")
    assert next(reading) == coded(document())[0]
    with pytest.raises(UnreadableError, match=r"line 2 of events\.jsonl is no event"):
        next(reading)


def test_every_column_says_what_it_means() -> None:
    """Column names are unique, plain, and each has its meaning beside it."""
    names = [column.name for column in COLUMNS]
    assert len(set(names)) == len(names)
    assert all(name.isidentifier() and column.meaning for name, column in zip(names, COLUMNS, strict=True))
    assert json.dumps(row(coded(document())[0]))
