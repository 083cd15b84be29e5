"""Expressions that name their date themselves, wholly or but for the year."""

from __future__ import annotations

import functools
import re

from detente.coding.timex_words import (
    ORDINALS,
    SEASONS,
    Context,
    Resolved,
    iso,
    month_number,
    number,
    part_of_century,
    part_of_decade,
    part_of_month,
    part_of_year,
    year_for,
)
from detente.knowledge.tables import rows
from detente.model import Basis

_TEMPORAL = re.compile(
    r"\b(?:during|in|after|before|since|until|till|throughout|following|at|by|(?:aftermath|wake|midst"
    r"|course)\s+of)\s+(?:the\s+)?$",
    re.I,
)
_COUNTED = re.compile(
    r"(?:[$£€¥#]|\b(?:some|over|than|nearly|almost|least|most|resolutions?|article|no\.|nos\.|flight|law"
    r"|order|decree))\s*$",
    re.I,
)
_PLURAL = re.compile(
    r"\s+(?:million|billion|percent|per cent|%|(?:[a-z]+\s+)?(?!was|has|is|as|its|his|this|thus|across"
    r"|plans|talks)[a-z]{3,}(?<!ss)s\b|men\b|people\b|km\b)"
)
_DATING = re.compile(r"\b(?:in|of|by|since|until|till|from|to|and|during|after|before|between|year)\s+$", re.I)


def day(match: re.Match[str], context: Context) -> Resolved:
    """'25 June 1950', 'on June 25'."""
    groups = match.groupdict()
    return _in_year(groups.get("y"), month_number(groups["m"]), int(groups["d"]), context)


def _in_year(year: str | None, month: int, number_of_day: int, context: Context) -> Resolved:
    if year:
        return iso(int(year), month, number_of_day), Basis.STATED
    known = year_for(month, number_of_day, context)
    return (iso(known[0], month, number_of_day), known[1]) if known else None


def day_range(match: re.Match[str], context: Context) -> Resolved:
    """'July 17 to August 2, 1945'."""
    groups = match.groupdict()
    month = month_number(groups["m"])
    month2 = month_number(groups["m2"]) if groups.get("m2") else month
    first = _in_year(groups.get("y"), month, int(groups["d"]), context)
    last = _in_year(groups.get("y"), month2, int(groups["d2"]), context)
    return (f"{first[0]}/{last[0]}", first[1]) if first and last else None


def numeric_day(match: re.Match[str], _context: Context) -> Resolved:
    """'13/9/1993' where only one reading is a day; dotted dates have the day first."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if match["sep"] == "." or first == second or first > 12:
        return iso(year, second, first), Basis.STATED
    return (iso(year, first, second), Basis.STATED) if second > 12 else None


def iso_day(match: re.Match[str], _context: Context) -> Resolved:
    """'2003-03-20'."""
    return match[0], Basis.STATED


def feast(match: re.Match[str], _context: Context) -> Resolved:
    """Feasts with a fixed day."""
    month, number_of_day = (12, 25) if match["feast"].lower().startswith("christmas") else (1, 1)
    return iso(int(match["y"]), month, number_of_day), Basis.STATED


def month(match: re.Match[str], context: Context) -> Resolved:
    """'early July 1990', 'in July'."""
    groups = match.groupdict()
    number_of_month = month_number(groups["m"])
    if groups.get("y"):
        return part_of_month(int(groups["y"]), number_of_month, groups.get("part")), Basis.STATED
    known = year_for(number_of_month, 15, context)
    return (part_of_month(known[0], number_of_month, groups.get("part")), known[1]) if known else None


def month_range(match: re.Match[str], context: Context) -> Resolved:
    """'May and July 1914', 'November to March'."""
    groups = match.groupdict()
    first_month, last_month = month_number(groups["m"]), month_number(groups["m2"])
    if groups.get("y2"):
        last, basis = int(groups["y2"]), Basis.STATED
        first = int(groups["y"]) if groups.get("y") else last - (first_month > last_month)
    else:
        known = year_for(first_month, 15, context)
        if not known:
            return None
        first, basis = known
        last = first + (first_month > last_month)
    return f"{first:04}-{first_month:02}/{last:04}-{last_month:02}", basis


def season(match: re.Match[str], _context: Context) -> Resolved:
    """'the spring of 1848', 'the winter of 1939-40'."""
    year = int(match["y"])
    if match["y2"]:
        return f"{year:04}-12/{year + 1:04}-02", Basis.STATED
    return f"{year:04}-{SEASONS[match['season'].lower()]}", Basis.STATED


def quarter(match: re.Match[str], _context: Context) -> Resolved:
    """'the third quarter of 1998'."""
    first = 3 * ORDINALS[match["nth"].lower()] - 2
    return f"{match['y']}-{first:02}/{match['y']}-{first + 2:02}", Basis.STATED


def year_part(match: re.Match[str], _context: Context) -> Resolved:
    """'early 1950', 'the last months of 1944'."""
    return part_of_year(int(match["y"]), match["part"]), Basis.STATED


def rest_of_year(match: re.Match[str], context: Context) -> Resolved:
    """'later in 1963': what remains of it after what was told last."""
    year = int(match["y"])
    if context.last and context.last[1].year == year and context.last[1].month < 12:
        return f"{year:04}-{context.last[1].month:02}/{year:04}-12", Basis.STATED
    return f"{year:04}", Basis.STATED


def decade(match: re.Match[str], _context: Context) -> Resolved:
    """'the late 1980s'; 'the 1700s' is a century, 'the 2000s' and 'the 1900s' are decades."""
    start = int(match["y"])
    if start % 100 == 0 and start < 1900:
        return part_of_century(start, match["part"]), Basis.STATED
    return part_of_decade(start, match["part"]), Basis.STATED


def short_decade(match: re.Match[str], _context: Context) -> Resolved:
    """'the '80s' of the twentieth century."""
    return part_of_decade(1900 + int(match["y"]), match["part"]), Basis.STATED


def century(match: re.Match[str], _context: Context) -> Resolved:
    """'the mid-eighteenth century'."""
    start = _century_start(match["century"])
    return (part_of_century(start, match["part"]), Basis.STATED) if start else None


def decades_of_century(match: re.Match[str], _context: Context) -> Resolved:
    """'the first two decades of the twentieth century'."""
    start = _century_start(match["century"])
    if not start:
        return None
    years = 10 * (number(match["count"]) if match["count"] else 1)
    if match["edge"].lower() == "first":
        return f"{start:04}/{start + years - 1:04}", Basis.STATED
    return f"{start + 100 - years:04}/{start + 99:04}", Basis.STATED


def turn_of_century(match: re.Match[str], context: Context) -> Resolved:
    """'the turn of the century': the nearest one to what was told last, unless it is named."""
    if match["century"]:
        start = _century_start(match["century"])
        return (f"{start:04}~", Basis.STATED) if start else None
    if not context.last:
        return None
    first, last = context.last
    start = first.year // 100 * 100 if last.year - first.year > 50 else round(first.year / 100) * 100
    return f"{start:04}~", Basis.NARRATIVE


def _century_start(word: str) -> int | None:
    nth = ORDINALS.get(word.lower()) or int(re.sub(r"\D", "", word) or 0)
    return (nth - 1) * 100 if 15 <= nth <= 21 else None


def years(match: re.Match[str], _context: Context) -> Resolved:
    """'1904 to 1905', '1939-45'; '1999-01' is a month, for no span runs backwards."""
    first, last = int(match["y"]), match["y2"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if end < first:
        return (f"{first:04}-{last}", Basis.STATED) if len(last) == 2 and 1 <= int(last) <= 12 else None
    return f"{first:04}/{end:04}", Basis.STATED


def year(match: re.Match[str], _context: Context) -> Resolved:
    """A bare year, unless it counts something or numbers a document."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    if _COUNTED.search(before) or re.match(r"\s*(?:million|billion|percent|per cent|%|dollars|men\b)", after):
        return None
    if _PLURAL.match(after) and not _DATING.search(before):
        return None
    return match["y"], Basis.STATED


def fiscal(match: re.Match[str], _context: Context) -> Resolved:
    """'fiscal 1998', 'FY 2003': the year itself, for budgets begin where they like."""
    return match["y"], Basis.STATED


def duration(match: re.Match[str], _context: Context) -> Resolved:
    """'thirty years beginning from 2015'."""
    first = int(match["y"])
    return f"{first:04}/{first + number(match['count']) - 1:04}", Basis.STATED


def period(match: re.Match[str], _context: Context) -> Resolved:
    """'during World War II', 'at the end of the Korean War': only where the words date something by it or open."""
    before = match.string[: match.start()]
    if before.strip() and not _TEMPORAL.search(before):
        return None
    found = re.sub(r"^the\s+", "the ", match["period"].lower())
    start, end = next(bounds for pattern, *bounds in _periods() if re.fullmatch(pattern, found))
    edge = (match["edge"] or "").lower()
    if edge in ("end", "close", "conclusion"):
        return end[:4], Basis.STATED
    if edge:
        return start[:4], Basis.STATED
    return (start if start == end else f"{start}/{end}"), Basis.STATED


@functools.cache
def _periods() -> tuple[tuple[str, str, str], ...]:
    return tuple((row["pattern"], row["start"], row["end"]) for row in rows("named_periods.csv"))


@functools.cache
def period_names() -> str:
    """All named periods as one alternative of a regular expression, longer names first."""
    names = [name for pattern, _, _ in _periods() for name in re.split(r"\|(?![^(]*\))", pattern)]
    return "|".join(sorted(names, key=len, reverse=True))
