"""Dates with the precision that the source had: the part of EDTF (ISO 8601-2) that accounts need.

A date is a year, month, day, season or half (`1988-22`), a decade (`198X`), a century (`19XX`), each with an
optional `~` (approximate) or `?` (uncertain), or an interval of two of these in which `..` is an open bound.
Sub-year groupings 21-41 are those of ISO 8601-2 section 4.8.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

Bounds = tuple[dt.date | None, dt.date | None]

# First and last month of each sub-year grouping; winter is the December that ends the year.
GROUPINGS = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12), 25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 12),
    29: (9, 11), 30: (12, 12), 31: (3, 5), 32: (6, 8), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip

_POINT = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?[~?%]?")


def bounds(edtf: str) -> Bounds:
    """First and last day that *edtf* admits; None for an open bound.

    Raises ValueError if the text is no date of this profile.
    """
    if "/" not in edtf:
        return _point(edtf)
    first, last = edtf.split("/")
    start = None if first == ".." else _point(first)[0]
    end = None if last == ".." else _point(last)[1]
    if start and end and start > end:
        raise ValueError(f"the interval {edtf!r} ends before it begins")
    return start, end


def month_end(year: int, month: int) -> dt.date:
    """Last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _point(text: str) -> tuple[dt.date, dt.date]:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is no EDTF date")
    year, month, day = match.groups()
    if "X" in year:
        if month:
            raise ValueError(f"{text!r} gives a month of an unknown year")
        return dt.date(int(year.replace("X", "0")), 1, 1), dt.date(int(year.replace("X", "9")), 12, 31)
    if day:
        return (dt.date(int(year), int(month), int(day)),) * 2
    if not month:
        return dt.date(int(year), 1, 1), dt.date(int(year), 12, 31)
    first, last = GROUPINGS.get(int(month), (int(month), int(month)))
    return dt.date(int(year), first, 1), month_end(int(year), last)
