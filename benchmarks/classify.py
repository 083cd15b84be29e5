"""How well the learned coder names the act where the actors are known: scores, calibration, speed and size.

    python benchmarks/classify.py [FILE] [--rows N]

FILE has the columns sentence, source, target, root, quad, separated by tabs (default: the development rows in
../shared/data/dev, which train nothing and tune nothing). Its roots are PLOVER's types with CONCEDE and RETREAT as
YIELD, and, as in the crosswalk from CAMEO (035), promises to yield as AGREE. Every row holds an event, so the model is
asked for the likeliest type given that there is one.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from detente.coding.classifier import Reading, classify
from detente.coding.marked import Marked
from detente.model import EventType

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "data" / "dev" / "PLV_train.tsv"
QUAD_OF_ROOT = {kind.value: kind.quad for kind in EventType} | {"YIELD": 2}
_BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One row: the right root and quad class, and the root that was read with its confidence."""

    root: str
    quad: int
    guess: str
    confidence: float

    @property
    def guessed_quad(self) -> int:
        return QUAD_OF_ROOT[self.guess]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", default=DEFAULT)
    parser.add_argument("--rows", type=int, help="read only so many")
    options = parser.parse_args()
    with options.file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[: options.rows]
    marked = [Marked.of(row["sentence"], row["source"], row["target"]) for row in rows]
    classify(marked[:1])  # loads the model, which is no part of the speed
    started = time.perf_counter()
    readings = classify(marked)
    seconds = time.perf_counter() - started
    judged = [judge(row["root"], int(row["quad"]), reading) for row, reading in zip(rows, readings, strict=True)]
    digest = hashlib.sha256(options.file.read_bytes()).hexdigest()[:16]
    print(f"{options.file.name} ({digest}), {len(rows)} rows")
    report(judged)
    print(f"{len(rows) / seconds:.0f} rows a second, model {model_bytes() / 1e6:.1f} MB")


def judge(root: str, quad: int, reading: Reading) -> Judged:
    """The likeliest root: CONCEDE and RETREAT together, less the promises to yield, which stand with AGREE."""
    chances = {kind.value: reading.probabilities[kind] for kind in EventType}
    conceded = chances.pop("CONCEDE")
    chances["YIELD"] = chances.pop("RETREAT") + conceded * (1 - reading.promised)
    chances["AGREE"] += conceded * reading.promised
    guess = max(chances, key=chances.__getitem__)
    return Judged(root=root, quad=quad, guess=guess, confidence=chances[guess] / sum(chances.values()))


def report(judged: Sequence[Judged]) -> None:
    """Prints the scores, those of each root, and the commonest mistakes."""
    roots = sorted({each.root for each in judged})
    quads = {root: score(judged, lambda each: each.root, lambda each: each.guess, root) for root in roots}
    by_quad = [score(judged, lambda each: each.quad, lambda each: each.guessed_quad, quad) for quad in (1, 2, 3, 4)]
    print(f"root     macro F1 {sum(quads.values()) / len(roots):.3f}  accuracy {share(judged, 'root'):.3f}")
    print(f"quad     macro F1 {sum(by_quad) / 4:.3f}  accuracy {share(judged, 'quad'):.3f}")
    print(f"binary   accuracy {share(judged, 'side'):.3f}")
    print(f"confidence, expected calibration error {calibration_error(judged):.3f}")
    counts = Counter(each.root for each in judged)
    for root in roots:
        print(f"  {root:10} {counts[root]:5} rows  F1 {quads[root]:.3f}")
    mistakes = Counter((each.root, each.guess) for each in judged if each.root != each.guess)
    for (right, wrong), count in mistakes.most_common(24):
        print(f"  {count:4} {right} read as {wrong}")


def score(
    judged: Sequence[Judged], gold: Callable[[Judged], object], guess: Callable[[Judged], object], label: object
) -> float:
    """F1 of one label."""
    both = sum(gold(each) == label == guess(each) for each in judged)
    return 2 * both / max(1, sum(gold(each) == label for each in judged) + sum(guess(each) == label for each in judged))


def share(judged: Sequence[Judged], what: str) -> float:
    """How many were right about the root, the quad class, or the side: cooperation or conflict."""
    right = {
        "root": lambda each: each.root == each.guess,
        "quad": lambda each: each.quad == each.guessed_quad,
        "side": lambda each: (each.quad > 2) == (each.guessed_quad > 2),
    }[what]
    return sum(map(right, judged)) / len(judged)


def calibration_error(judged: Sequence[Judged]) -> float:
    """Expected calibration error over ten equal bins of confidence."""
    bins: dict[int, list[Judged]] = {}
    for each in judged:
        bins.setdefault(min(int(each.confidence * _BINS), _BINS - 1), []).append(each)
    gaps = (
        abs(sum(each.confidence for each in held) - sum(each.root == each.guess for each in held))
        for held in bins.values()
    )
    return sum(gaps) / len(judged)


def model_bytes() -> int:
    """The size of all files of the shipped model."""
    folder = files("detente.coding") / "model"
    return sum(len(file.read_bytes()) for file in folder.iterdir())


if __name__ == "__main__":
    main()
