"""What a DOCX file is packed of: its XML parts, its styles and its list formats.

The parts are sized before they are unpacked, and the parser takes no document type declaration, no
entity and no network, so a small file can neither grow without bounds nor read another.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ingest.errors import ReadError
from ingest.read.limits import Limits

if TYPE_CHECKING:
    from lxml.etree import _Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MOST_RATIO: Final = 150  # unpacked to packed; documents written by people reach 30
_RATIO_FROM: Final = 1024 * 1024
_HEADING: Final = re.compile(r"(?:heading|titre|überschrift|título) ?([1-9])")
TITLE: Final = 0  # the level of the "Title" style, which stands above "Heading 1"


@dataclass(frozen=True, slots=True)
class Styles:
    """Heading level by style id, the styles of contents lists, and the format of each list."""

    levels: dict[str, int]
    contents: frozenset[str]
    lists: dict[str, str]  # numbering instance, per style that is numbered
    formats: dict[tuple[str, int], str]


def unpack(data: bytes, limits: Limits) -> dict[str, _Element]:
    """The parts that are read, parsed: "document" and, where there, "styles", "numbering", ….

    Raises ``CORRUPT``, ``ENCRYPTED``, or ``TOO_LARGE`` before anything large is unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _parts(archive, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError) as error:
        raise ReadError("CORRUPT", str(error)) from error
    except NotImplementedError as error:  # a way of packing that Word does not use
        raise ReadError("CORRUPT", str(error)) from error
    except RuntimeError as error:  # zipfile's word for a password
        raise ReadError("ENCRYPTED", str(error)) from error
    if "document" not in parts:
        raise ReadError("CORRUPT", "no word/document.xml")
    return {name: _parse(part) for name, part in parts.items()}


def value(parent: _Element | None, path: str) -> str | None:
    found = (
        parent.find("/".join(W + name for name in path.split("/"))) if parent is not None else None
    )
    return None if found is None else found.get(f"{W}val", "")


def read_styles(styles: _Element | None, numbering: _Element | None) -> Styles:
    """The styles of a document; both parts may be missing."""
    levels: dict[str, int] = {}
    contents: set[str] = set()
    lists: dict[str, str] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        key = style.get(f"{W}styleId", "")
        name = (value(style, "name") or key).lower()
        outline = value(style, "pPr/outlineLvl")
        matched = _HEADING.match(name)
        if name in ("title", "titre"):
            levels[key] = TITLE
        elif matched or (outline and outline.isdecimal() and int(outline) < 9):
            levels[key] = int(matched[1]) if matched else int(outline or 0) + 1
        elif re.match(r"(?:toc|tm|table des mati)", name):
            contents.add(key)
        number = value(style, "pPr/numPr/numId")
        if number:
            lists[key] = number
    # Heading styles made by a user are based on the built-in ones.
    for style in styles.iter(f"{W}style") if styles is not None else ():
        key, base = style.get(f"{W}styleId", ""), value(style, "basedOn")
        if key not in levels and base in levels and style.get(f"{W}type") == "paragraph":
            levels[key] = levels[base]
    return Styles(levels, frozenset(contents), lists, _formats(numbering))


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
            if key == base and depth.isdecimal():
                formats[instance.get(f"{W}numId", ""), int(depth)] = form
    return formats


def _parts(archive: zipfile.ZipFile, limits: Limits) -> dict[str, bytes]:
    """The XML parts that are read, unpacked; their declared and real sizes are both held."""
    wanted = {
        "word/document.xml": "document",
        "word/styles.xml": "styles",
        "word/numbering.xml": "numbering",
        "word/footnotes.xml": "footnotes",
        "docProps/core.xml": "core",
    }
    infos = [info for info in archive.infolist() if info.filename in wanted]
    left = limits.max_unpacked_bytes
    for info in infos:
        ratio = info.file_size / max(info.compress_size, 1)
        if info.file_size > left or (info.file_size > _RATIO_FROM and ratio > _MOST_RATIO):
            raise ReadError("TOO_LARGE", f"{info.filename} unpacks to {info.file_size} bytes")
        left -= info.file_size
    found = {}
    for info in infos:
        with archive.open(info) as part:
            content = part.read(info.file_size + 1)
        if len(content) > info.file_size:
            raise ReadError("CORRUPT", f"{info.filename} is longer than it says")
        found[wanted[info.filename]] = content
    return found


def _parse(data: bytes) -> _Element:
    from lxml import etree

    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise ReadError("CORRUPT", "a document type declaration, which Word never writes")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        return etree.fromstring(data.replace(_STRICT, W[1:-1].encode()), parser)
    except etree.XMLSyntaxError as error:
        raise ReadError("CORRUPT", str(error)) from error
