"""Which rows at the top of a table name its columns: years, empty corners and groups included."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

LONGEST_HEADER: Final = 60
# "2021", "2021-2022", "2023 (prévu)", "2022*"
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?:[ ]?[-/–][ ]?(?:20)?\d\d)?(?:\*|[ ]?\([^()]{1,25}\))?")


def are_named(rows: Sequence[Sequence[str]], likely: bool = False) -> bool:
    """Whether the first of the rows looks like the names of the others' columns.

    Each name is short and no sentence or number, and none is there twice. The first may be missing,
    above the names of rows. Years name columns that hold other things than years, at least two of
    them; ``likely`` says that a first row mostly is of names, where one is enough. What is seldom
    anything else, an empty corner or years, needs one row below; other names need two.
    """
    first, below = rows[0], rows[1:]
    if not below or len(first) < 2 or not all(first[1:]):
        return False
    names = [name for name in first if name]
    years = [column for column, name in enumerate(first) if is_year(name)]
    words = [name for name in names if not is_year(name)]
    if len(set(names)) < len(names) or not all(map(is_name, words)):
        return False
    if first[0] and not years:
        return likely or len(below) > 1
    if not first[0] and not all(row[0] for row in below if row):
        return False
    if not years:
        return len(first) > 2
    return (
        (bool(words) or not first[0])
        and years[0] > 0
        and len(first) > 2
        and (likely or len(years) > 1)
        and all(map(_holds_values, ([r[c] for r in below if c < len(r)] for c in years)))
    )


def is_name(cell: str) -> bool:
    """Whether a text could name a column: short, no sentence, no number."""
    return len(cell) <= LONGEST_HEADER and not cell[0].isdigit() and not cell.endswith(".")


def is_year(cell: str) -> bool:
    """Whether a text is a year, or a span of two, and nothing else."""
    return _YEAR.fullmatch(cell) is not None


def grouped(first: Sequence[str], second: Sequence[str]) -> list[str] | None:
    """The names of columns that two rows give, or None where they don't.

    "Effectifs | Effectifs" above "2021 | 2022" names "Effectifs 2021 | Effectifs 2022". In the
    first row a cell over several columns stands in each of them; in other columns one of the rows
    is empty, or both are the same cell. A cell over all columns is a caption.
    """
    if len(first) != len(second) or len(set(first)) == 1:
        return None
    names: list[str] = []
    groups = False
    for column, (above, name) in enumerate(zip(first, second, strict=True)):
        beside = [c for c in (column - 1, column + 1) if 0 <= c < len(first)]
        if above and any(first[c] == above for c in beside):
            groups = True
            if not name or not (is_name(name) or is_year(name)) or len(above) > LONGEST_HEADER:
                return None
            if any(first[c] == above and second[c] == name for c in beside):
                return None
            names.append(f"{above.rstrip(' :')} {name}")
        elif above and name and above != name:
            return None
        else:
            names.append(above or name)
    return names if groups else None


def _holds_values(cells: Sequence[str]) -> bool:
    """Whether the cells under a year are something else than years."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and not any(map(is_year, filled))
