"""Tellings of one event by several documents, found and made one row.

Two tell the same event when project, place and days agree, as far as both say them. An event that
one document plans and another reports on other days was moved, and is one event too: the row says
both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from ingest.types import DateRange, Event
from pipelines.catalogue.events import Told
from pipelines.register.marks import (
    EXCHANGES,
    agree,
    body,
    differ,
    keys,
    kinds_meet,
    proper_words,
    quarters,
    same_by_name,
    where,
)
from pipelines.register.row import RANK, Row, is_before, is_own

_MOVED: Final = timedelta(days=200)
_OWN, _ANY = "own", "any"  # a document's own event, at any time
_LATE = "late"  # what was put off, when it may have been planned


@dataclass(frozen=True, slots=True)
class _Compared:
    """A telling with what it is compared by, folded once."""

    told: Told
    projects: frozenset[str]
    partners: frozenset[str]
    where: frozenset[str]
    host: frozenset[str]
    organiser: frozenset[str]
    words: frozenset[str]

    @property
    def marks(self) -> frozenset[str]:
        """Projects, places, bodies, words of a name: tellings of one event share some."""
        kind = self.told.event.kind
        if kind == "agreement":
            return self.projects | self.where | self.partners
        bodies = self.organiser if kind == "call" else self.host | self.organiser | self.words
        return self.projects | self.where | bodies

    @property
    def times(self) -> Iterator[object]:
        """When it is told to be: each quarter, a call's deadlines.

        A document's own event is found by other own events beside: near its days, or without any.
        """
        event = self.told.event
        if event.kind == "call":
            yield from (deadline.iso() for deadline in event.deadlines)
            return
        if event.dates is not None:
            yield from quarters(event.dates.start, event.dates.end)
            if event.put_off is not None:
                yield from ((_LATE, quarter) for quarter in _around(event.dates))
        if is_own(self.told):
            yield _OWN, _ANY
            if event.dates is None:
                yield _OWN, None
            else:
                yield from ((_OWN, q) for q in quarters(event.dates.start, event.dates.end))

    @property
    def near(self) -> Iterator[object]:
        """The times of those that could be the same event."""
        event = self.told.event
        if event.kind == "call":
            yield from self.times
            return
        if event.dates is not None:
            yield from quarters(event.dates.start, event.dates.end)
            yield from ((_LATE, q) for q in quarters(event.dates.start, event.dates.end))
            if event.put_off is not None:
                yield from _around(event.dates)
        if is_own(self.told):
            yield _OWN, None
            if event.dates is None:
                yield _OWN, _ANY
            else:
                yield from ((_OWN, quarter) for quarter in _around(event.dates))


def merged(tellings: Iterable[Told]) -> list[Row]:
    """One row for each event, by its first day; events without a day come last."""
    groups: list[list[_Compared]] = []
    # By what two tellings of one event share at least one of, and when it is.
    blocks: defaultdict[tuple[str, object], dict[int, None]] = defaultdict(dict)
    for told in map(_compared, sorted(tellings, key=_goodness)):
        keys = [(mark, time) for mark in told.marks for time in told.near]
        near = sorted({number for key in keys for number in blocks.get(key, ())})
        number = next((n for n in near if any(_same(told, other) for other in groups[n])), None)
        if number is None:
            number = len(groups)
            groups.append([])
        groups[number].append(told)
        for mark in told.marks:
            for time in told.times:
                blocks[mark, time][number] = None
    return sorted((Row(tuple(one.told for one in group)) for group in groups), key=_order)


def same(one: Told, other: Told) -> bool:
    """Whether two documents tell one event; two tellings of one document never do."""
    return _same(_compared(one), _compared(other))


def _compared(told: Told) -> _Compared:
    event = told.event
    return _Compared(
        told,
        keys(event.projects),
        keys(event.partners),
        where(event),
        body(event.host),
        body(event.organiser),
        proper_words(event),
    )


def _same(one: _Compared, other: _Compared) -> bool:
    if one.told.document == other.told.document:
        return False
    a, b = one.told.event, other.told.event
    if not kinds_meet(a.kind, b.kind):
        return False
    shared = agree(one.projects, other.projects)
    placed = agree(one.where, other.where)
    if shared is False or placed is False:
        return False
    if a.kind == "call":
        return _same_call(one, other, bool(shared))
    if a.kind == "agreement":
        shared = agree(one.partners, other.partners)
    if agree(one.host, other.host) is False or differ(a.country, b.country):
        return False
    if a.kind != b.kind and not (shared or (placed and {a.kind, b.kind} == EXCHANGES)):
        return False
    first = is_own(one.told) and is_own(other.told)
    if a.dates is None or b.dates is None:
        return bool(shared) and bool(placed) and a.kind == b.kind and first
    if a.dates.meets(b.dates):
        return bool(shared) or bool(placed) or same_by_name(a, b)
    moved = "planned" in (a.status, b.status) and a.status != b.status
    near = abs(a.dates.start - b.dates.start) <= _MOVED
    late = [x for x in (a, b) if x.put_off is not None]
    if len(late) == 1 and a.status == b.status == "planned":
        return near and bool(placed) and a.kind == b.kind  # one says that it was put off
    if len(late) == 1 and moved and (shared or first) and _is_after(late[0], a, b):
        return near and bool(placed) and a.kind == b.kind  # and was held since
    # One told in passing may be the next edition.
    return moved and near and bool(shared) and bool(placed) and a.kind == b.kind and first


def _is_after(late: Event, one: Event, other: Event) -> bool:
    """Whether the one of two that was put off comes after the plan that the other tells."""
    plan = other if late is one else one
    return (
        plan.status == "planned"
        and plan.dates is not None
        and late.dates is not None
        and plan.dates.end < late.dates.start
    )


def _same_call(one: _Compared, other: _Compared, shared: bool) -> bool:
    a, b = one.told.event, other.told.event
    last = {d.iso() for d in a.deadlines} & {d.iso() for d in b.deadlines}
    return bool(last) and (shared or bool(agree(one.organiser, other.organiser)))


def _around(dates: DateRange) -> Iterator[int]:
    return quarters(dates.start - _MOVED, dates.end + _MOVED)


def _goodness(told: Told) -> tuple[int, bool, bool, bool, str, int]:
    """Best first: held, cancelled, put off, planned; a document's own event, days before months."""
    dates = told.event.dates
    vague = dates is None or dates.precision != "day"
    return (
        RANK[told.event.status],
        is_before(told),
        not is_own(told),
        vague,
        told.source,
        told.number,
    )


def _order(row: Row) -> tuple[bool, str, str]:
    first = row.when()
    days = first[1] if first else next((d for _, d in row.deadlines()), None)
    return days is None, days.start.isoformat() if days else "", row.told[0].source
