"""The words of all names that the library's descriptions hold."""

from __future__ import annotations

from sqlalchemy import Connection

from pipelines.catalogue.catalogue import Catalogue
from pipelines.words import words


def name_words(catalogue: Catalogue) -> frozenset[str]:
    """Folded words of projects, organisations, hosts and places of the visible documents."""

    def read(_: Connection) -> frozenset[str]:
        return frozenset(word.folded for name in catalogue.values("name") for word in words(name))

    return catalogue.until_changed("words of names", read)
