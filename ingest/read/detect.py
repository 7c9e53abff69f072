"""Tell a file's format by its content. The name only decides between kinds of plain text."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

from ingest.errors import ReadError
from ingest.read.decode import decode
from ingest.read.limits import Limits
from ingest.read.package import opened

_SUFFIXES: Final = {
    suffix: form
    for form, suffixes in {
        "txt": ".txt .text",
        "md": ".md .markdown",
        "html": ".html .htm .xhtml .xht",
        "csv": ".csv .tsv .tab",
        "pdf": ".pdf",
        "docx": ".docx .docm .dotx .dotm",
        "pptx": ".pptx .pptm .potx .potm .ppsx .ppsm",
        "xlsx": ".xlsx .xlsm .xltx .xltm",
        "odt": ".odt .ott",
        "odp": ".odp .otp",
        "ods": ".ods .ots",
        "rtf": ".rtf",
        "epub": ".epub",
        "eml": ".eml",
        "image": ".png .jpg .jpeg .tif .tiff",
    }.items()
    for suffix in suffixes.split()
}
# Text by content, and still not documents that are read here.
_OTHER_TEXT: Final = frozenset(
    ".json .jsonl .xml .yaml .yml .toml .ini .cfg .log .mbox .ics .vcf .svg .tex"
    " .css .js .ts .py .sh .bat .ps1 .sql .c .h .java".split()
)
_PLAIN: Final = frozenset({"txt", "md", "csv"})
_ARCHIVES: Final = frozenset({"docx", "pptx", "xlsx", "odt", "odp", "ods", "epub"})
_PDF: Final = b"%PDF-"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES: Final = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_OTHERS: Final = (  # pictures, sound and archives that are not read
    b"GIF8",
    b"RIFF",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!\x1a",
    b"BZh",
    b"\xfd7zXZ",
    b"ID3",
    b"OggS",
    b"SQLite format 3\0",
)
# The part that makes an archive of Office what it is, as its list of parts names it.
_OFFICE: Final = re.compile(
    rb"""ContentType\s*=\s*["']application/vnd\.(?:openxmlformats-officedocument\.|ms-)"""
    rb"(word|excel|powerpoint|presentationml|spreadsheetml|wordprocessingml)"
    rb"""\.(?:[\w.-]{1,60}\.)?main(\+xml)?["']"""
)
_OFFICE_FORMS: Final = {b"w": "docx", b"p": "pptx", b"e": "xlsx", b"s": "xlsx"}
_OFFICE_FOLDERS: Final = {"word/": "docx", "ppt/": "pptx", "xl/": "xlsx"}
_MOST_TOLD: Final = 2 * 1024 * 1024  # that an archive says of what it is
_MIMES: Final = {
    b"application/epub+zip": "epub",
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.text-template": "odt",
    b"application/vnd.oasis.opendocument.presentation": "odp",
    b"application/vnd.oasis.opendocument.presentation-template": "odp",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.spreadsheet-template": "ods",
}
_MAIL_SURE: Final = frozenset(
    b"message-id mime-version received return-path delivered-to x-mailer".split()
)
_MAIL: Final = frozenset(b"from to cc subject date".split())
_HEADER: Final = re.compile(rb"([!-9;-~]{1,70})[ \t]*:")
# What files of Office before 2007, and the encrypted ones of today, call their parts.
_ENCRYPTED_PACKAGE: Final = "EncryptedPackage".encode("utf-16-le")
_OLD_OFFICE: Final = tuple(
    name.encode("utf-16-le") for name in ("WordDocument", "Workbook", "Book", "PowerPoint Document")
)
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
    """The format of ``data``, as :mod:`ingest.read.forms` names it, and its text where it is text.

    Raises :class:`ReadError`: ``EMPTY``, ``ENCRYPTED`` and ``OLD_OFFICE`` (Office), ``CORRUPT`` (a
    broken archive named .docx or the like), ``TYPE_MISMATCH`` when the name promises a format that
    the content is not, and ``UNSUPPORTED`` for the rest.
    """
    if not data.strip(b"\0 \t\r\n\f\v"):
        raise ReadError("EMPTY")
    promised = suffix_format(name)
    if data[:1024].lstrip().startswith(b"{\\rtf"):
        return "rtf", None
    if _is_mail(data, promised):
        return "eml", None
    if _PDF in data[:1024]:
        return "pdf", None
    if data.startswith(_ZIP):
        return _archive(data, promised), None
    if data.startswith(_OLE):
        raise ReadError(_ole(data), "a compound file")
    if data.startswith(_IMAGES) and promised in (None, "image"):
        return "image", None
    text = None if data.startswith(_IMAGES + _OTHERS) else decode(data)
    if text is None:
        raise ReadError("TYPE_MISMATCH" if promised else "UNSUPPORTED", "neither text nor a format")
    return _kind_of_text(text, name, promised), text


def _ole(data: bytes) -> str:
    """The reason why a compound file is not read."""
    if _ENCRYPTED_PACKAGE in data:
        return "ENCRYPTED"
    return "OLD_OFFICE" if any(name in data for name in _OLD_OFFICE) else "UNSUPPORTED"


def _archive(data: bytes, promised: str | None) -> str:
    try:
        with opened(data, Limits(max_unpacked_bytes=_MOST_TOLD)) as package:
            mime = (package.read("mimetype") or b"").strip()
            types = package.read("[Content_Types].xml") or b""
            names = package.names
    except ReadError as error:
        if error.code == "CORRUPT" and promised not in _ARCHIVES:
            raise ReadError("TYPE_MISMATCH" if promised else "UNSUPPORTED", error.detail) from error
        raise
    office = _OFFICE.search(types)
    if mime in _MIMES:
        return _MIMES[mime]
    if office and not office[2]:
        raise ReadError("UNSUPPORTED", "a workbook in binary parts (xlsb)")
    if office:
        return _OFFICE_FORMS[office[1][:1]]
    for folder, form in _OFFICE_FOLDERS.items():
        if any(name.startswith(folder) and name.endswith(".xml") for name in names):
            return form
    raise ReadError("TYPE_MISMATCH" if promised else "UNSUPPORTED", "an archive, not a document")


def _is_mail(data: bytes, promised: str | None) -> bool:
    """Whether the bytes begin with the headers of a mail, beyond what a memo begins with."""
    names: set[bytes] = set()
    for count, line in enumerate(data[:16_384].removeprefix(b"\xef\xbb\xbf").splitlines()):
        found = _HEADER.match(line)
        if found:
            names.add(found[1].lower())
        elif line[:1] not in (b" ", b"\t") and not (count == 0 and line.startswith(b"From ")):
            break
    common = len(names & _MAIL)
    return common > 0 if promised == "eml" else common > 1 and not names.isdisjoint(_MAIL_SURE)


def _kind_of_text(text: str, name: str, promised: str | None) -> str:
    head = text[:20_000].lstrip("\ufeff")
    if _HTML.match(head):
        return "html"
    if head.lstrip().startswith("<?xml") and promised != "html":
        raise ReadError("TYPE_MISMATCH" if promised else "UNSUPPORTED", "XML")
    if promised == "html":
        # A fragment without <html> is a page; prose under that name is read as prose.
        return "html" if _TAG.search(head) else "txt"
    if promised and promised not in _PLAIN:
        raise ReadError("TYPE_MISMATCH", "plain text")
    if promised is None and PurePath(name).suffix.lower() in _OTHER_TEXT:
        raise ReadError("UNSUPPORTED", f"a {PurePath(name).suffix} file")
    return promised or "txt"
