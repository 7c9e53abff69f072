"""The further days of an event: those of an agenda, and the next one that a report tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from ingest.describe.dates.dates import FoundDate
from ingest.describe.layout import sentence_at
from ingest.types import DateRange

_DAY_AFTER: Final = re.compile(
    r"(?:^|[.!?…] )(?:le lendemain|(?:(?:on )?the )?(?:next|following) day|the day after)\b",
    re.IGNORECASE | re.MULTILINE,
)
# "The two-day meeting, which ended yesterday"
_LASTED: Final = re.compile(
    r"\b(?P<days>two|three|deux|trois)[ -](?:full[ -])?(?:days?|jours?|journées)\b", re.IGNORECASE
)
_ENDED: Final = re.compile(
    r"\b(?:ended|concluded|closed|came to (?:its|an) (?:end|close)|(?:s['’]est"
    r"|se sont) (?:achevée?s?"
    r"|conclue?s?|clôturée?s?|terminée?s?))[ ](?:on[ ]|le[ ])?(?:\w{5,9}[ ])?$",
    re.IGNORECASE,
)
_MORE: Final = {"two": 1, "deux": 1, "three": 2, "trois": 2}  # days before the last one
_HEAD: Final = 24  # characters before a day that heads its line: "Day 2 – Tuesday "
_NEXT_DAY: Final = timedelta(days=1)


def all_days(content: str, event: DateRange, found: Sequence[FoundDate]) -> DateRange:
    """The event with the other days that an agenda has: each heads a line or stands in a table."""
    if event.precision != "day":
        return event
    start, end = event.start, event.end
    for item in sorted(found, key=lambda d: d.range.start):
        day = item.range
        line = content.rfind("\n", 0, item.span.start) + 1
        heads = item.span.start - line <= _HEAD
        if item.kind in {"deadline", "published"} or day.precision != "day" or not heads:
            continue
        if timedelta(0) <= day.start - end <= _NEXT_DAY:
            end = max(end, day.end)
    return replace(event, start=start, end=end)


def with_days_before(content: str, event: DateRange) -> DateRange:
    """An event that is said to have ended on its day, with the days that it lasted."""
    if event.precision != "day" or event.start != event.end or event.span is None:
        return event
    sentence = sentence_at(content, event.span.start)
    ended = _ENDED.search(content, sentence.start, event.span.start)
    lasted = _LASTED.search(content, sentence.start, ended.start()) if ended else None
    if lasted is None:
        return event
    return replace(event, start=event.end - _MORE[lasted["days"].lower()] * _NEXT_DAY)


def with_day_after(content: str, event: DateRange) -> DateRange:
    """An event of one day with the second one that its report tells of ("Le lendemain, …")."""
    if event.precision != "day" or event.start != event.end or event.span is None:
        return event
    if not _DAY_AFTER.search(content, event.span.end):
        return event
    return replace(event, end=event.start + _NEXT_DAY)
