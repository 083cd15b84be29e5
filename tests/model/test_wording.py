"""Text that is shown to people."""

import unicodedata

import pytest
from accounts import document, event
from hypothesis import given
from hypothesis import strategies as st

from detente.model import Basis, EventType, Figure, Moment, Span
from detente.wording import basis, how_much, plain


@given(st.text(st.characters(exclude_categories=())))
def test_plain_text_can_do_nothing(text: str) -> None:
    """No control, direction or other invisible character reaches a terminal or a page."""
    shown = plain(text)
    acting = {c for c in shown if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    assert acting <= {"\u200c", "\u200d"}
    assert shown.encode().decode() == shown
    assert len(shown) >= len(text)


@pytest.mark.parametrize("text", ("Пак Тон Джин", "박동진", "می‌خواهم", "[red]x[/red]", "naïve – “quoted”"))
def test_plain_text_of_any_script_is_itself(text: str) -> None:
    """Ordinary words are shown as they are, joiners within words included."""
    assert plain(text) == text


@pytest.mark.parametrize("figure, expected", (
    ({"value": 7500000, "unit": "t", "of": "gas", "per": "year"}, "7,500,000 t of gas per year"),
    ({"value": 3e9, "unit": "USD", "bound": ">"}, "more than 3,000,000,000 USD"),
    ({"value": 0.5, "unit": "%", "bound": "~"}, "about 0.5 %"),
))  # fmt: skip
def test_figures_in_words(figure: dict, expected: str) -> None:
    """A figure is told with its hedge, unit and what it counts."""
    assert how_much(Figure(span=Span(start=0, end=1, text="x"), **figure)) == expected


@pytest.mark.parametrize("moment, expected", (
    (Moment(), ""),
    (Moment(edtf="1979-05", basis=Basis.STATED, text="May 1979"), "says the sentence"),
    # words of the sentence that only an earlier one makes a date
    (Moment(edtf="1979-05", basis=Basis.NARRATIVE, text="May"), "completed from an earlier sentence"),
    (Moment(edtf="1978", basis=Basis.NARRATIVE, text="In 1978"), "carried from an earlier sentence"),
))  # fmt: skip
def test_what_a_date_rests_on(moment: Moment, expected: str) -> None:
    """A date that an earlier sentence gave is told from one that it only completed."""
    account = document()
    told = event(account, account.text.split(". ")[0] + ".", "visited", EventType.CONSULT, date=moment)
    assert basis(told) == expected
