"""The hard set: every document labelled, in every format, made from its source; floors held."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

from ingest.read import read, read_bytes
from pipelines.evaluation.describe_score import FORMATS, run

CORPUS = Path(__file__).parents[2] / "corpus"
HARD = CORPUS / "hard"
LABELS = [json.loads(x) for x in (HARD / "descriptions.jsonl").read_text("utf-8").splitlines()]


def test_every_document_has_one_label():
    files = sorted(path.name for path in (HARD / "documents").iterdir())
    assert sorted(label["source"] for label in LABELS) == files
    assert len(files) >= 50


def test_formats_and_languages():
    suffixes = {Path(label["source"]).suffix[1:] for label in LABELS}
    assert suffixes <= set(FORMATS)
    assert suffixes >= {"txt", "md", "html", "pdf", "docx", "pptx", "xlsx", "odt", "rtf", "eml"}
    french = sum(label["language"] == "fr" for label in LABELS)
    assert 0.4 < french / len(LABELS) < 0.6


def test_binaries_say_what_their_sources_say(monkeypatch):
    monkeypatch.syspath_prepend(str(CORPUS))
    spec = importlib.util.spec_from_file_location("hard_make", HARD / "make.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    del sys.modules["make_binaries"]
    built = made.build()
    assert len(built) == len(list((HARD / "sources").glob("*.md")))
    for path, data in built.items():
        assert read_bytes(data, path.name).content == read(path).content, path.name


def test_descriptions_reach_their_floors(monkeypatch):
    monkeypatch.chdir(CORPUS.parent)
    found = run()
    assert found.missed == ()
    size = {group.name: group.size for group in found.groups}
    assert size["all"] == size["library"] + size["hard"] >= 60
