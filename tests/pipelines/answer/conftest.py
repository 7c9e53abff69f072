"""Choices as an answer has them, without the reader's own scores."""

from __future__ import annotations

import pytest

from encoder.reader import Found
from ingest.types import Span
from pipelines.answer.asking.question import understand
from pipelines.answer.choose import Choice
from pipelines.answer.evidence.evidence import rarity, weigh
from pipelines.answer.evidence.reading import read_document


@pytest.fixture
def chosen(library_of):
    """The question, and its choices of one document: sentences by their beginnings, likeliest
    first."""

    def make(text, asked, *beginnings):
        library = library_of({"text.md": text})
        question = understand(library.analyse(asked, paraphrases=True))
        (record,) = library.catalogue.records()
        content = library.catalogue.text(record)
        reading = read_document(record, content, [(Span(0, len(content.content)), 0.5)])
        (ask, *_), shares = question.asks, rarity(question, [reading])
        weighed = weigh(question, ask, reading, shares, 0)
        choices = [
            Choice(evidence, 0.9 - number / 100, Found(1.0, 0, 0), ask.role)
            for number, words in enumerate(beginnings)
            for evidence in weighed
            if evidence.sentence.text.startswith(words)
        ]
        assert len(choices) == len(beginnings)
        return question, choices

    return make
