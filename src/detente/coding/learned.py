"""Acts that no line of the codebook names: the learned coder reads the clauses in which one side meets another.

It is asked only where the codebook is silent: a verb that tells something of its own, with one actor as subject
and another as object or behind a preposition. That is rare (two or three clauses a page), so that the model costs
little, and its answer counts only where it is sure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from detente.coding import syntax
from detente.coding.classifier import Reading, classify
from detente.coding.marked import Bounds, Marked
from detente.coding.what import Act, is_known
from detente.coding.who import Cast, Named
from detente.knowledge import crosswalk
from detente.knowledge.codebook import VERB_TARGET, Entry

SURE = 0.9  # least confidence at which an act is taken from the model alone
_TELLING = frozenset({"ROOT", "conj"})
# Prepositions behind which the other side of an act stands; behind 'in' or 'after' stand place and time.
_TOWARDS = frozenset("to with against on upon from at toward towards over".split())
# Verbs that tell of a state of things.
_STATIVE = frozenset("be have become remain include contain consist seem appear belong contribute result".split())


def acts(sentence: Span, cast: Cast, told: Sequence[Act]) -> Iterator[Act]:
    """The acts that the model reads in clauses where the codebook is silent; *told* are those that it has found."""
    carried = {governor.i for act in told if act.noun and (governor := syntax.governor(act.trigger))}
    for verb in sentence:
        if verb.pos_ != "VERB" or verb.dep_ not in _TELLING or verb.lemma_ in _STATIVE:
            continue
        if verb.i in carried or is_known(verb, cast):
            continue
        source, target = _sides(verb, cast)
        if source and target:
            (reading,) = classify([_marked(sentence, verb, source[0], target[0])])
            if reading.type is not None and reading.confidence >= SURE:
                yield Act(trigger=verb, entry=_entry(reading), learned=round(reading.confidence, 2))


def _sides(verb: Token, cast: Cast) -> tuple[list[Named], list[Named]]:
    """Who stands as subject of the verb, and who else stands about it."""
    source = [named for noun in syntax.subjects(verb) for named in cast.parties(noun)]
    codes = frozenset(named.code for named in source)
    if not source:
        return [], []
    about = [*syntax.objects(verb), *(noun for word, noun in syntax.prepositional(verb) if word in _TOWARDS)]
    return source, [named for noun in about for named in cast.parties(noun, True, but=codes)]


def _marked(sentence: Span, verb: Token, source: Named, target: Named) -> Marked:
    return Marked(
        sentence=sentence.text,
        source=_bounds(sentence, source.start, source.end),
        target=_bounds(sentence, target.start, target.end),
        trigger=_bounds(sentence, verb.i, verb.i + 1),
    )


def _bounds(sentence: Span, start: int, end: int) -> Bounds | None:
    """Character offsets in the sentence of words of its paragraph; None if they are not its own."""
    if not sentence.start <= start < end <= sentence.end:
        return None
    words = sentence.doc[start:end]
    return words.start_char - sentence.start_char, words.end_char - sentence.start_char


def _entry(reading: Reading) -> Entry:
    """A line as the codebook might have it for this act."""
    mode = reading.mode if reading.type and reading.mode in crosswalk.modes(reading.type) else None
    return Entry(
        name="learned coder", conditions=(), type=reading.type, mode=mode, cameo=None,
        contexts=reading.contexts, source=("subj",), target=tuple(VERB_TARGET),
    )  # fmt: skip
