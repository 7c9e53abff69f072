"""PDF files: the lines that pdfium finds, with where they stand and how large they are set."""

from __future__ import annotations

import re
import statistics
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from ingest.clean import tidy
from ingest.errors import ReadError
from ingest.read.limits import Clock, Limits
from ingest.read.pages import Line, compose
from ingest.types import Text

if TYPE_CHECKING:
    import pypdfium2

# pdfium keeps state between calls and is not safe in threads.
_LOCK: Final = threading.Lock()
_PASSWORD, _SECURITY = 4, 5  # pdfium's error codes for a file it may not open
_TAIL: Final = 2048
_LENGTH: Final = re.compile(rb"/Linearized\b[^>]{0,200}?/L (\d{1,12})\b")
_BOLD: Final = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_DATE: Final = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


def read_pdf(data: bytes, limits: Limits, clock: Clock) -> Text:
    """The text with page offsets and headings.

    Raises ``CORRUPT`` (damaged or cut short), ``ENCRYPTED``, ``TOO_LARGE``, or ``NO_TEXT`` for a
    scan.
    """
    if _is_cut(data):
        raise ReadError("CORRUPT", "the end of the file is missing")
    with _LOCK:
        document = _open(data)
        try:
            if len(document) > limits.max_pages:
                raise ReadError("TOO_LARGE", f"{len(document)} pages, over {limits.max_pages}")
            metadata = _metadata(document)
            pages = list(_pages(document, limits, clock))
        finally:
            document.close()
    text = compose(pages, metadata, limits)
    if not any(map(str.isalnum, text.content)):
        raise ReadError("NO_TEXT", f"{len(pages)} pages without text")
    return text


def _is_cut(data: bytes) -> bool:
    """Whether the end is missing. pdfium would mend the file and leave out pages in silence."""
    end = data.rfind(b"%%EOF")
    if end < 0 or len(data[end + 5 :].strip(b"\0 \t\r\n")) > _TAIL:
        return True
    linear = _LENGTH.search(data[:_TAIL])
    return linear is not None and len(data) < int(linear[1])


def _open(data: bytes) -> pypdfium2.PdfDocument:
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        refused = (
            raw.FPDF_GetLastError() in (_PASSWORD, _SECURITY) or "password" in str(error).lower()
        )
        raise ReadError("ENCRYPTED" if refused else "CORRUPT", str(error)) from error
    if not pages:
        document.close()
        raise ReadError("CORRUPT", "no pages")
    return document


def _pages(document: pypdfium2.PdfDocument, limits: Limits, clock: Clock) -> Iterator[list[Line]]:
    import pypdfium2

    characters = 0
    for number in range(len(document)):
        clock.check()
        try:
            page = document[number]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError as error:
            raise ReadError("CORRUPT", f"page {number + 1}: {error}") from error
        try:
            characters += max(0, text_page.count_chars())
            if characters > limits.max_characters:
                raise ReadError("TOO_LARGE", f"over {limits.max_characters} characters")
            yield list(_lines(text_page, page.get_height()))
        finally:
            text_page.close()
            page.close()


def _lines(page: pypdfium2.PdfTextPage, height: float) -> Iterator[Line]:
    content = page.get_text_range() if page.count_chars() > 0 else ""
    # pdfium takes a hyphen at a line's end, and the break after it, for U+FFFE.
    for found in re.finditer("[^\r\n\ufffe\x02]+([\ufffe\x02]?)", content):
        raw_text = found.group()
        text = tidy(raw_text).strip()
        if not text:
            continue
        first = found.start() + len(raw_text) - len(raw_text.lstrip())
        last = found.start() + len(raw_text.rstrip("\ufffe\x02 \t\u00a0")) - 1
        hyphen = bool(found[1]) or text.endswith("\u00ad")
        yield _placed(page, text, hyphen, first, max(first, last), height)


def _placed(
    page: pypdfium2.PdfTextPage, text: str, hyphen: bool, first: int, last: int, height: float
) -> Line:
    """The line with its place on the page and the look of its middle letter."""
    import ctypes

    import pypdfium2
    from pypdfium2 import raw

    try:
        left, bottom, _, _ = page.get_charbox(first, loose=True)
        _, _, right, top = page.get_charbox(last, loose=True)
    except (pypdfium2.PdfiumError, IndexError):
        left = bottom = right = top = 0.0
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


def _metadata(document: pypdfium2.PdfDocument) -> dict[str, str]:
    said = document.get_metadata_dict()
    date = _DATE.match(said.get("CreationDate", ""))
    return {
        "title": said.get("Title", ""),
        "author": said.get("Author", ""),
        "created": "-".join(date.groups()) if date else "",
    }
