"""An event as a row of the register: every telling of it, the best first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ingest.gazetteer import fold
from ingest.types import DateRange, Event, EventKind, EventStatus, Value
from pipelines.catalogue.events import Told
from pipelines.register.marks import VAGUE, where

# An invitation still says "planned" of what was called off since.
RANK: Final[dict[EventStatus, int]] = {"held": 0, "cancelled": 1, "planned": 2}
_LONGEST: Final = 7  # days of an event that one telling gives whole and another by one of them


@dataclass(frozen=True)
class Row:
    """An event: every telling of it, the best first. What each question asks of every row is worked
    out once."""

    told: tuple[Told, ...]

    @property
    def best(self) -> Event:
        """The event as the best telling has it."""
        return self.told[0].event

    @cached_property
    def kind(self) -> EventKind:
        """Its kind, the most particular that is told."""
        kinds = [t.event.kind for t in self.told]
        return next((kind for kind in kinds if kind not in VAGUE), kinds[0])

    @property
    def status(self) -> EventStatus:
        """What the best telling knows of it."""
        return self.best.status

    @property
    def put_off(self) -> Told | None:
        """The best telling that says that it was put off; None where none does."""
        return next((t for t in self.told if t.event.put_off is not None), None)

    @cached_property
    def projects(self) -> frozenset[str]:
        """The projects that any telling names, folded."""
        return frozenset(fold(v.text) for t in self.told for v in t.event.projects)

    @cached_property
    def places(self) -> frozenset[str]:
        """The places that any telling names."""
        return frozenset(t.event.place.text for t in self.told if t.event.place)

    @cached_property
    def place_names(self) -> frozenset[str]:
        """Its places by all their names, folded: "saragosse" and "zaragoza"."""
        return frozenset().union(*(where(t.event) for t in self.told))

    @cached_property
    def lands(self) -> frozenset[str]:
        """The codes of the countries that any telling names."""
        return frozenset(t.event.country.text for t in self.told if t.event.country)

    @cached_property
    def documents(self) -> frozenset[str]:
        """The documents that tell it."""
        return frozenset(t.document for t in self.told)

    def cell(self, name: str) -> tuple[Told, Value] | None:
        """Host, organiser, place, country or participants, and who tells it; None if nobody does.

        A planned host who was not the one in the end stands behind the one who was.
        """
        for told in self.told:
            value: Value | None = getattr(told.event, name)
            if value is not None:
                return told, value
        return None

    def cells(self, name: str) -> tuple[tuple[Told, Value], ...]:
        """Projects or partners: the longest list that one telling has."""
        lists = [(told, getattr(told.event, name)) for told in self.told]
        told, values = max(lists, key=lambda pair: len(pair[1]))
        return tuple((told, value) for value in values)

    def when(self) -> tuple[Told, DateRange] | None:
        """Its days as the best telling that gives them has them; of one that names a day of it, as
        the telling has them that gives the days around."""
        return self._when

    @cached_property
    def _when(self) -> tuple[Told, DateRange] | None:
        dated = [(t, t.event.dates) for t in self.told if t.event.dates]
        if not dated:
            return None
        day = dated[0][1]
        around = (d for d in dated if d[1] != day and _lasts_over(d[1], day))
        return next(around, dated[0]) if day.start == day.end else dated[0]

    def deadlines(self) -> tuple[tuple[Told, DateRange], ...]:
        """The last days to apply or register."""
        return next(
            (tuple((t, d) for d in t.event.deadlines) for t in self.told if t.event.deadlines), ()
        )

    def other_days(self) -> tuple[tuple[Told, DateRange], ...]:
        """Days that another telling gives and that don't meet those of the row."""
        if (first := self.when()) is None:
            return ()
        found: dict[tuple[str, str], tuple[Told, DateRange]] = {}
        for told in self.told:
            dates = told.event.dates
            if dates is not None and not dates.meets(first[1]):
                found.setdefault(dates.iso(), (told, dates))
        return tuple(found.values())


def is_own(told: Told) -> bool:
    """Whether an event is what its document is about, which is named by its title; the first that a
    policy note tells need not be."""
    return told.number == 0 and told.event.name.text == told.title


def is_before(told: Told) -> bool:
    """Whether a plan may be the one from before an event was put off."""
    return told.event.status == "planned" and told.event.put_off is None


def _lasts_over(days: DateRange, day: DateRange) -> bool:
    """Whether some days, a week at most, hold a day."""
    inside = days.holds(day)
    return inside and (days.end - days.start).days < _LONGEST
