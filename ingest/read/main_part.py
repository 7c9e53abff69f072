"""The part of a page that holds its document: as its author marked it, else where its text is.

``trafilatura`` finds where the main content is; the blocks are then taken from that part of the
page here, since its own output drops contact lines, short headings and the names of columns.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from ingest.read.measure import HEADINGS, size, written
from ingest.read.teasers import documents, drop_related, drop_teasers
from ingest.read.titles import is_logo

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN: Final = (
    "//main",
    "//*[@role='main']",
    "//*[@itemprop='articleBody']",
    "//article",
    "//*[@id='content' or @id='main' or @id='main-content' or @id='contenu']",
)
_LEAST_SHARE: Final = 0.5  # of the page's text that its main part has to hold
_LONGEST_LOCATED: Final = 3_000_000
_HOLDERS: Final = ("p", "li", "td", "h1", "h2", "h3", "h4", "blockquote", "dd", "div")
_PARTS: Final = ("section", "article")
_WRITTEN: Final = ("p", "table", "ul", "ol", "dl", "pre", "blockquote")


def main_parts(tree: _Element, text: str) -> list[_Element]:
    """The elements of a pruned page that hold the document, in order; ``text`` is the markup."""
    body = next(iter(tree.xpath("//body")), tree)
    drop_related(body)
    drop_teasers(body)
    prose = written(body)
    marked = _marked(tree, body, prose)
    if marked is not None:
        # What is marked as an article's body is without its head.
        strict = marked.get("itemprop") != "articleBody"
        return _with_kin(marked, body, prose, strict)
    sought = len(text) <= _LONGEST_LOCATED and not _is_flat(body)
    located = _located(body, text) if sought else None
    return [body] if located is None else _with_kin(located, body, prose, strict=False)


def _marked(tree: _Element, body: _Element, prose: Mapping[_Element, int]) -> _Element | None:
    """What the page's author marked as its main part, if it holds most of the page."""
    for path in _MAIN:
        found = tree.xpath(path)
        if path == "//article":
            found = documents(found)
            marked = _shared(found, body)
        else:
            marked = max(found, key=size, default=None) if len(found) < 4 else None
        if marked is not None and (
            size(marked) >= _LEAST_SHARE * size(body)
            or prose.get(marked, 0) >= _LEAST_SHARE * max(1, prose[body])
        ):
            return marked
    return None


def _shared(elements: list[_Element], body: _Element) -> _Element | None:
    """The smallest element around all of ``elements``."""
    if not elements:
        return None
    shared = [elements[0], *elements[0].iterancestors()]
    for element in elements[1:]:
        line = {element, *element.iterancestors()}
        shared = [ancestor for ancestor in shared if ancestor in line]
    return shared[0] if shared else body


def _with_kin(
    found: _Element, body: _Element, prose: Mapping[_Element, int], strict: bool
) -> list[_Element]:
    """The main part with what stands beside it and belongs to it: title, date, tables, sections.

    ``strict`` is for a part that its author marked: only the title and sections are left out of it.
    """
    parts, inside = [found], found
    titled = _has(found, "h1")
    while inside is not body:
        above = inside.getparent()
        if above not in prose:
            break
        near = prose[above] <= 1.5 * prose[found] + 200
        if near and not strict and not titled and _has(above, "h1"):
            parts, inside, titled = [above], above, True
            continue
        before = list(inside.itersiblings(preceding=True))
        after = list(inside.itersiblings())
        kin = [_reach(side, prose, strict, near, titled) for side in (before, after)]
        parts = [*reversed(kin[0]), *parts, *kin[1]]
        titled = titled or any(_has(part, "h1") for part in kin[0])
        inside = above
    return parts


def _reach(
    beside: list[_Element], prose: Mapping[_Element, int], strict: bool, near: bool, titled: bool
) -> list[_Element]:
    """The siblings on one side, nearest first, up to the last that belongs to the document."""
    written_out = [element for element in beside if not _is_linked(element, prose)]
    own = {element for element in written_out if _belongs(element, strict, near, titled)}
    last = max((place for place, element in enumerate(written_out, 1) if element in own), default=0)
    return [
        element
        for element in written_out[:last]
        if element in own or not strict or element.tag in _WRITTEN
    ]


def _belongs(element: _Element, strict: bool, near: bool, titled: bool) -> bool:
    """Whether what stands beside the main part is a piece of the document.

    ``near`` says that all around the main part is not much more than it; ``titled``, that the main
    part has the title.
    """
    if element.tag in HEADINGS:
        return near and not is_logo(element) and not (titled and (strict or element.tag == "h1"))
    if strict:
        title = near and not titled and _has(element, "h1")
        return title or (element.tag in _PARTS and _has(element, *HEADINGS))
    headed = _has(element, *HEADINGS, "table") and (not titled or element.tag in _PARTS)
    return near and (element.tag in _WRITTEN or headed)


def _is_linked(element: _Element, prose: Mapping[_Element, int]) -> bool:
    """Whether most of an element's text is links."""
    return element.tag not in HEADINGS and 2 * prose.get(element, 0) < size(element)


def _has(element: _Element, *tags: str) -> bool:
    return next(element.iter(*tags), None) is not None


def _is_flat(body: _Element) -> bool:
    """Whether all paragraphs stand right in the body, so that no part of it is smaller than it."""
    return all(element.getparent() is body for element in body.iter(*_HOLDERS))


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
        for element in body.iter(*_HOLDERS)
        if _key("".join(element.itertext())[:400]) in wanted
    ]
    around = _shared(holders, body)
    if around is None or size(around) < _LEAST_SHARE * size(body):
        return None
    return around


def _key(line: str) -> str:
    """What makes two renderings of a line the same: its first letters and digits."""
    return "".join(filter(str.isalnum, line.lower()))[:60] if len(line) > 24 else ""
