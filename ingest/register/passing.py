"""Events told in passing: "Next meeting. Brest, 24–25 March 2020", a calendar's or newsletter's.

One is taken where a sentence, list item, table row or headed section names a kind of event and a
date with its year, and beside them a place, a host, an organiser or a project; a webinar needs none
of them. Days of the document's own event are parts of it. One that was put off has its new days, or
none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from ingest.describe.dates.datekinds import is_past
from ingest.describe.dates.dates import FoundDate
from ingest.describe.dates.eventwords import PLANNED
from ingest.describe.dates.moved import is_put_off
from ingest.register.cells import Parts, gap, kinds_in, place_in, role_in, town_beside
from ingest.register.kinds import FoundKind, lasts_too_long
from ingest.register.nouns import (
    first_told,
    is_another,
    is_called,
    is_edition,
    nouns_in,
    tells_edition,
)
from ingest.register.pieces import Piece, pieces
from ingest.register.projects import named_in
from ingest.register.putoff import put_off
from ingest.register.rows import Row
from ingest.register.standing import FUTURE, Standing, passing_standing, says_cancelled
from ingest.register.surroundings import name_of, town_around
from ingest.types import DateRange, Description, Event, Span, Text, Value

Where = tuple[Value | None, Value | None]  # place and country

_ROLE, _NEXT_ROLE = 2.5, -0.5
_FAR: Final = 140  # characters between noun and date
_BESIDE: Final = 3  # between a clause and the next
_ALREADY: Final = re.compile(
    r"\b(?:report|rapport|minutes|compte rendu|note|agreed|decided|convention|règlement|decision"
    r"|since|depuis|until|jusqu['’]|before|avant|after|après|by|d['’]ici)[ ](?:the |le |of )?$"
)
_FROM: Final = re.compile(r"\bfrom[ ](?:the )?$")  # "from 4 May on", not "from 4 to 6 May"
_WAS_TO_BE: Final = re.compile(r"\b(?:devai(?:t|ent)|(?:was|were) (?:due )?to)\b")
_MANY: Final = re.compile(r"(?!congress|congrès|assises)[\w-]+s")
_BRACKET: Final = re.compile(r"\((?:le |on |du |from )?(?:the )?$")  # "three webinars (3 May, …"
_HAD_BEEN: Final = re.compile(rf"\b(?:had been|avai(?:t|ent) été)[ ](?:\w+ )?(?:{PLANNED})\b")
_ONLINE: Final = re.compile(r"\b(?:online|en ligne|en visio(?:conférence)?)(?: on| le|,|:)? $")


@dataclass(frozen=True, slots=True)
class _Document:
    """What every piece of a document is read with."""

    parts: Parts
    text: Text
    description: Description
    own: Event | None
    everywhere: tuple[Value, ...]  # the project of what names none

    @property
    def days(self) -> DateRange | None:
        """The days of the own event."""
        return self.own.dates if self.own else None


def passing_events(
    parts: Parts,
    text: Text,
    description: Description,
    own: Event | None,
    everywhere: tuple[Value, ...] = (),
    rows: tuple[Row, ...] = (),
) -> Iterator[Event]:
    """The events that are told beside the document's own, in order of place; not those of the
    ``rows`` of tables, which are read by their cells. ``everywhere`` is the project of what names
    none."""
    document = _Document(parts, text, description, own, everywhere)
    title = description.title.span
    editions = [row.kind.kind for row in rows if row.kind and row.is_edition]
    own_kind = own.kind if own else next(iter(editions), None)
    last: tuple[int, FoundKind] | None = None  # where the piece before ends, and its noun
    for piece in pieces(parts, text):
        area = piece.area
        if any(r.line.meets(area) for r in rows):
            last = None
            continue
        kinds = nouns_in(parts, area, own_kind)
        beside = last is not None and piece.area.start - last[0] <= _BESIDE
        again = is_another(parts, area) or tells_edition(parts, area)
        if not kinds and last is not None and beside and again:
            kinds = [last[1]]
        last = (piece.area.end, first_told(parts, area, kinds)) if kinds else None
        if not kinds:
            continue
        if own is not None and title is not None and piece.heading and piece.heading.holds(title):
            continue  # the title names the document's own event
        for event in _told(document, piece, kinds):
            yield _with_projects(event, document, piece)


def _told(document: _Document, piece: Piece, kinds: list[FoundKind]) -> Iterator[Event]:
    """The events of a piece by its nouns: what was put off by its new day, the others by theirs."""
    parts = document.parts
    if found := put_off(parts, piece.area, kinds, piece.around.end):
        yield from _put_off(document, piece, *found)
        return
    dates = [d for d in parts.dates if piece.area.holds(d.span) and _usable(document, d)]
    if not dates or min(gap(k.span, d.span) for k in kinds for d in dates) > _FAR:
        return
    if len(dates) == 1:
        yield from _one(document, piece, kinds, dates[0])
    else:
        yield from _listed(document, piece, kinds, dates)


def _put_off(
    document: _Document, piece: Piece, kind: FoundKind, verb: Span, day: FoundDate | None
) -> Iterator[Event]:
    """An event that was put off; without a date where no new one is told."""
    parts, own = document.parts, document.days
    told = [d for d in parts.dates if piece.area.holds(d.span)]
    if any(_is_own(d.range, own) for d in (*told, *([day] if day else []))):
        return
    if day is None and _MANY.fullmatch(kind.span.of(parts.low)):
        return  # "meetings had to be rescheduled": none of them is told
    at = day.span if day else verb
    where = place_in(parts, piece.around, kind.span.start, at)
    own_place = document.own.place if document.own else None
    if day is None and own_place and where[0] and own_place.text == where[0].text:
        return  # the own event, before its days were settled
    of_own = (document.own.kind, "meeting", "conference") if document.own else ()
    mine = kind.kind in of_own
    if day is None and (
        _HAD_BEEN.search(parts.low, kind.span.end, verb.start)
        or (mine and _WAS_TO_BE.search(parts.low, kind.span.end, verb.start))
    ):
        return  # it took place since
    if day is None:
        for event in _event(document, piece, kind, None, where, ("planned", verb)):
            yield replace(event, put_off=verb)
        return
    after = Span(verb.end, max(piece.area.end, day.span.end))
    standing = passing_standing(
        parts, document.text, after, kind, day, document.description, document.own
    )
    for event in _event(document, piece, kind, day.range, where, standing):
        yield replace(event, put_off=verb)


def _one(
    document: _Document, piece: Piece, kinds: list[FoundKind], day: FoundDate
) -> Iterator[Event]:
    if _is_own(day.range, document.days):
        return
    # "Accueil d'une délégation en mai, pendant le salon": what comes before the date is dated.
    kind = min(kinds, key=lambda k: (k.span.start > day.span.start, gap(k.span, day.span)))
    where = place_in(document.parts, piece.around, kind.span.start, day.span)
    if where == (None, None):
        where = town_around(document.parts, document.text, piece.area, day.range)
    yield from _dated(document, piece, kind, day, where)


def _listed(
    document: _Document, piece: Piece, kinds: list[FoundKind], dates: list[FoundDate]
) -> Iterator[Event]:
    """Several dates in one sentence: each is an event where its place stands right beside it, of
    the kind that was named last."""
    parts = document.parts
    for day in dates:
        before = [k for k in kinds if k.span.start < day.span.start]
        if _is_own(day.range, document.days) or not before:
            continue
        inside = [p for p in parts.places if piece.area.holds(p.span)]
        beside = town_beside(parts, inside, day.span)
        where: Where
        online = _ONLINE.search(parts.low, piece.area.start, day.span.start)
        if beside is not None:
            where = (Value(beside.text, beside.span), Value(beside.country, beside.span))
        elif online:
            where = (Value("online", Span(*online.span())), None)
        elif before[-1].kind == "webinar" and _in_brackets(parts, day.span):
            where = (None, None)
        else:
            continue
        told = Piece(piece.area, (where[0] and where[0].span) or piece.area)
        yield from _dated(document, told, before[-1], day, where)


def _dated(
    document: _Document, piece: Piece, kind: FoundKind, day: FoundDate, where: Where
) -> Iterator[Event]:
    if lasts_too_long(kind.kind, day.range):
        return
    standing = passing_standing(
        document.parts, document.text, piece.area, kind, day, document.description, document.own
    )
    yield from _event(document, piece, kind, day.range, where, standing)


def _event(
    document: _Document,
    piece: Piece,
    kind: FoundKind,
    days: DateRange | None,
    where: Where,
    standing: Standing,
) -> Iterator[Event]:
    """The event, unless nothing beside its kind and days says which it is."""
    parts, description = document.parts, document.description
    names = {p.text for p in description.projects} | _series(parts, piece.area)
    # Roles told of "the next event" count little for the document, but this is the next event.
    least = _NEXT_ROLE if FUTURE.search(parts.low, piece.area.start, piece.area.end) else _ROLE
    host = role_in(parts, "host", piece.around, names, least)
    organiser = role_in(parts, "organiser", piece.around, names, least)
    named = any(p.text in piece.area.of(parts.content) for p in description.projects)
    bracketed = days is not None and days.span and _in_brackets(parts, days.span)
    one = kind.kind == "webinar" and (not kind.span.of(parts.low).endswith("s") or bracketed)
    enough = days is not None and (
        one or is_edition(parts, kind) or is_called(parts, piece.area, kind, days)
    )
    if not (where[0] or where[1] or host or organiser or named or enough):
        return
    yield Event(
        kind=kind.kind,
        kind_span=kind.span,
        name=name_of(parts, piece, kind),
        status=standing[0],
        status_span=standing[1],
        dates=days,
        host=host,
        organiser=organiser if organiser is None or organiser != host else None,
        place=where[0],
        country=where[1],
    )


def _in_brackets(parts: Parts, day: Span) -> bool:
    return bool(_BRACKET.search(parts.low[max(0, day.start - 12) : day.start]))


def _series(parts: Parts, area: Span) -> set[str]:
    """What an event of ``area`` is one of: "the second WOODLOOP training week" is no host's."""
    before = (parts.content[area.start : k.span.start] for k in kinds_in(parts, area))
    return {words[-1] for text in before if text.endswith(" ") and (words := text.split())}


def _with_projects(event: Event, document: _Document, piece: Piece) -> Event:
    """The projects that the piece names, else the one that the whole document is of."""
    content, known = document.parts.content, document.description.projects
    named = named_in(piece.area.of(content), known) or named_in(piece.around.of(content), known)
    return replace(event, projects=named or document.everywhere)


def _usable(document: _Document, item: FoundDate) -> bool:
    parts, published = document.parts, document.description.published
    if item.kind in ("deadline", "published"):
        return False
    sentence = Span(item.span.start, min(len(parts.low), item.span.end + _FAR))
    if is_put_off(parts.content, item.span):
        return False
    if is_past(parts.content, item.span) and not says_cancelled(parts, sentence):
        return False  # "a previous visit, planned for May, was cancelled" is told all the same
    if published is not None and published.iso() == item.range.iso():
        return False
    before = parts.low[max(0, item.span.start - 24) : item.span.start]
    ranged = item.range.precision == "day" and item.range.start < item.range.end
    return not _ALREADY.search(before) and (ranged or not _FROM.search(before))


def _is_own(day: DateRange, own: DateRange | None) -> bool:
    """Whether a date is of the document's own event: one of its days, or the month it is in."""
    return own is not None and own.meets(day)
