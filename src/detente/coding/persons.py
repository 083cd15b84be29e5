"""Persons: for whom somebody acts whose name stands in a sentence.

The words beside the name come first ('South Korean foreign minister Pak', 'Nasser of Egypt', 'Lozano, the Colombian
minister'), then the account's own earlier mention, then the table of leaders for the day that is told of. A bare
surname means a leader only about the time in office; a namesake of a state that the account speaks of, or whose
office stands before the name, is preferred. Who stands beside another person ('an aide of Kim') acts for that
person's state.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from detente.coding import syntax
from detente.coding.memory import Actor, Memory
from detente.coding.names import Mention, Names, is_name
from detente.coding.offices import holder
from detente.knowledge import leaders, roles, states
from detente.knowledge.roles import Role

_TERM_SLACK = 400  # days by which a history may name a leader before or after the time in office
_BEFORE, _AFTER = 25 * 365, 20 * 365  # days before and after the time in office for which a full name means the leader
_BESIDE = frozenset({"compound", "amod", "nmod", "appos", "poss", "prep", "nn"})
_TIES = frozenset({"compound", "amod", "nmod", "poss", "prep", "pobj", "conj"})
_FEMALE = frozenset(
    "mrs mrs. ms ms. miss mme madame lady dame queen empress princess tsarina czarina duchess chairwoman "
    "spokeswoman congresswoman senhora señora frau".split()
)
# Who serves those that stand after 'to': 'an attaché to the Dutch delegation', but not 'an ambassador to Spain'.
_SERVANTS = frozenset(
    "attaché attache adviser advisor aide assistant counselor counsellor secretary deputy interpreter".split()
)
_SURNAME_FIRST = frozenset("CHN TWN KOR PRK JPN VNM VDR KHM SGP HUN".split())
_APPOINT = frozenset("be become appoint name elect nominate designate serve act remain send dispatch install".split())
_OFFICE_REACH = 3  # words before a name in which its office may stand: 'Secretary of State Hull'


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """A person's name in the paragraph, with the office written before it."""

    start: int
    end: int
    text: str
    office: str | None
    role: Role | None
    female: bool


class Persons:
    """Finds the persons of one paragraph; `at` tells which mention, if any, a word (token offset) belongs to."""

    def __init__(self, doc: Doc, names: Names, memory: Memory, at: Mapping[int, Mention]) -> None:
        self._doc = doc
        self._names = names
        self._memory = memory
        self._at = at

    def read(self, sentence: Span, on: dt.date | None, place: Callable[[Mention], None]) -> None:
        """Hand the persons of a sentence to *place*: first who is known, then who stands beside those."""
        waiting = list(self._found(sentence))
        for beside_persons in (False, True):
            unknown = []
            for name in waiting:
                actor = self._who(name, on, beside_persons)
                if actor is None:
                    unknown.append(name)
                    continue
                self._memory.note_person(name.text, actor)
                if name.office:
                    self._memory.offices[name.office] = actor
                place(Mention(start=name.start, end=name.end, actors=(actor,), kind="person"))
            waiting = unknown
        for name in waiting:
            self._memory.note_stranger(name.text)

    def _found(self, sentence: Span) -> Iterator[_Name]:
        seen: set[int] = set()
        spans = [span for span in sentence.ents if span.label_ == "PERSON"] + self._names.leaders_in(sentence)
        spans += [self._doc[token.i : token.i + 1] for token in sentence if _follower(token) or self._is_known(token)]
        for span in sorted(spans, key=lambda s: (s.start, -s.end)):
            if not is_name(span):
                continue
            start, end = _without_titles(self._doc, span.start, span.end)
            covered = range(start, end)
            if start < end and seen.isdisjoint(covered) and not any(i in self._at for i in covered):
                seen.update(covered)
                office, role = _office_before(self._doc, start)
                titles = {self._doc[i].lower_ for i in range(max(start - 2, 0), start)}
                text = self._doc[start:end].text
                text = _follower(self._doc[start]) or text
                yield _Name(start=start, end=end, text=text, office=office, role=role, female=bool(titles & _FEMALE))

    def _is_known(self, token: Token) -> bool:
        """Whether the account has named a person so, whom the entity tagger misses here."""
        known = token.text.istitle() and token.pos_ == "PROPN" and token.lower_ in self._memory.persons
        return known and token.ent_type_ in ("", "ORG") and token.dep_ != "compound"

    def _who(self, name: _Name, on: dt.date | None, beside_persons: bool) -> Actor | None:
        head = self._doc[name.start : name.end].root
        leader = self._leader(name, on)
        gender = "F" if name.female else (leader.gender if leader else None)
        beside = self._beside(head, name.start, name.end, beside_persons)
        if beside:
            how = f"{name.text} stands beside '{beside.name}'"
            return Actor(
                code=beside.code, name=name.text, role="GOV", office=name.office, how=how, person=True, gender=gender
            )
        known = self._memory.persons.get(name.text.casefold())
        if known and (leader is None or leader.code == known.code or len(name.text.split()) == 1):
            return replace(known, how=f"{name.text}, named earlier, acted for {known.code}")
        if leader:
            return _of_leader(leader, name.text, on)
        ruler = holder(name.office, self._memory, on) if name.office else None
        return (
            replace(ruler, name=name.text, office=name.office, how=f"{name.text} was {name.office}") if ruler else None
        )

    # -- the words beside a name -------------------------------------------------------------------------

    def _beside(self, head: Token, start: int, end: int, persons: bool) -> Actor | None:
        """The actor that stands with a name: 'South Korean President Roh', 'Nasser of Egypt'."""
        for token in (*head.lefts, *head.rights):
            if start <= token.i < end:
                found = self._beside(token, start, end, persons) if token != head else None
            elif token.dep_ in _BESIDE:
                found = self._tied(token, persons)
            else:
                found = None
            if found:
                return found
        if head.dep_ == "appos" and head.head.i not in self._at and not _is_person(head.head):
            return self._tied(head.head, persons)
        if head.dep_ in ("compound", "nmod") and roles.role_of(head.head.lemma_.lower()):
            return self._tied(head.head, persons)
        return self._appointed(head, persons)

    def _appointed(self, head: Token, persons: bool) -> Actor | None:
        """'Dawes became American ambassador', 'appointed Bullitt as the first U.S. envoy': whose office it is."""
        verb = head.head
        if head.dep_ not in ("nsubj", "nsubjpass", "dobj") or verb.lemma_ not in _APPOINT:
            return None
        offices = syntax.children(verb, "attr", "oprd") + syntax.arguments(verb, "as")
        held = [noun for noun in offices if roles.role_of(noun.lemma_.lower())]
        return next((actor for noun in held if (actor := self._tied(noun, persons))), None)

    def _tied(self, token: Token, persons: bool, depth: int = 4) -> Actor | None:
        """The first actor that a noun, its modifiers or what it is 'of' name."""
        if token.dep_ == "prep" and not _ties(token):
            return None
        mention = self._at.get(token.i)
        if mention and (persons or not mention.person):
            return mention.actors[0]
        if depth == 0:
            return None
        for kid in token.children:
            found = self._tied(kid, persons, depth - 1) if kid.dep_ in _TIES else None
            if found:
                return found
        return None

    # -- the table of leaders ----------------------------------------------------------------------------

    def _leader(self, name: _Name, on: dt.date | None) -> leaders.Leader | None:
        words = name.text.replace("-", " ").split()
        if len(words) > 1:
            full = self._likeliest([one for one in leaders.find(name.text, on) if _in_career(one, on)], name, on)
            if full:
                return full
        for form in dict.fromkeys((name.text, " ".join(words[-2:]), words[-1], words[0])):
            named = [one for one in leaders.find(form, on) if len(words) == 1 or _same_person(one, words, form)]
            found = self._likeliest([one for one in named if self._plausible(one, name, named, on)], name, on)
            if found:
                return found
        return None

    def _likeliest(self, found: list[leaders.Leader], name: _Name, on: dt.date | None) -> leaders.Leader | None:
        """Of namesakes who has the office named, whose state the account speaks of, or who is nearest in time."""
        order = {id(one): index for index, one in enumerate(found)}
        return min(
            found,
            key=lambda one: (not _has_office(one, name.role), not self._spoken_of(one, on), order[id(one)]),
            default=None,
        )

    def _plausible(self, one: leaders.Leader, name: _Name, named: list[leaders.Leader], on: dt.date | None) -> bool:
        """A bare surname means a leader only about the time in office, and of a state spoken of unless it is plain."""
        if on is None:
            return self._spoken_of(one, on)
        if one.days_from(on) > _TERM_SLACK:
            return False
        if self._spoken_of(one, on) or _has_office(one, name.role):
            return True
        return (
            one.days_from(on) == 0 and len({other.code for other in named if other.days_from(on) <= _TERM_SLACK}) == 1
        )

    def _spoken_of(self, one: leaders.Leader, on: dt.date | None) -> bool:
        return bool(self._memory.prior[one.code] or (on and self._memory.prior[states.code_on(one.code, on)]))


def _ties(prep: Token) -> bool:
    """Whether what stands after a preposition is whom the noun before it acts for."""
    return prep.lower_ in ("of", "from", "for") or (prep.lower_ == "to" and prep.head.lemma_.lower() in _SERVANTS)


def _in_career(one: leaders.Leader, on: dt.date | None) -> bool:
    return on is None or one.days_from(on) <= (_BEFORE if on < one.start else _AFTER)


def _has_office(one: leaders.Leader, role: Role | None) -> bool:
    """Whether the office before a name is the leader's: presidents and kings, too, are mere leaders in the table."""
    if role is None or role.leader_office is None:
        return False
    heads = ("leader", "head of state", "head of government")
    return one.office == role.leader_office or (one.office in heads and role.leader_office in heads)


def _of_leader(leader: leaders.Leader, name: str, on: dt.date | None) -> Actor:
    term = f"{leader.start.year}-{leader.end.year if leader.end else ''}"
    how = f"{name} was {leader.office} of {leader.code} {term}"
    in_office = on is not None and leader.days_from(on) == 0
    code = states.code_on(leader.code, on) if on and in_office else leader.code
    return Actor(
        code=code, name=name, role="GOV", office=leader.office, how=how, person=True, gender=leader.gender or None
    )


def _same_person(leader: leaders.Leader, words: list[str], form: str) -> bool:
    """Whether a longer name can be the leader's: no other given name is known for them."""
    if form == words[0] and leader.code not in _SURNAME_FIRST:
        return False
    full = leaders.fold(leader.name).split()
    written = [leaders.fold(word) for word in words]
    given = [word for word in full if word not in written]
    return len(full) > 1 and (len(given) < len(full) - 1 or full[0][0] == written[0][0])


def _follower(token: Token) -> str | None:
    """The leader in 'Stalinist', 'Nasserite', 'Maoist'."""
    stem, suffix = token.text[:-3], token.text[-3:]
    known = (
        token.dep_ == "amod" and suffix in ("ist", "ite") and stem.istitle() and leaders.fold(stem) in leaders.by_name()
    )
    return stem if known else None


def _is_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON"


def _without_titles(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and (roles.role_of(doc[start].lower_) or doc[start].pos_ in ("DET", "PUNCT")):
        start += 1
    while end > start and (doc[end - 1].lower_ in ("'s", "’s") or doc[end - 1].pos_ in ("PUNCT", "PART")):
        end -= 1
    return start, end


def _office_before(doc: Doc, start: int) -> tuple[str | None, Role | None]:
    """The office in front of a name, the longest that is known: 'Foreign Minister Hirota', 'the Sultan, Abdul Aziz'."""
    end = start - 1 if start and doc[start - 1].text == "," else start
    for first in range(max(end - _OFFICE_REACH, 0), end):
        words = doc[first:end].text.lower()
        role = roles.role_of(words)
        if role and role.office:
            return words, role
    return None, None
