"""Newswire of two centuries: which act, by whom, to whom.

Each row: an item of its own, with its dateline; the acts expected in it, parted by `|`, each as
`word: TYPE/TYPE SOURCE+SOURCE > TARGET+TARGET`, other readings after ` / `, `@` before a modality other than
actual; and what the row guards. Types are those that a careful coder could defend; any subset of the parties
named is right, as in the scorer of hand-coded documents, and `> TARGET` leaves the source open.
"""

from __future__ import annotations

import re

import pytest

from detente.coding.coder import code
from detente.model import Document, Event

Row = tuple[str, str]

# fmt: off
MAIN: list[Row] = [
    ("PARIS, May 4, 1923 - The French Foreign Ministry denied on Thursday that its troops had entered Frankfurt.", "denied: REJECT FRA"),  # denial with a that-clause
    ("ANKARA, 12 March 1975 - Turkey denied a report that it was moving tanks to the Syrian border.", "denied: REJECT TUR"),  # denial of a report
    ("TEHRAN, Aug 3, 2019 - Iran dismissed the American accusation as baseless.", "dismissed: REJECT IRN > USA"),  # dismissal as baseless
    ("LUSAKA, Oct 2, 1978 - Zambia turned down a Rhodesian proposal for joint patrols on the Zambezi.", "turned: REJECT ZMB > RHO+ZWE"),  # rejection out of hand of an offer
    ("GENEVA, July 6, 1998 - The European Union called on Ethiopia and Eritrea to halt the fighting at Badme.", "called: REQUEST EUR > ETH+ERI"),  # call for restraint on two sides
    ("WASHINGTON, Jan 9, 1931 - Secretary Stimson urged that Bolivia and Paraguay submit their quarrel to arbitration.", "urged: REQUEST USA > BOL+PRY"),  # urging with that-clause by a named diplomat
    ("VIENNA, July 24, 1914 - Austria-Hungary demanded of Serbia the dismissal of officers hostile to the Monarchy.", "demanded: REQUEST/THREATEN AUH > SRB"),  # demand from someone
    ("MADRID, March 2, 1995 - Spain demanded the immediate release of the trawler Estai from Canada.", "demanded: REQUEST ESP > CAN"),  # demand for release
    ("TOKYO, Aug 16, 1914 - Japan delivered an ultimatum to Germany on Saturday over Kiaochow.", "delivered: THREATEN/REQUEST JPN > DEU"),  # ultimatum as a noun
    ("MOSCOW, Feb 3, 2015 - Russia warned the United States that arms for Kiev would bring a response.", "warned: THREATEN RUS > USA"),  # warning of consequences
    ("BEIJING, May 21, 2000 - China warned Taiwan against any step towards independence.", "warned: THREATEN CHN > TWN"),  # warning against a course
    ("CAIRO, June 6, 1967 - Egypt vowed to retaliate against Israel for the raids on its airfields.", "vowed: THREATEN EGY > ISR"),  # vow of retaliation
    ("LIMA, Jan 12, 1879 - Chile threatened to occupy Antofagasta unless Bolivia dropped its tax on nitrates.", "threatened: THREATEN CHL > BOL"),  # threat to break off
    ("BERNE, Dec 3, 1956 - Switzerland tendered its good offices to Britain and Egypt.", "tendered: AGREE/COOPERATE/CONSULT CHE > GBR+EGY"),  # offer of good offices
    ("PARIS, May 2, 1992 - France promised Cambodia 60 million dollars for its roads.", "promised: AGREE/AID FRA+KHM"),  # promise of aid, future
    ("DOHA, Sept 10, 2014 - Qatar pledged $1 billion to rebuild Gaza.", "pledged: AGREE/AID QAT > PSE"),  # pledge to a party
    ("RAROTONGA, Aug 6, 1985 - Ministers of Fiji and Tonga signed a fishing treaty here on Tuesday.", "signed: AGREE FJI+TON"),  # treaty signed by ministers
    ("SANTIAGO, March 9, 1985 - Chile's junta ratified the Beagle treaty with Argentina.", "ratified: AGREE CHL+ARG"),  # pact ratified
    ("GENEVA, Nov 23, 1983 - The Soviet Union broke off the missile talks with the United States.", "broke: SANCTION/REJECT/RETREAT SUN > USA"),  # talks broke off
    ("PARIS, June 3, 1970 - The talks between the United States and North Vietnam adjourned without result.", "talks: CONSULT/REJECT USA+VDR"),  # talks adjourned
    ("NICOSIA, March 2, 1997 - Greek and Turkish diplomats resumed their talks over the Aegean.", "resumed: CONSULT/COOPERATE GRC+TUR"),  # talks resumed
    ("ACCRA, May 8, 1961 - Czechoslovakia's trade minister arrived here on Monday for talks with Ghana's cabinet.", "arrived: CONSULT CSK > GHA"),  # minister arrived for talks
    ("CARACAS, Aug 1, 2007 - President Chávez received the Iranian ambassador on Wednesday.", "received: CONSULT VEN+IRN"),  # president received envoy
    ("WASHINGTON, Aug 2, 1990 - President Bush telephoned President Mubarak on Thursday about the invasion of Kuwait.", "telephoned: CONSULT USA+EGY"),  # telephone call
    ("BERLIN, March 3, 2014 - Chancellor Merkel spoke by telephone with President Putin about Crimea.", "spoke: CONSULT DEU+RUS"),  # talked by phone
    ("DUBLIN, Dec 8, 1980 - Mrs Thatcher met Mr Haughey in Dublin Castle.", "met: CONSULT GBR+IRL"),  # met with
    ("THE HAGUE, Nov 4, 1918 - The German minister handed the Dutch government a note asking for the passage of troops.", "handed: REQUEST/CONSULT DEU > NLD"),  # note handed over
    ("PRAGUE, May 4, 1952 - Czechoslovakia returned the American note unanswered.", "returned: REJECT CSK > USA"),  # note returned
    ("MOSCOW, May 23, 1923 - The Soviet government rejected Lord Curzon's note.", "rejected: REJECT SUN > GBR"),  # note rejected
    ("MEXICO CITY, March 3, 1916 - Mexico protested to Washington against the crossing of its border by General Pershing's column.", "protested: ACCUSE/REJECT/PROTEST MEX > USA"),  # protest with place only
    ("STOCKHOLM, Oct 30, 1981 - Sweden summoned the Soviet ambassador over the submarine aground at Karlskrona.", "summoned: ACCUSE/REQUEST/REJECT/CONSULT SWE > SUN"),  # ambassador summoned
    ("BOGOTA, Nov 2, 2007 - Venezuela recalled its ambassador to Colombia for consultations.", "recalled: SANCTION VEN > COL"),  # ambassador recalled
    ("BERN, June 9, 2010 - Libya has called home its ambassador from Berne, the Swiss government said.", "called: SANCTION LBY > CHE"),  # envoy called home
    ("LONDON, Sept 24, 1971 - Britain expelled 90 Soviet officials on Friday for spying.", "expelled: SANCTION/COERCE GBR > SUN"),  # diplomats expelled
    ("KINSHASA, Nov 5, 1971 - Zaire ordered four Soviet diplomats to leave the country within 48 hours.", "ordered: SANCTION/COERCE/REQUEST ZAR+COD > SUN"),  # hours to leave
    ("DHAKA, May 8, 2001 - Bangladesh asked a Pakistani diplomat to leave.", "asked: SANCTION/COERCE/REQUEST BGD > PAK"),  # asked to leave
    ("NAIROBI, April 2, 1968 - Two Chinese journalists were expelled from Kenya on Monday.", "expelled: SANCTION/COERCE KEN > CHN"),  # passive expelled
    ("RIYADH, Jan 3, 2016 - Saudi Arabia severed ties with Iran after its embassy in Tehran was set on fire.", "severed: SANCTION SAU > IRN | set: ASSAULT/PROTEST/COERCE IRN > SAU"),  # severed ties
    ("LA PAZ, April 17, 1978 - Diplomatic relations between Bolivia and Chile were broken today.", "broken: SANCTION BOL+CHL"),  # passive relations broken
    ("HAVANA, July 20, 2015 - The United States and Cuba restored diplomatic relations on Monday.", "restored: COOPERATE/AGREE/CONCEDE USA+CUB"),  # relations restored
    ("TRIPOLI, Sept 5, 2011 - Austria reopened its embassy in Tripoli.", "reopened: COOPERATE/AGREE AUT > LBY"),  # embassy reopened
    ("ISLAMABAD, Nov 21, 1979 - A mob of Pakistani students stormed the American Embassy and set it alight.", "stormed: ASSAULT/PROTEST/COERCE PAK > USA | set: ASSAULT/PROTEST/COERCE PAK > USA"),  # embassy stormed by crowd
    ("LAGOS, Feb 9, 1996 - Nigeria has been placed under sanctions by the Commonwealth.", "placed: SANCTION > NGA"),  # sanctions passive with agent
    ("TRIPOLI, June 8, 1967 - Libya placed an embargo on oil for Britain and the United States.", "placed: SANCTION LBY > GBR+USA"),  # embargo declared
    ("WASHINGTON, July 6, 2018 - The United States raised tariffs on 34 billion dollars of Chinese goods.", "raised: SANCTION USA > CHN"),  # tariffs raised
    ("WASHINGTON, Nov 14, 1979 - President Carter froze Iranian assets in American banks.", "froze: SANCTION/COERCE USA > IRN"),  # assets frozen
    ("TOKYO, July 4, 2019 - Japan curbed exports of chip chemicals to South Korea.", "curbed: SANCTION JPN > KOR"),  # export ban
    ("MOSCOW, March 27, 2006 - Russia banned the import of Georgian wine.", "banned: SANCTION RUS > GEO"),  # import ban
    ("PRETORIA, July 10, 1991 - President Bush lifted American sanctions against South Africa.", "lifted: CONCEDE/RETREAT USA > ZAF"),  # sanctions lifted
    ("BRUSSELS, June 20, 2016 - The European Union extended its sanctions against Russia by six months.", "extended: SANCTION EUR > RUS"),  # sanctions extended
    ("SYDNEY, May 3, 1971 - The United States eased its embargo on trade with China.", "eased: CONCEDE/RETREAT USA > CHN"),  # embargo eased
    ("ADDIS ABABA, Nov 12, 1984 - Morocco boycotted the summit in protest at the seating of the Polisario delegates.", "boycotted: REJECT/SANCTION/PROTEST MAR"),  # boycott of meeting
    ("SHANGHAI, July 20, 1905 - Chinese merchants are boycotting American goods over the exclusion law.", "boycotting: SANCTION/PROTEST CHN > USA"),  # goods boycotted
    ("GUATEMALA CITY, Feb 7, 1976 - Mexico sent doctors and blankets to Guatemala after the earthquake.", "sent: AID MEX > GTM"),  # aid sent
    ("SAN SALVADOR, Dec 5, 1980 - The United States suspended its aid to El Salvador.", "suspended: SANCTION USA > SLV"),  # aid suspended
    ("KATHMANDU, Feb 14, 2005 - Denmark cut off aid to Nepal after King Gyanendra seized power.", "cut: SANCTION DNK > NPL"),  # aid cut off
    ("LILONGWE, May 13, 1992 - Aid to Malawi was frozen by Britain.", "frozen: SANCTION GBR > MWI"),  # aid passive
    ("DAR ES SALAAM, Sept 5, 1967 - China will lend Tanzania and Zambia the money for a railway to the copper belt.", "lend: AGREE/AID CHN > TZA+ZMB @future"),  # loan signed
    ("LUANDA, March 6, 1983 - The Soviet Union delivered a dozen jet fighters to Angola.", "delivered: AID/COOPERATE SUN > AGO"),  # arms delivered
    ("KUWAIT, Oct 8, 1994 - Iraq massed 60,000 soldiers near the Kuwaiti border.", "massed: MOBILIZE IRQ > KWT / MOBILIZE IRQ"),  # troops massed
    ("SANTO DOMINGO, April 28, 1965 - American marines landed in the Dominican Republic to protect foreigners.", "landed: MOBILIZE/ASSAULT/COERCE USA > DOM"),  # troops landed
    ("NDJAMENA, Aug 10, 1983 - France deployed 500 paratroopers to Chad.", "deployed: MOBILIZE/AID FRA > TCD / MOBILIZE/AID FRA"),  # troops deployed
    ("WASHINGTON, Oct 25, 1973 - The United States put its forces around the world on alert.", "put: MOBILIZE USA"),  # forces put on alert
    ("JERUSALEM, May 20, 1967 - Israel called up its reserves.", "called: MOBILIZE ISR"),  # reservists called up
    ("BUCHAREST, Sept 14, 1939 - Reservists were called up in Rumania yesterday.", "called: MOBILIZE ROU+ROM"),  # reservists passive
    ("PORTSMOUTH, April 5, 1982 - A British task force sailed for the Falklands today.", "sailed: MOBILIZE GBR > ARG / MOBILIZE GBR"),  # warships sail
    ("HAIPHONG, March 5, 2018 - The United States sent an aircraft carrier to the Taiwan Strait.", "sent: MOBILIZE USA"),  # carrier sent
    ("MINSK, Feb 10, 2022 - Russia and Belarus began joint exercises near the Ukrainian border.", "began: COOPERATE/MOBILIZE RUS+BLR"),  # exercise begun
    ("BEIRUT, May 3, 1994 - Syria held manoeuvres in the Bekaa valley.", "held: MOBILIZE SYR"),  # exercise alone
    ("HELSINKI, Oct 6, 2016 - Two Russian fighters violated Finland's airspace on Thursday.", "violated: COERCE/MOBILIZE/ASSAULT RUS > FIN"),  # airspace violated
    ("LAGOS, Feb 24, 1984 - Nigeria closed its border with Benin.", "closed: SANCTION/COERCE NGA > BEN"),  # border closed
    ("SAN JOSE, Oct 3, 1979 - Nicaragua and Honduras reopened their frontier on Wednesday.", "reopened: CONCEDE/RETREAT/COOPERATE NIC+HND"),  # border reopened
    ("REYKJAVIK, Feb 19, 1976 - An Icelandic gunboat seized a British trawler inside the fifty-mile line.", "seized: COERCE/ASSAULT ISL > GBR"),  # ship seized
    ("WONSAN, Jan 24, 1968 - North Korean patrol boats fired on the American vessel before boarding it.", "fired: ASSAULT PRK > USA"),  # ship fired on
    ("MALTA, June 30, 1940 - Three Italian destroyers were sunk by British cruisers on Friday.", "sunk: ASSAULT GBR > ITA"),  # ship sunk passive
    ("HANOI, April 3, 2020 - A Chinese patrol ship rammed and sank a Vietnamese fishing boat near the Paracels.", "rammed: ASSAULT/COERCE CHN > VNM"),  # fishing boats rammed
    ("ALGIERS, Oct 22, 1956 - The French forced down a Moroccan airliner carrying Ben Bella.", "forced: COERCE FRA > MAR"),  # plane forced down
    ("SOFIA, July 27, 1955 - An Israeli airliner was brought down by Bulgarian fighters near the Greek border.", "brought: ASSAULT BGR > ISR"),  # plane downed passive
    ("KIRYAT SHMONA, July 12, 1981 - Palestinian gunners shelled the Israeli town of Nahariya.", "shelled: ASSAULT PSE > ISR"),  # shelling across border
    ("SANAA, March 27, 2015 - Saudi jets carried out air strikes on Sanaa for a second night.", "carried: ASSAULT SAU > YEM"),  # air strike noun
    ("BUENOS AIRES, March 17, 1992 - A car bomb destroyed the Israeli embassy here.", "destroyed: ASSAULT > ISR"),  # bomb goes off
    ("ISLAMABAD, June 30, 1999 - Indian and Pakistani troops clashed again in the Kargil heights.", "clashed: ASSAULT IND+PAK"),  # clash reported
    ("KABUL, May 4, 1985 - Twelve Afghan soldiers were killed when Pakistani guns shelled their post at Barikot.", "killed: ASSAULT PAK > AFG / ASSAULT PAK | shelled: ASSAULT PAK > AFG"),  # casualties from attack
    ("SINGAPORE, Feb 16, 1942 - Singapore fell to the Japanese on Sunday.", "fell: ASSAULT/COERCE/RETREAT/CONCEDE JPN > GBR+SGP / ASSAULT/COERCE/RETREAT/CONCEDE JPN"),  # city falls
    ("MASSAWA, Feb 10, 1990 - Ethiopian planes bombed Massawa a day after the rebels captured the port.", "bombed: ASSAULT ETH > ERI+ETH / ASSAULT ETH"),  # city captured
    ("BERLIN, Aug 3, 1914 - Germany declared war on France this evening.", "declared: ASSAULT/THREATEN/SANCTION/COERCE DEU > FRA"),  # war declared
    ("NICOSIA, Aug 16, 1974 - Turkey agreed to a cease-fire on Cyprus.", "agreed: AGREE/RETREAT/CONCEDE TUR+CYP"),  # cease-fire agreed
    ("BAGHDAD, Aug 8, 1988 - A cease-fire between Iran and Iraq was announced by the Secretary-General.", "cease: AGREE/RETREAT/CONCEDE IRN+IRQ"),  # cease-fire announced noun
    ("COLOMBO, Nov 3, 1987 - India accused the Tigers of breaking the cease-fire.", "accused: ACCUSE IND > LKA / ACCUSE IND"),  # truce accused of violation
    ("TEHRAN, Jan 20, 1981 - Iran freed the 52 American hostages on Tuesday.", "freed: RETREAT/CONCEDE IRN > USA"),  # prisoners freed
    ("GENEVA, Nov 24, 1983 - Israel and the Palestinians exchanged prisoners.", "exchanged: RETREAT/COOPERATE/AGREE/CONCEDE ISR+PSE"),  # prisoners exchanged
    ("KHARTOUM, March 2, 1973 - Gunmen seized the American ambassador at the Saudi embassy.", "seized: COERCE/ASSAULT > USA"),  # hostages taken
    ("KABUL, May 15, 1988 - Soviet troops began to withdraw from Afghanistan on Sunday.", "withdraw: RETREAT SUN > AFG / RETREAT SUN"),  # withdrawal begun
    ("WINDHOEK, Nov 23, 1989 - South Africa completed the withdrawal of its troops from Namibia.", "completed: RETREAT ZAF > NAM / RETREAT ZAF"),  # withdrawal completed
    ("ATHENS, May 3, 1987 - Greece refused to meet Turkish officials until the survey ship had left.", "refused: REJECT GRC > TUR"),  # refusal to meet
    ("WELLINGTON, May 2, 1984 - New Zealand refused visas to a South African rugby team.", "refused: SANCTION/REJECT NZL > ZAF"),  # refusal of visas
    ("ANKARA, March 1, 2003 - Turkey's parliament refused to let American troops cross its territory.", "refused: REJECT TUR > USA"),  # refusal of passage
    ("SANTIAGO, Oct 3, 2018 - Chile ruled out talks with Bolivia on access to the sea.", "ruled: REJECT CHL > BOL"),  # ruled out
    ("JAKARTA, March 8, 1966 - Students marched on the Chinese consulate in Jakarta to demand a break with Peking.", "marched: PROTEST IDN > CHN"),  # crowd at embassy
    ("NEW YORK, Oct 3, 1961 - Nigeria tabled a resolution calling on South Africa to leave South West Africa.", "tabled: REQUEST/SUPPORT NGA > ZAF / REQUEST/SUPPORT NGA"),  # resolution tabled
    ("NEW YORK, Nov 29, 1990 - The Security Council adopted a resolution authorising force against Iraq.", "adopted: AGREE/SUPPORT/REQUEST/THREATEN/SANCTION/ACCUSE UNO > IRQ / AGREE/SUPPORT/REQUEST/THREATEN/SANCTION/ACCUSE UNO"),  # resolution adopted
    ("THE HAGUE, June 27, 1986 - The World Court ruled that the United States had broken international law by mining Nicaragua's harbours.", "ruled: ACCUSE/COERCE/REJECT ICJ+UNO+IGOLEG+WCT > USA"),  # court ruled
    ("THE HAGUE, Dec 29, 1999 - Georgia sued Russia before the court over the deportations of 2006.", "sued: ACCUSE/COERCE/REQUEST GEO > RUS"),  # suit at the court
    ("WASHINGTON, Sept 1, 1983 - Japan apologised to South Korea for the slur on its schoolbooks.", "apologised: CONCEDE JPN > KOR"),  # apology
    ("PYONGYANG, Aug 21, 1976 - Kim Il Sung expressed regret to the United Nations Command for the killing of two American officers.", "expressed: CONCEDE PRK > UNO+USA / CONCEDE PRK"),  # apology with regret
    ("NEW DELHI, Oct 3, 1981 - The United States paid Iran 61.8 million dollars for the victims of the airliner it shot down.", "paid: CONCEDE/AID USA > IRN"),  # compensation paid
    ("BEIJING, July 2, 1996 - China congratulated President Yeltsin on his re-election.", "congratulated: SUPPORT CHN > RUS"),  # congratulations
    ("LUSAKA, May 20, 1968 - Zambia recognised Biafra on Monday.", "recognised: SUPPORT/COOPERATE ZMB > BIA+NGA / SUPPORT/COOPERATE ZMB"),  # recognition
    ("ROME, May 3, 1924 - Switzerland refused to recognise the Soviet government.", "refused: REJECT CHE > SUN"),  # recognition refused
    ("DILI, Aug 30, 1999 - Portugal sent observers to watch the vote in East Timor.", "sent: COOPERATE/AID/CONSULT/SUPPORT PRT > TLS+TMP+IDN"),  # election observers
    ("CHRISTIANIA, May 9, 1915 - Norwegian police arrested three Germans as spies.", "arrested: COERCE NOR > DEU"),  # spies arrested
    ("PYONGYANG, May 10, 2018 - Three Americans held in North Korea were released on Wednesday.", "released: RETREAT/CONCEDE PRK > USA"),  # detained passive
    ("MOSCOW, Aug 19, 1960 - A Soviet court sentenced the American pilot Powers to ten years.", "sentenced: COERCE/SANCTION SUN > USA"),  # sentence by court
    ("ACCRA, Nov 18, 1969 - Ghana deported thousands of Nigerians under its aliens order.", "deported: COERCE/SANCTION GHA > NGA"),  # deported
    ("BEIJING, March 18, 2020 - China withdrew the press cards of American journalists at three newspapers.", "withdrew: SANCTION/COERCE CHN > USA"),  # accreditation withdrawn
    ("TALLINN, May 17, 2007 - Hackers in Russia attacked Estonian banks and ministries.", "attacked: ASSAULT/COERCE RUS > EST"),  # cyber attack
    ("KIEV, Jan 1, 2009 - Russia cut off gas supplies to Ukraine on New Year's Day.", "cut: SANCTION/COERCE RUS > UKR"),  # gas cut
    ("WARSAW, April 27, 2022 - Gazprom halted deliveries of gas to Poland and Bulgaria.", "halted: SANCTION RUS > POL+BGR"),  # gas firm
    ("LONDON, Oct 6, 2021 - Britain withheld fishing licences from French boats.", "withheld: SANCTION/REJECT GBR > FRA"),  # fishing licences withheld
    ("WASHINGTON, May 8, 2008 - The United States may send a destroyer to the Black Sea.", "send: MOBILIZE USA @hypothetical"),  # may
    ("CANBERRA, June 2, 2011 - Australia is weighing a ban on cattle exports to Indonesia.", "ban: SANCTION AUS > IDN @hypothetical"),  # is weighing
    ("BOGOTA, May 9, 2008 - Ecuador plans to reopen its embassy in Bogota next month.", "reopen: COOPERATE/AGREE ECU > COL @future"),  # plans to
    ("CAIRO, May 5, 1974 - Egypt has not recalled its ambassador from Tripoli.", "recalled: SANCTION EGY > LBY @negated"),  # has not
    ("TAIPEI, May 6, 1988 - Taiwan has held no talks with Peking.", "held: CONSULT TWN+CHN @negated"),  # no contacts
    ("ROME, May 5, 1938 - Hitler met Mussolini in Rome on Wednesday. They discussed the Sudeten question for two hours.", "met: CONSULT DEU+ITA | discussed: CONSULT DEU+ITA"),  # carried-over parties, they
    ("HELSINKI, Nov 17, 1969 - Soviet and American delegates met here on Monday. The two sides agreed to meet again in Vienna.", "met: CONSULT SUN+USA | agreed: AGREE SUN+USA"),  # carried-over parties, the two sides
    ("OSLO, May 8, 1960 - The Soviet Union protested to Norway about the flight. It warned that bases used in this way would be struck.", "protested: ACCUSE/REJECT SUN > NOR | warned: THREATEN SUN > NOR"),  # carried over, it
    ("LUSAKA, April 3, 1979 - Rhodesian commandos struck Lusaka on Friday. Zambia called the raid barbarous.", "struck: ASSAULT RHO+ZWE > ZMB | called: ACCUSE ZMB > RHO+ZWE / ACCUSE ZMB"),  # carried over, neighbour
    ("BANGKOK, May 6, 1985 - Thailand's foreign minister told his Vietnamese counterpart that the raids across the border must stop.", "told: REQUEST/ACCUSE/CONSULT THA > VNM"),  # minister told counterpart
    ("PARIS, June 4, 1991 - France announced that it would sign the treaty on nuclear arms.", "sign: AGREE/SUPPORT/CONCEDE FRA @future"),  # announced with noun
    ("BUENOS AIRES, Oct 26, 1983 - Argentina condemned the American landing in Grenada.", "condemned: ACCUSE ARG > USA"),  # condemn
    ("HAVANA, May 3, 1985 - Castro denounced the embargo against Nicaragua as a crime.", "denounced: ACCUSE CUB > USA+NIC / ACCUSE CUB"),  # denounce
    ("KAMPALA, Jan 3, 1979 - Tanzania has been accused by Uganda of invading its territory.", "accused: ACCUSE UGA > TZA"),  # accuse passive
    ("SEOUL, May 3, 2013 - South Korea voiced concern over remarks by Japanese politicians on the war.", "voiced: ACCUSE/REJECT/REQUEST KOR > JPN"),  # voiced concern
    ("QUITO, April 9, 1982 - Peru backed Argentina's claim to the islands.", "backed: SUPPORT PER > ARG"),  # backed claim
    ("WASHINGTON, July 3, 2012 - The United States welcomed Pakistan's decision to reopen the supply route.", "welcomed: SUPPORT USA > PAK"),  # welcome
    ("ISLAMABAD, Sept 22, 2018 - India called off a meeting with Pakistan's foreign minister in New York.", "called: REJECT/SANCTION IND > PAK"),  # cancels visit
    ("LAGOS, May 8, 1986 - Nigeria postponed a visit by the British trade minister.", "postponed: REJECT/SANCTION NGA > GBR"),  # postponed visit
    ("CONSTANTINOPLE, Dec 5, 1901 - The Sultan gave way to the French demands over the Lorando claims.", "gave: CONCEDE/AGREE/RETREAT OTM+TUR > FRA"),  # concession, accepted demand
    ("CARACAS, Dec 12, 1902 - British and German warships blockaded La Guaira.", "blockaded: COERCE/SANCTION/ASSAULT GBR+DEU > VEN"),  # blockade
    ("BERLIN, May 12, 1949 - The Soviet Union lifted the blockade of Berlin at midnight.", "lifted: RETREAT/CONCEDE SUN"),  # blockade lifted
    ("WASHINGTON, Oct 22, 1962 - President Kennedy announced a quarantine on all arms bound for Cuba.", "announced: COERCE/SANCTION/THREATEN USA > CUB"),  # quarantine announced
    ("SARAJEVO, Oct 7, 1908 - Austria-Hungary annexed Bosnia and Herzegovina.", "annexed: COERCE/ASSAULT AUH > BIH+OTM / COERCE/ASSAULT AUH"),  # annexed
    ("BAGHDAD, June 1, 1972 - Iraq nationalised the Western oil company at Kirkuk.", "nationalised: COERCE/SANCTION IRQ"),  # nationalised
    ("MEXICO CITY, March 18, 1938 - President Cárdenas expropriated the American and British oil companies.", "expropriated: COERCE/SANCTION MEX > USA+GBR"),  # expropriated
    ("MADRID, May 9, 2001 - Spain extradited two suspected bombers to France.", "extradited: COOPERATE/COERCE ESP > FRA"),  # extradition
    ("LONDON, Nov 3, 1998 - Spain asked Britain to extradite General Pinochet.", "asked: REQUEST ESP > GBR"),  # extradition requested
    ("NICOSIA, March 27, 1964 - Sweden, Ireland and Finland sent troops to Cyprus to serve under the United Nations flag.", "sent: AID/COOPERATE/MOBILIZE SWE+IRL+FIN > CYP+UNO / AID/COOPERATE/MOBILIZE SWE+IRL+FIN"),  # peacekeepers
    ("SUVA, May 9, 2001 - New Zealand and Singapore struck a trade deal.", "struck: AGREE NZL+SGP"),  # trade pact
    ("STOCKHOLM, March 7, 2024 - Sweden joined NATO on Thursday.", "joined: COOPERATE/AGREE/SUPPORT SWE+NATO"),  # joined an alliance
    ("TRIPOLI, Jan 3, 1936 - Germany denounced the Locarno treaty and sent troops into the Rhineland.", "denounced: SANCTION/REJECT/ACCUSE DEU | sent: MOBILIZE/COERCE/ASSAULT DEU > FRA / MOBILIZE/COERCE/ASSAULT DEU"),  # denounced treaty
    ("CAIRO, March 31, 1979 - The Arab League suspended Egypt for its treaty with Israel.", "suspended: SANCTION ARL+LEA+LAS+ARA > EGY"),  # suspended membership
    ("VIENTIANE, May 3, 1961 - Souvanna Phouma, the Laotian premier, flew to Phnom Penh on Monday and thanked Prince Sihanouk for his hospitality.", "flew: CONSULT LAO > KHM | thanked: SUPPORT LAO > KHM"),  # title after name
    ("ENTEBBE, May 4, 1972 - Libya is training Ugandan pilots.", "training: AID/COOPERATE LBY > UGA"),  # training of troops
    ("BEIRUT, May 5, 2011 - Two Iranian diplomats were murdered in Karachi on Monday, Pakistani police said.", "murdered: ASSAULT > IRN"),  # assassination
    ("DAMASCUS, April 1, 2024 - An Israeli strike killed a general at the Iranian consulate in Damascus.", "killed: ASSAULT ISR > IRN+SYR"),  # strike kills
    ("SEOUL, Aug 1, 2011 - South Korea refused entry to three Japanese lawmakers.", "refused: SANCTION/REJECT/COERCE KOR > JPN"),  # refused entry
]

# Not read yet: persons that no table knows, words that the parser takes apart, sides that only a reader knows.
HARD: list[Row] = [
    ("NEW DELHI, Jan 4, 2002 - India said it would respond with force if Pakistan crossed the Line of Control.", "respond: THREATEN IND > PAK"),  # threat to respond
    ("CAIRO, July 27, 1954 - Britain and Egypt initialled an agreement on the Canal Zone base last night.", "initialled: AGREE GBR+EGY"),  # agreement initialled
    ("PEKING, June 3, 1900 - The British minister called on Prince Ching to ask for the protection of the railways.", "called: CONSULT GBR > CHN | ask: REQUEST GBR > CHN"),  # called on foreign minister
    ("NEW YORK, Oct 4, 1966 - Cambodia filed a complaint against Thailand with the Security Council.", "filed: ACCUSE KHM > THA"),  # strong protest filed at UN
    ("KABUL, Jan 30, 1989 - The United States closed its embassy here.", "closed: SANCTION/RETREAT USA > AFG"),  # embassy closed
    ("WASHINGTON, May 15, 1978 - The Senate approved the sale of jet fighters to Saudi Arabia and Egypt.", "approved: AID/COOPERATE/AGREE/SUPPORT USA > SAU+EGY"),  # arms sale approved
    ("SEOUL, July 5, 2006 - North Korea test-fired seven missiles into the sea on Wednesday.", "fired: MOBILIZE/THREATEN PRK"),  # missile test
    ("TEHRAN, Nov 4, 1987 - Demonstrators burned an American flag outside the old embassy.", "burned: PROTEST IRN > USA"),  # protesters burn flag
    ("NEW YORK, Feb 4, 2012 - Russia and China vetoed a resolution condemning Syria.", "vetoed: REJECT RUS+CHN"),  # resolution vetoed
    ("GENEVA, March 5, 2009 - India abstained in a vote on the Sri Lankan war.", "abstained: REJECT IND"),  # abstained
    ("DELHI, Nov 1, 1984 - Queen Elizabeth sent her condolences to India on the death of Mrs Gandhi.", "sent: SUPPORT GBR > IND"),  # condolences
    ("ADDIS ABABA, Feb 4, 1977 - Ethiopia threw out three American reporters.", "threw: SANCTION/COERCE ETH > USA"),  # journalists expelled
    ("SOFIA, Jan 20, 2009 - Russian gas began to flow to Ukraine again on Tuesday.", "flow: CONCEDE/COOPERATE/RETREAT RUS > UKR"),  # gas restored
    ("KARACHI, May 2, 1948 - India shut off the water of the canals to West Punjab, Pakistan complained.", "shut: SANCTION/COERCE IND > PAK | complained: ACCUSE PAK > IND"),  # water dispute
    ("CAIRO, July 6, 2021 - Egypt wrote to the Security Council that Ethiopia had begun to fill its dam without consent.", "wrote: ACCUSE EGY > ETH+UNO"),  # water dam complaint
    ("WELLINGTON, Oct 2, 1953 - The Queen will visit Tonga in December on her way to New Zealand.", "visit: CONSULT/AGREE/COOPERATE GBR+TON @future"),  # will visit
    ("DJIBOUTI, July 9, 1977 - President Mengistu flew to Moscow on Tuesday. He asked the Soviet leaders for tanks.", "flew: CONSULT ETH > SUN | asked: REQUEST ETH > SUN"),  # carried over, he
    ("MOSCOW, May 2, 1958 - Khrushchev praised Nasser's policy of neutrality.", "praised: SUPPORT SUN > EGY"),  # praise
    ("ALGIERS, Feb 4, 1988 - Algeria invited King Hassan to the summit.", "invited: REQUEST/CONSULT/AGREE/COOPERATE DZA > MAR"),  # invites
    ("MAPUTO, May 2, 1998 - Russia forgave most of Mozambique's debt.", "forgave: AID/CONCEDE RUS > MOZ"),  # debt forgiven
    ("LONDON, Oct 6, 1962 - Prime Minister Nehru wrote to Premier Chou En-lai proposing a meeting of experts.", "wrote: CONSULT/REQUEST IND > CHN"),  # letter to another leader
    ("RABAT, April 15, 1986 - France denied American bombers passage through its skies.", "denied: REJECT FRA > USA"),  # overflight denied
    ("KHARTOUM, Nov 2, 1989 - Norway gave 4 million dollars for food for the hungry in southern Sudan.", "gave: AID NOR > SDN"),  # emergency food to rebels
]

# Whole items, several acts each, with parties carried over.
ITEMS: list[Row] = [
    ("SOFIA, Oct. 24, 1925 - Greek troops crossed the Bulgarian frontier near Petrich on Thursday after a Greek sentry was shot dead, and seized a railway halt. Sofia appealed to the League of Nations on Friday and told its garrisons to offer no resistance. Athens demands an apology and two million francs within 48 hours. The League Council, which M. Briand has called to meet in Paris on Monday, ordered both sides to cease fire and pull back behind their borders.", "crossed: ASSAULT/COERCE GRC > BGR | seized: COERCE/ASSAULT GRC > BGR / COERCE/ASSAULT GRC | appealed: REQUEST BGR > LNA+LON+LNO+LEA | demands: REQUEST/THREATEN GRC > BGR / REQUEST/THREATEN GRC | ordered: REQUEST LNA+LON+LNO+LEA > GRC+BGR"),  # an item from SOFIA
    ("LA PAZ, June 14, 1932 - Bolivia's General Staff said on Monday that a Paraguayan patrol had fired on a Bolivian fort in the Chaco, killing a lieutenant. Asunción called the story an invention and recalled its delegates from the non-aggression talks in Washington. The neutral nations urged both governments to order their troops to halt. Argentina closed its frontier to shipments of arms for either side.", "fired: ASSAULT/ACCUSE PRY+BOL > BOL+PRY | called: REJECT/ACCUSE PRY > BOL / REJECT/ACCUSE PRY | recalled: SANCTION/REJECT PRY > BOL+USA / SANCTION/REJECT PRY | urged: REQUEST > BOL+PRY | closed: SANCTION/COERCE ARG > BOL+PRY / SANCTION/COERCE ARG"),  # an item from LA PAZ
    ("TEHRAN, Oct. 22, 1952 - Premier Mossadegh's government broke off diplomatic relations with Britain today after London turned down its claim for 49 million pounds in oil royalties. The British chargé d'affaires, Middleton, was given ten days to close the embassy. In London the Foreign Office called the step regrettable, and said that Switzerland would look after British interests. American envoys had pleaded with Mossadegh to wait.", "broke: SANCTION IRN > GBR | turned: REJECT GBR > IRN | given: SANCTION/COERCE/REQUEST IRN > GBR | called: ACCUSE GBR > IRN / ACCUSE GBR | pleaded: REQUEST USA > IRN"),  # an item from TEHRAN
    ("ALGIERS, Oct. 15, 1963 - Moroccan soldiers backed by armour overran two Algerian posts at Hassi Beida on Monday, the Algerian army said; Rabat replied that its men had only retaken what was theirs. President Ben Bella called up all veterans of the war against France. Cuba has shipped tanks to Algeria. Emperor Haile Selassie flew to Marrakesh to mediate, and King Hassan accepted his offer on Tuesday. The Arab League begged the two sides to stop the bloodshed.", "overran: ASSAULT/COERCE MAR > DZA | replied: REJECT MAR > DZA / REJECT MAR | called: MOBILIZE DZA | shipped: AID/COOPERATE CUB > DZA | flew: CONSULT ETH > MAR | accepted: AGREE MAR+ETH | begged: REQUEST ARL > MAR+DZA"),  # an item from ALGIERS
    ("MANAGUA, March 17, 1988 - Sandinista troops chased rebels across the Coco River into Honduras on Wednesday, and President Reagan ordered 3,200 American soldiers flown to Palmerola air base at Honduras' request. Nicaragua denied that its soldiers had left its soil and accused Washington of looking for a pretext to invade. Honduran jets bombed a Nicaraguan border post, according to officials in Managua. Moscow condemned the airlift; Costa Rica's Arias offered to bring the two neighbours together.", "chased: ASSAULT NIC > HND+NIC / ASSAULT NIC | ordered: MOBILIZE USA > NIC+HND / MOBILIZE USA | denied: REJECT NIC | accused: ACCUSE NIC > USA | bombed: ASSAULT HND > NIC | condemned: ACCUSE SUN > USA / ACCUSE SUN | offered: AGREE/COOPERATE/CONSULT CRI > NIC+HND / AGREE/COOPERATE/CONSULT CRI"),  # an item from MANAGUA
    ("ABIDJAN, Nov. 7, 2004 - France destroyed the entire air force of Ivory Coast on Saturday, hours after government planes killed nine French soldiers in Bouaké. Mobs attacked French schools and homes in Abidjan, and Paris flew in 300 reinforcements from Gabon. President Gbagbo's spokesman charged France with siding with the rebels. The African Union called an emergency meeting and asked South Africa's Mbeki to seek a way out of the crisis. The Security Council is expected to vote on an arms embargo against Ivory Coast next week.", "destroyed: ASSAULT FRA > CIV | killed: ASSAULT CIV > FRA | attacked: ASSAULT/PROTEST CIV > FRA | flew: MOBILIZE FRA > CIV / MOBILIZE FRA | charged: ACCUSE CIV > FRA | asked: REQUEST AFU+AFR+AUN > ZAF | vote: SANCTION/AGREE/SUPPORT UNO > CIV / SANCTION/AGREE/SUPPORT UNO @future"),  # an item from ABIDJAN
    ("TBILISI, Sept. 28, 2006 - Georgia arrested four Russian officers as spies on Wednesday and surrounded the headquarters of the Russian army in Tbilisi. Moscow called its ambassador home, stopped issuing visas to Georgians and began flying its diplomats out. \"These are hooligans,\" said Defence Minister Ivanov. Russia asked the Security Council to censure Georgia, but the United States objected. Saakashvili said he would hand the officers over to the OSCE.", "arrested: COERCE GEO > RUS | surrounded: COERCE/ASSAULT GEO > RUS | called: SANCTION RUS > GEO | stopped: SANCTION RUS > GEO | flying: RETREAT/SANCTION RUS > GEO / RETREAT/SANCTION RUS | asked: REQUEST RUS > UNO+GEO | objected: REJECT/ACCUSE USA > RUS / REJECT/ACCUSE USA | hand: RETREAT/CONCEDE/AGREE/COOPERATE GEO > OSCE+OSC+RUS / RETREAT/CONCEDE/AGREE/COOPERATE GEO @future"),  # an item from TBILISI
    ("JAKARTA, Nov. 20, 2013 - Indonesia suspended military cooperation with Australia on Wednesday over reports that Canberra had tapped the telephone of President Yudhoyono. Prime Minister Abbott told parliament he regretted the embarrassment but would not apologise. Hundreds of students burned Australian flags outside the embassy in Jakarta. Indonesia has also frozen joint patrols against people smugglers and is reviewing its imports of Australian beef.", "suspended: SANCTION IDN > AUS | apologise: REJECT AUS > IDN / REJECT AUS | burned: PROTEST IDN > AUS | frozen: SANCTION IDN > AUS / SANCTION IDN"),  # an item from JAKARTA
    ("PRAIA, March 2, 1987 - Senegal and Guinea-Bissau agreed to send their quarrel over the sea boundary to arbitration, officials of both countries said here on Sunday. A Senegalese patrol boat had seized three trawlers licensed by Bissau last month. Portugal offered to provide maps.", "agreed: AGREE SEN+GNB | seized: COERCE SEN > GNB | offered: AGREE/AID/COOPERATE PRT > SEN+GNB / AGREE/AID/COOPERATE PRT"),  # an item from PRAIA
    ("WASHINGTON, April 18, 1906 - The Russian Ambassador, Baron Rosen, called at the State Department on Tuesday and assured Secretary Root that Russia would keep the door open in Manchuria. Japan has lodged a fresh complaint about Russian garrisons at Kirin. Mr Root declined to discuss the matter.", "called: CONSULT RUS > USA | assured: AGREE/SUPPORT RUS > USA | lodged: ACCUSE JPN > RUS | declined: REJECT USA"),  # an item from WASHINGTON
    ("MALE, Jan. 16, 2024 - The Maldives told India to withdraw its soldiers from the islands by March 15, an aide to President Muizzu said. Delhi is in talks with Malé over how to keep its rescue helicopters flying. Muizzu returned on Saturday from China, where he signed twenty agreements and met Xi Jinping. Indian tourists have been cancelling their holidays, and three Maldivian deputy ministers were suspended for insulting Prime Minister Modi.", "told: REQUEST/SANCTION MDV > IND | talks: CONSULT IND+MDV | signed: AGREE MDV+CHN | met: CONSULT MDV+CHN"),  # an item from MALE
    ("CAPE TOWN, May 20, 1986 - South African commandos raided the capitals of Botswana, Zambia and Zimbabwe before dawn on Monday, striking at what Pretoria called bases of the African National Congress. Three people were killed at Gaborone. The Commonwealth mission left Cape Town at once. Botswana lodged a protest with South Africa, and Canada withdrew its ambassador. Mr Mugabe said that Zimbabwe would answer force with force. Washington ordered the South African military attaché out of the country.", "raided: ASSAULT ZAF > BWA+ZMB+ZWE | killed: ASSAULT ZAF > BWA / ASSAULT ZAF | lodged: ACCUSE BWA > ZAF | withdrew: SANCTION CAN > ZAF | answer: THREATEN ZWE > ZAF / THREATEN ZWE | ordered: SANCTION USA > ZAF"),  # an item from CAPE TOWN
    ("PARIS, Aug. 16, 1870 - Belgium has put its army on a war footing, and the Chambers voted fifteen millions for defence. Lord Granville signed a treaty with Prussia last week by which both Powers undertake to defend Belgian neutrality; France is expected to sign a like treaty. Italy declined to march with the Emperor. The Prussians entered Nancy on Sunday without firing a shot.", "put: MOBILIZE BEL | voted: MOBILIZE BEL | signed: AGREE GBR+PRU | sign: AGREE FRA+GBR @future | declined: REJECT ITA > FRA / REJECT ITA | entered: ASSAULT/COERCE PRU+DEU > FRA / ASSAULT/COERCE PRU+DEU"),  # an item from PARIS
    ("QUITO, Jan. 27, 1995 - Ecuador said its troops had repulsed a Peruvian attack at the head of the Cenepa River, shooting down a helicopter. Lima rejected the charge and sent reserves to Tumbes. Both countries agreed late on Friday to let observers from Brazil and the United States visit the post. President Durán Ballén thanked the guarantor powers. Chile has suspended a sale of rifles to Ecuador.", "rejected: REJECT PER > ECU / REJECT PER | sent: MOBILIZE PER | agreed: AGREE ECU+PER | thanked: SUPPORT ECU | suspended: SANCTION CHL > ECU"),  # an item from QUITO
    ("OSLO, Dec. 10, 2010 - China broke off trade talks with Norway and barred Norwegian salmon after the Nobel committee honoured the dissident Liu Xiaobo. Nineteen countries, among them Russia and Pakistan, stayed away from the ceremony at Peking's request. Norway's Støre said Oslo would not say sorry. Chinese police kept Liu's wife under house arrest in Beijing.", "broke: SANCTION/REJECT CHN > NOR | barred: SANCTION/COERCE CHN > NOR | stayed: REJECT/SANCTION/PROTEST RUS+PAK | say: REJECT NOR > CHN / REJECT NOR | kept: COERCE CHN > CHN / COERCE CHN"),  # an item from OSLO
    ("AMMAN, Sept. 21, 1970 - Syrian tanks rolled into northern Jordan on Sunday, and King Hussein appealed to Britain and the United States for help. Mr Nixon put the 82nd Airborne Division on alert and sent a carrier towards the Lebanese coast. Israel moved armour up to the Golan. Damascus denied any part in the fighting. The Soviet Union warned all foreign states to keep out.", "rolled: ASSAULT SYR > JOR | appealed: REQUEST JOR > GBR+USA | put: MOBILIZE USA | sent: MOBILIZE USA | moved: MOBILIZE ISR > SYR / MOBILIZE ISR | denied: REJECT SYR | warned: THREATEN/REQUEST SUN"),  # an item from AMMAN
    ("CONSTANTINOPLE, June 5, 1897 - The Sultan has consented to an armistice with Greece, but his Ministers insist that Thessaly stay in Turkish hands. The six ambassadors presented a joint note on Thursday declaring that no Christian village would be given back. Greek irregulars fired on a Turkish convoy near Lamia. Germany has declined to take part in a blockade of the Greek ports.", "consented: AGREE/CONCEDE/RETREAT OTM+TUR+GRC | insist: REQUEST/REJECT OTM+TUR > GRC / REQUEST/REJECT OTM+TUR | presented: REJECT/REQUEST/CONSULT/ACCUSE > OTM+TUR | fired: ASSAULT GRC > OTM+TUR | declined: REJECT DEU > GRC / REJECT DEU"),  # an item from CONSTANTINOPLE
    ("SANTIAGO, Dec. 22, 1978 - Argentina's fleet put to sea on Thursday and Chile placed its garrisons in Patagonia on full alert. Pope John Paul sent word to both presidents that he was ready to dispatch a cardinal. Chilean minister Cubillos had come home from Buenos Aires empty-handed last week after General Videla refused to name a mediator. Lorries were held up at the Andean passes, which Argentine border guards shut on Wednesday.", "put: MOBILIZE ARG > CHL / MOBILIZE ARG | placed: MOBILIZE CHL | sent: AGREE/CONSULT/COOPERATE VAT > ARG+CHL / AGREE/CONSULT/COOPERATE VAT | refused: REJECT ARG > CHL / REJECT ARG | shut: COERCE/SANCTION ARG > CHL / COERCE/SANCTION ARG"),  # an item from SANTIAGO
    ("NEW DELHI, Oct. 26, 1962 - Chinese forces captured Tawang on Wednesday and pressed on towards the plains of Assam, the Indian Defence Ministry conceded. Prime Minister Nehru wrote to President Kennedy asking for transport planes; Britain has already promised rifles. Peking proposed that both armies pull back 20 kilometres. India rejected the offer, and the Soviet Union, which had agreed to sell India fighters, now says that they will be late. Ghana's Nkrumah reproached Britain for sending arms.", "captured: ASSAULT/COERCE CHN > IND / ASSAULT/COERCE CHN | asking: REQUEST IND > USA | promised: AGREE/AID GBR+IND | proposed: REQUEST/CONCEDE CHN > IND / REQUEST/CONCEDE CHN | rejected: REJECT IND > CHN | reproached: ACCUSE GHA > GBR"),  # an item from NEW DELHI
    ("LOME, Nov. 3, 2017 - Guinea-Bissau and Senegal have refused to take back the envoys whom the West African bloc expelled. Nigeria's foreign minister flew to Bissau to plead for calm. The European Union halved its budget support for the country and slapped a travel ban on six officers.", "refused: REJECT GNB+SEN | flew: CONSULT NGA > GNB | halved: SANCTION EUR > GNB / SANCTION EUR | slapped: SANCTION/COERCE EUR > GNB / SANCTION/COERCE EUR"),  # an item from LOME
    ("BANGKOK, Feb. 8, 2011 - Thai and Cambodian soldiers traded artillery fire for a fourth day around the Preah Vihear temple. Hun Sen asked the Security Council for a buffer zone, a demand that Abhisit waved aside. Indonesia's foreign minister, Marty Natalegawa, met leaders in Phnom Penh on Monday and was due in Bangkok on Tuesday. At least five people have died. Thailand blamed Cambodia for firing first; Phnom Penh said Thai shells had damaged the temple.", "traded: ASSAULT THA+KHM | asked: REQUEST KHM > UNO | waved: REJECT THA > KHM | met: CONSULT IDN+KHM | due: CONSULT/AGREE IDN+THA @future | blamed: ACCUSE THA > KHM | said: ACCUSE/ASSAULT KHM+THA > THA+KHM"),  # an item from BANGKOK
    ("VIENNA, March 6, 2018 - Austria would not follow Britain in expelling Russian diplomats, Chancellor Kurz said, calling his country a bridge-builder. Poland sent home four Russians and the Czech Republic three. Moscow promised to answer in kind. NATO cut the size of Russia's mission by ten.", "follow: REJECT/SANCTION AUT > RUS+GBR / REJECT/SANCTION AUT | sent: SANCTION POL > RUS | promised: THREATEN RUS | cut: SANCTION NATO+NAT > RUS"),  # an item from VIENNA
    ("PRETORIA, Oct. 3, 1975 - Rhodesia's Smith broke off talks with Nkomo. Mr Vorster has withdrawn his police from the Zambezi, and Zambia freed eleven South African soldiers in return. Botswana will ask Britain for radar, its president told reporters. Tanzania denounced the meeting on the bridge as a fraud. Mozambique is thinking of shutting its railways to Rhodesian goods.", "broke: SANCTION/REJECT RHO+ZWE | withdrawn: RETREAT ZAF > RHO+ZWE+ZMB / RETREAT ZAF | freed: RETREAT/CONCEDE ZMB > ZAF | ask: REQUEST BWA > GBR @future | denounced: ACCUSE TZA | shutting: SANCTION/COERCE MOZ > RHO+ZWE @hypothetical"),  # an item from PRETORIA
    ("STOCKHOLM, Jan. 30, 1940 - The Finnish government told Stockholm that it needs two divisions; Premier Hansson answered that Sweden could give guns and volunteers but no regular troops. Soviet planes dropped bombs on the Swedish village of Pajala in error, for which Moscow has said it is sorry. Norway protested in Berlin at the sinking of three of its steamers. A British proposal to send an expedition by way of Narvik got a cold answer from Oslo.", "answered: REJECT/AGREE SWE > FIN | dropped: ASSAULT SUN > SWE | protested: ACCUSE NOR > DEU"),  # an item from STOCKHOLM
    ("ADEN, April 4, 1966 - Egypt's President Nasser said on Friday that he would keep his army in Yemen for twenty years if need be. Saudi Arabia ordered 350 million dollars' worth of British and American air defences. Kuwait's ruler has been shuttling between Cairo and Riyadh. Royalist shells fell on an Egyptian camp near Sanaa. London announced that it will give up its base here by 1968.", "ordered: COOPERATE/AGREE SAU+GBR+USA | shuttling: CONSULT KWT+EGY+SAU | fell: ASSAULT YEM+YMD+SAU > EGY | give: RETREAT/CONCEDE GBR @future"),  # an item from ADEN
    ("ULAN BATOR, Nov. 22, 2016 - Mongolia has apologised for receiving the Dalai Lama and will not invite him again, its foreign minister said. China had put off talks on a loan of 4.2 billion dollars and closed a border crossing to lorries. India offered Ulan Bator a credit line.", "apologised: CONCEDE MNG > CHN / CONCEDE MNG | put: REJECT/SANCTION CHN > MNG | closed: SANCTION/COERCE CHN > MNG / SANCTION/COERCE CHN | offered: AGREE/AID IND+MNG"),  # an item from ULAN BATOR
    ("WARSAW, Nov. 11, 2021 - Poland massed 15,000 soldiers along its frontier with Belarus and accused Lukashenko of herding migrants towards the wire. Minsk summoned the Polish military attaché to hear a protest over what it called baseless claims. Two Russian bombers flew over Belarusian skies on Wednesday in a show of support. Germany's Merkel rang Putin and begged him to use his influence; he replied that she should talk to Minsk. Lukashenko hinted that he might shut off the gas that crosses his country. Turkey barred Syrians and Iraqis from flights to Minsk at Warsaw's request.", "massed: MOBILIZE POL > BLR / MOBILIZE POL | accused: ACCUSE POL > BLR | summoned: ACCUSE/REQUEST/REJECT BLR > POL | flew: MOBILIZE RUS | rang: CONSULT DEU+RUS | begged: REQUEST DEU > RUS | hinted: THREATEN BLR | barred: SANCTION/COERCE TUR > SYR+IRQ"),  # an item from WARSAW
    ("HONOLULU, Jan. 18, 1893 - American sailors from the cruiser Boston came ashore on Monday at the call of Minister Stevens, and the Queen yielded her throne under protest to the United States. The Japanese consul has asked Tokyo for a man-of-war. Britain's commissioner paid his respects to the new government on Tuesday but withheld recognition. A commission will sail for San Francisco tomorrow to ask for annexation.", "came: MOBILIZE/COERCE/ASSAULT USA > HAW / MOBILIZE/COERCE/ASSAULT USA | yielded: CONCEDE/RETREAT HAW > USA | asked: REQUEST JPN > JPN / REQUEST JPN | paid: SUPPORT/CONSULT GBR > HAW | withheld: REJECT GBR > HAW / REJECT GBR | sail: CONSULT/REQUEST HAW > USA @future"),  # an item from HONOLULU
    ("NAIROBI, July 5, 1976 - Uganda's Amin cut off fuel to Kenyan lorries and threatened to hit back at Kenya for letting Israeli aircraft refuel at Nairobi on their way home from Entebbe. Nairobi said it had known nothing of the raid, and complained that 200 Kenyans had been murdered in Uganda. The American frigate Beary dropped anchor at Mombasa on Sunday in a gesture of support for Kenya. The Organisation of African Unity denounced Israel's attack as naked aggression. West Germany thanked Israel.", "cut: SANCTION/COERCE UGA > KEN | threatened: THREATEN UGA > KEN | said: REJECT KEN | complained: ACCUSE KEN > UGA | dropped: SUPPORT/MOBILIZE/CONSULT USA > KEN / SUPPORT/MOBILIZE/CONSULT USA | denounced: ACCUSE OAU+OUA > ISR | thanked: SUPPORT DEU > ISR"),  # an item from NAIROBI
    ("BRUSSELS, April 8, 1999 - NATO missiles struck the Interior Ministry in Belgrade overnight, and Yugoslavia sealed its border with Albania, trapping refugees. Greece refused to let allied tanks through the port of Salonika. President Yeltsin warned that Russia could be dragged into the war; Primakov flew home from Belgrade with an offer that Chancellor Schröder brushed aside. Macedonia bused 30,000 Kosovars to Albania and Turkey. Cyprus's Kyprianou arrived in Belgrade to win the freedom of three captured American soldiers.", "struck: ASSAULT NATO+NAT > YUG+SCG | sealed: COERCE/SANCTION YUG+SCG > ALB | refused: REJECT GRC | warned: THREATEN RUS | flew: CONSULT RUS+YUG+SCG | brushed: REJECT DEU > RUS+YUG+SCG | bused: AID/COERCE/RETREAT MKD > ALB+TUR / AID/COERCE/RETREAT MKD | arrived: CONSULT CYP > YUG+SCG"),  # an item from BRUSSELS
    ("LIMA, Feb. 28, 1881 - Chile's minister in Washington delivered a letter from his government on Friday declining the good offices of the United States. Admiral Lynch levied a contribution of 800,000 pesos a month on Lima. Bolivia has sworn to fight on. The French and British squadrons put men ashore at Callao to guard their consulates, and Ecuador sold the Peruvians four thousand rifles.", "declining: REJECT CHL > USA | levied: COERCE/SANCTION CHL > PER | sworn: THREATEN BOL > CHL / THREATEN BOL | put: MOBILIZE FRA+GBR > PER / MOBILIZE FRA+GBR | sold: COOPERATE/AID ECU > PER"),  # an item from LIMA
    ("PORT MORESBY, April 2, 1990 - Solomon Islanders ferried wounded rebels from Bougainville, and Papua New Guinea fired on their canoes. Australia lent Port Moresby four helicopters, voicing hope that they would not be used as gunships. New Zealand proposed talks aboard a frigate. Honiara demanded compensation for two villagers shot dead by a Papua New Guinean patrol and closed its ports to the country's ships. Port Moresby expressed sorrow for the deaths but insisted that its patrol had been shot at first.", "fired: ASSAULT PNG > SLB | lent: AID AUS > PNG | proposed: REQUEST/AGREE/CONSULT NZL | demanded: REQUEST SLB > PNG / REQUEST SLB | shot: ASSAULT PNG > SLB / ASSAULT PNG | closed: COERCE/SANCTION SLB > PNG | expressed: CONCEDE PNG > SLB / CONCEDE PNG | insisted: REJECT/ACCUSE PNG > SLB / REJECT/ACCUSE PNG"),  # an item from PORT MORESBY
]
ITEMS_FLOOR = 0.70

# Set aside while rules were made with the rows above: 0.86 of their acts came out right at the first look.
ASIDE: list[Row] = [
    ("CANBERRA, June 9, 2021 - Australia rejected Beijing's charge of racism, saying its visa rules were the same for all.", "rejected: REJECT AUS > CHN"),  # rejection of another's charge
    ("TOKYO, April 8, 1994 - Japan urged North Korea to let inspectors back into Yongbyon.", "urged: REQUEST JPN > PRK"),  # urging with an infinitive
    ("ROME, Nov 2, 1911 - Italy gave Turkey twenty-four hours to evacuate Tripoli.", "gave: THREATEN/REQUEST ITA > OTM+TUR"),  # ultimatum with a deadline
    ("SEOUL, June 5, 1994 - North Korea said it would regard sanctions as an act of war.", "regard: THREATEN PRK"),  # threat that something would be an act of war
    ("RIO DE JANEIRO, April 26, 1914 - Argentina, Brazil and Chile offered to mediate between the United States and Mexico.", "offered: AGREE/COOPERATE/CONSULT/REQUEST ARG+BRA+CHL > USA+MEX"),  # offer of mediation
    ("OTTAWA, March 1, 1986 - Canada and the United States agreed in principle to share the cost of a new radar chain.", "agreed: AGREE CAN+USA"),  # agreement in principle
    ("PANMUNJOM, Feb 4, 1992 - North and South Korean officers opened talks here today on a hot line.", "opened: CONSULT PRK+KOR"),  # talks opened
    ("KATHMANDU, Jan 5, 2004 - Talks between India and Pakistan were held here on the margins of a regional summit.", "Talks: CONSULT IND+PAK"),  # talks noun as subject
    ("BRASILIA, May 3, 2010 - President Lula left for Tehran on Friday to meet Ahmadinejad.", "left: CONSULT BRA > IRN"),  # visit left for
    ("SINGAPORE, June 12, 2018 - Mr. Trump held a summit with Kim Jong Un in Singapore.", "held: CONSULT USA+PRK"),  # summit held
    ("MANILA, April 9, 2012 - The Philippines lodged a protest with China over the shoal.", "lodged: ACCUSE/REJECT PHL > CHN"),  # protest lodged
    ("ATHENS, May 2, 1996 - The Turkish ambassador was called in to the Foreign Ministry here and given a sharp note.", "called: ACCUSE/REQUEST/REJECT/CONSULT GRC > TUR"),  # passive summoned
    ("HARARE, July 4, 1986 - Zimbabwe declared the South African trade representative persona non grata.", "declared: SANCTION/COERCE/REJECT ZWE > ZAF"),  # persona non grata
    ("BAGHDAD, June 7, 1967 - Iraq broke off diplomatic relations with the United States and Britain.", "broke: SANCTION IRQ > USA+GBR"),  # relations broken
    ("PEKING, Jan 27, 1964 - France and Communist China established diplomatic relations.", "established: COOPERATE/AGREE FRA+CHN"),  # relations established
    ("WASHINGTON, May 14, 1998 - The United States imposed sanctions on India for its nuclear tests.", "imposed: SANCTION USA > IND"),  # sanctions imposed
    ("BRUSSELS, June 22, 2018 - The European Union slapped duties on American whiskey and motorcycles.", "slapped: SANCTION EUR > USA"),  # tariff retaliation
    ("BANJUL, May 2, 2010 - Switzerland barred five Gambian ministers from entering the country.", "barred: SANCTION/COERCE CHE > GMB"),  # visa ban
    ("MOSCOW, May 9, 1980 - Kenya joined the boycott of the Moscow games.", "joined: SANCTION/REJECT/PROTEST KEN > SUN"),  # boycott joined
    ("LIMA, June 4, 1970 - Soviet transports flew 60 tons of medicine to Peru.", "flew: AID SUN > PER"),  # aid flown in
    ("WARSAW, Nov 9, 1920 - France granted Poland a loan of 375 million francs.", "granted: AID/AGREE/COOPERATE FRA > POL"),  # loan granted
    ("BONN, Jan 8, 1970 - West Germany halted shipments of arms to Nigeria.", "halted: SANCTION DEU > NGA"),  # arms shipments halted
    ("LAHORE, Dec 27, 2001 - Indian missiles were moved to the border with Pakistan.", "moved: MOBILIZE IND > PAK / MOBILIZE IND"),  # moved up passive
    ("ST PETERSBURG, July 31, 1914 - The Tsar ordered general mobilisation.", "ordered: MOBILIZE RUS"),  # mobilization ordered
    ("ISLAMABAD, May 28, 1998 - Pakistan set off five nuclear devices in the hills of Baluchistan.", "set: MOBILIZE PAK"),  # nuclear test
    ("ALGIERS, Sept 22, 2021 - Algeria closed its airspace to Moroccan aircraft.", "closed: SANCTION/COERCE DZA > MAR"),  # airspace closed
    ("NAPLES, Jan 18, 1912 - Italian torpedo boats stopped the French steamer Carthage and took her into Cagliari.", "stopped: COERCE ITA > FRA"),  # ship stopped
    ("TEL AVIV, Feb 21, 1973 - Israeli fighters shot down a Libyan airliner over Sinai.", "shot: ASSAULT ISR > LBY"),  # plane shot down
    ("BEIRUT, Dec 29, 1968 - Israeli commandos raided Beirut airport and blew up 13 Arab airliners.", "raided: ASSAULT ISR > LBN | blew: ASSAULT ISR > LBN / ASSAULT ISR"),  # raid
    ("YEREVAN, Aug 3, 2014 - Armenian and Azerbaijani forces exchanged fire along the line of contact.", "exchanged: ASSAULT ARM+AZE"),  # exchange of fire
    ("HANOI, Feb 17, 1979 - Chinese troops crossed into Vietnam at dawn on Saturday.", "crossed: ASSAULT/MOBILIZE/COERCE CHN > VNM"),  # troops crossed border
    ("JERUSALEM, July 3, 1948 - Egypt broke the truce by attacking Negba, an Israeli spokesman said.", "broke: ASSAULT/SANCTION/COERCE EGY > ISR / ASSAULT/SANCTION/COERCE EGY"),  # cease-fire broken
    ("ISLAMABAD, March 1, 2019 - A captured Indian pilot was handed back to India by Pakistan.", "handed: RETREAT/CONCEDE/COOPERATE PAK > IND"),  # prisoners passive release
    ("DAMASCUS, March 5, 2005 - President Assad said Syria would pull its troops out of Lebanon.", "pull: RETREAT/AGREE/CONCEDE SYR > LBN"),  # pull out as promise
    ("BERNE, April 5, 1940 - Switzerland will not accept any limit on its trade with Germany, its minister in London told the British government.", "accept: REJECT CHE > GBR"),  # will not accept
    ("SHANGHAI, April 17, 2005 - Thousands of Chinese threw stones at the Japanese consulate.", "threw: PROTEST/ASSAULT CHN > JPN"),  # demonstration with stone throwing
    ("NEW YORK, Nov 10, 1975 - Mexico voted for the resolution against Israel.", "voted: SUPPORT/ACCUSE/AGREE MEX > ISR / SUPPORT/ACCUSE/AGREE MEX"),  # vote against
    ("THE HAGUE, Oct 10, 2002 - The court awarded the Bakassi peninsula to Cameroon in its dispute with Nigeria.", "awarded: ACCUSE/COERCE/REJECT/SUPPORT/AGREE > CMR+NGA"),  # court ruling sets border
    ("KUALA LUMPUR, May 2, 1981 - Malaysia demanded compensation from Indonesia for the smoke.", "demanded: REQUEST MYS > IDN"),  # compensation demanded
    ("ACCRA, May 7, 2020 - Ghana withdrew its recognition of Kosovo.", "withdrew: SANCTION/REJECT/RETREAT GHA > KOS+XKX+RKS"),  # recognition withdrawn
    ("TEHRAN, April 3, 2016 - Iran detained a British aid worker at Tehran airport.", "detained: COERCE IRN > GBR"),  # citizens detained
    ("BAGHDAD, March 15, 1990 - Iraq hanged a British reporter for spying.", "hanged: COERCE/ASSAULT IRQ > GBR"),  # hanged
    ("LONDON, Oct 4, 2018 - Britain blamed Russian military intelligence for a string of cyber attacks.", "blamed: ACCUSE GBR > RUS"),  # cyber blame
    ("PARIS, Nov 4, 2021 - France threatened to cut power to Jersey in a quarrel with Britain over fishing licences.", "threatened: THREATEN FRA > GBR"),  # fishing quarrel
    ("LISBON, March 4, 1960 - President Kubitschek is expected to visit Portugal in August.", "visit: CONSULT/AGREE BRA+PRT @future"),  # is expected to visit
    ("TOKYO, May 4, 1992 - Japan is considering aid to Vietnam.", "considering: AID JPN > VNM @hypothetical"),  # is considering
    ("KHARTOUM, June 9, 1995 - Sudanese troops did not cross into Eritrea, the general said.", "cross: ASSAULT/MOBILIZE SDN > ERI @negated"),  # no attack
    ("GENEVA, July 21, 1954 - Britain and France welcomed the outcome. Both thanked China for its help.", "welcomed: SUPPORT GBR+FRA | thanked: SUPPORT GBR+FRA > CHN"),  # carried over, both
    ("TOKYO, Sept 6, 1990 - A spokesman said Japan had asked Iraq to free all Japanese citizens.", "asked: REQUEST JPN > IRQ"),  # spokesman said we have asked
    ("JERUSALEM, Sept 9, 2002 - Israel criticised the European Union for its aid to the Palestinians.", "criticised: ACCUSE ISR > EUR"),  # criticise
    ("MONROVIA, May 9, 1990 - Liberia thanked Nigeria for its peacekeepers.", "thanked: SUPPORT LBR > NGA"),  # thank
    ("BONN, Sept 3, 1955 - Adenauer accepted a Soviet invitation to Moscow.", "accepted: AGREE/SUPPORT/CONCEDE/CONSULT DEU+SUN"),  # accept invitation
    ("HANOI, May 3, 1999 - Vietnam and China signed a treaty on their land frontier in Hanoi.", "signed: AGREE VNM+CHN"),  # ceded
    ("ATHENS, Aug 31, 1923 - Italy occupied Corfu after bombarding its fort.", "occupied: ASSAULT/COERCE ITA > GRC / ASSAULT/COERCE ITA | bombarding: ASSAULT ITA > GRC / ASSAULT ITA"),  # occupied
    ("CANBERRA, April 14, 1954 - Australia granted asylum to the Soviet diplomat Petrov.", "granted: SUPPORT/AID/COOPERATE/CONCEDE AUS > SUN / SUPPORT/AID/COOPERATE/CONCEDE AUS"),  # defectors granted asylum
    ("KHARTOUM, April 24, 2023 - Germany flew 300 of its citizens out of Sudan.", "flew: RETREAT/AID/MOBILIZE DEU > SDN / RETREAT/AID/MOBILIZE DEU"),  # evacuation of nationals
    ("TEHRAN, March 27, 1933 - Japan withdrew from the League of Nations.", "withdrew: REJECT/SANCTION/RETREAT JPN > LNA+LON+LNO+IGOLON / REJECT/SANCTION/RETREAT JPN"),  # left an organisation
    ("GEORGETOWN, May 7, 2023 - Guyana charged that Venezuelan soldiers had crossed the Cuyuni river.", "charged: ACCUSE GUY > VEN"),  # alleged violation
    ("CORINTO, April 7, 1984 - The United States mined three Nicaraguan ports.", "mined: COERCE/ASSAULT USA > NIC"),  # mine laying
    ("VIENNA, Dec 3, 1973 - Talks between Malta and Britain on the bases collapsed on Monday.", "collapsed: REJECT/CONSULT/SANCTION MLT+GBR"),  # talks collapsed
]
# fmt: on
ASIDE_FLOOR = 0.85


_READING = re.compile(
    r"(?P<types>[A-Z]+(?:/[A-Z]+)*)(?: (?P<source>[A-Z+]+))?(?: > (?P<target>[A-Z+]+))?(?: @(?P<modality>[a-z]+))?$"
)
_RECIPROCAL = {"AGREE", "CONSULT", "COOPERATE"}
_OPEN = {"future", "hypothetical"}  # the scorer takes one for the other


def acts_of(row: Row) -> list[str]:
    return row[1].split(" | ")


def fits(event: Event, act: str) -> bool:
    """Whether the event is one of the readings of an act."""
    readings = act.partition(": ")[2]
    modality = readings.partition(" @")[2] or "actual"
    told = event.modality.value
    if told != modality and not {told, modality} <= _OPEN:
        return False
    return any(_fits(event, text.partition(" @")[0]) for text in readings.split(" / "))


def _fits(event: Event, reading: str) -> bool:
    match = _READING.match(reading)
    assert match, reading
    wanted, other = (frozenset((match[side] or "").split("+")) - {""} for side in ("source", "target"))
    source, target = ({party.code for party in side} for side in (event.source, event.target))
    if event.type.value not in match["types"].split("/"):
        return False
    if event.type.value in _RECIPROCAL and source | target <= wanted | other:
        return len(source | target) >= min(2, len(wanted | other))
    if wanted and not (source and source <= wanted):
        return False
    return bool(target) and target <= other if other else not target - wanted


def missed(row: Row) -> list[str]:
    """The acts of a row that no event answers; an event answers one act."""
    left = list(code(Document(text=row[0], title="", source="row")))
    wrong = []
    for act in acts_of(row):
        found = next((event for event in left if fits(event, act)), None)
        if found is None:
            wrong.append(act)
        else:
            left.remove(found)
    return wrong


@pytest.mark.parametrize("row", MAIN, ids=[row[0][:60] for row in MAIN])
def test_wire_act(row: Row) -> None:
    """Every act of the item is read, with its parties and modality."""
    assert missed(row) == []


@pytest.mark.xfail(reason="not read yet: each row says what stands in the way; a row that is read moves up")
@pytest.mark.parametrize("row", HARD, ids=[row[0][:60] for row in HARD])
def test_wire_act_still_missed(row: Row) -> None:
    """Rows that name what is not read yet."""
    assert missed(row) == []


@pytest.mark.parametrize("rows, floor", ((ITEMS, ITEMS_FLOOR), (ASIDE, ASIDE_FLOOR)))
def test_no_fewer_acts(rows: list[Row], floor: float) -> None:
    """No fewer acts come out right of items that are not all read yet."""
    acts = sum(len(acts_of(row)) for row in rows)
    assert 1 - sum(len(missed(row)) for row in rows) / acts >= floor
