"""Who: finds the actors that an account names, and says for which state or organisation each one acts.

A mention is a stretch of words that names a state, an organisation or a person (`names`, `persons`), as of the
date that is told of. Nouns and pronouns that name nobody themselves ('his troops', 'the two countries', 'it') are
resolved on demand by `Cast.parties`: what stands before the noun tells whose it is ('the German ambassador in
Paris'), else what hangs on it ('an official in Bogotá'), else the account so far (`references`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from detente.coding import syntax
from detente.coding.memory import Actor, Memory
from detente.coding.names import Mention, Named, Names, count_states, heads
from detente.coding.offices import holder
from detente.coding.persons import Persons
from detente.coding.references import References, divided
from detente.knowledge import roles
from detente.knowledge.roles import Role

__all__ = ["Cast", "Mention", "Named", "count_states"]

# Prepositions after which a noun names whom it belongs to, the closest tie first.
_OWNERS = ("by", "of", "from", "between", "among", "in", "at")
_OTHERS = ("with", "to", "against", "on", "for", "toward", "towards", "into", "over", "under", "upon", "near")
# Participles after which 'by' names whose force or coalition it is.
_LED = frozenset("lead head command dominate control organize organise".split())
# Nouns for somebody who stands to another in a relation, so that whose they are is not who they are.
_RELATIVES = frozenset(
    "neighbor neighbour ally counterpart rival enemy adversary foe partner friend opponent protégé".split()
)
_SUCCESSION = frozenset("predecessor successor colleague follower supporter subordinate".split())
_COALITIONS = frozenset({"coalition", "alliance", "bloc", "force"})
# Who and what stands in a foreign capital: 'the embassy in Cairo' acts for another state.
_ABROAD = frozenset("embassy legation consulate ambassador envoy consul nuncio chargé".split())
_ACTING = frozenset({"GOV", "MIL", "LEG", "REL"})


class Cast:
    """The actors of one paragraph."""

    def __init__(self, doc: Doc, parser: Language, memory: Memory) -> None:
        self.doc = doc
        self.memory = memory
        self._at: dict[int, Mention] = {}
        self._on: dt.date | None = None
        self._asked: set[int] = set()  # words whose meaning is being looked for, so that none waits for itself
        self._names = Names(doc, parser)
        self._persons = Persons(doc, self._names, memory, self._at)
        self._references = References(doc, memory, self._at, self._meant)

    def read(self, sentence: Span, on: dt.date | None) -> list[Mention]:
        """Find the mentions of a sentence, as of a date, and keep them in mind."""
        found: list[Mention] = []

        def place(mention: Mention) -> None:
            found.append(mention)
            for index in range(mention.start, mention.end):
                self._at.setdefault(index, mention)

        self._on = on
        self.memory.turn()
        for mention in self._names.mentions(sentence, on):
            place(mention)
        self._persons.read(sentence, on, place)
        for mention in self._sides(sentence):
            place(mention)
        self._couple(found)
        found.sort(key=lambda mention: mention.start)
        named = [actor for mention in found for actor in mention.actors]
        for actor in named:
            self.memory.note(actor)
        self.memory.note_named(named)
        return found

    @property
    def on(self) -> dt.date | None:
        """The date as of which the names of the sentence read last are understood."""
        return self._on

    def _couple(self, found: list[Mention]) -> None:
        """'The Taft-Katsura agreement': two persons as one mention."""
        persons = sorted((mention for mention in found if mention.person), key=lambda mention: mention.start)
        for first, second in pairwise(persons):
            if second.start == first.end + 1 and self.doc[first.end].text in ("-", "–"):
                both = Mention(start=first.start, end=second.end, actors=(*first.actors, *second.actors), kind="person")
                self._at.update(dict.fromkeys(range(both.start, both.end), both))

    def _sides(self, sentence: Span) -> Iterator[Mention]:
        """'The North' and 'Northern guns', where the account speaks of both halves."""
        for token in sentence:
            word = token.lower_.removesuffix("ern")
            if not token.text.istitle() or token.i in self._at or not any(word == row[0] for row in divided()):
                continue
            whole = token.lower_ == word
            named_on = token.i + 1 < len(self.doc) and self.doc[token.i + 1].text[0].isupper()
            if (whole and token.dep_ in ("compound", "amod")) or (not whole and (token.dep_ != "amod" or named_on)):
                continue
            for side, code, opposite in divided():
                if word == side and self.memory.prior[code] and self.memory.prior[opposite]:
                    how = f"of {code} and {opposite}, 'the {token.text}' is {code}"
                    actor = Actor(code=code, name=f"the {token.text}", role="GOV", how=how)
                    yield Mention(start=token.i, end=token.i + 1, actors=(actor,), kind="name")
                    break

    # -- whom a noun or pronoun means --------------------------------------------------------------------

    def parties(
        self, token: Token, wide: bool = False, depth: int = 3, but: frozenset[str] = frozenset()
    ) -> list[Named]:
        """The actors that a word stands for.

        *wide* also looks behind 'with', 'to', 'against' and the like. Actors whose codes are in *but* are passed
        over in favour of what else the word names: 'its ambassador from Budapest' for whom *but* holds 'its'.
        """
        if token.i in self._at:
            named = self._owner(token) or self.named_at(token)
        elif token.pos_ == "PRON" or token.tag_ in ("PRP$", "WP$", "WP", "WDT"):
            named = self._references.pronoun(token)
        else:
            return self._noun(token, wide, depth, but)
        return [item for item in named if item.code not in but]

    def _owner(self, token: Token) -> list[Named]:
        """'His Revolutionary Guards': many states have a body of that name."""
        if self._at[token.i].kind != "organisation":
            return []
        return [named for kid in syntax.children(token, "poss") for named in self.parties(kid)]

    def _meant(self, token: Token) -> list[Named]:
        """Whom a word means for another that refers to it."""
        if token.i in self._asked:
            return []
        self._asked.add(token.i)
        try:
            return self.parties(token, depth=2)
        finally:
            self._asked.discard(token.i)

    def _noun(self, token: Token, wide: bool, depth: int, but: frozenset[str]) -> list[Named]:
        group = self._references.group(token) if not self._named_inside(token) else []
        if group or depth == 0 or token.pos_ in ("ADV", "NUM", "PUNCT"):
            return [item for item in group if item.code not in but]
        return (
            self._led(token, depth, but)
            or self._modifiers(token, depth, but)
            or self._owners(token, wide, depth, but)
            or ([] if self._is_somebodys(token) else self._unowned(token, but))
        )

    def _is_somebodys(self, token: Token) -> bool:
        """Whether the words before a noun say whose it is."""
        return any(kid.dep_ == "poss" or kid.i in self._at for kid in token.lefts)

    def _unowned(self, token: Token, but: frozenset[str]) -> list[Named]:
        return [item for item in (self._role(token) or self._references.common(token)) if item.code not in but]

    def _led(self, token: Token, depth: int, but: frozenset[str]) -> list[Named]:
        """'The coalition led by the United States'."""
        clauses = [kid for kid in syntax.children(token, "acl") if kid.lemma_ in _LED]
        nouns = [noun for clause in clauses for noun in syntax.agents(clause)]
        found = _distinct([named for noun in nouns for named in self.parties(noun, depth=depth - 1, but=but)])
        if found and token.lemma_.lower() in _COALITIONS:
            self.memory.offices[token.lemma_.lower()] = found[0].actor
        return found

    def _modifiers(self, token: Token, depth: int, but: frozenset[str]) -> list[Named]:
        if token.lemma_.lower() in _RELATIVES:
            found = self._of(token, ("amod", "compound", "nmod"), depth, but) or self._of(token, ("appos",), depth, but)
            if found or (found := [item for item in self._references.opposite(token) if item.code not in but]):
                return found
        if token.dep_ == "conj" and token.head.i in self._at and self._at[token.head.i].kind == "adjective":
            return self._misread(token)
        for labels in (("poss",), ("amod", "compound", "nmod", "nummod"), ("appos",)):
            found = self._of(token, labels, depth, but)
            if found:
                return found
        return []

    def _misread(self, token: Token) -> list[Named]:
        """'Tanzanian and Ugandan troops', where the parse joins the noun itself to its adjectives."""
        adjectives = [part for part in syntax.coordinated(token.head) if part.i < token.i]
        return _distinct([self._in_role(named, token) for part in adjectives for named in self.named_at(part)])

    def _of(self, token: Token, labels: tuple[str, ...], depth: int, but: frozenset[str]) -> list[Named]:
        found: list[Named] = []
        for kid in syntax.children(token, *labels):
            if kid.ent_type_ in ("DATE", "TIME") or heads("after").get(kid.lower_) == "any":
                continue
            for part in syntax.coordinated(kid):
                found += [self._in_role(item, token) for item in self.parties(part, depth=depth - 1, but=but)]
        if found and token.lemma_.lower() in _COALITIONS and self.doc[found[0].end - 1].lower_.endswith("led"):
            self.memory.offices[token.lemma_.lower()] = found[0].actor
        return _distinct(found)

    def _owners(self, token: Token, wide: bool, depth: int, but: frozenset[str]) -> list[Named]:
        tied = list(syntax.prepositional(token))
        abroad = not wide and token.lemma_.lower() in _ABROAD
        for prep in _OWNERS + (_OTHERS if wide else ()):
            if abroad and prep in ("in", "at"):
                continue
            found = [
                self._in_role(named, token)
                for word, noun in tied if word == prep
                for named in self.parties(noun, wide, depth - 1, but)
            ]  # fmt: skip
            if found:
                return _distinct(found)
        return []

    def _in_role(self, named: Named, noun: Token) -> Named:
        role = roles.role_of(noun.lemma_.lower())
        if role is None:
            return named
        office = noun.text if role.office else None
        person = role.office and noun.tag_ not in ("NNS", "NNPS")
        gender = named.actor.gender if person == named.actor.person else None
        plural = noun.tag_ in ("NNS", "NNPS")
        actor = replace(named.actor, role=role.role, office=office, person=person, gender=gender, plural=plural)
        return replace(named, actor=actor)

    def _role(self, token: Token) -> list[Named]:
        """'The President', 'the army': whoever was so called last, else the state last spoken of."""
        role = roles.role_of(token.lemma_.lower())
        definite = any(kid.lower_ == "the" for kid in token.children) or token.text.istitle()
        if role is None or not definite or role.role not in _ACTING:
            return []
        actor = self._holder(token, role)
        if actor is None:
            return []
        how = f"'the {token.text}' stands for '{actor.name}'"
        person = role.office and token.tag_ not in ("NNS", "NNPS")
        office = token.text if role.office else None
        actor = replace(actor, role=role.role, office=office, how=how, person=person, plural=not person)
        return [Named(actor=actor, start=token.i, end=token.i + 1)]

    def _holder(self, token: Token, role: Role) -> Actor | None:
        """Who holds an office or keeps an army that is named without its state."""
        words = self._office_words(token)
        own = holder(token.lemma_.lower(), self.memory, self._on)
        if own:
            return own
        if _is_title(token):
            return self._titled(token)
        known = self.memory.offices.get(words) or self.memory.offices.get(token.lemma_.lower())
        if known:
            return known
        here = {actor.code: actor for actor in self._references.named_before(token)}
        if role.office and len(here) == 1:
            return next(iter(here.values()))
        subject = (() if role.office else self._references.doers(token)) or self.memory.subject
        if len({actor.code for actor in subject}) == 1:
            return subject[0]
        known_people = [actor for actor in self.memory.people if actor.code]
        return known_people[-1] if role.office and known_people else None

    def _titled(self, token: Token) -> Actor | None:
        """Whose office a stranger holds: 'Foreign Minister Costa Méndez' after Argentina was spoken of.

        Not that of somebody else named here; nor does an envoy act for whom he is sent to.
        """
        mentions = [mention for other in token.sent if (mention := self._at.get(other.i))]
        taken = {actor.code for mention in mentions if mention.person for actor in mention.actors}
        if token.lemma_.lower() in _ABROAD:
            posts = [other for other in token.sent if other.lemma_.lower() in _ABROAD and other.i != token.i]
            own = [
                named.actor for post in posts for named in self._of(post, ("amod", "compound", "poss"), 1, frozenset())
            ]
            if own:
                return own[0]
            taken |= {actor.code for mention in mentions for actor in mention.actors}
            return self.memory.partner(frozenset(taken)) or self._protagonist(taken)
        likely = [actor for actor in self._references.named_before(token) if actor.code not in taken]
        subject = [actor for actor in self.memory.subject if actor.code not in taken]
        codes = {actor.code for actor in likely or subject}
        return (likely or subject)[0] if len(codes) == 1 else None

    def _protagonist(self, but: set[str]) -> Actor | None:
        """Of the actors that the account has named so far, whom it names most."""
        named = [actor for actor in self.memory.earlier if actor.code not in but]
        return max(named, key=lambda actor: self.memory.prior[actor.code], default=None)

    def _office_words(self, token: Token) -> str:
        left = [kid.lower_ for kid in token.lefts if kid.dep_ in ("compound", "amod")]
        return " ".join([*left, token.lemma_.lower()])

    def _named_inside(self, token: Token) -> bool:
        """Whether a noun's phrase names whom it means; 'both countries in Lima' does not."""
        kids = [kid for kid in token.children if _qualifies(kid)]
        return any(part.i in self._at for kid in kids for part in kid.subtree)

    def is_person(self, token: Token) -> bool:
        """Whether the word names or describes people: a person, an office, a body."""
        mention = self._at.get(token.i)
        if mention:
            return mention.person
        return token.lemma_.lower() in _RELATIVES | _SUCCESSION or roles.role_of(token.lemma_.lower()) is not None

    def named_at(self, token: Token) -> list[Named]:
        """The actors that the word itself names; nothing is resolved."""
        mention = self._at.get(token.i)
        return [Named(actor=a, start=mention.start, end=mention.end) for a in mention.actors] if mention else []

    def states_in(self, span: Span) -> list[Named]:
        """All actors that a stretch of text names, in order."""
        found, seen = [], -1
        for token in span:
            mention = self._at.get(token.i)
            if mention and mention.start > seen:
                seen = mention.start
                found += [Named(actor=a, start=mention.start, end=mention.end) for a in mention.actors]
        return found


def _qualifies(kid: Token) -> bool:
    """Whether a word under a noun says which one is meant, not where it is or what it does."""
    return kid.dep_ not in ("acl", "relcl") and (kid.dep_ != "prep" or kid.lower_ in ("of", "between", "from"))


def _is_title(token: Token) -> bool:
    """Whether a word is the office of a person whose name follows."""
    return token.dep_ == "compound" and token.head.pos_ == "PROPN" and token.head.ent_type_ in ("PERSON", "")


def _distinct(found: list[Named]) -> list[Named]:
    return list({named.code: named for named in reversed(found)}.values())[::-1]
