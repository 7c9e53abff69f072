"""The reader: how well a sentence answers a question, and with which of its words.

A small transformer over the bundled encoder's word-piece states of question and sentence, which
stay as the encoder gives them: two layers of 128 dimensions that see both at once, and beside them
how close each piece comes to one of the other side (after Khattab & Zaharia 2020, ColBERT). Numpy
does; the encoder is what takes the time. `encoder.training.reader` makes the weights.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from encoder import manifest as manifests
from encoder.bundled import BundledEncoder
from encoder.errors import EncoderError

if TYPE_CHECKING:
    import numpy as np

WEIGHTS_NAME = "reader.npz"
QUESTION_PIECES, TITLE_PIECES, BEFORE_PIECES, SENTENCE_PIECES = 40, 24, 40, 128
HEADS = 4
_AT_ONCE = 32  # sentences of one pass, so that padding and memory stay small
_NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence to read: its text, the title of its document, and the sentence before it."""

    sentence: str
    title: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What the reader made of a sentence.

    ``score`` is a logit, comparable between the sentences of a question; ``start`` and ``end`` are
    where in the sentence the answer would stand; ``cosine`` is that of sentence (with its title and
    the sentence before) and question; ``covered`` is how near, 0 to 1, the sentence's own pieces
    come to each of the question's, rare ones counting more.
    """

    score: float
    start: int
    end: int
    cosine: float
    covered: float


class BundledReader:
    """Reads sentences for a question in French or English, in either language.

    Opens nothing before its first use. One instance may be shared between threads.

    >>> reader = BundledReader(BundledEncoder())
    >>> sentence = Said("The meeting took place in Ghent on 4 May.", title="Minutes")
    >>> found = reader.read("Where was the meeting?", [sentence])[0]
    >>> sentence.sentence[found.start : found.end]
    'Ghent'
    """

    def __init__(self, encoder: BundledEncoder, path: Path | None = None) -> None:
        """Read with ``encoder``'s states and the weights in ``path``, or those beside its own."""
        self.encoder = encoder
        self.path = path or encoder.directory / WEIGHTS_NAME
        self._lock = threading.RLock()

    def read(self, question: str, sentences: Sequence[Said]) -> list[Found]:
        """What is found in each sentence, in their order.

        Raises:
            EncoderError: the weights are missing, or were trained on another encoder.
        """
        import numpy as np

        asked = self.encoder.pieces([question])[0][0][:QUESTION_PIECES]
        if not (sentences and asked):
            return [Found(_NEVER, 0, 0, 0.0, 0.0) for _ in sentences]
        ((vector, states),) = self.encoder.states([asked])
        cut = [self._cut(said) for said in sentences]
        read = self.encoder.states([ids for ids, _, _ in cut])
        found: list[Found | None] = [None] * len(sentences)
        order = sorted(range(len(sentences)), key=lambda row: len(cut[row][0]))
        for first in range(0, len(order), _AT_ONCE):
            rows = order[first : first + _AT_ONCE]
            cosines = np.array([read[row][0] @ vector for row in rows], dtype=np.float32)
            inputs = _inputs(
                states[1:-1],
                self._rarity[asked],
                [read[row][1][1:-1] for row in rows],
                [cut[row][1] for row in rows],
            )
            scores, spans, covered = forward(self._weights, *inputs, cosines)
            for place, row in enumerate(rows):
                start, end = _best_span(spans[place], cut[row][1], cut[row][2])
                found[row] = Found(
                    float(scores[place]), start, end, float(cosines[place]), float(covered[place])
                )
        return [one for one in found if one is not None]

    def _cut(self, said: Said) -> tuple[list[int], int, list[tuple[int, int]]]:
        """Piece ids, how many of them come before the sentence's, and the sentence's offsets."""
        (title, _), (before, _), (ids, offsets) = self.encoder.pieces(
            [said.title, said.before, said.sentence]
        )
        around = [*title[:TITLE_PIECES], *before[-BEFORE_PIECES:]]
        return [*around, *ids[:SENTENCE_PIECES]], len(around), offsets[:SENTENCE_PIECES]

    @property
    def _weights(self) -> dict[str, np.ndarray]:
        with self._lock:
            return self._loaded

    @property
    def _rarity(self) -> np.ndarray:
        return self._weights["rarity"]

    @cached_property
    def _loaded(self) -> dict[str, Any]:
        import numpy as np

        try:
            with np.load(self.path, allow_pickle=False) as held:
                made_on = str(held["encoder"])
                weights = {n: held[n].astype(np.float32) for n in held.files if n != "encoder"}
        except (OSError, ValueError, KeyError) as error:
            raise manifests.missing(self.path) from error
        if made_on != self.encoder.fingerprint:
            raise EncoderError(
                f"The reader's weights {self.path} were made on encoder {made_on}, not on "
                f"{self.encoder.fingerprint}. Make them with `python -m encoder.training.reader`."
            )
        return weights


def forward(
    weights: dict[str, np.ndarray],
    question: np.ndarray,
    rarity: np.ndarray,
    context: np.ndarray,
    there: np.ndarray,
    own: np.ndarray,
    cosines: np.ndarray,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Scores (N,), logits of where an answer starts and ends (N, n, 2), and coverage (N,).

    ``question`` (m, 384) and ``rarity`` (m,) are the question's states and weights; ``context``
    (N, n, 384) those of titles and sentences, ``there`` (N, n) says which are real and ``own``
    (N, n) which are the sentence's own; ``cosines`` (N,) are of the pooled vectors.
    """
    import numpy as np

    count, asked = len(context), len(question)
    close = _unit(context) @ _unit(question).T  # N n m
    close = np.where(there[..., None], close, 0.0)
    all_q = close.max(1)
    own_q = np.where(own[..., None], close, -1.0).max(1)
    share = rarity / max(rarity.sum(), 1e-6)
    wide, covered = all_q @ share, own_q @ share
    nearest = close.max(2)
    weight = weights
    from_question = (
        _linear(weight, "proj", question)[None]
        + weight["seg.weight"][0]
        + _linear(weight, "sim", np.stack([all_q, own_q], 2))
    )
    from_context = (
        _linear(weight, "proj", context)
        + weight["seg.weight"][np.where(own, 2, 1)]
        + _linear(weight, "sim", np.stack([nearest, nearest], 2))
    )
    states = np.concatenate([from_question, from_context], axis=1)
    mask = np.concatenate([np.ones((count, asked), dtype=bool), there], axis=1)
    penalty = np.where(mask, 0.0, _NEVER).astype(np.float32)[:, None, None, :]
    layer = 0
    while f"layers.{layer}.norm1.weight" in weight:
        states = _layer(weight, f"layers.{layer}", states, penalty)
        layer += 1
    states = _norm(weight, "norm", states)
    ours, theirs = states[:, :asked], states[:, asked:]
    mean = np.where(own[..., None], theirs, 0.0).sum(1) / np.maximum(own.sum(1), 1)[:, None]
    most = np.where(own[..., None], theirs, _NEVER).max(1)
    seen = np.concatenate([ours.mean(1), mean, most, np.stack([cosines, wide, covered], 1)], axis=1)
    scores = _linear(weight, "head.3", _gelu(_linear(weight, "head.0", seen)))[:, 0]
    spans = np.where(own[..., None], _linear(weight, "span", theirs), _NEVER)
    return scores, spans, covered


def _layer(weight: dict[str, np.ndarray], name: str, x: np.ndarray, penalty: np.ndarray) -> Any:
    """One pre-norm transformer layer, as PyTorch's ``TransformerEncoderLayer`` has it."""
    import numpy as np

    normed = _norm(weight, f"{name}.norm1", x)
    joint = normed @ weight[f"{name}.self_attn.in_proj_weight"].T
    joint += weight[f"{name}.self_attn.in_proj_bias"]
    count, length, wide = x.shape
    query, key, value = (
        part.reshape(count, length, HEADS, wide // HEADS).transpose(0, 2, 1, 3)
        for part in np.split(joint, 3, axis=2)
    )
    logits = query @ key.transpose(0, 1, 3, 2) / np.float32((wide // HEADS) ** 0.5) + penalty
    logits = np.exp(logits - logits.max(-1, keepdims=True))
    attended = (logits / logits.sum(-1, keepdims=True)) @ value
    attended = attended.transpose(0, 2, 1, 3).reshape(count, length, wide)
    x = x + _linear(weight, f"{name}.self_attn.out_proj", attended)
    inner = _gelu(_linear(weight, f"{name}.linear1", _norm(weight, f"{name}.norm2", x)))
    return x + _linear(weight, f"{name}.linear2", inner)


def _linear(weight: dict[str, np.ndarray], name: str, x: np.ndarray) -> np.ndarray:
    return x @ weight[f"{name}.weight"].T + weight[f"{name}.bias"]


def _norm(weight: dict[str, np.ndarray], name: str, x: np.ndarray) -> np.ndarray:
    centred = x - x.mean(-1, keepdims=True)
    scaled = centred / (centred.var(-1, keepdims=True) + 1e-5) ** 0.5
    return scaled * weight[f"{name}.weight"] + weight[f"{name}.bias"]


def _gelu(x: np.ndarray) -> np.ndarray:
    """x times the normal distribution's share below it, by Winitzki's approximation of erf."""
    import numpy as np

    square = x * x / 2
    inner = square * (4 / np.pi + 0.147 * square) / (1 + 0.147 * square)
    return x * (1 + np.sign(x) * np.sqrt(1 - np.exp(-inner))) / 2


def _unit(x: np.ndarray) -> np.ndarray:
    import numpy as np

    return x / np.maximum(np.linalg.norm(x, axis=-1, keepdims=True), 1e-12)


def _inputs(
    question: np.ndarray, rarity: np.ndarray, read: Sequence[np.ndarray], around: Sequence[int]
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """What `forward` takes, padded to the longest."""
    import numpy as np

    longest = max(1, *map(len, read))
    context = np.zeros((len(read), longest, question.shape[1]), dtype=np.float32)
    there = np.zeros((len(read), longest), dtype=bool)
    own = np.zeros_like(there)
    for row, (states, before) in enumerate(zip(read, around, strict=True)):
        context[row, : len(states)] = states
        there[row, : len(states)] = True
        own[row, before : len(states)] = True
    return question, rarity, context, there, own


def _best_span(
    logits: np.ndarray, before: int, offsets: Sequence[tuple[int, int]], longest: int = 24
) -> tuple[int, int]:
    """The characters of the likeliest answer of at most ``longest`` pieces."""
    starts, ends = logits[before : before + len(offsets)].T
    best, place = float("-inf"), (0, 0)
    for start in range(len(offsets)):
        end = start + int(ends[start : start + longest].argmax())
        if starts[start] + ends[end] > best:
            best, place = float(starts[start] + ends[end]), (start, end)
    return (offsets[place[0]][0], offsets[place[1]][1]) if offsets else (0, 0)
