"""Word documents, read from their XML: what is shown, in order, and nothing from outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.errors import ReadError
from ingest.read.blocks import Block, assemble, block, levelled
from ingest.read.counted import heading_mark, item_mark
from ingest.read.docx_numbers import Counts, read_lists
from ingest.read.docx_parts import Styles, W, read_styles, unpack, value
from ingest.read.docx_tables import lead_in, parts, rows, texts
from ingest.read.docx_text import (
    SKIPPED,
    boxes,
    contents,
    is_bold,
    is_contents,
    runs_on,
    text_of,
)
from ingest.read.drawings import CHART, DIAGRAM, R, chart, diagram
from ingest.read.headings import guess, looks_like_heading
from ingest.read.limits import Clock, Limits
from ingest.read.page_heads import with_head
from ingest.read.tables import table
from ingest.types import Text

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(slots=True)
class _Walk:
    """What a walk through a document needs to know, and how far its lists are counted."""

    styles: Styles
    counts: Counts
    clock: Clock
    contents: frozenset[_Element]
    drawings: Mapping[str, _Element]
    steps: int = 0


def read_docx(data: bytes, limits: Limits, clock: Clock) -> Text:
    """The document's text; raises ``CORRUPT``, ``ENCRYPTED``, ``TOO_LARGE`` or ``NO_TEXT``."""
    parts = unpack(data, limits)
    body = parts.document.find(f"{W}body")
    if body is None:
        raise ReadError("CORRUPT", "no body")
    clock.check()
    counts = Counts(read_lists(parts.numbering))
    walk = _Walk(read_styles(parts.styles), counts, clock, contents(body), parts.drawings)
    blocks = levelled(list(_blocks(body, walk)))
    if parts.head is not None:
        blocks = with_head(_blocks(parts.head, walk), blocks)
    notes = (found for part in parts.notes for found in _notes(part, walk))
    result = assemble((*blocks, *notes), "docx", _facts(parts.facts), limits)
    if not result.content:
        raise ReadError("NO_TEXT", "a document without text")
    if result.headings:
        return result
    return Text(result.content, "docx", (), guess(result.content), result.metadata)


def _blocks(parent: _Element, walk: _Walk) -> Iterator[Block]:
    stack = [iter(parent)]
    together: list[_Element] = []  # paragraphs that the next one continues
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            continue
        walk.steps += 1
        if not walk.steps % 1000:
            walk.clock.check()
        if child.tag == f"{W}p":
            together.append(child)
            if not runs_on(child):
                yield from _paragraph(together, walk)
                together = []
        elif child.tag == f"{W}tbl":
            yield from _paragraph(together, walk)
            together = []
            yield from _table(child, walk)
        elif child.tag not in SKIPPED and not is_contents(child):
            stack.append(iter(child))  # content controls and the like
    yield from _paragraph(together, walk)


def _paragraph(together: list[_Element], walk: _Walk) -> Iterator[Block]:
    """What paragraphs that read as one hold, which is what the last of them is; then its boxes."""
    if not together:
        return
    last = together[-1]
    text = "".join(text_of(one, walk.styles) for one in together)
    number = walk.styles.number(last)
    mark = walk.counts.mark(*number) if number else ""  # a paragraph without text is counted too
    if text.strip() and not _is_listed(last, walk):
        yield _written(text, last, None if number is None else mark, walk.styles)
    for one in together:
        for box in boxes(one):
            yield from _blocks(box, walk)
        if walk.drawings:
            yield from _drawn(one, walk)


def _drawn(paragraph: _Element, walk: _Walk) -> Iterator[Block]:
    """The charts and diagrams in a paragraph, those in its boxes aside."""
    for frame in paragraph.iter(f"{CHART}chart", f"{DIAGRAM}relIds"):
        values = frame.tag == f"{CHART}chart"
        root = walk.drawings.get(frame.get(f"{R}id" if values else f"{R}dm", ""))
        if root is not None and next(frame.iterancestors(f"{W}p"), None) is paragraph:
            yield from chart(root) if values else diagram(root)


def _written(text: str, paragraph: _Element, mark: str | None, styles: Styles) -> Block:
    level = styles.level(paragraph)
    if level is not None:
        return block(f"{heading_mark(mark or '')} {text}", "heading", level)
    if mark is not None:
        return block(f"{item_mark(mark)} {text}", "item")
    if is_bold(paragraph) and looks_like_heading(" ".join(text.split())):
        return block(text, "heading", 2)
    return block(text)


def _is_listed(paragraph: _Element, walk: _Walk) -> bool:
    style = value(paragraph, "pPr/pStyle")
    return style in walk.styles.contents or paragraph in walk.contents


def _table(element: _Element, walk: _Walk) -> Iterator[Block]:
    """The rows of a table; cells that are parts of a page by the blocks that they hold."""
    for stretch, own in parts(list(rows(element, walk.styles, walk.clock))):
        if not own:
            yield from table(texts(stretch, walk.styles), stretch[0].header or None)
            continue
        cells = stretch[0].cells
        label = lead_in(stretch[0])
        if label:
            yield block(f"{label.rstrip(' :')} :")
            cells = cells[1:]
        for cell in cells:
            yield from _blocks(cell.element, walk)


def _notes(part: _Element, walk: _Walk) -> Iterator[Block]:
    for note in part.iter(f"{W}footnote", f"{W}endnote"):
        if note.get(f"{W}type") is None:  # the others are lines between text and notes
            yield from _blocks(note, walk)


def _facts(said: dict[str, str]) -> dict[str, str]:
    if said.get("author") != "python-docx":
        return said
    # What that library's template says of itself, its date of 2013 with it.
    return {name: fact for name, fact in said.items() if name not in ("author", "created")}
