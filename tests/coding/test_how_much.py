"""Tables of sentences with the figures that a careful reader finds in them.

A case is a sentence and its figures as (value, unit, of, per, bound).
"""

from __future__ import annotations

import re

import pytest
from spacy.language import Language

from detente.coding.how_much import Quantity, figures
from detente.knowledge.tables import rows
from detente.knowledge.units import numerals
from detente.reading.parser import parser

Expected = list[tuple[float, str, str | None, str | None, str | None]]
Case = tuple[str, Expected]

CASES: tuple[Case, ...] = (
    # --- money
    # magnitude word after a symbol; verb of excess is a bound and its governor what is counted
    ("Two-way trade exceeding US$4 billion made Chile a partner of Canada in 2012.",
     [(4e9, "USD", "Two-way trade", None, ">")]),
    # currency word, content after 'of', magnitude word
    ("Britain paid 3 million pounds to Spain in 1817 to end the trade in slaves.",
     [(3e6, "GBP", None, None, None)]),
    # content after 'in'
    ("Washington released some $90 million in Libyan assets in 2011.",
     [(90e6, "USD", "assets", None, "~")]),
    # host noun before 'of'
    ("China was to pay an indemnity of 450 million taels after the Boxer rising.",
     [(450e6, "XXX", "indemnity", None, None)]),
    # pesos by adjective
    ("Bogotá voted 10 million Colombian pesos for its navy.",
     [(10e6, "COP", None, None, None)]),
    # pesos without a country
    ("The treasury found 10 million pesos for the army.",
     [(10e6, "XXX", None, None, None)]),
    # abbreviations glued to the number
    ("Norway gave Sudan £3m and €2bn in relief.",
     [(3e6, "GBP", None, None, None), (2e9, "EUR", "relief", None, None)]),
    # dollars of other states by symbol
    ("Canberra pledged A$3.5 million to Tonga, and Ottawa C$2 million.",
     [(3.5e6, "AUD", None, None, None), (2e6, "CAD", None, None, None)]),
    # one token for the tokenizer
    ("Hong Kong fined the carrier HK$5,000 in 1999.",
     [(5000, "HKD", None, None, None)]),
    # worth: what it is the price of
    ("Poland bought tanks worth 6 billion euros from Seoul in 2022.",
     [(6e9, "EUR", "tanks", None, None)]),
    # yen by word
    ("Japan lent Peking 330 billion yen in 1979.",
     [(330e9, "JPY", None, None, None)]),
    # yuan by word
    ("Beijing granted Cambodia 400 million yuan in military aid.",
     [(400e6, "CNY", "military aid", None, None)]),
    # rubles, both spellings
    ("Moscow lent Turkey eight million gold roubles in 1932.",
     [(8e6, "RUB", None, None, None)]),
    # marks before the euro, gold ones too
    ("The final bill stood at 132 billion gold marks in 1921.",
     [(132e9, "DEM", "final bill", None, None)]),
    # francs without adjective are French, Belgian ones are not
    ("Paris lent Russia 500 million francs, and Brussels 40 million Belgian francs.",
     [(500e6, "FRF", None, None, None), (40e6, "BEF", None, None, None)]),
    # a dollar sum as modifier of a noun
    ("The Bank suspended a $40 million grant to Uganda in 2014.",
     [(40e6, "USD", "grant", None, None)]),
    # hyphens all through
    ("A five-million-dollar loan to Liberia was signed in 1912.",
     [(5e6, "USD", "loan", None, None)]),
    # code before the number
    ("The Emirates deposited USD 2 billion with the central bank of Pakistan.",
     [(2e9, "USD", None, None, None)]),
    # lakh
    ("The Company took fifty lakh rupees from the Nawab.",
     [(5e6, "INR", None, None, None)]),
    # old thousands of dollars in full
    ("Congress voted $400,000,000 for Greece and Turkey in 1947.",
     [(400e6, "USD", None, None, None)]),
    # yearly by adjective of the host noun
    ("Denmark accepted an annual subsidy of £60,000 from the Crown.",
     [(60000, "GBP", "annual subsidy", "year", None)]),
    # yearly after the sum, in words
    ("Panama was paid $250,000 annually for the canal strip.",
     [(250000, "USD", None, "year", None)]),
    # per unit of a good
    ("Riyadh sold the oil at 32 dollars a barrel in 1980.",
     [(32, "USD", None, "barrel", None)]),
    # half a billion
    ("Kuwait promised Jordan half a billion dollars.",
     [(5e8, "USD", None, None, None)]),
    # million and a half in the middle
    ("Two and a half million dollars went to the rebels in Angola.",
     [(2.5e6, "USD", None, None, None)]),
    # range, second magnitude is meant for both
    ("Russia asked for $5 to $7 billion in credits.",
     [(5e9, "USD", "credits", None, ">"), (7e9, "USD", "credits", None, "<")]),
    # range with a dash
    ("The dam will cost $3-4 billion, Addis Ababa said.",
     [(3e9, "USD", None, None, ">"), (4e9, "USD", None, None, "<")]),
    # from ... to with a verb of change is no range
    ("Trade grew from $2 billion to $8 billion in ten years.",
     [(2e9, "USD", "Trade", None, None), (8e9, "USD", "Trade", None, None), (10, "a", None, None, None)]),
    # pounds of something that is weighed
    ("Agents seized 500 pounds of cocaine off Honduras.",
     [(500, "lb", "cocaine", None, None)]),
    # pounds of a state
    ("Cairo owed the Sudan 20 million Egyptian pounds.",
     [(20e6, "EGP", None, None, None)]),
    # lira, pesetas
    ("Rome lent Albania fifty million gold lire in 1925, and Madrid lent 3 million pesetas.",
     [(50e6, "ITL", None, None, None), (3e6, "ESP", None, None, None)]),
    # aid in apposition
    ("Its aid to Samoa, about NZ$8 million a year, went on.",
     [(8e6, "NZD", "aid", "year", "~")]),
    # vague money is no figure
    ("Millions of dollars and several hundred rifles went to the Contras.", []),
    # South American and African currencies
    ("Pretoria lent Mozambique 300 million rand and Brasília gave 12 million reais.",
     [(300e6, "ZAR", None, None, None), (12e6, "BRL", None, None, None)]),
    # a symbol with an abbreviation in capitals
    ("Doha bought jets for $12B from Washington.",
     [(12e9, "USD", None, None, None)]),
    # --- measures
    # mass of a good, yearly
    ("Qatar is to ship 4 million tons of natural gas annually to Bangladesh.",
     [(4e6, "t", "natural gas", "year", None)]),
    # metric tons are tons
    ("The freighter carried 1.5 metric tons of yellowcake from Niger.",
     [(1.5, "t", "yellowcake", None, None)]),
    # distance with a bound
    ("The airliner strayed more than 200 miles into Soviet airspace in 1983.",
     [(200, "mi", None, None, ">")]),
    # zone by adjective
    ("Peru claimed a 200-mile fishing zone in 1947.",
     [(200, "mi", "fishing zone", None, None)]),
    # kilometres, two spellings
    ("Somali forces advanced 700 kilometres, to within 40 km of Harar.",
     [(700, "km", None, None, None), (40, "km", None, None, None)]),
    # area in digits
    ("Bolivia gave up 120,000 square kilometers of coast in 1904.",
     [(120000, "km2", "coast", None, None)]),
    # acres and hectares
    ("Hawaii ceded 4,000 acres of land, and Fiji nine hectares.",
     [(4000, "acre", "land", None, None), (9, "ha", None, None, None)]),
    # flow with per
    ("Iraq pumped 2.5 million barrels of oil a day through Turkey.",
     [(2.5e6, "bbl", "oil", "day", None)]),
    # abbreviated flow
    ("Saudi output fell by 500,000 bpd in 2019.",
     [(500000, "bbl", "output", "day", None)]),
    # yield of a bomb
    ("China tested a 22-kiloton device in 1964, and Moscow one of fifty megatons in 1961.",
     [(22, "kt", "device", None, None), (50, "Mt", None, None, None)]),
    # volume of gas
    ("Algeria sends Italy 22 billion cubic meters of gas every year.",
     [(22e9, "m3", "gas", "year", None)]),
    # energy over time
    ("Laos sold Thailand 900 million kilowatt-hours of power.",
     [(900e6, "kW.h", "power", None, None)]),
    # wheat by the bushel
    ("Canada sold China 186 million bushels of wheat in 1961.",
     [(186e6, "bu", "wheat", None, None)]),
    # tonnage of warships
    ("Heavy cruisers were not to exceed 10,000 tons under the treaty of 1930.",
     [(10000, "t", "Heavy cruisers", None, "<")]),
    # nautical miles, depth
    ("Iceland extended its limit to 50 nautical miles in 1972.",
     [(50, "nmi", "limit", None, None)]),
    # degrees are no figure
    ("Britain offered a border on the 49 degree line, and later the 49th parallel.", []),
    # height over ground
    ("Indian soldiers fought at 18,000 feet on the Siachen glacier.",
     [(18000, "ft", None, None, None)]),
    # speed, in the bay
    ("The destroyer passed at 30 knots.",
     [(30, "kn", None, None, None)]),
    # --- shares
    # growth, yearly
    ("Exports to Vietnam had grown more than 40% annually since 2001.",
     [(40, "%", "Exports", "year", ">")]),
    # estimated share of something
    ("The pipeline covers an estimated 20% of Bulgaria's annual gas consumption.",
     [(20, "%", "annual gas consumption", None, "~")]),
    # percent as a word, share of a noun phrase
    ("Moscow raised its price by 15 percent in 2006.",
     [(15, "%", "price", None, None)]),
    # percentage points are percent
    ("Tariffs on Mexican steel rose 10 percentage points.",
     [(10, "%", "Tariffs", None, None)]),
    # tariff as a modifier
    ("Washington imposed a 25 percent tariff on Chinese steel in 2018.",
     [(25, "%", "tariff", None, None)]),
    # fractions in words
    ("Three quarters of the voters in Schleswig chose Denmark.",
     [(75, "%", "voters", None, None)]),
    # a third of
    ("Finland lost a third of its fleet.",
     [(100 / 3, "%", "fleet", None, None)]),
    # a third party is no share
    ("The dispute was put to a third party in 1899.", []),
    # half and twice are no figures
    ("Half of the army was sent twice to the border.", []),
    # --- people
    # passengers and crew
    ("All 269 passengers and 29 crewmembers perished off Sakhalin.",
     [(269, "person", "passengers", None, None), (29, "person", "crewmembers", None, None)]),
    # inhabitants by their name
    ("Havana sent more than 6,000 Cubans to Grenada.",
     [(6000, "person", "Cubans", None, ">")]),
    # nationality before the noun
    ("A force of one hundred thousand Iraqi troops crossed the border.",
     [(100000, "person", "troops", None, None)]),
    # casualty verbs, second number bare
    ("Planes sank the gunboat, killing three men and wounding 48.",
     [(3, "person", "men", None, None), (48, "person", "wounded", None, None)]),
    # dead and wounded as nouns
    ("The raid on Tripoli left 37 dead and 93 wounded.",
     [(37, "person", "dead", None, None), (93, "person", "wounded", None, None)]),
    # passive with a bare subject
    ("At least 40 were injured when police fired in Lhasa.",
     [(40, "person", "injured", None, ">")]),
    # a range of people
    ("Between 300 and 400 soldiers deserted to Uganda.",
     [(300, "person", "soldiers", None, ">"), (400, "person", "soldiers", None, "<")]),
    # 'others' of a casualty verb
    ("A bomb in Karachi killed 12 people and injured 30 others.",
     [(12, "person", "people", None, None), (30, "person", "others", None, None)]),
    # composed number word with 'and'
    ("Napoleon III sent one hundred and twenty thousand men to Lombardy in 1859.",
     [(120000, "person", "men", None, None)]),
    # hyphenated strength
    ("Nigeria led a 3,000-strong force into Liberia, with a 500-man vanguard.",
     [(3000, "person", "force", None, None), (500, "person", "vanguard", None, None)]),
    # part of a whole
    ("Ankara expelled 12 of the 30 diplomats.",
     [(12, "person", "diplomats", None, None), (30, "person", "diplomats", None, None)]),
    # a further number
    ("Another 4,000 marines landed at Da Nang in 1965.",
     [(4000, "person", "marines", None, None)]),
    # a small number of people is a figure
    ("Belgrade expelled two Albanian diplomats in 1998.",
     [(2, "person", "diplomats", None, None)]),
    # one person
    ("Turkish guards killed one soldier at the Evros.",
     [(1, "person", "soldier", None, None)]),
    # prisoners, spelled out
    ("India freed ninety-three thousand prisoners under the Simla agreement.",
     [(93000, "person", "prisoners", None, None)]),
    # fewer than
    ("Fewer than 100 settlers remained on the Falklands in 1833.",
     [(100, "person", "settlers", None, "<")]),
    # no fewer than turns round
    ("No fewer than 700 refugees drowned off Libya in 2015.",
     [(700, "person", "refugees", None, ">")]),
    # no more than
    ("Santiago would admit no more than 50 observers.",
     [(50, "person", "observers", None, "<")]),
    # number behind the noun is a bound
    ("Libya expelled 300 or more workers from Tunisia.",
     [(300, "person", "workers", None, ">")]),
    # per period
    ("The quota let in 105 immigrants a year from China.",
     [(105, "person", "immigrants", "year", None)]),
    # 'one of the' is no figure
    ("One of the generals fled to Paraguay.", []),
    # 'one' as a pronoun
    ("The treaty was one that neither side wanted.", []),
    # --- things
    # a list of goods
    ("The team took home thirty-six South Korean radios, seven minibuses, four large buses and one copy machine.",
     [(36, "item", "radios", None, None), (7, "item", "minibuses", None, None),
      (4, "item", "large buses", None, None), (1, "item", "copy machine", None, None)]),
    # a line end inside the number word
    ("They carried off thirty- six typewriters.",
     [(36, "item", "typewriters", None, None)]),
    # ships in small number at the start of the sentence
    ("Two British cruisers left Malta for Smyrna in 1922.",
     [(2, "item", "cruisers", None, None)]),
    # compound head
    ("Manila will get five patrol boats from Tokyo by 2028.",
     [(5, "item", "patrol boats", None, None)]),
    # states in number words beyond ten
    ("Troops from thirty-four countries stood in the Saudi desert.",
     [(34, "item", "countries", None, None)]),
    # coalition in digits
    ("A coalition of 16 nations fought in Korea under the blue flag.",
     [(16, "item", "nations", None, None)]),
    # a range of things with a dash
    ("Libya flew 10-15 tanks to Chad in 1983.",
     [(10, "item", "tanks", None, ">"), (15, "item", "tanks", None, "<")]),
    # 'to' between two numbers
    ("Syria moved 20 to 30 missiles into the valley.",
     [(20, "item", "missiles", None, ">"), (30, "item", "missiles", None, "<")]),
    # nominal limits
    ("The two sides agreed on a limit of 50 cruisers and 339,000 tons in 1929.",
     [(50, "item", "cruisers", None, None), (339000, "t", None, None, None)]),
    # warheads
    ("Each side may keep 1,550 warheads.",
     [(1550, "item", "warheads", None, None)]),
    # a four-digit number that is no year
    ("Saint-Domingue was retaken with 1500 muskets.",
     [(1500, "item", "muskets", None, None)]),
    # two dozen
    ("Tehran sold Khartoum two dozen drones.",
     [(24, "item", "drones", None, None)]),
    # type names in front of the noun
    ("Moscow withdrew 42 SS-4 missiles from Cuba in 1962.",
     [(42, "item", "SS-4 missiles", None, None)]),
    # abstract things in small number are noise
    ("They signed three agreements and discussed two questions for the third time.", []),
    # zones are noise
    ("Korea was divided at the 38th parallel into two occupation zones.", []),
    # definite party
    ("The two countries signed it, and both sides and these two leaders were content.", []),
    # compounds with a number are noise
    ("The two-way talks became six-party talks under one-party rule.", []),
    # --- durations
    # term of a contract
    ("Gas will flow for thirty years from Turkmenistan.",
     [(30, "a", None, None, None)]),
    # ultimatum
    ("Tirana gave the advisers 48 hours to leave.",
     [(48, "h", None, None, None)]),
    # adjective of duration
    ("Bangkok and Vientiane signed a 15-year agreement on power.",
     [(15, "a", "agreement", None, None)]),
    # a grace period in words
    ("The text gave Baghdad a forty-five day grace period.",
     [(45, "d", "grace period", None, None)]),
    # relative dates belong to when, not here
    ("Three months later, and two years after the coup, the envoy left; four days ago he came back.", []),
    # spans that are counted from now
    ("For the past three years and over the last ten months nothing moved.", []),
    # --- what looks like a number
    # years and dates
    ("In 1922 and on 6 September 1932, in June 1950 and on May 14-16, 1955 treaties were made.", []),
    # year spans, decades
    ("The war of 1980–1988 and the crises of the 1990s ended in 2000.", []),
    # a year before a noun
    ("Crowds marched against the 1922 treaty and the 2006 coup.", []),
    # numbered things
    ("Article 5, Resolutions 661 and 678, Flight 007, Room 40, page 12 and No. 10 are names.", []),
    # type names
    ("A Boeing 747, an F-16, a T-34 and a B-52 met at the G20 and the Group of 77.", []),
    # names with number words
    ("The Six-Day War, the Five-Power Treaty, the Fourteen Points and the Twenty-One Demands are names.", []),
    # times of day
    ("At 10:30 a.m. and again at 4 p.m. on Tuesday the guns fired; by 12 o'clock all was over.", []),
    # list marker
    ("1. Japan recognises the independence of Korea.", []),
    # section numbers
    ("Section 3.1.4 and paragraph (2) of the annex apply.", []),
    # telephone
    ("Press office of the mission: +41 22 917 1234 or 555-0134.", []),
    # ratios and votes
    ("Tokyo wanted 10:10:7 and the Senate voted 20 to 10.", []),
    # ages
    ("The 34-year-old pilot and his wife, 29, were freed.", []),
    # ordinals in words and digits
    ("The twenty-first session, the 19th century and the thirty-third president are ordinals.", []),
)

# Set aside: written before the rules, and not looked at while they were tuned.
ASIDE: tuple[Case, ...] = (
    # an indemnity in words, a host noun before 'of'
    ("France agreed in 1816 to pay an indemnity of seven hundred million francs.",
     [(700e6, "FRF", "indemnity", None, None)]),
    # small number of a goods noun, and a person noun without numeral beside it
    ("The Bey of Tunis released three ships and their crews in 1819.",
     [(3, "item", "ships", None, None)]),
    # an old long-form plural of the magnitude with 'of' before the currency
    ("Mexico received fifteen millions of dollars for the ceded provinces in 1848.",
     [(15e6, "USD", None, None, None)]),
    # unit of area with a thousands comma
    ("Paraguay lost some 60,000 square miles to its neighbours after the war.",
     [(60000, "mi2", None, None, "~")]),
    # identifiers are no figures
    ("Under Article 51 and Resolution 242 the two sides met again in 1973.", []),
    # rupees with Indian magnitudes
    ("India lent Nepal Rs 25 crore for the highway in 1995.",
     [(250e6, "INR", None, None, None)]),
    # a range with a symbol on both ends
    ("Analysts put the cost of the canal at $40 to $50 billion.",
     [(40e9, "USD", "cost", None, ">"), (50e9, "USD", "cost", None, "<")]),
    # vague plurals are no figures
    ("Hundreds of soldiers and dozens of trucks crossed into Zaire in 1996.", []),
    # the two parties are no figure
    ("The two countries exchanged ambassadors after thirteen years.",
     [(13, "a", None, None, None)]),
    # percentage with the words apart, subject as what is counted
    ("Bilateral trade rose by nearly 35 per cent in 2011.",
     [(35, "%", "Bilateral trade", None, "~")]),
    # hyphenated tonnage
    ("Brazil ordered two 19,000-ton battleships from British yards in 1907.",
     [(2, "item", "19,000-ton battleships", None, None), (19000, "t", "battleships", None, None)]),
    # a compound word number before a nationality adjective
    ("Some four hundred and fifty Belgian paratroopers landed at Stanleyville in 1964.",
     [(450, "person", "paratroopers", None, "~")]),
    # money by adjective of state
    ("Argentina froze deposits worth 3 billion Argentine pesos.",
     [(3e9, "ARS", "deposits", None, None)]),
    # dates in both orders are no figures
    ("The truce of 11 November 1918 and the treaty of June 28, 1919 ended the war.", []),
    # a fraction of something
    ("Two-thirds of the deputies voted for union with Romania in 1918.",
     [(200 / 3, "%", "deputies", None, None)]),
    # half a million
    ("Half a million refugees fled to Tanzania from Rwanda in 1994.",
     [(500000, "person", "refugees", None, None)]),
    # at least, with money nouns following
    ("Tokyo promised at least ¥50 billion in loans to Jakarta in 1998.",
     [(50e9, "JPY", "loans", None, ">")]),
    # energy
    ("Ethiopia will sell Kenya 400 megawatts of electricity under the deal.",
     [(400, "MW", "electricity", None, None)]),
    # a definite small group is no figure
    ("The three ministers left Geneva without an agreement.", []),
    # age is no figure
    ("The envoy, aged 61, died in Tehran in 1829.", []),
    # a list of goods
    ("Prague shipped 50 tanks, 120 trucks and five thousand rifles to Guatemala.",
     [(50, "item", "tanks", None, None), (120, "item", "trucks", None, None), (5000, "item", "rifles", None, None)]),
    # monthly subsidy
    ("London paid Ibn Saud £5,000 a month during the war.",
     [(5000, "GBP", None, "month", None)]),
    # bound by 'up to'
    ("Australia will accept up to 12,000 Syrian refugees.",
     [(12000, "person", "refugees", None, "<")]),
    # duration of a lease
    ("Russia leased Port Arthur for 25 years in 1898.",
     [(25, "a", None, None, None)]),
    # a relative date is no figure
    ("Two weeks later Ankara recalled its ambassador.", []),
    # Swiss francs
    ("The bank in Zurich returned 600 million Swiss francs to Nigeria.",
     [(600e6, "CHF", None, None, None)]),
    # kilograms with decimals
    ("Iran shipped 11.3 tonnes of enriched uranium to Russia in 2015.",
     [(11.3, "t", "enriched uranium", None, None)]),
    # members of an organisation in digits
    ("A summit of 54 African states met in Addis Ababa.",
     [(54, "item", "states", None, None)]),
    # vote tallies are no figures
    ("The Council adopted the text by a vote of 13 to 0.", []),
    # hostages by word
    ("The students held fifty-two Americans for 444 days.",
     [(52, "person", "Americans", None, None), (444, "d", None, None, None)]),
    # 'a dozen'
    ("Manila arrested a dozen Chinese fishermen near the shoal in 1995.",
     [(12, "person", "fishermen", None, None)]),
    # a loan as the object with the sum as modifier
    ("The Fund approved a $2.9 billion loan to Sri Lanka in 2023.",
     [(2.9e9, "USD", "loan", None, None)]),
    # a width in feet, the noun that carries it
    ("The Suez canal was dug to a depth of 26 feet by 1869.",
     [(26, "ft", "depth", None, None)]),
    # missiles with a number in their name
    ("Moscow scrapped 654 SS-20 missiles under the treaty of 1987.",
     [(654, "item", "SS-20 missiles", None, None)]),
    # a threefold hedge in the middle of a sentence
    ("The earthquake killed almost 9,000 people in Nepal, and Delhi sent ten helicopters.",
     [(9000, "person", "people", None, "~"), (10, "item", "helicopters", None, None)]),
    # a group's name is no figure
    ("The Group of Seven met in Halifax in 1995.", []),
)

# Set aside with them and read otherwise, known gaps: 'fighters' are people even if they fly, a number between place
# and verb is lost, a cut in output is taken as barrels of output, a people unknown to the parser is not counted.
ASIDE_GAPS: tuple[Case, ...] = (
    # aircraft type is no figure, its number is
    ("Egypt took delivery of 24 MiG-21 fighters from Moscow in 1962.",
     [(24, "item", "MiG-21 fighters", None, None)]),
    # a bare number of a casualty verb in the passive
    ("In Beirut 241 were killed when a truck exploded at the barracks.",
     [(241, "person", "killed", None, None)]),
    # a rate of flow
    ("Libya cut its output by 300,000 barrels per day in 1973.",
     [(300000, "bbl", None, "day", None)]),
    # a yearly quota of people
    ("Germany takes in 20,000 Kosovars each year.",
     [(20000, "person", "Kosovars", "year", None)]),
)


@pytest.fixture(name="parser", scope="module")
def loaded_parser() -> Language:
    return parser()


def read(parser: Language, text: str, country: str | None = None) -> list[Quantity]:
    return [quantity for sentence in parser(text).sents for quantity in figures(sentence, country)]


def plain(found: list[Quantity]) -> Expected:
    return [(round(q.value, 6), q.unit, q.of, q.per, q.bound) for q in found]


def rounded(expected: Expected) -> Expected:
    return [(round(value, 6), *rest) for value, *rest in expected]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_figures_of_a_sentence(parser: Language, text: str, expected: Expected) -> None:
    """Every figure is found with its unit, what it counts, its rate and its bound, and nothing else is."""
    assert plain(read(parser, text)) == rounded(expected)


def test_unseen_sentences_are_read_as_well(parser: Language) -> None:
    """Of the sentences set aside, nine in ten are read right in every field (36 of 40 when first run)."""
    unseen = (*ASIDE, *ASIDE_GAPS)
    right = sum(plain(read(parser, text)) == rounded(expected) for text, expected in unseen)
    assert right / len(unseen) >= 0.9


# The account speaks of a state whose money shares its name with others': (text, country, unit)
MONEY_BY_STATE: tuple[tuple[str, str | None, str], ...] = (
    # a senate's pesos are its own state's
    ("The Senate voted 10 million pesos for the army.", "COL", "COP"),
    ("The Senate voted 10 million pesos for the army.", "PHL", "PHP"),
    # no state, no guess
    ("The Senate voted 10 million pesos for the army.", None, "XXX"),
    # a state that has no such money tells nothing
    ("The Senate voted 10 million pesos for the army.", "FRA", "XXX"),
    # an adjective outweighs the state spoken of
    ("The bank lent 10 million Mexican pesos.", "COL", "MXN"),
    # dollars are American whoever is spoken of
    ("They were promised 10 million dollars.", "CAN", "USD"),
    # the sign of the rupee is shared
    ("The dam cost Rs 40 crore.", "PAK", "PKR"),
    # rials and dinars
    ("They paid 3 million dinars.", "IRQ", "IQD"),
)


@pytest.mark.parametrize(("text", "country", "unit"), MONEY_BY_STATE)
def test_money_follows_the_state_spoken_of(parser: Language, text: str, country: str | None, unit: str) -> None:
    """Bare pesos, rials or rupees are those of the state spoken of last, or of none."""
    assert [quantity.unit for quantity in read(parser, text, country)] == [unit]


@pytest.mark.parametrize(("text", "_"), CASES)
def test_offsets_and_words_are_the_sentence_s(parser: Language, text: str, _: Expected) -> None:
    """A figure's span begins and ends with tokens, holds its root, and what it counts stands in the sentence."""
    doc = parser("The talks began. " + text)
    for quantity in (q for sentence in doc.sents for q in figures(sentence)):
        span = doc.char_span(quantity.start, quantity.end)
        assert span is not None
        assert span.start_char >= len("The talks began. ")
        assert quantity.root.doc is doc
        participle = quantity.of == "wounded" and text.endswith("wounding 48.")  # the one exception: what befell them
        assert quantity.of is None or quantity.of in doc.text or participle


def test_root_is_where_the_figure_hangs(parser: Language) -> None:
    """The root is the counted noun, the unit or the last word of the sum."""
    found = read(parser, "Poland bought 180 tanks and 5 tons of copper for $3 billion.")
    assert [quantity.root.text for quantity in found] == ["tanks", "tons", "billion"]


# Number words and their values; None: no definite number.
NUMBERS: tuple[tuple[str, float | None], ...] = (
    ("one hundred and twenty thousand", 120_000),
    ("two and a half million", 2_500_000),
    ("a million and a half", 1_500_000),
    ("half a million", 500_000),
    ("half a dozen", 6),
    ("thirty- six", 36),  # a line end in the middle
    ("3½ million", 3_500_000),
    ("one thousand nine hundred and forty", 1940),
    ("7.5bn", 7.5e9),
    ("4,200", 4200),
    ("twenty millions", 20e6),  # as the nineteenth century wrote
    ("forty lakh", 4e6),
    ("hundreds of thousands", None),
    ("several million", None),
    ("dozens", None),
    ("thirty-third", None),
    ("the 38th", None),
)


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_number_words(text: str, value: float | None) -> None:
    """Cardinal numbers in words, digits or both have one value; ordinals and vague numbers have none."""
    assert [numeral.value for numeral in numerals(text)] == ([] if value is None else [value])


def test_units_are_named_once() -> None:
    """No word of the unit table stands for two units, and each measure says how pint writes it."""
    words = [word for row in rows("units.csv") for word in row["words"].split(";")]
    assert sorted(words) == sorted(set(words))
    assert all(row["pint"] for row in rows("units.csv") if row["unit"] not in ("person", "item", "-"))


def test_currencies_are_iso_codes() -> None:
    """Codes are three capitals, countries too, and at most one currency of a name is meant by the bare word."""
    table = rows("currencies.csv")
    assert all(re.fullmatch("[A-Z]{3}", row["code"]) for row in table)
    assert all(re.fullmatch("[A-Z]{3}", code) for row in table for code in filter(None, row["countries"].split(";")))
    bare = [word for row in table if row["bare"] == "always" for word in row["words"].split(";")]
    assert sorted(bare) == sorted(set(bare))
