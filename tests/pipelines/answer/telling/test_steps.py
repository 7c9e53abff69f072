"""Who asks how to do something is told the steps that a document counts."""

from __future__ import annotations

import pytest

from pipelines.answer.telling.steps import steps

GUIDE = (
    "# How to lend a loom\n\nTo lend a loom is to leave it to a weaver for a while.\n\n"
    "## The three steps\n\n1. Weigh the loom.\n2. Sign the paper.\n3. Carry it over.\n\n"
    "## The three rules\n\n1. Keep it dry.\n2. Keep it warm.\n"
)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("How to lend a loom?", 3),
        ("How do we lend looms?", 3),
        ("How is the lending of looms funded?", 0),
        ("How much does lending a loom cost?", 0),
        ("Comment s'appelle le métier à tisser ?", 0),
        ("How to sell honey to schools?", 0),
    ],
)
def test_steps_are_told_to_who_asks_how(chosen, asked, count):
    question, (choice,) = chosen(GUIDE, asked, "To lend")
    told = [span.of(choice.evidence.reading.text.content) for span in steps(question, choice)]
    assert len(told) == count
    assert not count or "Weigh the loom." in told[0]


def test_steps_are_told_in_french(chosen):
    guide = (
        "# Prêter un métier à tisser\n\nPrêter un métier, c'est le laisser quelque temps.\n\n"
        "## La démarche\n\n1. Peser le métier.\n2. Signer le papier.\n"
    )
    for asked in ("Comment prêter un métier à tisser ?", "comment peut-on prêter un métier ?"):
        question, (choice,) = chosen(guide, asked, "Prêter un métier, c'est")
        assert len(steps(question, choice)) == 2
