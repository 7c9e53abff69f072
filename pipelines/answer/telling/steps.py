"""Who asks how something is done is told the steps, where a document counts them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from encoder.lexicon import fold
from ingest.types import Span
from pipelines.answer.asking.question import Question
from pipelines.answer.choose import Choice
from pipelines.answer.evidence.blocks import Block, blocks
from pipelines.answer.evidence.reading import Reading
from pipelines.terms.saying import Bag, bag_of, said

# "How to set up …", "comment monter …"; not "how is it funded", "comment s'appelle …".
_HOW: Final = re.compile(
    r"^(?:how (?:to|(?:do|can|could|should|would) (?:you|we|i|one|they|(?:a|an|the) \w+)"
    r"|does (?:one|(?:a|an|the) \w+)) \w"
    r"|comment (?:(?:bien|mieux|se|s['’]) ?)?(?!hiver|fevrier|janvier|atelier)\w+(?:er|ir|re|oir)\b"
    r"|comment (?:peut|dois?t?|faut)[- ])"
)
_STEPS: Final = re.compile(
    r"\b(?:steps?|stages?|how it works|how to|etapes?|demarche|marche a suivre|procedure"
    r"|mode d'emploi|comment)\b"
)
_NUMBERED: Final = re.compile(r"\d{1,2}[.)]\W*$")
_TOPIC: Final = 0.5  # of what is asked, that the lead and title say
_SAID: Final = 0.4


def steps(question: Question, choice: Choice) -> tuple[Span, ...]:
    """The steps of a numbered list on what is asked, in the document that answers likeliest; none
    where how to do it isn't asked, or nothing counts the steps."""
    if not _HOW.match(fold(question.query.text).strip(" ?!.")):
        return ()
    reading = choice.evidence.reading
    return next(
        (block.items for block in blocks(reading.text) if _answers(question, block, reading)), ()
    )


def _answers(question: Question, block: Block, reading: Reading) -> bool:
    content, lead = reading.text.content, block.lead.of(reading.text.content)
    if not _STEPS.search(fold(lead)) or not all(
        _NUMBERED.search(content, max(0, item.start - 6), item.start)
        or _NUMBERED.match(item.of(content))
        for item in block.items
    ):
        return False
    return _share(question, reading.title | bag_of(lead, reading.description.language)) >= _TOPIC


def _share(question: Question, bag: Bag) -> float:
    """How much of the question's topic a lead and a title say."""
    weighed: Sequence[float] = question.weights
    held = [said(term, bag) >= _SAID for term in question.query.terms]
    return sum(w for w, one in zip(weighed, held, strict=True) if one) / (sum(weighed) or 1)
