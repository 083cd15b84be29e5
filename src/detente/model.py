"""The types that every part of detente speaks in: documents, spans, parties, moments, figures, events.

All are frozen and validate themselves, so that an invalid event can't exist and nothing downstream checks
again. Offsets count Unicode code points of the document's text as stored. The JSON form (`Event.as_json`)
is the interchange format of the project: one event a line.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from detente.edtf import Bounds, bounds

Json = dict[str, Any]


class EventType(StrEnum):
    """The sixteen event types of PLOVER."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"

    @property
    def quad(self) -> int:
        """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
        return _QUAD[self]

    @property
    def reciprocal(self) -> bool:
        """Whether all parties stand in source (PLOVER manual, 'Compound and Reciprocal Actors')."""
        return self in (EventType.AGREE, EventType.CONSULT, EventType.COOPERATE)


_QUAD = {kind: 1 + index for index, group in enumerate((
    (EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE),
    (EventType.COOPERATE, EventType.AID, EventType.RETREAT),
    (EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN),
    (EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT),
)) for kind in group}  # fmt: skip


class Modality(StrEnum):
    """Whether it happened (PLOVER's auxiliary modes)."""

    ACTUAL = "actual"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class Basis(StrEnum):
    """Where a date comes from."""

    STATED = "stated"  # in the sentence
    NARRATIVE = "narrative"  # carried from an earlier sentence
    PUBLISHED = "published"  # relative to the dateline
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words of a document: offsets and the very text between them."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}:{self.end} does not fit its text {self.text!r}")

    def as_json(self) -> Json:
        return {"start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An account as it was read: its text is stored as it stands and never mended in place.

    `source` is the path or address that it came from; `published` its dateline's or metadata's day.
    """

    text: str = field(repr=False)
    title: str
    source: str
    published: dt.date | None = None

    @property
    def id(self) -> str:
        """Hash of the text: the same words are the same account."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def span(self, start: int, end: int) -> Span:
        return Span(start=start, end=end, text=self.text[start:end])

    def as_json(self) -> Json:
        published = self.published.isoformat() if self.published else None
        return {"id": self.id, "title": self.title, "source": self.source, "published": published}


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRef:
    """Which account an event was read from."""

    id: str
    title: str
    source: str
    published: dt.date | None = None

    @classmethod
    def of(cls, document: Document) -> DocumentRef:
        return cls(id=document.id, title=document.title, source=document.source, published=document.published)

    def as_json(self) -> Json:
        published = self.published.isoformat() if self.published else None
        return {"id": self.id, "title": self.title, "source": self.source, "published": published}


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor in an event.

    `code`: ISO 3166-1 alpha-3, former states by ISO 3166-3, older ones by Correlates of War letters,
    organisations by the codes of the organisation table. `role`: PLOVER sector (GOV, MIL, BUS, ...).
    `span` are the words that named it; None where the party is only implied.
    """

    code: str
    name: str
    role: str | None = None
    office: str | None = None
    span: Span | None = None

    def __post_init__(self) -> None:
        if not self.code:
            raise ValueError("a party needs a code")

    def as_json(self) -> Json:
        span = self.span.as_json() if self.span else {"start": None, "end": None, "text": None}
        return {"code": self.code, "role": self.role, "name": self.name, "office": self.office, **span}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When: an EDTF date, its bounds, the words that gave it and on what basis."""

    edtf: str | None = None
    basis: Basis = Basis.NONE
    text: str | None = None

    def __post_init__(self) -> None:
        if (self.edtf is None) != (self.basis is Basis.NONE):
            raise ValueError("a moment has a date exactly if it has a basis")
        if self.edtf is not None:
            bounds(self.edtf)  # raises on a malformed date

    @property
    def bounds(self) -> Bounds:
        """First and last day; None where open or unknown."""
        return bounds(self.edtf) if self.edtf else (None, None)

    def as_json(self) -> Json:
        start, end = (day.isoformat() if day else None for day in self.bounds)
        return {"edtf": self.edtf, "start": start, "end": end, "text": self.text, "basis": self.basis.value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where: a named place with its country and coordinates in degrees, as far as they are known."""

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    span: Span | None = None

    def as_json(self) -> Json:
        text = self.span.text if self.span else None
        return {
            "name": self.name, "country": self.country,
            "latitude": self.latitude, "longitude": self.longitude, "text": text,
            "start": self.span.start if self.span else None, "end": self.span.end if self.span else None,
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How much: a value in a unit (ISO 4217 for money, UCUM-like symbols otherwise, `person`, `item`).

    `of` says what is counted, `per` the period of a rate, `bound` how the text hedges:
    '>' more than, '<' less than, '~' about, or None.
    """

    value: float
    unit: str
    of: str | None = None
    per: str | None = None
    bound: str | None = None
    span: Span

    def as_json(self) -> Json:
        return {
            "value": self.value, "unit": self.unit, "per": self.per, "of": self.of, "bound": self.bound,
            **self.span.as_json(),
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words an event was read from, and the trigger within them."""

    span: Span
    trigger: Span | None = None

    def as_json(self) -> Json:
        trigger = {"start": self.trigger.start, "end": self.trigger.end} if self.trigger else None
        return {"start": self.span.start, "end": self.span.end, "quote": self.span.text, "trigger": trigger}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One act in a relation, tied to the words it was read from."""

    document: DocumentRef
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    goldstein: float | None = None
    source: tuple[Party, ...] = ()
    target: tuple[Party, ...] = ()
    date: Moment = field(default_factory=Moment)
    place: tuple[Location, ...] = ()
    modality: Modality = Modality.ACTUAL
    said_by: Party | None = None
    figures: tuple[Figure, ...] = ()
    evidence: Evidence
    confidence: float
    coder: str
    why: str

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence {self.confidence} is not between 0 and 1")

    @property
    def id(self) -> str:
        """Stable: from the document's hash, the trigger's span and the type."""
        span = self.evidence.trigger or self.evidence.span
        key = f"{self.document.id}:{span.start}:{span.end}:{self.type}"
        return hashlib.sha256(key.encode()).hexdigest()[:16]

    @property
    def quad(self) -> int:
        return self.type.quad

    def as_json(self) -> Json:
        """The interchange form: plain values, ready for `json.dumps`."""
        return {
            "id": self.id, "document": self.document.as_json(),
            "type": self.type.value, "mode": self.mode, "contexts": list(self.contexts),
            "cameo": self.cameo, "quad": self.quad, "goldstein": self.goldstein,
            "source": [party.as_json() for party in self.source],
            "target": [party.as_json() for party in self.target],
            "date": self.date.as_json(), "place": [place.as_json() for place in self.place],
            "modality": self.modality.value, "said_by": self.said_by.as_json() if self.said_by else None,
            "figures": [figure.as_json() for figure in self.figures], "evidence": self.evidence.as_json(),
            "confidence": self.confidence, "coder": self.coder, "why": self.why,
        }  # fmt: skip

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Event:
        """The event that `as_json` wrote. Raises KeyError or ValueError on anything else."""
        evidence, date = data["evidence"], data["date"]
        return cls(
            document=_document_ref(data["document"]),
            type=EventType(data["type"]), mode=data["mode"], contexts=tuple(data["contexts"]),
            cameo=data["cameo"], goldstein=data["goldstein"],
            source=tuple(_party(item) for item in data["source"]),
            target=tuple(_party(item) for item in data["target"]),
            date=Moment(edtf=date["edtf"], basis=Basis(date["basis"]), text=date["text"]),
            place=tuple(_location(item) for item in data["place"]),
            modality=Modality(data["modality"]),
            said_by=_party(data["said_by"]) if data["said_by"] else None,
            figures=tuple(_figure(item) for item in data["figures"]),
            evidence=_evidence(evidence),
            confidence=data["confidence"], coder=data["coder"], why=data["why"],
        )  # fmt: skip


def _document_ref(data: Json) -> DocumentRef:
    published = dt.date.fromisoformat(data["published"]) if data["published"] else None
    return DocumentRef(id=data["id"], title=data["title"], source=data["source"], published=published)


def _span(data: Json) -> Span | None:
    if data.get("text") is None or data.get("start") is None:
        return None
    return Span(start=data["start"], end=data["end"], text=data["text"])


def _party(data: Json) -> Party:
    return Party(
        code=data["code"], name=data["name"], role=data["role"], office=data["office"], span=_span(data)
    )


def _location(data: Json) -> Location:
    return Location(
        name=data["name"], country=data["country"],
        latitude=data["latitude"], longitude=data["longitude"], span=_span(data),
    )  # fmt: skip


def _figure(data: Json) -> Figure:
    span = Span(start=data["start"], end=data["end"], text=data["text"])
    return Figure(
        value=data["value"], unit=data["unit"], of=data["of"], per=data["per"], bound=data["bound"], span=span
    )


def _evidence(data: Json) -> Evidence:
    span = Span(start=data["start"], end=data["end"], text=data["quote"])
    if not data["trigger"]:
        return Evidence(span=span)
    start, end = data["trigger"]["start"], data["trigger"]["end"]
    text = span.text[start - span.start : end - span.start]
    return Evidence(span=span, trigger=Span(start=start, end=end, text=text))
