"""Events side by side: the same cell of each, and whether they differ in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.gazetteer import fold
from ingest.types import Language
from pipelines.register.cells import CELLS, Cell, cells
from pipelines.register.row import Row


@dataclass(frozen=True, slots=True)
class Line:
    """One cell of each event, in their order; ``differs`` where two say different things."""

    name: str
    values: tuple[tuple[Cell, ...], ...]
    differs: bool


def side_by_side(rows: Sequence[Row], language: Language) -> tuple[Line, ...]:
    """A line for each cell that at least one event has. Silence is no difference."""
    columns = [cells(row, language) for row in rows]
    lines = []
    for name in CELLS:
        values = tuple(column[name] for column in columns)
        said = {frozenset(fold(cell.text) for cell in held) for held in values if held}
        if said:
            lines.append(Line(name, values, len(said) > 1))
    return tuple(lines)
