"""Events in words for a terminal, in which nothing that an account says can act on the terminal."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.marks import Kind, pieces
from detente.model import Event, Location, Party
from detente.wording import basis, how_much, plain, what

if TYPE_CHECKING:
    from detente.doctor import Check
    from detente.record import Correction

_DATE = 11  # columns
_QUAD_STYLE = {1: "green", 2: "bold green", 3: "red", 4: "bold red"}
_KIND_STYLE = {
    Kind.ACT: "bold reverse", Kind.WHO: "bold cyan underline", Kind.WHOM: "bold magenta underline",
    Kind.SAYS: "italic blue", Kind.WHEN: "green underline", Kind.WHERE: "yellow underline",
    Kind.HOW_MUCH: "bold yellow",
}  # fmt: skip


def console_for(stream: TextIO | None) -> Console:
    """A console that lays out for *stream*: its width, colour if it is a terminal; None is a plain file."""
    if stream is None:
        return Console(file=io.StringIO(), width=120, highlight=False, markup=False, emoji=False)
    return Console(file=stream, highlight=False, markup=False, emoji=False)


def to_text(content: RenderableType, console: Console) -> str:
    """*content* as the console would print it."""
    with console.capture() as captured:
        console.print(content)
    return "".join(line.rstrip() + "\n" for line in captured.get().splitlines())


def event_table(events: Iterable[Event], width: int) -> Table:
    """One event a row, for a terminal of *width* columns."""
    table = Table(box=None, pad_edge=False, expand=True, header_style="bold")
    table.add_column("Date", max_width=_DATE, overflow="fold")
    table.add_column("Who → whom", max_width=max(16, width // 6), overflow="fold")
    table.add_column("What", max_width=16, overflow="fold")
    table.add_column("Words", ratio=1, overflow="fold")
    table.add_column("Event", no_wrap=True, style="dim")
    for event in events:
        table.add_row(
            Text(_date(event.date.edtf)) if event.date.edtf else Text("undated", style="dim"),
            Text(plain(_parties(event))),
            Text(what(event), style=_QUAD_STYLE[event.quad]),
            Text(_excerpt(event, max(40, width))),
            Text(event.id[:8]),
        )
    return table


def event_sheet(event: Event, corrections: Sequence[Correction] = ()) -> Group:
    """All about one event: in words, in its sentence, and why it was read so."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, text in _facts(event):
        if text:
            grid.add_row(label, Text(plain(text)))
    for correction in corrections:
        grid.add_row("Corrected", Text(plain(_correction(correction))))
    heading = Text(what(event), style=f"bold {_QUAD_STYLE[event.quad]}")
    return Group(heading, Padding(sentence(event), (1, 2)), grid)


def sentence(event: Event) -> Text:
    """The quote with the words that count styled, each with its label behind it."""
    text = Text()
    for piece in pieces(event):
        text.append(plain(piece.text), _KIND_STYLE[piece.kind] if piece.kind else "")
        if piece.label:
            text.append(f"‹{plain(piece.label)}›", "dim")
    return text


def check_list(checks: Iterable[Check]) -> Table:
    """What was examined, how it stands, and what to do about what is missing."""
    grid = Table.grid(padding=(0, 2))
    for check in checks:
        state = Text("ok", style="green") if check.ok else Text("not ok", style="bold red")
        grid.add_row(state, Text(check.name, style="bold"), Text(plain(check.found)))
        if check.remedy:
            grid.add_row("", "", Text(plain(check.remedy), style="yellow"))
    return grid


def _facts(event: Event) -> Iterable[tuple[str, str]]:
    document, span = event.document, event.evidence.span
    yield "Who", "; ".join(map(_party, event.source))
    yield "Whom", "; ".join(map(_party, event.target))
    yield "When", _when(event)
    yield "Where", "; ".join(map(_place, event.place))
    yield "How much", "; ".join(map(how_much, event.figures))
    yield "Says who", _party(event.said_by) if event.said_by else ""
    yield "Whether", event.modality.value
    yield "Mode", event.mode or ""
    yield "Contexts", ", ".join(event.contexts)
    yield "CAMEO", event.cameo or ""
    yield "Account", f"{document.source}, characters {span.start}-{span.end}"
    yield "Title", document.title
    yield "Published", document.published.isoformat() if document.published else ""
    yield "Confidence", f"{event.confidence:.0%}, {event.coder}"
    yield "Why", event.why
    yield "Event", event.id


def _date(edtf: str) -> str:
    """A date that fits its column: an interval is cut at its slash."""
    return edtf if len(edtf) <= _DATE else edtf.replace("/", "/\n")


def _parties(event: Event) -> str:
    source, target = (", ".join(party.code for party in side) for side in (event.source, event.target))
    between = f"{source or 'not named'} → {target}" if target else source
    return f"{between} (according to {event.said_by.code})" if event.said_by else between


def _party(party: Party) -> str:
    more = ", ".join(part for part in (party.code, party.role, party.office) if part and part != party.name)
    return f"{party.name} ({more})" if more else party.name


def _place(place: Location) -> str:
    where = f"{place.name} ({place.country})" if place.country else place.name
    if place.latitude is None or place.longitude is None:
        return where
    return f"{where} at {place.latitude:.2f}, {place.longitude:.2f}"


def _when(event: Event) -> str:
    if not event.date.edtf:
        return "not known"
    start, end = event.date.bounds
    days = f"{start or '...'} to {end or '...'}" if start != end else ""
    words = f'"{event.date.text}"' if event.date.text else ""
    return ", ".join(part for part in (event.date.edtf, days, words, basis(event)) if part)


def _correction(correction: Correction) -> str:
    change = f"{correction.field}: {correction.old or 'none'} → {correction.new or 'none'}"
    undoes = f", undoes {correction.undoes}" if correction.undoes else ""
    who = f"{correction.by} on {correction.made_at:%Y-%m-%d}"
    return f"[{correction.id}] {change} by {who}{undoes}: {correction.why}"


def _excerpt(event: Event, length: int) -> str:
    """The words around the trigger, *length* characters at most."""
    text = event.evidence.span.text.replace("\n", " ")
    if len(text) <= length:
        return plain(text)
    trigger = (event.evidence.trigger or event.evidence.span).start - event.evidence.span.start
    start = max(0, min(trigger - length // 3, len(text) - length))
    if start:  # not in the middle of a word
        start = text.find(" ", start - 1, trigger) + 1 or start
    end = start + length - 2
    if end < len(text):
        end = max(text.rfind(" ", trigger, end + 1), start + length // 2)
    return ("…" if start else "") + plain(text[start:end].strip()) + ("…" if end < len(text) else "")
