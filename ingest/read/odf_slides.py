"""The slides of an OpenDocument presentation: shapes from top to bottom, notes after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ingest.errors import ReadError
from ingest.read.blocks import Block, block
from ingest.read.limits import Limits
from ingest.read.odf_names import DRAW, SHOW, SVG, TEXT
from ingest.read.odf_text import Walk, blocks, inline

if TYPE_CHECKING:
    from lxml.etree import _Element

_LENGTH: Final = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)(cm|mm|in|pt|pc|px)?")
_POINTS: Final = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}
_REPEATED: Final = frozenset({"header", "footer", "date-time", "page-number"})
_LEVEL: Final = 20.0  # points; tops no further apart are side by side
_DEEPEST: Final = 20


def slides(show: _Element, walk: Walk, limits: Limits) -> Iterator[Block]:
    """The blocks of all slides that are shown, each with the number of its slide."""
    pages = list(show.iterchildren(f"{DRAW}page"))
    if len(pages) > limits.max_pages:
        raise ReadError("TOO_LARGE", f"{len(pages)} slides, over {limits.max_pages}")
    for number, page in enumerate(pages, 1):
        walk.clock.check()
        if not walk.styles.hides("drawing-page", page.get(f"{DRAW}style-name")):
            for found in _slide(page, walk, 1 if number == 1 else 2):
                yield replace(found, page=number)


def _slide(page: _Element, walk: Walk, level: int) -> Iterator[Block]:
    shapes = list(_shapes(page, 0))
    for shape in _in_order(shapes):
        if shape.get(f"{SHOW}class") == "title":
            lines = (inline(line, walk) for line in shape.iter(f"{TEXT}p"))
            yield block(" ".join(lines), "heading", level)
    for shape in _in_order(shapes):
        role = shape.get(f"{SHOW}class", "")
        if role != "title" and role not in _REPEATED and shape.get(f"{SHOW}placeholder") != "true":
            yield from blocks(shape, walk)
    notes = page.find(f"{SHOW}notes")
    if notes is not None:
        said = [
            found
            for shape in _shapes(notes, 0)
            if shape.get(f"{SHOW}class") == "notes" and shape.get(f"{SHOW}placeholder") != "true"
            for found in blocks(shape, walk)
            if found.text
        ]
        if said:
            yield block("Notes", "heading", 3)
            yield from said


def _shapes(parent: _Element, depth: int) -> Iterator[_Element]:
    for child in parent:
        if child.tag == f"{DRAW}g" and depth < _DEEPEST:
            yield from _shapes(child, depth + 1)
        elif child.tag.startswith(DRAW):
            yield child


def _in_order(shapes: list[_Element]) -> list[_Element]:
    """From top to bottom, and from the left what is on one level."""
    placed = sorted(((_points(s, "y"), _points(s, "x"), s) for s in shapes), key=lambda p: p[0])
    ordered: list[_Element] = []
    row: list[tuple[float, float, _Element]] = []
    for place in placed:
        if row and place[0] - row[0][0] > _LEVEL:
            ordered += [shape for _, _, shape in sorted(row, key=lambda p: p[1])]
            row = []
        row.append(place)
    return ordered + [shape for _, _, shape in sorted(row, key=lambda p: p[1])]


def _points(shape: _Element, side: str) -> float:
    found = _LENGTH.match(shape.get(f"{SVG}{side}", ""))
    return float(found[1]) * _POINTS[found[2] or "pt"] if found else 0.0
