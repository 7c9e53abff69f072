"""Haystack components around the bundled encoder; they take the place of any Haystack embedder."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from haystack import Document, component, default_from_dict, default_to_dict

from encoder.bundled import BundledEncoder


@lru_cache(maxsize=2)
def bundled_encoder(directory: str | None, threads: int | None) -> BundledEncoder:
    """One model in memory, whichever components use it."""
    return BundledEncoder(Path(directory) if directory else None, threads)


@component
class BundledTextEmbedder:
    """Turns a query into a unit vector of 384 numbers.

    >>> BundledTextEmbedder().run("Who hosted the exchange?")["embedding"]  # doctest: +SKIP
    """

    def __init__(self, directory: str | None = None, threads: int | None = None) -> None:
        self.directory = directory
        self.threads = threads
        self.encoder = bundled_encoder(directory, threads)

    def to_dict(self) -> dict[str, Any]:
        """What :meth:`from_dict` makes the same component from."""
        return default_to_dict(self, directory=self.directory, threads=self.threads)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> BundledTextEmbedder:
        """The component that :meth:`to_dict` described."""
        return default_from_dict(cls, data)

    @component.output_types(embedding=list[float])
    def run(self, text: str) -> dict[str, list[float]]:
        """The text's vector under ``embedding``."""
        return {"embedding": self.encoder.encode([text])[0].tolist()}


@component
class BundledDocumentEmbedder:
    """Gives each document the vector of its context (``meta["context"]``) and content."""

    def __init__(
        self,
        directory: str | None = None,
        threads: int | None = None,
        meta_fields_to_embed: list[str] | None = None,
        embedding_separator: str = "\n",
    ) -> None:
        self.directory = directory
        self.threads = threads
        self.meta_fields_to_embed = meta_fields_to_embed or []
        self.embedding_separator = embedding_separator
        self.encoder = bundled_encoder(directory, threads)

    def to_dict(self) -> dict[str, Any]:
        """What :meth:`from_dict` makes the same component from."""
        return default_to_dict(
            self,
            directory=self.directory,
            threads=self.threads,
            meta_fields_to_embed=self.meta_fields_to_embed,
            embedding_separator=self.embedding_separator,
        )

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> BundledDocumentEmbedder:
        """The component that :meth:`to_dict` described."""
        return default_from_dict(cls, data)

    @component.output_types(documents=list[Document])
    def run(self, documents: list[Document]) -> dict[str, list[Document]]:
        """New documents with their vectors, in the order given."""
        texts = [
            self.embedding_separator.join(
                [str(d.meta[f]) for f in self.meta_fields_to_embed if d.meta.get(f)]
                + [d.content or ""]
            )
            for d in documents
        ]
        vectors = self.encoder.encode(texts)
        return {
            "documents": [
                replace(document, embedding=vector.tolist())
                for document, vector in zip(documents, vectors, strict=True)
            ]
        }
