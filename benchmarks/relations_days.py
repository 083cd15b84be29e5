"""How many days of diplomatic relations the coder finds in the country articles of US diplomatic history.

    python benchmarks/relations_days.py [--article NAME ...] [--show]

`tests/gold/relations_days.csv` lists the sentences that state the day on which relations with the United States
began, ended or came back. A day is found if an event is read from its sentence with an accepted type, with both
parties and on exactly that day. Prints the recall of each kind; with --show each miss and its first reason:
no event, type, parties or date.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from detente.coding.coder import code
from detente.model import Event, EventType
from detente.reading.documents import read_document

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold" / "relations_days.csv"
ARTICLES = ROOT.parent / "shared" / "data" / "corpora" / "office-of-the-historian"
_BEGINNING = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.COOPERATE})
_END = frozenset({EventType.SANCTION, EventType.REJECT})
ACCEPTED = {
    "established": _BEGINNING, "resumed": _BEGINNING,
    "severed": _END, "suspended": _END, "interrupted": _END, "ended": _END,
}  # fmt: skip
REASONS = ("no event", "type", "parties", "date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A day that an article states: what happened, with whom (any of the codes), in which code points."""

    article: str
    kind: str
    day: str
    others: frozenset[str]
    start: int
    end: int


def stated_days() -> list[Stated]:
    """The rows of the gold table, in its order."""
    with GOLD.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return [
            Stated(
                article=row["article"], kind=row["kind"], day=row["day"], others=frozenset(row["other"].split()),
                start=int(row["start"]), end=int(row["end"]),
            )
            for row in rows
        ]  # fmt: skip


def reason_missed(stated: Stated, events: Iterable[Event]) -> str | None:
    """Why no event tells of the day: the reason of the event that comes nearest; None if one does."""
    failed = [_failure(stated, event) for event in events if _overlaps(stated, event)]
    if None in failed:
        return None
    return max((reason for reason in failed if reason), key=REASONS.index, default="no event")


def _failure(stated: Stated, event: Event) -> str | None:
    if event.type not in ACCEPTED[stated.kind]:
        return "type"
    codes = {party.code for party in (*event.source, *event.target)}
    if "USA" not in codes or not codes & stated.others:
        return "parties"
    first, last = event.date.bounds
    return None if first == last and first is not None and first.isoformat() == stated.day else "date"


def _overlaps(stated: Stated, event: Event) -> bool:
    span = event.evidence.trigger or event.evidence.span
    return span.start < stated.end and stated.start < span.end


def main() -> None:
    """Print recall by kind, the reasons of misses and, if asked, the misses."""
    ask = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ask.add_argument("--article", action="append", default=[])
    ask.add_argument("--show", action="store_true", help="list each miss with its reason")
    asked = ask.parse_args()
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    days = [one for one in stated_days() if not asked.article or any(part in one.article for part in asked.article)]
    for article in dict.fromkeys(one.article for one in days):
        document = read_document(ARTICLES / f"{article}.txt")
        events = code(document)
        for stated in (one for one in days if one.article == article):
            reason = reason_missed(stated, events)
            total[stated.kind] += 1
            found[stated.kind] += reason is None
            if reason is not None:
                reasons[reason] += 1
                if asked.show:
                    _show(stated, reason, document.text, events)
    _table(found, total, reasons)


def _table(found: Counter[str], total: Counter[str], reasons: Counter[str]) -> None:
    for kind in ACCEPTED:
        if total[kind]:
            print(f"{kind:12} {found[kind]:4} of {total[kind]:4}  {found[kind] / total[kind]:.3f}")
    print(f"{'all':12} {found.total():4} of {total.total():4}  {found.total() / total.total():.3f}")
    print("missed:", ", ".join(f"{reason} {reasons[reason]}" for reason in REASONS if reasons[reason]) or "none")


def _show(stated: Stated, reason: str, text: str, events: Iterable[Event]) -> None:
    others = "|".join(sorted(stated.others))
    told = text[stated.start : stated.end]
    print(f"{reason.upper():9} {stated.article} {stated.kind} {stated.day} USA {others} ::", told)
    for event in events:
        if _overlaps(stated, event):
            trigger = event.evidence.trigger or event.evidence.span
            sides = [[party.code for party in side] for side in (event.source, event.target)]
            print("      got", event.type, f"[{trigger.text}]", *sides, event.date.edtf, event.modality)


if __name__ == "__main__":
    main()
