"""References: whom words mean that name nobody themselves: pronouns, 'the two countries', 'the former', 'the alliance'.

They are resolved by what stands before them in the sentence and by the memory of the account. Nothing is resolved
to a party that a reader would have to guess: where the account has spoken of nobody who fits, nobody is meant.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from detente.coding import syntax
from detente.coding.memory import Actor, Memory
from detente.coding.names import Mention, Named
from detente.knowledge import roles
from detente.knowledge.tables import rows

_GROUP_WORDS = frozenset(
    "country nation side state government power party leader president minister capital people neighbor "
    "neighbour ally republic delegation signatory belligerent army counterpart official statesman ruler monarch "
    "kingdom empire diplomat foe rival enemy adversary antagonist ambassador envoy negotiator premier emperor "
    "king superpower".split()
)
_PAIR_MARKS = frozenset({"two", "both", "either", "each", "neither"})
_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6}
_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_NEUTER = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_RECIPROCAL = frozenset({"other", "another"})
_STATE_NOUNS = frozenset(
    "kingdom empire republic island emirate country nation sultanate monarchy federation state".split()
)
_BODY_NOUNS = frozenset("organization organisation alliance bloc league council assembly commission coalition".split())
_BODIES = frozenset({"IGO", "NGO", "IMG", "REB"})  # sectors of what 'the organization' may mean
_OPPOSITES = frozenset("neighbor neighbour counterpart rival enemy adversary foe opponent".split())
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss", "ROOT", "agent", "conj", "attr"})

Parties = Callable[[Token], list[Named]]


class References:
    """Resolves the references of one paragraph.

    *at* tells which mention, if any, a word (token offset) belongs to, *parties* whom any other word stands for.
    """

    def __init__(self, doc: Doc, memory: Memory, at: Mapping[int, Mention], parties: Parties) -> None:
        self._doc = doc
        self._at = at
        self._memory = memory
        self._parties = parties
        self._resolving: set[int] = set()  # pronouns that are being resolved, so that none waits for itself

    # -- pronouns ----------------------------------------------------------------------------------------

    def pronoun(self, token: Token) -> list[Named]:
        """The actors that a pronoun stands for."""
        if token.i in self._resolving:
            return []
        self._resolving.add(token.i)
        try:
            return self._pronoun(token)
        finally:
            self._resolving.discard(token.i)

    def _pronoun(self, token: Token) -> list[Named]:
        word = token.lower_
        actors: tuple[Actor, ...] = ()
        if token.tag_ in ("WP$", "WP", "WDT"):
            return self._relative(token)
        if word in _MALE or word in _FEMALE:
            actors = self._personal(token, "M" if word in _MALE else "F")
        elif word in _NEUTER:
            actors = self._neuter(token)
        elif word in _PLURAL:
            actors = self._plural(token)
        elif word in _RECIPROCAL:
            actors = self._each_other(token)
        elif word == "both":
            actors = self._two(token)
        return _named(actors, token.i, token.i + 1, f"'{token.text}' stands for")

    def _relative(self, token: Token) -> list[Named]:
        """'Britain, whose gunboat was shelled': the noun that the relative clause describes."""
        clause = syntax.clause_root(token)
        while clause.dep_ == "conj" and clause.head != clause:
            clause = clause.head
        return self._parties(clause.head) if clause.dep_ == "relcl" else []

    def _personal(self, token: Token, gender: str) -> tuple[Actor, ...]:
        """A person of that gender: of the subjects before it for 'he' and 'his', of anybody else for 'him'."""
        here = self._persons_before(token)
        if token.dep_ in ("dobj", "dative", "pobj") and not token.lower_.endswith("self"):
            own = {actor.name for actor in self._clause_subjects(token)}
            likely = [actor for actor in (*reversed(here), *self._memory.last_persons()) if actor.name not in own]
        else:
            subjects = self._before(token) or (() if here else self._behind(token))
            likely = [*(one for one in subjects if one.person or one.office), *here, *self._memory.last_persons()]
        meant = [actor for actor in likely if _may_be(actor, gender)][:1]
        return tuple(actor for actor in meant if actor.code)

    def _persons_before(self, token: Token) -> list[Actor]:
        """The persons named before a word in its sentence, subjects first, strangers left out."""
        mentions = {
            mention.start: mention
            for other in token.doc[token.sent.start : token.i]
            if (mention := self._at.get(other.i))
        }
        persons = [
            (self._doc[mention.start : mention.end].root.dep_, mention)
            for mention in mentions.values()
            if mention.person
        ]
        persons.sort(key=lambda found: found[0] not in syntax.SUBJECTS)
        return [actor for _, mention in persons for actor in mention.actors]

    def _neuter(self, token: Token) -> tuple[Actor, ...]:
        before = self._before(token)
        named = list(self.named_before(token))
        if token.lower_ == "it" and token.dep_ in ("dobj", "dative", "pobj"):
            return self._other_thing(token)
        if not before and not named:
            before = self._behind(token)
        subject = () if self._memory.plural_subject else self._memory.subject
        likely = (*(before or named[::-1]), *subject, *reversed(self._memory.earlier))
        things = [actor for actor in likely if not actor.person]
        return tuple((things or list(likely))[:1])

    def _other_thing(self, token: Token) -> tuple[Actor, ...]:
        """'Ruled out sanctions against it': the last subject or actor that isn't the subject of the clause."""
        own = {actor.code for actor in self._clause_subjects(token)}
        subject = () if self._memory.plural_subject else self._memory.subject
        likely = [*subject, *reversed([*self._memory.earlier, *self.named_before(token)])]
        return tuple([actor for actor in likely if actor.code not in own and not actor.person][:1])

    def _each_other(self, token: Token) -> tuple[Actor, ...]:
        if not token.i or token.nbor(-1).lower_ not in ("each", "one"):
            return ()
        doers = self._clause_subjects(token)
        return doers if len(doers) > 1 else self._memory.pair()

    def _plural(self, token: Token) -> tuple[Actor, ...]:
        before = self._before(token)
        if before and not (len(before) == 1 and before[0].person):
            return before
        several = self._several_before(token)
        if several is not None:
            return several
        behind = self._behind(token)
        if behind:
            return behind
        subject = self._memory.subject
        return subject if self._memory.plural_subject or any(one.plural for one in subject) else self._memory.pair()

    def _several_before(self, token: Token) -> tuple[Actor, ...] | None:
        """Whom the nearest noun for several people before a pronoun means; None if the sentence has no such noun."""
        for other in reversed(token.doc[token.sent.start : token.i]):
            mention = self._at.get(other.i)
            if mention and any(actor.plural for actor in mention.actors):
                return mention.actors
            doers = other.dep_ in syntax.SUBJECTS and other.i not in self._at
            if other.tag_ == "NNS" and (doers or roles.role_of(other.lemma_.lower())):
                return _actors(self._parties(other))
        return None

    def _before(self, token: Token) -> tuple[Actor, ...]:
        """The subject of the pronoun's own or governing clause, if it stands before the pronoun."""
        verb = syntax.governor(token)
        while verb is not None:
            subjects = syntax.subjects(verb)
            if any(subject.i < token.i and subject.pos_ != "PRON" for subject in subjects):
                return _actors(named for part in subjects for named in self._apart(part, token))
            verb = syntax.governor(verb)
        return ()

    def _behind(self, token: Token) -> tuple[Actor, ...]:
        """The subject that follows a fronted phrase: 'Since its liberation Denmark has ...'."""
        root = token.sent.root
        if root.i < token.i:
            return ()
        subjects = [subject for subject in syntax.subjects(root) if subject.i > token.i and subject.pos_ != "PRON"]
        return _actors(named for part in subjects for named in self._apart(part, token))

    def doers(self, token: Token) -> tuple[Actor, ...]:
        """The subjects of the clause that a word stands in, if it isn't a subject itself."""
        return () if token.dep_ in syntax.SUBJECTS else self._clause_subjects(token)

    def _clause_subjects(self, token: Token) -> tuple[Actor, ...]:
        verb = syntax.governor(token)
        if verb is None:
            return ()
        return _actors(named for part in syntax.subjects(verb) for named in self._apart(part, token))

    def _apart(self, part: Token, pronoun: Token) -> list[Named]:
        """Whom a subject means, unless the pronoun is a part of it."""
        if part == pronoun or _within(pronoun, part) or (part.pos_ == "PRON" and part.i > pronoun.i):
            return []
        return self._parties(part)

    # -- groups and common nouns -------------------------------------------------------------------------

    def group(self, token: Token) -> list[Named]:
        """The actors of 'the two countries', 'both', 'each side', 'the former'."""
        if token.lower_ in _RECIPROCAL:
            return self.pronoun(token)
        if token.lower_ in ("two", "both") and token.dep_ in _ARGUMENTS and not list(token.rights):
            return _named(self._two(token), token.i, token.i + 1, f"'{token.text}' are")
        if token.lower_ in ("former", "latter") and (token.dep_ in _ARGUMENTS or token.head.pos_ in ("VERB", "AUX")):
            return self._one_of_two(token)
        if token.lemma_.lower() not in _GROUP_WORDS:
            return []
        words = {kid.lower_ for kid in token.children}
        several = next((number for word, number in _NUMBERS.items() if word in words), 0)
        if several and "the" in words:
            actors = self._memory.groups.get(several, ())
            return _named(actors, token.i, token.i + 1, f"one of 'the {several} {token.text}':")
        marks = words & _PAIR_MARKS
        if not marks or (marks == {"both"} and token.tag_ in ("NN", "NNP")):
            return []
        start = min(kid.i for kid in (*token.children, token) if kid.i <= token.i)
        whole = self._doc[start : token.i + 1].text
        return _named(self._two(token), start, token.i + 1, f"one of '{whole}':")

    def _two(self, token: Token) -> tuple[Actor, ...]:
        """The two spoken of in the sentence or before; whoever does something to 'both governments' is neither."""
        but: frozenset[str] = frozenset()
        if token.dep_ not in syntax.SUBJECTS and token.dep_ != "poss":
            but = _lone(self._clause_subjects(token))
        elif token.lemma_.lower() in _OPPOSITES:
            verb = syntax.governor(token)
            but = _lone(self._clause_subjects(verb)) if verb is not None else but
        coupled = self._coupled_before(token)
        if coupled:
            return coupled
        named = {actor.code: actor for actor in self.named_before(token) if actor.code not in but}
        return tuple(named.values()) if len(named) == 2 else self._memory.pair(but)

    def _coupled_before(self, token: Token) -> tuple[Actor, ...]:
        """The two of 'the Russo-Japanese War' or of 'between Chile and Peru', where the sentence sets them together."""
        for other in reversed(token.doc[token.sent.start : token.i]):
            mention = self._at.get(other.i)
            if mention and len(mention.actors) == 2:
                return mention.actors
            if other.lower_ == "between":
                nouns = [noun for kid in syntax.children(other, "pobj") for noun in syntax.coordinated(kid)]
                actors = _actors(named for noun in nouns if noun.i < token.i for named in self._parties(noun))
                if len(actors) == 2:
                    return actors
        return ()

    def named_before(self, token: Token) -> Iterator[Actor]:
        """Whom the sentence has named so far, where it isn't as a place."""
        for other in token.doc[token.sent.start : token.i]:
            mention = self._at.get(other.i)
            if mention and not (mention.kind == "capital" and other.head.lower_ in ("in", "at", "from", "near")):
                yield from mention.actors

    def _one_of_two(self, token: Token) -> list[Named]:
        last = [*self._memory.earlier, *self.named_before(token)][-2:]
        if len(last) < 2:
            return []
        actor = last[0] if token.lower_ == "former" else last[1]
        return _named((actor,), token.i, token.i + 1, f"'{token.text}' is")

    def common(self, token: Token) -> list[Named]:
        """The actor that 'the kingdom', 'the island' or 'the alliance' means."""
        lemma = token.lemma_.lower()
        attribute = token.dep_ == "compound" and lemma in _BODY_NOUNS
        definite = any(kid.lower_ in ("the", "this", "that") for kid in token.children)
        if not (definite or attribute) or token.tag_ in ("NNS", "NNPS"):
            return []
        actor = None
        if lemma in _BODY_NOUNS:
            actor = self._body(lemma)
        elif lemma in _STATE_NOUNS and not any(
            kid.dep_ in ("amod", "compound", "relcl", "acl") for kid in token.children
        ):
            actor = self._state(token)
        return _named((actor,), token.i, token.i + 1, f"'the {token.text}' after") if actor else []

    def _body(self, lemma: str) -> Actor | None:
        if lemma in self._memory.offices or lemma == "coalition":
            return self._memory.offices.get(lemma)
        bodies = [actor for actor in reversed(self._memory.recent) if actor.role in _BODIES]
        return next((actor for actor in bodies if lemma in actor.name.lower()), bodies[0] if bodies else None)

    def _state(self, token: Token) -> Actor | None:
        """The subject of the last sentence for a subject, else the last state that is not the clause's own subject."""
        subject = self._memory.subject
        if token.dep_ in syntax.SUBJECTS and len(subject) == 1:
            return subject[0]
        own = {actor.code for actor in self._clause_subjects(token)} if token.dep_ not in syntax.SUBJECTS else set()
        states = [actor for actor in reversed(self._memory.recent) if actor.role == "GOV" and actor.code not in own]
        return states[0] if states else None

    def opposite(self, token: Token) -> list[Named]:
        """'Its northern neighbour', 'his counterpart': the other side of whose it is."""
        if token.lemma_.lower() not in _OPPOSITES:
            return []
        owners = [named for kid in syntax.children(token, "poss") for named in self._parties(kid)]
        if not owners:
            return []
        codes = frozenset(named.code for named in owners)
        points = {kid.lower_.removesuffix("ern") for kid in token.children}
        for word, code, other in divided():
            if word in points and other in codes:
                actor = Actor(code=code, name=token.text, role="GOV")
                return _named((actor,), token.i, token.i + 1, f"{word} of {other} lies")
        partner = self._memory.partner(codes)
        how = f"'{token.text}' of {owners[0].actor.name} is"
        return _named((partner,), token.i, token.i + 1, how) if partner else []


@functools.cache
def divided() -> tuple[tuple[str, str, str], ...]:
    """What 'the North' and the like mean, as (word, code, code of its opposite)."""
    return tuple((row["word"], row["code"], row["opposite"]) for row in rows("divided.csv"))


def _named(actors: Iterable[Actor], start: int, end: int, how: str) -> list[Named]:
    return [Named(actor=replace(actor, how=f"{how} '{actor.name}'"), start=start, end=end) for actor in actors]


def _actors(found: Iterable[Named]) -> tuple[Actor, ...]:
    return tuple({named.code: named.actor for named in found}.values())


def _lone(actors: tuple[Actor, ...]) -> frozenset[str]:
    """The code of the only actor; of several nobody is set apart."""
    return frozenset(actor.code for actor in actors) if len(actors) == 1 else frozenset()


def _within(token: Token, noun: Token) -> bool:
    """Whether a token is part of a noun's phrase, what is joined to it by 'and' left aside: 'Chad and its allies'."""
    while token != noun:
        if token.dep_ == "conj" or token.head == token:
            return False
        token = token.head
    return True


def _may_be(actor: Actor, gender: str) -> bool:
    return actor.gender in (gender, None)
