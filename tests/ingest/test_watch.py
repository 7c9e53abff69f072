"""Watching folders: every change is told once it is at rest, and nothing else is."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest import watch
from ingest.watch import changes


@pytest.fixture
def later() -> Iterator[Callable[..., None]]:
    """Does something a moment after the test has begun to wait."""
    timers: list[threading.Timer] = []

    def do(act: Callable[..., object], *arguments: object, seconds: float = 0.3) -> None:
        timers.append(threading.Timer(seconds, act, arguments))
        timers[-1].start()

    yield do
    for timer in timers:
        timer.cancel()
        timer.join()


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "_SWEEP", 30.0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "sub" / "b.txt").write_text("b")
    return tmp_path


def names(files: frozenset[Path]) -> set[str]:
    return {path.name for path in files}


def test_nothing_is_trusted_at_first_and_then_what_did_not_change(
    folder: Path, later: Callable[..., None]
) -> None:
    told = changes([folder], quiet=0.1)
    assert names(next(told)) == set()
    later((folder / "a.txt").write_text, "other")
    assert names(next(told)) == {"b.txt"}
    later((folder / "sub" / "c.txt").write_text, "new")
    assert names(next(told)) == {"a.txt", "b.txt"}
    later((folder / "a.txt").unlink)
    assert names(next(told)) == {"b.txt", "c.txt"}
    later((folder / "sub").rename, folder / "moved")
    assert names(next(told)) == set()
    told.close()


def test_a_file_that_is_being_written_is_waited_for(
    folder: Path, later: Callable[..., None]
) -> None:
    def slowly() -> None:
        with (folder / "long.txt").open("w") as file:
            for _ in range(8):
                file.write("more ")
                file.flush()
                time.sleep(0.1)

    told = changes([folder], quiet=0.5)
    next(told)
    later(slowly)
    next(told)
    assert (folder / "long.txt").read_text() == "more " * 8
    later((folder / "a.txt").write_text, "other")
    assert names(next(told)) == {"b.txt", "long.txt"}  # the slow one was told in one piece
    told.close()


def test_reading_and_what_is_not_ingested_stir_nothing(
    folder: Path, later: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "catalogue.sqlite").write_text("a library's own data")
    looked = []
    really = watch._snapshot
    monkeypatch.setattr(watch, "_snapshot", lambda paths: looked.append(1) or really(paths))
    told = changes([folder], quiet=0.1)
    next(told)
    later((folder / "a.txt").read_text)
    later((folder / "data" / "catalogue.sqlite").write_text, "changed")
    later((folder / ".hidden").write_text, "x")
    later((folder / "sub" / "b.txt").write_text, "other", seconds=1.0)
    assert names(next(told)) == {"a.txt"}
    assert len(looked) < 6
    told.close()


def test_a_file_may_be_watched_and_a_folder_that_is_gone_is_waited_for(
    folder: Path, later: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "_SWEEP", 0.2)
    told = changes([folder / "a.txt", folder / "sub"], quiet=0.1)
    assert names(next(told)) == set()
    later((folder / "sub").rename, folder / "away")
    later((folder / "away").rename, folder / "sub", seconds=1.0)
    later((folder / "a.txt").write_text, "other", seconds=1.5)
    assert names(next(told)) == {"b.txt"}
    told.close()


def test_where_the_system_tells_nothing_files_are_looked_at(
    folder: Path, later: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watch.Observer, "schedule", refuse)
    monkeypatch.setattr(watch, "_SWEEP_UNTOLD", 0.2)
    told = changes([folder], quiet=0.1)
    next(told)
    later((folder / "a.txt").write_text, "other")
    assert names(next(told)) == {"b.txt"}
    told.close()
