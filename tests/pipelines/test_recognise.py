"""Projects that one document tells and others only name."""

from __future__ import annotations

import pytest

from pipelines.library import Library
from pipelines.settings import Settings
from tests.conftest import write_documents

SHEET = """# Project sheet

The ROULEBOT project is co-funded by Interreg. It helps bicycle makers to share robots.

Project partners: Grappe Vélo, Klaster Rower.
"""
DOCUMENTS = {
    "sheet.md": SHEET,
    "turku.md": """# Turku joins ROULEBOT

3 July 2024. The sixth member comes from Finland. Its workshop has four arms and a paint line.
""",
    "news.md": """# Letter to members, spring 2024

The assembly is on 4 June. The fee stays at 300 euros for all members, whatever their size is.
Before the summer we visit the makers of the valley, one after the other, with the new trainee.
Klaster Rower wrote about ROULEBOT to us; nothing is decided. The office closes in August as ever.
""",
    "shared.txt": """Two robots for nine workshops

What we learned: book by the half day, train one person in each workshop, and keep spare parts.
The robots of ROULEBOT stand in Namur. Whoever wants one of them asks the office in ROULEBOT's name.
""",
}


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "documents"
    write_documents(folder, DOCUMENTS)
    with Library(Settings(library=tmp_path / "library")) as opened:
        opened.ingest([folder])
        yield opened, folder


def of_project(library: Library) -> set[str]:
    where = {"project": ["ROULEBOT"]}
    return {record.source for record in library.catalogue.records(["current"], where)}


def test_a_filter_finds_what_is_about_a_project_that_only_another_document_tells(library):
    opened, _ = library
    assert of_project(opened) == {"sheet.md", "turku.md", "shared.txt"}  # not the passing mention
    assert opened.catalogue.values("project")["ROULEBOT"] == 3
    only = opened.filters({"project": ["ROULEBOT"]})
    found = opened.search("workshop with four arms", only)
    assert "turku.md" in {hit.source for hit in found.hits}
    assert all(hit.projects == ("ROULEBOT",) for hit in found.hits)


def test_what_is_recognised_rests_on_the_name_where_it_stands(library):
    opened, _ = library
    record = opened.catalogue.find("turku.md")
    (project,) = record.description.projects
    assert project.origin == "library"
    assert project.span.of(opened.catalogue.text(record).content) == "ROULEBOT"


def test_it_is_taken_back_with_the_document_that_told_it(library):
    opened, folder = library
    (folder / "sheet.md").unlink()
    opened.ingest([folder])
    assert of_project(opened) == set()
    assert not opened.search("workshop with four arms").hits[0].projects


def test_a_later_document_tells_what_earlier_ones_are_about(library):
    opened, folder = library
    (folder / "sheet.md").rename(folder.parent / "sheet.md")
    opened.ingest([folder])
    assert of_project(opened) == set()
    (folder.parent / "sheet.md").rename(folder / "again.md")
    opened.ingest([folder])
    assert of_project(opened) == {"again.md", "turku.md", "shared.txt"}


def test_what_a_person_says_holds(library):
    opened, _ = library
    opened.correct("turku.md", {"projects": []})
    assert of_project(opened) == {"sheet.md", "shared.txt"}
    opened.correct("turku.md", {})
    assert of_project(opened) == {"sheet.md", "turku.md", "shared.txt"}


def test_building_the_index_anew_keeps_it(library):
    opened, _ = library
    opened.reindex()
    assert of_project(opened) == {"sheet.md", "turku.md", "shared.txt"}
    only = opened.filters({"project": ["ROULEBOT"]})
    assert "turku.md" in {hit.source for hit in opened.search("four arms", only).hits}
