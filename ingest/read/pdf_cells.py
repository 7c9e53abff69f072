"""The cells of a PDF page as they are painted: all lines of one, then those of the next.

The next cell begins further right and as high as the one before: so is known which row a line
belongs to, also where cells are wrapped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from ingest.read.pdf_runs import main_of
from ingest.read.pdf_words import Word

# In sizes of the letters:
_LEADING: Final = 1.7  # between lines of a cell, at most
_LOOSER: Final = 0.2
_HIGHER: Final = 3.5  # that a cell may begin above the first of its row, at most
_EVEN: Final = 0.3
BLANK: Final = 0.6  # between columns, at least
_TERMINAL: Final = ".:;!?…»"

Run = list[Word]


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines painted one below the other."""

    runs: list[Run]
    left: float
    right: float
    top: float
    bottom: float
    size: float

    @property
    def text(self) -> str:
        return " ".join(word.text for run in self.runs for word in run)

    @property
    def step(self) -> float:
        """How far its last two lines are apart; as far as lines may be where it has but one."""
        if len(self.runs) < 2:
            return _LEADING * self.size
        return main_of(self.runs[-2]).base - self.bottom


def _cell(runs: list[Run]) -> Cell:
    first = main_of(runs[0])
    left, right = min(run[0].left for run in runs), max(run[-1].right for run in runs)
    return Cell(runs, left, right, first.base, main_of(runs[-1]).base, first.size)


Row = list[Cell]


def cell_rows(runs: Iterable[Run]) -> Iterator[Row]:
    """The rows of cells that are painted to the right of each other, in the order of painting."""
    row: Row = []
    begun = False  # whether there is a row of several cells before
    for run in runs:
        new = _cell([run])
        if row and _continues(row, new):
            row[-1] = _cell([*row[-1].runs, run])
        elif row and _is_led_in(row, new, begun):
            yield [_cell(row[0].runs[:-1])]
            row = [_cell(row[0].runs[-1:]), new]
        elif row and _is_beside(row, new):
            row.append(new)
        else:
            if row:
                yield row
            row, begun = [new], len(row) > 1
    if row:
        yield row


def _continues(row: Row, line: Cell) -> bool:
    """Whether a line is the next one of the last cell."""
    cell = row[-1]
    step = cell.bottom - line.top
    if abs(cell.size - line.size) > 0.5 or step < 0.5 * cell.size:
        return False
    if step > min(_LEADING * cell.size, cell.step + _LOOSER * cell.size):
        return False
    if line.left >= cell.right or line.right <= cell.left:
        return False
    even = _EVEN * cell.size
    if len(row) > 1 and line.left < row[-2].right + even:
        return False
    centred = abs(line.left + line.right - cell.left - cell.right) <= 2 * even
    if len(row) == 1 and line.left > cell.left + even:
        return centred
    return line.left >= cell.left - even or centred or abs(line.right - cell.right) <= even


def _is_led_in(row: Row, line: Cell, begun: bool) -> bool:
    """Whether what looks like the first cell is a text right above a table, but for its last line:
    it reaches over the next cell, or is a sentence before the first row."""
    runs = row[0].runs
    if len(row) > 1 or len(runs) < 2 or not _is_beside([_cell(runs[-1:])], line):
        return False
    return (not begun and runs[-2][-1].text[-1] in _TERMINAL) or not _is_beside(row, line)


def _is_beside(row: Row, line: Cell) -> bool:
    """Whether a line begins the next cell of a row, as high as one of its lines or in between."""
    top, bottom = max(cell.top for cell in row), min(cell.bottom for cell in row)
    near = _EVEN * line.size
    return line.left - row[-1].right >= BLANK * line.size and (
        bottom - near <= line.top <= top + near or top < line.top <= top + _HIGHER * line.size
    )
