"""The encoder in force: the bundled one, or any sentence-transformers model by setting."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from haystack import Document

from encoder.errors import EncoderError
from pipelines.errors import ModelMissing
from pipelines.settings import Settings

CONTEXT = "context"  # the meta field encoded before a passage's own text: title and headings


@dataclass(frozen=True, slots=True)
class Encoder:
    """Two Haystack embedders that share one model, and what names it.

    ``query`` turns a text into a vector, ``passages`` gives documents theirs; both give unit
    vectors of ``dimension`` numbers. ``fingerprint`` changes whenever vectors would.
    """

    name: str
    fingerprint: str
    dimension: int
    query: Any
    passages: Any
    count: Callable[[Sequence[str]], list[int]]  # word pieces of each text, for the splitter

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Vectors of plain texts, as passages: float32, (len(texts), dimension)."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        documents = self.passages.run(documents=[Document(content=text) for text in texts])
        return np.array([d.embedding for d in documents["documents"]], dtype=np.float32)


def make_encoder(settings: Settings) -> Encoder:
    """The encoder that ``settings`` name, not yet loaded where that can wait.

    Raises :class:`ModelMissing` when its files or the packages to run it are not there.
    """
    return _bundled(settings) if settings.encoder == "bundled" else _from_hub(settings)


def _bundled(settings: Settings) -> Encoder:
    from pipelines.embedders import BundledDocumentEmbedder, BundledTextEmbedder

    passages = BundledDocumentEmbedder(threads=settings.threads, meta_fields_to_embed=[CONTEXT])
    try:
        fingerprint, dimension = passages.encoder.fingerprint, passages.encoder.dimension
    except EncoderError as error:
        raise ModelMissing(
            f"The bundled encoder can't be loaded: {error}",
            f"L'encodeur fourni ne peut pas être chargé : {error}",
        ) from error
    query = BundledTextEmbedder(threads=settings.threads)
    return Encoder(
        "bundled", fingerprint, dimension, query, passages, passages.encoder.count_tokens
    )


def _from_hub(settings: Settings) -> Encoder:
    try:
        from haystack_integrations.components.embedders.sentence_transformers import (
            SentenceTransformersDocumentEmbedder,
            SentenceTransformersTextEmbedder,
        )
    except ImportError as error:
        raise ModelMissing(
            f"The model {settings.encoder} needs sentence-transformers:"
            " pip install 'grappe[models]', or unset GRAPPE_ENCODER.",
            f"Le modèle {settings.encoder} demande sentence-transformers :"
            " pip install 'grappe[models]', ou retirez GRAPPE_ENCODER.",
        ) from error
    folder = _locate(settings)
    shared: dict[str, Any] = {
        "model": str(folder),
        "local_files_only": True,
        "token": None,
        "normalize_embeddings": True,
        "progress_bar": False,
    }
    query = SentenceTransformersTextEmbedder(prefix=settings.query_prefix, **shared)
    passages = SentenceTransformersDocumentEmbedder(
        prefix=settings.passage_prefix, meta_fields_to_embed=[CONTEXT], **shared
    )
    query.warm_up()
    passages.warm_up()
    dimension = len(query.run(text="dimension")["embedding"])
    fingerprint = _fingerprint(folder, settings)
    return Encoder(settings.encoder, fingerprint, dimension, query, passages, _counter(passages))


def _counter(passages: Any) -> Callable[[Sequence[str]], list[int]]:
    tokenizer = passages.embedding_backend.model.tokenizer

    def count(texts: Sequence[str]) -> list[int]:
        pieces = tokenizer(list(texts), add_special_tokens=False) if texts else {"input_ids": []}
        return [len(ids) for ids in pieces["input_ids"]]

    return count


def _locate(settings: Settings) -> Path:
    """The model's folder: as given, or in the hub's local cache, or fetched where allowed."""
    folder = Path(settings.encoder).expanduser()
    if folder.is_dir():
        return folder
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        return Path(
            snapshot_download(settings.encoder, local_files_only=not settings.allow_download)
        )
    except (LocalEntryNotFoundError, HfHubHTTPError, HFValidationError, OSError) as error:
        raise ModelMissing(
            f"The model {settings.encoder} is neither a folder nor in the local cache. Give its"
            " folder in GRAPPE_ENCODER, or let it be fetched once with --allow-download.",
            f"Le modèle {settings.encoder} n'est ni un dossier ni dans le cache local. Donnez son"
            " dossier dans GRAPPE_ENCODER, ou autorisez son téléchargement : --allow-download.",
        ) from error


def _fingerprint(folder: Path, settings: Settings) -> str:
    digest = hashlib.sha256(f"{settings.query_prefix}\0{settings.passage_prefix}".encode())
    kinds = (".safetensors", ".json", ".txt", ".bin", ".model")
    for file in sorted(p for p in folder.rglob("*") if p.suffix in kinds and p.is_file()):
        digest.update(file.relative_to(folder).as_posix().encode())
        with file.open("rb") as opened:
            digest.update(hashlib.file_digest(opened, "sha256").digest())
    return digest.hexdigest()[:16]
