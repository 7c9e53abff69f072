"""What a passage store does, whichever engine is behind it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Literal, Protocol, Self

from ingest.types import Language
from pipelines import light  # noqa: F401  (before anything of Haystack)

# isort: split
from haystack.dataclasses import Document, SparseEmbedding
from haystack.document_stores.types import DuplicatePolicy

Leg = Literal["dense", "fr", "en"]
Filters = dict[str, Any]


@dataclass(frozen=True, slots=True)
class HybridQuery:
    """One question to the engine: up to three legs, fused by reciprocal rank.

    ``dense`` is a vector of the store's dimension, or None. ``lexical`` holds weighted query terms
    by language, from :func:`pipelines.stores.bm25.query_vector`; a language that is absent or
    empty is not searched. Each leg brings ``depth`` candidates. A passage at rank r (from 0) of a
    leg of weight w adds ``1 / (rank_constant - 1 + (r + 1) / w)``: Cormack et al., 2009, with
    Qdrant's weights. Legs not named in ``weights`` weigh 1. The constant is smaller than the 60 of
    that paper: `docs/decisions/0013-steep-fusion.md`.
    """

    dense: Sequence[float] | None = None
    lexical: Mapping[Language, SparseEmbedding] = field(default_factory=dict)
    depth: int = 100
    rank_constant: int = 4
    weights: Mapping[Leg, float] = field(default_factory=dict)


class PassageStore(Protocol):
    """Haystack's document store, with hybrid search, facets and deletion by document.

    Filters are Haystack's, with or without the ``meta.`` prefix; a field that no passage has
    matches as if it were None. On a list such as ``meta.projects`` a comparison holds when it
    holds for any member. Every method may raise
    :class:`~pipelines.stores.errors.StoreError`, and ``FilterError`` where it takes filters.
    """

    def write_documents(
        self, documents: list[Document], policy: DuplicatePolicy = DuplicatePolicy.NONE
    ) -> int:
        """How many were written. NONE overwrites: ids come from content, so writing is repeatable.

        Raises ``ValueError`` for an embedding that is missing, zero, not finite or of another
        dimension, before anything is written.
        """
        ...

    def filter_documents(self, filters: Filters | None = None) -> list[Document]:
        """All passages that match, by id, with their embeddings."""
        ...

    def delete_documents(self, document_ids: list[str]) -> None:
        """Delete passages by id; unknown ids are passed over."""
        ...

    def count_documents(self) -> int:
        """How many passages there are."""
        ...

    def search(
        self, query: HybridQuery, filters: Filters | None = None, limit: int = 10
    ) -> list[Document]:
        """The ``limit`` best passages, best first; equal scores in the order of ids.

        The filters hold on every leg. ``score`` is the fused score, ``embedding`` the unit vector,
        ``sparse_embedding`` the BM25 vector in the passage's language.
        """
        ...

    def facets(
        self, field: str, filters: Filters | None = None, limit: int = 1000
    ) -> dict[str, int]:
        """Passages by value of an indexed field, most frequent first; a list counts each member."""
        ...

    def count_by_filter(self, filters: Filters | None = None) -> int:
        """How many passages match."""
        ...

    def delete_by_filter(self, filters: Filters) -> int:
        """Delete the passages that match, and say how many. Empty filters are refused."""
        ...

    def delete_document(self, document: str, keep: Collection[str] = ()) -> int:
        """Delete a document's passages, but those whose ids are in ``keep``; say how many."""
        ...

    def flush(self) -> None:
        """Force what was written onto the disk, which a power cut then spares.

        A killed process loses nothing that was acknowledged, flushed or not. Embedded, this takes
        tens to hundreds of milliseconds: once before a commit of the catalogue, not once a write.
        """
        ...

    def drop(self) -> None:
        """Delete the whole collection; the next write begins a new one."""
        ...

    def close(self) -> None:
        """Give back what is held open. Closing twice is allowed, and the next call opens again."""
        ...

    def to_dict(self) -> dict[str, Any]:
        """The arguments to make this store again, without secrets."""
        ...

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """The store that :meth:`to_dict` described."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
