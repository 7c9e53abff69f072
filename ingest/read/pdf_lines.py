"""The lines of a PDF page, made of the words that stand next to each other."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial, reduce
from statistics import median
from typing import TYPE_CHECKING, Final

from ingest.read.limits import Clock
from ingest.read.page_lines import Line
from ingest.read.pdf_columns import arranged
from ingest.read.pdf_display import spaced, with_drop_caps
from ingest.read.pdf_forms import in_place
from ingest.read.pdf_raised import raised, without_notes
from ingest.read.pdf_rules import grids
from ingest.read.pdf_tables import parted, rows_of
from ingest.read.pdf_words import Letters, Word, reading_direction, words_of
from ingest.sentences import is_item

if TYPE_CHECKING:
    import pypdfium2

# Fonts of signs, whose letters are bullets where a line begins: "Ø", "§", and Word's "o".
_SIGNS: Final = re.compile(r"dingbats|wingding|webding|symbol|courier", re.IGNORECASE)
_BOLD: Final = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
# In sizes of the letters: what stands on one line, about on one (scans are never quite even), is
# smaller, raised, lowered, next, elsewhere.
_LEVEL, _UNEVEN = 0.08, 0.3
_SMALLER, _SMALLEST = 0.85, 0.4
_HIGHEST, _LOWEST = 0.75, -0.35
_CLOSE, _OVERLAP, _FAR = 0.15, 0.4, 1.0
# Dots from an entry of a table of contents to its page.
_LEADERS: Final = re.compile(r"(?: ?[.·…_]){4,300}[ |]{0,9}(?=\d{1,4}$)")


def lines_of(
    page: pypdfium2.PdfPage,
    text_page: pypdfium2.PdfTextPage,
    unseen: frozenset[int],
    printed: int,
    clock: Clock,
) -> Iterator[Line]:
    """The lines of a page in the order of reading, without those that nobody can see on it.

    All but the first ``printed`` letters were typed into the page. What is turned to the rest, as
    along the edge of a page, comes last.
    """
    letters = Letters(page, text_page)
    words = words_of(letters, text_page, unseen, clock)
    main = reading_direction(words, letters.turned)
    upright = with_drop_caps([word for word in words if word.turned == main])
    typed = [word for word in upright if word.first >= printed]
    if typed:
        upright = in_place(upright[: -len(typed)], typed)
    ruled = grids(page, letters.sheets[main]) if upright else []
    for grid, part in parted(upright, ruled):
        rows = partial(_rows, letters=letters)
        lines = rows_of(grid, part, rows) if grid else arranged(rows(part))
        for line in lines:
            text = _LEADERS.sub(" ", line.text)
            yield line if text == line.text else replace(line, text=text, row=True)
    for turned in sorted({word.turned for word in words} - {main}):
        for row in _rows([word for word in words if word.turned == turned], letters):
            for line in row:
                yield replace(line, left=0.0, right=0.0, bottom=0.0)  # where footers stand


def _rows(words: Sequence[Word], letters: Letters) -> Iterator[list[Line]]:
    """Lines, those together that are written to the right of each other at one height."""
    row: list[Line] = []
    before: list[Word] = []
    for run in _runs(words):
        if _is_off(run, letters):
            continue
        if before and not _beside(before, run):
            yield row
            row = []
        row.append(_line(run, letters))
        before = run
    if row:
        yield row


def _runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words next to each other on one line, with what is raised and lowered among them."""
    if not words:
        return
    run, main = [words[0]], words[0]
    for word in words[1:]:
        if _goes_on(run[-1], main, word):
            run.append(word)
            main = _lower(main, word)
        else:
            yield run
            run, main = [word], word
    yield run


def _goes_on(last: Word, main: Word, word: Word) -> bool:
    largest = max(main.size, word.size)
    gap = word.left - last.right
    if last.hyphen or not -_OVERLAP * largest < gap < _FAR * largest:
        return False
    if _about_level(word, main) and not _is_smaller(main, word):
        return True
    return _is_script(word, main, gap) or _is_script(main, word, gap)


def _beside(before: Sequence[Word], run: Sequence[Word]) -> bool:
    following = run[0].left > before[0].left and not before[-1].hyphen
    return following and _about_level(_main(before), _main(run))


def _is_off(run: Sequence[Word], letters: Letters) -> bool:
    """Whether a line is nowhere on the page."""
    width, height = letters.sheets[run[0].turned].shown
    across = run[-1].right <= 0 or run[0].left >= width
    return across or run[0].base + run[0].size <= 0 or run[0].base >= height


def _main(run: Sequence[Word]) -> Word:
    """The last word of a line that is neither raised nor lowered."""
    return reduce(_lower, run)


def _lower(main: Word, word: Word) -> Word:
    """Of two words of a line, the one that is not raised or lowered; the second if both."""
    if main.size <= _SMALLER * word.size:
        return word
    return main if _is_smaller(main, word) or _stands_off(word, main) else word


def _level(one: Word, other: Word) -> bool:
    return abs(one.base - other.base) <= _LEVEL * max(one.size, other.size)


def _about_level(one: Word, other: Word) -> bool:
    return abs(one.base - other.base) <= _UNEVEN * max(one.size, other.size)


def _is_smaller(one: Word, other: Word) -> bool:
    """Whether one of two words is set smaller."""
    return min(one.size, other.size) <= _SMALLER * max(one.size, other.size)


def _stands_off(word: Word, main: Word) -> bool:
    """Whether a word is raised or lowered to one that it follows, without being smaller."""
    follows = word.first - main.last in (1, 3) and word.left - main.right < _CLOSE * main.size
    return follows and len(word.text) <= 3 and abs(word.base - main.base) >= 0.2 * main.size


def _is_script(word: Word, main: Word, gap: float) -> bool:
    """Whether a word is raised or lowered on the line of another."""
    rise = (word.base - main.base) / max(main.size, 1.0)
    if not _LOWEST < rise < _HIGHEST or word.size < _SMALLEST * main.size:
        return False
    small = word.size <= _SMALLER * main.size
    return small or (gap < _CLOSE * main.size and len(word.text) <= 3)


def _line(run: Sequence[Word], letters: Letters) -> Line:
    main = _main(run)
    if _bullet(run, letters):
        run = [replace(run[0], text="•"), *run[1:]]
    text = spaced(run) or without_notes(_text(run))
    middle = run[len(run) // 2]
    return Line(
        text,
        run[-1].hyphen,
        round(median(word.size for word in run for _ in word.text), 1),
        _is_bold(letters, (middle.first + middle.last) // 2),
        run[0].left,
        run[-1].right,
        main.base,
        letters.sheets[main.turned].shown[1],
    )


def _text(run: Sequence[Word]) -> str:
    """The text of a line, its raised letters as they are read."""
    main = run[0]
    text = run[0].text
    if len(run) > 1 and _is_raised(run[0], run[1]):
        text = raised(text, "")
    for before, word, after in zip(run, run[1:], (*run[2:], None), strict=False):
        off = _lower(main, word) is main and not _level(main, word)
        written = word.text
        if off and _is_raised(word, main):
            is_fraction = after is not None and after.text[0] in "/⁄"
            written = written if is_fraction else raised(written, text)
        # pdfium breaks lines at raised letters, and inside words that are turned.
        broken = off or word.first == before.last + 3 or _lower(before, word) is not word
        gap = word.left - before.right
        glued = word.first == before.last + 1 or (
            broken and gap < _CLOSE * max(w.size for w in (main, word))
        )
        main = _lower(main, word)
        if written:
            text += written if glued or text.endswith(" ") else f" {written}"
    return text


def _is_raised(word: Word, main: Word) -> bool:
    """Whether a word is written above a line: smaller than the line, or right behind a word."""
    rise = word.base - main.base
    if word.size <= _SMALLER * main.size:
        return rise >= 0.15 * main.size
    return rise > 0 and _stands_off(word, main)


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
