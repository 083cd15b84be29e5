"""Roles: what a noun says about whom somebody acts as, in PLOVER's sectors (`tables/roles.csv`).

'President' and 'premier' are offices that one person holds; 'cabinet' and 'army' are bodies. An office also
says which of `leaders.OFFICES` it is, so that 'the French premier' can be looked up by date.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from detente.knowledge.tables import rows

# Endings of plurals and what they are in the singular; the longest come first.
_PLURALS = (("ies", "y"), ("men", "man"), ("women", "woman"), ("sses", "ss"), ("ches", "ch"), ("es", "e"), ("s", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """PLOVER sector of a noun; whether it is an office, and if so which of `leaders.OFFICES`, as far as known."""

    role: str
    office: bool
    leader_office: str | None = None


def role_of(word: str) -> Role | None:
    """The role that a lower-case noun names, in singular or plural; a few offices have several words.

    None for words that name no role.
    """
    return next((_roles()[form] for form in _forms(word) if form in _roles()), None)


@functools.cache
def _roles() -> Mapping[str, Role]:
    found = {}
    for row in rows("roles.csv"):
        role = Role(role=row["role"], office=row["office"] == "yes", leader_office=row["leader_office"] or None)
        found.update(dict.fromkeys(row["words"].split(";"), role))
    return MappingProxyType(found)


def _forms(word: str) -> Iterator[str]:
    yield word
    for plural, singular in _PLURALS:
        if word.endswith(plural):
            yield word.removesuffix(plural) + singular
