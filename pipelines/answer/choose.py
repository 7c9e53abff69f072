"""Which evidence is good enough to be stated, and which of it is best.

The thresholds say when nothing is answered: a wrong answer costs more than none. They were set by
hand, looking at the kinds of failure (a missing attribute, another document's fact); they are not
calibrated on held-out questions yet. `grappe evaluate` measures what they cost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipelines.answer.evidence import Evidence
from pipelines.answer.question import Ask, Question
from pipelines.encoders import Encoder

ENCODED = 24  # sentences whose meaning is compared with the question's

_HELD, _OWN, _COSINE, _RANK, _MAIN = 0.5, 0.2, 0.3, 0.1, 0.2
_LEAST_HELD = 0.5  # of the topic's weight, with title and neighbours
_LEAST_NEAR = 0.4  # of what the title leaves open, in the sentence or beside it
_MOST_LEFT_OUT, _MOST_LEFT_OUT_IF_CLOSE = 0.34, 0.67  # of the words that are no names
_ACROSS = 0.66  # of what is asked of a sentence's words when it is in the other language
_LEAST_TOPIC = 0.45  # held, where no kind of fact vouches for the sentence
_MOST_TOPIC_LEFT_OUT = 0.5
_LEAST_CLOSE = 0.2
_LEAST_COSINE = 0.25
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_SURE_COSINE = 0.55  # from here on a sentence may say it in other words


@dataclass(frozen=True, slots=True)
class Choice:
    """Evidence that was chosen, with its score; ``full`` says it holds all that was asked."""

    evidence: Evidence
    score: float
    cosine: float
    full: bool


def choose(
    question: Question, ask: Ask, found: Sequence[Evidence], encoder: Encoder, vector: np.ndarray
) -> list[Choice]:
    """The evidence that can be stated, best first; ``vector`` is the question's, of unit length."""
    lexical = sorted(found, key=lambda e: (-_lexical(e), e.rank, e.sentence.span.start))[:ENCODED]
    if not lexical:
        return []
    cosines = encoder.encode([e.sentence.text for e in lexical]) @ vector
    choices = [
        Choice(
            evidence,
            _lexical(evidence) + _COSINE * float(cosine) + _bonus(ask, evidence),
            float(cosine),
            evidence.held >= 0.8 and not evidence.left_out,
        )
        for evidence, cosine in zip(lexical, cosines, strict=True)
        if _acceptable(question, ask, evidence, float(cosine))
    ]
    return sorted(
        choices, key=lambda c: (-c.score, c.evidence.rank, c.evidence.sentence.span.start)
    )


def _lexical(evidence: Evidence) -> float:
    return _HELD * evidence.held + _OWN * evidence.own + _RANK / (1 + evidence.rank)


def _bonus(ask: Ask, evidence: Evidence) -> float:
    # The document's own date, place or host answers a question about its subject, which is one
    # that leaves nothing open beyond the title.
    main = _MAIN * evidence.near if any(fact.main for fact in evidence.facts) else 0.0
    if ask.deadline and evidence.sentence.label:
        main = _MAIN * evidence.near  # "Deadline: …" says it outright
    if ask.role and all(fact.role != ask.role for fact in evidence.facts):
        return main - 0.15  # an organiser stands in for a host only where no host is told
    if ask.kind != "date":
        return main
    if not any(_YEAR.search(fact.text) for fact in evidence.facts):
        return -_MAIN  # "4-6 May" leaves the reader to guess the year
    if all(fact.kind == "year" for fact in evidence.facts):
        return main - 0.05
    # A deadline or a date of publication is not when something takes place.
    apart = all(fact.role in ("deadline", "published") for fact in evidence.facts)
    return main - 0.15 if apart and not ask.deadline else main


def _acceptable(question: Question, ask: Ask, evidence: Evidence, cosine: float) -> bool:
    if evidence.missing:
        return False
    across = evidence.sentence.language != question.query.language
    ease = _ACROSS if across else 1.0
    left_out = _MOST_LEFT_OUT_IF_CLOSE if cosine >= _SURE_COSINE else _MOST_LEFT_OUT / ease
    if ask.kind in ("topic", "definition"):
        close = cosine >= _SURE_COSINE and evidence.held >= _LEAST_CLOSE
        told = evidence.held >= _LEAST_TOPIC * ease and evidence.left_out <= _MOST_TOPIC_LEFT_OUT
        return close or (told and cosine >= _LEAST_COSINE)
    near = evidence.near >= _LEAST_NEAR * ease or cosine >= _SURE_COSINE
    return evidence.held >= _LEAST_HELD * ease and near and evidence.left_out <= left_out
