"""The SQL catalogue. It decides what is visible: what it doesn't hold as current is never shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, func, insert, select, update
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import DatabaseError

from ingest.types import Event, Text
from pipelines.catalogue.database import CatalogueError, changed, fact, open_database, set_fact
from pipelines.catalogue.events import Told, events_of, read_register, write_events
from pipelines.catalogue.events import events as register
from pipelines.catalogue.records import VISIBLE, Generation, Record, dump_text, load_text, now
from pipelines.catalogue.rows import labels_of, to_record, to_row
from pipelines.catalogue.tables import (
    documents,
    families,
    generations,
    labels,
    texts,
    traces,
    unsettled,
)
from pipelines.errors import UsageError

_ABOUT_DOCUMENTS = (register, labels, texts, traces, families)  # what goes with a document
_AT_ONCE = 500  # documents asked for in one query


class Catalogue:
    """The documents of one library.

    The constructor opens nothing. Every method that writes does so in one transaction, so another
    process sees all of it or nothing.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._engine: Engine | None = None
        self._opening = Lock()
        self._kept: tuple[str, dict[str, Any]] = ("", {})  # by the change they were read at

    # --- generations -------------------------------------------------------------------------

    def live(self) -> Generation | None:
        """The index in force, or None in a library that holds nothing yet."""
        with self.begin() as connection:
            name = fact(connection, "live")
            if name is None:
                return None
            row = connection.execute(select(generations).where(generations.c.name == name)).one()
            return Generation(row.name, row.fingerprint, dict(row.parts), row.created)

    def begin_generation(self, fingerprint: str, parts: dict[str, str]) -> Generation:
        """A new generation that nobody sees until :meth:`go_live`."""
        with self.begin() as connection:
            number = int(fact(connection, "generations") or 0) + 1
            set_fact(connection, "generations", str(number))
            generation = Generation(f"{fingerprint}-{number}", fingerprint, parts, now())
            connection.execute(
                insert(generations).values(
                    name=generation.name,
                    fingerprint=fingerprint,
                    parts=parts,
                    created=generation.created,
                )
            )
            return generation

    def go_live(self, name: str) -> list[str]:
        """Make ``name`` the index in force; the names of those it replaces, now forgotten."""
        with self.begin() as connection:
            others = list(
                connection.execute(
                    select(generations.c.name).where(generations.c.name != name)
                ).scalars()
            )
            for table in (*_ABOUT_DOCUMENTS, documents, unsettled):
                connection.execute(delete(table).where(table.c.generation != name))
            connection.execute(delete(generations).where(generations.c.name != name))
            set_fact(connection, "live", name)
            changed(connection)
            return others

    def unfinished(self) -> list[str]:
        """Generations begun and never made live: what a broken-off rebuild left."""
        with self.begin() as connection:
            live = fact(connection, "live")
            names = connection.execute(select(generations.c.name)).scalars()
            return [name for name in names if name != live]

    def forget_generation(self, name: str) -> None:
        """Drop what is known of a generation that never went live."""
        with self.begin() as connection:
            for table in (*_ABOUT_DOCUMENTS, documents, unsettled):
                connection.execute(delete(table).where(table.c.generation == name))
            connection.execute(delete(generations).where(generations.c.name == name))

    # --- writing -----------------------------------------------------------------------------

    def put(
        self,
        generation: str,
        entries: Sequence[tuple[Record, Text | None]],
        events: Mapping[str, Sequence[Event]] | None = None,
    ) -> None:
        """Make these documents, and their ``events`` by id, what the generation holds."""
        with self.begin() as connection:
            for record, text in entries:
                _remove(connection, generation, [record.id])
                connection.execute(insert(documents).values(to_row(generation, record)))
                if text is not None:
                    connection.execute(
                        insert(texts).values(generation=generation, id=record.id, **dump_text(text))
                    )
                if record.description is not None:
                    rows = [
                        {"generation": generation, "id": record.id, "field": field, "value": value}
                        for field, values in labels_of(record.description).items()
                        for value in values
                    ]
                    if rows:
                        connection.execute(insert(labels), rows)
                write_events(connection, generation, record.id, (events or {}).get(record.id, ()))
            changed(connection)

    def set_state(self, generation: str, document: str, state: str, code: str | None) -> None:
        """Change a document's state and the code of its reason, leaving its text as it is."""
        with self.begin() as connection:
            connection.execute(
                update(documents)
                .where(documents.c.generation == generation, documents.c.id == document)
                .values(state=state, code=code)
            )
            changed(connection)

    def remove(self, generation: str, ids: Sequence[str]) -> None:
        """Forget these documents; from here on none of their passages is shown."""
        with self.begin() as connection:
            _remove(connection, generation, ids)
            changed(connection)

    def unsettle(self, generation: str, ids: Iterable[str]) -> None:
        """Note that the store is about to differ from the catalogue for these documents."""
        with self.begin() as connection:
            held = set(_unsettled(connection, generation))
            rows = [{"generation": generation, "id": i} for i in ids if i not in held]
            if rows:
                connection.execute(insert(unsettled), rows)

    def settle(self, generation: str, ids: Sequence[str]) -> None:
        """Note that store and catalogue agree again for these documents."""
        with self.begin() as connection:
            for document in ids:
                connection.execute(
                    delete(unsettled).where(
                        unsettled.c.generation == generation, unsettled.c.id == document
                    )
                )

    def unsettled(self, generation: str) -> list[str]:
        """The documents a broken-off write left between two states."""
        with self.begin() as connection:
            return _unsettled(connection, generation)

    # --- reading -----------------------------------------------------------------------------

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
        with self.begin() as connection:
            query = self._selected(connection, states, where, generation)
            if folder is not None:
                query = query.where(documents.c.folder == folder)
            if ids is not None:
                query = query.where(documents.c.id.in_(list(ids)))
            rows = connection.execute(query.order_by(documents.c.source, documents.c.id))
            return [to_record(row) for row in rows]

    def folders(self) -> list[str]:
        """The folders that documents of the live index came from."""
        with self.begin() as connection:
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
        with self.begin() as connection:
            live = documents.c.generation == fact(connection, "live")
            return [
                to_record(row)
                for row in connection.execute(select(documents).where(live, condition))
            ]

    def text(self, record: Record, generation: str | None = None) -> Text:
        """The text every offset of this document refers to, of the live index unless another is
        named."""
        with self.begin() as connection:
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

    def texts(self, ids: Sequence[str]) -> dict[str, Text]:
        """The texts of these documents of the live index, by id; of those that have one."""
        found: dict[str, Text] = {}
        with self.begin() as connection:
            live = fact(connection, "live")
            query = select(documents.c.format, texts).join(
                documents,
                (documents.c.generation == texts.c.generation) & (documents.c.id == texts.c.id),
            )
            for start in range(0, len(ids), _AT_ONCE):
                wanted = texts.c.id.in_(list(ids[start : start + _AT_ONCE]))
                rows = connection.execute(query.where(texts.c.generation == live, wanted))
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
        with self.begin() as connection:
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

    def count(self, states: Sequence[str], where: Mapping[str, Sequence[str]] | None = None) -> int:
        """How many documents :meth:`records` would give."""
        with self.begin() as connection:
            query = self._selected(connection, states, where).with_only_columns(func.count())
            return int(connection.execute(query).scalar_one())

    def counts(self) -> dict[str, int]:
        """How many documents are in each state, and under ``passages`` how many passages."""
        with self.begin() as connection:
            rows = connection.execute(
                select(documents.c.state, func.count(), func.sum(documents.c.passages))
                .where(documents.c.generation == fact(connection, "live"))
                .group_by(documents.c.state)
            ).all()
        counts = {state: count for state, count, _ in rows}
        return counts | {"passages": sum(passages or 0 for _, _, passages in rows)}

    def close(self) -> None:
        """Let go of the database."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

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

    def change(self) -> str:
        """A mark that is another one as soon as anybody changed what is visible."""
        with self.begin() as connection:
            return fact(connection, "change") or "0"

    def until_changed(self, name: str, read: Callable[[Connection], Any]) -> Any:
        """What ``read`` gives, kept until this or another process changes what is visible.

        ``read`` may ask for what else is kept. It must not hold what was asked for before it: that
        may be of an earlier state than the one it is kept for.
        """
        with self.begin() as connection:
            change = fact(connection, "change") or "0"
            if self._kept[0] != change:
                self._kept = (change, {})
            kept = self._kept[1]
            if name not in kept:
                kept[name] = read(connection)
            return kept[name]

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """One transaction; raises :class:`CatalogueError` for what goes wrong in the database."""
        try:
            with self._opening:
                if self._engine is None:
                    self._engine = open_database(self._url)
            with self._engine.begin() as connection:
                yield connection
        except DatabaseError as error:
            where = make_url(self._url).render_as_string(hide_password=True)
            raise CatalogueError(
                f"The catalogue at {where} can't be used ({error.orig}). Your files are untouched:"
                " move the library folder away and run `grappe ingest` again to rebuild it.",
                f"Le catalogue {where} est inutilisable ({error.orig}). Vos fichiers sont intacts :"
                " déplacez le dossier de la bibliothèque et relancez `grappe ingest`.",
            ) from error


def _unsettled(connection: Connection, generation: str) -> list[str]:
    query = select(unsettled.c.id).where(unsettled.c.generation == generation)
    return list(connection.execute(query.order_by(unsettled.c.id)).scalars())


def _remove(connection: Connection, generation: str, ids: Sequence[str]) -> None:
    for table in (*_ABOUT_DOCUMENTS, documents):
        for document in ids:
            connection.execute(
                delete(table).where(table.c.generation == generation, table.c.id == document)
            )
