"""Columns of a PDF page that no lines are drawn between: painted across, or a table's.

A gap in a line is one between columns where a line close by has a gap at the same place. Columns
of prose are read one after the other; other columns are a table's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import fmean
from typing import Final

from ingest.read.page_lines import Line

_SHARED: Final = 0.6  # sizes of the letters that gaps have in common
_ALIGNED: Final = 0.2
_EVEN: Final = 0.1
_NEAR: Final = 3.0  # sizes between lines of one block
_CLOSE_BY: Final = 2  # lines
_FEWEST_LINES: Final = 3
_LOWER: Final = 0.3  # of the lines of prose that begin inside a sentence, at least
_PROSE: Final = 18  # characters in its lines, at least

Gap = tuple[float, float]
Row = list[Line]


def arranged(rows: Iterable[Row]) -> Iterator[Line]:
    """Lines in the order of reading, from lines that stand beside each other in rows."""
    block: list[Row] = []
    shared: list[Gap] = []
    for row in _cut(list(rows)):
        found = _common(shared, row) if block and _is_below(block[-1], row) else []
        if block and not found:
            yield from _read(block, shared)
            block = []
        block.append(row)
        shared = found or _gaps(row)
    yield from _read(block, shared)


def _cut(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, those parts put together that have no gap of lines close by between them."""
    for place, row in enumerate(rows):
        if len(row) == 1:
            yield row
            continue
        near: list[Row] = []
        for others in (
            rows[place + 1 : place + 1 + _CLOSE_BY],
            rows[max(0, place - _CLOSE_BY) : place][::-1],
        ):
            before = row
            for other in others:
                if not (_is_below(before, other) or _is_below(other, before)):
                    break
                near.append(other)
                before = other
        shared = [_shared(left, right, near) for left, right in pairwise(row)]
        aligned = [found and found[0] for found in shared]
        widths = [right - left for left, right in _gaps(row)]
        even = len(widths) > 1 and max(widths) - min(widths) < _EVEN * row[0].size
        parts = [row[0]]
        for line, found in zip(row[1:], shared, strict=True):
            # The blanks of a line that is spread over its column may lie below others by chance.
            if all(aligned) if even else any(found) or len(found) > 1:
                parts.append(line)
            else:
                parts[-1] = joined_row((parts[-1], line))
        yield parts


def _shared(left: Line, right: Line, near: Iterable[Row]) -> list[bool]:
    """For each line close by that has the gap too, whether a column begins there at one place.

    Those that do come first.
    """
    found = []
    for row in near:
        for before, line in pairwise(row):
            if min(right.left, line.left) - max(left.right, before.right) >= _SHARED * right.size:
                found.append(abs(line.left - right.left) <= _ALIGNED * right.size)
                break
    return sorted(found, reverse=True)


def _is_below(before: Row, row: Row) -> bool:
    step = before[0].bottom - row[0].bottom
    return 0 < step < _NEAR * max(before[0].size, row[0].size)


def _gaps(row: Row) -> list[Gap]:
    return [(left.right, right.left) for left, right in pairwise(row)]


def _common(shared: Sequence[Gap], row: Row) -> list[Gap]:
    """What a row leaves of the gaps: it has them too, or stands on one side of them."""
    sides = [(0.0, row[0].left), *_gaps(row), (row[-1].right, float("inf"))]
    found = []
    for left, right in shared:
        for start, end in sides:
            if min(right, end) - max(left, start) >= _SHARED * row[0].size:
                found.append((max(left, start), min(right, end)))
    return found


def _read(block: Sequence[Row], gaps: Sequence[Gap]) -> Iterator[Line]:
    """The lines of a block of rows that have these gaps in common."""
    columns: list[Row] = [[] for _ in range(len(gaps) + 1)]
    for row in block:
        parts: dict[int, Row] = {}
        for line in row:
            column = sum(line.left > left for left, _ in gaps)
            parts.setdefault(column, []).append(line)
        for column, lines in parts.items():
            columns[column].append(joined_row(lines))
    if gaps and all(map(_is_prose, columns)):
        for lines in columns:
            yield from lines
        return
    for row in block:
        yield replace(joined_row(row, " | "), row=True) if len(row) > 1 else row[0]


def joined_row(row: Sequence[Line], mark: str = " ") -> Line:
    """One line of what stands beside each other."""
    text = row[0].text
    for line in row[1:]:
        text += f" {line.text}" if text.endswith(":") else f"{mark}{line.text}"
    first, right = row[0], max(line.right for line in row)
    return replace(first, text=text, hyphen=row[-1].hyphen, right=right)


def _is_prose(column: Sequence[Line]) -> bool:
    """Whether lines are a text rather than a table's cells: many begin inside a sentence."""
    if len(column) < _FEWEST_LINES or fmean(len(line.text) for line in column) < _PROSE:
        return False
    inside = sum(line.text[0].islower() for line in column[1:])
    return inside >= _LOWER * (len(column) - 1)
