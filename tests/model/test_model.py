"""What the core types promise to whoever holds one."""

import datetime as dt
import json

import pytest
from hypothesis import given
from strategies import edtf_dates, edtf_points, events

from detente.edtf import bounds
from detente.model import Basis, Document, Event, EventType, Moment, Party, Span


@given(events())
def test_an_event_survives_its_json(event: Event) -> None:
    """An event written as JSON and read again is the same event with the same id."""
    again = Event.from_json(json.loads(json.dumps(event.as_json())))
    assert again == event
    assert again.id == event.id


@given(edtf_dates())
def test_bounds_never_end_before_they_begin(edtf: str) -> None:
    """A date's first day is never after its last."""
    start, end = bounds(edtf)
    assert start is None or end is None or start <= end


@given(edtf_points())
def test_a_single_date_is_never_open(edtf: str) -> None:
    """Only an interval can be open: a year, a month or a decade has a first and a last day."""
    start, end = bounds(edtf)
    assert start
    assert end
    assert bounds(f"{edtf}/..") == (start, None)
    assert bounds(f"../{edtf}") == (None, end)


@pytest.mark.parametrize("edtf, first, last", (
    ("1979", "1979-01-01", "1979-12-31"),  # a year is all of its days
    ("1980-02", "1980-02-01", "1980-02-29"),  # a leap year's February
    ("1979-05-03", "1979-05-03", "1979-05-03"),  # a day
    ("198X", "1980-01-01", "1989-12-31"),  # a decade
    ("19XX", "1900-01-01", "1999-12-31"),  # a century
    ("1979-05~", "1979-05-01", "1979-05-31"),  # hedging does not move the bounds
    ("1988-22", "1988-06-01", "1988-08-31"),  # summer
    ("1988-41", "1988-07-01", "1988-12-31"),  # second half
    ("1950/1953-07", "1950-01-01", "1953-07-31"),  # an interval of two precisions
))  # fmt: skip
def test_bounds_are_the_days_a_reader_would_say(edtf: str, first: str, last: str) -> None:
    """Each precision gives the first and last day it admits."""
    assert bounds(edtf) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize("edtf", (
    "", "79", "1979-13", "1979-02-30", "198X-05", "1980/1979", "May 1979", "1979-05-03T10:00", "..", "1979/",
))  # fmt: skip
def test_what_is_no_date_is_refused(edtf: str) -> None:
    """A malformed or impossible date never becomes a moment."""
    with pytest.raises(ValueError, match=r"EDTF|month|day|unknown|ends before|interval|unpack"):
        Moment(edtf=edtf, basis=Basis.STATED)


@pytest.mark.parametrize("make", (
    lambda: Span(start=0, end=3, text="no"),  # offsets that don't fit the words
    lambda: Span(start=-1, end=1, text="no"),  # before the text begins
    lambda: Party(code="", name="nobody"),  # an actor without a code
    lambda: Moment(edtf="1979"),  # a date from nowhere
    lambda: Moment(basis=Basis.STATED),  # a basis for no date
))  # fmt: skip
def test_nothing_invalid_can_be_made(make) -> None:
    """A part that contradicts itself raises at once, so nothing downstream meets one."""
    with pytest.raises(ValueError, match=r"does not fit|needs a code|exactly if"):
        make()


def test_an_account_is_known_by_its_words() -> None:
    """The same words under another name are the same account, a changed word makes another."""
    one = Document(text="War ended.", title="A", source="a.txt")
    assert one.id == Document(text="War ended.", title="B", source="b.txt").id
    assert one.id != Document(text="War ended!", title="A", source="a.txt").id


def test_every_type_has_a_quad() -> None:
    """Each of the sixteen types belongs to one of the four classes, as PLOVER's table has them."""
    assert [sum(kind.quad == quad for kind in EventType) for quad in (1, 2, 3, 4)] == [4, 3, 4, 5]
