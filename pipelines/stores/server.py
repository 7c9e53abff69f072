"""The server store: a collection on a Qdrant server, one node or a cluster, through qdrant-client.

``qdrant-haystack`` holds one sparse vector a document; two languages need two, so the client is
used directly. ``qdrant_client`` is imported at the first use only: it takes over a second.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Iterator, Sequence
from errno import ENOENT
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from pipelines.stores.base import BaseStore
from pipelines.stores.bm25 import NAMES
from pipelines.stores.connection import ask, write
from pipelines.stores.contract import HybridQuery
from pipelines.stores.converters import DENSE, INTEGERS, KEYWORDS, Point, to_document, to_hit
from pipelines.stores.errors import StoreDamaged, StoreError, StoreMismatch
from pipelines.stores.filters import Condition, to_client

if TYPE_CHECKING:
    from haystack.dataclasses import Document
    from haystack.utils import Secret
    from qdrant_client import QdrantClient, models

_PAGE: Final = 1000


class ServerStore(BaseStore):
    """Passages in ``collection`` on ``server``, made at the first use; nothing is opened before.

    With ``create=False`` the collection has to be there, or
    :class:`~pipelines.stores.errors.StoreDamaged` is raised.

    ``server`` is a URL, or a ready ``QdrantClient``. ``shards`` and ``replicas`` are for a cluster,
    and count when the collection is made. ``timeout`` is in seconds, a call.

        with ServerStore("http://localhost:6333", "grappe") as store:
            store.write_documents(passages)
    """

    def __init__(
        self,
        server: str | QdrantClient,
        collection: str,
        dimension: int = 384,
        require_embedding: bool = True,
        *,
        create: bool = True,
        api_key: Secret | None = None,
        shards: int | None = None,
        replicas: int | None = None,
        timeout: int = 30,
    ) -> None:
        self.server = server
        self.collection = collection
        self.dimension = dimension
        self.require_embedding = require_embedding
        self.create = create
        self.api_key = api_key
        self.shards = shards
        self.replicas = replicas
        self.timeout = timeout
        self._where = server if isinstance(server, str) else "the given client"
        self._connection: QdrantClient | None = None if isinstance(server, str) else server
        self._ready = False

    def flush(self) -> None:
        """Nothing to do: a server answers a write when it is in its log."""

    def close(self) -> None:
        """Close the connection when it is this store's own; the next call opens another."""
        if self._connection is not None and isinstance(self.server, str):
            self._connection.close()
            self._connection = None
            self._ready = False

    def drop(self) -> None:
        """Delete the collection; the next call makes a new one."""
        self._ready = False
        write(partial(self._connect().delete_collection, self.collection), self._where)

    def _connect(self) -> QdrantClient:
        if self._connection is None:
            from qdrant_client import QdrantClient

            self._connection = QdrantClient(
                url=str(self.server),
                api_key=self.api_key.resolve_value() if self.api_key else None,
                timeout=self.timeout,
                # It would ask the server now, and only warn; a server too old refuses by itself.
                check_compatibility=False,
            )
        return self._connection

    def _client(self) -> QdrantClient:
        """The client, with the collection there, indexed, and of the right dimension."""
        client = self._connect()
        if not self._ready:
            if not ask(partial(client.collection_exists, self.collection), self._where):
                if not self.create:
                    raise StoreDamaged(f"{self._where}/{self.collection}", os.strerror(ENOENT))
                self._create(client)
            info = ask(partial(client.get_collection, self.collection), self._where)
            vectors = info.config.params.vectors
            dense = vectors.get(DENSE) if isinstance(vectors, dict) else None
            if dense is None or dense.size != self.dimension:
                found = f"{dense.size} dimensions" if dense else f"no vector named {DENSE}"
                raise StoreMismatch(f"{self._where}/{self.collection}", found, self.dimension)
            # Also when the collection was there: who made it may have been killed half-way.
            self._index(client, known=set(info.payload_schema))
            self._ready = True
        return client

    def _create(self, client: QdrantClient) -> None:
        from qdrant_client import models

        sparse = models.SparseVectorParams(modifier=models.Modifier.IDF)
        dense = models.VectorParams(size=self.dimension, distance=models.Distance.COSINE)
        create = partial(
            client.create_collection,
            self.collection,
            vectors_config={DENSE: dense},
            sparse_vectors_config=dict.fromkeys(NAMES.values(), sparse),
            shard_number=self.shards,
            replication_factor=self.replicas,
        )
        try:
            ask(create, self._where)
        except StoreError:  # unless another process made it in the meantime
            if not ask(partial(client.collection_exists, self.collection), self._where):
                raise

    def _index(self, client: QdrantClient, known: set[str]) -> None:
        from qdrant_client import models

        kinds = dict.fromkeys(KEYWORDS, models.PayloadSchemaType.KEYWORD)
        kinds |= dict.fromkeys(INTEGERS, models.PayloadSchemaType.INTEGER)
        with warnings.catch_warnings():
            # The client's imitation of a server, in memory, says that it keeps no indexes.
            warnings.filterwarnings("ignore", message="Payload indexes have no effect")
            for key in kinds.keys() - known:
                create = partial(client.create_payload_index, self.collection, key, kinds[key])
                write(create, self._where)

    def _arguments(self) -> dict[str, Any]:
        if not isinstance(self.server, str):
            raise ValueError("a store made around a client can't be serialised; give it a URL")
        return {
            "server": self.server,
            "collection": self.collection,
            "dimension": self.dimension,
            "require_embedding": self.require_embedding,
            "create": self.create,
            "api_key": self.api_key.to_dict() if self.api_key else None,
            "shards": self.shards,
            "replicas": self.replicas,
            "timeout": self.timeout,
        }

    def _upsert(self, points: Sequence[Point]) -> None:
        from qdrant_client import models

        rows = []
        for point in points:
            vector: dict[str, Any] = {} if point.dense is None else {DENSE: point.dense}
            for language, terms in point.lexical.items():
                sparse = models.SparseVector(indices=terms.indices, values=terms.values)
                vector[NAMES[language]] = sparse
            rows.append(models.PointStruct(id=point.id, vector=vector, payload=point.payload))
        write(partial(self._client().upsert, self.collection, rows), self._where)

    def _existing(self, ids: list[str]) -> set[str]:
        call = partial(self._client().retrieve, self.collection, list(ids), with_payload=False)
        return {str(record.id) for record in ask(call, self._where)}

    def _scroll(self, condition: Condition) -> Iterator[Document]:
        scroll = partial(
            self._client().scroll,
            self.collection,
            to_client(condition),
            limit=_PAGE,
            with_vectors=[DENSE],
        )
        records, offset = ask(scroll, self._where)
        yield from map(_document, records)
        while offset is not None:
            records, offset = ask(partial(scroll, offset=offset), self._where)
            yield from map(_document, records)

    def _search(self, query: HybridQuery, condition: Condition, limit: int) -> Iterable[Document]:
        from qdrant_client import models

        legs: list[tuple[Any, str, float]] = []
        if query.dense is not None:
            legs.append((list(query.dense), DENSE, query.weights.get("dense", 1.0)))
        for language, terms in query.lexical.items():
            if terms.indices:
                sparse = models.SparseVector(indices=terms.indices, values=terms.values)
                legs.append((sparse, NAMES[language], query.weights.get(language, 1.0)))
        where = to_client(condition)
        weights = [weight for _, _, weight in legs] if query.weights else None
        call = partial(
            self._client().query_points,
            self.collection,
            query=models.RrfQuery(rrf=models.Rrf(k=query.rank_constant, weights=weights)),
            prefetch=[
                models.Prefetch(query=vector, using=name, filter=where, limit=query.depth)
                for vector, name, _ in legs
            ],
            limit=limit,
            with_vectors=[DENSE, *NAMES.values()],
        )
        return [
            to_hit(point.payload or {}, _vectors(point), point.score)
            for point in ask(call, self._where).points
        ]

    def _facet(
        self, key: str, condition: Condition, limit: int
    ) -> Iterable[tuple[str | int | bool, int]]:
        where = to_client(condition)
        call = partial(self._client().facet, self.collection, key, where, limit, exact=True)
        return [(hit.value, hit.count) for hit in ask(call, self._where).hits]

    def _count(self, condition: Condition) -> int:
        call = partial(self._client().count, self.collection, to_client(condition))
        return ask(call, self._where).count

    def _delete_ids(self, ids: list[str]) -> None:
        write(partial(self._client().delete, self.collection, list(ids)), self._where)

    def _delete(self, condition: Condition) -> None:
        write(partial(self._client().delete, self.collection, to_client(condition)), self._where)


def _document(point: models.Record) -> Document:
    return to_document(point.payload or {}, _vectors(point).get(DENSE))


def _vectors(point: models.Record | models.ScoredPoint) -> dict[str, Any]:
    return dict(point.vector) if isinstance(point.vector, dict) else {}
