"""What: matches the words of a sentence against the codebook and says which act they name.

An act has a trigger (the verb or noun that names it) and the entry of the codebook that fits best. Words
around the trigger are looked up by slot: `obj`, `subj`, `dat`, a preposition, `prt` (particle), `xcomp`,
`ccomp`, `that`, `acomp`, `oprd`. A verb that only carries a noun ('paid a visit', 'held talks') yields to
the noun's meaning through its entry. Which of a sentence's candidate acts are told of as acts of their own
is decided here too: what stands inside another act ('agreed to divide', 'approved the invasion') is its
content, not an event.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from detente.coding import claims, syntax
from detente.coding.matrix import continues, matrix_effect
from detente.coding.who import Cast
from detente.knowledge import codebook
from detente.knowledge.codebook import Condition, Entry
from detente.model import EventType

# Verbs that say when or that something happened, so that their subject is the event: 'the visit took place'.
_HAPPENING = frozenset(
    "take begin start follow lead mark end occur happen continue result come be open culminate prompt trigger "
    "provoke bring produce cause ensue last become increase grow expand decline intensify escalate resume fail "
    "collapse break succeed make contribute allow enable help force stop widen deepen coincide move persuade "
    "induce convince anger alarm surprise shock shake secure seal settle confirm usher halt spur drive compel "
    "doom rage sweep erupt flare mar win strain sour embitter poison damage draw fell".split()
)
_LIGHT = frozenset(
    "make pay hold launch conduct have mount give issue carry stage wage undertake begin open complete finish".split()
)
# Verbs that leave open whether the act they are about will come: 'is weighing a ban'.
_WEIGHING = frozenset("weigh consider mull contemplate plan prepare study debate".split())
_ANNOUNCING = frozenset("announce confirm proclaim commemorate celebrate".split())
# Prepositions and markers that place a noun in time: 'after the invasion of Kuwait'.
_TEMPORAL = frozenset("after following before during since until till upon at in through by with despite".split())
_CONDITIONAL = frozenset({"if", "unless"})
_DEATHS = "180"  # CAMEO's use of unconventional violence, for acts that only name the dead
_MESSAGE = "040"  # CAMEO's consulting, for letters and notes
_SPEECH = frozenset({
    EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.SUPPORT, EventType.AGREE,
    EventType.CONCEDE,
})  # fmt: skip
_CONTENT_LABELS = frozenset({"xcomp", "ccomp", "pcomp"})
# Prepositions that join an act of its own to another: 'by recognizing', 'after signing'.
_JOINING = frozenset("by after before since upon following through while despite besides".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A trigger and the codebook entry that it answers; `refused`: the side will not do what the trigger names."""

    trigger: Token
    entry: Entry
    noun: bool = False
    refused: bool = False

    @property
    def type(self) -> EventType:
        if self.entry.type is None:
            raise ValueError("an entry without type names no act")
        return self.entry.type


def acts(sentence: Span, cast: Cast) -> list[Act]:
    """The acts that a sentence tells of, in the order of their triggers."""
    verbs = {act.trigger.i: act for act in _verb_acts(sentence, cast)}
    nouns = [act for act in _noun_acts(sentence, cast) if not _inside(act.trigger, verbs)]
    told = [act for act in verbs.values() if not (_is_content(act.trigger, verbs) or _is_aside(act, verbs))]
    return sorted((*told, *nouns), key=lambda act: act.trigger.i)


def _verb_acts(sentence: Span, cast: Cast) -> Iterator[Act]:
    for token in sentence:
        if token.pos_ in ("VERB", "AUX") or token.tag_ in ("VBD", "VBN"):
            entry = _best(token, codebook.verbs().get(token.lemma_.lower(), ()), cast)
            if entry and entry.type and claims.is_refused(token, entry.type, cast):
                refusal = replace(entry, name=f"not {entry.name}", type=EventType.REJECT, mode=None, cameo="120")
                yield Act(trigger=token, entry=refusal, refused=True)
            elif entry and entry.type:
                yield Act(trigger=token, entry=entry)


def _noun_acts(sentence: Span, cast: Cast) -> Iterator[Act]:
    for token in sentence:
        if token.pos_ not in ("NOUN", "PROPN") or token.dep_ == "compound":
            continue
        entry = _best(token, codebook.nouns().get(token.lemma_.lower(), ()), cast)
        if entry and entry.type and (_happens(token) or _is_dated(token)):
            yield Act(trigger=token, entry=entry, noun=True)


def _best(trigger: Token, entries: Iterable[Entry], cast: Cast) -> Entry | None:
    """The most specific entry whose conditions hold; entries come sorted."""
    return next((entry for entry in entries if all(_holds(c, trigger, cast) for c in entry.conditions)), None)


def _holds(condition: Condition, trigger: Token, cast: Cast) -> bool:
    said = _SAID.get(condition.slot)
    if said:
        fillers = said(trigger, lambda deed: _kind(deed, cast), cast)
    else:
        fillers = slot(trigger, condition.slot) or _around(trigger, condition)
    met = bool(fillers) and (
        "*" in condition.words
        or any(_lemma_matches(token, condition.words) for token in fillers)
        or any(test(trigger, fillers, cast) for word, test in _TESTS.items() if word in condition.words)
    )
    return met != condition.negated


def _around(trigger: Token, condition: Condition) -> list[Token]:
    """'put its garrisons in the south on alert': the parser hangs 'on alert' on whatever stands before it."""
    if condition.negated or not condition.words.isdisjoint(_TESTS.keys() | {"*"}) or condition.slot in _LABELS:
        return []
    nouns = [*syntax.objects(trigger), *(noun for _, noun in syntax.prepositional(trigger))]
    nouns = [*nouns, *(noun for token in nouns for _, noun in syntax.prepositional(token))]
    return [noun for token in nouns for noun in syntax.arguments(token, condition.slot)]


def _names_actor(_: Token, fillers: list[Token], cast: Cast) -> bool:
    return any(cast.parties(token) for token in fillers)


def _names_organisation(_: Token, fillers: list[Token], cast: Cast) -> bool:
    return any(named.actor.role == "IGO" for token in fillers for named in cast.named_at(token))


def _names_place(_: Token, fillers: list[Token], __: Cast) -> bool:
    """'seized Danzig', 'the Aouzou Strip': ground that is named, whether or not it is a state."""
    return any(token.pos_ == "PROPN" and token.ent_type_ in ("GPE", "LOC", "FAC") for token in fillers)


def _names_other(trigger: Token, fillers: list[Token], cast: Cast) -> bool:
    """'destroyed the Iraqi reactor': what belongs to another than the doer."""
    own = {named.code for token in slot(trigger, "subj") for named in cast.parties(token)}
    return any(named.code not in own for token in fillers for named in cast.parties(token))


# Words of a condition that stand for what a filler names.
_TESTS: dict[str, Callable[[Token, list[Token], Cast], bool]] = {
    "ACTOR": _names_actor, "ORGANISATION": _names_organisation, "PLACE": _names_place, "OTHER": _names_other,
}  # fmt: skip


def _kind(verb: Token, cast: Cast) -> EventType | None:
    entry = _best(verb, codebook.verbs().get(verb.lemma_.lower(), ()), cast)
    return entry.type if entry else None


# Slots that are no prepositions.
_LABELS = frozenset("subj obj dat xcomp ccomp acomp oprd attr that prt xobj csubj npadvmod must fact mod".split())
# Slots that ask what a claim says was done.
_SAID = {"crime": claims.alleged, "denial": claims.denied}


def _lemma_matches(token: Token, words: frozenset[str]) -> bool:
    if token.lemma_.lower() in words or token.lower_ in words:
        return True
    # 'two million dollars of aid', 'a series of talks': the noun behind 'of' counts for a measure.
    if token.lemma_.lower() in _MEASURES:
        of = (*syntax.arguments(token, "of"), *syntax.arguments(token, "in"), *syntax.arguments(token, "worth"))
        return any(_lemma_matches(noun, words) for noun in of)
    # 'Ambassador Grew', 'a protest note': what stands before a name or an empty noun says what it is.
    named = token.pos_ == "PROPN" or token.lower_ in _HEADS
    return named and any(kid.lower_ in words for kid in token.children if kid.dep_ == "compound")


_MEASURES = frozenset(
    "series number round set part million billion dollar ton tonne pound percent wave spate group kind form "
    "variety package amount exchange state thousand hundred year decade".split()
)
_HEADS = frozenset("agreement treaty negotiations program programme facility note letter message plan fire".split())
_TENSED = frozenset({"VBD", "VBZ", "VBN"})
_OBLIGING = frozenset({"must", "should", "ought", "to"})


def slot(trigger: Token, name: str) -> list[Token]:
    """The words that fill a slot of the trigger."""
    if name == "subj":
        return syntax.agents(trigger) if syntax.is_passive(trigger) else syntax.subjects(trigger)
    if name == "obj":
        return syntax.objects(trigger)
    if name == "dat":
        return syntax.datives(trigger)
    if name in ("xcomp", "ccomp", "acomp", "oprd", "attr"):
        return syntax.children(trigger, name)
    if name == "that":
        return [kid for kid in syntax.children(trigger, "ccomp") if syntax.child(kid, "mark")]
    if name == "prt":
        # 'pulled out of Rwanda': the parser takes some particles for prepositions.
        kids = [kid for kid in trigger.children if kid.dep_ != "prep" or syntax.child(kid, "prep")]
        return [kid for kid in kids if kid.dep_ in ("prt", "advmod", "prep")]
    if name == "xobj":
        return [noun for clause in syntax.children(trigger, "xcomp", "ccomp") for noun in _inner(clause)]
    if name == "csubj":
        return [noun for clause in syntax.children(trigger, "ccomp") for noun in _claimed(clause)]
    if name == "npadvmod":
        return syntax.children(trigger, name)
    if name == "must":
        return [kid for kid in syntax.children(trigger, "ccomp") if _is_obliging(kid)]
    if name == "fact":
        return [kid for kid in syntax.children(trigger, "ccomp") if kid.tag_ in _TENSED and not _is_obliging(kid)]
    if name == "mod":
        whose = [trigger] if trigger.pos_ in ("NOUN", "PROPN") else syntax.objects(trigger)
        return [kid for noun in whose for kid in syntax.children(noun, "amod", "compound", "nmod")]
    return [noun for noun in syntax.arguments(trigger, name) if noun.ent_type_ not in ("DATE", "TIME")]


def _inner(clause: Token) -> list[Token]:
    """Whom the act inside a complement is done to: 'refused to recognise Israel'."""
    return [*syntax.objects(clause), *(noun for _, noun in syntax.prepositional(clause))]


def _is_obliging(clause: Token) -> bool:
    """'said that they must leave': what is said is asked for."""
    return any(aux.lower_ in _OBLIGING for aux in syntax.children(clause, "aux"))


def _claimed(clause: Token) -> list[Token]:
    """Whom a claim is about: the doer of the act that it alleges."""
    if syntax.is_passive(clause):
        return syntax.agents(clause) or [noun for _, noun in syntax.prepositional(clause)]
    return [*syntax.subjects(clause), *(noun for _, noun in syntax.prepositional(clause))]


def _happens(noun: Token) -> bool:
    """Whether a noun is told of as something that took place, not merely mentioned."""
    if noun.dep_ in ("ROOT", "appos", "npadvmod"):
        return True
    if noun.dep_ in ("nsubj", "nsubjpass", "attr"):
        return noun.head.lemma_ in _HAPPENING or syntax.is_passive(noun.head)
    if noun.dep_ == "dobj":
        return any(noun.head.lemma_ in verbs for verbs in (_LIGHT, _ANNOUNCING, _WEIGHING))
    if noun.dep_ == "pobj":
        return noun.head.lower_ in _TEMPORAL or noun.head.head.lemma_ == "lead"
    if noun.dep_ == "conj":
        return _happens(noun.head)
    return False


def _is_dated(noun: Token) -> bool:
    """Whether the noun carries a date of its own: 'the alliance of 1902', 'last Thursday's capture'."""
    if noun.dep_ in ("dobj", "attr"):
        return False
    for kid in noun.children:
        if kid.dep_ in ("poss", "compound", "nummod", "npadvmod") and kid.ent_type_ == "DATE":
            return True
        if kid.dep_ == "prep" and any(obj.ent_type_ == "DATE" for obj in syntax.children(kid, "pobj")):
            return True
    return False


def _inside(noun: Token, verbs: dict[int, Act]) -> bool:
    """Whether a noun is an argument of a verb that is itself an act: 'signed an agreement'."""
    token = noun
    while token.dep_ in ("conj", "compound", "appos"):
        token = token.head
    if token.dep_ in ("dobj", "nsubjpass", "attr", "dative", "oprd"):
        return token.head.i in verbs
    if token.dep_ == "nsubj" and token.head.i in verbs:
        conditions = verbs[token.head.i].entry.conditions
        return any(c.slot == "subj" and _lemma_matches(token, c.words) for c in conditions)
    if token.dep_ == "pobj" and (token.head.lower_ not in _TEMPORAL or _answers(token, verbs)):
        return token.head.head.i in verbs or _inside(token.head.head, verbs)
    return False


def _answers(noun: Token, verbs: dict[int, Act]) -> bool:
    """'responded with air attacks': the noun behind the preposition makes the verb the act that it is."""
    act = verbs.get(noun.head.head.i)
    return act is not None and any(c.slot == noun.head.lower_ and not c.negated for c in act.entry.conditions)


def _is_content(verb: Token, verbs: dict[int, Act]) -> bool:
    """Whether a verb only says what another act is about: 'agreed to divide', 'accused them of invading'."""
    token = verb
    while token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX") and token.head.i != token.i:
        if syntax.child(token, *syntax.SUBJECTS):
            break
        token = syntax.partner(token)
    if token.dep_ == "pcomp" and token.head.lower_ in _JOINING:
        return False
    if token.dep_ in _CONTENT_LABELS or (token.dep_ in ("advcl", "acl", "relcl") and _is_infinitive(token)):
        governor = syntax.governor(token)
        while governor is not None:
            if governor.i in verbs:
                return not syntax.is_divided(token, governor)
            if not continues(governor) or _stands_beside(governor):
                return _is_infinitive(token) and token.dep_ in ("advcl", "acl", "relcl")
            governor = syntax.governor(governor)
        return _is_infinitive(token) and token.dep_ in ("advcl", "acl", "relcl")
    return False


def _is_aside(act: Act, verbs: dict[int, Act]) -> bool:
    """Whether an act is only a condition, the toll of an attack, or the carrying of what is told next."""
    verb = act.trigger
    if verb.dep_ == "advcl" and any(kid.lower_ in _CONDITIONAL for kid in syntax.children(verb, "mark")):
        return True
    above = verbs.get(verb.head.i)
    if above and above.type is act.type is EventType.ASSAULT and act.entry.cameo == _DEATHS:
        return verb.dep_ == "advcl" and verb.tag_ == "VBG"
    return act.entry.cameo == _MESSAGE and any(_is_message(verb, other) for other in verbs.values())


def _is_message(verb: Token, act: Act) -> bool:
    """'delivered a note demanding', 'wrote to him proposing': what is said is the act."""
    said = act.trigger
    if act.type not in _SPEECH or said.tag_ != "VBG" or said.i < verb.i:
        return False
    return said.dep_ in ("advcl", "acl", "pcomp") and syntax.governor(said) == verb


def _stands_beside(clause: Token) -> bool:
    """Whether a clause stands beside its governor, not in it: 'lent money as it began to arm'; a fear is a reason."""
    beside = clause.dep_ not in _CONTENT_LABELS
    return beside and (clause.dep_ != "advcl" or matrix_effect(clause) != "hypothetical")


def _is_infinitive(verb: Token) -> bool:
    return any(kid.lower_ == "to" and kid.dep_ == "aux" for kid in verb.children)
