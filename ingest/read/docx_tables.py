"""Tables of Word documents: rows of data, and cells that are parts of a page with their own blocks.

Forms, frames and columns are made of tables too. What such a cell holds is read as it stands;
everything else is a row that is read with the names of its columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ingest.read.docx_parts import Styles, W, value
from ingest.read.docx_text import BOX, FALLBACK, flowing, text_of
from ingest.read.limits import Clock
from ingest.read.safe_xml import whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_SPANNED: Final = 20
_OWN: Final = frozenset({f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}p"})
_LONGEST_LABEL: Final = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with what is in it: paragraphs and tables, and which of these are items or headings.

    ``own`` is the text without that of boxes and tables inside.
    """

    element: _Element
    own: str
    columns: int
    continued: bool
    filled: int
    items: int
    headings: int


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, how many columns are left out before them, and if it names columns."""

    cells: tuple[Cell, ...]
    before: int
    header: bool


def rows(table: _Element, styles: Styles, clock: Clock) -> Iterator[Row]:
    """The rows of a table, those in content controls with them, without a nested table's."""
    for row in _inside(table, f"{W}tr"):
        clock.check()
        yield Row(
            tuple(_cell(cell, styles) for cell in _inside(row, f"{W}tc")),
            min(whole(value(row, "trPr/gridBefore")), _MOST_SPANNED),
            row.find(f"{W}trPr/{W}tblHeader") is not None,
        )


def parts(found: Sequence[Row]) -> Iterator[tuple[Sequence[Row], bool]]:
    """The rows in stretches, each with whether its cells are read as blocks of their own."""
    one_column = all(len(row.cells) < 2 for row in found)
    labels = all(len(row.cells) < 3 and not row.header for row in found)
    stretch: list[Row] = []
    for row in found:
        if one_column or _is_layout(row, len(found) == 1) or (labels and lead_in(row)):
            if stretch:
                yield stretch, False
                stretch = []
            yield [row], True
        else:
            stretch.append(row)
    if stretch:
        yield stretch, False


def texts(found: Sequence[Row], styles: Styles) -> list[list[str]]:
    """The texts of rows, column by column: a cell over several stands in each, down and across.

    Where all rows have as many cells, or one, borders that were moved make the spans: no column.
    """
    most = max(len(row.cells) for row in found)
    moved = all(len(row.cells) in (1, most) and not row.before for row in found)
    written: list[list[str]] = []
    for row in found:
        texts = [""] * row.before
        for cell in row.cells:
            column = len(texts)
            goes_on = cell.continued and written and column < len(written[-1])
            text = written[-1][column] if goes_on else _text(cell, styles)
            texts += [text] * (1 if moved else cell.columns)
        alone = len(row.cells) == 1 and not row.before and not row.cells[0].continued
        written.append(texts[:1] if alone else texts)
    return written


def lead_in(row: Row) -> str:
    """The label of a row of two cells, the second of which is a list; empty for other rows."""
    if len(row.cells) != 2 or row.before:
        return ""
    label, listed = row.cells
    if label.filled != 1 or label.items or len(label.own) > _LONGEST_LABEL:
        return ""
    return label.own.strip() if listed.items > 1 else ""


def _is_layout(row: Row, alone: bool) -> bool:
    filled = [cell for cell in row.cells if cell.filled]
    if any(cell.headings and cell.filled > 1 for cell in filled):
        return True
    if alone or len(row.cells) == 1:
        return any(cell.filled > 1 for cell in filled)
    return bool(filled) and all(cell.items > 0 and cell.filled > 1 for cell in filled)


def _cell(element: _Element, styles: Styles) -> Cell:
    found = {one: text_of(one, styles) for one in _inside(element, f"{W}p")}
    tables = sum(1 for _ in _inside(element, f"{W}tbl"))
    merge = element.find(f"{W}tcPr/{W}vMerge")
    filled = [paragraph for paragraph, text in found.items() if text.strip()]
    return Cell(
        element,
        " ".join("".join(found[one] for one in together) for together in flowing(found)),
        max(1, min(whole(value(element, "tcPr/gridSpan"), 1), _MOST_SPANNED)),
        merge is not None and merge.get(f"{W}val", "continue") != "restart",
        len(filled) + 2 * tables,  # a table has cells
        sum(styles.number(paragraph) is not None for paragraph in filled),
        sum(styles.level(paragraph) is not None for paragraph in filled),
    )


def _text(cell: Cell, styles: Styles) -> str:
    """The text of a cell on one line, with that of boxes and tables inside."""
    if next(cell.element.iter(BOX, f"{W}tbl"), None) is None:
        return cell.own
    inside = (
        paragraph
        for paragraph in cell.element.iter(f"{W}p")
        if next(paragraph.iterancestors(FALLBACK), None) is None
    )
    lines = ("".join(text_of(one, styles) for one in together) for together in flowing(inside))
    return " ".join(lines)


def _inside(parent: _Element, tag: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, wherever content controls put them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _OWN:
            yield from _inside(child, tag)
