"""Tables of a PDF page, row by row, in the way of the other formats; those with rules are found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.read.page_joins import in_one
from ingest.read.page_lines import Line
from ingest.read.pdf_columns import joined_row
from ingest.read.pdf_rules import Grid
from ingest.read.pdf_words import Word
from ingest.read.tables import table

_FEWEST_ROWS: Final = 2
LONGEST_CELL: Final = 800  # characters; more are columns of text in a frame

Cells = dict[tuple[int, int], list[Word]]


@dataclass(frozen=True, slots=True)
class Table:
    """The words of each cell by row and column, how far the table reaches, and whether its first
    row names the columns, where that is known."""

    cells: Cells
    left: float
    right: float
    header: bool | None = None


Part = tuple[Table | None, list[Word]]


def parted(words: Sequence[Word], grids: Sequence[Grid]) -> list[Part]:
    """The words of a page in order, those of each ruled table together where it begins."""
    tables = [grid for grid in grids if _is_table(_cells(grid, words))]
    found: list[tuple[Grid | None, list[Word]]] = [(None, [])]
    if not tables:
        return [(None, list(words))]
    inside: dict[int, list[Word]] = {}
    for word in words:
        number = next((n for n, grid in enumerate(tables) if _place(grid, word)), None)
        if number is None:
            found[-1][1].append(word)
        elif number in inside:
            inside[number].append(word)
        else:
            inside[number] = [word]
            found += [(tables[number], inside[number]), (None, [])]
    return [(_table(grid, part) if grid else None, part) for grid, part in found]


def rows_of(
    found: Table,
    lines_of: Callable[[Sequence[Word]], Iterable[Sequence[Line]]],
) -> list[Line]:
    """One line a row of a table; ``lines_of`` gives the lines of a cell's words, in parts."""
    cells = {
        place: lines  # none where a cell is off the page
        for place, inside in found.cells.items()
        if (lines := [joined_row(parts) for parts in lines_of(inside)])
    }
    if not cells:
        return []
    columns = sorted({column for _, column in cells})
    rows = [
        [in_one(cells.get((row, column), ())) for column in columns]
        for row in sorted({row for row, _ in cells})
    ]
    first = cells[min(cells)][0]
    lowest = min(line.bottom for lines in cells.values() for line in lines)
    step = (first.bottom - lowest) / max(1, len(rows) - 1)
    return [
        Line(
            row.text,
            size=first.size,
            left=found.left,
            right=found.right,
            bottom=first.bottom - step * place,
            page_height=first.page_height,
            row=True,
        )
        for place, row in enumerate(table(rows, found.header))
    ]


def _table(grid: Grid, words: Sequence[Word]) -> Table:
    return Table(_cells(grid, words), grid.left, grid.right)


def _cells(grid: Grid, words: Sequence[Word]) -> Cells:
    cells: Cells = {}
    for word in words:
        place = _place(grid, word)
        if place is not None:
            cells.setdefault(place, []).append(word)
    return cells


def _place(grid: Grid, word: Word) -> tuple[int, int] | None:
    """The cell that the middle of a word is in."""
    return grid.cell((word.left + word.right) / 2, word.base + 0.3 * word.size)


def _is_table(cells: Cells) -> bool:
    """Whether what is ruled has rows of several cells, none of them a column of text."""
    rows = [row for row, _ in cells]
    full = sum(rows.count(row) > 1 for row in set(rows))
    longest = max((sum(len(word.text) + 1 for word in cell) for cell in cells.values()), default=0)
    return full >= _FEWEST_ROWS and longest <= LONGEST_CELL
