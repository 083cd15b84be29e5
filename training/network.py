"""The network: an encoder that reads a marked sentence, and one head for each question asked of it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from transformers import BertModel

from detente.coding.marked import ROLES

_POOLS = 4  # the whole sentence, what the network attends to in it, its source, its target


class Answers(NamedTuple):
    """Logits, one row a sentence."""

    types: Tensor
    modes: Tensor
    contexts: Tensor
    modality: Tensor
    promised: Tensor


class Network(nn.Module):
    """Word embeddings stay as they came, since a small corpus only spoils them; everything else learns."""

    def __init__(self, base: Path, sizes: tuple[int, ...], dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(base, add_pooling_layer=False, attn_implementation="eager")
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        width = self.encoder.config.hidden_size
        self._give_roles(width)
        self.joint = nn.Sequential(
            nn.Dropout(dropout), nn.Linear(_POOLS * width, width), nn.GELU(), nn.LayerNorm(width), nn.Dropout(dropout)
        )
        self.attention = nn.Linear(width, 1)
        self.heads = nn.ModuleList(nn.Linear(width, size) for size in sizes)

    def _give_roles(self, width: int) -> None:
        """One more embedding of each token: its role, which starts from the encoder's single segment."""
        old = self.encoder.embeddings.token_type_embeddings.weight.data[0]
        roles = nn.Embedding(len(ROLES), width)
        roles.weight.data = old.repeat(len(ROLES), 1) + 0.02 * torch.randn(len(ROLES), width)
        roles.weight.data[0] = old
        self.encoder.embeddings.token_type_embeddings = roles

    def forward(self, ids: Tensor, roles: Tensor, mask: Tensor) -> Answers:
        """ids, roles: int64 (rows, tokens); mask: 1 where there is a token."""
        words = self.encoder(input_ids=ids, token_type_ids=roles, attention_mask=mask).last_hidden_state
        pools = [_mean(words, mask), self._attended(words, mask), _mean(words, roles == 1), _mean(words, roles == 2)]
        joint = self.joint(torch.cat(pools, dim=-1))
        return Answers(*(head(joint) for head in self.heads))

    def _attended(self, words: Tensor, mask: Tensor) -> Tensor:
        shares = self.attention(words).masked_fill(mask.unsqueeze(-1) == 0, -1e4).softmax(dim=1)
        return (words * shares).sum(dim=1)

    def groups(self, rate: float, head_rate: float, decay: float = 0.9) -> list[dict[str, object]]:
        """Parameters for the optimiser: deeper layers learn more slowly."""
        layers = self.encoder.encoder.layer
        found: list[dict[str, object]] = [
            {"params": list(layer.parameters()), "lr": rate * decay ** (len(layers) - 1 - depth)}
            for depth, layer in enumerate(layers)
        ]
        below = [p for p in self.encoder.embeddings.parameters() if p.requires_grad]
        found.append({"params": below, "lr": rate * decay ** len(layers)})
        above = [*self.joint.parameters(), *self.attention.parameters(), *self.heads.parameters()]
        found.append({"params": above, "lr": head_rate})
        return found


def _mean(words: Tensor, chosen: Tensor) -> Tensor:
    weight = chosen.to(words.dtype).unsqueeze(-1)
    return (words * weight).sum(dim=1) / weight.sum(dim=1).clamp(min=1.0)
