"""How sure the coder is of an event: starts from a clear case and takes off for each step that was inferred."""

from __future__ import annotations

from detente.coding.what import Act
from detente.coding.whom import Parties
from detente.model import Basis, Moment

_CLEAR = 0.9
_OPEN_ENTRY = 0.05  # the codebook entry asks nothing of the words around the trigger
_NOUN = 0.1  # the act is named by a noun
_NO_TARGET = 0.1
_INFERRED_PARTY = 0.15
_INFERRED_DATE = 0.05


def confidence(act: Act, parties: Parties, moment: Moment) -> float:
    """A number from 0 to 1. It orders events; it is no probability."""
    sure = _CLEAR
    sure -= _OPEN_ENTRY if not act.entry.conditions else 0
    sure -= _NOUN if act.noun else 0
    sure -= _NO_TARGET if not parties.target and not act.type.reciprocal else 0
    sure -= _INFERRED_PARTY if parties.how else 0
    sure -= _INFERRED_DATE if moment.basis is not Basis.STATED else 0
    return round(sure, 2)
