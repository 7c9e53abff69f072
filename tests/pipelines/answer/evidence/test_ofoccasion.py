"""What one sort of occasion had is not told of another."""

from __future__ import annotations

import pytest

from pipelines.answer.evidence.ofoccasion import occasions_in, of_another_occasion

MINUTES = (
    "# Minutes of the second steering committee of WEFTLINE\n\n"
    "Hosted by Alba Cluster, the committee met with nine people around the table.\n\n"
    "The looms are slow. Nobody objected to buying another one for the mill.\n\n"
    "The kick-off in Metz is remembered. It was hosted by Borea Cluster.\n"
)


@pytest.mark.parametrize(
    ("asked", "begins", "other"),
    [
        ("Who hosted the WEFTLINE kick-off?", "Hosted", True),
        ("Qui a accueilli la réunion de lancement de WEFTLINE ?", "Hosted", True),
        ("Where was the final conference of WEFTLINE?", "Hosted", True),
        ("Who hosted the WEFTLINE kick-off?", "The kick-off", False),
        ("Who hosted the WEFTLINE kick-off?", "It was hosted", False),  # of the one before
        ("Who hosted the steering committee?", "Hosted", False),
        ("Qui a accueilli le comité de pilotage ?", "Hosted", False),
        ("Who hosted WEFTLINE?", "Hosted", False),
        ("Which kick-off was told of at the steering committee?", "Hosted", False),
    ],
)
def test_a_head_says_of_which_occasion_a_document_is(chosen, asked, begins, other):
    question, (choice,) = chosen(MINUTES, asked, begins)
    assert of_another_occasion(question, question.asks[0], choice.evidence) is other


def test_a_visit_may_hold_a_kick_off(chosen):
    text = "# Study visit to Alba\n\nThe visit began with the kick-off. Lunch was late.\n\n"
    text += "Sixteen people came to the mill, and all of them stayed for the night.\n"
    for kept, other in ((text, False), (text.replace("the kick-off", "coffee"), True)):
        question, (choice,) = chosen(kept, "How many people came to the kick-off?", "Sixteen")
        assert of_another_occasion(question, question.asks[0], choice.evidence) is other


def test_what_two_words_name_is_one_occasion():
    assert occasions_in("the kick-off workshop") == {"kick_off"}
    assert occasions_in("Comité de pilotage puis assemblée générale") == {
        "steering committee meeting",
        "general assembly",
    }
    assert not occasions_in("the annual report of the project")
