"""Rows whose actors are known, through the program."""

from __future__ import annotations

from pathlib import Path

_TABLE = "text,source,target\nFrance on Monday expelled four Chilean diplomats.,France,Chilean diplomats\n"


def test_rows_gain_columns_on_standard_output(run) -> None:
    Path("rows.csv").write_text(_TABLE, encoding="utf-8")
    result = run("classify", "rows.csv")
    assert result.code == 0
    assert result.text.splitlines()[0] == "text,source,target,type,quad,modality,confidence,problem"
    assert ",SANCTION,4,actual," in result.text
    assert "1 row coded" in result.err


def test_the_output_file_says_the_layout(run) -> None:
    Path("rows.csv").write_text(_TABLE, encoding="utf-8")
    assert run("classify", "rows.csv", "-o", "coded.jsonl").code == 0
    assert '"type": "SANCTION"' in Path("coded.jsonl").read_text(encoding="utf-8")


def test_a_row_that_cannot_be_coded_is_counted_and_the_rest_goes_on(run) -> None:
    Path("rows.csv").write_text(_TABLE + ",France,Chile\n", encoding="utf-8")
    result = run("classify", "rows.csv")
    assert result.code == 3
    assert "1 row coded, 1 not" in result.err
    assert "no words in text" in result.text


def test_a_missing_column_is_named_with_the_option_for_it(run) -> None:
    Path("rows.csv").write_text("sentence,source,target\nHe left.,a,b\n", encoding="utf-8")
    result = run("classify", "rows.csv")
    assert result.code == 2
    assert "--text" in result.err
    assert "sentence" in result.err


def test_a_table_is_never_written_over(run) -> None:
    Path("rows.csv").write_text(_TABLE, encoding="utf-8")
    assert run("classify", "rows.csv", "-o", "rows.csv").code == 2
    assert Path("rows.csv").read_text(encoding="utf-8") == _TABLE
