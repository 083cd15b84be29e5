"""Whether: did it happen, is it to come, was it only possible, or does the text say that it did not?

PLOVER calls these auxiliary modes and no other coder implements them. A word's modality has two sources. Its
own clause: auxiliaries, negation, conditions, adverbs. And the word that governs it, if the act is the
content of something else ('failed to ratify', 'the refusal to ratify', 'may have agreed to ratify'): that word
has a modality of its own, found in the same way, and an effect on its content (`tables/matrix_verbs.csv`).
Content of what did not happen did not happen, and what nobody failed to do was done. Of both sources the
stronger limit holds: negated over hypothetical over future over actual.

A noun is an event only through its surroundings: 'the planned visit', 'no talks', 'hopes of a treaty',
'the attack never took place'. A negated verb leaves its nouns alone ('the invasion did not topple him')
unless it is one that lets events happen.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.clause import (
    ACTUAL,
    FACT,
    FUTURE,
    HYPOTHETICAL,
    NEGATED,
    auxiliary,
    condition,
    is_infinitive,
    own,
    verdict_by,
)
from detente.coding.clause import Verdict as Verdict
from detente.coding.matrix import matrix_effect
from detente.coding.what import Act
from detente.knowledge.tables import rows
from detente.model import EventType, Modality

_STRENGTH = (ACTUAL, FUTURE, HYPOTHETICAL, NEGATED)
_DEPTH = 12  # words above the act that are asked; sentences are seldom deeper and cycles can't be

_INSTEAD = frozenset({"instead", "rather", "far", "short"})
_DENYING_PREPOSITIONS = frozenset({"without", "barring", "sans"})
_DECIDING = frozenset({"decide", "resolve", "determine"})
_IMPLYING = frozenset("fail failure hesitate forget neglect avoid refrain abstain stop cease prevent keep omit".split())
_RANKS = frozenset({"only", "last", "latest", "next"})

_PLANNED = frozenset(
    "possible potential proposed hypothetical eventual alleged future planned prospective likely threatened would-be "
    "intended projected conditional hoped-for".split()
)
_COMING = frozenset("forthcoming upcoming impending imminent scheduled coming promised".split())
_DROPPED = frozenset("cancelled canceled averted aborted scrapped unsigned unratified abandoned shelved".split())
# Verbs that let an event take place, so that their own modality is that of the event.
_TAKING_PLACE = frozenset(
    "continue take occur happen begin start open resume follow ensue materialize materialise convene go come "
    "result".split()
)
_LIGHT = frozenset(
    "make pay hold launch conduct have mount give carry stage wage undertake begin open start sign conclude reach "
    "ratify establish resume convene".split()
)
# Papers that are as real as what was done with them, and what they say with them.
_PAPERS = frozenset("resolution motion bill draft law note proposal".split())
# What such verbs and nouns do to a plan they are about; an act of that name has happened before it ends.
_ENDING_PLANS = frozenset("abandon drop end suspend withdraw halt frustrate foil thwart dash".split())


def whether(act: Act) -> Verdict:
    """The modality of an act, with the word that decided it (empty for an actual one); a refusal is an act."""
    if act.refused:
        return _inherited(act.trigger, _DEPTH)
    verdict = _noun(act.trigger, _DEPTH) if act.noun else _verb(act.trigger, _DEPTH)
    if act.type is EventType.ASSAULT and not act.noun and matrix_effect(act.trigger) == "negated":
        verdict = _through("negated", act.trigger, verdict)  # 'avoided a war' names the war
    return FACT if verdict.modality is ACTUAL else verdict


def _strongest(*verdicts: Verdict) -> Verdict:
    return max(verdicts, key=lambda verdict: _STRENGTH.index(verdict.modality))


# -- a word and what governs it ----------------------------------------------------------------------------


def _word(token: Token, depth: int) -> Verdict:
    """The modality of a governing word, whatever its part of speech."""
    if token.pos_ in ("NOUN", "PROPN") and token.dep_ != "ROOT":
        return _noun(token, depth, plan=True)
    return _verb(token, depth)


def _verb(token: Token, depth: int) -> Verdict:
    return _strongest(own(token), _inherited(token, depth)) if depth else FACT


def _inherited(token: Token, depth: int) -> Verdict:
    """From the word that the act is the content of, or the verb that it is joined to."""
    if token.dep_ == "conj":
        return _joined(token, depth)
    denied = _denying_preposition(token)
    if denied:
        return verdict_by(NEGATED, denied)
    governor = _governor(token)
    if governor is None or _divided(token, governor) or (token.dep_ == "ccomp" and token.i < governor.i):
        return FACT  # what stands before a verb of saying is said as it is: 'it fired first, a charge they deny'
    effect = _effect_on(governor, token)
    return FACT if effect is None else _through(effect, governor, _word(governor, depth - 1))


def _through(effect: str, word: Token, outer: Verdict) -> Verdict:
    """What an effect makes of the content of a word whose own modality is *outer*."""
    denied, real = outer.modality is NEGATED, outer.modality is ACTUAL
    if effect == "actual":
        return outer
    if effect == "said":
        return verdict_by(HYPOTHETICAL, word) if denied else FACT
    if effect == "thought":
        return outer if denied else FACT
    if effect == "negated":
        return _undenied(word) if denied else verdict_by(NEGATED if real else HYPOTHETICAL, word)
    if effect in ("future", "hypothetical"):
        return _strongest(verdict_by(Modality(effect), word), outer)
    return FACT


def _undenied(word: Token) -> Verdict:
    """'did not fail to' was done, 'will not hesitate to' is to be done, 'did not deny' leaves it open."""
    return auxiliary(word) if word.lemma_ in _IMPLYING else verdict_by(HYPOTHETICAL, word)


def _effect_on(governor: Token, token: Token) -> str | None:
    """The effect of a governor on its content; without an entry, an infinitive is as real as its governor."""
    if governor.lemma_ == "have" and token.dep_ == "xcomp":
        return _obligation(governor)
    if governor.lemma_ == "go" and _is_going(governor, token):
        return "future"
    if _is_first(governor, token) or _is_participle(token) or _is_told_decision(governor, token):
        return "actual"
    effect = _effect_of_predicate(governor, token) or _effect(governor, token.head)
    if effect in (None, "said", "thought") and token.dep_ in ("acl", "relcl", "advcl") and is_infinitive(token):
        return "hypothetical"  # 'a force to seize the port', 'sailed to seize the port'
    return "actual" if effect is None and token.dep_ == "xcomp" else effect


def _effect(word: Token, prep: Token | None = None) -> str | None:
    """What a word, with its particle or the preposition *prep*, does to its content."""
    parts = [kid for kid in (*word.children, prep) if kid is not None and (kid.dep_ == "prt" or kid == prep)]
    phrases = (_phrases().get(f"{word.lemma_.lower()} {part.lower_}") for part in parts)
    return next(filter(None, phrases), None) or matrix_effect(word)


@functools.cache
def _phrases() -> dict[str, str]:
    return {row["lemma"]: row["effect"] for row in rows("matrix_verbs.csv") if " " in row["lemma"]}


def _effect_of_predicate(copula: Token, token: Token) -> str | None:
    """'It is possible that', 'the hope is that', 'plans were made to': the effect stands beside the verb."""
    if token.dep_ in ("acomp", "attr"):
        return None
    passive = syntax.child(copula, "nsubjpass")
    if copula.lemma_ in ("be", "seem", "appear"):
        beside = syntax.children(copula, "acomp", "attr", "nsubj")
    else:
        beside = [passive] if passive is not None and is_infinitive(token) else []
    return next((effect for word in beside if (effect := matrix_effect(word))), None)


def _obligation(have: Token) -> str:
    """'had to withdraw' happened; 'has to withdraw' may not; 'has yet to withdraw' did not."""
    if any(kid.lower_ == "yet" for kid in have.children):
        return "negated"
    return "actual" if have.tag_ == "VBD" else "hypothetical"


def _is_participle(token: Token) -> bool:
    """'bombed the town, killing twenty': as real as what it goes with."""
    return token.tag_ == "VBG" and token.dep_ in ("advcl", "acl")


def _is_told_decision(verb: Token, token: Token) -> bool:
    """'decided to recognise it' tells of the deed; 'has decided to' and 'the decision to' leave it open."""
    return token.dep_ == "xcomp" and verb.lemma_ in _DECIDING and verb.tag_ == "VBD"


def _is_going(go: Token, token: Token) -> bool:
    return go.lower_ == "going" and token.dep_ == "xcomp" and syntax.child(go, "aux") is not None


def _is_first(noun: Token, infinitive: Token) -> bool:
    """'the first state to recognise it', and 'landed, only to surrender'."""
    if noun.pos_ in ("VERB", "AUX"):
        before = infinitive.left_edge
        marks = {before.lower_, before.nbor(-1).lower_ if before.i else ""}
        return infinitive.dep_ == "advcl" and "only" in marks
    return any(kid.tag_ == "JJS" or kid.lower_ in _RANKS or kid.ent_type_ == "ORDINAL" for kid in noun.children)


def _governor(token: Token) -> Token | None:
    """The word whose content the token is."""
    head = token.head
    if token.dep_ in ("xcomp", "ccomp", "acomp", "oprd", "csubj"):
        if token.dep_ == "ccomp" and token.tag_ == "VBD" and not syntax.child(token, "mark", *syntax.SUBJECTS):
            return None  # no clause of its own: a second verb of the sentence that the parser lost
        return head if head != token else None
    if token.dep_ == "pcomp":
        return _behind_whom(head) if head.lower_ not in _BESIDE and head.head != head else None
    if token.dep_ in ("acl", "relcl", "advcl") and is_infinitive(token):
        return head
    if token.dep_ == "acl" and syntax.child(token, "mark"):
        return head  # 'hopes that', 'reports that'
    if token.dep_ == "acl" and _is_participle(token) and head.lemma_.lower() in _PAPERS:
        return head  # 'vetoed a resolution demanding'
    if token.dep_ == "advcl" and _is_participle(token) and token.i > head.i and not syntax.child(token, "mark", "aux"):
        return head
    return None


def _behind_whom(prep: Token) -> Token:
    """What a preposition belongs to: 'gave hints about' speaks of the hints."""
    before = _before(prep)
    return before if before.dep_ == "dobj" and before.head == prep.head and prep.head.lemma_ in _LIGHT else prep.head


# After these an act stands beside what governs it and is not its content.
_BESIDE = frozenset(
    "after before since while besides despite upon on following in by through during when including".split()
) - {"on", "in"}  # fmt: skip


def _divided(token: Token, governor: Token) -> bool:
    """Whether a semicolon stands between: the parser joins what the writer divided."""
    first, last = sorted((token.i, governor.i))
    return any(word.text == ";" for word in token.doc[first:last])


def _denying_preposition(token: Token) -> Token | None:
    """'without consulting', 'instead of attacking', 'rather than surrender', 'far from condemning'."""
    head = token.head
    if token.dep_ == "pcomp":
        if head.lower_ in _DENYING_PREPOSITIONS:
            return head
        return _before(head) if _before(head).lower_ in _INSTEAD else None
    marks = syntax.children(token, "mark", "prep", "advmod")
    than = next((kid for kid in marks if kid.lower_ == "than"), None)
    return than.nbor(-1) if than is not None and than.i and than.nbor(-1).lower_ == "rather" else None


def _joined(token: Token, depth: int) -> Verdict:
    """What a verb shares with the one it is joined to by 'and', 'or' or 'but'.

    A verb with a subject of its own shares nothing but the claim or plan that both are content of; a finite
    one shares no auxiliary ('did not sign but recognised').
    """
    head = syntax.partner(token)
    if _divided(token, head):
        return FACT
    if syntax.child(token, *syntax.SUBJECTS):
        return FACT
    if _same_form(token, head) and all(kid.lower_ == "to" for kid in syntax.children(token, "aux")):
        shared = _verb(head, depth - 1)
        turned = any(kid.dep_ == "cc" and kid.lower_ == "but" for kid in head.children)
        return _inherited(head, depth - 1) if turned and shared.modality is NEGATED else shared
    while head.tag_ in ("VB", "VBG", "VBN") and head.dep_ in ("xcomp", "pcomp", "conj") and head.head != head:
        head = head.head
    return _inherited(head, depth - 1)


def _same_form(token: Token, head: Token) -> bool:
    if token.tag_ == head.tag_:
        return token.tag_ in ("VB", "VBG", "VBN") or condition(head) is not None
    return token.pos_ == "AUX" and head.pos_ == "AUX"


# -- nouns -------------------------------------------------------------------------------------------------


def _noun(noun: Token, depth: int, *, plan: bool = False) -> Verdict:
    """The modality of a noun; *plan*: it only governs the act ('the plan to invade'), it is none itself."""
    described = _described(noun)
    if depth == 0:
        return described
    return _strongest(described, _surrounded(noun, depth, planned=plan or described.modality is not ACTUAL))


def _described(noun: Token) -> Verdict:
    """From the words before a noun: 'a possible', 'the forthcoming', 'the cancelled', 'no'."""
    for kid in noun.children:
        word = kid.lower_
        if kid.i > noun.i or kid.dep_ not in ("amod", "det", "compound", "nmod", "neg", "preconj"):
            continue
        if word in _DROPPED or (kid.dep_ in ("det", "preconj", "neg") and word in ("no", "neither")):
            return verdict_by(NEGATED, kid)
        if word in _PLANNED:
            return verdict_by(HYPOTHETICAL, kid)
        if word in _COMING:
            return verdict_by(FUTURE, kid)
    return FACT


def _surrounded(noun: Token, depth: int, *, planned: bool) -> Verdict:
    """From the verb or preposition that a noun hangs on."""
    head = noun.head
    if noun.dep_ in ("conj", "appos") and head.pos_ in ("NOUN", "PROPN"):
        return _surrounded(head, depth - 1, planned=planned) if depth else FACT
    if noun.dep_ in ("dobj", "nsubjpass"):
        return _undergone(noun, head, depth, planned=planned)
    if noun.dep_ == "nsubj":
        return _doing(noun, head, depth, planned=planned)
    if noun.dep_ == "attr":
        return _verb(head, depth - 1) if syntax.child(head, "expl") else FACT
    if noun.dep_ == "pobj":
        return _behind(head, depth)
    if noun.dep_ in ("xcomp", "pcomp"):
        return _inherited(noun, depth)  # 'denied bombing the site', where the tagger sees a noun
    return FACT


def _undergone(noun: Token, verb: Token, depth: int, *, planned: bool) -> Verdict:
    """A noun that something is done to: 'held talks', 'cancelled the visit', 'proposed a treaty'."""
    if verb.lemma_ in _LIGHT:
        return _verb(verb, depth - 1)
    if planned and verb.lemma_ in _ENDING_PLANS:
        return _through("negated", verb, _verb(verb, depth - 1))
    effect = _effect(verb)
    if effect in ("future", "hypothetical", "negated"):
        return _through(effect, verb, _verb(verb, depth - 1))
    return _possible_if_indefinite(noun, verb)


def _doing(noun: Token, verb: Token, depth: int, *, planned: bool) -> Verdict:
    """A noun that is the subject: 'talks began', 'talks failed to begin', 'the plan came to nothing'."""
    nothing = any(word.lower_ in ("nothing", "naught", "nought") for _, word in syntax.prepositional(verb))
    if planned and nothing and verb.lemma_ == "come":
        return verdict_by(NEGATED, verb)
    clause = syntax.child(verb, "xcomp")
    if clause is not None and (clause.lemma_ in _TAKING_PLACE or syntax.is_passive(clause)):
        return _verb(clause, depth - 1)
    if verb.lemma_ in _TAKING_PLACE and not nothing:
        return _verb(verb, depth - 1)
    return _possible_if_indefinite(noun, verb)


def _possible_if_indefinite(noun: Token, verb: Token) -> Verdict:
    """'A war would ruin them' is no war; 'the war would ruin them' leaves the war as it is."""
    verdict = own(verb)
    definite = any(kid.dep_ == "poss" or kid.lower_ in ("the", "this", "that") for kid in noun.children)
    return verdict if verdict.modality in (FUTURE, HYPOTHETICAL) and not definite else FACT


def _before(word: Token) -> Token:
    return word.nbor(-1) if word.i else word


def _behind(prep: Token, depth: int) -> Verdict:
    """A noun behind a preposition: 'without an agreement', 'hopes of a treaty', 'called for a boycott'."""
    word = prep.head
    if prep.lower_ in _DENYING_PREPOSITIONS or (prep.lower_ == "of" and _before(prep).lower_ in _INSTEAD):
        return verdict_by(NEGATED, prep)
    if word.lower_ in ("event", "case") and word.head.lower_ == "in":
        return verdict_by(HYPOTHETICAL, word)
    if word.pos_ in ("VERB", "AUX"):
        effect = _phrases().get(f"{word.lemma_.lower()} {prep.lower_}")
    else:
        effect = matrix_effect(word) if prep.lower_ in ("of", "for", "to", "on", "against") else None
    if effect in ("future", "hypothetical", "negated"):
        return _through(effect, word, _word(word, depth - 1))
    return FACT


# -- types that carry a will of their own ------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What an act is once its modality is known."""

    type: EventType
    mode: str | None
    cameo: str | None


# CAMEO's codes for the intent to do what would otherwise be an act of the given type.
_INTENTS = {EventType.COOPERATE: "031", EventType.AID: "033", EventType.CONSULT: "036", EventType.SUPPORT: "030"}


def settle(act: Act, modality: Modality) -> Kind:
    """Types that carry a will of their own: future cooperation is AGREE.

    PLOVER manual, 'Auxiliary modes' and AGREE, 'Potential ambiguities': where a category with a future
    mode and a category of its own both fit, the single category is returned.
    """
    if modality is Modality.FUTURE and act.type in _INTENTS:
        return Kind(type=EventType.AGREE, mode=None, cameo=_INTENTS[act.type])
    return Kind(type=act.type, mode=act.entry.mode, cameo=act.entry.cameo)
