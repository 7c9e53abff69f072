"""What stands in a frame on a slide: tables, charts as tables, the texts of diagrams."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from ingest.read.blocks import Block, block
from ingest.read.numbers import plain
from ingest.read.package import Package
from ingest.read.pptx_shapes import A
from ingest.read.pptx_text import text_of
from ingest.read.tables import table

if TYPE_CHECKING:
    from lxml.etree import _Element

_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_C: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_D: Final = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_LAYOUT: Final = frozenset({"pres", "parTrans", "sibTrans"})  # points of a diagram without text
_MOST_POINTS: Final = 200  # of a chart; more are a curve, not a table


def graphic(frame: _Element, package: Package, names: dict[str, str]) -> Iterator[Block]:
    """The blocks of a frame; ``names`` are the parts that the slide points to."""
    grid = frame.find(f"{A}graphic/{A}graphicData/{A}tbl")
    if grid is not None:
        yield from _table(grid)
        return
    chart = frame.find(f"{A}graphic/{A}graphicData/{_C}chart")
    root = package.xml(names.get(chart.get(f"{_R}id", ""), "")) if chart is not None else None
    if root is not None:
        yield from _chart(root)
    diagram = frame.find(f"{A}graphic/{A}graphicData/{_D}relIds")
    root = package.xml(names.get(diagram.get(f"{_R}dm", ""), "")) if diagram is not None else None
    for point in root.iter(f"{_D}pt") if root is not None else ():
        if point.get("type", "node") not in _LAYOUT:
            text = " ".join(text_of(paragraph) for paragraph in point.iter(f"{A}p")).strip()
            if text:
                yield block(f"• {text}", "item")


def _table(grid: _Element) -> list[Block]:
    properties = grid.find(f"{A}tblPr")
    header = properties is not None and properties.get("firstRow") in ("1", "true")
    rows: list[list[str]] = []
    for row in grid.iterfind(f"{A}tr"):
        cells: list[str] = []
        for column, cell in enumerate(row.iterfind(f"{A}tc")):
            text = " ".join(text_of(paragraph) for paragraph in cell.iter(f"{A}p"))
            # A cell over several columns or rows is read in each.
            if cell.get("hMerge") in ("1", "true") and cells:
                text = cells[-1]
            elif cell.get("vMerge") in ("1", "true") and rows and column < len(rows[-1]):
                text = rows[-1][column]
            cells.append(text)
        rows.append(cells)
    return table(rows, header or None)


def _chart(root: _Element) -> Iterator[Block]:
    """A chart's title, and its values as a table of categories and series."""
    title = root.find(f"{_C}chart/{_C}title")
    if title is not None:
        yield block(" ".join(text_of(paragraph) for paragraph in title.iter(f"{A}p")))
    series = list(root.iter(f"{_C}ser"))
    if not series:
        return
    names = [" ".join(_points(one.find(f"{_C}tx")).values()) for one in series]
    values = [_points(one.find(f"{_C}val")) for one in series]
    categories = _points(series[0].find(f"{_C}cat"))
    if not categories or len(categories) > _MOST_POINTS:
        return
    rows = [["", *names]]
    for number, category in categories.items():
        rows.append([category, *(points.get(number, "") for points in values)])
    if len(series) == 1:
        yield from table([[category, value] for category, value in rows[1:]])
    else:
        yield from table(rows, header=True)


def _points(parent: _Element | None) -> dict[str, str]:
    """The texts or numbers that a chart keeps of its sheet, by their place."""
    found = {}
    for point in parent.iter(f"{_C}pt") if parent is not None else ():
        text = point.findtext(f"{_C}v", "").strip()
        with suppress(ValueError):  # a category in words
            text = plain(float(text))
        found[point.get("idx", "")] = text
    return found
