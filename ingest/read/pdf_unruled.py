"""Tables of a PDF page without rules, told by the order in which their cells are painted.

What stands in columns and is no table (prose, addresses, numbered lists, contents, forms) is left
as it is: a table has three columns, or times in the first of two, and one column of short cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final

from ingest.read.pdf_cells import BLANK, Cell, Row, Run, cell_rows
from ingest.read.pdf_runs import main_of
from ingest.read.pdf_tables import LONGEST_CELL, Table

_FEWEST_ROWS, _FEWEST_FULL = 3, 2
_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 12
_MOST_ROWS: Final = 200  # that are looked at together
_SHORT: Final = 25  # characters of the cells of one column, at most
# In sizes of the letters:
_APART: Final = 3.5  # between rows, at most
_LOOSER: Final = 0.2  # by which rows stand further apart than lines
_ALIGNED: Final = 0.25
_TIME: Final = re.compile(r"(?:from |de |à )?\d{1,2} ?(?:h|:\d\d)")
_MARK: Final = re.compile(r"[^\w\s]|(?:[\divxIVX]+|[a-zA-Z])?(?:[.)\-]\d{0,3})*[.)]?")
_PAGE: Final = re.compile(r"\d{1,4}")

Bands = list[tuple[float, float]]


def painted(runs: Iterable[Run]) -> Iterator[tuple[Table | None, list[Run]]]:
    """The lines of a page in order, those of each table together with where they stand in it."""
    others: list[Run] = []
    for table, lines in _parts(runs):
        if table is None:
            others += lines
            continue
        yield None, others
        yield table, lines
        others = []
    yield None, others


def _parts(runs: Iterable[Run]) -> Iterator[tuple[Table | None, list[Run]]]:
    block: list[Row] = []
    for row in cell_rows(runs):
        if block and not _is_below(block[-1], row):
            yield from _split(block, row)
            block = []
        block.append(row)
    yield from _split(block, None)


def _is_below(before: Row, row: Row) -> bool:
    gap = min(cell.bottom for cell in before) - max(cell.top for cell in row)
    size = max(cell.size for cell in row)
    return 0.8 * size <= gap <= _APART * size


def _is_torn(row: Row, after: Row) -> bool:
    lowest, highest = min(cell.bottom for cell in row), max(cell.top for cell in row)
    size = row[0].size
    return lowest - size < max(cell.top for cell in after) and (
        min(cell.bottom for cell in after) < highest + size
    )


def _split(rows: Sequence[Row], after: Row | None) -> Iterator[tuple[Table | None, list[Run]]]:
    """Rows that follow each other, as tables and what stands between these.

    Where what comes ``after`` them stands beside the last, that is no whole row of a table.
    """
    torn = after is not None and _is_torn(rows[-1], after)
    begin = 0
    while begin < len(rows):
        end = begin + 1
        columns = None
        if len(rows[begin]) > 1:
            last = min(len(rows), begin + _MOST_ROWS)
            while end < last and (found := _columns(rows[begin : end + 1])):
                columns, end = found, end + 1
            while len(rows[end - 1]) == 1:
                end -= 1
        group = rows[begin:end]
        if columns and _is_table(group, columns) and not (torn and end == len(rows)):
            yield from _tables(group, columns)
        else:
            yield None, [run for row in group for cell in row for run in cell.runs]
        begin = end


def _columns(rows: Sequence[Row]) -> Bands | None:
    """From where to where the columns of rows reach; None where cells are in none or in two.

    A row of a single cell is a caption.
    """
    width = max(map(len, rows))
    full = [row for row in rows if len(row) == width]
    bands = [
        (min(cell.left for cell in column), max(cell.right for cell in column))
        for column in zip(*full, strict=True)
    ]
    for row in rows:
        if 1 < len(row) < width:
            for cell in row:
                inside = [n for n, (left, right) in enumerate(bands) if _overlap(cell, left, right)]
                if len(inside) != 1:
                    return None
                left, right = bands[inside[0]]
                bands[inside[0]] = min(left, cell.left), max(right, cell.right)
            if len({_column(cell, bands) for cell in row}) < len(row):
                return None
    blank = BLANK * rows[0][0].size
    apart = all(after[0] - before[1] >= blank for before, after in pairwise(bands))
    return bands if apart and width <= _MOST_COLUMNS else None


def _overlap(cell: Cell, left: float, right: float) -> bool:
    return cell.left < right and cell.right > left


def _column(cell: Cell, bands: Bands) -> int:
    return next(n for n, (left, right) in enumerate(bands) if _overlap(cell, left, right))


def _is_table(rows: Sequence[Row], bands: Bands) -> bool:
    """Whether rows are a table's for sure, and one with a wrapped cell."""
    held = [row for row in rows if len(row) > 1]
    columns: list[list[Cell]] = [[] for _ in bands]
    for row in held:
        for cell in row:
            columns[_column(cell, bands)].append(cell)
    full = sum(len(row) == len(bands) for row in held)
    if len(held) < _FEWEST_ROWS or full < _FEWEST_FULL or len(columns[0]) < len(held):
        return False
    cells = [cell for row in held for cell in row]
    if all(len(cell.runs) == 1 for cell in cells) or not _rows_are_known(rows):
        return False
    return (
        max(len(cell.text) for cell in cells) <= LONGEST_CELL
        and all(map(_is_aligned, columns))
        and any(all(len(cell.text) <= _SHORT for cell in column) for column in columns)
        and _is_no_list(columns)
    )


def _rows_are_known(rows: Sequence[Row]) -> bool:
    """Whether lines were painted cell by cell, or rows stand further apart than lines do."""
    if any(len(cell.runs) > 1 for row in rows for cell in row[:-1]):
        return True
    steps = [
        main_of(before).base - main_of(after).base
        for row in rows
        for cell in row
        for before, after in pairwise(cell.runs)
    ]
    gaps = [
        min(cell.bottom for cell in before) - max(cell.top for cell in after)
        for before, after in pairwise(rows)
    ]
    return min(gaps) >= max(steps) + _LOOSER * rows[0][0].size


def _is_aligned(column: Sequence[Cell]) -> bool:
    """Whether cells begin or end at one place, or have one middle; what names them may not."""
    below = column[1:]
    near = _ALIGNED * column[0].size
    for places in (
        [cell.left for cell in below],
        [cell.right for cell in below],
        [(cell.left + cell.right) / 2 for cell in below],
    ):
        if not places or max(places) - min(places) <= near:
            return True
    return False


def _is_no_list(columns: Sequence[Sequence[Cell]]) -> bool:
    """Whether columns are neither a list with its marks, contents with pages, nor a form."""
    texts = [[cell.text for cell in column] for column in columns]
    if any(2 * sum(text.endswith(":") for text in column) > len(column) for column in texts):
        return False
    if all(_PAGE.fullmatch(text) for text in texts[-1][1:]):
        pages = [int(text) for text in texts[-1][1:]]
        if pages == sorted(pages):
            return False
    marks = list(takewhile(lambda column: all(map(_MARK.fullmatch, column)), texts))
    if len(columns) - len(marks) >= _FEWEST_COLUMNS:
        return True
    return len(columns) == 2 and all(map(_TIME.match, texts[0][1:]))


def _tables(rows: Sequence[Row], bands: Bands) -> Iterator[tuple[Table | None, list[Run]]]:
    """The table that rows are; where captions part it, the parts and the captions."""
    held: list[Row] = []
    names = [cell.text for cell in rows[0]]
    for row in (*rows, []):
        if len(row) > 1:
            held.append(row)
            continue
        if held:
            cells = {
                (place, _column(cell, bands)): [word for run in cell.runs for word in run]
                for place, one in enumerate(held)
                for cell in one
            }
            # Where a caption parts a table, the first row below it names nothing by its look.
            header = None if [cell.text for cell in held[0]] == names else False
            found = Table(cells, bands[0][0], bands[-1][1], header)
            yield found, [run for one in held for cell in one for run in cell.runs]
            held = []
        if row:
            yield None, row[0].runs
