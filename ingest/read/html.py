"""Web pages: the document without the page around it, headings, lists and tables kept.

``trafilatura`` finds where the main content is; the blocks are then taken from that part of the
page here, since its own output drops contact lines, short headings and the names of columns.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from ingest.errors import ReadError
from ingest.read.blocks import Block, assemble, block, without_menus
from ingest.read.headings import guess
from ingest.read.limits import Clock, Limits
from ingest.read.walk import prune, walk
from ingest.types import Text

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN: Final = (
    "//main",
    "//*[@role='main']",
    "//*[@itemprop='articleBody']",
    "//article",
    "//*[@id='content' or @id='main' or @id='main-content' or @id='contenu']",
)
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
_LEAST_SHARE: Final = 0.5  # of the page's text that its main part has to hold
_LONGEST_LOCATED: Final = 3_000_000


def read_html(text: str, limits: Limits, clock: Clock) -> Text:
    """The main content and what the head says; raises ``NO_TEXT`` or ``TOO_LARGE``."""
    if len(text) > limits.max_characters:
        raise ReadError("TOO_LARGE", f"over {limits.max_characters} characters")
    tree = _parse(text)
    metadata = _metadata(tree)
    title = _title_above(tree, metadata["title"])
    prune(tree)
    clock.check()
    main = _main(tree, text)
    above = [] if main.find(".//h1") is not None else title
    blocks = without_menus(_once(chain(above, walk(main, clock))))
    result = assemble(blocks, "html", metadata, limits)
    if not result.content:
        raise ReadError("NO_TEXT", "a page without text")
    if result.headings:
        return result
    return Text(result.content, "html", (), guess(result.content), result.metadata)


def _title_above(tree: _Element, title: str) -> list[Block]:
    """The page's only first-level heading when it is the title, in case it is in no main part."""
    found = tree.xpath("//h1")
    text = " ".join("".join(found[0].itertext()).split()) if len(found) == 1 else ""
    return [block(text, "heading", 1)] if text and text in " ".join(title.split()) else []


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

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    data = re.sub(r"[\0\ud800-\udfff]", "", text).encode("utf-8")
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        tree = html.fromstring("<html><body></body></html>")
    return tree


def _main(tree: _Element, text: str) -> _Element:
    """The element that holds the document: as marked by its author, else as located."""
    body = next(iter(tree.xpath("//body")), tree)
    size = _size(body)
    for path in _MAIN:
        found = tree.xpath(path)
        largest = max(found, key=_size, default=None)
        if largest is not None and len(found) < 4 and _size(largest) >= _LEAST_SHARE * size:
            return largest
    located = _located(body, text) if len(text) <= _LONGEST_LOCATED else None
    return located if located is not None else body


def _located(body: _Element, text: str) -> _Element | None:
    """The smallest element around all that trafilatura takes for main content."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        extracted = trafilatura.extract(text, favor_recall=True, include_comments=False, fast=True)
    except (ValueError, TypeError, AttributeError, RecursionError, LookupError):
        return None  # it is only asked for a hint
    wanted = {key for line in (extracted or "").split("\n") if (key := _key(line))}
    if not wanted:
        return None
    holders = [
        element
        for element in body.iter("p", "li", "td", "h1", "h2", "h3", "h4", "blockquote", "dd", "div")
        if _key("".join(element.itertext())[:400]) in wanted
    ]
    if not holders:
        return None
    shared = [holders[0], *holders[0].iterancestors()]
    for element in holders[1:]:
        line = {element, *element.iterancestors()}
        shared = [ancestor for ancestor in shared if ancestor in line]
    # The title often stands just above the text.
    around = shared[0] if shared else body
    while around is not body and around.getparent() is not None and not around.xpath(".//h1"):
        above = around.getparent()
        if not above.xpath(".//h1") or _size(above) > 1.5 * _size(around) + 200:
            break
        around = above
    return around if _size(around) >= _LEAST_SHARE * _size(body) else None


def _key(line: str) -> str:
    """What makes two renderings of a line the same: its first letters and digits."""
    return "".join(filter(str.isalnum, line.lower()))[:60] if len(line) > 24 else ""


def _size(element: _Element) -> int:
    return sum(len(part.strip()) for part in element.itertext())


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
