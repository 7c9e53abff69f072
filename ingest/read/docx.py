"""Word documents, read from their XML: what is shown, in order, and nothing from outside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ingest.errors import ReadError
from ingest.read.blocks import Block, assemble, block, levelled
from ingest.read.docx_parts import Styles, W, read_styles, switched, unpack, value
from ingest.read.docx_seen import is_unseen
from ingest.read.headings import guess, looks_like_heading
from ingest.read.limits import Clock, Limits
from ingest.read.safe_xml import whole
from ingest.read.tables import table
from ingest.types import Text

if TYPE_CHECKING:
    from lxml.etree import _Element

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RUN: Final = f"{W}r"
_TEXTS: Final = (f"{W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
_SKIPPED: Final = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "sectPr")}
    | {f"{_MC}Fallback", f"{W}txbxContent"}
)
_BREAKS: Final = {
    f"{W}tab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}ptab": " ",
}


@dataclass(slots=True)
class _Counters:
    values: dict[tuple[str, int], int] = field(default_factory=dict)

    def next(self, number: str, depth: int) -> int:
        for key in [key for key in self.values if key[0] == number and key[1] > depth]:
            del self.values[key]
        self.values[number, depth] = self.values.get((number, depth), 0) + 1
        return self.values[number, depth]


def read_docx(data: bytes, limits: Limits, clock: Clock) -> Text:
    """The document's text; raises ``CORRUPT``, ``ENCRYPTED``, ``TOO_LARGE`` or ``NO_TEXT``."""
    parts = unpack(data, limits)
    styles = read_styles(parts.styles, parts.numbering)
    body = parts.document.find(f"{W}body")
    if body is None:
        raise ReadError("CORRUPT", "no body")
    clock.check()
    blocks = levelled(list(_blocks(body, styles, clock)))
    notes = (found for part in parts.notes for found in _notes(part, styles, clock))
    result = assemble((*blocks, *notes), "docx", _facts(parts.facts), limits)
    if not result.content:
        raise ReadError("NO_TEXT", "a document without text")
    if result.headings:
        return result
    return Text(result.content, "docx", (), guess(result.content), result.metadata)


def _blocks(parent: _Element, styles: Styles, clock: Clock) -> Iterator[Block]:
    counters = _Counters()
    stack = [iter(parent)]
    seen = 0
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            continue
        seen += 1
        if not seen % 1000:
            clock.check()
        if child.tag == f"{W}p":
            yield from _paragraph(child, styles, counters)
            for box in _boxes(child):
                yield from _blocks(box, styles, clock)
        elif child.tag == f"{W}tbl":
            yield from _table(child, styles)
        elif child.tag not in _SKIPPED:
            stack.append(iter(child))  # content controls and the like


def _boxes(paragraph: _Element) -> Iterator[_Element]:
    """The text boxes anchored in a paragraph, each once."""
    for box in paragraph.iter(f"{W}txbxContent"):
        above = {ancestor.tag for ancestor in box.iterancestors()}
        nested = any(a.tag == f"{W}txbxContent" for a in box.iterancestors(f"{W}txbxContent"))
        if f"{_MC}Fallback" not in above and not nested:
            yield box


def _paragraph(paragraph: _Element, styles: Styles, counters: _Counters) -> Iterator[Block]:
    text = _text(paragraph, styles)
    if not text.strip():
        return
    properties = paragraph.find(f"{W}pPr")
    style = value(properties, "pStyle") or ""
    if style in styles.contents:
        return
    outline = whole(value(properties, "outlineLvl"), 9)
    level = styles.levels.get(style, outline + 1 if outline < 9 else None)
    number = value(properties, "numPr/numId") or styles.lists.get(style)
    if level is not None:
        yield block(text, "heading", level)
    elif number and number != "0":
        depth = whole(value(properties, "numPr/ilvl"))
        yield block(_mark(styles, counters, number, depth) + text, "item")
    elif _is_bold(paragraph) and looks_like_heading(" ".join(text.split())):
        yield block(text, "heading", 2)
    else:
        yield block(text)


def _mark(styles: Styles, counters: _Counters, number: str, depth: int) -> str:
    form = styles.formats.get((number, depth), "bullet")
    if form in ("bullet", "none"):
        return "• "
    count = counters.next(number, depth)
    if form in ("lowerLetter", "upperLetter") and count <= 26:
        return f"{chr(96 + count)}) "
    return f"{count}. "


def _is_bold(paragraph: _Element) -> bool:
    """Whether every run of the paragraph is bold: how headings are made without styles."""
    runs = [run for run in paragraph.iter(f"{W}r") if run.findtext(f"{W}t", "").strip()]
    return bool(runs) and all(switched(run.find(f"{W}rPr"), "b") for run in runs)


def _text(element: _Element, styles: Styles) -> str:
    """The visible text of a paragraph: deleted, hidden and field codes left out."""
    parts: list[str] = []
    stack = [iter(element)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag in _TEXTS:
            parts.append(child.text or "")
        elif child.tag in _BREAKS:
            parts.append(_BREAKS[child.tag])
        elif child.tag not in _SKIPPED and not (child.tag == _RUN and is_unseen(child, styles)):
            stack.append(iter(child))
    return "".join(parts)


def _table(element: _Element, styles: Styles) -> list[Block]:
    rows: list[list[str]] = []
    header: bool | None = None
    for row in element.iter(f"{W}tr"):
        if row.getparent() is not element:
            continue  # of a table inside a cell: its text is in that cell
        cells = []
        for cell in row.iter(f"{W}tc"):
            if cell.getparent() is not row:
                continue
            text = " ".join(_text(paragraph, styles) for paragraph in cell.iter(f"{W}p"))
            cells += [text] * min(whole(value(cell, "tcPr/gridSpan"), 1), 20)
        if not rows and row.find(f"{W}trPr/{W}tblHeader") is not None:
            header = True
        rows.append(cells)
    return table(rows, header)


def _notes(part: _Element, styles: Styles, clock: Clock) -> Iterator[Block]:
    for note in part.iter(f"{W}footnote", f"{W}endnote"):
        if note.get(f"{W}type") is None:  # the others are lines between text and notes
            yield from _blocks(note, styles, clock)


def _facts(said: dict[str, str]) -> dict[str, str]:
    if said.get("author") != "python-docx":
        return said
    # What that library's template says of itself, its date of 2013 with it.
    return {name: fact for name, fact in said.items() if name not in ("author", "created")}
