"""Who is meant: names, offices, persons, pronouns and groups, resolved in context and by the date told of.

Each row: the account, the word that is asked about (the last such word of the account), the day that is told of
(EDTF or None), and the codes that the word stands for, '' for nobody. The comment says what the row guards.
"""

from __future__ import annotations

import pytest
from spacy.tokens import Span

from detente.coding import syntax
from detente.coding.memory import Memory
from detente.coding.when import middle
from detente.coding.who import Cast, count_states
from detente.reading.parser import parser

Row = tuple[str, str, str | None, str]

# Written before the rules and looked at once, when they were done.
ASIDE: list[Row] = [
    ("Roosevelt mediated between the Tsar and Japan.", "Roosevelt", "1905-08", "USA"),  # the first of two Roosevelts
    ("Bush asked Kuwait for help.", "Bush", "2002-09", "USA"),  # the second of two Bushes
    ("The Belgian prime minister resigned. Later the Prime Minister left for Spain.", "Minister", "1950-06", "BEL"),  # an office comes back
    ("The Peruvian envoy in Quito was recalled.", "envoy", "1941-07", "PER"),  # the sender, not the host
    ("The Ottoman minister at Vienna sent a note.", "minister", "1875-03", "OTM"),  # minister at a capital
    ("Sino-Vietnamese clashes went on.", "clashes", "1984", "CHN VNM"),  # a combining form
    ("The Austro-Prussian quarrel grew.", "quarrel", "1866", "AUH PRU"),  # a combining form, states of that time
    ("The U.S.-Mexican commission met.", "commission", "1911", "USA MEX"),  # one token with two states
    ("A French-led force took the town.", "force", "2013-02", "FRA"),  # led by
    ("Soviet-made tanks rolled in.", "tanks", "1973", ""),  # made by is not led by
    ("The Treaty of Lisbon was signed.", "Treaty", "2007-12-13", ""),  # a capital in a name
    ("The Vienna talks dragged on.", "talks", "1979", ""),  # a capital as venue
    ("The Indian Ocean was calm.", "Ocean", "1971", ""),  # a state's adjective in a sea
    ("Chile and Peru quarrelled over Tacna. The two countries signed in Lima.", "countries", "1929-06", "CHL PER"),  # two countries
    ("Chile fought Bolivia. The former won.", "former", "1880", "CHL"),  # the former
    ("Chile fought Bolivia. The latter lost its coast.", "latter", "1883", "BOL"),  # the latter
    ("Thatcher flew to Moscow. She met Gorbachev.", "She", "1987-03", "GBR"),  # a woman
    ("Gandhi received Brezhnev in Delhi. He brought a treaty.", "He", "1973-11", "SUN"),  # a man after a woman
    ("Kaunda accused Rhodesia. Its raids went on.", "Its", "1978", "RHO"),  # its: not a person
    ("Nkrumah of Ghana went to Hanoi.", "Nkrumah", "1966-02", "GHA"),  # beside 'of'
    ("Siam ceded four states to Britain. The kingdom kept the rest.", "kingdom", "1909", "THA"),  # the kingdom
    ("Cuba shipped arms to Angola. The island denied it.", "island", "1976", "CUB"),  # the island
    ("Both sides refused. Greece and Turkey had quarrelled for years.", "sides", "1975", ""),  # nobody yet
    ("Ethiopia and Somalia clashed. Each government blamed the other.", "government", "1977", "ETH SOM"),  # each
    ("The Kremlin warned Belgrade.", "Kremlin", "1949-08", "SUN"),  # a seat
    ("The Porte rejected the note.", "Porte", "1876-12", "OTM"),  # a court
    ("Saigon fell back on its allies.", "Saigon", "1971", "VNM"),  # a capital of a former state
    ("Bonn recognised Warsaw's frontier.", "Bonn", "1970-12", "DEU"),  # a capital of its time
    ("The Sandinistas bought helicopters.", "Sandinistas", "1985", "NIC"),  # a party in power
    ("Sony opened a plant in Wales.", "Sony", "1974", "JPN"),  # a company with its state
    ("The Security Council met. The Council condemned the raid.", "Council", "1985-10", "UNO"),  # a body's short name
    ("Portugal was a member. The League imposed nothing.", "League", "1923", "LON"),  # the League in its time
    ("The Americans bombed the port.", "Americans", "1972-05", "USA"),  # a people as a government
    ("Commodore Matthew Perry of the United States anchored at Uraga.", "Perry", "1853-07", "USA"),  # an officer with 'of'
    ("Choe Ryong-hae, a close aide of Kim Jong-un, flew to Beijing.", "Choe", "2013-05", "PRK"),  # an aide of a leader
    ("Washington crossed the Delaware.", "Washington", "1776-12", ""),  # the general, before there was a capital
    ("The German army in Norway gave up.", "army", "1945-05", "DEU"),  # an army abroad
    ("The Cuban foreign minister and his Soviet counterpart met.", "counterpart", "1962-09", "SUN"),  # a counterpart with its own state
    ("Kim met Moon at the border.", "Moon", "2018-04", "KOR"),  # two leaders of one surname
    ("Napoleon III met Bismarck at Biarritz.", "Bismarck", "1865-10", "PRU"),  # a state that became another
    ("West Germany and East Germany exchanged missions. The two governments agreed.", "governments", "1973", "DEU DDR"),  # divided
    ("South Yemen attacked. The North struck back at South Yemen and North Yemen mourned.", "North", "1979-02", "YEM"),  # the North of Yemen
    ("Haile Selassie appealed to Geneva. The Emperor was ignored.", "Emperor", "1936-06", "ETH"),  # an emperor named before
    ("Park Chung-hee told Johnson that his troops would come.", "troops", "1965", "KOR"),  # his: the subject
    ("Hungary's parliament ratified the pact.", "parliament", "1991", "HUN"),  # a body by possessive
    ("The president of Mali and the king of Morocco met.", "president", "1994", "MLI"),  # office of a state
    ("Tanzanian and Ugandan troops clashed.", "troops", "1978-10", "TZA UGA"),  # two adjectives
    ("Some 300 Algerians were arrested in Paris.", "Algerians", "1961-10", "DZA"),  # counted people keep their state
    ("Mexican-American farmers marched.", "farmers", "1966", "USA"),  # a minority belongs to the last part
    ("The Dutch East Indies fell.", "Indies", "1942-03", "NLD"),  # a colony
]  # fmt: skip

ROWS: list[Row] = [
    # surnames and titles, by date
    ("Roosevelt spoke to Stalin.", "Roosevelt", "1943-11", "USA"),  # the second of two Roosevelts
    ("President Roh met the Chinese.", "Roh", "1990-09", "KOR"),  # the first of two Rohs
    ("President Roh flew to Pyongyang.", "Roh", "2007-10", "KOR"),  # the second
    ("North Korea was hungry. Kim Jong Il met Koizumi.", "Kim", "2002-09", "PRK"),  # one of three Kims
    ("South Korea changed. Kim Young-sam refused.", "Kim", "1994-06", "KOR"),  # a Kim of the other half
    ("South Korea elected Kim Dae-jung. Kim went to Pyongyang in North Korea.", "Kim", "2000-06", "KOR"),  # the account's own Kim
    ("Churchill flew to Moscow.", "Churchill", "1942-08", "GBR"),  # a bare surname without the state named
    ("Nasser seized the canal from Britain.", "Nasser", "1956-07", "EGY"),  # a bare surname
    ("Sukarno withdrew from the United Nations.", "Sukarno", "1965-01", "IDN"),  # one name only
    ("Foreign Minister Hirota apologized to Washington.", "Hirota", "1937-12", "JPN"),  # foreign ministers
    ("Lord Palmerston sent the fleet to Athens.", "Palmerston", "1850-01", "GBR"),  # a title before the name
    ("Prince Metternich received the Tsar.", "Metternich", "1820-10", "AUH"),  # a prince in office
    ("Prime Minister Menzies sent troops to Malaya.", "Menzies", "1955-04", "AUS"),  # title and surname
    ("President Sánchez Cerro blamed Colombia.", "Cerro", "1932-09", "PER"),  # two surnames
    ("The Sultan, Abdul Aziz, asked Germany for advisers in Morocco.", "Aziz", "1905-03", "MAR"),  # a namesake of another age
    ("Chairman Mao told Nixon so.", "Mao", "1972-02", "CHN"),  # chairman
    ("Mubarak received Rabin.", "Rabin", "1995-06", "ISR"),  # an object
    ("Nehru and Zhou Enlai met at Bandung.", "Nehru", "1955-04", "IND"),  # a first of two
    ("Lee Myung-bak criticized Pyongyang. Lee ended the aid to South Korea's neighbour.", "Lee", "2008-05", "KOR"),  # a name shortened
    ("Brazilian Foreign Minister Celso Amorim visited Tehran. Amorim praised the deal.", "Amorim", "2010-05", "BRA"),  # a person learnt from the account
    ("John Smith, the Canadian trade minister, left for Tokyo. Smith came home.", "Smith", "1970-01", "CAN"),  # an unknown person by apposition
    ("The Chilean consul Ernesto Barros was expelled.", "Barros", "1930", "CHL"),  # adjective before the office
    ("Tariq Aziz of Iraq met James Baker in Geneva.", "Aziz", "1991-01", "IRQ"),  # 'of' after the name
    ("Senator Robert Dole met Saddam Hussein of Iraq for the United States.", "Hussein", "1990-04", "IRQ"),  # full name
    ("U.S. Secretary of State Antony Blinken assured Manila.", "Blinken", "2024-06", "USA"),  # a title of three words
    ("The Guatemalan dictator, General Ubico, offered bases.", "Ubico", "1941-12", "GTM"),  # dictator and general
    ("Litvinov, the Soviet commissar, came to Washington. Litvinov met Roosevelt.", "Litvinov", "1933-11", "SUN"),  # apposition after the name
    # offices without names
    ("Poland protested. The Polish foreign minister left. The Foreign Minister came back.", "Minister", "1938-03", "POL"),  # an office comes back
    ("The French foreign minister denied it.", "minister", "1905-04", "FRA"),  # adjective and office
    ("The Emperor of Japan spoke.", "Emperor", "1945-08", "JPN"),  # of a state
    ("Brazil declared war. The Emperor signed the act.", "Emperor", "1865-01", "BRA"),  # an office of the state spoken of
    ("Nicholas ruled Russia. The Tsar sent troops to Hungary.", "Tsar", "1849-06", "RUS"),  # a ruler of the state spoken of
    ("Egypt's Sadat flew to Jerusalem. The president addressed the Knesset.", "president", "1977-11", "EGY"),  # an office after a person
    ("The Premier of Italy resigned.", "Premier", "1922-10", "ITA"),  # premier
    ("The Spanish king received the sultan of Morocco.", "sultan", "1979-06", "MAR"),  # of a state
    ("The Kaiser telegraphed to Kruger.", "Kaiser", "1896-01", "DEU"),  # an office that only one state has
    ("The Mikado received the envoys.", "Mikado", "1873-06", "JPN"),  # an office that only one state has
    ("The Shah bought the tanks.", "Shah", "1974-05", "IRN"),  # an office that only one state has
    ("The Negus appealed to Europe.", "Negus", "1935-09", "ETH"),  # an office that only one state has
    ("The Duce spoke from the balcony.", "Duce", "1940-06", "ITA"),  # an office that only one man had
    ("The Pope mediated.", "Pope", "1979-01", "VAT"),  # the pope
    # envoys
    ("The German ambassador in Paris received a complaint.", "ambassador", "1905-04", "DEU"),  # the sender, not the host
    ("The British minister at Washington was asked to leave.", "minister", "1888-10", "GBR"),  # a minister at a capital
    ("The Colombian minister here delivered a note.", "minister", "1932-09", "COL"),  # 'here' is no host
    ("The ambassador of Chad to France resigned.", "ambassador", "1983", "TCD"),  # of and to
    ("France's ambassador in Rome left.", "ambassador", "1940-06", "FRA"),  # possessive
    ("An official in Bogotá warned Peru.", "official", "1932-09", "COL"),  # an official in his own capital
    ("Sweden protested. Its ambassador to Chile was attacked.", "ambassador", "1973-09", "SWE"),  # possessive pronoun
    ("The U.S. Legation in Havana was closed.", "Legation", "1961-01", "USA"),  # a house abroad
    # pronouns
    ("Thatcher wrote to Galtieri. She refused to talk.", "She", "1982-05", "GBR"),  # she: the woman
    ("Meir wrote to Nixon. He replied to her.", "her", "1973-10", "ISR"),  # her: the woman
    ("Golda Meir met Nixon. He promised jets.", "He", "1973-03", "USA"),  # he: the man
    ("Stalin received Kim Il Sung. Stalin advised him to wait.", "him", "1950-04", "PRK"),  # an object is not its own subject
    ("Japan left the League and it bought oil.", "it", "1936", "JPN"),  # it: the subject
    ("Iraq invaded Kuwait. It annexed the emirate.", "It", "1990-08", "IRQ"),  # it: the last subject
    ("Albania cancelled its treaties.", "its", "1948-07", "ALB"),  # its: the subject of the clause
    ("Norway and Sweden parted. They stayed at peace.", "They", "1905", "NOR SWE"),  # they: a plural subject
    ("Argentina and Chile agreed that their border was fixed.", "their", "1902", "ARG CHL"),  # their: the subjects
    ("De Gaulle told Adenauer that his army would stay.", "army", "1962", "FRA"),  # his: the subject
    ("The Soviets sent tanks to Cuba. They denied it.", "They", "1962-09", "SUN"),  # they: a people
    ("Italy attacked Ethiopia. The army bombed the capital.", "army", "1935-10", "ITA"),  # the army: the subject's
    ("India and Pakistan accused each other.", "other", "1965-09", "IND PAK"),  # each other
    ("Somoza asked Carter for arms. His regime was falling in Nicaragua.", "regime", "1979-06", "NIC"),  # his regime: the last subject
    # groups
    ("Japan and Russia fought over Manchuria. The two sides met at Portsmouth.", "sides", "1905-08", "JPN RUS"),  # two sides
    ("Iran and Iraq fought on. Both governments refused.", "governments", "1984", "IRN IRQ"),  # both
    ("Colombia and Peru quarrelled. Brazil offered both governments its help.", "governments", "1932-09", "COL PER"),  # both, with a third as subject
    ("Israel met Jordan. The two leaders shook hands.", "leaders", "1994-07", "ISR JOR"),  # two leaders
    ("Libya and Chad went to court. Both capitals accepted the verdict.", "capitals", "1994-02", "LBY TCD"),  # two capitals
    ("Austria and Prussia quarrelled. The two powers fought in Bohemia.", "powers", "1866-06", "AUH PRU"),  # two powers of the time
    ("Honduras fought El Salvador. The two neighbours made peace.", "neighbours", "1980-10", "HND SLV"),  # neighbours
    ("Egypt and Syria united. The two concluded a pact.", "two", "1958-02", "EGY SYR"),  # 'the two' alone
    ("Egypt and Syria united. Both left the pact.", "Both", "1961-09", "EGY SYR"),  # 'both' alone
    ("Vietnam invaded Cambodia. Each side blamed China.", "side", "1979-01", "VNM KHM"),  # each side
    ("Burma and Thailand traded shots. Neither side gave way.", "side", "2001-02", "MMR THA"),  # neither side
    ("Kenya expelled Somalis. Uganda and Tanzania sent their envoys to one another.", "envoys", "1978", "UGA TZA"),  # their: the subjects here
    ("France declared war on Prussia. The former lost.", "former", "1870-07", "FRA"),  # the former
    ("France declared war on Prussia. The latter won.", "latter", "1870-07", "PRU"),  # the latter
    ("Denmark sold its islands to the United States. The kingdom was poor.", "kingdom", "1917", "DNK"),  # the kingdom: what is a kingdom
    ("Britain occupied Egypt. The empire kept the canal.", "empire", "1882", "GBR"),  # the empire
    ("Haiti was occupied by American marines. The republic paid its debts.", "republic", "1915", "HTI"),  # the republic
    ("Taiwan bought jets from France. The island feared a raid.", "island", "1992", "TWN"),  # the island
    ("Iceland fought Britain over cod. The island won.", "island", "1976", "ISL"),  # another island
    ("Mongolia leaned on Moscow. The country joined Comecon.", "country", "1962-06", "MNG"),  # the country: the last subject
    ("South Korea sent rice to its northern neighbour.", "neighbour", "1995-06", "PRK"),  # a neighbour by compass
    ("North Korea shelled its southern neighbor.", "neighbor", "2010-11", "KOR"),  # the other way
    # compounds
    ("Sino-Soviet talks opened.", "talks", "1969-10", "CHN SUN"),  # a combining form
    ("The Anglo-French fleet sailed.", "fleet", "1854", "GBR FRA"),  # a combining form
    ("The Franco-Prussian dispute grew.", "dispute", "1870-07", "FRA PRU"),  # two states of their time
    ("Russo-Japanese rivalry grew.", "rivalry", "1903", "RUS JPN"),  # a combining form
    ("Hispano-Portuguese talks failed.", "talks", "1963", "ESP PRT"),  # a combining form
    ("The Italo-Ethiopian treaty lapsed.", "treaty", "1935", "ITA ETH"),  # a combining form
    ("Greco-Turkish talks failed.", "talks", "1999-09", "GRC TUR"),  # a combining form
    ("The U.S.-Soviet summit opened.", "summit", "1985-11", "USA SUN"),  # one token with two states
    ("U.S.-Japanese relations soured.", "relations", "1924", "USA JPN"),  # one token with two states
    ("U.S.–China talks resumed.", "talks", "2019-10", "USA CHN"),  # a dash
    ("The Iran-Iraq frontier was closed.", "frontier", "1980", "IRN IRQ"),  # two nouns
    ("Soviet-German cooperation went on.", "cooperation", "1926", "SUN DEU"),  # two adjectives
    ("The U.S.-led coalition struck.", "coalition", "1991-01", "USA"),  # led by, one token
    ("A Saudi-led force bombed Sanaa.", "force", "2013-03", "SAU"),  # led by, three tokens
    ("The coalition led by the United States attacked Iraq.", "coalition", "1991-01", "USA"),  # led by, a participle
    ("A coalition of countries led by Britain invaded.", "coalition", "1854", "GBR"),  # led by, one deeper
    ("German-occupied Norway was raided.", "Norway", "1941-12", "NOR"),  # occupied by is not led by
    ("The Japanese-American lawyers sued.", "lawyers", "1944", "USA"),  # a minority
    ("Four-power Franco-British-Italian talks failed.", "talks", "1935-04", "FRA GBR ITA"),  # three in one
    # other names of states
    ("The Sublime Porte refused.", "Porte", "1853-05", "OTM"),  # a court
    ("Whitehall was silent.", "Whitehall", "1938-09", "GBR"),  # a street
    ("The White House denied it.", "House", "1986-11", "USA"),  # a house
    ("The Quai d'Orsay sent a note.", "Quai", "1923-01", "FRA"),  # a ministry
    ("Persia signed the convention.", "Persia", "1901", "IRN"),  # an older name
    ("Burma closed the road.", "Burma", "1940-07", "MMR"),  # an older name
    ("Zaire sent troops to Chad.", "Zaire", "1983-07", "COD"),  # an older name
    ("Prague recalled its envoy.", "Prague", "1968-08", "CSK"),  # the capital of a former state
    ("Prague recalled its envoy.", "Prague", "2008-08", "CZE"),  # the capital of the heir
    ("Belgrade rejected the note.", "Belgrade", "1914-07", "SRB"),  # before Yugoslavia
    ("Belgrade rejected the note.", "Belgrade", "1948-06", "YUG"),  # in Yugoslavia
    ("The Russians took Kars.", "Russians", "1877-11", "RUS"),  # an empire
    ("The Russians took Kabul.", "Russians", "1979-12", "SUN"),  # a union
    ("East Berlin agreed.", "Berlin", "1972-12", "DDR"),  # half a city
    ("Sardinia sent troops to the Crimea.", "Sardinia", "1855-01", "SAR"),  # a state before unity
    ("Taipei broke off relations.", "Taipei", "1972-09", "TWN"),  # a capital
    ("North Vietnam and South Vietnam fought. The North won.", "North", "1975-04", "VDR"),  # half of a state
    ("North Korea and South Korea talked. The South paid.", "South", "2000-06", "KOR"),  # half of a state
    ("North Korea and South Korea talked. Northern guns fired.", "guns", "2010-11", "PRK"),  # half of a state, adjective
    # organisations
    ("The Palestine Liberation Organization moved to Tunis. The organization kept its arms.", "organization", "1982-09", "PSE"),  # the organization
    ("NATO bombed Serbia. The alliance lost one plane.", "alliance", "1999-03", "NATO"),  # the alliance
    ("The UN Security Council met. The Council voted.", "Council", "1950-06", "UNO"),  # a short name
    ("The League of Nations met. The League did nothing.", "League", "1935-10", "LON"),  # a short name
    ("The European Union met. The bloc imposed sanctions.", "bloc", "2014-07", "EUR"),  # the bloc
    ("The Viet Cong attacked Hue.", "Cong", "1968-01", "VNM"),  # an army acting for a state
    ("The Red Army entered Warsaw.", "Army", "1945-01", "SUN"),  # an army by its own name
    ("Korean Air Lines sued.", "Lines", "1983-09", "KOR"),  # a company
    ("Gazprom cut the gas.", "Gazprom", "2009-01", "RUS"),  # a company
    ("The British East India Company sold tea.", "Company", "1830", "GBR"),  # a chartered company
    ("The Taliban refused.", "Taliban", "2001-09", "AFG"),  # a government for a time
    # peoples
    ("The British took Aden.", "British", "1839-01", "GBR"),  # a people as a government
    ("The Dutch sank two ships.", "Dutch", "1942-02", "NLD"),  # a people as a government
    ("The Japanese landed at Malaya.", "Japanese", "1941-12", "JPN"),  # a people as a government
    ("Thousands of Cubans left.", "Thousands", "1980-04", "CUB"),  # counted people
    # not actors
    ("The Korean War went on.", "War", "1952", ""),  # a war
    ("The Persian Gulf was mined.", "Gulf", "1987", ""),  # a gulf
    ("The South China Sea was quiet.", "Sea", "1995", ""),  # a sea
    ("American Samoa was hit.", "Samoa", "2009-09", "ASM"),  # a territory with its own code
    ("New Mexico voted.", "Mexico", "1912", ""),  # a province
    ("The Treaty of Paris was signed.", "Treaty", "1898-12", ""),  # a name with a capital
    ("The Congress of Vienna ended.", "Congress", "1815-06", "CNC"),  # a congress that is an organisation
    ("The Geneva Convention was signed.", "Convention", "1864-08", ""),  # a name with a city
    ("The Helsinki Accords were signed.", "Accords", "1975-08", ""),  # a name with a capital
    ("The Paris Peace Conference opened.", "Conference", "1919-01", ""),  # a name with a capital, one word between
    ("The Warsaw uprising failed.", "uprising", "1944-08", "POL"),  # what happens in a capital is the state's own
    ("The Battle of Britain was won.", "Battle", "1940-09", ""),  # a battle
    ("The Bank of England lent gold.", "Bank", "1931-08", "GBR"),  # a bank of a state is its own
    ("George Washington retired.", "Washington", "1799", ""),  # a person named as a capital
    ("Booker T. Washington wrote to Kabul.", "Washington", "1905", ""),  # another person
    ("Turkey was served to the guests from Jordan.", "guests", "1990", "JOR"),  # what a guest comes from
    ("He told us to wait.", "us", "1990", ""),  # a pronoun is not a state
    ("The Spanish language spread.", "language", "1950", ""),  # a language
    ("The Mexican-American War ended.", "War", "1848", "MEX USA"),  # a war names its two
    ("The London Times reported it.", "Times", "1900", ""),  # a newspaper
    # nouns and their owners
    ("Congolese soldiers mutinied.", "soldiers", "1960-07", "COD"),  # adjective
    ("Hungary's border was opened.", "border", "1989-09", "HUN"),  # possessive
    ("The government of Bolivia fell.", "government", "1952-04", "BOL"),  # of
    ("Honecker's government may recall its ambassador from Budapest.", "ambassador", "1989-09", "DDR"),  # its: the subject
    ("The Carter administration refused.", "administration", "1977-11", "USA"),  # a person's administration
    ("Galtieri's junta turned it down.", "junta", "1982-05", "ARG"),  # a person's junta
    ("The Johnson government sent planes to Leopoldville.", "government", "1964-08", "USA"),  # a compound of a person
    ("Nixon, Ford and Carter of the United States agreed.", "Ford", "1977-02", "USA"),  # a list
    ("Turkish and Greek Cypriots fought.", "Cypriots", "1964", "CYP"),  # an inhabitant keeps its own state
    ("The French-trained army of Laos fled.", "army", "1960-08", "LAO"),  # trained by is not led by
    ("Spain's and Portugal's navies met.", "navies", "1900", "ESP PRT"),  # two possessives
    ("The Japanese government of Prince Konoe fell.", "government", "1941-10", "JPN"),  # adjective before 'of'
    ("The presidents of Kenya and Uganda met.", "presidents", "1976", "KEN UGA"),  # of two
    ("American senators went to Baghdad.", "senators", "1990-04", "USA"),  # adjective
    ("Kosovo declared independence.", "Kosovo", "2008-02", "KOS"),  # a code of its own
    ("Thaci of Kosovo went to Brussels.", "Thaci", "2009-05", "KOS"),  # its leader
    ("Hashim Thaci went to Brussels.", "Thaci", "2009-05", "KOS"),  # its leader by the table
    # what stands in the sentence goes before what stood in the last
    ("Since its defeat Bolivia has wanted a port.", "its", "1884", "BOL"),  # a fronted phrase looks ahead
    ("Peru fought Chile. After his landing in Lima, Menem of Argentina spoke.", "his", "1995", "ARG"),  # 'his' looks ahead
    ("Ghana broke with Togo. Mr. Dossou wrote a book. He was tired.", "He", "1961", ""),  # a stranger's state is not known
    ("Ecuador and Peru fought. The pact was signed by both countries in Brazil.", "countries", "1942-01", "ECU PER"),  # the place is not one of both
    ("Laos, Thailand and Vietnam met. The three countries signed.", "countries", "1995-04", "LAO THA VNM"),  # three
    ("Norway, whose ship was seized by Iceland, protested.", "ship", "1994", "NOR"),  # whose
    ("The rift between Mali and Senegal led the two governments to part.", "governments", "1960-08", "MLI SEN"),  # 'between' makes a pair
    ("After the Italo-Turkish War a third power, France, hosted the two sides.", "sides", "1912", "ITA OTM"),  # a compound makes a pair
    ("Sweden and its allies sailed.", "allies", "1854", "SWE"),  # a pronoun in the second of two subjects
    ("Iran met Turkey. Iraq sent its Revolutionary Guards.", "Guards", "1990", "IRQ"),  # a body of many states
    ("The French resistance to the plan grew.", "resistance", "1952", "FRA"),  # written small it is no organisation
    ("A coalition led by Nigeria landed. The coalition forces shelled the port of Liberia.", "forces", "1990-08", "NGA"),  # who led it before
    ("The Taft-Katsura agreement was secret. Taft of the United States met Katsura of Japan. The Taft-Katsura talks ended.", "talks", "1905-07", "JPN USA"),  # two persons
    ("Charles Dawes became the American ambassador to Britain. Dawes signed.", "Dawes", "1930-01", "USA"),  # an office in the predicate
    ("House, an adviser to the Dutch delegation, left. House came back.", "House", "1919-03", "NLD"),  # who serves a delegation
    ("The Titoist press attacked Bulgaria.", "press", "1949-03", "YUG"),  # a leader's followers
    ("The anti-Russian sanctions hurt.", "sanctions", "2014-09", "RUS"),  # what they are against
    ("The pro-British party lost.", "party", "1942", ""),  # a stance is not a state
    ("The embassy in Lima was stormed by rebels.", "embassy", "1996-12", ""),  # an embassy is not its host's
    ("Allied warships blockaded Murmansk.", "warships", "1918-08", "ENT"),  # the Allies as an adjective
    ("Colombia said that both neighbours had helped. Ecuador and Venezuela were meant.", "neighbours", "2008-03", ""),  # nobody named yet
    ("Alexander Sloan went to Baghdad. King Alexander of Yugoslavia died.", "Sloan", "1934", ""),  # a king's name is not a surname
    # strangers with a title
    ("Ambassador Alexander Kirk reopened the U.S. Embassy in Rome.", "Kirk", "1945-01", "USA"),  # an envoy and his embassy
    ("Peru and Japan were at peace. Ambassador Alan Tanaka presented his credentials to the Peruvian government.", "Tanaka", "1930", "JPN"),  # an envoy is not his host's
    ("Argentina warned the fleet. Foreign Minister Pedro Rossi charged Britain with it.", "Rossi", "1982-05", "ARG"),  # an office after its state
    ("The United States recognized Mali in a letter from President Eisenhower to President Modou Konta.", "Konta", "1960-09", "MLI"),  # not the other president's
    ("The rebels of Biafra bought guns.", "rebels", "1968", "BIA"),  # rebels of a region
]  # fmt: skip


def _meant(text: str, word: str, told: str | None) -> set[str]:
    doc = parser()(text)
    memory = Memory()
    memory.prior.update(count_states(doc, parser()))
    cast = Cast(doc, parser(), memory)
    on = middle(told) if told else None
    found: set[str] = set()
    for sentence in doc.sents:
        cast.read(sentence, on)
        for token in sentence:
            if token.text == word:
                found = {named.code for named in cast.parties(token)}
        _remember(cast, memory, sentence)
    return found


def _remember(cast: Cast, memory: Memory, sentence: Span) -> None:
    """What the coder keeps in mind of a sentence."""
    subjects = syntax.subjects(sentence.root)
    actors = [named.actor for noun in subjects for named in cast.parties(noun)]
    if actors:
        memory.subject = tuple({actor.code: actor for actor in actors}.values())
        memory.plural_subject = len(memory.subject) > 1


@pytest.mark.parametrize(("text", "word", "told", "codes"), ROWS, ids=lambda value: str(value)[:50])
def test_word_stands_for_actors(text: str, word: str, told: str | None, codes: str) -> None:
    assert _meant(text, word, told) == set(codes.split())


def test_share_reached_on_accounts_set_aside() -> None:
    """Rows that no rule was made with: the share reached when they were first looked at is the floor."""
    right = sum(_meant(text, word, told) == set(codes.split()) for text, word, told, codes in ASIDE)
    assert right / len(ASIDE) >= 0.84
