"""Which events a filter lets through."""

from pathlib import Path

import pytest
from accounts import TEXT, coded, day, document, event, moment

from detente.model import EventType, Modality, Party
from detente.record import Filters, Record

VISIT, DEAL, BLAME = EventType.CONSULT, EventType.AGREE, EventType.ACCUSE
OTHER = "Washington may warn China in the 1980s."


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    path = tmp_path_factory.mktemp("query") / "r.duckdb"
    korea, other = document(), document(OTHER, source="other.txt")
    threat = event(
        other, OTHER, "warn", EventType.THREATEN, date=moment("198X"), modality=Modality.HYPOTHETICAL,
        contexts=("military",), source=(Party(code="USA", name="Washington"),),
        target=(Party(code="CHN", name="China"),), said_by=Party(code="KOR", name="Seoul"), confidence=0.4,
    )  # fmt: skip
    with Record.open(path) as opened:
        opened.append(korea, coded(korea))
        opened.append(other, (threat,))
    return Record.open(path, read_only=True)


THREAT = EventType.THREATEN


@pytest.mark.parametrize("filters, expected", (
    (Filters(), {VISIT, DEAL, BLAME, THREAT}),
    (Filters(actors=("USA",)), {THREAT}),
    (Filters(actors=("CHN", "SUN")), {VISIT, DEAL, BLAME, THREAT}),  # any of them
    (Filters(dyad=("SUN", "KOR")), {VISIT, DEAL, BLAME}),  # both, whichever side
    (Filters(dyad=("KOR", "USA")), set()),  # to report a thing is not to take part
    (Filters(types=(VISIT, THREAT)), {VISIT, THREAT}),
    (Filters(quads=(3,)), {BLAME, THREAT}),
    (Filters(modalities=(Modality.HYPOTHETICAL,)), {THREAT}),
    (Filters(contexts=("military", "legal")), {THREAT}),
    (Filters(since=day("1980-01-01")), {BLAME, THREAT}),  # undated ones are out
    (Filters(until=day("1980-01-01")), {VISIT, THREAT}),  # the decade has begun
    (Filters(since=day("1979-05-31"), until=day("1979-06-30")), {VISIT}),  # overlaps on one day
    (Filters(since=day("1979-06-01"), until=day("1979-12-31")), set()),
    (Filters(document="other.txt"), {THREAT}),
    (Filters(document=document().id[:6]), {VISIT, DEAL, BLAME}),
    (Filters(min_confidence=0.5), {VISIT, DEAL, BLAME}),
    (Filters(text="AIRLINER"), {BLAME}),  # in any case
    (Filters(text="%"), set()),  # no wildcards
    (Filters(text="' OR true --"), set()),  # a value is never SQL
    (Filters(actors=("KOR",), quads=(1,), text="gas"), {DEAL}),  # all must hold
))  # fmt: skip
def test_filters(record: Record, filters: Filters, expected: set[EventType]) -> None:
    """Each filter lets through the events it names and no other."""
    assert {found.type for found in record.events(filters)} == expected


def test_events_come_by_date_with_the_undated_last(record: Record) -> None:
    """A list of events reads as a chronicle."""
    assert [found.type for found in record.events()] == [VISIT, THREAT, BLAME, DEAL]


def test_filters_see_what_stands_after_corrections(tmp_path: Path) -> None:
    """A corrected event is found by its new type, date and parties, and no longer by the old."""
    account = document(TEXT)
    visit = coded(account)[0]
    with Record.open(tmp_path / "r.duckdb") as record:
        record.append(account, (visit,))
        for field, value in (("type", "AID"), ("date", "1990"), ("target", "CHN")):
            record.correct(visit.id, field, value, by="Ann", why="so it says")
        for old, new in (
            (Filters(types=(VISIT,)), Filters(types=(EventType.AID,))),
            (Filters(until=day("1989-12-31")), Filters(since=day("1990-01-01"))),
            (Filters(actors=("SUN",)), Filters(actors=("CHN",))),
        ):
            assert not list(record.events(old))
            assert len(list(record.events(new))) == 1
