"""What the model may answer, in the order of its outputs, and the coded sentences as such numbers."""

from __future__ import annotations

from dataclasses import dataclass

import corpus

from detente.model import EventType, Modality

TYPES = corpus.TYPES
MODES = tuple((kind, mode) for kind in TYPES if corpus.modes(kind) for mode in ("-", *corpus.modes(kind)))
CONTEXTS = tuple(corpus.context_names())
MODALITIES = tuple(each.value for each in Modality)
SIZES = (len(TYPES), len(MODES), len(CONTEXTS), len(MODALITIES))
QUADS = tuple(0 if kind == corpus.NONE else EventType(kind).quad for kind in TYPES)
ROOTS = tuple("YIELD" if kind in ("CONCEDE", "RETREAT") else kind for kind in TYPES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The right answers for one sentence; None where a question isn't asked of it."""

    type: int
    mode: int | None = None
    contexts: tuple[int, ...] | None = None
    modality: int | None = None


def target(example: corpus.Example) -> Target:
    """The answers of an example."""
    has_modes = bool(corpus.modes(example.type))
    return Target(
        type=TYPES.index(example.type),
        mode=MODES.index((example.type, example.mode or "-")) if has_modes else None,
        contexts=tuple(CONTEXTS.index(context) for context in example.contexts),
        modality=MODALITIES.index(example.modality.value),
    )


def type_alone(kind: str) -> Target:
    """The answers of a sentence of which nothing but the type is known."""
    return Target(type=TYPES.index(kind))


def modes_of(kind: int) -> list[int]:
    """Which outputs of the mode head belong to a type."""
    return [index for index, (of, _) in enumerate(MODES) if of == TYPES[kind]]
