"""Tables of a PDF page that are drawn with lines: where their rows and cells are."""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ingest.read.pdf_seen import Matrix, matrix_of, times
from ingest.read.pdf_words import Sheet

# In points:
_STRAIGHT: Final = 0.5
_SHORTEST: Final = 6.0
_SAME: Final = 2.5
_MOST_RULES: Final = 2000  # a map or a diagram has more
_MOST_COLUMNS: Final = 60
_MOST_SEGMENTS: Final = 20_000


@dataclass(frozen=True, slots=True)
class _Rule:
    """A line of a table: where it lies across its direction, and from where to where it runs."""

    at: float
    start: float
    end: float

    def crosses(self, other: _Rule) -> bool:
        """Whether a line of the other direction touches this one."""
        return (
            self.start - _SAME <= other.at <= self.end + _SAME
            and other.start - _SAME <= self.at <= other.end + _SAME
        )


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the heights between its rows, from the lowest, where its columns begin, and
    its upright lines."""

    left: float
    right: float
    heights: tuple[float, ...]
    columns: tuple[float, ...]
    uprights: tuple[_Rule, ...]

    def cell(self, across: float, up: float) -> tuple[int, int] | None:
        """Row, from the top, and column of a point; None outside the table."""
        if not (self.left < across < self.right and self.heights[0] < up < self.heights[-1]):
            return None
        row = len(self.heights) - 1 - bisect_right(self.heights, up)
        middle = sum(self.heights[-row - 2 :][:2]) / 2
        # A cell over several columns has no lines between them, and is the first of them.
        here = [rule.at for rule in self.uprights if rule.start < middle < rule.end]
        begin = max((at for at in here if at <= across), default=self.left)
        return row, bisect_right(self.columns, begin + _SAME)


def grids(paths: Sequence[tuple[Any, Matrix]], sheet: Sheet) -> list[Grid]:
    """The ruled tables that paths of a page draw, of two rows and two columns at least."""
    flat: list[_Rule] = []
    upright: list[_Rule] = []
    for start, end in _segments(paths):
        box = (min(start[0], end[0]), min(start[1], end[1]))
        left, bottom, right, top = sheet.place((*box, max(start[0], end[0]), max(start[1], end[1])))
        if top - bottom <= _STRAIGHT and right - left >= _SHORTEST:
            flat.append(_Rule(bottom, left, right))
        elif right - left <= _STRAIGHT and top - bottom >= _SHORTEST:
            upright.append(_Rule(left, bottom, top))
        if len(flat) + len(upright) > _MOST_RULES:
            return []
    flat, upright = _merged(flat), _merged(upright)
    found = (_grid(*part) for part in _parts(flat, upright))
    return [grid for grid in found if grid is not None]


def _grid(flat: Sequence[_Rule], upright: Sequence[_Rule]) -> Grid | None:
    ends = [end for rule in upright for end in (rule.start, rule.end)]
    heights = _distinct([*(rule.at for rule in flat), *ends])
    sides = [end for rule in flat for end in (rule.start, rule.end)]
    across = _distinct([*(rule.at for rule in upright), *sides])
    if len(heights) < 3 or not 3 <= len(across) <= _MOST_COLUMNS:
        return None
    columns = _distinct([across[0], *(rule.at for rule in upright)])
    return Grid(across[0], across[-1], heights, columns, tuple(upright))


def _segments(
    paths: Sequence[tuple[Any, Matrix]],
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight parts of all that is drawn on a page, in its own points, by its paths."""
    from pypdfium2 import raw

    x, y = ctypes.c_float(), ctypes.c_float()
    seen = 0
    for item, outer in paths:
        matrix = times(matrix_of(item), outer)
        begin = last = (0.0, 0.0)
        for place in range(max(0, raw.FPDFPath_CountSegments(item))):
            seen += 1
            if seen > _MOST_SEGMENTS:
                return
            segment: Any = raw.FPDFPath_GetPathSegment(item, place)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            point = _moved(x.value, y.value, matrix)
            form = raw.FPDFPathSegment_GetType(segment)
            if form == raw.FPDF_SEGMENT_MOVETO:
                begin = point
            elif form == raw.FPDF_SEGMENT_LINETO:
                yield last, point
            last = point
            if raw.FPDFPathSegment_GetClose(segment):
                yield last, begin
                last = begin


def _moved(across: float, up: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * across + c * up + e, b * across + d * up + f


def _merged(rules: Iterable[_Rule]) -> list[_Rule]:
    """Lines in one, where they continue or double each other."""
    merged: list[_Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.at, rule.start)):
        for place in range(len(merged) - 1, -1, -1):
            other = merged[place]
            if rule.at - other.at > _SAME:
                place = -1
                break
            if rule.start <= other.end + _SAME and other.start <= rule.end + _SAME:
                merged[place] = _Rule(
                    other.at, min(other.start, rule.start), max(other.end, rule.end)
                )
                break
        else:
            place = -1
        if place < 0:
            merged.append(rule)
    return merged


def _parts(
    flat: Sequence[_Rule], upright: Sequence[_Rule]
) -> Iterator[tuple[list[_Rule], list[_Rule]]]:
    """Lines that hang together."""
    left = set(range(len(upright)))
    waiting = set(range(len(flat)))
    while waiting:
        rows = [waiting.pop()]
        columns: list[int] = []
        for row in rows:  # grows as it goes
            touched = {place for place in left if upright[place].crosses(flat[row])}
            left -= touched
            columns += touched
            more = {
                place
                for place in waiting
                if any(flat[place].crosses(upright[column]) for column in touched)
            }
            waiting -= more
            rows += more
        yield [flat[row] for row in rows], [upright[column] for column in columns]


def _distinct(places: Iterable[float]) -> tuple[float, ...]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _SAME:
            found.append(place)
    return tuple(found)
