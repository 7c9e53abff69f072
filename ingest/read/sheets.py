"""Spreadsheets and CSV: tables with no mark where one ends, each row read with its column names.

A sheet holds captions, tables and notes one below the other. Blank rows part them; a row of names
above rows of values names the columns until another such row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, islice
from typing import Final

from ingest.read.blocks import Block, block
from ingest.read.columns import LONGEST_HEADER, are_named, grouped, is_name, is_year
from ingest.read.limits import Clock

Row = Mapping[int, str]  # the filled cells, by their columns in order

# Names that spreadsheet programs give; they say nothing.
_UNNAMED: Final = re.compile(
    r"(?:sheet|feuil|feuille|tabelle|hoja|foglio|blad) ?\d*", re.IGNORECASE
)
_FEW: Final = (
    12  # rows of two columns that may be labels and values rather than a table of two columns
)


def sheet(rows: Iterable[Row], clock: Clock, header: bool = False) -> Iterator[Block]:
    """The blocks of one sheet's rows, top to bottom; an empty row parts two tables.

    ``header`` says that the first row is likely to name the columns, as it is in CSV files.
    """
    names: Row = {}
    for filled, group in groupby(_checked(rows, clock), bool):
        if not filled:
            continue
        head = list(islice(group, _FEW + 1))
        widest = max(map(len, head))
        while head and len(head[0]) == 1 < widest:
            yield block(" ".join(head.pop(0).values()))  # a caption
        both = _groups(head)
        if both:
            names, head = both, head[2:]
        elif _is_header(head, header):
            names, *head = head
        elif widest > len(names) or widest == 2:
            names = {}
        pairs = not names and widest == 2 and all(map(_is_pair, head))
        for row in chain(head, group):
            yield _written(row, names, pairs)
        header = False


def named_sheet(name: str, rows: Iterable[Row], clock: Clock) -> Iterator[Block]:
    """The blocks of a sheet under its name, where a person gave it one; none for an empty sheet."""
    blocks = sheet(rows, clock)
    first = next(blocks, None)
    if first is not None:
        if name and not _UNNAMED.fullmatch(name):
            yield block(name, "heading", 2)
        yield first
        yield from blocks


def cells(row: Sequence[str]) -> Row:
    """The filled cells of a row, each on one line."""
    return {
        column: text for column, cell in enumerate(row) if cell and (text := " ".join(cell.split()))
    }


def across(row: Row, spans: Iterable[range], below: Row) -> Row:
    """The row with its cells over several columns in each, where they head groups of columns.

    They do where the row holds something else too, and the row below has cells of its own there.
    """
    filled = dict(row)
    for span in spans:
        text = row.get(span.start)
        if text and len(row) > 1 and sum(column in below for column in span) > 1:
            filled |= {column: text for column in span if column in below}
    return dict(sorted(filled.items()))


def _checked(rows: Iterable[Row], clock: Clock) -> Iterator[Row]:
    for count, row in enumerate(rows):
        if not count % 500:
            clock.check()
        yield row


def _groups(rows: Sequence[Row]) -> Row:
    """The names of the columns where two rows give them, the first by groups; else none."""
    if len(rows) < 3:
        return {}
    columns = sorted({column for row in rows[:2] for column in row})
    first, second = ([row.get(column, "") for column in columns] for row in rows[:2])
    return dict(zip(columns, grouped(first, second) or (), strict=False))


def _is_header(rows: Sequence[Row], likely: bool) -> bool:
    """Whether the first of the rows names the columns of the others."""
    if len(rows) < 2 or len(rows[0]) < 2:
        return False
    first, *others = rows
    if any(map(is_year, first.values())):
        columns = sorted({column for row in rows for column in row})
        return are_named([[row.get(column, "") for column in columns] for row in rows], likely)
    if not all(map(is_name, first.values())):
        return False
    width = max(map(len, rows))
    if width <= 2 and len(rows) <= _FEW:
        # "Date | 4 mai 2022": unless the file is a list of records, a label and its value.
        return likely and all(
            len(text) <= LONGEST_HEADER for row in others for text in row.values()
        )
    if likely:
        return True
    return len(set(first.values())) == len(first) and len(first) >= 0.6 * width


def _is_pair(row: Row) -> bool:
    label = next(iter(row.values()))
    return len(row) < 2 or (len(label) <= LONGEST_HEADER and not label.endswith("."))


def _written(row: Row, names: Row, pairs: bool) -> Block:
    """One row: with its column names, as "label: value", or cell after cell."""
    texts = list(row.values())
    if len(texts) == 1 and (not names or len(texts[0]) > LONGEST_HEADER or ":" in texts[0]):
        return block(texts[0])  # a note, or all there is
    if pairs:
        return block(": ".join((texts[0].rstrip(" :"), *texts[1:])), "row")
    written = []
    for column, text in row.items():
        name = names.get(column, "").rstrip(" :")
        written.append(f"{name}: {text}" if name and name != text else text)
    return block(" | ".join(written), "row")
