"""One filter object, the same for every leg of a search and for every list."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from pipelines.errors import UsageError

FIELDS = ("project", "year", "language", "type", "country", "sector")

# The filter's name -> the field of a passage in the store.
STORED = {
    "project": "meta.projects",
    "year": "meta.years",
    "language": "meta.language",
    "type": "meta.type",
    "country": "meta.country",
    "sector": "meta.sectors",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is narrowed to: within a field any of the values, across fields all."""

    project: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, list[str]]:
        """The fields in use and their values."""
        return {f.name: list(getattr(self, f.name)) for f in fields(self) if getattr(self, f.name)}

    def to_haystack(self) -> dict[str, Any] | None:
        """The same as a Haystack filter; None when nothing is narrowed."""
        conditions = [
            {
                "field": STORED[name],
                "operator": "in",
                "value": [int(v) for v in values] if name == "year" else values,
            }
            for name, values in self.as_dict().items()
        ]
        return {"operator": "AND", "conditions": conditions} if conditions else None


def resolve(wanted: dict[str, Sequence[str]], known: Callable[[str], Sequence[str]]) -> Filters:
    """Filters in the library's own spelling, whatever case, accents or language they came in.

    ``known`` gives the values a field has in the library. Raises :class:`UsageError` for an
    unknown field or project, a year that is no number, or an unknown language, type, country or
    sector, and says which values there are.
    """
    chosen: dict[str, tuple[str, ...]] = {}
    for name, values in wanted.items():
        if name not in FIELDS:
            raise UsageError(
                f"There is no filter {name!r}. The filters are: {', '.join(FIELDS)}.",
                f"Le filtre {name!r} n'existe pas. Les filtres sont : {', '.join(FIELDS)}.",
            )
        found = (one for v in values for one in _resolve(name, str(v), known(name)))
        chosen[name] = tuple(dict.fromkeys(found))
    return Filters(**chosen)


def _resolve(field: str, value: str, known: Sequence[str]) -> tuple[str, ...]:
    """The values that are meant: of a project that documents write in several ways, all of them."""
    from encoder.lexicon import fold

    if field == "year":
        if re.fullmatch(r"\d{1,4}", value.strip()):
            return (str(int(value)),)
        raise _unknown(field, value, known)
    if alike := tuple(name for name in known if fold(name) == fold(value.strip())):
        return alike
    if field == "country":
        found = _country_code(value)
    elif field == "sector":
        found = _sector_code(value)
    else:
        found = _of_closed_list(field, value) if field in ("type", "language") else None
    if found is None:
        raise _unknown(field, value, known)
    return (found,)


def _of_closed_list(field: str, value: str) -> str | None:
    """A type or language that exists though no document of the library has it."""
    from ingest.types import DOCUMENT_TYPES, LANGUAGES

    folded = value.strip().lower().replace("-", "_").replace(" ", "_")
    values: tuple[str, ...] = DOCUMENT_TYPES if field == "type" else LANGUAGES
    return folded if folded in values else None


def _country_code(value: str) -> str | None:
    """The ISO code of a country that is named in French or English, or by its code."""
    from ingest.gazetteer import countries, fold

    named = countries()
    code = value.strip().upper()
    return named.get(fold(value)) or (code if code in named.values() else None)


def _sector_code(value: str) -> str | None:
    """The code of a sector that is named in French or English, or by its code."""
    from ingest.describe.sectors import sectors
    from ingest.gazetteer import fold

    named = {fold(name): s.code for s in sectors().values() for name in (s.code, s.fr, s.en)}
    return named.get(fold(value))


def _unknown(field: str, value: str, known: Sequence[str]) -> UsageError:
    shown = ", ".join(sorted(known)[:40]) or "—"
    more = f" (+{len(known) - 40})" if len(known) > 40 else ""
    french = {"project": "projet", "year": "année", "language": "langue", "country": "pays"}
    french["sector"] = "secteur"
    return UsageError(
        f"No {field} {value!r} in this library. It has: {shown}{more}.",
        f"Pas de {french.get(field, field)} {value!r} dans cette bibliothèque."
        f" Elle contient : {shown}{more}.",
    )
