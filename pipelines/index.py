"""Files into the library: read, describe, split, encode, write, then make them current.

The store is written first and the catalogue last, in one transaction a group of documents, so a
search sees whole documents only. What a killed run leaves in the store is invisible, since the
catalogue doesn't hold it, and is cleared by the next run.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines import light  # noqa: F401  (before anything of Haystack)

# isort: split
from haystack import Document, Pipeline
from haystack.components.writers import DocumentWriter
from haystack.core.errors import PipelineRuntimeError
from haystack.document_stores.types import DuplicatePolicy

from ingest.describe import describe
from ingest.errors import ReadError
from ingest.read import Limits, load, read_bytes
from ingest.scan import Found, digest
from ingest.split import split
from ingest.types import Description, Passage, Text
from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.records import VISIBLE, Record, document_id, now
from pipelines.encoders import CONTEXT, Encoder
from pipelines.errors import meant
from pipelines.stores.contract import PassageStore
from pipelines.stores.errors import StoreDamaged

if TYPE_CHECKING:
    from pipelines.settings import Settings

GROUP = 256  # passages encoded and written together; documents are never divided among groups
_TRIES = 3  # times a file that changes while it is read is read again

_PASSAGES = uuid.UUID("5e0d3f0a-7b0f-4c55-9a0e-52a3d1c5b0c7")

Progress = Callable[[int, int, str], None]  # files done, files in all, the file just done


@dataclass(frozen=True, slots=True)
class Target:
    """Where an ingest writes: an index generation, with its store, catalogue and encoder."""

    generation: str
    catalogue: Catalogue
    store: PassageStore
    encoder: Encoder
    settings: Settings


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document ready to be encoded, with the file it came from (None: from the catalogue)."""

    record: Record
    text: Text
    passages: tuple[Passage, ...]
    path: Path | None


def limits(settings: Settings) -> Limits:
    """The reader's limits as the settings give them."""
    return Limits(
        max_bytes=settings.max_file_mb * 1_000_000,
        max_pages=settings.max_pages,
        seconds=settings.read_seconds,
    )


def prepare(found: Found, folder: str, target: Target) -> Prepared | Record:
    """The document in a file; or, when it can't be read, its record with the reason's code."""
    record = blank(folder, found.source, found.size)
    try:
        for _ in range(_TRIES):
            data = load(found.path, limits(target.settings))
            sha256 = hashlib.sha256(data).hexdigest()
            text = read_bytes(data, found.source, limits(target.settings))
            if digest(found.path) == sha256:
                break
        description = describe(text, found.source)
        record = replace(record, sha256=sha256, format=text.format, description=description)
        passages = cut(text, description, target)
        if not passages:
            raise ReadError("NO_TEXT", found.source)
    except ReadError as error:
        return replace(record, description=None, code=error.code)
    except OSError:
        return replace(record, description=None, code="UNREADABLE")
    return Prepared(
        replace(record, state="current", passages=len(passages)), text, passages, found.path
    )


def blank(folder: str, source: str, size: int = 0) -> Record:
    """The record of a file of which nothing is known yet but where it lies."""
    return Record(
        id=document_id(folder, source),
        folder=folder,
        source=source,
        sha256="",
        size=size,
        state="skipped",
        code=None,
        format=None,
        description=None,
        passages=0,
        ingested=now(),
    )


def cut(text: Text, description: Description, target: Target) -> tuple[Passage, ...]:
    """The passages of a text, cut to the size the settings give."""
    return split(text, description.language, target.encoder.count, target.settings.passage_tokens)


def write(target: Target, prepared: Iterator[Prepared | Record]) -> Iterator[Record]:
    """Write documents group by group; each record is given back once it is what searches see."""
    pipeline = _pipeline(target)
    group: list[Prepared] = []
    for item in prepared:
        if isinstance(item, Record):
            yield _skip(target, item)
            continue
        group.append(item)
        if sum(len(p.passages) for p in group) >= GROUP:
            yield from _write_group(target, pipeline, group)
            group = []
    if group:
        yield from _write_group(target, pipeline, group)


def remove(target: Target, ids: Sequence[str]) -> None:
    """Take documents out of catalogue and store; from the first step on no search shows them."""
    target.catalogue.unsettle(target.generation, ids)
    target.catalogue.remove(target.generation, ids)
    for document in ids:
        target.store.delete_document(document)
    target.catalogue.settle(target.generation, ids)


def settle(target: Target) -> None:
    """Clear what a run that was broken off left in the store."""
    ids = target.catalogue.unsettled(target.generation)
    if not ids:
        return
    held = {
        record.id: record.sha256
        for record in target.catalogue.records(VISIBLE, generation=target.generation)
    }
    for document in ids:
        target.store.delete_document(document, keep=held.get(document))
    target.catalogue.settle(target.generation, ids)


def verify(target: Target) -> None:
    """Check that the store holds every passage the catalogue counts, document by document.

    Raises :class:`StoreDamaged`, which says how to rebuild, when it doesn't.
    """
    records = target.catalogue.records(VISIBLE, generation=target.generation)
    held = target.store.facets("meta.document", limit=len(records) + 1) if records else {}
    wrong = [r.source for r in records if held.get(r.id, 0) != r.passages]
    if wrong:
        raise StoreDamaged(target.generation, f"{len(wrong)} documents, such as {wrong[0]}")


def to_documents(item: Prepared) -> list[Document]:
    """A document's passages as Haystack documents, without their vectors."""
    record, description = item.record, item.record.description
    if description is None:
        raise ValueError(f"{record.source} has passages but no description")
    start_date, end_date = description.dates.iso() if description.dates else (None, None)
    about = {
        "document": record.id,
        "content_hash": record.sha256,
        "source": record.source,
        "title": description.title.text,
        "type": description.type,
        "projects": list(dict.fromkeys(value.text for value in description.projects)),
        "years": list(description.years),
        "country": description.country.text if description.country else None,
        "start_date": start_date,
        "end_date": end_date,
    }
    return [
        Document(
            id=str(
                uuid.uuid5(_PASSAGES, f"{record.id}/{record.sha256}/{passage.start}-{passage.end}")
            ),
            content=passage.text,
            meta=about
            | {
                "language": passage.language,
                "headings": list(passage.headings),
                "start": passage.start,
                "end": passage.end,
                "page": passage.page,
                CONTEXT: " › ".join([description.title.text, *passage.headings]),
            },
        )
        for passage in item.passages
    ]


def _pipeline(target: Target) -> Pipeline:
    pipeline = Pipeline()
    pipeline.add_component("encode", target.encoder.passages())
    pipeline.add_component("write", DocumentWriter(target.store, DuplicatePolicy.OVERWRITE))
    pipeline.connect("encode.documents", "write.documents")
    return pipeline


def _write_group(target: Target, pipeline: Pipeline, group: Sequence[Prepared]) -> Iterator[Record]:
    ids = [item.record.id for item in group]
    target.catalogue.unsettle(target.generation, ids)
    documents = [document for item in group for document in to_documents(item)]
    try:
        pipeline.run({"encode": {"documents": documents}})
    except PipelineRuntimeError as error:
        raise meant(error) from error
    target.catalogue.put(target.generation, [(item.record, item.text) for item in group])
    for item in group:
        target.store.delete_document(item.record.id, keep=item.record.sha256)
    target.catalogue.settle(target.generation, ids)
    for item in group:
        yield item.record


def _skip(target: Target, record: Record) -> Record:
    """Note why a file was skipped. What was searchable before stays so, marked as outdated."""
    earlier = [
        known
        for known in target.catalogue.records(VISIBLE, generation=target.generation)
        if known.id == record.id
    ]
    if earlier:
        target.catalogue.set_state(target.generation, record.id, "outdated", record.code)
    else:
        target.catalogue.put(target.generation, [(record, None)])
    return record
