"""The sheets of an OpenDocument spreadsheet, as they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from ingest.read.blocks import Block
from ingest.read.odf_names import OFFICE, TABLE, TEXT
from ingest.read.odf_text import Walk, inline
from ingest.read.safe_xml import whole
from ingest.read.sheets import Row, across, named_sheet

if TYPE_CHECKING:
    from lxml.etree import _Element

_WIDEST: Final = 16_384
_MOST_REPEATED: Final = 50  # columns that one value is repeated in
_DAY: Final = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_SHOWN: Final = ("", "visible")


def sheets(book: _Element, walk: Walk) -> Iterator[Block]:
    """The blocks of all sheets that are shown, each under its name."""
    for found in book.iterchildren(f"{TABLE}table"):
        if not walk.styles.hides("table", found.get(f"{TABLE}style-name")):
            yield from named_sheet(found.get(f"{TABLE}name", ""), _rows(found, walk), walk.clock)


def _rows(element: _Element, walk: Walk) -> Iterator[Row]:
    """The rows that are shown; a row that is repeated says nothing more the second time.

    A cell over several rows fills each; one over several columns heads the columns below it.
    """
    hidden = _hidden_columns(element)
    above: dict[int, tuple[str, int]] = {}  # by column, what goes on downwards for how many rows
    before: tuple[Row, list[range]] | None = None
    for row in element.iter(f"{TABLE}table-row"):
        if row.get(f"{TABLE}visibility", "") not in _SHOWN:
            continue
        spans: list[range] = []
        filled = dict(_cells(row, hidden, walk, above, spans))
        if before is not None:
            yield across(*before, filled)
        before = filled, spans
    if before is not None:
        yield before[0]


def _hidden_columns(element: _Element) -> set[int]:
    hidden: set[int] = set()
    column = 0
    for one in element.iter(f"{TABLE}table-column"):
        end = min(column + _repeated(one), _WIDEST)
        if one.get(f"{TABLE}visibility", "") not in _SHOWN:
            hidden.update(range(column, end))
        column = end
    return hidden


def _cells(
    row: _Element,
    hidden: set[int],
    walk: Walk,
    above: dict[int, tuple[str, int]],
    spans: list[range],
) -> Iterator[tuple[int, str]]:
    """The filled cells; ``above`` is brought up to date, ``spans`` gets those over columns."""
    column = 0
    for cell in row.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
        times = _repeated(cell)
        covered = cell.tag == f"{TABLE}covered-table-cell"
        text = "" if covered else _text(cell, walk)
        wide = whole(cell.get(f"{TABLE}number-columns-spanned"), 1)
        high = whole(cell.get(f"{TABLE}number-rows-spanned"), 1)
        if wide > 1:
            spans.append(range(column, column + min(wide, _MOST_REPEATED)))
        for place in range(column, min(column + min(times, _MOST_REPEATED), _WIDEST)):
            shown = text
            if covered and place in above:
                shown, left = above.pop(place)
                if left > 1:
                    above[place] = shown, left - 1
            elif text and high > 1:
                above[place] = text, high - 1
            if shown and place not in hidden:
                yield place, shown
        column += times


def _text(cell: _Element, walk: Walk) -> str:
    lines = [inline(line, walk) for line in cell.iterchildren(f"{TEXT}p")]
    text = " ".join(" ".join(lines).split())
    if _DAY.fullmatch(text):  # in the order of the country that it was written in
        return cell.get(f"{OFFICE}date-value", text)[:10]
    return text


def _repeated(element: _Element) -> int:
    return whole(element.get(f"{TABLE}number-columns-repeated"), 1)
