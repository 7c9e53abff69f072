"""The documents on a topic that was typed without a question, where no sentence answers it.

Who types "recycling of fishing nets" wants what there is on it; that no sentence tells it whole is
no answer. How near a document is to the topic is weighed by a logistic regression, fitted on the
topics of `corpus/practice` that are kept aside, asked in small libraries that hold their documents
and in others that don't: at the bound one topic in sixteen of the latter brings a document.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from ingest.types import Span
from pipelines.answer.asking.question import Ask, Question
from pipelines.answer.evidence.evidence import rarity, weigh
from pipelines.answer.evidence.reading import Reading

MOST = 6  # documents told
_BIAS, _DOCUMENT, _HELD, _RANK, _ACROSS = -7.8, 8.5, 7.0, 1.4, 0.8
_LEAST = 0.5
_BEHIND = 0.75  # of the nearest document's likelihood, that others have at least
_OWN = 0.2  # of the topic, by weight, that the sentence quoted says itself


def on_topic(question: Question, readings: Sequence[Reading]) -> dict[str, Span]:
    """The sentences that say most of a bare topic in the documents nearest to it, by document,
    nearest first; none where the question is not bare, or no document is near and has all its
    names."""
    if not question.bare:
        return {}
    shares = rarity(question, readings)
    found = []
    for rank, reading in enumerate(readings):
        weighed = weigh(question, Ask("topic"), reading, shares, rank)
        telling = [e for e in weighed if not e.missing and e.own >= _OWN]
        if telling:
            # Who reads the list has the title already.
            told = [e for e in telling if e.sentence.text != reading.description.title.text]
            shown = max(
                told or telling, key=lambda e: (e.own, e.near, e.close, -e.sentence.span.start)
            )
            held = max(evidence.held for evidence in weighed)
            across = shown.sentence.language != question.query.language
            found.append((_near(reading, held, rank, across), reading.record.id, shown))
    found.sort(key=lambda one: -one[0])
    least = max(_LEAST, _BEHIND * found[0][0]) if found else _LEAST
    return {name: e.sentence.span for near, name, e in found[:MOST] if near >= least}


def _near(reading: Reading, held: float, rank: int, across: bool) -> float:
    """How likely a document is on the topic, 0 to 1."""
    total = (
        _BIAS + _DOCUMENT * reading.cosine + _HELD * held + _RANK / (1 + rank) + _ACROSS * across
    )
    return 1 / (1 + math.exp(-total))
