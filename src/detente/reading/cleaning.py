"""Mending: a text as the parser can understand it, with the way back to the text as it stands.

Two kinds of damage are mended. The first is in the characters: invisible ones, ligatures, odd spaces, text
that was decoded twice, words broken over lines, markup. The second is in the words: characters that were lost
on the way, as from 'Russia’s' to 'Russias'. What is lost can only be inferred, so the mends of the second kind
(in `losses`) each ask for evidence and leave a word alone rather than guess.
"""

from __future__ import annotations

import re
import unicodedata

from detente.reading.dictionary import dictionary
from detente.reading.losses import Evidence, mend_losses
from detente.reading.markdown import without_markup
from detente.reading.offsets import Cleaned

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f\ufff9-\ufffb]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+")
_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_ODD_HYPHEN = re.compile("[\u2010\u2011]")
_DECOMPOSED = re.compile("[A-Za-z][\u0300-\u036f]+")

# UTF-8 that was read as Windows-1252: one of the lead bytes of Latin letters and of punctuation, and what follows.
_TWICE_DECODED = re.compile(
    "â(?:€[\u0080-\u00bfœŸž˜™š›•–—‘’“”„‚†‡ˆ‰Š‹ŒŽƒ…]|‚¬)|"
    "(?<![A-Z])Ã[\u0080-\u00bfœŸž˜™š›•–—‘’“”„‚†‡ˆ‰Š‹ŒŽƒ…€]|Â[\u00a0-\u00bf]"
)

_LINE_HYPHEN = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,40})-[ \t]*\n[ \t]*([^\W\d_]{2,40})")
# Two or three hyphens, with a letter or a blank at one side at least: '1950--53' is no dash.
_DASHES = re.compile(r"(?<=\S)[ \t]*(?:(?<=[^\W\d])-{2,3}|-{2,3}(?=[^\W\d])|(?<=\s)-{2,3}|-{2,3}(?=\s|$))[ \t]*")
_YEARS_APART = re.compile(r"(?<=\d)--(?=\d)")
_SPACES = re.compile(r"\s+")


def clean(text: str, evidence: Evidence | None = None) -> Cleaned:
    """*text* mended, as one paragraph, with the way back to its offsets.

    *evidence* is what the whole account shows about its words; without it, *text* is all there is.
    Raises MissingPartError if there is no parser, whose tables say which words English has.
    """
    return mend(Cleaned.of(text), evidence or Evidence.of(text))


def mend(cleaned: Cleaned, evidence: Evidence) -> Cleaned:
    """The mends in their order: characters, markup, lines, lost characters."""
    cleaned = _characters(cleaned)
    cleaned = without_markup(cleaned)
    cleaned = cleaned.sub(_LINE_HYPHEN, lambda match: _joined(match, evidence))
    cleaned = cleaned.sub(_YEARS_APART, "–").sub(_DASHES, " — ")
    cleaned = cleaned.sub(_SPACES, " ")
    return _stripped(mend_losses(cleaned, evidence))


def _characters(cleaned: Cleaned) -> Cleaned:
    if cleaned.text.isascii() and cleaned.text.isprintable():
        return cleaned
    return (
        cleaned.sub(_BREAK, "\n")
        .sub(_TWICE_DECODED, _decoded_once)
        .sub(_INVISIBLE, "")
        .sub(_CONTROL, "")
        .sub(_ODD_SPACE, " ")
        .sub(_ODD_HYPHEN, "-")
        .sub(_LIGATURE, lambda match: unicodedata.normalize("NFKC", match[0]))
        .sub(_DECOMPOSED, lambda match: unicodedata.normalize("NFC", match[0]))
    )


def _decoded_once(match: re.Match[str]) -> str | None:
    try:
        # Windows-1252 leaves five bytes undefined; those come through as control characters.
        data = b"".join(char.encode("latin-1" if "\x80" <= char <= "\x9f" else "cp1252") for char in match[0])
        return data.decode("utf-8")
    except UnicodeError:
        return None


def _joined(match: re.Match[str], evidence: Evidence) -> str:
    """A word that was broken at the end of a line, with its hyphen where it is a compound."""
    first, second = match[1], match[2]
    whole = first + second
    if second[0].isupper():
        return f"{first}-{second}"
    words = dictionary()
    if evidence.has(f"{first}-{second}") and not evidence.has(whole):
        return f"{first}-{second}"
    if evidence.has(whole) or words.known(whole.lower()):
        return whole
    both = words.known(first.lower()) and words.known(second)
    return f"{first}-{second}" if both else whole


def _stripped(cleaned: Cleaned) -> Cleaned:
    text = cleaned.text
    lead, trail = len(text) - len(text.lstrip()), len(text.rstrip())
    if not lead and trail == len(text):
        return cleaned
    return cleaned.mended([edit for edit in ((0, min(lead, trail), ""), (trail, len(text), "")) if edit[0] < edit[1]])
