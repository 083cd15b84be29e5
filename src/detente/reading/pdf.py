"""PDF files that carry their words as text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import pypdfium2

from detente.errors import UnreadableError
from detente.reading import dateline
from detente.reading.formats import Extracted

_HYPHEN = re.compile("[\x02\ufffe](?:\r?\n)?")  # how the library marks a word that goes on in the next line
_PAGE_NUMBER = re.compile(
    r"[\s–—|-]*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[\s–—|-]*", re.IGNORECASE
)
_ENDED = re.compile(r"[.!?:][\"'”’)\]]*$")
_DIGITS = re.compile(r"\d+")


def read_pdf(data: bytes, source: str) -> Extracted:
    """The text layer of a PDF, without page numbers and running heads.

    Raises UnreadableError if the file is damaged, has a password, or is only pictures of pages. The file's own
    dates say when it was made, so only a dateline gives a day of publication.
    """
    document = _opened(data, source)
    try:
        pages = [_lines(page) for page in document]
        title = document.get_metadata_value("Title").strip()
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(f"{source} is a damaged PDF ({error})", "save or download it anew") from None
    finally:
        document.close()
    text = _joined(_without_margins(pages))
    if not any(map(str.isalpha, text)):
        raise UnreadableError(f"{source} is a PDF without text, such as a scan", "run it through OCR first")
    return Extracted(text=text, title=title or None, published=dateline.published(text))


def _opened(data: bytes, source: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise UnreadableError(f"{source} has a password", "save it without one") from None
        raise UnreadableError(f"{source} is a damaged PDF ({error})", "save or download it anew") from None


def _lines(page: pypdfium2.PdfPage) -> list[str]:
    words = page.get_textpage()
    try:
        text = words.get_text_range()
    finally:
        words.close()
        page.close()
    return [line.rstrip() for line in _HYPHEN.sub("-\n", text).replace("\0", "").splitlines()]


def _without_margins(pages: Sequence[list[str]]) -> Iterable[list[str]]:
    """The pages without page numbers, and without first and last lines that most of the pages share."""
    edges = Counter(_edge(line) for page in pages for line in {*page[:1], *page[-1:]})

    def is_margin(line: str) -> bool:
        shared = len(pages) > 2 and edges[_edge(line)] > len(pages) / 2
        return bool(shared or _PAGE_NUMBER.fullmatch(line))

    for page in pages:
        lines = list(page)
        while lines and (not lines[0] or is_margin(lines[0])):
            lines.pop(0)
        while lines and (not lines[-1] or is_margin(lines[-1])):
            lines.pop()
        yield lines


def _edge(line: str) -> str:
    return _DIGITS.sub("#", line.strip())


def _joined(pages: Iterable[list[str]]) -> str:
    """The pages as one text; a sentence that a page breaks goes on, and a page that ends with one is a paragraph."""
    text = ""
    for lines in pages:
        if text and lines:
            text += "\n\n" if _ENDED.search(text) else "\n"
        text += "\n".join(lines)
    return text
