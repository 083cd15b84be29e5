"""The words of time: months, weekdays, numbers and parts, and what relative expressions count from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from detente.edtf import month_end
from detente.model import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What relative expressions count from: the bounds of the date told last, and the day of publication."""

    last: tuple[dt.date, dt.date] | None = None
    published: dt.date | None = None

    @property
    def news(self) -> bool:
        """Whether what was told last is as fresh as its publication, as in a wire report."""
        if self.published is None:
            return False
        return self.last is None or abs((self.published - self.last[1]).days) <= _FRESH


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A temporal expression: offsets in the searched text, its EDTF date and what it was counted from.

    `core` is the date without what 'since', 'until' or 'before' made of it; `named` says that a war or
    congress gave it by its name.
    """

    start: int
    end: int
    edtf: str
    basis: Basis
    core: str
    named: bool = False


Resolved = tuple[str, Basis] | None
Resolver = Callable[[re.Match[str], Context], Resolved]

_FRESH = 62  # days
_LONG_AGO = 6  # months
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH_NUMBER = {name: index + 1 for index, name in enumerate(_MONTHS)}
_MONTH_NUMBER |= {name[:3]: number for name, number in _MONTH_NUMBER.items()} | {"sept": 9}
WEEKDAYS = {name: i for i, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_TENS = {word: 10 * i for i, word in enumerate(_ROUND, start=2)}
_NUMBERS = {word: i for i, word in enumerate(_SMALL)} | _TENS | {"a": 1, "an": 1, "several": 4, "few": 4, "couple": 2}
ORDINALS = {
    word: i + 1
    for i, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split()
    )
}
DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}

# Which share of a whole each part-word names: (first, last) in thirds, halves or the like, by kind of whole.
_PART_NAMES = {
    "early": "early", "beginning": "early", "start": "early", "opening": "early", "first": "early",
    "mid": "mid", "middle": "mid", "late": "late", "latter part": "late", "last": "late", "final": "late",
    "closing": "late", "end": "end", "close": "end", "first half": "half1", "second half": "half2",
    "latter half": "half2",
}  # fmt: skip
_MONTHS_OF_PART = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "end": (10, 12), "half1": (1, 6), "half2": (7, 12)}
_YEARS_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "end": (8, 9), "half1": (0, 4), "half2": (5, 9)}
_YEARS_OF_CENTURY = {
    "early": (0, 33), "mid": (34, 66), "late": (67, 99), "end": (90, 99), "half1": (0, 49), "half2": (50, 99)
}  # fmt: skip
_DAYS_OF_PART = {
    "early": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (21, 31), "half1": (1, 15), "half2": (16, 31)
}  # fmt: skip


def month_number(name: str) -> int:
    """1 to 12 of an English month's name or abbreviation."""
    return _MONTH_NUMBER[name.lower().rstrip(".")]


def number(text: str) -> int:
    """The value of a small number in figures or words; vague ones ('a few') have a usual size."""
    words = [word for word in re.split(r"[ -]+", text.lower()) if word != "of"]
    if words[-1].isdigit():
        return int(words[-1])
    if len(words) > 1 and words[-2] in _TENS:
        return _TENS[words[-2]] + _NUMBERS[words[-1]]
    return _NUMBERS[words[-1]]


def iso(year: int, month: int, day: int) -> str:
    """A day as EDTF; it need not exist."""
    return f"{year:04}-{month:02}-{day:02}"


def part_of_month(year: int, month: int, part: str | None) -> str:
    """Thirds or halves of a month as days, the month itself without a part."""
    if not part:
        return f"{year:04}-{month:02}"
    first, last = _DAYS_OF_PART[_part_name(part)]
    return f"{iso(year, month, first)}/{iso(year, month, min(last, month_end(year, month).day))}"


def part_of_year(year: int, part: str | None) -> str:
    """Thirds or halves of a year as months: 'early' is January to April."""
    if not part:
        return f"{year:04}"
    first, last = _MONTHS_OF_PART[_part_name(part)]
    return f"{year:04}-{first:02}/{year:04}-{last:02}"


def part_of_decade(start: int, part: str | None) -> str:
    """Parts of the decade that begins in *start*, as years."""
    if not part:
        return f"{start // 10:03}X"
    first, last = _YEARS_OF_DECADE[_part_name(part)]
    return f"{start + first:04}/{start + last:04}"


def part_of_century(start: int, part: str | None) -> str:
    """Parts of the century that begins in *start*, as years."""
    if not part:
        return f"{start // 100:02}XX"
    first, last = _YEARS_OF_CENTURY[_part_name(part)]
    return f"{start + first:04}/{start + last:04}"


def _part_name(part: str) -> str:
    words = " ".join(part.lower().split())
    return _PART_NAMES.get(words) or _PART_NAMES[words.split()[0]]


def add_months(day: dt.date, months: int) -> tuple[int, int]:
    """Year and month that lie so many months away."""
    month = day.year * 12 + day.month - 1 + months
    return month // 12, month % 12 + 1


def year_for(month: int, day: int, context: Context) -> tuple[int, Basis] | None:
    """The year of a date that comes without one, and its basis.

    In news it is the year that brings the date nearest to publication, in an account of the past the year
    of what was told last.
    """
    if context.news:
        published = context.published
        assert published is not None
        years = (published.year + step for step in (-1, 0, 1))
        return min(years, key=lambda y: abs((dt.date(y, month, min(day, 28)) - published).days)), Basis.PUBLISHED
    if context.last:
        first, last = context.last
        if (last - first).days <= 31 and last.month - month > _LONG_AGO:
            return last.year + 1, Basis.NARRATIVE  # a story goes on: February after October is next year's
        if first.year == last.year:
            return first.year, Basis.NARRATIVE
        return (last.year if month <= last.month else first.year), Basis.NARRATIVE
    return None
