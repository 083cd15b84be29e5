"""Roles: what a noun says about whom somebody acts as."""

from __future__ import annotations

from collections import Counter

import pytest

from detente.knowledge import leaders, roles
from detente.knowledge.tables import rows

_SECTORS = frozenset(
    "GOV MIL LEG JUD COP SPY PRM PTY OPP REB UAF BUS MNC JRN LAB AGR EDU MED REF REL CRM CVL ELI NGO SOC".split()
)

CASES = (
    # word, sector, office, which office of the leaders' table
    ("president", "GOV", True, "head of state"),  # an office that the table of leaders knows
    ("presidents", "GOV", True, "head of state"),  # its plural
    ("premier", "GOV", True, "head of government"),  # the head of a cabinet
    ("prime minister", "GOV", True, "head of government"),  # an office of two words
    ("chancellor", "GOV", True, "head of government"),  # a German one
    ("king", "GOV", True, "head of state"),  # a crown
    ("czar", "GOV", True, "head of state"),  # spelt the American way
    ("tsar", "GOV", True, "head of state"),  # and the British
    ("mikado", "GOV", True, "head of state"),  # what papers called an emperor
    ("dictator", "GOV", True, "leader"),  # power without an office
    ("foreign minister", "GOV", True, "foreign minister"),  # an office of two words
    ("secretary of state", "GOV", True, "foreign minister"),  # of three
    ("minister", "GOV", True, None),  # a word too wide for one office
    ("ambassador", "GOV", True, "envoy"),  # an envoy
    ("envoys", "GOV", True, "envoy"),  # envoys
    ("viceroy", "GOV", True, None),  # one who governs for another
    ("general", "MIL", True, None),  # a rank
    ("admirals", "MIL", True, None),  # ranks
    ("government", "GOV", False, None),  # a body
    ("embassies", "GOV", False, None),  # a plural in -ies
    ("parliament", "LEG", False, None),  # those who make laws
    ("duma", "LEG", False, None),  # by their own name
    ("army", "MIL", False, None),  # those who fight for a state
    ("armies", "MIL", False, None),  # in the plural
    ("troops", "MIL", False, None),  # a word without singular
    ("troop", "MIL", False, None),  # which the tagger makes singular all the same
    ("forces", "MIL", False, None),  # 'his forces'
    ("rebels", "REB", False, None),  # those who fight against one
    ("guerrillas", "REB", False, None),  # the same
    ("policemen", "COP", False, None),  # a plural in -men
    ("opposition", "OPP", False, None),  # those who oppose it
    ("party", "PTY", False, None),  # a party
    ("companies", "BUS", False, None),  # business
    ("newspaper", "JRN", False, None),  # the press
    ("judges", "JUD", False, None),  # the bench
    ("spies", "SPY", False, None),  # a plural in -ies
    ("refugees", "REF", False, None),  # people who fled
    ("protesters", "CVL", False, None),  # people in the street
    ("churches", "REL", False, None),  # a plural in -ches
    ("peasants", "AGR", False, None),  # those who till
    ("pirates", "CRM", False, None),  # those who rob
    ("workers", "LAB", False, None),  # those who work
)


@pytest.mark.parametrize("word, sector, office, leader_office", CASES)
def test_a_noun_names_a_role(word: str, sector: str, office: bool, leader_office: str | None) -> None:
    assert roles.role_of(word) == roles.Role(role=sector, office=office, leader_office=leader_office)


@pytest.mark.parametrize("word", (
    "treaty",  # an agreement is nobody
    "country",  # a state as such has no sector
    "us",  # no plural of a one-letter word
    "news",  # ends like a plural
    "",  # nothing
))  # fmt: skip
def test_other_words_name_none(word: str) -> None:
    assert roles.role_of(word) is None


def test_the_table_knows_only_plovers_sectors_and_the_leaders_offices() -> None:
    for row in rows("roles.csv"):
        assert row["role"] in _SECTORS, row
        assert row["office"] in ("yes", "no"), row
        assert row["leader_office"] in ("", *leaders.OFFICES), row
        assert row["office"] == "yes" or not row["leader_office"], row


def test_no_word_stands_twice() -> None:
    words = Counter(word for row in rows("roles.csv") for word in row["words"].split(";"))
    assert [word for word, count in words.items() if count > 1 or word != word.strip().lower() or not word] == []
