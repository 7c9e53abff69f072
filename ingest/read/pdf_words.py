"""The words of a PDF page as pdfium finds them, and where they stand when the page is upright.

A word is one piece where all its letters stand on one line; raised and lowered letters ("1er",
"450¹", "CO2") are pieces of their own.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import hypot
from typing import TYPE_CHECKING, Final

from ingest.clean import tidy
from ingest.read.limits import Clock
from ingest.read.pdf_seen import Box, without

if TYPE_CHECKING:
    import pypdfium2

# pdfium takes a hyphen at a line's end, and the break after it, for one of these two.
HYPHENS: Final = "\ufffe\x02"
_WORD: Final = re.compile(rf"[^\s{HYPHENS}]+[{HYPHENS}]?")
_DIGIT: Final = re.compile(r"\d")
_SHIFT: Final = 0.08  # of the size, by which a letter that is raised or lowered stands off
_LEAST_HEIGHT: Final = 1.0  # points; what is lower can't be read


@dataclass(frozen=True, slots=True)
class Sheet:
    """The part of a page that is shown, in the page's own points, and how far it is turned."""

    left: float
    bottom: float
    width: float
    height: float
    turned: int  # degrees, clockwise

    @property
    def shown(self) -> tuple[float, float]:
        """Width and height as they are shown."""
        sides = (self.width, self.height)
        return sides if self.turned % 180 == 0 else (sides[1], sides[0])

    def place(self, box: Box) -> Box:
        """Where a box of the page stands in what is shown, from its lower left corner."""
        left, right = box[0] - self.left, box[2] - self.left
        bottom, top = box[1] - self.bottom, box[3] - self.bottom
        if self.turned == 90:
            return bottom, self.width - right, top, self.width - left
        if self.turned == 180:
            return self.width - right, self.height - top, self.width - left, self.height - bottom
        if self.turned == 270:
            return self.height - top, left, self.height - bottom, right
        return left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a piece of one: its text, the numbers of its letters, and where it stands.

    ``base`` is the height of the line that it is written on, ``turned`` how far a reader turns
    the page (degrees, clockwise) to read it; ``hyphen`` says that pdfium found one behind it.
    """

    text: str
    first: int
    last: int
    left: float
    right: float
    base: float
    size: float
    turned: int
    hyphen: bool = False


class Letters:
    """What pdfium knows of each letter of a page, by its number."""

    def __init__(self, page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> None:
        from pypdfium2 import raw

        left, bottom, right, top = page.get_bbox()
        self.page = text_page.raw
        self.turned = page.get_rotation()
        self.sheets = {
            turned: Sheet(left, bottom, right - left, top - bottom, turned)
            for turned in (0, 90, 180, 270)
        }
        self._raw = raw
        self._across, self._up = ctypes.c_double(), ctypes.c_double()
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        # Asked for several times a word, and costly to ask pdfium for.
        self._origins: dict[int, tuple[float, float]] = {}
        self._sizes: dict[int, float] = {}

    def origin(self, letter: int) -> tuple[float, float]:
        """Where a letter stands on its line, in the page's own points."""
        found = self._origins.get(letter)
        if found is None:
            self._raw.FPDFText_GetCharOrigin(self.page, letter, self._across, self._up)
            found = self._origins[letter] = self._across.value, self._up.value
        return found

    def box(self, letter: int) -> Box:
        """The box of a letter with the space around it, in the page's own points."""
        box = self._box
        self._raw.FPDFText_GetLooseCharBox(self.page, letter, box)
        return box.left, box.bottom, box.right, box.top

    def size(self, letter: int) -> float:
        """The size that a letter is seen in: that of its font, as far as it is scaled."""
        found = self._sizes.get(letter)
        if found is None:
            size = float(self._raw.FPDFText_GetFontSize(self.page, letter))
            if self._raw.FPDFText_GetMatrix(self.page, letter, self._matrix):
                size *= hypot(self._matrix.c, self._matrix.d)
            found = self._sizes[letter] = round(size, 1)
        return found

    def base(self, letter: int, turned: int) -> float:
        """The height of the line that a letter stands on, on the page turned that far."""
        across, up = self.origin(letter)
        sheet = self.sheets[turned]
        return up - sheet.bottom if not turned else sheet.place((across, up, across, up))[1]


def words_of(
    letters: Letters, text_page: pypdfium2.PdfTextPage, unseen: frozenset[int], clock: Clock
) -> list[Word]:
    """The words of a page in the order they are painted, without those that nobody can see."""
    content = text_page.get_text_range() if text_page.count_chars() > 0 else ""
    if unseen:
        content = without(content, text_page, unseen)
    words: list[Word] = []
    turned = letters.turned
    for count, found in enumerate(_WORD.finditer(content)):
        if not count % 2000:
            clock.check()
        first, hyphen = found.start(), found[0][-1] in HYPHENS
        last = max(first, found.end() - 1 - hyphen)
        start, end = letters.origin(first), letters.origin(last)
        turned = _direction(start, end) if start != end else turned
        for begin, stop in _pieces(letters, found[0], first, last, turned):
            text = _clean(content[begin : stop + 1])
            word = _word(letters, text, begin, stop, turned, hyphen and stop == last)
            if text and word is not None:
                words.append(word)
    return words


def reading_direction(words: list[Word], default: int) -> int:
    """How far most of a page's text is turned."""
    weights: Counter[int] = Counter()
    for word in words:
        weights[word.turned] += len(word.text)
    return weights.most_common(1)[0][0] if weights else default


def _direction(start: tuple[float, float], end: tuple[float, float]) -> int:
    """How far the page is to be turned for a word that runs from one point to another."""
    across, up = end[0] - start[0], end[1] - start[1]
    if abs(across) >= abs(up):
        return 0 if across > 0 else 180
    return 90 if up > 0 else 270


def _pieces(
    letters: Letters, word: str, first: int, last: int, turned: int
) -> Iterator[tuple[int, int]]:
    """First and last letters of the pieces that stand on different heights."""
    base = letters.base(first, turned)
    shift = _SHIFT * letters.size(first)
    even = first == last or abs(base - letters.base(last, turned)) <= shift
    if even and not _DIGIT.search(word):
        yield first, last
        return
    begin = first
    for place in range(first + 1, last + 1):
        here = letters.base(place, turned)
        if abs(here - base) > shift:
            yield begin, place - 1
            begin = place
        base = here
    yield begin, last


def _word(
    letters: Letters, text: str, first: int, last: int, turned: int, hyphen: bool
) -> Word | None:
    """The word with its place; None where it is too low to be read."""
    sheet = letters.sheets[turned]
    left, bottom, right, top = sheet.place(letters.box(first))
    if 0 < top - bottom < _LEAST_HEIGHT:
        return None
    if first != last:
        right = sheet.place(letters.box(last))[2]
    size = letters.size(first) or round(top - bottom, 1)
    base = letters.base(first, turned)
    return Word(text, first, last, left, right, base, size, turned, hyphen)


@lru_cache(maxsize=10_000)
def _clean(text: str) -> str:
    return tidy(text).strip()
