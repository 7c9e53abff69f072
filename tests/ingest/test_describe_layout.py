"""Lines, labels and sentences of a text."""

from __future__ import annotations

import pytest

from ingest.describe.layout import lowered, sentence_at


def test_lower_case_keeps_offsets() -> None:
    assert len(lowered("İstanbul İ")) == len("İstanbul İ")


@pytest.mark.parametrize(
    ("content", "position", "sentence"),
    [
        ("It opens at 10:00 CET. A fair follows.", 30, "A fair follows."),
        ("Elle aide la PME. Le pôle suit.", 22, "Le pôle suit."),
        ("Heard from J. Roy of the U.S. Senate. Then", 4, "Heard from J. Roy of the U.S. Senate"),
        ("MM. Roy et Sá sont venus. Puis", 4, "MM. Roy et Sá sont venus"),
    ],
)  # fmt: skip
def test_a_sentence_ends_behind_capitals_but_not_behind_an_initial(
    content: str, position: int, sentence: str
) -> None:
    assert sentence_at(content, position).of(content).strip() == sentence
