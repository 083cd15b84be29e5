"""Organisations: what a name means on a date, and the table behind it."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from detente.edtf import bounds
from detente.knowledge import organisations, states
from detente.knowledge.tables import rows

_ROLES = frozenset(
    "IGO NGO MNC IMG GOV MIL LEG JUD COP SPY PRM PTY REB UAF BUS JRN OPP REL CRM LAB EDU MED SOC".split()
)

CASES = (
    # name, year or date, code, role
    ("United Nations", "1950", "UNO", "IGO"),  # the plain name
    ("UN", "1950", "UNO", "IGO"),  # an acronym
    ("U.N.", "2003", "UNO", "IGO"),  # the acronym with stops
    ("Security Council", "1990", "UNO", "IGO"),  # an organ acts as the United Nations
    ("General Assembly", "1947", "UNO", "IGO"),  # another organ
    ("UNPROFOR", "1994", "UNO", "IGO"),  # so do its forces
    ("United Nations Command", "1953", "UNO", "IGO"),  # even under American command
    ("League of Nations", "1932", "LON", "IGO"),  # between the wars
    ("League", "1935", "LON", "IGO"),  # the short form, in its own time
    ("League", "1980", None, None),  # and not in another
    ("NATO", "1999", "NATO", "IGO"),  # an alliance
    ("Warsaw Pact", "1968", "WRP", "IGO"),  # the other alliance
    ("European Union", "2004", "EUR", "IGO"),  # today's union
    ("EEC", "1975", "EUR", "IGO"),  # what it was before
    ("European Commission", "2010", "EUR", "IGO"),  # its executive
    ("Organization of African Unity", "1977", "OAU", "IGO"),  # not yet the African Union
    ("African Union", "2010", "AFU", "IGO"),  # its heir
    ("Arab League", "1973", "ARL", "IGO"),  # by its usual name
    ("OPEC", "1973", "OPC", "IGO"),  # PLOVER's letters
    ("IAEA", "2009", "IAE", "IGO"),  # an agency with a code of its own
    ("World Bank", "1960", "WBK", "IGO"),  # a bank of states
    ("ASEAN", "1995", "ASN", "IGO"),  # a regional body
    ("Comintern", "1930", "CMT", "PTY"),  # an international of parties
    ("Allies", "1916", "ENT", "IGO"),  # the Allies of the first war
    ("Allies", "1943", "ALD", "IGO"),  # and of the second
    ("Allies", "2001", None, None),  # no such body now
    ("Central Powers", "1917", "CPW", "IGO"),  # a wartime coalition
    ("Axis", "1942", "AXS", "IGO"),  # another
    ("Holy Alliance", "1820", "HOL", "IGO"),  # the concert of monarchs
    ("Red Cross", "1972", "IRC", "NGO"),  # a charity between states
    ("Coalition", "2003", "CLN", "MIL"),  # against Iraq
    ("Taliban", "1995", "AFG", "REB"),  # before they held Kabul
    ("Taliban", "2000", "AFG", "GOV"),  # in government
    ("Taliban", "2010", "AFG", "REB"),  # driven out
    ("Taliban", "2022", "AFG", "GOV"),  # back
    ("Khmer Rouge", "1977", "KHM", "GOV"),  # a movement that ruled
    ("Khmer Rouge", "1985", "KHM", "REB"),  # and lost power
    ("PLO", "1974", "PSE", "REB"),  # a national movement
    ("Hezbollah", "2006", "LBN", "REB"),  # an armed party
    ("Viet Cong", "1968", "VNM", "REB"),  # rebels in the south
    ("Viet Minh", "1954", "VDR", "MIL"),  # an army of the north
    ("al-Qaeda", "2001", "ALQ", "IMG"),  # of no single state
    ("ISIS", "2015", "ISG", "IMG"),  # of no single state either
    ("FARC", "1999", "COL", "REB"),  # at home in one
    ("Kuomintang", "1936", "CHN", "GOV"),  # the government in Nanking
    ("Kuomintang", "1958", "TWN", "GOV"),  # on Taiwan
    ("Chinese Communists", "1946", "CHN", "REB"),  # before they won
    ("Bolsheviks", "1916", "RUS", "REB"),  # in hiding or abroad
    ("Bolsheviks", "1918", "SUN", "GOV"),  # in power
    ("Red Army", "1945", "SUN", "MIL"),  # the state's code on that day
    ("Aeroflot", "1983", "SUN", "BUS"),  # a company of the Soviet Union
    ("Aeroflot", "2010", "RUS", "BUS"),  # and of its heir
    ("Gazprom", "2006", "RUS", "BUS"),  # a company of a state
    ("Korean Air Lines", "1983", "KOR", "BUS"),  # an airline
    ("Daewoo", "1992", "KOR", "BUS"),  # a private company stands for its home too
    ("Anglo-Iranian Oil Company", "1951", "GBR", "BUS"),  # named for one state, owned by another
    ("Suez Canal Company", "1956", "FRA", "BUS"),  # at home where it was chartered
    ("Standard Oil", "1914", "USA", "MNC"),  # a company that acts in many states
    ("Vichy", "1941", "FRA", "GOV"),  # a government without Paris
    ("Free French", "1941", "FRA", "REB"),  # and those who fought it
    ("Sublime Porte", "1853", "OTM", "GOV"),  # a seat that stands for its state
    ("Foreign Office", "1914", "GBR", "GOV"),  # a ministry that everybody knows
    ("NKVD", "1940", "SUN", "SPY"),  # a service
    ("united nations", "1950", "UNO", "IGO"),  # case is the caller's affair
    ("Warsaw Pact", "1995", "WRP", "IGO"),  # after its end it is still what is meant
    ("Ministry of Silly Walks", "1970", None, None),  # nobody
)


@pytest.mark.parametrize("name, year, code, role", CASES)
def test_a_name_means_what_it_meant_then(name: str, year: str, code: str | None, role: str | None) -> None:
    found = organisations.resolve(name, dt.date(int(year), 6, 15))
    assert (found and found.code, found and found.role) == (code, role)


def test_without_a_date_the_name_still_means_something() -> None:
    assert organisations.resolve("Taliban").code == "AFG"  # type: ignore[union-attr]
    assert organisations.resolve("League") is None  # a form that needs its time


def test_every_form_resolves_at_some_time() -> None:
    for form, meant in organisations.namings().items():
        day = meant[0].start or meant[0].end
        assert form == form.casefold()
        assert organisations.resolve(form, day) is not None, form


def test_a_spell_in_the_table_is_well_formed() -> None:
    for row in rows("organisations.csv"):
        assert all(form and form == form.strip() for form in row["names"].split(";")), row
        assert row["role"] in _ROLES, row
        start, end = (bounds(row[column]) if row[column] else (None, None) for column in ("start", "end"))
        assert not (start[0] and end[1]) or start[0] <= end[1], row
        assert row["state"] in ("", row["code"]), row


def test_one_that_acts_for_no_state_has_no_states_code() -> None:
    known = {state.code for state in states.all_states()}
    for row in rows("organisations.csv"):
        assert (row["code"] in known) == bool(row["state"]), row


def test_no_spell_stands_twice() -> None:
    keys = Counter((row["names"].split(";")[0], row["start"], row["state"]) for row in rows("organisations.csv"))
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_form_means_two_things_at_once() -> None:
    for form, meant in organisations.namings().items():
        for index, one in enumerate(meant):
            for other in meant[:index]:
                later = max((day for day in (one.start, other.start) if day), default=None)
                assert later is None or one.days_from(later) or other.days_from(later), form
