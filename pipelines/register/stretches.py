"""A stretch of days that a question names, and how one is made of months."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from ingest.types import Span


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` to ``end``, both included, and where the question says so."""

    start: date
    end: date
    span: Span


def months(year: int, month: int, count: int, span: Span) -> Period:
    """The ``count`` months from a month on, into the next year where they run there."""
    last_year, last = divmod(year * 12 + month - 2 + count, 12)
    end = date(last_year, last + 1, monthrange(last_year, last + 1)[1])
    return Period(date(year, month, 1), end, span)


def moved(day: date, by: int) -> date:
    """The same day some months later, or earlier; the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + by, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
