"""Projects, as a user gets them listed."""

import shutil

import pytest

from pipelines.filters import Filters
from pipelines.library import Library
from pipelines.settings import Settings
from tests.conftest import write_documents

DOCUMENTS = {
    "wool.txt": """FELTWAY project: kick-off meeting in Biella

Host: Polo Lana
Dates: 4-5 May 2021
Venue: Biella, Italy

The FELTWAY project helps wool mills to share their dye houses. Its four partners are:

* Polo Lana (Biella, Italy) - coordinator
* Cluster Mohair (Castres, France)
* Textile Valley (Galashiels, United Kingdom)
* Uld og Garn (Herning, Denmark)
""",
    "salt.txt": """Projet SALINOVA : compte rendu de la réunion de lancement à Aveiro

Hôte : Grappe du Sel
Date : 7 juin 2023
Lieu : Aveiro, Portugal

SALINOVA réunit trois clusters : Grappe du Sel (France, chef de file), Polo Lana (Italie)
et Sal Ibérico (Portugal). Douze projets de recherche des entreprises ont été financés.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("projects")
    write_documents(folder / "documents", DOCUMENTS)
    with Library(Settings(library=folder / "library")) as opened:
        opened.ingest([folder / "documents"])
        yield opened
    shutil.rmtree(folder)


BOTH = ["FELTWAY", "SALINOVA"]


@pytest.mark.parametrize(
    ("question", "projects"),
    [
        ("Which projects are there?", BOTH),
        ("quels sont les projets de la bibliothèque ?", BOTH),
        ("liste des projets européens", BOTH),
        ("List the projects mentioned in the documents", BOTH),
        ("Which projects does Polo Lana coordinate?", ["FELTWAY"]),
        ("Which projects are led by Polo Lana?", ["FELTWAY"]),
        ("Quels projets Grappe du Sel coordonne-t-elle ?", ["SALINOVA"]),
        ("Quels sont les projets dont Polo Lana est chef de file ?", ["FELTWAY"]),
        ("In which projects does Polo Lana take part?", BOTH),
        ("Dans quels projets Cluster Mohair est-il partenaire ?", ["FELTWAY"]),
        ("Which projects are there in 2023?", ["SALINOVA"]),
        ("En 2021, quels projets y a-t-il ?", ["FELTWAY"]),
        ("projets au Danemark", ["FELTWAY"]),
    ],
)
def test_projects_are_listed_each_where_a_document_names_it(library, question, projects):
    reply = library.ask(question)
    assert reply.kind == "list"
    assert [s.text.split(" · ")[0] for s in reply.statements] == projects
    quotes = {c.number: c.quote for c in reply.citations}
    for statement, project in zip(reply.statements, projects, strict=True):
        assert any(project in quotes[number] for number in statement.citations)


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("How many projects are there?", "2 projects, in 2 documents."),
        ("combien de projets européens ?", "2 projets, dans 2 documents."),
        ("How many projects does Polo Lana lead?", "1 project, in 1 document."),
    ],
)
def test_projects_are_counted(library, question, count):
    reply = library.ask(question)
    assert reply.statements[0].text == count
    assert f"{len(reply.statements) - 1} proje" in count


def test_a_row_tells_who_coordinates(library):
    told = [s.text for s in library.ask("Which projects is Polo Lana involved in?").statements]
    assert told == [
        "FELTWAY · coordinator: Polo Lana",
        "SALINOVA · partner: Polo Lana, coordinator: Grappe du Sel",
    ]


def test_projects_stay_within_the_filters(library):
    reply = library.ask("Which projects are there?", Filters(language=("fr",)))
    assert [s.text.split(" · ")[0] for s in reply.statements] == ["SALINOVA"]


@pytest.mark.parametrize(
    "question",
    [
        "How many projects were funded?",
        "Combien de projets ont été financés ?",
        "quels sont les projets de recherche des entreprises ?",
        "Which projects were selected?",
        "Which projects are led by a French cluster?",
        "Which projects does Cluster Mohair coordinate?",
        "Which projects are there in 2030?",
        "How many projects?",
    ],
)
def test_what_no_description_tells_is_no_list_of_projects(library, question):
    told = [s.text for s in library.ask(question).statements]
    assert not any(text.startswith(("FELTWAY", "SALINOVA · ", "2 proj")) for text in told)
