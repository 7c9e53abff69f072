"""Which of several facts in a sentence is meant: that of the place, year or column asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from encoder.lexicon import fold
from ingest.types import Span
from pipelines.answer.asking.question import Question
from pipelines.answer.choose import Choice
from pipelines.answer.evidence.cells import Cell, cells
from pipelines.answer.evidence.facts import Fact
from pipelines.answer.telling.naming import names_in
from pipelines.terms.numbercues import ORDINALS
from pipelines.terms.saying import bag_of, said

_APART: Final = re.compile(r"[,;] | (?:and|et|while|tandis que|alors que|but|mais) ")
_FIGURES: Final = ("money", "percentage", "number", "duration")
_OTHER: Final = re.compile(r"(?<=\s)[A-ZÀ-Ý][\w’'-]*[a-zà-ÿ][\w’'-]*|\b(?:19|20)\d\d\b")
_BOUND: Final = r"(\d+(?:[ .,]\d{3})*)"
_MORE: Final = re.compile(
    rf"\b(?:more than|over|above|at least|plus de|au moins|au dela de|superieure?s? a) {_BOUND}"
)
_LESS: Final = re.compile(
    r"\b(?:(?:less|fewer) than|under|below|up to|(?<!au )moins de|jusqu'a|inferieure?s? a) "
    rf"{_BOUND}"
)
_ORDINALS: Final = {fold(word): number for word, number in ORDINALS.items()}


def with_facts_meant(question: Question, choice: Choice) -> Choice:
    """The choice with those of its facts that are of what is asked: of a row, the figure in the
    column that says most of the question, none where no column says more than the others; of other
    sentences, the facts beside the names asked about, where another name stands beside one of the
    others, or those on the asked side of a bound ("more than 100 members")."""
    evidence = choice.evidence
    facts = evidence.facts
    if len({fact.key for fact in facts}) < 2 or any(fact.main for fact in facts):
        return choice
    row = cells(evidence.sentence)
    figures = all(fact.kind in _FIGURES for fact in facts)
    if row and figures:
        kept = _of_column(question, choice, row)
    elif not row and (figures or all(fact.kind in ("date", "year") for fact in facts)):
        kept = _of_clause(question, choice)
    else:
        return choice
    return replace(choice, evidence=replace(evidence, facts=kept))


def _of_column(question: Question, choice: Choice, row: Sequence[Cell]) -> tuple[Fact, ...]:
    evidence = choice.evidence
    worth = [
        max((_worth(question, choice, cell) for cell in row if _holds(cell.value, fact)), default=0)
        for fact in evidence.facts
    ]
    best = [fact for fact, one in zip(evidence.facts, worth, strict=True) if one == max(worth)]
    return tuple(best) if len({fact.span.start for fact in best}) == 1 else ()


def _worth(question: Question, choice: Choice, cell: Cell) -> float:
    """How much of the question a column's name says: its words, years and numbers ("second call",
    "Call 2")."""
    bag = bag_of(cell.name, choice.evidence.sentence.language)
    words = sum(said(term, bag) * max(term.name, 1) for term in question.query.terms)
    asked = re.findall(r"\w+", fold(question.query.text))
    numbers = {str(_ORDINALS[word]) for word in asked if word in _ORDINALS}
    return words + len(numbers & set(re.findall(r"\d+", cell.name)))


def _of_clause(question: Question, choice: Choice) -> tuple[Fact, ...]:
    evidence = choice.evidence
    start, text = evidence.sentence.span.start, evidence.sentence.text
    clauses = _clauses(text, [fact.span.start - start for fact in evidence.facts])
    within = [c for c in clauses if not _is_other_side(question.query.text, c.of(text))]
    if within and len(within) < len(clauses):
        return tuple(f for f in evidence.facts if any(_holds(c, f, start) for c in within))
    held = {
        clause: names_in(question, clause.of(text), evidence.sentence.language)
        for clause in clauses
    }
    most = max((len(names) for names in held.values()), default=0)
    named = [clause for clause, names in held.items() if names and len(names) == most]
    others = [clause for clause in held if clause not in named]
    asked = fold(question.query.text)
    if not named or not others or not any(_other_name(clause.of(text), asked) for clause in others):
        return evidence.facts
    return tuple(fact for fact in evidence.facts if any(_holds(c, fact, start) for c in named))


def _clauses(text: str, facts: Sequence[int]) -> list[Span]:
    """The clauses of a sentence, each with a fact at least: what has none goes with the next, or
    at the end with the one before."""
    cuts = [0, *(match.end() for match in _APART.finditer(text)), len(text)]
    clauses: list[Span] = []
    start = 0
    for _, end in pairwise(cuts):
        if any(start <= fact < end for fact in facts):
            clauses.append(Span(start, end))
            start = end
    if clauses and start < len(text):
        clauses[-1] = Span(clauses[-1].start, len(text))
    return clauses


def _is_other_side(asked: str, clause: str) -> bool:
    """Whether a clause is of those on the other side of a bound that is asked about: of clubs of
    less than 100 members, where more than 100 are; "the others" are what is left."""
    return bool(_bounds(_MORE, asked) & _bounds(_LESS, clause)) or bool(
        _bounds(_LESS, asked) & _bounds(_MORE, clause)
    )


def _bounds(side: re.Pattern[str], text: str) -> set[str]:
    return {re.sub(r"\D", "", number) for number in side.findall(fold(text))}


def _other_name(clause: str, asked: str) -> bool:
    """Whether a clause has a name or year that is not in the question."""
    return any(fold(found.group()) not in asked for found in _OTHER.finditer(clause))


def _holds(span: Span, fact: Fact, start: int = 0) -> bool:
    return span.start <= fact.span.start - start < span.end
