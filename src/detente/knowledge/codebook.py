"""The codebook: which words name which act, as tables (`tables/codebook_*.csv`, `tables/word_classes.csv`).

An entry has trigger lemmas, conditions on the words around them, and what they make: PLOVER type and mode,
CAMEO code, contexts, and the slots in which the parties stand. The most specific entry that fits decides;
between equals the first in the table.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from detente.knowledge.tables import rows
from detente.model import EventType

# Slots of a verb's target when an entry names none, in order of preference.
_VERB_TARGET = (
    "obj dat to with against on upon for from into toward towards over at between by of in among".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One test of the words around a trigger: a slot, the lemmas that may fill it, and whether it must not.

    The word '*' stands for anything, 'ACTOR' for a state or organisation, 'ORGANISATION' for one of states,
    'PLACE' for named ground, 'OTHER' for what belongs to another than the doer.
    """

    slot: str
    words: frozenset[str]
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the codebook. `type` None means that these words name no act."""

    name: str
    conditions: tuple[Condition, ...]
    type: EventType | None
    mode: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    source: tuple[str, ...]
    target: tuple[str, ...]
    frame: str = ""

    @property
    def specificity(self) -> int:
        """How much an entry demands: more conditions, and words over actors over anything, win."""
        return sum(_demand(condition) for condition in self.conditions)


def _demand(condition: Condition) -> int:
    if condition.negated:
        return 0
    return 2 if "*" in condition.words else 3 if "ACTOR" in condition.words else 4


@functools.cache
def word_classes() -> Mapping[str, frozenset[str]]:
    """Classes of lemmas by name."""
    return {row["class"]: frozenset(row["words"].split()) for row in rows("word_classes.csv")}


@functools.cache
def verbs() -> Mapping[str, tuple[Entry, ...]]:
    """Entries by verb lemma, the most specific first."""
    return _by_trigger(
        "codebook_verbs.csv",
        lambda row: (_slots(row["source"]) or ("subj",), _slots(row["target"]) or tuple(_VERB_TARGET), ""),
    )


@functools.cache
def nouns() -> Mapping[str, tuple[Entry, ...]]:
    """Entries by noun lemma, the most specific first."""
    return _by_trigger("codebook_nouns.csv", lambda row: ((), (), row["frame"]))


def _by_trigger(table, layout) -> Mapping[str, tuple[Entry, ...]]:  # type: ignore[no-untyped-def]
    found: dict[str, list[Entry]] = {}
    for row in rows(table):
        entry = _entry(row, *layout(row))
        for trigger in _lemmas(row["trigger"]):
            found.setdefault(trigger, []).append(entry)
    return {key: tuple(sorted(value, key=lambda e: -e.specificity)) for key, value in found.items()}


def _entry(row: Mapping[str, str], source: tuple[str, ...], target: tuple[str, ...], frame: str) -> Entry:
    return Entry(
        name=" ".join(filter(None, (row["trigger"].split()[0], row["when"]))),
        conditions=tuple(_condition(text) for text in row["when"].split(";") if text),
        type=None if row["type"] == "-" else EventType(row["type"]),
        mode=row["mode"] or None,
        cameo=row["cameo"] or None,
        contexts=_slots(row["contexts"]),
        source=source,
        target=target,
        frame=frame,
    )


def _slots(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)


def _lemmas(text: str) -> list[str]:
    found: list[str] = []
    for word in text.split():
        found += sorted(word_classes()[word[1:]]) if word.startswith("@") else [word]
    return found


def _condition(text: str) -> Condition:
    slot, _, words = text.partition("=")
    lemmas: set[str] = set()
    for word in words.split("|"):
        lemmas |= word_classes()[word[1:]] if word.startswith("@") else {word}
    return Condition(slot=slot.lstrip("!"), words=frozenset(lemmas), negated=slot.startswith("!"))
