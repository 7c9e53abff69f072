"""Articles beside each other on a page: the document's own, and those that lead to other pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from ingest.read.measure import HEADINGS, size
from ingest.read.prune import remove
from ingest.read.titles import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEAST_PART: Final = 0.2  # of the largest article; smaller ones are notes beside it
_LARGER: Final = 3  # times a teaser that a document without a first-level heading is
_LEFT_OVER: Final = 60  # characters around teasers: "À lire aussi"


def drop_teasers(body: _Element) -> None:
    """Take the articles out of a page that only lead to other pages, if one is the document."""
    articles = _outermost(body.iter("article"))
    teasers = [article for article in articles if _is_teaser(article)]
    leading = set(teasers)
    document = max((found for found in articles if found not in leading), key=size, default=None)
    if document is None or not teasers:
        return
    around = {teaser.getparent(): None for teaser in teasers}
    apart = document.getparent() not in around
    longest = max(map(size, teasers))
    if next(document.iter("h1"), None) is None and not (
        apart and size(document) >= _LARGER * longest
    ):
        return
    for teaser in teasers:
        remove(teaser)
    for element in around:
        _tidy(element, document, body)


def documents(articles: list[_Element]) -> list[_Element]:
    """The articles of a page that are its document: the largest and those of like size."""
    outer = _outermost(articles)
    most = max(map(size, outer), default=0)
    return [article for article in outer if size(article) >= _LEAST_PART * most]


def _outermost(articles: Iterable[_Element]) -> list[_Element]:
    return [article for article in articles if next(article.iterancestors("article"), None) is None]


def _is_teaser(article: _Element) -> bool:
    """Whether the heading of an article is a link."""
    heading = next(article.iter(*HEADINGS), None)
    if heading is None:
        return False
    if next(heading.iterancestors("a"), None) is not None:
        return True
    return heading.tag != "h1" and text_of(heading) in {text_of(a) for a in heading.iter("a")}


def _tidy(around: _Element | None, document: _Element, body: _Element) -> None:
    """Take out what stood around teasers alone: their heading."""
    line = {body, document, *document.iterancestors()}
    while around is not None and around not in line and size(around) <= _LEFT_OVER:
        above = around.getparent()
        remove(around)
        around = above
