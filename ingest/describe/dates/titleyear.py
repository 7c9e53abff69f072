"""Days without a year that the title gives one: "Forum 2019", then "14-16 May"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ingest.describe.dates.datekinds import kind_of
from ingest.describe.dates.dates import FoundDate
from ingest.describe.dates.eventwords import LAST
from ingest.describe.dates.mentions import mentions
from ingest.describe.dates.relative import year_of
from ingest.types import Span, Text

YEAR: Final = re.compile(r"(?<![\d-])(?:19[5-9]|20[0-4])\d(?!\d|[-–/]\d)")
# What is told of a year, and written in it, the next or the last one: "Rapport d'activité 2023"
OF_YEAR: Final = re.compile(
    r"\b(?:rapport (?:annuel|d['’]activités?|moral|financier)|bilan|baromètre|enquête|chiffres clés"
    r"|annual report|activity report|review of|barometer|survey|key figures|results|comptes"
    r"|programme|plan d['’]actions?|work plan|action plan|budget|calendrier|agenda|calendar)"
    r"[ ](?:de |of |for |pour |du |des )?(?:l['’]année )?((?:19|20)\d\d)(?![\d–/-])",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(r"[ ](?:prochains?|next)\b")


def in_title_year(text: Text, title: Span, found: Sequence[FoundDate]) -> tuple[FoundDate, ...]:
    """Days without a year in the one year that the title gives, where none is dated in full."""
    years = {int(year) for year in YEAR.findall(title.of(text.content))}
    if len(years) != 1 or any(item.range.precision == "day" for item in found):
        return ()
    return tuple(_dated(text, found, years.pop()))


def of_a_year(text: Text, title: Span, found: Sequence[FoundDate]) -> tuple[FoundDate, ...]:
    """Days without a year in a report, programme or calendar of one: in its year, or in that which
    the heading above them gives."""
    years = set(OF_YEAR.findall(title.of(text.content)))
    return tuple(_dated(text, found, int(years.pop()))) if len(years) == 1 else ()


def _dated(text: Text, found: Sequence[FoundDate], year: int) -> Iterator[FoundDate]:
    content, taken = text.content, [item.span for item in found]
    for mention in mentions(content):
        span = mention.span
        if mention.year is not None or mention.first is None or any(t.meets(span) for t in taken):
            continue
        if LAST.match(content, span.end) or _NEXT.match(content, span.end):
            continue  # from the day of publication on
        above = max((h.span for h in text.headings if h.span.end <= span.start), default=None)
        headed = {int(y) for y in YEAR.findall(above.of(content))} if above else set()
        own = headed.pop() if len(headed) == 1 else year
        if (day := year_of(content, mention, (own,))) and day.span:
            yield FoundDate(day, kind_of(content, day.span))
