"""Of a list the item alone that is about what is asked."""

from __future__ import annotations

import pytest

from pipelines.answer.telling.onlyitem import says_alone, without_list_of

STEPS = (
    "# Sending a weaver abroad\n\n## The steps\n\n1. Find a host in good time.\n"
    "2. Settle the insurances and ask for the form.\n3. Travel light.\n\n"
    "## Criteria of choice\n\n- a host of the same trade\n- a town with a loom\n\n"
    "The host pays for the bed.\n"
)


def test_the_one_step_on_what_is_asked_is_told_alone(chosen):
    for asked in ("Which insurances must be settled?", "Quelles assurances faut-il régler ?"):
        question, choices = chosen(STEPS, asked, "Settle", "Find", "The host", "Travel")
        assert says_alone(question, choices[0])
        assert without_list_of(question, choices) == choices[:1]


@pytest.mark.parametrize("asked", ["What are the criteria?", "Quels sont les critères ?"])
def test_a_list_whose_lead_says_what_is_asked_is_told_whole(chosen, asked):
    question, choices = chosen(STEPS, asked, "a host", "a town")
    assert not says_alone(question, choices[0])
    assert without_list_of(question, choices) == choices
