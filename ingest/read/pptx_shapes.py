"""The shapes of a slide in the order they are read in, without those that nobody sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ingest.read.limits import Clock
from ingest.read.package import Package
from ingest.read.safe_xml import local

if TYPE_CHECKING:
    from lxml.etree import _Element

P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ROWS: Final = 25  # of a slide's height; shapes nearer than one of them are beside each other
_DEEPEST: Final = 20  # groups inside each other
_FAR: Final = 10**9

# Where the placeholders of a layout stand, by their kind and number: (left, top).
Places = dict[tuple[str, str], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Stage:
    """What a slide is laid out on: its layout's placeholders, its width and its height."""

    places: Places
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape with text or a graphic; ``role`` is its placeholder's kind where ``held`` by one."""

    element: _Element
    role: str
    held: bool
    graphic: bool
    left: int
    top: int


def in_order(slide: _Element, stage: Stage, clock: Clock) -> list[Shape]:
    """All shapes of a slide, groups taken apart: from top to bottom, side by side from the left."""
    tree = slide.find(f"{P}cSld/{P}spTree")
    return [] if tree is None else _ordered(tree, stage, clock, 0)


def placeholders(package: Package, layout: str) -> Places:
    """Where the placeholders of a layout stand, by its own word or its master's."""
    found: Places = {}
    masters = dict(package.related(layout).values()) if layout else {}
    for part in (masters.get("slideMaster"), layout):
        root = package.xml(part) if part else None
        for shape in root.iter(f"{P}sp") if root is not None else ():
            held = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
            place = _place(shape)
            if held is None or place is None:
                continue
            role, number = held.get("type", ""), held.get("idx", "")
            found[role, number] = place
            found.setdefault((role, ""), place)
            if number and part == layout:
                found["", number] = place
    return found


def _ordered(group: _Element, stage: Stage, clock: Clock, depth: int) -> list[Shape]:
    clock.check()
    shapes = []
    for element in _children(group):
        kind = local(element)
        if _is_hidden(element) or depth > _DEEPEST:
            continue
        if kind == "grpSp":
            place = _place(element) or (0, 0)
            inside = _ordered(element, stage, clock, depth + 1)
            if inside and not (depth == 0 and _is_outside(element, stage)):
                shapes.append((place, inside))
        elif kind in ("sp", "graphicFrame") and not (depth == 0 and _is_outside(element, stage)):
            shape = _shape(element, stage, kind == "graphicFrame")
            shapes.append(((shape.left, shape.top), [shape]))
    return [shape for _, inside in _by_rows(shapes, stage) for shape in inside]


def _by_rows(
    shapes: list[tuple[tuple[int, int], list[Shape]]], stage: Stage
) -> list[tuple[tuple[int, int], list[Shape]]]:
    """Shapes whose tops are nearly level are one row, read from the left."""
    shapes.sort(key=lambda shape: shape[0][1])
    near = stage.height // _ROWS
    ordered: list[tuple[tuple[int, int], list[Shape]]] = []
    row: list[tuple[tuple[int, int], list[Shape]]] = []
    for shape in shapes:
        if row and shape[0][1] - row[0][0][1] > near:
            ordered += sorted(row, key=lambda shape: shape[0][0])
            row = []
        row.append(shape)
    return ordered + sorted(row, key=lambda shape: shape[0][0])


def _children(group: _Element) -> Iterator[_Element]:
    """The shapes of a group, those that come in several versions in the first."""
    for element in group:
        if element.tag == f"{_MC}AlternateContent":
            choice = element.find(f"{_MC}Choice")
            yield from choice if choice is not None else ()
        else:
            yield element


def _shape(element: _Element, stage: Stage, graphic: bool) -> Shape:
    held = element.find(f"./*/{P}nvPr/{P}ph")
    role = held.get("type", "") if held is not None else ""
    number = held.get("idx", "") if held is not None else ""
    place = _place(element)
    if place is None and held is not None:
        usual = "title" if role == "ctrTitle" else "body"  # what other kinds are made of
        known = ((role, number), ("", number), (role, ""), (usual, ""))
        place = next((stage.places[key] for key in known if key in stage.places), None)
    left, top = place or (0, 0)
    return Shape(element, role, held is not None, graphic, left, top)


def _is_hidden(element: _Element) -> bool:
    """Whether a shape was hidden in the list of the slide's objects."""
    about = next(element.iterfind(f"./*/{P}cNvPr"), None)
    return about is not None and about.get("hidden") in ("1", "true")


def _is_outside(element: _Element, stage: Stage) -> bool:
    """Whether a shape stands wholly beside the slide, where only its author sees it."""
    box = _frame(element)
    if box is None or not stage.width:
        return False
    left, top, width, height = box
    return left >= stage.width or top >= stage.height or left + width <= 0 or top + height <= 0


def _place(element: _Element) -> tuple[int, int] | None:
    box = _frame(element)
    return None if box is None else box[:2]


def _frame(element: _Element) -> tuple[int, int, int, int] | None:
    """Left, top, width and height, where the shape states them."""
    for path in (f"{P}spPr/{A}xfrm", f"{P}grpSpPr/{A}xfrm", f"{P}xfrm"):
        frame = element.find(path)
        if frame is None:
            continue
        offset, extent = frame.find(f"{A}off"), frame.find(f"{A}ext")
        if offset is not None and extent is not None:
            return (
                _number(offset.get("x")),
                _number(offset.get("y")),
                _number(extent.get("cx")),
                _number(extent.get("cy")),
            )
    return None


def _number(text: str | None) -> int:
    try:
        return max(-_FAR, min(_FAR, int((text or "0")[:12])))
    except ValueError:
        return 0
