"""Events in words, and text that is safe to show: what the terminal and the page have in common."""

from __future__ import annotations

import unicodedata

from detente.model import Basis, Event, Figure, Modality

_MODAL = {
    Modality.ACTUAL: "",
    Modality.FUTURE: "will ",
    Modality.HYPOTHETICAL: "may ",
    Modality.NEGATED: "not ",
}
_BASIS = {
    Basis.NONE: "", Basis.STATED: "says the sentence", Basis.NARRATIVE: "carried from an earlier sentence",
    Basis.PUBLISHED: "counted from the day the account appeared",
}  # fmt: skip
_HEDGE = {None: "", "<": "less than ", ">": "more than ", "~": "about "}
_JOINERS = "\u200c\u200d"  # parts of words in several scripts, harmless
_INERT = ("Cc", "Cf", "Cs")  # control and format characters, halves of surrogate pairs


def plain(text: str) -> str:
    """*text* on one line, with control and direction characters written out so that they do nothing."""
    return "".join(_shown(character) for character in text)


def what(event: Event) -> str:
    """The type with its modality: 'AGREE', 'will AGREE', 'may AGREE', 'not AGREE'."""
    return _MODAL[event.modality] + event.type


def basis(event: Event) -> str:
    """What the date rests on: 'says the sentence'; nothing for an undated event."""
    words = event.date.text
    if event.date.basis is Basis.NARRATIVE and words and words in event.evidence.span.text:
        return "completed from an earlier sentence"  # such as the year of 'in July'
    return _BASIS[event.date.basis]


def how_much(figure: Figure) -> str:
    """A figure as 'more than 7,500,000 t of natural gas per year'."""
    of = f" of {figure.of}" if figure.of else ""
    per = f" per {figure.per}" if figure.per else ""
    return f"{_HEDGE.get(figure.bound, figure.bound)}{figure.value:,.15g} {figure.unit}{of}{per}"


def count(number: int, thing: str) -> str:
    """'1 event', '2 events'."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _shown(character: str) -> str:
    if character in "\t\n\r\u2028\u2029":
        return " "
    if character in _JOINERS or unicodedata.category(character) not in _INERT:
        return character
    return f"\\u{ord(character):04x}"
