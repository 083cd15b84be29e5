"""Abbreviations: words whose full stop ends no sentence."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

COMPONENT = "detente_abbreviations"

# A name, a number or a title always follows these.
_BEFORE_NAMES = frozenset(
    "adm amb brig capt cdr cmdr col cpl dr fr ft gen gov hon lt maj messrs mgr mlle mm mme mr mrs ms mt msgr pres prof "
    "rep rev sec sen sgt sr st vs viz cf e.g i.e no nos vol pp art arts para fig ed eds trans "
    "jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
# Those of them that spaCy's tokenizer would part from their full stops.
WHOLE_WORDS = tuple(f"{word}." for word in "Amb Brig Capt Cdr Cmdr Col Cpl Ft Hon Lt Maj Mgr Pres Sec Sgt".split())
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
# After 'U.S.' or an initial, these words begin a new sentence more often than they go on.
_BEGINNERS = frozenset(
    "the a an he she it they we i in on at by for from to after before when while although though as but and "
    "this that these those his her its their there then however meanwhile if because since during under with both some "
    "many most".split()
)


def is_abbreviation(word: str) -> bool:
    """Whether *word*, with its full stop, is one after which a sentence can hardly end."""
    bare = word.rstrip(".").lower()
    return word.endswith(".") and (bare in _BEFORE_NAMES or bool(_INITIALS.fullmatch(word)))


def _goes_on(token: Token, following: Token) -> bool:
    """Whether *following*, which stands after *token*, can't begin a sentence."""
    if following.text[:1].islower():
        return token.text.endswith(".") and len(token.text) > 1
    if not is_abbreviation(token.text):
        return False
    if _INITIALS.fullmatch(token.text):
        return following.lower_ not in _BEGINNERS
    # 'No.' is a whole sentence before anything but a number.
    return token.lower_ not in ("no.", "nos.", "art.", "ed.", "fig.", "mar.") or following.like_num


@Language.component(COMPONENT)
def keep_together(doc: Doc) -> Doc:
    """Tells the parser, which runs next, where no sentence may begin."""
    for token in doc[:-1]:
        following = doc[token.i + 1]
        if token.text.endswith(".") and _goes_on(token, following):
            following.is_sent_start = False
    return doc
