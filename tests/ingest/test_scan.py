"""Scanning a folder: whatever lies in it, it is listed, refused with a code, or passed over."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from pathlib import Path

import pytest

from ingest.errors import ReadError
from ingest.scan import Refused, digest, scan


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def sources(folder: Path) -> list[str]:
    return [found.source for found in scan(folder).files]


def test_files_come_in_a_stable_order_with_posix_paths(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/z.md", "a/b/c.html", "é.pdf")
    assert sources(tmp_path) == ["a/b/c.html", "a/z.md", "b.txt", "é.pdf"]
    assert scan(tmp_path).root == tmp_path
    assert scan(tmp_path) == scan(tmp_path)


def test_one_file_has_its_parent_as_folder(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.txt")
    folder = scan(tmp_path / "a.txt")
    assert folder.root == tmp_path
    assert [(found.source, found.size) for found in folder.files] == [("a.txt", 5)]


def test_names_are_nfc(tmp_path: Path) -> None:
    make(tmp_path, unicodedata.normalize("NFD", "été.txt"))
    assert sources(tmp_path) == ["été.txt"]


def test_names_as_odd_as_a_system_allows(tmp_path: Path) -> None:
    names = ["-rf.txt", "a\nb.txt", "x" * 250 + ".txt", " .txt", "no suffix", "v1.2"]
    make(tmp_path, *names)
    assert sources(tmp_path) == sorted(names)


def test_a_name_that_is_no_text_is_listed(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("a")
    except OSError:
        pytest.skip("this file system wants UTF-8 names")
    assert sources(tmp_path) == ["caf?.txt"]


def test_what_is_not_a_document_is_passed_over(tmp_path: Path) -> None:
    make(
        tmp_path,
        ".hidden.txt",
        ".git/config.txt",
        "~$report.docx",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "data/catalogue.sqlite",
        "data/index/a.txt",
        "server/owner.lock",
        "server/owner.json",
        "ok.txt",
    )
    folder = scan(tmp_path)
    assert [found.source for found in folder.files] == ["ok.txt"]
    assert folder.refused == ()


def test_formats_that_are_not_read_are_told(tmp_path: Path) -> None:
    make(tmp_path, "song.MP3", "all.zip", "saved.doc", "ok.docx")
    folder = scan(tmp_path)
    # What is called .doc may be rich text or a page: its content decides.
    assert [found.source for found in folder.files] == ["ok.docx", "saved.doc"]
    assert folder.refused == (
        Refused("all.zip", "UNSUPPORTED"),
        Refused("song.MP3", "UNSUPPORTED"),
    )


def test_no_format_that_is_read_is_refused_by_its_name(tmp_path: Path) -> None:
    from ingest.read.detect import _SUFFIXES

    make(tmp_path, *(f"a{suffix}" for suffix in _SUFFIXES))
    assert scan(tmp_path).refused == ()


def test_links_pipes_and_folders_named_like_files(tmp_path: Path) -> None:
    make(tmp_path, "real/a.txt", "x.pdf/inner.txt")
    (tmp_path / "real" / "up").symlink_to(tmp_path)
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    folder = scan(tmp_path)
    assert [found.source for found in folder.files] == ["real/a.txt", "x.pdf/inner.txt"]
    assert folder.refused == (
        Refused("gone.txt", "UNREADABLE"),
        Refused("loop.txt", "UNREADABLE"),
        Refused("pipe.txt", "UNREADABLE"),
        Refused("real/up", "UNREADABLE"),
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_files_and_folders_that_may_not_be_read(tmp_path: Path) -> None:
    make(tmp_path, "shut.txt", "closed/a.txt")
    (tmp_path / "shut.txt").chmod(0)
    (tmp_path / "closed").chmod(0)
    try:
        assert scan(tmp_path).refused == (
            Refused("closed", "UNREADABLE"),
            Refused("shut.txt", "UNREADABLE"),
        )
    finally:
        (tmp_path / "closed").chmod(0o700)


def test_very_deep_folders(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(600):
        deep /= "d"
    deep.mkdir(parents=True)
    make(deep, "a.txt")
    assert len(sources(tmp_path)) == 1


@pytest.mark.parametrize("name", ["missing", "mis\0sing", "missing/a.txt"])
def test_a_path_that_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReadError) as caught:
        scan(tmp_path / name)
    assert caught.value.code == "UNREADABLE"


def test_digest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")
    assert digest(tmp_path / "a.txt") == hashlib.sha256(b"abc").hexdigest()
    with pytest.raises(ReadError):
        digest(tmp_path / "b.txt")
