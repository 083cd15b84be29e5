"""Terms of office date an act as plainly as a year does, where the sentence has no other date."""

from __future__ import annotations

import datetime as dt

import pytest

from detente.coding.coder import code
from detente.model import Document

CASES = (
    # a reign by 'under'
    ("Under Nasser, Egypt bought arms from Czechoslovakia.", 1955, "bought", "1954-11-14/1970-09-28"),
    # the day somebody came to power opens what came after
    ("After Gorbachev came to power, the Soviet Union withdrew from Afghanistan.", 1988, "withdrew", "1985-03-11/.."),
    # and closes what came before
    ("Britain had rejected the plan before Thatcher took office.", 1980, "rejected", "../1979-05-04"),
    # a date in the sentence is better than a reign
    ("Under Nasser, Egypt seized the Suez Canal in July 1956.", 1956, "seized", "1956-07"),
    # the day told of tells two presidents of one name apart
    ("Under Bush, the United States invaded Panama.", 1989, "invaded", "1989-01-20/1993-01-20"),
    ("Under Bush, the United States invaded Iraq.", 2003, "invaded", "2001-01-20/2009-01-20"),
)  # fmt: skip


@pytest.mark.parametrize("text, year, trigger, edtf", CASES)
def test_a_term_of_office_dates_an_act(text: str, year: int, trigger: str, edtf: str) -> None:
    document = Document(text=f"It was {year}. {text}", title="terms", source="terms.txt")
    dates = [
        event.date.edtf for event in code(document)
        if event.evidence.trigger and event.evidence.trigger.text == trigger
    ]  # fmt: skip
    assert dates == [edtf]


def test_a_term_in_news_needs_no_year_told_before() -> None:
    """The day of publication tells which of several namesakes is meant."""
    document = Document(
        text="Under Trudeau, Canada has recognised China.", title="t", source="t", published=dt.date(1971, 1, 5)
    )
    (event,) = code(document)
    assert event.date.edtf is not None
    assert event.date.edtf.startswith("1968")
