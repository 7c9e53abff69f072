"""Numbered parts of plans and texts: one name in many spellings, and never another number."""

from __future__ import annotations

import pytest

from encoder.lexicon import default_lexicon
from pipelines.terms.numbered import Part, in_spelling_of, is_other, numbered, parts_of
from pipelines.verify.verify import Claim, Quote, verify


@pytest.mark.parametrize(
    "names",
    [
        ("WP4", "WP 4", "wp4", "WP04", "WP-4", "work package 4", "Work Package n° 4",
         "lot de travaux 4", "lot 4", "Lot n° 4", "WP: 4 | Lead: Kelm", "the fourth work package"),
        ("phase II", "Phase 2", "phase two", "the second phase", "la deuxième phase", "2e phase"),
        ("axe 2", "Axis 2", "axe prioritaire 2", "priority axis 2", "Axe II"),
        ("article 5", "art. 5", "Article V"),
        ("objective 3", "objectif n° 3", "objectif spécifique 3"),
        ("tâche 2.1", "task 2.1", "T2.1"),
        ("étape 3", "step 3", "stage 3"),
    ],
)  # fmt: skip
def test_a_part_is_one_in_all_its_spellings(names):
    assert len({parts_of(name) for name in names}) == 1
    assert len(parts_of(names[0])) == 1


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("WPs 2, 3 and 5", "2 3 5"),
        ("WP1 to WP3", "1 2 3"),
        ("WP1-3", "1 2 3"),
        ("les modules 3 et 4", "3 4"),
        ("articles 5 à 7", "5 6 7"),
    ],
)
def test_several_are_told_at_once(text, numbers):
    assert [part.number for part, _ in numbered(text)] == numbers.split()


@pytest.mark.parametrize(
    "text",
    [
        "Modules: 3 jours", "phase 2 mai 2024", "lot 12 000 euros", "session 14h30", "action 50 %",
        "the action I took", "three modules", "modules 2 partners gave", "phase 2024", "a lot of 4",
        "un premier lot de machines", "objective 3 months", "phase 2/3", "the first action",
    ],
)  # fmt: skip
def test_what_counts_or_measures_names_no_part(text):
    assert not parts_of(text)


def test_what_holds_a_part_is_no_other():
    action = Part("action", "2.1")
    assert not is_other([Part("action", "2")], [action])
    assert not is_other([action], [Part("action", "2")])
    assert is_other([action], [Part("action", "2.2")])
    assert not is_other([action], [Part("axis", "3")])
    assert in_spelling_of("Who leads WP 4?", "WP3", "Lot n° 4") == "Who leads Lot n° 4?"


PLAN = (
    "# The FERROLIN project\n\nThe FERROLIN project has five work packages.\n\n"
    "## WP1 – Management\n\nIt is led by Dalby Metals. Its budget is 120 000 euros.\n\n"
    "## WP3 – Courses\n\nIt is led by the Agency of Ponteva. Its budget is 310 000 euros.\n\n"
    "## WP4 – Trials\n\nIt is led by Norrland Metal Valley. Its budget is 540 000 euros.\n\n"
    "Task 4.1 is led by Kelma.\n"
)
BILAN = (
    "# Projet OSTREALIA : bilan\n\nLe lot de travaux n° 2 est piloté par l'Agence du littoral. "
    "Le lot de travaux n° 3 est piloté par le pôle Mer d'Opale.\n\n"
    "L'action 2.1 est confiée à la coopérative d'Étaples.\n\n"
    "L'action 2.2 est confiée à l'université du Littoral.\n"
)


@pytest.fixture
def plans(library_of):
    return library_of({"plan.md": PLAN, "bilan.md": BILAN})


@pytest.mark.parametrize(
    ("question", "said", "others"),
    [
        ("Who leads work package 4 of FERROLIN?", "Norrland", ("Kelma", "Ponteva", "Dalby")),
        ("What is the budget of work package 4?", "540 000", ("310", "120")),
        ("Who leads WP3 of OSTREALIA?", "Opale", ("littoral",)),
        ("Qui pilote le lot 3 d'OSTREALIA ?", "Opale", ("littoral",)),
        ("À qui est confiée l'action 2.2 ?", "université", ("coopérative",)),
    ],
)
def test_the_part_that_a_question_names_answers_and_no_other(plans, question, said, others):
    told = " ".join(statement.text for statement in plans.ask(question).statements)
    assert said in told
    assert not [other for other in others if other in told]


def test_a_part_that_is_nowhere_is_told_by_its_whole_name(plans):
    reply = plans.ask("Who leads work package 9?")
    assert reply.kind == "abstained"
    assert "“work package 9”" in reply.reason


def test_search_shows_the_part_in_any_spelling_and_marks_its_name(plans):
    hits = plans.search("lot de travaux 4", plans.filters({}), limit=5).hits
    assert "WP4" in [hits[0].text[start:end] for start, end in hits[0].highlights]


@pytest.mark.parametrize(
    ("quote", "held"),
    [
        ("Work package 4 is led by Kelma.", True),
        ("Lot n° 4: Kelma leads it.", True),
        ("WP3 is led by Kelma.", False),
    ],
)
def test_a_statement_holds_a_part_in_the_spelling_of_its_quote(quote, held):
    claim = Claim("WP4 is led by Kelma.", "en", (Quote(quote, "en"),), row=True)
    assert (verify([claim], default_lexicon(), lambda texts: None)[0].support is not None) == held
