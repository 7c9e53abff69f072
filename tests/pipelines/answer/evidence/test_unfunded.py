"""Who organised something did not pay for it, as long as nothing says so."""

from __future__ import annotations

import pytest

from pipelines.answer.evidence.unfunded import tells_no_money

TEXT = (
    "# The looms forum\n\nThe looms forum is organised by Alba Cluster.\n\n"
    "The town of Metz bears the costs of the looms forum.\n\n"
    "Le forum des métiers à tisser est soutenu par la Région.\n"
)


@pytest.mark.parametrize(
    ("asked", "begins", "none"),
    [
        ("Who funded the looms forum?", "The looms forum is", True),
        ("Who funded the looms forum?", "The town", False),
        ("Qui a financé le forum ?", "Le forum", False),
        ("Who organised the looms forum?", "The looms forum is", False),
    ],
)
def test_who_paid_is_told_by_what_speaks_of_money(chosen, asked, begins, none):
    question, (choice,) = chosen(TEXT, asked, begins)
    assert tells_no_money(question, question.asks[0], choice.evidence) is none
