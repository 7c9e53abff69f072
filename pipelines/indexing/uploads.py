"""The library's own folder of files that were uploaded to it.

Threat: a name that comes over the network may lead elsewhere (``../../x``, ``/etc/x``,
``C:\\x``), hold a NUL or a line break, be a ``library.yaml`` that would speak for every upload, be
a ``catalogue.sqlite`` that would keep scans from all of them, or be that of a file which is there.
Rule: only :func:`safe_name` makes names, files are made anew and
never written over, and nothing is opened by the name that was sent.

Files wait in a hidden folder, which no scan goes into, until somebody has looked at what was found
in them.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import shutil
import time
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from ingest.scan import JUNK, MARKERS, OVERRIDES, digest

if TYPE_CHECKING:
    from pipelines.catalogue.catalogue import Catalogue
    from pipelines.catalogue.records import Record
    from pipelines.settings import Settings

_WAITING: Final = ".waiting"
_DAY: Final = 86_400.0  # seconds that files wait at most
_BYTES: Final = 200  # of a name; file systems take 255
_FREE: Final = 512 * 1024 * 1024  # bytes that stay free on the disk
_CHUNK: Final = 1024 * 1024
_PARTS: Final = re.compile(r"[/\\]")


@dataclass(frozen=True, slots=True)
class Waiting:
    """Files that were uploaded together and are not in the library yet.

    ``refused`` pairs the names of those that were not kept with the code of the reason.
    """

    folder: Path
    names: tuple[str, ...]
    refused: tuple[tuple[str, str], ...] = ()


class Uploads:
    """The folder of uploads of one library; it is made when a first file comes."""

    def __init__(self, settings: Settings) -> None:
        self.folder = (settings.library / "uploads").resolve()
        self._most = settings.max_file_mb * 1_000_000

    def take(self, files: Iterable[tuple[str, IO[bytes]]]) -> Waiting:
        """Keep files, given with the names they were sent by, until they are added or dropped."""
        waiting = self.folder / _WAITING
        self._drop_old(waiting)
        folder = waiting / secrets.token_hex(8)
        folder.mkdir(parents=True)
        names: list[str] = []
        refused: list[tuple[str, str]] = []
        for sent, file in files:
            name = unused(folder, safe_name(sent))
            left_behind = {name.lower(), _PARTS.split(sent)[-1].lower()} & JUNK
            code = "UNSUPPORTED" if left_behind else self._write(folder / name, file)
            if code:
                refused.append((name, code))
            else:
                names.append(name)
        return Waiting(folder, tuple(names), tuple(refused))

    def add(self, waiting: Waiting, names: Sequence[str]) -> dict[str, Path]:
        """Move waiting files to where the library reads them; each with its new path.

        One whose bytes an upload already has is not moved: its path is that of the other.
        """
        held = {digest(path): path for path in self._files()}
        added: dict[str, Path] = {}
        for name in names:
            if name not in waiting.names:
                raise ValueError(f"{name!r} was not uploaded")
            path = waiting.folder / name
            known = digest(path)
            if known not in held:
                held[known] = self.folder / unused(self.folder, name)
                path.rename(held[known])
            added[name] = held[known]
        self.drop(waiting)
        return added

    def left(self, catalogue: Catalogue) -> list[Path]:
        """Files that were added and are in no list of documents, as after a run that was broken
        off; not those whose bytes a document has."""
        records = catalogue.records(folder=str(self.folder))
        known = {record.source for record in records}
        held = set(catalogue.visible().values())
        return [
            path
            for path in self._files()
            if unicodedata.normalize("NFC", path.name) not in known and digest(path) not in held
        ]

    def drop(self, waiting: Waiting) -> None:
        """Delete what still waits."""
        shutil.rmtree(waiting.folder, ignore_errors=True)

    def own(self, record: Record) -> bool:
        """Whether a document's file is one that was uploaded."""
        return Path(record.folder) == self.folder and safe_name(record.source) == record.source

    def remove(self, record: Record) -> None:
        """Delete a document's file, if it is the library's own."""
        if self.own(record):
            (self.folder / record.source).unlink(missing_ok=True)

    def _files(self) -> list[Path]:
        """The files that are not waiting any more."""
        return [
            path
            for path in sorted(self.folder.iterdir())
            if path.is_file() and not path.name.startswith(".")
        ]

    def _write(self, path: Path, file: IO[bytes]) -> str | None:
        """Write a file in pieces; the code of the reason why it was not kept, or None."""
        size = 0
        with path.open("xb") as written:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                if size > self._most or shutil.disk_usage(self.folder).free < _FREE:
                    break
                written.write(chunk)
            else:
                return None
        path.unlink()
        return "TOO_LARGE"

    @staticmethod
    def _drop_old(waiting: Path) -> None:
        """Delete what nobody came back for."""
        if not waiting.exists():
            return
        for folder in waiting.iterdir():
            if time.time() - folder.stat().st_mtime > _DAY:
                shutil.rmtree(folder, ignore_errors=True)


def safe_name(sent: str) -> str:
    """A name for a file of ours, as close to the one that was sent as is safe.

    It is one part of a path, in NFC, holds no control or invisible character, does not begin with
    a dot, is not empty, and is short enough for any file system.
    """
    last = _PARTS.split(sent)[-1]
    plain = unicodedata.normalize("NFC", "".join(c if c.isprintable() else " " for c in last))
    plain = re.sub(r'[<>:"|?*]', " ", plain)  # what other systems don't take
    plain = " ".join(plain.encode("utf-8", "ignore").decode().split()).lstrip(".~$ ").rstrip(". ")
    stem, dot, suffix = plain.rpartition(".")
    if not dot or len(suffix) > 8:
        stem, suffix = plain, ""
    while len(f"{stem}.{suffix}".encode()) > _BYTES:
        stem = stem[:-1]
    name = f"{stem.rstrip()}.{suffix}" if suffix else stem.rstrip()
    if not name.strip("."):
        return f"document-{hashlib.sha256(sent.encode('utf-8', 'replace')).hexdigest()[:8]}"
    return f"upload-{name}" if name.lower() in {OVERRIDES, *MARKERS} else name


def unused(folder: Path, name: str) -> str:
    """``name``, or "name (2)" and so on where the folder has such a file."""
    taken = {entry.casefold() for entry in os.listdir(folder)}
    stem, dot, suffix = name.rpartition(".")
    if not dot:
        stem, suffix = name, ""
    number, tried = 1, name
    while tried.casefold() in taken:
        number += 1
        tried = f"{stem} ({number}){dot}{suffix}"
    return tried
