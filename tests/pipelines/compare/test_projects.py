"""Projects side by side: each told of by what its own documents and sentences say."""

import pytest

from pipelines.compare.projects import _is_sheet
from pipelines.library import Library
from pipelines.settings import Settings
from tests.conftest import write_documents

DOCUMENTS = {
    "start.md": """# NORDLOOM kick-off meeting in Porto

Venue: Porto, Portugal
Dates: 10–11 January 2022
Host: Cluster Azul
Project: NORDLOOM

The kick-off took place in Porto with 45 participants. The project builds on SALTWIRE, an earlier
project. It is coordinated by Cluster Azul.
""",
    "news.md": """# Joint news of NORDLOOM and SALTWIRE, 3 March 2022

Projects: NORDLOOM, SALTWIRE

The SALTWIRE project is coordinated by Mar Vivo. NORDLOOM, a separate project, will be presented
later this year.
""",
    "nouvelles.md": """# Nouvelles de SALTWIRE et de GRISMONT, mars 2022

Projets : SALTWIRE, GRISMONT

Le projet GRISMONT est coordonné par le Pôle Sylvanor. SALTWIRE sera présenté en avril.
""",
    "sheet.md": """# CARGOLOOM fact sheet

**Full name:** Cargo looms for small shops
**Acronym:** CARGOLOOM
**Duration:** 1 June 2021 – 30 November 2023
**Total budget:** EUR 3,150,000
**ERDF contribution:** EUR 1,890,000 (60%)
**Lead partner:** Grappe Mosane (Namur, BE)
""",
    "fiche.md": """# Fiche du projet FILAROUE

**Acronyme :** FILAROUE
**Budget total :** 2 400 000 €
**Coordinateur :** Pôle Sylvanor (Épinal, France)
""",
    "appel.md": """# NAVETTIA open call: guidelines

Project: NAVETTIA
Deadline: 31 March 2022
Total budget: EUR 960,000

Eligible applicants are SMEs that weave.
""",
    "plafond.md": """# Visite TOURNEVENT à Sète : ordre du jour

Projet : TOURNEVENT

Chaque partenaire voyage sur son budget de projet (plafond : 700 € par personne).
Le budget total du projet TOURNEVENT est de 850 000 €.
""",
    "twice.md": """# Saltwire visit in Vigo

Venue: Vigo, Spain
Dates: 4 May 2023
Host: Mar Vivo
Project: Saltwire

The Saltwire visit was hosted by Mar Vivo.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("projects")
    write_documents(folder / "documents", DOCUMENTS)
    with Library(Settings(library=folder / "library")) as opened:
        opened.ingest([folder / "documents"])
        yield opened


def cells(found, field):
    line = next(line for line in found.lines if line.field == field)
    return [[value.text for value in cell] for cell in line.cells]


def test_a_project_is_not_given_the_coordinator_of_another_one_of_the_same_document(library):
    found = library.compare(["NORDLOOM", "SALTWIRE", "GRISMONT"])
    assert cells(found, "coordinator") == [["Cluster Azul"], ["Mar Vivo"], ["Pôle Sylvanor"]]


def test_a_project_written_in_two_ways_is_one(library):
    found = library.compare(["saltwire", "NORDLOOM"])
    assert found.subjects[0].name == "SALTWIRE"
    assert any("Vigo" in event for event in cells(found, "events")[0])


def test_a_label_of_the_budget_is_enough_where_the_title_names_the_project(library):
    found = library.compare(["CARGOLOOM", "FILAROUE"])
    (one, other) = cells(found, "amounts")
    assert any("3,150,000" in text for text in one)
    assert any("2 400 000" in text.replace("\u202f", " ") for text in other)


def test_a_ceiling_is_no_budget(library):
    (one, _) = cells(library.compare(["TOURNEVENT", "CARGOLOOM"]), "amounts")
    assert [text.replace("\u202f", " ") for text in one] == ["budget 850 000 €"]


def test_the_budget_of_a_call_is_not_its_project_s(library):
    record = next(r for r in library.catalogue.records() if r.source == "appel.md")
    assert not _is_sheet(record.description, "NAVETTIA")
    sheet = next(r for r in library.catalogue.records() if r.source == "sheet.md")
    assert _is_sheet(sheet.description, "CARGOLOOM")
    assert not _is_sheet(sheet.description, "CARGO")
