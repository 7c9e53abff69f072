"""Choices made by hand, with the scores that a test wants."""

from __future__ import annotations

import pytest

from encoder.reader import Found
from ingest.types import Span
from pipelines.answer.asking.question import understand
from pipelines.answer.choose import Choice
from pipelines.answer.evidence.evidence import rarity, weigh
from pipelines.answer.evidence.reading import read_document


@pytest.fixture
def scored(library_of):
    """The question, what is asked, and its choices: sentences by their beginnings with scores."""

    def make(documents, asked, scores):
        library = library_of(documents)
        question = understand(library.analyse(asked, paraphrases=True))
        readings = []
        for record in library.catalogue.records():
            text = library.catalogue.text(record)
            readings.append(read_document(record, text, [(Span(0, len(text.content)), 0.5)]))
        (ask, *_), shares = question.asks, rarity(question, readings)
        weighed = [e for n, r in enumerate(readings) for e in weigh(question, ask, r, shares, n)]
        choices = [
            Choice(evidence, score, Found(1.0, 0, 0), ask.role)
            for words, score in scores.items()
            for evidence in weighed
            if evidence.sentence.text.startswith(words)
        ]
        assert len(choices) == len(scores)
        return question, ask, choices, library.kinship()

    return make
