"""The events that the rows of a table tell, each from its own cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ingest.describe.dates.eventwords import CALLED_OFF, PLANNED, PUT_OFF
from ingest.describe.places.online import ONLINE
from ingest.register.cells import PLACE_LABEL, Parts, role_in
from ingest.register.kinds import FoundKind, lasts_too_long
from ingest.register.people import counted
from ingest.register.projects import named_in
from ingest.register.putoff import new_day
from ingest.register.putoffrows import put_off_once
from ingest.register.rows import Row
from ingest.register.standing import Standing, passing_standing
from ingest.types import DateRange, Description, Event, Span, Text, Value

_COUNTRY: Final = re.compile(r"(?:host )?country|pays(?: d'accueil)?")
_PROJECT: Final = re.compile(r"projects?|projets?")
_STATUS: Final = re.compile(r"status|statut|etat(?: au .*)?|state|situation")
# A value of the column of statuses that says nothing else.
_IS_HELD: Final = re.compile(
    r"(?:held|done|completed|took place|passed|past|over|tenue?s?|réalisée?s?|terminée?s?|passée?s?"
    r"|effectuée?s?|a eu lieu|fait)"
)
_IS_PLANNED: Final = re.compile(rf"(?:{PLANNED}|upcoming|to come|à venir|planifiée?s?)")
_CANCELLED: Final = re.compile(rf"(?<!\w)(?:{CALLED_OFF})(?!\w)")
_IS_LATE: Final = re.compile(rf"(?:{PUT_OFF})\b")
_PLACE: Final = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'.-]*(?: [\w’'.-]+){0,4}(?= ?(?:[,(/;–]|$))")
_NO_PLACE: Final = re.compile(
    r"\b(?:tb[acd]|to be|à (?:définir|confirmer|préciser|déterminer)|various|several|divers\w*"
    r"|plusieurs|rooms?|halls?|hybrid|hybride|virtual\w*|virtuel\w*|phone|téléphone|visio\w*"
    r"|salles?|amphi\w*|auditorium|stands?|booths?|foyer|lobby|restaurant|bureau|office|floor"
    r"|étage|none|unknown|inconnue?|chez)\b|\d"
)
_ACRONYM: Final = re.compile(r"(?=[^ ]*[A-Z][^ ]*[A-Z])[\w.-]{3,30}")
_ROLE: Final = -0.5  # a cell says plainly enough who


def row_events(
    rows: tuple[Row, ...],
    parts: Parts,
    text: Text,
    description: Description,
    own: Event | None,
    everywhere: tuple[Value, ...] = (),
) -> tuple[Event, ...]:
    """The events of ``rows`` but the document's own; one that is put off to the day of another row
    is that row's. ``everywhere`` is the project of rows without a column for it."""
    return put_off_once(_events(rows, parts, text, description, own, everywhere))


def _events(
    rows: tuple[Row, ...],
    parts: Parts,
    text: Text,
    description: Description,
    own: Event | None,
    everywhere: tuple[Value, ...],
) -> Iterator[tuple[Event, DateRange]]:
    """The events with the days that their rows tell, those before any was put off."""
    published = description.published
    if (
        published is not None
        and published.span is not None
        and (any(row.line.holds(published.span) for row in rows))
    ):
        description = replace(description, published=None)  # the day of some row
    if any(row.cell(_PROJECT) for row in rows):
        everywhere = ()  # a row whose cell is empty has none
    for row in rows:
        days: DateRange | None = row.day.range
        if own is not None and own.dates is not None and own.dates.meets(row.day.range):
            continue
        kind = row.kind.kind if row.kind else "other"
        place, country = _where(parts, row)
        host = role_in(parts, "host", row.line, (), _ROLE)
        organiser = role_in(parts, "organiser", row.line, (), _ROLE)
        partners = (_value(parts, row.name),) if _is_deal(row) else ()
        land = _country(parts, row)
        if lasts_too_long(kind, row.day.range) or not (
            place or country or host or organiser or kind in ("webinar", "agreement")
        ):
            continue
        late = _late(parts, row)
        if late is not None:
            after = new_day(parts, late, row.line.end)
            days = after.range if after else None
        standing = ("planned", late) if late else _standing(parts, text, description, row, own)
        event = Event(
            kind=kind,
            kind_span=row.kind.span if row.kind else None,
            name=_value(parts, row.kind.span if row.kind and partners else row.name),
            status=standing[0],
            status_span=standing[1],
            dates=days,
            host=host,
            organiser=organiser
            if not (host and organiser and host.text == organiser.text)
            else None,
            place=place,
            country=country,
            projects=_projects(parts, description, row) or everywhere,
            partners=partners,
            partner_countries=(land,) if partners and land else (),
            participants=counted(parts, row.cells) if standing[0] == "held" else None,
            put_off=late,
        )
        yield event, row.day.range


def _where(parts: Parts, row: Row) -> tuple[Value | None, Value | None]:
    """Place and country, from their own cells; beside a partner stands the partner's country."""
    place, country = row.cell(PLACE_LABEL), None if _is_deal(row) else _country(parts, row)
    if place is None:
        return None, country
    inside = [p for p in parts.places if place.holds(p.span)]
    towns = [p for p in inside if p.kind == "city"]
    town = next((p for p in towns if p.span.start == place.start), None) or next(iter(towns), None)
    if town is not None:
        return Value(town.text, town.span), country or Value(town.country, town.span)
    if match := ONLINE.search(parts.low, place.start, place.end):
        return Value("online", Span(*match.span())), None
    lands = [p for p in inside if p.kind == "country"]
    country = country or (Value(lands[0].country, lands[0].span) if lands else None)
    return _named_place(parts, row, place), country


def _named_place(parts: Parts, row: Row, cell: Span) -> Value | None:
    """A place that no list of towns knows, in a table that has a column of events: no room, and
    nothing still open."""
    match = _PLACE.match(parts.content, cell.start, cell.end)
    if match is None or not row.lists_events or _NO_PLACE.search(parts.low, cell.start, cell.end):
        return None
    if any(p.span.meets(Span(*match.span())) for p in parts.places):
        return None  # a country or a region
    return Value(match[0], Span(*match.span()))


def _country(parts: Parts, row: Row) -> Value | None:
    cell = row.cell(_COUNTRY)
    told = [p for p in parts.places if cell and cell.holds(p.span) and p.kind == "country"]
    return Value(told[0].country, told[0].span) if len(told) == 1 else None


def _is_deal(row: Row) -> bool:
    return row.kind is not None and row.kind.kind == "agreement"


def _standing(
    parts: Parts, text: Text, description: Description, row: Row, own: Event | None
) -> Standing:
    """How an event stands: what its column says before anything else. What no word tells of, and
    is not over when the list is known to be written, is planned, unless it tells how many came; an
    agreement of a list is signed.
    """
    told = row.cell(_STATUS)
    if told is not None:
        value = told.of(parts.low)
        if _IS_HELD.fullmatch(value):
            return "held", told
        if _IS_PLANNED.fullmatch(value):
            return "planned", told
        if _CANCELLED.match(value):
            return "cancelled", told
    for area in (_dated(row), row.name):
        if match := _CANCELLED.search(parts.low, area.start, area.end):
            return "cancelled", Span(*match.span())
    noun = row.kind if row.kind and row.line.holds(row.kind.span) else FoundKind("other", row.name)
    standing = passing_standing(parts, text, row.line, noun, row.day, description, own)
    if standing[1] is not None or (own and own.status == "held" and own.dates is None):
        return standing
    if _is_deal(row):
        return "held", None
    written = description.published or (own.dates if own and own.status == "held" else None)
    if written is None and counted(parts, row.cells) is not None:
        return "held", None  # who came was counted
    over = written is not None and row.day.range.end < written.start
    return "held" if over else "planned", None


def _dated(row: Row) -> Span:
    """The cell of the day, the first of two."""
    return next(c.span for c in row.cells if c.span.start <= row.day.span.start < c.span.end)


def _late(parts: Parts, row: Row) -> Span | None:
    """Where the column of statuses says that an event was put off."""
    told = row.cell(_STATUS)
    match = _IS_LATE.match(parts.low, told.start, told.end) if told is not None else None
    return Span(*match.span()) if match else None


def _projects(parts: Parts, description: Description, row: Row) -> tuple[Value, ...]:
    """The projects that a row names, or what stands in its cell where that is an acronym."""
    named = named_in(row.line.of(parts.content), description.projects)
    cell = row.cell(_PROJECT)
    if named or cell is None or not _ACRONYM.fullmatch(cell.of(parts.content)):
        return named
    return (_value(parts, cell),)


def _value(parts: Parts, span: Span) -> Value:
    return Value(" ".join(span.of(parts.content).split()), span)
