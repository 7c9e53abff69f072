"""Excel workbooks: the sheets that are shown, each row read with the names of its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from ingest.errors import ReadError
from ingest.read.blocks import Block, assemble
from ingest.read.limits import Clock, Limits
from ingest.read.numbers import hides_text, plain, shown
from ingest.read.package import Package, core_facts, opened
from ingest.read.safe_xml import elements, local, whole
from ingest.read.sheets import Row, across, named_sheet
from ingest.read.xlsx_styles import Look, read_looks
from ingest.types import Text

if TYPE_CHECKING:
    from lxml.etree import _Element

_S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PLACE: Final = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_LONGEST_MERGE: Final = 500  # rows that a merged cell is repeated for
_WIDEST_MERGE: Final = 200  # columns, likewise
_MOST_MERGES: Final = 5000
_WIDEST: Final = 16_384
_TRUE: Final = ("1", "true")


@dataclass(slots=True)
class _Book:
    """What the sheets of a workbook share."""

    strings: list[str]
    looks: list[Look]
    from_1904: bool
    clock: Clock


@dataclass(slots=True)
class _Grid:
    """The shown rows of a sheet; those between that are blank are left out of the dictionary."""

    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[range, range]] = field(default_factory=list)


def read_xlsx(data: bytes, limits: Limits, clock: Clock) -> Text:
    """The tables of all sheets; raises ``CORRUPT``, ``ENCRYPTED``, ``TOO_LARGE`` or ``NO_TEXT``."""
    with opened(data, limits) as package:
        facts = core_facts(package)
        result = assemble(_blocks(package, clock), "xlsx", facts, limits)
    if not result.content:
        raise ReadError("NO_TEXT", "a workbook without values")
    return result


def _blocks(package: Package, clock: Clock) -> Iterator[Block]:
    main = package.main("xl/workbook.xml")
    workbook = package.needed(main)
    if local(workbook) != "workbook":
        raise ReadError("CORRUPT", f"no workbook in {main}")
    related = package.related(main)
    parts = dict(related.values())
    properties = workbook.find(f"{_S}workbookPr")
    book = _Book(
        _strings(package, parts.get("sharedStrings", "xl/sharedStrings.xml"), clock),
        read_looks(package.xml(parts.get("styles", "xl/styles.xml"))),
        properties is not None and properties.get("date1904") in _TRUE,
        clock,
    )
    for found in workbook.iterfind(f"{_S}sheets/{_S}sheet"):
        kind, part = related.get(found.get(f"{_R}id", ""), ("", ""))
        content = package.read(part) if kind == "worksheet" else None
        if content is None or found.get("state", "visible") != "visible":
            continue
        yield from named_sheet(found.get("name", ""), _rows(_grid(content, book)), clock)


def _strings(package: Package, part: str, clock: Clock) -> list[str]:
    """The texts that cells refer to by number."""
    content = package.read(part)
    return [] if content is None else [_rich(si) for si in elements(content, (f"{_S}si",), clock)]


def _rich(element: _Element) -> str:
    """The text of a string that may be made of runs; how it is pronounced is left out."""
    direct = element.find(f"{_S}t")
    if direct is not None:
        return direct.text or ""
    return "".join(run.findtext(f"{_S}t", "") for run in element.iterchildren(f"{_S}r"))


def _grid(content: bytes, book: _Book) -> _Grid:
    grid = _Grid()
    number = 0
    for element in elements(content, (f"{_S}col", f"{_S}row", f"{_S}mergeCell"), book.clock):
        if element.tag == f"{_S}row":
            number = whole(element.get("r"), number + 1)
            if element.get("hidden") in _TRUE:
                grid.hidden_rows.add(number)
            elif row := _row(element, grid.hidden_columns, book):
                grid.rows[number] = row
        elif element.tag == f"{_S}col":
            first, last = whole(element.get("min"), _WIDEST), whole(element.get("max"))
            if element.get("hidden") in _TRUE:
                grid.hidden_columns.update(range(first - 1, min(last, _WIDEST)))
        elif len(grid.merged) < _MOST_MERGES:
            places = [_place(end) for end in element.get("ref", "").split(":")]
            if len(places) == 2 and places[0] and places[1]:
                (left, top), (right, bottom) = places[0], places[1]
                rows = range(top, min(bottom, top + _LONGEST_MERGE) + 1)
                grid.merged.append((rows, range(left, min(right, left + _WIDEST_MERGE) + 1)))
    return grid


def _row(element: _Element, hidden: set[int], book: _Book) -> dict[int, str]:
    row: dict[int, str] = {}
    column = -1
    for cell in element.iterchildren(f"{_S}c"):
        place = _place(cell.get("r", ""))
        column = place[0] if place else column + 1
        if column in hidden:
            continue
        text = " ".join(_shown(cell, book).split())
        if text:
            row[column] = text
    return row


def _shown(cell: _Element, book: _Book) -> str:
    """What a cell shows: the value that was last worked out, never the formula."""
    kind = cell.get("t", "n")
    number = whole(cell.get("s"))
    look = book.looks[number] if number < len(book.looks) else Look()
    if look.unseen or kind == "e":
        return ""
    if kind == "inlineStr":
        inline = cell.find(f"{_S}is")
        return "" if inline is None or hides_text(look.code) else _rich(inline)
    value = cell.findtext(f"{_S}v", "").strip()
    if kind in ("s", "str"):
        text = value if kind == "str" else _numbered(book.strings, value)
        return "" if hides_text(look.code) else text
    if kind == "d":
        return value[:10] if value.endswith("T00:00:00") else value.replace("T", " ")
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(value, value)
    try:
        amount = float(value)
    except ValueError:
        return value
    return shown(amount, look.code, book.from_1904) if abs(amount) < 1e300 else plain(amount)


def _numbered(strings: list[str], number: str) -> str:
    wanted = whole(number, len(strings))
    return strings[wanted] if wanted < len(strings) else ""


def _rows(grid: _Grid) -> Iterator[Row]:
    """The rows in order, an empty one where any are blank; a cell merged downwards fills each."""
    spans: dict[int, list[range]] = {}
    for rows, columns in grid.merged:
        text = grid.rows.get(rows.start, {}).get(columns.start)
        if not text:
            continue
        for number in rows:
            if number in grid.rows:
                grid.rows[number].setdefault(columns.start, text)
        if len(columns) > 1:
            spans.setdefault(rows.start, []).append(columns)
    before = 0
    numbers = sorted(grid.rows)
    for number, following in zip_longest(numbers, numbers[1:]):
        if any(between not in grid.hidden_rows for between in range(before + 1, number)):
            yield {}
        yield across(grid.rows[number], spans.get(number, ()), grid.rows.get(following, {}))
        before = number


def _place(reference: str) -> tuple[int, int] | None:
    """Column and row of "C12": (2, 12)."""
    found = _PLACE.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - 64
    return column - 1, int(found[2])
