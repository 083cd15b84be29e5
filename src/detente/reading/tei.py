"""TEI, the XML of edited letters, papers and historical newspapers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from lxml import etree

from detente.errors import UnreadableError
from detente.reading import dateline
from detente.reading.formats import Extracted
from detente.reading.markup import parse_xml

_BLOCKS = frozenset(
    "p ab head l item cell label opener closer dateline salute signed byline trailer speaker stage docTitle titlePart "
    "docAuthor docDate argument epigraph quote lg list row table div div1 div2 div3 div4 div5 body front back "
    "text sp postscript".split()
)
# What editors, printers and scribes added to the words or took from them.
_LEFT_OUT = frozenset("note figure fw del teiHeader sourceDoc facsimile standOff".split())
# Of two readings of a word, the one to read.
_REPLACED = {"sic": "corr", "orig": "reg", "abbr": "expan"}
_SPACE = re.compile(r"\s+")
# Where an edition says when its original was written, the surest first; the edition's own date is another.
_DATES = (
    ".//correspAction[@type='sent']//date", ".//text//dateline//date", ".//text//docDate", ".//text//docDate//date",
    ".//profileDesc/creation//date", ".//sourceDesc//date",
)  # fmt: skip


def read_tei(text: str, source: str) -> Extracted:
    """The words of a TEI document as edited, without notes. Raises UnreadableError for any other XML."""
    root = parse_xml(text, source)
    _drop_namespaces(root)
    if root.tag not in ("TEI", "TEI.2", "teiCorpus"):
        raise UnreadableError(f"{source} is XML, but not TEI", "convert it to text or HTML")
    pieces = ["".join(_words(body)) for body in root.iter("text")]
    paragraphs = [_SPACE.sub(" ", part).strip() for piece in pieces for part in piece.split("\n")]
    words = "\n\n".join(part for part in paragraphs if part)
    return Extracted(text=words, title=_title(root), published=_date(root) or dateline.published(words))


def _drop_namespaces(root: etree._Element) -> None:
    for element in root.iter(etree.Element):
        element.tag = etree.QName(element).localname


def _words(element: etree._Element) -> Iterator[str]:
    """The text within *element*, with white space as one blank and a new line around each block."""
    yield _flat(element.text)
    for child in element:
        if _is_read(child):
            yield from _within(child)
        yield _flat(child.tail)


def _within(child: etree._Element) -> Iterator[str]:
    if child.tag in ("lb", "pb", "cb", "gb", "milestone"):
        yield "" if child.get("break") == "no" else " "
    elif child.tag in _BLOCKS:
        yield "\n"
        yield from _words(child)
        yield "\n"
    else:
        yield from _words(child)


def _flat(text: str | None) -> str:
    return _SPACE.sub(" ", text) if text else ""


def _is_read(child: etree._Element) -> bool:
    if not isinstance(child.tag, str) or child.tag in _LEFT_OUT:
        return False
    parent, better = child.getparent(), _REPLACED.get(child.tag)
    return not (better and parent is not None and parent.tag == "choice" and parent.find(better) is not None)


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _title(root: etree._Element) -> str | None:
    found = root.find(".//titleStmt/title")
    return _flat(_text(found)).strip() or None if found is not None else None


def _date(root: etree._Element) -> dt.date | None:
    for path in _DATES:
        for element in root.iterfind(path):
            day = dateline.parse_day(element.get("when") or _text(element))
            if day:
                return day
    return None
