"""The register's rows under the filters, and how much of the library they were read from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection

from ingest.types import EventKind
from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.events import Told
from pipelines.catalogue.records import VISIBLE
from pipelines.filters import Filters
from pipelines.register.merge import Row, merged
from pipelines.results import Coverage


@dataclass(frozen=True, slots=True)
class Register:
    """Events in the order of their days; ``outside`` counts those that the filters leave out."""

    rows: tuple[Row, ...]
    outside: int
    coverage: Coverage


def find_rows(
    catalogue: Catalogue, filters: Filters, kinds: Collection[EventKind] = ()
) -> Register:
    """The events that the filters let pass, of these kinds or of all.

    A filter on project, year or country holds for what the event says, and for its document where
    the event says nothing; on language and type it holds for the document. An event passes when one
    of its tellings does, and only those tellings are shown.
    """
    passed: list[Row] = []
    outside = 0
    for row in all_rows(catalogue):
        if kinds and row.kind not in kinds:
            continue
        told = tuple(t for t in row.told if passes(t, filters))
        if told:
            passed.append(Row(told))
        else:
            outside += 1
    searched = catalogue.count(VISIBLE, filters.as_dict())
    return Register(
        tuple(passed),
        outside,
        Coverage(
            searched=searched,
            matched=len(frozenset[str]().union(*(row.documents for row in passed))),
            unreadable=catalogue.count(["skipped"]),
            filtered_out=catalogue.count(VISIBLE) - searched,
            events=len(passed),
        ),
    )


def all_rows(catalogue: Catalogue) -> tuple[Row, ...]:
    """Every event, its tellings merged once for as long as the library stays as it is."""

    def read(_: Connection) -> tuple[Row, ...]:
        return tuple(merged(tellings))

    tellings = catalogue.register()
    rows: tuple[Row, ...] = catalogue.until_changed("rows of the register", read)
    return rows


def passes(told: Told, filters: Filters) -> bool:
    """Whether a telling satisfies the filters."""
    event = told.event
    own: dict[str, frozenset[str]] = {
        "project": frozenset(value.text for value in event.projects),
        "year": frozenset(map(str, years_of(told))),
        "country": frozenset({event.country.text} if event.country else ()),
    }
    return all(
        bool((own.get(name) or told.labels.get(name, frozenset())) & set(values))
        for name, values in filters.as_dict().items()
    )


def years_of(told: Told) -> tuple[int, ...]:
    """The years that an event falls in; of a call, from its opening to its last deadline."""
    event = told.event
    days = [event.dates, *(event.deadlines if event.kind == "call" else ())]
    known = [d for d in days if d is not None]
    if not known:
        return ()
    return tuple(range(min(d.start.year for d in known), max(d.end.year for d in known) + 1))
