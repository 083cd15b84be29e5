"""Organisations: alliances, blocs, international bodies, armed movements and companies, by name and date.

One that acts for a state (a party, a rebel army, a national company) carries that state's code as of the date
and is told apart by its role; one that acts for no single state has a code of its own
(`tables/organisations.csv`). A row is one spell in one role: the Taliban were rebels, then a government.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from detente.edtf import bounds
from detente.knowledge import states
from detente.knowledge.tables import rows

# Marks a form in the table that means the organisation only in its own time: 'the Allies', 'the League'.
_IN_ITS_TIME = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What a name means: the code and PLOVER sector of an organisation, and its first and last day.

    *name* is the full name, *state* the state that it acts for, if any, and *code* then that state's code.
    *start* and *end* are None where open; *loose* tells that the name may mean it outside that time too.
    """

    code: str
    role: str
    name: str
    state: str | None
    start: dt.date | None
    end: dt.date | None
    loose: bool = True

    def days_from(self, on: dt.date) -> int:
        """Days between the date and the organisation's time; 0 within it."""
        before = (self.start - on).days if self.start else 0
        after = (on - self.end).days if self.end else 0
        return max(0, before, after)


@functools.cache
def namings() -> Mapping[str, tuple[Naming, ...]]:
    """All that each casefolded form of a name may mean, in the order of the table."""
    found: defaultdict[str, list[Naming]] = defaultdict(list)
    for row in rows("organisations.csv"):
        naming = _naming(row)
        for form in row["names"].split(";"):
            bare = form.rstrip(_IN_ITS_TIME)
            found[bare.casefold()].append(replace(naming, loose=bare == form))
    return MappingProxyType({form: tuple(meant) for form, meant in found.items()})


def resolve(text: str, on: dt.date | None = None) -> Naming | None:
    """What a name means on a date: one of that time if there is any, else the nearest in time.

    Without a date the first in the table. The code of one that acts for a state is the state's on that date.
    """
    meant = namings().get(text.casefold(), ())
    if on is None:
        return next((naming for naming in meant if naming.loose), None)
    likely = [naming for naming in meant if naming.loose or naming.days_from(on) == 0]
    if not likely:
        return None
    naming = min(likely, key=lambda one: one.days_from(on))
    return replace(naming, code=states.code_on(naming.state, on)) if naming.state else naming


def _naming(row: Mapping[str, str]) -> Naming:
    return Naming(
        code=row["code"],
        role=row["role"],
        name=row["names"].split(";")[0].rstrip(_IN_ITS_TIME),
        state=row["state"] or None,
        start=bounds(row["start"])[0] if row["start"] else None,
        end=bounds(row["end"])[1] if row["end"] else None,
    )
