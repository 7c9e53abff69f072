"""Who did what at an event of another kind than the one asked about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ingest.describe.layout import lowered
from ingest.register.kinds import find_kinds, title_kind
from ingest.types import EventKind, Span
from pipelines.answer.asking.question import Ask, Question
from pipelines.answer.choose import Choice

# No event is of two of these; a conference may be a closing event, and a visit an exchange.
_APART: Final[frozenset[EventKind]] = frozenset(
    ("kick_off", "closing", "webinar", "training", "matchmaking", "mission", "workshop", "fair")
)
_OPENING: Final = 600  # characters in which a document says what it tells of


def without_other_kinds(
    question: Question, ask: Ask, choices: Sequence[Choice], close: float
) -> list[Choice]:
    """The choices, to who asks who did something at a kick-off, without what documents on an event
    of another kind tell, where one that is not far behind the likeliest (``close``) has what is
    asked for in a document on that kind."""
    asked = _kind(question.query.text) if ask.role else None
    if asked not in _APART:
        return list(choices)
    near = (c for c in choices if c.score >= close * choices[0].score)
    if not any(c.evidence.facts and asked in _kinds(c) for c in near):
        return list(choices)
    return [c for c in choices if asked in _kinds(c) or _kind(_title(c)) not in _APART]


def _kinds(choice: Choice) -> set[EventKind]:
    """The kinds of event that a document's title, opening or the sentence itself tell."""
    evidence = choice.evidence
    opening = evidence.reading.text.content[:_OPENING]
    told = f"{_title(choice)}\n{opening}\n{evidence.before}\n{evidence.sentence.text}"
    return {found.kind for found in find_kinds(lowered(told))}


def _title(choice: Choice) -> str:
    return choice.evidence.reading.description.title.text


def _kind(text: str) -> EventKind | None:
    found = title_kind(lowered(text), Span(0, len(text)))
    return found.kind if found else None
