"""Transactions on the catalogue's database, and what is kept until somebody changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import DatabaseError

from pipelines.catalogue.database import CatalogueError, fact, is_made, open_database


class Connected:
    """A catalogue's database. The constructor opens nothing."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._engine: Engine | None = None
        self._opening = Lock()
        self._kept: tuple[str, dict[str, Any]] = ("", {})  # by the change they were read at

    def change(self) -> str:
        """A mark that is another one as soon as anybody changed what is visible."""
        with self.look() as connection:
            return fact(connection, "change") or "0"

    def until_changed(self, name: str, read: Callable[[Connection], Any]) -> Any:
        """What ``read`` gives, kept until this or another process changes what is visible.

        ``read`` may ask for what else is kept. It must not hold what was asked for before it: that
        may be of an earlier state than the one it is kept for.
        """
        with self.look() as connection:
            change = fact(connection, "change") or "0"
            if self._kept[0] != change:
                self._kept = (change, {})
            kept = self._kept[1]
            if name not in kept:
                kept[name] = read(connection)
            return kept[name]

    @contextmanager
    def look(self) -> Iterator[Connection]:
        """One transaction that only reads; raises as :meth:`begin`.

        Where no catalogue was made yet an empty one is read and none is made: a file of that name
        in a folder says that it is a library's and holds no documents.
        """
        if self._engine is not None or is_made(self._url):
            with self.begin() as connection:
                yield connection
            return
        empty = open_database("sqlite://")
        try:
            with empty.begin() as connection:
                yield connection
        finally:
            empty.dispose()

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """One transaction, in a catalogue that is made where there is none.

        Raises :class:`CatalogueError` for what goes wrong in the database.
        """
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

    def close(self) -> None:
        """Let go of the database."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None
