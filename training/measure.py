"""How well the held-out sentences are coded, and the temperature that makes the confidence honest."""

from __future__ import annotations

from typing import Any

import corpus
import labels
import numpy as np

_BINS = 10


def measure(examples: list[corpus.Example], logits: list[np.ndarray]) -> dict[str, Any]:
    """Scores and calibration as JSON has them. `logits`: of each head, in the order of `Answers`, by example."""
    types, modes, contexts, modality, promised = logits
    right = [labels.target(each) for each in examples]
    kinds = np.array([each.type for each in right])
    quads = np.array(labels.QUADS)
    heat = temperature(types, kinds)
    chances = softmax(types / heat)
    guess = chances.argmax(axis=1)
    by_type = {name: f1(kinds == at, guess == at) for at, name in enumerate(labels.TYPES)}
    cut = context_cut(contexts, right)
    return {
        "rows": len(examples),
        "temperature": heat,
        "context_cut": cut,
        "macro_f1": float(np.mean(list(by_type.values()))),
        "accuracy": float(np.mean(kinds == guess)),
        "quad_accuracy": float(np.mean(quads[kinds] == quads[guess])),
        "calibration_error": calibration_error(chances.max(axis=1), kinds == guess),
        "mode_accuracy": _mode_accuracy(modes, right),
        "contexts_micro_f1": _contexts_f1(contexts, right, cut),
        "modality_macro_f1": _modality_f1(modality, right),
        "promise_accuracy": _promise_accuracy(promised, right),
        "by_type": by_type,
        "confusions": _confusions(kinds, guess),
    }


def temperature(logits: np.ndarray, right: np.ndarray) -> float:
    """The divisor of the logits with the least cross-entropy, but never one that makes the model surer.

    What it will be asked to read was written by other hands than the corpus, so it is never better than here.
    """
    candidates = np.exp(np.linspace(0.0, np.log(4.0), 80))
    losses = [-np.log(softmax(logits / heat)[np.arange(len(right)), right] + 1e-12).mean() for heat in candidates]
    return float(candidates[int(np.argmin(losses))])


def softmax(logits: np.ndarray) -> np.ndarray:
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return shifted / shifted.sum(axis=-1, keepdims=True)


def calibration_error(confidence: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error over ten equal bins of confidence."""
    bins = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
    gaps = [
        (bins == each).mean() * abs(confidence[bins == each].mean() - right[bins == each].mean())
        for each in range(_BINS)
        if (bins == each).any()
    ]
    return float(sum(gaps))


def f1(gold: np.ndarray, guess: np.ndarray) -> float:
    """F1 of two boolean arrays; 0 where neither holds anything."""
    both = (gold & guess).sum()
    return float(2 * both / max(1, gold.sum() + guess.sum()))


def context_cut(logits: np.ndarray, right: list[labels.Target]) -> float:
    """The logit from which a context is given, by micro F1."""
    return max((float(cut) for cut in np.linspace(-2, 3, 26)), key=lambda cut: _contexts_f1(logits, right, cut))


def _contexts_f1(logits: np.ndarray, right: list[labels.Target], cut: float) -> float:
    gold = np.zeros_like(logits, dtype=bool)
    for row, each in enumerate(right):
        gold[row, list(each.contexts or ())] = True
    return f1(gold, logits >= cut)


def _mode_accuracy(logits: np.ndarray, right: list[labels.Target]) -> float:
    """Among the modes of the right type."""
    hits = [
        (own := labels.modes_of(each.type))[int(logits[row, own].argmax())] == each.mode
        for row, each in enumerate(right)
        if each.mode is not None
    ]
    return float(np.mean(hits))


def _modality_f1(logits: np.ndarray, right: list[labels.Target]) -> float:
    gold, guess = np.array([each.modality for each in right]), logits.argmax(axis=1)
    return float(np.mean([f1(gold == at, guess == at) for at in range(len(labels.MODALITIES))]))


def _promise_accuracy(logits: np.ndarray, right: list[labels.Target]) -> float:
    """Among concessions."""
    hits = [(logits[row, 0] > 0) == each.promised for row, each in enumerate(right) if each.promised is not None]
    return float(np.mean(hits))


def _confusions(gold: np.ndarray, guess: np.ndarray, most: int = 15) -> list[tuple[str, str, int]]:
    """The commonest mistakes as (right, guessed, how often)."""
    pairs: dict[tuple[str, str], int] = {}
    for right, wrong in zip(gold, guess, strict=True):
        if right != wrong:
            key = labels.TYPES[right], labels.TYPES[wrong]
            pairs[key] = pairs.get(key, 0) + 1
    return [(*key, count) for key, count in sorted(pairs.items(), key=lambda item: -item[1])[:most]]


def table(measured: dict[str, Any]) -> str:
    """The measures as lines of text."""
    plain = [f"{name:20} {value:.3f}" for name, value in measured.items() if isinstance(value, float)]
    types = [f"  {name:18} {value:.3f}" for name, value in measured["by_type"].items()]
    mistaken = [f"  {count:3} {right} read as {wrong}" for right, wrong, count in measured["confusions"]]
    return "\n".join([f"{measured['rows']} sentences", *plain, *types, *mistaken])
