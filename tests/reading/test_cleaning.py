"""Mending: what the parser gets to see, and that every character of it leads back to the account."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading.cleaning import clean
from detente.reading.losses import Evidence
from detente.reading.offsets import Cleaned

CHARACTERS = (
    # soft hyphens show where a word may break, not that it does
    ("the so\u00adviet note", "the soviet note"),
    # zero-width spaces and joiners come with text that was copied from web pages
    ("Ko\u200brea\u200d and\u2060 Japan\ufeff", "Korea and Japan"),
    # marks of direction stand around names in Arabic script
    ("\u200eTehran\u200f replied", "Tehran replied"),
    # ligatures come from PDF
    ("the ﬁrst oﬀer and the ﬂeet", "the first offer and the fleet"),
    ("an eﬃcient oﬄine staﬀ", "an efficient offline staff"),
    # spaces that don't break
    ("on\u00a03\u202fMay\u20091905", "on 3 May 1905"),
    # hyphens that don't break, and the typographic one
    ("Sino\u2011American and Anglo\u2010French", "Sino-American and Anglo-French"),
    # letters with their accents apart, which no table of names would find
    ("Delcasse\u0301 met Bu\u0308low", "Delcassé met Bülow"),
    # UTF-8 that was once read as Windows-1252
    ("Russiaâ€™s â€œnew\u00e2\u20ac\u009d fleet â€” DelcassÃ©", "Russia’s “new” fleet — Delcassé"),
    ("at 3Â°C, Â£5 and\u00c2\u00a0more", "at 3°C, £5 and more"),
    # letters that only look like that
    ("the château’s “SÃO” and Âge", "the château’s “SÃO” and Âge"),
    # typographic quotation marks are as good as others
    ("‘No,’ she said, “never”", "‘No,’ she said, “never”"),
    # control characters of printers and terminals
    ("the \x1bsecond\x7f note", "the second note"),
)  # fmt: skip
LINES = (
    # a paragraph is one line to the parser, however it was wrapped
    ("France  and\nGermany\r\nsigned\tit", "France and Germany signed it"),
    # a word that was broken at the end of a line
    ("the negotia-\ntions in Paris", "the negotiations in Paris"),
    ("the negotia- \n  tions", "the negotiations"),
    # a compound that was broken at its hyphen
    ("a well-\nknown envoy", "a well-known envoy"),
    # before a capital it was a hyphen anyway
    ("the Soviet-\nAmerican talks", "the Soviet-American talks"),
    # the account itself knows the word better than any dictionary
    ("Osirak was hit; the Osi-\nrak reactor", "Osirak was hit; the Osirak reactor"),
    # Windows, old Mac and Unicode line ends
    ("one\rtwo\u2028three\x85four", "one two three four"),
)
MARKUP = (
    ("## The July *crisis* ##", "The July crisis"),
    ("**Berlin** and __Vienna__ and ***both***", "Berlin and Vienna and both"),
    # a product, a footnote star and a snake_case name are no emphasis
    ("2 * 3 and 4 * 5, state_name_of_it", "2 * 3 and 4 * 5, state_name_of_it"),
    ("[Japan](https://example.org/a_(b)) left", "Japan left"),
    ("[Japan][1] left ![a map](map.png)the League", "Japan left the League"),
    ("- Italy left\n* Spain stayed", "Italy left Spain stayed"),
    ("> He refused.", "He refused."),
    ("1. Egypt signed.\n2. Israel signed.", "Egypt signed. Israel signed."),
    # a day that a wrapped line begins with is no number of a list
    ("They met on June\n12. Then they left", "They met on June 12. Then they left"),
    ("It signed.[1] It left[23][^note].", "It signed. It left."),
    ("the treaty¹ of 1905.²", "the treaty of 1905."),
    # words that an editor added stay
    ("the [Soviet] note of [1905]", "the [Soviet] note of [1905]"),
    ("| Peru | 1932 |\n|---|---|\n| Chile | 1929 |", "Peru ; 1932 Chile ; 1929"),
    ("a<br>b <!-- not\nthis --> <b>c</b> 3 < 4 > 2", "ab c 3 < 4 > 2"),
    ("the `note` and \\*this\\*", "the note and *this*"),
)
DASHES = (
    ("Korea---the North---refused", "Korea — the North — refused"),
    ("Korea--the North -- refused --", "Korea — the North — refused —"),
    ("from 1950--53", "from 1950–53"),
    ("North-South talks, 1950-53, and - so be it", "North-South talks, 1950-53, and - so be it"),
)
HYPHENS = (
    ("thirty- six sets", "thirty-six sets"),
    ("a 38- kilometer zone and 10- year loans", "a 38-kilometer zone and 10-year loans"),
    ("mid- 1980s and anti- Japanese", "mid-1980s and anti-Japanese"),
    ("the Soviet- American pact", "the Soviet-American pact"),
    # what was the end of a line once
    ("the negotia- tions", "the negotiations"),
    # the first of two compounds waits for the second
    ("two- and three-year loans, pre- or post-war", "two- and three-year loans, pre- or post-war"),
    # a dash that lost a space
    ("the talks failed- the North left", "the talks failed- the North left"),
    ("in 1950- the year", "in 1950- the year"),
)
APOSTROPHES = (
    ("Kim came. They discussed Kims plans to invade", "Kim came. They discussed Kim's plans to invade"),
    ("to promote North Koreas bilateral relations", "to promote North Korea's bilateral relations"),
    ("Russias sole hope", "Russia's sole hope"),
    ("the Soviet Unions first offer", "the Soviet Union's first offer"),
    ("the two countries relationship", "the two countries' relationship"),
    ("It didnt sign and wouldnt", "It didn't sign and wouldn't"),
)
NO_APOSTROPHES = (
    "the two Koreas bilateral talks",  # many of one name
    "both Koreas signed",
    "Russians fear war and Americans plan it",  # peoples
    "Chinas signed it",  # what they did
    "the Philippines government and the Netherlands army",  # names that end in s
    "Paris talks, Brussels summit, Honduras border, Athens conference",
    "the Great Lakes region and the Bretton Woods system",  # names of places
    "Lake Erie is one of the Great Lakes states",
    "the two countries agreed to exchange notes",
    "the two sides exchange prisoners and the two leaders present plans",  # 'exchange' may be what they do
    "its states parties and its members rights",
    "Marines landed and Communists demand reforms",
    "Turks army, Serbs demands",
    "Dulles plans and Rogers visit",
)
FUSED = (
    ("one copy machineall gifts from Daewoo", "one copy machine—all gifts from Daewoo"),
    ("what it needsoil, metals, and fishare abundant", "what it needs—oil, metals, and fish—are abundant"),
    # an account with dashes or typographic quotation marks of its own lost a space
    ("the “restoration” of relationsand to recognize", "the “restoration” of relations and to recognize"),
    ("The offer — a last one — of relationsand to recognize", "The offer — a last one — of relations and to recognize"),
)  # fmt: skip
NOT_FUSED = (
    "charismatically floodtide overconfidently",  # derived words and compounds
    "the Pyongyang jangmadang and juche",  # foreign words
    "a perestroika of the nomenklatura",
    "peacekeepers warplanes policymakers minesweepers counterintelligence",
    "thereupon whereof hitherto notwithstanding",
    "recognisance colour labour programme defence",  # British
    "machineall and again machineall",  # who writes a word twice means it
)


@pytest.mark.parametrize(("text", "mended"), (*CHARACTERS, *LINES, *MARKUP, *DASHES, *HYPHENS, *APOSTROPHES, *FUSED))
def test_mended(text: str, mended: str) -> None:
    assert clean(text).text == mended


@pytest.mark.parametrize("text", (*NO_APOSTROPHES, *NOT_FUSED))
def test_no_mend_without_evidence(text: str) -> None:
    assert clean(text).text == text


ORIGINALS = (
    # text, words of the mended text, the words of the account that they stand for
    ("the thirty- six men", "thirty-six", "thirty- six"),
    ("the negotia-\ntions in Paris", "negotiations", "negotia-\ntions"),
    ("the so\u00adviet note", "soviet", "so\u00adviet"),
    ("Russias sole hope", "Russia's", "Russias"),
    ("Russias sole hope", "Russia", "Russia"),
    ("what it needsoil today", "needs", "needs"),
    ("what it needsoil today", "oil", "oil"),
    ("the ﬁrst oﬀer", "first", "ﬁrst"),
    ("a  **bold**\nmove", "bold move", "bold**\nmove"),
    ("[Japan](https://example.org) left", "Japan left", "Japan](https://example.org) left"),
    ("It signed.[1] It left.", "signed.", "signed."),
)


@pytest.mark.parametrize(("text", "words", "original"), ORIGINALS)
def test_mended_words_lead_back(text: str, words: str, original: str) -> None:
    cleaned = clean(text)
    start = cleaned.text.index(words)
    first, last = cleaned.original(start, start + len(words))
    assert text[first:last] == original


def test_span_outside_is_refused() -> None:
    with pytest.raises(ValueError, match="no span of a text of 5"):
        clean("Japan").original(2, 6)


def test_evidence_of_the_whole_account_counts() -> None:
    """A word that the rest of the account uses is no misprint, though one paragraph has it once."""
    account = Evidence.of("machineall here. machineall there.")
    assert clean("copy machineall", account).text == "copy machineall"
    assert clean("copy machineall").text == "copy machine—all"


messy = st.lists(
    st.sampled_from(
        [text for text, _ in (*CHARACTERS, *LINES, *MARKUP, *DASHES, *HYPHENS, *APOSTROPHES, *FUSED)]
        + ["\n", "\n\n", "**", "[", "](", "-\n", "--", "\u00ad", "ﬁ", " s ", "|", "<b>", "Â", "Ã©", "`", "_", "\\"]
    )
    | st.text(max_size=8),
    max_size=8,
).map("".join)


@given(messy)
def test_spans_stay_inside_and_in_order(text: str) -> None:
    cleaned = clean(text)
    spans = [cleaned.original(place, place + 1) for place in range(len(cleaned.text))]
    for (start, end), (next_start, next_end) in pairwise(spans):
        assert start <= next_start
        assert end <= next_end
    assert all(0 <= start <= end <= len(text) for start, end in spans)


@given(messy, st.data())
def test_any_span_covers_its_characters(text: str, data: st.DataObject) -> None:
    cleaned = clean(text)
    start = data.draw(st.integers(0, len(cleaned.text)))
    end = data.draw(st.integers(start, len(cleaned.text)))
    first, last = cleaned.original(start, end)
    assert 0 <= first <= last <= len(text)
    if start < end:
        assert (first, last) == (cleaned.original(start, start + 1)[0], cleaned.original(end - 1, end)[1])
    else:
        assert first == last


@given(messy)
def test_what_is_not_mended_is_the_same(text: str) -> None:
    """A character that stands for exactly one, with its neighbours unmended too, is that character."""
    cleaned = clean(text)
    spans = [cleaned.original(place, place + 1) for place in range(len(cleaned.text))]
    plain = set("".join(chr(code) for code in range(33, 127)))
    for char, (start, end) in zip(cleaned.text, spans, strict=True):
        if end - start == 1 and text[start] in plain and char in plain:
            assert char == text[start] or (char, text[start]) == (";", "|")


@given(st.text(alphabet="abcdefgh .,", max_size=60))
def test_plain_text_only_loses_blanks(text: str) -> None:
    cleaned = Cleaned.of(text)
    assert cleaned.text == text
    assert cleaned.original(0, len(text)) == (0, len(text))


@given(messy)
def test_cleaning_is_deterministic(text: str) -> None:
    assert clean(text) == clean(text)
