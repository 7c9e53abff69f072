"""What a document tells of the year before its own: "last year 140 visitors came"."""

from __future__ import annotations

import re
from typing import Final

from encoder.lexicon import fold
from ingest.describe.dates.calendar import YEAR
from ingest.describe.layout import sentence_at
from ingest.types import Span
from pipelines.answer.asking.question import Question
from pipelines.answer.evidence.evidence import Evidence

_BEFORE: Final = (
    r"(?:last year|the (?:year before|previous year)|l'an dernier|l'an passe"
    r"|l'annee (?:derniere|passee|precedente|d'avant))"
)
# "Last year in Ghent we had 140": all of what follows; not "as last year", "than last year".
_OPENS: Final = re.compile(rf"^\W*(?:(?:and|et|but|mais|in|already|deja) )?{_BEFORE}\b")
# "140 visitors last year", "contre 140 l'an dernier"; not "140 visitors, more than last year".
_ENDS: Final = re.compile(
    r"^(?: (?!than\b|que\b|comme\b|as\b|like\b|with\b|since\b|depuis\b|compare|contre\b|against\b"
    r"|more\b|plus\b|less\b|fewer\b|moins\b|par\b)[^\s,;:.\d]+){0,3},? ?\(?"
    rf"{_BEFORE}\b"
)


def of_another_year(question: Question, evidence: Evidence) -> bool:
    """Whether all that a sentence has of what is asked for is of the year before its document's,
    and the question is of another year."""
    asked = {term.text for term in question.query.terms if YEAR.fullmatch(term.text)}
    told = evidence.reading.description
    years = {max(told.years)} if told.years else set()
    years |= {told.published.start.year} if told.published else set()
    if not asked or not years or not evidence.facts or YEAR.search(evidence.sentence.text):
        return False
    if any(str(year - 1) in asked for year in years):
        return False
    content = evidence.reading.text.content
    return all(_before(content, fact.span) for fact in evidence.facts)


def _before(content: str, span: Span) -> bool:
    """Whether what stands at ``span`` is told of the year before."""
    sentence = sentence_at(content, span.start)
    opening = fold(content[sentence.start : span.start])
    return bool(_OPENS.match(opening) or _ENDS.match(fold(content[span.end : sentence.end])))
