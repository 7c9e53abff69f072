"""Of several figures in a sentence or row the one that was asked for goes before it, or none."""

from __future__ import annotations

import pytest

from pipelines.answer.telling.meant import with_facts_meant

COSTS = (
    "# Dyeing with woad\n\nDyeing costs 4 euros a metre in Ghent and 7 euros in Porto, while a"
    " metre of dyed wool sells for 9 euros.\n\nThe Ghent hall cost 80,000 euros, of which 30,000"
    " euros were lent.\n"
)


@pytest.mark.parametrize(
    ("asked", "begins", "facts"),
    [
        ("How much does dyeing cost in Ghent?", "Dyeing", ["4 euros"]),
        ("Combien coûte la teinture à Porto ?", "Dyeing", ["7 euros"]),
        ("How much does dyeing cost?", "Dyeing", ["4 euros", "7 euros", "9 euros"]),
        ("How much did the Ghent hall cost?", "The Ghent", ["80,000 euros", "30,000 euros"]),
    ],
)
def test_the_figure_of_the_place_asked_about(chosen, asked, begins, facts):
    question, (choice,) = chosen(COSTS, asked, begins)
    kept = with_facts_meant(question, choice).evidence.facts
    assert [fact.text for fact in kept] == facts


MEMBERS = (
    "# Clubs of the valley\n\n"
    "| Club | Members 2022 | Members 2023 | Planned (EUR) | Spent (EUR) | Staff |\n"
    "|---|---|---|---|---|---|\n"
    "| Alba | 104 | 117 | 90000 | 70000 | 12 SMEs |\n| Borea | 40 | 44 | 8000 | 7000 | 3 |\n"
)


@pytest.mark.parametrize(
    ("asked", "facts"),
    [
        ("How many members did Alba have in 2023?", ["117"]),
        ("Combien de membres avait Alba en 2022 ?", ["104"]),
        ("How many members does Alba have?", []),
        ("How many members did Alba have in 2019?", []),
        ("How much was spent by Alba?", ["70000"]),
        ("Combien Alba a-t-il dépensé ?", ["70000"]),
        ("How many SMEs does Alba have?", ["12"]),
    ],
)
def test_the_figure_of_the_column_asked_about(chosen, asked, facts):
    question, (choice,) = chosen(MEMBERS, asked, "Club: Alba")
    kept = with_facts_meant(question, choice).evidence.facts
    assert [fact.text for fact in kept] == facts


def test_the_first_cell_says_what_a_row_counts(chosen):
    text = (
        "# Figures\n\n| Figure | 2023 | 2024 |\n|---|---|---|\n| Firms helped | 31 | 44 |\n"
        "| Visits | 5 | 6 |\n"
    )
    question, (choice,) = chosen(text, "How many firms were helped in 2024?", "Figure: Firms")
    assert [fact.text for fact in with_facts_meant(question, choice).evidence.facts] == ["44"]


FEES = (
    "# Letter of Orfila\n\nThe fee stays at 2,400 euros for clubs of less than 100 members and goes"
    " to 4,500 euros for the others.\n"
)


@pytest.mark.parametrize(
    ("asked", "facts"),
    [
        ("What is the fee of clubs with more than 100 members?", ["4,500 euros"]),
        ("Quel est le tarif pour les clubs de plus de 100 membres ?", ["4,500 euros"]),
        ("What is the fee of clubs with more than 50 members?", ["2,400 euros", "4,500 euros"]),
        ("What is the fee of clubs with less than 100 members?", ["2,400 euros", "4,500 euros"]),
        ("What is the fee of a club?", ["2,400 euros", "4,500 euros"]),
    ],
)
def test_the_fee_on_the_side_of_the_bound_asked_about(chosen, asked, facts):
    question, (choice,) = chosen(FEES, asked, "The fee stays")
    assert [f.text for f in with_facts_meant(question, choice).evidence.facts] == facts
