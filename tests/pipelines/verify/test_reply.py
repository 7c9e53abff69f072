"""Replies after the check: what fails is gone, counted, and its citation with it."""

from dataclasses import replace

import pytest

from pipelines.verify.reply import verified
from tests.conftest import write_documents

VISITS = {
    "fr.txt": """Compte rendu de la visite d'étude LUMIBOX à Manchester

La visite d'étude LUMIBOX s'est tenue à Manchester, du 6 au 8 juin 2023.
""",
    "en.txt": """Report on the LUMIBOX study visit to Eindhoven

The LUMIBOX study visit took place in Eindhoven from 4 to 5 May 2023.
""",
    "us.txt": """Report on the LUMIBOX study visit to Boston

The LUMIBOX study visit took place in Boston from 12 to 14 September 2023.
""",
}


@pytest.fixture(scope="module")
def visits(tmp_path_factory):
    from pipelines.library import Library
    from pipelines.settings import Settings

    folder = tmp_path_factory.mktemp("visits")
    write_documents(folder, VISITS)
    with Library(Settings(library=tmp_path_factory.mktemp("library"))) as library:
        library.ingest([folder])
        yield library


def test_a_statement_that_its_quote_lacks_is_dropped_with_its_citation(sample_library):
    reply = sample_library.ask("Who hosted the railway staff exchange, and when?")
    first = reply.statements[0]
    wrong = replace(first, text="The exchange was hosted by Ostrelle Cluster.")
    extra = replace(reply.citations[0], number=99)
    forged = replace(
        reply,
        statements=(replace(wrong, citations=(99,)), first),
        citations=(*reply.citations, extra),
    )
    found = verified(sample_library, forged)
    assert found.dropped == 1
    assert [s.text for s in found.statements] == [first.text]
    assert [c.number for c in found.citations] == [1]
    assert "Ostrelle" not in found.answer


def test_what_the_extractive_maker_gives_stands_the_check(sample_library):
    for question in ("Qui a organisé la réunion de lancement de BOISVERT ?", "best practices"):
        assert sample_library.ask(question).dropped == 0


def test_nothing_left_is_a_refusal(sample_library, monkeypatch):
    from pipelines.answer import ask as module

    reply = sample_library.ask("Who hosted the railway staff exchange, and when?")
    forged = tuple(replace(s, text="It was Ostrelle Cluster.") for s in reply.statements)
    cite = module.cite
    monkeypatch.setattr(module, "cite", lambda *a: (forged, cite(*a)[1]))
    found = sample_library.ask("Who hosted the railway staff exchange, and when?")
    assert found.kind == "abstained"
    assert found.answer is None
    assert found.citations == ()
    assert found.reason
    assert found.nearest
    assert found.dropped == len(forged)


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        (
            "How many LUMIBOX study visits took place?",
            ("3 visits, in 3 documents.", "2 visits.", "1 visit."),
        ),
        (
            "Combien de visites LUMIBOX ont eu lieu ?",
            ("3 visites, dans 3 documents.", "2 visites.", "1 visite."),
        ),
    ],
)
def test_rows_that_are_gone_are_counted_no_more(visits, question, counts):
    reply = visits.ask(question)
    assert reply.statements[0].text == counts[0]
    assert verified(visits, reply) == reply
    for gone in (1, 2):
        wrong = [replace(s, text="Visit to Ostrelle") for s in reply.statements[1 : gone + 1]]
        rows = (reply.statements[0], *wrong, *reply.statements[gone + 1 :])
        found = verified(visits, replace(reply, statements=rows))
        assert found.statements[0].text == counts[gone]
        assert len(found.statements) == 4 - gone
        assert found.coverage.events == 3 - gone
        assert len(found.statements[0].citations) == len(found.citations) == 3 - gone


def test_a_count_of_bodies_goes_with_a_row(visits):
    reply = visits.ask("How many LUMIBOX study visits took place?")
    count, *rows = reply.statements
    bodies = replace(count, text="3 organisations, in 3 documents.")
    wrong = replace(rows[0], text="Visit to Ostrelle")
    found = verified(visits, replace(reply, statements=(bodies, wrong, *rows[1:])))
    assert [s.text for s in found.statements] == [s.text for s in rows[1:]]


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("Quels événements ont eu lieu aux Pays-Bas ?", "Eindhoven (Pays-Bas)"),
        ("Which events took place in the Netherlands?", "Eindhoven (Netherlands)"),
        ("Quels événements ont eu lieu au Royaume-Uni ?", "Manchester (Royaume-Uni)"),
        ("Which events took place in the United Kingdom?", "Manchester (United Kingdom)"),
        ("Quels événements ont eu lieu aux États-Unis ?", "Boston (États-Unis)"),
        ("Which events took place in the United States?", "Boston (United States)"),
    ],
)
def test_a_country_of_several_words_lists_its_events(visits, question, row):
    reply = visits.ask(question)
    assert reply.kind == "list"
    assert [s.text.endswith(row) for s in reply.statements] == [True]
    assert reply.dropped == 0


def test_a_country_that_only_shares_a_word_lists_nothing(visits):
    assert visits.ask("Which events took place in the United Arab Emirates?").answer is None
