"""The student in training: texts as pieces, vectors with gradients, and back to a directory.

Batches are cut by padded pieces rather than by texts, so that a step takes about as long for
passages as for titles. Where the machine computes bfloat16 natively the body runs in it and the
weights stay float32 (mixed precision, Micikevicius et al. 2018).
"""

import contextlib
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from encoder.training import rarity

Pieces = np.ndarray
"""A text as int32 piece ids, specials included."""

WEIGHTS = "model.safetensors"


def device() -> torch.device:
    """Return the GPU if there is one, else the CPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


class Student(nn.Module):
    """A BERT encoder with mean pooling, weighted by piece, and unit vectors.

    Attention is written out ("eager"): on a CPU, PyTorch's fused kernel takes twice as long in the
    backward pass of texts this short.
    """

    weights: Tensor

    def __init__(self, directory: Path, longest: int = 256) -> None:
        """Load a sentence-transformers directory whose first module is a BERT."""
        from transformers import BertModel

        super().__init__()
        self.directory = directory
        self.longest = longest
        self.body: Any = BertModel.from_pretrained(
            directory, add_pooling_layer=False, attn_implementation="eager", local_files_only=True
        ).float()
        words = self.body.embeddings.word_embeddings
        # A batch meets some 2,000 pieces of 48,000: the gradient holds those rows only.
        words.sparse = True
        self._tokenizer = Tokenizer.from_file(str(directory / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(longest)
        size = words.weight.shape[0]
        # Not among the weights that are trained, kept in checkpoints and blended.
        self.register_buffer(
            "weights", torch.from_numpy(rarity.read(directory, size)), persistent=False
        )
        self.eval()  # no dropout: the teacher's vector is the same every time
        self.to(device())

    def cut(self, texts: Sequence[str]) -> list[Pieces]:
        """Return each text's piece ids, at most `longest` of them."""
        found = []
        for start in range(0, len(texts), 10_000):
            encodings = self._tokenizer.encode_batch(list(texts[start : start + 10_000]))
            found += [np.array(encoding.ids, dtype=np.int32) for encoding in encodings]
        return found

    def forward(self, texts: Sequence[Pieces]) -> Tensor:
        """Return the (texts, dimension) float32 unit vectors."""
        ids, mask = _padded(texts)
        ids, mask = ids.to(device()), mask.to(device())
        with precision():
            states = self.body(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        weights = (mask * self.weights[ids])[:, :, None]
        return functional.normalize((states * weights).sum(1) / weights.sum(1), dim=1)

    def weigh(self, weights: np.ndarray) -> None:
        """From now on pool with these weights, float32 (pieces,)."""
        self.weights.copy_(torch.from_numpy(weights))

    def grouped(self, texts: Sequence[Pieces], budget: int = 3_072) -> Tensor:
        """Return `forward(texts)`, run in groups of like length so that little is padding."""
        groups = list(by_length([len(text) for text in texts], budget))
        made = torch.cat([self([texts[row] for row in rows]) for rows in groups])
        return made[torch.from_numpy(np.argsort(np.concatenate(groups))).to(device())]

    @torch.no_grad()
    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return the (texts, dimension) float32 unit vectors, without gradients."""
        return vectors(self, self.cut(texts))

    def blend(self, other: Path, share: float) -> None:
        """Move the weights `share` of the way to those of another student's directory."""
        theirs = Student(other).state_dict()
        self.load_state_dict(
            {
                name: torch.lerp(weight, theirs[name], share)
                if weight.is_floating_point()
                else weight
                for name, weight in self.state_dict().items()
            }
        )

    def save(self, target: Path) -> None:
        """Write a sentence-transformers directory: the one it was loaded from, with its weights."""
        from safetensors.torch import load_file, save_file

        shutil.copytree(self.directory, target, dirs_exist_ok=True)
        names = load_file(self.directory / WEIGHTS)
        state = {name: weight.cpu().contiguous() for name, weight in self.body.state_dict().items()}
        kept = {name: state.get(name, weight) for name, weight in names.items()}
        if missing := state.keys() - names.keys() - {"embeddings.position_ids"}:
            raise ValueError(f"weights without a place in {self.directory}: {sorted(missing)}")
        save_file(kept, target / WEIGHTS, metadata={"format": "pt"})
        weights = self.weights.cpu().numpy()
        if (weights != 1).any():
            vocabulary = self._tokenizer.get_vocab()
            rarity.write(target, sorted(vocabulary, key=vocabulary.__getitem__), weights)


@torch.no_grad()
def vectors(student: Student, texts: Sequence[Pieces], budget: int = 16_384) -> np.ndarray:
    """Return the (texts, dimension) float32 unit vectors of cut texts, longest first for memory."""
    made = np.empty((len(texts), student.body.config.hidden_size), dtype=np.float32)
    for rows in by_length([len(text) for text in texts], budget):
        made[rows] = student([texts[row] for row in rows]).cpu().numpy()
    return made


def by_length(lengths: Sequence[int], budget: int) -> Iterator[np.ndarray]:
    """Yield the rows in batches of like length, of at most `budget` pieces with their padding."""
    order = np.argsort(lengths, kind="stable")[::-1]
    start = 0
    while start < len(order):
        size = max(1, budget // lengths[order[start]])
        yield order[start : start + size]
        start += size


def precision() -> contextlib.AbstractContextManager[Any]:
    """Return the context that the body is computed in: bfloat16 where the machine has it."""
    if device().type == "cuda" or torch.ops.mkldnn._is_mkldnn_bf16_supported():
        return torch.autocast(device().type, torch.bfloat16)
    return contextlib.nullcontext()


def _padded(texts: Sequence[Pieces]) -> tuple[Tensor, Tensor]:
    longest = max(len(text) for text in texts)
    ids = np.zeros((len(texts), longest), dtype=np.int64)
    for row, text in enumerate(texts):
        ids[row, : len(text)] = text
    return torch.from_numpy(ids), torch.from_numpy((ids != 0).astype(np.int64))
