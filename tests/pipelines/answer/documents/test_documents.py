"""Documents that speak of something, as a user gets them listed."""

import shutil

import pytest

from pipelines.filters import Filters
from pipelines.library import Library
from pipelines.settings import Settings
from tests.conftest import write_documents

DOCUMENTS = {
    "corks.txt": """Report on the WINEPORT exchange in Porto

Host: Rede da Rolha
Dates: 4-5 May 2021
Venue: Porto, Portugal

Four cork makers showed how granulate becomes insulation for boats.
The participants then visited a cellar.
""",
    "liege.txt": """Compte rendu de la réunion WINEPORT à Bordeaux

Hôte : Grappe des Chais
Date : 7 juin 2022
Lieu : Bordeaux, France

Les participants ont comparé deux fournisseurs de liège pour les bouchons.
Le recyclage du verre a pris l'après-midi.
""",
    "glass.md": """# Policy note: glass that comes back

March 2023

Glass makers ask for a deposit on bottles. Furnaces need less energy with returned glass.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("spoken")
    write_documents(folder / "documents", DOCUMENTS)
    with Library(Settings(library=folder / "library")) as opened:
        opened.ingest([folder / "documents"])
        yield opened
    shutil.rmtree(folder)


def told(reply):
    return {c.source for c in reply.citations}


@pytest.mark.parametrize(
    ("question", "sources"),
    [
        ("Which documents speak of cork?", {"corks.txt", "liege.txt"}),
        ("Where can I read about cork?", {"corks.txt", "liege.txt"}),
        ("Quels documents parlent de bouchons en liège ?", {"liege.txt"}),
        ("Documents sur le liège", {"corks.txt", "liege.txt"}),
    ],
)
def test_each_document_is_a_row_with_one_quote_that_shows_it(library, question, sources):
    reply = library.ask(question)
    assert reply.kind == "list"
    assert told(reply) == sources
    assert [s.citations for s in reply.statements] == [
        (n,) for n in range(1, len(reply.statements) + 1)
    ]
    assert {s.support for s in reply.statements} == {"supported"}
    assert reply.coverage.matched == len(reply.statements)
    for citation in reply.citations:
        assert "cork" in citation.quote.lower() or "liège" in citation.quote


def test_a_row_tells_title_type_and_date(library):
    first = library.ask("Which policy notes mention glass?")
    assert first.answer == "Policy note: glass that comes back · policy note, March 2023 [1]"
    french = library.ask("Quels comptes rendus parlent de liège ?")
    assert "Compte rendu de la réunion WINEPORT à Bordeaux · compte rendu, 7 juin 2022" in [
        s.text for s in french.statements
    ]


def test_the_question_narrows_by_type_year_and_place(library):
    assert told(library.ask("Which documents from 2022 mention cork?")) == {"liege.txt"}
    assert told(library.ask("Which documents mention glass?")) == {"glass.md", "liege.txt"}
    notes = library.ask("Show me policy notes on glass")
    assert told(notes) == {"glass.md"}
    assert notes.narrowed == {"type": ["policy_note"]}
    assert told(library.ask("Documents about cork in Portugal")) == {"corks.txt"}


def test_another_type_is_told_to_be_another(library):
    reply = library.ask("Which agendas mention glass furnaces?")
    assert told(reply) == {"glass.md"}
    assert reply.reason == "No document of the type “agenda” speaks of it; other documents do."
    assert reply.narrowed == {}


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Which documents speak of falconry?", "None of the 3 documents searched speaks of it."),
        (
            "Quels documents parlent de fauconnerie ?",
            "Aucun des 3 documents cherchés n'en parle.",
        ),
        (
            "Which documents mention cork before 2010?",
            "No document matches these filters. Remove one of them. The filters leave out 3 more.",
        ),
    ],
)
def test_what_no_document_speaks_of_is_refused(library, question, reason):
    reply = library.ask(question)
    assert (reply.kind, reply.answer, reply.reason) == ("abstained", None, reason)


def test_filters_that_are_given_hold(library):
    assert told(library.ask("Which documents mention cork?", Filters(year=("2021",)))) == {
        "corks.txt"
    }


def test_no_event_is_spoken_of_after_several_documents(library):
    question = "Which documents mention cork?"
    assert library.turn(question, library.ask(question)).about is None


def test_no_table_of_events_stands_beside_documents(library):
    assert library.listed("Which reports on exchanges in 2021 mention cork?") is None


@pytest.mark.parametrize(
    ("question", "sources"),
    [
        ("List the policy notes", {"glass.md"}),
        ("quelles sont les notes de la bibliothèque ?", {"glass.md"}),
        ("Which reports are there?", {"corks.txt", "liege.txt"}),
        ("reports from 2021", {"corks.txt"}),
        ("Which minutes do you have in French?", {"liege.txt"}),
        ("list the position papers", {"glass.md"}),
    ],
)
def test_all_documents_of_a_type_are_listed(library, question, sources):
    reply = library.ask(question)
    assert reply.kind == "list"
    assert told(reply) == sources
    assert all(" · " in s.text for s in reply.statements)


@pytest.mark.parametrize(
    "question",
    [
        "list the reports to be sent in",
        "Which report is there?",
        "What are the best practices?",
        "quelles sont les bonnes pratiques ?",
        "Which notes did the partners write?",
    ],
)
def test_what_documents_hold_is_no_list_of_them(library, question):
    assert not any(" · " in s.text for s in library.ask(question).statements)
