"""The arithmetic of the encoder benchmark, and its search on a handful of passages."""

import importlib
import sys
from pathlib import Path

import numpy as np
import pytest

from encoder.bundled import BundledEncoder
from encoder.manifest import MODEL_DIRECTORY
from encoder.training.evaluate import Task, remembered, score

FOLDER = Path(__file__).parents[2] / "benchmarks" / "encoder"
NAMES = ("speed", "systems", "tables")


@pytest.fixture
def benchmark(monkeypatch):
    """The command's modules by name; they are scripts and belong to no package."""
    monkeypatch.syspath_prepend(str(FOLDER))
    yield {name: importlib.import_module(name) for name in NAMES}
    for name in NAMES:
        sys.modules.pop(name, None)


def test_passages_and_questions_may_be_encoded_differently():
    vectors = {"one": [1, 0], "two": [0, 1], "three": [0.6, 0.8]}

    def encode(texts):
        return np.array([vectors[text] for text in texts], dtype=np.float32)

    def reversed_encode(texts):
        return encode(texts)[:, ::-1]

    task = Task("named", ("one", "two"), ("one", "two", "three"), (0, 1), 1)
    parallel = Task("alike", ("one", "two"), ("one", "two", "three"), (0, 1), 1, parallel=True)
    # Turned round, passage "two" is [1, 0], what question "one" asks for, and the other way about.
    assert score([task, parallel], encode, reversed_encode) == {"named": 0.0, "alike": 1.0}


def test_a_text_is_encoded_once():
    calls = []

    def encode(texts):
        calls.append(list(texts))
        return np.array([[len(text)] for text in texts], dtype=np.float32)

    once = remembered(encode)
    assert once(["a", "bb", "a"]).ravel().tolist() == [1, 2, 1]
    assert once(["ccc", "bb"]).ravel().tolist() == [3, 2]
    assert calls == [["a", "bb"], ["ccc"]]


def test_words_and_both_together_find_a_passage_in_the_other_language(benchmark):
    pytest.importorskip("qdrant_edge")
    held = (
        "Les visiteurs sont remboursés à hauteur de 450 euros pour leur déplacement.",
        "Le pôle ferroviaire a accueilli trois délégations dans son atelier.",
        "La date limite de dépôt des candidatures est fixée à fin octobre.",
    )
    asked = ("What is the deadline for applications?", "Who hosted the delegations?")
    tasks = [
        Task("laws_en_fr", asked, held, (2, 1), 1),
        Task("ntrex_3_en_fr", asked, held[:2], (0, 1), 1, parallel=True),
    ]
    words, both = benchmark["systems"].searched(BundledEncoder(threads=1))
    assert set(words.measure(tasks)) == {"laws_en_fr"}
    assert both.measure(tasks) == {"laws_en_fr": 1.0}


def test_the_language_that_is_searched(benchmark):
    language = benchmark["systems"].language_held
    made = [Task(name, (), (), (), 5) for name in ("laws_fr_en", "laws_en_fr", "piaf", "qed")]
    assert [language(task) for task in made] == ["en", "fr", "fr", "en"]
    with pytest.raises(ValueError, match="its language"):
        language(Task("notes", (), (), (), 5))


def test_texts_for_timing_have_the_length_they_claim(benchmark):
    texts = benchmark["speed"].made_up(MODEL_DIRECTORY, 40, 20)
    assert BundledEncoder(threads=1).count_tokens(texts) == [38] * 20
    assert len(set(texts)) == 20


def test_ratios_are_taken_within_a_turn(benchmark):
    speed = benchmark["speed"]

    def turns(*seconds):
        return [
            speed.Turn(dict.fromkeys(speed.LENGTHS, one), dict.fromkeys(speed.LENGTHS, 1.0), (one,))
            for one in seconds
        ]

    # Half as long in each turn, while the machine got slower and slower.
    row = speed.summary("fast", turns(1, 2, 8), turns(2, 4, 16), (1.0, 1.0, 1.0))
    assert dict(row.ratios) == dict.fromkeys(speed.LENGTHS, 2.0)
    assert row.rates[40] == speed.LENGTHS[40] / 2
    assert row.p50 == 2000


def test_tables_are_markdown(benchmark):
    table = benchmark["tables"].quality(
        {"start": {"ntrex_1996_fr_en": 0.93456, "piaf": 1.0}, "BM25": {"piaf": 0.5}}
    )
    assert table.strip().splitlines() == [
        "|  | start | BM25 |",
        "| --- | --- | --- |",
        "| NTREX, 1,996 pairs, fr→en | .935 | – |",
        "| PIAF recall@5 (French) | 1.000 | .500 |",
    ]
