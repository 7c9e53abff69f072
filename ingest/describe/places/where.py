"""The place, region and country of a description."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from ingest.describe.layout import Label
from ingest.describe.ownevent import Days
from ingest.describe.places.homeland import lists_countries, spoken_of
from ingest.describe.places.online import is_online
from ingest.describe.places.places import find_places
from ingest.describe.places.whereabouts import (
    EVENTS,
    country_of,
    event_place,
    labelled_country,
    owner_country,
    region_of,
)
from ingest.types import DateRange, DocumentType, Language, Span, Value

_ONLINE: Final = re.compile(
    r"\bwebinars?\b|\bwebinaires?\b|\bonline (?:event|session|seminar|meeting)|séminaire en ligne"
    r"|\ben visio(?:conférence)?\b|\bvideoconference\b|\bvia (?:zoom|teams|webex)\b",
    re.IGNORECASE,
)
_OPENING: Final = 400
_TOLD, _SPOKEN = 0.7, 0.6  # how sure a place found in prose is, and a country that is spoken of


@dataclass(frozen=True, slots=True)
class Where:
    """Where an event was, or where the one who speaks is at home."""

    place: Value | None
    region: Value | None
    country: Value | None


def find_where(
    content: str,
    kind: DocumentType,
    title: Span | None,
    labels: tuple[Label, ...],
    dates: DateRange | None,
    language: Language,
    days: Days | None = None,
    rows: Collection[Span] = (),
) -> Where:
    """Place, region and country, each with the words that tell it.

    A webinar is nowhere, whatever town its speakers come from, and so is what is held online; its
    country is that of who offers it, where a label says so. ``days`` are those of the
    event and of others, where the text writes them; of what stands in ``rows``, the cells that
    differ from row to row of a table, none is the document's own.
    """
    every = find_places(content)
    in_rows = frozenset(p for p in every if _is_in(p.span, rows))
    places = tuple(p for p in every if p not in in_rows)
    if kind == "announcement" and _ONLINE.search(content, 0, _OPENING):
        owner = owner_country(places, labels)
        return Where(None, None, Value(owner[0], owner[1], confidence=_SPOKEN) if owner else None)
    if kind in EVENTS and is_online(content, labels, places, dates.span if dates else None):
        told = labelled_country(places, labels) or owner_country(places, labels)
        return Where(None, None, Value(told[0], told[1], confidence=_SPOKEN) if told else None)
    written = [dates.span] if dates and dates.span else []
    # Where a row's town is the plainest of all, another one would be a guess.
    place = event_place(content, every, labels, title, written, kind, days)
    place = None if place in in_rows else place
    country = country_of(content, place, places, labels, title)
    sure = 1.0 if place else _TOLD
    if country is None and not (kind == "call" and lists_countries(every)):
        spoken = spoken_of(content, every, language)
        if spoken is not None:
            country, sure = spoken[:2], round(_SPOKEN * spoken[2], 2)
    region = region_of(place, country[0] if country else None, places, labels, title)
    return Where(
        Value(place.text, place.span) if place else None,
        Value(region.text, region.span, confidence=_TOLD) if region else None,
        Value(country[0], country[1], confidence=sure) if country else None,
    )


def _is_in(span: Span, areas: Collection[Span]) -> bool:
    return any(area.start <= span.start < area.end for area in areas)
