"""Tell a file's format by its content. The name only decides between kinds of plain text."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath
from typing import Final

from ingest.errors import ReadError
from ingest.read.decode import decode

_SUFFIXES: Final = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
}
# Text by content, and still not documents that are read here.
_OTHER_TEXT: Final = frozenset(
    ".csv .tsv .json .jsonl .xml .yaml .yml .toml .ini .cfg .log .eml .ics .vcf .svg .rtf .tex"
    " .css .js .ts .py .sh .bat .ps1 .sql .c .h .java".split()
)
_PDF: Final = b"%PDF-"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES: Final = (  # and sound, and other archives
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"II*\0",
    b"MM\0*",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!\x1a",
    b"BZh",
    b"\xfd7zXZ",
    b"ID3",
    b"OggS",
    b"SQLite format 3\0",
)
_ENCRYPTED_PACKAGE: Final = "EncryptedPackage".encode("utf-16-le")
_HTML: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,4000}?-->\s*)*+<(?:!doctype\s+html|html[\s>]|head[\s>]"
    r"|body[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_TAG: Final = re.compile(
    r"<(?:p|div|h[1-6]|ul|ol|li|table|tr|td|br|article|section|main|span|title|meta)\b[^<>]{0,500}>",
    re.IGNORECASE,
)


def suffix_format(name: str) -> str | None:
    """The format that a file name promises, or None."""
    return _SUFFIXES.get(PurePath(name).suffix.lower())


def detect(data: bytes, name: str) -> tuple[str, str | None]:
    """The format of ``data``, txt, md, html, pdf or docx, and its text where the bytes are text.

    Raises :class:`ReadError`: ``EMPTY``, ``ENCRYPTED`` (Office), ``CORRUPT`` (a broken archive
    named .docx), ``TYPE_MISMATCH`` when the name promises a format that the content is not, and
    ``UNSUPPORTED`` for the rest.
    """
    if not data.strip(b"\0 \t\r\n\f\v"):
        raise ReadError("EMPTY")
    promised = suffix_format(name)
    if _PDF in data[:1024]:
        return "pdf", None
    if data.startswith(_ZIP):
        return _archive(data, promised), None
    if data.startswith(_OLE):
        code = "ENCRYPTED" if _ENCRYPTED_PACKAGE in data else "UNSUPPORTED"
        raise ReadError(code, "a document of Office before 2007, or an encrypted one")
    text = None if data.startswith(_PICTURES) else decode(data)
    if text is None:
        raise ReadError("TYPE_MISMATCH" if promised else "UNSUPPORTED", "neither text nor a format")
    return _kind_of_text(text, name, promised), text


def _archive(data: bytes, promised: str | None) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        code = "CORRUPT" if promised == "docx" else "TYPE_MISMATCH" if promised else "UNSUPPORTED"
        raise ReadError(code, f"broken archive: {error}") from error
    if any(name.startswith("word/") and name.endswith(".xml") for name in names):
        return "docx"
    raise ReadError("TYPE_MISMATCH" if promised else "UNSUPPORTED", "an archive, not a DOCX")


def _kind_of_text(text: str, name: str, promised: str | None) -> str:
    head = text[:20_000].lstrip("\ufeff")
    if _HTML.match(head):
        return "html"
    if head.startswith("{\\rtf"):
        raise ReadError("UNSUPPORTED", "RTF")
    if head.lstrip().startswith("<?xml") and promised != "html":
        raise ReadError("TYPE_MISMATCH" if promised else "UNSUPPORTED", "XML")
    if promised == "html":
        # A fragment without <html> is a page; prose under that name is read as prose.
        return "html" if _TAG.search(head) else "txt"
    if promised in ("pdf", "docx"):
        raise ReadError("TYPE_MISMATCH", "plain text")
    if promised is None and PurePath(name).suffix.lower() in _OTHER_TEXT:
        raise ReadError("UNSUPPORTED", f"a {PurePath(name).suffix} file")
    return promised or "txt"
