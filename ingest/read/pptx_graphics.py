"""What stands in a frame on a slide: tables, charts as tables, the texts of diagrams."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.read.blocks import Block
from ingest.read.drawings import CHART, DIAGRAM, R, chart, diagram
from ingest.read.package import Package
from ingest.read.pptx_shapes import A
from ingest.read.pptx_text import text_of
from ingest.read.tables import table

if TYPE_CHECKING:
    from lxml.etree import _Element


def graphic(frame: _Element, package: Package, names: dict[str, str]) -> Iterator[Block]:
    """The blocks of a frame; ``names`` are the parts that the slide points to."""
    grid = frame.find(f"{A}graphic/{A}graphicData/{A}tbl")
    if grid is not None:
        yield from _table(grid)
        return
    values = frame.find(f"{A}graphic/{A}graphicData/{CHART}chart")
    root = package.xml(names.get(values.get(f"{R}id", ""), "")) if values is not None else None
    if root is not None:
        yield from chart(root)
    points = frame.find(f"{A}graphic/{A}graphicData/{DIAGRAM}relIds")
    root = package.xml(names.get(points.get(f"{R}dm", ""), "")) if points is not None else None
    if root is not None:
        yield from diagram(root)


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
