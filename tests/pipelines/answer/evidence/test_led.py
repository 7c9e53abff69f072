"""What is told of one name in a line of its own is not told of another."""

from __future__ import annotations

import pytest

from pipelines.answer.evidence.led import under_other_names

CALLS = (
    "# Letter of the weavers\n\n## Calls\n\n"
    "**WOOLINE grants** – 90 euros a head. The last day is 31 January 2025.\n"
    "**Alba call** – for dyers. It closes on 3 March 2025. With WEFTER it shares a jury.\n"
    "**WEFTER** – a call for looms. The last day is not known yet.\n\n"
    "All calls close at noon.\n"
)


@pytest.mark.parametrize(
    ("words", "other"),
    [("The last day is 31", True), ("It closes", False), ("The last day is not", False)],
)
def test_the_line_of_another_name_is_left_out(chosen, words, other):
    question, (choice,) = chosen(CALLS, "What does WEFTER pay for?", "All calls")
    reading = choice.evidence.reading
    index = next(n for n, s in enumerate(reading.sentences) if s.text.startswith(words))
    assert (index in under_other_names(question, reading)) == other


def test_a_name_with_no_line_of_its_own_leaves_all_in(chosen):
    question, (choice,) = chosen(CALLS, "When does SHUTTLER close?", "All calls")
    assert not under_other_names(question, choice.evidence.reading)
