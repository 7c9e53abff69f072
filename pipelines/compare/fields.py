"""What is told of a subject, field by field: each value with the words it rests on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from ingest.describe.amounts import find_amounts
from ingest.describe.callamounts import value_of
from ingest.describe.organisations import key_of
from ingest.gazetteer import aliases, fold
from ingest.sentences import sentences
from ingest.types import Amount, DateRange, Language, Span, Text, Value
from pipelines.catalogue.events import Told
from pipelines.catalogue.records import Record
from pipelines.compare.subjects import Subject
from pipelines.register.conflicts import conflicts
from pipelines.register.counted import number_of
from pipelines.register.merge import Row
from pipelines.register.wording import STATUS, country_name, days, kind_word, type_word

Field = Literal[
    "name", "type", "status", "dates", "deadlines", "place", "country", "host", "organiser",
    "coordinator", "projects", "partners", "participants", "amounts", "events", "documents",
]  # fmt: skip
FIELDS: Final[tuple[Field, ...]] = get_args(Field)
_AMOUNTS: Final = {
    "budget": ("budget", "budget"),
    "grant": ("grant", "aide"),
    "rate": ("rate", "taux"),
}
_TOTAL: Final = re.compile(
    r"\b(?:(?:total|overall|whole) (?:budget|cost)|budget(?: total| global)?|co[uû]t total"
    r"|enveloppe)\b",
    re.IGNORECASE,
)
_OF_PROJECT: Final = re.compile(r"\b(?:proje(?:c)?ts?|partenariat|partnership)\b", re.IGNORECASE)
_UNITS: Final = (
    (re.compile(r"€|euros?|EUR", re.IGNORECASE), "EUR"),
    (re.compile(r"£|GBP|pounds?", re.IGNORECASE), "GBP"),
    (re.compile(r"CHF", re.IGNORECASE), "CHF"),
    (re.compile(r"\$|USD|dollars?", re.IGNORECASE), "USD"),
)
_NEAR: Final = 60  # characters between "budget" and its sum


@dataclass(frozen=True, slots=True)
class Held:
    """A value as it is shown, what it is compared by, and where it is told.

    ``span`` is None where the file's metadata or a person gave it.
    """

    text: str
    key: str
    document: str
    span: Span | None = None


Fields = Mapping[Field, tuple[Held, ...]]
TextOf = Callable[[str], Text]


@dataclass(slots=True)
class _Gathered:
    """Values by field so far, each key of a field once."""

    found: dict[Field, dict[str, Held]] = field(default_factory=dict)

    def add(self, name: Field, text: str, key: str, document: str, span: Span | None) -> None:
        held = self.found.setdefault(name, {})
        if key not in held or (held[key].span is None and span is not None):
            held[key] = Held(" ".join(text.split()), key, document, span)

    def done(self) -> Fields:
        return {name: tuple(held.values()) for name, held in self.found.items()}


def fields_of(subject: Subject, language: Language, text_of: TextOf) -> Fields:
    """Every field of the subject that a document tells, in the reader's language."""
    found = _Gathered()
    if subject.sort == "event":
        _of_event(found, subject.rows[0], subject.records, language)
    elif subject.sort == "document":
        _of_document(found, subject.records[0], language)
    else:
        _of_project(found, subject, language, text_of)
    return found.done()


def _of_event(found: _Gathered, row: Row, records: Sequence[Record], language: Language) -> None:
    first, french = row.told[0], language == "fr"
    kind = next(t for t in row.told if t.event.kind == row.kind)
    found.add(
        "name", row.best.name.text, fold(row.best.name.text), first.document, row.best.name.span
    )
    span = kind.event.kind_span or kind.event.name.span
    found.add("type", kind_word(row.kind, language), row.kind, kind.document, span)
    if row.kind != "call":
        span = row.best.status_span or (row.best.dates.span if row.best.dates else None)
        found.add("status", STATUS[row.status][french], row.status, first.document, span)
    if when := row.when():
        _add_day(found, "dates", when, language)
    for told, day in row.other_days():
        other = STATUS[told.event.status][french]
        text = f"{days(day, language)} ({other})"
        found.add("dates", text, _iso(day), told.document, day.span)
    for told, day in row.deadlines():
        _add_day(found, "deadlines", (told, day), language)
    for told in row.told:
        event = told.event
        _add_place(found, told.document, event.place, event.country, language)
        _add_bodies(found, told.document, host=event.host, organiser=event.organiser)
        _add_names(found, told.document, event.projects, event.partners)
    by_id = {record.id: record for record in records}
    disputed = next((c for c in conflicts(row, by_id) if c.cell == "participants"), None)
    if disputed is not None:
        for version in disputed.versions:
            _add_count(found, version.told.document, Value(version.text, version.span))
    elif came := row.cell("participants"):
        _add_count(found, came[0].document, came[1])
    for told in row.told:
        record = by_id.get(told.document)
        if told.number == 0 and record is not None and record.description is not None:
            _add_amounts(found, record, record.description.amounts, language)
        if told.number == 0 and record is not None:
            found.add("documents", record.title, record.id, record.id, None)


def _of_document(found: _Gathered, record: Record, language: Language) -> None:
    about, document = record.description, record.id
    if about is None:
        return
    found.add("name", about.title.text, fold(about.title.text), document, about.title.span)
    found.add("type", type_word(about.type, language), about.type, document, about.type_span)
    if about.dates is not None:
        text = days(about.dates, language)
        found.add("dates", text, _iso(about.dates), document, about.dates.span)
    for day in about.deadlines:
        found.add("deadlines", days(day, language), _iso(day), document, day.span)
    _add_place(found, document, about.place, about.country, language)
    _add_bodies(
        found, document, host=about.host, organiser=about.organiser, coordinator=about.coordinator
    )
    _add_names(found, document, about.projects, about.partners)
    _add_amounts(found, record, about.amounts, language)


def _of_project(found: _Gathered, subject: Subject, language: Language, text_of: TextOf) -> None:
    name = subject.name
    project = "projet" if language == "fr" else "project"
    for row in subject.rows:
        for told in row.told:
            own = next((v for v in told.event.projects if v.text == name), None)
            if own is not None:
                found.add("name", name, fold(name), told.document, own.span)
                found.add("type", project, "project", told.document, own.span)
            _add_names(found, told.document, (), told.event.partners)
            land = told.event.country
            if land is not None:
                text = country_name(land.text, language)
                found.add("country", text, land.text, told.document, land.span)
        _add_event(found, row, language)
        if row.kind == "call":
            for told, day in row.deadlines():
                _add_day(found, "deadlines", (told, day), language)
    for record in subject.records:
        about = record.description
        if about is None:
            continue
        own = next((v for v in about.projects if v.text == name), None)
        found.add("name", name, fold(name), record.id, own.span if own else None)
        found.add("type", project, "project", record.id, own.span if own else None)
        _add_bodies(found, record.id, coordinator=about.coordinator)
        _add_names(found, record.id, (), about.partners)
        if len(about.projects) == 1:
            for text, span in _budgets(text_of(record.id).content, name):
                budget = f"{_AMOUNTS['budget'][language == 'fr']} {text}"
                found.add(
                    "amounts", budget, f"budget {value_of(text):g} {_unit(text)}", record.id, span
                )
            _add_amounts(found, record, about.amounts, language)
        found.add("documents", record.title, record.id, record.id, None)


def _add_event(found: _Gathered, row: Row, language: Language) -> None:
    when, place = row.when(), row.cell("place")
    if when is None or row.kind == "call":
        return
    text = f"{kind_word(row.kind, language)}, {days(when[1], language)}"
    if place is not None:
        town = place[1].text
        online = "en ligne" if language == "fr" else "online"
        text += f", {online if town == 'online' else town}"
    if row.status != "held":
        text += f" ({STATUS[row.status][language == 'fr']})"
    key = f"{row.kind} {_iso(when[1])} {fold(place[1].text) if place else ''}"
    found.add("events", text, key, when[0].document, when[1].span)


def _budgets(content: str, project: str) -> Iterator[tuple[str, Span]]:
    """The whole budget of a project, where a sentence gives it that and speaks of the project."""
    for area in sentences(content):
        said = area.of(content)
        if not (_OF_PROJECT.search(said) or project in said):
            continue
        sums = [a for a in find_amounts(content, area.start, area.end) if a.kind == "money"]
        for cue in _TOTAL.finditer(said):
            at = area.start + cue.end()
            near = [a for a in sums if 0 <= a.span.start - at <= _NEAR]
            if near:
                first = near[0]
                yield first.span.of(content), first.span


def _add_day(
    found: _Gathered, name: Field, day: tuple[Told, DateRange], language: Language
) -> None:
    told, value = day
    found.add(name, days(value, language), _iso(value), told.document, value.span)


def _add_place(
    found: _Gathered, document: str, place: Value | None, land: Value | None, language: Language
) -> None:
    if place is not None:
        text = place.text
        if text == "online":
            text = "en ligne" if language == "fr" else "online"
        key = min({fold(place.text), *aliases(place.text)})
        found.add("place", text, key, document, place.span)
    if land is not None:
        found.add("country", country_name(land.text, language), land.text, document, land.span)


def _add_bodies(found: _Gathered, document: str, **bodies: Value | None) -> None:
    names: dict[str, Field] = {
        "host": "host", "organiser": "organiser", "coordinator": "coordinator",
    }  # fmt: skip
    for role, value in bodies.items():
        if value is not None:
            found.add(names[role], value.text, key_of(value.text), document, value.span)


def _add_names(
    found: _Gathered, document: str, projects: Sequence[Value], partners: Sequence[Value]
) -> None:
    for value in projects:
        found.add("projects", value.text, fold(value.text), document, value.span)
    for value in partners:
        found.add("partners", value.text, key_of(value.text), document, value.span)


def _add_count(found: _Gathered, document: str, value: Value) -> None:
    number = number_of(value.text)
    key = str(number) if number is not None else fold(value.text)
    found.add("participants", value.text, key, document, value.span)


def _add_amounts(
    found: _Gathered, record: Record, amounts: Sequence[Amount], language: Language
) -> None:
    for amount in amounts:
        text = f"{_AMOUNTS[amount.kind][language == 'fr']} {amount.text}"
        key = f"{amount.kind} {amount.value:g} {amount.unit}"
        found.add("amounts", text, key, record.id, amount.span)


def _unit(text: str) -> str:
    return next((code for sign, code in _UNITS if sign.search(text)), "")


def _iso(day: DateRange) -> str:
    return "/".join(day.iso())
