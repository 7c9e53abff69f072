"""What a document tells of another year than the one asked about: of the one before its own ("last
year 140 visitors came"), or of the one that its title names."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import Final

from encoder.lexicon import fold
from ingest.describe.dates.calendar import MONTH, YEAR
from ingest.describe.layout import sentence_at
from ingest.types import Span
from pipelines.answer.asking.question import Ask, Question
from pipelines.answer.evidence.blocks import heading_over
from pipelines.answer.evidence.evidence import Evidence
from pipelines.answer.evidence.facts import Fact

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
# Title years that no figures need be of: "3 May 2023", "Spring 2023", "2023/04", "2021-27".
_IN_SPAN: Final = re.compile(
    rf"(?:\b(?:{MONTH}|spring|summer|autumn|fall|winter|printemps|ete|automne|hiver|trimestre|q[1-4])"
    r"|[-–/.])[ ]?(?:19|20)\d\d|(?:19|20)\d\d[ ]?[-–/.][ ]?\d"
)
_DAY: Final = re.compile(rf"\b(?:{MONTH})[ ](?:19|20)\d\d", re.I)
_FIGURES: Final = ("number", "amount", "percent")


def of_another_year(question: Question, ask: Ask, evidence: Evidence) -> bool:
    """Whether all that a sentence has of what is asked for is of the year before its document's,
    and the question is of another year; or it is a figure of the one year that its document's title
    names ("Survey 2022"), which is another, and nothing by it says the year asked about."""
    asked = {term.text for term in question.query.terms if YEAR.fullmatch(term.text)}
    content, text = evidence.reading.text.content, evidence.sentence.text
    if not asked or YEAR.search(text):
        return False
    told = evidence.reading.description
    years = {max(told.years)} if told.years else set()
    years |= {told.published.start.year} if told.published else set()
    spans = _figures(ask, evidence)
    if spans and all(_before(content, span) for span in spans):
        return bool(years) and not any(str(year - 1) in asked for year in years)
    return bool(spans) and ask.kind in _FIGURES and _is_titled_otherwise(asked, evidence)


def _figures(ask: Ask, evidence: Evidence) -> list[Span]:
    """What a sentence has of what is asked for; to who asks how many, where nothing there is
    counted by its name, all its numbers: "last year we were 120"."""
    facts: Sequence[Fact] = evidence.facts
    if not facts and ask.kind == "number":
        span = evidence.sentence.span
        facts = [fact for fact in evidence.reading.facts("number") if span.holds(fact.span)]
    return [fact.span for fact in facts]


def _is_titled_otherwise(asked: Set[str], evidence: Evidence) -> bool:
    """Whether a document's title names one year alone, not within a day, season or span of years,
    not to come and not asked about; and what stands by a sentence says neither a year
    asked about nor that it is told of the year before."""
    told = evidence.reading.description
    named = set(YEAR.findall(told.title.text))
    heading = heading_over(evidence.reading.text, evidence.sentence.span)
    over = heading.of(evidence.reading.text.content) if heading else ""
    # A day in the sentences before it is that of the field work, or of publication.
    beside = f"{over} {_DAY.sub(' ', evidence.before)} {evidence.sentence.text}"
    return (
        len(named) == 1
        and int(*named) <= max(told.years, default=int(*named))  # not "Vision 2040"
        and not named & asked
        and not _IN_SPAN.search(fold(told.title.text))
        and not asked & set(YEAR.findall(beside))
        and not re.search(_BEFORE, fold(beside))
    )


def _before(content: str, span: Span) -> bool:
    """Whether what stands at ``span`` is told of the year before."""
    sentence = sentence_at(content, span.start)
    opening = fold(content[sentence.start : span.start])
    return bool(_OPENS.match(opening) or _ENDS.match(fold(content[span.end : sentence.end])))
