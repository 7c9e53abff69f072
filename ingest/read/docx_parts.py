"""What a DOCX file is packed of: its XML parts, its styles and its list formats."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ingest.read.headings import style_level
from ingest.read.limits import Limits
from ingest.read.package import core_facts, opened
from ingest.read.safe_xml import whole

if TYPE_CHECKING:
    from lxml.etree import _Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Parts:
    """The XML parts that are read, and what the file says of itself."""

    document: _Element
    facts: dict[str, str]
    styles: _Element | None = None
    numbering: _Element | None = None
    notes: tuple[_Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Styles:
    """Heading level by style id, styles of contents lists and of hidden text, formats of lists."""

    levels: dict[str, int]
    contents: frozenset[str]
    hidden: frozenset[str]
    lists: dict[str, str]  # numbering instance, per style that is numbered
    formats: dict[tuple[str, int], str]


def unpack(data: bytes, limits: Limits) -> Parts:
    """The parts of the document, parsed.

    Raises ``CORRUPT``, ``ENCRYPTED``, or ``TOO_LARGE`` before anything large is unpacked.
    """
    with opened(data, limits) as package:
        main = package.main("word/document.xml")
        document = package.needed(main)
        names = dict(package.related(main).values())

        def part(kind: str) -> _Element | None:
            return package.xml(names.get(kind, f"word/{kind}.xml"))

        notes = [found for kind in ("footnotes", "endnotes") if (found := part(kind)) is not None]
        return Parts(document, core_facts(package), part("styles"), part("numbering"), tuple(notes))


def value(parent: _Element | None, path: str) -> str | None:
    found = (
        parent.find("/".join(W + name for name in path.split("/"))) if parent is not None else None
    )
    return None if found is None else found.get(f"{W}val", "")


def switched(parent: _Element | None, name: str) -> bool | None:
    """Whether a property is on; None where it is not mentioned."""
    said = value(parent, name)
    return None if said is None else said in ("", "1", "true", "on")


def read_styles(styles: _Element | None, numbering: _Element | None) -> Styles:
    """The styles of a document; both parts may be missing."""
    levels: dict[str, int] = {}
    contents: set[str] = set()
    hidden: set[str] = set()
    lists: dict[str, str] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        key = style.get(f"{W}styleId", "")
        name = (value(style, "name") or key).lower()
        outline = whole(value(style, "pPr/outlineLvl"), 9)
        named = style_level(name)
        if named is not None or outline < 9:
            levels[key] = outline + 1 if named is None else named
        elif re.match(r"(?:toc|tm|table des mati)", name):
            contents.add(key)
        if switched(style.find(f"{W}rPr"), "vanish"):
            hidden.add(key)
        number = value(style, "pPr/numPr/numId")
        if number:
            lists[key] = number
    # Heading styles made by a user are based on the built-in ones.
    for style in styles.iter(f"{W}style") if styles is not None else ():
        key, base = style.get(f"{W}styleId", ""), value(style, "basedOn")
        if key not in levels and base in levels and style.get(f"{W}type") == "paragraph":
            levels[key] = levels[base]
    return Styles(levels, frozenset(contents), frozenset(hidden), lists, _formats(numbering))


def _formats(numbering: _Element | None) -> dict[tuple[str, int], str]:
    if numbering is None:
        return {}
    abstract = {}
    for form in numbering.iter(f"{W}abstractNum"):
        for level in form.iter(f"{W}lvl"):
            depth = level.get(f"{W}ilvl", "0")
            abstract[form.get(f"{W}abstractNumId"), depth] = value(level, "numFmt") or "decimal"
    formats = {}
    for instance in numbering.iter(f"{W}num"):
        base = value(instance, "abstractNumId")
        for (key, depth), form in abstract.items():
            if key == base:
                formats[instance.get(f"{W}numId", ""), whole(depth)] = form
    return formats
