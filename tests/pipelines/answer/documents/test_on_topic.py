"""Topics typed without a question, as a user gets the documents on them."""

import shutil

import pytest

from encoder.lexicon import default_lexicon
from pipelines.answer.asking.question import understand
from pipelines.library import Library
from pipelines.retrieval.query import analyse
from pipelines.settings import Settings
from tests.conftest import write_documents

DOCUMENTS = {
    "nets.txt": """Old fishing nets: a note for harbours

March 2022

Harbour by harbour, worn nets are piled behind the auction hall.
Two workshops in Lorient cut them up and mould the polyamide into buoys.
Sorting by hand costs more than the plastic brings in.
""",
    "filets.txt": """Réunion du groupe de travail sur les filets de pêche

Date : 7 juin 2022
Lieu : Lorient, France

Les mareyeurs ont demandé qui transporte les filets usés vers l'atelier de recyclage.
""",
    "looms.txt": """Looms that talk to each other

May 2021

A weaver in Troyes linked six looms so that each orders its own yarn.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("topics")
    write_documents(folder / "documents", DOCUMENTS)
    with Library(Settings(library=folder / "library")) as opened:
        opened.ingest([folder / "documents"])
        yield opened
    shutil.rmtree(folder)


@pytest.mark.parametrize("topic", ["recycling of fishing nets", "recyclage des filets de pêche"])
def test_documents_on_a_topic_are_found_in_both_languages(library, topic):
    reply = library.ask(topic)
    assert reply.kind != "abstained"
    assert "looms.txt" not in {c.source for c in reply.citations}
    assert {c.source for c in reply.citations} & {"nets.txt", "filets.txt"}


def test_a_row_quotes_what_its_document_tells_of_the_topic(library):
    reply = library.ask("matière plastique des filets")
    assert reply.kind == "list"
    assert "parlent" in str(reply.reason)
    assert "plastic" in reply.citations[0].quote
    assert reply.statements[0].text.startswith("Old fishing nets")


@pytest.mark.parametrize(
    "topic",
    [
        "insurance of racehorses",  # nobody tells of it
        "recycling of fishing nets in Iceland",  # a name that no document has
        "name of the buyer of old fishing nets",  # one thing about it, which isn't told
        "Who buys old fishing nets?",
    ],
)
def test_what_is_not_told_of_lists_no_document(library, topic):
    assert library.ask(topic).kind == "abstained"


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("pénurie de soudeurs", True),
        ("olive oil, dates and almonds in the markets", True),
        ("hausse du coût des matériaux", True),
        ("lessons learned when a mill closes its doors", True),
        ("des outils qui parlent entre eux", True),
        ("pénurie de soudeurs ?", False),
        ("annual budget of the cluster", False),
        ("réunion de Lorient : date", False),
        ("BOATNET kick-off when", False),
        ("numéro de téléphone du port", False),
        ("how to sort nets", False),
        ("peut-on recycler un filet", False),
        ("list the partners of the port", False),
        ("à quelle heure ouvre la criée", False),
    ],
)
def test_bare_topics_are_told_from_questions(text, bare):
    assert understand(analyse(text, default_lexicon())).bare is bare
