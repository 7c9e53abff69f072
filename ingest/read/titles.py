"""Which first-level heading is the title of a page's document, and which the name of its site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ingest.read.blocks import Block, block

if TYPE_CHECKING:
    from lxml.etree import _Element

_LOGO: Final = re.compile(
    r"(?:^|[\s_-])(?:logo|brand|branding|slogan|tagline|baseline|site-?(?:title|name|description))"
    r"(?:[_-](?:text|link|name|site|spip|wrap|wrapper|container))*(?:$|\s)",
    re.IGNORECASE,
)
_HOME: Final = re.compile(r"(?:https?://[^/?#]*)?(?:\.?/)?(?:(?:fr|en|index\.\w{3,5})/?)?")
_PARTS: Final = re.compile(r" +[|–—·»-] +")


def is_logo(heading: _Element) -> bool:
    """Whether a heading is the name of the site: called so, or a link to its first page."""
    for element in (heading, heading.getparent(), *heading.iter("a", "span", "div", "p")):
        if element is None:
            continue
        if _LOGO.search(f"{element.get('class') or ''} {element.get('id') or ''}"[:300]):
            return True
        if element.tag == "a" and _HOME.fullmatch(element.get("href") or "-"):
            return True
    return False


def titles(tree: _Element) -> list[_Element]:
    """The first-level headings that may be the title of the document."""
    return [heading for heading in tree.iter("h1") if not is_logo(heading)]


def site_names(tree: _Element) -> frozenset[str]:
    """What the page says its site is called: "Pôle Bois" in the title "Bilan 2022 | Pôle Bois"."""
    said = [meta.get("content") for meta in tree.xpath("//meta[@property='og:site_name']")]
    for title in tree.xpath("//head/title"):
        parts = _PARTS.split(text_of(title))
        said += parts[-1:] if len(parts) > 1 else []
    return frozenset(" ".join(name.split()) for name in said if name)


def title_above(tree: _Element, title: str) -> list[Block]:
    """The page's only first-level heading when it is the title, in case it is in no main part."""
    found = titles(tree)
    text = text_of(found[0]) if len(found) == 1 else ""
    return [block(text, "heading", 1)] if text and text in " ".join(title.split()) else []


def text_of(element: _Element) -> str:
    """The text of an element on one line."""
    return " ".join("".join(element.itertext()).split())
