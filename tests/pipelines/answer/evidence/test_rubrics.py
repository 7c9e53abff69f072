"""Headings that say nothing of the matter are never told as a list; questions come with answers."""

from __future__ import annotations

import pytest

from ingest.types import Heading, Span, Text
from pipelines.answer.evidence.blocks import among, blocks, list_lead
from pipelines.answer.evidence.rubrics import asks, asks_lessons, heads_lessons, is_rubric


def text_of(content, *headings):
    """A text whose headings are (words, level)."""
    places = tuple(
        Heading(Span(content.index(words), content.index(words) + len(words)), level)
        for words, level in headings
    )
    return Text(content, "txt", headings=places)


@pytest.mark.parametrize(
    "words", ["Results", "3. Contexte", "What it is", "En deux mots", "Our key findings", "Contact"]
)
def test_a_rubric_says_nothing_of_its_document(words):
    assert is_rubric(words)


@pytest.mark.parametrize(
    "words",
    ["Lesson 1: ask early", "Results of the second call", "Why the loom stopped", "Ouvrir un four"],
)
def test_a_heading_with_a_matter_of_its_own_is_no_rubric(words):
    assert not is_rubric(words)


def test_rubrics_under_a_heading_are_no_list():
    content = "Report\nThe loom\nContext\nOld.\nResults\nGood.\nAn idea\nNone."
    levels = [("The loom", 2), ("Context", 3), ("Results", 3), ("An idea", 3)]
    assert blocks(text_of(content, ("Report", 1), *levels)) == ()


def test_a_question_is_an_item_with_its_answer_and_the_answer_is_of_no_list():
    content = (
        "Help\nThe pass\nWhat is it?\nA card.\nIt is free.\nWho can ask?\nAll of us.\nEnd\nBye."
    )
    levels = [("Help", 1), ("The pass", 2), ("What is it?", 3), ("Who can ask?", 3), ("End", 2)]
    text = text_of(content, *levels)
    (block,) = blocks(text)
    assert [item.of(content) for item in block.items] == [
        "What is it?\nA card.\nIt is free.",
        "Who can ask?\nAll of us.",
    ]
    answer = Span(content.index("All of us"), content.index("\nEnd"))
    assert among(text, answer) == ()
    assert list_lead(text, answer) is None


def test_a_word_that_asks_of_what_stands_before_it_is_no_question():
    assert asks("Qui peut venir ?")
    assert not asks("Why?")
    assert not asks("Who can come")


@pytest.mark.parametrize("heading", ["Ce que nous retenons", "Bonnes pratiques", "What worked"])
def test_lessons_are_headed_in_many_words(heading):
    assert heads_lessons(heading)


def test_lessons_are_asked_for_by_their_own_words():
    assert asks_lessons("leçons")
    assert asks_lessons("lessons")
    assert not asks_lessons("looms")


def test_a_sentence_that_speaks_of_lessons_heads_none():
    assert not heads_lessons("The weavers had lessons on Monday.")
    assert not heads_lessons("Results of the call")
