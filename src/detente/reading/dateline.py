"""When an account was published, as far as it says so at its head.

Three forms are read: a dateline ('TANGIER, April 3, 1905 -'), a line with a label ('Published: 2024-05-03') and
a line that holds a date and nothing else. When a page was last changed is not when it was published, and a
date without a year is no date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May\.?|Jun[e.]?|Jul[y.]?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?P<{0}>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>1[6-9]\d\d|20\d\d)"
_WEEKDAY = r"(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\.?,?\s+)?"
_MONTH_FIRST = rf"{_MONTH.format('m1')}\s*{_DAY.format('d1')}\b(?:\s*,?\s*{_YEAR.format('y1')}\b)?"
_DAY_FIRST = rf"{_DAY.format('d2')}(?:\s+of)?\s+{_MONTH.format('m2')}(?:,?\s*{_YEAR.format('y2')}\b|(?!\w))"
_ISO = r"(?P<y3>1[6-9]\d\d|20\d\d)[-/.](?P<m3>0[1-9]|1[0-2])[-/.](?P<d3>0[1-9]|[12]\d|3[01])(?!\d)"
_NUMERIC = r"(?P<d4>0?[1-9]|[12]\d|3[01])[./-](?P<m4>0?[1-9]|[12]\d|3[01])[./-](?P<y4>1[6-9]\d\d|20\d\d)(?!\d)"
_DATE = rf"{_WEEKDAY}(?:{_ISO}|{_MONTH_FIRST}|{_DAY_FIRST}|{_NUMERIC})"
_ANY_DATE = re.sub(r"\?P<\w+>", "?:", _DATE)  # within a lookahead, where it must not name its parts again

_ZONE = r"(?:\(?(?:[A-Z]{1,5}|[+-]\d\d:?\d\d)\)?)?"
_TIME = rf"(?:[T,]?\s*(?:at\s+)?\d{{1,2}}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*{_ZONE})?"
_DASH = r"(?:[.:,;]?\s*(?:—|–|―|--+)\s*|[.,]?\s+-\s+|:\s+)"
# Up to six capitalised words with initials, commas and hyphens; 'In Paris' and the like begin a sentence.
_NO_PLACE = (
    r"(?!(?:In|On|At|By|From|After|Before|Since|Until|Between|About|Around|Late|Early|To|For|When|While|As|But|And|"
    r"During|The(?!\s+Hague))\s)"
)
_CAPITAL = r"[A-ZÀ-Þ][\w.’'-]*"
_LINK = r"(?:\s+(?:de|la|del|do|da|of|upon|am|sur)(?=\s))?"
_PLACE = rf"{_NO_PLACE}{_CAPITAL}{_LINK}(?:,?\s+(?!{_ANY_DATE}){_CAPITAL}){{0,5}}"
_AGENCY = r"(?:,?\s*[(\[][^()\[\]\n]{1,40}[)\]])?"

_DATELINE = re.compile(
    rf"\s*(?:\*\*|__)?{_PLACE}{_AGENCY}[,:]?\s+(?:{_DATE})(?!\s*(?:to|and|-)\s*\d){_TIME}{_AGENCY}"
    rf"(?:\*\*|__)?{_DASH}(?=\S)"
)
_AGENCY_ONLY = re.compile(
    rf"\s*[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:,?\s+{_CAPITAL}){{0,4}}\s*(?:[(\[][^()\[\]\n]{{1,40}}[)\]]|,\s+\w+day)"
    r"\s*(?:—|–|―|--+|-)\s+(?=\S)"
)
_PLACE_LINE = re.compile(rf"[*_(\[]*{_PLACE}{_AGENCY},\s+(?:{_DATE})[.,]?\s*{_TIME}{_AGENCY}[.*_)\]]*")
_LABEL = re.compile(
    rf"[*_(\[]*(?:(?:first\s+)?(?:published|posted|issued|released|filed)(?:\s+(?:on|at|by\s+[^\n\d]{{1,40}}))?|"
    rf"(?:publication|publish|release|issue|posting)\s+date|"
    rf"date(?:\s+(?:published|of\s+publication|posted|issued|line))?|dateline|pubdate)"
    rf"\s*[:,–—-]?[*_]*\s*[\"']?(?:{_DATE})",
    re.IGNORECASE,
)  # fmt: skip
_DATE_LINE = re.compile(
    rf"[*_#(\[\s]*(?:By\s+[^\d\n]{{2,60}}[|,•·–—-]\s*)?(?:{_DATE})[.,]?{_TIME}[.*_)\]\s]*", re.IGNORECASE
)

_HEAD = 1500  # characters in which a publication date is looked for
_HEAD_LINES = 8


def published(text: str) -> dt.date | None:
    """The day of publication that the head of an account states, or None."""
    head = [line.strip() for line in _lines(text)]
    for line in head:
        for pattern, whole in ((_DATELINE, False), (_LABEL, False), (_PLACE_LINE, True)):
            match = pattern.fullmatch(line) if whole else pattern.match(line)
            if match and (day := _day(match)):
                return day
    dated = [match for line in head if (match := _DATE_LINE.fullmatch(line))]
    return _day(dated[0]) if len(dated) == 1 and not _is_chronology(text) else None


def item_day(paragraph: str) -> dt.date | None:
    """The day of a paragraph that is nothing but a dateline ('KARACHI, April 27, 1965 -'), else None.

    An account may hold several items of news, each of which counts its days from its own dateline.
    """
    match = _DATELINE.match(f"{paragraph} .")
    return _day(match) if match and match.end() > len(paragraph) else None


def dateline_end(text: str, start: int, end: int) -> int | None:
    """Where the words after the dateline begin, if the stretch has one before them; it may lack its date."""
    limit = min(end, start + 200)
    match = _DATELINE.match(text, start, limit) or _AGENCY_ONLY.match(text, start, limit)
    return match.end() if match else None


def parse_day(text: str) -> dt.date | None:
    """The full date that *text* begins with, as metadata give it; None for anything less than a day."""
    match = re.match(rf"\s*(?:{_DATE})", text, re.IGNORECASE)
    return _day(match) if match else None


def is_date_line(line: str) -> bool:
    """Whether a line says when and where the account was published, and nothing else."""
    line = line.strip()
    return bool(
        _DATE_LINE.fullmatch(line) or _LABEL.match(line) or _PLACE_LINE.fullmatch(line) or _DATELINE.match(line)
    )


def _lines(text: str) -> Iterator[str]:
    lines = (line for line in text[:_HEAD].splitlines() if line.strip())
    for _, line in zip(range(_HEAD_LINES), lines, strict=False):
        yield line


def _is_chronology(text: str) -> bool:
    """Whether dates are headings throughout the text."""
    dated = (line for line in text.splitlines() if len(line) < 60 and _DATE_LINE.fullmatch(line.strip()))
    return sum(1 for _, _ in zip(range(2), dated, strict=False)) > 1


def _day(match: re.Match[str]) -> dt.date | None:
    groups = match.groupdict()
    for form in "1234":
        year, month, day = (groups.get(part + form) for part in "ymd")
        if year and month and day:
            return _date(int(year), month, int(day), ambiguous=form == "4")
    return None


def _date(year: int, month: str, day: int, *, ambiguous: bool) -> dt.date | None:
    number = int(month) if month.isdigit() else 1 + _MONTHS.index(month[:3].lower())
    if ambiguous:
        # 5/3/2024 is read one way by half of the world and the other way by the other half.
        if number != day and number <= 12 and day <= 12:
            return None
        number, day = (day, number) if number > 12 else (number, day)
    try:
        return dt.date(year, number, day)
    except ValueError:
        return None
