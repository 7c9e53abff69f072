"""What is told of a subject, field by field: each value with the words it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.gazetteer import fold
from ingest.types import Language, Value
from pipelines.catalogue.records import Record
from pipelines.compare.candidates import Subject
from pipelines.compare.held import Fields, Gathered, TextOf, iso
from pipelines.compare.projects import add_project
from pipelines.register.conflicts import conflicts
from pipelines.register.row import Row, is_own
from pipelines.register.wording import STATUS, days, kind_word, type_word


def fields_of(subject: Subject, language: Language, text_of: TextOf) -> Fields:
    """Every field of the subject that a document tells, in the reader's language."""
    found = Gathered(language)
    if subject.sort == "event":
        _add_event(found, subject.rows[0], subject.records)
    elif subject.sort == "document":
        _add_document(found, subject.records[0])
    else:
        add_project(found, subject, text_of)
    return found.done()


def _add_event(found: Gathered, row: Row, records: Sequence[Record]) -> None:
    first, french = row.told[0], found.language == "fr"
    kind = next(t for t in row.told if t.event.kind == row.kind)
    found.add(
        "name", row.best.name.text, fold(row.best.name.text), first.document, row.best.name.span
    )
    span = kind.event.kind_span or kind.event.name.span
    found.add("type", kind_word(row.kind, found.language), row.kind, kind.document, span)
    if row.kind != "call":
        span = row.best.status_span or (row.best.dates.span if row.best.dates else None)
        found.add("status", STATUS[row.status][french], row.status, first.document, span)
    if when := row.when():
        found.add_day("dates", when[0].document, when[1])
    for told, day in row.other_days():
        other = STATUS[told.event.status][french]
        text = f"{days(day, found.language)} ({other})"
        found.add("dates", text, iso(day), told.document, day.span)
    for told, day in row.deadlines():
        found.add_day("deadlines", told.document, day)
    for told in row.told:
        event = told.event
        found.add_place(told.document, event.place, event.country)
        found.add_bodies("host", told.document, [event.host])
        found.add_bodies("organiser", told.document, [event.organiser])
        found.add_projects(told.document, event.projects)
        found.add_bodies("partners", told.document, event.partners)
    by_id = {record.id: record for record in records}
    disputed = next((c for c in conflicts(row, by_id) if c.cell == "participants"), None)
    if disputed is not None:
        for version in disputed.versions:
            found.add_count(version.told.document, Value(version.text, version.span))
    elif came := row.cell("participants"):
        found.add_count(came[0].document, came[1])
    for told in row.told:
        record = by_id.get(told.document)
        if not is_own(told) or record is None:
            continue
        if record.description is not None:
            for amount in record.description.amounts:
                found.add_amount(record.id, amount)
        found.add("documents", record.title, record.id, record.id, None)


def _add_document(found: Gathered, record: Record) -> None:
    about, document = record.description, record.id
    if about is None:
        return
    found.add("name", about.title.text, fold(about.title.text), document, about.title.span)
    kind = type_word(about.type, found.language)
    found.add("type", kind, about.type, document, about.type_span)
    if about.dates is not None:
        found.add_day("dates", document, about.dates)
    for day in about.deadlines:
        found.add_day("deadlines", document, day)
    found.add_place(document, about.place, about.country)
    found.add_bodies("host", document, [about.host])
    found.add_bodies("organiser", document, [about.organiser])
    found.add_bodies("coordinator", document, [about.coordinator])
    found.add_projects(document, about.projects)
    found.add_bodies("partners", document, about.partners)
    for amount in about.amounts:
        found.add_amount(document, amount)
