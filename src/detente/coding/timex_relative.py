"""Expressions that count from what was told last, or from the day of publication."""

from __future__ import annotations

import datetime as dt
import re

from detente.coding.timex_words import (
    DAYS_OF,
    SEASONS,
    WEEKDAYS,
    Context,
    Resolved,
    add_months,
    iso,
    month_number,
    number,
    part_of_year,
)
from detente.edtf import month_end
from detente.model import Basis

_MONTH_DAYS = 31
_BACK = frozenset({"previous", "preceding", "earlier", "before", "previously"})

# -- relative to what was told last --------------------------------------------------------------------------


def same_year(match: re.Match[str], context: Context) -> Resolved:
    """'that year', 'later that year', 'late in the year'."""
    if not context.last:
        return None
    first, last = context.last
    when, part = _lead(match), match.groupdict().get("part")
    if part:
        return part_of_year(last.year, part), Basis.NARRATIVE
    known = first.year == last.year and (last - first).days < 200
    if when == "later" and known and last.month < 12:
        return f"{last.year:04}-{last.month:02}/{last.year:04}-12", Basis.NARRATIVE
    if when == "earlier" and known:
        return f"{last.year:04}-01/{last.year:04}-{first.month:02}", Basis.NARRATIVE
    return f"{last.year:04}", Basis.NARRATIVE


def same_month(match: re.Match[str], context: Context) -> Resolved:
    """'that month', 'later that month'."""
    if not context.last or (context.last[1] - context.last[0]).days > _MONTH_DAYS:
        return None
    first, last = context.last
    if _lead(match) == "later" and first == last:
        return f"{last.isoformat()}/{month_end(last.year, last.month).isoformat()}", Basis.NARRATIVE
    if _lead(match) == "earlier" and first == last:
        return f"{iso(last.year, last.month, 1)}/{last.isoformat()}", Basis.NARRATIVE
    return f"{last.year:04}-{last.month:02}", Basis.NARRATIVE


def same_day(_match: re.Match[str], context: Context) -> Resolved:
    """'that day', 'the same evening'."""
    if not context.last or (context.last[1] - context.last[0]).days > 1:
        return None
    return context.last[1].isoformat(), Basis.NARRATIVE


def same_season(match: re.Match[str], context: Context) -> Resolved:
    """'that summer'."""
    if not context.last:
        return None
    return f"{context.last[1].year:04}-{SEASONS[match['season'].lower()]}", Basis.NARRATIVE


def neighbour(match: re.Match[str], context: Context) -> Resolved:
    """'the following year', 'the previous day', 'the next spring', 'the day after'."""
    if not context.last:
        return None
    return _shift(context.last, match["unit"].lower(), -1 if match["way"].lower() in _BACK else 1)


def offset(match: re.Match[str], context: Context) -> Resolved:
    """'two months later', 'three years earlier'."""
    if not context.last:
        return None
    sign = -1 if match["way"].lower() in _BACK else 1
    return _shift(context.last, match["unit"].lower(), sign * number(match["count"]))


def span_after(match: re.Match[str], context: Context) -> Resolved:
    """'over the next four years', 'within days'."""
    if not context.last:
        return None
    first, last = context.last
    groups, unit = match.groupdict(), match["unit"].lower()
    count = number(groups["count"]) if groups.get("count") else (1 if not match[0].lower().endswith("s") else None)
    if unit in ("year", "decade"):
        end = last.year + (count or 4) * (10 if unit == "decade" else 1)
        return f"{last.year:04}/{end:04}", Basis.NARRATIVE
    if (last - first).days > _MONTH_DAYS:
        return None
    if unit == "month":
        year, month = add_months(last, count or 3)
        end_day = dt.date(year, month, min(last.day, month_end(year, month).day))
    else:
        end_day = last + dt.timedelta(days=count * DAYS_OF[unit] if count else {"day": 7}.get(unit, 28))
    return f"{first.isoformat()}/{end_day.isoformat()}", Basis.NARRATIVE


def old_form(match: re.Match[str], context: Context) -> Resolved:
    """'the 3rd inst.', 'the 28th ultimo', 'the 4th proximo': this month, the last, the next."""
    basis = Basis.PUBLISHED if context.news else Basis.NARRATIVE
    anchor = context.published if context.news else (context.last[1] if context.last else None)
    if anchor is None:
        return None
    step = {"u": -1, "p": 1}.get(match["form"][0].lower(), 0)
    return iso(*add_months(anchor, step), int(match["d"])), basis


def _lead(match: re.Match[str]) -> str:
    return (match.groupdict().get("lead") or "").lower()


def _shift(last: tuple[dt.date, dt.date], unit: str, steps: int) -> Resolved:
    base = last[1] if steps > 0 else last[0]
    if unit in SEASONS:
        return f"{_season_year(last, unit, steps):04}-{SEASONS[unit]}", Basis.NARRATIVE
    if unit == "year":
        return f"{base.year + steps:04}", Basis.NARRATIVE
    if unit == "decade":
        return f"{(base.year // 10 + steps):03}X", Basis.NARRATIVE
    if (last[1] - last[0]).days > _MONTH_DAYS:
        return None
    if unit == "month":
        year, month = add_months(base, steps)
        return f"{year:04}-{month:02}", Basis.NARRATIVE
    unit = "day" if unit not in DAYS_OF else unit  # 'the next morning'
    if (last[1] - last[0]).days > 1:
        return f"{base.year:04}-{base.month:02}", Basis.NARRATIVE
    moved = base + dt.timedelta(days=DAYS_OF[unit] * steps)
    if unit == "day":
        return moved.isoformat(), Basis.NARRATIVE
    around = dt.timedelta(days=3)
    return f"{(moved - around).isoformat()}/{(moved + around).isoformat()}", Basis.NARRATIVE


def _season_year(last: tuple[dt.date, dt.date], season: str, steps: int) -> int:
    """The year of the next (or last) such season seen from the date told."""
    opens = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[season]
    if steps > 0:
        return last[1].year + (last[1].month >= opens)
    return last[0].year - (last[0].month <= opens + 2)


# -- relative to publication ---------------------------------------------------------------------------------


def weekday(match: re.Match[str], context: Context) -> Resolved:
    """The last such day up to publication, or the coming one after 'next'; in a story the next such day."""
    wanted, way = WEEKDAYS[match["weekday"].lower()], (match["way"] or "").lower()
    if not context.news:
        if not context.last or (context.last[1] - context.last[0]).days > 1:
            return None
        day = context.last[1]
        return (day + dt.timedelta(days=(wanted - day.weekday()) % 7)).isoformat(), Basis.NARRATIVE
    anchor = context.published
    assert anchor is not None
    ahead = (wanted - anchor.weekday()) % 7
    if way in ("next", "coming", "this coming"):
        day = anchor + dt.timedelta(days=ahead or 7)
    else:
        back = (7 - ahead) % 7
        day = anchor - dt.timedelta(days=back or (7 if way in ("last", "past") else 0))
    return day.isoformat(), Basis.PUBLISHED


def deictic_day(match: re.Match[str], context: Context) -> Resolved:
    """'yesterday', 'today', 'last night', 'overnight'."""
    day = context.published
    if day is None:
        return None
    word = " ".join(match["word"].lower().split())
    if word == "overnight":
        return f"{(day - dt.timedelta(days=1)).isoformat()}/{day.isoformat()}", Basis.PUBLISHED
    steps = {"yesterday": -1, "last night": -1, "last evening": -1, "tomorrow": 1}.get(word, 0)
    return (day + dt.timedelta(days=steps)).isoformat(), Basis.PUBLISHED


def weekend(match: re.Match[str], context: Context) -> Resolved:
    """The last weekend that began before publication."""
    day = context.published
    if day is None:
        return None
    saturday = day - dt.timedelta(days=(day.weekday() - 5) % 7 or 7)
    if (match["way"] or "").lower() == "next":
        saturday += dt.timedelta(days=7)
    return f"{saturday.isoformat()}/{(saturday + dt.timedelta(days=1)).isoformat()}", Basis.PUBLISHED


def deictic_month(match: re.Match[str], context: Context) -> Resolved:
    """'last April': never the month of publication itself."""
    day = context.published
    if day is None:
        return None
    month, way = month_number(match["m"]), match["way"].lower()
    year = day.year - (way == "last" and month >= day.month) + (way == "next" and month <= day.month)
    return f"{year:04}-{month:02}", Basis.PUBLISHED


def deictic_unit(match: re.Match[str], context: Context) -> Resolved:
    """'last week', 'earlier this month', 'next year', 'last summer'."""
    day = context.published
    if day is None:
        return None
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(match["way"].lower(), 0)
    unit = match["unit"].lower()
    if unit in SEASONS:
        year = _season_year((day, day), unit, step) if step else day.year
        return f"{year:04}-{SEASONS[unit]}", Basis.PUBLISHED
    first, last = _unit_around(day, unit, step)
    lead = _lead(match)
    if lead:
        first, last = (first, day) if lead == "earlier" else (day, last)
        return f"{first.isoformat()}/{last.isoformat()}", Basis.PUBLISHED
    whole = {"month": f"{first.year:04}-{first.month:02}", "year": f"{first.year:04}"}
    return whole.get(unit, f"{first.isoformat()}/{last.isoformat()}"), Basis.PUBLISHED


def rest_of_unit(match: re.Match[str], context: Context) -> Resolved:
    """'before the month is out', 'by the end of the year'."""
    day = context.published
    if day is None or not context.news:
        return None
    return f"{day.isoformat()}/{_unit_around(day, match['unit'].lower(), 0)[1].isoformat()}", Basis.PUBLISHED


def _unit_around(day: dt.date, unit: str, step: int) -> tuple[dt.date, dt.date]:
    """First and last day of the week, month or year so many steps from the one that holds the day."""
    if unit == "week":
        monday = day + dt.timedelta(days=7 * step - day.weekday())
        return monday, monday + dt.timedelta(days=6)
    if unit == "month":
        year, month = add_months(day, step)
        return dt.date(year, month, 1), month_end(year, month)
    return dt.date(day.year + step, 1, 1), dt.date(day.year + step, 12, 31)


def ago(match: re.Match[str], context: Context) -> Resolved:
    """'three days ago', 'two years ago'."""
    day = context.published
    if day is None:
        return None
    unit, count = match["unit"].lower(), number(match["count"])
    if unit in DAYS_OF:
        return (day - dt.timedelta(days=count * DAYS_OF[unit])).isoformat(), Basis.PUBLISHED
    shifted = _shift((day, day), unit, -count)
    return (shifted[0], Basis.PUBLISHED) if shifted else None


def past_span(match: re.Match[str], context: Context) -> Resolved:
    """'in the past three years': up to the day of publication, or to the year that the account has reached."""
    day = context.published
    if day is None:
        return _years_up_to(match, context)
    unit, count = match["unit"].lower(), number(match["count"]) if match["count"] else 1
    if unit in DAYS_OF:
        first = (day - dt.timedelta(days=count * DAYS_OF[unit])).isoformat()
    elif unit == "month":
        first = "{:04}-{:02}".format(*add_months(day, -count))
    else:
        first = f"{day.year - count * (10 if unit == 'decade' else 1):04}"
    return f"{first}/{day.isoformat()}", Basis.PUBLISHED


def _years_up_to(match: re.Match[str], context: Context) -> Resolved:
    """'grown for the past three years ... in 2007': the years that end with the one named after, else the last told."""
    named = re.search(r"\bin\s+(1[4-9]\d\d|20\d\d)\b", match.string[match.end() :])
    year = int(named[1]) if named else context.last[1].year if context.last else None
    if year is None or match["unit"].lower() != "year" or not match["count"]:
        return None
    return f"{year - number(match['count']) + 1:04}/{year:04}", Basis.NARRATIVE
