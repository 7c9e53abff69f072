"""Calls that a page lists under a heading of calls: "Appels en cours", "Open calls".

Each is a heading below that one, or an item with its name before its days. Below a plainer heading
("Appels à projets") there must be several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ingest.describe.dates.calldates import call_date
from ingest.describe.dates.deadlines import find_deadlines
from ingest.describe.layout import lines
from ingest.register.callrows import CUT_OFF
from ingest.register.cells import Parts
from ingest.register.projects import named_in
from ingest.types import Description, Event, Span, Text, Value

_SORT: Final = (
    r"(?:à (?:projets?|candidatures?|propositions?|manifestations? d['’]intérêts?)"
    r"|for (?:projects|proposals|applications|expressions of interest))"
)
_OUR: Final = r"(?:(?:nos|les|our|the) )?"
_OPEN: Final = re.compile(
    rf"\W{{0,6}}{_OUR}(?:appels(?: {_SORT})? (?:actuellement )?(?:en cours|ouverts?"
    r"|à venir|du moment)|(?:appels|aides|financements) à saisir"
    rf"|(?:open|current|upcoming|live|ongoing) (?:funding )?calls(?: {_SORT})?"
    rf"|calls(?: {_SORT})? (?:that are )?(?:now |currently )?open"
    r"|(?:open )?funding opportunities|opportunités de financement)\b[^\n]{0,40}"
)
_PLAIN: Final = re.compile(
    rf"\W{{0,6}}(?:(?:nos|les|our|the) )?(?:appels|calls)(?: {_SORT})?\W{{0,6}}"
)
# What stands between a call's name and its days.
_NAME_ENDS: Final = re.compile(
    r"[*_ ]{0,4}(?:[ ][–—-][ ]|[ ]?[:|(]|,? (?=(?:is )?(?:open|closes?|closing|deadlines?|ouverts?"
    r"|ouverte?s?|ouverture|clôtur\w{1,4}|date limite|jusqu['’]au|avant le|until)\b))",
    re.IGNORECASE,
)
# No name of a call: what its days are, and what else is told of one.
_NO_NAME: Final = re.compile(
    r"(?:opens?|opening|closes?|closing|closed|deadlines?|dates?|calendrier|timetable|timeline"
    r"|ouvertures?|ouvert(?:e|s)?|clôtures?|clos(?:e|es)?|fermeture|lancement|launch|budget|contact"
    r"|jury|results?|résultats?|publication|dépôts?|submissions?|inscriptions?|(?:date|jour)s? .*"
    r"|\d.*|du \d.*|from \d.*|until .*|avant .*|jusqu.*)"
)
_OPENS: Final = re.compile(r"\b(?:ouvertures?|opening|opens?|lancement|launch)\b[^.;,]{0,20}$")
_OVER: Final = re.compile(
    rf"\W{{0,6}}{_OUR}(?:(?:closed|past|previous|former) calls?\b.*"
    rf"|(?:appels?|calls?)(?: {_SORT})? (?:clos|closed|clôturés?|passés?|terminés?|fermés?)\b.*)"
)
_LONGEST: Final = 90


def call_items(
    parts: Parts, text: Text, description: Description, everywhere: tuple[Value, ...]
) -> tuple[Event, ...]:
    """The calls that stand below a heading of calls, in order, each with days of its own.
    ``everywhere`` is the project of what names none."""
    found: list[Event] = []
    headings = sorted(text.headings, key=lambda h: h.span)
    for number, heading in enumerate(headings):
        named = heading.span.of(parts.low)
        clear = _OPEN.fullmatch(named)
        if not clear and not _PLAIN.fullmatch(named):
            continue
        below = headings[number + 1 :]
        end = next((h.span.start for h in below if h.level <= heading.level), len(parts.content))
        inside = [h.span for h in below if h.span.start < end]
        items = _headed(inside, end) if inside else _listed(parts, Span(heading.span.end, end))
        calls = [
            event
            for name, area in items
            if (event := _call(parts, description, everywhere, name, area))
        ]
        if clear or len(calls) > 1:
            found += [call for call in calls if call.name.span not in {f.name.span for f in found}]
    return tuple(found)


def is_page_of(items: tuple[Event, ...], description: Description) -> bool:
    """Whether a page is one of these calls: no last day is told before them."""
    first = min((i.name.span.start for i in items if i.name.span), default=None)
    if first is None:
        return False
    return all(d.span is None or d.span.start >= first for d in description.deadlines)


def without_days_of(items: tuple[Event, ...], own: Event) -> Event:
    """A document's own call without the last days of those that it lists."""
    spans = {day.span for item in items for day in item.deadlines}
    return replace(own, deadlines=tuple(d for d in own.deadlines if d.span not in spans))


def _headed(inside: list[Span], end: int) -> Iterator[tuple[Span, Span]]:
    """The names and areas of what has a heading each."""
    for span, following in zip(inside, [*(s.start for s in inside[1:]), end], strict=True):
        yield span, Span(span.end, following)


def _listed(parts: Parts, area: Span) -> Iterator[tuple[Span, Span]]:
    """The names and areas of items of a list, a line each."""
    for line in lines(parts.content, area.start, area.end):
        days = [d.span.start for d in parts.dates if line.holds(d.span)]
        ends = _NAME_ENDS.search(parts.content, line.start, min(days, default=line.start))
        if ends is not None:
            yield Span(line.start, ends.start()), Span(ends.start(), line.end)


def _call(
    parts: Parts,
    description: Description,
    everywhere: tuple[Value, ...],
    name: Span,
    area: Span,
) -> Event | None:
    """The call of a name, from the days of its area; None where it tells none."""
    low = name.of(parts.low).strip(" *_")
    if not low or len(low) > _LONGEST or _NO_NAME.fullmatch(low) or CUT_OFF.match(low):
        return None
    if any(heading.fullmatch(low) for heading in (_OPEN, _PLAIN, _OVER)):
        return None  # another list of them
    days = [d for d in parts.dates if area.holds(d.span)]
    last = find_deadlines(parts.content, days, parts.labels, call=True)
    opens = call_date(parts.content, days, parts.labels, last) or next(
        (
            d.range
            for d in days
            if d.kind != "deadline"
            and _OPENS.search(parts.low[max(area.start, d.span.start - 60) : d.span.start])
        ),
        None,
    )
    if not last and opens is None:
        return None
    around = Span(name.start, area.end).of(parts.content)
    return Event(
        kind="call",
        kind_span=name,
        name=Value(" ".join(name.of(parts.content).strip(" *_").split()), name),
        status="planned",
        dates=opens if opens and not (last and opens.start > last[-1].end) else None,
        deadlines=last,
        organiser=description.organiser if description.type == "call" else None,
        projects=named_in(around, description.projects) or everywhere,
    )
