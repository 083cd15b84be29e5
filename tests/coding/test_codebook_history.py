"""Acts of diplomatic history, told in many ways: which act, by whom, to whom.

Each row: a sentence that is an account of its own; the acts expected in it, parted by `|`, each as
`words: TYPE/TYPE SOURCE+SOURCE > TARGET+TARGET`; and what the row guards. The trigger overlaps the words.
Types are those that a careful coder could defend, and a second reading after ` / ` other parties. Any subset
of the parties named is right, as in the scorer of hand-coded documents; `> TARGET` leaves the source open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from detente.coding.coder import code
from detente.model import Document, Event

Row = tuple[str, str]

# One line a case.
# fmt: off
MAIN: list[Row] = [
    # -- agreements and their stages
    ("In 1818 Britain and the United States signed a convention that fixed the boundary at the 49th parallel.", "signed: AGREE GBR+USA"),  # signed by two
    ("The treaty of commerce that Siam had concluded with Britain in 1855 opened Bangkok to foreign merchants.", "concluded: AGREE THA+GBR"),  # concluded in a relative clause
    ("Negotiated in secret, the pact between Serbia and Bulgaria was initialled in March 1912.", "initialled: AGREE SRB+BGR"),  # passive, parties in the noun phrase
    ("The United States refused to ratify the convention with Colombia in 1905.", "refused to ratify: REJECT COL > USA / REJECT USA > COL"),  # refusal to ratify
    ("Chile and Bolivia exchanged ratifications of the peace treaty in 1905.", "exchanged: AGREE CHL+BOL"),  # exchange of ratifications
    ("The Convention of Aguascalientes aside, Mexico and Guatemala reached a settlement of their frontier in 1882.", "reached: AGREE MEX+GTM"),  # reached a settlement
    ("After months of bargaining, Egypt came to terms with Israel in 1978.", "came to terms: AGREE EGY+ISR"),  # came to terms
    ("In 1883 Germany, Austria-Hungary and Romania formed an alliance against Russia.", "formed: AGREE/COOPERATE DEU+AUH+ROU"),  # formed an alliance; Russia is no party
    ("Romania acceded to the Balkan Entente in 1934.", "acceded: AGREE/COOPERATE/SUPPORT ROU+BKE"),  # accession
    ("In 1946 the Soviet Union denounced its treaty of friendship with Turkey.", "denounced: REJECT/SANCTION/ACCUSE SUN > TUR"),  # denunciation of a treaty
    ("The United States withdrew from the Anti-Ballistic Missile Treaty with Russia in 2002.", "withdrew: REJECT/SANCTION/RETREAT USA > RUS"),  # withdrawal from a treaty is no retreat of troops
    ("Argentina and Chile agreed in 1902 to limit their navies.", "agreed: AGREE ARG+CHL"),  # agreed to
    ("A protocol extending the Franco-Russian alliance was drawn up in 1899.", "drawn up: AGREE FRA+RUS"),  # drawn up, parties in a compound adjective
    ("The 1972 Basic Treaty, in which Bonn and East Berlin undertook to respect each other's borders, entered into force a year later.", "undertook: AGREE DEU+DDR | entered into force: AGREE DEU+DDR"),  # undertaking; entry into force
    # -- recognition, relations, missions
    ("Brazil's independence was recognized by the United States in 1824.", "recognized: SUPPORT/AGREE USA > BRA"),  # passive recognition
    ("In 1822 President Monroe extended recognition to Mexico and Gran Colombia.", "extended recognition: SUPPORT/AGREE USA > MEX+GCL"),  # extended recognition
    ("Saudi Arabia severed ties with Egypt in 1962, but it restored them in 1964.", "severed: SANCTION/REJECT SAU > EGY"),  # severed ties
    ("Cuba opened a legation in Moscow in 1943.", "opened: SUPPORT/AGREE/COOPERATE CUB > SUN"),  # opened a legation
    ("The British consulate at Tamsui was closed in 1972.", "closed: SANCTION/REJECT/RETREAT/AGREE/COERCE GBR"),  # closed a post, passive
    ("In 1949 Denmark raised its legation in Warsaw to an embassy.", "raised: SUPPORT/AGREE/COOPERATE DNK > POL"),  # raised to an embassy
    ("Sweden recalled its ambassador from Buenos Aires in protest in 1977.", "recalled: SANCTION SWE > ARG"),  # recall; host by its capital
    ("In 1834 Persia sent an envoy to London.", "sent: CONSULT/SUPPORT IRN > GBR"),  # sent an envoy
    ("John Quincy Adams received the first minister of Colombia in 1822.", "received: CONSULT/SUPPORT USA > GCL+COL"),  # received a minister
    ("In 1857 the Ottoman Sultan appointed a minister to Sardinia.", "appointed: SUPPORT/CONSULT/AGREE/COOPERATE OTM > SAR"),  # appointed a minister to
    ("The new ambassador of Ghana presented his credentials in Canberra in 1962.", "presented: CONSULT/SUPPORT GHA > AUS"),  # credentials
    ("Thailand declared four Vietnamese diplomats persona non grata in 1979.", "declared: SANCTION/COERCE THA > VNM"),  # persona non grata
    ("Following the expulsion of its chargé d'affaires from Asunción, Uruguay closed its embassy in Paraguay in 1958.", "expulsion: SANCTION/COERCE PRY > URY | closed: SANCTION/REJECT URY > PRY"),  # nominal expulsion by an unnamed host; closed an embassy
    ("The Holy See and Mexico normalized their relations in 1992.", "normalized: SUPPORT/AGREE/COOPERATE VAT+MEX"),  # normalized
    # -- talks, visits, summits, mediation
    ("Metternich conferred with Tsar Alexander at Troppau in 1820.", "conferred: CONSULT AUH+AUT+RUS"),  # conferred with
    ("When Nehru visited Beijing in 1954, he held long conversations with Mao.", "visited: CONSULT IND > CHN | held: CONSULT IND+CHN"),  # visit in a when clause
    ("Khrushchev's visit to Yugoslavia in 1955 ended a quarrel of seven years.", "visit: CONSULT SUN > YUG"),  # visit as a noun
    ("Delegates from Argentina, Brazil and Uruguay gathered at Montevideo in 1828 to negotiate a peace.", "gathered: CONSULT ARG+BRA+URY"),  # gathered
    ("At Germany's insistence a conference met at Algeciras in 1906.", "insistence: REQUEST DEU"),  # conference called
    ("Theodore Roosevelt mediated between Russia and Japan in 1905.", "mediated: CONSULT USA > RUS+JPN"),  # mediated between
    ("Britain offered its good offices to Argentina and Brazil in 1825.", "offered: CONSULT/SUPPORT/AGREE GBR > ARG+BRA / AGREE GBR+ARG+BRA"),  # good offices
    ("The dispute over Misiones was submitted to the arbitration of President Cleveland by Argentina and Brazil in 1889.", "submitted: AGREE/CONSULT ARG+BRA"),  # submitted to arbitration
    ("In 1902 King Edward VII, as arbitrator, awarded most of the territory to Chile.", "awarded: CONCEDE/CONSULT/SUPPORT/AGREE GBR > CHL"),  # an award
    ("Talks between the Dutch and Indonesian delegations collapsed in 1947.", "collapsed: REJECT NLD+IDN / CONSULT NLD+IDN"),  # talks collapsed
    ("The Malaysian prime minister met his Filipino counterpart in Manila in 1964 to discuss Sabah.", "met: CONSULT MYS+PHL"),  # met his counterpart
    ("In a telephone conversation in 1973, Brezhnev warned Nixon against an alert.", "warned: THREATEN/REQUEST/ACCUSE SUN > USA"),  # warned against
    ("Kissinger flew secretly to Beijing in July 1971.", "flew: CONSULT USA > CHN"),  # flew to
    ("A direct telephone line, the hot line, was installed between Delhi and Islamabad in 1971.", "installed: AGREE/COOPERATE IND+PAK"),  # hot line
    ("Tito and Nasser exchanged views on Algeria in 1956.", "exchanged: CONSULT YUG+EGY"),  # exchanged views
    ("Ethiopia's emperor toured the capitals of West Africa in 1963.", "toured: CONSULT ETH"),  # toured
    # -- requests, demands, ultimata, threats
    ("In 1914 Austria-Hungary presented Serbia with an ultimatum.", "presented: THREATEN/REQUEST AUH > SRB"),  # presented with an ultimatum
    ("Japan's Twenty-One Demands of 1915 were addressed to China.", "Demands of 1915 were addressed: REQUEST/THREATEN JPN > CHN"),  # demands as a name
    ("France called on Siam in 1893 to give up the left bank of the Mekong.", "called on: REQUEST/THREATEN FRA > THA"),  # called on to
    ("Faced with revolt, the Ottoman sultan turned to Muhammad Ali of Egypt for help in 1824.", "turned to: REQUEST OTM > EGY"),  # turned to for help
    ("Hungary sought Soviet permission in 1989 to open its border.", "sought: REQUEST HUN > SUN"),  # sought permission
    ("At Kabul's request, Moscow dispatched military advisers in 1978.", "request: REQUEST AFG > SUN | dispatched: AID/COOPERATE/MOBILIZE/SUPPORT SUN > AFG / AID/COOPERATE/MOBILIZE/SUPPORT SUN"),  # request as an adjunct; advisers
    ("Urged on by Britain, Portugal abolished the slave trade north of the equator in 1815.", "Urged: REQUEST GBR > PRT"),  # participle of urging
    ("Indonesia threatened in 1963 to crush Malaysia.", "threatened: THREATEN IDN > MYS"),  # threatened to
    ("Unless Egypt withdrew from Syria, Britain warned in 1840, it would blockade its ports.", "warned: THREATEN/REQUEST GBR"),  # warning as an aside
    ("In 1961 Khrushchev insisted that Western troops leave Berlin.", "insisted: REQUEST/THREATEN SUN"),  # insisted that
    ("Bolivia pressed its claim to a port at Geneva in 1920, and Chile dismissed it.", "pressed: REQUEST BOL > CHL / REQUEST BOL | dismissed: REJECT CHL > BOL"),  # pressed a claim, dismissed
    ("Venezuela reasserted its claim to the Essequibo in 1962.", "reasserted: REQUEST/THREATEN/ACCUSE VEN"),  # claim to territory
    ("Roosevelt urged Mexico in 1937 to compensate American landowners.", "urged: REQUEST USA > MEX"),  # urged to
    ("Spain asked Morocco for satisfaction after the attack on Melilla in 1859.", "asked: REQUEST ESP > MAR"),  # asked for satisfaction
    ("The Polish government was asked by Berlin in 1938 to allow a road across the Corridor.", "asked: REQUEST DEU > POL"),  # asked, passive
    # -- refusals, protests, accusations, denials
    ("Paraguay rejected Argentina's proposal to close the rivers in 1864.", "rejected: REJECT PRY > ARG"),  # rejected a proposal
    ("Switzerland declined to join the European Economic Community in 1992.", "declined: REJECT CHE > EUR / REJECT CHE"),  # declined to join
    ("The Soviet veto in 1946 kept Portugal and Ireland out of the United Nations.", "veto: REJECT/SANCTION SUN"),  # veto as a noun
    ("De Gaulle vetoed Britain's application to the Common Market in 1963.", "vetoed: REJECT FRA > GBR"),  # vetoed
    ("Britain protested against the Russian occupation of Port Arthur in 1898.", "protested: ACCUSE/REJECT/PROTEST GBR > RUS"),  # protested against; nominal occupation
    ("The American note of 1915 condemned the sinking of the Lusitania by a German submarine.", "condemned: ACCUSE/REJECT USA > DEU / ACCUSE USA"),  # condemned; sinking with by
    ("Tanzania blamed Uganda for the border clashes of 1971.", "blamed: ACCUSE TZA > UGA"),  # blamed for
    ("Iraq denied in 2002 that it possessed chemical weapons.", "denied: REJECT IRQ"),  # denied that
    ("Thailand's complaint to the League in 1936 went unheard.", "complaint: ACCUSE THA > LON / ACCUSE THA"),  # complaint as a noun
    ("Nicaragua took the United States to the International Court of Justice in 1984.", "took: ACCUSE/REQUEST/SANCTION NIC > USA"),  # took to court
    ("The General Assembly deplored the Soviet intervention in Afghanistan in 1980.", "deplored: ACCUSE UNO > SUN"),  # deplored; nominal intervention
    ("Persia lodged a formal protest with the Russian minister in 1909.", "lodged: ACCUSE/REJECT/PROTEST IRN > RUS"),  # lodged a protest
    ("China charged that Vietnam was persecuting its Chinese residents in 1978.", "charged: ACCUSE CHN > VNM"),  # charged that
    ("Lima never accepted the award of 1904.", "accepted: AGREE PER / REJECT PER"),  # never accepted: a negated agreement
    # -- territory
    ("Mexico ceded California to the United States in 1848.", "ceded: CONCEDE/RETREAT/AGREE MEX > USA"),  # ceded to
    ("By the peace of 1829 the Danube delta was ceded to Russia by the Porte.", "ceded: CONCEDE/RETREAT/AGREE OTM > RUS"),  # ceded, passive
    ("Russia sold Alaska to the United States in 1867.", "sold: COOPERATE/AGREE/CONCEDE/AID RUS > USA / AGREE/COOPERATE RUS+USA"),  # sale of territory
    ("China leased Weihaiwei to Britain in 1898.", "leased: CONCEDE/AGREE/COOPERATE CHN > GBR"),  # leased to
    ("France annexed Nice and Savoy in 1860.", "annexed: COERCE/ASSAULT FRA > SAR+ITA / COERCE/ASSAULT FRA"),  # annexed
    ("The annexation of Hawaii by the United States in 1898 drew a protest from Japan.", "annexation: COERCE/ASSAULT USA > HAW | drew a protest: ACCUSE/REJECT/PROTEST JPN > USA / ACCUSE/REJECT/PROTEST JPN"),  # annexation of by; drew a protest
    ("Tunisia was made a French protectorate in 1881.", "made: COERCE/AGREE FRA > TUN"),  # made a protectorate
    ("Annam accepted a French protectorate in 1884.", "accepted: CONCEDE/AGREE VNM+FRA / CONCEDE VNM"),  # accepted a protectorate
    ("Poland was partitioned between Germany and the Soviet Union in 1939.", "partitioned: COERCE/ASSAULT/AGREE DEU+SUN > POL / COERCE/ASSAULT/AGREE DEU+SUN"),  # partitioned between
    ("Britain gave Heligoland to Germany in 1890 in exchange for Zanzibar.", "gave: AGREE/CONCEDE/COOPERATE/RETREAT/AID GBR > DEU / AGREE GBR+DEU"),  # exchange of territories
    ("In 1997 Britain handed Hong Kong over to China.", "handed: RETREAT/CONCEDE/AGREE/COOPERATE GBR > CHN"),  # handed over
    ("Libya renounced its claim to the Aouzou Strip and handed it back to Chad in 1994.", "renounced: CONCEDE/RETREAT LBY > TCD / CONCEDE/RETREAT LBY | handed: RETREAT/CONCEDE LBY > TCD"),  # renounced a claim; handed back
    ("Denmark lost Schleswig to Prussia in 1864.", "lost: CONCEDE/RETREAT DNK > PRU"),  # lost to
    ("Argentina seized the Falkland Islands in April 1982.", "seized: COERCE/ASSAULT ARG > FLK+GBR / COERCE/ASSAULT ARG"),  # seized
    ("Indian troops entered Goa in 1961 and incorporated it into the Union.", "entered: ASSAULT/MOBILIZE/COERCE IND > PRT / ASSAULT/MOBILIZE/COERCE IND | incorporated: COERCE IND > PRT / COERCE IND"),  # entered; incorporated
    ("Italy occupied Tripoli and proclaimed its annexation in 1911.", "occupied: COERCE/ASSAULT/MOBILIZE ITA > LBY+OTM / COERCE ITA | proclaimed its annexation: COERCE ITA > LBY+OTM / COERCE ITA"),  # occupied; proclaimed its annexation
    ("The Sudeten districts were transferred from Czechoslovakia to Germany in 1938.", "transferred: CONCEDE/RETREAT/AGREE/COERCE CSK > DEU"),  # transferred from to
    # -- war
    ("Paraguay declared war on Argentina in 1865.", "declared: ASSAULT/THREATEN/MOBILIZE PRY > ARG"),  # declared war
    ("Napoleon III went to war with Prussia in 1870.", "went to war: ASSAULT FRA > PRU"),  # went to war
    ("Vietnam invaded Cambodia in December 1978 and drove the Khmer Rouge from Phnom Penh.", "invaded: ASSAULT/MOBILIZE VNM > KHM | drove: ASSAULT/COERCE VNM > KHM"),  # invaded and drove from
    ("The Egyptian army under Ibrahim Pasha defeated the Ottomans at Konya in 1832.", "defeated: ASSAULT EGY > OTM"),  # defeated
    ("The Ethiopian victory over Italy at Adwa in 1896 secured the country's independence.", "victory: ASSAULT ETH > ITA"),  # victory over
    ("Lima was captured by Chilean forces in 1881.", "captured: ASSAULT/COERCE CHL > PER"),  # captured, passive; victim by its capital
    ("Anglo-French forces laid siege to Sevastopol in 1854.", "laid siege: ASSAULT/COERCE GBR+FRA > RUS / ASSAULT/COERCE GBR+FRA"),  # laid siege
    ("The bombardment of Kagoshima by a British squadron in 1863 persuaded Satsuma to pay an indemnity.", "bombardment: ASSAULT GBR > JPN / ASSAULT GBR"),  # bombardment of by
    ("Israeli aircraft destroyed the Iraqi reactor in 1981.", "destroyed: ASSAULT ISR > IRQ"),  # destroyed
    ("Somalia's attempt to conquer the Ogaden in 1977 was repelled with Cuban help.", "repelled: ASSAULT > SOM"),  # attempt to conquer
    ("The rebels in Texas routed a Mexican army at San Jacinto in 1836.", "routed: ASSAULT TEX > MEX"),  # routed
    ("In 1904 the Japanese fleet attacked Port Arthur without warning.", "attacked: ASSAULT JPN > RUS+CHN / ASSAULT JPN"),  # attacked
    ("After the Serbs had been driven out of Kosovo by the Ottoman army, Russia mobilized in 1876.", "driven out: ASSAULT/COERCE OTM > SRB / ASSAULT/COERCE OTM | mobilized: MOBILIZE RUS"),  # driven out, passive; mobilized alone
    ("Prussia called up its reserves in June 1866.", "called up: MOBILIZE PRU"),  # called up reserves
    ("In 1990 Iraq massed troops on the border of Kuwait.", "massed: MOBILIZE/THREATEN IRQ > KWT / MOBILIZE/THREATEN IRQ"),  # massed troops
    ("The United States stationed missiles in Turkey in 1961.", "stationed: MOBILIZE/COOPERATE/AID USA > TUR / MOBILIZE/COOPERATE USA"),  # stationed
    ("Marines landed at Santo Domingo in 1965.", "landed: MOBILIZE/ASSAULT/COERCE > DOM"),  # landed
    ("Fighting between Azerbaijan and Armenia flared up again in September 2020.", "Fighting between Azerbaijan and Armenia flared: ASSAULT AZE+ARM"),  # fighting between
    ("North Korean agents assassinated members of the South Korean cabinet in Rangoon in 1983.", "assassinated: ASSAULT PRK > KOR"),  # assassinated
    # -- ends of war
    ("France and Austria concluded an armistice at Villafranca in July 1859.", "concluded: AGREE/RETREAT FRA+AUH+AUT"),  # concluded an armistice
    ("Bulgaria sued for peace in September 1918.", "sued: REQUEST/CONCEDE/RETREAT BGR"),  # sued for peace
    ("The Italian garrison at Massawa surrendered to the British in 1941.", "surrendered: RETREAT/CONCEDE ITA > GBR"),  # surrendered to
    ("The last Soviet soldiers left Afghanistan in February 1989.", "left: RETREAT SUN > AFG"),  # soldiers left
    ("Israel pulled its forces out of southern Lebanon in 2000.", "pulled: RETREAT ISR > LBN / RETREAT ISR"),  # pulled out
    ("The withdrawal of Japanese troops from Siberia was completed in 1922.", "withdrawal: RETREAT JPN / RETREAT JPN > RUS"),  # withdrawal of troops from
    ("El Salvador and Honduras exchanged prisoners in 1970.", "exchanged: RETREAT/AGREE/COOPERATE/CONCEDE SLV+HND"),  # exchanged prisoners
    ("Iran freed the American hostages in January 1981.", "freed: RETREAT/CONCEDE IRN > USA"),  # freed hostages
    ("Hostilities between Britain and Argentina ceased in June 1982.", "ceased: RETREAT/AGREE GBR+ARG / RETREAT GBR > ARG"),  # hostilities ceased
    ("The blockade of Berlin was lifted by the Soviet Union in May 1949.", "lifted: RETREAT/CONCEDE SUN / RETREAT/CONCEDE SUN > DEU"),  # blockade lifted, passive
    # -- coercion and sanctions
    ("British and French warships blockaded Buenos Aires in 1845.", "blockaded: COERCE/SANCTION/ASSAULT GBR+FRA > ARG"),  # blockaded
    ("The United States imposed an embargo on scrap iron for Japan in 1940.", "imposed: SANCTION/COERCE USA > JPN / SANCTION USA"),  # imposed an embargo
    ("Arab oil producers cut off shipments to the Netherlands in 1973.", "cut off: SANCTION/COERCE > NLD"),  # cut off shipments
    ("Sanctions against Rhodesia were approved by the United Nations in 1966.", "approved: SANCTION/SUPPORT/AGREE UNO > ZWE / SANCTION/SUPPORT/AGREE UNO"),  # sanctions approved, passive
    ("In 1882 Congress excluded Chinese laborers from the United States.", "excluded: SANCTION/COERCE USA > CHN / SANCTION/COERCE > CHN"),  # excluded labourers
    ("Iran nationalized the Anglo-Iranian Oil Company in 1951.", "nationalized: COERCE IRN > GBR / COERCE IRN"),  # nationalized a company
    ("Peru expropriated the American oil fields at Talara in 1968, whereupon Washington suspended aid.", "expropriated: COERCE PER > USA / COERCE PER | suspended: SANCTION USA > PER / SANCTION USA"),  # expropriated; suspended aid
    ("The assets of Iran in American banks were frozen by President Carter in 1979.", "frozen: SANCTION/COERCE USA > IRN"),  # assets frozen, passive
    ("Germany raised its tariff on Russian grain in 1893, and St. Petersburg retaliated.", "raised: SANCTION/COERCE DEU > RUS / SANCTION/COERCE DEU | retaliated: SANCTION/COERCE/ASSAULT/REJECT RUS > DEU / SANCTION/COERCE/ASSAULT RUS"),  # tariff war
    ("In 1902 Venezuela defaulted on its debts, and Germany and Britain sent gunboats to its coast.", "defaulted: REJECT/SANCTION/COERCE VEN > DEU+GBR / REJECT/SANCTION/COERCE VEN | sent: MOBILIZE/COERCE/ASSAULT DEU+GBR > VEN / MOBILIZE/COERCE/ASSAULT DEU+GBR"),  # default; gunboats
    ("South Africa was expelled from the Commonwealth community of sport, and India boycotted its goods from 1946.", "expelled: SANCTION/COERCE > ZAF | boycotted: SANCTION/PROTEST IND > ZAF / SANCTION/PROTEST IND"),  # expelled, passive; boycotted
    ("Chinese merchants organized a boycott of American goods in 1905.", "organized a boycott: PROTEST/SANCTION CHN > USA / PROTEST/SANCTION CHN"),  # organized a boycott
    ("Uganda deported thousands of Asians holding British passports in 1972.", "deported: COERCE/SANCTION UGA > GBR / COERCE/SANCTION UGA"),  # deported
    ("The shah's police arrested a Soviet spy in 1977.", "arrested: COERCE/SANCTION IRN > SUN / COERCE/SANCTION IRN"),  # arrested a spy
    ("In 1960 a Soviet court sentenced an American pilot to ten years in prison.", "sentenced: SANCTION/COERCE SUN > USA / SANCTION/COERCE SUN"),  # sentenced
    ("The French navy confiscated two Venezuelan vessels in 1849.", "confiscated: COERCE/ASSAULT FRA > VEN"),  # confiscated
    ("A military coup supported by Washington overthrew Jacobo Árbenz of Guatemala in 1954.", "overthrew: COERCE/ASSAULT > GTM | supported: SUPPORT/AID/COERCE/COOPERATE USA / SUPPORT/AID/COERCE/COOPERATE USA > GTM"),  # coup with foreign support
    # -- help, money, arms, trade
    ("Saudi Arabia granted Jordan a subsidy of 10 million dollars in 1957.", "granted: AID/AGREE SAU > JOR"),  # granted a subsidy
    ("The Soviet Union supplied Egypt with MiG fighters from 1955.", "supplied: AID/COOPERATE SUN > EGY"),  # supplied with
    ("Bankers in Paris lent the Russian government 400 million francs in 1906.", "lent: AID/AGREE/COOPERATE FRA > RUS / AID > RUS"),  # lent
    ("Cuba armed and trained guerrillas in Venezuela in 1964.", "armed: AID/COOPERATE/SUPPORT/COERCE CUB > VEN / AID/COOPERATE/SUPPORT/COERCE CUB"),  # armed guerrillas
    ("Military aid for Greece and Turkey was approved by Congress in 1947.", "approved: AID/AGREE/SUPPORT > GRC+TUR"),  # aid approved, passive
    ("American aircraft flew food into Biafra in 1969.", "flew: AID/COOPERATE USA > BIA+NGA / AID USA"),  # airlift of food
    ("The airlift of weapons to Israel in October 1973 angered the Arab states.", "airlift: AID/COOPERATE USA > ISR / AID > ISR"),  # airlift as a noun
    ("Czechoslovakia delivered rifles to Ethiopia in 1948.", "delivered: AID/COOPERATE CSK > ETH"),  # delivered
    ("Trade between India and Nepal was opened to all comers by the treaty of 1950.", "treaty: AGREE IND+NPL / AGREE"),  # treaty of a year
    ("Mongolia joined Comecon in 1962.", "joined: AGREE/COOPERATE/SUPPORT MNG > CME / AGREE/COOPERATE MNG"),  # joined an organisation
    ("Ireland was admitted to the United Nations in 1955.", "admitted: SUPPORT/AGREE/COOPERATE UNO > IRL / AGREE/COOPERATE/SUPPORT IRL"),  # admitted, passive
    ("Germany left the League of Nations in 1933.", "left: REJECT/SANCTION/RETREAT DEU > LON / REJECT/SANCTION/RETREAT DEU"),  # left an organisation
    ("In 1962 Britain and France launched the joint development of the Concorde.", "launched: COOPERATE/AGREE GBR+FRA"),  # joint development
    ("Soviet and American scientists cooperated in the eradication of smallpox.", "cooperated: COOPERATE SUN+USA"),  # cooperated
    ("About two hundred Chinese students were sent to Moscow in 1951 to study engineering.", "sent: COOPERATE/CONSULT/AID CHN > SUN"),  # student exchange
    ("Bolivia awarded a tin concession to an American company in 1924.", "awarded: CONCEDE/AGREE/COOPERATE BOL > USA / CONCEDE/AGREE/COOPERATE BOL"),  # concession
    # -- support, concession, independence
    ("The Netherlands granted independence to Suriname in 1975.", "granted: CONCEDE/RETREAT/SUPPORT/AGREE NLD > SUR"),  # granted independence
    ("Algeria gained its independence from France in 1962.", "gained: RETREAT/CONCEDE/SUPPORT/AGREE FRA > DZA / RETREAT/CONCEDE/SUPPORT/AGREE/REJECT DZA > FRA"),  # gained independence from
    ("Eritrea seceded from Ethiopia in 1993.", "seceded: REJECT/RETREAT/SANCTION/COERCE/PROTEST/SUPPORT ERI > ETH"),  # seceded
    ("Syria and Egypt merged in 1958 to form the United Arab Republic.", "merged: AGREE/COOPERATE SYR+EGY"),  # merged
    ("Revolts against Spanish rule broke out in Cuba in 1868.", "Revolts: PROTEST/ASSAULT/MOBILIZE CUB > ESP / PROTEST/ASSAULT/MOBILIZE CUB"),  # revolt against the rule of
    ("The Greeks rose against the Ottoman Empire in 1821.", "rose: PROTEST/ASSAULT/MOBILIZE GRC > OTM"),  # rose against
    ("In 1956 Soviet tanks crushed the uprising in Budapest.", "crushed: ASSAULT/COERCE SUN > HUN / ASSAULT/COERCE SUN"),  # crushed an uprising
    ("Japan apologized to Korea for the colonial past in 1998.", "apologized: CONCEDE/SUPPORT JPN > KOR"),  # apologized
    ("West Germany agreed to pay reparations to Israel in 1952.", "agreed: AGREE/CONCEDE DEU+ISR"),  # agreed to pay
    ("Haiti paid France an indemnity of 150 million francs from 1825.", "paid: CONCEDE/AID/AGREE/COOPERATE HTI > FRA"),  # paid an indemnity
    ("Paris backed Poland over Vilnius in 1920, whereas Moscow endorsed Lithuania's claim.", "backed: SUPPORT FRA > POL | endorsed: SUPPORT RUS+SUN > LTU"),  # endorsed
    ("The powers guaranteed the neutrality of Belgium in 1839.", "guaranteed: AGREE/SUPPORT > BEL / AGREE/SUPPORT BEL"),  # guaranteed neutrality
    ("South Africa dismantled its nuclear weapons and opened its plants to inspection in 1991.", "dismantled: RETREAT/CONCEDE ZAF | opened: RETREAT/CONCEDE/AGREE/COOPERATE ZAF"),  # dismantled; opened to inspection
    ("Moscow abandoned its demand for a base in the Dardanelles in 1953.", "abandoned: CONCEDE/RETREAT SUN"),  # abandoned a demand
    ("Under pressure from Paris, Bangkok yielded the provinces of Battambang and Siem Reap in 1907.", "yielded: CONCEDE/RETREAT THA > FRA / CONCEDE/RETREAT THA"),  # yielded territory
    ("The United Nations Security Council adopted a resolution in 1993 that demanded the return of Libyan suspects.", "demanded: REQUEST/THREATEN UNO > LBY"),  # adopted a resolution
    ("Congratulating Chile on its elections, Spain lifted its arms ban in 1990.", "Congratulating: SUPPORT ESP > CHL | lifted: RETREAT/CONCEDE ESP / RETREAT/CONCEDE ESP > CHL"),  # participle of congratulating; lifted a ban
    ("Riots against the Japanese treaty shook Seoul in 1964.", "Riots: PROTEST KOR > JPN / PROTEST KOR"),  # riots against
    ("Norway dissolved its union with Sweden in 1905.", "dissolved: REJECT/SANCTION/RETREAT NOR > SWE"),  # dissolved a union
]

# Not read yet: persons without a state near them, sentences that the parser breaks.
HARD: list[Row] = [
    ("Under the agreement of 1925, Japan evacuated northern Sakhalin and the Soviet Union granted it oil concessions.", "evacuated: RETREAT JPN | granted: CONCEDE/AID/AGREE/COOPERATE SUN > JPN"),  # contents of an agreement carried out
    ("Albania and Greece resumed diplomatic relations in 1971, thirty-one years after they had been cut.", "resumed: SUPPORT/AGREE/COOPERATE ALB+GRC | cut: SANCTION/REJECT ALB+GRC"),  # resumed, and cut by a pronoun
    ("Townsend Harris arrived at Shimoda in 1856 as consul general of the United States.", "arrived: CONSULT/SUPPORT USA > JPN / CONSULT/SUPPORT USA"),  # arrived as consul
    ("Nasser was invited to Moscow in 1958.", "invited: REQUEST/CONSULT/AGREE SUN > EGY"),  # invitation, passive
    ("The German threat to recall its minister moved Haiti to pay in 1897.", "threat: THREATEN DEU > HTI"),  # threat as a noun
    ("British warships shelled Alexandria in 1882.", "shelled: ASSAULT GBR > EGY"),  # shelled
    ("Piedmontese volunteers crossed into the Papal States in 1867, and French soldiers beat them at Mentana.", "crossed: ASSAULT/MOBILIZE/COERCE ITA+SAR > PAP | beat: ASSAULT FRA"),  # crossed into; beat
    ("The cease-fire that the Security Council had called for took effect in Kashmir in January 1949.", "called for: REQUEST UNO | took effect: RETREAT/AGREE"),  # called for; took effect
    ("In 1939 Chamberlain promised Poland that Britain would defend it.", "promised: AGREE/SUPPORT/AID GBR > POL / AGREE GBR+POL"),  # promised
]

# Written with the others and looked at once, when the rules were done.
ASIDE: list[Row] = [
    ("Having been refused a loan by the United States, Peru turned to Czechoslovakia for tanks in 1955.", "refused: REJECT USA > PER | turned to: REQUEST PER > CSK"),  # passive participle of refusing
    ("The Treaty of Nanking, imposed on China in 1842, gave Hong Kong to Britain.", "gave: CONCEDE/RETREAT/AGREE/COERCE CHN > GBR / CONCEDE/AGREE CHN+GBR"),  # treaty gives territory
    ("Turkey ratified the Lausanne treaty in August 1923.", "ratified: AGREE TUR"),  # ratified
    ("Mussolini's envoys and the Vatican concluded the Lateran accords in 1929.", "concluded: AGREE ITA+VAT"),  # leader's envoys
    ("As a result of Swedish mediation, Paraguay and Bolivia exchanged prisoners in 1936.", "mediation: CONSULT SWE > PRY+BOL / CONSULT SWE | exchanged: RETREAT/AGREE/COOPERATE PRY+BOL"),  # mediation as a cause
    ("In retaliation for the embargo, Indonesia seized Dutch plantations in December 1957.", "seized: COERCE IDN > NLD"),  # in retaliation; seized property
    ("Burma expelled the Chinese ambassador's staff and suspended a trade agreement in 1967.", "expelled: SANCTION/COERCE MMR > CHN | suspended: SANCTION/REJECT MMR"),  # coordinated verbs
    ("The Gambian government, which had been toppled in 1981, was restored by Senegalese troops.", "toppled: COERCE/ASSAULT > GMB | restored: AID/SUPPORT/ASSAULT/COERCE/MOBILIZE SEN > GMB"),  # passives in and around a relative clause
    ("Zaire allowed Moroccan soldiers to be flown in by French aircraft in 1977.", "allowed: CONCEDE/AGREE/COOPERATE/SUPPORT ZAR+COD"),  # allowed
    ("Tanganyika and Zanzibar united in April 1964.", "united: AGREE/COOPERATE TZA+ZAN"),  # united
    ("Nigeria broke with France over its nuclear tests in 1961.", "broke: SANCTION/REJECT NGA > FRA"),  # broke with
    ("Honduran bases were used by the contras against Nicaragua with American money.", "used: ASSAULT/COERCE/COOPERATE/MOBILIZE HND+NIC"),  # bases used
    ("Libya's bombing of the Berlin discotheque led to an American air raid on Tripoli in April 1986.", "bombing: ASSAULT LBY > DEU / ASSAULT LBY | raid: ASSAULT USA > LBY"),  # led to a raid
    ("France tested a bomb at Mururoa in 1995; New Zealand called home its ambassador.", "called home: SANCTION NZL > FRA"),  # called home
    ("The cession of Dobruja by Romania in 1940 was demanded by Bulgaria.", "cession: CONCEDE/RETREAT ROU > BGR / CONCEDE/RETREAT ROU | demanded: REQUEST/THREATEN BGR > ROU / REQUEST/THREATEN BGR"),  # cession of by; demanded, passive
    ("The Ottoman fleet was annihilated at Navarino in 1827 by British, French and Russian ships.", "annihilated: ASSAULT GBR+FRA+RUS > OTM"),  # annihilated, passive
    ("If Austria attacked Sardinia, France would come to its aid, Napoleon pledged in 1858.", "pledged: AGREE/SUPPORT FRA > SAR / AGREE/SUPPORT FRA"),  # pledge as an aside
    ("Cambodia filed suit against Thailand at The Hague in 1959 over the temple of Preah Vihear.", "filed suit: ACCUSE/SANCTION/REQUEST KHM > THA"),  # filed suit
    ("Iceland sent its coast guard to cut the nets of British trawlers in 1972.", "sent: MOBILIZE/COERCE/ASSAULT ISL > GBR / MOBILIZE/COERCE ISL"),  # sent the coast guard
    ("The Ecuadorian delegate walked out of the conference with Peru in 1938.", "walked out: REJECT/SANCTION/PROTEST ECU > PER / REJECT/SANCTION/PROTEST ECU"),  # walked out
    ("A commission of inquiry of the League found Japan guilty of aggression in 1932.", "found: ACCUSE LON > JPN"),  # found guilty
    ("Pretoria released Mandela in 1990, and Washington eased its sanctions the next year.", "released: RETREAT ZAF | eased: RETREAT/CONCEDE USA > ZAF / RETREAT/CONCEDE USA"),  # released; eased
    ("The Philippines closed the American base at Subic Bay in 1992.", "closed: SANCTION/REJECT/RETREAT/COERCE PHL > USA / SANCTION/REJECT/COERCE PHL"),  # closed a base
    ("Negotiations were opened between Brussels and Ankara in 2005.", "opened: CONSULT/AGREE BEL+EUR+TUR"),  # negotiations opened
    ("The overthrow of Queen Liliuokalani was aided by American marines in 1893.", "overthrow: COERCE/ASSAULT > HAW / COERCE/ASSAULT USA > HAW | aided: AID/SUPPORT/COERCE/COOPERATE USA"),  # overthrow aided
    ("Spain evacuated Santo Domingo in 1865 after its troops had been beaten by the Dominicans.", "evacuated: RETREAT ESP > DOM / RETREAT ESP | beaten: ASSAULT DOM > ESP"),  # evacuated; beaten by
    ("Kuwait's request for British protection was granted in 1899.", "request: REQUEST KWT > GBR | granted: AGREE/CONCEDE/SUPPORT/AID GBR > KWT / AGREE/CONCEDE/SUPPORT/AID GBR"),  # request granted
    ("Georgia's president signed the cease-fire that Sarkozy had proposed in August 2008.", "signed: AGREE GEO | proposed: REQUEST/CONSULT/AGREE FRA"),  # proposal in a relative clause
    ("Moscow and Hanoi bound themselves by a treaty of friendship in November 1978.", "bound: AGREE SUN+VNM"),  # bound themselves
    ("Thanks to Norwegian diplomats, Israel and the PLO recognized each other in 1993.", "recognized: SUPPORT/AGREE ISR+PSE / SUPPORT/AGREE ISR > PSE"),  # recognized each other
    ("In 1853 a Russian army crossed the Pruth, occupying Moldavia and Wallachia.", "crossed: ASSAULT/MOBILIZE/COERCE RUS | occupying: COERCE/ASSAULT/MOBILIZE RUS"),  # participle of occupying
    ("Afghanistan's emir undertook not to deal with any power but Britain in 1879.", "undertook: AGREE/CONCEDE AFG+GBR / AGREE/CONCEDE AFG"),  # undertook not to
    ("Malta expelled the NATO commander in 1971 and demanded a higher rent from London for its bases.", "expelled: SANCTION/COERCE MLT > NATO / SANCTION/COERCE MLT | demanded: REQUEST/THREATEN MLT > GBR"),  # demanded from
    ("Castro's support for guerrillas in Bolivia ended with the death of Guevara in 1967.", "support: AID/SUPPORT/COERCE/COOPERATE CUB > BOL / AID/SUPPORT/COERCE/COOPERATE CUB"),  # support as a noun
    ("Liechtenstein formed a customs union with Switzerland in 1924.", "formed: AGREE/COOPERATE LIE+CHE"),  # customs union
    ("The Australian prime minister praised Indonesia's handling of the vote in 1999.", "praised: SUPPORT AUS > IDN"),  # praised
    ("Samoa was divided between Germany and the United States in 1899.", "divided: AGREE/COERCE DEU+USA > WSM / AGREE/COERCE DEU+USA"),  # divided between
    ("Bhutan and China have held two dozen rounds of boundary talks since 1984.", "held: CONSULT BTN+CHN | talks: CONSULT BTN+CHN"),  # rounds of talks
    ("In 1894 Tokyo broke off talks with Seoul and its soldiers stormed the royal palace.", "broke off: REJECT/SANCTION JPN > KOR | stormed: ASSAULT/COERCE JPN > KOR / ASSAULT/COERCE JPN"),  # broke off talks; stormed
    ("The Dominican Republic deported Haitian cane cutters in 2015, which Port-au-Prince denounced.", "deported: COERCE/SANCTION DOM > HTI | denounced: ACCUSE/REJECT HTI > DOM / ACCUSE/REJECT HTI"),  # deported; denounced in a relative clause
    ("India and Pakistan renewed their agreement on nuclear installations in 1991.", "renewed: AGREE IND+PAK"),  # renewal
    ("Bulgaria repudiated the treaty of 1878 and declared itself independent.", "repudiated: REJECT/SANCTION BGR | declared: SUPPORT/REJECT/AGREE/COERCE/PROTEST BGR"),  # repudiation and a declaration of independence
    ("It was agreed in 1921 that Sweden would give up its claim to the Aland Islands.", "agreed: AGREE SWE"),  # impersonal passive
    ("Peru broke off the negotiations with Ecuador in 1938.", "broke off: REJECT/SANCTION PER > ECU"),  # broken negotiations are not broken relations
    ("The signing of the treaty by Nepal and China in 1960 surprised Delhi.", "signing: AGREE NPL+CHN"),  # nominal act with by
    ("Washington withheld recognition from the government of Honduras until 1925.", "withheld: REJECT/SANCTION USA > HND"),  # withheld recognition
    ("Diplomatic relations between Japan and Peru were established in 1873.", "established: SUPPORT/AGREE/COOPERATE JPN+PER"),  # relations established, passive
    ("Relations between Haiti and the Dominican Republic were broken off in 1963.", "broken off: SANCTION/REJECT HTI+DOM"),  # relations broken, passive with both
    ("Normalization of relations between China and Japan followed in 1972.", "Normalization: SUPPORT/AGREE/COOPERATE CHN+JPN"),  # nominal normalization
    ("Algeria brokered a settlement between Iran and Iraq in 1975.", "brokered: CONSULT DZA > IRN+IRQ / AGREE IRN+IRQ+DZA"),  # brokered
    ("Greece appealed to the League of Nations for a loan in 1923.", "appealed: REQUEST GRC > LON"),  # appealed for
    ("Accusing Rwanda of arming the rebels, Congo expelled its ambassador in 2012.", "Accusing: ACCUSE COD > RWA | expelled: SANCTION/COERCE COD > RWA"),  # participle of accusing
    ("In 1917 the United States purchased the Virgin Islands from Denmark.", "purchased: COOPERATE/AGREE USA > DNK / AGREE/COOPERATE USA+DNK"),  # purchase of territory
    ("The United States returned Okinawa to Japan in 1972.", "returned: RETREAT/CONCEDE/COOPERATE/AGREE USA > JPN"),  # returned territory to
    ("Great Britain established a protectorate over Zanzibar in 1890.", "established: COERCE/AGREE GBR > ZAN"),  # protectorate over
    ("War broke out between Greece and Turkey in 1897.", "broke out: ASSAULT GRC+TUR+OTM / ASSAULT GRC > TUR+OTM"),  # war broke out between
    ("Washington dispatched a squadron to Guantánamo in 1912.", "dispatched: MOBILIZE/ASSAULT/COERCE USA > CUB / MOBILIZE/ASSAULT/COERCE USA"),  # dispatched a squadron
    ("Pakistan's capitulation at Dacca in 1971 ended the war.", "capitulation: RETREAT/CONCEDE PAK"),  # capitulation
    ("Australia barred Chinese immigrants in 1901.", "barred: SANCTION/COERCE AUS > CHN / SANCTION/COERCE AUS"),  # barred immigrants
    ("China built a railway in Tanzania and Zambia in the 1970s.", "built: COOPERATE/AID CHN > TZA+ZMB / COOPERATE/AID CHN"),  # built a railway
]
# fmt: on

ASIDE_FLOOR = 0.65  # 51 of 78 acts at that look

_READING = re.compile(r"(?P<types>[A-Z]+(?:/[A-Z]+)*)(?: (?P<source>[A-Z+]+))?(?: > (?P<target>[A-Z+]+))?$")
_RECIPROCAL = {"AGREE", "CONSULT", "COOPERATE"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to code an act: the types it may have and the parties on either side."""

    types: frozenset[str]
    source: frozenset[str]
    target: frozenset[str]

    def fits(self, event: Event) -> bool:
        """Whether the event is of such a type and joins such parties."""
        if event.type.value not in self.types:
            return False
        source = {party.code for party in event.source}
        target = {party.code for party in event.target}
        expected = self.source | self.target
        if event.type.value in _RECIPROCAL and source | target <= expected:
            return len(source | target) >= min(2, len(expected))
        known = (bool(source) and source <= self.source) if self.source else True
        if not self.target:
            return known and not target - self.source
        return known and bool(target) and target <= self.target


def expected(acts: str) -> Iterator[tuple[str, list[Reading]]]:
    """The words and the readings of every act of a row."""
    for act in acts.split(" | "):
        words, _, readings = act.partition(": ")
        yield words, [_reading(text) for text in readings.split(" / ")]


def _reading(text: str) -> Reading:
    match = _READING.match(text)
    assert match, text
    sides = [frozenset((match[side] or "").split("+")) - {""} for side in ("source", "target")]
    return Reading(types=frozenset(match["types"].split("/")), source=sides[0], target=sides[1])


def missed(row: Row) -> list[str]:
    """The words of the acts that no event answers."""
    text, acts = row
    events = code(Document(text=text, title="", source="row"))
    wrong = []
    for words, readings in expected(acts):
        start = text.index(words)
        near = [event for event in events if _overlaps(event, start, start + len(words))]
        if not any(reading.fits(event) for event in near for reading in readings):
            wrong.append(words)
    return wrong


def _overlaps(event: Event, start: int, end: int) -> bool:
    trigger = event.evidence.trigger
    return trigger is not None and trigger.start < end and start < trigger.end


@pytest.mark.parametrize("row", MAIN, ids=[row[0][:60] for row in MAIN])
def test_act(row: Row) -> None:
    """Every act of the sentence is read, with its parties."""
    assert missed(row) == []


@pytest.mark.xfail(reason="not read yet: names without a state, broken parses; a row that is read moves up")
@pytest.mark.parametrize("row", HARD, ids=[row[0][:60] for row in HARD])
def test_act_still_missed(row: Row) -> None:
    """Rows that name what is not read yet."""
    assert missed(row) == []


def test_acts_of_rows_set_aside() -> None:
    """No fewer of the rows that no rule was made with come out right."""
    acts = [words for row in ASIDE for words, _ in expected(row[1])]
    wrong = [words for row in ASIDE for words in missed(row)]
    assert 1 - len(wrong) / len(acts) >= ASIDE_FLOOR
