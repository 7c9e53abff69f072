"""What stands at the edges of pages and is no text: running headers and footers, page numbers.

Numbers are dropped for counting the pages: a footnote may end in a number too, and two reports be
called by their years.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.read.page_lines import Line, body_size

_OF: Final = r" ?(?:/|of|sur|de|\|) ?\d{1,4}"
_PAGE: Final = re.compile(
    rf"[-–—|• ]*(?:p(?:age|\.)? ?\d{{1,4}}(?:{_OF})?|\d{{1,4}}{_OF}|[ivx]{{1,6}})[-–—|• ]*",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(r"[-–—|• ]*(\d{1,4})[-–—|• ]*")
_COUNTED: Final = re.compile(
    r"(?<!\d)(?<!\d[.,])(?P<page>\d{1,4})(?: ?(?:/|of|sur) ?\d{1,4})?$", re.IGNORECASE
)
# What a footnote begins with, and what is counted otherwise: "1 Rapport annuel, p. 36".
_NOTE: Final = re.compile(
    r"[\[(]?\d{1,2}[\])]? |.*\b(?:(?:pp?|art|vol|chap|n)[.°]|article|volume|tome|section) ?\d",
    re.IGNORECASE,
)
_FOLDED: Final = re.compile(r"(?<![\d.,])\d{1,3}(?![\d.,])")
_MARGIN: Final = 0.09  # of the page's height, where headers, footers and page numbers stand
_EDGE_LINES: Final = 3
_MOST_NUMBERS: Final = 4

Key = tuple[str, float]


@dataclass(frozen=True, slots=True)
class _Edges:
    """What repeats in the margins of a document, and by how much its numbers are off the pages."""

    body: float
    often: float
    seen: Counter[Key]
    titles: frozenset[str]
    offsets: Counter[tuple[int, int]]


def without_edges(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without repeated headers and footers and without page numbers."""
    edges = _edges(pages)
    kept = []
    for number, page in enumerate(pages, 1):
        dropped = set()
        by_height = sorted(page, key=lambda line: line.bottom)
        foot = [line for line in by_height[:_EDGE_LINES] if _in_foot(line)]
        head = [line for line in by_height[: -_EDGE_LINES - 1 : -1] if not _in_foot(line)]
        for outermost in (foot, head):
            text: Line | None = None  # what is further in belongs to the text
            for line in outermost:
                further = text is not None and abs(line.bottom - text.bottom) > line.size
                if not further and _is_edge(line, number, edges):
                    dropped.add(id(line))
                else:
                    text = text or line
        kept.append([line for line in page if id(line) not in dropped])
    return kept


def _edges(pages: Sequence[Sequence[Line]]) -> _Edges:
    body = body_size(line for page in pages for line in page)
    seen: Counter[Key] = Counter()
    offsets: Counter[tuple[int, int]] = Counter()
    for number, page in enumerate(pages, 1):
        outer = [line for line in page if _in_margin(line)]
        seen.update({key for line in outer for key in _keys(line, number)})
        offsets.update({offset for line in outer if (offset := _offset(line, number))})
    titles = (line.text.casefold() for page in pages for line in page if line.size > body)
    return _Edges(body, max(2.0, 0.5 * len(pages)), seen, frozenset(titles), offsets)


def _is_edge(line: Line, number: int, edges: _Edges) -> bool:
    if not _in_margin(line) or line.size > 1.1 * edges.body:
        return False
    if _PAGE.fullmatch(line.text):
        return True
    if any(edges.seen[key] >= edges.often for key in _keys(line, number)):
        return True
    small = line.size < 0.95 * edges.body
    if small and line.text.casefold() in edges.titles:
        return True
    found = _COUNTED.search(line.text)
    if found is None or not (small or _ALONE.fullmatch(line.text)):
        return False
    offset = _offset(line, number)
    if offset is not None and edges.offsets[offset] > 1:
        return True
    return int(found["page"]) == number and not _NOTE.match(line.text)


def _keys(line: Line, number: int) -> Iterator[Key]:
    """What repeated lines share: their words, but for a number that rises with the pages."""
    text = line.text.casefold()
    yield text, line.size
    for place, found in enumerate(_FOLDED.finditer(text)):
        if place < _MOST_NUMBERS:
            offset = f"#{int(found[0]) - number}"
            yield text[: found.start()] + offset + text[found.end() :], line.size


def _offset(line: Line, number: int) -> tuple[int, int] | None:
    """By how much the number that ends a line is off its page's, and the height of the line."""
    found = _COUNTED.search(line.text)
    return (int(found["page"]) - number, round(line.bottom / 3)) if found else None


def _in_foot(line: Line) -> bool:
    return 2 * line.bottom < (line.page_height or 0)


def _in_margin(line: Line) -> bool:
    if not line.page_height:
        return False
    place = line.bottom / line.page_height
    return place < _MARGIN or place > 1 - _MARGIN
