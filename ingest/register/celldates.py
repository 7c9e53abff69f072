"""The dates that events may have, with those whose year a text leaves in no doubt."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from ingest.describe.dates.dates import FoundDate, resolve
from ingest.describe.dates.mentions import mentions
from ingest.describe.dates.pastfuture import told_ahead
from ingest.describe.dates.relative import relative_dates
from ingest.describe.dates.titleyear import of_a_year
from ingest.describe.layout import sentence_at
from ingest.types import DateRange, Description, Span, Text

_WORKED_OUT: Final = 0.7
_YEAR: Final = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/-])")
_IN_BRACKETS: Final = re.compile(r"\((?:le |on |du |from )?(?:the )?$")


def dates_of(text: Text, description: Description) -> tuple[FoundDate, ...]:
    """Dates with a year, and those whose year the text leaves in no doubt."""
    content, title = text.content, description.title.span
    found = list(resolve(content, description.language))
    if title is not None:
        found += of_a_year(text, title, found)
    if description.published is not None:
        found += relative_dates(content, found, description.published)
    elif description.type == "event_report" and description.dates is not None:
        found += told_ahead(content, found, description.dates)
    taken = [item.span for item in found]
    for mention in mentions(content):
        if mention.year is not None or mention.first is None:
            continue
        if any(t.meets(mention.span) for t in taken):
            continue
        year = _year_beside(content, mention.span, found) or _year_of_call(description)
        guess = mention.range(year) if year else None
        if guess is None or not _fits_call(guess, description, year):
            continue
        found.append(FoundDate(replace(guess, confidence=_WORKED_OUT), "event"))
    return tuple(sorted(found, key=lambda item: item.span))


def _year_beside(content: str, span: Span, found: list[FoundDate]) -> int | None:
    """Of "Lyon on 12 January 2022, Metz on 19 January", the year of the first for the second; of
    "our programme of 2022: Lyon, 12 January", the one year that stands before the colon."""
    for item in reversed(found):
        between = content[item.span.end : span.start]
        if (
            item.span.end <= span.start
            and len(between) <= 60
            and not re.search(r"[.;:\n]", between)
        ):
            return item.range.end.year
    head, colon, rest = content[sentence_at(content, span.start).start : span.start].partition(":")
    years = set(_YEAR.findall(head))
    if colon and len(years) == 1 and not _YEAR.search(rest) and _IN_BRACKETS.search(rest):
        return int(years.pop())
    return None


def _year_of_call(description: Description) -> int | None:
    """The year of a call that opens and closes in the same one."""
    if description.type != "call" or not description.deadlines or not description.dates:
        return None
    first, last = description.dates.start, description.deadlines[-1].end
    return first.year if first.year == last.year and first < last else None


def _fits_call(day: DateRange, description: Description, year: int | None) -> bool:
    """Whether a day whose year is the call's lies between its opening and its closing."""
    if year != _year_of_call(description) or description.dates is None:
        return True
    return description.dates.start <= day.start <= description.deadlines[-1].end
