"""Scores on hand-coded documents never fall below what was reached before."""

from __future__ import annotations

import pytest
from gate import ROOT, SETS, below, reached


@pytest.mark.parametrize("which", SETS)
def test_scores_keep_their_floors(which: str) -> None:
    """Every reported score of a set stands at or above its floor, on the very data that the floor was set on."""
    assert (ROOT.parent / "shared" / "gold").is_dir(), "the hand-coded page and its scorer are in ../shared/gold"
    assert below(which, reached(which)) == []


def test_a_fallen_score_is_named() -> None:
    """The gate says which score of which set fell; it cannot pass on other data."""
    now = reached("shared")
    worse = type(now)(data=now.data, scores=dict.fromkeys(now.scores, 0.1))
    other = type(now)(data="other", scores=now.scores)
    assert any("typed is 0.100" in line for line in below("shared", worse))
    assert below("shared", other) == ["the documents of shared changed: measure its floors anew"]
