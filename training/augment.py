"""Other names, fewer words, the same act: what may change in a coded sentence without changing how it is coded.

A model that sees a few thousand sentences learns who acts rather than what is done, unless the names are dealt
out anew each time that it sees them.
"""

from __future__ import annotations

import functools
import random
import re
from collections import defaultdict
from dataclasses import dataclass

from detente.coding.marked import Bounds, Marked
from detente.knowledge.tables import rows

SWAP_STATES = 0.7
SWAP_PERSONS = 0.6
PLAIN_ACTOR = 0.08
DROP_DATELINE = 0.6
DROP_DAY = 0.5
DROP_ATTRIBUTION = 0.35
KEEP_TRIGGER = 0.15
LOSE_MARK = 0.04  # a target that the text does not name word for word comes without a mark

_TITLES = (
    "President|Vice President|Prime Minister|Premier|Minister|Chancellor|Secretary|Secretary of State|King|Queen|"
    "General|Marshal|Senator|Ambassador|Spokesman|Spokeswoman|Sheikh|Emperor|Prince|Judge|Governor|Commissioner"
)
_PERSON = re.compile(rf"\b((?i:{_TITLES})) ((?:[A-Z][\w'’-]+ ?){{1,3}})(?<! )")
_DATELINE = re.compile(r"^[A-Z][A-Z' .,]{2,}(?:\([A-Za-z]+\) )?(?:-|–|—|--) ")
_DAY = re.compile(
    r" (?:on|late on|early on) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night|afternoon))?\b"
)
_ATTRIBUTION = re.compile(
    r",(?: [\w'’-]+){1,7} (?:said|reported|announced|told reporters)(?: on \w+day| in a statement| in [A-Z]\w+)?(?=\.$)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Words to put in place of others, by offsets of the sentence before any edit."""

    start: int
    end: int
    text: str


def vary(row: Marked, dice: random.Random) -> Marked:
    """The sentence with other names, perhaps without dateline, day or attribution, mostly without its trigger."""
    edits = [*_other_states(row, dice), *_other_persons(row, dice), *_cuts(row, dice)]
    row = _apply(row, edits)
    row = _apply(row, _plain_actor(row, dice))
    return Marked(
        sentence=row.sentence,
        source=row.source if dice.random() >= LOSE_MARK / 2 else None,
        target=row.target if dice.random() >= LOSE_MARK else None,
        trigger=row.trigger if dice.random() < KEEP_TRIGGER else None,
    )


def _other_states(row: Marked, dice: random.Random) -> list[Edit]:
    """Deals every state in the sentence another one: names for names, adjectives for adjectives."""
    dealt: dict[str, str] = {}
    edits = []
    for found in _state_pattern().finditer(row.sentence):
        code, kind = _state_forms()[found.group()]
        if code not in dealt:
            dealt[code] = dice.choice(_states_with(kind)) if dice.random() < SWAP_STATES else code
        choices = _forms_of(dealt[code], kind)
        if dealt[code] != code and choices:
            edits.append(Edit(start=found.start(), end=found.end(), text=dice.choice(choices)))
    return edits


def _other_persons(row: Marked, dice: random.Random) -> list[Edit]:
    return [
        Edit(start=found.start(2), end=found.end(2), text=dice.choice(_persons()))
        for found in _PERSON.finditer(row.sentence)
        if dice.random() < SWAP_PERSONS and not _state_pattern().search(found.group(2))
    ]


def _cuts(row: Marked, dice: random.Random) -> list[Edit]:
    chances = ((_DATELINE, DROP_DATELINE), (_DAY, DROP_DAY), (_ATTRIBUTION, DROP_ATTRIBUTION))
    found = [cut for pattern, chance in chances if dice.random() < chance and (cut := pattern.search(row.sentence))]
    return [Edit(start=cut.start(), end=cut.end(), text="") for cut in found]


def _plain_actor(row: Marked, dice: random.Random) -> list[Edit]:
    """Now and then a bare state in place of a party, as wire reports name governments."""
    return [
        Edit(start=bounds[0], end=bounds[1], text=dice.choice(_forms_of(dice.choice(_states_with("name")), "name")))
        for bounds in (row.source, row.target)
        if bounds and dice.random() < PLAIN_ACTOR
    ]


def _apply(row: Marked, edits: list[Edit]) -> Marked:
    """Makes the edits that keep every mark whole: one that would cut into a mark's border is left out."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda each: each.start):
        clear = not kept or edit.start >= kept[-1].end
        if clear and all(_keeps(edit, bounds) for bounds in row.marks if bounds):
            kept.append(edit)
    parts, last = [], 0
    for edit in kept:
        parts += [row.sentence[last : edit.start], edit.text]
        last = edit.end
    sentence = "".join(parts) + row.sentence[last:]
    source, target, trigger = (_moved(bounds, kept) for bounds in row.marks)
    return Marked(sentence=sentence, source=source, target=target, trigger=trigger)


def _keeps(edit: Edit, bounds: Bounds) -> bool:
    apart = edit.end <= bounds[0] or edit.start >= bounds[1]
    inside = bounds[0] <= edit.start and edit.end <= bounds[1] and bool(edit.text)
    return apart or inside


def _moved(bounds: Bounds | None, edits: list[Edit]) -> Bounds | None:
    if bounds is None:
        return None
    before = sum(len(edit.text) - (edit.end - edit.start) for edit in edits if edit.end <= bounds[0])
    within = sum(
        len(edit.text) - (edit.end - edit.start) for edit in edits if bounds[0] <= edit.start and edit.end <= bounds[1]
    )
    return bounds[0] + before, bounds[1] + before + within


@functools.cache
def _state_forms() -> dict[str, tuple[str, str]]:
    """State code and kind of form by the form as it is written; compounds and short initials are left alone."""
    forms: dict[str, tuple[str, str]] = {}
    for row in rows("state_names.csv"):
        if row["kind"] in ("name", "adjective", "inhabitant", "capital") and not row["form"].endswith("-"):
            forms.setdefault(row["form"], (row["code"], row["kind"]))
    return forms


@functools.cache
def _state_pattern() -> re.Pattern[str]:
    longest_first = sorted(_state_forms(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


@functools.cache
def _forms_by_state() -> dict[tuple[str, str], list[str]]:
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for form, key in _state_forms().items():
        found[key].append(form)
    return found


def _forms_of(code: str, kind: str) -> list[str]:
    return _forms_by_state().get((code, kind), [])


@functools.cache
def _states_with(kind: str) -> list[str]:
    return sorted(code for code, each in _forms_by_state() if each == kind)


@functools.cache
def _persons() -> list[str]:
    return sorted({row["names"].split(";")[0] for row in rows("leaders.csv")})
