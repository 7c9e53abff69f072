"""Which of a text's dates is the event's own, and which the day it was published.

Points for an event date: label such as "Dates:" 5; in the title 4; on a short line of the opening
("Lyon, 4 May 2022") 3; an event word in its sentence 2; in the first 700 characters 1.5; to the day
1; a range of days 1; told again elsewhere 0.5 each, twice at most. Against: a past or planned
other event ("previous", "next", "prochain") −3; longer than a month −3. Ties go to the earliest in
the text. Deadlines, publication dates and dates of foundation are never the event's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from ingest.describe.dates import FoundDate
from ingest.describe.layout import Label, lines, sentence_at
from ingest.types import DateRange, Span

_LABEL: Final = re.compile(
    "(?:event |key |meeting )?(?:date|dates|data|when|quand|duration|duree|jour|jours"
    "|day|days|period|periode|mise en (?:œuvre|oeuvre)|implementation|horaires?"
    "|date et (?:lieu|heure)|date and (?:place|time|venue)|dates? of the .*|dates? d.*"
    "|(?:lieu|place|venue|where) (?:et|and) dates?)"
)
_PUBLISHED_LABEL: Final = re.compile(
    "publie(?:e)?(?: le)?|published(?: on)?|date de publication|publication(?: date)?"
    "|posted(?: on)?|submitted(?: on)?|mis(?:e)? en ligne(?: le)?|issued|updated"
)
_OPENING_LABEL: Final = re.compile(
    "opening(?: date)?|opens|ouverture|launch(?: date)?|lancement|date d'ouverture"
    "|date de lancement"
)
_LETTER: Final = re.compile(r"from|de|expediteur|to|a|object|objet|subject|re")
_OTHER_TIME: Final = re.compile(
    r"\bnext\b|prochain|previous|précédent|last year|l['’]an dernier|followed in"
    "|planned|prévue?|second edition|will follow"
    "|due in|expected|attendu|final conference|closing conference|conférence finale"
    "|suite|later|from .{0,20} until|jusqu|training module|étude",
    re.IGNORECASE,
)
_LEAD: Final = 700
_LEAST: Final = 2.0


def event_date(
    content: str, found: Sequence[FoundDate], labels: tuple[Label, ...], title: Span | None
) -> DateRange | None:
    """The event's own date or range, scored as the module says; None when none stands out."""
    letter = any(
        _LETTER.fullmatch(x.key) for x in labels[:6]
    )  # "Date:" of a letter is not the event's
    labelled = [
        x.span
        for x in labels
        if _LABEL.fullmatch(x.key) and not (letter and x.key in {"date", "le"})
    ]
    opening = [s for n, s in enumerate(lines(content, 0, min(len(content), 1500))) if n < 10]
    best: tuple[float, int, DateRange] | None = None
    for item in found:
        if item.kind in {"deadline", "published"}:
            continue
        span = item.span
        in_label = any(s.start <= span.start < s.end for s in labelled)
        in_title = title is not None and title.start <= span.start < title.end
        dateline = any(s.start <= span.start < s.end and s.end - s.start <= 110 for s in opening)
        sentence = sentence_at(content, span.start)
        if letter and _line_label(labels, span) in {"date", "le"}:
            continue
        before = content[max(sentence.start, span.start - 60) : span.start]
        score = 5.0 * in_label + 4 * in_title + 3 * dateline + 2 * (item.kind == "event")
        score += 1.5 * (span.start < _LEAD) + 1.0 * (item.range.precision == "day")
        score += 1.0 * (item.range.precision == "day" and item.range.end > item.range.start)
        again = sum(
            d is not item and d.range.start <= item.range.end and item.range.start <= d.range.end
            for d in found
        )
        score += 0.5 * min(again, 2)
        score -= 3.0 * bool(_OTHER_TIME.search(before) and not in_label)
        score -= 3.0 * (item.range.end - item.range.start > timedelta(days=31) and not in_label)
        if best is None or score > best[0] + 1e-9:
            best = (score, -span.start, item.range)
    return best[2] if best and best[0] >= _LEAST else None


def call_date(
    content: str, found: Sequence[FoundDate], labels: tuple[Label, ...]
) -> DateRange | None:
    """The day a call opens, else was published, else the first deadline it states."""
    opens = [x.span for x in labels if _OPENING_LABEL.fullmatch(x.key)]
    for item in found:
        if any(s.start <= item.span.start < s.end for s in opens):
            return item.range
    deadline = next((d.range for d in found if d.kind == "deadline"), None)
    return published_date(content, found, labels) or deadline


def published_date(
    content: str, found: Sequence[FoundDate], labels: tuple[Label, ...]
) -> DateRange | None:
    """The date the document says that it was published, posted or submitted on."""
    letter = any(_LETTER.fullmatch(x.key) for x in labels[:6])
    labelled = [
        x.span
        for x in labels
        if _PUBLISHED_LABEL.fullmatch(x.key) or (letter and x.key in {"date", "le"})
    ]
    for item in found:
        if any(s.start <= item.span.start < s.end for s in labelled):
            return item.range
    told = [d for d in found if d.kind == "published"]
    edge = max(1200, len(content) - 500)
    near = [d for d in told if d.span.start < 1200 or d.span.start > edge]
    return near[0].range if near else None


def _line_label(labels: tuple[Label, ...], span: Span) -> str:
    return next((x.key for x in labels if x.span.start <= span.start < x.span.end), "")
