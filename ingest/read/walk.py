"""Go through a page's elements and give blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ingest.read.blocks import Block, block
from ingest.read.limits import Clock
from ingest.read.page_tables import BREAKING, folded, inner_text, is_data, read_table

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}


@dataclass(slots=True)
class _State:
    """Where the walk is: the text gathered for the block in progress, and the open lists."""

    parts: list[str] = field(default_factory=list)
    lists: list[int | None] = field(default_factory=list)
    mark: str = ""
    term: bool = False

    def flush(self) -> Iterator[Block]:
        text = "".join(self.parts).strip()
        self.parts.clear()
        if not text:
            return
        if self.mark:
            mark, self.mark = self.mark, ""
            yield block(mark + text, "item")
        else:
            yield block(text, tight=bool(self.lists))


def walk(root: _Element, clock: Clock) -> Iterator[Block]:
    """The blocks under ``root``. Not recursive: pages nest deeper than Python's stack."""
    from lxml import etree

    state = _State()
    steps = etree.iterwalk(root, events=("start", "end"))
    for count, (event, element) in enumerate(steps):
        if not count % 2000:
            clock.check()
        tag = element.tag
        if event == "start":
            level = _HEADINGS.get(tag)
            if level or tag == "pre" or (tag == "table" and is_data(element)):
                yield from state.flush()
                yield from _whole(element, level)
                steps.skip_subtree()
                continue
            if tag in BREAKING:
                yield from state.flush()
                _open(state, element)
            elif tag == "br":
                state.parts.append("\n")
            state.parts.append(folded(element.text))
        else:
            whole = tag in _HEADINGS or tag == "pre" or (tag == "table" and is_data(element))
            if tag in BREAKING and not whole:
                yield from state.flush()
                if tag in ("ul", "ol", "dir") and state.lists:
                    state.lists.pop()
                if tag == "li":
                    state.mark = ""
            if element is not root:
                state.parts.append(folded(element.tail))
    yield from state.flush()


def _open(state: _State, element: _Element) -> None:
    if element.tag in ("ul", "dir"):
        state.lists.append(None)
    elif element.tag == "ol":
        start = element.get("start") or "1"
        state.lists.append(int(start) if start.isdecimal() and len(start) < 6 else 1)
    elif element.tag == "li":
        number = state.lists[-1] if state.lists else None
        state.mark = "• " if number is None else f"{number}. "
        if number is not None:
            state.lists[-1] = number + 1


def _whole(element: _Element, level: int | None) -> Iterator[Block]:
    """The blocks of an element that is read in one go: a heading, a table, code."""
    if level:
        yield block(folded(inner_text(element)), "heading", level)
    elif element.tag == "pre":
        yield block(inner_text(element), "code")
    else:
        yield from read_table(element)
