"""List the files of a folder that can be ingested, and those that are refused, with the reason."""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ingest.errors import ReadError

# A folder that holds one of these is a library's data, not documents.
MARKERS: Final = frozenset({"catalogue.sqlite", "owner.lock"})
# What systems leave behind.
JUNK: Final = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx"})
# Formats that are surely not read: told at once, without opening the file. Any other file is
# listed, and its content decides.
_UNREAD: Final = frozenset(
    ".gif .bmp .webp .heic .svg .ico .psd .ai .eps .mp3 .wav .ogg .flac .m4a .mp4 .mov .avi .mkv"
    " .webm .wmv .zip .rar .7z .gz .tgz .bz2 .xz .tar .iso .dmg .exe .msi .dll .so .bin .dat .db"
    " .sqlite .pages .key .numbers .mobi .json .jsonl .xml .yaml .yml .msg .mbox .ics .vcf .css"
    " .js .py .ttf .otf .woff .woff2 .log .bak .tmp .part .crdownload".split()
)
_CHUNK: Final = 1024 * 1024
OVERRIDES: Final = "library.yaml"  # no document: what a person says of those beside it


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. ``source`` is its path in the folder: POSIX, Unicode NFC. ``stamp`` are the
    times of its last change, of bytes and of all else, in nanoseconds."""

    path: Path
    source: str
    size: int
    stamp: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that is not read, and the code of :mod:`ingest.errors` that says why."""

    source: str
    code: str


@dataclass(frozen=True, slots=True)
class Folder:
    """What a scan found under ``root``, all in the order of their sources.

    ``libraries`` are the folders that hold a library's data and were not gone into.
    """

    root: Path
    files: tuple[Found, ...] = ()
    refused: tuple[Refused, ...] = ()
    overrides: tuple[Found, ...] = ()
    libraries: tuple[str, ...] = ()


def scan(path: Path) -> Folder:
    """The files under a folder, or one file with its parent as the folder.

    Hidden files, lock files of Office, what systems leave behind and the data of a library are
    passed over. Nothing in the folder makes the scan raise or hang; only a ``path`` that does not
    exist or can't be listed raises ``ReadError("UNREADABLE")``.
    """
    libraries: list[Path] = []
    try:
        mode = path.stat().st_mode
        if not stat.S_ISDIR(mode):
            entries = [path]
            root = path.parent
        else:
            root = path
            entries = list(_walk(path, libraries))
    except (OSError, ValueError) as error:
        raise ReadError("UNREADABLE", f"{path}: {type(error).__name__}") from error
    found: dict[str, Found] = {}
    refused: dict[str, Refused] = {}
    for entry in entries:
        source = _source(entry, root)
        result = _judge(entry, source)
        if isinstance(result, Refused):
            refused[source] = result
        elif source not in found:
            # Two names that differ only in Unicode form are one source: the first is kept.
            found[source] = result
    files = [found[source] for source in sorted(found)]
    return Folder(
        root,
        tuple(file for file in files if file.path.name != OVERRIDES),
        tuple(refused[source] for source in sorted(refused)),
        tuple(file for file in files if file.path.name == OVERRIDES),
        tuple(sorted(_source(folder, root) for folder in libraries)),
    )


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal; raises ``ReadError("UNREADABLE")``."""
    summed = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                summed.update(chunk)
    except (OSError, ValueError) as error:
        raise ReadError("UNREADABLE", type(error).__name__) from error
    return summed.hexdigest()


def is_library(folder: Path) -> bool:
    """Whether a folder holds a library's data, which no scan goes into."""
    return any((folder / name).exists() for name in MARKERS)


def is_passed_over(name: str) -> bool:
    """Whether a scan takes no notice of a file or folder of this name."""
    return name.startswith((".", "~$")) or name.lower() in JUNK


def _walk(root: Path, libraries: list[Path]) -> Iterator[Path]:
    """All entries that are not folders, and folders that can't be entered or lead in a circle.

    ``libraries`` fills with the folders of libraries. Raises ``OSError`` for a root that can't be
    listed.
    """
    pending = [(root, frozenset({_identity(root)}))]
    while pending:
        folder, above = pending.pop()
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError:
            if folder == root:
                raise
            yield folder
            continue
        if any(entry.name in MARKERS for entry in entries):
            libraries.append(folder)
            continue
        for entry in entries:
            if is_passed_over(entry.name):
                continue
            path = folder / entry.name
            try:
                here = _identity(path) if entry.is_dir() else None
            except OSError:
                here = None
            if here is None or here in above:  # a file, or a link to a folder that it lies in
                yield path
            else:
                pending.append((path, above | {here}))


def _judge(path: Path, source: str) -> Found | Refused:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return Refused(source, "UNREADABLE")  # a broken link, or one that leads to itself
    if not stat.S_ISREG(status.st_mode):
        return Refused(source, "UNREADABLE")  # a pipe, a socket, a device, a circle of folders
    if path.suffix.lower() in _UNREAD and path.name != OVERRIDES:
        return Refused(source, "UNSUPPORTED")
    if not os.access(path, os.R_OK):
        return Refused(source, "UNREADABLE")
    return Found(path, source, status.st_size, (status.st_mtime_ns, status.st_ctime_ns))


def _source(path: Path, root: Path) -> str:
    """The path in the folder; bytes that are no text in the name become question marks."""
    plain = path.relative_to(root).as_posix().encode("utf-8", errors="replace").decode("utf-8")
    return unicodedata.normalize("NFC", plain)


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino
