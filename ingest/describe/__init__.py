"""What a document is about: language, title, type, dates, projects, organisations, host, place."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from ingest.types import DateRange, Description, Span, Text, Value

VERSION: Final = "1"
_YEAR: Final = re.compile(r"(?<![\d-])(?:19[5-9]|20[0-4])\d(?!\d|[-–/]\d)")
_EVENTS: Final = frozenset({"event_report", "agenda", "announcement", "other"})
# When a page says it was published; a file's own creation date says nothing about its contents.
_FROM_ORIGIN: Final = ("published", "article:published_time", "date", "dc:date", "dcterms.issued")
_ONLINE: Final = re.compile(
    r"\bwebinars?\b|\bwebinaires?\b|\bonline (?:event|session|seminar)|séminaire en ligne", re.I
)


def describe(text: Text, source: str) -> Description:
    """The description of ``text``; ``source`` is its path in the library, read for a year only.

    Every value has the span it rests on, or the origin "metadata". Nothing is guessed: what the
    text does not say stays None or empty.
    """
    from ingest.describe.dates import resolve
    from ingest.describe.doctype import find_type
    from ingest.describe.eventdates import call_date, event_date, published_date
    from ingest.describe.found import Found
    from ingest.describe.language import detect
    from ingest.describe.layout import labels
    from ingest.describe.organisations import find_organisations
    from ingest.describe.people import find_people
    from ingest.describe.places import country_of, event_place, find_places
    from ingest.describe.projects import find_projects
    from ingest.describe.roles import find_roles, main_role
    from ingest.describe.title import find_title

    content = text.content
    language, _ = detect(content)
    title = find_title(text)
    known = labels(content)
    kind, kind_span, _ = find_type(content, title.span, known, source)
    found = resolve(content, language)
    event = event_date(content, found, known, title.span)
    published = published_date(content, found, known) or _stated_date(text)
    projects = find_projects(content, title.span, known)
    people = find_people(content)
    told = find_roles(content, language)
    names = {p.text for p in people} | {r.name for r in told if r.kind in {"speaker"}}
    roles = tuple(
        r
        for r in told
        if r.kind not in {"host", "organiser"}
        or not (names & {r.name} or {p.text for p in projects} & {r.name})
    )
    host, organiser = main_role(roles, "host"), main_role(roles, "organiser")
    organisations = find_organisations(
        content,
        (
            r.span
            for r in roles
            if r.kind in {"host", "organiser", "coordinator"} and r.weight >= 2.5
        ),
        (p.text for p in projects),
        (*people, *(Found("person", r.name, r.span) for r in told if r.kind == "speaker")),
    )
    places = find_places(content)
    day_spans = [event.span] if event and event.span else []
    place = event_place(content, places, known, title.span, day_spans, kind in _EVENTS)
    if _ONLINE.search(content, 0, 400) and kind == "announcement":
        place = None  # a webinar is nowhere, whatever town its speakers come from
    country = (
        None
        if place is None and kind == "announcement"
        else country_of(place, places, known, title.span)
    )
    if kind == "call":
        dates = call_date(content, found, known) or published or event
    elif (
        event
        and published
        and event.precision != "day"
        and event.start <= published.start <= event.end
    ):
        dates = published  # "Note, May 2024" and "published on 14 May 2024" are one date
    else:
        dates = event or published
    return Description(
        title=title,
        language=language,
        type=kind,
        type_span=kind_span,
        dates=dates,
        published=published,
        years=_years(content, dates, title.span, source),
        projects=tuple(Value(p.text, p.span) for p in projects),
        organisations=tuple(Value(o.text, o.span) for o in organisations),
        host=Value(host.name, host.span) if host else None,
        organiser=Value(organiser.name, organiser.span) if organiser else None,
        place=Value(place.text, place.span) if place else None,
        country=Value(country[0], country[1]) if country else None,
    )


def _stated_date(text: Text) -> DateRange | None:
    """The date that the file gives for itself."""
    from dataclasses import replace

    from ingest.describe.dates import find_dates

    stated = dict(text.metadata)
    for key in _FROM_ORIGIN:
        if (value := stated.get(key)) and (found := find_dates(value[:40].replace("T", " "), "en")):
            return replace(found[0].range, span=None, origin="metadata")
    return None


def _years(
    content: str, dates: DateRange | None, title: Span | None, source: str
) -> tuple[int, ...]:
    """Years to file the document under: its dates', else one in the title, opening or file name."""
    if dates is not None:
        last = max(dates.start, dates.end - timedelta(days=0)).year
        return tuple(range(dates.start.year, min(last, dates.start.year + 5) + 1))
    areas = [title.of(content)] if title else []
    areas.append(source.rsplit("/", 1)[-1].replace("_", " ").replace("-", " "))
    for area in areas:
        if years := sorted({int(y) for y in _YEAR.findall(area)}):
            return tuple(years)
    for line in content[:600].splitlines()[:6]:
        if (
            len(line) <= 120
            and not line.rstrip().endswith((".", ";"))
            and (years := _YEAR.findall(line))
        ):
            return tuple(sorted({int(y) for y in years}))
    return ()
