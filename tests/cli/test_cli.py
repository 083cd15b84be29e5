"""What somebody at a command line sees: data, messages, exit codes."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from accounts import TEXT, coded, document

from detente.exchange.files import read_jsonl
from detente.model import Document, Event
from detente.record import Record

HOSTILE = "\x1b[2J[red]Seoul[/red] \u202eaccused\u202c Moscow\x9b31m."


def account(name: str = "korea.txt", text: str = TEXT) -> Path:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return path


def kept(place: str = "detente.duckdb") -> list[Event]:
    with Record.open(place, read_only=True) as record:
        return list(record.events())


def test_read_writes_events_in_the_order_of_the_text(run) -> None:
    """`read --format jsonl` gives one event a line and makes no record."""
    result = run("read", account(), "--format", "jsonl")
    assert (result.code, result.err) == (0, "")
    types = [event.type for event in read_jsonl(io.BytesIO(result.out), "x")]
    assert types == ["CONSULT", "AGREE", "ACCUSE"]
    assert not Path("detente.duckdb").exists()


def test_read_without_a_format_keeps_events(run) -> None:
    """`read` alone puts events into ./detente.duckdb, says so, and writes no data."""
    result = run("read", account())
    assert (result.code, result.out) == (0, b"")
    assert result.err == "detente: 3 events of 1 account in detente.duckdb (1 added)\n"
    assert len(kept()) == 3
    assert "(1 unchanged)" in run("read", "korea.txt").err


@pytest.mark.parametrize("variable, option, place", (
    (None, None, "detente.duckdb"),
    ("env.duckdb", None, "env.duckdb"),
    ("env.duckdb", "own.duckdb", "own.duckdb"),  # the option wins
))  # fmt: skip
def test_where_the_record_is(run, monkeypatch, variable, option, place) -> None:
    """The record is ./detente.duckdb unless DETENTE_RECORD, or before it --record, says otherwise."""
    if variable:
        monkeypatch.setenv("DETENTE_RECORD", variable)
    assert run("read", account(), *(("--record", option) if option else ())).code == 0
    assert [path.name for path in Path().glob("*.duckdb")] == [place]


def test_standard_input_is_an_account(run) -> None:
    """`-` reads standard input, and two different texts piped one after the other are both kept."""
    assert run("read", "-", stdin=TEXT.encode()).code == 0
    assert "(1 added)" in run("read", "-", stdin=TEXT.split(". ")[0].encode() + b".").err
    assert len(kept()) == 4


def test_published_is_the_day_the_accounts_appeared(run) -> None:
    """--published gives the account its day."""
    run("read", account(), "--published", "1983-09-02")
    assert {str(event.document.published) for event in kept()} == {"1983-09-02"}


@pytest.mark.parametrize("name, start", (
    ("events.jsonl", b"{"), ("events.csv", b"id,"), ("events.parquet", b"PAR1"), ("events.table", b"Date"),
))  # fmt: skip
def test_the_output_file_names_its_format(run, name, start) -> None:
    """--output events.csv is CSV without being told, and nothing goes to standard output."""
    result = run("read", account(), "--output", name)
    assert (result.code, result.out) == (0, b"")
    assert Path(name).read_bytes().startswith(start)


def test_events_come_out_of_the_record_in_every_format(run) -> None:
    """`events` gives what `read` kept: the same events as JSON Lines, as many rows elsewhere."""
    run("read", account())
    lines = run("events", "--format", "jsonl").out
    assert {event.id for event in read_jsonl(io.BytesIO(lines), "x")} == {e.id for e in coded(document())}
    assert run("events", "-f", "csv").out.count(b"\r\n") == 4
    assert pq.read_table(io.BytesIO(run("events", "-f", "parquet").out)).num_rows == 3
    assert len(run("events").text.splitlines()) > 3


@pytest.mark.parametrize("filters, types", (
    ((), {"CONSULT", "AGREE", "ACCUSE"}),
    (("--actor", "kor"), {"CONSULT", "AGREE", "ACCUSE"}),  # in any case
    (("--actor", "USA"), set()),
    (("--dyad", "SUN", "KOR", "--type", "agree"), {"AGREE"}),
    (("--type", "CONSULT", "--type", "ACCUSE"), {"CONSULT", "ACCUSE"}),
    (("--quad", "3"), {"ACCUSE"}),
    (("--since", "1980"), {"ACCUSE"}),
    (("--until", "1979-05"), {"CONSULT"}),  # a month ends with its last day
    (("--text", "GAS"), {"AGREE"}),
    (("--min-confidence", "0.95"), set()),
    (("--modality", "negated"), set()),
    (("--document", "korea.txt"), {"CONSULT", "AGREE", "ACCUSE"}),
))  # fmt: skip
def test_filters_of_events(run, filters, types) -> None:
    """Each filter of `events` lets through what it names."""
    run("read", account())
    lines = run("events", *filters, "--format", "jsonl").text.splitlines()
    assert {json.loads(line)["type"] for line in lines} == types


def test_show_tells_all_about_one_event(run) -> None:
    """`show` takes the beginning of an id and marks who, act and date in the sentence by label."""
    run("read", account())
    visit = coded(document())[0]
    result = run("show", visit.id[:8])
    assert result.code == 0
    assert "visited‹act›" in result.text
    for words in ("South Korea (KOR, GOV)", "1979-05-01 to 1979-05-31", "by hand", visit.id):
        assert words in " ".join(result.text.split())


def test_show_tells_of_corrections(run) -> None:
    """What somebody corrected, why, and what it was before is shown with the event."""
    run("read", account())
    visit = coded(document())[0]
    with Record.open("detente.duckdb") as record:
        record.correct(visit.id, "date", "1979-05-03", by="Ann", why="the paper of the day")
    text = " ".join(run("show", visit.id).text.split())
    assert "date: 1979-05 → 1979-05-03 by Ann" in text
    assert "the paper of the day" in text


@pytest.mark.parametrize("arguments, message", (
    (("read",), "Missing argument"),
    (("read", "korea.txt", "--format", "xml"), "Invalid value for '--format'"),
    (("read", "korea.txt", "--format", "csv", "--record", "a.duckdb"), "give one of the two"),
    (("read", "korea.txt", "--output", "events.txt"), "add --format"),
    (("read", "korea.txt", "--output", "no/folder.csv"), "can't be written"),
    (("read", "korea.txt", "--workers", "0"), "Invalid value for '--workers'"),
    (("read", "korea.txt", "--published", "soon"), "is no date"),
    (("read", "korea.txt", "--record", "korea.txt"), "is no record: it is not a DuckDB file"),
    (("events",), "there is no record at detente.duckdb"),
    (("events", "--type", "HUG"), "Invalid value for '--type'"),
    (("events", "--quad", "5"), "Invalid value for '--quad'"),
    (("events", "--since", "1979-13"), "is no date"),
    (("events", "--since", "1990", "--until", "1980"), "--since is later than --until"),
    (("events", "--output", "events.xlsx"), "add --format"),
    # what is read is never written over, by whatever name
    (("read", "korea.txt", "--report", "./korea.txt"), "would be written over while it is read"),
    (("read", "korea.txt", "--format", "csv", "--output", "korea.txt"), "would be written over while it is read"),
    # a full disk
    (("read", "korea.txt", "--format", "csv", "--output", "/dev/full"), "/dev/full can't be written: No space left"),
    (("read", "korea.txt", "--format", "parquet", "--output", "/dev/full"), "can't be written: No space left"),
    (("read", "korea.txt", "--report", "/dev/full"), "can't be written: No space left"),
    (("show", "abc"), "there is no record at detente.duckdb"),
    (("frobnicate",), "No such command"),
))  # fmt: skip
def test_senseless_requests_exit_2(run, arguments, message) -> None:
    """A request that makes no sense says why on standard error, writes no data and exits with 2."""
    account()
    result = run(*arguments)
    assert (result.code, result.out) == (2, b"")
    assert message in " ".join(result.err.replace("│", " ").split())


def test_the_record_is_not_written_over(run) -> None:
    """Events written to the file of the record itself are refused, and the record stays."""
    run("read", account())
    result = run("events", "--format", "csv", "--output", "detente.duckdb")
    assert (result.code, len(kept())) == (2, 3)
    assert "detente.duckdb would be written over while it is read" in result.err


def test_an_output_that_fails_leaves_the_older_one(run) -> None:
    """A file is replaced only by a whole one: an interrupted run leaves the older file and nothing beside it."""
    account("in/a.txt")
    account("in/b.txt", "interrupt")
    Path("events.csv").write_text("older")
    assert run("read", "in", "--output", "events.csv").code == 130
    assert Path("events.csv").read_text() == "older"
    assert sorted(path.name for path in Path().iterdir()) == ["events.csv", "in"]


def test_an_account_named_twice_is_read_once(run) -> None:
    """A folder and a file in it, or '-' twice, are no two accounts."""
    account("in/a.txt")
    assert "3 events of 1 account " in run("read", "in", "in/a.txt", "./in").err
    assert "3 events of 1 account " in run("read", "-", "-", stdin=TEXT.encode()).err


def test_a_closed_standard_input_is_said(run) -> None:
    """A program started without standard input says so."""
    result = run("read", "-", stdin=None)
    assert (result.code, result.err) == (2, "detente: standard input is closed: pipe an account in, or name a file\n")


def test_nothing_found_makes_no_record(run) -> None:
    """Where no account is found, no empty record is left behind."""
    assert run("read", "missing.txt").err == "detente: there is no file missing.txt: check the name\n"
    assert not Path("detente.duckdb").exists()


def test_no_event_passes(run) -> None:
    """An empty table says why it is empty."""
    run("read", account())
    result = run("events", "--actor", "XYZ")
    assert (result.code, result.err) == (0, "detente: no event of detente.duckdb passes these filters\n")


def test_version(run) -> None:
    """--version gives one line."""
    assert run("--version").text.split()[0] == "detente"


def test_unreadable_accounts_exit_3_and_the_rest_is_kept(run) -> None:
    """Missing and unreadable files are listed at the end, the others are kept, the exit code is 3."""
    account("in/a.txt")
    account("in/b.txt", "not text\0")
    result = run("read", "in", "missing.txt")
    assert (result.code, len(kept())) == (3, 3)
    assert result.err.splitlines() == [
        "detente: 3 events of 1 account in detente.duckdb (1 added)",
        "detente: there is no file missing.txt: check the name",
        "detente: in/b.txt is no text: give a text file",
    ]


def test_a_crash_over_one_account_exits_1_and_the_rest_is_kept(run) -> None:
    """An account that the coder falls over is named, the others are kept, the exit code is 1."""
    account("in/a.txt", "crash")
    account("in/b.txt")
    result = run("read", "in")
    assert (result.code, len(kept())) == (1, 3)
    assert "coding in/a.txt failed (RuntimeError: the coder fell over): this is a fault" in result.err
    assert "Traceback" not in result.err


def test_an_interrupt_exits_130_and_keeps_what_was_read(run) -> None:
    """Interrupted half way, the program ends with 130, without a traceback, and the first account is kept."""
    account("in/a.txt")
    account("in/b.txt", "interrupt")
    result = run("read", "in")
    assert (result.code, len(kept())) == (130, 3)
    assert "3 events of 1 account in detente.duckdb (1 added)" in result.err  # what is kept
    assert "Traceback" not in result.err


@pytest.mark.parametrize("width", (40, 80, 200))
def test_hostile_text_does_nothing_and_fits(run, monkeypatch, width) -> None:
    """Control characters, direction overrides and markup are shown as text, in the width of the terminal."""
    monkeypatch.setenv("COLUMNS", str(width))
    evil = document(HOSTILE, source=HOSTILE)
    with Record.open("detente.duckdb") as record:
        record.append(evil, [_hostile(evil)])
    for result in (run("events"), run("show", _hostile(evil).id)):
        assert result.code == 0
        assert not set(result.text) & set("\x1b\x9b\u202e\u202c")
        assert all(len(line) <= width for line in result.text.splitlines())
    assert "[red]Seoul[/red]" in "".join(run("show", _hostile(evil).id).text.split())


def _hostile(evil: Document) -> Event:
    data = coded(document())[0].as_json() | {"document": evil.as_json(), "why": HOSTILE}
    data["evidence"] = {"start": 0, "end": len(HOSTILE), "quote": HOSTILE, "trigger": None}
    return Event.from_json(data)


@pytest.mark.parametrize("width", (80, 160))
def test_the_table_says_who_what_when(run, monkeypatch, width) -> None:
    """A row of the table has date, parties, type, words and the id that `show` takes."""
    monkeypatch.setenv("COLUMNS", str(width))
    run("read", account())
    text = run("events").text
    for part in ("1979-05", "KOR → SUN", "CONSULT", "visited", coded(document())[0].id[:8], "undated"):
        assert part in text
    assert max(map(len, text.splitlines())) <= width


def test_the_report_is_written_where_asked(run) -> None:
    """--report alone writes the page and keeps no record."""
    result = run("read", account(), "--report", "page.html")
    assert (result.code, result.err) == (0, "detente: the report is in page.html\n")
    assert "South Korea (KOR) → Soviet Union (SUN)" in Path("page.html").read_text()
    assert not Path("detente.duckdb").exists()


def program(*arguments: str, **more) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "detente.cli", *arguments], capture_output=True, **more)


def test_help_comes_at_once() -> None:
    """`detente --help` loads none of the slow libraries."""
    slow = "import sys, detente.cli; print({'spacy', 'duckdb', 'pyarrow', 'lxml'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", slow], capture_output=True, check=True).stdout == b"set()\n"
    began = time.perf_counter()
    result = program("--help")
    took = time.perf_counter() - began
    assert result.returncode == 0
    for command in (b"read", b"events", b"show", b"doctor"):
        assert command in result.stdout
    assert took < 1.5  # 0.25 s on an idle machine


@pytest.mark.parametrize("form", ("jsonl", "csv", "parquet", "table"))
def test_a_reader_that_has_seen_enough_ends_the_program_quietly(tmp_path: Path, form: str) -> None:
    """`detente events | head -1` says nothing about a broken pipe, whatever the format."""
    with Record.open(tmp_path / "r.duckdb") as record:
        record.append(document(), coded(document()))
    gone, theirs = os.pipe()
    os.close(gone)
    result = subprocess.run(
        [sys.executable, "-m", "detente.cli", "events", "-f", form, "--record", tmp_path / "r.duckdb"],
        stdout=theirs, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    os.close(theirs)
    assert (result.returncode, result.stderr) == (0, b"")


def test_parquet_is_not_thrown_at_a_terminal(tmp_path: Path) -> None:
    """Parquet to a terminal is refused in one sentence that names --output."""
    import pty

    Record.open(tmp_path / "r.duckdb").close()
    ours, theirs = pty.openpty()
    result = subprocess.run(
        [sys.executable, "-m", "detente.cli", "events", "-f", "parquet", "--record", tmp_path / "r.duckdb"],
        stdout=theirs, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    os.close(theirs)
    os.close(ours)
    assert result.returncode == 2
    assert result.stderr == b"detente: Parquet is not for reading on a terminal: add --output FILE\n"


def test_doctor_says_what_is_there(run) -> None:
    """`doctor` names versions, parser and record; if one is amiss it gives the remedy and exits with 1."""
    result = run("doctor")
    assert result.code == 0
    for words in ("Python 3.", "duckdb", "parser", "none yet at detente.duckdb"):
        assert words in result.text
    Path("detente.duckdb").write_text("junk")
    broken = run("doctor")
    assert broken.code == 1
    assert "name another file with --record" in " ".join(broken.text.split())
