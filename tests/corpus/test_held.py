"""The held-out questions and the library they are about hold together."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from pipelines.evaluation.golden import read_golden

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
LIBRARY = CORPUS / "held"
FILE = CORPUS / "golden" / "held.jsonl"
QUESTIONS = read_golden(FILE)
DESCRIBED = [
    json.loads(line)
    for line in FILE.with_name("held-documents.jsonl").read_text(encoding="utf-8").splitlines()
]
DOCUMENTS = {row["source"]: row for row in DESCRIBED}


def plain(text: str) -> str:
    return " ".join(text.split()).casefold()


@cache
def text_of(source: str) -> str:
    raw = (LIBRARY / source).read_text(encoding="utf-8")
    if source.endswith(".html"):
        raw = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", raw)
        raw = html.unescape(re.sub(r"<[^>]+>", " ", re.sub(r"</?(b|i|q|em|strong)>", "", raw)))
    return plain(raw.replace("**", ""))


def test_the_documents_are_those_described_in_both_languages():
    files = sorted(p.relative_to(LIBRARY).as_posix() for p in LIBRARY.rglob("*") if p.is_file())
    assert sorted(DOCUMENTS) == files
    assert Counter(row["language"] for row in DESCRIBED) == {"fr": 8, "en": 8}


def test_there_are_eighty_questions_of_every_kind():
    assert Counter(q.kind for q in QUESTIONS) == {
        "factual": 22, "cross_lingual": 18, "list": 11,
        "filter": 7, "topical": 7, "unanswerable": 15,
    }  # fmt: skip
    languages = Counter(q.language for q in QUESTIONS)
    assert abs(languages["fr"] - languages["en"]) <= 4


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.id)
def test_accepted_forms_stand_in_a_relevant_document(question):
    texts = [text_of(source) for source in question.relevant]
    forms = [form for item in question.accepted for form in item]
    assert not [form for form in forms if not any(plain(form) in text for text in texts)]


def test_cross_lingual_answers_stand_in_the_other_language_only():
    for question in QUESTIONS:
        if question.kind == "cross_lingual":
            found = {DOCUMENTS[source]["language"] for source in question.relevant}
            assert found == {"fr", "en"} - {question.language}, question.id


def test_filtered_questions_can_be_answered_within_their_filters():
    for question in QUESTIONS:
        assert bool(question.filters) == (question.kind == "filter"), question.id
        for source in question.relevant:
            known = DOCUMENTS[source]
            for key in ("language", "type", "country"):
                assert known[key] in question.filters.get(key, [known[key]]), question.id
            projects = question.filters.get("project", ())
            assert not projects or set(projects) & set(known["projects"]), question.id


def test_nothing_is_shared_with_the_sample_library():
    rows = (CORPUS / "golden" / "descriptions.jsonl").read_text(encoding="utf-8").splitlines()
    known = {name for row in map(json.loads, rows) for name in row["projects"]}
    assert not known & {name for row in DESCRIBED for name in row["projects"]}
    first = read_golden(FILE.with_name("questions.jsonl"))
    assert not {q.question for q in first} & {q.question for q in QUESTIONS}
