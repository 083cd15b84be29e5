"""How well the coder reads: its events against hand-coded documents, by the scorer of ../shared/gold.

    python benchmarks/scores.py [--set shared|tuned|held ...] [--document NAME ...] [--show]

Three sets: `shared` is the page that the project started from, `tuned` are documents that rules were made
with, `held` are documents that no rule was made with. Prints one line a document and the mean of each set.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from types import ModuleType
from typing import Any

from detente.coding.coder import code
from detente.reading.documents import read_document

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
MEASURES = ("typed", "tuple", "date", "modality", "figures")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A hand-coded document: its text and its events."""

    name: str
    text: Path
    gold: list[dict[str, Any]]


def documents(which: str) -> Iterator[Coded]:
    """The hand-coded documents of a set, by name."""
    if which == "shared":
        yield _coded(SHARED / "gold" / "korea-russia.jsonl", SHARED / "sources" / "korea-russia.txt")
        return
    for gold in sorted((ROOT / "tests" / "gold" / which).glob("*.jsonl")):
        beside = gold.with_suffix(".txt")
        essay = SHARED / "data" / "corpora" / "office-of-the-historian" / beside.name
        yield _coded(gold, beside if beside.exists() else essay)


def _coded(gold: Path, text: Path) -> Coded:
    words = text.read_text(encoding="utf-8")
    events = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    for event in events:
        event["quote"] = words[event["start"] : event["end"]]
    return Coded(name=gold.stem, text=text, gold=events)


def scorer() -> ModuleType:
    """The scorer of the hand-coded documents."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no scorer in {SHARED / 'gold'}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(document: Coded, score: ModuleType) -> tuple[dict[str, float], Any]:
    """The five measures of one document, and what was missed, spurious and misdated."""
    events = [event.as_json() for event in code(read_document(document.text))]
    out, *rest = score.score(document.gold, events)
    flat = {key: out[key]["f1"] if isinstance(out[key], dict) else out[key] for key in MEASURES}
    return flat | {"precision": out["typed"]["p"], "recall": out["typed"]["r"]}, (rest, events)


def main() -> None:
    """Print the scores of the sets asked for."""
    ask = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ask.add_argument("--set", action="append", choices=("shared", "tuned", "held"))
    ask.add_argument("--document", action="append", default=[])
    ask.add_argument("--show", action="store_true", help="list what was missed, spurious or misdated")
    asked = ask.parse_args()
    score = scorer()
    print(f"{'':44}" + "".join(f"{name:>10}" for name in (*MEASURES, "precision", "recall")))
    for which in asked.set or ("shared", "tuned", "held"):
        rows = []
        for document in documents(which):
            if asked.document and not any(part in document.name for part in asked.document):
                continue
            figures, details = measure(document, score)
            rows.append(figures)
            _line(document.name, figures)
            if asked.show:
                _details(details, score)
        if len(rows) > 1:
            _line(f"mean of {which}", {key: mean(row[key] for row in rows) for key in rows[0]})


def _line(name: str, figures: dict[str, float]) -> None:
    print(f"{name[:43]:44}" + "".join(f"{value:10.3f}" for value in figures.values()))


def _details(details: Any, score: ModuleType) -> None:
    (missed, spurious, misdated), events = details
    for gold in missed:
        sides = f"{'|'.join(gold['source'])} -> {'|'.join(gold['target'])}"
        print("  MISSED  ", gold["id"], gold["type"], "/".join(gold.get("alt", [])), sides, "::", gold["quote"][:120])
        for event in events:
            if score.answers(gold, event):
                print("      got ", *_said(event, score))
    for event in spurious:
        print("  SPURIOUS", *_said(event, score), "::", event["evidence"]["quote"][:100])
    for gold, event in misdated:
        print("  MISDATED", gold["id"], "want", gold["date"], "got", event["date"]["edtf"], "::", gold["quote"][:80])


def _said(event: Any, score: ModuleType) -> list[str]:
    trigger = event["evidence"]["trigger"]
    offset = event["evidence"]["start"]
    word = event["evidence"]["quote"][trigger["start"] - offset : trigger["end"] - offset]
    sides = f"{sorted(score.codes(event['source']))} -> {sorted(score.codes(event['target']))}"
    return [event["type"], f"[{word}]", sides, str(event["date"]["edtf"]), event["modality"], "|", event["why"][:60]]


if __name__ == "__main__":
    main()
