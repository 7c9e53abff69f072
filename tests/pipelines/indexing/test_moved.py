"""A file that gets another name stays the document that a person corrected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ingest.scan import Found
from pipelines.indexing.moved import renamed
from pipelines.indexing.reading import blank

Open = Callable[..., Any]


def test_a_renamed_file_keeps_what_was_corrected(open_library: Open, folder: Path) -> None:
    library = open_library()
    library.ingest([folder])
    library.correct("guide.md", {"title": "Zorblax", "type": "call"})
    (folder / "old").mkdir()
    (folder / "guide.md").rename(folder / "old" / "manual.md")
    (folder / "new.md").write_text("The Ostrelle cluster opened its office in Liège.")
    report = library.ingest([folder])
    assert (report.added, report.removed) == (2, 1)
    about = library.catalogue.find("old/manual.md").description
    assert (about.title.text, about.type, about.overridden) == (
        "Zorblax",
        "call",
        ("title", "type"),
    )
    library.reindex()
    assert library.catalogue.find("old/manual.md").title == "Zorblax"
    # Another file of the old name is another document.
    (folder / "guide.md").write_text("The Veloria cluster met its partners in Namur.")
    library.ingest([folder])
    assert library.catalogue.find("guide.md").title != "Zorblax"


def test_a_renamed_file_may_stay_under_its_old_name_too(open_library: Open, folder: Path) -> None:
    library = open_library()
    library.ingest([folder])
    library.correct("guide.md", {"title": "Zorblax"})
    (folder / "guide.md").rename(folder / "manual.md")
    assert library.ingest([folder], keep_missing=True).removed == 0
    library.reindex()
    assert library.catalogue.find("guide.md").title == "Zorblax"
    assert library.catalogue.find("manual.md").title == "Zorblax"


def test_a_copy_is_no_renamed_file(open_library: Open, folder: Path) -> None:
    library = open_library()
    library.ingest([folder])
    library.correct("guide.md", {"title": "Zorblax"})
    (folder / "copy.md").write_bytes((folder / "guide.md").read_bytes())
    library.ingest([folder])
    assert library.catalogue.find("copy.md").title != "Zorblax"
    assert library.catalogue.find("guide.md").title == "Zorblax"


def test_only_one_for_one(tmp_path: Path) -> None:
    from dataclasses import replace
    from hashlib import sha256

    def gone(name: str, text: str) -> Any:
        digest = sha256(text.encode()).hexdigest()
        return replace(blank("f", name, len(text)), sha256=digest, state="current")

    def came(name: str, text: str) -> Found:
        (tmp_path / name).write_text(text)
        return Found(tmp_path / name, name, len(text))

    lone, twin, other = gone("a", "newts"), gone("b", "otter"), gone("c", "otter")
    assert renamed([lone], {"x": came("x", "newts")}) == {"x": lone}
    assert renamed([lone], {"x": came("x", "toads")}) == {}
    assert renamed([twin, other], {"x": came("x", "otter")}) == {}
    assert renamed([lone], {"x": came("x", "newts"), "y": came("y", "newts")}) == {}
    assert renamed([replace(lone, state="skipped")], {"x": came("x", "newts")}) == {}
