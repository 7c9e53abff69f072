"""Rich text: paragraphs, headings by outline, lists with their marks, tables, notes at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from ingest.errors import ReadError
from ingest.read.blocks import Block, assemble, block, levelled
from ingest.read.headings import guess
from ingest.read.limits import Clock, Limits
from ingest.read.rtf_runs import CONTENTS, Piece, pieces
from ingest.read.tables import table
from ingest.types import Text

_ENDS: Final = frozenset({"par", "sect", "page", "column"})
_APART: Final = frozenset({"note", "title", "author", "created"})


@dataclass(slots=True)
class _Page:
    """What is gathered until a paragraph, a row or the document ends."""

    parts: list[str] = field(default_factory=list)
    mark: str = ""
    level: int = -1
    in_table: bool = False
    cells: list[str] = field(default_factory=list)
    columns: list[bool] = field(default_factory=list)  # of the row, which go on from above
    goes_on: bool = False
    rows: list[list[str]] = field(default_factory=list)
    header: bool | None = None
    apart: dict[str, list[str]] = field(default_factory=dict)


def read_rtf(data: bytes, limits: Limits, clock: Clock) -> Text:
    """The text; raises ``CORRUPT`` (cut short), ``TOO_LARGE`` or ``NO_TEXT``."""
    page = _Page()
    blocks = list(_blocks(pieces(data, clock), page))
    apart = {name: _joined(parts) for name, parts in page.apart.items()}
    blocks += [block(note) for note in apart.pop("note", "").split("\n")]
    facts = {name: said.partition("\n")[0] for name, said in apart.items()}
    if "created" in facts:
        day = facts["created"]  # followed by the day of the last change
        facts["created"] = f"{day[:4]}-{day[4:6]}-{day[6:8]}"
    result = assemble(levelled(blocks), "rtf", facts, limits)
    if not result.content:
        raise ReadError("NO_TEXT", "a document without text")
    if result.headings:
        return result
    return Text(result.content, "rtf", (), guess(result.content), result.metadata)


def _blocks(found: Iterator[Piece], page: _Page) -> Iterator[Block]:
    for piece in found:
        kind = piece.kind
        if kind == "text":
            page.parts.append(piece.text)
        elif kind == "mark":
            page.mark += piece.text
        elif kind in _APART:
            page.apart.setdefault(kind, []).append(piece.text)
        elif kind in _ENDS:
            if page.in_table:
                page.parts.append(" ")
            else:
                yield from _table(page)
                yield from _paragraph(page)
        elif kind in ("cell", "nestcell"):
            page.cells.append(_joined(page.parts))
            page.parts, page.mark = [], ""
        elif kind == "trowd":
            page.columns, page.goes_on = [], False
        elif kind == "clvmrg":
            page.goes_on = True
        elif kind == "cellx":
            page.columns.append(page.goes_on)
            page.goes_on = False
        elif kind == "row":
            page.rows.append(_merged(page))
            page.cells = []
        elif kind == "trhdr":
            page.header = page.header or not page.rows or None
        elif kind == "intbl":
            page.in_table = True
        elif kind == "pard":
            page.in_table, page.level = False, -1
        elif kind == "outlinelevel":
            page.level = piece.number + 1 if 0 <= piece.number < 9 else -1
        elif kind == "s" and (piece.number >= 0 or piece.number == CONTENTS):
            page.level = piece.number
    page.in_table = False
    if page.cells:
        page.rows.append(page.cells)
    yield from _table(page)
    yield from _paragraph(page)


def _paragraph(page: _Page) -> Iterator[Block]:
    text, mark = _joined(page.parts), " ".join(_joined([page.mark]).split())
    page.parts, page.mark = [], ""
    if not text.strip() or page.level == CONTENTS:
        return
    if page.level >= 0:
        yield block(f"{mark} {text}".strip(), "heading", page.level)
    elif mark:
        # A bullet may be a letter of a font of symbols: what has no digit is drawn as our own.
        sign = mark if any(map(str.isdigit, mark)) or mark[-1:] in ").." else "•"
        yield block(f"{sign} {text}", "item")
    else:
        yield block(text)


def _merged(page: _Page) -> list[str]:
    """The cells of a row; one that goes on from above has the text of the one there."""
    cells, above = page.cells, page.rows[-1] if page.rows else []
    for column in range(min(len(cells), len(above), len(page.columns))):
        if page.columns[column]:
            cells[column] = above[column]
    return cells


def _table(page: _Page) -> list[Block]:
    rows, header = page.rows, page.header
    if not rows:
        return []
    page.rows, page.header = [], None
    return table(rows, header)


def _joined(parts: list[str]) -> str:
    """Text whose characters may have come in two halves."""
    return "".join(parts).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
