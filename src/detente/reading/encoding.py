"""From bytes to text.

A byte order mark decides. Without one the bytes are UTF-8; if they are not, they may be Windows-1252, the old
encoding of western Europe, but only where that is plausible: every byte has a meaning there, no character
is a control character, there is no sequence that is UTF-8 by its looks, and characters outside ASCII are at
most one in five and never four in a row, as befits English with some names and quotation marks. All else is
refused, because a wrong guess would garble names without anybody noticing.
"""

from __future__ import annotations

import codecs
import re

from detente.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF8_SEQUENCE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}")
_MOST_FOREIGN = 0.2
_FOREIGN_RUN = re.compile(rb"[\x80-\xff]{4}")
_REMEDY = "save it as UTF-8 and read it again"


def decode(data: bytes, source: str) -> str:
    """The text of those bytes without a byte order mark. Raises UnreadableError if there is none in them."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_decoded(data[len(mark) :], encoding, source), source)
    if b"\0" in data:
        raise _binary(source)
    try:
        return _checked(data.decode("utf-8"), source)
    except UnicodeDecodeError as error:
        return _windows(data, source, error)


def _decoded(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"{source} says that it is {encoding.upper()}, but byte {error.start} is not", _REMEDY
        ) from None


def _checked(text: str, source: str) -> str:
    if _CONTROL.search(text):
        raise _binary(source)
    return text


def _windows(data: bytes, source: str, error: UnicodeDecodeError) -> str:
    refusal = UnreadableError(f"{source} is not UTF-8 (byte {error.start})", _REMEDY)
    plausible = _is_mostly_ascii(data)
    if not plausible and _CONTROL.search(data.decode("latin-1")):
        raise _binary(source) from None
    if _UTF8_SEQUENCE.search(data) or not plausible:
        raise refusal from None
    try:
        return _checked(data.decode("cp1252"), source)
    except UnicodeDecodeError:
        raise refusal from None


def _is_mostly_ascii(data: bytes) -> bool:
    foreign = len(data) - len(data.translate(None, bytes(range(128, 256))))
    return foreign <= max(_MOST_FOREIGN * len(data), 1) and not _FOREIGN_RUN.search(data)


def _binary(source: str) -> UnreadableError:
    return UnreadableError(f"{source} is binary, not an account", "give text, Markdown, HTML, PDF, DOCX or TEI")
