"""What the catalogue holds, written: generations of the index, and their documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select, update

from ingest.types import Event, Text
from pipelines.catalogue.connected import Connected
from pipelines.catalogue.database import changed, fact, set_fact
from pipelines.catalogue.events import events as register
from pipelines.catalogue.events import write_events
from pipelines.catalogue.records import Generation, Record, dump_text, now
from pipelines.catalogue.rows import labels_of, to_row
from pipelines.catalogue.tables import (
    documents,
    families,
    generations,
    labels,
    texts,
    traces,
    unsettled,
)

_ABOUT_DOCUMENTS = (register, labels, texts, traces, families)  # what goes with a document


class Written(Connected):
    """A catalogue that can be written to.

    Every method that writes does so in one transaction, so another process sees all of it or
    nothing.
    """

    # --- generations -------------------------------------------------------------------------

    def live(self) -> Generation | None:
        """The index in force, or None in a library that holds nothing yet."""
        with self.look() as connection:
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
        with self.look() as connection:
            live = fact(connection, "live")
            names = connection.execute(select(generations.c.name)).scalars()
            return [name for name in names if name != live]

    def forget_generation(self, name: str) -> None:
        """Drop what is known of a generation that never went live."""
        with self.begin() as connection:
            for table in (*_ABOUT_DOCUMENTS, documents, unsettled):
                connection.execute(delete(table).where(table.c.generation == name))
            connection.execute(delete(generations).where(generations.c.name == name))

    # --- documents ---------------------------------------------------------------------------

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
        with self.look() as connection:
            return _unsettled(connection, generation)


def _unsettled(connection: Connection, generation: str) -> list[str]:
    query = select(unsettled.c.id).where(unsettled.c.generation == generation)
    return list(connection.execute(query.order_by(unsettled.c.id)).scalars())


def _remove(connection: Connection, generation: str, ids: Sequence[str]) -> None:
    for table in (*_ABOUT_DOCUMENTS, documents):
        for document in ids:
            connection.execute(
                delete(table).where(table.c.generation == generation, table.c.id == document)
            )
