"""OpenDocument files: texts, presentations and spreadsheets of LibreOffice and others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from ingest.errors import ReadError
from ingest.read.blocks import Block, assemble
from ingest.read.headings import guess
from ingest.read.limits import Clock, Limits
from ingest.read.odf_names import OFFICE, TEXT
from ingest.read.odf_sheets import sheets
from ingest.read.odf_slides import slides
from ingest.read.odf_styles import read_styles
from ingest.read.odf_text import Walk, blocks, noted
from ingest.read.package import is_no_title, opened
from ingest.read.page_heads import with_head
from ingest.read.safe_xml import local
from ingest.types import Text

if TYPE_CHECKING:
    from lxml.etree import _Element

_FACTS: Final = {
    "title": "title",
    "initial-creator": "author",
    "creation-date": "created",
    "language": "language",
}


def read_odt(data: bytes, limits: Limits, clock: Clock) -> Text:
    """A text document; raises ``CORRUPT``, ``ENCRYPTED``, ``TOO_LARGE`` or ``NO_TEXT``."""
    result = _read(data, "odt", "text", limits, clock)
    if result.headings:
        return result
    return Text(result.content, "odt", (), guess(result.content), result.metadata)


def read_odp(data: bytes, limits: Limits, clock: Clock) -> Text:
    """A presentation, with slides for pages; raises as :func:`read_odt`."""
    return _read(data, "odp", "presentation", limits, clock)


def read_ods(data: bytes, limits: Limits, clock: Clock) -> Text:
    """The sheets of a spreadsheet; raises as :func:`read_odt`."""
    return _read(data, "ods", "spreadsheet", limits, clock)


def _read(data: bytes, form: str, kind: str, limits: Limits, clock: Clock) -> Text:
    with opened(data, limits) as package:
        if b"encryption-data" in (package.read("META-INF/manifest.xml") or b""):
            raise ReadError("ENCRYPTED", "an encrypted OpenDocument file")
        content = package.needed("content.xml")
        pages = package.xml("styles.xml")
        styles = read_styles(pages, content)
        facts = _facts(package.xml("meta.xml"))
    clock.check()
    body = content.find(f"{OFFICE}body/{OFFICE}{kind}")
    if body is None:
        raise ReadError("CORRUPT", f"no {kind} in the body")
    walk = Walk(styles, clock)
    if form == "odt":
        walk.title = 1 + _has_title(body, styles.titles)
        # The headers of the first kind of page, for that is nearly always the only one.
        kinds = pages.iter("{*}master-page") if pages is not None else ()
        heads = (head for kind in islice(kinds, 1) for head in kind.iterchildren("{*}header"))
        lines = (line for head in heads for line in blocks(head, walk))
        found: Iterator[Block] = iter(with_head(lines, list(blocks(body, walk))))
    else:
        found = slides(body, walk, limits) if form == "odp" else sheets(body, walk)
    result = assemble(_with_notes(found, walk), form, facts, limits)
    if not result.content:
        raise ReadError("NO_TEXT", "a document without text")
    return result


def _with_notes(found: Iterator[Block], walk: Walk) -> Iterator[Block]:
    yield from found
    yield from noted(walk)


def _has_title(body: _Element, titles: frozenset[str]) -> bool:
    return any(p.get(f"{TEXT}style-name") in titles for p in body.iterchildren(f"{TEXT}p"))


def _facts(meta: _Element | None) -> dict[str, str]:
    facts: dict[str, str] = {}
    for element in meta.iter("*") if meta is not None else ():
        name = _FACTS.get(local(element))
        if name:
            facts.setdefault(name, element.text or "")
    if is_no_title(facts.get("title", "")):
        del facts["title"]
    return facts
