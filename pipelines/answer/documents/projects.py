"""The projects that documents name, as a list: a row each, with who coordinates it where that is
told, cited where a document names it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.describe.bodies.organisations import key_of
from ingest.types import Language, Value
from pipelines.answer.asking.question import Question
from pipelines.answer.documents.asked_projects import Part, Projects, may_ask, projects_asked
from pipelines.answer.rows import Rows
from pipelines.catalogue.coverage import coverage_of
from pipelines.compare.belonging import belonging, subjects_of
from pipelines.compare.candidates import Subject, own_name, projects
from pipelines.filters import Filters
from pipelines.register.citing import Cites
from pipelines.register.conditions import name_key
from pipelines.register.consortium import Origin, leading
from pipelines.register.texts import Texts
from pipelines.register.wording import in_documents
from pipelines.results import Coverage, Statement

if TYPE_CHECKING:
    from pipelines.library import Library

MOST = 50  # projects told; all are counted
_NAMES = {"coordinator": ("coordinator", "chef de file"), "partner": ("partner", "partenaire")}


@dataclass(frozen=True, slots=True)
class _Project:
    """A project, who has which part in it and where that is told, and where it is named itself."""

    subject: Subject
    parts: Mapping[Part, tuple[tuple[Origin, Value], ...]]
    named: tuple[Origin, Value] | None

    def has(self, body: str, part: Part) -> tuple[Origin, Value] | None:
        """Where it is told that a body has a part; who coordinates is a partner as well."""
        told = self.parts[part] + (self.parts["coordinator"] if part == "partner" else ())
        return next((one for one in told if key_of(one[1].text) == body), None)


def list_projects(library: Library, question: Question, text: str, filters: Filters) -> Rows | None:
    """The projects that a question asks for; None where none is known, and for another question."""
    if not may_ask(text):
        return None
    catalogue, language = library.catalogue, question.query.language
    known = projects(catalogue, filters)
    if filters.project:
        known = [subject for subject in known if subject.name in filters.project]
    asked = projects_asked(text, _bodies(known), sorted(catalogue.values("year")))
    if asked is None or not known:
        return None
    narrowed = filters
    if asked.years is not None and not filters.year:
        narrowed = replace(filters, year=asked.years)
        left = {s.name for s in projects(catalogue, narrowed)} if asked.years else set()
        known = [subject for subject in known if subject.name in left]
    if asked.countries:
        known = [subject for subject in known if _lands(subject) & set(asked.countries)]
    text_of = Texts(catalogue)
    text_of.fetch(r.id for subject in known for r in subject.records)
    every = [_project(subject, text_of) for subject in known]
    found = [project for project in every if all(project.has(*body) for body in asked.bodies)]
    if not found:
        return None  # what no description holds a text may tell
    documents = {r.id for project in found for r in project.subject.records}
    coverage = coverage_of(catalogue, narrowed, documents)
    return _told(text_of, found, asked, coverage, narrowed, language)


def _told(
    text_of: Texts,
    found: Sequence[_Project],
    asked: Projects,
    coverage: Coverage,
    narrowed: Filters,
    language: Language,
) -> Rows:
    cites, statements = Cites(text_of), []
    for project in found[:MOST]:
        shown = [(part, p) for body, part in asked.bodies if (p := project.has(body, part))]
        leads = project.parts["coordinator"]
        if leads and leads[0] not in [p for _, p in shown]:
            shown.append(("coordinator", leads[0]))
        words = [_part(part, project, p[1], language) for part, p in shown]
        places = [*([project.named] if project.named else []), *(p for _, p in shown)]
        numbers = cites.add([(origin, value.span) for origin, value in places])
        if numbers:
            row = [project.subject.name, ", ".join(dict.fromkeys(words))]
            statements.append(Statement(" · ".join(filter(None, row)), numbers, "supported"))
    if asked.counted and statements:
        numbers = tuple(dict.fromkeys(n for s in statements for n in s.citations[:1]))
        noun = ("projets" if language == "fr" else "projects")[: None if len(found) != 1 else -1]
        told = in_documents(coverage.matched, language)
        statements.insert(0, Statement(f"{len(found)} {noun}, {told}.", numbers, "supported"))
    return Rows(tuple(statements), tuple(cites.found.values()), coverage, narrowed)


def _part(part: Part, project: _Project, value: Value, language: Language) -> str:
    """Who has which part: who coordinates is never told as a partner like others."""
    leads = {key_of(lead.text) for _, lead in project.parts["coordinator"]}
    word = _NAMES["coordinator" if key_of(value.text) in leads else part][language == "fr"]
    return f"{word} : {value.text}" if language == "fr" else f"{word}: {value.text}"


def _project(subject: Subject, text_of: Texts) -> _Project:
    leads: list[tuple[Origin, Value]] = []
    partners: list[tuple[Origin, Value]] = []
    named: list[tuple[bool, Origin, Value]] = []
    for record in subject.records:
        about = record.description
        if about is None:
            continue
        origin = Origin(record.id, record.source, record.title, about.language)
        own, others = subjects_of(about), {value.text for value in about.projects}
        name = own_name(subject.name, about.projects)
        if name is not None and name.span is not None:
            named.append((own != {subject.name}, origin, name))
        content = text_of(origin).content
        for values, told in (((about.coordinator,), leads), (about.partners, partners)):
            held = belonging(values, subject.name, own, others, content)
            told += [(origin, value) for value in held if value.span is not None]
    for row in subject.rows:
        for event in row.told:
            where = Origin(event.document, event.source, event.title, event.language)
            name = own_name(subject.name, event.event.projects)
            if name is not None and name.span is not None:
                named.append((True, where, name))
            if len(event.event.projects) == 1:
                partners += [(where, v) for v in event.event.partners if v.span is not None]
    leads = leading(leads, {key_of(value.text) for _, value in partners})
    first = min(named, key=lambda one: one[0])[1:] if named else None
    return _Project(subject, {"coordinator": tuple(leads), "partner": tuple(partners)}, first)


def _bodies(known: Sequence[Subject]) -> dict[str, str]:
    """Who may have a part in any of the projects, by name: the key that all forms of it share."""
    records = [r.description for subject in known for r in subject.records if r.description]
    values = [v for about in records for v in (about.coordinator, *about.partners) if v]
    values += [v for s in known for row in s.rows for t in row.told for v in t.event.partners]
    names = {name_key(value.text): key_of(value.text) for value in values}
    return {key: key for key in names.values()} | names


def _lands(subject: Subject) -> set[str]:
    """The countries of a project's events, of the partners told with them, and of its documents."""
    lands = {land for row in subject.rows for land in row.lands}
    for row in subject.rows:
        lands |= {v.text for t in row.told for v in t.event.partner_countries}
    for record in subject.records:
        about = record.description
        if about is not None and about.country and subjects_of(about) == {subject.name}:
            lands.add(about.country.text)
    return lands
