"""Haystack documents to stored points and back: pure, and the same for every engine."""

from __future__ import annotations

import math
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ingest.types import LANGUAGES, Language
from pipelines import light  # noqa: F401  (before anything of Haystack)

# isort: split
from haystack.dataclasses import Document, SparseEmbedding

from pipelines.stores.bm25 import NAMES, passage_vector

DENSE: Final = "dense"

# Payload fields with an index: those that are filtered or counted, and those deletion goes by.
KEYWORDS: Final = (
    "meta.document",
    "meta.content_hash",
    "meta.language",
    "meta.type",
    "meta.projects",
    "meta.country",
    "meta.sectors",
)
INTEGERS: Final = ("meta.years",)

_NAMESPACE: Final = uuid.UUID("6f6b3c1e-8a53-4f0e-9a77-3c0a6f1d2b94")


@dataclass(frozen=True, slots=True)
class Point:
    """What an engine stores for a passage; ``dense`` is None only where that is allowed."""

    id: str
    dense: list[float] | None
    lexical: Mapping[Language, SparseEmbedding]
    payload: dict[str, Any]


def point_id(document_id: str) -> str:
    """The engine's id for a document's: the same when it is a UUID, made from it otherwise."""
    try:
        canonical = str(uuid.UUID(document_id))
    except ValueError:
        canonical = ""
    return canonical if canonical == document_id else str(uuid.uuid5(_NAMESPACE, document_id))


def lexical_text(document: Document) -> str:
    """The text that lexical search sees: title, heading path and content, a line each."""
    headings = document.meta.get("headings") or ()
    parts = (document.meta.get("title"), *headings, document.content)
    return "\n".join(str(part) for part in parts if part)


def to_point(document: Document, dimension: int, require_embedding: bool = True) -> Point:
    """The point of a document, with a BM25 vector in its ``meta.language`` when that is known.

    Raises ``ValueError`` for an embedding that is missing (unless allowed), zero, not finite or
    of another dimension.
    """
    payload = document.to_dict(flatten=False)
    for stored_elsewhere in ("embedding", "sparse_embedding", "score"):
        payload.pop(stored_elsewhere, None)
    lexical: dict[Language, SparseEmbedding] = {}
    for language in LANGUAGES:
        if document.meta.get("language") == language:
            lexical[language] = passage_vector(lexical_text(document), language)
    return Point(
        id=point_id(document.id),
        dense=_checked(document, dimension, require_embedding),
        lexical={language: vector for language, vector in lexical.items() if vector.indices},
        payload={name: value for name, value in payload.items() if value is not None},
    )


def to_document(payload: Mapping[str, Any], dense: Sequence[float] | None) -> Document:
    """The document of a stored point."""
    embedding = None if dense is None else list(dense)
    return Document.from_dict({**payload, "embedding": embedding})


def to_hit(payload: Mapping[str, Any], vectors: Mapping[str, Any], score: float) -> Document:
    """The document of a point that was found: with its score, its vector and its BM25 vector.

    Made without Haystack's reading of a dictionary, which takes longer than the search.
    """
    terms = vectors.get(NAMES.get(payload["meta"].get("language"), ""))
    return Document(
        id=payload["id"],
        content=payload.get("content"),
        meta=dict(payload["meta"]),
        score=score,
        embedding=vectors.get(DENSE),
        sparse_embedding=terms and SparseEmbedding(list(terms.indices), list(terms.values)),
    )


def check_vector(vector: Sequence[float], dimension: int, of: str) -> None:
    """Raise ``ValueError`` unless ``vector`` has ``dimension`` finite numbers, not all zero."""
    if len(vector) != dimension:
        raise ValueError(f"{of} has {len(vector)} dimensions, the store holds {dimension}")
    norm = math.fsum(value * value for value in vector)
    if not math.isfinite(norm):
        raise ValueError(f"{of} holds NaN or infinity; encode it again")
    if norm == 0:
        raise ValueError(f"{of} is all zeros, which points nowhere; encode it again")


def batches(points: Sequence[Point], size: int) -> Iterator[Sequence[Point]]:
    """The points in slices of at most ``size``."""
    for start in range(0, len(points), size):
        yield points[start : start + size]


def _checked(document: Document, dimension: int, required: bool) -> list[float] | None:
    if document.embedding is not None:
        check_vector(document.embedding, dimension, f"the embedding of document {document.id}")
    elif required:
        raise ValueError(f"document {document.id} has no embedding; run it through the encoder")
    return document.embedding
