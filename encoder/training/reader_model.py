"""The reader as a PyTorch module, to be trained."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from encoder.reader import KINDS, Joined, inputs_of
from encoder.session import batches
from encoder.training.onnx_graph import MASKED
from encoder.training.student import precision

INNER = 256
ROWS_AT_ONCE = 8  # of like length: more are slower, their states leave the processor's cache


class Rowwise(nn.Module):
    """Dropout of the same dimensions for all pieces of a row: drawing a number for each piece takes
    a quarter of a step."""

    def __init__(self, share: float = 0.1) -> None:
        """Drop this share."""
        super().__init__()
        self.share = share

    def forward(self, states: Tensor) -> Tensor:
        """The states (rows, pieces, dimension), some dimensions 0 while it learns."""
        if not self.training:
            return states
        kept = torch.rand(states.shape[0], 1, states.shape[2]) > self.share
        return states * (kept.to(states.dtype) / (1 - self.share))


class Reader(nn.Module):
    """What `encoder.training.reader_graph.build_reader` computes, to be trained."""

    def __init__(self, directory: Path) -> None:
        """Begin as the encoder in ``directory``."""
        from transformers import BertModel

        super().__init__()
        self.body: Any = BertModel.from_pretrained(
            directory, add_pooling_layer=False, attn_implementation="eager", local_files_only=True
        ).float()
        self.body.embeddings.requires_grad_(False)
        self.body.embeddings.dropout = Rowwise()
        for layer in self.body.encoder.layer:
            layer.attention.self.dropout.p = 0.0
            layer.attention.output.dropout = layer.output.dropout = Rowwise()
        wide = self.body.config.hidden_size
        self.kind = nn.Embedding(len(KINDS), wide)
        nn.init.normal_(self.kind.weight, std=0.02)
        self.head = nn.Sequential(
            nn.Linear(3 * wide, INNER), nn.GELU(), nn.Dropout(0.1), nn.Linear(INNER, 1)
        )
        self.span = nn.Linear(wide, 2)

    def forward(self, inputs: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """Scores (N,) and logits of where the answer starts and ends (N, n, 2), of padded rows as
        `encoder.reader.inputs_of` makes them."""
        states = self.body.embeddings(input_ids=inputs["input_ids"]) + self.kind(inputs["kinds"])
        penalty = (inputs["attention_mask"][:, None, None, :] == 0) * MASKED
        with precision():
            for layer in self.body.encoder.layer:
                made = layer(states, penalty)
                states = made[0] if isinstance(made, tuple) else made
        states = states.float()
        own = inputs["own"][..., None].bool()
        seen = [
            states[:, 0],
            (states * own).sum(1) / own.sum(1).clamp_min(1),
            states.masked_fill(~own, MASKED).amax(1),
        ]
        return self.head(torch.cat(seen, 1))[:, 0], self.span(states).masked_fill(~own, MASKED)

    def read(self, rows: Sequence[Joined]) -> tuple[Tensor, list[Tensor]]:
        """Scores (N,) in the rows' order, and each row's span logits (n, 2); n is the length of
        the longest row of its batch."""
        scores: list[Any] = [None] * len(rows)
        spans: list[Any] = [None] * len(rows)
        for numbers in batches([len(row.pieces) for row in rows], ROWS_AT_ONCE):
            inputs = inputs_of([rows[number] for number in numbers])
            made = self({name: torch.from_numpy(array) for name, array in inputs.items()})
            for place, number in enumerate(numbers):
                scores[number], spans[number] = (part[place] for part in made)
        return torch.stack(scores), spans
