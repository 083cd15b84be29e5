"""Whose claim an act is, where the text reports a claim and not a fact.

Each row: the text, the trigger of the act (the first word spelled so), the code of the speaker or None, and
what the row guards.
"""



from __future__ import annotations

import datetime as dt

import pytest

from detente.coding.memory import Memory
from detente.coding.says_who import Claim, says_who
from detente.coding.who import Cast, count_states
from detente.reading.parser import parser

Row = tuple[str, str, str | None]

# Written before the rules and looked at once, when they were done; ASIDE_FLOOR is what they reached.
ASIDE: list[Row] = [
    ("Iran said that Iraqi jets had bombed Abadan.", "bombed", "IRN"),  # said that
    ("Iraqi jets bombed Abadan, the Iranian government said.", "bombed", "IRN"),  # aside at the end
    ("Iraqi jets, Iran claims, bombed Abadan.", "bombed", "IRN"),  # aside in the middle
    ("According to Peru, Ecuadorian soldiers crossed the river.", "crossed", "PER"),  # according to, in front
    ("Ecuadorian soldiers crossed the river.", "crossed", None),  # a plain fact
    ("Libya claims to have shot down two Egyptian aircraft.", "shot", "LBY"),  # claims to have
    ("Libya is said to have armed the rebels of Chad.", "armed", None),  # is said to have: nobody named
    ("Japan was accused by China of bombing Shanghai.", "bombing", "CHN"),  # accused by X of
    ("The Turkish ambassador was quoted as saying that Greece had violated the treaty.", "violated", "TUR"),  # quoted as saying
    ("Portugal denied that it had shelled Goa.", "shelled", "PRT"),  # content of a denial
    ("Portugal denied that it had shelled Goa.", "denied", "PRT"),  # the denial, a claim that it did not
    ("Belgium protested to Germany.", "protested", None),  # a speech act without a claim
    ("Kenya reportedly expelled the Somali envoy.", "expelled", None),  # reportedly: nobody named
    ("In the words of the French foreign ministry, Siam violated the treaty.", "violated", "FRA"),  # in the words of
    ("A spokesman for the Indian army told reporters that Pakistan had shelled Kargil.", "shelled", "IND"),  # told reporters that
    ("“Our troops hold the bridge,” Hungary's minister said. “The Romanians retreated at dawn.”", "retreated", "HUN"),  # quote that goes on
    ("Chile recalled its envoy after Bolivia said that its ship had been seized.", "recalled", None),  # beside the claim
    ("Chile recalled its envoy after Bolivia said that its ship had been seized.", "seized", "BOL"),  # in the claim
    ("Albania cut off the road; a Greek spokesman said that the consul had left.", "cut", None),  # semicolon divides
    ("Sweden argued that Denmark had broken the alliance.", "broken", "SWE"),  # argued that
    ("What Moscow called an invasion by Finland began on 30 November 1939.", "invasion", "SUN"),  # what X called
    ("The newspaper reported that Spain had sold arms to Morocco.", "sold", None),  # a newspaper of no known state
    ("As the Mexican envoy put it, Texas had been stolen by the United States.", "stolen", "MEX"),  # as X put it
    ("Austria alleges that Serbia armed the assassins.", "armed", "AUT"),  # alleges that
]

MAIN: list[Row] = [
    # -- facts
    ("In 1939 Germany invaded Poland.", "invaded", None),  # history prose
    ("Argentina seized the islands, and Britain sent a fleet.", "sent", None),  # two facts
    ("Brazil and Bolivia signed the treaty of Petrópolis.", "signed", None),  # reciprocal fact
    ("Ghana promised to send troops to the Congo.", "promised", None),  # a promise is no claim
    ("Russia agreed to withdraw from Manchuria.", "agreed", None),  # nor is an agreement
    ("Israel accused Syria of shelling Galilee.", "accused", None),  # nor an accusation of an act
    ("Turkey demanded that France withdraw from Cilicia.", "demanded", None),  # nor a demand
    ("Vietnam rejected the Chinese proposal.", "rejected", None),  # nor a refusal
    ("France refused to say whether it would attack Siam.", "refused", None),  # 'say' below the act
    ("The treaty said nothing about Tibet, which China occupied.", "occupied", None),  # a treaty is no speaker
    ("It is said that Russia armed the tribes.", "armed", None),  # impersonal
    ("Cuba allegedly armed the rebels in Venezuela.", "armed", None),  # allegedly
    ("Officials say Oman closed the strait.", "closed", None),  # officials of nobody knows whom
    # -- verbs of saying above the act
    ("Ethiopia says that Eritrean tanks crossed the border.", "crossed", "ETH"),  # present tense
    ("Washington announced that it had recognised Panama.", "recognised", "USA"),  # announced, a capital for its state
    ("The Dutch governor reported that Britain had occupied Ceylon.", "occupied", "NLD"),  # an office
    ("Pakistan told the United Nations that India had attacked Lahore.", "attacked", "PAK"),  # speaker, not hearer
    ("The Japanese ministry stated Tuesday that Russia had seized a trawler.", "seized", "JPN"),  # date between
    ("Ottawa confirmed that a Soviet ship had entered its waters.", "entered", "CAN"),  # confirmed
    ("Lima admits that its troops crossed into Ecuador.", "crossed", "PER"),  # admits
    ("Greece alleged that Turkey had violated its airspace.", "violated", "GRC"),  # alleged
    ("Nicaragua insisted that Honduras had sheltered the rebels.", "sheltered", "NIC"),  # insisted
    ("The United States believed that Germany had sunk the steamer.", "sunk", "USA"),  # belief is a claim too
    ("Zambia complained that Rhodesia had bombed its villages.", "bombed", "ZMB"),  # complained
    ("Finland replied that Soviet guns had fired first.", "fired", "FIN"),  # replied
    ("Serbia warned that Bulgaria had mobilised its army.", "mobilised", "SRB"),  # warned
    ("Thailand suspects that Cambodia mined the border.", "mined", "THA"),  # suspects
    ("Bolivian and Paraguayan envoys said the armies had withdrawn.", "withdrawn", "BOL"),  # several speakers: the first
    ("Russia's ambassador charged that Poland had occupied Vilna.", "occupied", "RUS"),  # charged that
    ("Iceland said Britain's frigate rammed its gunboat and fired on the crew.", "fired", "ISL"),  # second verb of a claim
    ("Yemen said that the planes, which bombed Aden, came from Egypt.", "bombed", "YEM"),  # relative clause in a claim
    ("Panama declared on Friday that it would break relations with Colombia.", "break", "PAN"),  # reported future
    ("The Swiss note explained why Germany had closed the border.", "closed", "CHE"),  # a note speaks for its state
    ("Reports from Ankara said that Kurdish rebels had been bombed.", "bombed", "TUR"),  # reports from
    ("It was announced in Moscow in 1968 that Soviet troops had left Vienna.", "left", "SUN"),  # announced in a capital
    ("It was claimed by Morocco that Algeria had armed the front.", "armed", "MAR"),  # passive with agent
    # -- asides
    ("Indian troops occupied Goa, Portugal said.", "occupied", "PRT"),  # at the end
    ("Two Chinese ships rammed the boat, according to Vietnam.", "rammed", "VNM"),  # according to, at the end
    ("Rebels armed by Libya, Chad says, attacked Faya.", "attacked", "TCD"),  # in the middle
    ("Egypt, according to the Israeli ministry of defence, violated the ceasefire.", "violated", "ISR"),  # in the middle
    ("Georgian guns shelled Tskhinvali, said the Russian ministry.", "shelled", "RUS"),  # inverted
    ("As Britain claimed, the Boers had attacked first.", "attacked", "GBR"),  # as X claimed
    ("The frigate was sunk off Crete, the Italian admiralty announced on Monday.", "sunk", "ITA"),  # passive act
    ("In the view of the French government, Prussia provoked the war.", "provoked", "FRA"),  # in the view of
    ("By Austria's account, Sardinia attacked without warning.", "attacked", "AUT"),  # by X's account
    ("Colombian jets crossed the river, Ecuador's president said, and bombed a camp.", "bombed", "ECU"),  # second verb around an aside
    ("Spain sold the ships to Chile, the Peruvian consul wrote, and trained the crews.", "sold", "PER"),  # wrote
    ("Ships may be invited to the bay if the raids go on, a Chilean official hinted.", "invited", "CHL"),  # an aside that the parser loses
    ("Russia will not sell the rifles to Siam, a British clerk noted on Friday.", "sell", "GBR"),  # a day behind the aside
    ("On Monday, India protested.", "protested", None),  # a comma before the subject is not a quotation
    ("After France bombed Tangier, Spain protested.", "bombed", None),  # a clause before the comma is no content
    ("India recalled its envoy as Iran protested.", "recalled", None),  # 'as' of time
    ("Paraguay freed the crew, and Brazil said nothing.", "freed", None),  # a clause that follows is no aside
    # -- who is nested in whom
    ("Reuters reported that Uganda said Tanzanian troops had crossed the Kagera.", "crossed", "UGA"),  # inner speaker
    ("Brazil said that Paraguay was reported to have seized the steamer.", "seized", "BRA"),  # inner one unnamed
    ("Japan said that Russia was believed to have laid mines.", "laid", "JPN"),  # inner one unnamed
    ("Mongolia was alleged by Tokyo to have crossed the Khalkha.", "crossed", "JPN"),  # alleged by X to have
    ("Bulgaria was reported to have crossed the frontier.", "crossed", None),  # reported to have
    ("North Korea claims to have tested a rocket and threatens to attack Japan.", "tested", "PRK"),  # claims to have
    ("Rome denied having armed the Croats.", "armed", "ITA"),  # denied having
    ("The Iraqi minister was quoted as saying Kuwait had stolen oil.", "stolen", "IRQ"),  # quoted as saying
    ("Syria was said by Turkey to have dammed the stream and seized the pumps.", "seized", "TUR"),  # second verb of an infinitive
    ("China accused Vietnam of attacking its fishermen.", "attacking", "CHN"),  # what the accusation says
    ("The envoy, quoting Bucharest, said that Hungary had annexed the county.", "annexed", None),  # an envoy of nobody
    # -- the speech is the act
    ("The Japanese navy denies that its pilots bombed the ship.", "denies", "JPN"),  # denies that
    ("Spain argued that Britain had violated the treaty.", "argued", "ESP"),  # argued that
    ("Kuwait asserted that Iraq had moved the posts.", "asserted", "KWT"),  # asserted that
    ("Italy replied that Abyssinia had broken its word.", "replied", "ITA"),  # replied that
    ("Fiji alleged that Australia had stopped its judges.", "alleged", "FJI"),  # alleged that
    ("Peru would close the river if Colombia attacked, Lima warned.", "warned", "PER"),  # content in front
    ("Japan was outraged, claiming that the law violated the treaty.", "claiming", "JPN"),  # participle with a claim
    ("Denmark warned Prussia against an attack.", "warned", None),  # a warning without a claim
    ("Laos complained to the United Nations.", "complained", None),  # a complaint without its content
    ("Britain acknowledged that Iraq was sovereign.", "acknowledged", None),  # a concession is no claim
    ("France insisted that the corridor be opened.", "insisted", None),  # nor is a demand
    ("Japan left the club, citing attacks by China.", "citing", "JPN"),  # a reason is its giver's
    ("According to the terms of the treaty between Chile and Peru, Tacna was returned.", "returned", None),  # a treaty claims nothing
    ("Britain and Egypt announced an agreement.", "announced", None),  # an object, not a clause
    # -- quotations
    ("“Soviet ships entered our waters,” Sweden's minister said.", "entered", "SWE"),  # curly quotes
    ('"Nobody fired on them," the Irish minister said. "The British soldiers retreated."', "retreated", "IRL"),  # straight quotes, goes on
    ("“We are at war,” said the Korean envoy. “Japan has broken the treaty. It has seized the palace.”", "seized", "KOR"),  # second sentence of what goes on
    ("“We hold the town,” the Greek general said. Turkey bombed the port.", "bombed", None),  # after the quote has closed
    ("“They lied,” the Cuban envoy said. Angola “invaded nobody”.", "invaded", None),  # quoted words in a new sentence without a speaker are the author's
    ("President Kekkonen of Finland spoke in Geneva. “Sweden closed the border,” he said.", "closed", "FIN"),  # a pronoun speaks
    ("“Egypt attacked us at dawn,” Israel said.", "attacked", "ISR"),  # 'us' in a quotation
    # -- what ends a claim
    ("Washington demanded an apology from Japan; Hull told reporters that the planes had flown low.", "demanded", None),  # semicolon
    ("Kohl thanked Hungary; a Bonn spokesman said that no money had been paid.", "thanked", None),  # semicolon
    ("Lansing acknowledged that Manchuria was Japanese, while Japan agreed not to limit trade.", "agreed", None),  # while, after a comma
    ("Mexico said it would pay, but France landed troops at Veracruz.", "landed", None),  # a new subject in plain past after 'would'
    ("Russia bombed the town, although Syria said that no plane had flown.", "bombed", None),  # a clause with a claim of its own
    ("When Bulgaria said it would mobilise, Greece closed the border.", "closed", None),  # a claim in a clause of time
    ("Tunisia, which said it feared a raid, expelled the Libyan envoy.", "expelled", None),  # a claim in a relative clause
    # -- nouns
    ("Iran reported an attack by Iraq on Dezful.", "attack", "IRN"),  # reported + noun
    ("Chad alleged an invasion by Libya.", "invasion", "TCD"),  # alleged + noun
    ("Portugal condemned what it called an invasion of Goa.", "invasion", "PRT"),  # what it called
    ("India announced a withdrawal of its troops.", "withdrawal", None),  # announcing one's own act
    ("Poland's claim that Lithuania had attacked the town was false.", "attacked", "POL"),  # X's claim that
    ("Few believed Turkish reports that Greece had landed troops.", "landed", "TUR"),  # X's reports that
    ("The attack, Finland says, began on the Soviet side.", "attack", "FIN"),  # a noun around an aside
]

ASIDE_FLOOR = 0.91  # 22 of 24


@pytest.mark.parametrize("text, word, expected", MAIN)
def test_speaker(text: str, word: str, expected: str | None) -> None:
    """The party whose claim the act is."""
    claim = _claim(text, word)
    assert (claim.speaker.code if claim else None) == expected


def test_speakers_of_cases_set_aside() -> None:
    """No fewer of the cases that no rule was made with come out right."""
    claims = [(_claim(text, word), expected) for text, word, expected in ASIDE]
    right = [(claim.speaker.code if claim else None) == expected for claim, expected in claims]
    assert sum(right) / len(right) >= ASIDE_FLOOR


def test_a_claim_says_by_which_words() -> None:
    """The words that mark a claim stand in it, for the reasons of an event."""
    claim = _claim("Two Chinese ships rammed the boat, according to Vietnam.", "rammed")
    assert claim is not None
    assert claim.how == "'according to'"


def _claim(text: str, word: str) -> Claim | None:
    """What the coder would learn: sentences are read up to the one that holds the trigger."""
    doc = parser()(text)
    memory = Memory()
    memory.prior.update(count_states(doc, parser()))
    cast = Cast(doc, parser(), memory)
    trigger = next(token for token in doc if token.text == word)
    years = [int(token.text) for token in doc if token.text.isdecimal() and len(token.text) == 4]
    on = dt.date(years[0], 7, 1) if years else None
    for sentence in doc.sents:
        cast.read(sentence, on)
        if sentence.end > trigger.i:
            break
    return says_who(trigger, cast)
