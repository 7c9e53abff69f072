"""Month, weekday and quarter words in French and English, and days as date ranges."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Final

from ingest.types import DateRange, Precision, Span

_MONTHS: Final = (
    "january jan janvier janv",
    "february feb février fevrier févr fevr fév fev",
    "march mar mars",
    "april apr avril avr",
    "may mai",
    "june jun juin",
    "july jul juillet juil",
    "august aug août aout",
    "september sept sep septembre",
    "october oct octobre",
    "november nov novembre",
    "december dec décembre decembre déc",
)
MONTHS: Final[dict[str, int]] = {
    word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()
}
# Also words or beginnings of words: read as months only next to a day number.
WEAK_MONTHS: Final = frozenset("may mar mars sept sep jan jun jul dec nov".split())
MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
WEEKDAY: Final = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche|(?:mon|tue|wed|thu|fri|sat|sun)\.?(?=,?\s\d))"
)
WEEKDAY_BEFORE: Final = r"(?:\w{3,9}day,?\s|\w{3,6}di\s)?"  # a date, perhaps
DAY: Final = r"\d{1,2}(?:er|st|nd|rd|th)?"  # of a month
WEEKDAYS: Final[dict[str, int]] = {
    word: number
    for number, words in enumerate(
        (
            "monday mon lundi",
            "tuesday tue tues mardi",
            "wednesday wed mercredi",
            "thursday thu thurs jeudi",
            "friday fri vendredi",
            "saturday sat samedi",
            "sunday sun dimanche",
        )
    )
    for word in words.split()
}
DAY_NAME: Final = "|".join(name for name in WEEKDAYS if len(name) > 4)
QUARTER_WORDS: Final[dict[str, int]] = {
    "premier": 1,
    "first": 1,
    "deuxième": 2,
    "second": 2,
    "troisième": 3,
    "third": 3,
    "quatrième": 4,
    "fourth": 4,
    "dernier": 4,
    "last": 4,
}


def days(year: int, month: int, first: int, last: int, span: Span) -> DateRange | None:
    """The days ``first`` to ``last`` of a month; None when there is no such day."""
    if not (1 <= month <= 12 and 1 <= first <= last <= monthrange(year, month)[1]):
        return None
    return DateRange(date(year, month, first), date(year, month, last), "day", span)


def months(
    year: int, first: int, last: int, span: Span, precision: Precision = "month"
) -> DateRange | None:
    """All days of the months ``first`` to ``last``; None when there is no such month."""
    if not 1 <= first <= last <= 12:
        return None
    end = date(year, last, monthrange(year, last)[1])
    return DateRange(date(year, first, 1), end, precision, span)
