"""What two tellings of an event are compared by: names, places, bodies and days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from ingest.describe.bodies.organisations import key_of
from ingest.describe.layout import lowered
from ingest.gazetteer import aliases, cities, countries, fold, is_word, regions
from ingest.register.kinds import find_kinds
from ingest.types import Event, EventKind, Value

VAGUE: Final = frozenset[EventKind](("meeting", "other"))  # what any event may be called
EXCHANGES: Final = frozenset[EventKind](("exchange", "staff_exchange"))
_WORD: Final = re.compile(r"[^\W\d_]{4,}")


def kinds_meet(one: EventKind, other: EventKind) -> bool:
    """Whether two kinds may be told of one event: the same, a plain one, the two of exchanges."""
    kinds = {one, other}
    if one == other or kinds == EXCHANGES:
        return True
    return bool(kinds & VAGUE) and not kinds & {"call", "agreement"}


def agree(one: frozenset[str], other: frozenset[str]) -> bool | None:
    """Whether two sets share anything; None when one of them says nothing."""
    return bool(one & other) if one and other else None


def keys(values: Sequence[Value]) -> frozenset[str]:
    """The values, folded."""
    return frozenset(fold(value.text) for value in values)


def body(value: Value | None) -> frozenset[str]:
    """A body by what all forms of its name share."""
    return frozenset({key_of(value.text)}) if value else frozenset()


def where(event: Event) -> frozenset[str]:
    """The place by all its names, "Saragosse" and "Zaragoza"."""
    if event.place is None:
        return frozenset()
    return frozenset({fold(event.place.text), *aliases(event.place.text)})


def proper_words(event: Event) -> frozenset[str]:
    """The words of a name that call this event and no other: not those of its bodies, its place
    and its projects, and none that any text has."""
    words = (word for word in _WORD.findall(event.name.text) if not is_word(word))
    found = frozenset(map(fold, words)) - _told(event)
    places = (cities(), countries(), regions())
    return frozenset(word for word in found if not any(word in known for known in places))


def _told(event: Event) -> frozenset[str]:
    """The words of an event's other cells."""
    values = (event.host, event.organiser, event.place, *event.projects, *event.partners)
    return frozenset(w for value in values if value for w in _WORD.findall(fold(value.text)))


def same_by_name(one: Event, other: Event) -> bool:
    """Whether two of a kind on the very same days are one by who holds them or by their names,
    where neither project nor place is told of both: a host may hold two at once."""
    if one.kind != other.kind or one.dates is None or other.dates is None:
        return False
    if one.dates.precision != "day" or one.dates.iso() != other.dates.iso():
        return False
    hosts = [body(event.host) | body(event.organiser) for event in (one, other)]
    hosted = agree(hosts[0], hosts[1])
    if agree(proper_words(one), proper_words(other)):
        return hosted is not False
    return bool(hosted) and agree(_topic(one), _topic(other)) is not False


def _topic(event: Event) -> frozenset[str]:
    """What a name says besides the kind of event, the bodies, the place and the projects."""
    name = list(lowered(event.name.text))
    for kind in find_kinds("".join(name)):
        name[kind.span.start : kind.span.end] = " " * (kind.span.end - kind.span.start)
    return frozenset(map(fold, _WORD.findall("".join(name)))) - _told(event)


def differ(one: Value | None, other: Value | None) -> bool:
    """Whether two values say different things; not where one says nothing."""
    return one is not None and other is not None and one.text != other.text


def quarters(start: date, end: date) -> Iterator[int]:
    """The quarters of the years that two days lie in and between, counted through."""
    yield from range(start.year * 4 + (start.month - 1) // 3, end.year * 4 + (end.month + 2) // 3)
