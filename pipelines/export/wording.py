"""What a brief says of itself, in French and in English."""

from __future__ import annotations

from typing import Final

from ingest.types import Language
from pipelines.results import Coverage

_WORDS: Final = {  # name: (French, English)
    "title": ("Note de synthèse", "Brief"),
    "sources": ("Sources", "Sources"),
    "partial": ("appui partiel", "partly supported"),
    "generated": (
        "Rédigé par un modèle de langue à partir des passages cités.",
        "Written by a language model from the passages quoted.",
    ),
    "nearest": ("Passages les plus proches", "Nearest passages"),
    "no_answer": ("Pas de réponse dans ces documents.", "No answer in these documents."),
    "page": ("p. {number}", "p. {number}"),
    "filters": ("Filtres : {filters}", "Filters: {filters}"),
    "fr": ("en français", "in French"),
    "en": ("en anglais", "in English"),
}


def word(name: str, language: Language, **values: object) -> str:
    """A word or sentence of a brief."""
    return _WORDS[name][0 if language == "fr" else 1].format(**values)


def coverage_line(coverage: Coverage, language: Language) -> str:
    """How much of the library an answer rests on, counted: "7 events in 6 of 41 documents; …"."""
    events, matched, searched = coverage.events, coverage.matched, coverage.searched
    if language == "fr":
        line = f"{matched} {_s(matched, 'document concerné', 'documents concernés')}"
        if events is not None:
            found = f"{events} {_s(events, 'événement', 'événements')}"
            line = f"{found} dans {matched} {_s(matched, 'document', 'documents')}"
        line += f" sur {searched} {_s(searched, 'cherché', 'cherchés')}"
        if coverage.unreadable:
            line += f" ; {coverage.unreadable} {_s(coverage.unreadable, 'illisible', 'illisibles')}"
        if coverage.filtered_out:
            line += f" ; {coverage.filtered_out} hors filtres"
        return line
    searched_words = f"{searched} {'document' if searched == 1 else 'documents'}"
    line = f"{matched} of {searched_words} searched had something on it"
    if events is not None:
        found = f"{events} {'event' if events == 1 else 'events'}"
        line = f"{found} in {matched} of {searched_words} searched"
    if coverage.unreadable:
        line += f"; {coverage.unreadable} unreadable"
    if coverage.filtered_out:
        line += f"; {coverage.filtered_out} outside your filters"
    return line


def _s(number: int, one: str, many: str) -> str:
    """French counts nought and one in the singular."""
    return one if number < 2 else many
