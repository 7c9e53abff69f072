"""The stretch of time that a question narrows events to: "since 2021", "entre mars et mai 2022".

Matched on text in lower case without accents. A bare year or month is none: those are read apart.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ingest.describe.calendar import MONTHS
from ingest.types import Span
from pipelines.register.nouns import without_accents


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` to ``end``, both included, and where the question says so."""

    start: date
    end: date
    span: Span


_NUMBERS: Final = {without_accents(word): number for word, number in MONTHS.items()}
_MONTH: Final = "|".join(sorted((re.escape(w) for w in _NUMBERS if len(w) > 2), key=len)[::-1])
_YEAR: Final = r"(?:19|20)\d\d"
_DAY: Final = r"\d{1,2}(?:er|st|nd|rd|th)?"


def _point(number: int) -> str:
    """A day, a month or a year."""
    return (
        rf"(?:(?:the |le |l['’])?(?:(?:end|start|beginning|fin|debut) (?:of |de )?)?"
        r"(?:l['’]annee )?"
        rf"(?:(?P<d{number}>{_DAY}) (?:of )?)?(?:(?P<m{number}>{_MONTH})\b,? ?(?:of |de )?)?"
        rf"(?P<y{number}>{_YEAR})?)"
    )


_ONE: Final = _point(1)
_BETWEEN: Final = re.compile(
    rf"\b(?:between|from|entre|de|du|d['’])[ ]?{_ONE} ?(?:and|to|until|till|et|a|au"
    rf"|jusqu['’](?:a|en|au)|-|–)[ ]?{_point(2)}(?!\w)"
    rf"|(?P<first>{_YEAR}) ?[-–/] ?(?P<last>{_YEAR})(?!\w)"
)
_EXACT: Final = re.compile(rf"(?<!\d)(?P<d1>{_DAY}) (?:of )?(?P<m1>{_MONTH}),? (?P<y1>{_YEAR})")
_SINCE: Final = re.compile(
    rf"\b(?:since|depuis|a partir d[eu]|a compter d[eu]|starting (?:in|from)|des)[ ]{_ONE}(?!\w)"
    rf"|\bfrom[ ](?P<onwards>{_YEAR}) on(?:wards?)?\b"
)
_AFTER: Final = re.compile(rf"\b(?:after|apres|later than)[ ]{_ONE}(?!\w)")
_BEFORE: Final = re.compile(rf"\b(?:before|avant|prior to|earlier than)[ ]{_ONE}(?!\w)")
_UNTIL: Final = re.compile(
    rf"\b(?:until|up to|by|no later than|jusqu['’](?:en|a|au)|d['’]ici(?: a)?)[ ]{_ONE}(?!\w)"
)
_ORDINAL: Final = {
    "first": 1, "1st": 1, "1er": 1, "premier": 1, "premiere": 1, "second": 2, "2nd": 2,
    "deuxieme": 2, "2e": 2, "2eme": 2, "seconde": 2, "third": 3, "3rd": 3, "troisieme": 3, "3e": 3,
    "3eme": 3, "fourth": 4, "4th": 4, "last": 4, "quatrieme": 4, "4e": 4, "4eme": 4, "dernier": 4,
}  # fmt: skip
_PART: Final = re.compile(
    rf"\b(?:(?P<which>{'|'.join(_ORDINAL)}) (?P<part>half|semestre|semester|moitie|quarter"
    rf"|trimestre)|(?P<letter>[hsqt])(?P<number>[1-4]))"
    rf"(?: (?:of|de|d['’]|du|in|en))?(?: the year| l['’]annee)? ?(?P<year>{_YEAR})(?!\d)"
)
_SEASON: Final = re.compile(
    rf"\b(?P<season>spring|summer|autumn|fall|printemps|(?<=en )ete|(?<=l')ete|(?<=l’)ete|automne)"
    rf"(?: of| de)? (?P<year>{_YEAR})(?!\d)"
)
_SEASONS: Final = {"spring": 3, "printemps": 3, "summer": 6, "ete": 6}
_THIS: Final = re.compile(
    r"\b(?:(?P<this>this|cette|cet|ce|current)|(?P<last>last|previous|past)|(?P<next>next))[ ]"
    r"(?P<unit>year|month|annee|an|mois)(?!\w)(?: (?:derniere?|passee?|(?P<coming>prochaine?)))?"
    r"|\bl['’](?P<year>annee|an) (?:(?P<before>derniere?|passee?|precedente?)|prochaine?)"
    r"|\ble (?P<month>mois) (?:(?P<gone>dernier|passe)|prochain)"
)
_RECENT: Final = re.compile(
    r"\b(?:(?:last|past) (?P<number>\d{1,2}|two|three|four|five|six|twelve) (?P<unit>years|months)"
    r"|(?P<nombre>\d{1,2}|deux|trois|quatre|cinq|six|douze) (?:dernieres annees|derniers mois))"
)
_COUNT: Final = {
    "two": 2, "deux": 2, "three": 3, "trois": 3, "four": 4, "quatre": 4, "five": 5, "cinq": 5,
    "six": 6, "twelve": 12, "douze": 12,
}  # fmt: skip
_DAY_ONE: Final = timedelta(days=1)


def period_in(text: str, today: date) -> Period | None:
    """The period that a question names; None where it names none or only a year or month."""
    for read in (_between, _part, _season, _open, _recent, _this, _exact):
        if (found := read(text, today)) is not None:
            return found
    return None


def _between(text: str, _: date) -> Period | None:
    for match in _BETWEEN.finditer(text):
        if match["first"]:
            first, last = int(match["first"]), int(match["last"])
            pair = (date(first, 1, 1), date(last, 12, 31))
        else:
            end = _days(match, 2)
            start = _days(match, 1, match["y2"], match["m2"]) if end else None
            if start is None or end is None:
                continue
            pair = (start[0], end[1])
        if pair[0] <= pair[1]:
            return Period(*pair, Span(*match.span()))
    return None


def _part(text: str, _: date) -> Period | None:
    match = _PART.search(text)
    if match is None:
        return None
    number = int(match["number"]) if match["number"] else _ORDINAL[match["which"]]
    quarter = (match["part"] or match["letter"]) in ("quarter", "trimestre", "q", "t")
    months = 3 if quarter else 6
    number = min(number, 12 // months)
    return _months(int(match["year"]), months * (number - 1) + 1, months, match)


def _season(text: str, _: date) -> Period | None:
    match = _SEASON.search(text)
    if match is None:
        return None
    return _months(int(match["year"]), _SEASONS.get(match["season"], 9), 3, match)


def _open(text: str, _: date) -> Period | None:
    """A period that begins or ends with what is named, and has no other end."""
    ends: tuple[tuple[re.Pattern[str], Callable[[date, date], tuple[date, date]]], ...] = (
        (_SINCE, lambda first, last: (first, date.max)),
        (_AFTER, lambda first, last: (last + _DAY_ONE, date.max)),
        (_BEFORE, lambda first, last: (date.min, first - _DAY_ONE)),
        (_UNTIL, lambda first, last: (date.min, last)),
    )
    for pattern, made in ends:
        for match in pattern.finditer(text):
            year = match.groupdict().get("onwards")
            days = (date(int(year), 1, 1), date.max) if year else _days(match, 1)
            if days is not None:
                return Period(*made(*days), Span(*match.span()))
    return None


def _recent(text: str, today: date) -> Period | None:
    match = _RECENT.search(text)
    if match is None:
        return None
    word = match["number"] or match["nombre"]
    number = int(word) if word.isdigit() else _COUNT[word]
    years = match["unit"] == "years" or "annees" in match[0]
    months = today.year * 12 + today.month - 1 - number * (12 if years else 1)
    year, month = divmod(months, 12)
    day = min(today.day, monthrange(year, month + 1)[1])
    return Period(date(year, month + 1, day), today, Span(*match.span()))


def _this(text: str, today: date) -> Period | None:
    match = _THIS.search(text)
    if match is None:
        return None
    last = bool(match["last"] or match["before"] or match["gone"]) or (
        bool(match["this"]) and match[0].endswith(("derniere", "dernier", "passe", "passee"))
    )
    step = -1 if last else 0 if match["this"] and not match["coming"] else 1
    if (match["unit"] or match["year"] or match["month"]) in ("month", "mois"):
        year, month = divmod(today.year * 12 + today.month - 1 + step, 12)
        return _months(year, month + 1, 1, match)
    return _months(today.year + step, 1, 12, match)


def _exact(text: str, _: date) -> Period | None:
    match = _EXACT.search(text)
    days = _days(match, 1) if match else None
    return Period(*days, Span(*match.span())) if match and days else None


def _days(
    match: re.Match[str], number: int, year: str | None = None, of: str | None = None
) -> tuple[date, date] | None:
    """First and last day of a day, month or year; of the ``year`` where it names none itself, and
    a day of the month ``of``."""
    named = match[f"y{number}"] or year
    if named is None:
        return None
    month, day = match[f"m{number}"], match[f"d{number}"]
    month = month or (of if day else None)
    if month is None:
        if match[f"y{number}"] is None or day is not None:
            return None
        return date(int(named), 1, 1), date(int(named), 12, 31)
    last = monthrange(int(named), _NUMBERS[month])[1]
    if day is None:
        return date(int(named), _NUMBERS[month], 1), date(int(named), _NUMBERS[month], last)
    one = date(int(named), _NUMBERS[month], min(max(1, int(re.sub(r"\D", "", day))), last))
    return one, one


def _months(year: int, month: int, count: int, match: re.Match[str]) -> Period:
    last = month + count - 1
    end = date(year, last, monthrange(year, last)[1])
    return Period(date(year, month, 1), end, Span(*match.span()))
