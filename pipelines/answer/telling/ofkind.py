"""What is told of an event of another kind than the one asked about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ingest.describe.layout import lowered
from ingest.register.kinds import find_kinds, title_kind
from ingest.types import EventKind, Span
from pipelines.answer.asking.question import Ask, Question
from pipelines.answer.choose import Choice
from pipelines.answer.evidence.cells import cells

# No event is of two of these; a conference may be a closing event, and a visit an exchange.
_APART: Final[frozenset[EventKind]] = frozenset(
    ("kick_off", "closing", "webinar", "training", "matchmaking", "mission", "workshop", "fair")
)
_SURELY: Final = _APART - {"workshop", "training"}  # a workshop is a place as well
_OPENING: Final = 600  # characters in which a document says what it tells of


def without_other_kinds(
    question: Question, ask: Ask, choices: Sequence[Choice], close: float
) -> list[Choice]:
    """The choices, to who asks about a kick-off, without those that tell an event of another kind,
    in a row of a table or a document that doesn't begin with that kind.

    To who asks who did something there, also without what documents on an event of another kind
    tell, where one that is not far behind the likeliest (``close``) has what is asked for in a
    document on that kind.
    """
    asked = _kind(question.query.text)
    if asked not in _APART:
        return list(choices)
    choices = [choice for choice in choices if not _tells_other(choice, asked)]
    if not ask.role or not choices:
        return choices
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


def _tells_other(choice: Choice, asked: EventKind) -> bool:
    sentence = choice.evidence.sentence
    if row := cells(sentence):
        content = choice.evidence.reading.text.content
        kinds = {_kind(cell.value.of(content)) for cell in row}
        return asked not in kinds and not kinds.isdisjoint(_SURELY)
    told = {found.kind for found in find_kinds(lowered(sentence.text))}
    return asked not in told and not told.isdisjoint(_SURELY) and asked not in _kinds(choice)


def _title(choice: Choice) -> str:
    return choice.evidence.reading.description.title.text


def _kind(text: str) -> EventKind | None:
    found = title_kind(lowered(text), Span(0, len(text)))
    return found.kind if found else None
