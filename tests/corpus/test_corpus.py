"""The sample library and its golden questions hold together."""

from __future__ import annotations

import html
import json
import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
LIBRARY = CORPUS / "library"
TYPES = {"event_report", "policy_note", "agenda", "call", "announcement", "best_practice", "other"}
EXPECTED = {
    "person", "organisation", "date", "place", "amount", "number", "percent",
    "duration", "definition", "list", "topic", "none",
}  # fmt: skip
CP1252 = "railbridge/echange-bydgoszcz-octobre-2022.txt"


def lines(name: str) -> list[dict]:
    text = (CORPUS / "golden" / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


QUESTIONS, DESCRIPTIONS = lines("questions.jsonl"), lines("descriptions.jsonl")
FILES = sorted(p.relative_to(LIBRARY).as_posix() for p in LIBRARY.rglob("*") if p.is_file())


def plain(text: str) -> str:
    return " ".join(text.split()).casefold()


@cache
def text_of(source: str) -> str:
    path = LIBRARY / source
    if path.suffix == ".pdf":
        from pypdf import PdfReader

        # the first three lines of a page are its running header, footer and number
        found = [page.extract_text().split("\n", 3)[3] for page in PdfReader(path).pages]
        pages = "\n".join(found)
        return plain(re.sub(r"(?<=\w)-\n(?=\w)", "", pages))
    if path.suffix == ".docx":
        from docx import Document

        document = Document(str(path))
        cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
        return plain("\n".join([p.text for p in document.paragraphs] + cells))
    raw = path.read_bytes().decode("cp1252" if source == CP1252 else "utf-8")
    if path.suffix == ".html":
        raw = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", raw)
        raw = html.unescape(re.sub(r"</?(strong|em|b|i|q)>|<[^>]+>", _tag, raw))
    return plain(raw.replace("**", ""))


def _tag(match: re.Match) -> str:
    return "" if match[1] else " "


def test_library_size_and_balance():
    assert len(FILES) >= 40
    formats = Counter(f.rsplit(".", 1)[1] for f in FILES)
    assert set(formats) == {"md", "txt", "html", "pdf", "docx"}
    assert min(formats.values()) >= 5
    languages = Counter(d["language"] for d in DESCRIPTIONS)
    assert set(languages) == {"fr", "en"}
    assert abs(languages["fr"] - languages["en"]) <= 4
    types = Counter(d["type"] for d in DESCRIPTIONS)
    assert min(types[t] for t in TYPES - {"other"}) >= 6


def test_pairs_are_one_french_and_one_english():
    pairs: dict[str, list[str]] = {}
    for row in DESCRIPTIONS:
        if "pair" in row:
            pairs.setdefault(row["pair"], []).append(row["language"])
    assert len(pairs) >= 5
    assert all(sorted(languages) == ["en", "fr"] for languages in pairs.values())


def test_descriptions_cover_the_library():
    assert sorted(d["source"] for d in DESCRIPTIONS) == FILES
    for row in DESCRIPTIONS:
        assert row["type"] in TYPES, row["source"]
        assert row["title"], row["source"]
        assert row["country"] is None or re.fullmatch(r"[A-Z]{2}", row["country"])
        for key in ("start_date", "end_date", "deadline"):
            value = row.get(key)
            assert value is None or re.fullmatch(r"\d{4}-\d\d(-\d\d)?", value), row["source"]
        if row["end_date"]:
            assert (row["start_date"] or "9") < row["end_date"], row["source"]


@pytest.mark.parametrize("row", DESCRIPTIONS, ids=lambda row: row["source"])
def test_described_names_stand_in_the_text(row):
    text = text_of(row["source"])
    named = [*row["projects"], *row["organisations"], row["title"]]
    named += [row[k] for k in ("host", "organiser", "place") if row[k]]
    missing = [name for name in named if plain(name) not in text]
    assert not missing


def test_question_counts():
    assert len(QUESTIONS) == 227
    assert [q["id"] for q in QUESTIONS] == [f"g{n:03d}" for n in range(1, 228)]
    kinds = Counter(q["kind"] for q in QUESTIONS)
    assert kinds == {
        "factual": 61, "cross_lingual": 48, "list": 34,
        "filter": 20, "topical": 19, "unanswerable": 45,
    }  # fmt: skip
    languages = Counter(q["language"] for q in QUESTIONS)
    assert abs(languages["fr"] - languages["en"]) <= 4


@pytest.mark.parametrize("row", QUESTIONS, ids=lambda row: row["id"])
def test_question_is_well_formed(row):
    assert row["expected"] in EXPECTED
    assert set(row["filters"]) <= {"project", "year", "language", "type", "country"}
    assert all(isinstance(value, list) for value in row["filters"].values())
    assert bool(row["filters"]) == (row["kind"] == "filter")
    beside = row.get("beside", [])
    missing = [source for source in row["relevant"] + beside if source not in FILES]
    assert not missing
    assert not set(beside) & set(row["relevant"])
    if row["kind"] == "unanswerable":
        assert (row["relevant"], row["accepted"], row["expected"]) == ([], [], "none")
    else:
        assert row["relevant"]
        assert row["accepted"] or row["kind"] == "topical"


@pytest.mark.parametrize("row", QUESTIONS, ids=lambda row: row["id"])
def test_accepted_forms_stand_in_a_relevant_document(row):
    texts = [text_of(source) for source in row["relevant"]]
    forms = [form for item in row["accepted"] for form in item]
    missing = [form for form in forms if not any(plain(form) in text for text in texts)]
    assert not missing


def test_cross_lingual_answers_stand_in_the_other_language_only():
    language = {d["source"]: d["language"] for d in DESCRIPTIONS}
    for row in QUESTIONS:
        if row["kind"] == "cross_lingual":
            found = {language[source] for source in row["relevant"]}
            assert found == {"fr", "en"} - {row["language"]}, row["id"]


def test_filtered_questions_can_be_answered_within_their_filters():
    known = {d["source"]: d for d in DESCRIPTIONS}
    for row in QUESTIONS:
        wanted = row["filters"]
        for source in row["relevant"]:
            for key in ("language", "type", "country"):
                assert known[source][key] in wanted.get(key, [known[source][key]]), row["id"]
            projects = wanted.get("project", known[source]["projects"])
            assert set(projects) & set(known[source]["projects"]) or not projects, row["id"]


def test_one_text_is_really_cp1252():
    raw = (LIBRARY / CP1252).read_bytes()
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")
    text = raw.decode("cp1252")
    assert {"’", "€", "Œ"} <= set(text)
    assert not raw.startswith((b"\xff\xfe", b"\xfe\xff"))


def test_binaries_are_what_their_sources_say():
    made = {}
    for path in sorted((CORPUS / "sources").glob("*.md")):
        out = re.search(r"^out: (.+)$", path.read_text(encoding="utf-8"), re.M)[1]
        made[out] = path
    assert sorted(made) == [f for f in FILES if f.endswith((".pdf", ".docx"))]
    for out, path in made.items():
        body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
        for line in body.splitlines():
            if not line or line.startswith("|"):
                continue
            words = plain(re.sub(r"^(#+|-|\d+\.) ", "", line))
            assert words.replace(" ", "") in text_of(out).replace(" ", ""), (out, line[:60])


def test_binaries_are_reproducible(monkeypatch):
    monkeypatch.syspath_prepend(str(CORPUS))
    import make_binaries

    assert make_binaries.build() == make_binaries.build()
    del sys.modules["make_binaries"]
