"""The fields that a ``library.yaml`` may give: how each is read, and what it becomes.

A value is first brought into one plain form, which goes to the workers as it is; a value that has
none raises ``ValueError`` with what would do, told without words of either language.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from ingest.types import DOCUMENT_TYPES, LANGUAGES, DateRange, Value

_DATE: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?")


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("text")
    return unicodedata.normalize("NFC", " ".join(value.split()))


def _texts(value: object) -> list[str]:
    several = [] if value is None else value if isinstance(value, list) else [value]
    return list(dict.fromkeys(_text(one) for one in several))


def _none_or(read: Callable[[object], Any]) -> Callable[[object], Any]:
    return lambda value: None if value is None else read(value)


def _one_of(names: tuple[str, ...]) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value not in names:
            raise ValueError(", ".join(names))
        return str(value)

    return read


def _country(value: object) -> str:
    from ingest.gazetteer import countries, fold

    known = countries()
    code = known.get(fold(_text(value)), str(value).strip().upper())
    if code not in set(known.values()):
        raise ValueError("ISO 3166 (FR, BE…)")
    return code


def _sectors(value: object) -> list[str]:
    from ingest.describe.sectors import sectors

    read = _one_of(tuple(sectors()))
    return [read(code) for code in _texts(value)]


def _years(value: object) -> list[int]:
    years = [] if value is None else value if isinstance(value, list) else [value]
    if not all(type(year) is int and 1900 <= year < 2100 for year in years):
        raise ValueError("2022; [2021, 2022]")
    return sorted(set(years))


def _dates(value: object) -> str:
    told = value.isoformat() if isinstance(value, date) else _text(value)
    try:
        return "/".join(dict.fromkeys(_range(told).iso()))
    except ValueError as error:
        raise ValueError("2022-05-04; 2022-05-04/2022-05-06; 2022-05") from error


def _several_dates(value: object) -> list[str]:
    several = [] if value is None else value if isinstance(value, list) else [value]
    return sorted({_dates(one) for one in several})


def _range(text: str) -> DateRange:
    """The days of "2022-05-04", "2022-05" or two of a kind with a slash between."""
    ends = [_DATE.fullmatch(part.strip()) for part in text.split("/")]
    if not 1 <= len(ends) <= 2 or len({bool(m and m["day"]) for m in ends}) != 1:
        raise ValueError(text)
    days: list[date] = []
    for match in ends:
        if match is None:
            raise ValueError(text)
        year, month = int(match["year"]), int(match["month"])
        first = date(year, month, int(match["day"] or 1))
        days += [first, first if match["day"] else first.replace(day=monthrange(year, month)[1])]
    if days[-1] < days[0]:
        raise ValueError(text)
    precise = ends[0] is not None and ends[0]["day"] is not None
    return DateRange(days[0], days[-1], "day" if precise else "month", origin="person")


def _value(text: str | None) -> Value | None:
    return None if text is None else Value(text, origin="person")


def _each(texts: list[str]) -> tuple[Value | None, ...]:
    return tuple(_value(text) for text in texts)


def _when(text: str | None) -> DateRange | None:
    return None if text is None else _range(text)


def _whens(texts: list[str]) -> tuple[DateRange, ...]:
    return tuple(_range(text) for text in texts)


# What may be said: how a value is read, and what it becomes in a description.
FIELDS: Final[dict[str, tuple[Callable[[object], Any], Callable[[Any], Any]]]] = {
    "title": (_text, _value),
    "language": (_one_of(LANGUAGES), str),
    "type": (_one_of(DOCUMENT_TYPES), str),
    "dates": (_none_or(_dates), _when),
    "published": (_none_or(_dates), _when),
    "years": (_years, tuple),
    "deadlines": (_several_dates, _whens),
    **dict.fromkeys(("projects", "organisations", "partners"), (_texts, _each)),
    "sectors": (_sectors, _each),
    **dict.fromkeys(
        ("host", "organiser", "coordinator", "place", "region"), (_none_or(_text), _value)
    ),
    "country": (_none_or(_country), _value),
}
