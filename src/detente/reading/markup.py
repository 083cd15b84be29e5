"""Parsing XML and HTML from strangers: no entities, no network, no endless depth."""

from __future__ import annotations

import re

from lxml import etree

from detente.errors import UnreadableError

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_ENTITY = re.compile(r"<!ENTITY\b")
_PROLOGUE = 100_000  # characters in which declarations are looked for


def parse_xml(text: str, source: str) -> etree._Element:
    """The root of an XML document. Raises UnreadableError if it is malformed, too deep, or declares entities."""
    # Entities can make a small file huge or draw in other files, and accounts have no use for them.
    if _ENTITY.search(text, 0, _PROLOGUE):
        raise UnreadableError(f"{source} declares XML entities", "replace them by what they stand for")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        # The declaration names the encoding of bytes that are text by now.
        root = etree.fromstring(_DECLARATION.sub("", text, count=1).encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(f"{source} is not well-formed XML ({error})", "check that it is whole") from None
    if next(root.iter(etree.Entity), None) is not None:
        raise UnreadableError(f"{source} uses XML entities", "replace them by what they stand for")
    return root
