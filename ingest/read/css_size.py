"""Letters that are too small to be read.

A page sets what stands around its text to no size, against gaps between boxes, and the text back to
one of its own; what has none of its own is hidden.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ingest.read.css import Sheet, Styles, pixels, styles_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_SMALLEST: Final = 2.0  # pixels; letters below can't be read
_SIZED: Final = frozenset("xx-small x-small small medium large x-large xx-large".split())
# "12px/1.5" in "font: italic 12px/1.5 Arial"
_IN_FONT: Final = re.compile(r"(?:^|\s)(\d[\d.]{0,8}(?:[a-z]{2,3}|%)?)(?:/|\s)")
_OF_PARENT: Final = ("em", "%", "ch", "ex")


def is_shrunk(element: _Element, sheet: Sheet) -> bool:
    """Whether the letters of an element are set to a size that can't be read."""
    found = pixels(_size(styles_of(element, sheet)))
    return found is not None and 0 <= found < _SMALLEST


def erase(element: _Element, sheet: Sheet) -> list[_Element]:
    """Take away the text of a shrunk element, but for what has a size of its own in it.

    The elements that were gone through.
    """
    from lxml import etree

    gone = []
    steps = etree.iterwalk(element, events=("start", "end"))
    for event, inner in steps:
        if event == "end":
            if inner is not element:
                inner.tail = None
        elif inner is not element and _is_sized(inner, sheet):
            steps.skip_subtree()
        else:
            inner.text = None
            gone.append(inner)
    return gone


def _is_sized(element: _Element, sheet: Sheet) -> bool:
    """Whether an element has a readable size of its own, whatever that of what is around it."""
    if element.tag == "font" and element.get("size"):
        return True
    said = _size(styles_of(element, sheet))
    if said in _SIZED:
        return True
    # The size in "rem" is that of the page.
    own = not said.endswith(_OF_PARENT) or said.endswith("rem")
    return own and (pixels(said) or 0) >= _SMALLEST


def _size(styles: Styles) -> str:
    in_font = _IN_FONT.search(styles.get("font", ""))
    return styles.get("font-size") or (in_font[1] if in_font else "")
