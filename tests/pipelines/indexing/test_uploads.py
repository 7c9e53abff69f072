"""Uploaded files stay in the library's own folder, whatever they are called."""

from __future__ import annotations

import io
import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.indexing.preview import preview
from pipelines.indexing.uploads import Uploads, safe_name, unused
from pipelines.settings import Settings

HOSTILE = [
    "../../x",
    "../../../etc/passwd",
    "/etc/cron.d/x",
    "C:\\Windows\\x.txt",
    "..\\..\\x.txt",
    "nul\0byte.txt",
    "line\nbreak.txt",
    "library.yaml",
    "LIBRARY.YAML",
    "owner.lock",
    "Catalogue.sqlite",
    ".hidden",
    "~$lock.docx",
    "",
    ".",
    "..",
    "/",
    "x" * 5_000 + ".pdf",
    "é" * 400 + ".docx",
    "a\u202egnp.exe",
    "\udcff.txt",
    "cafe\u0301.txt",
    '<script>alert("x")</script>.html',
    "report.pdf\\",
]


@pytest.fixture
def uploads(tmp_path: Path) -> Uploads:
    return Uploads(Settings(library=tmp_path / "library", max_file_mb=1))


@pytest.mark.parametrize("sent", HOSTILE)
def test_a_hostile_name_stays_inside(tmp_path: Path, uploads: Uploads, sent: str) -> None:
    waiting = uploads.take([(sent, io.BytesIO(b"words"))])
    added = uploads.add(waiting, waiting.names)
    (path,) = added.values()
    assert path.resolve().parent == uploads.folder
    assert path.read_bytes() == b"words"
    files = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert files == [path]
    assert path.name.lower() not in ("library.yaml", "owner.lock", "catalogue.sqlite")
    assert not path.name.startswith((".", "~$"))


@given(st.text(alphabet=st.characters(codec=None), max_size=300))
def test_any_name_becomes_one_part_of_a_path(sent: str) -> None:
    name = safe_name(sent)
    assert name == os.path.basename(name)
    assert 0 < len(name.encode()) <= 255
    assert name.isprintable()
    assert not name.startswith(".")
    assert safe_name(name) == name


def test_an_ordinary_name_is_kept() -> None:
    for name in ("Compte rendu – Bilbao, 4-6 mai 2022.pdf", "a.b.c.docx", "LISEZMOI", "é.txt"):
        assert safe_name(name) == name


def test_nothing_is_written_over(uploads: Uploads) -> None:
    for words, expected in ((b"one", "report.txt"), (b"two", "report (2).txt")):
        waiting = uploads.take([("report.txt", io.BytesIO(words))])
        assert uploads.add(waiting, waiting.names)["report.txt"].name == expected
    assert (uploads.folder / "report.txt").read_bytes() == b"one"


def test_no_name_empties_the_preview_of_the_others(uploads: Uploads, tmp_path: Path) -> None:
    words = b"The Zorblax cluster met its partners in Graz.\n"
    names = ("a.md", "owner.lock", "catalogue.sqlite", "Thumbs.db", ".thumbs.DB", "dir/desktop.ini")
    waiting = uploads.take([(name, io.BytesIO(words)) for name in names])
    settings = Settings(library=tmp_path / "library", max_file_mb=1)
    told = {one.name: one.code for one in preview(settings, waiting, lambda *_: None)}
    assert told.pop("a.md") is None
    assert told.pop("upload-catalogue.sqlite") == "UNSUPPORTED"
    assert "upload-owner.lock" in told
    del told["upload-owner.lock"]
    assert told == dict.fromkeys(("Thumbs.db", "thumbs.DB", "desktop.ini"), "UNSUPPORTED")


def test_names_that_only_resemble_those_of_a_library_are_kept() -> None:
    for name in ("owner.lock.txt", "my catalogue.sqlite", "owners.lock", "thumbs.pdf"):
        assert safe_name(name) == name


def test_the_same_bytes_are_kept_once(uploads: Uploads) -> None:
    for name in ("a.txt", "b.txt"):
        waiting = uploads.take([(name, io.BytesIO(b"same"))])
        assert uploads.add(waiting, waiting.names)[name].name == "a.txt"
    assert [p.name for p in uploads.folder.iterdir() if p.is_file()] == ["a.txt"]


def test_a_file_over_the_limit_is_told_and_leaves_nothing(uploads: Uploads) -> None:
    waiting = uploads.take(
        [("big.txt", io.BytesIO(b"x" * 1_000_001)), ("small.txt", io.BytesIO(b"x"))]
    )
    assert waiting.names == ("small.txt",)
    assert waiting.refused == (("big.txt", "TOO_LARGE"),)
    assert [p.name for p in waiting.folder.iterdir()] == ["small.txt"]


def test_what_waits_is_dropped_after_a_day(uploads: Uploads) -> None:
    waiting = uploads.take([("a.txt", io.BytesIO(b"x"))])
    os.utime(waiting.folder, (time.time() - 100_000,) * 2)
    later = uploads.take([("b.txt", io.BytesIO(b"x"))])
    assert not waiting.folder.exists()
    assert later.folder.exists()


def test_only_what_was_uploaded_can_be_added(uploads: Uploads) -> None:
    waiting = uploads.take([("a.txt", io.BytesIO(b"x"))])
    with pytest.raises(ValueError, match="was not uploaded"):
        uploads.add(waiting, ["../../a.txt"])


def test_unused_counts_on(tmp_path: Path) -> None:
    for name in ("A.txt", "a (2).txt"):
        (tmp_path / name).touch()
    assert unused(tmp_path, "a.txt") == "a (3).txt"
    assert unused(tmp_path, "b") == "b"
