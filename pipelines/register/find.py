"""The register's rows under the filters, and how much of the library they were read from."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from ingest.describe.bodies.organisations import key_of
from ingest.gazetteer import cities, countries, is_word, regions
from ingest.types import EventKind
from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.coverage import coverage_of
from pipelines.catalogue.events import Told
from pipelines.filters import Filters
from pipelines.register.conditions import name_key
from pipelines.register.merge import merged
from pipelines.register.row import Row, is_own
from pipelines.results import Coverage

_SHORTEST = 5  # letters of a name in short
_OF_THE_OWN = frozenset({"year", "country"})  # what a document says of its own event alone


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
    the event says nothing; but the year and country of a document are those of its own event, and
    not of every one that it tells. On language and type a filter holds for the document. An event
    passes when one of its tellings does, and only those tellings are shown.
    """
    wanted = filters.as_dict()
    rows = [row for row in all_rows(catalogue) if not kinds or row.kind in kinds]
    passed = rows if not wanted else [kept for row in rows if (kept := _passing(row, wanted))]
    documents = frozenset[str]().union(*(row.documents for row in passed))
    return Register(
        tuple(passed),
        len(rows) - len(passed),
        coverage_of(catalogue, filters, documents, len(passed)),
    )


def all_rows(catalogue: Catalogue) -> tuple[Row, ...]:
    """Every event, its tellings merged once for as long as the library stays as it is."""

    def read(_: Connection) -> tuple[Row, ...]:
        return tuple(merged(catalogue.register()))

    rows: tuple[Row, ...] = catalogue.until_changed("rows of the register", read)
    return rows


def bodies(catalogue: Catalogue) -> Mapping[str, str]:
    """The organisations of the register by name, and by what all forms of a name share.

    What is also a project, a place or a plain word names nobody, nor does what has no letter: a
    year is not a body's name.
    """

    def read(_: Connection) -> Mapping[str, str]:
        projects = {name_key(name) for name in catalogue.values("project")}
        others = frozenset[str]().union(projects, cities(), countries(), regions())
        known: dict[str, str] = {}
        for told in catalogue.register():
            event = told.event
            for value in (event.host, event.organiser, *event.partners):
                if value is not None:
                    key = key_of(value.text)
                    known[name_key(value.text)] = key
                    if len(key) >= _SHORTEST and not is_word(key):
                        known[name_key(key)] = key
        return {
            name: key
            for name, key in known.items()
            if len(name) > 2 and name not in others and any(map(str.isalpha, name))
        }

    found: Mapping[str, str] = catalogue.until_changed("bodies of the register", read)
    return found


def _passing(row: Row, wanted: Mapping[str, Sequence[str]]) -> Row | None:
    told = tuple(t for t in row.told if _passes(t, wanted))
    return Row(told) if told else None


def _passes(told: Told, wanted: Mapping[str, Sequence[str]]) -> bool:
    """Whether a telling satisfies the filters."""
    event = told.event
    own: dict[str, frozenset[str]] = {
        "project": frozenset(value.text for value in event.projects),
        "year": frozenset(map(str, years_of(told))),
        "country": frozenset({event.country.text} if event.country else ()),
    }
    labels = told.labels
    if not is_own(told):
        labels = {name: values for name, values in labels.items() if name not in _OF_THE_OWN}
    return all(
        bool((own.get(name) or labels.get(name, frozenset())) & set(values))
        for name, values in wanted.items()
    )


def years_of(told: Told) -> tuple[int, ...]:
    """The years that an event falls in; of a call, from its opening to its last deadline."""
    event = told.event
    days = [event.dates, *(event.deadlines if event.kind == "call" else ())]
    known = [d for d in days if d is not None]
    if not known:
        return ()
    return tuple(range(min(d.start.year for d in known), max(d.end.year for d in known) + 1))
