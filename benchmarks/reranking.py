"""What token-level late interaction would add: `python -m benchmarks.reranking --data DIR`.

The encoder's 50 nearest passages of each development question, put in order again by MaxSim
(Khattab & Zaharia 2020, ColBERT) over the same weights' word-piece vectors, rare pieces counting
more as they do in pooling: alone and mixed with the cosine, with vectors as they are and as one bit
a dimension (what a library could afford to keep). Prints recall@1, recall@5 and MRR@10 of each
order, and the time of 50 passages, with their pieces encoded at query time and with vectors kept.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from encoder.manifest import MODEL_DIRECTORY
from encoder.training import evaluate
from encoder.training.evaluate import Task
from encoder.training.student import Pieces, Student, precision

DEPTH = 50
MIX = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Shares of MaxSim in the score; the rest is the cosine."""


def main() -> None:
    """Run the measurement and print it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the texts")
    parser.add_argument("--model", type=Path, default=MODEL_DIRECTORY)
    parser.add_argument("--questions", type=int, default=300, help="at most so many of each set")
    options = parser.parse_args()
    student = Student(options.model)
    figures: dict[str, object] = {"time": _times(student)}
    for task in tasks(options.data, options.questions):
        figures[task.name] = _measure(student, task)
        sys.stderr.write(f"{task.name} measured\n")
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")


def tasks(data: Path, most: int) -> list[Task]:
    """Return the development questions, at most `most` of each set, over all of its passages."""
    every = [*evaluate.laws_tasks(data), *evaluate.questions_tasks(data)]
    return [replace(task, asked=task.asked[:most], relevant=task.relevant[:most]) for task in every]


def maxsim(question: Tensor, weights: Tensor, passage: Tensor) -> Tensor:
    """Return the mean, over the question's pieces, of the greatest cosine with the passage's.

    Args:
        question: (pieces, dimension) unit vectors.
        weights: (pieces,) what each counts.
        passage: (pieces, dimension) unit vectors.
    """
    return (question @ passage.T).amax(1) @ weights / weights.sum()


@torch.no_grad()
def piece_vectors(student: Student, texts: Sequence[Pieces]) -> list[Tensor]:
    """Return each text's (pieces, dimension) unit vectors, without those of the special pieces."""
    found = []
    for text in texts:
        with precision():
            states = student.body(input_ids=torch.from_numpy(text).long()[None])
        kept = states.last_hidden_state.float()[0, 1:-1]
        found.append(functional.normalize(kept, dim=1))
    return found


def one_bit(vectors: Tensor) -> Tensor:
    """Return the unit vectors with each dimension's sign only."""
    return functional.normalize(torch.sign(vectors), dim=1)


def _measure(student: Student, task: Task) -> dict[str, dict[str, float]]:
    questions, passages = student.encode(task.asked), student.encode(task.held)
    cosines = questions @ passages.T
    nearest = np.argsort(-cosines, axis=1)[:, :DEPTH]
    pieces = student.cut(task.asked)
    asked = piece_vectors(student, pieces)
    weights = [student.weights[torch.from_numpy(text[1:-1]).long()] for text in pieces]
    cut = student.cut(task.held)
    needed = sorted(set(nearest.ravel().tolist()))
    held = dict(zip(needed, piece_vectors(student, [cut[row] for row in needed]), strict=True))
    kept = {row: one_bit(vectors) for row, vectors in held.items()}
    figures = {}
    for name, vectors in (("full", held), ("one bit", kept)):
        scores = np.array(
            [
                [float(maxsim(asked[row], weights[row], vectors[place])) for place in places]
                for row, places in enumerate(nearest)
            ]
        )
        own = np.take_along_axis(cosines, nearest, 1)
        for share in MIX if name == "full" else MIX[1:]:
            mixed = share * scores + (1 - share) * own
            ranked = np.take_along_axis(nearest, np.argsort(-mixed, axis=1, kind="stable"), 1)
            figures[f"{name}, {share:g} MaxSim" if share else "cosine"] = _figures(
                ranked, task.relevant
            )
    return figures


def _figures(ranked: np.ndarray, relevant: Sequence[int]) -> dict[str, float]:
    there = ranked == np.asarray(relevant)[:, None]
    place = np.where(there.any(1), there.argmax(1), DEPTH)
    return {
        "recall@1": round(float((place < 1).mean()), 3),
        "recall@5": round(float((place < 5).mean()), 3),
        "mrr@10": round(float(np.where(place < 10, 1 / (place + 1), 0).mean()), 3),
    }


def _times(student: Student) -> dict[str, float]:
    """Return milliseconds for 50 passages of 150 pieces and a question of 12."""
    drawn = np.random.default_rng(1)
    texts = [drawn.integers(1000, 20_000, 152).astype(np.int32) for _ in range(DEPTH)]
    began = time.perf_counter()
    with torch.no_grad():
        student(texts)
    encoded = time.perf_counter()
    held = torch.nn.functional.normalize(torch.randn(DEPTH, 150, 384), dim=2)
    question = torch.nn.functional.normalize(torch.randn(12, 384), dim=1)
    compared = time.perf_counter()
    (held @ question.T).amax(1).mean(1)
    return {
        "encoding": round(1000 * (encoded - began)),
        "comparing": round(1000 * (time.perf_counter() - compared), 1),
    }


if __name__ == "__main__":
    main()
