"""The bundled encoder at run time: text to unit vectors with ONNX Runtime, no torch."""

import os
import threading
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from encoder import manifest as manifests
from encoder.errors import EncoderError

if TYPE_CHECKING:
    import numpy as np
    from tokenizers import Tokenizer

__all__ = ["BundledEncoder", "EncoderError"]

# What a layer passes on should stay in the processor's cache, and attention's memory grows with
# batch x length²: 768 padded pieces encode passages twice as fast as 4,096.
PIECES_PER_BATCH = 768
MOST_THREADS = 4


class BundledEncoder:
    """French and English texts as 384-dimensional unit vectors; cosine is their dot product.

    The constructor opens nothing: the tokenizer and the weights are loaded at their first use,
    once, whichever thread comes first. One instance may be shared between threads. A text's vector
    doesn't depend on the texts beside it, but for rounding (cosine above .999).

    >>> encoder = BundledEncoder()
    >>> vectors = encoder.encode(["réunion de lancement", "kick-off meeting"])
    >>> vectors.shape
    (2, 384)
    """

    def __init__(self, directory: Path | None = None, threads: int | None = None) -> None:
        """Point at a model directory.

        Args:
            directory: what `encoder.training.export` wrote; by default the bundled model.
            threads: ONNX Runtime threads; by default the cores this process may use, at most 4.
        """
        if threads is not None and threads < 1:
            raise ValueError(f"threads must be at least 1, not {threads}")
        self.directory = manifests.MODEL_DIRECTORY if directory is None else Path(directory)
        self._threads = threads
        self._lock = threading.RLock()

    @cached_property
    def _manifest(self) -> manifests.Manifest:
        return manifests.read(self.directory)

    @property
    def dimension(self) -> int:
        """Return the length of a vector."""
        return self._manifest.dimension

    @property
    def max_seq_length(self) -> int:
        """Return how many word pieces of a text are read, `[CLS]` and `[SEP]` among them."""
        return self._manifest.max_seq_length

    @property
    def fingerprint(self) -> str:
        """Return 16 hex digits that change whenever the vectors could; loads no weights."""
        return self._manifest.fingerprint

    def encode(self, texts: Sequence[str], batch_size: int = 32) -> "np.ndarray":
        """Return a float32 array (len(texts), dimension) of unit vectors, in the texts' order.

        Texts are batched by length, so short ones don't pay for the padding of long ones. What lies
        beyond `max_seq_length` pieces is not read.

        Raises:
            EncoderError: a model file is missing, or the weights gave something not finite.
            ValueError: `texts` is a bare string, or `batch_size` is less than 1.
        """
        import numpy as np

        if isinstance(texts, str):
            raise ValueError("encode takes a list of texts; for one text pass [text]")
        if batch_size < 1:
            raise ValueError(f"batch_size must be at least 1, not {batch_size}")
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        if not len(texts):
            return vectors
        pieces = self._pieces(texts)
        for rows in _batches([len(ids) for ids in pieces], batch_size):
            vectors[rows] = self._run([pieces[row] for row in rows])
        if not np.isfinite(vectors).all():
            raise EncoderError(
                f"The weights in {self.directory} gave vectors that are not finite; restore "
                f"{manifests.WEIGHTS_NAME} from the release."
            )
        return vectors

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Return how many word pieces each text has, untruncated, `[CLS]`/`[SEP]` not counted."""
        if isinstance(texts, str):
            raise ValueError("count_tokens takes a list of texts; for one text pass [text]")
        if not len(texts):
            return []
        encodings = self._tokenizer.encode_batch_fast(_clean(texts), add_special_tokens=False)
        return [len(encoding) for encoding in encodings]

    def pieces(self, texts: Sequence[str]) -> list[tuple[list[int], list[tuple[int, int]]]]:
        """Return each text's piece ids, untruncated and without `[CLS]` and `[SEP]`, and for each
        piece the offsets in the text of the characters it stands for."""
        if not len(texts):
            return []
        encodings = self._tokenizer.encode_batch(_clean(texts), add_special_tokens=False)
        return [(encoding.ids, encoding.offsets) for encoding in encodings]

    def states(self, pieces: Sequence[Sequence[int]]) -> list[tuple["np.ndarray", "np.ndarray"]]:
        """Return for each text, given by its piece ids, its unit vector (dimension,) and the last
        layer's states (pieces + 2, dimension), `[CLS]` first and `[SEP]` last, as float32.

        Raises:
            EncoderError: a model file is missing.
            ValueError: a text has more than `max_seq_length` pieces with those two.
        """
        first, last = self._borders
        framed = [[first, *ids, last] for ids in pieces]
        if any(len(ids) > self.max_seq_length for ids in framed):
            raise ValueError(f"a text has more than {self.max_seq_length} pieces")
        found: dict[int, tuple[np.ndarray, np.ndarray]] = {}
        for rows in _batches([len(ids) for ids in framed], len(framed)):
            inputs = padded([framed[row] for row in rows])
            vectors, states = self._session.run([manifests.VECTOR, manifests.STATES], inputs)
            for place, row in enumerate(rows):
                found[row] = vectors[place], states[place, : len(framed[row])]
        return [found[row] for row in range(len(framed))]

    def _pieces(self, texts: Sequence[str]) -> list[list[int]]:
        """Return each text's piece ids, cut at max_seq_length, between [CLS] and [SEP]."""
        first, last = self._borders
        room = self.max_seq_length - 2
        encodings = self._tokenizer.encode_batch_fast(_clean(texts), add_special_tokens=False)
        return [[first, *encoding.ids[:room], last] for encoding in encodings]

    def _run(self, pieces: list[list[int]]) -> "np.ndarray":
        """Return the vectors of one batch, padded to its longest text. Pooling is in the graph."""
        (vectors,) = self._session.run([manifests.VECTOR], padded(pieces))
        return vectors

    @cached_property
    def _borders(self) -> tuple[int, int]:
        first, last = (self._tokenizer.token_to_id(piece) for piece in ("[CLS]", "[SEP]"))
        if first is None or last is None:
            raise EncoderError(f"The tokenizer in {self.directory} has no [CLS] or [SEP] piece.")
        return first, last

    @property
    def _tokenizer(self) -> "Tokenizer":
        with self._lock:
            return self._loaded_tokenizer

    @cached_property
    def _loaded_tokenizer(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._file(manifests.TOKENIZER_NAME)))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    @property
    def _session(self) -> Any:
        with self._lock:
            return self._loaded_session

    @cached_property
    def _loaded_session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads or min(_cores(), MOST_THREADS)
        options.inter_op_num_threads = 1
        # The arena never gives memory back, and batches differ in shape: without it the peak of
        # a long ingest is that of its largest batch, at no measured cost.
        options.enable_cpu_mem_arena = False
        # Threads that spin while they wait for the next query take the core that searches.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        path = self._file(manifests.WEIGHTS_NAME)
        try:
            return onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # ONNX Runtime's errors share no base class but Exception
            raise EncoderError(
                f"ONNX Runtime can't load {path} ({error}). Restore it from the release, or make "
                "it with `python -m encoder.training.export`."
            ) from error

    def _file(self, name: str) -> Path:
        path = self.directory / name
        if not path.is_file():
            raise manifests.missing(path)
        return path


def padded(pieces: list[list[int]]) -> dict[str, "np.ndarray"]:
    """Return the graph's inputs, int64 (texts, longest): piece ids, and 1 where there is one."""
    import numpy as np

    ids = np.zeros((len(pieces), max(map(len, pieces))), dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, text in enumerate(pieces):
        ids[row, : len(text)] = text
        mask[row, : len(text)] = 1
    return {"input_ids": ids, "attention_mask": mask}


def _clean(texts: Sequence[str]) -> list[str]:
    """Return the texts with lone surrogates replaced: they have no UTF-8 and tokenizers refuses."""
    return [text.encode("utf-8", "replace").decode("utf-8") for text in texts]


def _batches(lengths: list[int], batch_size: int) -> Iterator[list[int]]:
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
