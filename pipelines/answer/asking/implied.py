"""Filters that a question's own words demand: "en 2019", "in the EXXTRA project", "in French"; and
the project that a filter gives and the words don't.

Only where the words leave no doubt that they narrow; a year or project that merely comes up is
looked for like any other name. They are shown with the answer, and lifted where nothing is found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Final

from ingest.gazetteer import fold
from pipelines.filters import FIELDS, Filters
from pipelines.terms.words import words

_YEAR: Final = re.compile(
    r"\b(?:en|in|during|durant|pendant|for|pour|annee|year)\s+"
    r"(?:(?:l'annee|the year|early|late|debut|fin)\s+)?(?P<year>(?:19|20)\d\d)\b(?!\s*/?\s*\d)"
)
_ANY_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_EITHER: Final = (re.compile(r"\b(?:french|francais)\b"), re.compile(r"\b(?:english|anglais)\b"))
_PROJECT: Final = re.compile(r"\b(?:projets?|projects?)\b")
_REACH: Final = 4  # characters between a project's name and the word "project"
_LANGUAGES: Final = {
    "fr": re.compile(
        r"\b(?:documents?|reports?|texts?|notes?|sources?|rapports?|textes?)\s+(?:written\s+|ecrite?s?"
        r"\s+|rediges?\s+|redigees?\s+)?(?:in french|en francais)\b"
    ),
    "en": re.compile(
        r"\b(?:documents?|reports?|texts?|notes?|sources?|rapports?|textes?)\s+(?:written\s+|ecrite?s?"
        r"\s+|rediges?\s+|redigees?\s+)?(?:in english|en anglais)\b"
    ),
}


def implied(text: str, given: Filters, known: Callable[[str], Collection[str]]) -> Filters:
    """``given`` with what the words of a question demand besides, of the values that ``known``
    says a field has; fields that the user filters by are left as they are."""
    folded = fold(text)
    wanted = {
        "year": _years(folded, known("year")),
        "project": _projects(folded, known("project")),
        "language": _languages(folded, known("language")),
    }
    added = {name: values for name, values in wanted.items() if values and not getattr(given, name)}
    return replace(given, **added)


def named(text: str, filters: Filters) -> str:
    """The question with the project that it is filtered by, where it doesn't name it: who filters
    by a project asks "what did it cost?" of that project."""
    spelt = {fold(project) for project in filters.project}
    if len(spelt) != 1 or not any(words(text)):
        return text
    project = filters.project[0]
    if re.search(rf"(?<!\w){re.escape(fold(project))}(?!\w)", fold(text)):
        return text
    return f"{text.strip()} ({project})"


def added(given: Filters, narrowed: Filters) -> dict[str, list[str]]:
    """What ``narrowed`` has that ``given`` hasn't, by field."""
    return {
        name: list(values)
        for name in FIELDS
        if (values := getattr(narrowed, name)) != getattr(given, name)
    }


def _years(folded: str, known: Collection[str]) -> tuple[str, ...]:
    years = {match["year"] for match in _YEAR.finditer(folded)}
    # "In 2019 and 2020", "in 2020, compared to 2019": one year alone is not what is meant.
    alone = years == set(_ANY_YEAR.findall(folded))
    return tuple(sorted(years)) if years and alone and years <= set(known) else ()


def _languages(folded: str, known: Collection[str]) -> tuple[str, ...]:
    said = tuple(name for name, spoken in _LANGUAGES.items() if spoken.search(folded))
    both = all(word.search(folded) for word in _EITHER)
    return () if both else tuple(name for name in said if name in known)


def _projects(folded: str, known: Collection[str]) -> tuple[str, ...]:
    spans = [match.span() for match in _PROJECT.finditer(folded)]
    if not spans:
        return ()
    told = {
        name: places
        for name in known
        if (places := list(re.finditer(rf"(?<!\w){re.escape(fold(name))}(?!\w)", folded)))
    }
    demanded = tuple(
        name
        for name, places in told.items()
        if any(
            0 <= start - place.end() <= _REACH or 0 <= place.start() - end <= _REACH
            for start, end in spans
            for place in places
        )
    )
    return demanded if len(demanded) == len(told) else ()  # another project is asked about as well
