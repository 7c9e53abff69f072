"""What speaks for a sentence as the answer to a question, as numbers, and their sum.

The sum is a logistic regression; `pipelines.answer.calibrate` fits its weights.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from encoder.reader import Found
from pipelines.answer.asking.question import Ask, Question
from pipelines.answer.evidence.asked_facts import played_as
from pipelines.answer.evidence.evidence import Evidence

WEIGHTS = Path(__file__).with_name("weights.json")
_PLANS = ("agenda", "announcement", "call")  # documents that tell what is to come

Sort = Literal["fact", "topic", "list"]


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight a feature, and the least probability that is stated for each sort of question."""

    features: Mapping[str, float]
    least: Mapping[Sort, float]

    def probability(self, features: Mapping[str, float]) -> float:
        """How likely a sentence with these features answers, 0 to 1."""
        total = sum(self.features[name] * value for name, value in features.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights in force."""
    held = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Weights(held["features"], held["least"])


def sort_of(question: Question, ask: Ask) -> Sort:
    """Whether several things are asked for, a topic is, or one fact."""
    if question.plural and len(question.asks) == 1:
        return "list"
    return "topic" if ask.kind in ("topic", "definition") else "fact"


def features(
    question: Question, ask: Ask, evidence: Evidence, found: Found, best: float
) -> dict[str, float]:
    """The features of a sentence; ``best`` is the reader's highest score for the question."""
    facts = evidence.facts
    typed = ask.kind not in ("topic", "definition")
    several = sort_of(question, ask) == "list"
    across = evidence.sentence.language != question.query.language
    roles = {fact.role for fact in facts if fact.kind == "role"}
    asked = ask.role is not None and bool(roles & set(played_as(ask.role)))
    described = asked and any(fact.main and fact.kind == "role" for fact in facts)
    dates = [fact for fact in facts if fact.kind in ("date", "year")]
    apart = bool(dates) and all(fact.role in ("deadline", "published") for fact in dates)
    start = evidence.sentence.span.start
    span = (start + found.start, start + found.end)
    pointed = any(fact.span.start < span[1] and span[0] < fact.span.end for fact in facts)
    return {
        "bias": 1.0,
        "topic": float(not typed),
        "reader": found.score / 5,
        "behind": (found.score - best) / 5,
        "document": evidence.reading.cosine,
        "own": evidence.own,
        "held": evidence.held,
        "several": float(several),
        "leads": float(bool(evidence.items)),
        "leads_several": float(bool(evidence.items) and several),
        "close": evidence.close,
        "missing": evidence.missing,
        "left_out": evidence.left_out,
        "across": float(across),
        "across_held": evidence.held * across,
        "untyped": float(typed and not facts),
        "pointed": float(pointed),
        "label": evidence.near * evidence.sentence.label,
        "role": float(asked),
        "described": evidence.held * described,
        "apart": float(ask.kind == "date" and apart and not ask.deadline),
        "no_deadline": float(ask.deadline and all(f.role != "deadline" for f in dates)),
        "planned": float(question.past and evidence.reading.description.type in _PLANS),
        "rank": 1 / (1 + evidence.rank),
    }
