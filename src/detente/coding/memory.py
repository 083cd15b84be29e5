"""What a reader keeps in mind between sentences: who was spoken of, and which two stood opposite each other.

The memory is the only state of the coder. It belongs to one account and is fed sentence by sentence, so the
same account is always understood the same way.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

_FADE = 0.7  # what is left after each sentence of the weight of two who stood opposite each other
_MENTION = 0.3  # weight of being the only two named in a sentence, where being the two of an event is 1
_SUBJECTS = 0.8  # ... of being the two subjects of the last sentence
_SUFFIXES = frozenset({"II", "III", "IV", "Jr.", "Jr", "Sr.", "Sr"})
_KEPT = 8  # actors and persons held in mind
_PARTNER_AGE = 5  # sentences after which nobody is taken for the silent other side any more


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Someone or something that acts for a state or organisation; `how` says in words why it was taken so.

    `gender` is 'M' or 'F' where it is known; `person` tells a single human being from a state, `plural` several
    from one: 'they' may be 'the Soviets' or 'British officials', but not 'Britain' alone.
    """

    code: str
    name: str
    role: str | None = None
    office: str | None = None
    how: str = ""
    person: bool = False
    gender: str | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dyad:
    """Two actors who stood opposite each other, in which sentence, and how plainly."""

    actors: tuple[Actor, Actor]
    sentence: int
    weight: float

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(actor.code for actor in self.actors)


@dataclass(slots=True)
class Memory:
    """The discourse so far."""

    prior: Counter[str] = field(default_factory=Counter)  # how often the account names each actor
    persons: dict[str, Actor] = field(default_factory=dict)  # by each form of their names
    offices: dict[str, Actor] = field(default_factory=dict)  # 'president' -> whoever was so called last
    people: list[Actor] = field(default_factory=list)  # persons, the latest last
    subject: tuple[Actor, ...] = ()
    plural_subject: bool = False
    recent: list[Actor] = field(default_factory=list)  # distinct actors, the latest last
    earlier: list[Actor] = field(default_factory=list)  # the same before the present sentence
    earlier_people: list[Actor] = field(default_factory=list)
    groups: dict[int, tuple[Actor, ...]] = field(default_factory=dict)  # who were last named together, by their number
    _dyads: list[_Dyad] = field(default_factory=list)
    _sentence: int = 0

    def turn(self) -> None:
        """A new sentence begins."""
        self._sentence += 1
        self.earlier, self.earlier_people = self.recent, self.people
        self._dyads = [dyad for dyad in self._dyads if self._sentence - dyad.sentence < 4 * _KEPT]

    def note(self, actor: Actor) -> None:
        """An actor was mentioned."""
        plain = replace(actor, how="")
        others = [other for other in self.recent if other.code != actor.code]
        self.recent = [*others[-_KEPT + 1 :], plain]

    def note_person(self, name: str, actor: Actor) -> None:
        """A person was named: the whole name and its last and first words bring them back."""
        self._note_human(actor)
        words = [word for word in name.split() if word not in _SUFFIXES] or [name]
        for form in {name, words[-1], words[0]}:
            if len(form) > 2:
                self.persons[form.casefold()] = actor

    def note_stranger(self, name: str) -> None:
        """A person was named of whom nobody knows for whom they act: 'he' may mean them, and then nobody."""
        self._note_human(Actor(code="", name=name, person=True))

    def _note_human(self, actor: Actor) -> None:
        others = [other for other in self.people if other.name != actor.name]
        self.people = [*others[-_KEPT + 1 :], actor]

    def note_named(self, actors: Iterable[Actor]) -> None:
        """These were named in a sentence: they may be the two, or the three, of the next one."""
        distinct = {actor.code: actor for actor in actors}
        self.groups[len(distinct)] = tuple(distinct.values())
        self._note_dyad(distinct.values(), _MENTION)

    def note_event(self, actors: tuple[Actor, ...]) -> None:
        """Two actors stood opposite each other in an event."""
        self._note_dyad(actors, 1.0)

    def _note_dyad(self, actors: Iterable[Actor], weight: float) -> None:
        distinct = tuple({actor.code: actor for actor in actors}.values())
        if len(distinct) == 2:
            self._dyads.append(_Dyad(actors=(distinct[0], distinct[1]), sentence=self._sentence, weight=weight))

    def pair(self, but: frozenset[str] = frozenset()) -> tuple[Actor, ...]:
        """Whom 'the two countries' means: two who stood opposite each other, lately and often; else the last two named.

        Nobody whose code is in *but* is meant.
        """
        dyad = self._best([*self._dyads, *self._subject_pair()], but)
        if dyad:
            return dyad.actors
        named = [actor for actor in self.recent if actor.code not in but]
        return tuple(named[-2:]) if len(named) >= 2 else ()

    def _subject_pair(self) -> Iterator[_Dyad]:
        """The two who were the subject of the last sentence."""
        if self.plural_subject and len(self.subject) == 2:
            first, second = self.subject
            yield _Dyad(actors=(first, second), sentence=self._sentence - 1, weight=_SUBJECTS)

    def partner(self, codes: frozenset[str]) -> Actor | None:
        """The other side of the dyad that one of *codes* stood in lately."""
        told = [dyad for dyad in self._dyads if dyad.weight >= 1 and self._age(dyad) <= _PARTNER_AGE]
        lately = [dyad for dyad in told if len(codes & dyad.codes) == 1]
        best = self._best(lately)
        return next((actor for actor in best.actors if actor.code not in codes), None) if best else None

    def _best(self, dyads: Iterable[_Dyad], but: frozenset[str] = frozenset()) -> _Dyad | None:
        """The dyad told of most, long ago counting less, and more if the account is about the two."""
        scores: Counter[frozenset[str]] = Counter()
        last: dict[frozenset[str], _Dyad] = {}
        for dyad in dyads:
            if not but & dyad.codes:
                scores[dyad.codes] += dyad.weight * _FADE ** self._age(dyad)  # type: ignore[assignment]
                last[dyad.codes] = dyad
        if not scores:
            return None
        return last[max(scores, key=lambda codes: scores[codes] * self._prominence(codes))]

    def _prominence(self, codes: frozenset[str]) -> float:
        return math.prod(math.log(2 + self.prior[code]) for code in codes)

    def _age(self, dyad: _Dyad) -> int:
        return self._sentence - dyad.sentence

    def last_persons(self) -> Iterator[Actor]:
        """Persons that a pronoun may mean, the likeliest first: the last subject, then the last named."""
        yield from (actor for actor in self.subject if actor.person or actor.office)
        yield from reversed(self.earlier_people)
