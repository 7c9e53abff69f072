"""The practice documents and their questions hold together, and stand apart from what measures."""

from __future__ import annotations

import html
import json
import re
from functools import cache
from pathlib import Path

from pipelines.evaluation.golden import read_golden
from pipelines.evaluation.metrics import stands_in

PRACTICE = Path(__file__).resolve().parents[2] / "corpus" / "practice"
DOCUMENTS = PRACTICE / "documents"
TRAINED, KEPT = (read_golden(PRACTICE / f"{name}.jsonl") for name in ("questions", "kept"))


@cache
def text_of(source: str) -> str:
    raw = (DOCUMENTS / source).read_text(encoding="utf-8")
    if source.endswith(".html"):
        raw = html.unescape(re.sub(r"</?(strong|em|b|i|q|a|span)\b[^>]*>|<[^>]+>", _tag, raw))
    return re.sub(r"[*`]+|(?<!\w)_+|_+(?!\w)", "", raw)


def _tag(match: re.Match[str]) -> str:
    return "" if match.group(1) else " "


def test_each_answer_stands_in_its_document():
    for question in (*TRAINED, *KEPT):
        texts = [text_of(source) for source in question.relevant]
        for forms in question.accepted:
            assert any(stands_in(f, t) or f in " ".join(t.split()) for f in forms for t in texts), (
                question.id
            )


def test_every_document_is_asked_about():
    asked = {source for question in (*TRAINED, *KEPT) for source in question.relevant}
    files = {p.relative_to(DOCUMENTS).as_posix() for p in DOCUMENTS.rglob("*") if p.is_file()}
    assert asked <= files
    assert {source.split("/")[0] for source in asked} == {path.split("/")[0] for path in files}


def test_what_is_kept_to_weigh_with_is_of_other_dossiers():
    def dossiers(questions):
        return {question.id.rsplit("-", 1)[0] for question in questions}

    assert not dossiers(TRAINED) & dossiers(KEPT)


def test_a_good_part_has_no_answer_and_both_languages_are_asked():
    for questions in (TRAINED, KEPT):
        unanswerable = sum(not question.answerable for question in questions)
        assert 0.2 < unanswerable / len(questions) < 0.35
        french = sum(question.language == "fr" for question in questions)
        assert 0.4 < french / len(questions) < 0.6


def test_translations_are_of_questions_to_train_with_in_the_other_language():
    asked = {question.id: question for question in TRAINED}
    lines = (PRACTICE / "translated.jsonl").read_text(encoding="utf-8").splitlines()
    translated = [json.loads(line) for line in lines]
    assert len({one["id"] for one in translated}) == len(translated)
    for one in translated:
        assert {one["language"], asked[one["id"]].language} == {"fr", "en"}
        assert one["question"].strip() not in ("", asked[one["id"]].question)
