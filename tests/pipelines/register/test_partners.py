"""Who takes part in a project: from its events and from what its documents say of it."""

from __future__ import annotations

import pytest

from tests.conftest import write_documents

DOCUMENTS = {
    "kick-off.md": """# WEFTLINE kick-off in Ghent: report

Host: Weefhuis
Dates: 4-5 February 2020
Venue: Ghent, Belgium
Lead partner: Pôle Navette (Roubaix, France)
Partners: Tessitura Nova (Prato, Italy), Klaster Len (Łódź, Poland), Weefhuis (Ghent, Belgium)

The partners of the WEFTLINE project opened it and agreed on the calendar.
""",
    "note.txt": """Note du projet WEFTLINE : le lin, fibre d'avenir

Publiée le 9 juin 2021

Le projet WEFTLINE réunit Tessitura Nova, Klaster Len et Fibra Viva. Les pouvoirs publics devraient
soutenir la culture du lin et les filatures qui le travaillent.

Partenaire associé : Institut Chanvre (Namur, Belgique)
""",
    "other.md": """# LOOMFAIR kick-off in Porto: report

Host: Fio Azul
Dates: 10 March 2021
Venue: Porto, Portugal
Coordinator: Fio Azul (Porto, Portugal)
Partners: Fio Azul (Porto, Portugal), Klaster Wełna (Łódź, Poland)

LOOMFAIR was opened by its two partners. Its workshops will be held in spring.
""",
    "plain.md": """# SPINDLE kick-off in Lugo: report

Host: Tecelagem Norte
Dates: 10 May 2022
Venue: Lugo, Spain
Partners: Tecelagem Norte (Lugo, Spain), Garnspinner (Graz, Austria)

The SPINDLE project was opened. Each partner showed its machines.
""",
}
WEFTLINE = {"Pôle Navette", "Tessitura Nova", "Klaster Len", "Weefhuis", "Fibra Viva"}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    from pipelines.library import Library
    from pipelines.settings import Settings

    folder = tmp_path_factory.mktemp("partners")
    write_documents(folder, DOCUMENTS)
    with Library(Settings(library=tmp_path_factory.mktemp("library"))) as opened:
        opened.ingest([folder])
        yield opened


@pytest.mark.parametrize(
    "text",
    [
        "Who are the partners of WEFTLINE?",
        "Quels clusters composent WEFTLINE, partenaires associés compris ?",
        "Which organisations make up WEFTLINE, including associated partners?",
    ],
)
def test_partners_of_all_documents_are_told_once_each_with_its_quote(library, text):
    reply = library.ask(text)
    assert reply.kind == "list"
    names = [s.text.partition(" (")[0] for s in reply.statements]
    assert sorted(names) == sorted(WEFTLINE | {"Institut Chanvre"})
    quotes = {c.number: c.quote for c in reply.citations}
    for name, statement in zip(names, reply.statements, strict=True):
        assert name in " ".join(quotes[n] for n in statement.citations)


def test_a_part_is_told_in_the_questions_language(library):
    english = library.ask("Who are the partners of WEFTLINE?").answer
    assert "Pôle Navette (coordinator)" in english
    assert "Institut Chanvre (associated partner)" in english
    french = library.ask("Quels sont les partenaires de WEFTLINE ?").answer
    assert "Pôle Navette (chef de file)" in french
    assert "Institut Chanvre (partenaire associé)" in french
    assert french.count("chef de file") == 1


def test_the_quote_of_a_coordinator_says_so(library):
    reply = library.ask("Who are the partners of LOOMFAIR?")
    first = reply.statements[0]
    assert first.text == "Fio Azul (coordinator)"
    assert "Coordinator: Fio Azul" in reply.citations[first.citations[0] - 1].quote
    assert [s.text for s in reply.statements[1:]] == ["Klaster Wełna"]


def test_nobody_is_said_to_coordinate_where_no_text_says_so(library):
    reply = library.ask("Qui sont les partenaires de SPINDLE ?")
    assert [s.text for s in reply.statements] == ["Tecelagem Norte", "Garnspinner"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "How many partners does WEFTLINE have?",
            "6 partners, 1 of them associated, in 2 documents.",
        ),
        ("Combien de partenaires compte LOOMFAIR ?", "2 partenaires, dans 1 document."),
    ],
)
def test_a_count_of_partners_has_its_noun(library, text, count):
    assert library.ask(text).statements[0].text == count


def test_filters_hold_for_descriptions_too(library):
    reply = library.ask("Who are the partners of WEFTLINE?", library.filters({"language": ["en"]}))
    assert reply.kind == "list"
    assert "Tessitura Nova" in reply.answer
    assert "Fibra Viva" not in reply.answer
