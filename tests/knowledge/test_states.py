"""What a state is called on a day, who acts for it, and that no state of the two lists of states is missing."""

import csv
import datetime as dt
import itertools
import re
from pathlib import Path

import pytest

from detente.knowledge import states
from detente.knowledge.states import Naming, State

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "states"


def listed(name: str) -> list[dict[str, str]]:
    path = DATA / name
    if not path.is_file():
        pytest.fail(f"{path} is missing: these tests compare the table with that list of states")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


# text, day, code: what each row guards
RESOLUTIONS = (
    # the United States: the abbreviations, the article, the seats
    ("the United States", "1823-12-02", "USA"),  # a leading article is no part of the name
    ("United States", None, "USA"),  # without a date
    ("U.S.", "1979-01-01", "USA"),  # points
    ("US", "2011-05-02", "USA"),  # none
    ("America", "1941-12-07", "USA"),  # short name
    ("Americans", "1805-06-04", "USA"),  # inhabitants, before 1816
    ("Washington", "1905-09-05", "USA"),  # capital
    ("White House", "1962-10-22", "USA"),  # seat
    ("Foggy Bottom", "1995-01-01", "USA"),  # nickname of a ministry
    ("Latin American", "1933-12-26", None),  # contains 'American' and means no state
    ("Hawaii", "1875-01-30", "HAW"),  # a kingdom
    ("Hawaii", "1941-12-07", "USA"),  # a part of another state
    ("Texas", "1840-09-18", "TEX"),  # ten years a state
    ("Texas", "1990-01-01", None),  # and since then none
    ("Confederates", "1862-09-17", "CSA"),  # a state that few recognised
    # Latin America
    ("Bogotá", "1903-11-03", "COL"),  # with its accent
    ("Bogota", "1948-04-09", "COL"),  # and without
    ("Colombia", "1825-10-03", "GCL"),  # the greater Colombia before it fell apart
    ("Colombia", "1950-06-25", "COL"),  # what was left of it
    ("New Granada", "1846-12-12", "COL"),  # a former name
    ("Buenos Ayres", "1838-03-28", "ARG"),  # old spelling
    ("Casa Rosada", "1982-04-02", "ARG"),  # seat
    ("Rio de Janeiro", "1942-01-28", "BRA"),  # a capital until 1960
    ("Rio de Janeiro", "1992-06-03", None),  # a city that is no seat any more
    ("Salvadorans", "1969-07-14", "SLV"),  # inhabitants
    ("Santo Domingo", "1965-04-28", "DOM"),  # capital
    # Russia and the Soviet Union
    ("Russia", "1877-04-24", "RUS"),  # the empire
    ("Russia", "1950-02-14", "SUN"),  # loosely for the Soviet Union
    ("Russians", "1962-10-28", "SUN"),  # inhabitants, loosely
    ("Russian", "2014-03-18", "RUS"),  # the federation
    ("Soviet Union", "1995-01-01", "SUN"),  # an explicit name does not shift
    ("Soviet", "1986-10-11", "SUN"),  # bare adjective
    ("Soviets", "1979-12-24", "SUN"),  # plural noun
    ("Moscow", "1900-01-01", "RUS"),  # not the seat yet, but whose city it is
    ("Moscow", "1939-08-23", "SUN"),  # the same city, another state
    ("Moscow", None, "RUS"),  # without a date the one that lasts
    ("Kremlin", "1961-08-13", "SUN"),  # seat of either
    ("St. Petersburg", "1907-08-31", "RUS"),  # capital of the empire
    ("St. Petersburg", "2006-07-15", None),  # a city where others meet
    ("Petrograd", "1917-03-15", "RUS"),  # the wartime name before the October Revolution
    ("Petrograd", "1918-01-05", "SUN"),  # and after it
    ("Georgia", "2008-08-08", "GEO"),  # the state
    ("Georgia", "1977-01-20", None),  # the American one
    ("Kiev", "1965-01-01", None),  # no seat of a state's government
    ("Kyiv", "2022-02-24", "UKR"),  # new spelling
    # Central Europe
    ("Berlin", "1866-06-14", "PRU"),  # Prussia's capital
    ("Berlin", "1914-08-01", "DEU"),  # the empire's
    ("Germany", "1972-12-21", "DEU"),  # the Federal Republic
    ("Germans", "1864-02-01", "PRU"),  # before there was a Germany
    ("Bonn", "1970-03-19", "DEU"),  # capital of the western state
    ("Bonn", "2017-11-06", None),  # where climate conferences meet
    ("GDR", "1973-09-18", "DDR"),  # abbreviation
    ("East Germans", "1989-11-09", "DDR"),  # not the East of the Germans
    ("Pankow", "1961-08-13", "DDR"),  # seat, as its foes said
    ("Vienna", "1914-07-23", "AUH"),  # capital of the monarchy
    ("Vienna", "1955-05-15", "AUT"),  # capital of the republic
    ("Austria", "1815-06-09", "AUH"),  # the empire under its short name
    ("Ballhausplatz", "1908-10-06", "AUH"),  # seat
    ("Wuerttemberg", "1866-06-15", "WRT"),  # spelt without the umlaut
    ("Prague", "1968-08-20", "CSK"),  # capital of two peoples
    ("Prague", "2004-05-01", "CZE"),  # of one
    ("Czechs", "1938-09-30", "CSK"),  # half of the people for the state
    ("Polish", "1830-11-29", "POL"),  # a people without a state keeps its name
    # Western and Southern Europe
    ("England", "1840-07-15", "GBR"),  # the part for the whole
    ("Whitehall", "1956-11-06", "GBR"),  # seat
    ("Vichy", "1940-07-11", "FRA"),  # seat for four years
    ("Vichy", "2001-01-01", None),  # a spa
    ("Quai d’Orsay", "1923-01-11", "FRA"),  # typographic apostrophe
    ("élysée", "1966-03-10", "FRA"),  # lower case with accents
    ("Franco-", "1894-01-04", "FRA"),  # half of 'Franco-Russian', never the general
    ("The Hague", "1945-08-17", "NLD"),  # an article that belongs to the name
    ("Turin", "1855-01-26", "SAR"),  # Sardinia before Italy
    ("Piedmont-Sardinia", "1859-04-29", "SAR"),  # double name
    ("Rome", "1866-12-11", "PAP"),  # the Pope's
    ("Rome", "1936-05-09", "ITA"),  # Italy's
    ("Florence", None, None),  # a capital that died out long ago needs a date
    ("Holy See", "1984-01-10", "VAT"),  # no territory needed
    ("Swedes", "1905-09-23", "SWE"),  # irregular plural
    # the Balkans and the Near East
    ("the Sublime Porte", "1856-03-30", "OTM"),  # metonym
    ("Turkey", "1912-10-17", "OTM"),  # the empire under its short name
    ("Turks", "1974-07-20", "TUR"),  # the republic
    ("Constantinople", "1878-03-03", "OTM"),  # capital
    ("Angora", "1926-06-05", "TUR"),  # old spelling of the new capital
    ("Belgrade", "1914-07-23", "SRB"),  # the kingdom
    ("Belgrade", "1948-06-28", "YUG"),  # the federation
    ("Belgrade", "2013-04-19", "SRB"),  # the republic
    ("Sarajevo", "1914-06-28", None),  # a town in Austria-Hungary
    ("Persia", "1907-08-31", "IRN"),  # a change of name only; PER is Peru
    ("United Arab Republic", "1967-06-05", "EGY"),  # Egypt under another name
    ("Palestinians", "1993-09-13", "PSE"),  # a people on the way to a state
    ("Jordan", "1930-01-01", None),  # the river
    ("Sana'a", "1962-09-26", "YEM"),  # the north
    ("Aden", "1979-10-25", "YMD"),  # the south
    # Africa
    ("Algeria", "1954-11-01", "DZA"),  # a colony keeps its name
    ("Congo", "1960-07-14", "COD"),  # the larger one
    ("Congo", "1980-01-01", "COG"),  # while the larger was Zaire
    ("Congo", None, "COD"),  # without a date
    ("Congo-Brazzaville", "1964-01-01", "COG"),  # explicit
    ("Leopoldville", "1961-02-13", "COD"),  # accent left out
    ("Katanga", "1961-09-13", "COD"),  # a secession that failed
    ("Abyssinia", "1935-10-03", "ETH"),  # former name
    ("Rhodesia", "1965-11-11", "ZWE"),  # former name
    ("Salisbury", "1878-07-13", None),  # the Prime Minister
    ("Dahomey", "1963-10-28", "BEN"),  # former name
    ("Côte d'Ivoire", "2002-09-19", "CIV"),  # accents and apostrophe
    ("Boers", "1899-10-11", "TRA"),  # inhabitants
    ("Pretoria", "1899-10-09", "TRA"),  # capital of the republic
    ("Pretoria", "1984-03-16", "ZAF"),  # of the union
    ("Guinea-Bissau", "1974-09-10", "GNB"),  # not Guinea
    # Asia and the Pacific
    ("Korea", "1882-05-22", "KOR"),  # undivided
    ("Korean", "1930-01-01", "KOR"),  # under Japan
    ("DPRK", "1968-01-23", "PRK"),  # abbreviation
    ("North Koreans", "1950-06-25", "PRK"),  # inhabitants of a half
    ("Blue House", "1979-10-26", "KOR"),  # seat
    ("Red China", "1954-09-03", "CHN"),  # what its foes said
    ("Republic of China", "1945-10-25", "CHN"),  # on the mainland
    ("Republic of China", "1971-10-25", "TWN"),  # on Taiwan
    ("Nanking", "1935-01-01", "CHN"),  # the Nationalists' capital
    ("Nanking", "1965-01-01", None),  # a provincial city
    ("Peking", "1972-02-21", "CHN"),  # old spelling
    ("Sino-", "1969-03-02", "CHN"),  # half of 'Sino-Soviet'
    ("Manchukuo", "1939-05-11", "MCK"),  # a state few recognised
    ("Siam", "1893-07-13", "THA"),  # former name
    ("Burma", "1995-07-10", "MMR"),  # former name still in use
    ("India", "1905-10-16", "IND"),  # a dependency keeps its name
    ("Saigon", "1968-01-31", "VNM"),  # the south
    ("Hanoi", "1968-01-31", "VDR"),  # the north
    ("Hanoi", "1995-07-11", "VNM"),  # the whole
    ("Viet-Nam", "1954-07-21", "VNM"),  # hyphen
    ("Dacca", "1972-03-19", "BGD"),  # old spelling
    ("Batavia", "1920-01-01", "IDN"),  # the colonial seat
    ("New Zealanders", "1915-04-25", "NZL"),  # two words
    ("Western Samoa", "1962-01-01", "WSM"),  # former name
    ("New York", "1990-01-01", None),  # no seat of a government
)


@pytest.mark.parametrize("text, on, code", RESOLUTIONS)
def test_resolves_as_of_the_day(text: str, on: str | None, code: str | None) -> None:
    naming = states.resolve(text, day(on))
    assert (naming.code if naming else None) == code


@pytest.mark.parametrize("text, kind", [
    ("France", "name"), ("French", "adjective"), ("Frenchmen", "inhabitant"), ("Paris", "capital"),
    ("Quai d'Orsay", "seat"),
])  # fmt: skip
def test_a_naming_says_how_it_names(text: str, kind: str) -> None:
    naming = states.resolve(text, dt.date(1900, 1, 1))
    assert naming is not None
    assert naming.kind == kind


# code, day, code that acts: what each row guards
ACTING = (
    ("RUS", "1986-10-11", "SUN"),  # forward into the union
    ("SUN", "1995-01-01", "RUS"),  # to the main heir of fifteen
    ("SUN", "1904-02-08", "RUS"),  # and back before it
    ("AUT", "1900-01-01", "AUH"),  # predecessor
    ("AUT", "1940-05-10", "DEU"),  # between two lives
    ("TUR", "1915-04-25", "OTM"),  # predecessor
    ("OTM", "1952-02-18", "TUR"),  # heir
    ("DEU", "1866-06-14", "PRU"),  # the first of many predecessors
    ("PRU", "1914-08-01", "DEU"),  # heir
    ("DEU", "1946-01-01", "DEU"),  # occupied, with nobody else to act
    ("DDR", "2000-01-01", "DEU"),  # heir
    ("CZE", "1950-01-01", "CSK"),  # part of a federation
    ("SRB", "1950-01-01", "YUG"),  # between two lives
    ("YUG", "2010-01-01", "SRB"),  # the heir of the heir, before the other republics
    ("KOS", "1999-03-24", "YUG"),  # by way of Serbia
    ("HRV", "1900-01-01", "AUH"),  # not Yugoslavia's other half
    ("ITA", "1855-01-26", "SAR"),  # the core of what came
    ("VAT", "1860-09-18", "PAP"),  # predecessor
    ("VNM", "1975-12-01", "VDR"),  # between two lives
    ("SYR", "1960-01-01", "EGY"),  # a union of three years
    ("PAN", "1890-01-01", "COL"),  # a province
    ("DZA", "1954-11-01", "DZA"),  # a colony is not shifted to its ruler
    ("KOR", "1930-01-01", "KOR"),  # nor is an annexed state
    ("USA", "2003-03-20", "USA"),  # nothing to shift
    ("UNO", "1960-07-14", "UNO"),  # an organisation is no state
)


@pytest.mark.parametrize("code, on, acting", ACTING)
def test_code_on(code: str, on: str, acting: str) -> None:
    assert states.code_on(code, dt.date.fromisoformat(on)) == acting


def test_state_gives_the_stretch_of_the_day() -> None:
    """Numbers and names change within one code: Germany is 255, 260 and 255 again."""
    found = [states.state("DEU", dt.date(year, 6, 1)) for year in (1890, 1970, 2000)]
    assert [(s.cow, s.name) for s in found if s] == [(255, "Germany"), (260, "West Germany"), (255, "Germany")]
    last = states.state("KOR")
    assert last is not None
    assert (last.name, last.iso2, last.cow_letters, last.gw) == ("South Korea", "KR", "ROK", 732)
    assert states.state("KOR", dt.date(1940, 1, 1)) == states.state("KOR", dt.date(1910, 1, 1))  # not yet the South
    before = states.state("IND", dt.date(1900, 1, 1))
    assert before is not None
    assert not before.lives(dt.date(1900, 1, 1))  # a state to come is found too
    assert states.state("XXX") is None


def test_every_spelling_is_a_key_and_is_found() -> None:
    """Matchers read `forms`; what they find must resolve through `namings`."""
    for form in states.forms():
        assert form.casefold() in states.namings()
    assert {"Quai d’Orsay", "Bogota", "U.S.", "Franco -", "Austria–Hungary", "Latin America"} <= set(states.forms())
    assert states.namings()["latin america"] == ()


# -- the tables ----------------------------------------------------------------------------------------------

STATES = states.all_states()
NAMINGS = tuple(itertools.chain.from_iterable(states.namings().values()))
FIRST, LAST = dt.date.min, dt.date.max


def test_every_state_is_well_formed() -> None:
    codes = {s.code for s in STATES}
    for s in STATES:
        assert re.fullmatch(r"[A-Z]{3}", s.code), s
        assert s.name == s.name.strip(), s
        assert s.name, s
        assert s.iso2 is None or re.fullmatch(r"[A-Z]{2}", s.iso2), s
        assert (s.cow is None) == (s.cow_letters is None), s
        assert (s.start or FIRST) < (s.end or LAST), s
        assert s.start is None or s.start.year >= 1776, s
        others = {*s.predecessors, *s.successors, s.dependency_of or s.code}
        assert others <= codes, s
        assert s.code not in (*s.predecessors, *s.successors), s


def test_lives_of_a_code_follow_each_other() -> None:
    for one, other in itertools.pairwise(STATES):
        if one.code == other.code:
            assert one.end is not None, one
            assert other.start is not None, other
            assert one.end < other.start, one
    codes = [code for code, _ in itertools.groupby(s.code for s in STATES)]
    assert len(codes) == len(set(codes)), "the rows of a code stand together"


def test_every_naming_is_well_formed() -> None:
    codes = {s.code for s in STATES}
    for naming in NAMINGS:
        assert naming.code in codes, naming
        assert naming.kind in states.KINDS, naming
        assert naming.form == " ".join(naming.form.split()), naming
        assert (naming.since or FIRST) <= (naming.until or LAST), naming
    assert {naming.code for naming in NAMINGS if naming.kind == "name"} == codes


def test_no_form_has_two_rows_for_one_day() -> None:
    """One form, kind and code has one row for any day."""
    for key, meanings in states.namings().items():
        for one, other in itertools.combinations(meanings, 2):
            if (one.code, one.kind) == (other.code, other.kind):
                assert not _overlap(one, other), key


def test_no_form_means_two_living_states() -> None:
    """On any day the lives of the states and the days of the namings leave one meaning."""
    for key, meanings in states.namings().items():
        for one, other in itertools.combinations(meanings, 2):
            if one.code != other.code:
                assert not any(_overlap(*pair) for pair in itertools.product(_spans(one), _spans(other))), key


@pytest.mark.parametrize(
    "word", ["Victoria", "Georgetown", "Hamilton", "Stanley", "Sucre", "Male", "New York", "Geneva"]
)
def test_misleading_cities_are_left_out(word: str) -> None:
    """Cities that are words, persons or no seat of a government."""
    assert word.casefold() not in states.namings()


def test_every_correlates_of_war_spell_has_a_state() -> None:
    missing = [
        (row["statenme"], year)
        for row in listed("states2016.csv")
        for year in range(int(row["styear"]), int(row["endyear"]) + 1)
        if not any(s.cow == int(row["ccode"]) and _in_year(s, year) for s in STATES)
    ]
    assert missing == []


# The list lets these go on after they were annexed: number, last year of our row, first year of the next.
ANNEXED = {
    240: (1866, 9999),
    273: (1866, 9999),
    305: (1938, 1945),
    563: (1902, 9999),
    564: (1902, 9999),
    652: (1958, 1961),
}


def test_every_gleditsch_ward_spell_has_a_state() -> None:
    missing = []
    for row in listed("gw_states.csv"):
        number = int(float(row["gwcode"]))
        left, back = ANNEXED.get(number, (9999, 9999))
        for year in range(int(row["startdate"][:4]), int(row["enddate"][:4]) + 1):
            if not (left < year < back or any(s.gw == number and _in_year(s, year) for s in STATES)):
                missing.append((row["statename"], year))
    assert missing == []


def test_capitals_agree_with_the_list() -> None:
    """Where the list's capital is in the table, it means on the first full year a state with the list's number."""
    wrong = []
    for row in listed("cow_capitals.csv"):
        on = dt.date(max(int(row["stdate"][:4]) + 1, 1816), 1, 1)
        naming = states.resolve(row["capital"], on)
        owner = states.state(naming.code, on) if naming else None
        if owner and owner.cow != int(float(row["ccode"])):
            wrong.append((row["capital"], on.year, owner.code))
    assert wrong == []


def test_the_shared_lists_must_be_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A list that is missing fails the test that needs it instead of passing it."""
    monkeypatch.setattr("test_states.DATA", tmp_path)
    with pytest.raises(pytest.fail.Exception, match="is missing"):
        listed("states2016.csv")


def _in_year(s: State, year: int) -> bool:
    return (s.start or FIRST).year <= year <= (s.end or LAST).year


def _overlap(one: Naming, other: Naming) -> bool:
    return (one.since or FIRST) <= (other.until or LAST) and (other.since or FIRST) <= (one.until or LAST)


def _spans(naming: Naming) -> list[Naming]:
    """The days on which a naming holds and its state lives, one span for each life."""
    lives = [s for s in STATES if s.code == naming.code]
    spans = [(max(s.start or FIRST, naming.since or FIRST), min(s.end or LAST, naming.until or LAST)) for s in lives]
    return [
        Naming(code=naming.code, kind=naming.kind, form=naming.form, since=first, until=last)
        for first, last in spans
        if first <= last
    ]
