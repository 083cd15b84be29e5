"""A page to look at: events on a line of time, and below it each one in the sentence it was read from.

The page is one file that asks nothing of any network: its content security policy lets it run only the style
and the script it carries, known by their hashes. Without the script everything is there but the filter.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files

from detente.coding.batch import Coded
from detente.marks import Kind, Piece, pieces
from detente.model import Event, Modality, Party
from detente.timeline import Place, Scale
from detente.wording import basis, count, how_much, plain, what

_QUADS = {1: "Verbal cooperation", 2: "Material cooperation", 3: "Verbal conflict", 4: "Material conflict"}
_ROW = 16  # pixels from one row of marks to the next
_KEY = {
    Kind.ACT: "the act", Kind.WHO: "who did it", Kind.WHOM: "to whom", Kind.SAYS: "who says so",
    Kind.WHEN: "when", Kind.WHERE: "where", Kind.HOW_MUCH: "how much",
}  # fmt: skip


def report(accounts: Sequence[Coded]) -> str:
    """The page for some accounts and their events, as HTML; the same words twice are shown once."""
    accounts = list({account.document.id: account for account in accounts}.values())
    events = [event for account in accounts for event in account.events]
    style, script = _asset("report.css"), _asset("report.js")
    title, alone = _title(accounts), len(accounts) == 1
    body = "\n".join([
        f"<h1>{_text(title)}</h1>", f'<p class="soft">{_summary(events)}</p>',
        *_timeline(events), *_form(events), *_key(events),
        *(_account(account, alone=alone) for account in accounts),
    ])  # fmt: skip
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{_text(title)}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n<script>{script}</script>\n</body>\n</html>\n"
    )


def _asset(name: str) -> str:
    return files("detente").joinpath(name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _title(accounts: Sequence[Coded]) -> str:
    if len(accounts) == 1:
        return accounts[0].document.title or accounts[0].document.source
    return f"{len(accounts)} accounts"


def _summary(events: Sequence[Event]) -> str:
    undated = sum(event.date.edtf is None for event in events)
    parts = [count(len(events), "event")]
    if undated:
        parts.append(f"{undated} without a date, so not on the line")
    return ", ".join(parts)


def _timeline(events: Sequence[Event]) -> Iterator[str]:
    scale = Scale.over(events)
    if scale is None:
        return
    top, lanes = 0, []
    for quad, name in _QUADS.items():
        places = scale.place([event for event in events if event.quad == quad])
        if places:
            lanes.append(_lane(places, quad, name, top))
            top += 34 + _ROW * (1 + max(place.row for place in places))
    ticks = "".join(_tick(scale, year, top) for year in scale.ticks())
    yield (
        f'<figure><svg height="{top + 20}" role="group" aria-label="Events by date">'
        f"{ticks}{''.join(lanes)}</svg>\n"
        '<figcaption class="soft">A bar covers the days on which it may have been; '
        "hollow and thin marks stand for what will, may or did not happen.</figcaption></figure>"
    )


def _lane(places: Sequence[Place], quad: int, name: str, top: int) -> str:
    marks = "".join(_mark(place, top + 34) for place in places)
    return f'<g class="q{quad}"><text class="lane" x="0" y="{top + 16}">{name}</text>{marks}</g>'


def _mark(place: Place, top: int) -> str:
    event, y = place.event, top + place.row * _ROW
    hollow = "" if event.modality is Modality.ACTUAL else ' class="hollow"'
    if place.end - place.start < 1:
        shape = f'<circle cx="{(place.start + place.end) / 2:.2f}%" cy="{y}" r="5"/>'
    else:
        shape = f'<line x1="{place.start:.2f}%" x2="{place.end:.2f}%" y1="{y}" y2="{y}"/>'
    label = _text(f"{event.date.edtf}: {_parties(event)}, {_act(event)}")
    return f'<a href="#e{event.id}"{hollow} aria-label="{label}"><title>{label}</title>{shape}</a>'


def _tick(scale: Scale, year: int, height: int) -> str:
    x = scale.at(scale.first.replace(year=year))
    anchor = "start" if x < 5 else "end" if x > 95 else "middle"
    return (
        f'<line class="grid" x1="{x:.2f}%" x2="{x:.2f}%" y1="0" y2="{height}"/>'
        f'<text x="{x:.2f}%" y="{height + 15}" text-anchor="{anchor}">{year}</text>'
    )


def _form(events: Sequence[Event]) -> Iterator[str]:
    if not events:
        return
    actors = {party.code: party.name for event in events for party in _actors(event)}
    yield (
        "<form hidden>"
        f"{_choice('type', 'Type', {str(event.type): str(event.type) for event in events})}"
        f"{_choice('actor', 'Actor', {code: f'{code} {name}' for code, name in actors.items()})}"
        '<output aria-live="polite"></output></form>'
    )


def _choice(name: str, label: str, options: dict[str, str]) -> str:
    items = "".join(f'<option value="{_text(value)}">{_text(text)}</option>' for value, text in sorted(options.items()))
    return f'<label>{label}<select name="{name}"><option value="">all</option>{items}</select></label>'


def _key(events: Sequence[Event]) -> Iterator[str]:
    """What the underlines mean, for those that are there."""
    used = {piece.kind for event in events for piece in pieces(event)}
    items = [f'<mark class="{_class(kind)}">{text}</mark>' for kind, text in _KEY.items() if kind in used]
    if items:
        yield f'<p class="key"><span class="soft">In the sentences:</span> {" ".join(items)}</p>'


def _account(account: Coded, *, alone: bool) -> str:
    document = account.document
    published = f", published {document.published}" if document.published else ""
    heading = "" if alone else f"<h2>{_text(document.title or document.source)}</h2>\n"
    cards = "\n".join(map(_card, account.events)) or '<p class="soft">No events were found here.</p>'
    return (
        f"<section>\n{heading}"
        f'<p class="soft">{_text(document.source)}{published}, {count(len(account.events), "event")}</p>\n'
        f"{cards}\n</section>"
    )


def _card(event: Event) -> str:
    actors = _text(" ".join(party.code for party in _actors(event)))
    return (
        f'<article id="e{event.id}" class="q{event.quad}" data-type="{event.type}" data-actors="{actors}">\n'
        f'<div class="head"><span class="date">{_text(event.date.edtf or "undated")}</span>\n'
        f'<h3>{_text(_parties(event))}</h3>\n<span class="type">{_text(_act(event))}</span></div>\n'
        f'<blockquote dir="auto">{"".join(map(_piece, pieces(event)))}</blockquote>\n'
        f'<p class="soft">{_text(". ".join(_details(event)))}</p>\n</article>'
    )


def _piece(piece: Piece) -> str:
    if piece.kind is None:
        return _text(piece.text)
    tag = f'<span class="tag">{_text(piece.label)}</span>' if piece.label else ""
    return f'<mark class="{_class(piece.kind)}">{_text(piece.text)}</mark>{tag}'


def _details(event: Event) -> Iterator[str]:
    if event.figures:
        yield "How much: " + "; ".join(map(how_much, event.figures))
    if event.place:
        yield "Where: " + "; ".join(place.name for place in event.place)
    if event.date.edtf:
        words = f"“{event.date.text}”, " if event.date.text else ""
        yield f"Date: {words}{basis(event)}"
    yield f"Confidence {event.confidence:.0%}"
    yield f"Why: {event.why}"


def _act(event: Event) -> str:
    return what(event) + (f", {event.mode}" if event.mode else "")


def _parties(event: Event) -> str:
    source, target = _names(event.source), _names(event.target)
    between = f"{source or 'not named'} → {target}" if target else source
    return f"{between}, according to {_names([event.said_by])}" if event.said_by else between


def _names(parties: Iterable[Party]) -> str:
    """Names with codes, since the name may be a person's or a capital's."""
    return ", ".join(f"{party.name} ({party.code})" if party.name else party.code for party in parties)


def _actors(event: Event) -> tuple[Party, ...]:
    return (*event.source, *event.target)


def _class(kind: Kind) -> str:
    return kind.replace(" ", "-")


def _text(text: str) -> str:
    return escape(plain(text))
