"""What the training makes of its sentences: other names, the same marks; short ones composed by rule."""

from __future__ import annotations

import random
import re

import augment
import compose
import corpus
import pytest

EXAMPLES = corpus.load()[::40]


@pytest.mark.parametrize("seed", range(5))
def test_varied_sentences_keep_their_marks_on_whole_words(seed):
    dice = random.Random(seed)
    for example in EXAMPLES:
        varied = augment.vary(example.marked, dice)
        for bounds in filter(None, varied.marks):
            start, end = bounds
            assert varied.sentence[start:end] == varied.sentence[start:end].strip()
            assert not re.search(r"\w\|\w", varied.sentence[:start][-1:] + "|" + varied.sentence[start:end][:1])


def test_the_same_dice_vary_alike():
    one, other = random.Random(7), random.Random(7)
    assert [augment.vary(each.marked, one) for each in EXAMPLES] == [
        augment.vary(each.marked, other) for each in EXAMPLES
    ]


def test_names_do_change_and_the_trigger_mostly_goes():
    dice = random.Random(1)
    varied = [augment.vary(each.marked, dice) for each in EXAMPLES]
    changed = sum(new.sentence != old.marked.sentence for new, old in zip(varied, EXAMPLES, strict=True))
    assert changed > 0.5 * len(EXAMPLES)
    assert sum(each.trigger is None for each in varied) > 0.7 * len(EXAMPLES)


def test_composed_sentences_are_marked_and_of_every_type():
    dice = random.Random(1)
    made = [compose.compose(dice) for _ in range(2000)]
    assert {each.type for each in made} == set(corpus.TYPES)
    for row in (each.marked for each in made):
        assert row.source[1] <= row.target[0]
        assert "{" not in row.sentence
        assert row.sentence.endswith(".")
