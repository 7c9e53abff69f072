"""Documents that are archives of parts (Office, OpenDocument, EPUB): opened within limits.

Three things are held before any part is parsed. The archive's directory is small enough to go
through; each part, and all that are read together, unpack to no more than the limit, by what they
declare and by what comes out; and XML is parsed by :mod:`ingest.read.safe_xml`. So a small file can
neither grow without bounds nor read another.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from ingest.errors import ReadError
from ingest.read.limits import Limits
from ingest.read.safe_xml import local, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_RATIO: Final = 150  # unpacked to packed; documents written by people reach 30
_RATIO_FROM: Final = 1024 * 1024
_ENTRY: Final = 1024  # bytes that an entry of the directory may take, its name included
_END, _END64 = b"PK\x05\x06", b"PK\x06\x06"
# Titles that programs and templates give; they say nothing.
_NO_TITLE: Final = re.compile(
    r"(?:présentation powerpoint|powerpoint presentation|microsoft powerpoint|(?:diapositive|slide|"
    r"diapo|document|présentation|presentation|classeur|workbook|book|feuille?|sheet) ?\d*|"
    r"(?:titre|title)(?: du document| of (?:the )?document| here| ici)?|document title|"
    r"(?:sans titre|untitled)(?: ?\d+| document)?|modèle|template|"
    r"\[(?:titre|title|nom|name|type|tapez)\b.*\]|"
    r"(?:cliquez|cliquer|click|tapez|type)\b.{0,40}\b(?:titre|title)\b.*)",
    re.IGNORECASE,
)
_RELATED: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@contextmanager
def opened(data: bytes, limits: Limits) -> Iterator[Package]:
    """The archive in ``data``; raises ``CORRUPT``, ``ENCRYPTED`` or ``TOO_LARGE``."""
    _check_directory(data, limits)
    with _damage_told():
        archive = zipfile.ZipFile(io.BytesIO(data))
    with archive:
        if len(archive.infolist()) > limits.max_entries:
            raise ReadError("TOO_LARGE", f"an archive of {len(archive.infolist())} entries")
        yield Package(archive, limits)


class Package:
    """The parts of an open archive, by their names; what is read counts against the limits."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits) -> None:
        self._archive = archive
        self._left = limits.max_unpacked_bytes
        # Some writers use the separator of Windows, or begin names with one.
        self._infos = {
            info.filename.replace("\\", "/").lstrip("/"): info for info in archive.infolist()
        }

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(self._infos)

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, or None when there is none of that name."""
        info = self._infos.get(name)
        if info is None:
            return None
        ratio = info.file_size / max(info.compress_size, 1)
        if info.file_size > self._left or (info.file_size > _RATIO_FROM and ratio > _MOST_RATIO):
            raise ReadError("TOO_LARGE", f"{name} unpacks to {info.file_size} bytes")
        self._left -= info.file_size
        with _damage_told(), self._archive.open(info) as part:
            content = part.read(info.file_size + 1)
        if len(content) > info.file_size:
            raise ReadError("CORRUPT", f"{name} is longer than it says")
        return content

    def xml(self, name: str) -> _Element | None:
        """A part parsed, or None when there is none of that name."""
        content = self.read(name)
        return None if content is None else parse_xml(content)

    def needed(self, name: str) -> _Element:
        """A part without which there is no document; raises ``CORRUPT`` where it is missing."""
        found = self.xml(name)
        if found is None:
            raise ReadError("CORRUPT", f"no {name}")
        return found

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """What an Office part points to inside the archive: its kind and name, by identifier."""
        folder, file = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = {}
        for relation in root.iter(_RELATED) if root is not None else ():
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(
                    posixpath.join("/", folder, unquote(relation.get("Target", "")))
                )
                kind = relation.get("Type", "").rpartition("/")[2]
                found[relation.get("Id", "")] = kind, target.lstrip("/")
        return found

    def main(self, usual: str) -> str:
        """The name of an Office file's main part, which is nearly always the ``usual`` one."""
        if usual in self._infos:
            return usual
        return dict(self.related("").values()).get("officeDocument", usual)


def core_facts(package: Package) -> dict[str, str]:
    """What an Office file says of itself: title, author, created and language."""
    names = {"title": "title", "creator": "author", "created": "created", "language": "language"}
    core = package.xml("docProps/core.xml")
    found = {}
    for element in core if core is not None else ():
        name = names.get(local(element))
        if name:
            found[name] = element.text or ""
    if is_no_title(found.get("title", "")):
        del found["title"]
    return found


def is_no_title(title: str) -> bool:
    """Whether a title that a file states is what its program or template put there."""
    return _NO_TITLE.fullmatch(title.strip()) is not None


def _check_directory(data: bytes, limits: Limits) -> None:
    """Refuse a directory that would take long to go through, by the size that it declares."""
    end = data.rfind(_END, max(0, len(data) - 65_557))
    if end < 0 or len(data) < end + 22:
        return  # zipfile says what is wrong
    size = struct.unpack_from("<L", data, end + 12)[0]
    wide = data.rfind(_END64, max(0, end - 4096), end)
    if wide >= 0 and len(data) >= wide + 56:
        size = max(size if size != 0xFFFFFFFF else 0, struct.unpack_from("<Q", data, wide + 40)[0])
    if size > limits.max_entries * _ENTRY:
        raise ReadError("TOO_LARGE", f"an archive with a directory of {size} bytes")


@contextmanager
def _damage_told() -> Iterator[None]:
    """What the archive module says of damage, as a reason of ours."""
    try:
        yield
    except (NotImplementedError, RecursionError) as error:  # no Office program packs so
        raise ReadError("CORRUPT", str(error)) from error
    except RuntimeError as error:  # zipfile's word for a password
        raise ReadError("ENCRYPTED", str(error)) from error
    except (
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        EOFError,
        ValueError,
        OSError,
        struct.error,
    ) as error:
        raise ReadError("CORRUPT", str(error)) from error
