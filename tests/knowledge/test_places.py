"""Places: where a name lies, and to whom it belonged on the day that is told of."""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from itertools import pairwise

import pytest

from detente.edtf import bounds
from detente.knowledge import places, states
from detente.knowledge.leaders import fold
from detente.knowledge.tables import rows

_KINDS = frozenset("city region island sea strait canal river mountain line base site country".split())

CASES = (
    # name, year, country, latitude, longitude, kind
    ("Leningrad", 1950, "SUN", 59.9, 30.3, "city"),  # a name of the Soviet years
    ("St. Petersburg", 1900, "RUS", 59.9, 30.3, "city"),  # the same place under the tsar
    ("Königsberg", 1900, "DEU", 54.7, 20.5, "city"),  # before it changed hands
    ("Konigsberg", 1900, "DEU", 54.7, 20.5, "city"),  # without its marks
    ("Königsberg", 1850, "PRU", 54.7, 20.5, "city"),  # before there was a German Empire
    ("Kaliningrad", 1960, "SUN", 54.7, 20.5, "city"),  # after
    ("Danzig", 1935, "POL", 54.4, 18.7, "city"),  # a free city in union with Poland
    ("Danzig", 1942, "DEU", 54.4, 18.7, "city"),  # annexed
    ("Sarajevo", 1914, "AUH", 43.9, 18.4, "city"),  # Austria's
    ("Sarajevo", 1993, "BIH", 43.9, 18.4, "city"),  # Bosnia's
    ("Constantinople", 1878, "OTM", 41.0, 29.0, "city"),  # the Sultan's
    ("Constantinople", 1930, "TUR", 41.0, 29.0, "city"),  # the Republic's
    ("Warsaw", 1863, "RUS", 52.2, 21.0, "city"),  # no Poland on that day
    ("Prague", 1968, "CSK", 50.1, 14.4, "city"),  # the state of that day, not of today
    ("Kiev", 1943, "SUN", 50.5, 30.5, "city"),  # so too
    ("Saigon", 1968, "VNM", 10.8, 106.6, "city"),  # the south
    ("Hanoi", 1968, "VDR", 21.0, 105.9, "city"),  # the north
    ("Batavia", 1930, "NLD", -6.2, 106.9, "city"),  # a colony's capital
    ("Peking", 1900, "CHN", 39.9, 116.4, "city"),  # an older spelling
    ("Canton", 1840, "CHN", 23.1, 113.3, "city"),  # not the one in Ohio
    ("Port Arthur", 1904, "RUS", 38.8, 121.3, "base"),  # leased
    ("Port Arthur", 1920, "JPN", 38.8, 121.3, "base"),  # lost
    ("Mukden", 1935, "MCK", 41.8, 123.4, "city"),  # in a puppet state
    ("Hong Kong", 1984, "GBR", 22.3, 114.2, "city"),  # leased for a while
    ("Hong Kong", 2019, "CHN", 22.3, 114.2, "city"),  # and given back
    ("Panmunjom", 1953, "KOR", 38.0, 126.7, "site"),  # a village that no gazetteer has
    ("38th parallel", 1950, None, 38.0, 127.1, "line"),  # a line between two states
    ("Suez Canal", 1956, "EGY", 30.5, 32.4, "canal"),  # a canal
    ("the Suez Canal", 1956, "EGY", 30.5, 32.4, "canal"),  # the article does not matter
    ("Panama Canal", 1930, "USA", 9.1, -79.7, "canal"),  # the zone's holder
    ("Panama Canal", 2005, "PAN", 9.1, -79.7, "canal"),  # after it was handed over
    ("Taiwan Strait", 1958, None, 24.5, 119.5, "strait"),  # nobody's water
    ("Strait of Hormuz", 1988, None, 26.6, 56.3, "strait"),  # nobody's either
    ("Black Sea", 1853, None, 43.0, 34.0, "sea"),  # a sea
    ("Dardanelles", 1915, "OTM", 40.2, 26.4, "strait"),  # a strait with one owner
    ("Sudetenland", 1938, "CSK", 50.2, 13.0, "region"),  # before Munich
    ("Sudetenland", 1939, "DEU", 50.2, 13.0, "region"),  # after
    ("Alsace-Lorraine", 1890, "DEU", 48.6, 7.4, "region"),  # taken
    ("Alsace-Lorraine", 1925, "FRA", 48.6, 7.4, "region"),  # taken back
    ("Crimea", 1855, "RUS", 45.3, 34.4, "region"),  # a peninsula
    ("Crimea", 2000, "UKR", 45.3, 34.4, "region"),  # given away in 1954
    ("Katanga", 1961, "COD", -9.0, 26.0, "region"),  # a province that broke away
    ("Quemoy", 1958, "TWN", 24.4, 118.3, "island"),  # an island under fire
    ("Okinawa", 1960, "USA", 26.5, 127.9, "island"),  # under American rule
    ("Guantánamo Bay", 1962, "CUB", 19.9, -75.1, "base"),  # with its accent
    ("Yalta", 1945, "SUN", 44.5, 34.2, "city"),  # a conference
    ("Camp David", 1978, "USA", 39.7, -77.5, "site"),  # another
    ("Portsmouth", 1905, "USA", 43.1, -70.8, "city"),  # the peace of that year
    ("Portsmouth", 1944, "GBR", 50.8, -1.1, "city"),  # the port at any other time
    ("Brest-Litovsk", 1918, "SUN", 52.1, 23.7, "city"),  # a hyphen
    ("Brest Litovsk", 1930, "POL", 52.1, 23.7, "city"),  # without it
    ("Dien Bien Phu", 1954, "VDR", 21.4, 103.0, "site"),  # a battle
    ("Falklands", 1982, "GBR", -51.7, -57.9, "island"),  # a short form
    ("Fashoda", 1898, "SDN", 9.9, 32.1, "site"),  # a village that made history
    ("Helsinki", 1975, "FIN", 60.2, 24.9, "city"),  # a capital
    ("Reykjavik", 1986, "ISL", 64.1, -21.9, "city"),  # without its accent
    ("Seoul", 1988, "KOR", 37.6, 127.0, "city"),  # a capital of Asia
    ("Vladivostok", 1974, "SUN", 43.1, 131.9, "city"),  # a port
    ("Lisbon", 1960, "PRT", 38.7, -9.1, "city"),  # only in the gazetteer
    ("Seville", 1992, "ESP", 37.4, -6.0, "city"),  # under its English name there
    ("London", 1908, "GBR", 51.5, -0.1, "city"),  # not the one in Ontario
    ("Birmingham", 1998, "GBR", 52.5, -1.9, "city"),  # the larger of two
    ("Egypt", 1956, "EGY", 30.1, 31.2, "country"),  # a state lies where its capital lies
    ("Pakistan", 1965, "PAK", 33.7, 73.1, "country"),  # a state whose capital has namesakes
    ("Georgia", 2008, "GEO", 41.7, 44.8, "country"),  # the state, not the American one
    ("Soviet Union", 1950, "SUN", 55.8, 37.6, "country"),  # a state of the past
    ("Europe", 1914, None, 50.0, 12.0, "region"),  # a continent belongs to nobody
)


@pytest.mark.parametrize("name, year, country, latitude, longitude, kind", CASES)
def test_a_place_lies_where_it_lay(
    name: str, year: int, country: str | None, latitude: float, longitude: float, kind: str
) -> None:
    place = places.locate(name, dt.date(year, 8, 15))
    assert place is not None
    assert (place.country, place.kind) == (country, kind)
    assert (place.latitude, place.longitude) == pytest.approx((latitude, longitude), abs=0.1)


@pytest.mark.parametrize("name", (
    "Ruritania",  # made up
    "",  # nothing
    "the",  # only an article
    "LHR",  # an airport's code is no place's name
))  # fmt: skip
def test_unknown_names_lie_nowhere(name: str) -> None:
    assert places.locate(name, dt.date(1950, 1, 1)) is None


def test_without_a_date_the_place_is_todays() -> None:
    assert places.locate("Königsberg").country == "RUS"  # type: ignore[union-attr]
    assert places.locate("Lviv").country == "UKR"  # type: ignore[union-attr]


def test_a_renamed_city_is_called_as_it_was_then() -> None:
    assert places.locate("Danzig", dt.date(1900, 1, 1)).name == "Danzig"  # type: ignore[union-attr]
    assert places.locate("Danzig", dt.date(1980, 1, 1)).name == "Gdańsk"  # type: ignore[union-attr]


def test_finding_a_place_again_is_quick() -> None:
    places.locate("London", dt.date(1908, 1, 1))
    started = time.process_time()
    for _ in range(1000):
        places.locate("London", dt.date(1908, 1, 1))
    assert time.process_time() - started < 0.5


def test_every_row_is_a_place_on_earth_and_in_time() -> None:
    known = {state.code for state in states.all_states()}
    for row in rows("historical_places.csv"):
        assert -90 <= float(row["latitude"]) <= 90, row
        assert -180 <= float(row["longitude"]) <= 180, row
        assert row["kind"] in _KINDS, row
        assert row["country"] in {"", *known}, row
        since, until = (bounds(row[column]) if row[column] else (None, None) for column in ("since", "until"))
        assert not (since[0] and until[1]) or since[0] <= until[1], row


def test_no_period_of_a_place_stands_twice() -> None:
    periods = Counter(
        (fold(form), row["since"]) for row in rows("historical_places.csv") for form in row["names"].split(";")
    )
    assert [period for period, count in periods.items() if count > 1] == []


def test_no_two_owners_hold_a_place_on_one_day() -> None:
    spells: dict[str, list[tuple[dt.date, dt.date]]] = {}
    for row in rows("historical_places.csv"):
        since = bounds(row["since"])[0] if row["since"] else None
        until = bounds(row["until"])[1] if row["until"] else None
        for form in row["names"].split(";"):
            spells.setdefault(fold(form), []).append((since or dt.date.min, until or dt.date.max))
    for form, held in spells.items():
        ordered = sorted(held)
        assert all(one[1] < next_one[0] for one, next_one in pairwise(ordered)), form
