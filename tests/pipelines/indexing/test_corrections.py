"""What a person sets right in a description holds, through ingests and rebuilds."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.errors import UsageError
from pipelines.indexing.preview import preview
from pipelines.indexing.uploads import Uploads

Open = Callable[..., object]


def test_a_correction_is_found_at_once_and_survives(open_library: Open, folder: Path) -> None:
    library = open_library()
    library.ingest([folder])
    found = library.catalogue.find("quillmont.md")
    assert found.description.country.text == "FR"
    corrected = library.correct(found.id, {"country": "Belgique", "projects": ["ZORBLAX"]})
    assert corrected.description.country.text == "BE"
    assert corrected.description.overridden == ("country", "projects")
    assert library.catalogue.values("project")["ZORBLAX"] == 1
    hits = library.search("staff exchange", library.filters({"country": ["BE"]})).hits
    assert {hit.source for hit in hits} == {"quillmont.md"}
    assert library.ingest([folder]).unchanged == 4
    path = folder / "quillmont.md"
    path.write_text(path.read_text() + "\nA last word on tramways.\n", encoding="utf-8")
    assert library.ingest([folder]).changed == 1
    library.reindex()
    again = library.catalogue.find("quillmont.md").description
    assert again.country.text == "BE"
    assert [value.text for value in again.projects] == ["ZORBLAX"]
    assert library.correct(found.id, {}).description.country.text == "FR"
    assert library.ingest([folder]).unchanged == 4


def test_a_correction_needs_no_file(open_library: Open, folder: Path) -> None:
    library = open_library()
    library.ingest([folder])
    (folder / "quillmont.md").unlink()
    assert library.correct("quillmont.md", {"type": "call"}).description.type == "call"
    library.reindex()
    assert library.catalogue.find("quillmont.md").description.type == "call"


def test_a_wrong_value_is_told_and_changes_nothing(open_library: Open, folder: Path) -> None:
    library = open_library()
    library.ingest([folder])
    before = library.catalogue.find("quillmont.md")
    for fields, told in (({"type": "novel"}, "agenda"), ({"nonsense": 1}, "no field")):
        with pytest.raises(UsageError, match=told):
            library.correct("quillmont.md", fields)
    assert library.catalogue.find("quillmont.md") == before


def test_a_library_yaml_speaks_where_the_correction_is_silent(
    open_library: Open, folder: Path
) -> None:
    (folder / "library.yaml").write_text("documents: {quillmont.md: {country: BE, host: null}}")
    library = open_library()
    library.ingest([folder])
    about = library.correct("quillmont.md", {"country": "ES"}).description
    assert about.country.text == "ES"
    assert about.host is None
    assert library.ingest([folder]).unchanged == 4


def test_an_upload_is_looked_at_added_and_gone_with_its_file(open_library: Open) -> None:
    library = open_library()
    uploads = Uploads(library.settings)
    text = b"# Zorblax workshop\n\nThe workshop took place in Graz, Austria, on 3 May 2023.\n"
    waiting = uploads.take([("z.md", io.BytesIO(text)), ("z.pdf", io.BytesIO(b"no pdf at all"))])
    steps: list[tuple[int, int, str]] = []
    read, wrong = preview(library.settings, waiting, lambda *step: steps.append(step))
    assert read.description.country.text == "AT"
    assert read.description.country.span.of(read.text.content) in ("Austria", "Graz")
    assert wrong.code == "TYPE_MISMATCH"
    assert steps[-1][:2] == (2, 2)
    paths = uploads.add(waiting, ["z.md"])
    assert library.ingest(list(paths.values())).added == 1
    record = library.catalogue.find("z.md")
    assert uploads.own(record)
    library.delete(record.id)
    assert not paths["z.md"].exists()
    assert library.catalogue.counts() == {"passages": 0}


def test_a_deleted_documents_file_stays_when_it_is_not_ours(
    open_library: Open, folder: Path
) -> None:
    library = open_library()
    library.ingest([folder])
    library.correct("guide.md", {"title": "Zorblax"})
    library.delete("guide.md")
    assert (folder / "guide.md").exists()
    library.ingest([folder])
    assert library.catalogue.find("guide.md").title != "Zorblax"


def test_uploads_are_apart_from_a_folder_around_the_library(open_library: Open) -> None:
    library = open_library()
    around = library.settings.library.parent
    (around / "notes.txt").write_text("Notes on the Zorblax cluster of the region.\n" * 3)
    library.ingest([around])
    uploads = Uploads(library.settings)
    waiting = uploads.take([("z.md", io.BytesIO(b"The Zorblax workshop took place in Graz.\n"))])
    library.ingest(list(uploads.add(waiting, ["z.md"]).values()))
    report = library.ingest([around])
    assert report.removed == 0
    assert library.catalogue.find("z.md").state == "current"
