"""Writes the trained network as the files that detente ships: model, vocabulary, labels, card."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any

import corpus
import labels
import numpy as np
import onnx
import torch
from network import Answers, Network
from onnx import ModelProto, TensorProto, helper, numpy_helper
from torch import Tensor, nn

FOLDER = Path(__file__).parents[1] / "src" / "detente" / "coding" / "model"
_OPSET = 18
_WORTH_PACKING = 4096  # numbers; smaller tensors stay as they are


class Served(nn.Module):
    """The network as it is served: one sentence, no padding."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, roles: Tensor) -> tuple[Tensor, ...]:
        return tuple(self.network(ids, roles, torch.ones_like(ids)))


def export(network: Network, tokenizer: Path, measured: dict[str, Any], examples: list[corpus.Example]) -> None:
    """Writes all files of the model's folder."""
    FOLDER.mkdir(exist_ok=True)
    model = packed(as_onnx(network))
    (FOLDER / "model.onnx").write_bytes(model)
    shutil.copyfile(tokenizer, FOLDER / "tokenizer.json")
    digest = sha256(model).hexdigest()
    (FOLDER / "labels.json").write_text(json.dumps(_labels(measured, digest), indent=1) + "\n", encoding="utf-8")
    (FOLDER / "CARD.md").write_text(card(measured, examples, digest, len(model)), encoding="utf-8")


def as_onnx(network: Network) -> ModelProto:
    """The graph in full precision, any number of tokens."""
    network = network.cpu().eval()
    ids = torch.randint(1000, 2000, (1, 24))
    tokens = torch.export.Dim("tokens", min=3, max=128)
    program = torch.onnx.export(
        Served(network).eval(), (ids, torch.zeros_like(ids)), input_names=["ids", "roles"],
        output_names=list(Answers._fields), opset_version=_OPSET, dynamo=True, verbose=False,
        dynamic_shapes={"ids": {1: tokens}, "roles": {1: tokens}},
    )  # fmt: skip
    return program.model_proto


def packed(model: ModelProto) -> bytes:
    """The graph with its large weights as bytes with one scale a column, unpacked when it is loaded.

    The arithmetic stays in full precision: arithmetic in bytes would scale each sentence by its own largest
    number and round differently from one processor to the next.
    """
    graph = model.graph
    nodes, stored = [], []
    for weight in graph.initializer:
        array = numpy_helper.to_array(weight)
        if array.dtype != np.float32 or array.ndim != 2 or array.size < _WORTH_PACKING:
            stored.append(weight)
            continue
        axis = 0 if array.shape[0] > 4 * array.shape[1] else 1  # a table of words has a scale a word
        scale = np.abs(array).max(axis=1 - axis, keepdims=True) / 127 + 1e-12
        values = np.rint(array / scale).astype(np.int8)
        stored += [
            numpy_helper.from_array(values, f"{weight.name}_bytes"),
            numpy_helper.from_array(scale.astype(np.float32), f"{weight.name}_scale"),
        ]
        nodes += [
            helper.make_node("Cast", [f"{weight.name}_bytes"], [f"{weight.name}_wide"], to=TensorProto.FLOAT),
            helper.make_node("Mul", [f"{weight.name}_wide", f"{weight.name}_scale"], [weight.name]),
        ]
    del graph.initializer[:]
    graph.initializer.extend(stored)
    rest = list(graph.node)
    del graph.node[:]
    graph.node.extend([*nodes, *rest])
    onnx.checker.check_model(model)
    return model.SerializeToString()


def _labels(measured: dict[str, Any], digest: str) -> dict[str, Any]:
    return {
        "sha256": digest,
        "temperature": measured["temperature"],
        "context_cut": measured["context_cut"],
        "types": labels.TYPES,
        "modes": labels.MODES,
        "contexts": labels.CONTEXTS,
        "modalities": labels.MODALITIES,
    }


def card(measured: dict[str, Any], examples: list[corpus.Example], digest: str, size: int) -> str:
    """What the model is, what it learned from, how well it does, and what it is not for."""
    counts = Counter(each.type for each in examples)
    rows = [f"| {name} | {counts[name]} | {score:.2f} |" for name, score in measured["by_type"].items()]
    figures = [
        f"| {label} | {measured[name]:.3f} |"
        for name, label in (
            ("macro_f1", "type, macro F1 over 17 (no event is one)"), ("quad_accuracy", "quad class, accuracy"),
            ("mode_accuracy", "mode, accuracy among those of the right type"),
            ("contexts_micro_f1", "contexts, micro F1"), ("modality_macro_f1", "modality, macro F1"),
            ("calibration_error", "expected calibration error of the confidence"),
        )
    ]  # fmt: skip
    return _CARD.format(
        rows=len(examples), held=measured["rows"], digest=digest, size=size / 1e6,
        figures="\n".join(figures), types="\n".join(rows),
    )  # fmt: skip


_CARD = """# The learned coder

Reads one English sentence in which a source and a target are marked, and says what the one did to the other:
PLOVER type or no event, mode, contexts, modality, with a calibrated confidence.

- Encoder: all-MiniLM-L6-v2 (22 million parameters, Apache-2.0), six layers, fine-tuned; word embeddings as they came.
- Learned from: {rows} sentences of this project (`training/corpus/`, MIT), written for it in wire and history style.
  Beside them, short sentences composed from 280 verb phrases by the codebook's rules (`training/compose.py`). No row of
  a public data set trained it or set one of its thresholds.
- Files: `model.onnx` ({size:.1f} MB; weights in bytes with a scale a column, arithmetic in full precision),
  `tokenizer.json`, `labels.json`.
- SHA-256 of `model.onnx`: `{digest}`

## Scores on own sentences held out

A fifth of the corpus ({held} sentences), chosen by a hash of the words, was kept from the first training; these scores,
the temperature and the context threshold are that training's. The shipped weights went on from there over all
sentences. Triggers were not marked. `benchmarks/classify.py` measures the shipped model on data of other hands.

| what | score |
| --- | --: |
{figures}

| type | sentences | F1 held out |
| --- | --: | --: |
{types}

## Limits

- English alone; sentences of more than 128 word pieces are read around their marked words.
- One act a sentence: where several are told of the same two actors and no trigger is marked, it picks one.
- Who acts on whom is not its question: source and target must be given, and swapping them seldom changes the type.
- Modes and contexts with few sentences (see `training/corpus/`) are guesses; modality other than actual is rarer in
  the corpus than in news.
- The confidence was calibrated on sentences of this project and is less honest on text of another kind.
"""
