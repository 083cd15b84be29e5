"""Marks that are no words: Markdown, the HTML that comes with it, and the numbers of footnotes.

Plain text is full of them too, so they are taken out of every account. None of the patterns matches English.
"""

from __future__ import annotations

import re

from detente.reading.offsets import Cleaned

_HTML_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(
    r"</?(?:a|b|i|u|p|br|hr|em|strong|sup|sub|span|div|small|cite|blockquote)\b[^<>]{0,300}>", re.IGNORECASE
)
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\)")
_LINK = re.compile(
    r"\[(?!\^|\d{1,3}\])([^\[\]]{1,300})\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\)|\[[^\[\]\n]{0,100}\])"
)
_AUTOLINK = re.compile(r"<(https?://[^<>\s]+)>")
_HEADING = re.compile(
    r"^[ \t]{0,3}#{1,6}[ \t]+|(?<![ \t])[ \t]+#+[ \t]*$|^[ \t]{0,3}(?:={3,}|-{3,}|\*{3,}|_{3,})[ \t]*$", re.MULTILINE
)
_BULLET = re.compile(r"^[ \t]*(?:>[ \t]?)*(?:[-*+•‣▪●◦·][ \t]+)?(?:\[[ xX]\][ \t]+)?", re.MULTILINE)
_NUMBERED = re.compile(r"^[ \t]*(?:\d{1,2}|[a-z])[.)][ \t]+(?=\S)", re.MULTILINE)
_EMPHASIS = re.compile(
    r"(?<![\w*\\])(\*{1,3})(?=\S)([^*]{1,1000})(?<=\S)\1(?![\w*])|"
    r"(?<![\w_\\])(_{1,3})(?=\S)([^_]{1,1000})(?<=\S)\3(?![\w_])"
)
_CODE = re.compile(r"(?<!`)`{1,3}([^`\n]{1,1000})`{1,3}|^```.*$", re.MULTILINE)
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$", re.MULTILINE)
_TABLE_ROW = re.compile(r"^[ \t]*\|.*\|[ \t]*$", re.MULTILINE)
_FOOTNOTE = re.compile(
    r"\[(?:\^?\d{1,3}|\^[\w-]{1,30}|[a-z]|citation needed|note \d{1,3})\](?!\()|"
    r"(?<=[^\W\d]|[.,;:!?”’\"])[¹²³⁰⁴-⁹]+(?=[\s.,;:!?”’\"]|$)"
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")


def without_markup(cleaned: Cleaned) -> Cleaned:
    """The paragraph without marks; table cells are parted by semicolons."""
    cleaned = cleaned.sub(_BULLET, "").sub(_NUMBERED, _enumerated)
    if "<" in cleaned.text:
        cleaned = cleaned.sub(_HTML_COMMENT, "").sub(_AUTOLINK, lambda match: match[1]).sub(_TAG, "")
    if "[" in cleaned.text:
        cleaned = cleaned.sub(_IMAGE, "").sub(_LINK, lambda match: match[1])
    cleaned = cleaned.sub(_FOOTNOTE, "").sub(_HEADING, "")
    if "|" in cleaned.text:
        cleaned = cleaned.sub(_TABLE_RULE, "").sub(_TABLE_ROW, _row)
    if "`" in cleaned.text:
        cleaned = cleaned.sub(_CODE, lambda match: match[1] or "")
    for _ in range(2):  # emphasis within emphasis
        cleaned = cleaned.sub(_EMPHASIS, lambda match: match[2] or match[4])
    return cleaned.sub(_ESCAPED, lambda match: match[1]) if "\\" in cleaned.text else cleaned


def _enumerated(match: re.Match[str]) -> str | None:
    """Numbers before the entries of a list go; a day or a number that a wrapped line begins with stays."""
    before, after = match.string[: match.start()].rstrip(), match.string[match.end()]
    return "" if (not before or before[-1] in ".:;!?") and (after.isupper() or after in '*_["“') else None


def _row(match: re.Match[str]) -> str:
    return match[0].strip().strip("|").replace("|", ";")
