"""Who: finds the actors that an account names, and says for which state or organisation each one acts.

A mention is a stretch of words that names a state, an organisation or a person. States are found by name,
adjective, inhabitants, capital or seat of government, always as of the date that is told of. Persons are
found by the account's own earlier mention, by the table of leaders for that date, or by the state that
stands beside their name ('South Korean foreign minister Pak'). Nouns and pronouns that name nobody
themselves ('his troops', 'the two countries', 'it') are resolved on demand by `Cast.parties`.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from detente.coding import syntax
from detente.coding.memory import Actor, Memory
from detente.knowledge import leaders, organisations, roles, states
from detente.knowledge.tables import rows

_STATE, _ORGANISATION, _LEADER = "state", "organisation", "leader"
_GROUP_WORDS = frozenset(
    "country nation side state government power party leader president minister capital people neighbor "
    "neighbour ally republic delegation signatory belligerent army counterpart official".split()
)
_PAIR_MARKS = frozenset({"two", "both", "either"})
_PERSONAL = frozenset({"he", "him", "his", "she", "her", "hers", "himself", "herself"})
_NEUTER = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_RECIPROCAL = frozenset({"other", "another"})
# Prepositions after which a noun names whom it belongs to, the closest tie first.
_OWNERS = ("by", "of", "from", "between", "among", "in", "at")
_OTHERS = ("with", "to", "against", "on", "for", "toward", "towards", "into", "over", "under", "upon", "near")
_TERM_SLACK = 400  # days by which a history may name a leader before or after the time in office


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words (token offsets in the paragraph) that name one or more actors."""

    start: int
    end: int
    actors: tuple[Actor, ...]
    person: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An actor together with the words (token offsets) that named it here."""

    actor: Actor
    start: int
    end: int

    @property
    def code(self) -> str:
        return self.actor.code


@functools.cache
def _matcher(parser: Language) -> PhraseMatcher:
    """One matcher for every name in the tables, blind to case."""
    matcher = PhraseMatcher(parser.vocab, attr="LOWER")
    for label, forms in (
        (_STATE, states.forms()),
        (_ORGANISATION, organisations.namings()),
        (_LEADER, leaders.by_name()),
    ):
        matcher.add(label, list(parser.tokenizer.pipe(forms)))
    return matcher


@functools.cache
def _not_actors() -> frozenset[str]:
    """Last words of names that contain a state's name but do not mean it: 'Korean War', 'Persian Gulf'."""
    return frozenset(row["head"] for row in rows("name_heads.csv"))


@functools.cache
def _divided() -> tuple[tuple[str, str, str], ...]:
    """What 'the North' and the like mean, as (word, code, code of its opposite)."""
    return tuple((row["word"], row["code"], row["opposite"]) for row in rows("divided.csv"))


class Cast:
    """The actors of one paragraph."""

    def __init__(self, doc: Doc, parser: Language, memory: Memory) -> None:
        self.doc = doc
        self.memory = memory
        self._at: dict[int, Mention] = {}
        matches = _matcher(parser)(doc, as_spans=True)
        self._matches = sorted(filter_spans(matches), key=lambda span: span.start)
        self._labels = _labels(matches)

    def read(self, sentence: Span, on: dt.date | None) -> list[Mention]:
        """Find the mentions of a sentence, as of a date, and keep them in mind."""
        found = [*self._states_and_organisations(sentence, on)]
        for mention in found:
            self._place(mention)
        for mention in self._persons(sentence, on):
            self._place(mention)
            found.append(mention)
        for mention in self._sides(sentence):
            self._place(mention)
            found.append(mention)
        for mention in sorted(found, key=lambda m: m.start):
            for actor in mention.actors:
                self.memory.note(actor)
        return found

    def _place(self, mention: Mention) -> None:
        for index in range(mention.start, mention.end):
            self._at.setdefault(index, mention)

    # -- names -------------------------------------------------------------------------------------------

    def _states_and_organisations(self, sentence: Span, on: dt.date | None) -> Iterator[Mention]:
        for span in self._matches:
            if span.start < sentence.start or span.end > sentence.end or not _is_name(span):
                continue
            labels = self._labels[span.start, span.end]
            if _in_longer_name(span):
                continue
            actor = self._state(span, on) if _STATE in labels else None
            if actor is None and _ORGANISATION in labels:
                actor = _organisation(span, on)
            if actor:
                yield Mention(start=span.start, end=span.end, actors=(actor,))

    def _state(self, span: Span, on: dt.date | None) -> Actor | None:
        if span[0].ent_type_ == "PERSON" and _LEADER in self._labels[span.start, span.end]:
            return None
        naming = states.resolve(span.text, on)
        if naming is None:
            return None
        when = f" on {on.isoformat()}" if on else ""
        how = f"'{span.text}' is a {naming.kind} of {naming.code}{when}"
        return Actor(code=naming.code, name=span.text, role=_state_role(naming.kind), how=how)

    def _sides(self, sentence: Span) -> Iterator[Mention]:
        for token in sentence:
            if token.i in self._at or not token.text.istitle() or token.dep_ in ("compound", "amod"):
                continue
            for word, code, opposite in _divided():
                if token.lower_ == word and self.memory.prior[code] and self.memory.prior[opposite]:
                    how = f"'the {token.text}' of {code} and {opposite}"
                    actor = Actor(code=code, name=f"the {token.text}", role="GOV", how=how)
                    yield Mention(start=token.i, end=token.i + 1, actors=(actor,))
                    break

    # -- persons -----------------------------------------------------------------------------------------

    def _persons(self, sentence: Span, on: dt.date | None) -> Iterator[Mention]:
        for start, end in self._person_spans(sentence):
            name = self.doc[start:end].text
            actor = self._person(name, start, end, on)
            if actor:
                self.memory.note_person(name, actor)
                office = _title(self.doc[start:end])
                if office:
                    self.memory.offices[office] = actor
                yield Mention(start=start, end=end, actors=(actor,), person=True)

    def _person_spans(self, sentence: Span) -> Iterator[tuple[int, int]]:
        seen: set[int] = set()
        spans = [span for span in sentence.ents if span.label_ == "PERSON"]
        spans += [span for span in self._matches if _LEADER in self._labels[span.start, span.end]]
        for span in sorted(spans, key=lambda s: (s.start, -s.end)):
            if not (sentence.start <= span.start < sentence.end) or not _is_name(span):
                continue
            start, end = _trim_titles(self.doc, span.start, span.end)
            covered = range(start, end)
            if start < end and not seen.intersection(covered) and not any(i in self._at for i in covered):
                seen.update(covered)
                yield start, end

    def _person(self, name: str, start: int, end: int, on: dt.date | None) -> Actor | None:
        head = self.doc[start:end].root
        beside = self._beside(head, start, end)
        known = self.memory.persons.get(name.casefold())
        if beside:
            office = _title(self.doc[start:end])
            how = f"{name} stands beside '{beside.name}'"
            return replace(beside, name=name, role="GOV", office=office, how=how)
        leader = self._leader(name, on)
        if known and (leader is None or leader.code == known.code or len(name.split()) == 1):
            return replace(known, how=f"{name} was named before, for {known.code}")
        return leader

    def _beside(self, head: Token, start: int, end: int) -> Actor | None:
        """The actor that stands with a name: 'South Korean President Roh', 'Nasser of Egypt'."""
        for token in (*head.lefts, *head.rights):
            if start <= token.i < end:
                found = self._beside(token, start, end) if token != head else None
                if found:
                    return found
                continue
            if token.dep_ in ("compound", "amod", "nmod", "appos", "poss", "prep"):
                found = self._first_state(token)
                if found:
                    return found
        if head.dep_ == "appos" and not self._at.get(head.head.i):
            return self._first_state(head.head)
        return None

    def _first_state(self, token: Token) -> Actor | None:
        if token.dep_ == "prep" and token.lower_ not in ("of", "from"):
            return None
        for part in token.subtree:
            mention = self._at.get(part.i)
            if mention and not mention.person:
                return mention.actors[0]
        return None

    def _leader(self, name: str, on: dt.date | None) -> Actor | None:
        words = name.replace("-", " ").split()
        full = leaders.find(name, on)
        if full and len(words) > 1:
            return _of_leader(full[0], name, on)
        for form in dict.fromkeys((name, words[-1], words[0])) if words else ():
            for leader in leaders.find(form, on):
                if self._plausible(leader, on) and (len(words) == 1 or _same_person(leader, words)):
                    return _of_leader(leader, name, on)
        return None

    def _plausible(self, leader: leaders.Leader, on: dt.date | None) -> bool:
        """A bare surname means a leader only in or about the time in office, or of a state spoken of."""
        if on is None:
            return bool(self.memory.prior[leader.code])
        slack = dt.timedelta(days=_TERM_SLACK)
        in_time = leader.start - slack <= on and (leader.end is None or on <= leader.end + slack)
        return in_time and bool(self.memory.prior[leader.code])

    # -- whom a noun or pronoun means --------------------------------------------------------------------

    def parties(self, token: Token, wide: bool = False, depth: int = 3) -> list[Named]:
        """The actors that a word stands for. *wide* also looks behind 'with', 'to', 'against' and the like."""
        mention = self._at.get(token.i)
        if mention:
            return [Named(actor=a, start=mention.start, end=mention.end) for a in mention.actors]
        if token.pos_ == "PRON" or token.tag_ == "PRP$":
            return self._pronoun(token)
        if depth == 0 or token.pos_ in ("ADV", "NUM", "PUNCT"):
            return []
        group = self._group(token)
        if group:
            return group
        return self._modifiers(token, depth) or self._owners(token, wide, depth) or self._role(token)

    def _modifiers(self, token: Token, depth: int) -> list[Named]:
        for labels in (("poss",), ("amod", "compound", "nmod", "nummod"), ("appos",)):
            found: list[Named] = []
            for kid in syntax.children(token, *labels):
                if kid.ent_type_ in ("DATE", "TIME") or kid.lower_ in _not_actors():
                    continue
                for part in syntax.coordinated(kid):
                    named = self.parties(part, depth=depth - 1)
                    found += [self._in_role(item, token) for item in named]
            if found:
                return _distinct(found)
        return []

    def _owners(self, token: Token, wide: bool, depth: int) -> list[Named]:
        tied = list(syntax.prepositional(token))
        for prep in _OWNERS + (_OTHERS if wide else ()):
            found = [
                self._in_role(named, token)
                for word, noun in tied if word == prep
                for named in self.parties(noun, wide, depth - 1)
            ]  # fmt: skip
            if found:
                return _distinct(found)
        return []

    def _in_role(self, named: Named, noun: Token) -> Named:
        role = roles.role_of(noun.lemma_.lower())
        if role is None:
            return named
        office = noun.text if role.office else None
        return replace(named, actor=replace(named.actor, role=role.role, office=office))

    def _role(self, token: Token) -> list[Named]:
        """'The President', 'the army': whoever was so called last, else the state last spoken of."""
        role = roles.role_of(token.lemma_.lower())
        definite = any(kid.lower_ == "the" for kid in token.children) or token.text.istitle()
        if role is None or not definite or role.role not in ("GOV", "MIL", "LEG"):
            return []
        actor = self.memory.offices.get(token.lemma_.lower())
        if actor is None and role.office:
            actor = self.memory.person
        if actor is None:
            subject = self.memory.subject
            actor = subject[0] if len({a.code for a in subject}) == 1 else None
        if actor is None:
            return []
        how = f"'the {token.text}' after '{actor.name}'"
        return [
            Named(actor=replace(actor, role=role.role, how=how), start=token.i, end=token.i + 1)
        ]  # fmt: skip

    def _pronoun(self, token: Token) -> list[Named]:
        word = token.lower_
        actors: tuple[Actor, ...] = ()
        if word in _PERSONAL:
            actors = (self.memory.person,) if self.memory.person else ()
        elif word in _NEUTER:
            actors = self._neuter(token)
        elif word in _PLURAL:
            actors = self._plural(token)
        elif word == "both" or (word in _RECIPROCAL and token.nbor(-1).lower_ in ("each", "one")):
            actors = self.memory.pair()
        return [
            Named(actor=replace(a, how=f"'{token.text}' after '{a.name}'"), start=token.i, end=token.i + 1)
            for a in actors
        ]  # fmt: skip

    def _neuter(self, token: Token) -> tuple[Actor, ...]:
        before = self._before(token)
        if before:
            return (before[0],)
        subject = self.memory.subject
        if subject and not self.memory.plural_subject:
            return (subject[0],)
        return (self.memory.recent[-1],) if self.memory.recent else ()

    def _plural(self, token: Token) -> tuple[Actor, ...]:
        before = self._before(token)
        if before:
            return before
        if self.memory.plural_subject and self.memory.subject:
            return self.memory.subject
        return self.memory.pair() or self.memory.subject

    def _before(self, token: Token) -> tuple[Actor, ...]:
        """The subject of the pronoun's own or governing clause, if it stands before the pronoun."""
        verb = syntax.governor(token)
        while verb is not None:
            for subject in syntax.subjects(verb):
                if subject.i < token.i and subject.pos_ != "PRON":
                    found = self.parties(subject, depth=2) if token not in subject.subtree else []
                    own = [named for part in syntax.subjects(verb) for named in self._safe(part, token)]
                    return tuple(item.actor for item in _distinct(own or found))
            verb = syntax.governor(verb)
        return ()

    def _safe(self, part: Token, pronoun: Token) -> list[Named]:
        return [] if part.pos_ == "PRON" or pronoun in part.subtree else self.parties(part, depth=2)

    def _group(self, token: Token) -> list[Named]:
        """'The two countries', 'both sides', 'the three powers'."""
        if token.lemma_.lower() not in _GROUP_WORDS:
            return []
        marks = {kid.lower_ for kid in token.children if kid.dep_ in ("det", "nummod", "predet", "amod", "preconj")}
        if not marks & _PAIR_MARKS or self._named_inside(token):
            return []
        start = min(kid.i for kid in (*token.children, token) if kid.i <= token.i)
        return [
            Named(actor=replace(a, how=f"one of '{self.doc[start : token.i + 1].text}'"), start=start, end=token.i + 1)
            for a in self.memory.pair()
        ]  # fmt: skip

    def _named_inside(self, token: Token) -> bool:
        return any(part.i in self._at for part in token.subtree)

    def named_at(self, token: Token) -> list[Named]:
        """The actors whose name begins at the word."""
        mention = self._at.get(token.i)
        if mention is None or mention.start != token.i:
            return []
        return [Named(actor=a, start=mention.start, end=mention.end) for a in mention.actors]

    def states_in(self, span: Span) -> list[Named]:
        """All actors that a stretch of text names, in order."""
        found, seen = [], -1
        for token in span:
            mention = self._at.get(token.i)
            if mention and mention.start > seen:
                seen = mention.start
                found += [Named(actor=a, start=mention.start, end=mention.end) for a in mention.actors]
        return found


def count_states(doc: Doc, parser: Language) -> Iterator[str]:
    """Codes of the states and organisations that a paragraph names, once a mention."""
    for span in filter_spans(_matcher(parser)(doc, as_spans=True)):
        if span.label_ == _LEADER or not _is_name(span):
            continue
        for naming in states.namings().get(span.text.casefold(), ()):
            yield naming.code
        for organisation in organisations.namings().get(span.text.casefold(), ()):
            yield organisation.code


def _labels(spans: list[Span]) -> dict[tuple[int, int], set[str]]:
    found: dict[tuple[int, int], set[str]] = {}
    for span in spans:
        found.setdefault((span.start, span.end), set()).add(span.label_)
    return found


def _is_name(span: Span) -> bool:
    """Names are written with a capital; 'us' is no state and 'turkey' a bird."""
    words = [token for token in span if token.text[0].isalpha()]
    if not words or not any(token.text[0].isupper() for token in words):
        return False
    short = len(words) == 1 and len(words[0].text) <= 3
    return not (short and not words[0].text.isupper() and words[0].pos_ != "PROPN")


def _in_longer_name(span: Span) -> bool:
    """Whether the words belong to a name that means something else: 'Korean War', 'New Mexico'."""
    doc = span.doc
    after = doc[span.end] if span.end < len(doc) else None
    if after is not None and after.lower_ in _not_actors() and after.text[0].isupper():
        return True
    return span.start > 0 and doc[span.start - 1].text in ("New", "Sea") and doc[span.start - 1].text != span[0].text


def _state_role(kind: str) -> str:
    return "CVL" if kind == "inhabitant" else "GOV"


def _organisation(span: Span, on: dt.date | None) -> Actor | None:
    naming = organisations.resolve(span.text, on)
    if naming is None:
        return None
    how = f"'{span.text}' names {naming.code}"
    return Actor(code=naming.code, name=span.text, role=naming.role, how=how)


def _of_leader(leader: leaders.Leader, name: str, on: dt.date | None) -> Actor:
    term = f"{leader.start.year}-{leader.end.year if leader.end else ''}"
    how = f"{name} was {leader.office} of {leader.code} {term}"
    in_office = on is not None and leader.days_from(on) == 0
    code = states.code_on(leader.code, on) if on and in_office else leader.code
    return Actor(code=code, name=name, role="GOV", office=leader.office, how=how)


def _same_person(leader: leaders.Leader, words: list[str]) -> bool:
    """Whether a longer name can be the leader's: no other given name is known for them."""
    full = leader.name.replace("-", " ").casefold().split()
    given = [word for word in full if word not in {w.casefold() for w in words}]
    return len(full) <= 1 or len(given) < len(full) - 1 or full[0][0] == words[0][0].casefold()


def _trim_titles(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and (roles.role_of(doc[start].lower_) or doc[start].pos_ in ("DET", "PUNCT")):
        start += 1
    while end > start and (doc[end - 1].lower_ in ("'s", "’s") or doc[end - 1].pos_ in ("PUNCT", "PART")):
        end -= 1
    return start, end


def _title(span: Span) -> str | None:
    """The office in front of a name, as a lemma: 'President Roh' gives 'president'."""
    for index in range(span.start - 1, max(span.start - 8, -1), -1):
        token = span.doc[index]
        role = roles.role_of(token.lemma_.lower())
        if role and role.office and token.dep_ in ("compound", "nmod", "appos", "nsubj", "amod"):
            return str(token.lemma_.lower())
        if token.pos_ in ("VERB", "AUX", "PUNCT"):
            return None
    return None


def _distinct(found: list[Named]) -> list[Named]:
    return list({named.code: named for named in reversed(found)}.values())[::-1]
