"""What a page has of other pages beside its document: their articles, lists of their titles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from ingest.read.measure import HEADINGS, size
from ingest.read.prune import remove
from ingest.read.titles import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATED: Final = re.compile(
    r"(?:à lire (?:aussi|également)|lire aussi|vous aimerez aussi|sur le même (?:sujet|thème)"
    r"|dans la même (?:rubrique|catégorie)|(?:articles|actualités|contenus|pages)"
    r" (?:similaires|liée?s|associée?s|connexes)|(?:nos )?autres (?:articles|actualités)"
    r"|related (?:articles?|posts?|news|stories|content|pages)|you (?:may|might) also like"
    r"|read (?:also|next)|(?:more|other) (?:articles|news|stories|posts))[ :…]*",
    re.IGNORECASE,
)
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


def drop_related(body: _Element) -> None:
    """Take the lists of other pages out of a page, by the headings that announce them."""
    for heading in [
        found for found in body.iter(*HEADINGS[1:]) if _RELATED.fullmatch(text_of(found))
    ]:
        listed = list(takewhile(lambda after: after.tag not in HEADINGS, heading.itersiblings()))
        if listed and all(map(_leads, listed)):
            for element in (*listed, heading):
                remove(element)


def _leads(element: _Element) -> bool:
    """Whether an element leads to other pages: its headings, or most of its text, are links."""
    inside = [element] if element.tag in HEADINGS else list(element.iter(*HEADINGS))
    if inside:
        return all(map(_is_link, inside))
    links = sum(map(size, element.iter("a")))
    return 0 < size(element) < 2 * links


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
    return heading is not None and _is_link(heading)


def _is_link(heading: _Element) -> bool:
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
