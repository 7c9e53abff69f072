"""What is added from the page is in the library in the end, whatever broke off in between."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from typing import Any

import pytest

from ui.web.writing import Writing

Open = Callable[..., Any]
NOTE = "# The {0} workshop\n\nThe {0} workshop took place in Graz, Austria, on 3 May 2023.\n"


def add(writing: Writing, *names: str, **said: Any) -> Any:
    files = [(f"{name}.md", io.BytesIO(NOTE.format(name).encode())) for name in names]
    waiting = writing.uploads.take(files)
    job = writing.add(waiting, {f"{name}.md": said for name in names})
    assert job.wait(60)
    return job


def test_what_a_broken_off_run_left_comes_in_with_the_next(
    open_library: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library()
    writing = Writing(library, threading.RLock())

    def killed(*_: object, **__: object) -> None:
        raise RuntimeError("killed here")

    with monkeypatch.context() as patched:
        patched.setattr(library, "ingest", killed)
        assert add(writing, "zorblax", title="Zorblax, as it was").error
    assert library.catalogue.records() == []
    report = add(writing, "quillmont").result
    assert (report.added, report.unchanged, report.skipped) == (2, 0, ())
    assert library.catalogue.find("zorblax.md").title == "Zorblax, as it was"
    report = add(writing, "veloria").result
    assert (report.added, report.unchanged) == (1, 0)
    writing.close()


def test_what_was_taken_out_or_is_a_document_elsewhere_does_not_come_back(
    open_library: Open, tmp_path: Any
) -> None:
    library = open_library()
    writing = Writing(library, threading.RLock())
    add(writing, "zorblax")
    library.delete("zorblax.md")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "kept.md").write_text(NOTE.format("ostrelle"))
    library.ingest([tmp_path / "docs"])
    (writing.uploads.folder / "same.md").write_text(NOTE.format("ostrelle"))
    assert add(writing, "quillmont").result.added == 1
    assert {r.source for r in library.catalogue.records()} == {"kept.md", "quillmont.md"}
    writing.close()
