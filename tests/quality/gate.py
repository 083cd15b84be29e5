"""The quality gate: floors for every score that the project reports, pinned with a hash of what they were measured on.

    python tests/quality/gate.py              raise floors to what is reached now
    python tests/quality/gate.py --lower WHY  lower them too, and keep the reason beside the floor

A floor is only worth something if the data under it stays the same: where a hash has changed, the gate fails
until the floors are measured anew.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FLOORS = Path(__file__).with_name("floors.json")
SETS = ("shared", "tuned", "held")
_MARGIN = 0.0005  # floors are kept to three digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """Mean scores over a set of hand-coded documents, and the hash of these documents."""

    data: str
    scores: dict[str, float]


def _benchmark(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"benchmark_{name}", ROOT / "benchmarks" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def reached(which: str) -> Reached:
    """Score one set of hand-coded documents."""
    scores = _benchmark("scores")
    scorer, digest, rows = scores.scorer(), hashlib.sha256(), []
    for document in scores.documents(which):
        digest.update(document.text.read_bytes() + json.dumps(document.gold, sort_keys=True).encode())
        rows.append(scores.measure(document, scorer)[0])
    measures = {name: round(mean(row[name] for row in rows), 3) for name in scores.MEASURES}
    return Reached(data=digest.hexdigest()[:16], scores=measures)


def floors() -> dict[str, Any]:
    """The pinned floors by set."""
    found: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    return found


def below(which: str, now: Reached) -> list[str]:
    """What has fallen below its floor, in words; also where the data under the floors is another."""
    pinned = floors().get(which)
    if pinned is None:
        return [f"{which} has no floors yet: run python {Path(__file__).relative_to(ROOT)}"]
    if pinned["data"] != now.data:
        return [f"the documents of {which} changed: measure its floors anew"]
    return [
        f"{which}: {name} is {now.scores[name]:.3f}, its floor {floor:.3f}"
        for name, floor in pinned["floors"].items()
        if now.scores[name] < floor - _MARGIN
    ]


def main() -> int:
    """Raise the floors; refuse to lower any without a reason."""
    ask = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    ask.add_argument("--lower", metavar="WHY", help="why a floor may fall")
    why = ask.parse_args().lower
    pinned = floors()
    for which in SETS:
        now = reached(which)
        old = pinned.get(which, {"data": now.data, "floors": {}, "lowered": []})
        fallen = {name: floor for name, floor in old["floors"].items() if now.scores[name] < floor - _MARGIN}
        if (fallen or old["data"] != now.data) and not why:
            print(f"{which}: would fall or rests on other data ({fallen}); say --lower WHY", file=sys.stderr)
            return 1
        lowered = [*old["lowered"], why] if fallen else old["lowered"]
        pinned[which] = {"data": now.data, "floors": now.scores, "lowered": lowered}
    FLOORS.write_text(json.dumps(pinned, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
