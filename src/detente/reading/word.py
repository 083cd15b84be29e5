"""DOCX, the format of word processors."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from detente.errors import UnreadableError
from detente.reading import dateline
from detente.reading.formats import Extracted

_MOST_UNPACKED = 400 * 1024 * 1024  # bytes; a small archive can claim to hold a thousand times as much
_TEXT, _TAB, _HYPHEN = qn("w:t"), qn("w:tab"), qn("w:noBreakHyphen")
_BREAKS = frozenset((qn("w:br"), qn("w:cr")))
_LEFT_OUT = frozenset(
    (qn("w:pPr"), qn("w:rPr"), qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:drawing"), qn("w:pict"))
)
_TITLES = ("Title", "Heading 1", "Heading 2")


def read_docx(data: bytes, source: str) -> Extracted:
    """The paragraphs and tables of a DOCX file as they stand with all changes accepted. Raises UnreadableError.

    The file's own dates say when it was saved, so only a dateline gives a day of publication.
    """
    document = _opened(data, source)
    text = "\n\n".join(part for part in _parts(document) if part.strip())
    return Extracted(text=text, title=_title(document), published=dateline.published(text))


def _opened(data: bytes, source: str) -> Docx:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive, source)
        return docx.Document(io.BytesIO(data))
    except UnreadableError:
        raise
    except Exception as error:
        # Damaged archives and foreign documents fail in many places of three libraries.
        raise UnreadableError(f"{source} is a damaged DOCX file ({type(error).__name__})", "save it anew") from error


def _check(archive: zipfile.ZipFile, source: str) -> None:
    if "word/document.xml" not in archive.namelist():
        raise UnreadableError(f"{source} is an archive or a document other than DOCX", "unpack it, or save it as DOCX")
    if sum(entry.file_size for entry in archive.infolist()) > _MOST_UNPACKED:
        raise UnreadableError(f"{source} unpacks to more than {_MOST_UNPACKED // 1_000_000} MB", "split it")
    if archive.getinfo("word/document.xml").flag_bits & 1:
        raise UnreadableError(f"{source} has a password", "save it without one")


def _parts(document: Docx) -> Iterator[str]:
    for part in document.iter_inner_content():
        if isinstance(part, Paragraph):
            yield _words(part._p)
        elif isinstance(part, Table):
            yield from _rows(part)


def _rows(table: Table) -> Iterator[str]:
    for row in table._tbl.tr_lst:
        cells = (" ".join(_words(paragraph) for paragraph in cell.iter(qn("w:p"))).strip() for cell in row.tc_lst)
        yield "; ".join(filter(None, cells))


def _words(paragraph: etree._Element) -> str:
    return "".join(_pieces(paragraph))


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag == _TAB:
            yield "\t"
        elif child.tag == _HYPHEN:
            yield "-"
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag not in _LEFT_OUT:
            yield from _pieces(child)


def _title(document: Docx) -> str | None:
    for paragraph in document.paragraphs[:20]:
        style = paragraph.style
        if style is not None and style.name in _TITLES and paragraph.text.strip():
            return str(paragraph.text.strip())
    return document.core_properties.title.strip() or None
