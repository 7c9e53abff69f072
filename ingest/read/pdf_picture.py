"""Draw a PDF page as a picture for text recognition, within limits of size and time."""

from __future__ import annotations

import time
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from ingest.errors import ReadError
from ingest.read.ocr import MOST_PIXELS, RESOLUTION, Picture

if TYPE_CHECKING:
    import pypdfium2

_POINTS: Final = 72


def picture(document: pypdfium2.PdfDocument, number: int, seconds: float) -> Picture | None:
    """A page in grey, as finely as recognition wants it or as its size allows; None out of time.

    Raises ``CORRUPT`` where the page can't be opened.
    """
    import pypdfium2

    try:
        page = document[number]
        try:
            width, height = page.get_size()
            scale = min(RESOLUTION / _POINTS, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
            return _drawn(page, ceil(width * scale), ceil(height * scale), scale, seconds)
        finally:
            page.close()
    except pypdfium2.PdfiumError as error:
        raise ReadError("CORRUPT", f"page {number + 1}: {error}") from error


def _drawn(
    page: pypdfium2.PdfPage, width: int, height: int, scale: float, seconds: float
) -> Picture | None:
    """The page drawn step by step: a page may hold a million lines, and pdfium draws them all."""
    import pypdfium2
    from pypdfium2 import raw

    bitmap = pypdfium2.PdfBitmap.new_native(max(1, width), max(1, height), raw.FPDFBitmap_Gray)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, bitmap.width, bitmap.height)
    until = time.monotonic() + seconds
    # Both are kept here while pdfium holds on to them.
    is_late: Any = dict(raw.IFSDK_PAUSE._fields_)["NeedToPauseNow"](
        lambda _: int(time.monotonic() > until)
    )
    pause = raw.IFSDK_PAUSE(version=1, NeedToPauseNow=is_late)
    flags = raw.FPDF_ANNOT | raw.FPDF_GRAYSCALE
    try:
        status = raw.FPDF_RenderPageBitmap_Start(
            bitmap, page, 0, 0, bitmap.width, bitmap.height, 0, flags, pause
        )
    finally:
        raw.FPDF_RenderPage_Close(page)
    if status != raw.FPDF_RENDER_DONE:
        return None
    head = f"P5 {bitmap.width} {bitmap.height} 255\n".encode("ascii")
    return Picture(head + bitmap.to_numpy().tobytes(), bitmap.width, bitmap.height, scale * _POINTS)
