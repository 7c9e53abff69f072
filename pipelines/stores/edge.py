"""The embedded store: Qdrant Edge, the Rust engine in this process, one folder a collection."""

from __future__ import annotations

import contextlib
import os
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from errno import ENOENT
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pipelines.stores.base import BaseStore
from pipelines.stores.bm25 import NAMES
from pipelines.stores.contract import HybridQuery
from pipelines.stores.converters import DENSE, INTEGERS, KEYWORDS, Point, to_document, to_hit
from pipelines.stores.errors import LibraryHeld, StoreDamaged, StoreError, StoreMismatch
from pipelines.stores.filters import Condition, to_edge
from pipelines.stores.lock import LibraryLock

if TYPE_CHECKING:
    import qdrant_edge
    from haystack.dataclasses import Document

Answer = TypeVar("Answer")

_PAGE: Final = 1000
_SHARD: Final = "shard"
_NEW: Final = "shard.new"


class EdgeStore(BaseStore):
    """Passages in ``path``, made at the first use; the constructor opens nothing. What isn't there
    with ``create=False`` raises :class:`~pipelines.stores.errors.StoreDamaged`.

    One process at a time: a second one, or a second store on the folder in this one, gets
    :class:`~pipelines.stores.errors.LibraryHeld`. ``require_embedding=False`` lets documents in
    that have no embedding, as plain Haystack stores do; only filters and lexical search find them.

        with EdgeStore(Path("library-data/passages")) as store:
            store.write_documents(passages)
    """

    def __init__(
        self,
        path: Path | str,
        dimension: int = 384,
        require_embedding: bool = True,
        *,
        create: bool = True,
    ) -> None:
        self.path = Path(path)
        self.dimension = dimension
        self.require_embedding = require_embedding
        self.create = create
        self._lock = LibraryLock(self.path)
        self._opening = threading.RLock()
        self._open_shard: qdrant_edge.EdgeShard | None = None

    def flush(self) -> None:
        """Force what was written onto the disk; does nothing when the store isn't open."""
        with self._opening:
            if self._open_shard is not None:
                self._checked(self._open_shard.flush)

    def close(self) -> None:
        """Write everything to disk and give the folder back; the next call opens it again."""
        with self._opening:
            self._close_shard()
            self._lock.release()

    def drop(self) -> None:
        """Delete the folder; the next write begins anew. Refused while another process has it."""
        with self._opening:
            self._close_shard()
            if self.path.exists():
                self._lock.acquire()
                for folder in (_SHARD, _NEW):
                    shutil.rmtree(self.path / folder, ignore_errors=True)
                self._lock.remove()
                with contextlib.suppress(OSError):  # something else of the user's lies in it
                    self.path.rmdir()

    def _close_shard(self) -> None:
        if self._open_shard is not None:
            self._open_shard.close()  # flushes
            self._open_shard = None

    def _shard(self) -> qdrant_edge.EdgeShard:
        with self._opening:
            if self._open_shard is None:
                if not self.create and not (self.path / _SHARD).exists():
                    raise StoreDamaged(str(self.path), os.strerror(ENOENT))
                self._lock.acquire()
                try:
                    if not (self.path / _SHARD).exists():
                        self._create()
                    self._open_shard = self._load()
                except BaseException:
                    self._lock.release()
                    raise
            return self._open_shard

    def _create(self) -> None:
        import qdrant_edge as edge

        # Made beside its place and renamed, so that a kill in between leaves no half-made shard.
        new = self.path / _NEW
        shutil.rmtree(new, ignore_errors=True)
        self._checked(lambda: edge.EdgeShard.create(str(new), self._config()).close())
        new.rename(self.path / _SHARD)

    def _load(self) -> qdrant_edge.EdgeShard:
        import qdrant_edge as edge

        path, config = str(self.path / _SHARD), self._config()
        shard = self._checked(lambda: edge.EdgeShard.load(path, config), opening=True)
        kinds = dict.fromkeys(KEYWORDS, edge.PayloadSchemaType.Keyword)
        kinds |= dict.fromkeys(INTEGERS, edge.PayloadSchemaType.Integer)
        for key in kinds.keys() - shard.info().payload_schema.keys():
            self._checked(
                partial(shard.update, edge.UpdateOperation.create_field_index(key, kinds[key]))
            )
        return shard

    def _config(self) -> qdrant_edge.EdgeConfig:
        import qdrant_edge as edge

        dense = edge.EdgeVectorParams(size=self.dimension, distance=edge.Distance.Cosine)
        sparse = edge.EdgeSparseVectorParams(modifier=edge.Modifier.Idf)
        return edge.EdgeConfig(
            vectors={DENSE: dense}, sparse_vectors=dict.fromkeys(NAMES.values(), sparse)
        )

    def _checked(self, call: Callable[[], Answer], *, opening: bool = False) -> Answer:
        """What ``call`` returns; the engine's errors, which are bare ``Exception``s, made ours."""
        try:
            return call()
        except (StoreError, TypeError, ValueError):
            raise
        except Exception as error:
            text = str(error)
            if "WouldBlock" in text:  # held by a program that does not take our lock
                raise LibraryHeld(self.path, None) from error
            if "ncompatible config" in text:
                found = text.rpartition(": ")[2]
                raise StoreMismatch(str(self.path), found, self.dimension) from error
            if "No space left" in text:
                raise StoreError(
                    f"The disk that holds {self.path} is full. Free some space and try again.",
                    f"Le disque de {self.path} est plein. Libérez de la place et réessayez.",
                ) from error
            if opening:
                raise StoreDamaged(str(self.path), text) from error
            raise StoreError(
                f"The index in {self.path} failed: {text}",
                f"L'index {self.path} a échoué : {text}",
            ) from error

    def _arguments(self) -> dict[str, Any]:
        return {
            "path": str(self.path),
            "dimension": self.dimension,
            "require_embedding": self.require_embedding,
            "create": self.create,
        }

    def _upsert(self, points: Sequence[Point]) -> None:
        import qdrant_edge as edge

        rows = []
        for point in points:
            vector: dict[str, Any] = {} if point.dense is None else {DENSE: point.dense}
            for language, terms in point.lexical.items():
                vector[NAMES[language]] = edge.SparseVector(terms.indices, terms.values)
            rows.append(edge.Point(point.id, vector, point.payload))
        self._checked(lambda: self._shard().update(edge.UpdateOperation.upsert_points(rows)))

    def _existing(self, ids: list[str]) -> set[str]:
        found = self._checked(lambda: self._shard().retrieve(list(ids), False, False))
        return {str(record.id) for record in found}

    def _scroll(self, condition: Condition) -> Iterator[Document]:
        import qdrant_edge as edge

        offset = None
        while True:
            request = edge.ScrollRequest(
                offset=offset,
                limit=_PAGE,
                filter=to_edge(condition),
                with_payload=True,
                with_vector=[DENSE],
            )
            records, offset = self._checked(partial(self._shard().scroll, request))
            for record in records:
                yield _document(record)
            if offset is None:
                return

    def _search(self, query: HybridQuery, condition: Condition, limit: int) -> Iterable[Document]:
        import qdrant_edge as edge

        where = to_edge(condition)
        legs, weights = [], []
        if query.dense is not None:
            nearest = edge.Query.Nearest(list(query.dense), using=DENSE)
            legs.append(edge.Prefetch(query.depth, nearest, filter=where))
            weights.append(query.weights.get("dense", 1.0))
        for language, terms in query.lexical.items():
            if terms.indices:
                sparse = edge.SparseVector(terms.indices, terms.values)
                nearest = edge.Query.Nearest(sparse, using=NAMES[language])
                legs.append(edge.Prefetch(query.depth, nearest, filter=where))
                weights.append(query.weights.get(language, 1.0))
        # The stubs do not know that `Rrf` is a `Fusion`.
        fusion: Any = edge.Fusion.Rrf(query.rank_constant, weights if query.weights else None)
        request = edge.QueryRequest(
            limit,
            query=fusion,
            prefetches=legs,
            with_vector=[DENSE, *NAMES.values()],
            with_payload=True,
        )
        found = self._checked(lambda: self._shard().query(request))
        # Named vectors come as a dictionary; the stubs allow for stores that have only one.
        points: Iterable[Any] = found
        return [to_hit(point.payload, point.vector, point.score) for point in points]

    def _facet(
        self, key: str, condition: Condition, limit: int
    ) -> Iterable[tuple[str | int | bool, int]]:
        import qdrant_edge as edge

        request = edge.FacetRequest(key, limit, True, to_edge(condition))
        response = self._checked(lambda: self._shard().facet(request))
        return [(hit.value, hit.count) for hit in response.hits]

    def _count(self, condition: Condition) -> int:
        import qdrant_edge as edge

        request = edge.CountRequest(True, to_edge(condition))
        return self._checked(lambda: self._shard().count(request))

    def _delete_ids(self, ids: list[str]) -> None:
        import qdrant_edge as edge

        self._checked(lambda: self._shard().update(edge.UpdateOperation.delete_points(list(ids))))

    def _delete(self, condition: Condition) -> None:
        import qdrant_edge as edge

        deletion = edge.UpdateOperation.delete_points_by_filter(to_edge(condition))
        self._checked(lambda: self._shard().update(deletion))


def _document(point: Any) -> Document:
    return to_document(point.payload, (point.vector or {}).get(DENSE))
