"""Tables of plain text, whose columns are made of blanks, tabs or dots: each row so that it can be
read alone, as of any other table.

    Grant                 Members    Others          Grant: Visit | Members: 600 | Others: 400
    Visit                     600       400

Lines that stand one under another are a table where most of them have the same number of cells and
the cells of a column begin, or end, at the same place. What is not sure to be one stays as it is:
justified prose, two columns of running text, lists of contents.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ingest.read.tables import table

_BLANK: Final = "[ \u00a0]"
_GAP: Final = re.compile(rf"{_BLANK}{{3,}}")
_NARROW: Final = re.compile(rf"{_BLANK}{{2,}}")
_AFTER: Final = re.compile(rf"\t|{_BLANK}{{2,}}")
_ANY: Final = re.compile(rf"\t|{_BLANK}{{3,}}")
# "Fee ........ 450 €"
_DOTS: Final = re.compile(rf"(?<=[\w)%’']){_BLANK}?(?:\.{{4,}}|…{{2,}}){_BLANK}*(?=[^\s.…])")
_PAGE: Final = re.compile(r"(?:p\. ?|page )?(?:\d{1,3}|[ivxl]{1,6})\.?", re.I)
_HOUR: Final = re.compile(r"\d{1,2} ?(?:[h:.] ?\d{0,2}|[ap]\.?m\b)", re.I)
_TAB: Final = 8
_LEAST: Final = 2  # rows
_SHARE: Final = 0.6  # of the lines of a table that have a cell in each column
_NEAR: Final = 1  # characters by which a cell may begin or end beside its column
_LONGEST: Final = 400  # characters of a line of a table
_PROSE: Final = 28  # characters of a first cell from which it may be a line of running text

_Edge = tuple[str, int]  # whether a column's cells begin or end there, and where


@dataclass(frozen=True, slots=True)
class _Cell:
    """A piece of a line, and where it begins and ends in characters of one width."""

    text: str
    start: int
    end: int


def aligned(text: str) -> str:
    """``text`` with its tables row by row, "Name: value | …", and what dots lead to as "label:
    value"; all else, and a text without such lines, is as it was."""
    if not (_ANY.search(text) or _DOTS.search(text)):
        return text
    written: list[str] = []
    for block in _blocks(text.split("\n")):
        written += _table(block) or _labels(block)
    return "\n".join(written)


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines in runs of those that have gaps or dots; others one by one."""
    run: list[str] = []
    for line in lines:
        said = line.strip()
        gap = _AFTER if run else _ANY
        if (
            said
            and len(line) <= _LONGEST
            and (gap.search(said) or _DOTS.search(said) or (run and _is_set_in(line)))
        ):
            run.append(line)
            continue
        if run:
            yield run
        run = []
        yield [line]
    if run:
        yield run


def _is_set_in(line: str) -> bool:
    """Whether a line may go on with a cell of the row above it."""
    return len(line) - len(line.lstrip()) >= 3


def _labels(block: Sequence[str]) -> list[str]:
    """The lines, of those with dots what stands before them as a label; as they were where the dots
    lead to numbers of pages."""
    found = [_DOTS.search(line) if len(line) <= _LONGEST else None for line in block]
    led = [line[m.end() :].strip() for line, m in zip(block, found, strict=True) if m]
    if all(map(_PAGE.fullmatch, led)):
        return list(block)
    return [
        f"{line[: match.start()].rstrip(' :')}: {line[match.end() :].strip()}" if match else line
        for line, match in zip(block, found, strict=True)
    ]


def _table(block: Sequence[str]) -> list[str]:
    """The rows of a table, with the lines before and after it; none where there is none for sure.
    Lines of dots are rows only where a line of names of several columns stands over them."""
    if len(block) < _LEAST:
        return []
    if all("\t" in line.strip() for line in block):
        return _of_tabs(block)
    drawn = list(block)
    if any(map(_DOTS.search, block)):
        if _DOTS.search(block[0]) or len(_cells(block[0], _GAP)) < 3:
            return []
        drawn = [_DOTS.sub(lambda dots: " " * max(3, len(dots[0])), line) for line in block]
    split = [_cells(line, _GAP) for line in drawn]
    counts = Counter(len(cells) for cells in split if len(cells) > 1)
    if not counts:
        return []
    width = max(counts, key=lambda count: (counts[count], count))
    for number, line in enumerate(drawn):
        narrow = _cells(line, _NARROW) if len(split[number]) < width else []
        split[number] = narrow if len(narrow) == width else split[number]
    edges = _edges([cells for cells in split if len(cells) == width])
    if edges is None:
        return []
    fits = [_fits(cells, edges) for cells in split]
    if sum(fits) < (_LEAST if width > 2 else _LEAST + 1):
        return []
    first, last = fits.index(True), len(fits) - fits[::-1].index(True)
    if _names(split[first - 1 : first], split[first:last], edges):
        first -= 1
    while last < len(block) and _is_set_in(block[last]):
        last += 1
    rows = _rows(split[first:last], edges)
    if rows is None or sum(fits) < _SHARE * len(rows) or _is_timetable(rows):
        return []
    written = (row.text for row in table(rows))
    return [*_labels(block[:first]), *written, *_labels(block[last:])]


def _of_tabs(block: Sequence[str]) -> list[str]:
    """The rows of lines with one tab or more between their cells; none where most differ in their
    number."""
    rows = [[cell.strip() for cell in line.strip("\n").split("\t")] for line in block]
    rows = [row if all(row[:1]) else row[1:] for row in rows]
    width, lines = Counter(map(len, rows)).most_common(1)[0]
    if width < 2 or lines < _SHARE * len(rows) or any(len(row) > width for row in rows):
        return []
    return [row.text for row in table([row + [""] * (width - len(row)) for row in rows])]


def _cells(line: str, gap: re.Pattern[str]) -> list[_Cell]:
    """The pieces between the gaps of a line; of a blank one, none."""
    line = line.rstrip().expandtabs(_TAB)
    found, start = [], len(line) - len(line.lstrip())
    for match in gap.finditer(line, start):
        found.append(_Cell(line[start : match.start()], start, match.start()))
        start = match.end()
    return [*found, _Cell(line[start:], start, len(line))] if start < len(line) else found


def _edges(rows: Sequence[Sequence[_Cell]]) -> list[_Edge] | None:
    """Where the cells of each column begin or end; None where those of one have no edge, where the
    blanks are those of justified lines, or where two columns are of running text: long first pieces
    that go on in the next line."""
    spread = sum(_NARROW.search(cell.text) is not None for row in rows for cell in row)
    if len(rows) < _LEAST or 3 * spread > len(rows):
        return None
    first = [row[0].text for row in rows]
    long = sum(len(text) >= _PROSE for text in first)
    runs = sum(below[:1].islower() for _, below in pairwise(first))
    if len(rows[0]) == 2 and 2 * long > len(first) and 3 * runs >= len(first):
        return None
    edges: list[_Edge] = []
    for column in zip(*rows, strict=True):
        edge = max((_most(column, "start"), _most(column, "end")), key=lambda one: one[1])[0]
        if edges and sum(_at(cell, edge) for cell in column) < max(_LEAST, _SHARE * len(column)):
            return None
        edges.append(edge)
    return edges


def _most(column: Sequence[_Cell], side: str) -> tuple[_Edge, int]:
    """The place at which most cells of a column begin, or end, and how many do."""
    places = Counter(cell.start if side == "start" else cell.end for cell in column)
    edge = (side, places.most_common(1)[0][0])
    return edge, sum(_at(cell, edge) for cell in column)


def _at(cell: _Cell, edge: _Edge) -> bool:
    return abs((cell.start if edge[0] == "start" else cell.end) - edge[1]) <= _NEAR


def _fits(cells: Sequence[_Cell], edges: Sequence[_Edge]) -> bool:
    """Whether a line has a cell in each column: at its edge, or pushed on by a long one before."""
    return len(cells) == len(edges) and all(
        _at(cell, edge) or (cell.start - before.end <= 3 and cell.start > edge[1] - _TAB)
        for (before, cell), edge in zip(pairwise(cells), edges[1:], strict=True)
    )


def _names(
    line: Sequence[Sequence[_Cell]], rows: Sequence[Sequence[_Cell]], edges: Sequence[_Edge]
) -> bool:
    """Whether the line over the rows has words over each column, at its middle perhaps."""
    full = [row for row in rows if len(row) == len(edges)]
    return (
        len(edges) > 2
        and bool(line)
        and len(line[0]) == len(edges)
        and all(
            cell.text[0].isalpha()
            and cell.start < max(below.end for below in column)
            and cell.end > min(below.start for below in column)
            for cell, column in zip(line[0], zip(*full, strict=True), strict=True)
        )
    )


def _is_timetable(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the rows are hours and what is on then, which is read as it stands."""
    hours = sum(_HOUR.match(row[0]) is not None for row in rows)
    return len(rows[0]) == 2 and 2 * hours > len(rows)


def _rows(lines: Sequence[Sequence[_Cell]], edges: Sequence[_Edge]) -> list[list[str]] | None:
    """The lines cell by cell; one without a first cell and short of others goes on with the row
    above. None where the column of a cell can't be told."""
    rows: list[list[str]] = []
    for cells in lines:
        placed = [""] * len(edges)
        if len(cells) == len(edges):
            placed = [cell.text for cell in cells]
        for cell in cells if len(cells) < len(edges) else ():
            near = [n for n, edge in enumerate(edges) if _at(cell, edge) and not placed[n]]
            if len(near) != 1:
                return None
            placed[near[0]] = cell.text
        if len(cells) > len(edges):
            return None
        if rows and not placed[0]:
            rows[-1] = [" ".join(filter(None, two)) for two in zip(rows[-1], placed, strict=True)]
        else:
            rows.append(placed)
    return rows
