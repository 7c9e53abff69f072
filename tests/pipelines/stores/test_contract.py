"""Haystack's shipped store tests, on both stores."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator

import pytest

from pipelines import light  # noqa: F401  (before anything of Haystack)

# isort: split
from haystack import Document
from haystack.document_stores.types import DuplicatePolicy
from haystack.testing.document_store import (
    CountDocumentsByFilterTest,
    DeleteByFilterTest,
    DocumentStoreBaseTests,
)
from qdrant_client import QdrantClient

from pipelines.stores.base import BaseStore
from pipelines.stores.edge import EdgeStore
from pipelines.stores.server import ServerStore

DIMENSION = 768  # of the shipped tests' documents


class _HaystackName:
    """The shipped tests call counting by its Haystack name."""

    count_documents_by_filter = BaseStore.count_by_filter


class NamedEdgeStore(_HaystackName, EdgeStore):
    pass


class NamedServerStore(_HaystackName, ServerStore):
    pass


class StoreTests(DocumentStoreBaseTests, DeleteByFilterTest, CountDocumentsByFilterTest):
    @pytest.fixture
    def document_store(self, opened: BaseStore) -> Iterator[BaseStore]:
        """One store for all tests, since opening takes longer than any of them; each clears it."""
        yield opened
        opened.delete_documents([document.id for document in opened.filter_documents()])

    def test_write_documents(self, document_store: BaseStore) -> None:
        """Writing with no policy overwrites, so that an interrupted ingest can be repeated."""
        first, second = Document(id="1", content="before"), Document(id="1", content="after")
        assert document_store.write_documents([first]) == 1
        assert document_store.write_documents([second], DuplicatePolicy.NONE) == 1
        assert [found.content for found in document_store.filter_documents()] == ["after"]

    @staticmethod
    def assert_documents_are_equal(received: list[Document], expected: list[Document]) -> None:
        """In any order; embeddings up to their length, which cosine stores set to one."""
        assert len(received) == len(expected)
        pairs = zip(
            sorted(received, key=lambda found: found.id),
            sorted(expected, key=lambda wanted: wanted.id),
            strict=True,
        )
        for found, wanted in pairs:
            assert {**found.to_dict(), "embedding": 0} == {**wanted.to_dict(), "embedding": 0}
            if wanted.embedding is None:
                assert found.embedding is None
            else:
                norm = sum(value * value for value in wanted.embedding) ** 0.5
                unit = [value / norm for value in wanted.embedding]
                assert found.embedding == pytest.approx(unit, abs=1e-6)


@pytest.fixture(scope="module")
def edge_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BaseStore]:
    path = tmp_path_factory.mktemp("edge") / "passages"
    with NamedEdgeStore(path, DIMENSION, require_embedding=False) as store:
        yield store


@pytest.fixture(scope="module")
def server_store() -> Iterator[BaseStore]:
    """A server's store, on the client's own imitation in memory, or on a real server."""
    url = os.environ.get("GRAPPE_TEST_QDRANT_URL")
    server = url or QdrantClient(":memory:")
    name = f"grappe-test-{uuid.uuid4()}"
    with NamedServerStore(server, name, DIMENSION, require_embedding=False) as store:
        yield store
        store.drop()


class TestEdgeStore(StoreTests):
    @pytest.fixture
    def opened(self, edge_store: BaseStore) -> BaseStore:
        return edge_store


class TestServerStore(StoreTests):
    @pytest.fixture
    def opened(self, server_store: BaseStore) -> BaseStore:
        return server_store
