"""What is told of the year asked about, and what of others: editions, reports of each year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from encoder.lexicon import fold
from ingest.describe.dates.calendar import YEAR
from pipelines.answer.asking.question import Question
from pipelines.answer.choose import Choice

# Right before a year that what is told is only held against: "against 5 % in 2021", "depuis 2009".
_BESIDE: Final = re.compile(
    r"\b(?:against|compared|versus|vs|(?:up|down) from|than|since|contre|par rapport|qu'en"
    r"|depuis|a partir de)\b(?:[^,;:.|]|(?<=\d)[.,](?=\d)){0,40}$"
)


def of_the_year(question: Question, choices: Sequence[Choice], close: float) -> Sequence[Choice]:
    """The choices without those that tell of other years, where one that is not far behind the
    likeliest (``close``) tells of the year asked about: "85 in 2023, 140 in 2024"; or has what is
    asked for and names no year, in a document of that year alone."""
    asked = _years_asked(question)

    def is_of_it(choice: Choice) -> bool:
        years, known = _years(choice), choice.evidence.reading.description.years
        if years or not known or not choice.evidence.facts:
            return bool(asked & years)
        return {str(year) for year in known} <= asked

    near = [c for c in choices if c.score >= close * choices[0].score]
    if not asked or not any(map(is_of_it, near)):
        return choices
    return [c for c in choices if not is_of_other_year(question, c)]


def is_of_other_year(question: Question, choice: Choice) -> bool:
    """Whether a sentence tells years, and none that is asked about; one that a figure is held
    against ("12, against 9 in 2021") or that something has been so since is not what it tells of.
    """
    asked, text = _years_asked(question), choice.evidence.sentence.text
    told = [year for year in YEAR.finditer(text) if not _BESIDE.search(fold(text[: year.start()]))]
    return bool(asked and told) and not asked & _years(choice)


def _years(choice: Choice) -> set[str]:
    return set(YEAR.findall(choice.evidence.sentence.text))


def _years_asked(question: Question) -> set[str]:
    return {term.text for term in question.query.terms if YEAR.fullmatch(term.text)}
