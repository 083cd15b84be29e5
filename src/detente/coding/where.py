"""Where: the place of an act, not every place in its sentence.

A place is an act's in one of four ways:

1. It stands behind a preposition of place on the trigger, on the trigger's object or subject, or on the verb that
   carries the trigger: 'signed at Portsmouth', 'talks with Cairo in Geneva', 'crowds in Lima marched'. Prepositions
   that can also name a party ask for a verb that goes with a place: 'sailed to Havana' but not 'protested to London',
   'fired on Quemoy' but not 'sanctions on Havana'.
2. It is the object of an act that is done to ground: 'bombed Hanoi', 'the siege of Leningrad'.
3. It names the meeting or the paper: 'the Panmunjom armistice', 'at the Congress of Vienna'.
4. A journey leads to the act or is what the act is about: 'flew to Vienna to meet Kennedy', 'went to Tehran, where
   he signed', 'ordered to leave Malta'.

A capital that stands for its government is no place, nor is a state that only suffers the act. What somebody says,
supports or recognizes happens elsewhere than where he speaks, so such verbs give no place through their object.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from detente.coding import syntax
from detente.knowledge import places
from detente.knowledge.places import Place
from detente.knowledge.tables import rows

_PLAIN = frozenset(
    "in at near off outside inside within aboard around along across through throughout into beyond onto above "
    "below beneath beside opposite".split()
)
_GOING = frozenset("to from toward towards for of via".split())
_AIMED = frozenset({"on", "upon", "against"})
_DESCENT = frozenset("with between by to among before from for at in of over aboard".split())
_KINDS = frozenset({"GPE", "LOC", "FAC"})
_NAMING = frozenset({"compound", "amod", "nmod", "nummod"})
_DEPTH = 3  # nouns between an act and its place: 'met with the envoy of the king in Fez'

Test = Callable[[Place], bool]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A word that may name the place, and what the place must be for it."""

    token: Token
    test: Test


def where(trigger: Token, on: dt.date | None) -> list[tuple[Span, Place]]:
    """Places of an act: the words of each and what the gazetteer knows of it as of the date."""
    found: list[tuple[Span, Place]] = []
    for candidate in _candidates(trigger):
        named = named_place(candidate.token, on)
        if named is None or not candidate.test(named[1]):
            continue
        if not any(named[0].start < span.end and span.start < named[0].end for span, _ in found):
            found.append(named)
    return sorted(_exact(found), key=lambda one: one[0].start)


def _exact(found: list[tuple[Span, Place]]) -> list[tuple[Span, Place]]:
    """Without the countries in which another of the places lies."""
    within = {place.country for _, place in found if place.kind != "country"}
    return [(span, place) for span, place in found if place.kind != "country" or place.country not in within]


def _candidates(trigger: Token) -> Iterator[_Candidate]:
    own = [*_in_name(trigger), *_as_ground(trigger), *_around(trigger)]
    yield from own
    yield from _carrier(trigger) if trigger.pos_ in ("NOUN", "PROPN") else _clause(trigger, bool(own))


# -- behind prepositions ---------------------------------------------------------------------------------


def _around(trigger: Token) -> Iterator[_Candidate]:
    """Places behind the prepositions of the trigger, of its objects and of its subjects."""
    speaks = _is(trigger, "word")
    yield from _phrases(trigger, trigger, 1 if speaks else _DEPTH)
    for noun in (*syntax.objects(trigger), *syntax.datives(trigger)):
        if not speaks or _is(noun, "posted"):
            yield from _inside(noun, trigger, _DEPTH - 1)
        if not speaks:
            yield from _as_ground(noun) if noun.pos_ == "NOUN" else ()
            yield from _in_name(noun) if _is(trigger, "held") else ()
    if trigger.pos_ in ("VERB", "AUX"):
        for noun in syntax.subjects(trigger):
            yield from _beside_subject(noun)


def _beside_subject(noun: Token) -> Iterator[_Candidate]:
    if noun.pos_ == "PRON" or _is(noun, "government") or noun.ent_type_ in _KINDS:
        return
    for preposition, place in syntax.prepositional(noun):
        if preposition in ("in", "at"):
            yield _Candidate(place, _is_no_country)


def _phrases(host: Token, verb: Token, depth: int) -> Iterator[_Candidate]:
    """Places behind the prepositions of *host*; *verb* decides which prepositions are of place."""
    for preposition, noun in _prepositional(host):
        test = _test(preposition, host, verb)
        if test is not None:
            yield from _ground(noun, test)
        if preposition in _DESCENT and (depth > 1 or _is(noun, "posted")):
            yield from _inside(noun, verb, depth - 1)


def _inside(noun: Token, verb: Token, depth: int) -> Iterator[_Candidate]:
    """Places behind the prepositions of a noun that takes part in the act."""
    if depth < 0 or (_is(noun, "government") and not _is(verb, "hand")):
        return
    yield from _phrases(noun, verb, depth)
    for kid in syntax.children(noun, "appos"):
        if _is(kid, "posted"):
            yield from _phrases(kid, verb, 1)


def _prepositional(host: Token) -> Iterator[tuple[str, Token]]:
    yield from syntax.prepositional(host)
    for adverb in syntax.children(host, "advmod", "prt"):
        yield from syntax.prepositional(adverb)


def _test(preposition: str, host: Token, verb: Token) -> Test | None:
    """What a place behind the preposition must be; None if the preposition is not of place here."""
    if preposition in _PLAIN:
        return _is_any
    if preposition == "of" and host.pos_ != "VERB":
        return _is_any if _is(host, "ground") else None
    if preposition in _GOING:
        return _is_any if _is(host, "motion") or (_is(verb, "motion") and _is(host, "mover")) else None
    if preposition in _AIMED:
        return _is_no_country if _is(verb, "aimed") or _is(host, "aimed") else None
    if preposition == "over":
        return _is_any if _is(verb, "air") or _is(host, "air") else None
    return None


def _ground(noun: Token, test: Test) -> Iterator[_Candidate]:
    """The noun behind a preposition, or the name that a common noun leads to: 'in the port of Odessa'."""
    yield _Candidate(noun, test)
    if _is(noun, "ground"):
        for kid in syntax.children(noun, "appos", "compound", "nmod"):
            yield _Candidate(kid, test)
        for _, place in syntax.prepositional(noun):
            yield from _ground(place, test)
        return
    yield from _in_name(noun)
    for kid in syntax.children(noun, "compound"):  # 'In Vienna Kennedy met ...', taken for one name
        if noun.ent_type_ == "PERSON" and kid.ent_type_ in _KINDS:
            yield _Candidate(kid, test)


# -- as object, in a name --------------------------------------------------------------------------------


def _as_ground(trigger: Token) -> Iterator[_Candidate]:
    """The object of an act that is done to ground."""
    if not _is(trigger, "site"):
        return
    nouns = syntax.arguments(trigger, "of") if trigger.pos_ == "NOUN" else syntax.objects(trigger)
    for noun in nouns:
        yield from _ground(noun, _is_no_country)
    if trigger.pos_ == "NOUN":
        yield from (_Candidate(kid, _is_no_country) for kid in syntax.children(trigger, "compound"))


def _in_name(noun: Token) -> Iterator[_Candidate]:
    """The town that a meeting or a paper is named for."""
    if not _is(noun, "assembly"):
        return
    for kid in (*syntax.children(noun, "compound", "nmod"), *syntax.arguments(noun, "of")):
        yield _Candidate(kid, _is_town)


# -- around the trigger's clause -------------------------------------------------------------------------


def _carrier(noun: Token) -> Iterator[_Candidate]:
    """Places on the verb that carries a noun, and on the participle that says where it was held."""
    for kid in syntax.children(noun, "acl", "relcl"):
        if _is(kid, "held"):
            yield from _phrases(kid, kid, 1)
    if noun.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass", "attr", "conj"):
        verb = syntax.governor(noun)
        if verb is not None and not _is(verb, "word"):
            yield from _phrases(verb, verb, 1)


def _clause(verb: Token, placed: bool) -> Iterator[_Candidate]:
    """Places that the clause around a verb gives it: 'where', a journey, what stands in front of joined verbs."""
    head = verb.head
    if verb.dep_ == "relcl" and any(kid.lower_ == "where" for kid in syntax.children(verb, "advmod")):
        yield from _ground(head, _is_any)
    if (
        verb.dep_ in ("advcl", "xcomp")
        and _is(head, "motion")
        and any(kid.lower_ == "to" for kid in syntax.children(verb, "aux"))
    ):
        yield from _phrases(head, head, 1)
        yield from _as_ground(head)
    for kid in syntax.children(verb, "xcomp", "ccomp"):
        if _is(verb, "order") and _is(kid, "motion"):
            yield from _phrases(kid, kid, 1)
            yield from _as_ground(kid)
    if verb.dep_ == "conj" and not placed:
        for preposition, noun in syntax.prepositional(head):
            if preposition in ("in", "at") and noun.i < head.i:
                yield from _ground(noun, _is_any)


# -- names -----------------------------------------------------------------------------------------------


def named_place(token: Token, on: dt.date | None) -> tuple[Span, Place] | None:
    """The longest name around the token that the gazetteer knows."""
    if token.dep_ == "appos" and token.head.pos_ == "NOUN" and not _is(token.head, "ground"):
        return None  # 'the cruiser General Belgrano'
    for start, end in _spans(token):
        span = token.doc[start:end]
        place = places.locate(span.text, on)
        if place is not None:
            return span, place
    return None


def _spans(token: Token) -> Iterator[tuple[int, int]]:
    """Where a name that holds the token may begin and end, the longest first."""
    if token.ent_type_ == "DATE" and token.lower_ != "parallel":
        return
    if not (token.text[0].isupper() or token.lower_ == "parallel"):
        return
    starts = _starts(token)
    last = max((noun.i for noun in syntax.arguments(token, "of")), default=token.i) + 1
    if last > token.i + 1:  # 'Bay of Pigs'
        yield from ((start, last) for start in starts)
    for entity in token.sent.ents:
        if entity.start <= token.i < entity.end and entity.label_ in _KINDS and starts[-1] <= entity.start:
            yield entity.start + (entity[0].pos_ == "DET"), entity.end
    yield from ((start, token.i + 1) for start in starts)


def _starts(token: Token) -> list[int]:
    """Where a name that ends at the token may begin: a part of it does not stand for the whole.

    Adjectives and kinds of ground may be left away ('eastern Katanga', 'the port city Odessa'), other words
    before it may not: the 'Nuclear Security Summit' is not held in Summit, Illinois.
    """
    first = token.i
    while first > token.sent.start and _belongs(token.doc[first - 1], token):
        first -= 1
    starts = [first]
    while first < token.i and _may_go(token.doc[first]):
        first += 1
        starts.append(first)
    return starts


def _belongs(word: Token, name: Token) -> bool:
    return word.text in ("-", "–") or (word.dep_ in _NAMING and word.i < word.head.i <= name.i)


def _may_go(word: Token) -> bool:
    if word.text in ("-", "–") or word.nbor().text in ("-", "–"):
        return False
    return word.pos_ in ("ADJ", "NUM", "VERB", "ADV") or word.ent_type_ == "NORP" or _is(word, "ground")


def _is_any(_: Place) -> bool:
    return True


def _is_no_country(place: Place) -> bool:
    return place.kind != "country"


def _is_town(place: Place) -> bool:
    return place.kind in ("city", "site", "base")


# -- words -----------------------------------------------------------------------------------------------


def _is(token: Token, group: str) -> bool:
    words = _classes()[group]
    return token.lemma_.lower() in words or (token.pos_ == "PROPN" and token.lower_.removesuffix("s") in words)


@functools.cache
def _classes() -> dict[str, frozenset[str]]:
    return {row["class"]: frozenset(row["words"].split()) for row in rows("place_words.csv")}
