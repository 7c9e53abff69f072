"""The SQL catalogue. It decides what is visible: what it doesn't hold as current is never shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from ingest.types import Event, Text
from pipelines.catalogue.database import fact
from pipelines.catalogue.events import Told, events_of, read_register
from pipelines.catalogue.records import VISIBLE, Record, load_text
from pipelines.catalogue.rows import to_record
from pipelines.catalogue.tables import documents, labels, texts
from pipelines.catalogue.written import Written
from pipelines.errors import UsageError

_AT_ONCE = 500  # documents asked for in one query


class Catalogue(Written):
    """The documents of one library."""

    def visible(self) -> dict[str, str]:
        """Content hash by document id, for every document whose passages may be shown."""

        def read(connection: Connection) -> dict[str, str]:
            rows = connection.execute(
                select(documents.c.id, documents.c.sha256).where(
                    documents.c.generation == fact(connection, "live"),
                    documents.c.state.in_(VISIBLE),
                )
            )
            return {row.id: row.sha256 for row in rows}

        return self.until_changed("visible", read)

    def records(
        self,
        states: Sequence[str] = (),
        where: Mapping[str, Sequence[str]] | None = None,
        *,
        folder: str | None = None,
        ids: Sequence[str] | None = None,
        generation: str | None = None,
    ) -> list[Record]:
        """Documents by source, of the live index unless another is named.

        ``where`` maps a label's field (project, year, …) to the values of which one must hold.
        """
        with self.look() as connection:
            query = self._selected(connection, states, where, generation)
            if folder is not None:
                query = query.where(documents.c.folder == folder)
            if ids is not None:
                query = query.where(documents.c.id.in_(list(ids)))
            rows = connection.execute(query.order_by(documents.c.source, documents.c.id))
            return [to_record(row) for row in rows]

    def folders(self) -> list[str]:
        """The folders that documents of the live index came from."""
        with self.look() as connection:
            live = documents.c.generation == fact(connection, "live")
            query = select(documents.c.folder).where(live).distinct()
            return list(connection.execute(query).scalars())

    def find(self, name: str) -> Record:
        """The document with this id, this beginning of an id, or this path in the library.

        Raises :class:`UsageError` when there is none, or more than one.
        """
        name = unicodedata.normalize("NFC", name)
        found = self._matching((documents.c.id == name) | (documents.c.source == name))
        if not found and len(name) >= 4:
            found = self._matching(documents.c.id.startswith(name, autoescape=True))
        if len(found) == 1:
            return found[0]
        if not found:
            raise UsageError(
                f"No document is called {name!r}. `grappe documents` lists them all.",
                f"Aucun document ne s'appelle {name!r}. `grappe documents` les liste tous.",
            )
        names = ", ".join(f"{record.id} ({record.folder})" for record in found)
        raise UsageError(
            f"{name!r} names several documents; use an id: {names}.",
            f"{name!r} désigne plusieurs documents ; utilisez un identifiant : {names}.",
        )

    def _matching(self, condition: ColumnElement[bool]) -> list[Record]:
        with self.look() as connection:
            live = documents.c.generation == fact(connection, "live")
            return [
                to_record(row)
                for row in connection.execute(select(documents).where(live, condition))
            ]

    def text(self, record: Record, generation: str | None = None) -> Text:
        """The text every offset of this document refers to, of the live index unless another is
        named."""
        with self.look() as connection:
            row = connection.execute(
                select(texts).where(
                    texts.c.generation == (generation or fact(connection, "live")),
                    texts.c.id == record.id,
                )
            ).one_or_none()
        if row is None:
            raise UsageError(
                f"{record.source} could not be read ({record.code}), so it has no text.",
                f"{record.source} n'a pas pu être lu ({record.code}) : il n'a pas de texte.",
            )
        return load_text(row, record.format or "")

    def texts(self, ids: Sequence[str], generation: str | None = None) -> dict[str, Text]:
        """The texts of these documents, by id, of those that have one; of the live index unless
        another is named."""
        found: dict[str, Text] = {}
        with self.look() as connection:
            generation = generation or fact(connection, "live")
            query = select(documents.c.format, texts).join(
                documents,
                (documents.c.generation == texts.c.generation) & (documents.c.id == texts.c.id),
            )
            for start in range(0, len(ids), _AT_ONCE):
                wanted = texts.c.id.in_(list(ids[start : start + _AT_ONCE]))
                rows = connection.execute(query.where(texts.c.generation == generation, wanted))
                found |= {row.id: load_text(row, row.format or "") for row in rows}
        return found

    def register(self) -> tuple[Told, ...]:
        """Every event that the visible documents tell, one for each telling."""

        def read(connection: Connection) -> tuple[Told, ...]:
            return read_register(connection)

        found: tuple[Told, ...] = self.until_changed("register", read)
        return found

    def events(self, record: Record, generation: str) -> tuple[Event, ...]:
        """The events that a document of this generation tells."""
        with self.look() as connection:
            return events_of(connection, generation, record.id)

    def values(self, field: str) -> dict[str, int]:
        """How many visible documents carry each value of a label's field, commonest first."""

        def read(connection: Connection) -> dict[str, int]:
            rows = connection.execute(
                select(labels.c.value, func.count())
                .join(
                    documents,
                    (documents.c.id == labels.c.id)
                    & (documents.c.generation == labels.c.generation),
                )
                .where(
                    labels.c.generation == fact(connection, "live"),
                    labels.c.field == field,
                    documents.c.state.in_(VISIBLE),
                )
                .group_by(labels.c.value)
                .order_by(func.count().desc(), labels.c.value)
            )
            return {row[0]: row[1] for row in rows}

        return self.until_changed(f"values of {field}", read)

    def count(
        self,
        states: Sequence[str],
        where: Mapping[str, Sequence[str]] | None = None,
        *,
        generation: str | None = None,
    ) -> int:
        """How many documents :meth:`records` would give."""
        with self.look() as connection:
            query = self._selected(connection, states, where, generation)
            query = query.with_only_columns(func.count())
            return int(connection.execute(query).scalar_one())

    def counts(self) -> dict[str, int]:
        """How many documents are in each state, and under ``passages`` how many passages."""
        with self.look() as connection:
            rows = connection.execute(
                select(documents.c.state, func.count(), func.sum(documents.c.passages))
                .where(documents.c.generation == fact(connection, "live"))
                .group_by(documents.c.state)
            ).all()
        counts = {state: count for state, count, _ in rows}
        return counts | {"passages": sum(passages or 0 for _, _, passages in rows)}

    def _selected(
        self,
        connection: Connection,
        states: Sequence[str],
        where: Mapping[str, Sequence[str]] | None,
        generation: str | None = None,
    ) -> Select[Any]:
        query = select(documents).where(
            documents.c.generation == (generation or fact(connection, "live"))
        )
        if states:
            query = query.where(documents.c.state.in_(states))
        for field, values in (where or {}).items():
            query = query.where(
                select(labels.c.id)
                .where(
                    labels.c.generation == documents.c.generation,
                    labels.c.id == documents.c.id,
                    labels.c.field == field,
                    labels.c.value.in_(list(values)),
                )
                .exists()
            )
        return query
