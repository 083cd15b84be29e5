"""Temporal expressions: finds them in a sentence and turns each into an EDTF date.

An expression is absolute ('25 June 1950', 'the late 1980s'), relative to what was told last ('later that
year', 'two months later'), or relative to the day of publication ('on Tuesday', 'last week'). The patterns
are tried in order, longer forms first, and never overlap. Nothing is filled in that the words do not say:
'in June' after a sentence about 1950 is `1950-06`, and without any year known it is no date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from detente.edtf import bounds
from detente.model import Basis

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH_NUMBER = {name: index + 1 for index, name in enumerate(_MONTHS)}
_MONTH_NUMBER |= {name[:3]: number for name, number in _MONTH_NUMBER.items()} | {"sept": 9}
_WEEKDAYS = {name: i for i, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_NUMBERS = {
    word: i for i, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
    )
} | {"a": 1, "an": 1, "several": 3, "few": 3, "couple": 2, "twenty": 20, "thirty": 30, "forty": 40}  # fmt: skip
_ORDINALS = {
    w: i + 1 for i, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split())
} | {"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
     "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}  # fmt: skip

_M = (
    r"(?P<{0}>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?"
)
_D = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_Y = r"(?P<{0}>1[4-9]\d\d|20\d\d)"
_PART = (
    r"(?:(?:(?P<part>early|mid|late|middle|beginning|end|first half|second half)"
    r"(?:(?<=early)|(?<=mid)|(?<=late)|(?=\s+of))(?:[ -]+)(?:of\s+|in\s+)?(?:the\s+)?))"
)
_COUNT = r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|several|a few|few|a couple of)"
_UNIT = r"(?P<unit>day|week|fortnight|month|year|decade)s?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What relative expressions count from: the bounds of the date told last, and the day of publication."""

    last: tuple[dt.date, dt.date] | None = None
    published: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A temporal expression: offsets in the searched text, its EDTF date and what it was counted from."""

    start: int
    end: int
    edtf: str
    basis: Basis


Resolver = Callable[[re.Match[str], Context], "tuple[str, Basis] | None"]


def find(text: str, context: Context) -> list[Timex]:
    """All temporal expressions of a sentence that can be dated, in order."""
    found: list[Timex] = []
    for match, resolve in _candidates(text):
        resolved = resolve(match, context)
        if resolved is None:
            continue
        edtf, basis = _modified(text, match.start(), *resolved)
        try:
            bounds(edtf)
        except ValueError:
            continue
        found.append(Timex(start=match.start(), end=match.end(), edtf=edtf, basis=basis))
        if not context.last or resolved[1] is Basis.STATED:
            context = Context(last=_closed(edtf) or context.last, published=context.published)
    return found


def _closed(edtf: str) -> tuple[dt.date, dt.date] | None:
    first, last = bounds(edtf)
    return (first or last, last or first) if first or last else None  # type: ignore[return-value]


def _candidates(text: str) -> Iterator[tuple[re.Match[str], Resolver]]:
    """Matches of all patterns without overlaps, leftmost first and earlier patterns over later ones."""
    taken = bytearray(len(text))
    chosen: list[tuple[re.Match[str], Resolver]] = []
    for pattern, resolve in _PATTERNS:
        for match in pattern.finditer(text):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                chosen.append((match, resolve))
    return iter(sorted(chosen, key=lambda item: item[0].start()))


_SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.I)
_UNTIL = re.compile(r"\b(?:until|till|before|prior to|up to)\s+(?:the\s+)?$", re.I)


def _modified(text: str, start: int, edtf: str, basis: Basis) -> tuple[str, Basis]:
    """'since 1990' stays open at its end, 'until 1910' and 'before 1910' at its beginning."""
    before = text[max(0, start - 24) : start]
    if "/" in edtf:
        return edtf, basis
    if _SINCE.search(before):
        return f"{edtf}/..", basis
    if _UNTIL.search(before):
        return f"../{edtf}", basis
    return edtf, basis


# -- absolute ------------------------------------------------------------------------------------------------


def _day(match: re.Match[str], context: Context) -> tuple[str, Basis] | None:
    groups = match.groupdict()
    month, day = _month(groups["m"]), int(groups["d"])
    if groups.get("y"):
        return _iso(int(groups["y"]), month, day), Basis.STATED
    year = _year_for(month, day, context)
    return (_iso(year, month, day), _year_basis(context)) if year else None


def _day_range(match: re.Match[str], context: Context) -> tuple[str, Basis] | None:
    groups = match.groupdict()
    first_month = _month(groups["m"])
    last_month = _month(groups["m2"]) if groups.get("m2") else first_month
    year = int(groups["y"]) if groups.get("y") else _year_for(first_month, int(groups["d"]), context)
    if not year:
        return None
    basis = Basis.STATED if groups.get("y") else _year_basis(context)
    return f"{_iso(year, first_month, int(groups['d']))}/{_iso(year, last_month, int(groups['d2']))}", basis


def _month_year(match: re.Match[str], context: Context) -> tuple[str, Basis] | None:
    groups = match.groupdict()
    month = _month(groups["m"])
    year = int(groups["y"]) if groups.get("y") else _year_for(month, 15, context)
    if not year:
        return None
    basis = Basis.STATED if groups.get("y") else _year_basis(context)
    return _part_of_month(year, month, groups.get("part")), basis


def _part_of_month(year: int, month: int, part: str | None) -> str:
    last = bounds(f"{year:04}-{month:02}")[1]
    assert last is not None
    days = {"early": (1, 10), "beginning": (1, 10), "mid": (11, 20), "middle": (11, 20), "late": (21, last.day),
            "end": (21, last.day), "first half": (1, 15), "second half": (16, last.day)}.get((part or "").lower())  # fmt: skip
    if not days:
        return f"{year:04}-{month:02}"
    return f"{_iso(year, month, days[0])}/{_iso(year, month, days[1])}"


def _month_range(match: re.Match[str], context: Context) -> tuple[str, Basis] | None:
    year = int(match["y2"])
    first = int(match["y"]) if match["y"] else year
    return f"{first:04}-{_month(match['m']):02}/{year:04}-{_month(match['m2']):02}", Basis.STATED


def _season(match: re.Match[str], context: Context) -> tuple[str, Basis] | None:
    year = int(match["y"]) if match["y"] else (context.last[0].year if context.last else None)
    if year is None:
        return None
    return f"{year:04}-{_SEASONS[match['season'].lower()]}", Basis.STATED if match["y"] else Basis.NARRATIVE


def _part_of_year(match: re.Match[str], context: Context) -> tuple[str, Basis] | None:
    return _part_of(int(match["y"]), match["part"]), Basis.STATED


def _part_of(year: int, part: str) -> str:
    months = {"early": (1, 4), "beginning": (1, 4), "mid": (5, 8), "middle": (5, 8), "late": (9, 12), "end": (10, 12),
              "first half": (1, 6), "second half": (7, 12)}[part.lower()]  # fmt: skip
    return f"{year:04}-{months[0]:02}/{year:04}-{months[1]:02}"


def _decade(match: re.Match[str], context: Context) -> tuple[str, Basis] | None:
    start, part = int(match["y"]), (match["part"] or "").lower()
    years = {"early": (0, 3), "beginning": (0, 3), "mid": (4, 6), "middle": (4, 6), "late": (7, 9), "end": (8, 9),
             "first half": (0, 4), "second half": (5, 9)}.get(part)  # fmt: skip
    if years is None:
        return f"{start // 10}X", Basis.STATED
    return f"{start + years[0]}/{start + years[1]}", Basis.STATED


def _century(match: re.Match[str], context: Context) -> tuple[str, Basis] | None:
    word = match["century"].lower()
    number = _ORDINALS.get(word) or int(re.sub(r"\D", "", word) or 0)
    if not 15 <= number <= 21:
        return None
    base, part = (number - 1) * 100, (match["part"] or "").lower()
    years = {"early": (0, 33), "mid": (34, 66), "middle": (34, 66), "late": (67, 99), "end": (90, 99),
             "beginning": (0, 10), "first half": (0, 49), "second half": (50, 99)}.get(part)  # fmt: skip
    if years is None:
        return f"{number - 1:02}XX", Basis.STATED
    return f"{base + years[0]}/{base + years[1]}", Basis.STATED


def _years(match: re.Match[str], context: Context) -> tuple[str, Basis] | None:
    first, last = int(match["y"]), match["y2"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return (f"{first:04}/{end:04}", Basis.STATED) if end >= first else None


def _year(match: re.Match[str], context: Context) -> tuple[str, Basis] | None:
    return match["y"], Basis.STATED


# -- relative to what was told last --------------------------------------------------------------------------


def _same_year(match: re.Match[str], context: Context) -> tuple[str, Basis] | None:
    if not context.last:
        return None
    first, last = context.last
    later = "later" in match[0].lower() and first.year == last.year and (last - first).days < 200 and last.month < 12
    year = last.year
    return (f"{year:04}-{last.month:02}/{year:04}-12" if later else f"{year:04}"), Basis.NARRATIVE


def _same_month(match: re.Match[str], context: Context) -> tuple[str, Basis] | None:
    if not context.last or (context.last[1] - context.last[0]).days > 31:
        return None
    return f"{context.last[1].year:04}-{context.last[1].month:02}", Basis.NARRATIVE


def _same_day(match: re.Match[str], context: Context) -> tuple[str, Basis] | None:
    if not context.last or context.last[0] != context.last[1]:
        return None
    return context.last[1].isoformat(), Basis.NARRATIVE


def _neighbour(match: re.Match[str], context: Context) -> tuple[str, Basis] | None:
    """'the following year', 'the previous day', 'the next spring'."""
    if not context.last:
        return None
    step = -1 if match["way"].lower() in ("previous", "preceding") else 1
    return _shift(context.last, match["unit"].lower(), step)


def _offset(match: re.Match[str], context: Context) -> tuple[str, Basis] | None:
    """'two months later', 'three years earlier'."""
    if not context.last:
        return None
    count = _count(match["count"])
    sign = -1 if match["way"].lower() in ("earlier", "before", "previously") else 1
    return _shift(context.last, match["unit"].lower(), sign * count)


def _shift(last: tuple[dt.date, dt.date], unit: str, steps: int) -> tuple[str, Basis] | None:
    base = last[1] if steps > 0 else last[0]
    if unit in _SEASONS:
        year = base.year + (1 if steps > 0 and base.month >= 4 else 0)
        return f"{year:04}-{_SEASONS[unit]}", Basis.NARRATIVE
    if unit == "year":
        return f"{base.year + steps:04}", Basis.NARRATIVE
    if unit == "decade":
        return f"{(base.year // 10 + steps):03}X", Basis.NARRATIVE
    if (last[1] - last[0]).days > 31:
        return None
    if unit == "month":
        month = base.year * 12 + base.month - 1 + steps
        return f"{month // 12:04}-{month % 12 + 1:02}", Basis.NARRATIVE
    if last[0] != last[1]:
        return f"{base.year:04}-{base.month:02}", Basis.NARRATIVE
    days = {"day": 1, "week": 7, "fortnight": 14}[unit]
    moved = base + dt.timedelta(days=days * steps)
    if unit == "day":
        return moved.isoformat(), Basis.NARRATIVE
    return f"{(moved - dt.timedelta(days=3)).isoformat()}/{(moved + dt.timedelta(days=3)).isoformat()}", Basis.NARRATIVE


# -- relative to publication ---------------------------------------------------------------------------------


def _weekday(match: re.Match[str], context: Context) -> tuple[str, Basis] | None:
    """The last such day up to publication, or the coming one after 'next'."""
    anchor = context.published
    if anchor is None:
        return None
    ahead = (_WEEKDAYS[match["weekday"].lower()] - anchor.weekday()) % 7
    way = (match["way"] or "").lower()
    if way in ("next", "coming", "this coming"):
        day = anchor + dt.timedelta(days=ahead or 7)
    else:
        day = anchor - dt.timedelta(days=(7 - ahead) % 7)
    return day.isoformat(), Basis.PUBLISHED


def _deictic_day(match: re.Match[str], context: Context) -> tuple[str, Basis] | None:
    if context.published is None:
        return None
    steps = {"yesterday": -1, "tomorrow": 1}.get(match["word"].lower(), 0)
    return (context.published + dt.timedelta(days=steps)).isoformat(), Basis.PUBLISHED


def _deictic_unit(match: re.Match[str], context: Context) -> tuple[str, Basis] | None:
    """'last week', 'earlier this month', 'next year'."""
    day = context.published
    if day is None:
        return None
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(match["way"].lower(), 0)
    unit = match["unit"].lower()
    if unit == "week":
        monday = day + dt.timedelta(days=7 * step - day.weekday())
        return f"{monday.isoformat()}/{(monday + dt.timedelta(days=6)).isoformat()}", Basis.PUBLISHED
    if unit == "month":
        month = day.year * 12 + day.month - 1 + step
        return f"{month // 12:04}-{month % 12 + 1:02}", Basis.PUBLISHED
    if unit in _SEASONS:
        return f"{day.year + step:04}-{_SEASONS[unit]}", Basis.PUBLISHED
    return f"{day.year + step:04}", Basis.PUBLISHED


def _ago(match: re.Match[str], context: Context) -> tuple[str, Basis] | None:
    if context.published is None:
        return None
    unit, count = match["unit"].lower(), _count(match["count"])
    day = context.published
    if unit in ("day", "week", "fortnight"):
        found = day - dt.timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
        return found.isoformat(), Basis.PUBLISHED
    shifted = _shift((day, day), unit, -count)
    return (shifted[0], Basis.PUBLISHED) if shifted else None


# -- small things --------------------------------------------------------------------------------------------


def _month(name: str) -> int:
    return _MONTH_NUMBER[name.lower().rstrip(".")]


def _iso(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{day:02}"


def _count(text: str) -> int:
    word = text.lower().split()[-1] if text.lower() != "a couple of" else "couple"
    return int(word) if word.isdigit() else _NUMBERS[word]


def _year_basis(context: Context) -> Basis:
    return Basis.NARRATIVE if context.last else Basis.PUBLISHED


def _year_for(month: int, day: int, context: Context) -> int | None:
    """The year of a date without one: that of the narrative, else the one nearest to publication."""
    if context.last:
        first, last = context.last
        if first.year == last.year:
            return first.year
        return last.year if month <= last.month else first.year
    if context.published:
        years = (context.published.year + step for step in (-1, 0, 1))
        return min(years, key=lambda y: abs((dt.date(y, month, min(day, 28)) - context.published).days))  # type: ignore[operator]
    return None


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){pattern}(?![\w-])", re.I)


_DASH = r"\s*(?:-|–|—|to|and|through|until|till)\s*"
_PATTERNS: tuple[tuple[re.Pattern[str], Resolver], ...] = (
    (_compile(rf"{_M.format('m')}\s+{_D.format('d')}{_DASH}{_M.format('m2')}\s+{_D.format('d2')}(?:,?\s+{_Y.format('y')})"), _day_range),
    (_compile(rf"{_M.format('m')}\s+{_D.format('d')}{_DASH}{_D.format('d2')}(?:,?\s+{_Y.format('y')})?"), _day_range),
    (_compile(rf"{_D.format('d')}{_DASH}{_D.format('d2')}\s+{_M.format('m')}(?:,?\s+{_Y.format('y')})?"), _day_range),
    (_compile(rf"{_M.format('m')}\s+{_D.format('d')}(?:,?\s+(?:of\s+)?{_Y.format('y')})?"), _day),
    (_compile(rf"(?:the\s+)?{_D.format('d')}\s+(?:of\s+)?{_M.format('m')}(?:,?\s+(?:of\s+)?{_Y.format('y')})?"), _day),
    (_compile(rf"{_M.format('m')}(?:\s+{_Y.format('y')})?{_DASH}{_M.format('m2')},?\s+{_Y.format('y2')}"), _month_range),
    (_compile(rf"{_PART}?{_M.format('m')},?\s+(?:of\s+)?{_Y.format('y')}"), _month_year),
    (_compile(rf"(?:the\s+)?(?P<season>spring|summer|autumn|fall|winter)(?:\s+of)?\s+{_Y.format('y')}"), _season),
    (_compile(rf"(?:the\s+)?{_PART}?(?:the\s+)?(?P<y>1[4-9]\d0|20\d0)['’]?s"), _decade),
    (_compile(rf"(?:the\s+)?{_PART}{_Y.format('y')}"), _part_of_year),
    (_compile(rf"(?:the\s+)?{_PART}?(?:the\s+)?(?P<century>fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first|1[5-9]th|20th|21st)[ -]+century"), _century),
    (_compile(rf"{_Y.format('y')}{_DASH}(?P<y2>1[4-9]\d\d|20\d\d|\d\d)(?!\s*(?:million|billion|people|troops|percent|%))"), _years),
    (_compile(r"(?:later\s+(?:in\s+)?)?(?:that|the same|that same|the very same)\s+year|later in the year"), _same_year),
    (_compile(r"(?:later\s+|earlier\s+)?(?:that|the same|that same)\s+month"), _same_month),
    (_compile(r"(?:later\s+|earlier\s+)?(?:that|the same|that same|that very)\s+day"), _same_day),
    (_compile(r"the\s+(?P<way>following|next|previous|preceding|ensuing)\s+(?P<unit>day|week|month|year|decade|spring|summer|autumn|fall|winter)"), _neighbour),
    (_compile(rf"{_COUNT}\s+{_UNIT}\s+(?P<way>later|earlier|before|after|afterwards|afterward|previously)(?!\s+the)"), _offset),
    (_compile(rf"{_COUNT}\s+{_UNIT}\s+ago"), _ago),
    (_compile(rf"(?:(?P<way>last|next|this coming|this|coming)\s+)?(?P<weekday>{'|'.join(_WEEKDAYS)})"), _weekday),
    (_compile(r"(?P<word>yesterday|today|tonight|tomorrow)"), _deictic_day),
    (_compile(r"(?:earlier\s+|later\s+)?(?P<way>last|this|next|past|coming)\s+(?P<unit>week|month|year|spring|summer|autumn|fall|winter)"), _deictic_unit),
    (_compile(rf"{_PART}?(?P<m>January|February|April|June|July|August|September|October|November|December)"), _month_year),
    (_compile(r"(?:(?<=in )|(?<=In )|(?<=by )|(?<=By )|(?<=of )|(?<=early )|(?<=late )|(?<=since )|(?<=until ))(?-i:(?P<m>May|March))(?!\s+\d)"), _month_year),
    (_compile(rf"{_Y.format('y')}(?!\s*(?:million|billion|people|troops|men|soldiers|miles|kilometers|km|tons|percent|%|dollars))"), _year),
)  # fmt: skip
