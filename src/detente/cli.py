"""The `detente` program. Data goes to standard output, messages and progress to standard error.

Exit codes: 0 done, 1 our fault or a part is missing, 2 the request makes no sense, 3 some input could not be
read and the rest is kept, 130 interrupted. Libraries that are slow to import are imported by the commands
that need them, so that `--help` comes at once.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, NoReturn

import typer

from detente.edtf import bounds
from detente.errors import DetenteError, UnreadableError, UsageError
from detente.exchange.files import Format, Layout, write
from detente.model import Event, EventType, Modality
from detente.wording import count, plain

if TYPE_CHECKING:
    from rich.console import RenderableType

    from detente.coding.batch import Account, Coded, Unread
    from detente.record import Filters, Outcome

app = typer.Typer(
    name="detente", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads accounts of how states deal with each other into a sourced record: who did what to whom.",
)  # fmt: skip


class View(StrEnum):
    """How events are shown: as a table for people or in a format for programs."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


def _day(bound: int) -> Callable[[str], dt.date]:
    """Reads an option's date as the first (0) or last (1) day it admits."""

    def parse(text: str) -> dt.date:
        try:
            day = bounds(text)[bound]
        except ValueError:
            day = None
        if day is None:
            raise typer.BadParameter(f"{text!r} is no date; write 1979, 1979-05 or 1979-05-03")
        return day

    return parse


Record_ = Annotated[
    Path | None,
    typer.Option("--record", metavar="FILE", help="The record: ./detente.duckdb unless DETENTE_RECORD says otherwise."),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there, not to standard output.")
]


def _say_version(wanted: bool) -> None:
    if wanted:
        print(f"detente {version('detente')}")
        raise typer.Exit


@app.callback()
def _program(
    _version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Say the version and end.")
    ] = False,
) -> None:
    """What comes before the command."""


@app.command()
def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files or folders; - is standard input.")],
    record: Record_ = None,
    view: Annotated[
        View | None,
        typer.Option("--format", "-f", help="Write events in this format instead of keeping them."),
    ] = None,
    output: Output = None,
    report: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write a page to look at: every event in its sentence."),
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read at the same time.")] = 1,
    published: Annotated[
        dt.date | None,
        typer.Option(parser=_day(0), metavar="DATE", help="Day the accounts appeared, in place of what they say."),
    ] = None,
) -> None:
    """Read accounts into the record, or write their events to standard output."""
    view = view or _by_suffix(output)
    keep = record is not None or not (view or report)
    _check_one_way(keep, view, output)
    reading = _Reading(paths, workers=workers, published=published, quiet=view is not None and output is None)
    _check_overwrites((output, report), [*reading.files, *([_place(record)] if keep else ())])
    coded: Iterable[Coded] = list(reading) if report else reading
    if keep and reading.any_found:
        _keep(coded, _place(record), reading.failed)
    if view:
        _write((event for one in coded for event in one.events), view, output)
    if report:
        _write_report(list(coded), report)
    reading.end()


@app.command()
def events(
    record: Record_ = None,
    actor: Annotated[list[str] | None, typer.Option(metavar="CODE", help="Takes part; any of several.")] = None,
    dyad: Annotated[tuple[str, str] | None, typer.Option(metavar="CODE CODE", help="Both take part.")] = None,
    kind: Annotated[
        list[EventType] | None,
        typer.Option("--type", case_sensitive=False, help="PLOVER type; any of several."),
    ] = None,
    quad: Annotated[
        list[int] | None,
        typer.Option(min=1, max=4, help="1, 2 verbal and material cooperation; 3, 4 verbal and material conflict."),
    ] = None,
    modality: Annotated[list[Modality] | None, typer.Option(help="Whether it happened.")] = None,
    context: Annotated[list[str] | None, typer.Option(help="PLOVER context.")] = None,
    since: Annotated[dt.date | None, typer.Option(parser=_day(0), metavar="DATE", help="Not over before.")] = None,
    until: Annotated[dt.date | None, typer.Option(parser=_day(1), metavar="DATE", help="Begun by.")] = None,
    document: Annotated[str | None, typer.Option(help="The account's id or where it came from.")] = None,
    min_confidence: Annotated[float, typer.Option(min=0, max=1, help="Least confidence.")] = 0.0,
    text: Annotated[str | None, typer.Option(help="Words of the sentence, in any case.")] = None,
    view: Annotated[View | None, typer.Option("--format", "-f", help="How to show them [default: table].")] = None,
    output: Output = None,
) -> None:
    """List the events of the record that pass all filters, by date."""
    from detente.record import Filters

    if since and until and since > until:
        raise UsageError("--since is later than --until", "give the earlier day as --since")
    place, view = _place(record), view or _by_suffix(output)
    _check_one_way(False, view, output)
    view = view or View.TABLE
    _check_overwrites((output,), [place])
    filters = Filters(
        actors=_codes(actor), dyad=_pair(dyad), types=tuple(kind or ()),
        quads=tuple(quad or ()), modalities=tuple(modality or ()), contexts=tuple(context or ()), since=since,
        until=until, document=document, min_confidence=min_confidence, text=text,
    )  # fmt: skip
    found = _recorded(filters, place)
    if not found and view is View.TABLE:
        _say(f"no event of {place} passes these filters")
    _write(found, view, output)


@app.command()
def show(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The event's id, or the beginning of it.")],
    record: Record_ = None,
) -> None:
    """Show one event in words, in its sentence, and why it was read so."""
    from detente.record import Record
    from detente.render import event_sheet

    with Record.open(_place(record), read_only=True) as opened:
        found = opened.event(event)
        corrections = opened.corrections(found)
    _print(event_sheet(found, corrections))


@app.command()
def classify(
    table: Annotated[Path, typer.Argument(metavar="FILE", help="CSV, TSV, JSON Lines or Parquet, a sentence a row.")],
    text: Annotated[str, typer.Option(metavar="COL", help="Column of the sentence.")] = "text",
    source: Annotated[str, typer.Option(metavar="COL", help="Column of the words that name who acts.")] = "source",
    target: Annotated[str, typer.Option(metavar="COL", help="Column of the words that name on whom.")] = "target",
    layout: Annotated[
        Layout | None, typer.Option("--format", "-f", help="How to write the rows [default: as they came].")
    ] = None,
    output: Output = None,
) -> None:
    """Add type, quad class, modality and confidence to rows whose actors are known."""
    from detente.exchange.labelling import Columns, label, layout_of

    layout = layout or layout_of(output or table)
    _check_overwrites((output,), [table])
    with _data(output) as stream, _counted(quiet=output is None) as watch:
        tally = label(table, stream, layout, Columns(text=text, source=source, target=target), watch)
    _say(f"{count(tally.coded, 'row')} coded" + (f", {tally.refused:,} not: see 'problem'" if tally.refused else ""))
    if tally.refused:
        raise typer.Exit(3)


@app.command()
def doctor(record: Record_ = None) -> None:
    """Say what is installed, where the record is, and what is missing."""
    from detente.doctor import examine
    from detente.render import check_list

    checks = list(examine(_place(record)))
    _print(check_list(checks))
    raise typer.Exit(0 if all(check.ok for check in checks) else 1)


def main() -> NoReturn:
    """Run the program and exit."""
    try:
        app()
    except DetenteError as error:
        _say(str(error))
        sys.exit(error.exit_code)
    except Exception as error:
        _say(f"a fault of detente, please report it ({type(error).__name__}: {error})")
        if os.environ.get("DETENTE_DEBUG"):
            traceback.print_exc()
        sys.exit(1)
    sys.exit(0)


class _Reading:
    """Accounts being read: gives the coded ones, collects those that failed, and says so at the end."""

    def __init__(self, paths: list[str], *, workers: int, published: dt.date | None, quiet: bool) -> None:
        self.failed: list[Unread] = []
        found = (account for path in dict.fromkeys(paths) for account in self._find(path))
        self._accounts = list(dict.fromkeys(found))
        self._workers, self._published, self._quiet = workers, published, quiet

    def __iter__(self) -> Iterator[Coded]:
        from detente.coding.batch import Unread, code_accounts

        answers = code_accounts(self._accounts, workers=self._workers, published=self._published)
        for answer in self._watched(answers):
            if isinstance(answer, Unread):
                self.failed.append(answer)
            else:
                yield answer

    @property
    def any_found(self) -> bool:
        return bool(self._accounts)

    @property
    def files(self) -> list[Path]:
        """The accounts that are files."""
        return [account for account in self._accounts if isinstance(account, Path)]

    def end(self) -> None:
        """List what failed and leave with the exit code that it asks for."""
        for failure in self.failed:
            _say(str(failure.error))
        if self.failed:
            raise typer.Exit(min(failure.error.exit_code for failure in self.failed))

    def _find(self, path: str) -> list[Account]:
        from detente.coding.batch import Piped, Unread
        from detente.reading.documents import find_accounts

        if path == "-":
            return [Piped(data=_piped())]
        try:
            return list(find_accounts([Path(path)]))
        except UnreadableError as error:
            self.failed.append(Unread(account=Path(path), error=error))
            return []

    def _watched(self, answers: Iterator[Coded | Unread]) -> Iterator[Coded | Unread]:
        many = len(self._accounts)
        if many < 2 or not sys.stderr.isatty() or (self._quiet and sys.stdout.isatty()):
            return answers
        from rich.console import Console
        from rich.progress import track

        return iter(track(answers, "Reading", total=many, console=Console(stderr=True), transient=True))


def _piped() -> bytes:
    """What standard input holds, up to where it is certain to be too large."""
    from detente.reading.documents import LARGEST

    if sys.stdin is None:
        raise UsageError("standard input is closed", "pipe an account in, or name a file")
    return sys.stdin.buffer.read(LARGEST + 1)


def _check_overwrites(targets: Iterable[Path | None], needed: list[Path]) -> None:
    """Nothing is written over what is being read."""
    for target in targets:
        if target and os.path.exists(target):  # noqa: PTH110 - the method of Path raises where it may not look
            for path in needed:
                if os.path.exists(path) and os.path.samefile(path, target):  # noqa: PTH110, PTH121
                    raise UsageError(f"{target} would be written over while it is read", "name another file")


@contextmanager
def _counted(*, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Shows how many rows are done, unless the rows themselves go to the terminal or nobody watches."""
    if not sys.stderr.isatty() or (quiet and sys.stdout.isatty()):
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("Classifying") as status:
        yield lambda done: status.update(f"Classifying: {count(done, 'row')}")


def _check_one_way(keep: bool, view: View | None, output: Path | None) -> None:
    if keep and view:
        raise UsageError("--record keeps events and --format writes them", "give one of the two")
    if output and not view:
        raise UsageError(f"{output} does not say which format it is to have", "add --format")


def _keep(accounts: Iterable[Coded], path: Path, failed: list[Unread]) -> None:
    from detente.coding.batch import Unread
    from detente.record import Record

    Record.open(path).close()  # a record that can't be used is better known before the reading than after
    outcomes: list[Outcome] = []
    events = 0
    try:
        for coded in accounts:
            try:
                with Record.open(path) as record:
                    outcomes.append(record.append(coded.document, coded.events))
            except UnreadableError as error:
                failed.append(Unread(account=Path(coded.document.source), error=error))
                continue
            events += len(coded.events)
    finally:  # interrupted or stopped by the record, it still says what is kept
        if outcomes:
            _say(_kept(events, outcomes, path))


def _kept(events: int, outcomes: list[Outcome], path: Path) -> str:
    from detente.record import Outcome

    how = ", ".join(f"{outcomes.count(outcome)} {outcome}" for outcome in Outcome if outcome in outcomes)
    return f"{count(events, 'event')} of {count(len(outcomes), 'account')} in {path} ({how})"


def _recorded(filters: Filters, path: Path) -> list[Event]:
    from detente.record import Record

    with Record.open(path, read_only=True) as record:
        return list(record.events(filters))


def _write(found: Iterable[Event], view: View, output: Path | None) -> None:
    if view is View.PARQUET and output is None and sys.stdout.isatty():
        raise UsageError("Parquet is not for reading on a terminal", "add --output FILE")
    with _data(output) as stream:
        if view is View.TABLE:
            stream.write(_table(found, output).encode("utf-8", "backslashreplace"))
        else:
            write(found, stream, Format(view.value))


def _table(found: Iterable[Event], output: Path | None) -> str:
    from detente.render import console_for, event_table, to_text

    console = console_for(sys.stdout if output is None else None)
    return to_text(event_table(found, console.width), console)


def _write_report(accounts: list[Coded], path: Path) -> None:
    from detente.report import report

    with _data(path) as stream:
        stream.write(report(accounts).encode("utf-8", "backslashreplace"))
    _say(f"the report is in {path}")


def _print(content: RenderableType) -> None:
    from detente.render import console_for, to_text

    with _data(None) as stream:
        stream.write(to_text(content, console_for(sys.stdout)).encode("utf-8", "backslashreplace"))


@contextmanager
def _data(output: Path | None) -> Iterator[IO[bytes]]:
    """Where data goes. A reader that has seen enough, such as `head`, ends the program without a word."""
    if output is not None:
        with _file(output) as stream:
            yield stream
        return
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except OSError as error:
        # What could not be written is dropped, or Python would try again on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise typer.Exit(0) from None
        raise UsageError(f"standard output can't be written: {error.strerror}", "free some space") from None


@contextmanager
def _file(path: Path) -> Iterator[IO[bytes]]:
    """A file to be written, which takes the place of an older one only when it is whole."""
    ordinary = not os.path.lexists(path) or (path.is_file() and not path.is_symlink())
    place = path.with_name(f".{path.name}.{os.getpid()}") if ordinary else path
    try:
        with place.open("wb") as stream:
            yield stream
        if ordinary:
            place.replace(path)
    except BrokenPipeError:
        raise typer.Exit(0) from None
    except OSError as error:
        raise UsageError(f"{path} can't be written: {error.strerror}", "name another file") from None
    finally:
        if ordinary:
            place.unlink(missing_ok=True)


def _place(record: Path | None) -> Path:
    return record or Path(os.environ.get("DETENTE_RECORD") or "detente.duckdb")


def _codes(codes: list[str] | None) -> tuple[str, ...]:
    return tuple(code.upper() for code in codes or ())


def _pair(codes: tuple[str, str] | None) -> tuple[str, str] | None:
    return (codes[0].upper(), codes[1].upper()) if codes else None


def _by_suffix(output: Path | None) -> View | None:
    """The format that the name of a file asks for."""
    if output is None:
        return None
    try:
        return View(output.suffix.removeprefix(".").lower())
    except ValueError:
        return None


def _say(message: str) -> None:
    print(f"detente: {plain(message)}", file=sys.stderr)


if __name__ == "__main__":
    main()
