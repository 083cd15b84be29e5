"""Claims: what a speaker does by saying that somebody did, did not or will not do a thing.

'Havana said that American planes had bombed a mill' accuses; 'Jakarta said no soldier had crossed the border'
denies; 'Vienna would not receive the envoy' refuses. A deed that is told first and laid to its source after it
('planes bombed a mill, Havana said') is told as news and stays the deed that it is.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.clause import negation, own
from detente.coding.who import Cast
from detente.model import EventType, Modality

# Deeds that accuse whoever is said to have done them.
HOSTILE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE})
# Acts of good will, which a side may refuse.
_WILLING = frozenset({
    EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID, EventType.CONCEDE,
    EventType.RETREAT,
})  # fmt: skip
_WILL = frozenset({"will", "would", "wo", "'ll", "’ll"})
_CAN = frozenset({"can", "ca", "could"})
_ACCEPTING = frozenset("accept agree recognize recognise allow permit approve tolerate yield".split())
_SHARE = frozenset("part hand role share knowledge".split())


def alleged(verb: Token, kind: Callable[[Token], EventType | None], cast: Cast) -> list[Token]:
    """The hostile deeds that the clause behind a verb of speech lays to somebody else than the speaker."""
    speakers = {named.code for noun in syntax.subjects(verb) for named in cast.parties(noun)}
    return [
        deed
        for deed in syntax.children(verb, "ccomp")
        if deed.i > verb.i and kind(deed) in HOSTILE and own(deed).modality is Modality.ACTUAL
        and speakers and (doers := _doers(deed, cast)) and not doers & speakers
    ]  # fmt: skip


def denied(verb: Token, kind: Callable[[Token], EventType | None], cast: Cast) -> list[Token]:
    """The deeds that a speaker says were not done: 'says no aircraft crossed', 'said it had no part in'."""
    if not any(cast.parties(noun) for noun in syntax.subjects(verb)):
        return []
    return [
        deed
        for deed in syntax.children(verb, "ccomp")
        if negation(deed) is not None and not _has(deed, _WILL | _CAN)
        and (kind(deed) in HOSTILE or _is_share(deed) or kind(deed) is EventType.REJECT)
    ]  # fmt: skip


def is_refused(verb: Token, kind: EventType, cast: Cast) -> bool:
    """Whether a side will not do what is asked of it: 'would not supply arms', 'cannot accept the plan'."""
    if kind not in _WILLING or syntax.is_passive(verb) or negation(verb) is None or syntax.child(verb, "expl"):
        return False
    unwilling = _has(verb, _WILL) or (_has(verb, _CAN) and verb.lemma_ in _ACCEPTING)
    return unwilling and not _has(verb, {"have"}) and any(cast.parties(noun) for noun in syntax.subjects(verb))


def _has(verb: Token, auxiliaries: frozenset[str] | set[str]) -> bool:
    return any(aux.lower_ in auxiliaries for aux in syntax.children(verb, "aux"))


def _doers(deed: Token, cast: Cast) -> set[str]:
    nouns = syntax.agents(deed) if syntax.is_passive(deed) else syntax.subjects(deed)
    return {named.code for noun in nouns for named in cast.parties(noun)}


def _is_share(deed: Token) -> bool:
    if deed.lemma_ in ("know", "hear"):
        return True
    return deed.lemma_ in ("have", "play", "take") and any(noun.lemma_ in _SHARE for noun in syntax.objects(deed))
