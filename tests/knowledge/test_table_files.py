"""Every table of the knowledge says where it comes from and under which licence, and can be read."""

from __future__ import annotations

from importlib.resources import files

import pytest

from detente.knowledge.tables import rows

_TABLES = sorted(path.name for path in (files("detente.knowledge") / "tables").iterdir() if path.name.endswith(".csv"))


@pytest.mark.parametrize("table", _TABLES)
def test_a_table_names_source_and_licence_and_has_rows(table: str) -> None:
    text = (files("detente.knowledge") / "tables" / table).read_text(encoding="utf-8")
    head = [line for line in text.splitlines() if line.startswith("#")]
    assert any(line.startswith("# source: ") for line in head)
    assert any(line.startswith("# licence: ") for line in head)
    assert rows(table)
    assert all(cell == cell.strip() for row in rows(table) for cell in row.values())


@pytest.mark.parametrize("table", _TABLES)
def test_no_row_of_a_table_stands_twice(table: str) -> None:
    found = [tuple(row.values()) for row in rows(table)]
    assert len(found) == len(set(found))
