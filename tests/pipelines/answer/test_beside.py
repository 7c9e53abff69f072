"""What is not told beside what answers: rows of others, bare headings; and what is kept."""

from __future__ import annotations

from dataclasses import replace

from pipelines.answer.choose import _is_headed
from pipelines.answer.telling.naming import without_other_rows
from pipelines.answer.telling.told import _is_heading

SPENT = (
    "# Figures of the clubs\n\n| Figure | 2023 | 2024 |\n|---|---|---|\n| Looms lent | 5 | 6 |\n"
    "| Looms sold | 8 | 9 |\n| Fairs | 2 | 3 |\n\n## Obstacles to lending\n\n"
    "A loom is heavy. Nobody pays for the cart.\n\n## Lending looms\n\nIt began early. It grows.\n"
)


def rows(choices):
    return [choice.evidence.sentence.text.split(" | ")[0] for choice in choices]


def test_rows_of_other_matters_are_not_told(chosen):
    beginnings = ("Figure: Looms lent", "Figure: Looms sold", "Figure: Fairs", "A loom is")
    for asked in ("How many looms were lent in 2024?", "nombre de métiers looms lent en 2024"):
        question, choices = chosen(SPENT, asked, *beginnings)
        assert rows(without_other_rows(question, choices)) == [
            "Figure: Looms lent",
            "A loom is heavy.",
        ]


def test_rows_that_say_as_much_and_prose_stay(chosen):
    question, choices = chosen(SPENT, "How many looms?", "Figure: Looms lent", "Figure: Looms sold")
    assert without_other_rows(question, choices) == choices
    question, choices = chosen(SPENT, "Why is a loom heavy?", "A loom is", "Figure: Fairs")
    assert without_other_rows(question, choices) == choices
    assert without_other_rows(question, []) == []


def test_a_section_headed_by_what_is_asked_for_is_known(chosen):
    for asked in ("What are the obstacles to lending looms?", "Quels obstacles au prêt ?"):
        question, (one, other) = chosen(SPENT, asked, "Obstacles", "Lending")
        assert _is_headed(question, one)
        assert not _is_headed(question, other)


def test_a_heading_with_its_items_is_told_apart_from_a_sentence(chosen):
    _, (heading, sentence) = chosen(SPENT, "What are the obstacles?", "Obstacles", "A loom is")
    assert _is_heading(heading)
    assert not _is_heading(sentence)
    end = len(heading.evidence.sentence.text)  # the reader points at an item: that is told
    found = replace(heading.found, start=end + 2, end=end + 6)
    assert not _is_heading(replace(heading, found=found))
