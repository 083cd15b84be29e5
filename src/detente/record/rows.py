"""An event as rows of the record's tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from detente.model import Event, Json, Party, Span
from detente.record.corrections import Standing

Rows = list[Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Rows for each table that an account's events fill."""

    events: Rows
    parties: Rows
    figures: Rows
    places: Rows

    def named(self) -> Iterator[tuple[str, Rows]]:
        yield from (
            ("events", self.events), ("parties", self.parties),
            ("figures", self.figures), ("places", self.places),
        )  # fmt: skip


def tables(standings: list[tuple[int, Standing]]) -> Tables:
    """Rows for events that stand at the given positions in their account."""
    return Tables(
        events=[_event(position, standing) for position, standing in standings],
        parties=[row for _, standing in standings for row in _parties(standing)],
        figures=[row for _, standing in standings for row in _figures(standing)],
        places=[row for _, standing in standings for row in _places(standing)],
    )


def body(event: Event) -> str:
    """The event as the record keeps it."""
    return json.dumps(event.as_json(), ensure_ascii=False)


def _event(position: int, standing: Standing) -> Json:
    coded, event = standing.coded, standing.event
    start, end = event.date.bounds
    quote, trigger = event.evidence.span, event.evidence.trigger
    changed = event != coded
    return {
        "id": coded.id, "account": event.document.id, "position": position,
        "corrected_id": event.id if event.id != coded.id else None,
        "type": event.type.value, "mode": event.mode, "contexts": list(event.contexts), "cameo": event.cameo,
        "quad": event.quad, "goldstein": event.goldstein,
        "edtf": event.date.edtf, "date_start": start, "date_end": end, "date_text": event.date.text,
        "basis": event.date.basis.value, "modality": event.modality.value,
        "confidence": float(event.confidence), "coder": event.coder, "why": event.why,
        "quote": quote.text, "quote_start": quote.start, "quote_end": quote.end,
        "trigger_start": trigger.start if trigger else None, "trigger_end": trigger.end if trigger else None,
        "wrong": standing.wrong, "body": body(coded), "corrected": body(event) if changed else None,
    }  # fmt: skip


def _parties(standing: Standing) -> Iterator[Json]:
    event = standing.event
    said_by = (event.said_by,) if event.said_by else ()
    for side, parties in (("source", event.source), ("target", event.target), ("said_by", said_by)):
        for position, party in enumerate(parties):
            yield {**_key(standing, position), "side": side, **_party(party)}


def _party(party: Party) -> Json:
    return {
        "code": party.code,
        "role": party.role,
        "name": party.name,
        "office": party.office,
        **_words(party.span),
    }


def _figures(standing: Standing) -> Iterator[Json]:
    for position, figure in enumerate(standing.event.figures):
        yield {
            **_key(standing, position), "value": float(figure.value), "unit": figure.unit,
            "counted": figure.of, "per": figure.per, "bound": figure.bound, **_words(figure.span),
        }  # fmt: skip


def _places(standing: Standing) -> Iterator[Json]:
    for position, place in enumerate(standing.event.place):
        yield {
            **_key(standing, position), "name": place.name, "country": place.country,
            "latitude": place.latitude, "longitude": place.longitude, **_words(place.span),
        }  # fmt: skip


def _key(standing: Standing, position: int) -> Json:
    return {"event": standing.coded.id, "account": standing.coded.document.id, "position": position}


def _words(span: Span | None) -> Json:
    if span is None:
        return {"words": None, "words_start": None, "words_end": None}
    return {"words": span.text, "words_start": span.start, "words_end": span.end}
