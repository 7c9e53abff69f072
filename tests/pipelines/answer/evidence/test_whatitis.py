"""Who asks what a name is, is told it by what says the name."""

from __future__ import annotations

import pytest

from pipelines.answer.asking.question import understand
from pipelines.answer.evidence.whatitis import asks_what_it_is, names_it, says_it

NOTE = (
    "# Notes of the weavers\n\n## The week\n\nWOOLINE is a fund that pays for new looms. "
    "It lends to apprentices too. The dinner was late.\n\n"
    "Three talks are planned:\n- wool for all\n- what WOOLINE has paid for\n"
)


@pytest.mark.parametrize(
    ("asked", "is_it"),
    [
        ("What is WOOLINE?", True),
        ("c'est quoi WOOLINE ?", True),
        ("Qui est Ann Rodel ?", True),
        ("WOOLINE c'est quoi", True),
        ("Who is the director of WOOLINE?", False),
        ("What is the budget of WOOLINE?", False),
        ("Where is WOOLINE?", False),
    ],
)
def test_a_question_for_what_a_name_is(library_of, asked, is_it):
    question = understand(library_of({"note.md": NOTE}).analyse(asked, paraphrases=True))
    assert asks_what_it_is(question, question.asks[0]) == is_it


def test_what_says_the_name_or_points_back_to_it_can_tell(chosen):
    beginnings = ("WOOLINE is", "It lends", "The dinner", "Three talks")
    question, choices = chosen(NOTE, "What is WOOLINE?", *beginnings)
    fund, it, dinner, talks = (choice.evidence for choice in choices)
    assert says_it(question, fund)
    assert names_it(question, it, 0)
    assert not says_it(question, it)
    assert not names_it(question, dinner, 0)
    lead = len("Three talks are planned:")
    assert not names_it(question, talks, lead + 2)  # "wool for all"
    assert names_it(question, talks, lead + 20)


def test_a_title_is_no_part_of_a_name(chosen):
    people = "# Notes\n\nAnn Rodel, head of the dyers, opened the day. Lunch was late.\n"
    question, choices = chosen(people, "Who is Dr Ann Rodel?", "Ann Rodel", "Lunch")
    assert [says_it(question, choice.evidence) for choice in choices] == [True, False]
