"""What two tellings of an event are compared by: names, places, bodies and days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ingest.describe.organisations import key_of
from ingest.gazetteer import aliases, fold
from ingest.types import DateRange, Event, Value


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


def differ(one: Value | None, other: Value | None) -> bool:
    """Whether two values say different things; not where one says nothing."""
    return one is not None and other is not None and one.text != other.text


def meet(one: DateRange, other: DateRange) -> bool:
    """Whether two ranges have a day in common."""
    return one.start <= other.end and other.start <= one.end


def quarters(start: date, end: date) -> Iterator[int]:
    """The quarters of the years that two days lie in and between, counted through."""
    yield from range(start.year * 4 + (start.month - 1) // 3, end.year * 4 + (end.month + 2) // 3)
