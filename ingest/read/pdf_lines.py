"""The lines of a PDF page, made of the words that stand next to each other."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from ingest.read.limits import Clock
from ingest.read.page_lines import Line
from ingest.read.pdf_columns import arranged, joined_row
from ingest.read.pdf_display import spaced, with_drop_caps
from ingest.read.pdf_forms import in_place
from ingest.read.pdf_raised import without_notes
from ingest.read.pdf_rules import grids
from ingest.read.pdf_runs import CLOSE, about_level, main_of, runs_of, text_of
from ingest.read.pdf_seen import Drawn
from ingest.read.pdf_tables import Part, parted, rows_of
from ingest.read.pdf_unruled import painted
from ingest.read.pdf_words import Letters, Word, reading_direction, words_of
from ingest.sentences import is_item

if TYPE_CHECKING:
    import pypdfium2

# Fonts of signs, whose letters are bullets where a line begins: "Ø", "§", and Word's "o".
_SIGNS: Final = re.compile(r"dingbats|wingding|webding|symbol|courier", re.IGNORECASE)
_BOLD: Final = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_WIDER: Final = 1.6  # times a line's blanks that a gap between columns is at least
# Dots from an entry of a table of contents to its page.
_LEADERS: Final = re.compile(r"(?: ?[.·…_]){4,300}[ |]{0,9}(?=\d{1,4}$)")


def lines_of(
    page: pypdfium2.PdfPage,
    text_page: pypdfium2.PdfTextPage,
    painted: Drawn,
    printed: int,
    clock: Clock,
) -> Iterator[Line]:
    """The lines of a page in the order of reading, without those that nobody can see on it.

    All but the first ``printed`` letters were typed into the page. What is turned to the rest, as
    along the edge of a page, comes last.
    """
    letters = Letters(page, text_page)
    words = words_of(letters, text_page, painted.unseen, clock)
    main = reading_direction(words, letters.turned)
    upright = with_drop_caps([word for word in words if word.turned == main])
    typed = [word for word in upright if word.first >= printed]
    if typed:
        upright = in_place(upright[: -len(typed)], typed)
    ruled = grids(painted.paths, letters.sheets[main]) if upright else []
    for line in _upright(parted(upright, ruled), letters):
        text = _LEADERS.sub(" ", line.text)
        yield line if text == line.text else replace(line, text=text, row=True)
    for turned in sorted({word.turned for word in words} - {main}):
        for row in _rows(runs_of([word for word in words if word.turned == turned]), letters):
            for line in row:
                yield replace(line, left=0.0, right=0.0, bottom=0.0)  # where footers stand


def _upright(parts: Iterable[Part], letters: Letters) -> Iterator[Line]:
    """The lines of what is read upright: the rows of tables, with rules or without, and others."""

    def inside(words: Sequence[Word]) -> Iterator[list[Line]]:
        return _rows(runs_of(words), letters)

    for ruled, words in parts:
        if ruled is not None:
            yield from rows_of(ruled, inside)
            continue
        for table, runs in painted(run for run in runs_of(words) if not _is_off(run, letters)):
            yield from rows_of(table, inside) if table else arranged(_rows(runs, letters))


def _rows(runs: Iterable[list[Word]], letters: Letters) -> Iterator[list[Line]]:
    """Lines, those together that are written to the right of each other at one height."""
    row: list[list[Word]] = []
    for run in runs:
        if _is_off(run, letters):
            continue
        if row and not _beside(row[-1], run):
            yield _parts(row, letters)
            row = []
        row.append(run)
    if row:
        yield _parts(row, letters)


def _parts(row: Sequence[Sequence[Word]], letters: Letters) -> list[Line]:
    """The lines of a row; one where its gaps are the blanks of a line spread over its column."""
    lines = [_line(run, letters) for run in row]
    if len(lines) == 1:
        return lines
    gaps = [right.left - left.right for left, right in pairwise(lines)]
    least = CLOSE * lines[0].size
    blanks = [
        right.left - left.right
        for run in row
        for left, right in pairwise(run)
        if right.left - left.right > least
    ]
    widest = _WIDER * median(blanks) if blanks else 0.0
    parts = lines[:1]
    for line, gap in zip(lines[1:], gaps, strict=True):
        if gap < widest:
            parts[-1] = joined_row((parts[-1], line))
        else:
            parts.append(line)
    return parts


def _beside(before: Sequence[Word], run: Sequence[Word]) -> bool:
    following = run[0].left > before[0].left and not before[-1].hyphen
    return following and about_level(main_of(before), main_of(run))


def _is_off(run: Sequence[Word], letters: Letters) -> bool:
    """Whether a line is nowhere on the page."""
    width, height = letters.sheets[run[0].turned].shown
    across = run[-1].right <= 0 or run[0].left >= width
    return across or run[0].base + run[0].size <= 0 or run[0].base >= height


def _line(run: Sequence[Word], letters: Letters) -> Line:
    main = main_of(run)
    if _bullet(run, letters):
        run = [replace(run[0], text="•"), *run[1:]]
    text = spaced(run) or without_notes(text_of(run))
    middle = run[len(run) // 2]
    return Line(
        text,
        run[-1].hyphen,
        _size(run),
        _is_bold(letters, (middle.first + middle.last) // 2),
        run[0].left,
        run[-1].right,
        main.base,
        letters.sheets[main.turned].shown[1],
    )


def _size(run: Sequence[Word]) -> float:
    """The size that half of the letters of a line are at most set in."""
    sizes = {word.size for word in run}
    if len(sizes) > 1:
        return round(median(word.size for word in run for _ in word.text), 1)
    return sizes.pop()


def _is_bold(letters: Letters, place: int) -> bool:
    from pypdfium2 import raw

    heavy = raw.FPDFText_GetFontWeight(letters.page, place) >= 600
    return heavy or bool(_BOLD.search(_font(letters, place)))


def _bullet(run: Sequence[Word], letters: Letters) -> bool:
    """Whether a line begins with a bullet that a font of signs shows for a letter."""
    first = run[0]
    if len(first.text) > 1 or is_item(first.text + " x") or len(run) == 1:
        return False
    own, text = (_font(letters, word.first) for word in run[:2])
    return own != text and bool(_SIGNS.search(own))


def _font(letters: Letters, place: int) -> str:
    from pypdfium2 import raw

    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(letters.page, place, name, 128, ctypes.byref(flags))
    return name.value.decode("latin-1")
