"""Made-up passages and queries, the same at every run, and a store of each kind."""

from __future__ import annotations

import os
import random
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines import light  # noqa: F401  (before anything of Haystack)

# isort: split
from haystack.dataclasses import Document

from ingest.types import Language
from pipelines.stores.base import BaseStore
from pipelines.stores.bm25 import query_vector
from pipelines.stores.contract import HybridQuery
from pipelines.stores.edge import EdgeStore
from pipelines.stores.server import ServerStore

DIMENSION = 24
_VOCABULARY: dict[Language, str] = {
    "fr": "réunion entreprises innovation textile ferroviaire métallurgie projet financée visite "
    "partenaires échange région filière numérique formation énergie recyclage matériaux clusters "
    "compétences stratégie coopération lancement atelier économie santé aéronautique plastique "
    "export emploi PME recherche laboratoire usine coût durable circulaire mobilité bois",
    "en": "meeting companies innovation textile railway metallurgy project funded visit partners "
    "exchange region industry digital training energy recycling materials clusters skills "
    "strategy cooperation kickoff workshop economy health aerospace plastics export jobs SMEs "
    "research laboratory factory cost sustainable circular mobility wood",
}
WORDS = {language: words.split() for language, words in _VOCABULARY.items()}


def _unit(source: random.Random) -> list[float]:
    vector = [source.gauss(0, 1) for _ in range(DIMENSION)]
    norm = sum(value * value for value in vector) ** 0.5
    return [value / norm for value in vector]


def _passage(number: int, source: random.Random) -> Document:
    """A passage of document ``number // 4``, of a length of its own in its language."""
    document = number // 4
    language: Language = "fr" if document % 2 else "en"
    words = source.sample(WORDS[language], 10)
    words += ["filler"] * (number // 8 * 4 + number % 4)
    return Document(
        id=str(uuid.UUID(int=source.getrandbits(128), version=4)),
        content=" ".join(words) + ".",
        embedding=_unit(source),
        meta={
            "document": f"document-{document}",
            "content_hash": f"hash-{document}-{number % 2}",
            "generation": "g1",
            "language": language,
            "title": f"Title {document}",
            "headings": ["Heading"],
            "type": ("event_report", "agenda", "call")[document % 3],
            "projects": [("EXXTRA", "CLAMTEX", "GREEN")[i] for i in range(document % 4)],
            "years": [2018 + document % 5, 2019 + document % 5],
            "country": ("FR", "ES", None)[document % 3],
            "start_date": f"20{18 + document % 5}-0{1 + document % 9}-10",
            "share": document / 8,
        },
    )


@pytest.fixture(scope="session")
def dimension() -> int:
    return DIMENSION


@pytest.fixture(scope="session")
def passages() -> list[Document]:
    """240 passages, half of them in each language.

    A word comes once in a passage, and the lengths differ, so that no two have the same BM25 score:
    engines order what ties *within* a leg as they like, which moves the fused score by a rank.
    """
    source = random.Random(20)
    return [_passage(number, source) for number in range(240)]


@pytest.fixture(scope="session")
def queries() -> list[HybridQuery]:
    """30 queries with all three legs."""
    source = random.Random(7)
    made = []
    for _ in range(30):
        lexical = {}
        for language, words in WORDS.items():
            terms = {word: source.uniform(0.2, 1.0) for word in source.sample(words, 3)}
            lexical[language] = query_vector(terms, language)
        made.append(HybridQuery(dense=_unit(source), lexical=lexical))
    return made


@pytest.fixture
def edge(tmp_path: Path) -> Iterator[EdgeStore]:
    with EdgeStore(tmp_path / "passages", DIMENSION) as store:
        yield store


@pytest.fixture(scope="module")
def stores(
    tmp_path_factory: pytest.TempPathFactory, passages: list[Document]
) -> Iterator[dict[str, BaseStore]]:
    """The same passages in each kind of store, by its name; not to be changed by a test.

    With ``GRAPPE_TEST_QDRANT_URL``, a real server too.
    """
    from qdrant_client import QdrantClient

    made: dict[str, BaseStore] = {
        "edge": EdgeStore(tmp_path_factory.mktemp("edge") / "passages", DIMENSION),
        "memory": ServerStore(QdrantClient(":memory:"), "made-up", DIMENSION),
    }
    if url := os.environ.get("GRAPPE_TEST_QDRANT_URL"):
        made["server"] = ServerStore(url, f"grappe-test-{uuid.uuid4()}", DIMENSION)
    for store in made.values():
        store.write_documents(passages)
    yield made
    for store in made.values():
        store.drop()
        store.close()
