"""Objectives are told after what was done, to who asks what was done."""

from __future__ import annotations

import pytest

from pipelines.answer.evidence.imprint import is_imprint
from pipelines.answer.telling.aimed import reached_first

FAIRS = (
    "# The WEFTLINE project\n\n## Objectives\n\n- hold six fairs for small firms\n"
    "- train 40 weavers\n\n## Results\n\nWEFTLINE held four fairs, the last one in Porto.\n"
)


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("How many fairs were held?", "WEFTLINE held"),
        ("Combien de foires ont été organisées ?", "WEFTLINE held"),
        ("How many fairs will be held?", "hold six"),
        ("How many fairs were the target?", "hold six"),
    ],
)
def test_what_was_done_comes_before_what_was_aimed_at(chosen, asked, first):
    question, choices = chosen(FAIRS, asked, "hold six", "WEFTLINE held")
    ((_, told),) = reached_first(question, [(question.asks[0], choices)])
    assert told[0].evidence.sentence.text.startswith(first)


@pytest.mark.parametrize(
    ("line", "closes"),
    [
        ("Fiche rédigée par le pôle, juin 2024.", True),
        ("Reproduction autorisée avec mention de la source.", True),
        ("© Alba 2024", True),
        ("Share: mail, print", True),
        ("La fiche est rédigée en deux langues.", False),
        ("The share of wool grows.", False),
        ("Document the loom before you lend it.", False),
    ],
)
def test_lines_that_close_a_page(line, closes):
    assert is_imprint(line) is closes
