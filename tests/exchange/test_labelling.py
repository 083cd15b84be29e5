"""Tables of sentences whose actors are known: each row keeps its place and gains what the model makes of it."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from detente.errors import UnreadableError, UsageError
from detente.exchange.files import Layout
from detente.exchange.labelling import Columns, Tally, label

ROWS = [
    {"id": 1, "text": "France on Monday expelled four Chilean diplomats.", "source": "France", "target": "Chilean diplomats"},
    {"id": 2, "text": "Ghana's president met his Kenyan counterpart in Accra.", "source": "Ghana's president", "target": "his Kenyan counterpart"},
    {"id": 3, "text": "  ", "source": "Ghana", "target": "Kenya"},
]


def written(folder: Path, layout: Layout, rows: list[dict[str, Any]]) -> Path:
    path = folder / f"rows.{layout}"
    if layout is Layout.PARQUET:
        pq.write_table(pa.Table.from_pylist(rows), path)
    elif layout is Layout.JSONL:
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    else:
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(rows[0]), delimiter="," if layout is Layout.CSV else "\t")
            writer.writeheader()
            writer.writerows(rows)
    return path


def labelled(path: Path, layout: Layout, columns: Columns | None = None) -> tuple[list[dict[str, Any]], Tally]:
    stream = io.BytesIO()
    tally = label(path, stream, layout, columns or Columns())
    data = stream.getvalue()
    if layout is Layout.PARQUET:
        return pq.read_table(io.BytesIO(data)).to_pylist(), tally
    if layout is Layout.JSONL:
        return [json.loads(line) for line in data.splitlines()], tally
    return list(csv.DictReader(io.StringIO(data.decode()), delimiter="," if layout is Layout.CSV else "\t")), tally


@pytest.mark.parametrize("layout", Layout)
def test_every_layout_keeps_its_rows_and_gains_columns(tmp_path: Path, layout: Layout) -> None:
    rows, tally = labelled(written(tmp_path, layout, ROWS), layout)
    assert [int(row["id"]) for row in rows] == [1, 2, 3]
    assert [row["type"] or None for row in rows] == ["SANCTION", "CONSULT", None]
    assert [int(row["quad"]) for row in rows[:2]] == [4, 1]
    assert (tally.coded, tally.refused) == (2, 1)


def test_a_row_without_words_says_why_and_the_rest_goes_on(tmp_path: Path) -> None:
    rows, _ = labelled(written(tmp_path, Layout.JSONL, ROWS), Layout.JSONL)
    assert [row["problem"] for row in rows] == [None, None, "no words in text"]


def test_confidence_is_a_share(tmp_path: Path) -> None:
    rows, _ = labelled(written(tmp_path, Layout.JSONL, ROWS[:2]), Layout.JSONL)
    assert all(0 < row["confidence"] <= 1 for row in rows)


def test_columns_may_have_other_names(tmp_path: Path) -> None:
    path = written(tmp_path, Layout.CSV, [{"s": ROWS[0]["text"], "a": "France", "b": "Chilean diplomats"}])
    rows, _ = labelled(path, Layout.CSV, Columns(text="s", source="a", target="b"))
    assert rows[0]["type"] == "SANCTION"


@pytest.mark.parametrize("name, data, error, words", (
    ("rows.csv", b"text,source\nHe left.,France\n", UsageError, "--target"),  # a column is missing
    ("rows.txt", b"text\n", UsageError, ".csv"),  # no layout by that name
    ("rows.csv", b"text,source,target\n\xff\xfe,a,b\n", UnreadableError, "UTF-8"),  # another encoding
    ("rows.jsonl", b'{"text": "a", "source": "b", "target": "c"}\n{oops\n', UnreadableError, "line 2"),  # a broken line
    ("rows.jsonl", b"[1, 2]\n", UnreadableError, "line 1"),  # JSON, but no object
    ("rows.parquet", b"PAR1 not really", UnreadableError, "Parquet"),  # only the name is right
    ("rows.csv", b"", UnreadableError, "no rows"),  # nothing at all
    ("rows.csv", b"text,source,target,type\na,b,c,d\n", UsageError, "'type'"),  # a column that would be overwritten
))
def test_a_bad_table_is_refused_in_one_sentence(tmp_path: Path, name: str, data: bytes, error: type[Exception], words: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(error, match=words):
        label(path, io.BytesIO(), Layout.JSONL, Columns())


def test_a_row_with_too_many_cells_says_so(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("text,source,target\nHe left.,a,b,c,d\nHe left.,a,b\n", encoding="utf-8")
    rows, tally = labelled(path, Layout.CSV)
    assert [row["problem"][:10] for row in rows] == ["more cells", ""]
    assert (tally.coded, tally.refused) == (1, 1)


def test_rows_of_mixed_kinds_do_not_fit_parquet(tmp_path: Path) -> None:
    path = written(tmp_path, Layout.JSONL, [ROWS[0], ROWS[1] | {"id": "two"}])
    with pytest.raises(UsageError, match="jsonl"):
        label(path, io.BytesIO(), Layout.PARQUET, Columns())


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rows.csv")
    with pytest.raises(UnreadableError, match="no ordinary file"):
        label(tmp_path / "rows.csv", io.BytesIO(), Layout.JSONL, Columns())


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"gone\.csv"):
        label(tmp_path / "gone.csv", io.BytesIO(), Layout.JSONL, Columns())
