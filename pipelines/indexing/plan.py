"""What is to be done to bring the library in step with files and folders."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ingest.errors import ReadError
from ingest.scan import MARKERS, Found, Refused, digest, is_library, scan
from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.corrections import Corrections, corrections, set_correction
from pipelines.catalogue.records import Record, document_id
from pipelines.errors import UsageError
from pipelines.indexing.moved import elsewhere, is_seen, renamed, shut
from pipelines.indexing.overrides import holds, said_of


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done for one path.

    ``moved`` are documents that the catalogue has under another id than the one, given first, that
    their file's place makes now. ``trusted`` are files that are surely as they were when last
    ingested; ``unchanged`` fills with the sources of those that turn out to be, as :meth:`work`
    goes through the files.
    """

    folder: str
    found: tuple[Found, ...]
    refused: tuple[Refused, ...]
    known: dict[str, Record]
    missing: tuple[Record, ...] = ()
    moved: Mapping[str, Record] = field(default_factory=dict)
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


def check_paths(paths: Sequence[Path], library: Path) -> None:
    """Raise :class:`UsageError` for a path that isn't there, and for a folder of a library.

    No scan goes into a library's folder, so that all its documents would count as gone. To be
    called before the library is opened, which makes such a folder of any other.
    """
    for path in paths:
        if not path.exists():
            raise UsageError(f"There is no {path}.", f"{path} n'existe pas.")
        if not path.is_dir():
            continue
        if path.resolve() == library.resolve():
            raise UsageError(
                f"{path} can't hold the documents and be the library's folder too. Give the library"
                " another one with --library.",
                f"{path} ne peut contenir les documents et être aussi le dossier de la"
                " bibliothèque. Donnez-lui un autre dossier avec --library.",
            )
        if is_library(path):
            held = ", ".join(sorted(name for name in MARKERS if (path / name).exists()))
            raise UsageError(
                f"{path} is the folder of a library ({held}), so no document is read from it and"
                " nothing was changed. If it was made there by mistake, move those files away;"
                " --library chooses a library's folder.",
                f"{path} est le dossier d'une bibliothèque ({held}) : aucun document n'y est lu et"
                " rien n'a changé. Si elle y a été créée par erreur, déplacez ces fichiers ;"
                " --library choisit le dossier d'une bibliothèque.",
            )


def make_plans(
    catalogue: Catalogue, paths: Sequence[Path], trusted: Collection[Path] = ()
) -> list[Plan]:
    """A plan for each file or folder, no file in two of them.

    Raises :class:`UsageError` for what can't be read.
    """
    folders = catalogue.folders()
    plans: list[Plan] = []
    # A folder before those in it: what is found through both has its name from the outer one.
    for path in sorted(paths, key=lambda path: len(_root(path).parts)):
        plans.append(_without(plans, _plan(catalogue, path, folders, trusted)))
        if plans[-1].folder not in folders:
            folders.append(plans[-1].folder)
    return _with_renamed(plans)


def carry_corrections(catalogue: Catalogue, plans: Sequence[Plan]) -> list[Plan]:
    """The plans with all that was corrected, also for documents under another id from now on.

    Those keep what they have until they are gone: a run that is broken off loses nothing.
    """
    said = dict(corrections(catalogue))
    for plan in plans:
        held = {record.id for record in plan.known.values()}
        for document, old in plan.moved.items():
            if old.id in said and not (document in said and document in held):
                said[document] = said[old.id]
                set_correction(catalogue, document, said[document])
    return [replace(plan, corrections=said) for plan in plans]


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
    if path.is_dir():
        records = catalogue.records(folder=folder)
    else:
        ids = [document_id(folder, source) for source in there]
        records = catalogue.records(folder=folder, ids=ids)
    listed = [(r.source.removeprefix(prefix), r) for r in records if r.source.startswith(prefix)]
    missing = [(way, record) for way, record in listed if record.source not in there]
    moved: dict[str, Record] = {}
    files = {f.source for f in listing.files}
    for way, record in elsewhere(catalogue, folders, folder, root):
        if way in files:
            moved[document_id(folder, prefix + way)] = record
        elif path.is_dir() and prefix + way not in there:
            missing.append((way, record))
    closed = shut(listing)
    return Plan(
        folder,
        found,
        refused,
        {record.source: record for record in records},
        tuple(record for way, record in missing if is_seen(way, closed)),
        moved,
        trusted,
    )


def _without(earlier: Sequence[Plan], plan: Plan) -> Plan:
    """A plan without what an earlier one does already."""
    held = {(one.folder, file.source) for one in earlier for file in one.found}
    held |= {(one.folder, file.source) for one in earlier for file in one.refused}
    gone = {record.id for one in earlier for record in one.missing}
    return replace(
        plan,
        found=tuple(f for f in plan.found if (plan.folder, f.source) not in held),
        refused=tuple(r for r in plan.refused if (plan.folder, r.source) not in held),
        missing=tuple(record for record in plan.missing if record.id not in gone),
    )


def _with_renamed(plans: Sequence[Plan]) -> list[Plan]:
    """The plans with the documents whose file only has another name now."""
    new = {
        document_id(plan.folder, found.source): found
        for plan in plans
        for found in plan.found
        if found.source not in plan.known
    }
    before = renamed([record for plan in plans for record in plan.missing], new)
    return [
        replace(
            plan,
            moved={
                **{
                    document: before[document]
                    for found in plan.found
                    if (document := document_id(plan.folder, found.source)) in before
                },
                **plan.moved,
            },
        )
        for plan in plans
    ]


def _root(path: Path) -> Path:
    return (path if path.is_dir() else path.parent).resolve()


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
        if between and any(is_library(above) for above in (root, *between)):
            continue
        if home == root or home in root.parents:
            ways.append((folder, "" if home == root else root.relative_to(home).as_posix()))
    return max(ways, key=lambda way: len(way[1]), default=None)
