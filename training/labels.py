"""What the model may answer, in the order of its outputs, and the coded sentences as such numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

import corpus

from detente.model import EventType, Modality

TYPES = corpus.TYPES
MODES = tuple((kind, mode) for kind in TYPES if corpus.modes(kind) for mode in ("-", *corpus.modes(kind)))
CONTEXTS = tuple(corpus.context_names())
MODALITIES = tuple(each.value for each in Modality)
SIZES = (len(TYPES), len(MODES), len(CONTEXTS), len(MODALITIES), 1)
QUADS = tuple(0 if kind == corpus.NONE else EventType(kind).quad for kind in TYPES)
# A concession that is promised: CAMEO tells it from one that is made (035 and 08), PLOVER does not.
_PROMISE = re.compile(
    r"\b(?:promis|pledg|agree|offer|consent|vow|ready|willing|prepared|undert|assur|guarant|will\b|would\b|intend|plan)"
)
_SAID = re.compile(r"\b(?:announc|said|told|declar)")
_AHEAD = re.compile(r"^.{0,40}\b(?:would|will)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The right answers for one sentence; None where a question isn't asked of it."""

    type: int
    mode: int | None = None
    contexts: tuple[int, ...] | None = None
    modality: int | None = None
    promised: bool | None = None


def target(example: corpus.Example) -> Target:
    """The answers of an example."""
    has_modes = bool(corpus.modes(example.type))
    return Target(
        type=TYPES.index(example.type),
        mode=MODES.index((example.type, example.mode or "-")) if has_modes else None,
        contexts=tuple(CONTEXTS.index(context) for context in example.contexts),
        modality=MODALITIES.index(example.modality.value),
        promised=_promised(example) if example.type == "CONCEDE" else None,
    )


def _promised(example: corpus.Example) -> bool:
    """Whether a concession is only promised, by the words of its trigger and what follows."""
    sentence, (start, end) = example.marked.sentence, example.marked.trigger or (0, 0)
    trigger = sentence[start:end]
    return bool(_PROMISE.search(trigger) or (_SAID.search(trigger) and _AHEAD.search(sentence[end:])))


def type_alone(kind: str, promised: bool) -> Target:
    """The answers of a sentence of which nothing but the type is known, and whether a concession is promised."""
    return Target(type=TYPES.index(kind), promised=promised if kind == "CONCEDE" else None)


def modes_of(kind: int) -> list[int]:
    """Which outputs of the mode head belong to a type."""
    return [index for index, (of, _) in enumerate(MODES) if of == TYPES[kind]]
