"""What the parse says about a word: its subject, objects, prepositional arguments and governors.

The labels are those of spaCy's English models (ClearNLP). Everything here is a function of one token and
its tree; nothing knows about actors or events.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
# Verbs whose object is the subject of the infinitive that follows: 'asked Mao to send'.
OBJECT_CONTROL = frozenset(
    "advise allow ask authorize beg cause command compel convince direct empower enable encourage expect force "
    "help induce instruct invite lead leave let make oblige order permit persuade press pressure prompt push "
    "request require send tell urge want warn".split()
)
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NONFINITE = frozenset({"xcomp", "pcomp", "conj", "advcl", "ccomp", "acl"})
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "xcomp", "conj", "pcomp", "parataxis", "csubj"})


def child(token: Token, *labels: str) -> Token | None:
    """The first child with one of the dependency *labels*."""
    return next((kid for kid in token.children if kid.dep_ in labels), None)


def children(token: Token, *labels: str) -> list[Token]:
    """All children with one of the dependency *labels*, in order."""
    return [kid for kid in token.children if kid.dep_ in labels]


def coordinated(token: Token) -> list[Token]:
    """The token and all that is joined to it by 'and', 'or' or commas."""
    found = [token]
    for kid in token.children:
        if kid.dep_ == "conj" and kid.pos_ not in ("VERB", "AUX", "ADP"):
            found += coordinated(kid)
    return found


def is_passive(verb: Token) -> bool:
    """Whether the verb's subject undergoes the act, as in 'was invaded' or 'the treaty signed by'."""
    if child(verb, "auxpass", "nsubjpass"):
        return True
    if verb.tag_ != "VBN" or child(verb, "nsubj", "aux"):
        return False
    if verb.dep_ == "acl":
        return True
    if verb.dep_ == "advcl":
        return child(verb, "dobj") is None or child(verb, "agent") is not None
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return is_passive(verb.head) and child(verb, "dobj") is None
    return False


def agents(verb: Token) -> list[Token]:
    """Who does it in a passive: the object of 'by'."""
    found = []
    for kid in verb.children:
        if kid.dep_ == "agent" or (kid.dep_ == "prep" and kid.lower_ == "by"):
            found += [noun for obj in children(kid, "pobj") for noun in coordinated(obj)]
    return found


def subjects(verb: Token, depth: int = 4) -> list[Token]:
    """The words that stand as subject of the verb, inherited over conjunctions and control where absent."""
    own = [noun for kid in children(verb, *SUBJECTS) for noun in coordinated(_nominal(kid))]
    if own:
        return [_antecedent(noun) for noun in own]
    return _inherited_subjects(verb, depth) or _fronted(verb) if depth else []


def _fronted(verb: Token) -> list[Token]:
    """'After its defeat by France, Austria ceded ...': a subject read as apposition to the phrase before it."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ != "ROOT":
        return []
    for phrase in verb.lefts:
        if phrase.dep_ in ("prep", "advcl"):
            for noun in phrase.subtree:
                between = verb.doc[noun.right_edge.i + 1 : verb.i]
                if noun.dep_ == "appos" and all(token.pos_ in ("ADV", "AUX") for token in between):
                    return coordinated(noun)
    return []


def _nominal(subject: Token) -> Token:
    """'Korea's expanding trade was welcomed', read as a clause: its own subject stands for it."""
    if subject.dep_ in ("csubj", "csubjpass"):
        return child(subject, "nsubj") or subject
    return subject


def _inherited_subjects(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if verb.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
        if verb.tag_ in ("VBG", "VBN") or (verb.tag_ == "VBD" and verb.dep_ == "acl"):
            return [head]
        return subjects(_governor(head), depth - 1) if verb.dep_ == "acl" else []
    if verb.dep_ == "xcomp" and head.lemma_ in OBJECT_CONTROL and not is_passive(head):
        controller = [noun for obj in children(head, "dobj", "dative") for noun in coordinated(obj)]
        if controller:
            return controller
    if verb.dep_ == "pcomp":
        return subjects(_governor(head), depth - 1)
    if verb.dep_ == "conj" and head != verb:
        return subjects(_governor(partner(verb)), depth - 1)
    if verb.dep_ in ("xcomp", "advcl", "ccomp", "dep") and head != verb:
        return subjects(_governor(head), depth - 1)
    return []


def partner(verb: Token) -> Token:
    """What a verb is joined to by 'and': a finite verb to no infinitive ('ordered him to leave and shut the port')."""
    head = verb.head
    while verb.tag_ in _FINITE and head.dep_ in _NONFINITE and not _is_finite(head):
        head = head.head
    return _governor(head) if head != verb.head else head


def _is_finite(verb: Token) -> bool:
    """Whether a verb carries a tense that a past tense joined to it can share: 'had left' and 'shot dead' do not."""
    if verb.tag_ == "VBN":
        return verb.dep_ != "acl" and not any(aux.lower_ in ("had", "has", "have") for aux in children(verb, "aux"))
    return verb.tag_ not in ("VB", "VBG")


def _governor(token: Token) -> Token:
    """The nearest verb at or above the token."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def governor(token: Token) -> Token | None:
    """The nearest verb above the token, if there is one."""
    found = _governor(token.head) if token.head != token else token
    return found if found != token and found.pos_ in ("VERB", "AUX") else None


def _antecedent(noun: Token) -> Token:
    """What a relative pronoun stands for: 'Korea, which had been ...'."""
    if noun.tag_ in ("WDT", "WP") or (noun.lower_ == "that" and noun.pos_ == "PRON"):
        clause = noun.head
        while clause.dep_ in ("conj", "xcomp", "ccomp") and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "relcl":
            return clause.head
    return noun


def objects(verb: Token) -> list[Token]:
    """Direct objects; in a passive what stands as subject; shared over 'signed and ratified the pact'."""
    if is_passive(verb):
        passive = [_antecedent(noun) for noun in subjects(verb)]
        return passive + [noun for kid in children(verb, "dobj", "oprd") for noun in coordinated(kid)]
    own = [_antecedent(noun) for kid in children(verb, "dobj", "attr") for noun in coordinated(kid)]
    if own:
        return own
    for kid in children(verb, "conj"):
        shared = [noun for obj in children(kid, "dobj") for noun in coordinated(obj)]
        if shared and not child(kid, *SUBJECTS):
            return shared
    return _relativized(verb) or _before_purpose(verb)


def _before_purpose(verb: Token) -> list[Token]:
    """'concluded the Treaty of 1868 to expand trade': an object read as subject of the purpose behind it."""
    clauses = [kid for kid in children(verb, "ccomp") if any(aux.lower_ == "to" for aux in children(kid, "aux"))]
    return [noun for clause in clauses for kid in children(clause, "nsubj") for noun in coordinated(kid)]


def _relativized(verb: Token) -> list[Token]:
    """The noun that a relative clause without its own object speaks of: 'the treaty (that) they signed'."""
    if verb.dep_ == "relcl" and child(verb, "nsubj"):
        subject = child(verb, "nsubj")
        if subject is not None and subject.tag_ not in ("WDT", "WP"):
            return [verb.head]
    return []


def datives(verb: Token) -> list[Token]:
    """Indirect objects without a preposition: 'gave Egypt arms'."""
    return [
        noun for kid in children(verb, "dative") if kid.pos_ != "ADP" for noun in coordinated(kid)
    ]  # fmt: skip


# Nouns that make one preposition with the words around them: 'on behalf of Korea' acts for Korea.
_PREPOSITIONAL_NOUNS = {
    "behalf": "for", "favor": "for", "favour": "for", "support": "for", "side": "for", "aid": "for",
    "defense": "for", "defence": "for", "assistance": "for", "response": "to", "addition": "with",
    "cooperation": "with", "conjunction": "with", "concert": "with", "retaliation": "for",
    "front": "of", "opposition": "against", "conflict": "with", "war": "against",
}  # fmt: skip


# Particles that may stand between a verb and its preposition: 'handed over to', 'pulled out of'.
_PARTICLES = frozenset("over back out away up down off home".split())


def arguments(token: Token, prep: str) -> list[Token]:
    """Objects of the preposition *prep* that hang on the token, coordination included."""
    return [noun for found, noun in prepositional(token) if found == prep]


def prepositional(token: Token) -> Iterator[tuple[str, Token]]:
    """Each (preposition, noun) that hangs on the token; one left alone in a relative clause has its noun."""
    for kid in token.children:
        if kid.dep_ in ("prep", "dative", "agent") and kid.pos_ in ("ADP", "SCONJ", "VERB", "ADV"):
            yield from _prep(kid)
            if token.dep_ == "relcl" and kid.dep_ == "prep" and not any(kid.children):
                yield kid.lower_, token.head
        elif kid.dep_ in ("prt", "advmod") and kid.lower_ in _PARTICLES:
            yield from prepositional(kid)


def _prep(prep: Token) -> Iterator[tuple[str, Token]]:
    for kid in prep.children:
        if kid.dep_ == "pobj":
            yield from ((prep.lower_, noun) for noun in coordinated(kid))
            meaning = _PREPOSITIONAL_NOUNS.get(kid.lower_)
            if meaning:
                yield from ((meaning, noun) for _, noun in prepositional(kid))
        elif kid.dep_ in ("prep", "conj", "pcomp") and kid.pos_ in ("ADP", "SCONJ"):
            yield from _prep(kid)


def path_to(token: Token, ancestor: Token) -> list[Token]:
    """The governors from the token up to, but without, the ancestor; empty if it is none."""
    path = []
    while token != ancestor:
        path.append(token)
        if token.head == token:
            return []
        token = token.head
    return path


def is_divided(token: Token, other: Token) -> bool:
    """Whether a semicolon stands between two words: the parser joins what the writer divided."""
    first, last = sorted((token.i, other.i))
    return any(word.text == ";" for word in token.doc[first:last])


def clause_root(token: Token) -> Token:
    """The verb (or root) of the clause that the token stands in."""
    while token.head != token and token.dep_ not in _CLAUSES:
        token = token.head
    return token
