"""Filters in words, in French and in English: "year 2024; country France, Spain"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from ingest.describe.sectors import sectors
from ingest.types import DOCUMENT_TYPES, Language
from pipelines.register.wording import country_name, type_word

_FIELDS: Final = {  # name: (French, English)
    "project": ("projet", "project"),
    "year": ("année", "year"),
    "language": ("langue", "language"),
    "type": ("type", "type"),
    "country": ("pays", "country"),
    "sector": ("secteur", "sector"),
}
_LANGUAGES: Final = {"fr": ("français", "French"), "en": ("anglais", "English")}


def filter_words(filters: Mapping[str, Sequence[str]], language: Language) -> str:
    """Fields and values by their names; "" without any."""
    joint = " ; " if language == "fr" else "; "
    return joint.join(
        f"{_FIELDS[name][language == 'en']} {', '.join(_value(name, v, language) for v in values)}"
        for name, values in filters.items()
    )


def _value(field: str, value: str, language: Language) -> str:
    if field == "country":
        return country_name(value, language)
    if field == "language" and value in _LANGUAGES:
        return _LANGUAGES[value][language == "en"]
    if field == "type":
        return next((type_word(t, language) for t in DOCUMENT_TYPES if t == value), value)
    if field == "sector" and (sector := sectors().get(value)) is not None:
        return sector.fr if language == "fr" else sector.en
    return value
