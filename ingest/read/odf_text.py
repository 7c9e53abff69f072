"""Go through OpenDocument text: paragraphs, headings, lists, tables, boxes and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ingest.read.blocks import Block, block
from ingest.read.counted import heading_mark, item_mark
from ingest.read.limits import Clock
from ingest.read.odf_names import DRAW, OFFICE, TABLE, TEXT
from ingest.read.odf_numbers import Counts, heading_number, number
from ingest.read.odf_styles import Styles
from ingest.read.safe_xml import whole
from ingest.read.tables import table

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED: Final = frozenset(
    f"{TEXT}{name}"
    for name in (
        "tracked-changes table-of-content illustration-index table-index object-index user-index"
        " alphabetical-index sequence-decls variable-decls user-field-decls script ruby-text"
        " hidden-text page-number page-count"
    ).split()
) | {f"{OFFICE}annotation", f"{OFFICE}forms", f"{TABLE}shapes"}
_BOXES: Final = frozenset(
    f"{DRAW}{name}" for name in ("frame", "custom-shape", "g", "text-box", "rect", "ellipse", "a")
)
_LONGEST_GAP: Final = 100
_MOST_SPANNED: Final = 20


@dataclass(slots=True)
class Walk:
    """What a walk through a document needs to know and what it puts aside on the way."""

    styles: Styles
    clock: Clock
    notes: list[_Element] = field(default_factory=list)
    counts: Counts = field(default_factory=dict)
    title: int = 1  # the level of a title; chapters are one below where there is one
    steps: int = 0


def blocks(parent: _Element, walk: Walk) -> Iterator[Block]:
    """The blocks under an element, in order; boxes come after the paragraph they are tied to."""
    for child in parent:
        walk.steps += 1
        if not walk.steps % 1000:
            walk.clock.check()
        tag = child.tag
        if tag == f"{TEXT}p" or tag == f"{TEXT}h":
            yield from _paragraph(child, walk)
        elif tag == f"{TEXT}list":
            yield from _list(child, walk, "", 1)
        elif tag == f"{TABLE}table":
            yield from _table(child, walk)
        elif tag not in _SKIPPED and not _is_hidden(child, walk.styles):
            yield from blocks(child, walk)


def noted(walk: Walk) -> Iterator[Block]:
    """The notes that were met, which stand at the foot of the page or the end of the text."""
    for note in walk.notes:
        body = note.find(f"{TEXT}note-body")
        if body is not None:
            yield from blocks(body, walk)


def _paragraph(
    element: _Element, walk: Walk, mark: str = "", listed: bool = False
) -> Iterator[Block]:
    boxes: list[_Element] = []
    text = inline(element, walk, boxes)
    style = element.get(f"{TEXT}style-name")
    if text.strip():
        if element.tag == f"{TEXT}h":
            depth = whole(element.get(f"{TEXT}outline-level"), 1)
            shown = mark.strip("• ")
            if not mark and element.get(f"{TEXT}is-list-header") != "true":
                shown = heading_number(walk.styles.numbered, walk.counts, depth)
            yield block(f"{heading_mark(shown)} {text}", "heading", walk.title + depth - 1)
        elif style in walk.styles.titles:
            yield block(text, "heading", 1)
        else:
            yield block(mark + text, "item") if mark else block(text, tight=listed)
    for box in boxes:
        yield from blocks(box, walk)


def inline(element: _Element, walk: Walk, boxes: list[_Element] | None = None) -> str:
    """The text of a paragraph, notes put aside in ``walk`` and boxes in ``boxes``."""
    if walk.styles.hides("paragraph", element.get(f"{TEXT}style-name")):
        return ""
    parts: list[str] = []
    _gather(element, walk, parts, boxes, _is_grounded(element))
    return "".join(parts)


def _gather(
    element: _Element,
    walk: Walk,
    parts: list[str],
    boxes: list[_Element] | None,
    grounded: bool,
) -> None:
    shown = grounded or not _is_white(element, walk.styles)
    if shown:
        parts.append(_folded(element.text))
    for child in element:
        tag = child.tag
        if tag == f"{TEXT}s":
            parts.append(" " * min(whole(child.get(f"{TEXT}c"), 1), _LONGEST_GAP))
        elif tag == f"{TEXT}tab":
            parts.append(" ")
        elif tag == f"{TEXT}line-break":
            parts.append("\n")
        elif tag == f"{TEXT}note":
            walk.notes.append(child)
        elif tag in _BOXES:
            if boxes is not None:
                boxes.append(child)
        elif tag not in _SKIPPED and not _is_hidden(child, walk.styles):
            _gather(child, walk, parts, boxes, grounded)
        if shown:
            parts.append(_folded(child.tail))


def _is_white(element: _Element, styles: Styles) -> bool:
    family = "text" if element.tag == f"{TEXT}span" else "paragraph"
    return (family, element.get(f"{TEXT}style-name")) in styles.white


def _is_grounded(element: _Element) -> bool:
    """Whether a paragraph stands in a cell or a box, which may have a colour of its own."""
    return any(
        above.tag in _BOXES or above.tag == f"{TABLE}table-cell"
        for above in element.iterancestors()
    )


def _is_hidden(element: _Element, styles: Styles) -> bool:
    tag = element.tag
    if tag == f"{TEXT}span":
        return styles.hides("text", element.get(f"{TEXT}style-name"))
    if tag == f"{TEXT}section":
        return element.get(f"{TEXT}display") == "none"
    return tag == f"{TEXT}hidden-paragraph"


def _list(element: _Element, walk: Walk, style: str, depth: int) -> Iterator[Block]:
    style = element.get(f"{TEXT}style-name") or style
    level = walk.styles.numbered.get((style, depth))
    goes_on = element.get(f"{TEXT}continue-numbering") == "true" or (
        element.get(f"{TEXT}continue-list") is not None
    )
    start = 1 if level is None else level.start
    count = walk.counts.get((style, depth), start - 1) if goes_on else start - 1
    for entry in element:
        mark = ""
        if entry.tag == f"{TEXT}list-item":
            count = whole(entry.get(f"{TEXT}start-value"), count + 1)
            walk.counts[style, depth] = count
            mark = f"{item_mark(number(walk.styles.numbered, walk.counts, style, depth))} "
        for child in entry:
            if child.tag == f"{TEXT}list":
                yield from _list(child, walk, style, depth + 1)
            elif child.tag in (f"{TEXT}p", f"{TEXT}h"):
                yield from _paragraph(child, walk, mark, True)
                mark = ""


def _table(element: _Element, walk: Walk) -> Iterator[Block]:
    """The rows of a table; of one that only frames parts of a page, what stands in it."""
    rows = [
        row
        for row in element.iter(f"{TABLE}table-row")
        if next(row.iterancestors(f"{TABLE}table"), None) is element
    ]  # those of a table inside a cell are in that cell
    if _is_frame(rows):
        for row in rows:
            for cell in row.iterchildren(f"{TABLE}table-cell"):
                yield from blocks(cell, walk)
        return
    written: list[list[str]] = []
    above: dict[int, tuple[str, int]] = {}  # by column, what goes on downwards for how many rows
    for row in rows:
        walk.clock.check()
        cells = _cells(row, walk, above)
        texts = [cells.get(column, "") for column in range(max(cells, default=-1) + 1)]
        alone = len(set(texts)) == 1 and len(row.findall(f"{TABLE}table-cell")) == 1
        written.append(texts[:1] if alone else texts)
    header = bool(rows) and rows[0].getparent().tag == f"{TABLE}table-header-rows"
    yield from table(written, header or None)


def _is_frame(rows: list[_Element]) -> bool:
    """Whether cells are parts of a page: in one column, in one row, or with headings in them."""
    cells = [list(row.iterchildren(f"{TABLE}table-cell")) for row in rows]
    if all(len(row) < 2 for row in cells):
        return True
    several = [cell for row in cells for cell in row if len(cell) > 1]
    return any(len(rows) == 1 or cell.find(f"{TEXT}h") is not None for cell in several)


def _cells(row: _Element, walk: Walk, above: dict[int, tuple[str, int]]) -> dict[int, str]:
    """The texts by column; a cell over several stands in each, across and, by ``above``, down."""
    cells: dict[int, str] = {}
    column = 0
    for cell in row.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
        own = cell.tag == f"{TABLE}table-cell"
        lines = cell.iter(f"{TEXT}p", f"{TEXT}h") if own else ()
        text = " ".join(inline(found, walk) for found in lines)
        down = whole(cell.get(f"{TABLE}number-rows-spanned"), 1) - 1
        for _ in range(_times(cell, "columns-repeated")):
            while own and column in cells:
                column += 1
            for place in range(column, column + _times(cell, "columns-spanned")) if own else ():
                cells[place] = text
                if down > 0:
                    above[place] = text, down
            if column not in cells:  # covered, and not from the left
                cells[column], left = above.pop(column, ("", 0))
                if left > 1:
                    above[column] = cells[column], left - 1
            column += 1
    return cells


def _times(cell: _Element, what: str) -> int:
    return max(1, min(whole(cell.get(f"{TABLE}number-{what}"), 1), _MOST_SPANNED))


def _folded(text: str | None) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text) if text else ""
