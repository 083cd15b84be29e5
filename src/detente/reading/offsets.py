"""Mended text that remembers where each of its characters stood.

A mend replaces a stretch of the text by other characters; these stand for the whole stretch, so that a word
that was broken over two lines leads back to both of its halves. Stretches that no mend touched lead back to
the very same characters.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

Edit = tuple[int, int, str]
Replacement = str | Callable[[re.Match[str]], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A text as mended, and for each of its characters where it began and ended in the original."""

    text: str
    _starts: Sequence[int] = field(repr=False)
    _ends: Sequence[int] = field(repr=False)

    @classmethod
    def of(cls, text: str, start: int = 0) -> Cleaned:
        """Unmended *text*, which begins at offset *start* of the original."""
        return cls(
            text=text,
            _starts=range(start, start + len(text)),
            _ends=range(start + 1, start + len(text) + 1),
        )

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the original of the mended characters *start* to *end*; an empty span stays empty."""
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"{start}:{end} is no span of a text of {len(self.text)} characters")
        if start == end:
            place = self._starts[start] if start < len(self.text) else self._last()
            return place, place
        return self._starts[start], self._ends[end - 1]

    def _last(self) -> int:
        return self._ends[-1] if self.text else 0

    def sub(self, pattern: re.Pattern[str], replacement: Replacement) -> Cleaned:
        """Mended at each match of *pattern*; a function may answer None to leave a match as it is.

        A string stands for itself: it has no group references.
        """
        edits = []
        for match in pattern.finditer(self.text):
            text = replacement if isinstance(replacement, str) else replacement(match)
            if text is not None and text != match[0]:
                edits.append((match.start(), match.end(), text))
        return self.mended(edits)

    def mended(self, edits: Iterable[Edit]) -> Cleaned:
        """With each stretch (start, end, text), ascending and apart from each other, replaced by its text."""
        edits = [part for edit in edits for part in _narrowed(self.text, edit)]
        if not edits:
            return self
        parts, starts, ends, done = [], array("q"), array("q"), 0
        for start, end, text in edits:
            first, last = self.original(start, end)
            if start and start == end:  # what is put between two halves of one stretch stands for it too
                last = max(last, self._ends[start - 1])
            parts += [self.text[done:start], text]
            starts.extend(self._starts[done:start])
            ends.extend(self._ends[done:start])
            starts.extend([first] * len(text))
            ends.extend([last] * len(text))
            done = end
        parts.append(self.text[done:])
        starts.extend(self._starts[done:])
        ends.extend(self._ends[done:])
        return Cleaned(text="".join(parts), _starts=starts, _ends=ends)


def _narrowed(text: str, edit: Edit) -> list[Edit]:
    """The same edit without what it leaves as it was, so that only what changes is remapped."""
    start, end, new = edit
    old = text[start:end]
    kept = old.find(new) if new else -1
    if kept >= 0:  # something is taken away around what stays, as around a word in bold
        cuts = ((start, start + kept, ""), (start + kept + len(new), end, ""))
        return [cut for cut in cuts if cut[0] < cut[1]]
    lead = _shared(old, new)
    trail = _shared(old[lead:][::-1], new[lead:][::-1])
    return [(start + lead, end - trail, new[lead : len(new) - trail])]


def _shared(first: str, second: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(first), len(second)))
