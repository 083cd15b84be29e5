"""Places: which of the names in a sentence say where an act happened, and to whom each place belonged on its day.

Each row: the sentence, the trigger of the act, the day of the act, and the places expected, in the order of the
text, as 'words = code of the country on that day', with - for waters and lines between states.
"""



from __future__ import annotations

import datetime as dt
import time

import pytest

from detente.coding.where import where
from detente.reading.parser import parser

Row = tuple[str, str, str, list[str]]

# Written before the rules and looked at once, when they were done.
ASIDE: list[Row] = [
    ("The battleship sailed to Havana to protect citizens there.", "sailed", "1898-01-25", ["Havana = CUB"]),  # destination of a motion
    ("The Panmunjom armistice left no victor.", "armistice", "1953-07-27", ["Panmunjom = KOR"]),  # a town before the noun
    ("Washington opened talks with Moscow on the missiles.", "talks", "1982-06-29", []),  # capitals on both sides of 'with' are governments
    ("Delegates from both sides concluded peace at Portsmouth.", "concluded", "1905-09-05", ["Portsmouth = USA"]),  # the port of that peace
    ("France and Spain signed a treaty in Madrid over the Moroccan zones.", "signed", "1912-11-27", ["Madrid = ESP"]),  # 'over' names the matter, 'in' the place
    ("Argentine commandos seized the Falkland Islands.", "seized", "1982-04-02", ["Falkland Islands = GBR"]),  # islands as object
    ("He went to Tehran, where he signed a treaty of friendship with the Shah.", "signed", "1921-02-26", ["Tehran = IRN"]),  # 'where' stands for the place
    ("Eisenhower landed marines in Lebanon at the request of its president.", "landed", "1958-07-15", ["Lebanon = LBN"]),  # a country behind 'in' is a place
    ("Washington imposed sanctions on Havana.", "sanctions", "1962-02-07", []),  # 'on' a capital after sanctions is a government
    ("India and Pakistan quarrelled over Kashmir.", "quarrelled", "1965-04-01", []),  # 'over' what they quarrel about
    ("Perry anchored off Uraga with four black ships.", "anchored", "1853-07-08", ["Uraga = JPN"]),  # off
    ("Russia mobilised on the border with Turkey.", "mobilised", "1877-04-12", []),  # a border without a name
    ("The Tanzanian army captured Kampala and Amin fled to Libya.", "fled", "1979-04-11", ["Libya = LBY"]),  # the second verb has its own place
    ("Boer commandos surrounded Ladysmith.", "surrounded", "1899-11-02", ["Ladysmith = GBR"]),  # a besieged town of the south
    ("Their envoys signed a treaty at Guadalupe Hidalgo that ceded California.", "signed", "1848-02-02", ["Guadalupe Hidalgo = MEX"]),  # a villa that only history knows
    ("Crowds in Jakarta burned the British embassy.", "burned", "1963-09-18", ["Jakarta = IDN"]),  # on the subject, if it is no government
    ("Japan annexed Okinawa over Chinese protests.", "annexed", "1879-04-04", ["Okinawa = JPN"]),  # an annexed island
    ("The United States condemned the invasion of Hungary at the United Nations.", "condemned", "1956-11-04", []),  # an organisation is no place
    ("Carter brought Sadat and Begin to Camp David.", "brought", "1978-09-05", ["Camp David = USA"]),  # a retreat
    ("NATO leaders met in Madrid and invited Warsaw, Prague and Budapest to join.", "invited", "1997-07-08", []),  # the invited are governments
    ("The kings of Norway and Sweden parted in Karlstad.", "parted", "1905-09-23", ["Karlstad = SWE"]),  # a small town
    ("Soviet and Japanese armies fought along the Khalkhin Gol.", "fought", "1939-08-20", ["Khalkhin Gol = MNG"]),  # along a river
    ("The US carrier group moved through the Strait of Hormuz.", "moved", "1988-04-18", ["Strait of Hormuz = -"]),  # through a strait
]  # fmt: skip

ROWS: list[Row] = [
    ("The two foreign ministers signed the protocol at Geneva in July.", "signed", "1954-07-21", ["Geneva = CHE"]),  # at, on the verb
    ("Roosevelt, Churchill and Stalin met in Yalta to settle the shape of the peace.", "met", "1945-02-04", ["Yalta = SUN"]),  # in; the town belongs to the state of that day
    ("American marines landed at Inchon at dawn.", "landed", "1950-09-15", ["Inchon = KOR"]),  # a landing
    ("Planes from the carriers bombed Hanoi for eleven nights.", "bombed", "1972-12-20", ["Hanoi = VDR"]),  # the town as object is the site
    ("Northern tanks crossed the 38th parallel before breakfast.", "crossed", "1950-06-25", ["38th parallel = -"]),  # a line as object
    ("The summit held in Seoul ended without a paper.", "summit", "2010-11-12", ["Seoul = KOR"]),  # a participle carries the place of the noun
    ("Talks in Geneva between the two superpowers opened on Monday.", "Talks", "1981-11-30", ["Geneva = CHE"]),  # on the noun
    ("At the Congress of Vienna the powers restored the old dynasties.", "restored", "1815-06-09", ["Vienna = AUH"]),  # a congress is named for its town
    ("Moscow said it would not attend.", "said", "1984-05-08", []),  # a capital that speaks is a government
    ("The Egyptian army crossed the Suez Canal and attacked on the other bank.", "crossed", "1973-10-06", ["Suez Canal = EGY"]),  # a canal as object
    ("Japan formally protested to London about the search of the liner.", "protested", "1940-01-22", []),  # 'to' a capital after a verb of speech is a government
    ("A Japanese squadron attacked Port Arthur at night.", "attacked", "1904-02-08", ["Port Arthur = RUS"]),  # a leased base as object
    ("Italian bombers struck Harar in the war's first spring.", "struck", "1936-03-29", ["Harar = ETH"]),  # a town in Africa
    ("The British envoy was received in Kabul by the emir.", "received", "1879-07-24", ["Kabul = AFG"]),  # passive
    ("Ottoman troops besieged Kut through the winter.", "besieged", "1916-01-10", ["Kut = OTM"]),  # a besieged town
    ("The two presidents embraced in Asmara after twenty years of silence.", "embraced", "2018-07-08", ["Asmara = ERI"]),  # a capital with 'in' is a place
    ("The Chaco armistice was signed in Buenos Aires by both belligerents.", "signed", "1935-06-12", ["Buenos Aires = ARG"]),  # two words
    ("Chile's fleet occupied Antofagasta without a shot.", "occupied", "1879-02-14", ["Antofagasta = CHL"]),  # a port that changed hands, country of the gazetteer
    ("The Security Council voted in New York to send observers.", "voted", "1948-05-29", ["New York = USA"]),  # a seat
    ("Khrushchev flew to Vienna to meet Kennedy.", "meet", "1961-06-03", ["Vienna = AUT"]),  # the place is at the journey that leads to the act
    ("Kim traveled to Peking for a meeting with Mao.", "meeting", "1950-05-13", ["Peking = CHN"]),  # the journey carries the noun
    ("Sadat visited Jerusalem and spoke to the Knesset.", "visited", "1977-11-19", ["Jerusalem = ISR"]),  # a visited town
    ("The Soviet premier visited India in the winter.", "visited", "1955-11-18", []),  # a visited country is a party, not a place
    ("Troops of the Warsaw Pact invaded Czechoslovakia.", "invaded", "1968-08-20", []),  # an invaded country is a party; a pact's name is no place
    ("German soldiers marched into Prague in the snow.", "marched", "1939-03-15", ["Prague = CSK"]),  # into
    ("The British withdrew from Aden after four years of shooting.", "withdrew", "1967-11-29", ["Aden = GBR"]),  # origin of a motion
    ("The shah's government imports wheat from Canada.", "imports", "1975-01-01", []),  # 'from' without motion is a source
    ("The attack on Pearl Harbor brought America in.", "attack", "1941-12-07", ["Pearl Harbor = USA"]),  # 'on' a base after attack
    ("Communist batteries fired on Quemoy again.", "fired", "1958-08-23", ["Quemoy = TWN"]),  # 'on' an island after fire
    ("An American U-2 was shot down over Sverdlovsk.", "shot", "1960-05-01", ["Sverdlovsk = SUN"]),  # 'over' after a shot
    ("The Bandung Conference gathered twenty-nine states.", "Conference", "1955-04-18", ["Bandung = IDN"]),  # a town in the name of a conference
    ("Both agreed at the Potsdam Conference to divide Germany.", "agreed", "1945-08-01", ["Potsdam = DEU"]),  # the town of a conference behind 'at'
    ("The Treaty of Nanking opened five ports.", "Treaty", "1842-08-29", ["Nanking = CHN"]),  # a treaty is named for its town
    ("The fleets clashed near Navarino and the Sultan's was sunk.", "clashed", "1827-10-20", ["Navarino = GRC"]),  # near; a bay of old fame
    ("The French bombarded the port of Veracruz.", "bombarded", "1838-11-27", ["Veracruz = MEX"]),  # the port of
    ("Commandos freed the hostages at the airport of Entebbe.", "freed", "1976-07-04", ["Entebbe = UGA"]),  # the airport of
    ("In Lusaka the warring parties of the Congo signed a ceasefire.", "signed", "1999-07-10", ["Lusaka = ZMB"]),  # in front
    ("In Reykjavik Reagan and Gorbachev talked for two days and parted without an accord.", "parted", "1986-10-12", ["Reykjavik = ISL"]),  # in front of two joined verbs
    ("The Tanzanian army captured Kampala and Amin fled.", "captured", "1979-04-11", ["Kampala = UGA"]),  # a captured capital is a place
    ("The fall of Khartoum shook Gladstone's cabinet.", "fall", "1885-01-26", ["Khartoum = SDN"]),  # of, after a noun of capture
    ("Ethiopian and Eritrean guns shelled each other at Badme.", "shelled", "1998-05-12", ["Badme = ETH"]),  # a village that history made known
    ("Rhodesian envoys met British ministers aboard a cruiser off Gibraltar.", "met", "1966-12-02", ["Gibraltar = GBR"]),  # aboard has no place, off has
    ("Menelik's men crushed the Italians at Adwa.", "crushed", "1896-03-01", ["Adwa = ETH"]),  # a battlefield
    ("Kitchener met Marchand at Fashoda on the Nile.", "met", "1898-09-19", ["Fashoda = SDN"]),  # the river says where the village lies
    ("Peru and Ecuador signed the protocol of peace in Rio de Janeiro.", "signed", "1942-01-29", ["Rio de Janeiro = BRA"]),  # three words
    ("US troops invaded Grenada and Reagan defended it in Washington.", "defended", "1983-10-25", ["Washington = USA"]),  # a capital behind 'in' is a place
    ("The government in Hanoi rejected the offer.", "rejected", "1965-04-08", []),  # a government's seat is no place of the act
    ("Truman recognized the new government in Damascus.", "recognized", "1949-09-20", []),  # the seat of the government that is recognized
    ("The German ambassador in St. Petersburg handed over the declaration of war.", "handed", "1914-08-01", ["St. Petersburg = RUS"]),  # an envoy acts where he is posted
    ("Britain complained to the Spanish ambassador in London.", "complained", "1898-03-10", ["London = GBR"]),  # so does the one he speaks to
    ("Tsarist troops entered Bukhara and the emir sued for peace.", "entered", "1868-06-02", ["Bukhara = RUS"]),  # an oasis
    ("Indian forces took Dacca within two weeks.", "took", "1971-12-16", ["Dacca = BGD"]),  # older spelling
    ("The Colombo Plan was praised by Nehru.", "praised", "1950-07-01", []),  # a plan's town is not where it is praised
    ("Moscow condemned the bombing of Hanoi.", "condemned", "1966-06-30", []),  # where the condemned act was is not where the words are
    ("Israel's air force raided Tunis and hit the offices there.", "raided", "1985-10-01", ["Tunis = TUN"]),  # a raided capital
    ("Iraqi missiles hit Tel Aviv and Haifa.", "hit", "1991-01-18", ["Tel Aviv = ISR", "Haifa = ISR"]),  # two towns joined
    ("The exiles landed at the Bay of Pigs.", "landed", "1961-04-17", ["Bay of Pigs = CUB"]),  # a place with 'of' in its name
    ("China sent troops across the Yalu River.", "sent", "1950-10-19", ["Yalu River = -"]),  # across a river between two states
    ("The Dayton Accords ended the war in Bosnia.", "Accords", "1995-11-21", ["Dayton = USA"]),  # a town in the name of the accords
    ("NATO leaders met in Madrid and invited Warsaw, Prague and Budapest to join.", "met", "1997-07-08", ["Madrid = ESP"]),  # where they met, not whom they invited
    ("The Australian prime minister landed in Dili to sign the treaty on the seabed.", "sign", "2018-03-06", ["Dili = TLS"]),  # the journey leads to the act
    ("Fiji hosted the leaders of the Pacific in Suva.", "hosted", "2022-07-11", ["Suva = FJI"]),  # the place behind the guests
    ("The Anzus pact was signed at San Francisco by Canberra and Wellington.", "signed", "1951-09-01", ["San Francisco = USA"]),  # 'at' the place, 'by' the governments
    ("Prussian troops entered Holstein and Austria protested in Frankfurt.", "protested", "1866-06-11", ["Frankfurt = PRU"]),  # the Diet's seat
    ("Bismarck received the Austrian envoy in Nikolsburg to dictate the terms.", "received", "1866-07-26", ["Nikolsburg = AUH"]),  # a castle town in Moravia, under its German name
    ("Brazil and its allies fought Paraguay at Tuyutí.", "fought", "1866-05-24", ["Tuyutí = PRY"]),  # a battlefield in South America
    ("The Vietnamese garrison fled Lang Son when the Chinese came.", "fled", "1979-03-04", ["Lang Son = VNM"]),  # a place that is fled
    ("Two Dutch destroyers left Surabaya for Singapore.", "left", "1942-02-20", ["Surabaya = NLD", "Singapore = GBR"]),  # both ends of a journey
    ("Vietnam pulled its last troops out of Cambodia.", "pulled", "1989-09-26", ["Cambodia = KHM"]),  # out of
    ("Iran and Saudi Arabia agreed in Beijing to reopen their embassies in Riyadh and Tehran.", "agreed", "2023-03-10", ["Beijing = CHN"]),  # where they agree, not where they will act
    ("Mexico closed its consulate in Shanghai.", "closed", "1931-05-01", ["Shanghai = CHN"]),  # the place of the thing that is closed
    ("The two Koreas held a summit at Panmunjom.", "held", "2018-04-27", ["Panmunjom = KOR"]),  # light verb and noun
    ("The admiral ordered two frigates to leave Alexandria.", "ordered", "1882-07-10", ["Alexandria = EGY"]),  # an order to move
    ("Nasser was invited to visit Belgrade.", "invited", "1956-07-01", ["Belgrade = YUG"]),  # an invitation to a place
    ("The junta resumed its bombardment of Misurata.", "resumed", "2011-04-20", ["Misurata = LBY"]),  # the object is an act that is done to ground
    ("They approached Li, the Chinese representative in Bern, with an offer.", "approached", "1951-02-01", ["Bern = CHE"]),  # where the one who is spoken to is posted
    ("He presented his credentials to the government in Kabul.", "presented", "1935-05-04", ["Kabul = AFG"]),  # what is handed over is handed over there
    ("The destroyer General Paz was sunk by a submarine.", "sunk", "1942-05-01", []),  # a ship with the name of a town
    ("The Security Summit in March 2012 brought them together.", "Summit", "2012-03-26", []),  # a month, not a town in Wales
    ("A message from the White House reached Kabul.", "message", "1980-01-04", []),  # a house that speaks is a government
    ("The consul became the first American envoy in the Ottoman Empire, at Constantinople.", "became", "1831-09-15", ["Constantinople = OTM"]),  # the town says all that the country says
    ("The Molotov-Ribbentrop pact divided the east.", "pact", "1939-08-23", []),  # people in the name of a pact
    ("An American offer to Ecuador was withdrawn.", "withdrawn", "1941-09-01", []),  # what is withdrawn does not travel to the party
    ("In Lisbon the colonels declared the war in Angola over.", "declared", "1974-07-27", ["Lisbon = PRT"]),  # words are said where the speaker is
    ("Both sides signed the Treaty of San Stefano.", "signed", "1878-03-03", ["San Stefano = OTM"]),  # the treaty that is signed names the place
    ("Both sides violated the Treaty of San Stefano.", "violated", "1878-06-01", []),  # the treaty that is broken does not
]  # fmt: skip


def _found(text: str, trigger: str, day: str) -> list[str]:
    word = next(token for token in parser()(text) if token.text == trigger)
    return [f"{span.text} = {place.country or '-'}" for span, place in where(word, dt.date.fromisoformat(day))]


@pytest.mark.parametrize("text, trigger, day, expected", ROWS)
def test_an_act_happens_where_the_sentence_puts_it(text: str, trigger: str, day: str, expected: list[str]) -> None:
    """An act gets the places of its own, not those of other acts nor capitals that stand for governments."""
    assert _found(text, trigger, day) == expected


def test_aside_cases_hold_their_floor() -> None:
    """Of the cases that no rule was fitted to, as many are right as when they were first looked at."""
    right = sum(_found(text, trigger, day) == expected for text, trigger, day, expected in ASIDE)
    assert right / len(ASIDE) >= 0.95


def test_without_a_date_a_place_belongs_to_its_state_of_today() -> None:
    word = next(token for token in parser()("They met in Kiev.") if token.text == "met")
    assert [place.country for _, place in where(word, None)] == ["UKR"]


def test_finding_places_costs_little_beside_parsing() -> None:
    """The place of an act is found in well under a millisecond or two, once the gazetteer is loaded."""
    words = [next(t for t in parser()(text) if t.text == trigger) for text, trigger, _, _ in ROWS]
    where(words[0], None)
    started = time.process_time()
    for word in words:
        where(word, dt.date(1950, 1, 1))
    assert (time.process_time() - started) / len(words) < 0.005
