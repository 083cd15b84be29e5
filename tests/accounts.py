"""Short accounts with events made by hand, for tests that need plain ones."""

from __future__ import annotations

import datetime as dt
from typing import Any

from detente.model import Basis, Document, DocumentRef, Event, EventType, Evidence, Moment, Party

TEXT = (
    "In May 1979 South Korea's foreign minister visited Moscow. "
    "The Soviet Union agreed to buy 7.5 million tons of gas a year. "
    "In 1983 Seoul accused Moscow of shooting down an airliner."
)
KOREA = Party(code="KOR", name="South Korea", role="GOV")
SOVIETS = Party(code="SUN", name="Soviet Union", role="GOV")


def document(text: str = TEXT, source: str = "korea.txt", **more: Any) -> Document:
    return Document(text=text, title="Korea and Russia", source=source, **more)


def event(account: Document, quote: str, trigger: str, kind: EventType, **more: Any) -> Event:
    """An event on *quote*, which the account holds, with *trigger* within it."""
    start = account.text.index(quote)
    at = account.text.index(trigger, start)
    evidence = Evidence(
        span=account.span(start, start + len(quote)), trigger=account.span(at, at + len(trigger))
    )
    plain = {
        "source": (KOREA,),
        "target": (SOVIETS,),
        "confidence": 0.9,
        "coder": "detente 0",
        "why": "by hand",
    }
    return Event(document=DocumentRef.of(account), type=kind, evidence=evidence, **(plain | more))


def coded(account: Document) -> tuple[Event, ...]:
    """The three events of TEXT, those of them whose sentence the account holds."""
    found = (
        (
            "In May 1979 South Korea's foreign minister visited Moscow.",
            "visited",
            EventType.CONSULT,
            "1979-05",
        ),
        ("The Soviet Union agreed to buy 7.5 million tons of gas a year.", "agreed", EventType.AGREE, None),
        ("In 1983 Seoul accused Moscow of shooting down an airliner.", "accused", EventType.ACCUSE, "1983"),
    )
    return tuple(
        event(account, quote, trigger, kind, date=moment(edtf))
        for quote, trigger, kind, edtf in found
        if quote in account.text
    )


def moment(edtf: str | None) -> Moment:
    return Moment(edtf=edtf, basis=Basis.STATED) if edtf else Moment()


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
