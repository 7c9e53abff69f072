"""PDF files: the lines that pdfium finds, with where they stand and how large they are set.

Pages without text, as scanners make them, are rendered and recognised where that is installed.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ingest.errors import ReadError
from ingest.read.limits import Clock, Limits
from ingest.read.ocr import (
    MISSING,
    languages,
    page_ranges,
    recognise,
    sure,
)
from ingest.read.page_lines import Line
from ingest.read.pages import compose
from ingest.read.pdf_forms import flatten
from ingest.read.pdf_lines import lines_of
from ingest.read.pdf_picture import picture
from ingest.read.pdf_seen import Drawn, drawn
from ingest.types import Text

if TYPE_CHECKING:
    import pypdfium2

# pdfium keeps state between calls and is not safe in threads.
_LOCK: Final = threading.Lock()
_PASSWORD, _SECURITY = 4, 5  # pdfium's error codes for a file it may not open
_TAIL: Final = 2048
_LENGTH: Final = re.compile(rb"/Linearized\b[^>]{0,200}?/L (\d{1,12})\b")
_DATE: Final = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_FEW_LETTERS: Final = 40  # that a scan may be stamped with
_MOST_OF_PAGE: Final = 0.5


@dataclass(slots=True)
class _Pages:
    """The lines of each page, and the numbers (from 0) of those that are pictures of text."""

    lines: list[list[Line]]
    scans: list[int]


def read_pdf(data: bytes, limits: Limits, clock: Clock) -> Text:
    """The text with page offsets and headings; "ocr_pages" and "unread_pages" among its facts.

    Raises ``CORRUPT`` (damaged or cut short), ``ENCRYPTED``, ``TOO_LARGE``, or ``NO_TEXT``, also
    for a scan where no text recognition is installed.
    """
    if _is_cut(data):
        raise ReadError("CORRUPT", "the end of the file is missing")
    with _LOCK:
        document = _open(data)
    try:
        with _LOCK:
            if len(document) > limits.max_pages:
                raise ReadError("TOO_LARGE", f"{len(document)} pages, over {limits.max_pages}")
            document.init_forms()
            facts = _metadata(document)
            pages = _Pages([], [])
            for number, (lines, scanned) in enumerate(_pages(document, limits, clock)):
                pages.lines.append(lines)
                if scanned:
                    pages.scans.append(number)
        if pages.scans:
            facts |= _recognised(document, pages, limits, clock)
    finally:
        with _LOCK:
            document.close()
    text = compose(pages.lines, facts, limits)
    if not any(map(str.isalnum, text.content)):
        reason = "" if languages() or not pages.scans else f"; {MISSING}"
        raise ReadError("NO_TEXT", f"{len(pages.lines)} pages without text{reason}")
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


def _pages(
    document: pypdfium2.PdfDocument, limits: Limits, clock: Clock
) -> Iterator[tuple[list[Line], bool]]:
    """The lines of each page, and whether it is a picture of text."""
    import pypdfium2

    characters = 0
    for number in range(len(document)):
        clock.check()
        try:
            page, text_page, printed = _page(document, number)
        except pypdfium2.PdfiumError as error:
            raise ReadError("CORRUPT", f"page {number + 1}: {error}") from error
        try:
            characters += max(0, text_page.count_chars())
            if characters > limits.max_characters:
                raise ReadError("TOO_LARGE", f"over {limits.max_characters} characters")
            painted = drawn(page, clock)
            lines = list(lines_of(page, text_page, painted, printed, clock))
            yield lines, _is_scan(lines, painted)
        finally:
            text_page.close()
            page.close()


def _page(
    document: pypdfium2.PdfDocument, number: int
) -> tuple[pypdfium2.PdfPage, pypdfium2.PdfTextPage, int]:
    """A page with what was typed into it, and how many of its characters were printed."""
    page = document[number]
    text_page = page.get_textpage()
    printed = text_page.count_chars()
    if not flatten(page):
        return page, text_page, printed
    text_page.close()
    page.close()
    page = document[number]
    return page, page.get_textpage(), printed


def _is_scan(lines: Sequence[Line], painted: Drawn) -> bool:
    """Whether what a page says is in its pictures: it has no letters, or the few of a stamp."""
    letters = sum(sum(map(str.isalnum, line.text)) for line in lines[:_FEW_LETTERS])
    if not letters:
        return painted.anything
    return letters < _FEW_LETTERS and painted.pictured >= _MOST_OF_PAGE


def _recognised(
    document: pypdfium2.PdfDocument, pages: _Pages, limits: Limits, clock: Clock
) -> dict[str, str]:
    """Put recognised lines in the place of scanned pages; which ones, and which could not be.

    Raises ``TOO_LARGE`` when there are too many and the document has no other text.
    """
    if not languages():
        return {"unread_pages": page_ranges(number + 1 for number in pages.scans)}
    only_scans = len(pages.scans) == len(pages.lines)
    if only_scans and len(pages.scans) > limits.max_ocr_pages:
        raise ReadError("TOO_LARGE", f"over {limits.max_ocr_pages} pages to recognise")
    done, failed = [], pages.scans[limits.max_ocr_pages :]
    for place, number in enumerate(pages.scans[: limits.max_ocr_pages]):
        clock.check()
        try:
            lines = _read_scan(document, number, clock)
        except ReadError:
            if only_scans:
                raise
            failed = pages.scans[place:]
            break
        if lines is None:
            failed.append(number)
        elif sure(lines):
            done.append(number)
            pages.lines[number] = lines
    if only_scans and failed and not done:
        raise ReadError("TOO_LARGE", "no page recognised within its time")
    return {
        "ocr_pages": page_ranges(number + 1 for number in done),
        "unread_pages": page_ranges(number + 1 for number in failed),
    }


def _read_scan(document: pypdfium2.PdfDocument, number: int, clock: Clock) -> list[Line] | None:
    """The lines of one scanned page; None when it takes too long, raises when the file does."""
    limit = clock.page_time()
    started = time.monotonic()
    try:
        with _LOCK:
            page = picture(document, number, limit)
    finally:
        clock.recognising += time.monotonic() - started
    return None if page is None else recognise(page, clock)


def _metadata(document: pypdfium2.PdfDocument) -> dict[str, str]:
    said = {}
    for key in ("Title", "Author", "CreationDate"):
        said[key] = ""
        with suppress(UnicodeDecodeError):
            said[key] = document.get_metadata_value(key)
    date = _DATE.match(said["CreationDate"])
    return {
        "title": said["Title"],
        "author": said["Author"],
        "created": "-".join(date.groups()) if date else "",
    }
