"""Items of a list that is headed as one of events: "Nos formations", then "12 mars 2024, Lyon : …".

What an item says of no kind is of the kind that its heading tells. Each has its day and its town.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.describe.dates.dates import FoundDate
from ingest.describe.layout import lines
from ingest.describe.places.places import FoundPlace
from ingest.register.cells import Parts, kinds_in
from ingest.register.kinds import FoundKind, title_kind
from ingest.register.projects import named_in
from ingest.register.standing import passing_standing
from ingest.types import DateRange, Description, Event, Span, Text, Value

# Several of one kind, as the whole of a heading but for when and whose they are.
_SEVERAL: Final = re.compile(
    r"\W{0,6}(?:(?:nos|les|notre|our|the|prochaine?s|upcoming|next|agenda des|calendrier des"
    r"|programme des|list of|liste des) ){0,2}(?:formations|stages|sessions de formation"
    r"|ateliers|webinaires|matinales|petits?[- ]déjeuners|visites|rencontres|réunions"
    r"|séminaires|journées techniques"
    r"|training(?:s| courses| sessions| days)?|courses|workshops|webinars|visits|site visits"
    r"|seminars|meetings|breakfasts)\b(?! (?:report|minutes|rooms?)\b)[^\n.;]{0,60}"
)
_TAUGHT: Final = re.compile(r"\b(?:formations|stages|courses)\b")
_SEPARATOR: Final = re.compile(r"[ ]?[:|;][ ]?|[ ][–—-][ ]|,[ ]|[ ]?[()]")
_TOWN_ENDS: Final = re.compile(r"[*_]{0,3}(?:[ ]?[,:;|()–—.-]|[ ]?$|[ ](?:le |on |du )?\d)")
_MARKS: Final = " \t\u00a0*_#•·-–—:,.;()|"
_LONGEST, _SHORTEST = 200, 4
_LEAST: Final = 2


def list_items(
    parts: Parts, text: Text, description: Description, everywhere: tuple[Value, ...]
) -> tuple[Event, ...]:
    """The events of such lists, in order; none where an item stands alone. ``everywhere`` is the
    project of those that name none."""
    found: list[Event] = []
    headings = sorted(h.span for h in text.headings)
    for number, heading in enumerate(headings):
        kind = _kind(parts, heading)
        if kind is None:
            continue
        end = headings[number + 1].start if number + 1 < len(headings) else len(parts.content)
        items = list(_items(parts, Span(heading.end, end)))
        if len(items) >= _LEAST:
            found += (_event(parts, text, description, everywhere, kind, *item) for item in items)
    return tuple(found)


def is_told_in(items: tuple[Event, ...], days: DateRange | None) -> bool:
    """Whether the days of a document are those of one item of such a list, and not its own."""
    at = days.span if days is not None else None
    return at is not None and any(item.dates and item.dates.span == at for item in items)


def _kind(parts: Parts, heading: Span) -> FoundKind | None:
    """The kind of several events that a heading tells."""
    if not _SEVERAL.fullmatch(parts.low, heading.start, heading.end):
        return None
    if taught := _TAUGHT.search(parts.low, heading.start, heading.end):
        return FoundKind("training", Span(*taught.span()))
    return title_kind(parts.low, heading)


def _items(parts: Parts, area: Span) -> Iterator[tuple[Span, FoundDate, FoundPlace]]:
    """The lines with one day and one town, and no noun of an event: name, day and town."""
    for line in lines(parts.content, area.start, area.end):
        days = [d for d in parts.dates if line.holds(d.span)]
        towns = _towns(parts, line)
        if line.end - line.start > _LONGEST or len(days) != 1 or len(towns) != 1:
            continue
        (day,) = days
        if day.range.precision != "day" or day.kind in ("deadline", "published"):
            continue
        if kinds_in(parts, line) or " | " in line.of(parts.content):
            continue
        name = _name(parts, line, (day.span, towns[0].span))
        if name is not None:
            yield name, day, towns[0]


def _towns(parts: Parts, line: Span) -> list[FoundPlace]:
    """The towns of a line that are parted from what follows: no "Reading a tender"."""
    towns = (p for p in parts.places if line.holds(p.span) and p.kind == "city")
    return [p for p in towns if _TOWN_ENDS.match(parts.content, p.span.end, line.end)]


def _name(parts: Parts, line: Span, taken: tuple[Span, ...]) -> Span | None:
    """The longest part of a line that is neither its day nor its town."""
    best: Span | None = None
    start = line.start
    for stop, following in (
        *((m.start(), m.end()) for m in _SEPARATOR.finditer(parts.content, line.start, line.end)),
        (line.end, line.end),
    ):
        part = _stripped(parts.content, start, stop)
        start = following
        if part.end - part.start < _SHORTEST or any(part.meets(span) for span in taken):
            continue
        if best is None or part.end - part.start > best.end - best.start:
            best = part
    return best


def _stripped(content: str, start: int, end: int) -> Span:
    while start < end and content[start] in _MARKS:
        start += 1
    while end > start and content[end - 1] in _MARKS:
        end -= 1
    return Span(start, end)


def _event(
    parts: Parts,
    text: Text,
    description: Description,
    everywhere: tuple[Value, ...],
    kind: FoundKind,
    name: Span,
    day: FoundDate,
    town: FoundPlace,
) -> Event:
    noun = FoundKind(kind.kind, name)
    line = Span(min(name.start, day.span.start), max(name.end, day.span.end))
    standing = passing_standing(parts, text, line, noun, day, description, None)
    if standing[1] is None and description.published is None:
        standing = ("planned", None)  # a list of what is on offer
    return Event(
        kind=kind.kind,
        kind_span=kind.span,
        name=Value(" ".join(name.of(parts.content).split()), name),
        status=standing[0],
        status_span=standing[1],
        dates=day.range,
        place=Value(town.text, town.span),
        country=Value(town.country, town.span),
        projects=named_in(line.of(parts.content), description.projects) or everywhere,
    )
