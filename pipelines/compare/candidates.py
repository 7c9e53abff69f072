"""What can be compared: the projects, events and documents of a library, by what names them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from babel import Locale

from ingest.gazetteer import aliases, fold
from ingest.types import LANGUAGES, EventKind, Value
from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.records import VISIBLE, Record
from pipelines.filters import Filters
from pipelines.register.find import find_rows, years_of
from pipelines.register.nouns import without_accents
from pipelines.register.row import Row, is_own
from pipelines.register.wording import country_name, kind_word

Sort = Literal["event", "project", "document"]
WORD: Final = re.compile(r"[a-z0-9&]+")


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing to compare: its events and its documents."""

    sort: Sort
    name: str
    rows: tuple[Row, ...]
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    subject: Subject
    label: str
    kind: EventKind | None
    exact: frozenset[str]  # whole names that mean it
    words: frozenset[str]  # what a name of it is made of
    more: frozenset[str]  # and what its titles hold besides
    own: bool = True


def candidates(catalogue: Catalogue, filters: Filters) -> list[Candidate]:
    """What can be compared of what the filters leave."""
    records, described, rows = _left(catalogue, filters)
    found = [_project(name, rows, described) for name in _projects(rows, described)]
    found += [_event(row, records) for row in rows]
    return found + [_document(record, rows) for record in described]


def projects(catalogue: Catalogue, filters: Filters) -> list[Subject]:
    """The projects of what the filters leave, by name."""
    _, described, rows = _left(catalogue, filters)
    return [_project(name, rows, described).subject for name in _projects(rows, described)]


def _left(
    catalogue: Catalogue, filters: Filters
) -> tuple[dict[str, Record], list[Record], list[Row]]:
    """The records by id that the filters leave, those that are described, and their events."""
    records = {r.id: r for r in catalogue.records(VISIBLE, filters.as_dict())}
    described = [r for r in records.values() if r.description is not None]
    rows = [row for row in find_rows(catalogue, filters).rows if row.documents & set(records)]
    return records, described, rows


def _projects(rows: Sequence[Row], records: Sequence[Record]) -> list[str]:
    """Each project once, as most of its tellings write it."""
    told = [v.text for row in rows for t in row.told for v in t.event.projects]
    told += [v.text for r in records if r.description for v in r.description.projects]
    written = Counter(sorted(told))
    return sorted({fold(name): name for name in sorted(written, key=written.__getitem__)}.values())


def _project(name: str, rows: Sequence[Row], records: Sequence[Record]) -> Candidate:
    subject = Subject(
        "project",
        name,
        tuple(r for r in rows if any(own_name(name, t.event.projects) for t in r.told)),
        tuple(r for r in records if r.description and own_name(name, r.description.projects)),
    )
    key = frozenset({fold(name)})
    return Candidate(subject, name, None, key, key, frozenset())


def own_name(project: str, named: Iterable[Value]) -> Value | None:
    """The project among those ``named``, however it is written there; None where it isn't."""
    return next((value for value in named if fold(value.text) == fold(project)), None)


def _event(row: Row, records: Mapping[str, Record]) -> Candidate:
    told = row.told
    places = {t.event.place.text for t in told if t.event.place}
    lands = {t.event.country.text for t in told if t.event.country}
    bodies = [v.text for t in told for v in (t.event.host, t.event.organiser) if v]
    names = [v.text for t in told for v in t.event.projects]
    names += [a for place in places for a in (place, *aliases(place))]
    names += [country_name(code, language) for code in lands for language in LANGUAGES]
    years = [str(y) for t in told for y in years_of(t)]
    own = next(filter(is_own, told), None)
    titles = [t.title for t in told if is_own(t)] + [t.event.name.text for t in told]
    label = own.event.name.text if own else _label(row)
    subject = Subject(
        "event", label, (row,), tuple(records[d] for d in sorted(row.documents) if d in records)
    )
    return Candidate(
        subject,
        _label(row) if own is None else f"{label} ({_when(row)})",
        row.kind,
        frozenset(fold(t) for t in titles if own is not None),
        _words([*names, *years, *_months(row)]),
        _words([*titles, *bodies, *(t.source for t in told if is_own(t))]),
        own is not None,
    )


def _document(record: Record, rows: Sequence[Row]) -> Candidate:
    own = tuple(row for row in rows if record.id in row.documents)
    projects = [v.text for v in record.description.projects] if record.description else []
    return Candidate(
        Subject("document", record.title, own, (record,)),
        f"{record.title} ({record.source})",
        None,
        frozenset({fold(record.source), fold(record.source.rsplit("/", 1)[-1]), record.id}),
        _words([record.title, record.source, *projects]),
        frozenset(),
    )


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(w for text in texts for w in WORD.findall(without_accents(text.lower())))


def _months(row: Row) -> list[str]:
    when = row.when()
    days = ([when[1]] if when else []) + [d for _, d in row.deadlines()]
    return [
        str(Locale(language).months["format"]["wide"][day.month])
        for d in days
        for day in (d.start, d.end)
        for language in LANGUAGES
    ]


def _label(row: Row) -> str:
    """An event told in passing by its kind, project and place."""
    projects, place = row.cells("projects"), row.cell("place")
    parts = [projects[0][1].text if projects else "", kind_word(row.kind, "en")]
    parts.append(place[1].text if place else "")
    return f"{' '.join(p for p in parts if p)} ({_when(row)})"


def _when(row: Row) -> str:
    when = row.when()
    days = when[1] if when else next((d for _, d in row.deadlines()), None)
    return days.iso()[0] if days else "–"
