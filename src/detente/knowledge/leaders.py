"""Leaders: who acted for which state or organisation in which office, and when (`tables/leaders.csv`).

A row is one spell in one office. Prose mostly gives a surname, so a leader is looked up by any form of the name
together with the date that is told of: 'Roosevelt' is one man in 1905 and another in 1941.
"""

from __future__ import annotations

import datetime as dt
import functools
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from detente.edtf import bounds
from detente.knowledge.tables import rows

# Offices from the weightiest: of two namesakes in office on a day, prose means the weightier.
OFFICES = (
    "leader",
    "head of government",
    "head of state",
    "foreign minister",
    "envoy",
    "defence minister",
    "other",
)
# Where a state fills no such office on a day, who acts in it: presidents without premiers, rulers of any title.
_ACTS_AS = {
    "leader": ("leader", "head of government", "head of state"),
    "head of government": ("head of government", "leader", "head of state"),
    "head of state": ("head of state", "leader"),
}
# Letters that Unicode does not decompose into a base and a mark, and the hyphen, which prose often omits.
_LETTERS = str.maketrans({
    "-": " ", "‑": " ", "’": "'", "ʻ": "'", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i",
    "æ": "ae", "Æ": "ae", "œ": "oe", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ə": "a", "Ə": "a",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """One spell in one office. *names* are the forms in which prose names the person, *name* the full one.

    *end* is None while the office is held; *gender* is 'M' or 'F'.
    """

    code: str
    name: str
    names: tuple[str, ...]
    office: str
    start: dt.date
    end: dt.date | None
    gender: str

    def days_from(self, on: dt.date) -> int:
        """Days between the date and the time in office; 0 while in office."""
        if on < self.start:
            return (self.start - on).days
        return max(0, (on - self.end).days) if self.end else 0


def fold(name: str) -> str:
    """The name without case, diacritics, hyphens and double spaces, as the keys of `by_name` are written."""
    name = name.translate(_LETTERS)
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(name.casefold().split())


@functools.cache
def by_name() -> Mapping[str, tuple[Leader, ...]]:
    """Leaders by each folded form of their name, in the order of the table."""
    found: defaultdict[str, list[Leader]] = defaultdict(list)
    for leader in _leaders():
        for key in dict.fromkeys(map(fold, leader.names)):
            found[key].append(leader)
    return MappingProxyType({key: tuple(leaders) for key, leaders in found.items()})


def find(name: str, on: dt.date | None = None, slack_days: int = 0) -> tuple[Leader, ...]:
    """All leaders so named, the likeliest first: in office on the date, then by the days between.

    *slack_days* widens every time in office at both ends, for accounts that name a leader a little before or
    after. Between equals the weightier office comes first, then, where no date is given, the later one.
    """
    named = by_name().get(fold(name), ())
    if on is None:
        return tuple(sorted(named, key=lambda one: (OFFICES.index(one.office), -one.start.toordinal())))

    def order(one: Leader) -> tuple[int, int, int]:
        days = one.days_from(on)
        return max(0, days - slack_days), OFFICES.index(one.office), days

    return tuple(sorted(named, key=order))


def office_holder(code: str, office: str, on: dt.date) -> Leader | None:
    """Who held the office of a state on a day, the latest comer where two terms touch; None if nobody is known.

    Where a state fills no such office, the one who acts in it: a president without premier as head of government.
    """
    serving = [one for one in _by_code().get(code, ()) if one.days_from(on) == 0]
    for acting in _ACTS_AS.get(office, (office,)):
        held = [one for one in serving if one.office == acting]
        if held:
            return max(held, key=lambda one: one.start)
    return None


@functools.cache
def _leaders() -> tuple[Leader, ...]:
    return tuple(map(_leader, rows("leaders.csv")))


@functools.cache
def _by_code() -> Mapping[str, tuple[Leader, ...]]:
    found: defaultdict[str, list[Leader]] = defaultdict(list)
    for leader in _leaders():
        found[leader.code].append(leader)
    return {code: tuple(leaders) for code, leaders in found.items()}


def _leader(row: Mapping[str, str]) -> Leader:
    names = tuple(row["names"].split(";"))
    return Leader(
        code=row["code"],
        name=names[0],
        names=names,
        office=row["office"],
        start=_day(row["start"], 0),
        end=_day(row["end"], 1) if row["end"] else None,
        gender=row["gender"],
    )


def _day(text: str, bound: int) -> dt.date:
    """First (bound 0) or last (bound 1) day that a date of the table admits."""
    if len(text) == len("1979-05-17"):
        return dt.date.fromisoformat(text)
    day = bounds(text)[bound]
    if day is None:
        raise ValueError(f"{text!r} in leaders.csv has no bound")
    return day
