"""A sentence with the words marked whose relation is asked, and the tokens that the learned coder reads it as.

The source stands between '@', the target between '#', the trigger between '*' (signs that the encoder knows from
its first training), and each token also carries the role of the words that it came from. Training and reading
share this module, so that the model is never asked in another form than it has learned.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

MAX_TOKENS = 128
ROLES = ("none", "source", "target", "trigger")
_SIGNS = ("", "@", "#", "*")

Bounds = tuple[int, int]
Pieces = Callable[[str], list[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A sentence and the code point offsets of its source, target and trigger; None where it has none."""

    sentence: str
    source: Bounds | None = None
    target: Bounds | None = None
    trigger: Bounds | None = None

    def __post_init__(self) -> None:
        if not self.sentence.strip():
            raise ValueError("a marked sentence needs words")
        for name, bounds in zip(ROLES[1:], self.marks, strict=True):
            if bounds and not 0 <= bounds[0] < bounds[1] <= len(self.sentence):
                raise ValueError(f"the {name} {bounds} does not lie in a sentence of {len(self.sentence)} characters")

    @property
    def marks(self) -> tuple[Bounds | None, Bounds | None, Bounds | None]:
        return self.source, self.target, self.trigger

    @classmethod
    def of(cls, sentence: str, source: str, target: str) -> Marked:
        """A sentence whose actors are known by their words; words that it does not hold mark nothing.

        Where the words of one occur within those of the other ('Iran' in 'Iran's Guards'), an occurrence that
        stands alone is preferred.
        """
        pairs = list(itertools.product(_occurrences(sentence, source), _occurrences(sentence, target)))
        apart = [pair for pair in pairs if not (pair[0] and pair[1] and _overlap(pair[0], pair[1]))]
        chosen_source, chosen_target = (apart or pairs)[0]
        return cls(sentence=sentence, source=chosen_source, target=chosen_target)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """What the encoder reads: one token id and one role (an index of ROLES) a token."""

    ids: tuple[int, ...]
    roles: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """How words become token ids: `pieces` splits text and adds nothing; `first` and `last` frame a sentence."""

    pieces: Pieces
    first: int
    last: int

    @classmethod
    def of(cls, tokenizer: Any) -> Vocabulary:
        """From a `tokenizers.Tokenizer`, whose own padding and truncation are switched off."""
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return cls(
            pieces=lambda text: list(tokenizer.encode(text, add_special_tokens=False).ids),
            first=tokenizer.token_to_id("[CLS]"),
            last=tokenizer.token_to_id("[SEP]"),
        )

    def encode(self, row: Marked) -> Tokens:
        """At most MAX_TOKENS tokens; of a longer sentence, those around its marked words."""
        ids: list[int] = []
        roles: list[int] = []
        for role, text in _runs(row):
            sign = self.pieces(_SIGNS[role])
            run = [*sign, *self.pieces(text), *sign]
            ids += run
            roles += [role] * len(run)
        window = _window(roles, MAX_TOKENS - 2)
        return Tokens(ids=(self.first, *ids[window], self.last), roles=(0, *roles[window], 0))


def _occurrences(sentence: str, words: str) -> list[Bounds | None]:
    """Where the words stand; one None if nowhere."""
    found: list[Bounds | None] = []
    at = sentence.find(words) if words else -1
    while at >= 0:
        found.append((at, at + len(words)))
        at = sentence.find(words, at + 1)
    return found or [None]


def _overlap(one: Bounds, other: Bounds) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _runs(row: Marked) -> list[tuple[int, str]]:
    """The sentence cut where roles change. Of marks that overlap the shortest is painted last and stays whole."""
    painted = [0] * len(row.sentence)
    marks = [(bounds, role) for role, bounds in enumerate(row.marks, start=1) if bounds]
    for (start, end), role in sorted(marks, key=lambda mark: mark[0][0] - mark[0][1]):
        painted[start:end] = [role] * (end - start)
    cut = itertools.groupby(zip(painted, row.sentence, strict=True), key=lambda pair: pair[0])
    return [(role, "".join(letter for _, letter in run)) for role, run in cut]


def _window(roles: list[int], room: int) -> slice:
    marked = [index for index, role in enumerate(roles) if role]
    if len(roles) <= room or not marked:
        return slice(0, room)
    middle = (marked[0] + marked[-1]) // 2
    start = min(max(0, middle - room // 2), len(roles) - room)
    return slice(start, start + room)
