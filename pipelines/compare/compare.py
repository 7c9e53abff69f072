"""Subjects side by side: a line a field, a cell a subject, each value cited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ingest.types import Language, Text
from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.records import VISIBLE, Record
from pipelines.compare.candidates import Sort
from pipelines.compare.fields import fields_of
from pipelines.compare.held import FIELDS, Field, Fields, Held
from pipelines.compare.subjects import find_subjects
from pipelines.errors import UsageError
from pipelines.filters import Filters
from pipelines.register.citing import around
from pipelines.results import Citation

LEAST, MOST = 2, 4
# Different by their nature, or a list of sources: nothing to mark.
_UNMARKED: Final = frozenset[Field](("name", "documents"))


@dataclass(frozen=True, slots=True)
class Compared:
    """One of the things compared, by the name that documents give it."""

    asked: str
    name: str
    sort: Sort
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CellValue:
    """A value and the number of the citation it rests on; None where no words of a text tell it."""

    text: str
    document: str
    citation: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """A field of every subject, in their order; an empty cell is not stated.

    It ``differs`` where two subjects say different things; silence is no difference.
    """

    field: Field
    cells: tuple[tuple[CellValue, ...], ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two to four subjects, the fields that at least one of them states, and the citations."""

    language: Language
    subjects: tuple[Compared, ...]
    lines: tuple[Line, ...]
    citations: tuple[Citation, ...]


def compare(
    catalogue: Catalogue, names: Sequence[str], filters: Filters, language: Language = "en"
) -> Comparison:
    """What the names mean, side by side, in the words of a reader of ``language``.

    Raises :class:`UsageError` for fewer than two or more than four names, and for a name that means
    nothing, several things, or what another one means.
    """
    if not LEAST <= len(names) <= MOST:
        raise UsageError(
            f"Give {LEAST} to {MOST} names to compare; {len(names)} given.",
            f"Donnez de {LEAST} à {MOST} noms à comparer ; {len(names)} donné(s).",
        )
    subjects = find_subjects(catalogue, names, filters)
    records = {record.id: record for record in catalogue.records(VISIBLE)}
    texts: dict[str, Text] = {}

    def text_of(document: str) -> Text:
        if document not in texts:
            texts[document] = catalogue.text(records[document])
        return texts[document]

    columns = [fields_of(subject, language, text_of) for subject in subjects]
    cites: dict[tuple[str, int, int], Citation] = {}

    def shown(held: Held) -> CellValue:
        number = None
        if held.span is not None:
            text = text_of(held.document)
            area = around(text.content, held.span)
            key = (held.document, area.start, area.end)
            if key not in cites:
                cites[key] = cited(
                    len(cites) + 1, records[held.document], text, area.start, area.end
                )
            number = cites[key].number
        return CellValue(held.text, held.document, number)

    lines = tuple(
        Line(name, tuple(tuple(shown(h) for h in c.get(name, ())) for c in columns), differs)
        for name in FIELDS
        if any(name in column for column in columns)
        for differs in (_differs(name, columns),)
    )
    return Comparison(
        language,
        tuple(
            Compared(asked, s.name, s.sort, tuple(r.source for r in s.records))
            for asked, s in zip(names, subjects, strict=True)
        ),
        lines,
        tuple(cites.values()),
    )


def _differs(name: Field, columns: Sequence[Fields]) -> bool:
    if name in _UNMARKED:
        return False
    stated = {frozenset(h.key for h in column[name]) for column in columns if column.get(name)}
    return len(stated) > 1


def cited(number: int, record: Record, text: Text, start: int, end: int) -> Citation:
    """A stretch of a document as the citation of that number."""
    return Citation(
        number=number,
        document=record.id,
        source=record.source,
        title=record.title,
        language=record.description.language if record.description else "en",
        page=text.page_at(start),
        start=start,
        end=end,
        quote=text.content[start:end],
    )
