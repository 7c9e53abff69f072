"""How fast the embedded store writes, opens, searches and counts: `python benchmarks/stores.py`.

Passages are made up from a vocabulary with Zipf frequencies, half of them French, with random unit
vectors; the seed is fixed. Prints one JSON object, times in milliseconds.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from pipelines import light  # noqa: F401  (before anything of Haystack)

# isort: split
from haystack.dataclasses import Document

from pipelines.stores.bm25 import query_vector
from pipelines.stores.contract import HybridQuery
from pipelines.stores.edge import EdgeStore

DIMENSION = 384
WORDS_A_PASSAGE = 90
VOCABULARY = 20_000


def main() -> None:
    """Run the measurement and print it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--queries", type=int, default=200)
    options = parser.parse_args()
    random = np.random.default_rng(20)
    words = _vocabulary(random)
    passages = _passages(random, words, options.passages)
    figures: dict[str, Any] = {"passages": options.passages}
    with tempfile.TemporaryDirectory() as folder:
        store = EdgeStore(Path(folder) / "passages", DIMENSION)
        figures["create"] = _once(store.count_documents)
        figures["write"] = _once(lambda: store.write_documents(passages))
        figures["close"] = _once(store.close)
        figures["open"] = _once(store.count_documents)
        queries = [_query(random, words) for _ in range(options.queries)]
        only_french = {"field": "meta.language", "operator": "==", "value": "fr"}
        some = {"field": "meta.projects", "operator": "in", "value": ["P1", "P2"]}
        runs: dict[str, Callable[[HybridQuery], Any]] = {
            "hybrid 50": lambda query: store.search(query, None, 50),
            "hybrid 10": lambda query: store.search(query, None, 10),
            "hybrid 50, French": lambda query: store.search(query, only_french, 50),
            "hybrid 50, two projects": lambda query: store.search(query, some, 50),
            "dense 50": lambda query: store.search(HybridQuery(dense=query.dense), None, 50),
            "lexical 50": lambda query: store.search(HybridQuery(lexical=query.lexical), None, 50),
            "facet": lambda _: store.facets("projects"),
            "facet, filtered": lambda _: store.facets("years", only_french),
        }
        for name, run in runs.items():
            figures[name] = _percentiles([_once(lambda run=run, q=q: run(q)) for q in queries])
        store.close()
    print(json.dumps(figures, indent=1))


def _once(call: Callable[[], Any]) -> float:
    start = time.perf_counter()
    call()
    return round((time.perf_counter() - start) * 1000, 2)


def _percentiles(times: list[float]) -> dict[str, float]:
    return {f"p{level}": round(float(np.percentile(times, level)), 2) for level in (50, 95)}


def _vocabulary(random: np.random.Generator) -> list[str]:
    letters = list("aeiourstlncdpm")
    lengths = random.integers(4, 11, VOCABULARY)
    return ["".join(random.choice(letters, length)) for length in lengths]


def _sample(random: np.random.Generator, words: list[str], count: int) -> list[str]:
    ranks = random.zipf(1.1, count * 4)
    return [words[rank] for rank in ranks[ranks < len(words)][:count]]


def _unit(random: np.random.Generator) -> list[float]:
    vector = random.normal(size=DIMENSION)
    return [float(value) for value in vector / np.linalg.norm(vector)]


def _passages(random: np.random.Generator, words: list[str], count: int) -> list[Document]:
    return [
        Document(
            id=str(uuid.uuid5(uuid.NAMESPACE_OID, str(number))),
            content=" ".join(_sample(random, words, WORDS_A_PASSAGE)),
            embedding=_unit(random),
            meta={
                "document": f"document-{number // 10}",
                "content_hash": f"hash-{number // 10}",
                "language": ("fr", "en")[number // 10 % 2],
                "title": f"Document {number // 10}",
                "headings": ["Introduction"],
                "type": ("event_report", "agenda", "call")[number % 3],
                "projects": [f"P{number % 40}"],
                "years": [2015 + number % 11],
                "page": 1,
                "start": 0,
                "end": 500,
            },
        )
        for number in range(count)
    ]


def _query(random: np.random.Generator, words: list[str]) -> HybridQuery:
    terms = dict.fromkeys(_sample(random, words, 8), 1.0)
    return HybridQuery(
        dense=_unit(random),
        lexical={"fr": query_vector(terms, "fr"), "en": query_vector(terms, "en")},
    )


if __name__ == "__main__":
    main()
