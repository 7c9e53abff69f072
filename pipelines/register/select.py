"""The rows of the register that meet what a question asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final, Literal

from ingest.describe.bodies.organisations import key_of
from ingest.gazetteer import aliases, fold
from ingest.types import DateRange, Event, Span
from pipelines.catalogue.events import Told
from pipelines.register.about import Topic, calls_so, of_its_sector, says, says_itself, topic_of
from pipelines.register.editions import of_edition
from pipelines.register.narrow import so_called
from pipelines.register.row import Row
from pipelines.register.texts import Texts
from pipelines.register.wanted import Wanted

_OPEN_FOR: Final = timedelta(days=90)  # what most calls are open for
Openness = Literal["open", "closed", "later", "unsaid"]


def selected(rows: Iterable[Row], wanted: Wanted, texts: Texts, today: date) -> list[Row]:
    """The rows that meet every condition, with the tellings that speak of them.

    ``texts`` are read for the terms of the question only.
    """
    rows = list(rows)
    staff = _exchanges_of_staff(rows) if "staff_exchange" in wanted.kinds else ()
    found = [
        row
        for row in rows
        if (row.kind in wanted.kinds or row in staff)
        and _in_time(row, wanted, today)
        and _placed(row, wanted)
        and _with(row, wanted)
    ]
    if wanted.narrow:
        found = list(so_called(found, wanted.narrow, texts))
    if wanted.edition is not None:
        found = of_edition(found, wanted.edition, texts)
    for term in wanted.terms:
        found = _about(found, topic_of(term), texts)
    for phrase in wanted.phrases:
        found = [r for r in found if any(calls_so(phrase, t) for t in r.told)] or found
    return _soonest(found, today) if wanted.soonest else found


def _exchanges_of_staff(rows: Sequence[Row]) -> list[Row]:
    """The exchanges that are taken to be of staff: a document that tells them, or their project,
    has one that is called so."""
    known = [r for r in rows if any(t.event.kind == "staff_exchange" for t in r.told)]
    documents = frozenset[str]().union(*(row.documents for row in known))
    projects = frozenset[str]().union(*(row.projects for row in known))
    exchanges = (row for row in rows if row.kind == "exchange")
    return [r for r in exchanges if r.documents & documents or r.projects & projects]


def _soonest(rows: list[Row], today: date) -> list[Row]:
    """Of the rows that are yet to begin, or to close, those that do so first."""
    first = [(day, row) for row in rows if (day := _next_day(row, today)) is not None]
    return [row for day, row in first if day == min(other for other, _ in first)]


def _next_day(row: Row, today: date) -> date | None:
    when = row.when()
    days = [when[1].start] if when else []
    days += [last.end for _, last in row.deadlines() if row.kind == "call"]
    return min((day for day in days if day >= today), default=None)


def _about(rows: list[Row], topic: Topic, texts: Texts) -> list[Row]:
    """The rows one of whose tellings speaks of a topic; texts are read of the others alone."""
    told = {number for number, row in enumerate(rows) if any(_plainly(topic, t) for t in row.told)}
    open_ = [(number, t) for number, row in enumerate(rows) for t in row.told if number not in told]
    texts.fetch(t.document for _, t in open_)
    told |= {number for number, t in open_ if says(topic, t, texts(t).content)}
    return [row for number, row in enumerate(rows) if number in told]


def _plainly(topic: Topic, told: Told) -> bool:
    return (topic.whole and of_its_sector(topic, told)) or says_itself(topic, told)


def _with(row: Row, wanted: Wanted) -> bool:
    """Whether a body that the question names had the part that it asks for.

    Host and organiser stand for each other where only one is told.
    """
    if not wanted.bodies:
        return True
    host, organiser = _keys(row, "host"), _keys(row, "organiser")
    if wanted.role in ("host", "organiser"):
        first, other = (host, organiser) if wanted.role == "host" else (organiser, host)
        return bool((first or other) & wanted.bodies)
    return any(bodies_of(t.event) & wanted.bodies for t in row.told)


def bodies_of(event: Event) -> frozenset[str]:
    """Who had any part in an event: what all forms of each name share."""
    values = (event.host, event.organiser, *event.partners)
    return frozenset(key_of(value.text) for value in values if value is not None)


def _keys(row: Row, name: str) -> set[str]:
    return {key_of(value.text) for t in row.told if (value := getattr(t.event, name)) is not None}


def _in_time(row: Row, wanted: Wanted, today: date) -> bool:
    if wanted.cancelled:
        if row.status != "cancelled":
            return False
    elif row.status == "cancelled":
        return False
    if wanted.moved and not (row.put_off or row.other_days()):
        return False
    if wanted.planned and not any(t.event.status == "planned" for t in row.told):
        return False
    if wanted.state is not None and openness(row, today) != wanted.state:
        return False
    when = row.when()
    if wanted.past and when is not None and row.status == "planned" and when[1].start > today:
        return False
    if wanted.past and when is None and row.status == "planned" and row.kind != "call":
        return False
    if wanted.future and not (wanted.years or wanted.period) and not wanted.cancelled:
        last = [d.end for _, d in row.deadlines()] + ([when[1].end] if when else [])
        if not last or max(last) < today:
            return False
    return _dated(row, wanted)


def _dated(row: Row, wanted: Wanted) -> bool:
    if not (wanted.times or wanted.period):
        return True
    when = row.when()
    own = [when[1]] if when else []
    last = [d for _, d in row.deadlines()]
    if row.kind == "call" and wanted.running:
        return any(meets(value, wanted) for value in _running(own, last))
    if row.kind == "call":
        days = last if wanted.closing else own if wanted.opening else [*own, *last]
    else:
        days = last if wanted.closing else own
    return any(meets(value, wanted) for value in days)


def _running(own: Sequence[DateRange], last: Sequence[DateRange]) -> list[DateRange]:
    """The days that one can answer a call on: from its opening, or three months before where that
    is not told, to its last deadline; the day of its opening where no deadline is."""
    if not last:
        return list(own)
    end = max(d.end for d in last)
    start = min((d.start for d in own), default=end - _OPEN_FOR)
    return [DateRange(start, end)] if start <= end else list(last)


def meets(value: DateRange, wanted: Wanted) -> bool:
    """Whether a range falls in the period, and in one of the times."""
    period = wanted.period
    if period is not None and (value.end < period.start or value.start > period.end):
        return False
    if not wanted.times:
        return True
    months = {
        (year, month)
        for year in range(value.start.year, value.end.year + 1)
        for month in range(1, 13)
        if (value.start.year, value.start.month)
        <= (year, month)
        <= (value.end.year, value.end.month)
    }
    return any(
        one in (None, year) and other in (None, month)
        for year, month in months
        for one, other in wanted.times
    )


def _placed(row: Row, wanted: Wanted) -> bool:
    if wanted.projects and not row.projects & {fold(p) for p in wanted.projects}:
        return False
    if wanted.countries:
        land = row.cell("country")
        if land is None or land[1].text not in wanted.countries:
            return False
    if wanted.outside:
        land = row.cell("country")
        if land is None or land[1].text in wanted.outside:
            return False
    if wanted.online and row.kind != "webinar":
        place = row.cell("place")
        if place is None or place[1].text != "online":
            return False
    if wanted.towns and not any(_in_town(t, wanted) for t in row.told):
        return False
    if wanted.partner_countries:
        lands = {v.text for t in row.told for v in t.event.partner_countries}
        if not lands & wanted.partner_countries:
            return False
    return True


def _in_town(told: Told, wanted: Wanted) -> bool:
    """Whether an event is in one of the towns; its title tells where no place is told."""
    place = told.event.place
    if place is None:
        title = f" {fold(told.event.name.text)} "
        return any(re.search(rf"(?<!\w){re.escape(town)}(?!\w)", title) for town in wanted.towns)
    return bool({fold(place.text), *aliases(place.text)} & wanted.towns)


def openness(row: Row, today: date) -> Openness:
    """Whether one can answer a call today, as far as its documents say."""
    last = [day.end for _, day in row.deadlines()]
    opens = row.when()
    if last and max(last) < today:
        return "closed"
    if opens is not None and opens[1].start > today:
        return "later"
    return "open" if last else "unsaid"


def line_of(content: str, span: Span) -> Span:
    """The line that holds a span, without the white space around it."""
    start = content.rfind("\n", 0, span.start) + 1
    end = content.find("\n", span.end)
    end = len(content) if end < 0 else end
    while start < end and content[start].isspace():
        start += 1
    while end > start and content[end - 1].isspace():
        end -= 1
    return Span(start, end)
