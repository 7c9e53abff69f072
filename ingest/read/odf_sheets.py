"""The sheets of an OpenDocument spreadsheet, as they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from ingest.read.blocks import Block
from ingest.read.odf_styles import OFFICE, TABLE, TEXT
from ingest.read.odf_text import Walk, inline
from ingest.read.safe_xml import whole
from ingest.read.sheets import Row, named_sheet

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
    """The rows that are shown; a row that is repeated says nothing more the second time."""
    hidden = _hidden_columns(element)
    for row in element.iter(f"{TABLE}table-row"):
        if row.get(f"{TABLE}visibility", "") in _SHOWN:
            yield dict(_cells(row, hidden, walk))


def _hidden_columns(element: _Element) -> set[int]:
    hidden: set[int] = set()
    column = 0
    for one in element.iter(f"{TABLE}table-column"):
        end = min(column + _repeated(one), _WIDEST)
        if one.get(f"{TABLE}visibility", "") not in _SHOWN:
            hidden.update(range(column, end))
        column = end
    return hidden


def _cells(row: _Element, hidden: set[int], walk: Walk) -> Iterator[tuple[int, str]]:
    column = 0
    for cell in row.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
        times = _repeated(cell)
        lines = [inline(line, walk) for line in cell.iterchildren(f"{TEXT}p")]
        text = " ".join(" ".join(lines).split())
        if _DAY.fullmatch(text):  # in the order of the country that it was written in
            text = cell.get(f"{OFFICE}date-value", text)[:10]
        if text and cell.tag == f"{TABLE}table-cell":
            for place in range(column, min(column + min(times, _MOST_REPEATED), _WIDEST)):
                if place not in hidden:
                    yield place, text
        column += times


def _repeated(element: _Element) -> int:
    return whole(element.get(f"{TABLE}number-columns-repeated"), 1)
