"""Dialogues scored: a follow-up beside the full question it stands for."""

import json

import pytest

from pipelines.errors import UsageError
from pipelines.evaluation.dialogue_score import DIALOGUES, read_dialogues, run

FIRST = "Who hosted the RAILTEAM staff exchange in Lille?"


def entry(**given):
    base = {"id": "a", "kind": "pronoun", "language": "en", "turns": [FIRST]}
    return base | given


def write(path, *entries):
    path.write_text("".join(json.dumps(e) + "\n" for e in entries), encoding="utf-8")
    return path


def test_understood_misunderstood_and_changed_are_told_apart(sample_library, tmp_path):
    full = "When was the RAILTEAM staff exchange in Lille held?"
    path = write(
        tmp_path / "dialogues.jsonl",
        entry(question="When was it held?", standalone=full),
        entry(id="b", question="When was it held?", standalone="What share of jobs?"),
        entry(id="c", kind="alone", question=full, standalone=full),
        entry(id="d", kind="alone", question="When was it held?", standalone="When was it held?"),
    )
    found = run(sample_library, path)
    assert (found.figures["pronoun"].size, found.figures["pronoun"].understood) == (2, 1)
    assert (found.figures["alone"].size, found.figures["alone"].understood) == (2, 1)
    assert found.changed == 1
    assert [miss.id for miss in found.misses] == ["b", "d"]


@pytest.mark.parametrize("text", ["", "{}\n", "nothing\n", '{"id": "a", "turns": []}\n'])
def test_a_file_that_is_none_is_a_usage_error(tmp_path, text):
    path = tmp_path / "dialogues.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="dialogue"):
        read_dialogues(path)


def test_the_dialogues_of_the_sample_library_are_in_order():
    found = read_dialogues(DIALOGUES)
    assert len({one.id for one in found}) == len(found) >= 40
    assert {one.language for one in found} == {"fr", "en"}
    for one in found:
        assert (one.kind == "alone") == (one.question == one.standalone)
