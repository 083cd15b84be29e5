"""Web pages: their main text without menus, and what their metadata say about title and day."""

from __future__ import annotations

import datetime as dt
import json
import logging
import re
from collections.abc import Iterator
from typing import Any

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from detente.errors import UnreadableError
from detente.reading import dateline
from detente.reading.formats import Extracted

# In this order: days of publication. Days of change, such as article:modified_time, are not among them.
_DATE_KEYS = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
    "citation_publication_date", "citation_date", "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date",
    "dcterms.created", "dc.date.created", "publication_date", "publishdate", "publish-date", "publish_date",
    "published", "pubdate", "parsely-pub-date", "sailthru.date", "article.published", "date",
)  # fmt: skip
_KEY_ATTRIBUTES = ("property", "name", "itemprop", "http-equiv")
_SUFFIX = re.compile(r"\s+[|·•»–—-]\s+[^|·•»–—-]{1,60}$")
# Characters of a page that has no parts worth telling from each other.
_SHORT = 250
_SPACE = re.compile(r"\s+")


def read_html(text: str, source: str) -> Extracted:
    """The main text of a page, one paragraph a block. Raises UnreadableError if there is none."""
    tree = _parsed(text, source)
    words = _main_text(text)
    if len(words) < _SHORT:
        whole = _all_text(tree)
        words = whole if len(whole) < 2 * _SHORT or not words else words
    if not words:
        raise UnreadableError(
            f"{source} is a page without text", "save it from the browser, where its scripts have run"
        )
    return Extracted(text=words, title=_title(tree), published=_published(tree) or dateline.published(words))


def _parsed(text: str, source: str) -> etree._Element:
    parser = lxml_html.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableError(f"{source} can't be read as HTML ({error})", "check that it is whole") from None
    return root


def _main_text(text: str) -> str:
    # Says what it thinks of a page to standard error unless its logger is told not to.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
    try:
        found = trafilatura.extract(text, include_comments=False, include_tables=True, favor_recall=True)
    except (RecursionError, ValueError):
        return ""
    return re.sub(r"\s*\n\s*", "\n\n", found.strip()) if found else ""


def _all_text(tree: etree._Element) -> str:
    """All the words of the body, for pages on which no main part can be told."""
    body = tree.find("body")
    blocks = (body if body is not None else tree).iter("p", "h1", "h2", "h3", "li", "td", "pre", "blockquote", "div")
    texts = (_SPACE.sub(" ", "".join(_own_words(block))).strip() for block in blocks)
    return "\n\n".join(filter(None, texts))


def _own_words(block: etree._Element) -> Iterator[str]:
    """The words of a block that are in no block within it."""
    yield block.text or ""
    for child in block:
        if child.tag in (
            "a",
            "b",
            "i",
            "em",
            "strong",
            "span",
            "sup",
            "sub",
            "cite",
            "q",
            "abbr",
            "time",
            "u",
            "small",
            "font",
        ):
            yield _text(child)
        elif child.tag == "br":
            yield " "
        yield child.tail or ""


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _title(tree: etree._Element) -> str | None:
    stated = next(_meta(tree, ("og:title", "dc.title", "citation_title")), None)
    if stated:
        return stated
    headings = [heading for path in ("h1", "title") for heading in tree.iter(path)]
    texts = [_SPACE.sub(" ", _text(heading)).strip() for heading in headings]
    first = next(filter(None, texts), None)
    return _SUFFIX.sub("", first) if first else None


def _published(tree: etree._Element) -> dt.date | None:
    stated = (*_meta(tree, _DATE_KEYS), *_linked_data(tree), *_times(tree))
    return next(filter(None, map(dateline.parse_day, stated)), None)


def _meta(tree: etree._Element, keys: tuple[str, ...]) -> Iterator[str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        for attribute in _KEY_ATTRIBUTES:
            content = (element.get("content") or "").strip()
            if content:
                found.setdefault((element.get(attribute) or "").lower(), content)
    return (found[key] for key in keys if key in found)


def _linked_data(tree: etree._Element) -> Iterator[str]:
    for element in tree.iter("script"):
        if element.get("type") == "application/ld+json":
            try:
                yield from _dates_published(json.loads(element.text or "null"))
            except (ValueError, RecursionError):
                continue


def _dates_published(data: Any) -> Iterator[str]:
    if isinstance(data, list):
        for entry in data:
            yield from _dates_published(entry)
    elif isinstance(data, dict):
        if isinstance(data.get("datePublished"), str):
            yield data["datePublished"]
        yield from _dates_published(data.get("@graph"))


def _times(tree: etree._Element) -> Iterator[str]:
    for element in tree.iter("time", "span", "abbr"):
        marked = element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
        if marked:
            yield element.get("datetime") or element.get("content") or _text(element)
