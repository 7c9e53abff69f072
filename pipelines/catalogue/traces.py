"""Traces: what the catalogue keeps of a document's text so as to compare it with others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import delete, insert, select

from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.records import VISIBLE
from pipelines.catalogue.tables import documents, traces

VERSION = 1  # a trace of another number is made anew; raise it when signatures or marks change


@dataclass(frozen=True, slots=True)
class Trace:
    """What a document is compared by.

    ``signature`` is the MinHash of its words, uint32 (128,); ``vector`` the mean of its passages'
    vectors, of unit length, float32; ``marks`` are its names and figures.
    """

    document: str
    sha256: str
    signature: np.ndarray
    vector: np.ndarray
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A trace beside what the document's description says; dates are ISO 8601, to the day or to the
    month."""

    trace: Trace
    language: str
    type: str
    start_date: str | None
    end_date: str | None
    deadlines: tuple[str, ...]


def untraced(catalogue: Catalogue, generation: str) -> list[str]:
    """The visible documents that have no trace of the text they hold now, by id."""
    with catalogue.look() as connection:
        held = (
            select(traces.c.id)
            .where(
                traces.c.generation == documents.c.generation,
                traces.c.id == documents.c.id,
                traces.c.sha256 == documents.c.sha256,
                traces.c.version == VERSION,
            )
            .exists()
        )
        query = select(documents.c.id).where(
            documents.c.generation == generation, documents.c.state.in_(VISIBLE), ~held
        )
        return list(connection.execute(query.order_by(documents.c.id)).scalars())


def put_traces(catalogue: Catalogue, generation: str, made: Sequence[Trace]) -> None:
    """Keep these traces in the place of those that their documents had."""
    with catalogue.begin() as connection:
        for trace in made:
            row = (traces.c.generation == generation) & (traces.c.id == trace.document)
            connection.execute(delete(traces).where(row))
            connection.execute(
                insert(traces).values(
                    generation=generation,
                    id=trace.document,
                    sha256=trace.sha256,
                    version=VERSION,
                    signature=trace.signature.astype("<u4").tobytes(),
                    vector=trace.vector.astype("<f4").tobytes(),
                    marks=list(trace.marks),
                )
            )


def known(catalogue: Catalogue, generation: str) -> list[Known]:
    """Every visible document with a trace of the text it holds now, by id."""
    with catalogue.look() as connection:
        query = (
            select(
                traces,
                documents.c.language,
                documents.c.type,
                documents.c.start_date,
                documents.c.end_date,
                documents.c.description["deadlines"].label("deadlines"),
            )
            .join(
                documents,
                (documents.c.generation == traces.c.generation)
                & (documents.c.id == traces.c.id)
                & (documents.c.sha256 == traces.c.sha256),
            )
            .where(
                traces.c.generation == generation,
                traces.c.version == VERSION,
                documents.c.state.in_(VISIBLE),
            )
        )
        return [
            Known(
                Trace(
                    row.id,
                    row.sha256,
                    np.frombuffer(row.signature, dtype="<u4"),
                    np.frombuffer(row.vector, dtype="<f4"),
                    tuple(row.marks),
                ),
                row.language,
                row.type,
                row.start_date,
                row.end_date,
                tuple(deadline["end"] for deadline in row.deadlines or ()),
            )
            for row in connection.execute(query.order_by(traces.c.id))
        ]
