"""ONNX Runtime as the encoder and the reader use it: a session, and texts in batches."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from encoder import manifest as manifests
from encoder.errors import EncoderError

if TYPE_CHECKING:
    import numpy as np

# What a layer passes on should stay in the processor's cache, and attention's memory grows with
# batch x length²: 768 padded pieces encode passages twice as fast as 4,096.
PIECES_PER_BATCH = 768
MOST_THREADS = 4


def open_session(path: Path, threads: int | None, recipe: str) -> Any:
    """Return a session over the graph in `path`.

    Args:
        path: an ONNX file.
        threads: by default the cores this process may use, at most 4.
        recipe: the module that makes the file, named if it can't be loaded.

    Raises:
        EncoderError: the file is missing or broken.
    """
    import onnxruntime

    if not path.is_file():
        raise manifests.missing(path, recipe)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or min(_cores(), MOST_THREADS)
    options.inter_op_num_threads = 1
    # The arena never gives memory back, and batches differ in shape: without it the peak of a long
    # ingest is that of its largest batch, at no measured cost.
    options.enable_cpu_mem_arena = False
    # Threads that spin while they wait for the next query take the core that searches.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # ONNX Runtime's errors share no base class but Exception
        raise EncoderError(
            f"ONNX Runtime can't load {path} ({error}). Restore it from the release, or make it "
            f"with `python -m {recipe}`."
        ) from error


def padded(pieces: Sequence[Sequence[int]]) -> dict[str, "np.ndarray"]:
    """Return a graph's inputs, int64 (texts, longest): piece ids, and 1 where there is one."""
    import numpy as np

    ids = np.zeros((len(pieces), max(map(len, pieces))), dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, text in enumerate(pieces):
        ids[row, : len(text)] = text
        mask[row, : len(text)] = 1
    return {"input_ids": ids, "attention_mask": mask}


def batches(lengths: Sequence[int], batch_size: int) -> Iterator[list[int]]:
    """Yield row numbers by falling length, each batch within batch_size and PIECES_PER_BATCH."""
    order = sorted(range(len(lengths)), key=lambda row: -lengths[row])
    start = 0
    while start < len(order):
        size = max(1, min(batch_size, PIECES_PER_BATCH // lengths[order[start]]))
        yield order[start : start + size]
        start += size


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
