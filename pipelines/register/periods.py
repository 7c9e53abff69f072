"""The stretch of time that a question narrows events to: "since 2021", "entre mars et mai 2022".

Matched on text in lower case without accents. A bare year or month is none: those are read apart.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from ingest.describe.dates.calendar import DAY, MONTHS
from ingest.types import Span
from pipelines.register import relative
from pipelines.register.nouns import without_accents
from pipelines.register.stretches import Period, months

_NUMBERS: Final = {without_accents(word): number for word, number in MONTHS.items()}
MONTH: Final = "|".join(sorted((re.escape(w) for w in _NUMBERS if len(w) > 2), key=len)[::-1])
_YEAR: Final = r"(?:19|20)\d\d"


def _point(number: int, edge: str) -> str:
    """A day, a month or a year, or the ``edge`` of one that is no other day than its own."""
    return (
        rf"(?:(?:the |le |la |l['’])?(?:(?:{edge}) (?:of |de )?)?"
        r"(?:l['’]annee )?"
        rf"(?:(?P<d{number}>{DAY}) (?:of )?)?(?:(?P<m{number}>{MONTH})\b,? ?(?:of |de )?)?"
        rf"(?P<y{number}>{_YEAR})?)"
    )


_FROM: Final = _point(1, "start|beginning|debut")
_TO: Final = _point(1, "end|fin")
_BETWEEN: Final = re.compile(
    rf"\b(?:between|from|entre|de|du|d['’])[ ]?{_FROM} ?(?:and|to|until|till|et|a|au"
    rf"|jusqu['’](?:a|en|au)|-|–)[ ]?{_point(2, 'end|fin')}(?!\w)"
    rf"|(?P<first>{_YEAR}) ?[-–/] ?(?P<last>{_YEAR})(?!\w)"
)
_EXACT: Final = re.compile(
    rf"(?<![\d/–-])(?P<d1>{DAY}) (?:of )?(?P<m1>{MONTH}),? (?P<y1>{_YEAR})"
    rf"|\b(?P<m2>{MONTH}) (?:the )?(?P<d2>{DAY}),? (?P<y2>{_YEAR})(?!\d)"
)
# In figures the day comes first, as it does in Europe.
_FIGURES: Final = re.compile(
    rf"(?<![\d/.-])(?:(?P<day>\d{{1,2}})(?P<by>[/.-])(?P<month>\d{{1,2}})(?P=by)(?P<year>{_YEAR})"
    rf"|(?P<iso>{_YEAR}-\d\d-\d\d))(?![\d/-])"
)
# What joins the beginning of a period to its end.
_JOINED: Final = re.compile(r"[ ,]*(?:(?:and|but|et|mais)[ ])?[ ]*")
_SINCE: Final = re.compile(
    rf"\b(?:since|depuis|a partir d[eu]|a compter d[eu]|starting (?:in|from)|des)[ ]{_FROM}(?!\w)"
    rf"|\bfrom[ ](?P<onwards>{_YEAR}) on(?:wards?)?\b"
)
_AFTER: Final = re.compile(rf"\b(?:after|apres|later than)[ ]{_TO}(?!\w)")
_BEFORE: Final = re.compile(rf"\b(?:before|avant|prior to|earlier than)[ ]{_FROM}(?!\w)")
_UNTIL: Final = re.compile(
    rf"\b(?:until|up to|by|no later than|jusqu['’](?:en|a|au)|d['’]ici(?: a)?)[ ]{_TO}(?!\w)"
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
_DAY_ONE: Final = timedelta(days=1)


def period_in(text: str, today: date) -> Period | None:
    """The period that a question names; None where it names none or only a year or month."""
    readers: tuple[Callable[[str, date], Period | None], ...] = (
        _between,
        _part,
        _season,
        _open,
        relative.coming,
        relative.recent,
        relative.ago,
        relative.week,
        relative.season,
        relative.this,
        relative.day,
        _exact,
        _figures,
    )
    return next((found for read in readers if (found := read(text, today)) is not None), None)


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
    length = 3 if quarter else 6
    number = min(number, 12 // length)
    return months(int(match["year"]), length * (number - 1) + 1, length, Span(*match.span()))


def _season(text: str, _: date) -> Period | None:
    match = _SEASON.search(text)
    if match is None:
        return None
    first = relative.SEASONS[match["season"]]
    return months(int(match["year"]), first, 3, Span(*match.span()))


def _open(text: str, _: date) -> Period | None:
    """A period that begins or ends with what is named, or both: "after May and before July"."""
    first = _half(text)
    if first is None:
        return None
    span = first.span
    rest = text[: span.start] + "x" * (span.end - span.start) + text[span.end :]
    other = _half(rest)
    if other is None or (first.end == date.max) == (other.end == date.max):
        return first
    one, two = sorted((first.span, other.span))
    start, end = max(first.start, other.start), min(first.end, other.end)
    if start > end or not _JOINED.fullmatch(text[one.end : two.start]):
        return first
    return Period(start, end, Span(one.start, two.end))


def _half(text: str) -> Period | None:
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


def _exact(text: str, _: date) -> Period | None:
    match = _EXACT.search(text)
    days = _days(match, 1 if match["d1"] else 2) if match else None
    return Period(*days, Span(*match.span())) if match and days else None


def _figures(text: str, _: date) -> Period | None:
    match = _FIGURES.search(text)
    if match is None:
        return None
    try:
        if match["iso"]:
            day = date.fromisoformat(match["iso"])
        else:
            day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return Period(day, day, Span(*match.span()))


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
