"""PowerPoint presentations: the slides that are shown, as pages, each with its notes after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ingest.errors import ReadError
from ingest.read.blocks import Block, assemble, block
from ingest.read.limits import Clock, Limits
from ingest.read.package import Package, core_facts, opened
from ingest.read.pptx_graphics import graphic
from ingest.read.pptx_shapes import P, Shape, Stage, in_order, placeholders
from ingest.read.pptx_text import paragraphs
from ingest.read.safe_xml import local, whole
from ingest.types import Text

if TYPE_CHECKING:
    from lxml.etree import _Element

_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TITLES: Final = frozenset({"title", "ctrTitle"})
# What a slide repeats of its master.
_REPEATED: Final = frozenset({"dt", "ftr", "hdr", "sldNum"})
_LISTS: Final = frozenset({"body", "obj", ""})  # placeholders whose paragraphs have bullets


def read_pptx(data: bytes, limits: Limits, clock: Clock) -> Text:
    """The text with slides for pages.

    Raises ``CORRUPT``, ``ENCRYPTED``, ``TOO_LARGE`` or ``NO_TEXT``.
    """
    with opened(data, limits) as package:
        result = assemble(_blocks(package, limits, clock), "pptx", core_facts(package), limits)
    if not result.content:
        raise ReadError("NO_TEXT", "slides without text")
    return result


def _blocks(package: Package, limits: Limits, clock: Clock) -> Iterator[Block]:
    main = package.main("ppt/presentation.xml")
    presentation = package.needed(main)
    if local(presentation) != "presentation":
        raise ReadError("CORRUPT", f"no presentation in {main}")
    related = package.related(main)
    extent = _extent(presentation.find(f"{P}sldSz"))
    numbered = presentation.findall(f"{P}sldIdLst/{P}sldId")
    if len(numbered) > limits.max_pages:
        raise ReadError("TOO_LARGE", f"{len(numbered)} slides, over {limits.max_pages}")
    layouts: dict[str, dict[tuple[str, str], tuple[int, int]]] = {}
    for number, identifier in enumerate(numbered, 1):
        clock.check()
        kind, part = related.get(identifier.get(f"{_R}id", ""), ("", ""))
        slide = package.xml(part) if kind == "slide" else None
        if slide is None or slide.get("show") in ("0", "false"):
            continue
        for found in _slide(package, part, slide, layouts, extent, number == 1, clock):
            yield replace(found, page=number)


def _slide(
    package: Package,
    part: str,
    slide: _Element,
    layouts: dict[str, dict[tuple[str, str], tuple[int, int]]],
    extent: tuple[int, int],
    first: bool,
    clock: Clock,
) -> Iterator[Block]:
    related = package.related(part)
    parts = dict(related.values())
    layout = parts.get("slideLayout", "")
    if layout not in layouts:
        layouts[layout] = placeholders(package, layout)
    shapes = in_order(slide, Stage(layouts[layout], *extent), clock)
    for shape in sorted(shapes, key=lambda shape: shape.role not in _TITLES):
        if shape.role in _TITLES:
            title = " ".join(found.text for found in paragraphs(shape.element, False))
            yield block(title, "heading", 1 if first else 2)
        elif shape.role not in _REPEATED:
            yield from _shape(shape, package, {key: name for key, (_, name) in related.items()})
    notes = package.xml(parts["notesSlide"]) if "notesSlide" in parts else None
    if notes is not None:
        yield from _notes(notes, clock)


def _shape(shape: Shape, package: Package, names: dict[str, str]) -> Iterator[Block]:
    if shape.graphic:
        yield from graphic(shape.element, package, names)
        return
    yield from paragraphs(shape.element, shape.held and shape.role in _LISTS)


def _notes(notes: _Element, clock: Clock) -> Iterator[Block]:
    """What the speaker is to say, under a heading of its own."""
    said = [
        found
        for shape in in_order(notes, Stage({}, 0, 0), clock)
        if shape.role == "body"
        for found in paragraphs(shape.element, False)
        if found.text
    ]
    if said:
        yield block("Notes", "heading", 3)
        yield from said


def _extent(size: _Element | None) -> tuple[int, int]:
    return (0, 0) if size is None else (whole(size.get("cx")), whole(size.get("cy")))
