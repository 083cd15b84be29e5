"""Which words English has, as far as the parser's own tables know it.

The rule lemmatizer of the English models carries WordNet's lemmas with the endings and the irregular forms that
lead to them; the vectors hold half a million forms that were seen in the wild, misprints among them. A word
is `known` by the first and `seen` by the second.
"""

from __future__ import annotations

import functools

from spacy.language import Language
from spacy.lookups import Lookups

from detente.reading.parser import parser

NOUN, VERB, ADJECTIVE, ADVERB = "noun", "verb", "adj", "adv"


class Dictionary:
    """English words by their form."""

    def __init__(self, nlp: Language) -> None:
        tables: Lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
        index, rules, irregular = (tables.get_table(f"lemma_{name}") for name in ("index", "rules", "exc"))
        self._lemmas = {kind: frozenset(index[kind]) for kind in (NOUN, VERB, ADJECTIVE, ADVERB)}
        self._rules = {kind: tuple(map(tuple, rules.get(kind, ()))) for kind in self._lemmas}
        self._irregular = {kind: irregular.get(kind, {}) for kind in self._lemmas}
        self._vocab = nlp.vocab
        self._function_words = frozenset(nlp.Defaults.stop_words)
        self.is_a = functools.lru_cache(100_000)(self._is_a)

    def _is_a(self, word: str, kind: str) -> bool:
        """Whether lower-case *word* is a form of a lemma of that *kind*."""
        lemmas = self._lemmas[kind]
        if word in lemmas or word in self._irregular[kind]:
            return True
        return any(
            word.endswith(ending) and word[: len(word) - len(ending)] + lemma_ending in lemmas
            for ending, lemma_ending in self._rules[kind]
        )

    def is_function_word(self, word: str) -> bool:
        return word in self._function_words

    def is_past(self, word: str) -> bool:
        """Whether lower-case *word* is a past form of a verb, whatever else it is."""
        return word in self._irregular[VERB] or (word.endswith("ed") and self.is_a(word, VERB))

    def known(self, word: str) -> bool:
        """Whether lower-case *word* is in the dictionary in this form."""
        return word in self._function_words or any(self.is_a(word, kind) for kind in self._lemmas)

    def seen(self, word: str) -> bool:
        """Whether *word* was seen in the wild, as a misprint if need be."""
        return bool(self._vocab.has_vector(word))

    def rank(self, word: str) -> int:
        """The lower, the commoner the word is; for words that are `seen`."""
        return int(self._vocab[word].rank)


@functools.cache
def dictionary() -> Dictionary:
    """The dictionary of the parser. Raises MissingPartError if there is no parser."""
    return Dictionary(parser())
