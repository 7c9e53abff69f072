"""The rows of the register that meet what a question asks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from ingest.describe.sectors import find_sectors
from ingest.gazetteer import aliases, fold
from ingest.types import DateRange, Language, Span, Text
from pipelines.answer.saying import Bag, bag_of, said
from pipelines.catalogue.events import Told
from pipelines.query import Term
from pipelines.register.merge import Row
from pipelines.register.wanted import Wanted

_SAID = 0.5  # how well a document says what its event has to be about


def selected(
    rows: Iterable[Row], wanted: Wanted, text_of: Callable[[Told], Text], today: date
) -> list[Row]:
    """The rows that meet every condition, with the tellings that speak of them.

    ``text_of`` reads a telling's document, which is done for the terms of the question only.
    """
    found = []
    for row in rows:
        if row.kind not in wanted.kinds or not _in_time(row, wanted, today):
            continue
        if not _placed(row, wanted):
            continue
        if wanted.terms and not all(
            any(_about(term, told, text_of) for told in row.told) for term in wanted.terms
        ):
            continue
        found.append(row)
    return found


def _in_time(row: Row, wanted: Wanted, today: date) -> bool:
    if wanted.cancelled:
        if row.status != "cancelled":
            return False
    elif row.status == "cancelled":
        return False
    when = row.when()
    if wanted.past and when is not None and row.status == "planned" and when[1].start > today:
        return False
    if wanted.past and when is None and row.status == "planned" and row.kind != "call":
        return False
    if wanted.future and not wanted.years and not wanted.cancelled:
        last = [d.end for _, d in row.deadlines()] + ([when[1].end] if when else [])
        if not last or max(last) < today:
            return False
    return _dated(row, wanted)


def _dated(row: Row, wanted: Wanted) -> bool:
    if not wanted.years and not wanted.months:
        return True
    when = row.when()
    own = [when[1]] if when else []
    last = [d for _, d in row.deadlines()]
    if row.kind == "call":
        days = last if wanted.closing else own if wanted.opening and own else [*own, *last]
    else:
        days = last if wanted.closing else own
    return any(_meets(value, wanted) for value in days)


def _meets(value: DateRange, wanted: Wanted) -> bool:
    """Whether a range falls in one of the years and months."""
    months = {
        (year, month)
        for year in range(value.start.year, value.end.year + 1)
        for month in range(1, 13)
        if (value.start.year, value.start.month)
        <= (year, month)
        <= (value.end.year, value.end.month)
    }
    return any(
        (not wanted.years or year in wanted.years) and (not wanted.months or month in wanted.months)
        for year, month in months
    )


def _placed(row: Row, wanted: Wanted) -> bool:
    if wanted.projects:
        named = {fold(v.text) for t in row.told for v in t.event.projects}
        if not named & {fold(p) for p in wanted.projects}:
            return False
    if wanted.countries:
        land = row.cell("country")
        if land is None or land[1].text not in wanted.countries:
            return False
    if wanted.partner_countries:
        lands = {v.text for t in row.told for v in t.event.partner_countries}
        if not lands & wanted.partner_countries:
            return False
    return True


def _about(term: Term, told: Told, text_of: Callable[[Told], Text]) -> bool:
    """Whether an event is about a term: in its cells or title, by its sector, or its document is.

    A sector's word counts where the document is of that sector, or its title says it; "railway" in
    a report of another sector may be a strike's.
    """
    event, language = told.event, _language(told)
    cells = (event.name, event.host, event.organiser, event.place, *event.projects, *event.partners)
    surface = " ".join([told.title, *(cell.text for cell in cells if cell)])
    if event.place is not None:
        surface += " " + " ".join(sorted(aliases(event.place.text)))
    if said(term, bag_of(surface, language)) >= _SAID:
        return True
    content = text_of(told).content
    sectors = {s.text for s in find_sectors(f"{term.text}. {term.text}. {term.text}.", None)}
    if sectors:
        title = event.name.span if told.number == 0 else None
        return bool(sectors & {s.text for s in find_sectors(content, title)})
    return said(term, _whole(content, language)) >= _SAID


def _whole(content: str, language: Language) -> Bag:
    return bag_of(re.sub(r"\s+", " ", content[:60_000]), language)


def _language(told: Told) -> Language:
    return "fr" if told.language == "fr" else "en"


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
