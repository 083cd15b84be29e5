"""Any document and any event of it, for property tests."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from detente.model import (
    Basis,
    Document,
    DocumentRef,
    Event,
    EventType,
    Evidence,
    Figure,
    Location,
    Modality,
    Moment,
    Party,
    Span,
)

# Everything that UTF-8 can carry, the characters that break terminals, tables and markup among it.
texts = st.text(max_size=20) | st.sampled_from(
    [
        "[red]x[/red]",
        "\x1b[31m",
        "\u202etxt",
        "=1+1",
        '"',
        ";\r\n,",
        "<script>alert(1)</script>",
        "\u2028",
        "\0",
    ]
)
names = texts.filter(bool)
days = st.dates(dt.date(1000, 1, 1), dt.date(2100, 12, 31))
numbers = st.floats(-1e15, 1e15) | st.integers(-(10**15), 10**15)


@st.composite
def edtf_points(draw: st.DrawFn) -> str:
    """One date: a year, month, season, half, day, decade or century, perhaps hedged."""
    day = draw(days)
    year, grouping = f"{day.year:04}", draw(st.integers(21, 41))
    forms = (
        year, f"{year}-{day.month:02}", f"{year}-{grouping}", day.isoformat(),
        f"{year[:3]}X", f"{year[:2]}XX",
    )  # fmt: skip
    return draw(st.sampled_from(forms)) + draw(st.sampled_from(("", "~", "?")))


@st.composite
def edtf_dates(draw: st.DrawFn) -> str:
    """A date or an interval that may be open at either side."""
    first, last = sorted(
        (draw(edtf_points()), draw(edtf_points())), key=lambda point: point.replace("X", "0")
    )
    early, late = first[:2] < last[:2], f"{first}/{last}"
    return draw(st.sampled_from((first, f"{first}/..", f"../{last}", late if early else last)))


moments = st.just(Moment()) | st.builds(
    Moment, edtf=edtf_dates(), basis=st.sampled_from([basis for basis in Basis if basis is not Basis.NONE]),
    text=st.none() | texts,
)  # fmt: skip
documents = st.builds(
    Document, text=st.text(min_size=1, max_size=80), title=texts, source=names, published=st.none() | days
)


@st.composite
def spans(draw: st.DrawFn, document: Document) -> Span:
    """Some words of the document."""
    start = draw(st.integers(0, len(document.text) - 1))
    return document.span(start, draw(st.integers(start + 1, len(document.text))))


@st.composite
def evidences(draw: st.DrawFn, document: Document) -> Evidence:
    span = draw(spans(document))
    start = draw(st.integers(span.start, span.end - 1))
    trigger = document.span(start, draw(st.integers(start + 1, span.end)))
    return Evidence(span=span, trigger=draw(st.sampled_from((trigger, None))))


@st.composite
def events(draw: st.DrawFn, document: Document | None = None) -> Event:
    """Any event of *document*, or of any document."""
    document = document or draw(documents)
    span = st.none() | spans(document)
    parties = st.builds(
        Party, code=names, name=texts, role=st.none() | texts, office=st.none() | texts, span=span
    )
    places = st.builds(
        Location, name=names, country=st.none() | texts, latitude=st.none() | st.floats(-90, 90),
        longitude=st.none() | st.floats(-180, 180), span=span,
    )  # fmt: skip
    figures = st.builds(
        Figure, value=numbers, unit=names, of=st.none() | texts, per=st.none() | texts,
        bound=st.sampled_from((None, "<", ">", "~")), span=spans(document),
    )  # fmt: skip
    few = {"max_size": 3}
    return Event(
        document=DocumentRef.of(document), type=draw(st.sampled_from(EventType)),
        mode=draw(st.none() | texts),
        contexts=tuple(draw(st.lists(texts, **few))), cameo=draw(st.none() | texts),
        goldstein=draw(st.none() | st.floats(-10, 10)),
        source=tuple(draw(st.lists(parties, **few))), target=tuple(draw(st.lists(parties, **few))),
        date=draw(moments), place=tuple(draw(st.lists(places, **few))),
        modality=draw(st.sampled_from(Modality)), said_by=draw(st.none() | parties),
        figures=tuple(draw(st.lists(figures, **few))), evidence=draw(evidences(document)),
        confidence=draw(st.floats(0, 1)), coder=draw(names), why=draw(texts),
    )  # fmt: skip


@st.composite
def coded_documents(draw: st.DrawFn) -> tuple[Document, tuple[Event, ...]]:
    """A document with events of it, no two with the same id."""
    document = draw(documents)
    return document, tuple(draw(st.lists(events(document), max_size=4, unique_by=lambda event: event.id)))
