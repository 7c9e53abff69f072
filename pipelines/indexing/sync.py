"""Keeps the library in step with folders, and builds its index anew."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.describe import describe
from ingest.register import find_events
from ingest.scan import Found
from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.corrections import set_correction
from pipelines.catalogue.extent import Extent
from pipelines.catalogue.records import Record
from pipelines.indexing.index import Progress, Target, remove, settle, write
from pipelines.indexing.overrides import Said, apply, said_of
from pipelines.indexing.plan import Plan, same
from pipelines.indexing.reading import Prepared, Reader, blank


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did, in files.

    ``skipped`` pairs each file with the code of its reason, ``noted`` each document that holds
    scans or parts that could not be read with what is known of them.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    passages: int = 0
    skipped: tuple[tuple[str, str], ...] = ()
    noted: tuple[tuple[str, Extent], ...] = ()
    seconds: float = 0.0


def sync(
    target: Target,
    plans: Sequence[Plan],
    readings: Iterator[Prepared | Record],
    keep_missing: bool,
    progress: Progress,
) -> Report:
    """Make the library hold what the files and folders of ``plans`` hold now.

    ``readings`` are the documents of the plans' work. Unchanged bytes cost a hash and nothing more.
    Documents whose file is gone from a folder are removed unless ``keep_missing``; those whose file
    is now another document, once that one is searched.
    """
    started = time.perf_counter()
    settle(target)
    files = sum(plan.size for plan in plans)
    before = {record.id: record for plan in plans for record in plan.known.values()}
    counts = {"added": 0, "changed": 0, "passages": 0}
    skipped: list[tuple[str, str]] = []
    noted: list[tuple[str, Extent]] = []
    progress(0, files, "")
    for done, record in enumerate(write(target, _with_refused(plans, readings)), start=1):
        if record.code is not None:
            skipped.append((record.source, record.code))
        else:
            known = before.get(record.id)
            counts["changed" if known and known.state != "skipped" else "added"] += 1
            counts["passages"] += record.passages
            noted += _noted(record)
        progress(done, files - sum(len(plan.unchanged) for plan in plans), record.source)
    gone = _gone(target.catalogue, plans, keep_missing)
    if gone:
        remove(target, [record.id for record in gone])
        moved = {old.id for plan in plans for old in plan.moved.values()}
        for record in gone:
            if record.id in moved:  # what was corrected in it went with its file
                set_correction(target.catalogue, record.id, {})
    return Report(
        **counts,
        unchanged=sum(len(plan.unchanged) for plan in plans),
        removed=len(gone),
        skipped=tuple(skipped),
        noted=tuple(noted),
        seconds=time.perf_counter() - started,
    )


def rebuild(target: Target, generation: str, reader: Reader, progress: Progress) -> Report:
    """Build every document of ``generation`` into ``target``, a new one that nobody sees yet.

    A document is read again where its file still has the bytes it had; where it hasn't, or can no
    longer be read, the text that the catalogue holds is used: nothing searchable is lost.
    """
    started = time.perf_counter()
    records = target.catalogue.records(generation=generation)
    passages, skipped, noted = 0, [], []
    progress(0, len(records), "")
    work = _anew(target.catalogue, records, reader, generation)
    for done, record in enumerate(write(target, work), start=1):
        passages += record.passages
        if record.code is not None:
            skipped.append((record.source, record.code))
        noted += _noted(record)
        progress(done, len(records), record.source)
    return Report(
        added=len(records) - len(skipped),
        passages=passages,
        skipped=tuple(skipped),
        noted=tuple(noted),
        seconds=time.perf_counter() - started,
    )


def redescribe(target: Target, record: Record, said: Said) -> Record:
    """Describe a document anew from the text that the catalogue holds, with what is said of it.

    Its file need not be there any more, and no other version of it is read.
    """
    text = target.catalogue.text(record, target.generation)
    found = Found(Path(record.folder) / record.source, record.source, record.size)
    description = apply(describe(text, record.source), {**said_of(found), **said})
    events = find_events(text, description)
    anew = replace(record, description=description, passages=0)
    return next(write(target, iter([Prepared(anew, text, events=events)])))


def _gone(catalogue: Catalogue, plans: Sequence[Plan], keep_missing: bool) -> list[Record]:
    """The documents that are no longer to be held."""
    missing = {record.id: record for plan in plans for record in plan.missing}
    moved = {old.id: (old, new) for plan in plans for new, old in plan.moved.items()}
    visible = catalogue.visible()
    gone = {i: old for i, (old, _) in moved.items() if i not in missing}
    if not keep_missing:
        gone |= missing
    return [record for i, record in gone.items() if i not in moved or moved[i][1] in visible]


def _noted(record: Record) -> list[tuple[str, Extent]]:
    extent = record.extent
    return [(record.source, extent)] if extent and (extent.ocr_pages or not extent.whole) else []


def _with_refused(
    plans: Sequence[Plan], readings: Iterator[Prepared | Record]
) -> Iterator[Prepared | Record]:
    for plan in plans:
        for refused in plan.refused:
            yield blank(plan.folder, refused.source, code=refused.code)
    yield from readings


def _anew(
    catalogue: Catalogue, records: Sequence[Record], reader: Reader, generation: str
) -> Iterator[Prepared | Record]:
    known = {record.id: record for record in records}
    kept: list[Record] = []  # from the catalogue's text

    def files() -> Iterator[tuple[str, Found]]:
        for record in records:
            path = Path(record.folder) / record.source
            found = Found(path, record.source, record.size)
            if path.is_file() and (record.description is None or same(found, record)):
                yield record.folder, found
            else:
                kept.append(record)

    for item in reader.read(files()):
        record = item if isinstance(item, Record) else item.record
        if isinstance(item, Record) and known[record.id].description is not None:
            kept.append(known[record.id])
        else:
            yield item
    for record in kept:
        if record.description is None:
            yield record
        else:
            text, events = catalogue.text(record), catalogue.events(record, generation)
            yield Prepared(replace(record, passages=0), text, events=events)
