"""The knowledge of detente as tables: comma-separated files in `tables/`, each headed by its source and licence.

Lines that begin with '#' are comments; the first other line names the columns.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Mapping
from importlib.resources import files

Row = Mapping[str, str]


@functools.cache
def rows(table: str) -> tuple[Row, ...]:
    """The rows of a table in its order, by column name; cells without text are empty strings.

    Raises FileNotFoundError if there is no such table and ValueError if a row has another number of cells
    than the head.
    """
    text = (files("detente.knowledge") / "tables" / table).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    reader = csv.reader(lines)
    head = next(reader)
    found = []
    for cells in reader:
        if len(cells) != len(head):
            raise ValueError(f"{table}: {cells!r} has {len(cells)} cells where the head has {len(head)}")
        found.append(dict(zip(head, cells, strict=True)))
    return tuple(found)
