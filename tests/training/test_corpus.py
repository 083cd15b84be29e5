"""The corpus that the learned coder is trained on: legal, balanced, and no sentence twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import corpus
import pytest

TRAINING = Path(corpus.__file__).parent
EXAMPLES = corpus.load()


def test_the_corpus_is_large_and_every_row_is_legal():
    assert len(EXAMPLES) >= 4000


def test_every_type_has_its_share():
    counts = Counter(example.type for example in EXAMPLES)
    assert set(counts) == set(corpus.TYPES)
    assert min(counts.values()) >= 150
    assert max(counts.values()) <= 3 * min(counts.values())


def test_every_mode_occurs():
    seen = {(example.type, example.mode) for example in EXAMPLES}
    assert [(kind, mode) for kind in corpus.TYPES for mode in corpus.modes(kind) if (kind, mode) not in seen] == []


def test_both_styles_and_every_modality_occur():
    styles = Counter(example.style for example in EXAMPLES)
    assert styles["history"] >= 0.2 * len(EXAMPLES)
    modalities = Counter(example.modality.value for example in EXAMPLES)
    assert min(modalities[each] for each in ("future", "hypothetical", "negated")) >= 50


def test_no_sentence_stands_twice_with_the_same_coding():
    by_place = {example.where: example for example in EXAMPLES}
    alike = [
        (here, there)
        for here, there, _ in corpus.near_duplicates(EXAMPLES, 0.5)
        if by_place[here].type == by_place[there].type  # contrasting pairs differ on purpose
    ]
    assert alike == []


def test_no_type_hangs_on_one_actor():
    for kind in corpus.TYPES:
        sources = Counter(
            example.marked.sentence[slice(*example.marked.source)] for example in EXAMPLES if example.type == kind
        )
        assert sources.most_common(1)[0][1] <= 0.1 * sum(sources.values()), kind


def test_every_type_has_a_page_that_draws_its_borders():
    for kind in corpus.TYPES[:-1]:
        page = (TRAINING / "codebook" / f"{kind}.md").read_text(encoding="utf-8")
        assert "**Borders**" in page
        assert "**Examples**" in page
        assert [mode for mode in corpus.modes(kind) if f"`{mode}`" not in page] == []


# Rows that break the rules, and what the message must say
@pytest.mark.parametrize(
    ("row", "message"),
    (
        ("AGREE\t-\t-\tactual\twire", "5 cells"),  # a cell is missing
        ("AGRE\t-\t-\tactual\twire\t<s>A</s> <v>met</v> <t>B</t>", "no such type"),
        ("AGREE\tvisit\t-\tactual\twire\t<s>A</s> <v>met</v> <t>B</t>", "no mode"),  # another type's mode
        ("AGREE\t-\tmoney\tactual\twire\t<s>A</s> <v>met</v> <t>B</t>", "no such context"),
        ("AGREE\t-\t-\tmaybe\twire\t<s>A</s> <v>met</v> <t>B</t>", "Modality"),
        ("AGREE\t-\t-\tactual\tverse\t<s>A</s> <v>met</v> <t>B</t>", "no such style"),
        ("AGREE\t-\t-\tactual\twire\t<s>A <v>met</v> <t>B</t>", "not closed"),
        ("AGREE\t-\t-\tactual\twire\tA</s> <v>met</v> <t>B</t>", "closes nothing"),
        ("AGREE\t-\t-\tactual\twire\t<s>A</s> met <t>B</t>", "a trigger"),
        ("AGREE\t-\t-\tactual\twire\t<s>A</s> <v>met</v> <t>B</t> <t>C</t>", "at most one target"),
    ),
)
def test_a_row_that_breaks_the_rules_is_named(tmp_path, row, message):
    (tmp_path / "bad.tsv").write_text("type\tmode\tcontexts\tmodality\tstyle\ttext\n" + row + "\n")
    with pytest.raises(corpus.CorpusError, match=rf"bad\.tsv:2: .*{message}"):
        corpus.load(tmp_path)


def test_marks_become_offsets():
    row = corpus.unmark("Yesterday <s>Oslo</s> <v>told</v> <t>Bonn</t> so.")
    assert row.sentence == "Yesterday Oslo told Bonn so."
    assert [row.sentence[slice(*bounds)] for bounds in row.marks] == ["Oslo", "Bonn", "told"]


def test_near_duplicates_are_seen_through_changed_names(tmp_path):
    head = "type\tmode\tcontexts\tmodality\tstyle\ttext\n"
    start = "AGREE\t-\t-\tactual\twire\t<s>{}</s> <v>agreed</v> with <t>{}</t> to "
    dam = start + "build a dam of forty metres on the upper river before the next rainy season begins"
    lines = [dam.format("Mali", "Togo"), dam.format("Peru", "Chile"), start.format("Oslo", "Bonn") + "meet in May"]
    (tmp_path / "a.tsv").write_text(head + "\n".join(lines) + "\n")
    assert [pair[:2] for pair in corpus.near_duplicates(corpus.load(tmp_path))] == [("a.tsv:2", "a.tsv:3")]
