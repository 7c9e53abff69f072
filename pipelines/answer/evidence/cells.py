"""Numbers that stand alone in the cells of a table: the column's name, or the row's, says what they
count or are paid in ("Members 2024: 128", "Spent (EUR): 1140000")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from encoder.lexicon import fold
from ingest.types import Span
from pipelines.answer.asking.question import Ask
from pipelines.answer.evidence.facts import Fact, FactKind
from pipelines.answer.evidence.reading import Reading, Sentence
from pipelines.terms.saying import bag_of, said

_CELL: Final = re.compile(r"(?:^| \| )([^|:\n]{1,60}): +(?=([^|\n]*))")
_ALONE: Final = re.compile(r"(\d[\d.,'’ \u00a0\u202f]*)\s*(?:%|€)?\s*")
_UNITS: Final[dict[str, tuple[FactKind, re.Pattern[str]]]] = {
    "amount": ("money", re.compile(r"\b[km]?(?:eur|euros?)\b|€")),
    "percent": ("percentage", re.compile(r"%|\b(?:per ?cent|percentage|pourcentage|rate|taux)\b")),
}
_TOTAL: Final = re.compile(r"(?:total|all|overall|ensemble|tous|toutes|moyenne|average|mean)\b")
_COUNTED: Final = 0.4  # how well what is counted stands in a column's name


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: its column's name and where its value stands."""

    name: str
    value: Span


def cells(sentence: Sentence) -> tuple[Cell, ...]:
    """The cells of a row that have a column's name; none of what is no row."""
    if " | " not in sentence.text:
        return ()
    start = sentence.span.start
    return tuple(
        Cell(found[1].strip(), Span(start + found.end(), start + found.end() + len(found[2])))
        for found in _CELL.finditer(sentence.text)
    )


def is_of_name(sentence: Sentence) -> bool:
    """Whether the first cell of a row says of which thing the row is, and no number or total."""
    first = next(iter(cells(sentence)), None)
    start = sentence.span.start
    value = sentence.text[first.value.start - start : first.value.end - start] if first else ""
    return re.search(r"[^\W\d_]{2}", value) is not None and not _TOTAL.match(fold(value.strip()))


def numbers_in_cells(ask: Ask, reading: Reading) -> Iterator[Fact]:
    """The numbers that stand alone in a cell and are of what is asked: by the column's name, or
    where no column of the row says it, by the first cell ("Firms helped | 2023: 41")."""
    for sentence in reading.sentences:
        row = cells(sentence)
        if not row:
            continue
        content = reading.text.content
        columns = [cell for cell in row if _is_asked(ask, cell.name, reading)]
        first = content[sentence.span.start : row[0].value.end].partition(" | ")[0]
        if not columns and _is_asked(ask, first.rpartition(": ")[2], reading):
            columns = list(row)
        for cell in columns:
            if number := _ALONE.fullmatch(cell.value.of(content)):
                text = number[1].rstrip(" .,\u00a0\u202f")
                span = Span(cell.value.start, cell.value.start + len(text))
                yield Fact(_kind(ask), text, span, text)


def _is_asked(ask: Ask, name: str, reading: Reading) -> bool:
    """Whether a column's name says what is counted, or the unit that is asked for."""
    if ask.kind == "number":
        language = reading.description.language
        return ask.counted is not None and said(ask.counted, bag_of(name, language)) >= _COUNTED
    return ask.kind in _UNITS and _UNITS[ask.kind][1].search(fold(name)) is not None


def _kind(ask: Ask) -> FactKind:
    return _UNITS[ask.kind][0] if ask.kind in _UNITS else "number"
