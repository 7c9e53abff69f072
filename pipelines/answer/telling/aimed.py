"""What was aimed at and what was reached: "three open days are planned" under "Objectives"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from encoder.lexicon import fold
from pipelines.answer.asking.question import Ask, Question
from pipelines.answer.choose import Choice
from pipelines.answer.evidence.blocks import heading_over, list_lead

_AIM: Final = re.compile(
    r"\b(?:objecti(?:fs?|ves?)|targets?|cibles?|aims?|goals?|buts?|vises?|visent|planned|prevue?s?)\b"
)
_TO_COME: Final = re.compile(r"\b(?:will|shall|sera|seront|serait)\b")
_FIGURES: Final = ("number", "amount", "percent", "duration")


def reached_first(
    question: Question, made: Sequence[tuple[Ask, Sequence[Choice]]]
) -> list[tuple[Ask, Sequence[Choice]]]:
    """What each thing asked is answered with; to who asks for a figure of what has happened,
    objectives after all that is none. Who asks for a target is told it first."""
    figures = any(ask.kind in _FIGURES for ask, _ in made)
    asked = fold(question.query.text)
    past = question.past and not _TO_COME.search(asked)
    if not past or not figures or _AIM.search(asked):
        return list(made)
    told = [(ask, sorted(choices, key=_is_aim)) for ask, choices in made]
    return sorted(told, key=lambda one: _is_aim(one[1][0]))


def _is_aim(choice: Choice) -> bool:
    """Whether a sentence, or one of the items it leads to, stands under a lead or heading that
    tells what is aimed at; or leads to them itself."""
    evidence = choice.evidence
    text, span = evidence.reading.text, evidence.sentence.span
    over = [
        lead.of(text.content) for lead in (list_lead(text, span), heading_over(text, span)) if lead
    ]
    if evidence.items:
        over.append(evidence.sentence.text)
    return any(_AIM.search(fold(words)) for words in over)
