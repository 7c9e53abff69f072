"""The encoder in force: the bundled one, or any sentence-transformers model by setting."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from encoder.errors import EncoderError
from pipelines.errors import ModelMissing
from pipelines.settings import Settings

CONTEXT = "context"  # the meta field encoded before a passage's own text: title and headings


@dataclass(frozen=True, slots=True)
class Encoder:
    """One model in memory and the Haystack embedders around it.

    ``query`` and ``passages`` make embedders, a new one a call, since Haystack lets a component
    into one pipeline only; all share the model and give unit vectors of ``dimension`` numbers.
    ``encode`` gives the vectors of plain texts as passages, float32 (len(texts), dimension);
    ``count`` the word pieces of each text. ``fingerprint`` changes whenever vectors would.
    """

    name: str
    fingerprint: str
    dimension: int
    query: Callable[[], Any]
    passages: Callable[[], Any]
    encode: Callable[[Sequence[str]], np.ndarray]
    count: Callable[[Sequence[str]], list[int]]


def make_encoder(settings: Settings) -> Encoder:
    """The encoder that ``settings`` name, not yet loaded where that can wait.

    Raises :class:`ModelMissing` when its files or the packages to run it are not there.
    """
    return _bundled(settings) if settings.encoder == "bundled" else _from_hub(settings)


def _bundled(settings: Settings) -> Encoder:
    from pipelines.retrieval.embedders import (
        BundledDocumentEmbedder,
        BundledTextEmbedder,
        bundled_encoder,
    )

    threads = settings.threads
    model = bundled_encoder(None, threads)
    try:
        return Encoder(
            name="bundled",
            fingerprint=model.fingerprint,
            dimension=model.dimension,
            query=lambda: BundledTextEmbedder(threads=threads),
            passages=lambda: BundledDocumentEmbedder(
                threads=threads, meta_fields_to_embed=[CONTEXT]
            ),
            encode=model.encode,
            count=model.count_tokens,
        )
    except EncoderError as error:
        raise ModelMissing(
            f"The bundled encoder can't be loaded: {error}",
            f"L'encodeur fourni ne peut pas être chargé : {error}",
        ) from error


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

    def query() -> Any:
        embedder = SentenceTransformersTextEmbedder(prefix=settings.query_prefix, **shared)
        embedder.warm_up()
        return embedder

    def passages() -> Any:
        embedder = SentenceTransformersDocumentEmbedder(
            prefix=settings.passage_prefix, meta_fields_to_embed=[CONTEXT], **shared
        )
        embedder.warm_up()
        return embedder

    model = passages().embedding_backend.model

    def encode(texts: Sequence[str]) -> np.ndarray:
        prefixed = [settings.passage_prefix + text for text in texts]
        vectors = model.encode(prefixed, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32).reshape(len(texts), -1)

    def count(texts: Sequence[str]) -> list[int]:
        if not texts:
            return []
        pieces = model.tokenizer(list(texts), add_special_tokens=False)["input_ids"]
        return [len(ids) for ids in pieces]

    return Encoder(
        name=settings.encoder,
        fingerprint=_fingerprint(folder, settings),
        dimension=encode(["dimension"]).shape[1],
        query=query,
        passages=passages,
        encode=encode,
        count=count,
    )


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
