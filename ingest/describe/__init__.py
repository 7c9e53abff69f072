"""What a document is about: language, title, type, dates, projects, organisations, host, place."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from ingest.types import Description, Text, Value

VERSION: Final = "11"
_BODIES: Final = frozenset({"host", "organiser", "coordinator"})
_ENOUGH: Final = 300_000  # characters: what a text is about it says long before its 100th page
_TOLD, _PLAINLY = 2.5, 3.4  # how plainly a host is told: of an event, of a note or a practice
_SURE_SECTOR: Final = 20.0  # points from which a sector is beyond doubt


def describe(text: Text, source: str) -> Description:
    """The description of ``text``; ``source`` is its path in the library, read for a year only.

    Every value has the span it rests on, or the origin "metadata". Nothing is guessed: what the
    text does not say stays None or empty. Of a very long text the beginning is read.
    """
    from ingest.describe.bodies.contact import contact_body
    from ingest.describe.bodies.coordinator import coordinating
    from ingest.describe.bodies.organisations import find_organisations
    from ingest.describe.bodies.partners import find_partners
    from ingest.describe.bodies.people import find_people, is_person
    from ingest.describe.bodies.roles import INVITES, coordinator_of, find_roles, main_role
    from ingest.describe.callamounts import call_amounts
    from ingest.describe.dates.when import find_when
    from ingest.describe.found import Found
    from ingest.describe.language import languages
    from ingest.describe.layout import labels, told_once, without_tasks
    from ingest.describe.letters import is_masthead
    from ingest.describe.ownevent import days_of, own_roles
    from ingest.describe.places.where import find_where
    from ingest.describe.places.whereabouts import EVENTS
    from ingest.describe.projects.projects import find_projects
    from ingest.describe.sectors import find_sectors
    from ingest.describe.title import find_title
    from ingest.describe.types.doctype import find_type

    if len(text.content) > _ENOUGH:
        stop = text.content.rfind("\n", 0, _ENOUGH)
        text = replace(text, content=text.content[: stop if stop > 0 else _ENOUGH])
    content = text.content
    spoken, language_sure = languages(content)
    language = spoken[0]
    title = find_title(text, source)
    known = labels(content)
    once = told_once(content, known)
    stated = dict(text.metadata).get("title", "")
    kind, kind_span, kind_sure = find_type(content, title.span, known, source, stated)
    when = find_when(text, language, kind, title.span, without_tasks(content, known), source)
    letter = title.span is not None and is_masthead(title.text)
    projects = find_projects(content, None if letter else title.span, known)
    if letter and title.span is not None:
        # A letter is about what its first headline is about as well.
        below = (h.span for h in text.headings if h.span.start >= title.span.end)
        more = find_projects(content, next(below, None), known)
        projects += tuple(p for p in more if p.text not in {q.text for q in projects})
    people = find_people(content)
    told = find_roles(content, language, known)
    names = {p.text for p in people} | {
        r.name for r in told if r.kind == "speaker" and is_person(r.name)
    }
    roles = tuple(
        r
        for r in told
        if r.kind not in {"host", "organiser", "coordinator"}
        or not (names & {r.name} or {p.text for p in projects} & {r.name})
    )
    days = days_of(content, when.found, when.own(kind))
    bodies = tuple(r.span for r in roles if r.kind in _BODIES and r.weight >= _TOLD)
    rows = {x.span for x in known} - {x.span for x in once}
    roles = own_roles(content, roles, days, kind, rows)
    least = _TOLD if kind in EVENTS or kind == "call" else _PLAINLY
    host, organiser = main_role(roles, "host", least), main_role(roles, "organiser", least)
    if organiser is None and host is not None:
        invited = main_role(roles, "organiser", INVITES)
        organiser = invited if invited and invited.name != host.name else None
    organised = Value(organiser.name, organiser.span) if organiser else None
    if organised is None and kind == "call" and (body := contact_body(content, known)):
        organised = Value(body.text, body.span, confidence=0.5)
    partners = find_partners(content, known, (p.text for p in (*people, *projects)))
    coordinator = coordinating(content, coordinator_of(roles), partners)
    organisations = find_organisations(
        content,
        (*bodies, *(p.span for p in partners)),
        (p.text for p in projects),
        (*people, *(Found("person", r.name, r.span) for r in told if r.kind == "speaker")),
    )
    where = find_where(content, kind, title.span, once, when.dates, language, days, rows)
    return Description(
        title=title,
        language=language,
        languages=spoken,
        language_confidence=language_sure,
        type=kind,
        type_confidence=kind_sure,
        type_span=kind_span,
        dates=when.dates,
        published=when.published,
        years=when.years,
        deadlines=when.deadlines,
        amounts=call_amounts(content, known) if kind == "call" else (),
        sectors=tuple(
            Value(s.text, s.span, confidence=round(min(1.0, s.count / _SURE_SECTOR), 2))
            for s in find_sectors(content, title.span)
        ),
        projects=tuple(Value(p.text, p.span) for p in projects),
        organisations=tuple(Value(o.text, o.span) for o in organisations),
        host=Value(host.name, host.span) if host else None,
        organiser=organised,
        coordinator=Value(coordinator.text, coordinator.span) if coordinator else None,
        partners=tuple(Value(p.text, p.span) for p in partners),
        place=where.place,
        region=where.region,
        country=where.country,
    )
