"""Rows of a table of places, where the place asked about is in none of them."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.describe.places.places import find_places
from ingest.types import Span
from pipelines.answer.asking.question import Question
from pipelines.answer.choose import Choice
from pipelines.answer.evidence.blocks import among, is_row
from pipelines.saying import said

_SAID = 0.5  # from here on a document is taken to say a name


def without_other_places(question: Question, choices: Sequence[Choice]) -> list[Choice]:
    """The choices without the rows that begin with a place, as others of their table do, where
    the question names one that is nowhere in their document: of Catalonia, Flanders tells
    nothing."""
    text = question.query.text
    places = [place.span for place in find_places(text, 0, len(text))]
    asked = [t for t in question.query.terms if any(Span(t.start, t.end).meets(p) for p in places)]
    return [
        choice
        for choice in choices
        if not any(said(term, choice.evidence.reading.whole) < _SAID for term in asked)
        or not _is_of_place(choice)
    ]


def _is_of_place(choice: Choice) -> bool:
    """Whether a row is of a table whose rows begin with places."""
    evidence = choice.evidence
    text, span = evidence.reading.text, evidence.sentence.span
    if not is_row(evidence.sentence.text):
        return False
    rows = [row.of(text.content) for row in among(text, span)] or [evidence.sentence.text]
    cells = [row.partition(" | ")[0].rpartition(": ")[2] for row in rows]
    return any(list(find_places(cell, 0, len(cell))) for cell in cells)
