"""The bundled encoder at run time: text to unit vectors with ONNX Runtime, no torch."""

import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from encoder import manifest as manifests
from encoder.errors import EncoderError
from encoder.session import batches, open_session, padded

if TYPE_CHECKING:
    import numpy as np
    from tokenizers import Tokenizer

__all__ = ["BundledEncoder", "EncoderError"]


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
        self.threads = threads
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
        for rows in batches([len(ids) for ids in pieces], batch_size):
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

    def _pieces(self, texts: Sequence[str]) -> list[list[int]]:
        """Return each text's piece ids, cut at max_seq_length, between [CLS] and [SEP]."""
        first, last = self.borders
        room = self.max_seq_length - 2
        encodings = self._tokenizer.encode_batch_fast(_clean(texts), add_special_tokens=False)
        return [[first, *encoding.ids[:room], last] for encoding in encodings]

    def _run(self, pieces: list[list[int]]) -> "np.ndarray":
        """Return the vectors of one batch, padded to its longest text. Pooling is in the graph."""
        (vectors,) = self._session.run([manifests.VECTOR], padded(pieces))
        return vectors

    @cached_property
    def borders(self) -> tuple[int, int]:
        """Return the ids of the pieces that a text begins and ends with.

        Raises:
            EncoderError: the tokenizer is missing, or has no such pieces.
        """
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

        path = self.directory / manifests.TOKENIZER_NAME
        if not path.is_file():
            raise manifests.missing(path)
        tokenizer = Tokenizer.from_file(str(path))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    @property
    def _session(self) -> Any:
        with self._lock:
            return self._loaded_session

    @cached_property
    def _loaded_session(self) -> Any:
        path = self.directory / manifests.WEIGHTS_NAME
        return open_session(path, self.threads, "encoder.training.export")


def _clean(texts: Sequence[str]) -> list[str]:
    """Return the texts with lone surrogates replaced: they have no UTF-8 and tokenizers refuses."""
    return [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
