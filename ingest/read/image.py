"""Pictures of pages: scans and photographs of documents, read by text recognition."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from ingest.errors import ReadError
from ingest.read.limits import Clock, Limits
from ingest.read.ocr import (
    MISSING,
    MOST_PIXELS,
    Picture,
    languages,
    page_ranges,
    recognise,
    sure,
)
from ingest.read.page_lines import Line
from ingest.read.pages import compose
from ingest.types import Text

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS: Final = ("PNG", "JPEG", "TIFF")
_LARGEST: Final = 150_000_000  # pixels, as of an A3 page at 800 dots per inch
_LEAST_SIDE: Final = 200  # pixels; smaller is an icon
_PAPER: Final = 11.7  # inches of the longer side, where the picture doesn't say


def read_image(data: bytes, limits: Limits, clock: Clock) -> Text:
    """The text of a picture, or of each page of a TIFF.

    Raises ``CORRUPT``, ``TOO_LARGE``, or ``NO_TEXT``, also where no text recognition is installed.
    """
    if not languages():
        raise ReadError("NO_TEXT", MISSING)
    pages: list[list[Line]] = []
    unread: list[int] = []
    for number, picture in enumerate(_pictures(data, limits), 1):
        clock.check()
        lines = recognise(picture, clock)
        if lines is None:
            unread.append(number)
        pages.append(lines if lines and sure(lines) else [])
    if unread and not any(pages):
        raise ReadError("TOO_LARGE", "not recognised within the time for a page")
    facts = {"ocr_pages": page_ranges(n for n, page in enumerate(pages, 1) if page)}
    text = compose(pages, facts | {"unread_pages": page_ranges(unread)}, limits, "image")
    if not text.content:
        raise ReadError("NO_TEXT", "a picture without text")
    return text


def _pictures(data: bytes, limits: Limits) -> Iterator[Picture]:
    """The pages of a picture, upright, in grey, and no larger than is of use."""
    from PIL import Image, ImageSequence

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about sizes, which are checked here
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                for number, frame in enumerate(ImageSequence.Iterator(image), 1):
                    if number > limits.max_ocr_pages:
                        raise ReadError("TOO_LARGE", f"over {limits.max_ocr_pages} pages to read")
                    width, height = frame.size
                    if width * height > _LARGEST:
                        raise ReadError("TOO_LARGE", f"a picture of {width} by {height} pixels")
                    if min(width, height) >= _LEAST_SIDE:
                        yield _picture(frame)
    except Image.DecompressionBombError as error:
        raise ReadError("TOO_LARGE", str(error)) from error
    except (
        OSError,
        SyntaxError,
        ValueError,
        TypeError,
        LookupError,
        ArithmeticError,
        EOFError,
        struct.error,
        zlib.error,
    ) as error:  # all that decoders raise for damage
        raise ReadError("CORRUPT", str(error)) from error


def _picture(frame: Image) -> Picture:
    from PIL import Image, ImageOps

    upright = ImageOps.exif_transpose(frame)
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        clear = upright.convert("RGBA")
        upright = Image.new("RGBA", clear.size, "white")
        upright.alpha_composite(clear)
    grey = upright.convert("L")
    stated = frame.info.get("dpi", (0, 0))[0]
    resolution = float(stated) if 60 <= float(stated) <= 1200 else max(grey.size) / _PAPER
    shrink = (MOST_PIXELS / (grey.width * grey.height)) ** 0.5
    if shrink < 1:
        grey = grey.resize((int(grey.width * shrink), int(grey.height * shrink)))
        resolution *= shrink
    head = f"P5 {grey.width} {grey.height} 255\n".encode("ascii")
    return Picture(head + grey.tobytes(), grey.width, grey.height, max(resolution, 70))
