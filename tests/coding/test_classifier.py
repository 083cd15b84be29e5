"""The learned coder: what it is asked, and that its answers stand whatever is read beside them."""

from __future__ import annotations

import random

import pytest

from detente.coding.classifier import classify, model_hash
from detente.coding.marked import MAX_TOKENS, Marked, Vocabulary
from detente.model import EventType, Modality

# Sentences whose coding no codebook would dispute: sentence, source, target, type (None: no event)
PLAIN = (
    ("Norway signed a fisheries treaty with Iceland on Monday.", "Norway", "Iceland", EventType.SUPPORT),
    ("Kenyan troops shelled a rebel camp near Liboi, killing nine fighters.", "Kenyan troops", "rebel", "ASSAULT"),
    ("Police arrested four opposition leaders in Kampala.", "Police", "four opposition leaders", "COERCE"),
    ("Thousands of students marched against the government in Sofia.", "students", "the government", "PROTEST"),
    ("Sweden sent tents and blankets to Nepal after the earthquake.", "Sweden", "Nepal", "AID"),
    ("The foreign minister met his Polish counterpart in Prague.", "The foreign minister", "Polish", "CONSULT"),
    ("Canada condemned Iran for the execution of a dissident.", "Canada", "Iran", "ACCUSE"),
    ("Brazil asked Argentina to reopen the border crossing.", "Brazil", "Argentina", "REQUEST"),
    ("Jordan and Egypt agreed to hold talks on water next month.", "Jordan", "Egypt", "AGREE"),
    ("The president warned Baku that any attack would be answered with force.", "The president", "Baku", "THREATEN"),
)


@pytest.mark.parametrize(("sentence", "source", "target", "expected"), PLAIN)
def test_plain_sentences_are_coded_as_any_coder_would(sentence, source, target, expected):
    assert classify([Marked.of(sentence, source, target)])[0].type == expected


# Sentences that tell of no act between the two
@pytest.mark.parametrize(
    ("sentence", "source", "target"),
    (
        ("Chile shares a long border with Argentina.", "Chile", "Argentina"),  # geography
        ("The economy of Ghana is smaller than that of Nigeria.", "Ghana", "Nigeria"),  # comparison
    ),
)
def test_a_state_of_things_is_no_event(sentence, source, target):
    reading = classify([Marked.of(sentence, source, target)])[0]
    assert reading.type is None
    assert reading.event in EventType  # what it would be, if the caller knows that something happened


def _readings(rows):
    return [
        (each.type, each.mode, each.contexts, each.modality, tuple(each.probabilities.values()))
        for each in classify(rows)
    ]


ROWS = tuple(Marked.of(sentence, source, target) for sentence, source, target, _ in PLAIN)


def test_the_same_sentence_gets_the_same_answer_to_the_last_bit():
    assert _readings(ROWS) == _readings(ROWS)


def test_an_answer_does_not_depend_on_what_is_read_beside_it():
    alone = [_readings([row])[0] for row in ROWS]
    shuffled = random.Random(3).sample(range(len(ROWS)), len(ROWS))
    together = dict(zip(shuffled, _readings([ROWS[index] for index in shuffled]), strict=True))
    assert [together[index] for index in range(len(ROWS))] == alone


def test_a_reading_adds_up():
    for reading in classify(ROWS):
        assert sum(reading.probabilities.values()) == pytest.approx(1.0, abs=1e-4)
        assert reading.confidence == max(reading.probabilities.values())
        assert 0 < reading.event_confidence <= 1
        assert isinstance(reading.modality, Modality)
    assert classify([]) == []


def test_the_model_is_named_by_its_hash():
    assert len(model_hash()) == 64


# What is marked: sentence, source, target, and the words that must be found marked
@pytest.mark.parametrize(
    ("sentence", "source", "target", "marked"),
    (
        ("Iran's Guards warned Iran's cabinet.", "Iran", "Iran's cabinet", ("Iran", "Iran's cabinet")),  # apart
        ("Iran's Guards met Iran.", "Iran", "Iran's Guards", ("Iran", "Iran's Guards")),  # the occurrence that is free
        ("Mali met Niger.", "Mali", "Chad", ("Mali", None)),  # a target that the sentence doesn't name
        ("Mali met Niger.", "", "Niger", (None, "Niger")),  # no source given
        ("Pakistan's army met.", "Pakistan", "Pakistan's army", ("Pakistan", "Pakistan's army")),  # one in the other
    ),
)
def test_actors_are_found_by_their_words(sentence, source, target, marked):
    row = Marked.of(sentence, source, target)
    found = tuple(sentence[slice(*bounds)] if bounds else None for bounds in (row.source, row.target))
    assert found == marked
    assert not row.source or not row.target or row.source != row.target


@pytest.mark.parametrize(
    "bad",
    (
        {"sentence": "  "},  # nothing to read
        {"sentence": "Mali met Niger.", "source": (0, 99)},  # beyond the end
        {"sentence": "Mali met Niger.", "target": (4, 4)},  # marks nothing
        {"sentence": "Mali met Niger.", "trigger": (-2, 3)},  # before the start
    ),
)
def test_impossible_marks_are_refused(bad):
    with pytest.raises(ValueError, match="sentence"):
        Marked(**bad)


LETTERS = Vocabulary(pieces=lambda text: [ord(letter) for letter in text if letter != " "], first=1, last=2)


def test_each_token_has_the_role_of_its_words():
    tokens = LETTERS.encode(Marked(sentence="ab c de", source=(0, 2), target=(5, 7), trigger=(3, 4)))
    assert "".join(map(chr, tokens.ids[1:-1])) == "@ab@*c*#de#"
    assert tokens.roles == (0, 1, 1, 1, 1, 3, 3, 3, 2, 2, 2, 2, 0)


def test_a_long_sentence_is_read_around_its_actors():
    sentence = "x" * 500 + "SS" + "y" * 20 + "TT" + "z" * 500
    tokens = LETTERS.encode(Marked(sentence=sentence, source=(500, 502), target=(522, 524)))
    assert len(tokens.ids) == MAX_TOKENS == len(tokens.roles)
    assert {1, 2} <= set(tokens.roles)


@pytest.mark.parametrize(
    "sentence",
    (
        "Россия met 中国 in Ulan Bator 🙂.",  # other scripts
        "met " * 4000 + "Mali",  # far too long
        "Mali\tmet\x00Niger\u200b",  # control characters
    ),
)
def test_any_text_gets_an_answer(sentence):
    assert len(classify([Marked(sentence=sentence)])) == 1
