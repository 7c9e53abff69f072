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
from pathlib import Path

import numpy as np

from encoder.training import options
from encoder.training.data import read_bitext, read_jsonl

Encode = Callable[[Sequence[str]], np.ndarray]


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


def bitext(encode: Encode, data: Path) -> dict[str, float]:
    """Return the accuracy of finding a sentence's translation, both ways, two sizes."""
    pairs = read_bitext(data)
    english = encode([pair[0] for pair in pairs])
    french = encode([pair[1] for pair in pairs])
    scores = {}
    for size in (1000, len(pairs)):
        rows = range(size)
        scores[f"ntrex_{size}_fr_en"] = recall(french[:size], english[:size], rows, 1)
        scores[f"ntrex_{size}_en_fr"] = recall(english[:size], french[:size], rows, 1)
    return scores


def laws(encode: Encode, data: Path) -> dict[str, float]:
    """Return recall@10 from notes to passages in the four directions."""
    records = read_jsonl(data, "dev/laws_crosslingual.jsonl.xz")
    questions, passages = {}, {}
    for language in ("en", "fr"):
        questions[language] = encode([record[f"question_{language}"] for record in records])
        passages[language] = encode([record[f"passage_{language}"] for record in records])
    return {
        f"laws_{asked}_{held}": recall(questions[asked], passages[held], range(len(records)), 10)
        for asked in ("en", "fr")
        for held in ("en", "fr")
    }


def questions(encode: Encode, data: Path) -> dict[str, float]:
    """Return recall@5 over all passages of each question set, French (PIAF) and English (QED)."""
    piaf = read_jsonl(data, "dev/piaf_fr.jsonl.xz")
    qed = read_jsonl(data, "dev/qed_en.jsonl.xz")
    scores = {}
    for name, asked, holds in (
        ("piaf", piaf, [record["context"] for record in piaf]),
        ("qed", qed, [record["passages"][0] for record in qed]),
    ):
        row = {text: number for number, text in enumerate(dict.fromkeys(holds))}
        scores[name] = recall(
            encode([record["question"] for record in asked]),
            encode(list(row)),
            [row[text] for text in holds],
            5,
        )
    return scores


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
