"""A row of the register cell by cell, in a reader's language, each value with where it is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from ingest.types import DateRange, Language, Span, Text
from pipelines.catalogue.events import Told
from pipelines.register.export import called
from pipelines.register.row import Row
from pipelines.register.select import line_of
from pipelines.register.wording import country_name, days, kind_word

CELLS: Final = (
    "kind",
    "name",
    "dates",
    "deadlines",
    "host",
    "organiser",
    "place",
    "country",
    "projects",
    "partners",
    "participants",
)
_LONGEST: Final = 400  # characters of a quote; a longer line is cut to its value


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of a cell. ``span`` is None where the document's type or metadata gave it."""

    text: str
    told: Told
    span: Span | None


@dataclass(frozen=True, slots=True)
class Quote:
    """The line that a value stands in, by its offsets in the document's text."""

    text: str
    start: int
    end: int


def cells(row: Row, language: Language) -> Mapping[str, tuple[Cell, ...]]:
    """The values of every cell of :data:`CELLS`; none where no document tells it."""
    first = row.told[0]
    kind = next(t for t in row.told if t.event.kind == row.kind)
    found: dict[str, tuple[Cell, ...]] = {
        "kind": (Cell(kind_word(row.kind, language), kind, kind.event.kind_span),),
        "name": (Cell(called(row, language), first, first.event.name.span),),
        "deadlines": tuple(_day(told, day, language) for told, day in row.deadlines()),
    }
    when = row.when()
    found["dates"] = (_day(*when, language),) if when else ()
    for name in ("host", "organiser", "place", "country", "participants"):
        held = row.cell(name)
        found[name] = (Cell(held[1].text, held[0], held[1].span),) if held else ()
    if found["country"]:
        (land,) = found["country"]
        found["country"] = (Cell(country_name(land.text, language), land.told, land.span),)
    if found["place"] and found["place"][0].text == "online":
        (place,) = found["place"]
        said = "en ligne" if language == "fr" else "online"
        found["place"] = (Cell(said, place.told, place.span),)
    for name in ("projects", "partners"):
        found[name] = tuple(Cell(value.text, told, value.span) for told, value in row.cells(name))
    return {name: found[name] for name in CELLS}


def quote(cell: Cell, text_of: Callable[[Told], Text]) -> Quote | None:
    """The sentence or line that a value rests on; None where it rests on no words."""
    if cell.span is None:
        return None
    content = text_of(cell.told).content
    line = line_of(content, cell.span)
    if line.end - line.start > _LONGEST:
        line = cell.span
    return Quote(line.of(content), line.start, line.end)


def lies_ahead(row: Row, today: date) -> bool:
    """Whether its last day, or its last deadline, is today or later."""
    when = row.when()
    last = [day.end for _, day in row.deadlines()] + ([when[1].end] if when else [])
    return bool(last) and max(last) >= today


def _day(told: Told, day: DateRange, language: Language) -> Cell:
    return Cell(days(day, language), told, day.span)
