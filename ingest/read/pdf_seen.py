"""What of a PDF page a reader sees: which letters are invisible, and whether the page is a scan.

Text can be drawn in no colour at all. That is how scanners lay recognised text under the picture
of a page, and there it is read; on a page without a picture it is there to be found by machines
only. White text is hidden unless something is painted where it stands.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING, Any, Final

from ingest.read.limits import Clock

if TYPE_CHECKING:
    import pypdfium2

Box = tuple[float, float, float, float]  # left, bottom, right, top
Matrix = tuple[float, float, float, float, float, float]

_WHITE: Final = 0xF5  # each colour at least this light
_SCAN_SHARE: Final = 0.3  # of the page, that pictures cover where a scan lies over its text
_INVISIBLE: Final = (3, 7)  # ways to draw text: not at all, or as the edge of something else
_DEEPEST: Final = 8  # forms inside each other
_MOST_GROUNDS: Final = 2000
_MOST_PATHS: Final = 20_000  # a map has more; what rules tables is among fewer
_AS_IS: Final[Matrix] = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is on a page: anything at all, the share that pictures cover, texts that are not seen,
    and the paths, with how they are placed."""

    anything: bool
    pictured: float
    unseen: frozenset[int]  # addresses of text objects
    paths: Sequence[tuple[Any, Matrix]]


class _Fill:
    """What objects are filled with; made once a page, for there may be one object a letter."""

    def __init__(self) -> None:
        from pypdfium2 import raw

        self._get = raw.FPDFPageObj_GetFillColor
        self._red, self._green, self._blue, self._alpha = (ctypes.c_uint() for _ in range(4))

    def is_pale(self, item: Any) -> bool:
        """Whether an object is filled with nothing or with white."""
        if not self._get(item, self._red, self._green, self._blue, self._alpha):
            return False
        if not self._alpha.value:
            return True
        return min(self._red.value, self._green.value, self._blue.value) >= _WHITE


def drawn(page: pypdfium2.PdfPage, clock: Clock) -> Drawn:
    """Go through what is painted on a page."""
    from pypdfium2 import raw

    pictured = 0.0
    anything = False
    invisible: list[int] = []
    white: list[tuple[int, Box]] = []
    grounds: list[Box] = []
    paths: list[tuple[Any, Matrix]] = []
    fill = _Fill()
    for count, (item, kind, matrix) in enumerate(_objects(page)):
        if not count % 2000:
            clock.check()
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            anything = True
            if raw.FPDFTextObj_GetTextRenderMode(item) in _INVISIBLE:
                invisible.append(ctypes.addressof(item.contents))
            elif fill.is_pale(item):
                white.append((ctypes.addressof(item.contents), _bounds(item, matrix)))
            continue
        if kind == raw.FPDF_PAGEOBJ_PATH:
            if len(paths) < _MOST_PATHS:
                paths.append((item, matrix))
            if fill.is_pale(item):
                continue
        elif kind not in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING):
            continue
        anything = True
        left, bottom, right, top = box = _bounds(item, matrix)
        grounds.append(box)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            pictured += (right - left) * (top - bottom)
    share = pictured / max(1.0, page.get_width() * page.get_height())
    unseen = [] if share >= _SCAN_SHARE else invisible
    # A map has thousands of shapes: the largest are what words can stand on.
    grounds = nlargest(
        _MOST_GROUNDS, grounds, key=lambda box: (box[2] - box[0]) * (box[3] - box[1])
    )
    for count, (address, box) in enumerate(white):
        if not count % 100:
            clock.check()
        if not any(_holds(ground, box) for ground in grounds):
            unseen.append(address)
    return Drawn(anything, share, frozenset(unseen), paths)


def without(content: str, text_page: pypdfium2.PdfTextPage, unseen: frozenset[int]) -> str:
    """The text of a page with a character of no width for each letter that is not seen."""
    from pypdfium2 import raw

    def is_unseen(place: int) -> bool:
        item: Any = raw.FPDFText_GetTextObject(text_page, place)
        return bool(item) and ctypes.addressof(item.contents) in unseen

    return "".join(
        "\u200b" if letter > " " and is_unseen(place) else letter
        for place, letter in enumerate(content)
    )


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[Any, int, Matrix]]:
    """The objects of a page and of the forms on it, their kinds, and how they are placed."""
    from pypdfium2 import raw

    kind_of, is_form = raw.FPDFPageObj_GetType, raw.FPDF_PAGEOBJ_FORM
    pending: list[tuple[Any, Matrix, int]] = [(None, _AS_IS, 0)]
    while pending:
        form, matrix, depth = pending.pop()
        if form is None:
            number, holder, get = raw.FPDFPage_CountObjects(page), page.raw, raw.FPDFPage_GetObject
        else:
            number, holder = raw.FPDFFormObj_CountObjects(form), form
            get = raw.FPDFFormObj_GetObject
        for place in range(number):
            item = get(holder, place)
            if not item:
                continue
            kind = kind_of(item)
            if kind != is_form:
                yield item, kind, matrix
            elif depth < _DEEPEST:
                pending.append((item, times(matrix_of(item), matrix), depth + 1))


def _bounds(item: Any, matrix: Matrix) -> Box:
    from pypdfium2 import raw

    sides = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item, *sides)
    left, bottom, right, top = (side.value for side in sides)
    a, b, c, d, e, f = matrix
    across = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
    up = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
    return min(across), min(up), max(across), max(up)


def _holds(ground: Box, box: Box) -> bool:
    """Whether the middle of a text stands on something painted."""
    across, up = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return ground[0] <= across <= ground[2] and ground[1] <= up <= ground[3]


def matrix_of(form: Any) -> Matrix:
    """How an object is placed in what it is part of."""
    from pypdfium2 import raw

    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(form, found):
        return _AS_IS
    return found.a, found.b, found.c, found.d, found.e, found.f


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """What places something first by the inner and then by the outer matrix."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )
