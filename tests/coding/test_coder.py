"""What must hold of every event of every account, whatever the rules say about the account."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.coding.batch import Coded, code_account, code_accounts
from detente.coding.coder import code
from detente.exchange.files import write_jsonl
from detente.knowledge.codebook import nouns, verbs
from detente.model import Document, Event, Span

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.md"))
CORPUS = ROOT.parent / "shared" / "data" / "corpora" / "office-of-the-historian"


def spans(event: Event) -> Iterator[Span]:
    """All words that the event points to."""
    parties = (*event.source, *event.target, *((event.said_by,) if event.said_by else ()))
    optional = (event.evidence.trigger, *(party.span for party in parties), *(place.span for place in event.place))
    yield event.evidence.span
    yield from (figure.span for figure in event.figures)
    yield from filter(None, optional)


def faults(document: Document, event: Event) -> Iterator[str]:
    """What is wrong with an event of that document."""
    name = f"{document.source}: {event.type} at {event.evidence.span.start} ({event.evidence.span.text!r})"
    for span in spans(event):
        if document.text[span.start : span.end] != span.text or not span.text.strip():
            yield f"{name}: the words {span.text!r} are not at {span.start}:{span.end}"
    quote, trigger = event.evidence.span, event.evidence.trigger
    if trigger is None or not quote.start <= trigger.start < trigger.end <= quote.end:
        yield f"{name}: the trigger {trigger} is not in the quote"
    if not (event.source or event.target):
        yield f"{name}: nobody takes part"
    if Event.from_json(json.loads(json.dumps(event.as_json()))) != event:
        yield f"{name}: does not come back from JSON"


def all_faults(document: Document, events: Iterable[Event]) -> list[str]:
    found = [fault for event in events for fault in faults(document, event)]
    ids = Counter(event.id for event in events)
    return found + [f"{document.source}: {times} events are {key}" for key, times in ids.items() if times > 1]


def test_examples_hold() -> None:
    """Each example account gives events, and all of them rest on its words."""
    coded = [code_account(path) for path in EXAMPLES]
    assert len(coded) == 3
    assert all(len(one.events) > 10 for one in coded)
    assert [fault for one in coded for fault in all_faults(one.document, one.events)] == []


def test_shared_corpus_holds() -> None:
    """225 pages of diplomatic history are coded without a crash, each event resting on the words of its page."""
    files = sorted(CORPUS.glob("*.txt"))
    assert len(files) >= 225, f"the shared corpus is not at {CORPUS}"
    answers = list(code_accounts(files))
    failed = [str(answer.error) for answer in answers if not isinstance(answer, Coded)]
    coded = [answer for answer in answers if isinstance(answer, Coded)]
    assert (failed, [fault for one in coded for fault in all_faults(one.document, one.events)]) == ([], [])
    assert sum(len(one.events) for one in coded) > 1000


# -- generated text --------------------------------------------------------------------------------------

NAMES = (
    "Japan", "the Soviet Union", "Kims", "Chou En-lai", "President Nixon", "the Porte", "Côte d’Ivoire", "Seoul",
    "the two countries", "both sides", "he", "it", "NATO", "Foreign Minister José Ñuñez", "U.S.", "Bonn and Paris",
    "the Ger\u00adman government", "Cze\u00adcho\u00adslo\u00advakia", "Cafe\u0301land", "🇰🇷 Korea", "العراق", "\u2067Iraq\u2069",
)  # fmt: skip
VERBS = (
    "signed a treaty with", "attacked", "agreed to sell", "refused to recognise", "was accused by", "may threaten",
    "did not visit", "recalled its ambassador from", "signed an agree\u00adment with", "o\ufb00ered aid to", "met",
    "broke off rela-\ntions with", "said that it would help", "talks with", "the invasion of", "’s", "->", "is",
)  # fmt: skip
ENDS = (
    "in May 1979", "on 3 June 1980", "thirty- six times", "for $3 billion", "in the machineall gifts", "last week",
    "with 7,500 men", "in the 1980s", "two days later", "in Panmunjom", "\u200b\u200b", "😀👨‍👩‍👧", "<b>&amp;</b>", "|a|b|",
    "\x1b[31m", "**", "] (", "\u2028", "--", "[1]", "\t\t", "\x85", "1950--53", "e\u0301\u0301", "Â£5", "â€”",
)  # fmt: skip
STOPS = (".", ". ", ".\n", "!\n\n", "; ", ", and ", "\r\n\r\n", " – ", "\n- ", "\n# ", ".” ", "…", " ")
clauses = st.tuples(*map(st.sampled_from, (NAMES, VERBS, NAMES, ENDS, STOPS)))
texts = st.lists(clauses, min_size=1, max_size=5).map(
    lambda made: "".join(f"{one} {act} {other} {end}{stop}" for one, act, other, end, stop in made)
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts)
def test_any_text_holds(text: str) -> None:
    """Mended words, odd characters and half sentences move no offset and bring nothing down."""
    document = Document(text=text, title="Generated", source="generated.txt")
    assert all_faults(document, code(document)) == []


MENDED = (
    # a soft hyphen within the trigger: the words are those of the account, hyphen and all
    ("Japan at\u00adtacked China in 1937.", "at\u00adtacked"),
    # a word broken at the end of a line
    ("Japan at-\ntacked China in 1937.", "at-\ntacked"),
    # characters that Python counts once and UTF-16 twice, before the words
    ("😀🇯🇵 👨‍👩‍👧 Japan attacked China in 1937.", "attacked"),
    # accents as letters of their own, before the words
    ("Cafe\u0301 politics: Japan attacked China in 1937.", "attacked"),
    # marks of direction around a name
    ("\u2067Japan\u2069 attacked China in 1937.", "attacked"),
    # a ligature within the words
    ("Japan attacked China’s \ufb02eet in 1937.", "attacked"),
)


@pytest.mark.parametrize(("text", "trigger"), MENDED)
def test_mended_words_point_to_the_account(text: str, trigger: str) -> None:
    """Offsets count code points of the account as it is, not of what was mended."""
    document = Document(text=text, title="Mended", source="mended.txt")
    found = code(document)
    assert all_faults(document, found) == []
    assert trigger in {event.evidence.trigger.text for event in found if event.evidence.trigger}


# -- the same every time ---------------------------------------------------------------------------------


def lines(workers: int) -> bytes:
    stream = io.BytesIO()
    answers = list(code_accounts(EXAMPLES, workers=workers))
    write_jsonl((event for answer in answers if isinstance(answer, Coded) for event in answer.events), stream)
    return stream.getvalue()


def test_two_runs_and_two_workers_give_the_same_bytes() -> None:
    """Neither what was read before in this process nor the number of processes changes a byte."""
    first = lines(1)
    assert first.count(b"\n") > 50
    assert lines(1) == first
    assert lines(2) == first


def entries() -> set[str]:
    """The names of all entries of the codebook."""
    return {entry.name for table in (verbs(), nouns()) for found in table.values() for entry in found}


def test_why_names_the_entry_of_the_codebook_and_the_mention() -> None:
    """Whoever asks why is told which entry of the codebook fired and which words named the states."""
    document = Document(text="In May 1979 Seoul signed a treaty with Moscow.", title="T", source="t.txt")
    (event,) = [event for event in code(document) if event.type == "AGREE"]
    assert rule(event) in entries()
    assert "'Seoul'" in event.why
    assert "'Moscow'" in event.why


def rule(event: Event) -> str | None:
    """The entry of the codebook that an event names as its reason."""
    found = re.search(r"by the codebook \((?:not )?(.*?)\)(?:[;,]|$)", event.why)
    return found[1] if found else None


def test_every_why_begins_with_an_entry() -> None:
    """No event of the examples comes from anywhere but the codebook."""
    names = entries()
    found = [event for path in EXAMPLES for event in code_account(path).events]
    assert [event.why for event in found if rule(event) not in names] == []
