"""Families: which documents say nearly the same, in the same words or in the other language.

Kept as groups and not as pairs, so that a file copied a thousand times costs a thousand rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, delete, insert, select

from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.database import changed, fact, set_fact
from pipelines.catalogue.records import VISIBLE
from pipelines.catalogue.tables import documents, families

# The same bytes; nearly the same words; the same content in the other language.
Relation = Literal["copy", "near", "translation"]
RELATIONS: tuple[Relation, ...] = ("copy", "near", "translation")
MOST = 10  # related documents told where many documents are listed


@dataclass(frozen=True, slots=True)
class Family:
    """Where a document belongs. ``text`` is shared by those that have nearly the same words;
    ``work`` by those that are one and the same source, in whichever language."""

    text: str
    work: str


@dataclass(frozen=True, slots=True)
class Related:
    """Another document, and what it is to the one in question."""

    document: str
    source: str
    title: str
    language: str
    relation: Relation


class Kinship:
    """The families of the live index, as they were when this was read."""

    def __init__(self, rows: Mapping[str, Any]) -> None:
        self._rows = rows  # by document, in the order of sources
        self._texts: dict[str, list[str]] = {}
        self._works: dict[str, list[str]] = {}
        for document, row in rows.items():
            self._texts.setdefault(row.text, []).append(document)
            self._works.setdefault(row.work, []).append(document)

    def of(self, document: str, most: int | None = None) -> tuple[Related, ...]:
        """The documents related to one, ``most`` of them: copies, then near ones, then
        translations, each by source."""
        mine = self._rows.get(document)
        if mine is None:
            return ()
        ids = dict.fromkeys([*self._texts[mine.text], *self._works[mine.work]])
        found = [_related(self._rows[i], mine) for i in ids if i != document]
        found.sort(key=lambda other: RELATIONS.index(other.relation))
        return tuple(found[:most])

    def work(self, document: str) -> str:
        """The source that a document is a version of: two with the same are one witness."""
        row = self._rows.get(document)
        return row.work if row is not None else document


def kinship(catalogue: Catalogue) -> Kinship:
    """The families of the live index."""
    found: Kinship = catalogue.until_changed("kinship", _read)
    return found


def are_set(catalogue: Catalogue, generation: str) -> bool:
    """Whether nothing changed since the families of ``generation`` were set."""
    with catalogue.look() as connection:
        return fact(connection, "families") == _state(connection, generation)


def set_families(catalogue: Catalogue, generation: str, found: Mapping[str, Family]) -> None:
    """Make ``found``, by document, all the families of a generation."""
    with catalogue.begin() as connection:
        changed(connection)  # first of all: another process that does the same waits here
        connection.execute(delete(families).where(families.c.generation == generation))
        rows = [
            {"generation": generation, "id": document, "text": family.text, "work": family.work}
            for document, family in found.items()
        ]
        if rows:
            connection.execute(insert(families), rows)
        set_fact(connection, "families", _state(connection, generation))


def _read(connection: Connection) -> Kinship:
    query = (
        select(
            families,
            documents.c.sha256,
            documents.c.source,
            documents.c.title,
            documents.c.language,
        )
        .join(
            documents,
            (documents.c.generation == families.c.generation) & (documents.c.id == families.c.id),
        )
        .where(families.c.generation == fact(connection, "live"), documents.c.state.in_(VISIBLE))
        .order_by(documents.c.source, documents.c.id)
    )
    return Kinship({row.id: row for row in connection.execute(query)})


def _related(row: Any, mine: Any) -> Related:
    relation: Relation = "translation"
    if row.text == mine.text:
        relation = "copy" if row.sha256 == mine.sha256 else "near"
    return Related(row.id, row.source, row.title, row.language, relation)


def _state(connection: Connection, generation: str) -> str:
    return f"{generation} {fact(connection, 'change') or 0}"
