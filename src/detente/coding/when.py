"""When: gives each act the temporal expression that belongs to it, or what the narrative has reached.

An expression belongs to an act if it hangs on the act's trigger; if the act has none of its own, it takes
that of the verb it is joined to or said by ('signed on Monday and promised'). A year that only names a thing
('violated the 1894 treaty') dates the thing, not what is done with it, unless the thing is the subject or
the frame of the clause ('In the agreement of 1917 they ...').

The narrative's clock moves with dates that hang on main clauses; it stands still for dates inside relative
clauses, for flashbacks ('had been signed in 1902') and for years that name things. What is carried from an
earlier sentence says so (`Basis.NARRATIVE`). In fresh news the tense decides where no date stands: what 'has
happened' happened by the day of publication, what 'will happen' comes after it, and what 'happened' belongs
to the day told of last, or to the eve or day of publication.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from detente.coding.tense import Tense, is_flashback, tense
from detente.coding.timex import Context, Timex, find
from detente.coding.when_distance import FAR, OWN, WEAK, carries_story, distance, frame_words, is_reported
from detente.edtf import bounds
from detente.model import Basis, Moment
from detente.reading.dateline import dateline_end

__all__ = ["Clock", "Dated", "carried", "distance", "middle"]

_WIDE = 366  # days; a date that spans more gives no year to dates without one
_OPENERS = frozenset({"since", "until", "till", "before"})
_BESIDE = frozenset({"after", "following", "before", "since", "upon"})
_AFTER = frozenset({"after", "following", "upon"})
_WEEKDAY = re.compile(r"(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)
_LOOKING_BACK = re.compile(r"\b(?:earlier|before|previously|previous|preceding)\b", re.I)
_DAY = dt.timedelta(days=1)


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
        self._actors: frozenset[str] = frozenset()  # codes of those who took part in what the date was told of
        self._year: dt.date | None = None  # a day of the last date mentioned anywhere, for dates without a year

    @property
    def context(self) -> Context:
        """What relative expressions of the next sentence count from."""
        last = _closed(self.now.edtf) if self.now else None
        if last and self._year and (last[1] - last[0]).days > _WIDE and last[0] <= self._year <= last[1]:
            last = (dt.date(self._year.year, 1, 1), dt.date(self._year.year, 12, 31))
        return Context(last=last, published=self.published)

    @property
    def day(self) -> dt.date | None:
        """A day to resolve names by: the middle of what the narrative has reached, else publication, else None."""
        return (middle(self.now.edtf) if self.now else None) or self.published

    def expressions(self, sentence: Span) -> list[Dated]:
        """The temporal expressions of a sentence, each with its place in the parse; its dateline is none of them."""
        offset, text = sentence.start_char, sentence.text
        skip = (dateline_end(text, 0, len(text)) or 0) if sentence.start == 0 else 0
        found = []
        for timex in find(text[skip:], self.context):
            start, end = timex.start + skip, timex.end + skip
            span = sentence.doc.char_span(offset + start, offset + end, alignment_mode="expand")
            if span is not None:
                found.append(Dated(timex=timex, root=span.root, text=text[start:end]))
        return found

    def look_ahead(self, sentences: Sequence[Span]) -> None:
        """A paragraph that opens without a date tells of the year that its next sentence names, if that is later."""
        if len(sentences) < 2 or self.now is None or self._news or self.expressions(sentences[0]):
            return
        dated, now = self.expressions(sentences[1]), _closed(self.now.edtf)
        if not dated or dated[0].timex.basis is not Basis.STATED or not _opens(dated[0]):
            return
        day = middle(dated[0].timex.edtf)
        if day and now and day.year > now[1].year:
            edtf = f"{day.year:04}"
            self.now, self.text = replace(dated[0].timex, edtf=edtf, core=edtf), dated[0].text

    def advance(self, dated: list[Dated], actors: frozenset[str] = frozenset()) -> None:
        """Move on to the last date of a sentence that carries the story forward; *actors* took part in its acts."""
        before = self.now
        moved = [item for item in dated if carries_story(item.root) and self._admits(item)]
        moved = [item for item in moved if is_reported(item.root)] or moved
        for item in moved or [item for item in dated if self._narrows(item.timex) or self._dates_sentence(item)]:
            lasted = item.root.head.lower_ in ("until", "till")
            self.now = replace(item.timex, edtf=item.timex.core) if lasted else item.timex
            self.text = item.text
        for item in dated:
            first, last = bounds(item.timex.edtf)
            if first and last and first.year == last.year:
                self._year = first
        self._actors = actors if self.now is not before else self._actors

    def moment(
        self, trigger: Token, dated: list[Dated], triggers: frozenset[int], actors: frozenset[str] = frozenset()
    ) -> Moment:
        """When the act of this trigger took place.

        *triggers* are the places of all acts of the sentence, *actors* the codes of those who took part in this one.
        """
        ranked = [(distance(item.root, trigger, triggers), item) for item in dated]
        if self.now is not None:  # the name of a war is the last resort
            ranked = [(rank, item) for rank, item in ranked if not item.timex.named or rank < OWN]
        near = min((rank for rank, _ in ranked), default=FAR)
        own = any(rank == near and trigger in item.root.ancestors for rank, item in ranked)
        if not own and self._news and tense(trigger) in (Tense.PERFECT, Tense.FUTURE, Tense.PRESENT):
            near = near if near < WEAK and _is_said(trigger) else FAR
        if near < WEAK or (near < FAR and self.now is None and not self._news):
            items = [item for rank, item in ranked if rank == near]
            found = self._fitted(_joined(items), items[0], trigger, near)
            return self._lasting(found, items[0], trigger, dated)
        return self._carried(trigger, actors)

    # -- the course of the story -------------------------------------------------------------------------

    @property
    def _news(self) -> bool:
        return self.context.news

    def _admits(self, item: Dated) -> bool:
        """Whether the story can have reached the date: in news neither things to come nor old ones."""
        timex = item.timex
        named = timex.named and self.now is not None and item.root.dep_ not in ("nsubj", "nsubjpass")
        if named and self.now and (item.root.head.lower_ in _BESIDE or self._within(self.now, timex)):
            return False
        if timex.basis is Basis.NARRATIVE and _LOOKING_BACK.search(item.text):
            return False
        closed = _closed(timex.edtf)
        if self.published is None or closed is None:
            return True
        if self._news and self.now is None and closed[1].year == self.published.year and not _has_verb(item.root):
            return False  # the day in a dateline
        old = self._news and self.now is not None and timex.basis is Basis.STATED
        return closed[0] <= self.published and not old

    def _narrows(self, timex: Timex) -> bool:
        """Whether the date falls within the long span that the story is about."""
        span = _closed(self.now.edtf) if self.now else None
        return bool(self.now and span and (span[1] - span[0]).days > _WIDE and self._within(timex, self.now))

    def _dates_sentence(self, item: Dated) -> bool:
        """Whether the main clause takes its date from an expression that hangs lower."""
        near = distance(item.root, item.root.sent.root, frozenset()) < WEAK
        described = any(token.dep_ == "relcl" or is_flashback(token) for token in item.root.ancestors)
        return near and not described and self._admits(item)

    @staticmethod
    def _within(inner: Timex, outer: Timex) -> bool:
        small, large = _closed(inner.edtf), _closed(outer.edtf)
        return bool(small and large and large[0] <= small[0] and small[1] <= large[1])

    # -- the date of an act ------------------------------------------------------------------------------

    def _fitted(self, found: Moment, item: Dated, trigger: Token, near: int) -> Moment:
        """The date as the words between it and the act bend it."""
        assert found.edtf is not None
        words, edtf, closing = frame_words(item.root, trigger), found.edtf, found.edtf.split("/")[-1]
        published = self.published
        if edtf == item.timex.edtf and _stands_inside(item, trigger, words):
            edtf = item.timex.core
        elif words & _AFTER and closing != ".." and edtf[:4] != closing[:4]:
            edtf = closing
        elif edtf.endswith("/..") and is_flashback(trigger) and self.now:
            edtf = _until(edtf[:-3], self.now.edtf) or edtf
        elif "since" in words and "/" not in edtf:
            edtf = f"{edtf}/{published.isoformat() if published and self._news else '..'}"
        elif published and self._news and tense(trigger) in (Tense.FUTURE, Tense.PRESENT):
            edtf = self._ahead(edtf, item, words, near)
        return Moment(edtf=edtf, basis=found.basis, text=found.text)

    def _lasting(self, found: Moment, item: Dated, trigger: Token, dated: list[Dated]) -> Moment:
        """'They stayed until the treaty was signed in 1902': from what was told before, up to then."""
        edtf = found.edtf or ""
        if "/" in edtf or "until" not in frame_words(item.root, trigger):
            return found
        earlier = [other.timex.core for other in dated if other.root.i < item.root.i]
        earlier += [self.now.core] if self.now else []
        for core in earlier:
            opens, closes = bounds(core)[0], bounds(edtf)[0]
            if opens and closes and opens < closes:
                return Moment(edtf=f"{core.split('/')[0]}/{edtf}", basis=found.basis, text=found.text)
        return Moment(edtf=f"../{edtf}", basis=found.basis, text=found.text)

    def _ahead(self, edtf: str, item: Dated, words: set[str], near: int) -> str:
        """What is to come 'by 2028' lies between now and then, 'on Tuesday' on the coming Tuesday."""
        assert self.published is not None
        first, last = bounds(edtf)
        if "by" in words and last and last > self.published and "/" not in edtf:
            return f"{self.published.isoformat()}/{edtf}"
        if near < OWN and _WEEKDAY.match(item.text) and first and first < self.published:
            return (first + 7 * _DAY).isoformat()
        return edtf

    def _carried(self, trigger: Token, actors: frozenset[str]) -> Moment:
        if self._news:
            return self._by_tense(trigger)
        if self.now is None:
            return Moment()
        edtf = carried(self.now.edtf)
        if self._actors and not actors <= self._actors:
            edtf = edtf[:4] if "/" not in edtf and edtf[:4].isdigit() else edtf
        return Moment(edtf=edtf, basis=Basis.NARRATIVE, text=self.text)

    def _by_tense(self, trigger: Token) -> Moment:
        """The date of an act in fresh news that has none of its own."""
        day = self.published
        assert day is not None
        form = tense(trigger)
        if form is Tense.PAST and self.now and bounds(self.now.edtf)[0]:
            return Moment(edtf=carried(self.now.edtf), basis=Basis.NARRATIVE, text=self.text)
        edtf = f"{(day - _DAY).isoformat()}/{day.isoformat()}"
        if form in (Tense.PERFECT, Tense.PLUPERFECT):
            edtf = f"../{day.isoformat()}"
        elif form is Tense.FUTURE:
            edtf = f"{day.isoformat()}/.."
        return Moment(edtf=edtf, basis=Basis.PUBLISHED)


def carried(edtf: str) -> str:
    """The date that a later sentence inherits: the very date, an open span by its closed end."""
    if edtf.startswith("../"):
        return edtf[3:]
    return edtf.removesuffix("/..")


def middle(edtf: str) -> dt.date | None:
    """A day inside the date: its middle, or its closed end."""
    first, last = bounds(edtf)
    if first and last:
        return first + (last - first) / 2
    return first or last


def _closed(edtf: str) -> tuple[dt.date, dt.date] | None:
    first, last = bounds(edtf)
    opens, closes = first or last, last or first
    return (opens, closes) if opens and closes else None


def _until(first: str, now: str) -> str | None:
    """'since 1910' in a flashback lasts up to what the story has reached."""
    opens, told = bounds(first)[0], _closed(now)
    if not opens or not told or told[0] <= opens:
        return None
    return f"{first}/{carried(now).split('/')[0]}"


def _opens(item: Dated) -> bool:
    """Whether the expression opens its sentence: 'In May 1914 ...'."""
    return item.root.i < item.root.sent.root.i and item.root.head.lower_ in ("in", "on", "during")


def _has_verb(root: Token) -> bool:
    return any(token.pos_ in ("VERB", "AUX") for token in root.sent)


def _stands_inside(item: Dated, trigger: Token, words: set[str]) -> bool:
    """Whether 'since' or 'until' stands outside of the act: 'since the coup of 2006', 'until 1902, when they left'."""
    return item.root in trigger.ancestors or (trigger.pos_ == "NOUN" and not words & _OPENERS)


def _is_said(trigger: Token) -> bool:
    """Whether the act is what somebody says: its date is then that of the saying."""
    return trigger.dep_ in ("ccomp", "xcomp")


def _joined(items: list[Dated]) -> Moment:
    """One date, or the span of a list of dates ('in July 1986 and August 1988')."""
    first = items[0]
    edtf = first.timex.edtf
    if len(items) > 1 and all("/" not in item.timex.edtf for item in items):
        ordered = sorted((item.timex.edtf for item in items), key=lambda edtf: middle(edtf) or dt.date.min)
        if bounds(ordered[0])[1] != bounds(ordered[-1])[1]:
            edtf = f"{ordered[0]}/{ordered[-1]}"
    return Moment(edtf=edtf, basis=first.timex.basis, text=first.text)
