"""Charts as tables of their values, and the texts of diagrams, of any Office file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from ingest.read.blocks import Block, block
from ingest.read.numbers import plain
from ingest.read.pptx_shapes import A
from ingest.read.pptx_text import text_of
from ingest.read.tables import table

if TYPE_CHECKING:
    from lxml.etree import _Element

R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM: Final = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_LAYOUT: Final = frozenset({"pres", "parTrans", "sibTrans"})  # points of a diagram without text
_MOST_POINTS: Final = 200  # of a chart; more are a curve, not a table


def diagram(root: _Element) -> Iterator[Block]:
    """The texts of a diagram's points, each an item."""
    for point in root.iter(f"{DIAGRAM}pt"):
        if point.get("type", "node") not in _LAYOUT:
            text = " ".join(text_of(paragraph) for paragraph in point.iter(f"{A}p")).strip()
            if text:
                yield block(f"• {text}", "item")


def chart(root: _Element) -> Iterator[Block]:
    """A chart's title, and its values as a table of categories and series."""
    title = root.find(f"{CHART}chart/{CHART}title")
    if title is not None:
        yield block(" ".join(text_of(paragraph) for paragraph in title.iter(f"{A}p")))
    series = list(root.iter(f"{CHART}ser"))
    if not series:
        return
    names = [" ".join(_points(one.find(f"{CHART}tx")).values()) for one in series]
    values = [_points(one.find(f"{CHART}val")) for one in series]
    categories = _points(series[0].find(f"{CHART}cat"))
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
    for point in parent.iter(f"{CHART}pt") if parent is not None else ():
        text = point.findtext(f"{CHART}v", "").strip()
        with suppress(ValueError):  # a category in words
            text = plain(float(text))
        found[point.get("idx", "")] = text
    return found
