"""EPUB books: the chapters in reading order, each read as the web page it is."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from ingest.errors import ReadError
from ingest.read.blocks import Block, assemble
from ingest.read.decode import decode
from ingest.read.html import fragment
from ingest.read.limits import Clock, Limits
from ingest.read.package import Package, opened
from ingest.read.safe_xml import local, parse_xml
from ingest.types import Text

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER: Final = "META-INF/container.xml"
_PAGES: Final = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})
_FACTS: Final = {"title": "title", "creator": "author", "language": "language", "date": "date"}
# Fonts that are scrambled so that they can't be copied; the text is not.
_SCRAMBLED_FONTS: Final = ("font", "obfuscation")


def read_epub(data: bytes, limits: Limits, clock: Clock) -> Text:
    """The text of all chapters; raises ``CORRUPT``, ``ENCRYPTED``, ``TOO_LARGE`` or ``NO_TEXT``."""
    with opened(data, limits) as package:
        name = _book(package)
        book = _parsed(package, name)
        encrypted = package.read("META-INF/encryption.xml") or b""
        locked = _locked(parse_xml(encrypted)) if encrypted else frozenset()
        chapters = [part for part in _chapters(book, name) if part in package.names]
        if locked.intersection(chapters):
            raise ReadError("ENCRYPTED", "chapters under digital rights management")
        blocks = _blocks(package, chapters, limits, clock)
        result = assemble(blocks, "epub", _facts(book), limits)
    if not result.content:
        raise ReadError("NO_TEXT", "a book without text")
    return result


def _blocks(package: Package, chapters: list[str], limits: Limits, clock: Clock) -> Iterator[Block]:
    for chapter in chapters:
        clock.check()
        text = decode(package.read(chapter) or b"") or ""
        if len(text) > limits.max_characters:
            raise ReadError("TOO_LARGE", f"over {limits.max_characters} characters")
        yield from fragment(text, clock)


def _book(package: Package) -> str:
    """The name of the part that lists all others."""
    for element in _parsed(package, _CONTAINER).iter("{*}rootfile"):
        return posixpath.normpath(element.get("full-path", "")).lstrip("/")
    raise ReadError("CORRUPT", "no book in the container")


def _parsed(package: Package, name: str) -> _Element:
    content = package.read(name)
    if content is None:
        raise ReadError("CORRUPT", f"no {name}")
    return parse_xml(content, doctype=True)


def _chapters(book: _Element, name: str) -> Iterator[str]:
    """The names of the pages in reading order, without the one that is a list of contents."""
    folder = posixpath.dirname(name)
    listed = {
        _place(folder, reference)
        for reference in book.iter("{*}reference")
        if reference.get("type", "").lower() == "toc" and "#" not in reference.get("href", "")
    }
    parts = {
        item.get("id", ""): item
        for item in book.iter("{*}item")
        if item.get("media-type") in _PAGES and "nav" not in item.get("properties", "").split()
    }
    for reference in book.iter("{*}itemref"):
        item = parts.pop(reference.get("idref", ""), None)
        if item is not None and _place(folder, item) not in listed:
            yield _place(folder, item)


def _place(folder: str, item: _Element) -> str:
    """The name of the part that an item or a reference of the book points to."""
    place = unquote(item.get("href", "").partition("#")[0])
    return posixpath.normpath(posixpath.join(folder, place))


def _locked(encryption: _Element) -> frozenset[str]:
    """The parts that are encrypted, fonts left out."""
    locked: set[str] = set()
    for data in encryption.iter("{*}EncryptedData"):
        method = next(data.iter("{*}EncryptionMethod"), None)
        algorithm = method.get("Algorithm", "").lower() if method is not None else ""
        if not any(word in algorithm for word in _SCRAMBLED_FONTS):
            locked.update(unquote(part.get("URI", "")) for part in data.iter("{*}CipherReference"))
    return frozenset(locked)


def _facts(book: _Element) -> dict[str, str]:
    facts: dict[str, str] = {}
    for element in book.iterfind("{*}metadata//*"):
        name = _FACTS.get(local(element))
        if name:
            facts.setdefault(name, element.text or "")
    return facts
