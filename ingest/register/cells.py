"""What the whole text holds that may fill an event's cells: dates, places, bodies, people counted.

They are found once a document; an event takes those that stand in its own part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from ingest.describe.bodies.roles import Role, find_roles, main_role
from ingest.describe.dates.dates import FoundDate
from ingest.describe.layout import Label, labels, lowered
from ingest.describe.places.online import ONLINE
from ingest.describe.places.places import FoundPlace, find_places
from ingest.register.celldates import dates_of
from ingest.register.kinds import FoundKind, find_kinds
from ingest.sentences import sentences
from ingest.types import Description, Span, Text, Value

_ROLE: Final = 2.5  # how plainly a host or organiser is told of an event told in passing
_ELSEWHERE: Final = re.compile(
    r"(?:based in|located in|basée?s? (?:à|en)|située? (?:à|en)|(?:came|coming|back|return) from"
    r"|venue?s? d[e']|retour (?:de|à)|as in|comme à|after|après|preferred to|préférée?s? à"
    r"|rather than(?: in| at)?|instead of(?: in| at)?|plutôt qu['’](?:à|en)"
    r"|au lieu d(?:e|['’]))[ ]?$",
    re.IGNORECASE,
)
# What may stand between a town and the date of what takes place there: "Lyon, Tuesday 4 May".
BESIDE: Final = re.compile(
    r"[ ]?[,:(–—|-]?[ ]?(?:on |le |the |du |from |in |en )?(?:\w{3,9}day,? |\w{3,6}di )?"
)
# Labels of where something takes place, not of a body's address or of who sends it.
PLACE_LABEL: Final = re.compile(
    r"(?:main |event |meeting |host )?(?:lieux?|places?|venues?|locations?|city|town|ville)"
    r"(?: (?:et|and) (?:pays|country|salle|venue))?|where|ou|date et lieu|signed (?:in|at)"
    r"|destinations?|signee?s? a|(?:lieu|place) (?:de|of) (?:la )?signature"
)
_BEHIND: Final = re.compile(r"[ ]?[,–—|][ ]?(?:à |in |at )?")
_AND_THEN: Final = re.compile(r"(?:[ ]?\([^()\n]{2,30}\))?[ ]?(?:[:|)–—]|-[ ]|\.?(?:\n|$))")
_COUNTRY_AFTER: Final = re.compile(r"[ ]?[(,][^();]{0,60}")


@dataclass(frozen=True, slots=True)
class Parts:
    """A document's text in lower case, and what was found in it."""

    content: str
    low: str
    dates: tuple[FoundDate, ...]
    places: tuple[FoundPlace, ...]
    roles: tuple[Role, ...]
    labels: tuple[Label, ...]
    kinds: tuple[FoundKind, ...]
    sentences: tuple[Span, ...]


def parts_of(text: Text, description: Description) -> Parts:
    """Everything in ``text`` that an event's cells are made of."""
    content = text.content
    known, low = labels(content), lowered(content)
    return Parts(
        content=content,
        low=low,
        dates=dates_of(text, description),
        places=tuple(_places(content, known)),
        roles=find_roles(content, description.language, known),
        labels=known,
        kinds=find_kinds(low),
        sentences=tuple(sentences(content)),
    )


def _places(content: str, known: Iterable[Label]) -> Iterator[FoundPlace]:
    """The places of a text; what a label of the place tells first is where something is."""
    told = {x.span.start for x in known if PLACE_LABEL.fullmatch(x.key)}
    for place in find_places(content):
        stands = place.span.start in told and place.kind != "region"
        yield replace(place, locative=True) if stands else place


def kinds_in(parts: Parts, area: Span) -> list[FoundKind]:
    """The event nouns of ``area``."""
    return [k for k in parts.kinds if area.holds(k.span)]


def role_in(
    parts: Parts, kind: str, area: Span, others: Iterable[str] = (), least: float = _ROLE
) -> Value | None:
    """Who plays a part in ``area``; never one of ``others``, which are projects."""
    told = tuple(
        role
        for role in parts.roles
        if role.kind == kind
        and area.start <= role.span.start
        and role.span.end <= area.end
        and role.name not in others
    )
    best = main_role(told, "host" if kind == "host" else "organiser", least)
    return Value(best.name, best.span) if best else None


def place_in(parts: Parts, area: Span, noun: int, day: Span) -> tuple[Value | None, Value | None]:
    """Place and country of an event told in ``area``, whose noun stands at offset ``noun``.

    A town right before the date is its place; else what stands after the noun goes first, and of
    several the one closest to the date.
    """
    inside = [p for p in parts.places if area.start <= p.span.start < area.end]
    if (beside := town_beside(parts, inside, day)) is not None:
        return _town(beside, inside)
    held = [
        p
        for p in inside
        if p.locative
        and not _ELSEWHERE.search(parts.content[max(area.start, p.span.start - 24) : p.span.start])
    ]
    held = [p for p in held if p.span.start >= noun and p.kind != "region"] or held
    best = min(held, key=lambda p: (abs(p.span.start - day.start), p.span), default=None)
    online = ONLINE.search(parts.low, area.start, area.end)
    if best is None or (online and _far(online.start(), day) < _far(best.span.start, day)):
        return (Value("online", Span(*online.span())), None) if online else (None, None)
    if best.kind == "city":
        return _town(best, inside)
    towns = [p for p in held if p.kind == "city" and p.country == best.country]
    if towns:
        return _town(towns[-1], inside)
    return None, Value(best.country, best.span) if best.kind == "country" else None


def town_beside(parts: Parts, places: Sequence[FoundPlace], day: Span) -> FoundPlace | None:
    """The town right before a date, or right behind one that it goes with: "9 May, Cork: forum"."""
    towns = [p for p in places if p.kind == "city"]
    before = (p for p in reversed(towns) if BESIDE.fullmatch(parts.low, p.span.end, day.start))
    behind = (
        p
        for p in towns
        if _BEHIND.fullmatch(parts.low, day.end, p.span.start)
        and _AND_THEN.match(parts.low, p.span.end)
    )
    return next(before, None) or next(behind, None)


def _town(town: FoundPlace, inside: list[FoundPlace]) -> tuple[Value, Value]:
    """A town and its country, which is told by its own name where that stands right behind."""
    named = (
        p
        for p in inside
        if p.kind == "country"
        and p.country == town.country
        and 0 < p.span.start - town.span.end < 20
    )
    land = next(named, town)
    return Value(town.text, town.span), Value(town.country, land.span)


def _far(position: int, day: Span) -> int:
    return abs(position - day.start)


def gap(one: Span, other: Span) -> int:
    """Characters between two spans; 0 where they touch."""
    return max(other.start - one.end, one.start - other.end, 0)


def countries_of(parts: Parts, bodies: Iterable[Value]) -> tuple[Value, ...]:
    """The countries told in brackets or after a comma behind the bodies' names."""
    found: list[Value] = []
    for body in bodies:
        if body.span is None:
            continue
        match = _COUNTRY_AFTER.match(parts.content, body.span.end)
        if match is None:
            continue
        place = next((p for p in parts.places if match.start() <= p.span.start < match.end()), None)
        if place is not None:
            found.append(Value(place.country, place.span))
    return tuple(found)


def label_lines(parts: Parts) -> Iterator[tuple[int, tuple[Label, ...]]]:
    """The labels of each line, in order, after the place of the line break before it (-1: none)."""
    for start, found in groupby(parts.labels, key=lambda x: parts.low.rfind("\n", 0, x.span.start)):
        yield start, tuple(found)


def cell_of(row: Sequence[Label], keys: re.Pattern[str]) -> Span | None:
    """The value under the first header of a row that is one of ``keys``."""
    return next((cell.span for cell in row if keys.fullmatch(cell.key)), None)
