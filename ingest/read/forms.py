"""Which reader reads which format. A reader is imported when the first file of its kind comes."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Final

from ingest.errors import ReadError
from ingest.read.detect import detect
from ingest.read.limits import Clock, Limits
from ingest.types import Text

# The format, and its reader: a function of (text, limits, clock) or of (bytes, limits, clock).
_OF_TEXT: Final[Mapping[str, str]] = {
    "txt": "plain:read_plain",
    "md": "markdown:read_markdown",
    "html": "html:read_html",
    "csv": "delimited:read_delimited",
}
_OF_BYTES: Final[Mapping[str, str]] = {
    "pdf": "pdf:read_pdf",
    "docx": "docx:read_docx",
    "pptx": "pptx:read_pptx",
    "xlsx": "xlsx:read_xlsx",
    "odt": "odf:read_odt",
    "odp": "odf:read_odp",
    "ods": "odf:read_ods",
    "rtf": "rtf:read_rtf",
    "epub": "epub:read_epub",
    "eml": "mail:read_mail",
    "image": "image:read_image",
}


def read_form(data: bytes, name: str, limits: Limits, clock: Clock) -> Text:
    """The text of a file's bytes, by the reader of the format that its content has.

    Called for files, and by readers for the files inside theirs. Raises :class:`ReadError`.
    """
    if len(data) > limits.max_bytes:
        raise ReadError("TOO_LARGE", f"over {limits.max_bytes} bytes")
    form, text = detect(data, unicodedata.normalize("NFC", name))
    if form in _OF_BYTES:
        return _reader(_OF_BYTES[form])(data, limits, clock)
    return _reader(_OF_TEXT[form])(text, limits, clock)


def _reader(place: str) -> Callable[[Any, Limits, Clock], Text]:
    module, _, function = place.partition(":")
    found: Callable[[Any, Limits, Clock], Text] = getattr(
        import_module(f"ingest.read.{module}"), function
    )
    return found
