"""When: gives each act the temporal expression that belongs to it, or what the narrative has reached.

An expression belongs to an act if it hangs on the act's trigger, on a verb that the act shares its clause
with, or, failing these, opens the sentence. The narrative's clock moves with dates that hang on main
clauses; it stands still for dates inside relative clauses, for flashbacks ('had been signed in 1902') and
for figures that merely carry a year. What is carried from an earlier sentence says so (`Basis.NARRATIVE`).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from spacy.tokens import Span, Token

from detente.coding.timex import Context, Timex, find
from detente.edtf import bounds
from detente.model import Basis, Moment

_FAR = 99
_COORDINATED = 3  # how far apart two expressions of one list may stand, in tokens, beside their own words


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A temporal expression with the word of the parse that carries it."""

    timex: Timex
    root: Token
    text: str


class Clock:
    """What time the narrative has reached."""

    def __init__(self, published: dt.date | None) -> None:
        self.published = published
        self.now: Timex | None = None
        self.text = ""

    @property
    def context(self) -> Context:
        last = bounds(self.now.edtf) if self.now else None
        closed = (last[0] or last[1], last[1] or last[0]) if last else None
        return Context(last=closed, published=self.published)  # type: ignore[arg-type]

    @property
    def day(self) -> dt.date | None:
        """A day to resolve names by: the middle of what the narrative has reached, else publication."""
        return middle(self.now.edtf) if self.now else self.published

    def expressions(self, sentence: Span) -> list[Dated]:
        """The temporal expressions of a sentence, each with its place in the parse."""
        found = []
        for timex in find(sentence.text, self.context):
            offset = sentence.start_char
            span = sentence.doc.char_span(offset + timex.start, offset + timex.end, alignment_mode="expand")
            if span is not None:
                found.append(Dated(timex=timex, root=span.root, text=sentence.text[timex.start : timex.end]))
        return found

    def advance(self, dated: list[Dated]) -> None:
        """Move on to the last date of a sentence that carries the story forward."""
        for item in dated:
            if _carries_story(item):
                self.now, self.text = item.timex, item.text

    def moment(self, trigger: Token, dated: list[Dated], triggers: frozenset[int]) -> Moment:
        """When the act of this trigger took place."""
        ranked = [(distance(item.root, trigger, triggers), item) for item in dated]
        near = min((rank for rank, _ in ranked), default=_FAR)
        if near < _FAR:
            return _joined([item for rank, item in ranked if rank == near])
        return self._carried()

    def _carried(self) -> Moment:
        if self.now is None:
            if self.published is None:
                return Moment()
            return Moment(edtf=self.published.isoformat(), basis=Basis.PUBLISHED)
        edtf = carried(self.now.edtf)
        return Moment(edtf=edtf, basis=Basis.NARRATIVE, text=self.text)


def carried(edtf: str) -> str:
    """The date that a later sentence inherits: a day's story goes on in its year, an open span in its close."""
    if edtf.startswith("../"):
        return edtf[3:]
    if edtf.endswith("/.."):
        return edtf[:-3]
    first, last = bounds(edtf)
    if first and first == last:
        return f"{first.year:04}"
    return edtf


def middle(edtf: str) -> dt.date | None:
    """A day inside the date: its middle, or its closed end."""
    first, last = bounds(edtf)
    if first and last:
        return first + (last - first) / 2
    return first or last


def distance(root: Token, trigger: Token, triggers: frozenset[int]) -> int:
    """How far a temporal expression stands from an act; `_FAR` if it belongs elsewhere."""
    if trigger in (root, *root.ancestors):
        return _down(root, trigger, triggers)
    anchor = _anchor(root, triggers)
    if anchor is None or (anchor.i in triggers and anchor.pos_ == "NOUN"):
        return _FAR
    steps, token = 0, trigger
    while token is not anchor:
        if token.head is token:
            return _FAR
        if token.dep_ in ("relcl", "acl") and not root.i < trigger.i:
            return _FAR
        steps += 1
        token = token.head
    # A date shared over 'and' stands before both verbs; one after the first verb belongs to it alone.
    if trigger.dep_ == "conj" and anchor.i < root.i < trigger.i:
        steps += 5
    return 10 + steps


def _down(root: Token, trigger: Token, triggers: frozenset[int]) -> int:
    """Steps from the expression up to the trigger; crossing another clause or act costs."""
    steps = 0
    for token in root.ancestors:
        if token is trigger:
            return steps
        steps += 1
        if token.i in triggers:
            steps += 20
        elif token.pos_ in ("VERB", "AUX") and token.dep_ in ("relcl", "acl", "advcl", "ccomp", "pcomp"):
            steps += 12
        elif token.pos_ in ("VERB", "AUX"):
            steps += 4
    return steps


def _anchor(root: Token, triggers: frozenset[int]) -> Token | None:
    """The verb, or the act named by a noun, that an expression hangs on."""
    return next((t for t in root.ancestors if t.pos_ in ("VERB", "AUX") or t.i in triggers), None)


def _carries_story(item: Dated) -> bool:
    verb = next((t for t in item.root.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return True
    if verb.dep_ in ("relcl", "acl", "pcomp") or _is_flashback(verb):
        return False
    return item.timex.basis is not Basis.NONE


def _is_flashback(verb: Token) -> bool:
    return any(kid.dep_ == "aux" and kid.lower_ == "had" for kid in verb.children)


def _joined(items: list[Dated]) -> Moment:
    """One date, or the span of a list of dates ('in July 1986 and August 1988')."""
    first = items[0]
    edtf = first.timex.edtf
    if len(items) > 1 and all("/" not in item.timex.edtf for item in items):
        ordered = sorted(items, key=lambda item: bounds(item.timex.edtf))  # type: ignore[arg-type,return-value]
        if ordered[0].timex.edtf != ordered[-1].timex.edtf:
            edtf = f"{ordered[0].timex.edtf}/{ordered[-1].timex.edtf}"
    return Moment(edtf=edtf, basis=first.timex.basis, text=first.text)
