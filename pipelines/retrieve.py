"""The question's way to passages, as one Haystack pipeline.

encode ─┐
        ├→ retrieve (dense, French BM25, English BM25; one filter; fused) → visible → diversify
terms ──┘
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from pipelines import light  # noqa: F401  (before anything of Haystack)

# isort: split
from haystack import Document, Pipeline, component

from ingest.types import LANGUAGES, Language
from pipelines.catalogue.catalogue import Catalogue
from pipelines.encoders import Encoder
from pipelines.filters import Filters
from pipelines.match import coverage
from pipelines.query import Query
from pipelines.stores.bm25 import query_vector
from pipelines.stores.contract import HybridQuery, PassageStore
from pipelines.words import words

DEPTH = 100  # candidates a leg brings
CAP = 2  # passages of one document among the results
CLOSE = 0.35  # a passage that shares no word counts as found from this cosine on
_ALIKE = 0.8  # Jaccard similarity of 4-word shingles from which two passages say the same
_SHINGLE = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage found: its fused score, its cosine with the query, and passages that repeat it."""

    passage: Document
    score: float
    cosine: float
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Retrieved:
    """Everything that matched, best first, and the query's unit vector (None without words)."""

    candidates: tuple[Candidate, ...]
    vector: np.ndarray | None


@component
class HybridRetriever:
    """Asks the store all legs at once; the filter reaches each of them.

    Haystack's Qdrant retrievers take one sparse vector; a bilingual library has two.
    """

    def __init__(self, store: PassageStore, depth: int = DEPTH) -> None:
        self.store = store
        self.depth = depth

    @component.output_types(documents=list[Document])
    def run(
        self,
        embedding: list[float],
        query: Query,
        filters: dict[str, Any] | None = None,
        limit: int = DEPTH,
    ) -> dict[str, list[Document]]:
        """Passages by fused rank under ``documents``."""
        lexical = {
            language: vector
            for language in LANGUAGES
            if (vector := query_vector(query.lexical(language), language)).indices
        }
        hybrid = HybridQuery(dense=embedding, lexical=lexical, depth=self.depth)
        return {"documents": self.store.search(hybrid, filters, limit)}


@component
class VisibleOnly:
    """Keeps what the catalogue holds as current: the index may be ahead of it or behind."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    @component.output_types(documents=list[Document])
    def run(self, documents: list[Document]) -> dict[str, list[Document]]:
        """The visible ones, in their order."""
        visible = self.catalogue.visible()
        return {
            "documents": [
                d for d in documents if visible.get(d.meta["document"]) == d.meta["content_hash"]
            ]
        }


@component
class Diversify:
    """Groups passages that say the same and lets no document fill the results."""

    def __init__(self, cap: int = CAP) -> None:
        self.cap = cap

    @component.output_types(candidates=list[Candidate])
    def run(
        self, documents: list[Document], embedding: list[float], query: Query
    ) -> dict[str, list[Candidate]]:
        """Candidates, best first: those that match the query by a word or by their meaning."""
        vector = np.asarray(embedding, dtype=np.float32)
        kept: list[Candidate] = []
        shingles: list[frozenset[int]] = []
        taken: dict[str, int] = {}
        for document in documents:
            cosine = float(np.asarray(document.embedding, dtype=np.float32) @ vector)
            if cosine < CLOSE and not coverage(query, *_searched(document)).any:
                continue
            own = _shingles(document.content or "")
            twin = next((i for i, other in enumerate(shingles) if _alike(own, other)), None)
            source = document.meta["document"]
            if twin is not None:
                if kept[twin].passage.meta["document"] != source:
                    kept[twin] = _with_copy(kept[twin], source)
                continue
            if taken.get(source, 0) >= self.cap:
                continue
            taken[source] = taken.get(source, 0) + 1
            kept.append(Candidate(document, document.score or 0.0, cosine))
            shingles.append(own)
        return {"candidates": kept}


def retrieval_pipeline(encoder: Encoder, store: PassageStore, catalogue: Catalogue) -> Pipeline:
    """The pipeline; it is made once and run for each query by :func:`retrieve`."""
    pipeline = Pipeline()
    pipeline.add_component("encode", encoder.query())
    pipeline.add_component("retrieve", HybridRetriever(store))
    pipeline.add_component("visible", VisibleOnly(catalogue))
    pipeline.add_component("diversify", Diversify())
    pipeline.connect("encode.embedding", "retrieve.embedding")
    pipeline.connect("encode.embedding", "diversify.embedding")
    pipeline.connect("retrieve.documents", "visible.documents")
    pipeline.connect("visible.documents", "diversify.documents")
    return pipeline


def retrieve(pipeline: Pipeline, query: Query, filters: Filters) -> Retrieved:
    """Everything that matched; nothing for a query without a word."""
    if not any(words(query.text)):
        return Retrieved((), None)
    found = pipeline.run(
        {
            "encode": {"text": query.text},
            "retrieve": {"query": query, "filters": filters.to_haystack()},
            "diversify": {"query": query},
        },
        include_outputs_from={"encode"},
    )
    vector = np.asarray(found["encode"]["embedding"], dtype=np.float32)
    return Retrieved(tuple(found["diversify"]["candidates"]), vector)


def facets(candidates: Sequence[Candidate]) -> Mapping[str, Mapping[str, int]]:
    """Documents among the candidates by value of each filter field, commonest first."""
    fields = {
        "language": "language",
        "year": "years",
        "project": "projects",
        "type": "type",
        "country": "country",
    }
    counted: dict[str, dict[str, int]] = {}
    for name, field in fields.items():
        seen: set[tuple[str, str]] = set()
        for candidate in candidates:
            meta = candidate.passage.meta
            value = meta.get(field)
            for one in value if isinstance(value, list) else [value]:
                if one is not None:
                    seen.add((str(one), meta["document"]))
        counts: dict[str, int] = {}
        for one, _ in seen:
            counts[one] = counts.get(one, 0) + 1
        counted[name] = dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
    return counted


def _searched(document: Document) -> tuple[str, Language]:
    return (
        f"{document.meta.get('context', '')}\n{document.content or ''}",
        document.meta["language"],
    )


def _shingles(text: str) -> frozenset[int]:
    folded = [word.folded for word in words(text)]
    if len(folded) < _SHINGLE:
        return frozenset([hash(tuple(folded))])
    return frozenset(
        hash(tuple(folded[i : i + _SHINGLE])) for i in range(len(folded) - _SHINGLE + 1)
    )


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    # The sizes alone rule most pairs out before any set is built.
    if min(len(one), len(other)) < _ALIKE * max(len(one), len(other)):
        return False
    return len(one & other) >= _ALIKE * len(one | other)


def _with_copy(candidate: Candidate, source: str) -> Candidate:
    if source in candidate.copies:
        return candidate
    copies = (*candidate.copies, source)
    return Candidate(candidate.passage, candidate.score, candidate.cosine, copies)
