"""Write a table so that each row can be read alone: "Partner: i-TRANS | Country: France"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ingest.read.blocks import Block, block

LONGEST_HEADER: Final = 60


def table(rows: Sequence[Sequence[str]], header: bool | None = None) -> list[Block]:
    """One block a row, its cells named by the header row; of one column, paragraphs.

    ``header`` says whether the first row names the columns; None leaves it to the look of it. A
    table of labels and values ("Date | 4 mai 2022") gives "Date: 4 mai 2022".
    """
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    cells = [row for row in cells if any(row)]
    if not cells:
        return []
    width = max(len(row) for row in cells)
    if width == 1:
        return [block(row[0]) for row in cells]
    names: Sequence[str] = cells[0] if header else ()
    if header is None:
        if width == 2 and all(len(row) < 2 or _label(row[0]) for row in cells):
            return [block(_join(row, ": "), "row") for row in cells]
        if len(cells) > 2 and _names(cells[0], width):
            names = cells[0]
    if not names or len(cells) == 1:
        return [block(_join(row, " | "), "row") for row in cells]
    return [block(_named(names, row), "row") for row in cells[1:]]


def _names(row: Sequence[str], width: int) -> bool:
    """Whether an unmarked first row looks like the names of the columns."""
    return (
        len(row) == width
        and all(cell and len(cell) <= LONGEST_HEADER for cell in row)
        and len(set(row)) == width
        and not any(cell[0].isdigit() or cell.endswith(".") for cell in row)
    )


def _label(cell: str) -> bool:
    return len(cell) <= LONGEST_HEADER and not cell.endswith(".")


def _named(names: Sequence[str], row: Sequence[str]) -> str:
    named = []
    for column, cell in enumerate(row):
        name = names[column].rstrip(" :") if column < len(names) else ""
        if cell:
            named.append(f"{name}: {cell}" if name and name != cell else cell)
    # A cell that spans columns is read once a column.
    return " | ".join(named[:1] + [after for before, after in pairwise(named) if after != before])


def _join(row: Sequence[str], mark: str) -> str:
    filled = [cell.rstrip(" :") if mark == ": " and not i else cell for i, cell in enumerate(row)]
    return mark.join(cell for cell in filled if cell)
