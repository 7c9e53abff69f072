"""Where a paragraph ends between two lines of a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ingest.read.page_lines import Line, body_size
from ingest.sentences import is_item, label

_TERMINAL: Final = ".!?:;…»"
_FEWEST_BESIDE: Final = 3  # lines that begin at one place, right of others, are a column
_LOWER: Final = 0.15  # of the lines of a text that begin inside a sentence, at least
_LEAST_LINES: Final = 3


@dataclass(frozen=True, slots=True)
class _Column:
    """Where lines begin that stand right of others, and the heights between which they do."""

    start: float
    lowest: float
    highest: float

    def is_beside(self, line: Line) -> bool:
        """Whether a line is about as high as the column is."""
        above = self.lowest <= line.bottom + 2 * line.size
        return above and line.bottom - 2 * line.size <= self.highest

    def is_right_of(self, line: Line) -> bool:
        """Whether a line belongs to what stands left of the column."""
        return self.is_beside(line) and line.left < self.start and line.right <= self.start

    def holds(self, line: Line) -> bool:
        """Whether a line stands in the column, or right of it."""
        return self.is_beside(line) and line.left > self.start - 2


@dataclass(frozen=True, slots=True)
class Margins:
    """How far the lines of a page reach: a column's where the page has several."""

    columns: tuple[tuple[_Column, float, float], ...]
    page: float

    def of(self, line: Line) -> float:
        """The right margin of the column that a line is in."""
        for column, left, _ in self.columns:
            if column.is_right_of(line):
                return left
        return next((right for c, _, right in reversed(self.columns) if c.holds(line)), self.page)


def margins(page: Sequence[Line]) -> Margins:
    """The margins of a page, whose columns begin where several lines stand beside others."""
    starts: dict[int, list[float]] = {}
    by_height = sorted(page, key=lambda line: line.bottom)
    for place, line in enumerate(by_height):
        for other in by_height[place + 1 : place + 12]:
            if other.bottom - line.bottom > 0.7 * line.size:
                break
            if other.left > line.right or line.left > other.right:
                starts.setdefault(round(max(other.left, line.left)), []).append(line.bottom)
    columns = [
        _Column(float(start), min(heights), max(heights))
        for start, heights in sorted(starts.items())
        if len(heights) >= _FEWEST_BESIDE
    ]
    body = body_size(page)
    usual = [line for line in page if not line.row and line.size <= 1.1 * body]
    reach = max((line.right for line in usual), default=0.0)
    sides: dict[_Column, tuple[list[Line], list[Line]]] = {c: ([], []) for c in columns}
    for line in usual:
        right_of = next((column for column in columns if column.is_right_of(line)), None)
        if right_of is not None:
            sides[right_of][0].append(line)
        elif held := next((c for c in reversed(columns) if c.holds(line)), None):
            sides[held][1].append(line)
    return Margins(
        tuple((c, _reach(left, reach), _reach(right, reach)) for c, (left, right) in sides.items()),
        reach,
    )


def _reach(column: Sequence[Line], page: float) -> float:
    """How far lines reach; as far as the page's where they are no text, as addresses are not."""
    inside = sum(line.text[0].islower() for line in column)
    if len(column) < _FEWEST_BESIDE or inside < _LOWER * len(column):
        return page
    return max(line.right for line in column)


def usual_leading(pages: Sequence[Sequence[Line]]) -> float:
    """The most common distance between two lines, in sizes of their font."""
    steps = Counter(
        round((before.bottom - line.bottom) / line.size, 1)
        for page in pages
        for before, line in pairwise(page)
        if line.size and before.size == line.size and before.bottom > line.bottom
    )
    return max(1.0, min(2.2, steps.most_common(1)[0][0])) if steps else 1.2


def breaks(
    paragraph: Sequence[Line], line: Line, new_page: bool, margin: float, leading: float
) -> bool:
    """Whether a paragraph ends before a line; ``margin`` is that of the paragraph's last line."""
    before = paragraph[-1]
    if before.row or line.row:
        return True
    if is_item(before.text[:2] + " x") and len(before.text) <= 2:
        return False  # a bullet set apart from its item
    if is_item(line.text[:2] + " x") or is_item(line.text) or abs(before.size - line.size) > 0.8:
        return True
    if before.hyphen or (before.text.endswith("-") and before.text[-2:-1].isalnum()):
        return False
    opening = line.text.lstrip("«“\"'(")[:1]
    ended = before.text[-1] in _TERMINAL
    if new_page or line.bottom > before.bottom + line.size:  # the next page, or the next column
        if ended or opening.islower():
            return ended
        whole = len(paragraph) >= _LEAST_LINES and before.bold == line.bold
        return not whole or _fits(before, line, margin)
    if before.bold != line.bold and (opening.isupper() or ended):
        return True
    step = before.bottom - line.bottom
    if line.size and step > (leading + 0.35) * line.size:
        return not (opening.islower() and not ended and step < 2 * leading * line.size)
    begins = opening.isupper() or opening.isdigit() or opening in ("€", "$", "£")
    if _fits(before, line, margin) and (ended or begins):
        return True
    return bool(label(line.text) and label(before.text))


def _fits(before: Line, line: Line, margin: float) -> bool:
    """Whether a line's first word would have had room on the line before: a break that is meant."""
    if margin <= 0:
        return False
    word = line.text.split(maxsplit=1)[0]
    letter = (line.right - line.left) / max(1, len(line.text))
    if line.size:
        letter = min(letter, 0.6 * line.size)  # a line may have gaps
    return before.right + letter * (len(word) + 1) < margin - 0.5 * line.size
