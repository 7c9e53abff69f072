"""A yes or no is told with the question that it answers, and of no other."""

from __future__ import annotations

import pytest

from pipelines.answer.evidence.questions import answered_by, answers_another

FAQ = (
    "# The weavers' pass\n\n## Frequently asked questions\n\n### May I leave early?\n\n"
    "Yes, with a month's notice. Fees are kept.\n\n"
    "Must the loom be new?\nNo, but it must be safe.\n\n"
    "No one came from Ghent. Is there lunch? No.\n"
)


@pytest.mark.parametrize(
    ("asked", "answer", "over"),
    [
        ("Can weavers leave early?", "Yes, with", "May I leave early?"),
        ("Does the loom have to be new?", "No, but", "Must the loom be new?"),
        ("Is lunch there?", "No.", "Is there lunch?"),
    ],
)
def test_a_yes_or_no_hangs_on_the_question_right_before_it(chosen, asked, answer, over):
    question, (choice,) = chosen(FAQ, asked, answer)
    reading, sentence = choice.evidence.reading, choice.evidence.sentence
    assert answered_by(reading.text, sentence).of(reading.text.content).strip() == over
    assert not answers_another(question, reading, sentence)


def test_a_yes_is_no_evidence_for_another_question(chosen):
    question, choices = chosen(FAQ, "Must weavers insure their horses?", "Fees", "No one")
    first = choices[0].evidence
    yes = next(s for s in first.reading.sentences if s.text.startswith("Yes"))
    assert answers_another(question, first.reading, yes)


def test_no_one_answers_no_question(chosen):
    _, (choice,) = chosen(FAQ, "Did weavers come from Ghent?", "No one")
    assert answered_by(choice.evidence.reading.text, choice.evidence.sentence) is None


def test_questions_of_a_page_are_told_with_their_answers(library_of):
    page = (
        "# Frequently asked questions of Alba Weavers\n\n## Joining\n\n"
        "### What is the yearly fee?\n\n"
        "It is £90, or £30 for apprentices.\n\n### Can I leave when I like?\n\n"
        "Yes, with a month's notice.\n"
    )
    reply = library_of({"faq.md": page}).ask("how much does it cost to join Alba Weavers?")
    assert "£90" in (reply.answer or "")
    assert not any(c.quote.rstrip().endswith("fee?") for c in reply.citations)


def test_a_numbered_heading_is_not_told(library_of):
    page = (
        "# Evaluation of the weavers' pass\n\n3. Why the passes are late\n\n"
        "The passes are late because the printer left.\n\n4. Costs\n\nThey cost little.\n"
    )
    reply = library_of({"note.md": page}).ask("Why are the passes late?")
    assert [citation.quote for citation in reply.citations][:1] == [
        "The passes are late because the printer left."
    ]
