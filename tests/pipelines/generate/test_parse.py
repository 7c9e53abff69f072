"""What is made of a model's text: its sentences, the numbers they cite, and its refusals."""

import time

import pytest

from pipelines.generate.parse import LONGEST, is_unfinished, parse, refuses


def told(text):
    return [(said.text, said.numbers) for said in parse(text)]


ONE = [("Mar Vivo hosted it.", (1,))]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Mar Vivo hosted it [1].", (1,)),
        ("Mar Vivo hosted it. [1]", (1,)),
        ("Mar Vivo hosted it. [1], [2]", (1, 2)),
        ("Mar Vivo hosted it [1] and [2].", (1, 2)),
        ("Mar Vivo hosted it [1][2].", (1, 2)),
        ("Mar Vivo hosted it [[1]].", (1,)),
        ("Mar Vivo hosted it [[1], [2]].", (1, 2)),
        ("Mar Vivo hosted it ([1], [2]).", (1, 2)),
        ("Mar Vivo hosted it [passage 1, passage 2].", (1, 2)),
        ("Mar Vivo hosted it [Passages 1 et 2].", (1, 2)),
        ("Mar Vivo hosted it [1–3].", (1, 2, 3)),
        ("Mar Vivo hosted it [source 1].", (1,)),
        ("Mar Vivo hosted it [^1].", (1,)),
        ("Mar Vivo hosted it (passage 1).", (1,)),
        ("Mar Vivo hosted it (1).", (1,)),
        ("Mar Vivo hosted it. (1)", (1,)),
        ("Mar Vivo hosted it (1), (2).", (1, 2)),
        ("Mar Vivo hosted it【1†source】.", (1,)),
        ("Mar Vivo hosted it [1](http://example.org/1).", (1,)),
        ("Mar Vivo hosted it <sup>[1]</sup>.", (1,)),
        ("Mar Vivo hosted it.\n[1]", (1,)),
        ("According to [1], Mar Vivo hosted it.", (1,)),
        ("D'après le passage [1], Mar Vivo hosted it.", (1,)),
    ],
)
def test_a_citation_is_understood_however_it_is_written(text, numbers):
    assert told(text) == [("Mar Vivo hosted it.", numbers)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The Union (27) met in Vigo [1].", "The Union (27) met in Vigo."),
        ("Article 3 (1) of the rules applies [1].", "Article 3 (1) of the rules applies."),
        ("It ended in Vigo (2022) [1].", "It ended in Vigo (2022)."),
        ("It gives 2*3*4 or 5 * 3 * 2 [1].", "It gives 2*3*4 or 5 * 3 * 2."),
        ("The file is a_b_c [1].", "The file is a_b_c."),
        ("The host, according to Mar Vivo, came [1].", "The host, according to Mar Vivo, came."),
    ],
)
def test_what_is_no_citation_and_no_mark_stays(text, shown):
    assert told(text) == [(shown, (1,))]


@pytest.mark.parametrize(
    "text",
    [
        "*Mar Vivo* hosted it [1].",
        "**Mar Vivo** hosted it [1].",
        "***Mar Vivo*** hosted it [1].",
        "_Mar Vivo_ hosted it [1].",
        "> Mar Vivo hosted it [1].",
        "```markdown\nMar Vivo hosted it [1].\n```",
        "~~~\nMar Vivo hosted it [1].\n~~~",
        "Here is the answer:\n\nMar Vivo hosted it [1].",
        "Voici la réponse :\n\nMar Vivo hosted it [1].",
        "**Answer:** Mar Vivo hosted it [1].",
        "Réponse : Mar Vivo hosted it [1].",
        "Mar Vivo hosted it [1].\n\nSources: [1], [2]",
        "Mar Vivo hosted it [1].\n\nNO ANSWER",
    ],
)
def test_marks_and_announcements_are_no_sentences(text):
    assert told(text) == ONE


@pytest.mark.parametrize(
    "thoughts",
    [
        "<think>Passage [2] says so [2].</think>\n",
        "I look at passage [2]. It says so [2].\n</think>\n\n",
        "<think>First.</think> <think>Then [2].</think>",
        "<thinking>So it is [2].</thinking>",
    ],
)
def test_a_models_thoughts_are_not_its_answer(thoughts):
    assert told(f"{thoughts}Mar Vivo hosted it [1].") == ONE
    assert parse(f"{thoughts}NO ANSWER") == ()
    assert refuses(f"{thoughts}NO ANSWER")


def test_a_thought_that_never_ends_is_told_from_an_answer():
    assert is_unfinished("<think>Passage [2] says that")
    assert not is_unfinished("<think>So.</think>Mar Vivo hosted it [1].")
    assert not is_unfinished("So.</think>Mar Vivo hosted it [1].")


@pytest.mark.parametrize(
    "text",
    [
        "NO ANSWER",
        "Answer: NO ANSWER",
        "**NO_ANSWER.**",
        "None.",
        "Réponse : aucune.",
        "I don’t know.",
        "The passages do not contain the answer.",
        "Unfortunately, the provided passages don't mention the budget.",
        "Sorry, but none of the passages gives the budget.",
        "Based on the passages, I cannot tell who hosted it.",
        "The budget is not mentioned in the passages.",
        "There is no information on the budget in the passages.",
        "The answer cannot be found.",
        "Les passages fournis ne contiennent pas la réponse.",
        "Désolé, mais les passages ne précisent pas le budget.",
        "Aucun des passages ne donne le budget.",
        "Le budget n'est pas mentionné dans les passages.",
        "Je ne trouve pas la réponse.",
        "Il n'y a aucune information sur le budget.",
    ],
)
def test_a_refusal_is_one_in_its_own_words(text):
    assert parse(text) == ()
    assert refuses(text)


@pytest.mark.parametrize(
    "text",
    [
        "No answer was received from the ministry [1].",
        "The passages do not close at night [1].",
        "Les passages à niveau ne sont pas fermés [1].",
        "The exchange was not cancelled.",
        "There is no fee.",
        "L'échange n'a pas été annulé.",
    ],
)
def test_a_denial_of_something_else_is_no_refusal(text):
    assert len(parse(text)) == 1
    assert not refuses(text)


@pytest.mark.parametrize(
    "piece",
    ["[1] ", "(1) ", "( ", "*a ", "<think>", "[[", "```\n", "\n", " ", "\t", "\n[1]", "1. ", "> "],
)
def test_no_text_makes_it_slow(piece):
    started = time.perf_counter()
    parse("x" + piece * (LONGEST // len(piece)))
    assert time.perf_counter() - started < 2
