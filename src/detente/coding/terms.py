"""Terms of office as dates: 'under Nasser', 'before Gorbachev came to power', 'when Thatcher took office'.

Histories date by reigns. The table of leaders knows the days, so the words say when as plainly as a year does.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from detente.coding.names import Mention
from detente.coding.timex import Timex
from detente.coding.when import Dated
from detente.knowledge import leaders, states
from detente.knowledge.leaders import Leader
from detente.model import Basis

_RULERS = frozenset({"leader", "head of state", "head of government"})
_RISES = frozenset({"office", "power", "presidency", "premiership", "throne", "chancellorship"})
_RISING = frozenset({"come", "take", "assume", "ascend", "enter", "seize", "rise"})
_BOUNDS = {"before": "../{0}", "until": "../{0}", "since": "{0}/..", "after": "{0}/..", "when": "{0}", "once": "{0}"}


def terms(sentence: Span, mentions: Sequence[Mention], on: dt.date | None) -> list[Dated]:
    """The terms of office that a sentence dates by; *on* tells namesakes apart."""
    found = []
    for mention in mentions:
        if mention.kind == "person":
            found += list(_terms(sentence, mention, on))
    return found


def _terms(sentence: Span, mention: Mention, on: dt.date | None) -> Iterator[Dated]:
    root = sentence.doc[mention.start : mention.end].root
    while root.dep_ == "compound":
        root = root.head
    leader = _ruler(sentence.doc[mention.start : mention.end].text, mention.actors[0].code, on)
    if leader is None:
        return
    if root.dep_ == "pobj" and root.head.lower_ == "under":
        end = leader.end.isoformat() if leader.end else ".."
        yield _dated(sentence, root.head.i, root.i + 1, root, f"{leader.start.isoformat()}/{end}")
    elif (verb := _rise(root)) is not None:
        marks = [kid for kid in verb.children if kid.lower_ in _BOUNDS and kid.dep_ in ("mark", "advmod")]
        if marks:
            edtf = _BOUNDS[marks[0].lower_].format(leader.start.isoformat())
            yield _dated(sentence, marks[0].i, verb.i + 1, verb, edtf)


def _rise(subject: Token) -> Token | None:
    """The verb of 'Gorbachev came to power', 'Thatcher took office'."""
    verb = subject.head
    if subject.dep_ != "nsubj" or verb.lemma_ not in _RISING:
        return None
    return verb if any(token.lower_ in _RISES for token in verb.subtree) else None


def _ruler(name: str, code: str, on: dt.date | None) -> Leader | None:
    """The ruler of that state with the name or a part of it: the parser does not always see the whole name."""
    for form in dict.fromkeys((name, name.split()[-1], name.split()[0])):
        for leader in leaders.find(form, on):
            if leader.office in _RULERS and states.code_on(leader.code, leader.start) == code:
                return leader
    return None


def _dated(sentence: Span, start: int, end: int, root: Token, edtf: str) -> Dated:
    words = sentence.doc[start:end]
    offset = words.start_char - sentence.start_char
    timex = Timex(start=offset, end=offset + len(words.text), edtf=edtf, core=edtf, basis=Basis.STATED)
    return Dated(timex=timex, root=root, text=words.text)
