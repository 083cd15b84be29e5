"""What the record keeps, what it refuses, and what becomes of corrections."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
import pytest
from accounts import TEXT, coded, document, event
from hypothesis import given, settings
from strategies import coded_documents

from detente.errors import RecordError, UnreadableError, UsageError
from detente.model import Document, Event, EventType
from detente.record import Field, Outcome, Record
from detente.record.schema import MIGRATIONS, Migration, migrate

BY = {"by": "Ann", "why": "the text says so"}
TABLES = ("accounts", "sources", "events", "parties", "figures", "places", "corrections", "migrations")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "detente.duckdb"


def everything(path: Path) -> list[list[tuple]]:
    """All rows of a record's file."""
    with duckdb.connect(str(path), read_only=True) as file:
        return [file.execute(f"SELECT * FROM {table} ORDER BY ALL").fetchall() for table in TABLES]


def filled(path: Path, text: str = TEXT) -> tuple[Event, ...]:
    account = document(text)
    with Record.open(path) as record:
        record.append(account, coded(account))
    return coded(account)


@settings(max_examples=25, deadline=None)
@given(coded_documents())
def test_what_goes_in_comes_out(account: tuple[Document, tuple[Event, ...]]) -> None:
    """Any account and its events come back from the file as they were."""
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "r.duckdb") as record:
        record.append(*account)
        assert record.account(account[0].id) == account[0]
        assert {found.id: found for found in record.events()} == {made.id: made for made in account[1]}


def test_the_same_account_again_changes_nothing(path: Path) -> None:
    """Reading an account twice leaves every row of the file as it was."""
    events = filled(path)
    before = everything(path)
    with Record.open(path) as record:
        assert record.append(document(), events) is Outcome.UNCHANGED
    assert everything(path) == before


def test_the_same_words_from_another_file_are_not_counted_twice(path: Path) -> None:
    """A copy of an account adds no event, and the account stays while either file still has the words."""
    filled(path)
    copy = document(source="copy.txt")
    with Record.open(path) as record:
        assert record.append(copy, coded(copy)) is Outcome.UNCHANGED
        assert record.counts().events == 3
        changed = document("Nothing happened.")
        assert record.append(changed, ()) is Outcome.REPLACED
        assert (record.counts().accounts, record.counts().events) == (2, 3)
        assert record.append(document("Nothing again.", source="copy.txt"), ()) is Outcome.REPLACED
        assert (record.counts().accounts, record.counts().events) == (2, 0)


def test_a_changed_text_takes_the_place_of_the_old(path: Path) -> None:
    """After an account was edited, only its new words and events are there."""
    filled(path)
    account = document(TEXT.split(". ")[0] + ".")
    with Record.open(path) as record:
        assert record.append(account, coded(account)) is Outcome.REPLACED
        assert [found.type for found in record.events()] == [EventType.CONSULT]
        assert record.counts().accounts == 1
        with pytest.raises(UsageError, match="has no account"):
            record.account(document().id)


def test_better_reading_of_the_same_words_replaces_the_events(path: Path) -> None:
    """The same text coded otherwise, as by a newer version, is kept in its new coding."""
    events = filled(path)
    with Record.open(path) as record:
        assert record.append(document(), events[:1]) is Outcome.REPLACED
        assert list(record.events()) == [events[0]]


@pytest.mark.parametrize("field, value, old, stands", (
    (Field.TYPE, "AGREE", "CONSULT", lambda e: e.type is EventType.AGREE and e.quad == 1),
    (Field.MODE, "visit", "", lambda e: e.mode == "visit"),
    (Field.MODALITY, "future", "actual", lambda e: e.modality == "future"),
    (Field.DATE, "1979-05-03", "1979-05", lambda e: e.date.edtf == "1979-05-03"),
    (Field.DATE, "", "1979-05", lambda e: e.date.edtf is None),  # no date after all
    (Field.SOURCE, "SUN, KOR", "KOR", lambda e: [p.name[:5] for p in e.source] == ["Sovie", "South"]),
    (Field.TARGET, "CHN", "SUN", lambda e: [p.code for p in e.target] == ["CHN"]),  # a party not named before
))  # fmt: skip
def test_a_correction_stands_until_it_is_undone(path: Path, field, value, old, stands) -> None:
    """Each field can be corrected, shows the new value at once, and goes back when that is undone."""
    visit = filled(path)[0]
    with Record.open(path) as record:
        made = record.correct(visit.id, field, value, **BY)
        assert (made.old, made.by, made.why) == (old, "Ann", "the text says so")
        now = record.event(visit.id)
        assert stands(now)
        assert now in list(record.events())
        assert record.event(now.id) == now  # the id that the corrected event shows finds it too
        undone = record.undo(made.id, by="Ben", why="it does not")
        assert (undone.undoes, undone.old, undone.new) == (made.id, made.new, made.old)
        assert record.event(visit.id) == visit
        assert len(record.corrections(visit)) == 2


def test_an_event_marked_wrong_is_gone_from_lists_but_not_lost(path: Path) -> None:
    """Marking an event wrong hides it, and undoing that brings it back."""
    visit = filled(path)[0]
    with Record.open(path) as record:
        made = record.correct(visit.id, "wrong", "yes", **BY)
        assert visit.id not in {found.id for found in record.events()}
        assert record.event(visit.id) == visit
        assert record.counts().events == 2
        record.undo(made.id, **BY)
        assert visit.id in {found.id for found in record.events()}


def test_corrections_survive_reading_again(path: Path) -> None:
    """A correction holds on to its words: it follows them through edits and waits while they are gone."""
    visit = filled(path)[0]
    with Record.open(path) as record:
        record.correct(visit.id, "date", "1979-05-03", **BY)
        for text, date, unattached in (
            ("A new first sentence. " + TEXT, "1979-05-03", 0),  # the words moved
            (TEXT.replace("visited", "saw"), None, 1),  # the trigger is gone
            (TEXT, "1979-05-03", 0),  # and back
        ):
            account = document(text)
            record.append(account, coded(account))
            dates = [found.date.edtf for found in record.events() if found.type is EventType.CONSULT]
            assert dates == ([date] if date else [])
            assert (record.counts().corrections, record.counts().unattached) == (1, unattached)


def test_a_corrected_account_read_again_is_unchanged(path: Path) -> None:
    """Reading the same words again does not touch corrections or anything else."""
    events = filled(path)
    with Record.open(path) as record:
        record.correct(events[0].id, "type", "AGREE", **BY)
    before = everything(path)
    with Record.open(path) as record:
        assert record.append(document(), events) is Outcome.UNCHANGED
    assert everything(path) == before


@pytest.mark.parametrize("field, value, message", (
    ("type", "HUG", "'HUG' is no type: use one of AGREE"),
    ("modality", "maybe", "'maybe' is no modality: use one of actual"),
    ("date", "May 1979", "'May 1979' is no date: use a date such as"),
    ("wrong", "perhaps", "'perhaps' is no wrong: use yes or no"),
    ("colour", "red", "'colour' can't be corrected: use one of type"),
))  # fmt: skip
def test_a_senseless_correction_is_refused(path: Path, field: str, value: str, message: str) -> None:
    """A value that the field can't have leaves the record alone and says what it can have."""
    visit = filled(path)[0]
    before = everything(path)
    with Record.open(path) as record, pytest.raises(UsageError, match=message):
        record.correct(visit.id, field, value, **BY)
    assert everything(path) == before


def test_a_type_that_the_same_words_have_already_is_refused(path: Path) -> None:
    """Two events of one type on one trigger would be one event: the user is told to mark one wrong."""
    account = document()
    quote = TEXT.split(". ")[0] + "."
    pair = [event(account, quote, "visited", kind) for kind in (EventType.CONSULT, EventType.AGREE)]
    with Record.open(path) as record:
        record.append(account, pair)
        with pytest.raises(UsageError, match="mark this event wrong"):
            record.correct(pair[0].id, "type", "AGREE", **BY)


@pytest.mark.parametrize("prefix, message", (
    ("zzz", "has no event 'zzz'"),
    ("", "3 events begin with ''"),
    ("%", "has no event '%'"),  # no wildcard gets through
))  # fmt: skip
def test_an_id_must_name_one_event(path: Path, prefix: str, message: str) -> None:
    """None or several events under an id is one clear sentence; a unique beginning is enough."""
    events = filled(path)
    with Record.open(path, read_only=True) as record:
        assert record.event(events[0].id[:8]) == events[0]
        with pytest.raises(UsageError, match=message):
            record.event(prefix)


def test_half_a_surrogate_pair_is_the_accounts_fault(path: Path) -> None:
    """Text that UTF-8 can't carry is refused with the place, and the record stays usable."""
    with Record.open(path) as record:
        with pytest.raises(UnreadableError, match="no valid Unicode at character 3"):
            record.append(document("ab\ud800c"), ())
        assert record.append(document(), ()) is Outcome.ADDED


def _as_newer(path: Path) -> None:
    filled(path)
    with duckdb.connect(str(path)) as file:
        file.execute("INSERT INTO migrations VALUES (99, 'the future', NULL)")


def _as_foreign(path: Path) -> None:
    with duckdb.connect(str(path)) as file:
        file.execute("CREATE TABLE migrations (name TEXT)")


def _as_foreign_without_our_names(path: Path) -> None:
    with duckdb.connect(str(path)) as file:
        file.execute("CREATE TABLE other (name TEXT)")


@pytest.mark.parametrize("make, message", (
    (lambda path: path.write_text("not a database"), "is no record: it is not a DuckDB file"),
    (lambda path: path.write_bytes(b""), "is no record"),
    (lambda path: path.mkdir(), "is a folder, not a record"),
    (_as_newer, "written by a newer detente: layout 99"),
    (_as_foreign, "is a DuckDB file but no record of detente"),
    # a table that is missing is not taken from the program's own variables
    (_as_foreign_without_our_names, "is a DuckDB file but no record of detente"),
))  # fmt: skip
def test_what_is_no_record_is_refused_and_left_alone(path: Path, make, message: str) -> None:
    """A file that detente did not write, or a later one did, is named with a remedy and not touched."""
    make(path)
    before = path.read_bytes() if path.is_file() else None
    for read_only in (True, False):
        with pytest.raises(RecordError, match=message) as caught:
            Record.open(path, read_only=read_only)
        assert caught.value.remedy
    assert before is None or path.read_bytes() == before


def test_looking_never_makes_a_record(path: Path) -> None:
    """Opening a missing record to read says that there is none and makes no file."""
    with pytest.raises(RecordError, match="there is no record at"):
        Record.open(path, read_only=True)
    assert not path.exists()
    with pytest.raises(RecordError, match="there is no folder"):
        Record.open(path.parent / "missing" / "detente.duckdb")


HOLD = """
import sys, time
from detente.record import Record
with Record.open(sys.argv[1]):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


@pytest.mark.parametrize("held, timeout, message", (
    (30.0, 0.2, r"is in use by process \d+"),  # patience runs out
    (0.5, 20.0, None),  # the turn comes
))  # fmt: skip
def test_two_processes_take_turns(path: Path, held: float, timeout: float, message: str | None) -> None:
    """While another process holds the record one waits, and says who holds it when patience runs out."""
    with subprocess.Popen([sys.executable, "-c", HOLD, path, str(held)], stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        try:
            if message:
                with pytest.raises(RecordError, match=message):
                    Record.open(path, timeout=timeout)
            else:
                Record.open(path, timeout=timeout).close()
        finally:
            other.kill()


def test_migrations_are_applied_once_and_recorded(path: Path) -> None:
    """An older record is brought up to date without losing anything; a failing step changes nothing."""
    filled(path)
    rating = Migration(name="rating", sql="ALTER TABLE events ADD COLUMN rating INTEGER")
    broken = Migration(name="broken", sql="CREATE TABLE half (a INTEGER); SELECT * FROM nowhere")
    with duckdb.connect(str(path)) as file:
        for _ in range(2):
            migrate(file, path, (*MIGRATIONS, rating))
        assert file.execute("SELECT version, name FROM migrations ORDER BY version").fetchall() == [
            (1, MIGRATIONS[0].name), (2, "rating"),
        ]  # fmt: skip
        assert file.execute("SELECT count(*), count(rating) FROM events").fetchone() == (3, 0)
        with pytest.raises(duckdb.Error):
            migrate(file, path, (*MIGRATIONS, rating, broken))
        assert ("half",) not in file.execute("SHOW TABLES").fetchall()


def test_thousands_of_events_go_in_quickly(path: Path) -> None:
    """An account with 5,000 events is kept in about a second, or less."""
    account = document("Seoul met Moscow. " * 5000)
    start = Event.from_json(event(account, "Seoul met Moscow.", "met", EventType.CONSULT).as_json()).as_json()
    events = []
    for offset in range(0, 18 * 5000, 18):
        evidence = start["evidence"] | {"start": offset, "end": offset + 17}
        evidence["trigger"] = {"start": offset + 6, "end": offset + 9}
        events.append(Event.from_json(json.loads(json.dumps(start | {"evidence": evidence}))))
    with Record.open(path) as record:
        began = time.perf_counter()
        record.append(account, events)
        took = time.perf_counter() - began
        assert record.counts().events == 5000
    assert took < 3  # about half a second on an idle core; the machine may be busy
