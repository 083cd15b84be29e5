"""Which format an account is in, and its text, title and day of publication in that format."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from pathlib import PurePath

from detente.errors import UnreadableError
from detente.reading import dateline
from detente.reading.blocks import front_matter_end
from detente.reading.encoding import decode

SUFFIXES = frozenset((".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".tei", ".xml"))

_HTML = re.compile(r"(?:\s|<!--.*?-->|<\?xml[^>]*>)*(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE | re.DOTALL)
_XML = re.compile(r"\s*(?:<\?xml\s|<!DOCTYPE\s|<TEI(?:\.2)?[\s>]|<(?:\w+:)?teiCorpus[\s>])")
_MATTER_DATE = re.compile(r"^(?:date|published|pubdate):[ \t]*[\"']?(.+)$", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What a file holds: its text, and title and day of publication if its format has places for them."""

    text: str = field(repr=False)
    title: str | None = None
    published: dt.date | None = None


def is_readable_name(name: str) -> bool:
    """Whether a file of that name is taken for an account where a whole folder is read."""
    return PurePath(name).suffix.lower() in SUFFIXES


def extract(data: bytes, source: str) -> Extracted:
    """The text of *data* with what its format says about it. Raises UnreadableError."""
    # The libraries for the formats are imported when they are needed: text, the commonest, needs none.
    if b"%PDF-" in data[:1024]:
        from detente.reading.pdf import read_pdf

        return read_pdf(data, source)
    if data.startswith(b"PK\x03\x04"):
        from detente.reading.word import read_docx

        return read_docx(data, source)
    _refuse_foreign(data, source)
    return _marked_up(data, source)


def _refuse_foreign(data: bytes, source: str) -> None:
    """Word processors' other formats are common enough to be told by name."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableError(
            f"{source} is an old Word file or one with a password", "save it as DOCX without a password"
        )
    if data.startswith(b"{\\rtf"):
        raise UnreadableError(f"{source} is RTF", "save it as DOCX or text")


def _marked_up(data: bytes, source: str) -> Extracted:
    text = decode(data, source)
    suffix = PurePath(source).suffix.lower()
    if _HTML.match(text) or suffix in (".html", ".htm", ".xhtml"):
        from detente.reading.webpage import read_html

        return read_html(text, source)
    if _XML.match(text) or suffix in (".tei", ".xml"):
        from detente.reading.tei import read_tei

        return read_tei(text, source)
    return Extracted(text=text, published=_matter_date(text) or dateline.published(text))


def _matter_date(text: str) -> dt.date | None:
    match = _MATTER_DATE.search(text, 0, front_matter_end(text))
    return dateline.parse_day(match[1]) if match else None
