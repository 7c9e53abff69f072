"""Who asks for people is not told how many meetings there were."""

from __future__ import annotations

import pytest

from pipelines.answer.evidence.ofothers import counts_others

REPORT = (
    "# The loom days in Metz\n\nOn these days 214 one-to-one meetings took place over two mornings,"
    " against 156 in 2022 in Lille.\n\nWith 40 stands the hall was full, and 320 visitors came.\n\n"
    "Forty firms sent their best weavers, the mayor among them.\n\n"
    "A year before we had been 120 in Lille, which was a good number.\n"
)


@pytest.mark.parametrize(
    ("asked", "begins", "others"),
    [
        ("How many participants came to the loom days in Lille?", "On these days", True),
        ("Combien de participants aux loom days à Lille ?", "On these days", True),
        ("How many meetings took place in Lille?", "On these days", False),
        ("How many participants came to the loom days?", "With 40", False),
        ("How many participants came to the loom days?", "Forty", False),
        ("How many participants came to Lille?", "A year", False),
    ],
)
def test_meetings_and_stands_are_no_participants(chosen, asked, begins, others):
    question, (choice,) = chosen(REPORT, asked, begins)
    assert counts_others(question, question.asks[0], choice.evidence) is others
