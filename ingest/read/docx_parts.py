"""What a DOCX file is packed of: its XML parts, and what its styles say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ingest.read.headings import is_contents, style_level
from ingest.read.limits import Limits
from ingest.read.package import core_facts, opened
from ingest.read.safe_xml import whole

if TYPE_CHECKING:
    from lxml.etree import _Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass(frozen=True, slots=True)
class Parts:
    """The XML parts that are read, and what the file says of itself."""

    document: _Element
    facts: dict[str, str]
    styles: _Element | None = None
    numbering: _Element | None = None
    notes: tuple[_Element, ...] = ()
    head: _Element | None = None  # what stands above the first page
    drawings: Mapping[str, _Element] = field(default_factory=dict)  # charts and diagrams, by name


@dataclass(frozen=True, slots=True)
class Styles:
    """By style id: levels of headings, styles of contents lists, of hidden text and of prompts."""

    levels: dict[str, int]
    contents: frozenset[str]
    hidden: frozenset[str]
    prompts: frozenset[str]  # "Click here to enter text"
    lists: dict[str, tuple[str, int]]  # number and level, per style that is numbered

    def level(self, paragraph: _Element) -> int | None:
        """The level of a paragraph that is a heading or a title, else None."""
        properties = paragraph.find(f"{W}pPr")
        outline = whole(value(properties, "outlineLvl"), 9)
        own = outline + 1 if outline < 9 else None
        return self.levels.get(value(properties, "pStyle") or "", own)

    def number(self, paragraph: _Element) -> tuple[str, int] | None:
        """The number and depth of a paragraph's list, else None."""
        properties = paragraph.find(f"{W}pPr")
        own = value(properties, "numPr/numId")
        styled = self.lists.get(value(properties, "pStyle") or "")
        if own is None:
            return styled
        depth = whole(value(properties, "numPr/ilvl"))
        return None if own in ("", "0") else (own, depth)


def unpack(data: bytes, limits: Limits) -> Parts:
    """The parts of the document, parsed.

    Raises ``CORRUPT``, ``ENCRYPTED``, or ``TOO_LARGE`` before anything large is unpacked.
    """
    with opened(data, limits) as package:
        main = package.main("word/document.xml")
        document = package.needed(main)
        related = package.related(main)
        names = dict(related.values())

        def part(kind: str) -> _Element | None:
            return package.xml(names.get(kind, f"word/{kind}.xml"))

        notes = [found for kind in ("footnotes", "endnotes") if (found := part(kind)) is not None]
        return Parts(
            document,
            core_facts(package),
            part("styles"),
            part("numbering"),
            tuple(notes),
            package.xml(related.get(_head(document), ("", ""))[1]),
            {
                name: root
                for name, (kind, target) in related.items()
                if kind in ("chart", "diagramData") and (root := package.xml(target)) is not None
            },
        )


def _head(document: _Element) -> str:
    """The identifier of the part that stands above the first page; empty where there is none."""
    section = next(document.iter(f"{W}sectPr"), None)
    if section is None:
        return ""
    wanted = "first" if switched(section, "titlePg") else "default"
    for reference in section.iterchildren(f"{W}headerReference"):
        if reference.get(f"{W}type", "default") == wanted:
            return reference.get(f"{_R}id", "")
    return ""


def value(parent: _Element | None, path: str) -> str | None:
    found = (
        parent.find("/".join(W + name for name in path.split("/"))) if parent is not None else None
    )
    return None if found is None else found.get(f"{W}val", "")


def switched(parent: _Element | None, name: str) -> bool | None:
    """Whether a property is on; None where it is not mentioned."""
    said = value(parent, name)
    return None if said is None else said in ("", "1", "true", "on")


def read_styles(styles: _Element | None) -> Styles:
    """The styles of a document; the part may be missing."""
    levels: dict[str, int] = {}
    contents: set[str] = set()
    hidden: set[str] = set()
    prompts: set[str] = set()
    lists: dict[str, tuple[str, int]] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        key = style.get(f"{W}styleId", "")
        name = (value(style, "name") or key).lower()
        outline = whole(value(style, "pPr/outlineLvl"), 9)
        named = style_level(name)
        if named is not None or outline < 9:
            levels[key] = outline + 1 if named is None else named
        elif is_contents(name):
            contents.add(key)
        if switched(style.find(f"{W}rPr"), "vanish"):
            hidden.add(key)
        if name == "placeholder text":
            prompts.add(key)
        number = value(style, "pPr/numPr/numId")
        if number:
            lists[key] = number, whole(value(style, "pPr/numPr/ilvl"))
    # Styles made by a user are based on the built-in ones.
    for style in styles.iter(f"{W}style") if styles is not None else ():
        key, base = style.get(f"{W}styleId", ""), value(style, "basedOn")
        if style.get(f"{W}type") == "paragraph" and base is not None:
            if key not in levels and base in levels:
                levels[key] = levels[base]
            if key not in lists and base in lists:
                lists[key] = lists[base]
    return Styles(levels, frozenset(contents), frozenset(hidden), frozenset(prompts), lists)
