"""Opening the catalogue's database, and the few facts it keeps about itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event, insert, select, text, update
from sqlalchemy.engine import Engine, make_url

from pipelines.catalogue.tables import SCHEMA, STEPS, facts, metadata
from pipelines.errors import GrappeError


class CatalogueError(GrappeError):
    """The catalogue can't be read, or was written by another version."""


def is_made(url: str) -> bool:
    """Whether there is a catalogue to open; a server is asked when it is opened."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database[0] == ":":
        return True
    return Path(parsed.database).exists()


def open_database(url: str) -> Engine:
    """The engine of a catalogue, its tables made where they are not there.

    Raises :class:`CatalogueError` for a catalogue of another version.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        if parsed.database:
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(parsed)

        @event.listens_for(engine, "connect")
        def _pragmas(connection: Any, _: Any) -> None:
            # WAL: readers go on while an ingest writes. secure_delete: what is deleted is gone.
            for pragma in ("journal_mode=WAL", "foreign_keys=ON", "secure_delete=ON"):
                connection.execute(f"PRAGMA {pragma}")
    else:
        engine = create_engine(parsed, pool_pre_ping=True)
    metadata.create_all(engine)
    with engine.begin() as connection:
        schema = fact(connection, "schema")
        while schema is not None and schema.isdigit() and (step := STEPS.get(int(schema))):
            connection.execute(text(step))
            schema = str(int(schema) + 1)
            set_fact(connection, "schema", schema)
        if schema is None:
            set_fact(connection, "schema", str(SCHEMA))
        elif schema != str(SCHEMA):
            raise CatalogueError(
                f"The catalogue was written by another version (schema {schema}, here {SCHEMA})."
                " Move the library folder away and run `grappe ingest` again.",
                f"Le catalogue vient d'une autre version (schéma {schema}, ici {SCHEMA})."
                " Déplacez le dossier de la bibliothèque et relancez `grappe ingest`.",
            )
    return engine


def fact(connection: Connection, name: str) -> str | None:
    """A fact by its name; None when it was never set."""
    return connection.execute(select(facts.c.value).where(facts.c.name == name)).scalar()


def set_fact(connection: Connection, name: str, value: str) -> None:
    """Set a fact."""
    if connection.execute(update(facts).where(facts.c.name == name).values(value=value)).rowcount:
        return
    connection.execute(insert(facts).values(name=name, value=value))


def changed(connection: Connection) -> None:
    """Note that what is visible may have changed, for every process that caches it."""
    set_fact(connection, "change", str(int(fact(connection, "change") or 0) + 1))
