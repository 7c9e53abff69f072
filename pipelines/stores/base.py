"""What both stores do alike: checking, policies, fusion order; an engine adds the primitives."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Sequence
from types import TracebackType
from typing import Any, Final, Self

from pipelines import light  # noqa: F401  (before anything of Haystack)

# isort: split
from haystack.core.serialization import default_from_dict, default_to_dict
from haystack.dataclasses import Document
from haystack.document_stores.errors import DuplicateDocumentError
from haystack.document_stores.types import DuplicatePolicy

from pipelines.stores.contract import Filters, HybridQuery
from pipelines.stores.converters import (
    INTEGERS,
    KEYWORDS,
    Point,
    batches,
    check_vector,
    point_id,
    to_point,
)
from pipelines.stores.filters import Condition, parse, payload_key

BATCH: Final = 256

# Fused scores often tie (the same rank in two legs). This many more are asked for than are given
# back, so that ties at the end of the list are broken by id too.
_TIE_MARGIN: Final = 16
# Scores are sums of 32-bit floats, in an order that is the engine's own.
_SCORE_DIGITS: Final = 7


class BaseStore(ABC):
    """A passage store over an engine's primitives; see :class:`pipelines.stores.contract`."""

    dimension: int
    require_embedding: bool

    def write_documents(
        self, documents: list[Document], policy: DuplicatePolicy = DuplicatePolicy.NONE
    ) -> int:
        """How many were written; NONE overwrites. Nothing is written when one is not valid.

        Raises ``ValueError`` for what is no document or has no valid embedding, and
        ``DuplicateDocumentError`` under FAIL.
        """
        if not isinstance(documents, list) or not all(isinstance(d, Document) for d in documents):
            raise ValueError("write_documents takes a list of haystack Document objects")
        if policy in (DuplicatePolicy.FAIL, DuplicatePolicy.SKIP):
            documents = self._without_known(documents, fail=policy is DuplicatePolicy.FAIL)
        points = [to_point(d, self.dimension, self.require_embedding) for d in documents]
        for batch in batches(points, BATCH):
            self._upsert(batch)
        return len(points)

    def filter_documents(self, filters: Filters | None = None) -> list[Document]:
        """All passages that match, by id, with their embeddings."""
        return sorted(self._scroll(parse(filters)), key=lambda document: document.id)

    def delete_documents(self, document_ids: list[str]) -> None:
        """Delete passages by id; unknown ids are passed over."""
        if document_ids:
            self._delete_ids([point_id(document_id) for document_id in document_ids])

    def count_documents(self) -> int:
        """How many passages there are."""
        return self._count(parse(None))

    def search(
        self, query: HybridQuery, filters: Filters | None = None, limit: int = 10
    ) -> list[Document]:
        """The ``limit`` best passages by fused score, ties by id; filters hold on every leg."""
        condition = parse(filters)
        if query.dense is not None:
            check_vector(query.dense, self.dimension, "the query's vector")
        if limit <= 0 or (query.dense is None and not any(v.indices for v in _vectors(query))):
            return []
        found = list(self._search(query, condition, limit + _TIE_MARGIN))
        found.sort(key=lambda document: (-round(document.score or 0.0, _SCORE_DIGITS), document.id))
        return found[:limit]

    def facets(
        self, field: str, filters: Filters | None = None, limit: int = 1000
    ) -> dict[str, int]:
        """Passages by value of an indexed field, most frequent first, then by value.

        Raises ``ValueError`` for a field that has no index.
        """
        key = payload_key(field)
        if key not in KEYWORDS + INTEGERS:
            known = ", ".join(KEYWORDS + INTEGERS)
            raise ValueError(f"{field!r} is not counted by value; these are: {known}")
        counts = self._facet(key, parse(filters), limit)
        return {str(v): n for v, n in sorted(counts, key=lambda hit: (-hit[1], str(hit[0])))}

    def count_by_filter(self, filters: Filters | None = None) -> int:
        """How many passages match."""
        return self._count(parse(filters))

    def delete_by_filter(self, filters: Filters) -> int:
        """Delete the passages that match, and say how many. Empty filters are refused."""
        if not filters:
            raise ValueError("delete_by_filter with no filter would delete everything; use drop()")
        condition = parse(filters)
        count = self._count(condition)
        if count:
            self._delete(condition)
        return count

    def delete_document(self, document: str, keep: Collection[str] = ()) -> int:
        """Delete a document's passages, but those whose ids are in ``keep``; say how many."""
        of_document = {"field": "meta.document", "operator": "==", "value": document}
        if not keep:
            return self.delete_by_filter(of_document)
        others = {"field": "id", "operator": "not in", "value": sorted(keep)}
        return self.delete_by_filter({"operator": "AND", "conditions": [of_document, others]})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def to_dict(self) -> dict[str, Any]:
        """The arguments to make this store again, without secrets."""
        return default_to_dict(self, **self._arguments())

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """The store that :meth:`to_dict` described."""
        return default_from_dict(cls, data)

    def _without_known(self, documents: list[Document], *, fail: bool) -> list[Document]:
        """The documents that are neither stored nor given twice."""
        known: set[str] = set()
        for start in range(0, len(documents), BATCH):
            ids = [point_id(document.id) for document in documents[start : start + BATCH]]
            known |= self._existing(ids)
        fresh = []
        for document in documents:
            identity = point_id(document.id)
            if identity not in known:
                fresh.append(document)
            elif fail:
                raise DuplicateDocumentError(f"document {document.id} is already stored")
            known.add(identity)
        return fresh

    @abstractmethod
    def flush(self) -> None:
        """Force what was written onto the disk, which a power cut then spares."""

    @abstractmethod
    def close(self) -> None:
        """Give back what is held open; the next call opens again."""

    @abstractmethod
    def drop(self) -> None:
        """Delete the whole collection; the next write begins a new one."""

    @abstractmethod
    def _arguments(self) -> dict[str, Any]: ...

    @abstractmethod
    def _upsert(self, points: Sequence[Point]) -> None: ...

    @abstractmethod
    def _existing(self, ids: list[str]) -> set[str]: ...

    @abstractmethod
    def _scroll(self, condition: Condition) -> Iterable[Document]: ...

    @abstractmethod
    def _search(
        self, query: HybridQuery, condition: Condition, limit: int
    ) -> Iterable[Document]: ...

    @abstractmethod
    def _facet(
        self, key: str, condition: Condition, limit: int
    ) -> Iterable[tuple[str | int | bool, int]]: ...

    @abstractmethod
    def _count(self, condition: Condition) -> int: ...

    @abstractmethod
    def _delete_ids(self, ids: list[str]) -> None: ...

    @abstractmethod
    def _delete(self, condition: Condition) -> None: ...


def _vectors(query: HybridQuery) -> Iterable[Any]:
    return query.lexical.values()
