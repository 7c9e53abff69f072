"""Events told in passing: "Next meeting. Brest, 24–25 March 2020", a calendar's or newsletter's.

One is taken where a sentence, list item, table row or headed section names a kind of event and a
date with its year, and beside them a place, a host, an organiser or a project. Days of the
document's own event are parts of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ingest.describe.datekinds import is_past
from ingest.describe.dates import FoundDate
from ingest.describe.pastfuture import TOOK_PLACE
from ingest.register.cells import BESIDE, Parts, kinds_in, place_in, role_in
from ingest.register.kinds import FoundKind
from ingest.register.own import projects_of
from ingest.register.pieces import Piece, pieces, within
from ingest.types import (
    DateRange,
    Description,
    Event,
    EventStatus,
    Span,
    Text,
    Value,
)

_ROLE, _NEXT_ROLE = 2.5, -0.5
_FAR: Final = 140  # characters between noun and date
_ALREADY: Final = re.compile(
    r"\b(?:report|rapport|minutes|compte rendu|note|agreed|decided|convention|règlement|decision"
    r"|since|depuis|until|jusqu['’]|before|avant|after|après|by|from|d['’]ici)[ ](?:the |le |of )?"
    r"$"
)
_FUTURE: Final = re.compile(
    r"\b(?:next|prochaine?s?|upcoming|will|shall|sera|seront|aura|auront|se tiendra|planned"
    r"|prévue?s?|scheduled|expected|is to|takes? place|à venir|suivante?|rendez-vous le)\b"
)
_CANCELLED: Final = re.compile(r"\b(?:cancell?ed|annulée?s?|called off|supprimée?s?)\b")
_ONLINE: Final = re.compile(r"\b(?:online|en ligne|en visio(?:conférence)?)(?: on| le|,|:)? $")
# What is due on a day, though the sentence speaks of a meeting: a study, a form, a module.
_NOT_IT: Final = re.compile(
    r"^(?:[ ](?:report|module|space|room|hall|centre|center|fee|voucher|place|participants?"
    r"|programme|program|series|budget|organi[sz]ers?|rates?)s?\b|['’]s?[ ])"
)


def passing_events(
    parts: Parts, text: Text, description: Description, own: Event | None
) -> Iterator[Event]:
    """The events that are told beside the document's own, in order of place."""
    if own is None and description.type in ("policy_note", "best_practice"):
        own_days = None
    else:
        own_days = own.dates if own else None
    projects = projects_of(description) if own or description.projects else ()
    for piece in pieces(parts, text):
        kinds = [
            k
            for k in kinds_in(parts, piece.area)
            if k.kind not in ("agreement", "call")
            and not _NOT_IT.match(parts.low[k.span.end :][:20])
        ]
        dates = [
            d for d in parts.dates if within(d.span, piece.area) and _usable(parts, d, description)
        ]
        if not kinds or not dates or not _near(kinds, dates):
            continue
        title = description.title.span
        if own is not None and title is not None and piece.heading and within(title, piece.heading):
            continue  # the title names the document's own event
        if len(dates) == 1:
            found = _one(parts, piece, kinds, dates[0], description, own_days)
        else:
            found = _listed(parts, piece, kinds[0], dates, description, own_days)
        for event in found:
            yield _with_projects(event, parts, piece, projects)


def _one(
    parts: Parts,
    piece: Piece,
    kinds: list[FoundKind],
    day: FoundDate,
    description: Description,
    own: DateRange | None,
) -> Iterator[Event]:
    if _is_own(day.range, own):
        return
    # "Accueil d'une délégation en mai, pendant le salon": what comes before the date is dated.
    kind = min(kinds, key=lambda k: (k.span.start > day.span.start, _gap(k.span, day.span)))
    place, country = place_in(parts, piece.around, kind.span.start, day.span)
    yield from _event(parts, piece, kind, day, (place, country), description, own)


def _listed(
    parts: Parts,
    piece: Piece,
    kind: FoundKind,
    dates: list[FoundDate],
    description: Description,
    own: DateRange | None,
) -> Iterator[Event]:
    """Several dates in one sentence: each is an event where its place stands right beside it."""
    for day in dates:
        if _is_own(day.range, own) or day.span.start < kind.span.start:
            continue
        beside = [
            p
            for p in parts.places
            if p.kind == "city"
            and within(p.span, piece.area)
            and BESIDE.fullmatch(parts.low, p.span.end, day.span.start)
        ]
        where: tuple[Value | None, Value | None]
        online = _ONLINE.search(parts.low, piece.area.start, day.span.start)
        if beside:
            place, land = Value(beside[-1].text, beside[-1].span), beside[-1].country
            where = (place, Value(land, beside[-1].span))
        elif online:
            where = (Value("online", Span(*online.span())), None)
        else:
            continue
        yield from _event(parts, Piece(piece.area, where[0].span or piece.area), kind, day, where,
                          description, own)  # fmt: skip


def _event(
    parts: Parts,
    piece: Piece,
    kind: FoundKind,
    day: FoundDate,
    where: tuple[Value | None, Value | None],
    description: Description,
    own: DateRange | None,
) -> Iterator[Event]:
    names = {p.text for p in description.projects}
    # Roles told of "the next event" count little for the document, but this is the next event.
    least = _NEXT_ROLE if _FUTURE.search(parts.low, piece.area.start, piece.area.end) else _ROLE
    host = role_in(parts, "host", piece.around, names, least)
    organiser = role_in(parts, "organiser", piece.around, names, least)
    named = any(p.text in piece.area.of(parts.content) for p in description.projects)
    if not (where[0] or where[1] or host or organiser or named):
        return
    status, status_span = _status(parts, piece.area, kind, day, description, own)
    yield Event(
        kind=kind.kind,
        kind_span=kind.span,
        name=_name(parts, piece, kind),
        status=status,
        status_span=status_span,
        dates=day.range,
        host=host,
        organiser=organiser if organiser is None or organiser != host else None,
        place=where[0],
        country=where[1],
    )


def _with_projects(event: Event, parts: Parts, piece: Piece, projects: tuple[Value, ...]) -> Event:
    """The project that the piece names, else the one that the document is about."""
    surface = piece.around.of(parts.content)
    named = tuple(p for p in projects if p.text in surface)
    return replace(event, projects=named or (projects if len(projects) == 1 else ()))


def _name(parts: Parts, piece: Piece, kind: FoundKind) -> Value:
    """Its heading, where that says more than "next meeting"; else the noun that tells its kind."""
    span = piece.heading
    if span is None or not within(kind.span, span) or span.end - span.start < 24:
        span = kind.span
    return Value(" ".join(span.of(parts.content).split()), span)


def _status(
    parts: Parts,
    area: Span,
    kind: FoundKind,
    day: FoundDate,
    description: Description,
    own: DateRange | None,
) -> tuple[EventStatus, Span | None]:
    if match := _CANCELLED.search(parts.low, kind.span.end, min(area.end, kind.span.end + 60)):
        return "cancelled", Span(*match.span())
    past = _nearest(parts, TOOK_PLACE, area, day.span)
    future = _nearest(parts, _FUTURE, area, day.span)
    if past and (future is None or _gap(past, day.span) < _gap(future, day.span)):
        return "held", past
    if future:
        return "planned", future
    written = own or description.published
    if written is not None and day.range.start > written.end:
        return "planned", None
    return (
        "held" if description.type not in ("agenda", "call", "announcement") else "planned"
    ), None


def _nearest(parts: Parts, words: re.Pattern[str], area: Span, day: Span) -> Span | None:
    """The words of ``area`` that stand closest to a date."""
    found = [Span(*m.span()) for m in words.finditer(parts.low, area.start, area.end)]
    return min(found, key=lambda span: _gap(span, day), default=None)


def _usable(parts: Parts, item: FoundDate, description: Description) -> bool:
    if item.kind in ("deadline", "published") or is_past(parts.content, item.span):
        return False
    published = description.published
    if published is not None and published.iso() == item.range.iso():
        return False
    before = parts.low[max(0, item.span.start - 24) : item.span.start]
    return not _ALREADY.search(before)


def _near(kinds: list[FoundKind], dates: list[FoundDate]) -> bool:
    return min(_gap(k.span, d.span) for k in kinds for d in dates) <= _FAR


def _gap(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end, 0)


def _is_own(day: DateRange, own: DateRange | None) -> bool:
    """Whether a date is of the document's own event: one of its days, or the month it is in."""
    return own is not None and own.start <= day.end and day.start <= own.end
