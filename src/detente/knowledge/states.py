"""States: what prose calls them on which day, and which of them act for which (`tables/states.csv`, `state_names.csv`).

A code stands for a state through its changes of name; it has one row for each stretch of its life. A form such as
'Moscow' has one naming for each state that it can mean. Which of them is meant is decided by the day that is told
of: a naming whose days do not contain it is out, and of the others the one whose state lives on that day is taken,
or else the one whose state lived nearest to it. So 'Russians' act for RUS in 1900 and for SUN in 1950, and 'Algeria'
in 1950 is DZA although no such state existed yet.
"""

from __future__ import annotations

import datetime as dt
import functools
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from detente.knowledge.tables import Row, rows

KINDS = ("name", "adjective", "inhabitant", "capital", "seat")
# In an account without dates a name that died out before this day means something else: Texas, Naples, Florence.
_OUT_OF_USE = dt.date(1900, 1, 1)
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʻ": "'", "–": "-", "‐": "-", "‑": "-"})


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A stretch of a state's life under one name; both days count, None is open.

    `cow` and `gw` are the numbers of the Correlates of War project and of Gleditsch and Ward. The predecessor and
    the successor named first are the main ones. A territory without a life of its own names its owner.
    """

    code: str
    name: str
    iso2: str | None
    cow: int | None
    cow_letters: str | None
    gw: int | None
    start: dt.date | None
    end: dt.date | None
    dependency_of: str | None
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]

    def lives(self, on: dt.date) -> bool:
        """Whether the day falls into this stretch."""
        return _days_off(self.start, self.end, on) == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One form that means one state, between `since` and `until` only if they are given (both days count)."""

    code: str
    kind: str
    form: str
    since: dt.date | None = None
    until: dt.date | None = None


@functools.cache
def all_states() -> tuple[State, ...]:
    """Every stretch of every state's life, in the order of the table."""
    return tuple(_state(row) for row in rows("states.csv"))


def state(code: str, on: dt.date | None = None) -> State | None:
    """The stretch of the state's life on a day; while it does not live the last before, or else the first.

    Without a day the last one. None if there is no such code.
    """
    spells = _by_code().get(code, ())
    begun = [spell for spell in spells if on is None or spell.start is None or spell.start <= on]
    return next(iter(begun[-1:] or spells), None)


@functools.cache
def namings() -> Mapping[str, tuple[Naming, ...]]:
    """What each form can mean, by the form in lower case, the most prominent meaning first.

    Forms with diacritics or apostrophes are there in their plain and typographic spellings too. A form that means
    no state although a state's name is part of it ('Latin American') has no namings.
    """
    found: dict[str, list[Naming]] = defaultdict(list)
    for row in rows("state_names.csv"):
        for spelling in _spellings(row["form"]):
            meanings = found[spelling.casefold()]
            if row["code"]:
                meanings.append(_naming(row))
    return MappingProxyType({key: tuple(meanings) for key, meanings in found.items()})


@functools.cache
def forms() -> tuple[str, ...]:
    """Every spelling of every form as prose writes it, for matchers of words.

    A tokenizer keeps 'U.S.' whole but splits its key in `namings`, 'u.s.'.
    """
    found = (spelling for row in rows("state_names.csv") for spelling in sorted(_spellings(row["form"])))
    return tuple(dict.fromkeys(found))


def resolve(text: str, on: dt.date | None) -> Naming | None:
    """The state that a form means in an account of that day, blind to case, diacritics and a leading 'the'.

    None if the form names no state on that day: 'Texas' in 1950, 'Bonn' in 2010.
    """
    meanings = [naming for naming in _meanings(text) if _admits(naming, on)]
    if on is None:
        return meanings[0] if meanings else None
    return min(meanings, key=lambda naming: _days_dead(naming.code, on), default=None)


@functools.lru_cache(maxsize=4096)
def code_on(code: str, on: dt.date) -> str:
    """The code under which the state behind a code acts on a day: RUS in 1986 gives SUN, PRU in 1900 DEU.

    A code whose state lives on the day, that no heir or predecessor stands for on the day, or that is no state's
    (an organisation's) comes back as it is.
    """
    seen, layer = {code}, [code] if code in _by_code() else []
    while layer:
        for candidate in layer:
            if _days_dead(candidate, on) == 0:
                return candidate
        layer = [other for candidate in layer for other in _kin(candidate, on) if other not in seen]
        seen.update(layer)
    return code


@functools.cache
def _by_code() -> Mapping[str, tuple[State, ...]]:
    spells: dict[str, list[State]] = defaultdict(list)
    for spell in all_states():
        spells[spell.code].append(spell)
    return MappingProxyType({code: tuple(found) for code, found in spells.items()})


def _kin(code: str, on: dt.date) -> Iterator[str]:
    """The states next in line from a state towards a day on which it does not live."""
    spells = _by_code().get(code, ())
    for spell in spells:
        if spell.end is not None and spell.end < on:
            yield from spell.successors
    for spell in spells:
        if spell.start is not None and on < spell.start:
            yield from spell.predecessors


def _meanings(text: str) -> tuple[Naming, ...]:
    words = " ".join(text.translate(_STRAIGHT).casefold().split())
    for key in (words, words.removeprefix("the "), _plain(words), _plain(words).removeprefix("the ")):
        if key in namings():
            return namings()[key]
    return ()


def _admits(naming: Naming, on: dt.date | None) -> bool:
    if on is None:
        return naming.until is None or naming.until >= _OUT_OF_USE
    return _days_off(naming.since, naming.until, on) == 0


def _days_dead(code: str, on: dt.date) -> int:
    """How many days before its birth or after its end a state would be on a day; 0 while it lives."""
    return min(_days_off(spell.start, spell.end, on) for spell in _by_code()[code])


def _days_off(first: dt.date | None, last: dt.date | None, on: dt.date) -> int:
    """How far a day lies outside a stretch of time, in days."""
    if first is not None and on < first:
        return (first - on).days
    return (on - last).days if last is not None and on > last else 0


def _spellings(form: str) -> frozenset[str]:
    """The ways in which a form is written; the first half of a compound also as tokenizers part it, 'Sino -'."""
    parted = {form, f"{form[:-1]} -"} if form.endswith("-") else {form}
    plain = parted | {_plain(word) for word in parted}
    return frozenset(plain | {word.replace("'", "’") for word in plain} | {word.replace("-", "–") for word in plain})


def _plain(word: str) -> str:
    """A word without the marks on its letters."""
    return "".join(mark for mark in unicodedata.normalize("NFKD", word) if not unicodedata.combining(mark))


def _state(row: Row) -> State:
    return State(
        code=row["code"],
        name=row["name"],
        iso2=row["iso2"] or None,
        cow=_number(row["cow"]),
        cow_letters=row["cow_letters"] or None,
        gw=_number(row["gw"]),
        start=_day(row["start"]),
        end=_day(row["end"]),
        dependency_of=row["dependency_of"] or None,
        predecessors=tuple(row["predecessors"].split()),
        successors=tuple(row["successors"].split()),
    )


def _naming(row: Row) -> Naming:
    return Naming(
        code=row["code"],
        kind=row["kind"],
        form=row["form"],
        since=_day(row["since"]),
        until=_day(row["until"]),
    )


def _day(cell: str) -> dt.date | None:
    return dt.date.fromisoformat(cell) if cell else None


def _number(cell: str) -> int | None:
    return int(cell) if cell else None
