"""How much each word piece counts when a text's vector is pooled: rare ones more than common ones.

A passage of 200 pieces is mostly common words, and the mean of all of them hides the one name that
a question asks for. Weights are square roots of inverse document frequencies, between the plain
mean and tf-idf (weighted means of word vectors: Arora, Liang & Ma 2017, "A simple but
tough-to-beat baseline for sentence embeddings"). They are kept as sentence-transformers'
`WordWeights` module keeps them.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

MODULE = "3_WordWeights"
_TYPE = "sentence_transformers.sentence_transformer.modules.word_weights.WordWeights"
LEAST = 0.1
_DIGITS = 3


def rarity(texts: Sequence[np.ndarray], size: int) -> np.ndarray:
    """Return each piece's weight, float32 (size,): 1 for one that no text has, `LEAST` at least.

    Args:
        texts: texts as piece ids.
        size: how many pieces there are.
    """
    having = np.zeros(size)
    for text in texts:
        having[np.unique(text)] += 1
    inverse = np.log((len(texts) + 1) / (having + 1)) / np.log(len(texts) + 1)
    return np.maximum(np.sqrt(inverse), LEAST).round(_DIGITS).astype(np.float32)


def read(directory: Path, size: int) -> np.ndarray:
    """Return the weights of a sentence-transformers directory; ones if it pools the plain mean."""
    kept = directory / MODULE / "config.json"
    if not kept.exists():
        return np.ones(size, dtype=np.float32)
    config = json.loads(kept.read_text(encoding="utf-8"))
    weights, other = config["word_weights"], config["unknown_word_weight"]
    return np.array([weights.get(piece, other) for piece in config["vocab"]], dtype=np.float32)


def write(directory: Path, pieces: Sequence[str], weights: np.ndarray) -> None:
    """Make a sentence-transformers directory pool with these weights, one for each of `pieces`."""
    (directory / MODULE).mkdir(exist_ok=True)
    config = {
        "vocab": list(pieces),
        "word_weights": {
            piece: round(float(weight), _DIGITS)
            for piece, weight in zip(pieces, weights, strict=True)
            if weight != 1
        },
        "unknown_word_weight": 1,
    }
    text = json.dumps(config, ensure_ascii=False, indent=0)
    (directory / MODULE / "config.json").write_text(text + "\n", encoding="utf-8")
    listed = directory / "modules.json"
    modules = [
        module
        for module in json.loads(listed.read_text(encoding="utf-8"))
        if module["path"] != MODULE
    ]
    modules.insert(1, {"path": MODULE, "type": _TYPE})
    for number, module in enumerate(modules):
        module |= {"idx": number, "name": str(number)}
    listed.write_text(json.dumps(modules, indent=2) + "\n", encoding="utf-8")
