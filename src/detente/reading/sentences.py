"""From a document to parsed paragraphs whose every character leads back to the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc

from detente.model import Document
from detente.reading.blocks import blocks
from detente.reading.cleaning import mend
from detente.reading.losses import Evidence
from detente.reading.offsets import Cleaned
from detente.reading.parser import parser

_BATCH = 64  # paragraphs that are parsed together


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph as parsed. `doc` is of its mended text; `index` counts the paragraphs from 0."""

    doc: Doc
    index: int
    _cleaned: Cleaned = field(repr=False)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the document's text of the characters *start* to *end* of `doc.text`."""
        return self._cleaned.original(start, end)


def parse(document: Document) -> Iterator[Paragraph]:
    """The paragraphs of the document in order, parsed. Raises MissingPartError if there is no parser."""
    pairs = ((cleaned.text, cleaned) for cleaned in paragraphs(document.text))
    parsed = parser().pipe(pairs, as_tuples=True, batch_size=_BATCH)
    for index, (doc, cleaned) in enumerate(parsed):
        yield Paragraph(doc=doc, index=index, _cleaned=cleaned)


def paragraphs(text: str) -> Iterator[Cleaned]:
    """The paragraphs of a text, mended; those of which nothing but marks is left are passed over."""
    evidence = Evidence.of(text)
    for start, end in blocks(text):
        cleaned = mend(Cleaned.of(text[start:end], start), evidence)
        if any(char.isalpha() for char in cleaned.text):
            yield cleaned
