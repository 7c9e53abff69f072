"""How fast each run-time encodes the same texts with the same weights, measured in turns.

The turns go A B C A B C: whatever else the machine does then falls on all alike, and a ratio is
taken within a turn, never between one turn and another.
"""

from __future__ import annotations

import importlib.util
import random
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from encoder import manifest as manifests
from encoder.bundled import BundledEncoder
from encoder.session import padded
from encoder.training.evaluate import Encode

BASE = "torch fp32"  # sentence-transformers as it comes: what ratios are to
INT8 = "ONNX int8"
BATCH = 32
SEED = 7
LENGTHS = {40: 128, 200: 32}  # word pieces of a text, `[CLS]` and `[SEP]` among them: texts a turn
QUESTIONS = 25  # a turn


@dataclass(frozen=True, slots=True)
class Speed:
    """A row of the table.

    ``rates`` are sentences a second by length in word pieces, ``ratios`` those to :data:`BASE`,
    ``processor`` milliseconds of all cores a sentence; medians of the turns. ``p50`` and ``p95``
    are milliseconds of one question. ``cosine`` is to :data:`BASE`, mean and least; ``alone`` the
    least cosine between a text in a batch and the same text alone.
    """

    name: str
    rates: Mapping[int, float]
    ratios: Mapping[int, float]
    processor: Mapping[int, float]
    p50: float
    p95: float
    cosine: tuple[float, float]
    alone: float


@dataclass(frozen=True, slots=True)
class Turn:
    """One run-time's times in one turn: seconds of wall and of processor by length, questions."""

    wall: Mapping[int, float]
    processor: Mapping[int, float]
    questions: tuple[float, ...]


@contextmanager
def runtimes(model: Path, threads: int) -> Iterator[dict[str, Encode]]:
    """The ways to run a model directory that ``encoder.training.export`` wrote, by name."""
    import torch

    torch.set_num_threads(threads)
    with TemporaryDirectory() as folder:
        plain, whole = Path(folder) / "fp32", Path(folder) / "whole"
        _as_float(model, plain)
        _quantised_whole(plain, whole)
        found = {
            BASE: _transformer(model, torch.float32),
            "torch bf16": _transformer(model, torch.bfloat16),
            "ONNX fp32": BundledEncoder(plain, threads).encode,
            INT8: BundledEncoder(model, threads).encode,
            "ONNX int8, whole tensors": BundledEncoder(whole, threads).encode,
        }
        if importlib.util.find_spec("openvino"):
            found["OpenVINO"] = OpenVino(plain, threads).encode
        yield found


class OpenVino(BundledEncoder):
    """The bundled encoder's tokenizer and batches in front of OpenVINO."""

    def __init__(self, directory: Path, threads: int) -> None:
        import openvino

        super().__init__(directory, threads)
        graph = directory / manifests.WEIGHTS_NAME
        wanted = {"INFERENCE_NUM_THREADS": threads, "PERFORMANCE_HINT": "LATENCY"}
        self._compiled = openvino.Core().compile_model(str(graph), "CPU", wanted)

    def _run(self, pieces: list[list[int]]) -> np.ndarray:
        vectors = self._compiled(padded(pieces))[0]
        return np.array(vectors)  # a copy: the next call writes to the same memory


def measure(
    found: Mapping[str, Encode], model: Path, questions: list[str], turns: int
) -> list[Speed]:
    """The speed of each run-time; the first turn warms up and isn't counted."""
    texts = {length: made_up(model, length, count) for length, count in LENGTHS.items()}
    drawn = random.Random(SEED)
    done: dict[str, list[Turn]] = {name: [] for name in found}
    for number in range(turns + 1):
        asked = drawn.sample(questions, min(QUESTIONS, len(questions)))
        for name, encode in found.items():
            turn = _turn(encode, texts, asked)
            if number:
                done[name].append(turn)
    base = found[BASE](questions)
    return [
        summary(name, done[name], done[BASE], _agreement(encode, base, questions))
        for name, encode in found.items()
    ]


def made_up(model: Path, length: int, count: int) -> list[str]:
    """Texts of exactly ``length`` word pieces each: words that are one piece, drawn by a seed."""
    from tokenizers import Tokenizer

    vocabulary = Tokenizer.from_file(str(model / manifests.TOKENIZER_NAME)).get_vocab()
    words = sorted(word for word in vocabulary if word.isascii() and word.isalpha())
    drawn = random.Random(SEED + length)
    return [" ".join(drawn.choices(words, k=length - 2)) for _ in range(count)]


def summary(
    name: str, turns: list[Turn], base: list[Turn], agreement: tuple[float, float, float]
) -> Speed:
    def median(values: Iterator[float]) -> float:
        return float(np.median(list(values)))

    questions = [1000 * one for turn in turns for one in turn.questions]
    return Speed(
        name=name,
        rates={n: median(LENGTHS[n] / turn.wall[n] for turn in turns) for n in LENGTHS},
        ratios={
            n: median(slow.wall[n] / turn.wall[n] for turn, slow in zip(turns, base, strict=True))
            for n in LENGTHS
        },
        processor={
            n: median(1000 * turn.processor[n] / LENGTHS[n] for turn in turns) for n in LENGTHS
        },
        p50=float(np.percentile(questions, 50)),
        p95=float(np.percentile(questions, 95)),
        cosine=agreement[:2],
        alone=agreement[2],
    )


def _turn(encode: Encode, texts: Mapping[int, list[str]], asked: Sequence[str]) -> Turn:
    encode(asked[:1])  # wakes its threads; those of the run-time before may still spin
    wall, processor = {}, {}
    for length, batch in texts.items():
        started, worked = time.perf_counter(), time.process_time()
        encode(batch)
        wall[length] = time.perf_counter() - started
        processor[length] = time.process_time() - worked
    times = []
    for question in asked:
        started = time.perf_counter()
        encode([question])
        times.append(time.perf_counter() - started)
    return Turn(wall, processor, tuple(times))


def _agreement(encode: Encode, base: np.ndarray, texts: list[str]) -> tuple[float, float, float]:
    """Cosine to the base, mean and least; and the least between a text in a batch and alone."""
    together = encode(texts)
    alone = np.concatenate([encode([text]) for text in texts])
    cosines = (together * base).sum(axis=1)
    return float(cosines.mean()), float(cosines.min()), float((together * alone).sum(axis=1).min())


def _transformer(model: Path, dtype: Any) -> Encode:
    import torch
    from sentence_transformers import SentenceTransformer

    loaded = SentenceTransformer(
        str(model), device="cpu", local_files_only=True, model_kwargs={"dtype": dtype}
    )

    def encode(texts: Sequence[str]) -> np.ndarray:
        made = loaded.encode(list(texts), batch_size=BATCH, convert_to_tensor=True).float()
        return torch.nn.functional.normalize(made).numpy()

    return encode


def _as_float(model: Path, target: Path) -> None:
    """Write a directory that the run-time takes, with the graph in float32."""
    from encoder.training.onnx_graph import export_float

    export_float(model, target / manifests.WEIGHTS_NAME)
    _describe(model, target)


def _quantised_whole(plain: Path, target: Path) -> None:
    """Write the same with every matrix product quantised as ONNX Runtime does by itself."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    (target / manifests.WEIGHTS_NAME).parent.mkdir(parents=True)
    quantize_dynamic(
        plain / manifests.WEIGHTS_NAME,
        target / manifests.WEIGHTS_NAME,
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )
    _describe(plain, target)


def _describe(model: Path, target: Path) -> None:
    shutil.copyfile(model / manifests.TOKENIZER_NAME, target / manifests.TOKENIZER_NAME)
    known = manifests.read(model)
    manifests.write(manifests.describe(target, known.dimension, known.max_seq_length), target)
