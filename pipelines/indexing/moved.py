"""Documents whose file is found elsewhere than the catalogue has it: none is to be in it twice.

A file that was renamed is known by its bytes. One that was ingested through a folder of its own,
and now through a folder around it, is known by where it lies.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from ingest.errors import ReadError
from ingest.scan import Folder, Found, digest, is_passed_over
from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.records import VISIBLE, Record


def shut(listing: Folder) -> frozenset[str]:
    """What of a folder a scan could not see into: what lies below is not there nor gone."""
    unreadable = (refused.source for refused in listing.refused if refused.code == "UNREADABLE")
    return frozenset((*unreadable, *listing.libraries))


def beneath(source: str, folders: Collection[str]) -> bool:
    """Whether a file lies below one of these folders."""
    return any(str(above) in folders for above in PurePosixPath(source).parents)


def elsewhere(
    catalogue: Catalogue, folders: Sequence[str], home: str, root: Path
) -> Iterator[tuple[str, Record]]:
    """What the catalogue has of ``root`` through other folders than ``home``: each with its way
    from ``root``."""
    for folder in folders:
        other = Path(folder).resolve()
        if folder == home or not (other.is_relative_to(root) or root.is_relative_to(other)):
            continue
        for record in catalogue.records(folder=folder):
            path = other / record.source
            if path.is_relative_to(root):
                way = path.relative_to(root).as_posix()
                yield unicodedata.normalize("NFC", way), record


def is_seen(way: str, closed: Collection[str]) -> bool:
    """Whether a scan comes to this place, if there is anything."""
    return not (any(map(is_passed_over, PurePosixPath(way).parts)) or beneath(way, closed))


def renamed(missing: Sequence[Record], new: Mapping[str, Found]) -> dict[str, Record]:
    """The document that each of these new files, given by id, was until it was renamed.

    Only where its bytes are those of one missing document, and of no other new file.
    """
    gone: dict[str, list[Record]] = defaultdict(list)
    for record in missing:
        if record.state in VISIBLE:
            gone[record.sha256].append(record)
    sizes = {record.size for records in gone.values() for record in records}
    came: dict[str, list[str]] = defaultdict(list)
    for document, found in new.items():
        if found.size in sizes:
            came[_digest(found)].append(document)
    return {
        documents[0]: gone[sha256][0]
        for sha256, documents in came.items()
        if len(documents) == len(gone.get(sha256, ())) == 1
    }


def _digest(found: Found) -> str:
    try:
        return digest(found.path)
    except ReadError:
        return ""
