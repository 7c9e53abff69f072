"""Which evidence is good enough to be stated, and which of it is best.

The reader reads the sentences that hold most of what is asked; a logistic regression weighs what it
found beside words, kinds of facts and roles. Below the least probability nothing is stated: a wrong
answer costs more than none. How weights and bounds are made: `pipelines.answer.calibrate`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from encoder.reader import BundledReader, Found, Said
from pipelines.answer.evidence import Evidence
from pipelines.answer.features import features, weights
from pipelines.answer.question import Ask, Question

READ = 20  # sentences that are read for one thing asked
_HELD, _OWN, _RANK, _TYPED = 0.5, 0.2, 0.1, 0.2


@dataclass(frozen=True, slots=True)
class Choice:
    """Evidence, how likely it answers, what the reader found in its sentence, the role asked for.

    ``full`` says that it holds all that was asked.
    """

    evidence: Evidence
    score: float
    found: Found
    role: str | None
    full: bool


def choose(
    question: Question,
    ask: Ask,
    weighed: Sequence[Evidence],
    reader: BundledReader,
    ease: float = 1.0,
) -> list[Choice]:
    """The evidence, likeliest first; nothing where not even that can be stated.

    ``ease`` is the share of the least probability that will do.
    """
    least = weights().least_topic if ask.kind in ("topic", "definition") else weights().least
    least *= ease
    judged = judge(question, ask, weighed, reader)
    if max((choice.score for choice in judged), default=0.0) < least:
        return []
    return sorted(judged, key=lambda c: (-c.score, c.evidence.rank, c.evidence.sentence.span.start))


def judge(
    question: Question, ask: Ask, weighed: Sequence[Evidence], reader: BundledReader
) -> list[Choice]:
    """The most promising sentences with the probability that they answer."""
    read = read_promising(question, weighed, reader)
    best = max((found.score for _, found in read), default=0.0)
    return [
        Choice(
            evidence,
            weights().probability(features(question, ask, evidence, found, best)),
            found,
            ask.role,
            evidence.held >= 0.8 and not evidence.left_out,
        )
        for evidence, found in read
    ]


def read_promising(
    question: Question, weighed: Sequence[Evidence], reader: BundledReader
) -> list[tuple[Evidence, Found]]:
    """The `READ` sentences that hold most of what is asked, and what the reader makes of them.

    A document that names not all that the question names speaks of something else.
    """
    named = [evidence for evidence in weighed if not evidence.missing]
    promising = sorted(named, key=lambda e: (-_promise(e), e.rank, e.sentence.span.start))[:READ]
    found = reader.read(question.query.text, [said(evidence) for evidence in promising])
    return list(zip(promising, found, strict=True))


def _promise(evidence: Evidence) -> float:
    typed = _TYPED * bool(evidence.facts)
    told = _HELD * evidence.held + _OWN * evidence.own + typed
    return told + _RANK / (1 + evidence.rank)


def said(evidence: Evidence) -> Said:
    """The sentence as the reader gets it: a lead with its items, heading and title around it."""
    content = evidence.reading.text.content
    parts = [evidence.sentence.text, *(item.of(content) for item in evidence.items)]
    return Said(" ".join(parts), evidence.reading.description.title.text, evidence.before)
