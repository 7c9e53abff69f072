"""Measure an encoder on the development sets.

    python -m encoder.training.evaluate --data DIR --model DIR [--runtime torch|onnx] [--json FILE]

`ntrex`: the share of sentences whose translation is the nearest of all, both ways (and on the
first 1,000 alone). `laws`: recall@10 of a section's passage for its marginal note, four directions
(`laws_en_fr`: English note, French passages). `piaf` and `qed`: recall@5 of the passage that holds
the answer.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from encoder.training import options
from encoder.training.data import read_bitext, read_jsonl

Encode = Callable[[Sequence[str]], np.ndarray]
Scores = dict[str, float]


@dataclass(frozen=True, slots=True)
class Task:
    """Texts asked for among texts held: `relevant` is the row of each one's own among those held.

    The measure is the share of those whose own is among the `at` nearest. In a `parallel` task both
    sides are of a kind, sentences and their translations; otherwise questions and passages.
    """

    name: str
    asked: tuple[str, ...]
    held: tuple[str, ...]
    relevant: tuple[int, ...]
    at: int
    parallel: bool = False


def recall(queries: np.ndarray, passages: np.ndarray, relevant: Sequence[int], at: int) -> float:
    """Return the share of queries whose relevant passage is among the `at` nearest.

    Args:
        queries: (n, dimension) unit vectors.
        passages: (m, dimension) unit vectors.
        relevant: for each query, the row of its passage.
        at: how many passages are looked at. A passage as near as the relevant one doesn't hurt it.
    """
    scores = queries @ passages.T
    own = scores[np.arange(len(queries)), list(relevant)]
    return float(((scores > own[:, None]).sum(axis=1) < at).mean())


def bitext_tasks(data: Path, limit: int | None = None) -> list[Task]:
    """Return the search for a sentence's translation, both ways, two sizes; `limit` cuts pairs."""
    pairs = read_bitext(data)[:limit]
    english, french = (tuple(side) for side in zip(*pairs, strict=True))
    return [
        Task(f"ntrex_{size}_{way}", asked[:size], held[:size], tuple(range(size)), 1, parallel=True)
        for size in sorted({min(1000, len(pairs)), len(pairs)})
        for way, asked, held in (("fr_en", french, english), ("en_fr", english, french))
    ]


def laws_tasks(data: Path, limit: int | None = None) -> list[Task]:
    """Return the search for a note's passage in four directions; `limit` cuts both sides."""
    records = read_jsonl(data, "dev/laws_crosslingual.jsonl.xz")[:limit]
    rows = tuple(range(len(records)))
    return [
        Task(
            f"laws_{asked}_{held}",
            tuple(record[f"question_{asked}"] for record in records),
            tuple(record[f"passage_{held}"] for record in records),
            rows,
            10,
        )
        for asked in ("en", "fr")
        for held in ("en", "fr")
    ]


def questions_tasks(data: Path, limit: int | None = None) -> list[Task]:
    """Return the search over all passages of PIAF (French) and QED (English); `limit` cuts both."""
    piaf = read_jsonl(data, "dev/piaf_fr.jsonl.xz")[:limit]
    qed = read_jsonl(data, "dev/qed_en.jsonl.xz")[:limit]
    tasks = []
    for name, asked, holds in (
        ("piaf", piaf, [record["context"] for record in piaf]),
        ("qed", qed, [record["passages"][0] for record in qed]),
    ):
        row = {text: number for number, text in enumerate(dict.fromkeys(holds))}
        questions = tuple(record["question"] for record in asked)
        tasks.append(Task(name, questions, tuple(row), tuple(row[text] for text in holds), 5))
    return tasks


def remembered(encode: Encode) -> Encode:
    """Return `encode` with a memory: a text that comes again is not encoded again."""
    known: dict[str, np.ndarray] = {}

    def run(texts: Sequence[str]) -> np.ndarray:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            known.update(zip(new, encode(new), strict=True))
        return np.stack([known[text] for text in texts])

    return run


def score(tasks: Sequence[Task], encode: Encode, encode_held: Encode | None = None) -> Scores:
    """Return each task's figure by its name.

    Args:
        tasks: what to measure.
        encode: makes vectors of questions, and of all that is parallel.
        encode_held: makes vectors of passages; by default the same.
    """
    asked = remembered(encode)
    held = remembered(encode_held) if encode_held else asked
    return {
        task.name: recall(
            asked(task.asked),
            asked(task.held) if task.parallel else held(task.held),
            task.relevant,
            task.at,
        )
        for task in tasks
    }


def bitext(encode: Encode, data: Path) -> Scores:
    """Return the accuracy of finding a sentence's translation, both ways, two sizes."""
    return score(bitext_tasks(data), encode)


def laws(encode: Encode, data: Path) -> Scores:
    """Return recall@10 from notes to passages in the four directions."""
    return score(laws_tasks(data), encode)


def questions(encode: Encode, data: Path) -> Scores:
    """Return recall@5 over all passages of each question set, French (PIAF) and English (QED)."""
    return score(questions_tasks(data), encode)


def encoder_of(model: Path, runtime: str) -> Encode:
    """Return the encoding function of a directory, by sentence-transformers or by ONNX Runtime."""
    if runtime == "onnx":
        from encoder.bundled import BundledEncoder

        return BundledEncoder(model).encode
    import torch
    from sentence_transformers import SentenceTransformer

    device = "cuda" if torch.cuda.is_available() else "cpu"
    loaded = SentenceTransformer(str(model), device=device, local_files_only=True)
    return lambda texts: np.asarray(
        loaded.encode(list(texts), batch_size=64, normalize_embeddings=True), dtype=np.float32
    )


def main() -> None:
    """Run the command."""
    made = argparse.ArgumentParser(description=__doc__)
    made.add_argument("--data", type=Path, required=True, help="folder of the texts")
    made.add_argument("--model", type=Path, help="model directory; by default the teacher")
    made.add_argument("--runtime", choices=("torch", "onnx"), default="torch")
    made.add_argument("--only", nargs="*", choices=("bitext", "laws", "questions"))
    made.add_argument("--json", type=Path, help="write the figures here too")
    given = made.parse_args()
    encode = encoder_of(options.teacher_directory(given.model), given.runtime)
    scores: dict[str, float] = {}
    for part in (bitext, laws, questions):
        if given.only and part.__name__ not in given.only:
            continue
        scores.update(part(encode, given.data))
        options.say(f"{part.__name__} measured")
    for name, value in scores.items():
        print(f"{name:<18} {value:.3f}")
    if given.json:
        given.json.write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
