"""Days that a question for a day can't mean: of opening, of publication, of sending."""

from __future__ import annotations

import re
from typing import Final

from encoder.lexicon import fold
from pipelines.answer.asking.cues import PUBLISHING
from pipelines.answer.asking.question import Ask, Question
from pipelines.answer.evidence.evidence import Evidence

# The line that a mail begins with, or an answered one is quoted after.
_SENT: Final = re.compile(
    r"^\W*(?:sent|envoye(?: le)?|received|recu(?: le)?) ?:"
    r"|^\W*(?:on|le) .{0,60}\d.{0,80}\b(?:wrote|a ecrit) ?:?$"
)
_DATELINE: Final = 30  # characters beside the day: the town, "le", "Published on"
# The label of the day on which a report went round.
_CIRCULATED: Final = re.compile(
    r"\W*(?:circulated|distributed|transmitted|diffuse\w*|transmise?)\b"
)


def tells_other_day(question: Question, ask: Ask, evidence: Evidence) -> bool:
    """Whether a sentence tells days, and none that may be asked for: to who asks for a last day,
    days that open; to who asks for a day that isn't of publication, the line of a head that has it
    ("Date: 3 March")."""
    if ask.kind != "date":
        return False
    span = evidence.sentence.span
    days = [fact for fact in evidence.reading.facts("date") if span.holds(fact.span)]
    if ask.deadline:
        return bool(days) and not evidence.facts
    publishing = PUBLISHING.search(fold(question.query.text))
    if days and not publishing and _SENT.search(fold(evidence.sentence.text)):
        return True
    own = evidence.reading.description.published
    published = bool(days) and all(
        fact.role == "published"
        or (own is not None and fact.span == own.span)
        or _CIRCULATED.match(fold(evidence.sentence.text))
        for fact in days
    )
    return published and (evidence.sentence.label or _is_dateline(evidence)) and not publishing


def _is_dateline(evidence: Evidence) -> bool:
    """Whether a sentence is next to nothing but the day of publication, where the document tells
    other days of what it is about."""
    description = evidence.reading.description
    day, own = description.published, description.dates
    if day is None or day.span is None or own is None or own.iso() == day.iso():
        return False
    span = evidence.sentence.span
    return (
        span.holds(day.span)
        and len(evidence.sentence.text) <= day.span.end - day.span.start + _DATELINE
    )
