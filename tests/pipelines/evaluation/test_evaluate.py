"""Golden questions asked of a small library."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from pipelines.errors import UsageError
from pipelines.evaluation.evaluate import AT_MOST, GAP, Evaluation, Group, commit, run
from pipelines.evaluation.score import MEASURES

ROOT = Path(__file__).parents[3]
QUESTIONS: list[dict[str, Any]] = [
    {
        "id": "host",
        "question": "Who hosted the railway exchange in Lille?",
        "kind": "factual",
        "relevant": ["quillmont.md"],
        "accepted": [["Veloria Cluster"]],
    },
    {
        "id": "budget",
        "question": "What is the total budget of BOISVERT?",
        "kind": "cross_lingual",
        "relevant": ["lancement.txt"],
        "accepted": [["1,2 million"]],
    },
    {
        "id": "narrowed",
        "question": "Who hosted the exchange?",
        "kind": "filter",
        "filters": {"project": ["railteam"], "year": [2021], "language": ["en"]},
        "relevant": ["quillmont.md"],
        "accepted": [["Veloria Cluster"]],
    },
    {
        "id": "topic",
        "question": "numérisation des PME",
        "language": "fr",
        "kind": "topical",
        "expected": "topic",
        "relevant": ["guide.md", "lancement.txt"],
    },
    {
        "id": "nowhere",
        "question": "Who is the treasurer of the Zorbania Fishing Federation?",
        "kind": "unanswerable",
        "expected": "none",
    },
    {
        "id": "unheld",
        "question": "Qui a gagné ?",
        "language": "fr",
        "kind": "filter",
        "filters": {"project": ["NOSUCH"]},
        "relevant": ["guide.md"],
        "accepted": [["personne"]],
    },
]
BLANK = {
    "language": "en",
    "filters": {},
    "expected": "organisation",
    "relevant": [],
    "accepted": [],
}


@pytest.fixture
def golden(tmp_path: Path) -> Callable[..., Path]:
    """Writes questions, or other lines, to a file of golden questions."""

    def write(lines: list[Any]) -> Path:
        path = tmp_path / "questions.jsonl"
        texts = [x if isinstance(x, str) else json.dumps(BLANK | x) for x in lines]
        path.write_text("\n".join(texts), encoding="utf-8")
        return path

    return write


@pytest.fixture
def floors(tmp_path: Path) -> Callable[[Any], Path]:
    """Writes floors to a file."""

    def write(content: Any) -> Path:
        path = tmp_path / "least.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        return path

    return write


def group(found: Evaluation, name: str) -> Group:
    return next(one for one in found.groups if one.name == name)


def test_the_questions_are_asked_and_counted(sample_library: Any, golden: Any) -> None:
    found = run(sample_library, golden(QUESTIONS))
    assert [(one.name, one.size) for one in found.groups] == [
        ("all", 6),
        ("factual", 1),
        ("cross_lingual", 1),
        ("filter", 2),
        ("topical", 1),
        ("unanswerable", 1),
        ("fr", 2),
        ("en", 4),
        (GAP, 1),
    ]
    assert found.measures == MEASURES
    for one in found.groups:
        assert set(one.figures) == set(MEASURES)
    factual = group(found, "factual").figures
    assert factual["recall@5"] == factual["MRR@10"] == 1.0
    assert factual["correct"] == 1.0, found.failures
    assert factual["refusal"] is None
    assert group(found, "unanswerable").figures["refusal"] == 1.0, found.failures
    assert group(found, "all").figures["verbatim"] == 1.0
    assert found.origin.documents == 4
    assert found.origin.generation == sample_library.status()["generation"]
    assert found.origin.encoder_fingerprint == sample_library.encoder.fingerprint
    json.dumps(asdict(found))


def test_filters_hold_and_a_value_the_library_lacks_is_a_failure(
    sample_library: Any, golden: Any
) -> None:
    found = run(sample_library, golden(QUESTIONS))
    assert group(found, "filter").figures["filter_held"] == 1.0
    failed = {failure.id: failure for failure in found.failures}
    assert "narrowed" not in failed
    assert failed["unheld"].faults[0].startswith("filter refused: No project 'NOSUCH'")
    assert failed["unheld"].faults[1:] == ("not found", "refused")
    assert failed["unheld"].missing == ("personne",)
    figures = next(score.figures for score in found.scores if score.id == "unheld")
    assert (figures["recall@5"], figures["correct"], figures["false_refusal"]) == (0.0, 0.0, 1.0)


def test_a_missed_floor_is_named_and_a_reached_one_is_not(
    sample_library: Any, golden: Any, floors: Any
) -> None:
    least = floors(
        {
            "factual": {"recall@5": 1.0, "false_refusal": 0.0},
            "filter": {"correct": 0.9, "false_refusal": 0.25},
            "list": {"correct": 0.5},
        }
    )
    found = run(sample_library, golden(QUESTIONS), least)
    assert found.missed == (
        "filter: correct 0.500, at least 0.9 wanted",
        "filter: false_refusal 0.500, at most 0.25 wanted",
        "list: correct was not measured, at least 0.5 wanted",
    )
    assert {"false_refusal"} == AT_MOST


def test_floors_beside_the_questions_are_the_default(sample_library: Any, golden: Any) -> None:
    path = golden(QUESTIONS[:1])
    path.with_name("floors.json").write_text('{"all": {"recall@5": 1.1}}')
    assert run(sample_library, path).missed == ("all: recall@5 1.000, at least 1.1 wanted",)


def test_documents_that_the_library_lacks_are_named(sample_library: Any, golden: Any) -> None:
    other = QUESTIONS[0] | {"relevant": ["sub/other.md", "quillmont.md"]}
    with pytest.raises(UsageError, match=r"1 of the 2 documents .*: sub/other\.md\. Ingest") as e:
        run(sample_library, golden([other]))
    assert f"grappe ingest FOLDER --library {sample_library.settings.library}" in e.value.english
    assert e.value.exit_code == 2


def test_without_a_golden_set_it_says_to_give_one(
    sample_library: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="--golden FILE"):
        run(sample_library)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"all": {"recall@7": 1}}, "names recall@7; there are: recall@5"),
        ({"everything": {"recall@5": 1}}, "names everything; there are: all"),
        ({"all": 1}, "is not as"),
        ([1], "is not as"),
    ],
)
def test_a_floor_that_could_never_fail_is_refused(
    sample_library: Any, golden: Any, floors: Any, content: Any, said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        run(sample_library, golden(QUESTIONS[:1]), floors(content))


def test_a_file_that_is_not_there_is_named(sample_library: Any, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.jsonl can't be read"):
        run(sample_library, tmp_path / "none.jsonl")


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not in a git checkout")
def test_the_commit_is_that_of_the_checkout() -> None:
    named = commit()
    assert named is not None
    assert len(named.removesuffix("-dirty")) == 12
