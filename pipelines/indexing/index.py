"""Files into the library: read, describe, split, encode, write, then make them current.

The store is written first and the catalogue last, in one transaction a group of documents, so a
search sees whole documents only. What a killed run leaves in the store is invisible, since the
catalogue doesn't hold it, and is cleared by the next run.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pipelines import light  # noqa: F401  (before anything of Haystack)

# isort: split
from haystack import Document, Pipeline
from haystack.components.writers import DocumentWriter
from haystack.core.errors import PipelineRuntimeError
from haystack.document_stores.types import DuplicatePolicy

from ingest.split import split
from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.records import VISIBLE, Record
from pipelines.errors import meant
from pipelines.indexing.reading import Prepared
from pipelines.retrieval.encoders import CONTEXT, Encoder
from pipelines.stores.contract import PassageStore
from pipelines.stores.errors import StoreDamaged

if TYPE_CHECKING:
    from pipelines.settings import Settings

GROUP = 256  # passages encoded at a time; a document becomes current when all of its are written

_RELABELLED = 64  # documents whose passages are held at a time

_PASSAGES = uuid.UUID("5e0d3f0a-7b0f-4c55-9a0e-52a3d1c5b0c7")

# Files done, files to do in all, the file just done: none at the start. Files that turn out to be
# unchanged are no longer counted then.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Target:
    """Where an ingest writes: an index generation, with its store, catalogue and encoder."""

    generation: str
    catalogue: Catalogue
    store: PassageStore
    encoder: Encoder
    settings: Settings


def write(target: Target, prepared: Iterator[Prepared | Record]) -> Iterator[Record]:
    """Write documents group by group; each record is given back once it is what searches see."""
    pipeline = _pipeline(target)
    group: list[Prepared] = []
    for item in prepared:
        document = _cut(target, item) if isinstance(item, Prepared) else item
        if isinstance(document, Record):
            yield _skip(target, document)
            continue
        group.append(document)
        if sum(len(p.passages) for p in group) >= GROUP:
            yield from _write_group(target, pipeline, group)
            group = []
    if group:
        yield from _write_group(target, pipeline, group)


def relabel(target: Target, items: Sequence[Prepared]) -> None:
    """Write what is now known of documents whose passages, with their vectors, stay as they are."""
    for start in range(0, len(items), _RELABELLED):
        group = items[start : start + _RELABELLED]
        ids = [item.record.id for item in group]
        target.catalogue.unsettle(target.generation, ids)
        _rewrite(target, [item.record for item in group])
        target.catalogue.put(
            target.generation,
            [(item.record, item.text) for item in group],
            {item.record.id: item.events for item in group},
        )
        target.catalogue.settle(target.generation, ids)


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
        record.id: record
        for record in target.catalogue.records(VISIBLE, ids=ids, generation=target.generation)
    }
    for document in ids:
        keep = _passages(target, held[document]) if document in held else ()
        target.store.delete_document(document, keep)
    _rewrite(target, list(held.values()))
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
    record, about = item.record, _about(item.record)
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
                CONTEXT: " › ".join([record.title, *passage.headings]),
            },
        )
        for passage in item.passages
    ]


def _about(record: Record) -> dict[str, Any]:
    """What each passage says of its document."""
    description = record.description
    if description is None:
        raise ValueError(f"{record.source} has passages but no description")
    start_date, end_date = description.dates.iso() if description.dates else (None, None)
    return {
        "document": record.id,
        "content_hash": record.sha256,
        "source": record.source,
        "title": description.title.text,
        "type": description.type,
        "projects": list(dict.fromkeys(value.text for value in description.projects)),
        "years": list(description.years),
        "country": description.country.text if description.country else None,
        "sectors": list(dict.fromkeys(value.text for value in description.sectors)),
        "start_date": start_date,
        "end_date": end_date,
    }


def _rewrite(target: Target, records: Sequence[Record]) -> None:
    """Have the passages of documents say of them what their records do."""
    for start in range(0, len(records), _RELABELLED):
        group = {record.id: record for record in records[start : start + _RELABELLED]}
        wanted = {"field": "meta.document", "operator": "in", "value": list(group)}
        passages = [
            replace(passage, meta=passage.meta | _about(group[passage.meta["document"]]))
            for passage in target.store.filter_documents(wanted)
        ]
        if passages:
            target.store.write_documents(passages, DuplicatePolicy.OVERWRITE)


def _pipeline(target: Target) -> Pipeline:
    pipeline = Pipeline()
    pipeline.add_component("encode", target.encoder.passages())
    pipeline.add_component("write", DocumentWriter(target.store, DuplicatePolicy.OVERWRITE))
    pipeline.connect("encode.documents", "write.documents")
    return pipeline


def _cut(target: Target, item: Prepared) -> Prepared | Record:
    """The document with its passages, cut here where no worker could; a record if it has none."""
    record = item.record
    if item.passages or record.description is None:
        return item
    passages = split(
        item.text,
        record.description.language,
        target.encoder.count,
        target.settings.passage_tokens,
    )
    if not passages:
        return replace(record, state="skipped", code="NO_TEXT", description=None)
    return Prepared(replace(record, passages=len(passages)), item.text, passages, item.events)


def _passages(target: Target, record: Record) -> list[str]:
    """The ids of the passages that the text in the catalogue is cut into: its bytes don't tell, for
    they may be read to another text."""
    text = target.catalogue.text(record, target.generation)
    cut = _cut(target, Prepared(record, text))
    return [passage.id for passage in to_documents(cut)] if isinstance(cut, Prepared) else []


def _write_group(target: Target, pipeline: Pipeline, group: Sequence[Prepared]) -> Iterator[Record]:
    ids = [item.record.id for item in group]
    target.catalogue.unsettle(target.generation, ids)
    documents = [document for item in group for document in to_documents(item)]
    try:
        for start in range(0, len(documents), GROUP):  # one document may have thousands
            pipeline.run({"encode": {"documents": documents[start : start + GROUP]}})
    except PipelineRuntimeError as error:
        raise meant(error) from error
    target.catalogue.put(
        target.generation,
        [(item.record, item.text) for item in group],
        {item.record.id: item.events for item in group},
    )
    written: dict[str, list[str]] = {document: [] for document in ids}
    for passage in documents:
        written[passage.meta["document"]].append(passage.id)
    for document, keep in written.items():
        target.store.delete_document(document, keep)
    target.catalogue.settle(target.generation, ids)
    for item in group:
        yield item.record


def _skip(target: Target, record: Record) -> Record:
    """Note why a file was skipped. What was searchable before stays so, marked as outdated."""
    if target.catalogue.records(VISIBLE, ids=[record.id], generation=target.generation):
        target.catalogue.set_state(target.generation, record.id, "outdated", record.code)
    else:
        target.catalogue.put(target.generation, [(record, None)])
    return record
