"""The paragraphs of a text: stretches that belong together, whatever its lines look like.

A blank line always ends a paragraph. Within lines that follow each other closely, a break is meant where the
next word would still have fitted on the line; a line that is full was wrapped and goes on in the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from detente.reading.abbreviations import is_abbreviation
from detente.reading.dateline import dateline_end

Stretch = tuple[int, int]

LONGEST = 4_000  # characters of a paragraph; longer ones are cut at the ends of sentences

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]|\Z)")
_LETTER = re.compile(r"[^\W\d_]")
_ENDED = re.compile(r"[.!?…][\"'”’»)\]*_]*(?:\[\d{1,3}\])*\s*$")
_OWN_LINE = re.compile(
    r"\s*(?:#{1,6}\s|\||(?:[*_]*)(?:page last|last (?:modified|updated|reviewed)|updated|published|posted|retrieved|"
    r"printed|copyright|source|url|see also)\b[^.]{0,80}(?:\d|:)|https?://\S+\s*$|©|(?:[-=*_] ?){3,}\s*$|```)",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"\s*(?:>\s?)*(?:[-*+•‣▪●◦]\s+\S|(?:\d{1,2}|[a-z])[.)]\s+[A-Z“\"*_\[]|\([a-z0-9]{1,3}\)\s)")
_OPENING = re.compile(r"\s*[\"'“‘«(\[*_]*(?:[A-Z]|\d)")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])")
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:[^\n]*\n){0,60}?(?:---|\.\.\.)[ \t]*(?:\n|$)")


def blocks(text: str) -> Iterator[Stretch]:
    """Start and end of each paragraph that has letters, in order and apart from each other."""
    begin = front_matter_end(text)
    for start, end in _chunks(text, begin):
        cut = dateline_end(text, start, end)
        for first, last in ((start, cut), (cut, end)) if cut else ((start, end),):
            yield from _cut(text, first, last)


def front_matter_end(text: str) -> int:
    """Where the lines of metadata at the head of a Markdown file end; 0 if there are none."""
    match = _FRONT_MATTER.match(text)
    return match.end() if match and ":" in match[0] else 0


def _chunks(text: str, begin: int) -> Iterator[Stretch]:
    lines: list[Stretch] = []
    for match in _LINE.finditer(text, begin):
        if match[0].strip():
            lines.append(match.span())
        else:
            yield from _paragraphs(text, lines)
            lines = []
        if match.end() == len(text):
            break
    yield from _paragraphs(text, lines)


def _paragraphs(text: str, lines: list[Stretch]) -> Iterator[Stretch]:
    """The paragraphs of lines that follow each other without a blank one."""
    if not lines:
        return
    width = max(len(text[start:end].rstrip()) for start, end in lines)
    begin = lines[0][0]
    for (start, end), (next_start, next_end) in pairwise(lines):
        if _is_meant(text[start:end].rstrip(), text[next_start:next_end].rstrip(), width):
            yield from _lettered(text, begin, end)
            begin = next_start
    yield from _lettered(text, begin, lines[-1][1])


def _is_meant(line: str, following: str, width: int) -> bool:
    """Whether the break between two lines is more than the end of a line."""
    if _OWN_LINE.match(line) or _OWN_LINE.match(following):
        return True
    ended = bool(_ENDED.search(line)) and not is_abbreviation(line.split()[-1])
    if _ENTRY.match(following) and (ended or line[-1] in ":;" or _ENTRY.match(line)):
        return True
    if not _OPENING.match(following):
        return False
    needed = len(line) + 1 + len(following.split()[0])
    if ended:
        return width > 120 or needed < 0.9 * width
    # A heading: a line that could have held more, and that neither begins nor ends within a sentence.
    return needed < 0.7 * width and bool(_OPENING.match(line)) and not line.endswith((",", "-"))


def _lettered(text: str, start: int, end: int) -> Iterator[Stretch]:
    if _LETTER.search(text, start, end):
        yield start, end


def _cut(text: str, start: int, end: int) -> Iterator[Stretch]:
    """The stretch in pieces that the parser can hold."""
    while end - start > LONGEST:
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start, start + LONGEST)]
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1
        cut = ends[-1] if ends else (space or start + LONGEST)
        yield from _lettered(text, start, cut)
        start = cut
    yield from _lettered(text, start, end)
