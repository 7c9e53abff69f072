"""What both stores refuse or promise beyond Haystack's contract."""

from __future__ import annotations

import dataclasses
import math
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipelines import light  # noqa: F401  (before anything of Haystack)

# isort: split
from haystack.dataclasses import Document, SparseEmbedding
from haystack.document_stores.errors import DuplicateDocumentError
from haystack.document_stores.types import DuplicatePolicy
from haystack.utils import Secret
from qdrant_client import QdrantClient
from qdrant_client.http.exceptions import ResponseHandlingException

from pipelines.stores import connection
from pipelines.stores.base import BaseStore
from pipelines.stores.bm25 import query_vector
from pipelines.stores.contract import HybridQuery
from pipelines.stores.converters import lexical_text, point_id, to_document, to_hit, to_point
from pipelines.stores.edge import EdgeStore
from pipelines.stores.errors import StoreDamaged, StoreMismatch, StoreUnreachable
from pipelines.stores.server import ServerStore

GOOD = [1.0, 0.0, 0.0]


@pytest.fixture(params=["edge", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[BaseStore]:
    made: BaseStore = (
        EdgeStore(tmp_path / "passages", 3)
        if request.param == "edge"
        else ServerStore(QdrantClient(":memory:"), "small", 3)
    )
    with made:
        yield made


def passage(content: str, embedding: Any = GOOD, **meta: Any) -> Document:
    return Document(content=content, embedding=embedding, meta={"language": "fr", **meta})


@pytest.mark.parametrize(
    ("embedding", "message"),
    [
        (None, "has no embedding; run it through the encoder"),
        ([0.0, 0.0, 0.0], "all zeros"),
        ([1.0, math.nan, 0.0], "NaN or infinity"),
        ([1.0, math.inf, 0.0], "NaN or infinity"),
        ([1.0, 0.0], "has 2 dimensions, the store holds 3"),
        ([], "has 0 dimensions"),
    ],
)
def test_bad_embeddings_are_refused_before_anything_is_written(
    store: BaseStore, embedding: Any, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        store.write_documents([passage("bon"), passage("mauvais", embedding)])
    assert store.count_documents() == 0
    if embedding is not None:
        with pytest.raises(ValueError, match=message):
            store.search(HybridQuery(dense=embedding))


def test_nothing_asked_nothing_found(store: BaseStore) -> None:
    store.write_documents([passage("réunion")])
    assert store.search(HybridQuery()) == []
    assert store.search(HybridQuery(lexical={"fr": query_vector({"le": 1.0}, "fr")})) == []
    assert store.search(HybridQuery(dense=GOOD), limit=0) == []


def test_ties_come_in_the_order_of_ids(store: BaseStore) -> None:
    """The first of the French leg and the first of the English one tie."""
    french = Document(id=str(uuid.UUID(int=2)), content="été", embedding=GOOD)
    english = Document(id=str(uuid.UUID(int=1)), content="summer", embedding=GOOD)
    french.meta["language"], english.meta["language"] = "fr", "en"
    store.write_documents([french, english])
    legs = {"fr": query_vector({"été": 1.0}, "fr"), "en": query_vector({"summer": 1.0}, "en")}
    for lexical in (legs, dict(reversed(legs.items()))):
        found = store.search(HybridQuery(lexical=lexical), limit=1)  # type: ignore[arg-type]
        assert [hit.id for hit in found] == [english.id]


def test_title_and_headings_are_searched_in_the_passage_language_only(store: BaseStore) -> None:
    there = passage("Rien.", title="Métallurgie", headings=["Visite d\u2019usine"])
    store.write_documents([there])
    for word in ("metallurgies", "usines", "visite"):
        hits = store.search(HybridQuery(lexical={"fr": query_vector({word: 1.0}, "fr")}))
        assert [hit.id for hit in hits] == [there.id]
        assert not store.search(HybridQuery(lexical={"en": query_vector({word: 1.0}, "en")}))


def test_duplicates_in_one_call(store: BaseStore) -> None:
    twice = [passage("une"), passage("une"), passage("autre")]
    assert store.write_documents(twice, DuplicatePolicy.SKIP) == 2
    with pytest.raises(DuplicateDocumentError, match="already stored"):
        store.write_documents([passage("neuve"), passage("une")], DuplicatePolicy.FAIL)
    assert store.count_documents() == 2


def test_a_passage_comes_back_whole(store: BaseStore) -> None:
    sent = passage("Texte « exact » é\u0301.", title=None, years=[2022], nested={"a": [1, None]})
    store.write_documents([sent])
    (found,) = store.filter_documents({"field": "id", "operator": "==", "value": sent.id})
    assert (found.content, found.meta, found.id) == (sent.content, sent.meta, sent.id)
    assert found.embedding == GOOD
    store.flush()
    assert store.count_documents() == 1


def test_points_are_made_without_an_engine() -> None:
    identity = str(uuid.uuid4())
    assert point_id(identity) == identity
    assert point_id("any string") == point_id("any string") != point_id("another")
    assert uuid.UUID(point_id("any string"))
    document = passage("Contenu.", title="Titre", headings=["Un", "Deux"])
    assert lexical_text(document) == "Titre\nUn\nDeux\nContenu."
    given = dataclasses.replace(document, sparse_embedding=SparseEmbedding([1], [1.0]))
    point = to_point(given, 3)
    assert set(point.payload) == {"id", "content", "meta"}
    assert set(point.lexical) == {"fr"}
    assert to_document(point.payload, point.dense).content == "Contenu."
    hit = to_hit(point.payload, {"dense": point.dense, "bm25_fr": point.lexical["fr"]}, 0.5)
    assert (hit.score, hit.id, hit.meta) == (0.5, document.id, document.meta)
    assert hit.sparse_embedding == point.lexical["fr"]
    assert not to_point(Document(content="x", embedding=GOOD), 3).lexical


def test_constructors_open_nothing(tmp_path: Path) -> None:
    EdgeStore(tmp_path / "passages").close()
    assert list(tmp_path.iterdir()) == []
    ServerStore("http://localhost:1", "nobody").close()


def test_nothing_heavy_is_imported() -> None:
    """Neither the contract nor the embedded store loads the client, and nothing loads torch."""
    code = (
        "import sys, pipelines.stores.contract, pipelines.stores.edge, pipelines.stores.server;"
        "print(sorted({'torch', 'qdrant_client', 'transformers', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "torch" not in done.stdout
    assert "qdrant_client" not in done.stdout


def test_stores_are_described_and_made_again(tmp_path: Path) -> None:
    edge = EdgeStore(tmp_path, 7, require_embedding=False)
    assert EdgeStore.from_dict(edge.to_dict()).to_dict() == edge.to_dict()
    key = Secret.from_env_var("GRAPPE_QDRANT_API_KEY", strict=False)
    server = ServerStore("http://localhost:6333", "grappe", api_key=key, shards=2, replicas=2)
    again = ServerStore.from_dict(server.to_dict())
    assert again.to_dict() == server.to_dict()
    assert again.api_key == key
    with pytest.raises(ValueError, match="give it a URL"):
        ServerStore(QdrantClient(":memory:"), "x").to_dict()


@pytest.mark.parametrize("kind", ["edge", "memory"])
def test_another_dimension_is_refused(kind: str, tmp_path: Path) -> None:
    client = QdrantClient(":memory:")

    def opened(dimension: int) -> BaseStore:
        if kind == "edge":
            return EdgeStore(tmp_path / "passages", dimension)
        return ServerStore(client, "small", dimension)

    with opened(3) as small:
        small.write_documents([passage("une")])
    with opened(4) as other, pytest.raises(StoreMismatch, match="grappe reindex") as caught:
        other.count_documents()
    assert "grappe reindex" in caught.value.message("fr")
    with opened(3) as small:
        assert small.count_documents() == 1


def test_a_damaged_index_says_how_to_rebuild(tmp_path: Path) -> None:
    with EdgeStore(tmp_path / "passages", 3) as store:
        store.write_documents([passage("une")])
    for segment in (tmp_path / "passages/shard/segments").glob("*/segment.json"):
        segment.write_text("{")
    with pytest.raises(StoreDamaged, match="documents are untouched"):
        store.count_documents()
    store.drop()
    assert not (tmp_path / "passages").exists()
    assert store.count_documents() == 0


def test_no_server_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "WAITS", ())
    store = ServerStore("http://127.0.0.1:1", "grappe", 3)
    for call in (store.count_documents, lambda: store.write_documents([passage("une")])):
        with pytest.raises(StoreUnreachable, match=r"127\.0\.0\.1:1.*GRAPPE_QDRANT_URL") as caught:
            call()
        assert caught.value.exit_code == 4
        assert "injoignable" in caught.value.message("fr")


def test_writes_wait_for_a_server_that_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(connection.time, "sleep", slept.append)
    failures = [ConnectionError("down"), ConnectionError("still down")]

    def call() -> str:
        if failures:
            raise ResponseHandlingException(failures.pop(0))
        return "written"

    assert connection.write(call, "http://here") == "written"
    assert slept == [0.5, 1.0]
    failures.append(ConnectionError("down"))
    with pytest.raises(StoreUnreachable, match="http://here can't be reached"):
        connection.ask(call, "http://here")
