"""Which occasion a document is of, where one of another sort is asked about: the kick-off in the
minutes of a steering committee."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from pipelines.answer.asking.question import Ask, Question
from pipelines.answer.evidence.blocks import heading_over
from pipelines.answer.evidence.evidence import Evidence
from pipelines.answer.evidence.publisher import head_end
from pipelines.register.narrow import sorts_in
from pipelines.register.nouns import asked_kinds, without_accents

# Those that a project or body has one of, or numbers: none is ever called by another's name.
_APART: Final = frozenset(
    ("kick_off", "closing", "steering committee meeting", "general assembly", "board meeting")
)
# Others, whose names are used with less care: a visit may hold a kick-off. A plain meeting or
# conference may be any of them.
_LOOSE: Final = frozenset(
    ("visit", "webinar", "workshop", "training", "exchange", "staff_exchange", "fair")
) | {"breakfast meeting"}


def of_another_occasion(question: Question, _: Ask, evidence: Evidence) -> bool:
    """Whether one sort of occasion is asked about, a document's head says that it is of another,
    and neither a sentence nor what stands around it speaks of the one. Where either is of a sort
    whose name is used loosely, the document must not speak of the one anywhere."""
    asked = occasions_in(question.query.text)
    if len(asked) != 1:
        return False
    reading = evidence.reading
    content = reading.text.content
    title = reading.description.title.text
    headed = occasions_in(f"{title}\n{content[: head_end(content)]}")
    if not headed or asked <= headed:
        return False
    apart = headed <= _APART
    if not apart and not asked <= _APART:
        return False
    over = heading_over(reading.text, evidence.sentence.span)
    around = (evidence.sentence.text, evidence.before, over.of(content) if over else "")
    if any(asked <= occasions_in(text) for text in around):
        return False
    return apart or not asked <= _everywhere(content)


@lru_cache(maxsize=128)
def _everywhere(content: str) -> frozenset[str]:
    """Those that a whole text names; each of its sentences asks for them."""
    return occasions_in(content)


def occasions_in(text: str) -> frozenset[str]:
    """The sorts of occasions that a text names, by the nouns of the register; of two words for one
    occasion the first: a kick-off workshop is a kick-off."""
    low = without_accents(text.lower())
    narrow = [(sort.names[0], span) for sort, span in sorts_in(low)]
    kinds = [
        (noun.kind, noun.span)
        for noun in asked_kinds(low)
        if not any(span.meets(noun.span) for _, span in narrow)
    ]
    apart = [(name, span) for name, span in (*narrow, *kinds) if name in _APART]
    ends = {span.end + 1 for _, span in apart}
    loose = [n for n, span in (*narrow, *kinds) if n in _LOOSE and span.start not in ends]
    return frozenset((*(name for name, _ in apart), *loose))
