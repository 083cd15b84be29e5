"""Names: where a paragraph names states, organisations and leaders, and which of those names mean an actor.

A capital in 'the Treaty of Paris' or 'the Geneva talks' is a place or a part of a name, and no party; so is the
state in 'the South China Sea' or 'Soviet-made tanks' (`tables/name_heads.csv`). 'Sino-Soviet' and 'U.S.-Japanese'
name two states, however the tokenizer splits them, and 'U.S.-led' names the leader.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from detente.coding.memory import Actor
from detente.knowledge import leaders, organisations, roles, states
from detente.knowledge.tables import rows

STATE, ORGANISATION, LEADER = "state", "organisation", "leader"
# How a naming of a state (`states.KINDS`) names it, in words.
_HOW = {
    "name": "names",
    "adjective": "is the adjective of",
    "inhabitant": "is what people call those of",
    "capital": "was the capital of",
    "seat": "stands for the government of",
}
_MATCHES = "detente.names"  # key of a document's matches in its user data
_DASHES = frozenset("-–‐‑")
# Second halves of compounds that make the first half the actor: 'U.S.-led'.
_LED = frozenset({"led", "dominated", "controlled", "commanded", "run"})
# First halves of compounds that make the second half something other than the actor: 'pro-Soviet'.
_STANCES = frozenset({"pro", "anti", "non", "ex", "post", "pre", "trans", "un", "pan"})
# What is directed against the second half: 'anti-Russian sanctions'.
_MEASURES = frozenset("sanction measure embargo tariff resolution legislation law policy restriction".split())
# Sectors of people: 'Mexican-American farmers' are Americans, 'the Mexican-American commission' is of two states.
_PEOPLE = frozenset({"CVL", "AGR", "LAB", "BUS", "JUD", "EDU", "ELI", "MED", "REF", "REL", "SOC", "JRN", "CRM"})
_NAME_REACH = 3  # words that may stand between a place and the head of its name: 'Paris Peace Conference'


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words (token offsets in the paragraph) that name one or more actors, and by what kind of name."""

    start: int
    end: int
    actors: tuple[Actor, ...]
    kind: str = ""

    @property
    def person(self) -> bool:
        return self.kind == "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An actor together with the words (token offsets) that named it here."""

    actor: Actor
    start: int
    end: int

    @property
    def code(self) -> str:
        return self.actor.code


class Names:
    """All words of one paragraph that a table knows as a name."""

    def __init__(self, doc: Doc, parser: Language) -> None:
        self.doc = doc
        self._labels: dict[tuple[int, int], set[str]] = {}
        for start, end, label in _matches(doc, parser):
            if label == ORGANISATION and not _as_written(doc[start:end]):
                continue
            self._labels.setdefault((start, end), set()).add(label)
        spans = filter_spans([doc[start:end] for start, end in self._labels])
        self._spans = sorted(spans, key=lambda span: span.start)

    def leaders_in(self, sentence: Span) -> list[Span]:
        """Words that may be a leader's name."""
        return [span for span in self._in(sentence) if LEADER in self._labels[span.start, span.end]]

    def mentions(self, sentence: Span, on: dt.date | None) -> list[Mention]:
        """The states and organisations that a sentence names, as of a date."""
        found = [mention for span in self._in(sentence) for mention in self._mention(span, on)]
        taken = {index for mention in found for index in range(mention.start, mention.end)}
        rest = [token for token in sentence if token.i not in taken and token.text[0].isupper()]
        found += [mention for token in rest for mention in (*_inside(token, on), *_allied(token, on))]
        return [
            mention
            for mention in self._joined(sorted(found, key=lambda m: m.start))
            if not _beheaded(self.doc, mention)
        ]

    def _in(self, sentence: Span) -> list[Span]:
        first = bisect_left(self._spans, sentence.start, key=lambda span: span.start)
        spans = takewhile(lambda span: span.start < sentence.end, islice(self._spans, first, None))
        return [span for span in spans if span.end <= sentence.end]

    def _mention(self, span: Span, on: dt.date | None) -> Iterator[Mention]:
        if not is_name(span) or _in_persons_name(span):
            return
        labels = self._labels[span.start, span.end]
        naming = states.resolve(span.text, on) if STATE in labels else None
        if naming and not (LEADER in labels and span[0].ent_type_ == "PERSON"):
            when = f" (told of {on.year})" if on else ""
            how = f"'{span.text}' {_HOW[naming.kind]} {naming.code}{when}"
            plural = naming.kind == "inhabitant" or _is_people(span)
            role = _state_role(naming.kind, span)
            actor = Actor(code=naming.code, name=span.text, role=role, how=how, plural=plural)
            yield Mention(start=span.start, end=span.end, actors=(actor,), kind=naming.kind)
        elif ORGANISATION in labels and (body := organisations.resolve(span.text, on)):
            actor = Actor(code=body.code, name=span.text, role=body.role, how=f"'{span.text}' names {body.code}")
            yield Mention(start=span.start, end=span.end, actors=(actor,), kind=ORGANISATION)

    def _joined(self, found: list[Mention]) -> Iterator[Mention]:
        """The mentions, those that a hyphen joins as one; what a hyphen makes an attribute ('Soviet-made') left out."""
        waiting: Mention | None = None
        for mention in found:
            if waiting and self._hyphenated(waiting, mention):
                waiting = _join(waiting, mention, self.doc)
                continue
            if waiting:
                yield from self._attribute(waiting)
            waiting = mention
        if waiting:
            yield from self._attribute(waiting)

    def _hyphenated(self, first: Mention, second: Mention) -> bool:
        between = self.doc[first.end - 1 : second.start + 1].text
        gap = second.start - first.end
        return gap in (0, 1) and " " not in between and any(mark in between for mark in _DASHES)

    def _attribute(self, mention: Mention) -> Iterator[Mention]:
        doc, start, end = self.doc, mention.start, mention.end
        if start >= 2 and doc[start - 1].text in _DASHES and doc[start - 2].lower_ in _STANCES:
            against = doc[start - 2].lower_ == "anti" and end < len(doc) and doc[end].lemma_.lower() in _MEASURES
            yield from (mention,) if against else ()
            return
        if (
            end + 1 < len(doc)
            and doc[end].text in _DASHES
            and not doc[end - 1].whitespace_
            and not doc[end].whitespace_
        ):
            if doc[end + 1].lower_ in _LED:
                yield replace(mention, end=end + 2)
            elif doc[end + 1].tag_ not in ("VBN", "VBD", "VBG", "JJ"):
                yield mention
            return
        yield mention


def count_states(doc: Doc, parser: Language) -> Iterator[str]:
    """Codes of the states and organisations that a paragraph names, once a mention."""
    spans = filter_spans([doc[start:end] for start, end, label in _matches(doc, parser) if label != LEADER])
    for span in spans:
        if is_name(span):
            key = span.text.casefold()
            yield from (naming.code for naming in states.namings().get(key, ()))
            yield from (body.code for body in organisations.namings().get(key, ()))


def is_name(span: Span) -> bool:
    """Whether words are written as a name: 'us' is no state and 'turkey' a bird."""
    words = [token for token in span if token.text[0].isalpha()]
    if not words or not any(token.text[0].isupper() for token in words):
        return False
    short = len(words) == 1 and len(words[0].text) <= 3
    return not (short and not words[0].text.isupper() and words[0].pos_ != "PROPN")


@functools.cache
def _matcher(parser: Language) -> PhraseMatcher:
    """One matcher for every name in the tables, blind to case."""
    matcher = PhraseMatcher(parser.vocab, attr="LOWER")
    for label, forms in (
        (STATE, states.forms()),
        (ORGANISATION, organisations.namings()),
        (LEADER, leaders.by_name()),
    ):
        matcher.add(label, list(parser.tokenizer.pipe(forms)))  # type: ignore[union-attr]
    return matcher


def _matches(doc: Doc, parser: Language) -> list[tuple[int, int, str]]:
    """Token offsets and table of each name; found once for a document."""
    if _MATCHES not in doc.user_data:
        found = [(start, end, doc.vocab.strings[label]) for label, start, end in _matcher(parser)(doc)]
        doc.user_data[_MATCHES] = found
    matches: list[tuple[int, int, str]] = doc.user_data[_MATCHES]
    return matches


@functools.cache
def _capitals() -> dict[str, tuple[bool, ...]]:
    """Which words of an organisation's name have a capital: 'the French resistance' of 1919 is no organisation."""
    forms = (form.rstrip("*") for row in rows("organisations.csv") for form in row["names"].split(";"))
    return {form.casefold(): tuple(word[0].isupper() for word in form.split()) for form in forms}


def _as_written(span: Span) -> bool:
    written = _capitals().get(span.text.casefold(), ())
    return all(word[0].isupper() or not capital for word, capital in zip(span.text.split(), written, strict=False))


@functools.cache
def heads(side: str) -> dict[str, str]:
    """Words that make a name of the one before ('after') or behind 'of' ('before'): each with 'any' or 'city'."""
    return {row["head"]: row["names"] for row in rows("name_heads.csv") if row["side"] == side}


def _beheaded(doc: Doc, mention: Mention) -> bool:
    """Whether the words belong to a name that means something else: 'Persian Gulf', 'Treaty of Paris'."""
    if len(mention.actors) > 1 and mention.kind != "capital":
        return False
    place = mention.kind == "capital"
    after = _head_after(doc, mention)
    if after and (after == "any" or (after == "city" and place)):
        return True
    before = _head_before(doc, mention)
    if before and (before == "any" or (before == "city" and place)):
        return True
    start = mention.start
    return start > 0 and doc[start - 1].text in ("New", "Sea") and not doc[start].is_sent_start


def _head_after(doc: Doc, mention: Mention) -> str | None:
    for index in range(mention.end, min(mention.end + _NAME_REACH, len(doc))):
        token = doc[index]
        names = heads("after").get(token.lower_)
        if names and (token.text[0].isupper() or (index == mention.end and names != "any") or names == "word"):
            return "any" if names == "word" else names
        if not token.text[0].isupper():
            return None
    return None


def _head_before(doc: Doc, mention: Mention) -> str | None:
    index = mention.start - 1
    while index > 0 and doc[index].lower_ == "the":
        index -= 1
    if index < 1 or doc[index].lower_ != "of" or not doc[index - 1].text[0].isupper():
        return None
    return heads("before").get(doc[index - 1].lower_)


def _inside(token: Token, on: dt.date | None) -> Iterator[Mention]:
    """States in one token: 'U.S.-Soviet' names two, 'U.S.-led' one."""
    if _DASHES.isdisjoint(token.text):
        return
    parts = [part for part in re.split("[-–‐‑]", token.text) if part]
    found = [
        states.resolve(f"{part}-", on) or states.resolve(part, on) if part[0].isupper() else None for part in parts
    ]
    if len(parts) > 1 and parts[-1].lower() in _LED:
        found, parts = found[:-1], parts[:-1]
    if not all(found):
        return
    actors = tuple(
        Actor(code=naming.code, name=part, role="GOV", how=f"'{token.text}' names {naming.code}")
        for naming, part in zip(found, parts, strict=True) if naming
    )  # fmt: skip
    yield Mention(start=token.i, end=token.i + 1, actors=actors, kind="adjective")


def _allied(token: Token, on: dt.date | None) -> Iterator[Mention]:
    """'Allied leaders': those of the Allies of that time."""
    body = organisations.resolve("Allies", on) if token.text == "Allied" else None
    if body:
        actor = Actor(code=body.code, name="the Allies", role=body.role, how=f"'Allied' names {body.code}")
        yield Mention(start=token.i, end=token.i + 1, actors=(actor,), kind=ORGANISATION)


def _join(first: Mention, second: Mention, doc: Doc) -> Mention:
    noun = doc[second.end] if second.end < len(doc) else None
    role = roles.role_of(noun.lemma_.lower()) if noun is not None else None
    people = second.kind == "inhabitant" or (role is not None and role.role in _PEOPLE)
    if second.actors[-1].code == "USA" and people:
        return replace(second, start=first.start)
    return replace(first, end=second.end, actors=(*first.actors, *second.actors), kind=second.kind)


def _in_persons_name(span: Span) -> bool:
    """Whether a place is somebody's name: 'Booker T. Washington', 'Jordan Smith'."""
    doc, start, end = span.doc, span.start, span.end
    if start > 1 and re.fullmatch("[A-Z]\\.", doc[start - 1].text) and doc[start - 2].pos_ == "PROPN":
        return True
    if span[0].ent_type_ != "PERSON" or span[0].text.isupper():
        return False
    before = doc[start - 1] if start > 0 and span[0].ent_iob_ == "I" else None
    after = doc[end] if end < len(doc) and doc[end].ent_iob_ == "I" else None
    given = before is not None and before.pos_ == "PROPN" and not roles.role_of(before.lower_)
    family = (
        after is not None and after.pos_ == "PROPN" and span.root.pos_ == "PROPN" and not roles.role_of(after.lower_)
    )
    return (given and before != span[0]) or (
        family and len(span) == 1 and span[0].tag_ == "NNP" and span[0].dep_ == "compound"
    )


def _is_people(span: Span) -> bool:
    """'The Japanese', 'the British': an adjective that stands as a noun."""
    return (
        span.root.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "conj")
        and any(kid.lower_ == "the" for kid in span.root.children)
        and span.text.endswith(("ese", "sh", "ch", "ss"))
    )


def _state_role(kind: str, span: Span) -> str:
    """A people acts as its government, unless its members are counted or described."""
    if kind != "inhabitant":
        return "GOV"
    counted = any(
        kid.dep_ in ("nummod", "amod", "quantmod") or kid.lower_ in ("some", "many") for kid in span.root.children
    )
    return "CVL" if counted or span.root.head.lower_ == "of" else "GOV"
