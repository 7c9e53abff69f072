"""The texts of the documents that tell events, each read once for a question."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from ingest.types import Text
from pipelines.catalogue.catalogue import Catalogue


class Telling(Protocol):
    """A document that tells something, as it is cited."""

    @property
    def document(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def language(self) -> str: ...


class Texts:
    """Called with a telling it gives the text of its document.

    Those that are fetched before are read together, which is many times quicker.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._texts: dict[str, Text] = {}

    def __call__(self, told: Telling) -> Text:
        """The text of a telling's document."""
        self.fetch((told.document,))
        return self._texts[told.document]

    def fetch(self, documents: Iterable[str]) -> None:
        """Read the texts of these documents that were not read yet."""
        missing = [d for d in dict.fromkeys(documents) if d not in self._texts]
        if missing:
            self._texts |= self._catalogue.texts(missing)
