"""Whether the sentence of a date tells of what was, or of what is to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.describe.dates.datekinds import is_past
from ingest.describe.dates.dates import FoundDate
from ingest.describe.dates.eventwords import HAPPENS, HELD, INVITED, PLANNED, WILL
from ingest.describe.dates.relative import relative_dates
from ingest.describe.layout import lowered, sentence_at
from ingest.types import DateRange, Span

# What guests did counts as well, as the day that they were there.
_PAST: Final = re.compile(
    rf"\b(?:{HELD}"
    r"|(?<!\bbe )(?:took part|(?:was|were) (?:welcomed|received)|hosted|welcomed|gathered"
    r"|travell?ed|visited|attended|participated|went|met|flew|joined|took over)"
    r"|(?:a|ont) (?:[a-zà-ÿ]{3,12}ment )?(?:participé|pris part|visité|reçu|accueilli|organisé"
    r"|tenu|rencontré|assisté|parcouru)"
    r"|(?:a|ont) été (?:accueillie?s?|reçue?s?)"
    r"|(?:est|sont) (?:partie?s?|allée?s?|venue?s?|rendue?s?)"
    r"|(?:s['’]est|se sont) (?:rendue?s?|retrouvée?s?))\b"
)
_TO_COME: Final = re.compile(
    rf"\b(?:{WILL}|{HAPPENS}|is to (?:be|take)|are to|{PLANNED}|{INVITED})\b"
)
_NEXT: Final = re.compile(r"\b(?:next|prochaine?s?|following|suivante?s?)\b")
_HEAD: Final = 600
# The verbs among these; what was "planned" may be told of as done in the same sentence.
_WILL: Final = re.compile(rf"\b(?:{WILL})\b")


def told_ahead(content: str, known: Sequence[FoundDate], held: DateRange) -> tuple[FoundDate, ...]:
    """The days without a year that minutes of a meeting tell as yet to come: "the next meeting will
    be on 4 May" is in the year after the day on which it was ``held``, as their head tells it. A
    sentence that dates its event in full tells of other things besides."""
    if held.precision != "day" or held.span is None or held.span.start > _HEAD:
        return ()
    if str(held.end.year) not in held.span.of(content):
        return ()  # worked out itself
    return tuple(
        item
        for item in relative_dates(content, known, replace(held, start=held.end))
        if item.kind not in {"deadline", "published"}
        and item.range.start > held.end
        and not any(d.span.meets(sentence_at(content, item.span.start)) for d in known)
        and (is_to_come(content, item.span) or _NEXT.search(_sentence(content, item.span)))
    )


def is_told_past(content: str, item: FoundDate) -> bool:
    """Whether a date is the day of what its sentence tells as done."""
    if item.kind in {"deadline", "published"} or item.range.precision != "day":
        return False
    low = _sentence(content, item.span)
    return bool(_PAST.search(low)) and not _TO_COME.search(low) and not is_past(content, item.span)


def is_to_come(content: str, span: Span) -> bool:
    """Whether the sentence of a date speaks of what is yet to take place.

    Where it speaks of what was done as well, the verb that stands nearest to the date decides.
    """
    low = _sentence(content, span)
    if not _PAST.search(low):
        return bool(_TO_COME.search(low))
    area = sentence_at(content, span.start)
    day = Span(span.start - area.start, span.end - area.start)
    ahead = _nearest(_WILL, low, day)
    done = _nearest(_PAST, low, day)
    return ahead is not None and done is not None and ahead < done


def _nearest(verbs: re.Pattern[str], low: str, day: Span) -> int | None:
    """Characters between a date and the nearest of some verbs."""
    gaps = (max(m.start() - day.end, day.start - m.end(), 0) for m in verbs.finditer(low))
    return min(gaps, default=None)


def _sentence(content: str, span: Span) -> str:
    area = sentence_at(content, span.start)
    return lowered(content[area.start : max(area.end, span.end)])
