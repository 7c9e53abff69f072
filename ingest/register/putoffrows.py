"""Rows of a table that tell an event twice: on its first day, put off, and on the day it was put
off to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Final

from ingest.gazetteer import fold
from ingest.types import DateRange, Event

_MONTHS: Final = timedelta(days=200)
# "Final conference (first date)": what tells the two rows apart.
_ASIDE: Final = re.compile(
    r"[ ]?\([^()]*\)"
    r"|[ ,:–—-]{1,3}\b(?:first|new|initial|original|1st|premi[eè]re|nouvelle) dates?\b"
)
_ONCE: Final = ("kick_off", "closing")  # a project has one


def put_off_once(found: Iterable[tuple[Event, DateRange]]) -> tuple[Event, ...]:
    """Events, each with the day of its row, without those that a later row tells again; that one is
    said to have been put off."""
    rows = list(found)
    first = {id(event): _later(event, day, rows) for event, day in rows if event.put_off}
    late = {id(new): old for old, _ in rows if (new := first.get(id(old))) is not None}
    return tuple(
        replace(event, put_off=late[id(event)].put_off) if id(event) in late else event
        for event, _ in rows
        if first.get(id(event)) is None
    )


def _later(old: Event, day: DateRange, rows: list[tuple[Event, DateRange]]) -> Event | None:
    """The event of another row that one was put off to: of its new day, else the next that is the
    same one by name, project and place."""
    others = [
        event
        for event, _ in rows
        if event.kind == old.kind and event.put_off is None and event.dates is not None
    ]
    if old.dates is not None:
        named = (e for e in others if e.name.text == old.name.text)
        return next((e for e in named if e.dates and e.dates.iso() == old.dates.iso()), None)
    return min(
        (e for e in others if _is_again(old, day, e)),
        key=lambda e: e.dates.start if e.dates else day.start,
        default=None,
    )


def _is_again(old: Event, day: DateRange, new: Event) -> bool:
    """Whether what was put off without a new day is what another row tells some months later."""
    if new.dates is None or not timedelta(0) < new.dates.start - day.start <= _MONTHS:
        return False
    if [p.text for p in old.projects] != [p.text for p in new.projects]:
        return False
    if (old.place and old.place.text) != (new.place and new.place.text):
        return False
    once = bool(old.projects) and old.kind in _ONCE
    return once or _bare(old) == _bare(new)


def _bare(event: Event) -> str:
    return fold(_ASIDE.sub("", event.name.text)).strip(" :,-")
