"""Temporal expressions: finds them in a sentence and turns each into an EDTF date.

An expression is absolute ('25 June 1950', 'the late 1980s'), relative to what was told last ('later that
year', 'two months later'), or relative to the day of publication ('on Tuesday', 'last week'). The patterns
are tried in order, longer forms first, and never overlap. What stands before an expression then opens or
closes it ('since', 'until'), two that a 'to' or 'and' joins become one, and the name of a war or congress
dates a sentence only if nothing better does. Nothing is filled in that the words do not say: 'in June' after
a sentence about 1950 is `1950-06`, and without any year known it is no date.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator
from dataclasses import replace

from detente.coding import timex_relative as relative
from detente.coding import timex_stated as stated
from detente.coding.timex_words import WEEKDAYS, Context, Resolver, Timex
from detente.edtf import bounds
from detente.model import Basis

__all__ = ["Context", "Timex", "find"]


def find(text: str, context: Context) -> list[Timex]:
    """All temporal expressions of a sentence that can be dated, in order."""
    found: list[Timex] = []
    for match, resolve in _candidates(text):
        if resolve is stated.period and found:
            continue
        timex = _resolved(match, resolve, context)
        if timex is None:
            continue
        found.append(timex)
        context = _after(timex, context)
    return _joined(text, found)


def _after(timex: Timex, context: Context) -> Context:
    """What the next expression of the sentence counts from; news keeps to the days of the news."""
    reached = Context(last=_closed(timex.core) or context.last, published=context.published)
    if context.news:
        return reached if reached.news else context
    return context if timex.basis is Basis.PUBLISHED else reached


def _resolved(match: re.Match[str], resolve: Resolver, context: Context) -> Timex | None:
    resolved = resolve(match, context)
    if resolved is None:
        return None
    edtf = _modified(match, resolved[0], context)
    try:
        bounds(edtf)
    except ValueError:
        return None
    named = resolve is stated.period
    return Timex(start=match.start(), end=match.end(), edtf=edtf, basis=resolved[1], core=resolved[0], named=named)


def _closed(edtf: str) -> tuple[dt.date, dt.date] | None:
    first, last = bounds(edtf)
    opens, closes = first or last, last or first
    return (opens, closes) if opens and closes else None


def _candidates(text: str) -> Iterator[tuple[re.Match[str], Resolver]]:
    """Matches of all patterns without overlaps in the order of the text, named periods last."""
    taken = bytearray(len(text))
    chosen: list[tuple[re.Match[str], Resolver]] = []
    for pattern, resolve in _patterns():
        for match in pattern.finditer(text):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                chosen.append((match, resolve))
    return iter(sorted(chosen, key=lambda item: (item[1] is stated.period, item[0].start())))


_SINCE = re.compile(r"\bsince\s+(?:then\s+)?(?:about\s+)?(?:the\s+)?$", re.I)
_ONWARD = re.compile(r"\s*(?:onwards?|forward)\b", re.I)
_UNTIL = re.compile(r"\b(?:until|till|up to)\s+(?:the\s+)?$", re.I)
_BEFORE = re.compile(r"\b(?:before|prior to)\s+(?:the\s+)?$", re.I)
_ABOUT = re.compile(r"(?:\b(?:circa|about|around|roughly|approximately)|\b(?:ca?|c)\.)\s*$", re.I)


def _modified(match: re.Match[str], edtf: str, context: Context) -> str:
    """'since 1990' stays open at its end, 'before 1910' at its beginning; both close on what is known."""
    before, after = match.string[max(0, match.start() - 24) : match.start()], match.string[match.end() :]
    first, last = edtf.split("/") if "/" in edtf else (edtf, edtf)
    if _SINCE.search(before) or _ONWARD.match(after):
        published = context.published
        return f"{first}/{published.isoformat() if published else '..'}"
    if _BEFORE.search(before):
        return f"../{first}"
    if _UNTIL.search(before):
        return f"{_beginning(last, context)}/{last}"
    if _ABOUT.search(before) and re.fullmatch(r"\d{4}", edtf):
        return f"{edtf}~"
    return edtf


def _beginning(end: str, context: Context) -> str:
    """What lasted until *end* began with what was told last, if that lies before it."""
    opens, closes = bounds(end)[0], context.last
    if not opens or not closes or closes[0] >= opens:
        return ".."
    first, last = closes
    if first == last:
        return first.isoformat()
    return f"{first.year:04}" if (last - first).days > 31 else f"{first.year:04}-{first.month:02}"


_TO = re.compile(r"\s*(?:-|–|—|,?\s(?:to|until|till|through|and)\s)\s*(?:the\s+)?", re.I)


def _joined(text: str, found: list[Timex]) -> list[Timex]:
    """Neighbours joined by 'to' or 'and' become the span from one to the other."""
    kept: list[Timex] = []
    for timex in sorted(found, key=lambda timex: timex.start):
        before = kept[-1] if kept else None
        if before and _TO.fullmatch(text, before.end, timex.start) and timex.basis is not Basis.PUBLISHED:
            span = _from_to(before.edtf, timex.edtf)
            if span:
                kept[-1] = replace(before, end=timex.end, edtf=span, core=span)
                continue
        kept.append(timex)
    return kept


def _from_to(first: str, last: str) -> str | None:
    """The interval from the beginning of one date to the end of the other, if it runs forward."""
    start, end = first.split("/")[0], last.split("/")[-1]
    opens, closes = bounds(first), bounds(last)
    if ".." in (first.split("/")[-1], last.split("/")[0], end) or not opens[1] or not closes[0]:
        return None
    if opens[1] >= closes[0]:
        return None
    # A decade or century bounds a span with its own first or last year.
    start = f"{opens[0].year:04}" if "X" in start and opens[0] else start
    end = f"{closes[1].year:04}" if "X" in end and closes[1] else end
    return f"{start}/{end}"


# -- the patterns --------------------------------------------------------------------------------------------

_NAMES = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_UNMISTAKABLE = "January|February|April|June|July|August|September|October|November|December"
_D, _D2 = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?", r"(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?"
_M, _M2 = rf"(?-i:(?P<m>{_NAMES}))\.?", rf"(?-i:(?P<m2>{_NAMES}))\.?"
_Y = r"(?P<y>1[4-9]\d\d|20\d\d)"
_Y2 = r"(?P<y2>1[4-9]\d\d|20\d\d)"
_OF_YEAR = rf"(?:,?\s+(?:of\s+)?{_Y})"
_DASH = r"\s*(?:-|–|—|\b(?:to|and|or|through|until|till)\b)\s*"
_PART = (
    r"(?:(?:the\s+)?(?P<part>(?:first|second|latter)\s+half|latter\s+part|(?:early|opening|first|last"
    r"|final|closing)\s+months"
    r"|early|mid|middle|late|beginning|start|end|close)(?:\s*-\s*|\s+)(?:(?:part\s+)?(?:of|in)\s+)?(?:the\s+)?)"
)
_SMALL = (
    "a few|few|a couple of|several|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    "|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
)
_TENS = (
    "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
)
_COUNT = rf"(?P<count>\d{{1,3}}|{_TENS}|{_SMALL})"
_UNIT = r"(?P<unit>day|week|fortnight|month|year|decade)s?"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_CENTURY = (
    r"(?P<century>fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first"
    r"|1[5-9]th|20th|21st)"
)
_TIME_OF_DAY = "day|morning|afternoon|evening|night"
_WEEKDAY = "|".join(WEEKDAYS)
_LEAD = r"(?:(?P<lead>later|earlier)\s+(?:in\s+)?)?"
_FEAST = r"(?P<feast>New Year['’]s Day|Christmas(?: Day)?)"
_BEGINNING = r"(?:beginning|starting|commencing)\s+(?:from|in|with)"
_EDGE = r"(?:(?:the\s+)?(?P<edge>end|close|conclusion|outbreak|start|beginning|onset)\s+of\s+)?"

# In order: a pattern takes the words before any later one can.
_TABLE: tuple[tuple[str, Resolver], ...] = (
    (r"\d{4}-[01]\d-[0-3]\d", stated.iso_day),
    (rf"(?P<a>\d{{1,2}})(?P<sep>[./])(?P<b>\d{{1,2}})(?P=sep){_Y}", stated.numeric_day),
    (rf"{_COUNT}\s+years\s+{_BEGINNING}\s+{_Y}", stated.duration),
    (rf"{_FEAST}(?:,?\s+(?:of\s+|in\s+)?){_Y}", stated.feast),
    (rf"{_M}\s+{_D}{_DASH}{_M2}\s+{_D2}{_OF_YEAR}", stated.day_range),
    (rf"{_D}\s+{_M}{_DASH}{_D2}\s+{_M2}{_OF_YEAR}", stated.day_range),
    (rf"{_M}\s+{_D}{_DASH}{_D2}{_OF_YEAR}?", stated.day_range),
    (rf"{_D}{_DASH}{_D2}\s+{_M}{_OF_YEAR}?", stated.day_range),
    (rf"(?:(?:{_WEEKDAY}),?\s+)?(?:the\s+)?{_D}\s+(?:of\s+)?{_M}{_OF_YEAR}?", stated.day),
    (rf"(?:(?:{_WEEKDAY}),?\s+)?{_M}\s+(?:the\s+)?{_D}{_OF_YEAR}?", stated.day),
    (
        r"the\s+(?P<d>[0-3]?\d)(?:st|nd|rd|th)?\s+(?P<form>instant|ultimo|proximo|(?:inst|ult|prox)\.?)",
        relative.old_form,
    ),
    (rf"{_M}(?:,?\s+{_Y})?{_DASH}{_M2},?\s+{_Y2}", stated.month_range),
    (rf"(?P<way>last|next|this)\s+{_M}(?!\s+\d)", relative.deictic_month),
    (rf"{_PART}?{_M}{_OF_YEAR}", stated.month),
    (rf"(?-i:(?P<m>{_UNMISTAKABLE})){_DASH}{_M2}(?!\s+\d)", stated.month_range),
    (
        rf"(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?{_SEASON}(?:\s+of)?\s+{_Y}(?:[-–/](?P<y2>\d\d"
        rf"(?:\d\d)?))?",
        stated.season,
    ),
    (rf"the\s+(?P<nth>first|second|third|fourth)\s+quarter\s+of\s+{_Y}", stated.quarter),
    (
        rf"(?:the\s+)?(?P<edge>first|last)\s+(?:{_COUNT}\s+)?decades?\s+of\s+the\s+{_CENTURY}\s+century",
        stated.decades_of_century,
    ),
    (rf"the\s+turn\s+of\s+the\s+(?:{_CENTURY}\s+)?century", stated.turn_of_century),
    (rf"(?:the\s+)?{_PART}?(?:the\s+)?(?P<y>1[4-9]\d0|20\d0)['’]?s", stated.decade),
    (rf"(?:the\s+)?{_PART}?(?:the\s+)?['’‘](?P<y>[2-9]0)s", stated.short_decade),
    (rf"(?:the\s+)?{_PART}?(?:the\s+)?{_CENTURY}[ -]+century", stated.century),
    (rf"(?:fiscal(?:\s+year)?|FY)\s*{_Y}", stated.fiscal),
    (rf"later\s+in\s+{_Y}", stated.rest_of_year),
    (rf"(?:the\s+)?{_PART}(?:year\s+)?{_Y}", stated.year_part),
    (rf"{_Y}\s*(?:-|–|—|\b(?:to|and|through|until|till)\b)\s*(?P<y2>1[4-9]\d\d|20\d\d)(?!['’]?s)", stated.years),
    (rf"{_Y}[-–—](?P<y2>\d\d)", stated.years),
    (r"(?:by|before)\s+the\s+end\s+of\s+(?:the|this)\s+(?P<unit>week|month|year)", relative.rest_of_unit),
    (r"before\s+the\s+(?P<unit>week|month|year)\s+(?:is\s+(?:out|over)|ends)", relative.rest_of_unit),
    (rf"{_PART}(?:that|the|the\s+same)?\s*year", relative.same_year),
    (rf"{_LEAD}(?:(?:that|the|that\s+very)\s+same|that)\s+year", relative.same_year),
    (r"(?P<lead>later|earlier)\s+in\s+the\s+year", relative.same_year),
    (rf"{_LEAD}(?:that|the same|that same)\s+month", relative.same_month),
    (rf"{_LEAD}(?:that|the same|that same|that very)\s+(?:{_TIME_OF_DAY})", relative.same_day),
    (rf"(?:that|the same|that same)\s+{_SEASON}", relative.same_season),
    (
        rf"the\s+(?P<way>following|next|previous|preceding|ensuing)\s+(?P<unit>{_TIME_OF_DAY}|week|month"
        rf"|year|decade|spring|summer|autumn|fall|winter)",
        relative.neighbour,
    ),
    (
        r"the\s+(?P<unit>day|week|month|year)\s+(?P<way>after|before)(?!\s+(?:the|that|it|his|her|its"
        r"|their|a|an|(?-i:[A-Z])\w*)\b)",
        relative.neighbour,
    ),
    (rf"(?:over|during|for|in|within)\s+the\s+(?:next|following|ensuing)\s+{_COUNT}\s+{_UNIT}", relative.span_after),
    (rf"within\s+(?:{_COUNT}\s+)?{_UNIT}(?!\s+of\b)", relative.span_after),
    (
        rf"{_COUNT}\s+{_UNIT}\s+(?P<way>later|earlier|afterwards|afterward|previously|(?:before|after)"
        rf"(?!\s+(?:the|that|it|his|its|their|a|an|(?-i:[A-Z])\w*)\b))",
        relative.offset,
    ),
    (rf"{_COUNT}\s+{_UNIT}\s+ago", relative.ago),
    (rf"the\s+(?:past|last)\s+(?:{_COUNT}\s+)?{_UNIT}", relative.past_span),
    (r"(?:over\s+the\s+|(?P<way>last|this|next|the)\s+)weekend", relative.weekend),
    (
        r"(?P<word>overnight|yesterday|today|tonight|tomorrow|last\s+(?:night|evening)|this\s+(?:morning"
        r"|afternoon|evening))",
        relative.deictic_day,
    ),
    (
        rf"(?:(?P<way>last|past|next|this\s+coming|this|coming|the\s+same|that)\s+)?"
        rf"(?P<weekday>{_WEEKDAY})(?:\s+(?:morning|afternoon|evening|night))?",
        relative.weekday,
    ),
    (
        rf"{_LEAD}(?P<way>last|this|next|past|coming)\s+(?P<unit>week|month|year|spring|summer|autumn|fall"
        rf"|winter)",
        relative.deictic_unit,
    ),
    (rf"(?<!\bthe\s)(?<![“\"]){_PART}?(?-i:(?P<m>{_UNMISTAKABLE}))", stated.month),
    (r"(?<=\b(?:in|by|of)\s)(?-i:(?P<m>May|March))(?!\s+\d)", stated.month),
    (r"(?<=\b(?:early|until|since)\s)(?-i:(?P<m>May|March))(?!\s+\d)", stated.month),
    (rf"{_Y}(?!,\d)", stated.year),
)  # fmt: skip


@functools.cache
def _patterns() -> tuple[tuple[re.Pattern[str], Resolver], ...]:
    """The table compiled; words count whole, in any case."""
    named = (rf"{_EDGE}(?P<period>{stated.period_names()})", stated.period)
    return tuple((_compile(pattern), resolve) for pattern, resolve in (*_TABLE, named))


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w$£€-])(?:{pattern})(?![\w-])", re.I)
