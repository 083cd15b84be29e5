"""Crosswalk: between CAMEO's codes and PLOVER's types, their scores, and what modes and contexts PLOVER knows.

CAMEO's codes grow by a digit for each finer meaning, so the code above '0231' is '023' and above that '02'.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from detente.knowledge.tables import Row, rows
from detente.model import EventType


def goldstein(cameo: str | None, type: EventType) -> float:
    """How cooperative an act is, from -10 (force) to 10: its CAMEO code's value on Goldstein's scale.

    An unknown code has the value of the nearest code above it; without any, the score of the PLOVER type counts.
    """
    value = next((row["goldstein"] for row in _lineage(cameo) if row["goldstein"]), None)
    return score(type) if value is None else float(value)


def score(type: EventType, mode: str | None = None) -> float:
    """PLOVER's score of a type, or of a mode of it, from -10 (conflict) to 10 (cooperation).

    Modes that the manual does not score have their type's. Raises KeyError if the type has no such mode.
    """
    return float(_scores()[type, mode or ""] or _scores()[type, ""])


def modes(type: EventType) -> frozenset[str]:
    """The modes that events of a type may have; empty for types without modes."""
    return _modes()[type]


@functools.cache
def contexts() -> frozenset[str]:
    """The contexts that events of any type may have."""
    return frozenset(row["context"] for row in rows("plover_contexts.csv"))


def codes() -> frozenset[str]:
    """All CAMEO codes."""
    return frozenset(_cameo())


def type_of(cameo: str) -> tuple[EventType, str | None] | None:
    """PLOVER type and mode of a CAMEO code; None for unknown codes and for acts that are no events in PLOVER."""
    row = _cameo().get(cameo)
    return (EventType(row["type"]), row["mode"] or None) if row and row["type"] else None


def promised(cameo: str | None) -> str | None:
    """The code for agreeing to do what a code stands for: '071', aid, gives '0331'. None if there is none."""
    row = _cameo().get(cameo or "")
    return (row["promised"] or None) if row else None


def _lineage(cameo: str | None) -> Iterator[Row]:
    """The rows of a code and of those above it, the code's own first."""
    code = cameo or ""
    while code:
        if code in _cameo():
            yield _cameo()[code]
        code = code[:-1]


@functools.cache
def _cameo() -> Mapping[str, Row]:
    return MappingProxyType({row["code"]: row for row in rows("cameo.csv")})


@functools.cache
def _scores() -> Mapping[tuple[EventType, str], str]:
    return {(EventType(row["type"]), row["mode"]): row["score"] for row in rows("plover_modes.csv")}


@functools.cache
def _modes() -> Mapping[EventType, frozenset[str]]:
    found: defaultdict[EventType, set[str]] = defaultdict(set)
    for kind, mode in _scores():
        found[kind] |= {mode} - {""}
    return {kind: frozenset(legal) for kind, legal in found.items()}
