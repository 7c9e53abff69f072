"""Take out of a page what no reader sees, and what belongs to the page and not to its document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ingest.read.css import Sheet, is_unseen, read_sheet
from ingest.read.css_size import erase, is_shrunk
from ingest.read.measure import HEADINGS, holders, size, written
from ingest.read.names import DOCUMENT, around, names_of
from ingest.read.titles import is_logo, site_names, text_of, titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

_DROPPED: Final = frozenset(
    "script style noscript template svg math iframe object embed applet canvas audio video"
    " select button input textarea datalist map head nav dialog menu progress meter".split()
)
_ROLES: Final = frozenset(
    "navigation search contentinfo alertdialog dialog menu menubar toolbar complementary".split()
)
_OPENING: Final = (*HEADINGS, "summary", "dt")  # may be a button that opens what it announces
_TARGETS: Final = ("aria-controls", "data-target", "data-bs-target")
_TOGGLES: Final = ("data-toggle", "data-bs-toggle")
_CONTROLS: Final = ("form", "button", "input", "textarea", "select")
_BANNERS: Final = frozenset(
    "site-header main-header top-header masthead elementor-location-header".split()
)
_WHOLE: Final = 0.8  # of a heading that is a button and not a heading with one
_LEAST_PROSE: Final = 80  # characters under a heading that are a subject and no call to click
# A page may say "&#1;", which can be read and not written.
_UNWRITABLE: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class _Page:
    """What is asked of a page again and again, gone through once."""

    sheet: Sheet
    written: Mapping[_Element, int]
    names: Mapping[str, bool]
    sites: frozenset[str]
    titles: frozenset[_Element]
    openable: frozenset[str]
    titled: frozenset[_Element]
    headed: frozenset[_Element]
    operated: frozenset[_Element]
    linked: frozenset[_Element]


def prune(tree: _Element) -> None:
    """Take out of the page what is hidden and what is navigation, consent, sharing or script."""
    from lxml import etree

    page = _seen(tree)
    banners: list[_Element] = []
    doomed: list[_Element] = []
    erased: set[_Element] = set()
    steps = etree.iterwalk(tree, events=("start",))
    for _, element in steps:
        if element.tag in ("html", "body"):
            continue
        if _is_noise(element, page):
            doomed.append(element)
            steps.skip_subtree()
        else:
            if _is_banner(element):
                banners.append(element)
            if element not in erased and is_shrunk(element, page.sheet):
                erased.update(erase(element, page.sheet))
    menus = page.linked.intersection(doomed)
    crowded = holders(tree, lambda element: element in menus)
    for element in doomed:
        remove(element)
    for element in banners:
        if not _is_titled(element, page, element in crowded):
            remove(element)


def remove(element: _Element) -> None:
    """Take an element out of its page; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = _UNWRITABLE.sub("", (parent.text or "") + element.tail)
        else:
            before.tail = _UNWRITABLE.sub("", (before.tail or "") + element.tail)
    parent.remove(element)


def _seen(tree: _Element) -> _Page:
    prose = written(tree)
    possible = frozenset(titles(tree))
    return _Page(
        sheet=read_sheet(tree),
        written=prose,
        names=around(tree, prose),
        sites=site_names(tree),
        titles=possible,
        openable=frozenset(_openable(tree)),
        titled=holders(tree, lambda element: element.tag == "main" or element in possible),
        headed=holders(tree, lambda element: element.tag in HEADINGS),
        operated=holders(tree, lambda element: element.tag in _CONTROLS),
        linked=holders(tree, lambda element: element.tag == "a"),
    )


def _openable(tree: _Element) -> Iterator[str]:
    """The identifiers of what is shown when its heading or its tab is clicked."""
    for control in tree.iter("button", "a", "div", "li", "span"):
        toggles = any(control.get(name) for name in _TOGGLES)
        said = [control.get(name) for name in (*_TARGETS, *(("href",) if toggles else ()))]
        targets = [target.removeprefix("#") for target in said if target]
        if targets and (toggles or _opens(control)) and size(control):
            yield from targets


def _opens(control: _Element) -> bool:
    role = control.get("role")
    if role == "tab" or (role == "button" and control.get("aria-expanded") is not None):
        return True
    return _is_inside(control, *_OPENING)


def _is_noise(element: _Element, page: _Page) -> bool:
    tag = element.tag
    if tag in _DROPPED:
        return not (tag == "button" and _is_heading(element))
    openable = element.get("id") in page.openable
    if is_unseen(element, page.sheet, openable) or (
        element.get("hidden") is not None and not openable
    ):
        return True
    if element.get("aria-hidden") == "true":
        # Shown, and not read aloud: signs that decorate, but also text that is elsewhere too.
        return not any(map(str.isalnum, "".join(element.itertext())))
    role = element.get("role")
    if role in _ROLES or (role == "alert" and not _is_inside(element, "article", "main")):
        return True
    if tag in ("footer", "aside"):
        # Those of an article hold its title, date or contact; those of the page don't. In a book
        # they are notes.
        return not element.get("epub:type") and not _is_inside(element, "article", "main")
    return tag not in DOCUMENT and _is_around(element, page)


def _is_around(element: _Element, page: _Page) -> bool:
    """Whether an element is called what is around a document, and is not about that."""
    said = [page.names[name] for name in names_of(element) if name in page.names]
    if not said or element in page.titled:
        return False
    about = (
        element in page.headed
        and element not in page.operated
        and (page.written.get(element, 0) >= _LEAST_PROSE or element not in page.linked)
    )
    return not (all(said) and about)


def _is_heading(button: _Element) -> bool:
    """Whether a button is the heading that it stands in, as in a list of questions to unfold."""
    above = next(button.iterancestors(*_OPENING), None)
    if above is None or next(above.iter("button")) is not button:
        return False
    return size(button) >= _WHOLE * size(above)


def _is_banner(element: _Element) -> bool:
    """Whether an element stands at the head of the page or of a part of it."""
    named = element.tag == "header" or element.get("role") == "banner"
    named = named or not _BANNERS.isdisjoint(names_of(element))
    return named and not element.get("epub:type") and not _is_inside(element, "article", "main")


def _is_titled(banner: _Element, page: _Page, crowded: bool) -> bool:
    """Whether a head without its menus holds a heading of the document and not the site's name.

    What had menus in it heads the page, where only the title is the document's.
    """
    headings = [
        heading
        for heading in banner.iter(*(HEADINGS[:1] if crowded else HEADINGS[:4]))
        if size(heading)
        and not is_logo(heading)
        and not _is_inside(heading, "li")
        and not (heading.tag == "h1" and text_of(heading) in page.sites)
    ]
    return bool(headings) and not (crowded and len(page.titles) > len(headings))


def _is_inside(element: _Element, *tags: str) -> bool:
    return next(element.iterancestors(*tags), None) is not None
