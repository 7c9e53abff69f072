"""Which facts of a document may answer: who spoke is a person, a last day is one to send by."""

from __future__ import annotations

import pytest

from ingest.types import Span
from pipelines.answer.asking.question import understand
from pipelines.answer.evidence.asked_facts import facts_for
from pipelines.answer.evidence.evidence import rarity, weigh
from pipelines.answer.evidence.lastyear import of_another_year
from pipelines.answer.evidence.otherday import tells_other_day
from pipelines.answer.evidence.reading import read_document


@pytest.fixture
def read(library_of):
    """The question, what is asked and the document as it is read."""

    def make(text, asked):
        library = library_of({"one.md": text})
        question = understand(library.analyse(asked, paraphrases=True))
        (record,) = library.catalogue.records()
        held = library.catalogue.text(record)
        reading = read_document(record, held, [(Span(0, len(held.content)), 0.5)])
        return question, question.asks[0], reading

    return make


MINUTES = (
    "# Compte rendu de la journée WEFTLINE\n\nAccueil : Borea Textiles, 4 quai des Laines\n\n"
    "Présents : Ann Roe (Alba), Benoît Dune (Borea Textiles)\n\nExcusée : Claire Low (Alba)\n\n"
    "Hélène Marais, directrice de Borea Textiles, a expliqué comment son atelier achète.\n"
)


@pytest.mark.parametrize(
    "asked", ["Who gave a talk at the WEFTLINE day?", "Qui est intervenu à la journée WEFTLINE ?"]
)
def test_who_spoke_is_a_person_and_not_one_who_was_there(read, asked):
    question, ask, reading = read(MINUTES, asked)
    assert ask.role == "speaker"
    assert {fact.text for fact in facts_for(ask, question, reading)} == {"Hélène Marais"}


def test_which_firms_spoke_and_who_took_part_stay(read):
    asked = "Quelles entreprises sont intervenues à la journée WEFTLINE ?"
    question, ask, reading = read(MINUTES, asked)
    assert any(fact.kind == "organisation" for fact in facts_for(ask, question, reading))
    question, ask, reading = read(MINUTES, "Who took part in the WEFTLINE day?")
    assert ask.role == "partner"
    assert "Ann Roe" in {fact.text for fact in facts_for(ask, question, reading)}


CALLS = [
    ("Fin des travaux : 31 décembre 2026 au plus tard", False),
    ("Les travaux devront être achevés avant le 31 décembre 2026.", False),
    ("End of the project: 31 December 2026 at the latest", False),
    ("Projects must be completed by 31 December 2026.", False),
    ("Fin du dépôt des dossiers : 31 décembre 2026", True),
    ("Les projets doivent être déposés avant le 31 décembre 2026.", True),
    ("Project proposals must be sent by 31 December 2026.", True),
]


@pytest.mark.parametrize(("line", "told"), CALLS)
def test_the_end_of_the_works_is_no_last_day_to_apply(read, line, told):
    text = f"# Appel WEFTLINE\n\nVoici les règles de l'appel.\n\n{line}\n"
    for asked in ("When is the deadline of WEFTLINE?", "Date limite de WEFTLINE ?"):
        question, ask, reading = read(text, asked)
        weighed = weigh(question, ask, reading, rarity(question, [reading]), 0)
        (sentence,) = [e for e in weighed if e.sentence.text == line]
        assert bool(sentence.facts) is told
        assert tells_other_day(question, ask, sentence) is not told


def test_who_asks_for_the_end_of_the_works_is_told_it(read):
    text = "# Appel WEFTLINE\n\nFin des travaux : 31 décembre 2026 au plus tard\n"
    question, ask, reading = read(text, "Date limite de fin des travaux de WEFTLINE ?")
    assert ask.deadline
    assert facts_for(ask, question, reading)


@pytest.mark.parametrize(
    ("line", "asked", "another"),
    [
        ("Last year in Metz we welcomed 140 visitors.", "How many visitors in 2025?", True),
        ("Last year in Metz we welcomed 140 visitors.", "How many visitors in 2024?", False),
        ("Last year in Metz we welcomed 140 visitors.", "How many visitors came?", False),
        ("L'an dernier, 140 visiteurs sont venus.", "Combien de visiteurs en 2025 ?", True),
        ("L'an dernier, 140 visiteurs sont venus.", "Combien de visiteurs en 2024 ?", False),
        ("Nous avons reçu 140 visiteurs l'an dernier.", "Combien de visiteurs en 2025 ?", True),
        ("We had 140 visitors, more than last year.", "How many visitors in 2025?", False),
        ("We had 140 visitors this time.", "How many visitors in 2025?", False),
    ],
)
def test_a_count_of_last_year_is_not_of_this_one(read, line, asked, another):
    text = f"# Invitation to WEFTLINE, 20 January 2025\n\nThe fair opens in May 2025.\n\n{line}\n"
    question, ask, reading = read(text, asked)
    weighed = weigh(question, ask, reading, rarity(question, [reading]), 0)
    (sentence,) = [e for e in weighed if e.sentence.text == line]
    assert sentence.facts
    assert of_another_year(question, ask, sentence) is another


@pytest.mark.parametrize(
    ("title", "under", "asked", "another"),
    [
        ("Survey of WEFTLINE firms in 2024", "", "How many firms answered in 2025?", True),
        ("Survey of WEFTLINE firms in 2024", "", "How many firms answered in 2024?", False),
        ("Survey of WEFTLINE firms in 2024", "", "How many firms answered?", False),
        (
            "Survey of WEFTLINE firms in 2024",
            "## Results in 2025\n\n",
            "How many firms in 2025?",
            False,
        ),
        (
            "Survey of WEFTLINE firms in 2024",
            "In 2025 we ask again. ",
            "How many firms in 2025?",
            False,
        ),
        ("Survey of WEFTLINE firms in 2023-2024", "", "How many firms answered in 2025?", False),
        ("WEFTLINE minutes, 3 May 2024", "", "How many firms answered in 2025?", False),
        ("WEFTLINE letter, autumn 2024", "", "How many firms answered in 2025?", False),
        ("Survey of WEFTLINE firms in 2024", "", "Where did the firms meet in 2025?", False),
    ],
)
def test_a_figure_of_the_year_in_the_title_is_not_of_another(read, title, under, asked, another):
    line = "Out of 3,400 firms, 1,120 firms answered in Metz."
    text = f"# {title}\n\nThe board did it in the usual way, and it went well.\n\n{under}{line}\n"
    question, ask, reading = read(text, asked)
    weighed = weigh(question, ask, reading, rarity(question, [reading]), 0)
    (sentence,) = [e for e in weighed if e.sentence.text == line]
    assert of_another_year(question, ask, sentence) is another


def test_last_year_is_known_where_nothing_is_counted_by_name(read):
    text = "# Letter of WEFTLINE, 20 January 2025\n\nThe fair is over.\n\n"
    for line, another in (
        ("Last year, in Metz, we were 120.", True),
        ("We were 187, against 120 last year.", False),
    ):
        question, ask, reading = read(text + line, "How many people came in 2025?")
        weighed = weigh(question, ask, reading, rarity(question, [reading]), 0)
        (sentence,) = [e for e in weighed if e.sentence.text == line]
        assert not sentence.facts
        assert of_another_year(question, ask, sentence) is another


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ("What is the deadline of the second WEFTLINE call?", ["29 March 2024"]),
        ("Quelle est la date limite du deuxième appel WEFTLINE ?", ["29 March 2024"]),
        ("What was the first deadline of the WEFTLINE call?", ["15 March 2024", "29 March 2024"]),
        ("Quelle était la date limite initiale ?", ["15 March 2024", "29 March 2024"]),
    ],
)
def test_a_last_day_that_was_extended_is_none(read, asked, days):
    text = (
        "# Calls of WEFTLINE\n\nThe deadline of the second call, first set at 15 March 2024, has"
        " been extended to 29 March 2024.\n"
    )
    question, ask, reading = read(text, asked)
    assert sorted({fact.text for fact in facts_for(ask, question, reading)}) == days


def test_the_day_a_report_went_round_is_not_that_of_what_it_tells(read):
    text = "# Report of the Weftline fair\n\nCirculated: 30 May 2024\nHeld: 22 May 2024\n"
    for asked, other in (
        ("When did the Weftline fair take place?", True),
        ("Quand a eu lieu la foire Weftline ?", True),
        ("When was the report of the Weftline fair sent out?", False),
    ):
        question, ask, reading = read(text, asked)
        weighed = weigh(question, ask, reading, rarity(question, [reading]), 0)
        told = {e.sentence.text: tells_other_day(question, ask, e) for e in weighed}
        assert told["Circulated: 30 May 2024"] is other
        assert not told["Held: 22 May 2024"]
