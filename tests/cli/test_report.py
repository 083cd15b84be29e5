"""The page that `--report` writes."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

from accounts import coded, document, event, moment
from hypothesis import given, settings
from lxml import html
from strategies import coded_documents

from detente.coding.batch import Coded
from detente.marks import pieces
from detente.model import Document, Event, EventType, Party
from detente.report import report
from detente.timeline import Scale
from detente.wording import plain


def page(*accounts: Coded) -> html.HtmlElement:
    return html.document_fromstring(report(accounts).encode())


@settings(max_examples=40, deadline=None)
@given(coded_documents())
def test_nothing_an_account_says_becomes_part_of_the_page(
    account: tuple[Document, tuple[Event, ...]],
) -> None:
    """Whatever text comes in, the page has just its own style, its own script and one card an event."""
    read, events = account
    found = page(Coded(document=read, events=events))
    assert len(found.findall(".//script")) == len(found.findall(".//style")) == 1
    assert len(found.findall(".//article")) == len(events)
    for card, one in zip(found.findall(".//article"), events, strict=True):
        labels = card.findall("blockquote/span")
        for label in labels:
            label.text = ""
        assert card.find("blockquote").text_content() == plain(one.evidence.span.text)
    names = {name for element in found.iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or name in ("style", "src", "srcset")]
    assert all(link.startswith("#") for link in found.xpath("//@href"))


@given(coded_documents())
def test_pieces_together_are_the_quote(account: tuple[Document, tuple[Event, ...]]) -> None:
    """However the marked words overlap, no character of the sentence is lost or doubled."""
    for one in account[1]:
        assert "".join(piece.text for piece in pieces(one)) == one.evidence.span.text


def test_the_policy_lets_only_the_pages_own_style_and_script_run() -> None:
    """The page's policy allows nothing but the very style and script in it, and no network."""
    text = report([Coded(document=document(), events=coded(document()))])
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]
    for tag in ("style", "script"):
        content = text.split(f"<{tag}>")[1].split(f"</{tag}>")[0]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]
    assert not re.search(r"https?://", text)


def test_each_event_stands_beside_its_sentence_and_on_the_line() -> None:
    """A card has date, parties, type and the labelled sentence; each dated event is a link on the line."""
    found = page(Coded(document=document(), events=coded(document())))
    first = " ".join(found.find(".//article").text_content().split())
    assert first.startswith("1979-05 South Korea (KOR) → Soviet Union (SUN) CONSULT In May 1979")
    assert "visitedact Moscow" in first
    links = found.xpath("//a/@href")
    assert len(links) == 2
    assert set(links) <= {f"#{card.get('id')}" for card in found.findall(".//article")}
    assert "1 without a date" in found.text_content()


def test_marks_are_told_apart_by_more_than_colour() -> None:
    """Who, whom and act in one sentence have labels and different classes of underline."""
    account = document("Seoul accused Moscow.")
    one = event(
        account, "Seoul accused Moscow.", "accused", EventType.ACCUSE,
        source=(Party(code="KOR", name="Korea", span=account.span(0, 5)),),
        target=(Party(code="SUN", name="Soviet Union", span=account.span(14, 20)),),
    )  # fmt: skip
    quote = page(Coded(document=account, events=(one,))).find(".//blockquote")
    assert [mark.get("class") for mark in quote.findall("mark")] == ["who", "act", "whom"]
    assert [tag.text for tag in quote.findall("span")] == ["who KOR", "act", "whom SUN"]


def test_accounts_without_events_say_so() -> None:
    """An account in which nothing was found is a page that says so, without an empty line of time."""
    text = report([Coded(document=document(), events=())])
    assert "No events were found here" in text
    assert "<svg" not in text


def test_marks_of_one_row_never_touch() -> None:
    """Events of overlapping dates stand in different rows; years are named at most six times."""
    account = document()
    quote, dates = (
        "In 1983 Seoul accused Moscow of shooting down an airliner.",
        ("1983", "198X", "1983-05", "1990"),
    )
    events = [event(account, quote, "accused", EventType.ACCUSE, date=moment(edtf)) for edtf in dates]
    scale = Scale.over(events)
    assert scale
    places = scale.place(events)
    assert len({place.row for place in places}) == 3
    for row in {place.row for place in places}:
        inside = sorted((place.start, place.end) for place in places if place.row == row)
        assert all(one[1] < other[0] for one, other in pairwise(inside))
    assert 2 <= len(scale.ticks()) <= 6
