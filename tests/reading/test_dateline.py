"""When an account says that it was published, and what only looks like that."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading.dateline import dateline_end, item_day, published

DATELINES = (
    ("TANGIER, April 3, 1905 - The Emperor came ashore.", "1905-04-03"),
    ("LIMA, 6 Sept 1932 (Wire) - Peru's government said", "1932-09-06"),
    ("SHANGHAI, Dec. 15, 1937 - Japanese planes sank", "1937-12-15"),
    ("BUENOS AIRES, 4 May 1982 (Wire) - The cruiser", "1982-05-04"),
    ("WASHINGTON (Reuters), 12 March 2003 -- The President", "2003-03-12"),
    ("PARIS, June 28, 1919 (AP) – The Germans signed", "1919-06-28"),
    ("LONDON, Jan. 5, 1906.—Sir Edward Grey said", "1906-01-05"),  # as printed before the first war
    ("BERLIN, Sunday, August 2, 1914 — Germany sent", "1914-08-02"),
    ("St. Petersburg, 3rd of May, 1905 -- The Tsar", "1905-05-03"),
    ("The Hague, 18 October 1907 - The conference", "1907-10-18"),
    ("RIO DE JANEIRO, 28 Jan 1942 - Ministers voted", "1942-01-28"),
    ("Port-au-Prince, Haiti, Sept. 19, 1994 - American troops", "1994-09-19"),
    ("NEW YORK, 2001-09-12 - The Council condemned", "2001-09-12"),
    ("GENEVA, 21.07.1954 - The armistice was signed", "1954-07-21"),
    ("BEIRUT: October 23, 1983: A truck exploded", "1983-10-23"),
    ("**SEOUL, June 25, 1950** — Northern troops crossed", "1950-06-25"),  # Markdown
    ("# A war begins\n\nSEOUL, June 25, 1950 - Northern troops", "1950-06-25"),
    ("\n\n  ADEN, 30 Nov 1967 - The last\nsoldiers left", "1967-11-30"),
    ("Washington, September 24, 1969, 2:30 p.m.\n\nPARTICIPANTS", "1969-09-24"),  # heads of memoranda
    ("Moscow, February 22, 1946\n\nAnswer to your telegram", "1946-02-22"),
)
LABELS = (
    ("Trade war ends\nPublished: 2024-05-03\nThe two sides", "2024-05-03"),
    ("Posted on May 3, 2024 by admin\n\nTalks went on", "2024-05-03"),
    ("Published on Tuesday, 3 May 2022 at 10:20 BST\nText", "2022-05-03"),
    ("First published 12 Feb 1998\nText", "1998-02-12"),
    ("Date: 1 March 1919\n\nKoreans rose", "1919-03-01"),
    ("Publication date: 2011/12/19\n\nThe leader died", "2011-12-19"),
    ("**Date:** June 4, 1989\n\nTroops entered", "1989-06-04"),
    ("*Published 14 July 1958*\n\nThe King fell", "1958-07-14"),
    ("Issued on 24/12/1979\n\nTroops crossed", "1979-12-24"),
    ("By Jane Roe | May 3, 2024\n\nTalks went on", "2024-05-03"),
    ("The end of a treaty\n2 August 2019\nWashington left the treaty.", "2019-08-02"),
    ("November 11, 1918\n\nThe guns fell silent.", "1918-11-11"),
    ("Thursday, 1 February 1979, 09:30\n\nHe came home.", "1979-02-01"),
    ("2014-03-18T16:00:00Z\n\nThe treaty was signed.", "2014-03-18"),
)
NO_DATE = (
    "Page last modified: 13-09-2021 14:43:12 ZULU",
    "Last updated: May 3, 2024\n\nTalks went on",
    "Updated on 3 May 2024\n\nTalks went on",
    "PARIS, April 3 (AP) - The ministers met.",  # no year
    "SEOUL (AFP) - Talks were held.",
    "On July 8, 1853, Perry led four ships into the bay.",
    "In Washington, March 12, 2003 - a day like others - nobody spoke.",
    "Tokyo signed the pact on September 27, 1940 - and Berlin too.",
    "Posted on Monday\n\nTalks went on",
    "Issued on 3/5/2024\n\nTalks went on",  # May or March?
    "LIMA, 31 Sept 1932 - Peru said",  # there is no such day
    "Date: March 1919\n\nKoreans rose",  # no day
    "May 3, 1979\nThe minister came.\n\nMay 9, 1979\nHe left.",  # a chronology
    "The Treaty of May 3, 1979",
    "Paris, 1919 - The Germans signed",
    "PARIS, June 1 - 5, 1919 - The Germans",
    "Between April 3, 1905 - when he came - and May he stayed.",
    "",
)


@pytest.mark.parametrize(("text", "day"), (*DATELINES, *LABELS))
def test_published(text: str, day: str) -> None:
    assert published(text) == dt.date.fromisoformat(day)


@pytest.mark.parametrize("text", NO_DATE)
def test_no_publication_date(text: str) -> None:
    assert published(text) is None


def test_date_at_the_end_is_not_looked_at() -> None:
    assert published("The two sides met.\n" * 100 + "Published: 2024-05-03") is None


FIRST_WORDS = (
    ("TANGIER, April 3, 1905 - The Emperor came.", "The Emperor"),
    ("LONDON, Jan. 5, 1906.—Sir Edward Grey said", "Sir Edward"),
    ("PARIS, April 3 (AP) - The ministers met.", "The ministers"),  # without a year it is a dateline still
    ("SEOUL (AFP) — Talks were held.", "Talks"),
    ("GENEVA, Monday - Envoys left.", "Envoys"),
)


@pytest.mark.parametrize(("text", "words"), FIRST_WORDS)
def test_account_begins_after_the_dateline(text: str, words: str) -> None:
    end = dateline_end(text, 0, len(text))
    assert end is not None
    assert text[end:].startswith(words)


@pytest.mark.parametrize(
    "text",
    (
        "NATO - the alliance - was founded.",
        "Paris and London - old rivals - agreed.",
        "On April 3, 1905 - a Monday - he came.",
        "Published: 2024-05-03",
    ),
)
def test_prose_has_no_dateline(text: str) -> None:
    assert dateline_end(text, 0, len(text)) is None


@given(
    st.dates(dt.date(1816, 1, 1), dt.date(2030, 12, 31)),
    st.sampled_from(("%B %d, %Y", "%d %B %Y", "%b. %d, %Y", "%Y-%m-%d")),
)
def test_any_day_in_any_form(day: dt.date, form: str) -> None:
    assert published(f"ADDIS ABABA, {day.strftime(form)} (Wire) - The Emperor spoke.") == day


@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    published(text)
    dateline_end(text, 0, len(text))


ITEMS = (
    ("KARACHI, April 27, 1965 -", dt.date(1965, 4, 27)),
    ("ADDIS ABABA, 4 October 1935 (Wire) -", dt.date(1935, 10, 4)),
    # no year, so no day
    ("LONDON, July 5 -", None),
    # a sentence follows: that is no paragraph of its own
    ("KARACHI, April 27, 1965 - Pakistan accused India on Monday.", None),
    # prose that begins with a place and a day
    ("Geneva, 21 July 1954, was the end of it", None),
    ("", None),
)


@pytest.mark.parametrize(("paragraph", "day"), ITEMS)
def test_each_item_has_its_own_dateline(paragraph: str, day: dt.date | None) -> None:
    assert item_day(paragraph) == day
