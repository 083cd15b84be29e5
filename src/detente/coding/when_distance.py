"""How far a temporal expression stands from an act in the parse, and whether it moves the story.

Distances are costs, not counts: below `OWN` the expression is the act's own, below `WEAK` it reaches the act
over a joined or governing clause, below `FAR` it only names a thing or stands inside what is said.
"""

from __future__ import annotations

from spacy.tokens import Token

from detente.coding.tense import is_flashback

OWN = 10
WEAK = 60
FAR = 999

# Prepositions after which a dated noun dates the clause: 'after the war of 1898', 'in the pact of 1917'.
_FRAMES = frozenset(
    "in on at during after before since until till by throughout through following upon under with from between "
    "over within for amid".split()
)
_MODIFIERS = frozenset({"compound", "nummod", "amod", "nmod", "poss", "appos"})
_JOINED, _SAID = 14, 36  # steps from a clause to the one it is joined to, or said by
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON"})


def distance(root: Token, trigger: Token, triggers: frozenset[int]) -> int:
    """The cost of dating the act of *trigger* by the expression at *root*; at least `FAR` if it belongs elsewhere."""
    if root == trigger:
        return 0
    if trigger in root.ancestors:
        return _down(root, trigger, triggers)
    if trigger.head == trigger or (trigger.dep_ == "ccomp" and _stands_alone(trigger)):
        return FAR
    # An act without a date of its own shares that of the word it is joined to, said by or part of.
    step = _SAID if trigger.dep_ == "ccomp" else _JOINED if trigger.pos_ in ("VERB", "AUX") else 2
    step += 0 if root.i < trigger.i else 4
    return min(max(distance(root, trigger.head, triggers) + step, OWN), FAR)


def _down(root: Token, trigger: Token, triggers: frozenset[int]) -> int:
    """The cost of the path from the expression up to the trigger."""
    cost, names_thing, below = 0, False, root
    for token in root.ancestors:
        names_thing = _names_thing(root, below, token, names_thing)
        if token == trigger:
            break
        cost += 1
        if token.i in triggers:
            cost += 20
        elif token.pos_ in ("VERB", "AUX"):
            cost += _clause_cost(root, token, trigger)
        below = token
    if names_thing and trigger.pos_ in ("VERB", "AUX"):
        cost += WEAK
    return cost


def _names_thing(root: Token, below: Token, token: Token, names: bool) -> bool:
    """Whether, seen from *token* just above *below*, the expression only names a noun on the way."""
    direct = (below == root and root.dep_ in _MODIFIERS) or (below == root.head and below.lower_ == "of")
    if direct and token.pos_ in _NOMINAL:
        return True
    if names and (below.dep_ in ("nsubj", "nsubjpass", "npadvmod") or token.lower_ in _FRAMES):
        return False
    if token.pos_ in ("VERB", "AUX"):
        return names and below.dep_ not in ("advmod", "advcl")
    return names


def _clause_cost(root: Token, verb: Token, trigger: Token) -> int:
    """What it costs to leave the clause of *verb* on the way up to the trigger."""
    if verb.dep_ == "ccomp":
        return 12 if is_aside(verb) else WEAK
    if verb.dep_ in ("relcl", "acl"):
        return _description_cost(verb, trigger)
    if verb.dep_ in ("advcl", "pcomp"):
        return WEAK if _is_content(verb) else 12
    if verb.dep_ == "conj":
        return WEAK if root.i < verb.i or _has_subject(verb) else 15
    return 4


def _description_cost(verb: Token, trigger: Token) -> int:
    """What it costs to leave a clause that describes a noun."""
    noun = verb.head
    if noun == trigger:
        return 5
    framed = noun.dep_ == "pobj" and noun.head.lower_ in _FRAMES
    if framed or verb.i < trigger.i or verb.tag_ == "VB":
        return 12
    return 30 if verb.dep_ == "acl" else WEAK


def _is_content(verb: Token) -> bool:
    """Whether the clause says what was agreed or asked: 'a contract for Russia to supply gas from 2015'."""
    own = (kid for kid in verb.children if kid.dep_ in ("nsubj", "nsubjpass", "mark"))
    return verb.tag_ == "VB" and any(kid.lower_ != "to" for kid in own)


def is_aside(verb: Token) -> bool:
    """'The ship sank, the chiefs said': what is said first stands for the main clause."""
    if verb.dep_ != "ccomp" or verb.i > verb.head.i:
        return False
    return all(token.text != ";" for token in verb.doc[verb.i : verb.head.i])


def _stands_alone(verb: Token) -> bool:
    """'Neto asked for aid in July; Castro sent men': joined by a semicolon, though the parser sees a complement."""
    return verb.i < verb.head.i and any(token.text == ";" for token in verb.doc[verb.i : verb.head.i])


def _has_subject(verb: Token) -> bool:
    return any(kid.dep_ in ("nsubj", "nsubjpass") for kid in verb.children)


def frame_words(root: Token, trigger: Token) -> set[str]:
    """The prepositions and conjunctions between an expression and its act, in lower case."""
    words = set()
    for token in root.ancestors:
        if token == trigger:
            break
        if token.dep_ == "prep" or token.pos_ in ("ADP", "SCONJ"):
            words.add(token.lower_)
        words |= {kid.lower_ for kid in token.children if kid.dep_ == "mark"}
    return words


def carries_story(root: Token) -> bool:
    """Whether a date at *root* moves the narrative on."""
    below, names_thing, told = root, False, root.head.lower_ in ("until", "till")
    for token in root.ancestors:
        names_thing = _names_thing(root, below, token, names_thing)
        if token.pos_ in ("VERB", "AUX"):
            if not names_thing and _closes(token):
                return True
            if names_thing or not _tells(token) or (is_flashback(token) and not told):
                return False
            told = told or (token.dep_ == "conj" and token.tag_ == "VBD")
        below = token
    return True


def _closes(verb: Token) -> bool:
    """'They fought until an armistice was signed in 1953': the story has come up to there."""
    return verb.dep_ == "advcl" and any(kid.dep_ == "mark" and kid.lower_ in ("until", "till") for kid in verb.children)


def is_reported(root: Token) -> bool:
    """Whether a date belongs to what is said in front of the one who says it ('sank on Sunday, they said')."""
    return any(is_aside(token) for token in root.ancestors)


def _tells(verb: Token) -> bool:
    """Whether the verb's clause tells the story rather than describing something."""
    if verb.dep_ in ("relcl", "acl", "pcomp"):
        return False
    if verb.dep_ == "ccomp" and not is_aside(verb) and not _stands_alone(verb):
        return False
    purpose = verb.tag_ == "VB" and any(kid.lower_ == "to" for kid in verb.children)
    return not (purpose and verb.dep_ == "advcl")
