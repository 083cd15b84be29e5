"""Whom: which of the actors named about an act did it, and to whom it was done.

Verbs take the slots of their codebook entry; nouns take one of three frames. What the sentence leaves open
is taken from the discourse only where the act is one between two sides, and the explanation says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from detente.coding import syntax
from detente.coding.memory import Actor
from detente.coding.what import Act, slot
from detente.coding.where import named_place
from detente.coding.who import Cast, Named
from detente.knowledge.codebook import word_classes
from detente.knowledge.places import Place
from detente.model import EventType

# Slots of nouns, by frame: doer, then sufferer.
_FRAMES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "on": (("poss", "by", "mod", "from"), ("of", "on", "against", "upon", "to", "into", "in", "with", "for", "at")),
    "of": (("poss", "by", "of", "mod", "from"), ("to", "against", "on", "with", "for", "into", "in", "from", "at")),
    "by": (("by",), ("poss", "of", "mod")),
    "both": (("poss", "between", "of", "mod", "by", "among"), ("with", "to", "against", "on", "for", "and")),
}  # fmt: skip
# Acts that are done to another side, so that a second actor of the sentence must be the missing one.
_NEEDS_OTHER = frozenset({
    EventType.AID, EventType.SANCTION, EventType.COERCE, EventType.ASSAULT, EventType.COOPERATE,
})  # fmt: skip
# Acts that a side does by itself: nobody is missing where no other side is named.
_ALONE = frozenset({EventType.MOBILIZE, EventType.PROTEST, EventType.RETREAT})
# What a state moves is its own: 'German troops were landed', 'an envoy was sent'.
_OWN_MEANS = frozenset({EventType.MOBILIZE, EventType.RETREAT, EventType.CONSULT})
_DEATHS = "180"  # CAMEO's use of unconventional violence, for acts that only name the dead
# What stands between two sides, so that both are meant where none is named: 'relations were resumed'.
_BETWEEN = word_classes()["agreement"] | {"amendment", "relation", "relations", "tie", "link"}
_BREAK = "161"  # CAMEO's reducing of relations: the ambassador that is recalled is one's own
_PROMISES = frozenset({"030", "033", "035"})  # CAMEO's intents, which need no partner: 'vowed to hold elections'
_WHERE = frozenset({"in", "at", "near", "outside", "across", "through"})
_FIRMS = frozenset({"BUS", "MNC"})
# Acts of authorities on their own people, where nobody else is named: 'was arrested'.
_DOMESTIC_MODES = frozenset({"arrest", "convict"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Source and target of an act, each with the words that named them; `how` explains what was inferred."""

    source: tuple[Named, ...]
    target: tuple[Named, ...]
    how: str = ""

    @property
    def actors(self) -> tuple[Actor, ...]:
        return tuple(named.actor for named in (*self.source, *self.target))

    def unnamed(self) -> Parties:
        """The same parties where no words name them."""
        source, target = (tuple(replace(n, start=0, end=0) for n in side) for side in (self.source, self.target))
        return Parties(source=source, target=target)

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(actor.code for actor in self.actors)


def parties(act: Act, cast: Cast, sentence: Span, attack: Parties | None = None) -> Parties | None:
    """Who did it to whom; None if nobody can be named as a party.

    *attack* are the parties of the attack that the sentence before told of: 'All passengers died' is about it.
    """
    found = _noun_parties(act, cast) if act.noun else _verb_parties(act, cast)
    if not found.source and not found.target and act.entry.cameo == _DEATHS:
        return attack and replace(attack, how="the attack just told of")
    if not act.noun and syntax.is_passive(act.trigger):
        found = _complete_passive(found, act, cast, sentence)
    if not found.source and not act.noun and act.type is EventType.PROTEST:
        found = replace(found, source=_locals(act, cast))
    if not found.codes and not act.noun and act.type.reciprocal and _is_between(act, "subj"):
        found = _discourse_pair(cast, act)
    if found.source and not found.target:
        found = _complete_target(found, act, cast)
    if not found.source and not found.target:
        return None
    return _reciprocal(found, act)


def _verb_parties(act: Act, cast: Cast) -> Parties:
    source = _first(act.trigger, act.entry.source, cast, frozenset(), wide=False)
    if not source and act.trigger.dep_ in ("acl", "relcl") and "subj" in act.entry.source:
        source = _author(act.trigger, cast)
    source = _other_doer(source, act, cast)
    codes = frozenset(named.code for named in source)
    target = _first(act.trigger, act.entry.target, cast, codes, wide=True) or _own_people(act, cast)
    if act.type.reciprocal:
        target = tuple(named for named in target if not _is_opposed(named, act.trigger))
    return Parties(source=source, target=target)


def _other_doer(source: tuple[Named, ...], act: Act, cast: Cast) -> tuple[Named, ...]:
    """'feared that Peru would fall, and so supported Peru': nobody acts on himself, so whoever acts stands above."""
    verb = act.trigger
    done_to = {named.code for token in slot(verb, "obj") for named in cast.named_at(token)}
    if syntax.child(verb, *syntax.SUBJECTS) or syntax.is_passive(verb) or not source:
        return source
    governor = syntax.governor(verb)
    while {named.code for named in source} <= done_to and governor is not None:
        above = [named for token in syntax.subjects(governor) for named in cast.parties(token)]
        source = _distinct(above) or source
        governor = syntax.governor(governor)
    return source


def _is_opposed(named: Named, verb: Token) -> bool:
    """'formed an alliance against Russia': whom an agreement is aimed at is no party to it."""
    return any(token.lower_ == "against" for token in syntax.path_to(verb.doc[named.start], verb))


def _own_people(act: Act, cast: Cast) -> tuple[Named, ...]:
    """'dismissed his general', 'criticised his predecessors': people of the doer's own state."""
    if act.type.reciprocal or act.type in _ALONE or act.entry.cameo == _BREAK:
        return ()
    people = [token for token in slot(act.trigger, "obj") if cast.is_person(token)]
    return _distinct([named for token in people for named in cast.parties(token)])


def _author(verb: Token, cast: Cast) -> tuple[Named, ...]:
    """'The Council passed a resolution demanding ...': whoever made the text is who demands."""
    governor = syntax.governor(verb)
    if governor is None:
        return ()
    makers = syntax.agents(governor) if syntax.is_passive(governor) else syntax.subjects(governor)
    return _distinct([named for token in makers for named in cast.parties(token)])


def _noun_parties(act: Act, cast: Cast) -> Parties:
    doers, sufferers = _FRAMES[act.entry.frame]
    source = _first_noun(act.trigger, doers, cast, frozenset()) or _carrier(act, cast)
    if act.type.reciprocal and len({named.code for named in source}) == 1:
        source = _distinct([*source, *_carrier(act, cast)])
    if not source and act.type is EventType.PROTEST:
        source = _scene(act.trigger, cast)
    codes = frozenset(named.code for named in source)
    target = _first_noun(act.trigger, sufferers, cast, codes)
    if not target and act.type is EventType.REQUEST:
        target = _moved(act.trigger, codes, cast)
    return Parties(source=source, target=target)


def _locals(act: Act, cast: Cast) -> tuple[Named, ...]:
    """'A crowd stoned the consulate in Abidjan': those who rise are the people of the place."""
    for token in act.trigger.subtree:
        named = named_place(token, cast.on) if token.dep_ == "pobj" and token.head.lower_ in _WHERE else None
        if named and named[1].country:
            return (_of_place(*named),)
    return ()


def _of_place(span: Span, place: Place) -> Named:
    actor = Actor(code=place.country or "", name=span.text, how=f"'{span.text}' belonged to {place.country}")
    return Named(actor=actor, start=span.start, end=span.end)


def _scene(noun: Token, cast: Cast) -> tuple[Named, ...]:
    """'Revolts broke out in Cuba', 'riots shook Seoul': those who rise are the people of the place."""
    governor = syntax.governor(noun)
    if governor is None or noun.dep_ not in ("nsubj", "nsubjpass"):
        return ()
    places = [*syntax.arguments(governor, "in"), *syntax.arguments(governor, "across")]
    places += [] if syntax.is_passive(governor) else syntax.objects(governor)
    return _distinct([named for token in places for named in cast.parties(token)])


def _moved(noun: Token, but: frozenset[str], cast: Cast) -> tuple[Named, ...]:
    """'At Kabul's request, Moscow sent advisers': who acts on a request is who was asked."""
    governor = syntax.governor(noun)
    if governor is None or noun.dep_ != "pobj" or noun.head.lower_ != "at":
        return ()
    doers = syntax.agents(governor) if syntax.is_passive(governor) else syntax.subjects(governor)
    return _distinct([named for token in doers for named in cast.parties(token) if named.code not in but])


def _first(
    verb: Token, slots: tuple[str, ...], cast: Cast, but: frozenset[str], wide: bool
) -> tuple[Named, ...]:  # fmt: skip
    for name in slots:
        fillers = slot(verb, name) or (_behind_objects if wide else _around)(verb, name)
        named = [n for token in fillers for n in cast.parties(token, wide, but=but)]
        found = [n for n in named if n.code not in but]
        if found:
            return _distinct(found)
    return ()


def _behind_objects(verb: Token, prep: str) -> list[Token]:
    """'lifted the embargo against Libya', 'halted sales of oil to Serbia': what hangs on the object belongs to it."""
    nouns = slot(verb, "obj")
    nouns = [*nouns, *(noun for token in nouns for noun in syntax.arguments(token, "of"))]
    return [noun for token in nouns for noun in syntax.arguments(token, prep)]


def _around(verb: Token, prep: str) -> list[Token]:
    """'threw stones at the embassy in Jakarta': the place stands behind what hangs on the verb."""
    nouns = [*slot(verb, "obj"), *(noun for _, noun in syntax.prepositional(verb))]
    return [noun for token in nouns for noun in syntax.arguments(token, prep)]


def _first_noun(noun: Token, slots: tuple[str, ...], cast: Cast, but: frozenset[str]) -> tuple[Named, ...]:
    for name in slots:
        found = [n for token in _noun_slot(noun, name) for n in cast.parties(token, True, but=but)]
        if found:
            return _distinct(found)
    return ()


def _noun_slot(noun: Token, name: str) -> list[Token]:
    if name == "poss":
        return syntax.children(noun, "poss")
    if name == "mod":
        kids = syntax.children(noun, "amod", "compound", "nmod")
        return [part for kid in kids for part in _parts(kid)]
    return syntax.arguments(noun, name)


def _parts(modifier: Token) -> list[Token]:
    """'the Iran-Iraq war': both names of a joined modifier."""
    return [*syntax.coordinated(modifier), *syntax.children(modifier, "compound", "amod", "nmod")]


def _carrier(act: Act, cast: Cast) -> tuple[Named, ...]:
    """The subject of a verb that carries the noun: 'Egypt launched an attack', 'worked on it through a summit'."""
    noun = act.trigger
    if noun.dep_ == "dobj" and not syntax.is_passive(noun.head):
        return _distinct([n for token in syntax.subjects(noun.head) for n in cast.parties(token)])
    governor = syntax.governor(noun)
    if noun.dep_ in ("pobj", "conj") and act.type.reciprocal and governor is not None:
        return _distinct([n for token in syntax.subjects(governor) for n in cast.parties(token)])
    return ()


# -- what the sentence leaves open ---------------------------------------------------------------------------


def _complete_passive(found: Parties, act: Act, cast: Cast, sentence: Span) -> Parties:
    """The doer of a passive without 'by'."""
    if found.source:
        return found
    if act.type in _OWN_MEANS and act.entry.mode != "release":
        moved = _first(act.trigger, ("obj",), cast, frozenset(), wide=False)
        target = tuple(named for named in found.target if named.code not in {n.code for n in moved})
        return replace(found, source=moved, target=target)
    if _is_between(act, "obj") and len(found.codes) > 1:
        return replace(found, source=found.target, target=())
    if found.target and (act.type in _NEEDS_OTHER or act.entry.mode == "release"):
        return _unnamed_doer(found, act, cast, sentence)
    if (act.type.reciprocal or _is_between(act, "obj")) and not found.target:
        return _discourse_pair(cast, act)
    if act.type.reciprocal and len(found.codes) == 1:
        return _other_side(replace(found, source=found.target, target=()), act, cast)
    return found


def _is_between(act: Act, name: str) -> bool:
    return any(token.lemma_.lower() in _BETWEEN for token in slot(act.trigger, name))


def _other_side(found: Parties, act: Act, cast: Cast) -> Parties:
    """'Relations and the American embassy in Oslo were opened': both sides stand in what was opened."""
    words = [token for noun in slot(act.trigger, "obj") for token in noun.subtree]
    inside = _distinct([n for token in words for n in cast.named_at(token) if n.code not in found.codes])
    return replace(found, target=inside[:1]) if inside else _discourse_partner(found, cast)


def _unnamed_doer(found: Parties, act: Act, cast: Cast, sentence: Span) -> Parties:
    """'was shot down over Soviet territory': the only other state of the sentence, or the one opposite, did it."""
    codes = {named.code for named in found.target}
    others = {n.code: n for n in cast.states_in(sentence) if n.code not in codes and n.actor.role not in _FIRMS}
    if len(others) == 1:
        (doer,) = others.values()
        return replace(found, source=(doer,), how=f"no doer named; '{doer.actor.name}' is the only other actor here")
    if not others and act.entry.mode in _DOMESTIC_MODES:
        own = found.target[:1]
        return replace(found, source=own, how=f"no doer named; taken as the authorities of {own[0].code}")
    return found


def _complete_target(found: Parties, act: Act, cast: Cast) -> Parties:
    """The other side where no slot names it: an actor named within the act, else the one opposite before."""
    codes = {named.code for named in found.source}
    if act.type in _ALONE or "none" in act.entry.target or (act.type.reciprocal and len(codes) > 1):
        return found
    inside = _addressee(act, codes, cast) or _named_within(act.trigger, frozenset(codes), cast)
    inside = inside or _governing(act, codes, cast)
    inside = inside or _holder_of_ground(act, codes, cast)
    if inside:
        return replace(found, target=inside)
    if act.noun or act.type is EventType.REQUEST or act.entry.cameo in _PROMISES or _is_spelt_out(act, cast):
        return found
    return _discourse_partner(found, cast)


def _is_spelt_out(act: Act, cast: Cast) -> bool:
    """'encouraged the imperial powers': people are named as the other side, only not known as a party."""
    if act.entry.cameo == _BREAK:
        return False
    return any(noun.pos_ in ("NOUN", "PROPN") and cast.is_person(noun) for noun in slot(act.trigger, "obj"))


def _addressee(act: Act, but: set[str], cast: Cast) -> tuple[Named, ...]:
    """'handed Egypt a note asking for', 'wrote to Mao proposing': who got the message."""
    governor = syntax.governor(act.trigger)
    if act.noun or act.trigger.tag_ != "VBG" or act.trigger.dep_ not in ("acl", "advcl", "pcomp") or governor is None:
        return ()
    nouns = [*slot(governor, "dat"), *slot(governor, "to")]
    return _distinct([n for token in nouns for n in cast.parties(token) if n.code not in but])


def _governing(act: Act, but: set[str], cast: Cast) -> tuple[Named, ...]:
    """'As China joined the sanctions, Korea ...': the subject of the clause that the act explains."""
    if act.noun or act.trigger.dep_ not in ("advcl", "pcomp"):
        return ()
    governor = syntax.governor(act.trigger)
    subjects = syntax.subjects(governor) if governor is not None else []
    return _distinct([n for token in subjects for n in cast.parties(token) if n.code not in but])


def _holder_of_ground(act: Act, but: set[str], cast: Cast) -> tuple[Named, ...]:
    """'shelled Alexandria', 'flew to Marrakesh': whoever held the ground is who is attacked or visited."""
    visit = act.entry.mode == "visit" and not act.noun
    if act.type not in (EventType.ASSAULT, EventType.COERCE) and not visit:
        return ()
    for token in (ground for name in _grounds(act) for ground in _ground(act, name)):
        named = named_place(token, cast.on)
        if named and named[1].country and named[1].country not in but:
            return (_of_place(*named),)
    return ()


def _grounds(act: Act) -> tuple[str, ...]:
    if act.noun:
        return _FRAMES[act.entry.frame][1]
    if act.entry.mode == "visit":
        return ("to", "in", "at")
    return ("obj",) if slot(act.trigger, "obj") else ("in", "at", "on")


def _ground(act: Act, name: str) -> list[Token]:
    nouns = _noun_slot(act.trigger, name) if act.noun else slot(act.trigger, name)
    return [noun for noun in nouns if noun.pos_ == "PROPN" and noun.ent_type_ != "PERSON"]


def _named_within(trigger: Token, but: frozenset[str], cast: Cast) -> tuple[Named, ...]:
    """The first other actor that the words under the trigger name after it."""
    clauses = [kid for kid in trigger.subtree if kid.i > trigger.i and kid.dep_ == "relcl"]
    clauses += [kid for kid in syntax.children(trigger, "conj") if kid.pos_ == "VERB"]
    beside = {token.i for clause in clauses for token in clause.subtree}
    for token in trigger.subtree:
        if token.i <= trigger.i or token.i in beside or token.ent_type_ in ("DATE", "TIME"):
            continue
        found = [named for named in cast.named_at(token) if named.code not in but]
        if found:
            return _distinct(found)
    return ()


def _discourse_pair(cast: Cast, act: Act) -> Parties:
    start = act.trigger.i
    named = tuple(Named(actor=actor, start=start, end=start) for actor in cast.memory.pair())
    return Parties(source=named, target=(), how="the sentence names no party; these two were spoken of before")


def _discourse_partner(found: Parties, cast: Cast) -> Parties:
    partner = cast.memory.partner(frozenset(named.code for named in found.source))
    if partner is None or len({named.code for named in found.source}) > 1:
        return found
    start = found.source[0].start
    other = Named(actor=partner, start=start, end=start)
    return replace(found, target=(other,), how=f"the other side, {partner.name}, comes from an earlier sentence")


def _reciprocal(found: Parties, act: Act) -> Parties:
    """All parties of a reciprocal event stand in source (PLOVER manual); a visit or a delivery keeps its direction."""
    if act.type is EventType.AGREE or (act.type is EventType.CONSULT and act.entry.mode is None):
        both = _distinct([*found.source, *found.target])
        return replace(found, source=both, target=())
    return found


def _distinct(found: list[Named]) -> tuple[Named, ...]:
    return tuple({named.code: named for named in reversed(found)}.values())[::-1]
