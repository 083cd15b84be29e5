"""The coder: reads an account sentence by sentence and asks each room in turn.

An account is understood from front to back by one reader with one memory and one clock. For every sentence
the rooms answer in this order: which dates it holds (`when`), who is named (`who`), which acts it tells of
(`what`), and for every act whom it joins (`whom`), whether it happened (`whether`), who says so
(`says_who`), where and how much. An act to which nobody can be set as a party is no event.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from itertools import chain, islice

from spacy.tokens import Span as Words

from detente.coding import how_much, syntax, what, whom
from detente.coding.confidence import confidence
from detente.coding.memory import Memory
from detente.coding.says_who import Claim, says_who
from detente.coding.terms import terms
from detente.coding.what import Act
from detente.coding.when import Clock, Dated, middle
from detente.coding.where import where
from detente.coding.whether import Kind, Verdict, settle, whether
from detente.coding.who import Cast, Named, count_states
from detente.coding.whom import Parties
from detente.knowledge import crosswalk
from detente.model import (
    Document,
    DocumentRef,
    Event,
    EventType,
    Evidence,
    Figure,
    Location,
    Modality,
    Moment,
    Party,
    Span,
)
from detente.reading.dateline import item_day
from detente.reading.parser import parser
from detente.reading.sentences import Paragraph, parse

# How much of an account is gone through for the names in it before the first sentence is coded.
_LOOK_AHEAD = 400  # paragraphs
_LOOK_AHEAD_SIZE = 500_000  # characters
_WHETHER = {
    Modality.ACTUAL: "it happened",
    Modality.FUTURE: "it is to come",
    Modality.HYPOTHETICAL: "it is only possible",
    Modality.NEGATED: "it did not happen",
}


def code(document: Document) -> tuple[Event, ...]:
    """The events of an account, in the order of its text. Raises MissingPartError if there is no parser."""
    paragraphs = iter(parse(document))
    first = list(_ahead(paragraphs))
    reader = _Reader(document, first)
    return tuple(event for paragraph in chain(first, paragraphs) for event in reader.read(paragraph))


def _ahead(paragraphs: Iterator[Paragraph]) -> Iterator[Paragraph]:
    """The first paragraphs, as far as one looks ahead."""
    size = 0
    for paragraph in islice(paragraphs, _LOOK_AHEAD):
        yield paragraph
        size += len(paragraph.doc.text)
        if size > _LOOK_AHEAD_SIZE:
            return


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """An act with what the rooms found out about it."""

    act: Act
    kind: Kind
    parties: Parties
    verdict: Verdict
    claim: Claim | None
    moment: Moment
    figures: tuple[how_much.Quantity, ...] = ()


class _Reader:
    """Somebody who reads one account from front to back."""

    def __init__(self, document: Document, ahead: Sequence[Paragraph]) -> None:
        self._document = document
        self._ref = DocumentRef.of(document)
        self._memory = Memory()
        self._clock = Clock(document.published)
        self._items = 0  # of news, each with a dateline of its own
        self._attack: Parties | None = None  # parties of an attack in the sentence before, words left out
        for paragraph in ahead:
            self._memory.prior.update(count_states(paragraph.doc, parser()))

    def read(self, paragraph: Paragraph) -> Iterator[Event]:
        """The events of the next paragraph."""
        self._begin_item(paragraph)
        cast = Cast(paragraph.doc, parser(), self._memory)
        sentences = list(paragraph.doc.sents)
        self._clock.look_ahead(sentences)
        for sentence in sentences:
            yield from self._sentence(sentence, paragraph, cast)

    def _begin_item(self, paragraph: Paragraph) -> None:
        """A second dateline opens another item of news, which counts its days from its own."""
        day = item_day(paragraph.doc.text)
        if day and self._items:
            self._clock = Clock(day)
        self._items += bool(day)

    def _sentence(self, sentence: Words, paragraph: Paragraph, cast: Cast) -> Iterator[Event]:
        dated = self._clock.expressions(sentence)
        on = middle(dated[0].timex.edtf) if dated else self._clock.day
        mentions = cast.read(sentence, on)
        dated = dated or terms(sentence, mentions, on)
        acts = what.acts(sentence, cast)
        told = list(self._told(acts, sentence, cast, dated))
        for one in _with_figures(told, sentence):
            yield self._event(one, sentence, paragraph, on)
        self._clock.advance(dated, frozenset(code for one in told for code in one.parties.codes))
        self._remember(sentence, cast, told)

    def _told(self, acts: list[Act], sentence: Words, cast: Cast, dated: list[Dated]) -> Iterator[_Told]:
        triggers = frozenset(act.trigger.i for act in acts)
        for act in acts:
            parties = whom.parties(act, cast, sentence, self._attack)
            if parties is None:
                continue
            verdict = whether(act)
            yield _Told(
                act=act,
                kind=settle(act, verdict.modality),
                parties=parties,
                verdict=verdict,
                claim=says_who(act.trigger, cast),
                moment=self._clock.moment(act.trigger, dated, triggers, parties.codes),
            )

    def _remember(self, sentence: Words, cast: Cast, told: list[_Told]) -> None:
        """Who the sentence was about, for the pronouns of the next one."""
        for one in told:
            self._memory.note_event(one.parties.actors)
        attacks = [one.parties for one in told if one.kind.type is EventType.ASSAULT]
        self._attack = attacks[-1].unnamed() if attacks else None
        subjects = syntax.subjects(sentence.root)
        actors = tuple(named.actor for noun in subjects for named in cast.parties(noun))
        if actors:
            self._memory.subject = tuple({actor.code: actor for actor in actors}.values())
            plural = len(subjects) > 1 or any(noun.tag_ in ("NNS", "NNPS") for noun in subjects)
            self._memory.plural_subject = plural and len(self._memory.subject) > 1

    # -- from words to the record's types ----------------------------------------------------------------

    def _event(self, told: _Told, sentence: Words, paragraph: Paragraph, on: dt.date | None) -> Event:
        act, kind = told.act, told.kind
        trigger = self._span(paragraph, act.trigger.idx, act.trigger.idx + len(act.trigger))
        quote = self._span(paragraph, sentence.start_char, sentence.end_char)
        return Event(
            document=self._ref,
            type=kind.type,
            mode=kind.mode,
            contexts=act.entry.contexts,
            cameo=kind.cameo,
            goldstein=crosswalk.goldstein(kind.cameo, kind.type),
            source=self._parties(told.parties.source, paragraph),
            target=self._parties(told.parties.target, paragraph),
            date=told.moment,
            place=tuple(self._places(act, paragraph, on)),
            modality=told.verdict.modality,
            said_by=self._party(told.claim.speaker, paragraph) if told.claim else None,
            figures=tuple(self._figure(quantity, paragraph) for quantity in told.figures),
            evidence=Evidence(span=quote, trigger=trigger),
            confidence=confidence(act, told.parties, told.moment),
            coder=coder_name(),
            why=_why(told),
        )

    def _span(self, paragraph: Paragraph, start: int, end: int) -> Span:
        return self._document.span(*paragraph.original(start, end))

    def _parties(self, named: Iterable[Named], paragraph: Paragraph) -> tuple[Party, ...]:
        return tuple(self._party(one, paragraph) for one in named)

    def _party(self, named: Named, paragraph: Paragraph) -> Party:
        actor = named.actor
        words = paragraph.doc[named.start : named.end]
        span = self._span(paragraph, words.start_char, words.end_char) if len(words) else None
        return Party(code=actor.code, name=actor.name, role=actor.role, office=actor.office, span=span)

    def _places(self, act: Act, paragraph: Paragraph, on: dt.date | None) -> Iterator[Location]:
        for words, place in where(act.trigger, on):
            yield Location(
                name=place.name,
                country=place.country,
                latitude=place.latitude,
                longitude=place.longitude,
                span=self._span(paragraph, words.start_char, words.end_char),
            )

    def _figure(self, quantity: how_much.Quantity, paragraph: Paragraph) -> Figure:
        span = self._span(paragraph, quantity.start, quantity.end)
        return Figure(
            value=quantity.value, unit=quantity.unit, of=quantity.of, per=quantity.per, bound=quantity.bound, span=span
        )


def _with_figures(told: list[_Told], sentence: Words) -> list[_Told]:
    """The acts with the figures of their sentence, each figure at the act that stands nearest above it."""
    if not told:
        return []
    of: dict[int, list[how_much.Quantity]] = {}
    for quantity in how_much.figures(sentence):
        of.setdefault(_nearest(quantity, told), []).append(quantity)
    return [replace(one, figures=tuple(of.get(index, ()))) for index, one in enumerate(told)]


def _nearest(quantity: how_much.Quantity, told: list[_Told]) -> int:
    """Which act a figure belongs to: the lowest that governs it, else the last trigger before it."""
    by_trigger = {one.act.trigger.i: index for index, one in enumerate(told)}
    for token in (quantity.root, *quantity.root.ancestors):
        if token.i in by_trigger:
            return by_trigger[token.i]
    before = [index for index, one in enumerate(told) if one.act.trigger.i < quantity.root.i]
    return before[-1] if before else 0


def _why(told: _Told) -> str:
    """The decisions behind an event, in words."""
    word = told.act.trigger.text
    rule = f"'{word}' is {told.act.type} by the codebook ({told.act.entry.name})"
    if told.kind.type is not told.act.type:
        rule += f", and {told.kind.type} because it is {told.verdict.modality}"
    reasons = [rule]
    reasons += dict.fromkeys(actor.how for actor in told.parties.actors if actor.how)
    reasons += [told.parties.how] if told.parties.how else []
    if told.verdict.how:
        reasons.append(f"{_WHETHER[told.verdict.modality]}: {told.verdict.how}")
    if told.claim:
        reasons.append(f"{told.claim.speaker.actor.name} says so: {told.claim.how}")
    return "; ".join(reasons)


@functools.cache
def coder_name() -> str:
    """Which coder made an event, with its version."""
    return f"detente {version('detente')}"
