"""Offices: whom an office means that only a few states had: 'the Kaiser', 'the Sultan' (`tables/own_offices.csv`)."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping

from detente.coding.memory import Actor, Memory
from detente.knowledge import leaders
from detente.knowledge.tables import rows


def holder(office: str, memory: Memory, on: dt.date | None) -> Actor | None:
    """Who held such an office, of the states that the account speaks of or that had a ruler on the day.

    The account's own earlier holder comes first. None for other offices, and where several states may be meant.
    """
    codes, alone = _offices().get(office, ((), False))
    if not codes:
        return None
    ruled = [code for code in codes if on and leaders.office_holder(code, "head of state", on)]
    spoken = [code for code in codes if memory.prior[code]]
    meant = [code for code in spoken if code in ruled] or spoken
    if alone and not meant:
        meant = [*ruled, *codes][:1]
    last = memory.offices.get(office)
    if last and (not meant or last.code in meant):
        return last
    return Actor(code=meant[0], name=office, role="GOV", person=True) if len(meant) == 1 or (alone and meant) else None


@functools.cache
def _offices() -> Mapping[str, tuple[tuple[str, ...], bool]]:
    """The codes of the states that had an office, and whether the first is meant where none is named."""
    return {
        office: (tuple(row["codes"].split()), row["alone"] == "yes")
        for row in rows("own_offices.csv") for office in row["office"].split(";")
    }  # fmt: skip
