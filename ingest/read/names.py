"""The names that page makers give to what is around the document: classes and identifiers.

A name counts whole, with the usual words of place and shape beside it: "site-footer", "menu--main",
"block-newsletter". "no-sidebar" and "social-innovation" are other names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from ingest.read.measure import HEADINGS

if TYPE_CHECKING:
    from lxml.etree import _Element

DOCUMENT: Final = ("html", "body", "main", "article", "h1")  # named for what they hold
# Banners of consent are longer than a short page.
_BANNERS: Final = (
    "cookie cookies tarteaucitron axeptio didomi onetrust cookiebot cmplz iubenda borlabs cky cck"
    " cookiebanner cookiebar cookieconsent cookienotice"
)
_FURNITURE: Final = (
    "breadcrumb breadcrumbs ariane fildariane skiplink skiplinks backtotop pagination topbar navbar"
    " sharebar sharedaddy addtoany sidebar sidebars widgetarea footer colophon pieddepage"
    " relatedposts sronly visuallyhidden screenreadertext printonly"
)
# Around the document if nothing but place and shape is said beside it.
_ALONE: Final = (
    "skip pager pagenav popup toolbar addthis newsletter related yarpp similaires advert"
    " adverts comments commentaires commentlist respond reseauxsociaux languageswitcher arbo"
)
# The same, and these may also be what a document is about.
_TOPICS: Final = (
    "share sharing partage partager social socials outils nav navigation menu rgpd gdpr consent"
    " hierarchie"
)
_SUBJECT: Final = 0.3
# The share of what is written on a page that a name may stand on and yet be around the document.
_MOST: Final = {
    **dict.fromkeys(_TOPICS.split(), _SUBJECT),
    **dict.fromkeys((_FURNITURE + " " + _ALONE).split(), 0.5),
    **dict.fromkeys(_BANNERS.split(), 0.98),
}
_ANYWHERE: Final = frozenset((_FURNITURE + " " + _BANNERS).split())
_OF_ALL: Final = frozenset(  # what such a name begins with is said of the page or the article
    "no has had with without is are not sans avec category tag layout hide template".split()
)
_BESIDE: Final = frozenset(
    "a2a abonnement all area article articles bandeau banner bar barre bas bg bloc block blocks"
    " body boite bottom bouton boutons box btn btns button buttons center col com compliance"
    " component confirmation container content contents copy copyright cybot desktop dialog"
    " display droite dropdown du ecl elementor entry et eu facebook first fixed float floating"
    " follow form formulaire gauche general global group haut head header heateor holder"
    " horizontal hs icon icons info infobar inline inner inscription instagram item items ja jp"
    " js kit label law layer left lien liens link linkedin links list liste location main manager"
    " media message middle mobile mod modal module moduletable moove network networks notice oe"
    " offcanvas outer overlay page pages pane panel pb popin post posts preferences primary"
    " principal principale region responsive right root row save sd sdk second secondary section"
    " signup simple site sp sss sticky subscribe subscription system t3 text third title titre"
    " toggle top trail twitter ul user vertical view views widget widgets wp wrap wrapped wrapper"
    " wt youtube zone".split()
)
_PHRASES: Final = re.compile(
    r"\b(?:fil-d-ariane|back-to-top|pied-de-page|skip-links?|pop-up|top-bar|nav-bar|tool-bar"
    r"|share-bar|side-bar|widget-area|comment-list|reseaux-sociaux|sr-only|visually-hidden|off-canvas"
    r"|screen-reader-text|print-only|lang(?:uage)?-switcher)\b"
)
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST: Final = 60
_LONGEST_LIST: Final = 3000


def names_of(element: _Element) -> list[str]:
    """The classes and the identifier of an element, in lower case and parted by hyphens.

    The identifier of a heading is made of its words and names nothing.
    """
    identifier = "" if element.tag in HEADINGS else element.get("id") or ""
    said = f"{element.get('class') or ''} {identifier}"[:_LONGEST_LIST].split()
    return [
        re.sub(r"[\W_]+", "-", _CAMEL.sub("-", name)).strip("-").lower()
        for name in said
        if len(name) <= _LONGEST
    ]


def around(tree: _Element, written: Mapping[_Element, int]) -> dict[str, bool]:
    """The names on a page of what is around its document; True for those that may be a subject.

    ``written`` is the prose in each element: a name that stands on much of it is the document's.
    """
    shares: dict[str, float] = {}
    stands: Counter[str] = Counter()
    for name, element in _outermost(tree):
        if name not in shares:
            shares[name] = _most(name)
        if shares[name]:
            stands[name] += written.get(element, 0)
    everything = max(1, max(written.values(), default=1))
    return {
        name: most <= _SUBJECT
        for name, most in shares.items()
        if most and stands[name] <= most * everything
    }


def _most(name: str) -> float:
    """The share of a page that a name of what is around it may stand on; 0 for other names."""
    parts = _PHRASES.sub(lambda found: found.group().replace("-", ""), name).split("-")
    words = [part for part in parts if part in _MOST]
    if not words or parts[0] in _OF_ALL:
        return 0.0
    others = [part for part in parts if part not in _MOST and part not in _BESIDE]
    if _ANYWHERE.isdisjoint(words) and not all(part.isdecimal() for part in others):
        return 0.0
    return max(_MOST[word] for word in words)


def _outermost(tree: _Element) -> Iterator[tuple[str, _Element]]:
    """Each name with the elements that have it, but for those inside another that does."""
    from lxml import etree

    within: Counter[str] = Counter()
    opened: list[set[str]] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            opened.append(set(names_of(element)) if element.tag not in DOCUMENT else set())
            for name in opened[-1]:
                if not within[name]:
                    yield name, element
            within.update(opened[-1])
        else:
            within.subtract(opened.pop())
