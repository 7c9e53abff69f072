"""What an edition had is not told of the one asked about."""

from __future__ import annotations

import pytest

from pipelines.answer.evidence.ofedition import of_another_edition
from pipelines.register.editions import editions_in

SECOND = (
    "# 2nd staff exchange of the glaziers – agenda\n\nHost: Alba Cluster.\n\n"
    "The next one will be hosted by Borea Cluster.\n\n"
    "The third staff exchange moves to Metz, where Corva Cluster is the host.\n"
)


@pytest.mark.parametrize(
    ("asked", "begins", "other"),
    [
        ("Who hosts the third staff exchange?", "Host", True),
        ("Who hosts the third staff exchange?", "The next", False),
        ("Who hosts the third staff exchange?", "The third", False),
        ("Qui accueille le 2e échange de personnel ?", "Host", False),
        ("Qui accueille le 2e échange de personnel ?", "The third", False),
        ("Who hosted the first staff exchange?", "Host", True),
        ("Who hosts the staff exchange?", "Host", False),
        ("Who hosts the third workshop?", "Host", False),
    ],
)
def test_a_title_numbers_what_its_document_tells(chosen, asked, begins, other):
    question, (choice,) = chosen(SECOND, asked, begins)
    assert of_another_edition(question, question.asks[0], choice.evidence) is other


def test_a_sentence_that_numbers_another_one_tells_that(chosen):
    text = "# Exchanges\n\nLast week Alba Cluster welcomed its guests for the second exchange.\n"
    question, (choice,) = chosen(text, "Who hosted the first exchange?", "Last week")
    assert of_another_edition(question, question.asks[0], choice.evidence)


def test_the_first_is_a_number_too():
    assert {number for _, number in editions_in("the 1st workshop and the 2nd workshop")} == {1, 2}
    assert not editions_in("the workshop of 2 may")
