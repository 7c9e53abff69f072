"""The names that the library's descriptions hold, and those of projects that it was read with."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Connection

from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.database import fact, set_fact
from pipelines.terms.words import words


def name_words(catalogue: Catalogue) -> frozenset[str]:
    """Folded words of projects, organisations, hosts and places of the visible documents."""

    def read(_: Connection) -> frozenset[str]:
        return frozenset(word.folded for name in catalogue.values("name") for word in words(name))

    return catalogue.until_changed("words of names", read)


def known_projects(catalogue: Catalogue, generation: str) -> list[str] | None:
    """The names that documents of ``generation`` were last looked through for; None before that."""
    with catalogue.look() as connection:
        of, names = json.loads(fact(connection, "projects") or "[null, null]")
    return names if of == generation else None


def set_known_projects(catalogue: Catalogue, generation: str, names: Sequence[str]) -> None:
    """Note what the documents of ``generation`` were looked through for."""
    with catalogue.begin() as connection:
        set_fact(connection, "projects", json.dumps([generation, list(names)], ensure_ascii=False))
