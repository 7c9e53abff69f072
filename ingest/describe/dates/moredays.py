"""The further days of an event: those of an agenda, and the next one that a report tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from ingest.describe.dates.dates import FoundDate
from ingest.types import DateRange

_DAY_AFTER: Final = re.compile(
    r"(?:^|[.!?…] )(?:le lendemain|(?:(?:on )?the )?(?:next|following) day|the day after)\b",
    re.IGNORECASE | re.MULTILINE,
)
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


def with_day_after(content: str, event: DateRange) -> DateRange:
    """An event of one day with the second one that its report tells of ("Le lendemain, …")."""
    if event.precision != "day" or event.start != event.end or event.span is None:
        return event
    if not _DAY_AFTER.search(content, event.span.end):
        return event
    return replace(event, end=event.start + _NEXT_DAY)
