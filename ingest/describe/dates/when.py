"""The dates of a description: the event's or the document's, of publication, deadlines, years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.describe.dates.calldates import call_date
from ingest.describe.dates.dates import FoundDate, find_dates, resolve
from ingest.describe.dates.deadlines import find_deadlines
from ingest.describe.dates.eventdates import event_date
from ingest.describe.dates.imprint import is_interviewed
from ingest.describe.dates.moredays import all_days, with_day_after, with_days_before
from ingest.describe.dates.pastfuture import is_told_past
from ingest.describe.dates.published import dateline, published_date
from ingest.describe.dates.relative import before_event, relative_dates
from ingest.describe.dates.titleyear import OF_YEAR, YEAR, in_title_year, of_a_year
from ingest.describe.layout import Label
from ingest.describe.types.typeheads import FAQ
from ingest.types import DateRange, DocumentType, Language, Span, Text

# "Accords 2019–2024", "(2019-2024)"
_YEARS: Final = re.compile(r"(?<![\d-])((?:19|20)\d\d) ?[-–/à] ?((?:19|20)\d\d)(?![\d-])")
# When a page says it was published; a file's own creation date says nothing about its contents.
_FROM_ORIGIN: Final = ("published", "article:published_time", "date", "dc:date", "dcterms.issued")
_START: Final = re.compile(
    r"(?:event )?(?:start|starts|begins?|beginning|from|debut|du|date de debut"
    r"|start(?:ing)? date)(?: date)?"
)
_END: Final = re.compile(
    r"(?:event )?(?:end|ends|to|until|fin|au|date de fin|end(?:ing)? date)(?: date)?"
)
_EVENT: Final = re.compile(
    r"\b(?:webinars?|webinaires?|seminars?|séminaires?|workshops?|ateliers?|conf[eé]rences?|forums?"
    r"|visits?|visites?|missions?|meetings?|réunions?|rencontres?|summits?|congr[eè]s|congress"
    r"|colloques?|journées?|exchanges?|échanges?|kick-?offs?|trainings?|formations?|hackathons?"
    r"|assembl(?:y|ée)|assises|open days?)\b",
    re.IGNORECASE,
)
_AWARD: Final = re.compile(
    r"\b(?:winners?|awards?|prizes?|lauréate?s?|prix|trophées?|palmarès|vainqueurs?|selected"
    r"|retenue?s?|elect(?:s|ed)|élue?s?|appoint\w{0,5}|nomm\w{1,3}|nomination)\b",
    re.IGNORECASE,
)
_OWN_DATE: Final = frozenset({"policy_note", "best_practice"})


@dataclass(frozen=True, slots=True)
class When:
    """What a text says of time, as :class:`ingest.types.Description` holds it, and every date."""

    dates: DateRange | None
    event: DateRange | None
    published: DateRange | None
    years: tuple[int, ...]
    deadlines: tuple[DateRange, ...]
    found: tuple[FoundDate, ...] = ()

    def own(self, kind: DocumentType) -> tuple[DateRange, ...]:
        """The days of what a document of this type is about; none where no event's are told."""
        if kind in ("call", "policy_note"):
            days = (self.dates, self.published, self.event, *self.deadlines)
            return tuple(day for day in days if day is not None)
        told = self.event is not None and self.event is not self.published
        return (self.event,) if told and self.event and kind != "best_practice" else ()


def find_when(
    text: Text,
    language: Language,
    kind: DocumentType,
    title: Span | None,
    labels: tuple[Label, ...],
    source: str,
) -> When:
    """The dates of ``text``; which of them is the document's depends on its type.

    Of an event or an agenda it is the event's; of a note or a practice, the day it was published;
    of a call, the day it opens. What stands for it when that is not said: the next of these.
    """
    content = text.content
    found = _paired(resolve(content, language), labels)
    published = published_date(content, found, labels) or _stated(text)
    line = dateline(content, found)
    anchor = published or line
    if title is not None:
        found = _in_order(found, of_a_year(text, title, found))
    if anchor is not None:
        found = _in_order(found, relative_dates(content, found, anchor))
    elif title is not None:
        found = _in_order(found, in_title_year(text, title, found))
    event = event_date(content, found, labels, title, line, published, kind == "event_report")
    if event is not None and kind == "agenda":
        event = all_days(content, event, found)
    if event is not None and kind == "event_report" and event is not line:
        event = with_days_before(content, with_day_after(content, event))
    if event is not None and event.precision == "day":
        found = _in_order(found, before_event(content, found, event))
    deadlines = find_deadlines(content, found, labels, kind == "call")
    if kind == "call":
        first = deadlines[0] if deadlines else None
        dates = call_date(content, found, labels, deadlines) or published
        if dates is None and event is not None and any(d.end == event.end for d in deadlines):
            dates = replace(event, end=event.start)  # "from … to …: applications"
        dates = dates or first or event
    elif (
        kind in _OWN_DATE
        or (title is not None and FAQ.search(content, title.start, title.end))
        or (published and published.span and is_interviewed(content, published.span))
    ):
        dates = published or event
    elif (
        event
        and published
        and event.precision != "day"
        and event.start <= published.start <= event.end
    ):
        dates = published  # "Note, May 2024" and "published on 14 May 2024" are one date
    elif (
        kind == "announcement"
        and event
        and published
        and event.end < published.start
        and not (_is_of_event(content, title) and _was(content, event, found))
    ):
        dates = published  # news of what was: an award, a choice
    else:
        dates = event or published
    if published is None and line is not None and _is_before(event, line):
        published = line
    years = _years(content, dates, title, source, found)
    return When(dates, event, published, years, deadlines, tuple(found))


def _is_before(event: DateRange | None, line: DateRange) -> bool:
    """Whether the event was over on the day of a dateline that stands above what is told of it, and
    is that of publication then."""
    if event is None or event.span is None or line.span is None or event.span <= line.span:
        return False
    return event.end < line.start or (event.precision == "month" and event.start <= line.start)


def _is_of_event(content: str, title: Span | None) -> bool:
    """Whether a title names an event, and not who won or was chosen there."""
    named = title.of(content) if title else ""
    return bool(_EVENT.search(named)) and not _AWARD.search(named)


def _was(content: str, day: DateRange, found: Sequence[FoundDate]) -> bool:
    """Whether the sentence of a day tells what took place then."""
    return any(d.range is day and is_told_past(content, d) for d in found)


def _paired(found: Sequence[FoundDate], labels: tuple[Label, ...]) -> tuple[FoundDate, ...]:
    """The days of "Start date: …" and "End date: …" as one range, told by the first."""
    first = _labelled(found, labels, _START)
    last = _labelled(found, labels, _END)
    if first is None or last is None or not first.range.start < last.range.end:
        return tuple(found)
    whole = replace(first.range, end=last.range.end)
    return tuple(FoundDate(whole, "event") if d is first else d for d in found if d is not last)


def _labelled(
    found: Sequence[FoundDate], labels: tuple[Label, ...], key: re.Pattern[str]
) -> FoundDate | None:
    spans = [x.span for x in labels if key.fullmatch(x.key)]
    return next(
        (
            d
            for d in found
            if d.range.precision == "day" and any(s.start <= d.span.start < s.end for s in spans)
        ),
        None,
    )


def _in_order(found: Sequence[FoundDate], more: Sequence[FoundDate]) -> tuple[FoundDate, ...]:
    return tuple(sorted((*found, *more), key=lambda item: item.span)) if more else tuple(found)


def _stated(text: Text) -> DateRange | None:
    """The date that the file gives for itself."""
    stated = dict(text.metadata)
    for key in _FROM_ORIGIN:
        if (value := stated.get(key)) and (found := find_dates(value[:40].replace("T", " "), "en")):
            return replace(found[0].range, span=None, origin="metadata")
    return None


def _years(
    content: str,
    dates: DateRange | None,
    title: Span | None,
    source: str,
    found: Sequence[FoundDate],
) -> tuple[int, ...]:
    """Years to file the document under: its dates' and its title's, else of opening or file name.

    Of a span of years in the title ("2019–2024") those count that the text tells days of.
    """
    named = title.of(content) if title else ""
    if dates is not None:
        own = set(range(dates.start.year, min(dates.end.year, dates.start.year + 5) + 1))
        told = {d.range.start.year for d in found}
        for first, last in _YEARS.findall(named):
            own |= {y for y in range(int(first), int(last) + 1) if y in told}
        own |= {int(y) for y in OF_YEAR.findall(named) if abs(int(y) - dates.start.year) == 1}
        return tuple(sorted(own))
    areas = [named] if title else []
    areas.append(source.rsplit("/", 1)[-1].replace("_", " ").replace("-", " "))
    for area in areas:
        if years := sorted({int(y) for y in YEAR.findall(area)}):
            return tuple(years)
    for line in content[:600].splitlines()[:6]:
        if (
            len(line) <= 120
            and not line.rstrip().endswith((".", ";"))
            and (years := YEAR.findall(line))
        ):
            return tuple(sorted({int(y) for y in years}))
    return ()
