"""Values as a reader of either language knows them: countries, types, dates."""

from __future__ import annotations

from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton

from ingest.describe.sectors import sectors
from pipelines.errors import UsageError
from pipelines.indexing.overrides import checked
from ui.web.strings import say_in

_LOCALES = {"fr": "fr", "en": "en_GB"}  # European English: "4–6 May 2022"


def value_name(field: str, value: str, language: str) -> str:
    """A filter's value by its name; a project's or year's is what it is."""
    if field == "country":
        return _countries(language).get(value, value)
    if field == "sector":
        return _sectors(language).get(value, value)
    if field in ("type", "language"):
        return say_in(language)(f"{field}.{value}")
    return value


def date_name(start: str | None, end: str | None, language: str) -> str:
    """A day, a range of days, or a month: "4–6 mai 2022"; "no date" without one."""
    if not start:
        return say_in(language)("no_date")
    if len(start) < len("2022-05-04"):
        first, last = _month(start, language), _month(end or start, language)
        return first if first == last else f"{first} – {last}"
    first_day, last_day = date.fromisoformat(start), date.fromisoformat(end or start)
    if first_day == last_day:
        return str(format_date(first_day, "long", locale=_LOCALES[language]))
    return str(format_interval(first_day, last_day, "yMMMd", locale=_LOCALES[language]))


def dates_as_typed(told: str | None, language: str) -> str:
    """What a person said of a document's days, as :func:`date_name` writes it; as it stands where
    it is no date."""
    try:
        said = checked({"dates": told})["dates"]
    except UsageError:
        return told or ""
    start, _, end = (said or "").partition("/")
    return date_name(start or None, end or start or None, language)


def _month(value: str, language: str) -> str:
    return str(format_skeleton("yMMMM", date.fromisoformat(f"{value}-01"), locale=language))


@cache
def _sectors(language: str) -> dict[str, str]:
    return {code: getattr(sector, language) for code, sector in sectors().items()}


@cache
def _countries(language: str) -> dict[str, str]:
    return {str(code): str(name) for code, name in Locale(language).territories.items()}
