"""What a passage has to say to stand beside the events that a question narrows: a town, a year."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from ingest.describe.dates.calendar import YEAR
from ingest.gazetteer import aliases, fold
from pipelines.register.wanted import Wanted


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Names of which a passage has to say one of each group, folded, and ``since``, the year before
    which all is over where something is asked for that is yet to come."""

    groups: tuple[frozenset[str], ...] = ()
    since: int | None = None

    def admits(self, said: str, title: str, projects: Collection[str]) -> bool:
        """Whether a sentence ``said`` under a title, of a document of these projects, fits."""
        years = [int(year) for year in YEAR.findall(said)]
        if self.since is not None and years and max(years) < self.since:
            return False
        text = fold(f"{said} {title} {' '.join(projects)}")
        return all(
            any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)
            for names in self.groups
        )


ANYTHING: Final = Narrowed()


def narrowed(wanted: Wanted, today: date) -> Narrowed:
    """What a question demands of passages: its towns by any name, its projects, its years."""
    groups = (
        frozenset(name for town in wanted.towns for name in (town, *aliases(town))),
        frozenset(fold(project) for project in wanted.projects),
        frozenset(str(year) for year in wanted.years),
    )
    return Narrowed(tuple(filter(None, groups)), today.year if wanted.future else None)
