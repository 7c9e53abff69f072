"""Keeps the library in step with folders, and builds its index anew."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ingest.scan import Found, Refused, digest, scan
from pipelines.catalogue.records import Record
from pipelines.errors import UsageError
from pipelines.index import Prepared, Progress, Target, blank, cut, prepare, remove, settle, write


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did, in files; ``skipped`` pairs each file with the code of its reason."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    passages: int = 0
    skipped: tuple[tuple[str, str], ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done for one path."""

    folder: str
    found: tuple[Found, ...]
    refused: tuple[Refused, ...]
    known: dict[str, Record]
    missing: tuple[Record, ...] = field(default=())


def sync(target: Target, paths: Sequence[Path], keep_missing: bool, progress: Progress) -> Report:
    """Make the library hold what these files and folders hold now.

    Unchanged bytes cost a hash and nothing more. Documents whose file is gone from a folder are
    removed unless ``keep_missing``. Raises :class:`UsageError` for a path that isn't there.
    """
    started = time.perf_counter()
    for path in paths:
        if not path.exists():
            raise UsageError(f"There is no {path}.", f"{path} n'existe pas.")
    settle(target)
    plans = [_plan(target, path) for path in paths]
    total = sum(len(plan.found) + len(plan.refused) for plan in plans)
    counts = {"added": 0, "changed": 0, "unchanged": 0, "passages": 0}
    skipped: list[tuple[str, str]] = []
    done = 0
    for plan in plans:
        unchanged: list[str] = []
        for record in write(target, _work(target, plan, unchanged)):
            done += 1
            if record.code is not None:
                skipped.append((record.source, record.code))
            else:
                before = plan.known.get(record.source)
                counts["changed" if before and before.state != "skipped" else "added"] += 1
                counts["passages"] += record.passages
            progress(done + counts["unchanged"] + len(unchanged), total, record.source)
        counts["unchanged"] += len(unchanged)
    gone = [] if keep_missing else [record for plan in plans for record in plan.missing]
    if gone:
        remove(target, [record.id for record in gone])
    return Report(
        **counts,
        removed=len(gone),
        skipped=tuple(skipped),
        seconds=time.perf_counter() - started,
    )


def rebuild(target: Target, generation: str, progress: Progress) -> Report:
    """Build every document of ``generation`` into ``target``, a new one that nobody sees yet.

    A document is read again where its file still has the bytes it had; where it hasn't, the text
    that the catalogue holds is used, so nothing that was searchable is lost.
    """
    started = time.perf_counter()
    records = target.catalogue.records(generation=generation)
    passages, skipped = 0, []
    work = (_again(record, target) for record in records)
    for done, record in enumerate(write(target, work), start=1):
        passages += record.passages
        if record.code is not None:
            skipped.append((record.source, record.code))
        progress(done, len(records), record.source)
    return Report(
        added=len(records) - len(skipped),
        passages=passages,
        skipped=tuple(skipped),
        seconds=time.perf_counter() - started,
    )


def _work(target: Target, plan: _Plan, unchanged: list[str]) -> Iterator[Prepared | Record]:
    for refused in plan.refused:
        yield replace(blank(plan.folder, refused.source), code=refused.code)
    for found in plan.found:
        known = plan.known.get(found.source)
        if known is not None and known.state == "current" and _same(found, known):
            unchanged.append(found.source)
        else:
            yield prepare(found, plan.folder, target)


def _plan(target: Target, path: Path) -> _Plan:
    listing = scan(path)
    home = _home(target, path.resolve())
    folder = home or listing.root
    within = listing.root.relative_to(folder).as_posix() if home else "."
    prefix = "" if within == "." else f"{within}/"
    found = tuple(replace(f, source=prefix + f.source) for f in listing.files)
    refused = tuple(replace(r, source=prefix + r.source) for r in listing.refused)
    known = {r.source: r for r in target.catalogue.records(folder=str(folder))}
    there = {f.source for f in found} | {r.source for r in refused}
    missing = tuple(
        record
        for source, record in known.items()
        if path.is_dir() and source.startswith(prefix) and source not in there
    )
    return _Plan(str(folder), found, refused, known, missing)


def _home(target: Target, path: Path) -> Path | None:
    """The ingested folder that ``path`` lies in, so that a file keeps its one name."""
    folders = {Path(record.folder) for record in target.catalogue.records()}
    above = [folder for folder in folders if folder == path or folder in path.parents]
    return min(above, key=lambda folder: len(folder.parts), default=None)


def _same(found: Found, known: Record) -> bool:
    try:
        return found.size == known.size and digest(found.path) == known.sha256
    except OSError:
        return False


def _again(record: Record, target: Target) -> Prepared | Record:
    path = Path(record.folder) / record.source
    if record.description is None:
        found = Found(path, record.source, record.size)
        return prepare(found, record.folder, target) if path.exists() else record
    found = Found(path, record.source, record.size)
    if path.is_file() and _same(found, record):
        return prepare(found, record.folder, target)
    text = target.catalogue.text(record)
    passages = cut(text, record.description, target)
    return Prepared(replace(record, passages=len(passages)), text, passages, None)
