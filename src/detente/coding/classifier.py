"""The learned coder: reads a sentence with its actors marked, and says what the one did to the other.

The model is a small encoder with one head a question (type, mode, contexts, modality), trained on the project's
own corpus by `training/train.py` and shipped in `model/`. It is loaded at first use and needs ONNX Runtime alone.
Sentences are read one at a time without padding, each on one thread, so that an answer never depends on what is read
beside it.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from detente.coding.marked import Marked, Tokens, Vocabulary
from detente.errors import MissingPartError
from detente.model import EventType, Modality

THREADS = 2  # sentences read at once

Logits = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the model takes a sentence to say.

    `type`: None where it tells of no event. `probabilities`: of each type, and of None, adding up to 1.
    `confidence`: the probability of `type`, calibrated. `mode`, `contexts`: those of `event`, the likeliest type
    if something did happen; `modality`: whether it did. `promised`: the probability that a concession, if it is one,
    is promised and not yet made, which CAMEO tells apart (035 and 08) and PLOVER doesn't.
    """

    type: EventType | None
    probabilities: Mapping[EventType | None, float]
    mode: str | None
    contexts: tuple[str, ...]
    modality: Modality
    promised: float

    @property
    def confidence(self) -> float:
        return self.probabilities[self.type]

    @property
    def event(self) -> EventType:
        """The likeliest type, given that there is an event."""
        return max(EventType, key=lambda kind: self.probabilities[kind])

    @property
    def event_confidence(self) -> float:
        """The probability of `event`, given that there is an event."""
        return self.probabilities[self.event] / max(1.0 - self.probabilities[None], 1e-9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What the model's outputs mean, in their order, and how its logits become answers."""

    types: tuple[EventType | None, ...]
    modes: tuple[tuple[EventType | None, str | None], ...]
    contexts: tuple[str, ...]
    modalities: tuple[Modality, ...]
    temperature: float
    context_cut: float
    model: str

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Labels:
        """From the JSON that the training script writes."""
        return cls(
            types=tuple(_kind(name) for name in stored["types"]),
            modes=tuple((_kind(kind), None if mode == "-" else mode) for kind, mode in stored["modes"]),
            contexts=tuple(stored["contexts"]),
            modalities=tuple(Modality(name) for name in stored["modalities"]),
            temperature=stored["temperature"],
            context_cut=stored["context_cut"],
            model=stored["sha256"],
        )


def classify(rows: Iterable[Marked]) -> list[Reading]:
    """One reading a sentence, in order; the same whatever stands beside it.

    Raises MissingPartError if ONNX Runtime is not installed or the shipped model is damaged.
    """
    model = _model()
    with ThreadPoolExecutor(THREADS) as readers:
        return list(readers.map(model.read, rows))


class Model:
    """The loaded network with its vocabulary and labels."""

    def __init__(self, session: Any, vocabulary: Vocabulary, labels: Labels) -> None:
        self._session = session
        self._vocabulary = vocabulary
        self.labels = labels

    def read(self, row: Marked) -> Reading:
        """The reading of one sentence."""
        types, modes, contexts, modality, promised = self._logits(self._vocabulary.encode(row))
        labels = self.labels
        chances = _softmax(types / labels.temperature)
        probabilities = dict(zip(labels.types, map(float, chances), strict=True))
        kind = labels.types[int(chances.argmax())]
        event = max(EventType, key=lambda each: probabilities[each])
        return Reading(
            type=kind,
            probabilities=probabilities,
            mode=self._mode(event, modes),
            contexts=tuple(
                name for name, logit in zip(labels.contexts, contexts, strict=True) if logit >= labels.context_cut
            ),
            modality=labels.modalities[int(modality.argmax())],
            promised=float(1 / (1 + np.exp(-promised[0]))),
        )

    def _mode(self, event: EventType, logits: Logits) -> str | None:
        own = [index for index, (kind, _) in enumerate(self.labels.modes) if kind is event]
        return self.labels.modes[max(own, key=lambda index: logits[index])][1] if own else None

    def _logits(self, tokens: Tokens) -> tuple[Logits, ...]:
        feed = {
            "ids": np.array([tokens.ids], dtype=np.int64),
            "roles": np.array([tokens.roles], dtype=np.int64),
        }
        return tuple(cast(Logits, found[0]) for found in self._session.run(None, feed))


def model_hash() -> str:
    """SHA-256 of the shipped model, as its card prints it."""
    return _model().labels.model


@functools.cache
def _model() -> Model:
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ImportError as error:
        raise MissingPartError("the learned coder needs ONNX Runtime", "pip install onnxruntime tokenizers") from error
    folder = files("detente.coding") / "model"
    network = (folder / "model.onnx").read_bytes()
    labels = Labels.of(json.loads((folder / "labels.json").read_text(encoding="utf-8")))
    if sha256(network).hexdigest() != labels.model:
        raise MissingPartError("the learned coder's model is damaged", "install detente again")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
    return Model(session, Vocabulary.of(tokenizer), labels)


def _kind(name: str) -> EventType | None:
    return None if name == "NONE" else EventType(name)


def _softmax(logits: Logits) -> Logits:
    shifted = np.exp(logits - logits.max())
    return cast(Logits, shifted / shifted.sum())
