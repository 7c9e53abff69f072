"""Which of several named things has more, or comes first, by the cells of their comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.types import Language, Span, Text
from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.coverage import coverage_of
from pipelines.catalogue.records import VISIBLE, Record
from pipelines.compare.asked import Compares, compares
from pipelines.compare.candidates import Candidate, Subject, candidates
from pipelines.compare.compare import MOST, cited
from pipelines.compare.fields import fields_of
from pipelines.compare.held import Held, TextOf
from pipelines.compare.most_wording import (
    called_off,
    known,
    not_apart,
    quoted,
    row,
    unlike,
    unstated,
    verdict,
)
from pipelines.compare.sides import FIELD, Side, side_of
from pipelines.compare.subjects import subject_of
from pipelines.errors import UsageError
from pipelines.filters import Filters
from pipelines.register.citing import around
from pipelines.register.nouns import asked_kinds, without_accents
from pipelines.results import Citation, Coverage, Statement


@dataclass(frozen=True, slots=True)
class Verdict:
    """The statements that tell which it is with their citations; none where ``reason`` says why
    documents don't tell it."""

    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    coverage: Coverage
    reason: str | None = None


def which(catalogue: Catalogue, text: str, filters: Filters, language: Language) -> Verdict | None:
    """The answer to a question that compares things by name; None for any other question, for a
    name that means nothing or several things, and where nothing is told of any."""
    asked = compares(text)
    if asked is None or len(asked.names) > MOST:
        return None
    subjects = _subjects(asked, candidates(catalogue, filters))
    if subjects is None:
        return None
    records = {record.id: record for record in catalogue.records(VISIBLE)}
    texts: dict[str, Text] = {}

    def text_of(document: str) -> Text:
        if document not in texts:
            texts[document] = catalogue.text(records[document])
        return texts[document]

    sides: list[Side] = []
    # What a call has to give is not what its project costs; calls by the names of their projects
    # are compared with one another only.
    columns = [fields_of(subject, language, text_of) for subject in subjects]
    things = list(zip(asked.names, subjects, columns, strict=True))
    for of_calls in (None, language):
        sides = [side_of(asked, *thing, records, of_calls) for thing in things]
        if any(side.told for side in sides):
            break
    documents = {held.document for side in sides for held in side.told}
    coverage = coverage_of(catalogue, filters, documents)
    if not documents:
        return None
    if reason := _cancelled(asked, subjects, sides, language) or _open(asked, sides, language):
        return Verdict((), (), coverage, reason)
    return _told(asked, sides, coverage, records, language, text_of)


def _subjects(asked: Compares, among: Sequence[Candidate]) -> tuple[Subject, ...] | None:
    """What the names mean, each with the noun that says what kind of thing it is, or without."""
    nouns = [asked.noun, *map(_noun, asked.names)]
    noun = next(filter(None, nouns), "call" if asked.measure == "deadline" else "")
    found: list[Subject] = []
    for name in asked.names:
        tried = [name] if _noun(name) or not noun else [f"{noun} {name}", name]
        subject = next((s for one in tried if (s := _meant(one, among)) is not None), None)
        if subject is None or subject.sort == "document" or subject in found:
            return None
        found.append(subject)
    return tuple(found)


def _noun(name: str) -> str:
    low = without_accents(name.lower())
    return next((f.span.of(low) for f in asked_kinds(low)), "")


def _meant(name: str, among: Sequence[Candidate]) -> Subject | None:
    try:
        return subject_of(name, among)
    except UsageError:
        return None


def _cancelled(
    asked: Compares, subjects: Sequence[Subject], sides: Sequence[Side], language: Language
) -> str | None:
    """That one of the events whose days are compared never took place; None where all did."""
    if FIELD[asked.measure] != "dates":
        return None
    gone = [
        side.name
        for side, subject in zip(sides, subjects, strict=True)
        if subject.sort == "event" and subject.rows[0].status == "cancelled"
    ]
    return called_off(gone, language) if gone else None


def _open(asked: Compares, sides: Sequence[Side], language: Language) -> str | None:
    """Why it can't be told; None where it can."""
    silent = [side.name for side in sides if not side.told]
    if silent:
        return unstated(asked.measure, silent, language)
    if len({side.unit for side in sides}) > 1 or not all(
        side.unit or FIELD[asked.measure] != "amounts" for side in sides
    ):
        return unlike(language)
    if _winners(asked, sides):
        return None
    told = [known(side.name, [held.text for held in side.told]) for side in sides]
    return not_apart(told, language)


def _winners(asked: Compares, sides: Sequence[Side]) -> list[Side]:
    """The one that has most, or least; all that share it where they are equal; none where what is
    told leaves it open."""
    if any(side.ends is None for side in sides):
        return []
    best = min(sides, key=lambda s: -s.most if asked.most else s.least)
    equal = [s for s in sides if s.ends == best.ends]
    others = [s for s in sides if s not in equal]
    if len(equal) > 1 and best.least != best.most:
        return []
    apart = all(s.most < best.least if asked.most else s.least > best.most for s in others)
    return equal if apart else []


def _told(
    asked: Compares,
    sides: Sequence[Side],
    coverage: Coverage,
    records: Mapping[str, Record],
    language: Language,
    text_of: TextOf,
) -> Verdict:
    """Which it is, then what is told of each, that one first."""
    winners = _winners(asked, sides)
    found: dict[tuple[str, int, int], Citation] = {}

    def number(held: Held) -> int:
        text = text_of(held.document)
        area = around(text.content, held.span or Span(0, 0))
        key = (held.document, area.start, area.end)
        if key not in found:
            found[key] = cited(len(found) + 1, records[held.document], text, area.start, area.end)
        return found[key].number

    rows = []
    for side in [*winners, *(s for s in sides if s not in winners)]:
        numbers = [number(held) for held in side.told]
        quotes = " ".join(c.quote for c in found.values() if c.number in numbers)
        if side.named is not None and side.name not in quotes:
            numbers.append(number(side.named))
        text = row(asked.measure, side.name, [held.text for held in side.told], language)
        rows.append(Statement(text, tuple(dict.fromkeys(numbers)), "supported"))
    first = verdict(
        asked.measure,
        asked.most,
        [quoted(s.name, language) if s.titled else s.name for s in winners],
        len(sides),
        language,
    )
    all_numbers = tuple(dict.fromkeys(n for one in rows for n in one.citations))
    statements = (Statement(first, all_numbers, "supported"), *rows)
    return Verdict(statements, tuple(found.values()), coverage)
