"""The crosswalk between CAMEO and PLOVER, and whether the codebook keeps to both."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from detente.knowledge import codebook, crosswalk
from detente.knowledge.tables import rows
from detente.model import EventType as T

# Rows of the codebook whose type is not that of their CAMEO code, and why it stands so.
_EXCEPTIONS = {
    ("083", T.RETREAT): "CAMEO has no code for resigning but yielding to demands for it; PLOVER has RETREAT 'resign'",
    ("0871", T.AGREE): "a truce is agreed to before it is kept",
    ("057", T.AGREE): "the hand-coded documents book the making of an agreement or of relations as AGREE",
}


@pytest.mark.parametrize("cameo, kind, value", (
    ("190", T.ASSAULT, -10),  # a code of its own value
    ("057", T.SUPPORT, 8),  # cooperation
    ("0231", T.REQUEST, 3.4),  # four digits
    ("0879", T.RETREAT, 9),  # an unknown code has the value of the one above it
    ("1214", T.REJECT, -4),  # so has a known one that CAMEO does not value
    ("999", T.ACCUSE, -3),  # nothing above: the type's score, negative against the manual's print
    (None, T.AID, 10),  # no code: the type's score
    ("", T.REQUEST, 0),  # an empty code is none
))  # fmt: skip
def test_goldstein(cameo: str | None, kind: T, value: float) -> None:
    assert crosswalk.goldstein(cameo, kind) == value


@pytest.mark.parametrize("cameo, meant", (
    ("042", (T.CONSULT, "visit")),  # with a mode
    ("071", (T.AID, None)),  # without
    ("081", (T.CONCEDE, None)),  # yielding in words
    ("0872", (T.RETREAT, "withdraw")),  # and in deeds
    ("163", (T.SANCTION, "discontinue")),  # where the manual now puts embargoes
    ("055", (T.CONCEDE, None)),  # and regrets
    ("195", (T.ASSAULT, "aerial")),  # a mode that is younger than the crosswalk
    ("186", (T.ASSAULT, "targeted")),  # the heir of a dropped mode
    ("020", (T.REQUEST, None)),  # appeals are requests
    ("010", None),  # a statement is no event in PLOVER
    ("999", None),  # no code
))  # fmt: skip
def test_type_of(cameo: str, meant: tuple[T, str | None] | None) -> None:
    assert crosswalk.type_of(cameo) == meant


@pytest.mark.parametrize("cameo, promise", (
    ("042", "036"),  # 'will visit' is the intent to meet
    ("071", "0331"),  # 'will lend' is the intent to aid
    ("062", "0312"),  # 'will exercise together'
    ("190", None),  # force that is announced is no agreement
    (None, None),  # nothing to promise
))  # fmt: skip
def test_promised(cameo: str | None, promise: str | None) -> None:
    assert crosswalk.promised(cameo) == promise


def test_a_mode_is_scored_by_itself_or_by_its_type() -> None:
    assert crosswalk.score(T.RETREAT, "disarm") == 10
    assert crosswalk.score(T.PROTEST, "vandalize") == crosswalk.score(T.PROTEST)  # the manual has none
    with pytest.raises(KeyError):
        crosswalk.score(T.AID, "visit")


def test_scores_have_the_sign_of_their_quad_class() -> None:
    for kind in T:
        for mode in (None, *crosswalk.modes(kind)):
            score = crosswalk.score(kind, mode)
            assert -10 <= score <= 10
            assert score > 0 if kind.quad <= 2 else score <= 0 or kind is T.REQUEST, (kind, mode)


def test_every_type_has_its_modes() -> None:
    assert crosswalk.modes(T.AGREE) == frozenset()
    assert crosswalk.modes(T.REQUEST) == crosswalk.modes(T.REJECT) == {"assist", "change", "yield", "meet"}
    assert len(crosswalk.modes(T.ASSAULT)) == 15


def test_contexts_are_the_manuals() -> None:
    assert len(crosswalk.contexts()) == 37
    assert {"military", "economic", "cbrn", "illegal_drugs"} <= crosswalk.contexts()


def test_every_code_is_sound() -> None:
    for row in rows("cameo.csv"):
        kind = crosswalk.type_of(row["code"])
        assert kind is None or kind[1] is None or kind[1] in crosswalk.modes(kind[0]), row
        promise = crosswalk.promised(row["code"])
        assert promise is None or crosswalk.type_of(promise)[0] is T.AGREE, row  # type: ignore[index]
        assert not row["goldstein"] or -10 <= float(row["goldstein"]) <= 10, row
    assert len(crosswalk.codes()) == len(rows("cameo.csv"))


def test_no_mode_or_context_stands_twice() -> None:
    assert len({(row["type"], row["mode"]) for row in rows("plover_modes.csv")}) == len(rows("plover_modes.csv"))
    assert len(crosswalk.contexts()) == len(rows("plover_contexts.csv"))


def _entries() -> Iterator[codebook.Entry]:
    seen = set()
    for table in (codebook.verbs(), codebook.nouns()):
        for entries in table.values():
            for entry in entries:
                if entry.type is not None and id(entry) not in seen:
                    seen.add(id(entry))
                    yield entry


def _faults(entry: codebook.Entry) -> Iterator[str]:
    assert entry.type is not None
    if entry.mode is not None and entry.mode not in crosswalk.modes(entry.type):
        yield f"{entry.type} has no mode {entry.mode}"
    yield from (f"no context {context}" for context in entry.contexts if context not in crosswalk.contexts())
    if entry.cameo is not None and entry.cameo not in crosswalk.codes():
        yield f"CAMEO has no {entry.cameo}"
    elif entry.cameo is not None and (entry.cameo, entry.type) not in _EXCEPTIONS:
        meant = crosswalk.type_of(entry.cameo)
        if meant is None or meant[0] is not entry.type:
            yield f"{entry.cameo} is {meant[0] if meant else 'no event'}, not {entry.type}"


def test_the_codebook_keeps_to_plover_and_cameo() -> None:
    faults = [f"{entry.name}: {fault}" for entry in _entries() for fault in _faults(entry)]
    assert faults == []


@pytest.mark.parametrize("table", ("codebook_verbs.csv", "codebook_nouns.csv"))
def test_no_trigger_of_the_codebook_is_out_of_reach(table: str) -> None:
    """A trigger that an earlier line lists under the same conditions would never be asked."""
    seen: set[tuple[str, str]] = set()
    shadowed = []
    for row in rows(table):
        conditions = ";".join(sorted(filter(None, row["when"].split(";"))))
        for trigger in row["trigger"].split():
            if (trigger, conditions) in seen:
                shadowed.append(f"{trigger},{row['when']}")
            seen.add((trigger, conditions))
    assert shadowed == []
