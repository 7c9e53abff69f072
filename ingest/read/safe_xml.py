"""Parse XML that came from anywhere: no entity is taken, nothing else is read, depth is bounded."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from ingest.errors import ReadError
from ingest.read.limits import Clock

if TYPE_CHECKING:
    from lxml.etree import _Element

_OPTIONS: Final = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
# Office has a second, "strict" set of names for the same elements.
_STRICT: Final = tuple(
    (f"purl.oclc.org/ooxml/{part}".encode(), f"schemas.openxmlformats.org/{part}/2006".encode())
    for part in (
        "wordprocessingml",
        "spreadsheetml",
        "presentationml",
        "drawingml",
        "officeDocument",
    )
)


def parse_xml(data: bytes, doctype: bool = False) -> _Element:
    """The root of an XML document; raises ``CORRUPT`` for a broken one and for entities.

    ``doctype`` lets a document type through that declares none, as old EPUB files have.
    """
    from lxml import etree

    try:
        root = etree.fromstring(_checked(data, doctype), etree.XMLParser(**_OPTIONS))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError("CORRUPT", str(error)) from error
    _check_type(root, doctype)
    return root


def elements(data: bytes, tags: tuple[str, ...], clock: Clock) -> Iterator[_Element]:
    """The elements of these tags as they end, for parts too large to be kept as a whole.

    None of the tags may be inside another. Each element is emptied when the next is asked for.
    Raises as :func:`parse_xml`, and when the time is up.
    """
    from lxml import etree

    walk = etree.iterparse(io.BytesIO(_checked(data, False)), events=("end",), tag=tags, **_OPTIONS)
    try:
        for count, (_, element) in enumerate(walk):
            if not count:
                _check_type(element, False)
            if not count % 1000:
                clock.check()
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError("CORRUPT", str(error)) from error


def local(element: _Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def whole(text: str | None, usual: int = 0) -> int:
    """The whole number in an attribute; ``usual`` where there is none, or none that makes sense."""
    return int(text) if text and len(text) < 10 and text.isdecimal() else usual


def _checked(data: bytes, doctype: bool) -> bytes:
    if (b"<!DOCTYPE" in data[:4096] and not doctype) or b"<!ENTITY" in data:
        raise ReadError("CORRUPT", "a document type declaration, which no Office program writes")
    if b"purl.oclc.org/ooxml" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    return data


def _check_type(element: _Element, doctype: bool) -> None:
    """Refuse a document type in whatever encoding it was written."""
    declared = element.getroottree().docinfo.internalDTD
    if declared is not None and (not doctype or any(True for _ in declared.iterentities())):
        raise ReadError("CORRUPT", "a document type declaration")
