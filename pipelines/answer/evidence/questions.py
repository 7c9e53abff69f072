"""Questions that a document puts to itself ("What is the annual fee?"), and what answers them."""

from __future__ import annotations

import re
from typing import Final

from encoder.lexicon import fold
from ingest.types import Span, Text
from pipelines.answer.asking.question import Question
from pipelines.answer.evidence.reading import Reading, Sentence
from pipelines.answer.evidence.rubrics import asks
from pipelines.terms.saying import bag_of, said

_YES_OR_NO: Final = re.compile(
    r"\W*(?:[ar] ?[:.] ?)?"
    r"(?:(?:yes|oui)\b|(?:no|non)\b(?:\s*(?:[,.:;!–—]|$)|\s+(?:but|mais|plus)\b))"
)
_BEFORE: Final = re.compile(r"[^.!?\n]*\?(?=\s*\Z)")
_MARKS: Final = re.compile(r"[\s*_#>•–—-]*(?:[aqr] ?[:.] ?)?", re.I)
_REACH: Final = 400  # characters before an answer in which its question ends
_SAID: Final = 0.4
_SAME: Final = 0.5  # of what is asked, that another question says


def answered_by(text: Text, sentence: Sentence) -> Span | None:
    """The question right before a sentence that begins with yes or no; None of other sentences:
    "No one came from Metz" answers nothing."""
    if not _YES_OR_NO.match(fold(sentence.text)):
        return None
    start = sentence.span.start
    first = max(0, start - _REACH)
    before = text.content[first:start]
    line = before[before.rfind("\n") + 1 :]
    found = _BEFORE.search(before)
    if found is None and not _MARKS.fullmatch(line):
        return None
    above = before[: len(before) - len(line)].rstrip()
    place = found.span() if found else (above.rfind("\n") + 1, len(above))
    asked = Span(first + place[0], first + place[1])
    if not asks(asked.of(text.content)):
        return None
    marks = _MARKS.match(text.content, asked.start, asked.end)
    return Span(marks.end() if marks else asked.start, asked.end)


def answers_another(question: Question, reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence says yes or no to a question that is not the one asked: the two have less
    than half of what that asks, names and what the document's title says aside."""
    asked = answered_by(reading.text, sentence)
    if asked is None:
        return False
    bag = bag_of(f"{asked.of(reading.text.content)} {sentence.text}", sentence.language)
    weighed = [
        (weight, said(term, bag) >= _SAID)
        for term, weight in zip(question.query.terms, question.weights, strict=True)
        if weight and not term.name and said(term, reading.title) < _SAID
    ]
    total = sum(weight for weight, _ in weighed)
    return sum(w for w, holds in weighed if holds) < _SAME * total
