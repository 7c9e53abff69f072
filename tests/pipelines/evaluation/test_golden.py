"""Files of golden questions: what is wrong with a line is said."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipelines.errors import UsageError
from pipelines.evaluation.evaluate import GROUPS
from pipelines.evaluation.golden import read_golden
from pipelines.evaluation.score import MEASURES

ROOT = Path(__file__).parents[3]
FACT: dict[str, Any] = {
    "id": "host",
    "question": "Who hosted the railway exchange in Lille?",
    "language": "en",
    "kind": "factual",
    "filters": {},
    "expected": "organisation",
    "relevant": ["quillmont.md"],
    "accepted": [["Veloria Cluster"]],
}
UNHELD = FACT | {"kind": "unanswerable", "relevant": [], "accepted": []}


@pytest.fixture
def golden(tmp_path: Path) -> Callable[[list[Any]], Path]:
    """Writes questions, or other lines, to a file."""

    def write(lines: list[Any]) -> Path:
        path = tmp_path / "questions.jsonl"
        texts = [x if isinstance(x, str) else json.dumps(x) for x in lines]
        path.write_text("\n".join(texts), encoding="utf-8")
        return path

    return write


def test_a_question_is_read_as_it_stands(golden: Any) -> None:
    (read,) = read_golden(golden([FACT | {"filters": {"year": [2021], "project": []}}, ""]))
    assert read.filters == {"year": (2021,)}
    assert read.accepted == (("Veloria Cluster",),)
    assert read.answerable
    assert not read_golden(golden([UNHELD]))[0].answerable


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 1 is no golden question"),
        ("[]", "line 1 is no golden question"),
        ('{"id": "a"}', "'question'"),
        (FACT | {"kind": "hard"}, "the kind 'hard' is none of factual"),
        (FACT | {"language": "de"}, "neither fr nor en"),
        (FACT | {"filters": {"colour": ["red"]}}, "no filter colour"),
        (FACT | {"relevant": []}, "relevant documents belong"),
        (FACT | {"accepted": []}, "accepted items belong"),
        (FACT | {"accepted": [[]]}, "accepted items belong"),
        (UNHELD | {"relevant": ["a.md"]}, "relevant documents belong"),
        (UNHELD | {"accepted": [["Lyon"]]}, "what can't be answered has no accepted items"),
        ("", "holds no questions"),
    ],
)
def test_a_golden_line_that_is_wrong_is_named(golden: Any, line: Any, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        read_golden(golden([line]))


def test_a_topic_may_have_what_tells_of_it(golden: Any) -> None:
    topic = FACT | {"kind": "topical"}
    bare = topic | {"id": "bare", "accepted": []}
    told, untold = read_golden(golden([topic, bare]))
    assert told.accepted == (("Veloria Cluster",),)
    assert untold.accepted == ()


def test_two_questions_with_one_id_are_refused(golden: Any) -> None:
    with pytest.raises(UsageError, match=r"line 2 .*the id host is taken"):
        read_golden(golden([FACT, FACT]))


def test_the_sample_corpus_has_questions_and_floors_that_can_be_read() -> None:
    golden = ROOT / "corpus" / "golden" / "questions.jsonl"
    assert len(read_golden(golden)) >= 80
    stated = json.loads(golden.with_name("floors.json").read_text(encoding="utf-8"))
    assert set(stated) <= set(GROUPS)
    assert {name for least in stated.values() for name in least} <= set(MEASURES)
