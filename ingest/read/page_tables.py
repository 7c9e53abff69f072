"""The tables of web pages: which hold data, and their cells where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ingest.read.blocks import Block, block
from ingest.read.tables import table

if TYPE_CHECKING:
    from lxml.etree import _Element

BREAKING: Final = frozenset(
    "address article aside blockquote body center dd details dir div dl dt fieldset figcaption"
    " figure footer form header hgroup hr html legend li main ol p pre section summary table"
    " tbody td tfoot th thead tr ul caption".split()
)
_LONG_CELL: Final = 400
_WIDEST: Final = 20  # columns that one cell may take
_TALLEST: Final = 500  # rows that one cell may take
_MOST_REPEATED: Final = 500_000  # characters of such cells in one table


def is_data(element: _Element) -> bool:
    """Whether a table holds data rather than the columns of an old page."""
    if element.get("role") in ("presentation", "none") or element.find(".//table") is not None:
        return False
    if any(element.find(f".//{tag}") is not None for tag in ("h1", "h2", "td//h3")):
        return False
    named = element.find(".//th") is not None
    if not named and any(element.find(f".//{tag}") is not None for tag in ("ul", "ol")):
        return False
    if all(len(_cells(row)) < 2 for row in element.iter("tr")):
        return False
    return all(len("".join(cell.itertext())) <= _LONG_CELL for cell in element.iter("td", "th"))


def read_table(element: _Element) -> Iterator[Block]:
    """The caption and the rows of a table of data."""
    caption = next(element.iter("caption"), None)
    if caption is not None:
        yield block(folded(inner_text(caption)))
    rows: list[list[str]] = []
    header: bool | None = None
    grid = _Grid()
    for row in element.iter("tr"):
        cells = _cells(row)
        marked = bool(cells) and all(cell.tag == "th" for cell in cells)
        if not rows and cells:
            header = True if marked and len(cells) > 1 else None
        texts = grid.row(cells)
        if header and marked and len(rows) == 1 and len(texts) == len(rows[0]):
            rows = [[_both(*names) for names in zip(rows[0], texts, strict=True)]]
        else:
            rows.append(texts)
    yield from table(rows, header)


def _both(above: str, below: str) -> str:
    """The name of a column from two rows of names: "Membres PME"."""
    return above if above == below else f"{above} {below}"


def _cells(row: _Element) -> list[_Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


@dataclass(slots=True)
class _Grid:
    """Where the next row's cells stand: beside those that come down from rows above.

    ``above`` has them by column, with the rows that are left to each.
    """

    above: dict[int, tuple[int, str]] = field(default_factory=dict)
    left: int = _MOST_REPEATED

    def row(self, cells: list[_Element]) -> list[str]:
        """The texts of a row, one a column."""
        texts: list[str] = []
        below: dict[int, tuple[int, str]] = {}
        for cell in (*cells, None):
            while len(texts) in self.above or (cell is None and self.above):
                rows, text = self.above.pop(len(texts), (1, ""))
                if rows > 1:
                    below[len(texts)] = rows - 1, self._repeated(text)
                texts.append(text)
            if cell is not None:
                text, rows = inner_text(cell), _span(cell, "rowspan", _TALLEST)
                for _ in range(_span(cell, "colspan", _WIDEST)):
                    if rows > 1:
                        below[len(texts)] = rows - 1, self._repeated(text)
                    texts.append(text)
        self.above = below
        return texts

    def _repeated(self, text: str) -> str:
        self.left -= len(text)
        return text if self.left > 0 else ""


def _span(cell: _Element, name: str, most: int) -> int:
    said = (cell.get(name) or "1").strip()
    return max(1, min(int(said), most)) if said.isdecimal() and len(said) < 6 else 1


def inner_text(element: _Element) -> str:
    """All text of an element, its blocks on lines of their own."""
    from lxml import etree

    pieces = []
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if inner.tag == "br" or (inner.tag in BREAKING and inner is not element):
                pieces.append("\n")
            pieces.append(inner.text or "")
        elif inner is not element:
            if inner.tag in BREAKING:
                pieces.append("\n")
            pieces.append(inner.tail or "")
    return "".join(pieces)


def folded(text: str | None) -> str:
    """A text with its blanks and line breaks as the page shows them, each run one blank."""
    return re.sub(r"[ \t\r\n\f]+", " ", text) if text else ""
