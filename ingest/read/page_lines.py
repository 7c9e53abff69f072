"""A line of a paged document, as PDF files and text recognition give it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, in points from the lower left corner of the page.

    ``hyphen`` says that it ends in one, ``row`` that it is a row of a table.
    """

    text: str
    hyphen: bool = False
    size: float = 0.0
    bold: bool = False
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    page_height: float = 0.0
    row: bool = False


def body_size(lines: Iterable[Line]) -> float:
    """The size that most of the text is set in."""
    weights: Counter[float] = Counter()
    for line in lines:
        weights[line.size] += len(line.text)
    return weights.most_common(1)[0][0] if weights else 0.0
