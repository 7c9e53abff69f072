"""How a document's copies, near copies and translations are told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipelines.catalogue.families import RELATIONS, Related, Relation

_WORDS: Final[dict[Relation, tuple[str, str]]] = {
    "copy": ("the same file as", "le même fichier que"),
    "near": ("nearly the same as", "presque identique à"),
}
_ALSO_IN: Final = {
    "en": ("also in English", "aussi en anglais"),
    "fr": ("also in French", "aussi en français"),
}


def lines(related: Sequence[Related], language: str) -> list[str]:
    """A line for each relation there is: "also in English: report.pdf"."""
    place = 1 if language == "fr" else 0
    between = " : " if language == "fr" else ": "
    told: dict[str, list[str]] = {}
    for relation in RELATIONS:
        for other in related:
            if other.relation == relation:
                words = _WORDS.get(relation) or _ALSO_IN[other.language]
                told.setdefault(words[place], []).append(other.source)
    return [words + between + ", ".join(sources) for words, sources in told.items()]
