"""The register of events: one row for each event that a document tells, its cells with their spans.

Rows are written and removed in the transactions that make a document current and take it away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    ForeignKeyConstraint,
    Integer,
    String,
    Table,
    insert,
    select,
)

from ingest.types import Event
from pipelines.catalogue.database import fact
from pipelines.catalogue.records import VISIBLE, dump_event, load_event
from pipelines.catalogue.tables import documents, labels, metadata

events = Table(
    "events",
    metadata,
    Column("generation", String(60), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("number", Integer, primary_key=True),  # from 0, the document's own event first
    Column("kind", String(20), nullable=False),
    Column("status", String(12), nullable=False),
    Column("start_date", String(10)),
    Column("end_date", String(10)),
    Column("cells", JSON, nullable=False),
    ForeignKeyConstraint(
        ["generation", "id"], ["documents.generation", "documents.id"], ondelete="CASCADE"
    ),
)


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one document tells it.

    ``number`` counts a document's events from 0; ``labels`` are the document's own values by
    filter, which hold for an event that says nothing else.
    """

    document: str
    source: str
    title: str
    language: str
    number: int
    event: Event
    labels: Mapping[str, frozenset[str]]


def write_events(
    connection: Connection, generation: str, document: str, told: Iterable[Event]
) -> None:
    """Add a document's events; it has none before, and its row is there."""
    rows = []
    for number, event in enumerate(told):
        start, end = event.dates.iso() if event.dates else (None, None)
        rows.append(
            {
                "generation": generation,
                "id": document,
                "number": number,
                "kind": event.kind,
                "status": event.status,
                "start_date": start,
                "end_date": end,
                "cells": dump_event(event),
            }
        )
    if rows:
        connection.execute(insert(events), rows)


def events_of(connection: Connection, generation: str, document: str) -> tuple[Event, ...]:
    """The events of one document, in order."""
    query = select(events.c.cells).where(events.c.generation == generation, events.c.id == document)
    return tuple(
        load_event(row.cells) for row in connection.execute(query.order_by(events.c.number))
    )


def read_register(connection: Connection) -> tuple[Told, ...]:
    """Every event of the documents that are shown, by source and place in the document."""
    live = fact(connection, "live")
    values: dict[str, dict[str, set[str]]] = {}
    for row in connection.execute(select(labels).where(labels.c.generation == live)):
        values.setdefault(row.id, {}).setdefault(row.field, set()).add(row.value)
    query = (
        select(documents.c.source, documents.c.title, documents.c.language, events)
        .join(
            documents,
            (documents.c.generation == events.c.generation) & (documents.c.id == events.c.id),
        )
        .where(events.c.generation == live, documents.c.state.in_(VISIBLE))
        .order_by(documents.c.source, documents.c.id, events.c.number)
    )
    return tuple(_told(row, values.get(row.id, {})) for row in connection.execute(query))


def _told(row: Any, values: Mapping[str, set[str]]) -> Told:
    return Told(
        document=row.id,
        source=row.source,
        title=row.title or row.source,
        language=row.language or "en",
        number=row.number,
        event=load_event(row.cells),
        labels={name: frozenset(held) for name, held in values.items()},
    )
