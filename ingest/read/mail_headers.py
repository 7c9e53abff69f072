"""What the headers of a mail and its parts say, whatever their encoding and however broken."""

from __future__ import annotations

import codecs
import mimetypes
import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Final

from ingest.clean import tidy
from ingest.errors import ReadError
from ingest.read.decode import decode

_LONGEST: Final = 4000  # characters of a header that are looked at
# The library takes the square of its length to go through a header like this.
_LONGEST_CONTENT: Final = 20_000
_CONTENT: Final = re.compile(
    rb"(?:\A|[\r\n])content-[a-z-]{1,40}[ \t]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*|\r[ \t][^\r\n]*)*",
    re.IGNORECASE,
)
# Character sets that our own guess knows better: they are what is declared when nobody thought.
_GUESSED: Final = frozenset({"utf-8", "ascii", "iso8859-1", "cp1252", "iso8859-15"})
_FAMILIES: Final = (
    "iso8859",
    "cp",
    "mac",
    "koi8",
    "utf",
    "gb",
    "big5",
    "shift_jis",
    "euc",
    "iso2022",
)


def check_headers(data: bytes) -> None:
    """Raise ``CORRUPT`` for headers that no mail program writes and that would take long."""
    for found in _CONTENT.finditer(data):
        if found.end() - found.start() > _LONGEST_CONTENT:
            raise ReadError("CORRUPT", "a header without end")


def header(message: Message, name: str) -> str:
    """The first header of a name as one clean line; empty when there is none."""
    for key, value in message.raw_items():
        if key.lower() == name.lower():
            return " ".join(tidy(_decoded(str(value)[:_LONGEST])).split())
    return ""


def day_and_time(message: Message) -> str:
    """When a mail was sent, by its sender's clock: "2022-05-04 09:30"; else empty."""
    try:
        return f"{parsedate_to_datetime(header(message, 'Date')):%Y-%m-%d %H:%M}"
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def file_name(part: Message, number: int) -> str:
    """The name of an attachment, made up of its type and number where it has none."""
    try:
        name = part.get_filename() or ""
    except (ValueError, TypeError, LookupError, AttributeError):
        name = ""
    name = " ".join(tidy(_decoded(name[:_LONGEST])).split()).replace("\\", "/").rpartition("/")[2]
    if not name:
        name = f"attachment-{number}{mimetypes.guess_extension(part.get_content_type()) or ''}"
    return name[-200:]


def payload(part: Message) -> bytes:
    """The bytes of a part, its transfer encoding undone as far as it can be."""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, TypeError, LookupError, AssertionError):
        return b""
    return data if isinstance(data, bytes) else b""


def body_text(part: Message) -> str:
    """The text of a part in the characters that it declares, or that it looks written in."""
    data = payload(part)
    try:
        codec = codecs.lookup(str(part.get_content_charset("utf-8"))).name
    except (LookupError, ValueError, TypeError):
        codec = "utf-8"
    guessed = codec in _GUESSED or not codec.startswith(_FAMILIES)
    text = decode(data) if guessed else None  # which is not sure of very short texts
    known = codec if codec.startswith(_FAMILIES) and codec != "utf-8" else "cp1252"
    return data.decode(known, errors="replace") if text is None else text


def _decoded(value: str) -> str:
    """A header with its encoded words and its raw bytes made letters."""
    raw = value.encode("ascii", "surrogateescape") if value.isascii() or _is_raw(value) else b""
    if raw and b"=?" not in raw:
        return decode(raw) or ""
    try:
        pieces = decode_header(value)
    except (HeaderParseError, ValueError, LookupError, TypeError):
        return value.encode("utf-8", "replace").decode("utf-8")
    parts = []
    for piece, charset in pieces:
        if isinstance(piece, str):
            parts.append(piece.encode("utf-8", "replace").decode("utf-8"))
            continue
        try:
            codec = codecs.lookup(charset or "utf-8").name
        except (LookupError, ValueError):
            codec = "utf-8"
        known = codec.startswith(_FAMILIES) and codec != "utf-8"
        parts.append(piece.decode(codec, "replace") if known else decode(piece) or "")
    return "".join(parts)


def _is_raw(value: str) -> bool:
    """Whether all that is beyond ASCII came as bytes that the parser did not decode."""
    return all(letter < "\x80" or "\udc80" <= letter <= "\udcff" for letter in value)
