"""Web pages: the document without the page around it, headings, lists and tables kept.

The blocks are taken from the part of the page that holds the document.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from ingest.errors import ReadError
from ingest.read.blocks import Block, assemble, without_menus
from ingest.read.headings import guess
from ingest.read.limits import Clock, Limits
from ingest.read.main_part import main_parts
from ingest.read.prune import prune
from ingest.read.titles import title_above
from ingest.read.walk import walk
from ingest.types import Text

if TYPE_CHECKING:
    from lxml.etree import _Element

_FACTS: Final = (
    ("title", "og:title dc.title dcterms.title twitter:title"),
    (
        "date",
        "article:published_time dc.date dc.date.issued dcterms.issued dcterms.date"
        " dcterms.created date pubdate publish_date datepublished og:published_time",
    ),
    ("author", "author dc.creator dcterms.creator article:author"),
    ("language", "dc.language dcterms.language content-language"),
)


def read_html(text: str, limits: Limits, clock: Clock) -> Text:
    """The main content and what the head says; raises ``NO_TEXT`` or ``TOO_LARGE``."""
    if len(text) > limits.max_characters:
        raise ReadError("TOO_LARGE", f"over {limits.max_characters} characters")
    tree = _parse(text)
    metadata = _metadata(tree)
    title = title_above(tree, metadata["title"])
    prune(tree)
    clock.check()
    parts = main_parts(tree, text)
    above = [] if any(next(part.iter("h1"), None) is not None for part in parts) else title
    blocks = (found for part in parts for found in walk(part, clock))
    document = without_menus(_once(chain(above, blocks)))
    result = assemble(document, "html", metadata, limits)
    if not result.content:
        raise ReadError("NO_TEXT", "a page without text")
    if result.headings:
        return result
    return Text(result.content, "html", (), guess(result.content), result.metadata)


def _once(blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks without a title that is there twice, in the page's head and in the article."""
    titles = set()
    for found in blocks:
        if found.kind == "heading" and found.level == 1:
            if found.text in titles:
                continue
            titles.add(found.text)
        yield found


def fragment(markup: str, clock: Clock) -> Iterator[Block]:
    """The blocks of a piece of HTML that is all content, as inside Markdown or a book."""
    tree = _parse(markup)
    prune(tree)
    return walk(tree, clock)


def _parse(text: str) -> _Element:
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_pis=True, remove_comments=True
    )
    data = re.sub(r"[\0\ud800-\udfff]", "", text).encode("utf-8")
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        tree = html.fromstring("<html><body></body></html>")
    return tree


def _metadata(tree: _Element) -> dict[str, str]:
    said: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        name = name or meta.get("http-equiv") or ""
        said.setdefault(name.lower(), meta.get("content") or "")
    found = {}
    for fact, names in _FACTS:
        found[fact] = next((said[name] for name in names.split() if said.get(name)), "")
    title = next(iter(tree.xpath("//title")), None)
    if title is not None and not found["title"]:
        found["title"] = "".join(title.itertext())
    found["language"] = tree.get("lang") or tree.get("xml:lang") or found["language"]
    found["date"] = found["date"] or _linked_date(tree)
    return found


def _linked_date(tree: _Element) -> str:
    """The date of publication in the page's JSON-LD, if it has one."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data: Any = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        items = data.get("@graph", [data]) if isinstance(data, dict) else data
        for item in items if isinstance(items, list) else []:
            date = item.get("datePublished") if isinstance(item, dict) else None
            if isinstance(date, str):
                return date
    return ""
