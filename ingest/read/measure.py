"""How much of a page is written in each of its elements, links and forms left out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_UNWRITTEN: Final = frozenset(
    "a button label select textarea option datalist script style noscript template head svg".split()
)


def size(element: _Element) -> int:
    """The characters of all text in an element."""
    return sum(len(part.strip()) for part in element.itertext())


def written(root: _Element) -> dict[_Element, int]:
    """The characters of prose under ``root`` and under each of its elements.

    What is a link, a button or a field is no prose: a menu has none, however long it is.
    """
    from lxml import etree

    found: dict[_Element, int] = {}
    total = muted = 0
    before: list[int] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            before.append(total)
            muted += element.tag in _UNWRITTEN
            if not muted:
                total += len((element.text or "").strip())
        else:
            muted -= element.tag in _UNWRITTEN
            found[element] = total - before.pop()
            if not muted and element is not root:
                total += len((element.tail or "").strip())
    return found


def holders(root: _Element, wanted: Callable[[_Element], bool]) -> frozenset[_Element]:
    """The elements that have in them one that is ``wanted``."""
    found: set[_Element] = set()
    for element in root.iter():
        if wanted(element):
            for above in element.iterancestors():
                if above in found:
                    break
                found.add(above)
    return frozenset(found)
