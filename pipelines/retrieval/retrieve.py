"""The question's way to passages, as one Haystack pipeline.

encode → retrieve (dense, French BM25, English BM25; one filter; fused) → visible → diversify
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np

from pipelines import light  # noqa: F401  (before anything of Haystack)

# isort: split
from haystack import Document, Pipeline, component
from haystack.core.errors import PipelineRuntimeError

from ingest.shingles import resemblance, shingles
from ingest.types import LANGUAGES, Language
from pipelines.catalogue.catalogue import Catalogue
from pipelines.errors import meant
from pipelines.filters import Filters
from pipelines.retrieval.encoders import Encoder
from pipelines.retrieval.parts_first import parts_first
from pipelines.retrieval.query import Query
from pipelines.stores.bm25 import query_vector
from pipelines.stores.contract import HybridQuery, PassageStore
from pipelines.terms.match import wanted_stems
from pipelines.terms.words import words

DEPTH = 100  # candidates a leg brings
_DEEPER = 1_000  # and where most of them only repeat each other
CAP = 2  # passages of one document among the results
NEAREST = 3
CLOSE = 0.35  # a passage that shares no word counts as found from this cosine on
_NEAR = 0.93  # cosine below which two passages are not compared word for word
_ALIKE = 0.8  # resemblance from which two passages say the same


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage found, and its cosine with the query."""

    passage: Document
    cosine: float


@dataclass(frozen=True, slots=True)
class Retrieved:
    """What is known of a query so far: its unit vector, and the passages found, best first.

    ``nearest`` are the first few, whether or not they match; they are shown with a refusal.
    ``crowded`` says that most passages were copies of others, which may have kept others out.
    """

    query: Query
    vector: np.ndarray
    candidates: tuple[Candidate, ...] = ()
    nearest: tuple[Candidate, ...] = ()
    crowded: bool = False

    def __deepcopy__(self, memo: dict[int, Any]) -> Retrieved:
        # A pipeline copies what goes from one component to the next. Nothing changes this, and
        # copying its vectors number by number takes longer than the search itself.
        return self


@component
class QueryEncoder:
    """Gives a query its vector with any of Haystack's text embedders."""

    def __init__(self, encoder: Encoder) -> None:
        self.embedder = encoder.query()

    @component.output_types(found=Retrieved)
    def run(self, query: Query) -> dict[str, Retrieved]:
        """The query with its vector under ``found``."""
        embedding = self.embedder.run(text=query.text)["embedding"]
        return {"found": Retrieved(query, np.asarray(embedding, dtype=np.float32))}


@component
class HybridRetriever:
    """Asks the store all legs at once; the filter reaches each of them.

    Haystack's Qdrant retrievers take one sparse vector; a bilingual library has two.
    """

    def __init__(self, store: PassageStore) -> None:
        self.store = store

    @component.output_types(found=Retrieved)
    def run(
        self, found: Retrieved, filters: dict[str, Any] | None = None, depth: int = DEPTH
    ) -> dict[str, Retrieved]:
        """All passages that any leg brings, ``depth`` each, by fused rank; of a query that names a
        numbered part, those of another one last."""
        lexical = {
            language: vector
            for language in LANGUAGES
            if (vector := query_vector(found.query.lexical(language), language)).indices
        }
        hybrid = HybridQuery(dense=found.vector.tolist(), lexical=lexical, depth=depth)
        documents = self.store.search(hybrid, filters, depth * (1 + len(lexical)))
        cosines = _vectors(documents) @ found.vector if documents else ()
        candidates = (
            Candidate(documents[place], float(cosines[place]))
            for place in parts_first(found.query.parts, documents)
        )
        return {"found": replace(found, candidates=tuple(candidates))}


@component
class VisibleOnly:
    """Keeps what the catalogue holds as current: the index may be ahead of it or behind."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    @component.output_types(found=Retrieved)
    def run(self, found: Retrieved) -> dict[str, Retrieved]:
        """The visible ones, in their order."""
        visible = self.catalogue.visible()
        kept = (
            candidate
            for candidate in found.candidates
            if visible.get(candidate.passage.meta["document"])
            == candidate.passage.meta["content_hash"]
        )
        return {"found": replace(found, candidates=tuple(kept))}


@component
class Diversify:
    """Groups passages that say the same and lets no document fill the results."""

    def __init__(self, cap: int = CAP) -> None:
        self.cap = cap

    @component.output_types(found=Retrieved)
    def run(self, found: Retrieved) -> dict[str, Retrieved]:
        """Those that match the query by a word or by their meaning, in their order."""
        wanted = wanted_stems(found.query)
        vectors = _vectors([candidate.passage for candidate in found.candidates])
        near = vectors @ vectors.T >= _NEAR if len(vectors) else vectors
        kept: list[Candidate] = []
        # What a document's cap leaves out is known too: its copy elsewhere says nothing new.
        known = np.zeros(len(found.candidates), dtype=bool)
        taken: dict[str, int] = {}
        shown: dict[str, str] = {}  # which of the documents that are one file under several names
        copies = 0
        for index, candidate in enumerate(found.candidates):
            source = candidate.passage.meta["document"]
            if candidate.cosine < CLOSE and not _shares_a_word(candidate.passage, wanted):
                continue
            if shown.setdefault(candidate.passage.meta["content_hash"], source) != source or any(
                _alike(candidate, found.candidates[i]) for i in np.flatnonzero(near[index] & known)
            ):
                copies += 1
                continue
            known[index] = True
            if taken.get(source, 0) < self.cap:
                taken[source] = taken.get(source, 0) + 1
                kept.append(candidate)
        nearest = tuple(kept[:NEAREST]) or found.candidates[:NEAREST]
        crowded = copies > len(found.candidates) / 2
        found = replace(found, candidates=tuple(kept), nearest=nearest, crowded=crowded)
        return {"found": found}


def retrieval_pipeline(encoder: Encoder, store: PassageStore, catalogue: Catalogue) -> Pipeline:
    """The pipeline; it is made once and run for each query by :func:`retrieve`."""
    pipeline = Pipeline()
    pipeline.add_component("encode", QueryEncoder(encoder))
    pipeline.add_component("retrieve", HybridRetriever(store))
    pipeline.add_component("visible", VisibleOnly(catalogue))
    pipeline.add_component("diversify", Diversify())
    for one, next_one in pairwise(("encode", "retrieve", "visible", "diversify")):
        pipeline.connect(f"{one}.found", f"{next_one}.found")
    return pipeline


def retrieve(pipeline: Pipeline, query: Query, filters: Filters) -> Retrieved | None:
    """Everything that matched, best first; None for a query without a word."""
    if not any(words(query.text)):
        return None
    found = _run(pipeline, query, filters, DEPTH)
    return _run(pipeline, query, filters, _DEEPER) if found.crowded else found


def _run(pipeline: Pipeline, query: Query, filters: Filters, depth: int) -> Retrieved:
    try:
        result = pipeline.run(
            {
                "encode": {"query": query},
                "retrieve": {"filters": filters.to_haystack(), "depth": depth},
            }
        )
    except PipelineRuntimeError as error:
        raise meant(error) from error
    found: Retrieved = result["diversify"]["found"]
    return found


def facets(candidates: Sequence[Candidate]) -> Mapping[str, Mapping[str, int]]:
    """Documents among the candidates by value of each filter field, commonest first."""
    fields = {
        "language": "language",
        "year": "years",
        "project": "projects",
        "type": "type",
        "country": "country",
        "sector": "sectors",
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


def _vectors(passages: Sequence[Document]) -> np.ndarray:
    """Their unit vectors: float32, (len(passages), dimension)."""
    return np.array([passage.embedding for passage in passages], dtype=np.float32)


def _shares_a_word(passage: Document, wanted: Mapping[Language, frozenset[int]]) -> bool:
    terms = passage.sparse_embedding
    return terms is not None and not wanted[passage.meta["language"]].isdisjoint(terms.indices)


def _alike(one: Candidate, other: Candidate) -> bool:
    """Whether two passages say the same, word for word or nearly."""
    mine, theirs = _shingles(one.passage.content or ""), _shingles(other.passage.content or "")
    return resemblance(mine, theirs) >= _ALIKE


_shingles = lru_cache(maxsize=4096)(shingles)
