"""Which edition a day is of: the one that a report tells, or the next that it announces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from ingest.describe.dates.calendar import MONTH
from ingest.describe.dates.datekinds import is_past
from ingest.describe.dates.dates import FoundDate
from ingest.describe.dates.eventwords import LAST
from ingest.describe.dates.moved import is_put_off
from ingest.describe.dates.pastfuture import is_to_come, is_told_past
from ingest.types import DateRange, Span

_LONG: Final = timedelta(days=1100)  # the next edition may be three years off
_REPORT: Final = re.compile(
    r"\b(?:report|minutes|recap|looking back|notes from|what we (?:saw|heard|learnt|learned)"
    r"|compte[ -]rendu|rapport|retour|bilan|procès-verbal)\b",
    re.IGNORECASE,
)
# Not that of a programme ("Horizon 2020") nor of an issue ("Newsletter, spring 2021").
_YEAR: Final = re.compile(
    r"(?<!horizon )(?<!europe )(?<!agenda )(?<!objecti[fv] )(?<!strategy )(?<!stratégie )"
    r"(?<!vision )(?<![\d-])(?:19[5-9]|20[0-4])\d(?!\d|[-–/]\d)",
    re.IGNORECASE,
)
_ISSUE: Final = re.compile(
    rf"\b(?:{MONTH}|spring|summer|autumn|fall|winter|printemps|été|automne|hiver|newsletter|news"
    r"|lettre|bulletin|gazette|annual|annuel|rapport d['’]activité|survey|enquête)\b",
    re.IGNORECASE,
)


def title_year(content: str, title: Span | None) -> int | None:
    """The one year that a title names as its event's ("Timber Days 2023")."""
    if title is None or _ISSUE.search(title.of(content)):
        return None
    years = {int(year) for year in _YEAR.findall(title.of(content))}
    return years.pop() if len(years) == 1 else None


def is_report(content: str, title: Span | None) -> bool:
    """Whether a title says that this is a report."""
    return title is not None and bool(_REPORT.search(title.of(content)))


def was(content: str, item: FoundDate, published: DateRange | None, year: int | None) -> bool:
    """Whether a day may be that of what a report tells: not given up, nor ahead of the report."""
    day = item.range
    if item.kind in {"deadline", "published"} or day.precision != "day":
        return False
    if is_told_past(content, item):
        return True
    # "le 3 décembre dernier" is told of by who was there, whatever the verb.
    told = item.kind == "event" or day.start.year == year or LAST.match(content, item.span.end)
    return bool(
        told
        and not (is_past(content, item.span) or is_to_come(content, item.span))
        and not is_put_off(content, item.span)
        and (published is None or day.start <= published.end)
    )


def is_next(
    content: str,
    item: FoundDate,
    gone: Sequence[FoundDate],
    published: DateRange | None,
    reports: bool,
) -> bool:
    """Whether a report speaks here of what is ahead of it, or of another day that it tells.

    ``reports`` says that its title is a report's; a notice of what is to come may read like one.
    """
    day, to_come = item.range, is_to_come(content, item.span)
    ahead = published is not None and published.precision == "day" and day.start > published.end
    if ahead and to_come and reports:
        return True
    other = any(timedelta(0) < day.start - d.range.end < _LONG for d in gone)
    return other and (to_come or (ahead and not is_told_past(content, item)))
