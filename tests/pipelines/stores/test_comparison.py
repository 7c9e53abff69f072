"""The same passages and questions on both stores, and on a real server where one is given.

Scores may differ by 1e-6 of 32-bit arithmetic. Order is compared too: passages that tie in the
fused score come in the order of their ids on every store.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipelines import light  # noqa: F401  (before anything of Haystack)

# isort: split
from haystack.dataclasses import Document
from haystack.utils.filters import document_matches_filter
from hypothesis import given, settings
from hypothesis import strategies as some
from qdrant_client import QdrantClient

from pipelines.stores.base import BaseStore
from pipelines.stores.contract import HybridQuery
from pipelines.stores.edge import EdgeStore
from pipelines.stores.server import ServerStore

FILTERS: dict[str, dict[str, Any] | None] = {
    "none": None,
    "language": {"field": "meta.language", "operator": "==", "value": "fr"},
    "list member, no prefix": {"field": "projects", "operator": "in", "value": ["GREEN"]},
    "years": {"field": "meta.years", "operator": ">=", "value": 2022},
    "no country": {"field": "meta.country", "operator": "==", "value": None},
    "since": {"field": "meta.start_date", "operator": ">", "value": "2020-06-01"},
    "unknown field": {"field": "meta.nobody", "operator": "==", "value": "x"},
    "combined": {
        "operator": "AND",
        "conditions": [
            {"field": "meta.type", "operator": "!=", "value": "call"},
            {
                "operator": "OR",
                "conditions": [
                    {"field": "meta.language", "operator": "==", "value": "en"},
                    {"field": "meta.share", "operator": "<", "value": 2.5},
                ],
            },
        ],
    },
}
VARIANTS = {
    "hybrid": lambda query: query,
    "dense": lambda query: HybridQuery(dense=query.dense),
    "lexical": lambda query: HybridQuery(lexical=query.lexical),
    "one language": lambda query: HybridQuery(lexical={"fr": query.lexical["fr"]}),
    "weighted": lambda query: dataclasses.replace(query, weights={"dense": 2.0, "en": 0.5}),
    "shallow": lambda query: dataclasses.replace(query, depth=15, rank_constant=2),
}


def same_hits(first: list[Document], second: list[Document]) -> None:
    """Same passages, order, payload, vectors and scores."""
    assert [hit.id for hit in first] == [hit.id for hit in second]
    for one, other in zip(first, second, strict=True):
        assert one.score == pytest.approx(other.score, abs=1e-6)
        assert one.embedding == pytest.approx(other.embedding, abs=1e-6)
        assert (one.content, one.meta) == (other.content, other.meta)


@pytest.mark.parametrize("filters", FILTERS.values(), ids=FILTERS)
@pytest.mark.parametrize("variant", VARIANTS)
def test_searches_agree(
    stores: dict[str, BaseStore],
    queries: list[HybridQuery],
    variant: str,
    filters: dict[str, Any] | None,
) -> None:
    for query in queries[:6]:
        wanted = VARIANTS[variant](query)
        first, *others = [store.search(wanted, filters, 20) for store in stores.values()]
        for other in others:
            same_hits(first, other)


def test_filters_reach_every_leg(stores: dict[str, BaseStore], queries: list[HybridQuery]) -> None:
    """With one candidate a leg, the filter must be applied before the leg is cut."""
    only = {"field": "meta.document", "operator": "==", "value": "document-7"}
    for store in stores.values():
        for query in queries:
            for leg in (HybridQuery(dense=query.dense), query):
                found = store.search(dataclasses.replace(leg, depth=1), only, 10)
                assert found
                assert {hit.meta["document"] for hit in found} == {"document-7"}


def test_fusion_by_hand(stores: dict[str, BaseStore], queries: list[HybridQuery]) -> None:
    """First in one leg and third in another, of weight 2: 1/60 + 1/(60 - 1 + 3/2)."""
    for store in stores.values():
        for query in queries[:5]:
            dense = [d.id for d in store.search(HybridQuery(dense=query.dense), None, 100)]
            french = HybridQuery(lexical={"fr": query.lexical["fr"]})
            lexical = [d.id for d in store.search(french, None, 100)]
            both = HybridQuery(query.dense, french.lexical, weights={"fr": 2.0}, rank_constant=60)
            for hit in store.search(both, None, 100):
                score = 0.0
                if hit.id in dense:
                    score += 1 / (60 + dense.index(hit.id))
                if hit.id in lexical:
                    score += 1 / (60 - 1 + (lexical.index(hit.id) + 1) / 2)
                assert hit.score == pytest.approx(score, abs=1e-6)


@pytest.mark.parametrize("filters", FILTERS.values(), ids=FILTERS)
def test_counts_and_facets_agree(
    stores: dict[str, BaseStore], passages: list[Document], filters: dict[str, Any] | None
) -> None:
    first, *others = stores.values()
    for other in others:
        assert first.count_by_filter(filters) == other.count_by_filter(filters)
        for field in ("projects", "meta.years", "country", "language", "type", "document"):
            one, two = first.facets(field, filters), other.facets(field, filters)
            assert list(one.items()) == list(two.items())


def test_facets_count_each_member_of_a_list(
    stores: dict[str, BaseStore], passages: list[Document]
) -> None:
    """Documents 0 to 59 of 4 passages have ``number % 4`` projects, the first being EXXTRA."""
    for store in stores.values():
        assert store.facets("projects") == {"EXXTRA": 180, "CLAMTEX": 120, "GREEN": 60}
        assert list(store.facets("years", limit=10).values()) == [96, 96, 96, 96, 48, 48]
        with pytest.raises(ValueError, match=r"'share' is not counted.*meta\.projects"):
            store.facets("share")


@pytest.mark.parametrize(
    ("operator", "value", "found"),
    [
        ("in", [2019], {"apart", "float"}),
        ("in", [2020, 2022], set()),  # between two years of a list is not in it
        ("==", 2021, set()),
        ("==", 2023, {"apart"}),
        ("!=", 2021, {"apart", "float"}),
        (">=", 2021, {"apart"}),
        ("<", 2020, {"apart", "float"}),
    ],
)
def test_a_year_of_a_list_is_one_of_its_members(
    filled: BaseStore, passages: list[Document], operator: str, value: Any, found: set[str]
) -> None:
    """A document of 2019 and 2023 is none of 2021."""
    filled.drop()
    for passage, name, years in zip(
        passages, ("apart", "float"), ([2019, 2023], [2019.0]), strict=False
    ):
        meta = {**passage.meta, "document": name, "years": years}
        filled.write_documents([dataclasses.replace(passage, meta=meta)])
    hits = filled.filter_documents({"field": "years", "operator": operator, "value": value})
    assert {hit.meta["document"] for hit in hits} == found


_TEXT = some.sampled_from(["fr", "en", "agenda", "call", "FR", "ES", "é", ""])
_EQUAL = some.builds(
    dict,
    field=some.sampled_from(["meta.language", "type", "meta.country", "meta.none"]),
    operator=some.sampled_from(["==", "!="]),
    value=_TEXT | some.none(),
)
_MEMBER = some.builds(
    dict,
    field=some.sampled_from(["meta.language", "meta.type", "country", "meta.share"]),
    operator=some.sampled_from(["in", "not in"]),
    value=some.lists(_TEXT | some.none() | some.sampled_from([1, 2.5, 7]), max_size=3),
)
_NUMBER = some.builds(
    dict,
    field=some.just("meta.share"),
    operator=some.sampled_from(["==", "!=", "<", "<=", ">", ">="]),
    value=some.sampled_from([0, 1.125, 3, 7.375, -1]),
)
_DATE = some.builds(
    dict,
    field=some.just("meta.start_date"),
    operator=some.sampled_from(["<", "<=", ">", ">="]),
    value=some.sampled_from(["2020-03-10", "2019-12-31T23:59:59", "1999-01-01"]),
)
_FILTER = some.recursive(
    _EQUAL | _MEMBER | _NUMBER | _DATE,
    lambda inner: some.builds(
        dict,
        operator=some.sampled_from(["AND", "OR", "NOT"]),
        conditions=some.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(filters=_FILTER)
def test_any_filter_means_what_haystack_says(
    stores: dict[str, BaseStore], passages: list[Document], filters: dict[str, Any]
) -> None:
    wanted = {document.id for document in passages if _matches(filters, document)}
    for name, store in stores.items():
        found = {document.id for document in store.filter_documents(filters)}
        assert found == wanted, name


def _matches(filters: dict[str, Any], document: Document) -> bool:
    """Haystack's own reading, whose AND, OR and NOT take comparisons only, extended to nesting."""
    if "conditions" not in filters:
        return document_matches_filter(filters, document)
    results = [_matches(inner, document) for inner in filters["conditions"]]
    if filters["operator"] == "OR":
        return any(results)
    return all(results) == (filters["operator"] == "AND")


@pytest.fixture(params=["edge", "memory"])
def filled(
    request: pytest.FixtureRequest, tmp_path: Path, passages: list[Document], dimension: int
) -> Iterator[BaseStore]:
    """A store of each kind that a test may change."""
    store: BaseStore = (
        EdgeStore(tmp_path / "passages", dimension)
        if request.param == "edge"
        else ServerStore(QdrantClient(":memory:"), "changed", dimension)
    )
    with store:
        store.write_documents(passages)
        yield store


def test_deletes(filled: BaseStore, passages: list[Document], queries: list[HybridQuery]) -> None:
    of_document = {"field": "document", "operator": "==", "value": "document-3"}
    keep = {passage.id for passage in filled.filter_documents(of_document)[:2]}
    assert filled.delete_document("document-3", keep) == 2
    assert {passage.id for passage in filled.filter_documents(of_document)} == keep
    assert filled.delete_document("document-3", keep) == 0
    assert filled.delete_document("document-3") == 2
    assert filled.delete_document("document-3") == 0
    assert "document-3" not in filled.facets("document")
    assert filled.delete_by_filter({"field": "type", "operator": "==", "value": "agenda"}) == 80
    for query in queries[:5]:
        found = filled.search(query, None, 240)
        assert not {hit.meta["document"] for hit in found} & {"document-3", "document-1"}
    with pytest.raises(ValueError, match="use drop"):
        filled.delete_by_filter({})
    assert filled.count_documents() == 240 - 4 - 80


def test_drop_then_write_again(filled: BaseStore, passages: list[Document]) -> None:
    filled.drop()
    assert filled.count_documents() == 0
    filled.write_documents(passages[:10])
    assert filled.count_documents() == 10


def test_a_generation_written_again_is_the_same(
    filled: BaseStore, passages: list[Document], queries: list[HybridQuery]
) -> None:
    before = [filled.search(query, None, 20) for query in queries[:5]]
    assert filled.write_documents(passages) == 240
    assert filled.count_documents() == 240
    for hits, query in zip(before, queries, strict=False):
        same_hits(hits, filled.search(query, None, 20))
