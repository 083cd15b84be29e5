"""Leaders: whom a surname means on the day that is told of, and who held an office."""

from __future__ import annotations

import csv
import datetime as dt
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.edtf import bounds
from detente.knowledge import leaders, organisations, states
from detente.knowledge.tables import rows

_ACTORS = Path(__file__).resolve().parents[3] / "shared" / "data" / "actors"
_REACH = 0.97  # of the terms in the lists of leaders that others made

CASES = (
    # surname, day, code, full name begins with
    ("Roosevelt", "1905-09-05", "USA", "Theodore"),  # the first of the name
    ("Roosevelt", "1943-11-28", "USA", "Franklin"),  # the second
    ("Bush", "1990-08-02", "USA", "George H"),  # the father
    ("Bush", "2003-03-20", "USA", "George W"),  # the son
    ("Johnson", "1965-07-28", "USA", "Lyndon"),  # in Washington
    ("Johnson", "2019-12-12", "GBR", "Boris"),  # in London
    ("Kim", "1950-06-25", "PRK", "Kim Il"),  # a family name that comes first
    ("Kim Jong-il", "2000-06-15", "PRK", "Kim Jong"),  # with a hyphen
    ("Park", "1965-06-22", "KOR", "Park Chung"),  # a general
    ("Park", "2015-09-03", "KOR", "Park Geun"),  # his daughter
    ("Rhee", "1953-07-27", "KOR", "Syngman"),  # name order of the West
    ("Stalin", "1945-02-04", "SUN", "Joseph"),  # no office of state needed
    ("Khrushchev", "1962-10-28", "SUN", "Nikita"),  # a first secretary
    ("Gorbachev", "1990-06-04", "SUN", "Mikhail"),  # the last of the Soviet Union
    ("Yeltsin", "1992-11-19", "RUS", "Boris"),  # the first of Russia
    ("Putin", "2014-03-18", "RUS", "Vladimir"),  # a president again
    ("Mao", "1950-10-01", "CHN", "Mao"),  # a chairman
    ("Chiang", "1937-12-13", "CHN", "Chiang"),  # on the mainland
    ("Chiang", "1955-03-01", "TWN", "Chiang"),  # on the island
    ("Bismarck", "1866-07-26", "PRU", "Otto"),  # Prussia's minister
    ("Bismarck", "1878-07-13", "DEU", "Otto"),  # the Empire's chancellor
    ("Hitler", "1938-09-29", "DEU", "Adolf"),  # a dictator
    ("Adenauer", "1955-09-13", "DEU", "Konrad"),  # a chancellor
    ("Honecker", "1987-09-07", "DDR", "Erich"),  # of the other Germany
    ("Palmerston", "1840-07-15", "GBR", ""),  # a foreign secretary under his title
    ("Disraeli", "1878-07-13", "GBR", "Benjamin"),  # a premier
    ("Churchill", "1941-08-14", "GBR", "Winston"),  # at war
    ("Eden", "1956-11-05", "GBR", "Anthony"),  # a premier after long years as minister
    ("Metternich", "1820-11-19", "AUH", ""),  # a chancellor before all lists begin
    ("Cavour", "1859-07-11", "SAR", ""),  # a kingdom that became another
    ("Mussolini", "1935-10-03", "ITA", "Benito"),  # a dictator
    ("de Gaulle", "1963-01-14", "FRA", "Charles"),  # with a particle
    ("Napoleon III", "1864-04-10", "FRA", ""),  # a number in the name
    ("Atatürk", "1934-02-09", "TUR", ""),  # with its mark
    ("Ataturk", "1934-02-09", "TUR", ""),  # without it
    ("Abdul Hamid", "1897-04-18", "OTM", ""),  # a sultan
    ("Nasser", "1956-07-26", "EGY", "Gamal"),  # a colonel
    ("Sadat", "1977-11-19", "EGY", "Anwar"),  # his heir
    ("Begin", "1978-09-17", "ISR", "Menachem"),  # a name that is a verb
    ("Khomeini", "1979-11-04", "IRN", ""),  # a cleric
    ("Mossadegh", "1952-10-22", "IRN", "Mohammad"),  # one of many spellings
    ("Saddam Hussein", "1990-08-02", "IRQ", "Saddam"),  # by both names
    ("Nehru", "1954-04-29", "IND", "Jawaharlal"),  # a premier
    ("Gandhi", "1971-12-16", "IND", "Indira"),  # the daughter
    ("Gandhi", "1987-07-29", "IND", "Rajiv"),  # the son
    ("Bhutto", "1972-07-02", "PAK", "Zulfikar"),  # the father
    ("Bhutto", "1989-01-01", "PAK", "Benazir"),  # the daughter
    ("Ghani", "2016-05-01", "AFG", "Ashraf"),  # not by the name of his clan
    ("Sukarno", "1955-04-18", "IDN", "Sukarno"),  # one name only
    ("Ho Chi Minh", "1954-07-21", "VDR", "Hồ"),  # before the states of Vietnam joined
    ("Thieu", "1973-01-27", "VNM", ""),  # the south
    ("Lumumba", "1960-07-12", "COD", "Patrice"),  # a premier of weeks
    ("Mobutu", "1974-01-01", "COD", ""),  # a marshal
    ("Selassie", "1936-06-30", "ETH", "Haile"),  # half of a throne name
    ("Kruger", "1899-10-11", "TRA", "Paul"),  # a republic of the Boers
    ("Mandela", "1995-05-10", "ZAF", "Nelson"),  # a president
    ("Juárez", "1867-06-19", "MEX", "Benito"),  # a mark on the name
    ("Arbenz", "1953-03-01", "GTM", "Arbenz"),  # the father's name, which is the surname
    ("Banzer", "1975-02-08", "BOL", "Banzer"),  # so too
    ("Uribe", "2008-03-02", "COL", "Alvaro"),  # of two surnames the first
    ("Somoza", "1978-09-01", "NIC", "Anastasio"),  # of a dynasty the third
    ("Castro", "1962-10-28", "CUB", "Fidel"),  # the one of many who is meant
    ("Perón", "1950-01-01", "ARG", "Juan"),  # a general
    ("Galtieri", "1982-04-02", "ARG", "Leopoldo"),  # a junta
    ("Salman", "2017-05-20", "SAU", "Salman"),  # a king is named by his first name
    ("Hammarskjöld", "1960-07-14", "UNO", "Dag"),  # an organisation's head
    ("Litvinov", "1933-11-16", "SUN", "Maxim"),  # a foreign minister
    ("Kissinger", "1973-01-27", "USA", "Henry"),  # an adviser before he was minister
)


@pytest.mark.parametrize("surname, day, code, first", CASES)
def test_a_surname_means_who_was_in_office(surname: str, day: str, code: str, first: str) -> None:
    """The likeliest bearer of a name on a day acts for the right state and is the right person."""
    on = dt.date.fromisoformat(day)
    leader = leaders.find(surname, on)[0]
    assert states.code_on(leader.code, on) == code
    assert leader.name.startswith(first)


@pytest.mark.parametrize("name", ("Nobody", "", "the", "Zaphod"))
def test_an_unknown_name_is_nobodys(name: str) -> None:
    assert leaders.find(name, dt.date(1950, 1, 1)) == ()


def test_slack_widens_a_term_at_both_ends() -> None:
    """A president just elected is meant by accounts that come before his term."""
    before = dt.date(1932, 12, 1)
    assert leaders.find("Roosevelt", before, slack_days=120)[0].name.startswith("Franklin")


@pytest.mark.parametrize(
    "code, office, day, name",
    (
        ("USA", "head of state", "1962-10-22", "Kennedy"),  # a president
        ("USA", "head of government", "1962-10-22", "Kennedy"),  # who acts as premier too
        ("USA", "foreign minister", "1905-09-05", "Root"),  # a secretary of state
        ("GBR", "head of government", "1938-09-29", "Chamberlain"),  # a premier beside a king
        ("SUN", "foreign minister", "1939-08-23", "Molotov"),  # a commissar
        ("CHN", "head of government", "1972-02-21", "Zhou"),  # a premier beside a chairman
        ("SRB", "leader", "1850-01-01", None),  # nobody is known
    ),
)  # fmt: skip
def test_an_office_has_a_holder(code: str, office: str, day: str, name: str | None) -> None:
    holder = leaders.office_holder(code, office, dt.date.fromisoformat(day))
    assert (holder is None) if name is None else (holder is not None and name in holder.names)


# -- the table -------------------------------------------------------------------------------------------


def test_every_row_is_a_spell_in_an_office() -> None:
    known = {state.code for state in states.all_states()} | {
        naming.code for meanings in organisations.namings().values() for naming in meanings
    }
    for row in rows("leaders.csv"):
        assert row["code"] in known, row
        assert row["office"] in leaders.OFFICES, row
        assert row["gender"] in ("M", "F"), row
        assert set(row["source"].split()) <= {"archigos", "reign", "own"}, row
        start, end = bounds(row["start"])[0], bounds(row["end"])[1] if row["end"] else dt.date.max
        assert start is not None, row
        assert end is not None, row
        assert dt.date(1750, 1, 1) <= start <= end, row


def test_every_name_is_a_name() -> None:
    """Forms are not empty, begin and end in a letter or mark, and stand once in a row."""
    for row in rows("leaders.csv"):
        forms = row["names"].split(";")
        assert all(re.fullmatch(r"[^\W_].*[^\W_]\.?|[^\W\d_]", form.replace("'", "x")) for form in forms), row
        assert len(forms[1:]) == len(set(forms[1:])), row


def test_no_spell_stands_twice() -> None:
    spells = Counter((row["code"], row["names"], row["office"], row["start"]) for row in rows("leaders.csv"))
    assert [spell for spell, count in spells.items() if count > 1] == []


def test_finding_a_leader_is_quick() -> None:
    leaders.find("Roosevelt", dt.date(1905, 1, 1))
    started = time.process_time()
    for _ in range(1000):
        leaders.find("Kim", dt.date(1950, 1, 1))
    assert time.process_time() - started < 1


# -- against the lists that others made --------------------------------------------------------------------

Term = tuple[str, int, dt.date, dt.date]  # name as the list has it, number of the state, first and last day


def _archigos() -> Iterator[Term]:
    for row in _listed("archigos_4.1_full.csv"):
        first, last = dt.date.fromisoformat(row["startdate"]), dt.date.fromisoformat(row["enddate"])
        yield row["leader"], int(row["ccode"]), first, last


def _reign() -> Iterator[Term]:
    for row in _listed("leaderlist_3_21.csv"):
        if row["leader"]:
            first = dt.date(int(row["syear"]), int(row["smonth"]), int(row["sdate"]))
            last = dt.date(int(row["eyear"] or 2021), int(row["emonth"] or 3), 1)
            yield row["leader"], int(row["ccode"]), first, max(first, last)


def _listed(name: str) -> Iterator[dict[str, str]]:
    path = _ACTORS / name
    if not path.exists():
        pytest.fail(f"the list of leaders {path} is missing: the coverage of leaders.csv cannot be measured")
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        yield from csv.DictReader(file)


def _surnames(name: str) -> tuple[str, ...]:
    """'Roosevelt, T.' and 'P. Bonilla' without what tells them apart; of 'Danilo Medina' also the last word."""
    bare = re.sub(r"\(.*", "", name).split(",")[0]
    surname = re.sub(r"^(?:[A-Z]\. ?)+", "", bare.strip()).strip()
    return (surname, surname.split()[-1])


def _codes(number: int, on: dt.date) -> frozenset[str]:
    """The states that a number of Correlates of War or Gleditsch and Ward stands for on a day."""
    numbered = [state for state in states.all_states() if number in (state.cow, state.gw)]
    living = frozenset(state.code for state in numbered if state.lives(on))
    return living or frozenset(states.code_on(state.code, on) for state in numbered)


def _is_found(term: Term) -> bool:
    name, number, first, last = term
    middle = first + (last - first) / 2
    named = next(filter(None, (leaders.find(form, middle) for form in _surnames(name))), ())
    return bool(named) and states.code_on(named[0].code, middle) in _codes(number, middle)


@pytest.mark.parametrize("listed", (_archigos, _reign))
def test_the_leaders_of_other_lists_are_found_by_surname_and_day(listed: object) -> None:
    """A surname with a day in the middle of a term leads to the right state, whoever made the list."""
    terms = list(listed())  # type: ignore[operator]
    lost = [term for term in terms if not _is_found(term)]
    assert len(terms) > 2000
    assert 1 - len(lost) / len(terms) >= _REACH, lost[:40]
