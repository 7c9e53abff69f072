"""Write a table so that each row can be read alone: "Partner: i-TRANS | Country: France"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.read.blocks import Block, block
from ingest.read.columns import LONGEST_HEADER, are_named, grouped


def table(rows: Sequence[Sequence[str]], header: bool | None = None) -> list[Block]:
    """One block a row, its cells named by the header row; of one column, paragraphs.

    ``header`` says whether the first row names the columns; None leaves it to the look of it. A
    table of labels and values ("Date | 4 mai 2022") gives "Date: 4 mai 2022". A row of one cell
    over all columns is a caption, or parts the rows, and is written once.
    """
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    cells = [row for row in cells if any(row)]
    width = max(map(len, cells), default=0)
    if width < 2:
        return [block(row[0]) for row in cells]
    cells = [row[:1] if len(row) > 2 and _is_one(row) else row for row in cells]
    captions: list[Block] = []
    while len(cells) > 1 and _is_one(cells[0]):
        captions.append(block(cells.pop(0)[0]))
    names, taken = _names(cells, width, header)
    mark = " | "
    if header is None and not names and width == 2 and _are_labels(cells):
        mark = ": "
    written = (_written(row, names, mark) for row in cells[taken:])
    return [*captions, *(block(text, "row") for text in written)]


def _is_one(row: Sequence[str]) -> bool:
    """Whether a row is of one cell, or of words that stand in each column, as of one that spans."""
    return len(row) == 1 or (len(set(row)) == 1 and any(map(str.isalpha, row[0])))


def _names(
    cells: Sequence[Sequence[str]], width: int, header: bool | None
) -> tuple[Sequence[str], int]:
    """The names of the columns, and how many rows they take up; none where nothing names them."""
    if len(cells) < 2 or header is False:
        return (), 0
    if len(cells) > 2:
        both = grouped(cells[0], cells[1])
        if both is not None:
            return both, 2
    if header:
        return cells[0], 1
    if width == 2 and _are_labels(cells):
        return (), 0
    return (cells[0], 1) if len(cells[0]) == width and are_named(cells) else ((), 0)


def _are_labels(cells: Sequence[Sequence[str]]) -> bool:
    return all(
        len(row) < 2 or (len(row[0]) <= LONGEST_HEADER and not row[0].endswith("."))
        for row in cells
    )


def _written(row: Sequence[str], names: Sequence[str], mark: str) -> str:
    if len(row) == 1:
        return row[0]
    if not names:
        first = row[0].rstrip(" :") if mark == ": " else row[0]
        return mark.join(cell for cell in (first, *row[1:]) if cell)
    named = []
    for column, cell in enumerate(row):
        name = names[column].rstrip(" :") if column < len(names) else ""
        if cell:
            named.append(f"{name}: {cell}" if name and name != cell else cell)
    # A cell that spans columns is read once a column.
    return " | ".join(named[:1] + [after for before, after in pairwise(named) if after != before])
