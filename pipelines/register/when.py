"""When the events are that a question asks for: period, years and months, and of calls which day.

Matched on text in lower case without accents.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ingest.describe.dates.calendar import YEAR
from pipelines.register import cues as cue
from pipelines.register import cues_calls as calls_cue
from pipelines.register.conditions import Time, months_in, times_in
from pipelines.register.cues import Cell
from pipelines.register.nouns import blanked
from pipelines.register.periods import period_in
from pipelines.register.stretches import Period
from pipelines.register.unread import without_clock


@dataclass(frozen=True, slots=True)
class When:
    """A question's ``period``, ``times`` as pairs of year and month, ``months`` by their words.

    They are of deadlines where ``closing``, of the opening of calls where ``opening``; ``state`` is
    a call's today. Calls are to be ``running`` at the time. ``rest`` is the text with the period
    blank.
    """

    period: Period | None
    months: dict[str, int]
    times: frozenset[Time]
    closing: bool
    opening: bool
    state: Literal["open", "closed"] | None
    rest: str
    running: bool = False


def when_in(text: str, cells: Collection[Cell], calls: bool, today: date) -> When | None:
    """When the question says that the events are; None where it says several things at once."""
    state = state_in(text) if calls else None
    clock = without_clock(text) if state else text
    period = period_in(clock, today)
    rest = blanked(clock, [period.span] if period else [])
    months = months_in(rest)
    times = times_in(rest, months)
    if period is not None and YEAR.search(rest):
        return None  # both, or either
    if period is not None and state and period.start <= today <= period.end < date.max:
        return None  # open at some time of this week, or opened in it
    closing = ("deadline" in cells and (calls or "date" not in cells)) or (
        calls and bool(calls_cue.CLOSES.search(text))
    )
    running = calls and bool((times or period) and calls_cue.STILL_OPEN.search(text))
    if running:
        return When(period, months, times, False, False, None, rest, running=True)
    opening = calls and bool(calls_cue.OPENED.search(text))
    if opening and closing and (times or period):
        starts = [m.start() for m in YEAR.finditer(rest)] + [rest.find(w) for w in months]
        at = period.span.start if period else min(starts)
        meant = _meant(text[:at])
        if meant is None or len(times) + bool(period) > 1:
            return None
        opening, closing = meant == "opening", meant == "closing"
    timed = bool(times or period)
    return When(period, months, times, closing, opening, None if timed else state, rest)


def _meant(before: str) -> Literal["opening", "closing"] | None:
    """Which day of a call a time is of: the one told last before it."""
    opens = [m.end() for m in calls_cue.OPENED.finditer(before)]
    last = dict(cue.CELLS)["deadline"]
    ends = [m.end() for p in (calls_cue.CLOSES, last) for m in p.finditer(before)]
    if not opens and not ends:
        return None
    return "opening" if max(opens, default=-1) > max(ends, default=-1) else "closing"


def state_in(text: str) -> Literal["open", "closed"] | None:
    """How calls are to stand today; None where the question doesn't say."""
    if calls_cue.OPEN_NOW.search(text):
        return "open"
    return "closed" if calls_cue.CLOSED_NOW.search(text) else None
