"""Projects that one document tells and others only name."""

from __future__ import annotations

import pytest

from pipelines.library import Library
from pipelines.settings import Settings
from tests.conftest import write_documents

SHEET = """# ROULEBOT: project sheet

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


def projects(tmp_path, documents: dict[str, str]) -> dict[str, set[str]]:
    """The projects of each document of a library."""
    folder = tmp_path / "documents"
    write_documents(folder, documents)
    with Library(Settings(library=tmp_path / "library")) as opened:
        opened.ingest([folder])
        return {
            record.source: {value.text for value in record.description.projects}
            for record in opened.catalogue.records(["current"])
        }


def test_what_one_document_calls_a_project_in_passing_is_not_spread(tmp_path):
    found = projects(
        tmp_path,
        {
            "letter.txt": "Letter of May\n\nThe fee stays. Our PCAET project is closed. See you.",
            "plan.txt": "The PCAET of the county asks for less heating\n\nSchools come first.",
        },
    )
    assert found["plan.txt"] == set()


def test_what_more_documents_call_a_cluster_is_not_spread(tmp_path):
    body = "# Visit of the wood makers\n\nThe visit was hosted by ROULEBOT, a cluster in Lyon.\n"
    found = projects(
        tmp_path,
        {
            "sheet.md": SHEET,
            "one.md": body,
            "two.md": body.replace("wood", "bicycle"),
            "three.md": "# Turku joins ROULEBOT\n\nThe sixth member comes from Finland.\n",
        },
    )
    assert found["sheet.md"] == {"ROULEBOT"}
    assert found["three.md"] == set()


def test_a_letter_that_names_a_project_does_not_make_its_events_the_projects(library):
    opened, folder = library
    (folder / "letter.md").write_text(
        "# Letter\n\nIn this issue: ROULEBOT and the fee.\n\nA workshop on hulls was held in Brest"
        " on 12 March 2024. ROULEBOT goes on.\n",
        encoding="utf-8",
    )
    opened.ingest([folder])
    assert "letter.md" in of_project(opened)
    record = opened.catalogue.find("letter.md")
    events = opened.catalogue.events(record, opened.catalogue.live().name)
    assert all(not event.projects for event in events)
