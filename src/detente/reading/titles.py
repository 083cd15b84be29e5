"""What an account is called."""

from __future__ import annotations

import re
from pathlib import PurePath

from detente.reading.blocks import front_matter_end
from detente.reading.dateline import is_date_line

_LONGEST = 120
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t#]*")
_MATTER = re.compile(r"^title:[ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.MULTILINE | re.IGNORECASE)
# Headings of parts, which don't say what the account is about.
_PARTS = frozenset("abstract background contents introduction overview preface prologue summary".split())
_MARKS = re.compile(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}|\[([^\]]*)\]\([^)]*\)")


def title(text: str, source: str) -> str:
    """The first heading, else a first line that is short enough for one, else the name of the source."""
    head = text[: front_matter_end(text)]
    if matter := _MATTER.search(head):
        return matter[1]
    lines = [line.strip() for line in text[len(head) :][:5000].splitlines() if line.strip()]
    heading = next((match[1] for line in lines if (match := _HEADING.fullmatch(line)) and match[1]), None)
    if heading is None and len(lines) > 1 and _is_title(lines[0]):
        heading = lines[0]
    return _plain(heading) if heading else PurePath(source).stem or source


def _is_title(line: str) -> bool:
    # A wrapped first line of prose is as short as a title, but rarely stops before a capital.
    return (
        len(line) <= _LONGEST
        and line.lower() not in _PARTS
        and line[-1] not in ".,;:-"
        and not is_date_line(line)
        and any(map(str.isalpha, line))
    )


def _plain(heading: str) -> str:
    return " ".join(_MARKS.sub(lambda match: match[1] or "", heading).split())
