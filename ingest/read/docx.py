"""Word documents, read from their XML: what is shown, in order, and nothing from outside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from ingest.errors import ReadError
from ingest.read.blocks import Block, assemble, block
from ingest.read.docx_parts import TITLE, Styles, W, read_styles, unpack, value
from ingest.read.headings import guess, looks_like_heading
from ingest.read.limits import Clock, Limits
from ingest.read.tables import table
from ingest.types import Text

if TYPE_CHECKING:
    from lxml.etree import _Element

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
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
    document = parts["document"]
    styles = read_styles(parts.get("styles"), parts.get("numbering"))
    body = document.find(f"{W}body")
    if body is None:
        raise ReadError("CORRUPT", "no body")
    clock.check()
    blocks = _levelled(list(_blocks(body, styles, clock)))
    notes = _notes(parts.get("footnotes"), styles, clock)
    metadata = _metadata(parts.get("core"))
    result = assemble((*blocks, *notes), "docx", metadata, limits)
    if not result.content:
        raise ReadError("NO_TEXT", "a document without text")
    if result.headings:
        return result
    return Text(result.content, "docx", (), guess(result.content), result.metadata)


def _levelled(blocks: list[Block]) -> list[Block]:
    """The blocks with headings counted from 1: under a title, "Heading 1" is level 2."""
    if not any(found.kind == "heading" and found.level == TITLE for found in blocks):
        return blocks
    return [
        replace(found, level=found.level + 1) if found.kind == "heading" else found
        for found in blocks
    ]


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
            yield from _table(child)
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
    text = _text(paragraph)
    if not text.strip():
        return
    properties = paragraph.find(f"{W}pPr")
    style = value(properties, "pStyle") or ""
    if style in styles.contents:
        return
    outline = value(properties, "outlineLvl")
    level = styles.levels.get(style)
    if level is None and outline and outline.isdecimal() and int(outline) < 9:
        level = int(outline) + 1
    number = value(properties, "numPr/numId") or styles.lists.get(style)
    if level is not None:
        yield block(text, "heading", level)
    elif number and number != "0":
        depth = value(properties, "numPr/ilvl") or "0"
        yield block(
            _mark(styles, counters, number, int(depth) if depth.isdecimal() else 0) + text, "item"
        )
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
    return bool(runs) and all(value(run, "rPr/b") in ("", "1", "true", "on") for run in runs)


def _text(element: _Element) -> str:
    """The visible text of a paragraph: deleted, hidden and field codes left out."""
    parts: list[str] = []
    stack = [iter(element)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == f"{W}t":
            parts.append(child.text or "")
        elif child.tag in _BREAKS:
            parts.append(_BREAKS[child.tag])
        elif child.tag not in _SKIPPED and not _is_hidden(child):
            stack.append(iter(child))
    return "".join(parts)


def _is_hidden(element: _Element) -> bool:
    if element.tag != f"{W}r":
        return False
    return value(element, "rPr/vanish") in ("", "1", "true", "on") or (
        (value(element, "rPr/color") or "").upper() == "FFFFFF"
        and element.find(f"{W}rPr/{W}shd") is None
        and element.find(f"{W}rPr/{W}highlight") is None
    )


def _table(element: _Element) -> list[Block]:
    rows: list[list[str]] = []
    header: bool | None = None
    for row in element.iter(f"{W}tr"):
        if row.getparent() is not element:
            continue  # of a table inside a cell: its text is in that cell
        cells = []
        for cell in row.iter(f"{W}tc"):
            if cell.getparent() is not row:
                continue
            text = " ".join(_text(paragraph) for paragraph in cell.iter(f"{W}p"))
            span = value(cell, "tcPr/gridSpan") or "1"
            cells += [text] * (min(int(span), 20) if span.isdecimal() else 1)
        if not rows and row.find(f"{W}trPr/{W}tblHeader") is not None:
            header = True
        rows.append(cells)
    return table(rows, header)


def _notes(notes: _Element | None, styles: Styles, clock: Clock) -> list[Block]:
    found: list[Block] = []
    for note in notes.iter(f"{W}footnote") if notes is not None else ():
        if note.get(f"{W}type") is None:  # the others are lines between text and notes
            found.extend(_blocks(note, styles, clock))
    return found


def _metadata(core: _Element | None) -> dict[str, str]:
    names = {"title": "title", "creator": "author", "created": "created", "language": "language"}
    found: dict[str, str] = {}
    for element in core if core is not None else ():
        name = names.get(element.tag.rpartition("}")[2])
        if name:
            found[name] = element.text or ""
    if found.get("author") == "python-docx":
        del found["author"]  # what that library's template says, its date of 2013 with it
        found.pop("created", None)
    return found
