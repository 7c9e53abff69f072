"""What a brief says of itself, in French and in English."""

from __future__ import annotations

from typing import Final

from ingest.types import Language
from pipelines.export.filters import filter_words
from pipelines.results import Coverage, Reply

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
    "asked": ("Question posée : {question}", "Asked: {question}"),
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
        line = f"{matched} {_s(matched, 'document', 'documents')} sur {searched}"
        line += f" {_s(searched, 'cherché', 'cherchés')}"
        if events is None:
            line += f" {_s(matched, 'a', 'ont')} des passages proches de la question"
        else:
            line = f"{events} {_s(events, 'événement', 'événements')} dans {line}"
        if coverage.unreadable:
            line += f" ; {coverage.unreadable} {_s(coverage.unreadable, 'illisible', 'illisibles')}"
        if coverage.filtered_out:
            line += f" ; {coverage.filtered_out} hors filtres"
        return line
    searched_words = f"{searched} {'document' if searched == 1 else 'documents'}"
    line = f"{matched} of {searched_words} searched"
    if events is None:
        # Found by words or by meaning: near the question, which is less than having its answer.
        line += " had passages near the question"
    else:
        line = f"{events} {'event' if events == 1 else 'events'} in {line}"
    if coverage.unreadable:
        line += f"; {coverage.unreadable} unreadable"
    if coverage.filtered_out:
        line += f"; {coverage.filtered_out} outside your filters"
    return line


def narrowed_line(reply: Reply) -> str | None:
    """The filters that the question's own words demanded, in its language; None without any."""
    if not reply.narrowed:
        return None
    if reply.language == "fr":
        return f"Limité, d'après la question, à : {filter_words(reply.narrowed, 'fr')}."
    return f"Narrowed, by the question's words, to: {filter_words(reply.narrowed, 'en')}."


def check_lines(reply: Reply) -> list[str]:
    """What the check took out of an answer, and why a language model's own is not given."""
    lines = [reply.fallback] if reply.fallback else []
    if reply.dropped and reply.language == "fr":
        noun = "phrase écartée" if reply.dropped == 1 else "phrases écartées"
        lines.append(f"{reply.dropped} {noun}, faute d'appui dans les citations.")
    elif reply.dropped:
        noun = "sentence" if reply.dropped == 1 else "sentences"
        lines.append(f"{reply.dropped} {noun} left out: no citation holds what was said.")
    return lines


def reading_lines(reply: Reply) -> list[str]:
    """What says how to read a reply, in its language: the part of the question that an answer
    leaves open, what narrowed the search, what the check took out."""
    open_part = reply.reason if reply.answer is not None else None
    return [line for line in (open_part, narrowed_line(reply), *check_lines(reply)) if line]


def _s(number: int, one: str, many: str) -> str:
    """French counts nought and one in the singular."""
    return one if number < 2 else many
