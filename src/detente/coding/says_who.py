"""Says who: whose claim it is, where the text reports a claim rather than a fact.

The speaker is the subject of the verb of saying above the act, or the party after 'according to'. Quoted
sentences without a verb of saying of their own belong to whoever spoke last.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from detente.coding import syntax
from detente.coding.what import matrix_effect
from detente.coding.who import Cast, Named


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A speaker and the verb or phrase that marks what is said as theirs."""

    speaker: Named
    how: str


def says_who(trigger: Token, cast: Cast) -> Claim | None:
    """Who says that the act happened, if the text does not say so itself."""
    token = trigger
    while token.head != token:
        head = token.head
        if token.dep_ in ("ccomp", "parataxis") and matrix_effect(head) == "said":
            return _claim(head, cast)
        token = head
    for kid in (*token.children, *trigger.children):
        if kid.dep_ in ("ccomp", "parataxis", "advcl") and matrix_effect(kid) == "said" and _is_aside(kid):
            return _claim(kid, cast)
    return _according(token, cast) or _according(trigger, cast)


def _is_aside(verb: Token) -> bool:
    """'..., the ministry said': a verb of saying without a clause of its own."""
    return syntax.child(verb, "ccomp", "dobj", "xcomp") is None and syntax.child(verb, "nsubj") is not None


def _claim(verb: Token, cast: Cast) -> Claim | None:
    subjects = syntax.agents(verb) if syntax.is_passive(verb) else syntax.subjects(verb)
    named = [item for subject in subjects for item in cast.parties(subject)]
    return Claim(speaker=named[0], how=f"'{verb.text}'") if named else None


def _according(token: Token, cast: Cast) -> Claim | None:
    for kid in token.children:
        if kid.lower_ == "according":
            for part in kid.children:
                for noun in syntax.children(part, "pobj"):
                    named = cast.parties(noun)
                    if named:
                        return Claim(speaker=named[0], how="'according to'")
    return None
