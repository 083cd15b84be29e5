"""What a reader keeps in mind between sentences: who was spoken of, and which two stood opposite each other.

The memory is the only state of the coder. It belongs to one account and is fed sentence by sentence, so the
same account is always understood the same way.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Someone or something that acts for a state or organisation; `how` says in words why it was taken so."""

    code: str
    name: str
    role: str | None = None
    office: str | None = None
    how: str = ""


@dataclass(slots=True)
class Memory:
    """The discourse so far."""

    prior: Counter[str] = field(default_factory=Counter)  # how often the account names each actor
    persons: dict[str, Actor] = field(default_factory=dict)  # by each form of their names
    offices: dict[str, Actor] = field(default_factory=dict)  # 'president' -> whoever was so called last
    person: Actor | None = None
    state: Actor | None = None
    subject: tuple[Actor, ...] = ()
    plural_subject: bool = False
    dyad: tuple[Actor, ...] = ()
    recent: list[Actor] = field(default_factory=list)  # distinct actors, the latest last

    def note(self, actor: Actor) -> None:
        """An actor was mentioned."""
        plain = replace(actor, how="")
        self.recent = [other for other in self.recent if other.code != actor.code][-7:] + [plain]

    def note_person(self, name: str, actor: Actor) -> None:
        """A person was named: the whole name and its last and first words bring them back."""
        self.person = actor
        words = name.split()
        for form in {name, words[-1], words[0]}:
            if len(form) > 2:
                self.persons[form.casefold()] = actor

    def note_event(self, actors: tuple[Actor, ...]) -> None:
        """Two or more actors stood opposite each other in an event."""
        distinct = {actor.code: actor for actor in actors}
        if len(distinct) >= 2:
            self.dyad = tuple(distinct.values())

    def pair(self) -> tuple[Actor, ...]:
        """Whom 'the two countries' means: the last dyad, else the two actors last named."""
        if len(self.dyad) >= 2:
            return self.dyad[:2]
        return tuple(self.recent[-2:]) if len(self.recent) >= 2 else ()

    def partner(self, codes: frozenset[str]) -> Actor | None:
        """The other side of the dyad that one of *codes* stood in last."""
        if not codes & {actor.code for actor in self.dyad}:
            return None
        others = [actor for actor in self.dyad if actor.code not in codes]
        return others[-1] if others else None
