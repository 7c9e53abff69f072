"""The day a text was written on, where it says so for sure, and what it tells from that day."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ingest.describe.dates.dates import resolve
from ingest.describe.dates.published import dateline
from ingest.describe.dates.saiddays import said_days
from ingest.types import DateRange, Description, Language, Span
from pipelines.answer.evidence.facts import Fact, Worked

_OPENING: Final = 1_500  # characters
_PRESS: Final = re.compile(
    r"\b(?:communiqu[ée]\s+de\s+presse|(?:press|news|media)\s+release|pour\s+diffusion\s+imm[ée]diate"
    r"|for\s+immediate\s+release)\b",
    re.IGNORECASE,
)
_REVISED: Final = re.compile(r"updated?|modified|revised|mise? à jour|modifié|révisé|version", re.I)
# Where another's text begins, of another day: a mail that is answered or sent on.
_OTHER_TEXT: Final = re.compile(
    r"^>|\b(?:wrote|a écrit)\s?:|^-{2,}\s?(?:original|forwarded|message)"
    r"|^(?:from|de|sent|date|envoyé|publié le|published|posted)\b[^\n:]{0,12}:"
    r"|^(?:publié|published|posted) (?:le|on)\b",
    re.IGNORECASE | re.MULTILINE,
)


def told_from(content: str, description: Description, window: Span) -> tuple[Fact, ...]:
    """The days that a document tells from the day it was written, as facts with both."""
    written = _written_on(content, description)
    if written is None or written.span is None:
        return ()
    start = max(window.start, written.span.start)
    head = content.find("\n\n", written.span.end)
    other = _OTHER_TEXT.search(content, written.span.end if head < 0 else head)
    end = min(window.end, other.start()) if other else window.end
    line = Span(content.rfind("\n", 0, written.span.start) + 1, written.span.end)
    return tuple(
        Fact(
            "date",
            span.of(content),
            span,
            "/".join(day.iso()),
            "event",
            worked=Worked(day, written, line),
        )
        for day in said_days(content[start:end], written.start)
        if day.span is not None and (span := Span(day.span.start + start, day.span.end + start))
    )


def _written_on(content: str, description: Description) -> DateRange | None:
    """The one day, told in the text, that it was published or sent; None where that isn't sure."""
    day = description.published
    if day is None or day.origin != "text":
        opening = content[:_OPENING]
        if not _PRESS.search(opening):
            return None
        day = _line(opening, description.language)
    if day is None or day.span is None or day.confidence < 1:
        return None
    before = content[content.rfind("\n", 0, day.span.start) + 1 : day.span.start]
    if _REVISED.search(before):
        return None  # what was written "yesterday" may be older
    return day if day.precision == "day" and day.start == day.end else None


@lru_cache(maxsize=256)
def _line(opening: str, language: Language) -> DateRange | None:
    return dateline(opening, resolve(opening, language))
