"""What verbs do to the act in their complement (`tables/matrix_verbs.csv`)."""

from __future__ import annotations

import functools

from spacy.tokens import Token

from detente.knowledge.tables import rows


def matrix_effect(verb: Token) -> str | None:
    """What a verb does to the act in its complement: 'actual', 'future', 'hypothetical', 'negated', 'said'."""
    return _matrix().get(verb.lemma_.lower())


def continues(verb: Token) -> bool:
    """Whether an act in the verb's complement is still told of: 'managed to', 'said that'."""
    return matrix_effect(verb) is not None or verb.pos_ == "AUX"


@functools.cache
def _matrix() -> dict[str, str]:
    return {row["lemma"]: row["effect"] for row in rows("matrix_verbs.csv")}
