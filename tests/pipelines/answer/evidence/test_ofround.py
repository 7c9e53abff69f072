"""A figure of the first call is not told of the second, on which the text has a part of its own."""

from __future__ import annotations

import pytest

from ingest.types import Span
from pipelines.answer.asking.question import understand
from pipelines.answer.evidence.evidence import rarity, weigh
from pipelines.answer.evidence.ofround import of_another_round, rounds
from pipelines.answer.evidence.reading import read_document

FAQ = (
    "# Questions on WEFTLINE\n\n## How much is there?\n\nThe envelope is 1.2 million euros.\n\n"
    "## Will there be a second call?\n\nIt may have 3 million euros, but nobody has voted yet.\n\n"
    "## Money of all calls\n\nOf the second call 2 million euros go to looms.\n"
)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("What is the budget of WEFTLINE's second call?", ["It may", "Of the"]),
        ("Quel est le budget du 2e appel WEFTLINE ?", ["It may", "Of the"]),
        ("What is the budget of WEFTLINE?", ["The env", "It may", "Of the"]),
        ("What is the budget of WEFTLINE's third call?", ["The env", "It may", "Of the"]),
    ],
)
def test_figures_of_the_call_asked_about(library_of, asked, told):
    library = library_of({"faq.md": FAQ})
    question = understand(library.analyse(asked))
    (record,) = library.catalogue.records()
    text = library.catalogue.text(record)
    reading = read_document(record, text, [(Span(0, len(text.content)), 0.5)])
    (ask, *_), shares = question.asks, rarity(question, [reading])
    kept = [
        evidence.sentence.text
        for evidence in weigh(question, ask, reading, shares, 0)
        if not of_another_round(question, ask, evidence) and "million" in evidence.sentence.text
    ]
    assert len(kept) == len(told)
    assert all(one.startswith(begins) for one, begins in zip(kept, told, strict=True))


def test_calls_and_editions_that_a_text_names():
    for text in ("the second WEFTLINE call", "le deuxième appel", "2e appel", "Call 2 – Looms"):
        assert rounds(text) == {("call", 2)}
    assert rounds("the 5th edition") == rounds("la 5e édition") == {("edition", 5)}
    for text in ("calls in 2024", "a call 2 million strong", "call 2.5", "the second day"):
        assert not rounds(text)
