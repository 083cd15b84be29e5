"""The corpus of coded sentences: reads the tables of `training/corpus/` and checks every row.

Columns, separated by tabs: type (one of PLOVER's sixteen or NONE), mode (or '-'), contexts (joined by ';', or
'-'), modality, style, text. In the text <s>, <t> and <v> mark source, target and trigger; a target may be missing.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from detente.coding.marked import Bounds, Marked
from detente.knowledge.tables import rows
from detente.model import EventType, Modality

FOLDER = Path(__file__).parent / "corpus"
NONE = "NONE"
TYPES = (*(kind.value for kind in EventType), NONE)
STYLES = frozenset({"wire", "history"})
_HEAD = ["type", "mode", "contexts", "modality", "style", "text"]
_MARK = re.compile(r"</?([stv])>")
_WORD = re.compile(r"\w+")
_SHINGLE = 3  # words; short enough to see a sentence through changed names


class CorpusError(ValueError):
    """A row of the corpus that breaks its rules, with its file and line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One coded sentence. `type` is one of TYPES; `where` is its file and line."""

    type: str
    mode: str | None
    contexts: tuple[str, ...]
    modality: Modality
    style: str
    marked: Marked
    where: str

    @property
    def key(self) -> int:
        """A number from the words alone, by which sentences are held out whatever their order."""
        return int(hashlib.sha256(self.marked.sentence.encode()).hexdigest()[:8], 16)


def load(folder: Path = FOLDER) -> list[Example]:
    """Every row of every table of the folder, in order of file name and line. Raises CorpusError."""
    return [example for path in sorted(folder.glob("*.tsv")) for example in _table(path)]


def _table(path: Path) -> Iterator[Example]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        cells = line.split("\t")
        if cells == _HEAD:
            continue
        where = f"{path.name}:{number}"
        try:
            yield _example(cells, where)
        except ValueError as error:
            raise CorpusError(f"{where}: {error}") from error


def _example(cells: list[str], where: str) -> Example:
    if len(cells) != len(_HEAD):
        raise ValueError(f"{len(cells)} cells where {len(_HEAD)} are needed")
    kind, mode, contexts, modality, style, text = cells
    listed = () if contexts == "-" else tuple(contexts.split(";"))
    _check_labels(kind, mode, listed, style)
    return Example(
        type=kind, mode=None if mode == "-" else mode, contexts=listed, modality=Modality(modality), style=style,
        marked=unmark(text), where=where,
    )  # fmt: skip


def _check_labels(kind: str, mode: str, contexts: tuple[str, ...], style: str) -> None:
    if kind not in TYPES:
        raise ValueError(f"no such type: {kind}")
    if mode != "-" and mode not in modes(kind):
        raise ValueError(f"{kind} has no mode {mode}")
    if unknown := set(contexts) - set(context_names()):
        raise ValueError(f"no such context: {', '.join(sorted(unknown))}")
    if style not in STYLES:
        raise ValueError(f"no such style: {style}")


def modes(kind: str) -> list[str]:
    """The modes that a type may have, in the manual's order."""
    return [row["mode"] for row in rows("plover_modes.csv") if row["type"] == kind and row["mode"]]


def context_names() -> list[str]:
    """All contexts, in the manual's order."""
    return [row["context"] for row in rows("plover_contexts.csv")]


def unmark(text: str) -> Marked:
    """The sentence without its marks, and where they stood; of several triggers the first counts.

    Raises ValueError if a mark is open, nested in one of its own kind, or the source or trigger is missing.
    """
    plain: list[str] = []
    opened: dict[str, int] = {}
    found: dict[str, list[Bounds]] = {"s": [], "t": [], "v": []}
    length = last = 0
    for mark in _MARK.finditer(text):
        plain.append(text[last : mark.start()])
        length += len(plain[-1])
        last = mark.end()
        name = mark.group(1)
        if mark.group().startswith("</"):
            if name not in opened:
                raise ValueError(f"</{name}> closes nothing")
            found[name].append((opened.pop(name), length))
        elif opened.setdefault(name, length) != length:
            raise ValueError(f"<{name}> within <{name}>")
    if opened:
        raise ValueError(f"<{next(iter(opened))}> is not closed")
    if len(found["s"]) != 1 or len(found["t"]) > 1 or not found["v"]:
        raise ValueError("a sentence needs one source, at most one target, and a trigger")
    return Marked(
        sentence="".join(plain) + text[last:], source=found["s"][0], trigger=found["v"][0],
        target=found["t"][0] if found["t"] else None,
    )  # fmt: skip


def near_duplicates(examples: Iterable[Example], threshold: float = 0.5) -> list[tuple[str, str, float]]:
    """Pairs of sentences that share so many runs of three words (Jaccard index), as (where, where, index)."""
    shingled = [(example.where, _shingles(example.marked.sentence)) for example in examples]
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, (_, shingles) in enumerate(shingled):
        for shingle in shingles:
            holders[shingle].append(index)
    shared = Counter(pair for held in holders.values() for pair in combinations(held, 2))
    pairs = []
    for (one, other), common in shared.items():
        (here, mine), (there, theirs) = shingled[one], shingled[other]
        if (index := common / (len(mine) + len(theirs) - common)) >= threshold:
            pairs.append((here, there, index))
    return sorted(pairs, key=lambda pair: -pair[2])


def _shingles(sentence: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(sentence.lower())
    return set(zip(*(words[start:] for start in range(_SHINGLE)), strict=False))
