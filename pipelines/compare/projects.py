"""What is told of a project, by its events and by the documents that name it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.describe.amounts import find_amounts
from ingest.describe.callamounts import value_of
from ingest.describe.layout import labels, lowered, told_once
from ingest.gazetteer import fold
from ingest.register.kinds import title_kind
from ingest.sentences import sentences
from ingest.types import Amount, Description, Span
from pipelines.compare.belonging import belonging, subjects_of
from pipelines.compare.candidates import Subject, own_name
from pipelines.compare.held import Gathered, TextOf, iso
from pipelines.register.row import Row
from pipelines.register.wording import STATUS, days, kind_word, place_name

_TOTAL: Final = re.compile(
    r"\b(?:(?:total|overall|whole) (?:budget|cost)|budget(?: total| global)?|co[uû]t total"
    r"|enveloppe)\b",
    re.IGNORECASE,
)
_BUDGET: Final = re.compile(
    r"(?:(?:total|overall|whole|project) )*(?:budget|cost)|(?:budget|cout)(?: (?:total|global))?"
    r"(?: du projet)?|enveloppe(?: totale| globale)?"
)
_OF_PROJECT: Final = re.compile(r"\b(?:proje(?:c)?ts?|partenariat|partnership)\b", re.IGNORECASE)
_UNITS: Final = (
    (re.compile(r"€|euros?|EUR", re.IGNORECASE), "EUR"),
    (re.compile(r"£|GBP|pounds?", re.IGNORECASE), "GBP"),
    (re.compile(r"CHF", re.IGNORECASE), "CHF"),
    (re.compile(r"\$|USD|dollars?", re.IGNORECASE), "USD"),
)
_NEAR: Final = 60  # characters between "budget" and its sum
# What makes of the sum a part or a bound: "on its own budget (ceiling: €500)".
_PART: Final = re.compile(
    r"\b(?:plafon\w*|cap(?:ped)?\b|ceilings?|maxim|minim|jusqu|up to|dont\b|of which|including"
    r"|per\b|par\b"
    r"|each\b|chacun|frais|fees?\b|part\b|share)|%",
    re.IGNORECASE,
)


def add_project(found: Gathered, subject: Subject, text_of: TextOf) -> None:
    """Add what events and documents tell of a project, and of no other that they speak of."""
    name, language = subject.name, found.language
    kind = "projet" if language == "fr" else "project"
    for row in subject.rows:
        projects = {value.text for told in row.told for value in told.event.projects}
        for told in row.told:
            own = own_name(name, told.event.projects)
            if own is not None:
                found.add("name", name, fold(name), told.document, own.span)
                found.add("type", kind, "project", told.document, own.span)
            if told.event.partners:
                content = text_of(told.document).content
                named = projects | told.labels.get("project", frozenset())
                partners = belonging(told.event.partners, name, projects, named, content)
                found.add_bodies("partners", told.document, partners)
            found.add_place(told.document, None, told.event.country)
        _add_event(found, row)
        if row.kind == "call":
            for told, day in row.deadlines():
                found.add_day("deadlines", told.document, day)
    for record in subject.records:
        about = record.description
        if about is None:
            continue
        own = own_name(name, about.projects)
        found.add("name", name, fold(name), record.id, own.span if own else None)
        found.add("type", kind, "project", record.id, own.span if own else None)
        content, named = text_of(record.id).content, {value.text for value in about.projects}
        subjects = subjects_of(about)
        leads = belonging([about.coordinator], name, subjects, named, content)
        found.add_bodies("coordinator", record.id, leads)
        partners = belonging(about.partners, name, subjects, named, content)
        found.add_bodies("partners", record.id, partners)
        if len(about.projects) == 1:
            sheet = list(_labelled(content)) if _is_sheet(about, name) else []
            for amount in (*_budgets(content, name), *sheet, *about.amounts):
                found.add_amount(record.id, amount)
        found.add("documents", record.title, record.id, record.id, None)


def _add_event(found: Gathered, row: Row) -> None:
    when, place = row.when(), row.cell("place")
    if when is None or row.kind == "call":
        return
    language = found.language
    text = f"{kind_word(row.kind, language)}, {days(when[1], language)}"
    if place is not None:
        text += f", {place_name(place[1].text, language)}"
    if row.status != "held":
        text += f" ({STATUS[row.status][language == 'fr']})"
    key = f"{row.kind} {iso(when[1])} {fold(place[1].text) if place else ''}"
    found.add("events", text, key, when[0].document, when[1].span)


def _budgets(content: str, project: str) -> Iterator[Amount]:
    """The whole budget of a project, where a sentence gives it that and speaks of the project."""
    for area in sentences(content):
        said = area.of(content)
        if not (_OF_PROJECT.search(said) or project in said):
            continue
        sums = [a for a in find_amounts(content, area.start, area.end) if a.kind == "money"]
        for cue in _TOTAL.finditer(said):
            at = area.start + cue.end()
            near = [
                a
                for a in sums
                if 0 <= a.span.start - at <= _NEAR and not _PART.search(content[at : a.span.start])
            ]
            if near:
                text, span = near[0].text, near[0].span
                yield Amount("budget", value_of(text), _unit(text), text, span)


def _is_sheet(about: Description, project: str) -> bool:
    """Whether a document is the project's own: its title names it, and no call or event."""
    title = about.title.text
    named = re.search(rf"(?<!\w){re.escape(fold(project))}(?!\w)", fold(title))
    low = lowered(title)
    return bool(named) and about.type != "call" and title_kind(low, Span(0, len(low))) is None


def _labelled(content: str) -> Iterator[Amount]:
    """The whole budget that a label gives: "Total budget: EUR 3,150,000", no row's."""
    for label in told_once(content, labels(content)):
        if _BUDGET.fullmatch(label.key):
            sums = find_amounts(content, label.span.start, label.span.end)
            for found in [a for a in sums if a.kind == "money"][:1]:
                text, span = found.text, found.span
                yield Amount("budget", value_of(text), _unit(text), text, span)


def _unit(text: str) -> str:
    return next((code for sign, code in _UNITS if sign.search(text)), "")
