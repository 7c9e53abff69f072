"""The lines of a PDF page as pdfium finds them: text, place on the page as shown, size, weight."""

from __future__ import annotations

import ctypes
import re
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ingest.clean import tidy
from ingest.read.page_lines import Line
from ingest.read.pdf_seen import Box, without

if TYPE_CHECKING:
    import pypdfium2

_BOLD: Final = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_LEAST_HEIGHT: Final = 1.0  # points; what is lower can't be read


@dataclass(frozen=True, slots=True)
class _Sheet:
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


def lines_of(
    page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage, unseen: frozenset[int]
) -> Iterator[Line]:
    """The lines of a page in order, without those that nobody can see on it."""
    content = text_page.get_text_range() if text_page.count_chars() > 0 else ""
    if unseen:
        content = without(content, text_page, unseen)
    left, bottom, right, top = page.get_bbox()
    sheet = _Sheet(left, bottom, right - left, top - bottom, page.get_rotation())
    # pdfium takes a hyphen at a line's end, and the break after it, for U+FFFE.
    for found in re.finditer("[^\r\n\ufffe\x02]+([\ufffe\x02]?)", content):
        raw_text = found.group()
        text = tidy(raw_text).strip()
        if not text:
            continue
        first = found.start() + len(raw_text) - len(raw_text.lstrip())
        last = found.start() + len(raw_text.rstrip("\ufffe\x02 \t\u00a0")) - 1
        hyphen = bool(found[1]) or text.endswith("\u00ad")
        line = _placed(text_page, text, hyphen, first, max(first, last), sheet)
        if line is not None:
            yield line


def _placed(
    page: pypdfium2.PdfTextPage, text: str, hyphen: bool, first: int, last: int, sheet: _Sheet
) -> Line | None:
    """The line with its place on the page and the look of its middle letter; None off the page."""
    import pypdfium2
    from pypdfium2 import raw

    width, height = sheet.shown
    try:
        left, bottom, _, above = sheet.place(page.get_charbox(first, loose=True))
        _, _, right, top = sheet.place(page.get_charbox(last, loose=True))
    except (pypdfium2.PdfiumError, IndexError):
        left = bottom = right = top = 0.0
    else:
        outside = right <= 0 or left >= width or top <= 0 or bottom >= height
        if outside or 0 < above - bottom < _LEAST_HEIGHT:
            return None
    middle = (first + last) // 2
    size = raw.FPDFText_GetFontSize(page, middle)
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(page, middle, name, 128, ctypes.byref(flags))
    bold = raw.FPDFText_GetFontWeight(page, middle) >= 600 or bool(
        _BOLD.search(name.value.decode("latin-1"))
    )
    # A font of size 1 that is scaled up says nothing; the box does.
    size = size if size > 3 else statistics.fmean((size, abs(top - bottom)))
    return Line(text, hyphen, round(size, 1), bold, left, right, bottom, height)
