"""What is to be done to bring the library in step with files and folders."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ingest.errors import ReadError
from ingest.scan import Found, Refused, digest, is_library, scan
from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.corrections import Corrections, corrections
from pipelines.catalogue.records import Record, document_id
from pipelines.errors import UsageError
from pipelines.overrides import holds, said_of


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done for one path.

    ``trusted`` are files that are surely as they were when last ingested; ``unchanged`` fills with
    the sources of those that turn out to be, as :meth:`work` goes through the files.
    """

    folder: str
    found: tuple[Found, ...]
    refused: tuple[Refused, ...]
    known: dict[str, Record]
    missing: tuple[Record, ...] = ()
    trusted: Collection[Path] = ()
    corrections: Corrections = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many files were found, read or not."""
        return len(self.found) + len(self.refused)

    def work(self) -> Iterator[Found]:
        """The files that are new or differ from what the catalogue knows."""
        for found in self.found:
            known = self.known.get(found.source)
            same_file = known and (found.path in self.trusted or _current(found, known))
            if known and same_file and holds(known.description, self._said(found, known)):
                self.unchanged.append(found.source)
            else:
                yield found

    def _said(self, found: Found, known: Record) -> dict[str, Any]:
        return {**said_of(found), **self.corrections.get(known.id, {})}


def make_plans(
    catalogue: Catalogue, paths: Sequence[Path], trusted: Collection[Path] = ()
) -> list[Plan]:
    """A plan for each file or folder; raises :class:`UsageError` for what isn't there."""
    for path in paths:
        if not path.exists():
            raise UsageError(f"There is no {path}.", f"{path} n'existe pas.")
    folders = catalogue.folders()  # first of all, for it marks a new library's folder as such
    said = corrections(catalogue)
    plans: list[Plan] = []
    for path in paths:
        plans.append(replace(_plan(catalogue, path, folders, trusted), corrections=said))
        if plans[-1].folder not in folders:
            folders.append(plans[-1].folder)
    return plans


def _plan(
    catalogue: Catalogue, path: Path, folders: Sequence[str], trusted: Collection[Path]
) -> Plan:
    try:
        listing = scan(path)
    except ReadError as error:
        raise UsageError(
            f"{path} can't be read. Check that you may list it.",
            f"{path} est illisible. Vérifiez que vous pouvez en lister le contenu.",
        ) from error
    root = listing.root.resolve()
    folder, within = _home(folders, root) or (str(root), "")
    prefix = f"{within}/" if within else ""
    found = tuple(replace(f, source=prefix + f.source) for f in listing.files)
    for file in found:
        said_of(file)  # a library.yaml that can't be followed is told before any file is read
    refused = tuple(replace(r, source=prefix + r.source) for r in listing.refused)
    there = {f.source for f in found} | {r.source for r in refused}
    if not path.is_dir():
        ids = [document_id(folder, source) for source in there]
        records = catalogue.records(folder=folder, ids=ids)
        missing: tuple[Record, ...] = ()
    else:
        records = catalogue.records(folder=folder)
        missing = tuple(r for r in records if r.source.startswith(prefix) and r.source not in there)
    known = {record.source: record for record in records}
    return Plan(folder, found, refused, known, missing, trusted)


def same(found: Found, known: Record) -> bool:
    """Whether a file holds the bytes that were read into the catalogue."""
    try:
        return found.size == known.size and digest(found.path) == known.sha256
    except ReadError:
        return False


def _current(found: Found, known: Record) -> bool:
    return known.state == "current" and same(found, known)


def _home(folders: Sequence[str], root: Path) -> tuple[str, str] | None:
    """The outermost ingested folder that ``root`` lies in, and the way from there: a file that is
    ingested through another folder keeps its one name. Of what lies in a library's own folder none
    outside is the home, for a scan from there doesn't come to it."""
    ways = []
    for folder in folders:
        home = Path(folder).resolve()
        between = root.parents[: root.parents.index(home) + 1] if home in root.parents else ()
        if any(is_library(above) for above in between):
            continue
        if home == root or home in root.parents:
            ways.append((folder, "" if home == root else root.relative_to(home).as_posix()))
    return max(ways, key=lambda way: len(way[1]), default=None)
