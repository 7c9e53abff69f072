"""Stretches of time told from today: "last year", "this week", "il y a deux ans", "cet été".

Matched on text in lower case without accents.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from ingest.types import Span
from pipelines.register.stretches import Period, months, moved

_COUNT: Final = {
    "a": 1, "one": 1, "un": 1, "une": 1, "two": 2, "deux": 2, "three": 3, "trois": 3, "four": 4,
    "quatre": 4, "five": 5, "cinq": 5, "six": 6, "seven": 7, "sept": 7, "eight": 8, "huit": 8,
    "nine": 9, "neuf": 9, "ten": 10, "dix": 10, "twelve": 12, "douze": 12,
}  # fmt: skip
NUMBER: Final = rf"(?:\d{{1,3}}|{'|'.join(_COUNT)})"
_THIS: Final = re.compile(
    r"\b(?:(?P<this>this|cette|cet|ce|current)|(?P<last>last|previous|past)|(?P<next>next))[ ]"
    r"(?P<unit>year|month|annee|an|mois)(?!\w)(?: (?:derniere?|passee?|(?P<coming>prochaine?)))?"
    r"|\bl['’](?P<year>annee|an) (?:(?P<before>derniere?|passee?|precedente?)|prochaine?)"
    r"|\ble (?P<month>mois) (?:(?P<gone>dernier|passe)|prochain)"
)
_WEEK: Final = re.compile(
    r"\b(?:(?P<this>this|cette|the current) (?:week|semaine)(?: en cours)?"
    r"|(?P<last>(?:last|the previous) week|la semaine (?:derniere|passee|precedente))"
    r"|(?:next week|la semaine prochaine))(?![\w-])(?! (?:derniere|passee|prochaine))"
)
_DAYS: Final = {
    "yesterday": -1, "hier": -1, "today": 0, "aujourd'hui": 0, "aujourd’hui": 0, "tomorrow": 1,
    "demain": 1,
}  # fmt: skip
_DAY: Final = re.compile(rf"(?<!apres-)(?<!avant-)\b(?P<day>{'|'.join(_DAYS)})\b")
_AGO: Final = re.compile(
    rf"\b(?P<number>{NUMBER}) (?P<unit>days?|weeks?|months?|years?) ago\b"
    rf"|(?<!depuis )\bil y a (?P<nombre>{NUMBER}) (?P<unite>jours?|semaines?|mois|ans?|annees?)\b"
)
# Up to today.
_RECENT: Final = re.compile(
    rf"\b(?:(?:last|past) (?P<number>{NUMBER}) (?P<unit>days|weeks|months|years)"
    rf"|(?P<nombre>{NUMBER}) (?:derniers (?P<jours>jours|mois)|dernieres (?P<ans>annees|semaines))"
    rf"|depuis (?P<since>{NUMBER}) (?P<for>jours|semaines|mois|ans))\b"
)
# From today on; but not "within 30 days of the decision".
_COMING: Final = re.compile(
    rf"\b(?:(?:(?:within|in|over|during) )?(?:the )?(?:next|coming) (?P<number>{NUMBER})"
    r" (?P<unit>days|weeks|months|years)"
    rf"|within (?P<within>{NUMBER}) (?P<of>days?|weeks?|months?|years?)"
    rf"|(?:(?:dans|pendant|durant|d['’]ici|sous|au cours de) )?(?:les |ces |des )?"
    rf"(?P<nombre>{NUMBER}) (?:prochains (?P<jours>jours|mois)"
    r"|prochaines (?P<ans>annees|semaines))"
    rf"|(?:d['’]ici|sous) (?P<sous>{NUMBER}) (?P<unite>jours?|semaines?|mois|ans?))\b"
    r"(?! (?:of|after|from|before|following|de|du|des|d['’]|apres|avant|suivant\w*|a compter)\b)"
)
SEASONS: Final = {
    "spring": 3, "printemps": 3, "summer": 6, "ete": 6, "autumn": 9, "fall": 9, "automne": 9,
    "winter": 12, "hiver": 12,
}  # fmt: skip
_NAMES: Final = "|".join(SEASONS)
_SEASON: Final = re.compile(
    rf"\b(?:(?P<this>this|cet|ce) (?P<now>{_NAMES})|(?P<last>last|past) (?P<was>{_NAMES})"
    rf"|next (?P<next>{_NAMES})|(?:le |l['’])(?P<season>printemps|ete|automne|hiver)"
    r" (?:(?P<gone>dernier|passe)|prochain))(?![\w-])(?! (?:school|camp|universit)\w*)"
    r"(?! (?:19|20)\d\d| dernier| prochain)"
)
_DAY_ONE: Final = timedelta(days=1)
_WEEK_ONE: Final = timedelta(days=7)


def recent(text: str, today: date) -> Period | None:
    """Some days, weeks, months or years up to today."""
    match = _RECENT.search(text)
    if match is None:
        return None
    number = _number(match["number"] or match["nombre"] or match["since"])
    unit = match["unit"] or match["jours"] or match["ans"] or match["for"]
    return Period(_later(today, -number, unit), today, Span(*match.span()))


def coming(text: str, today: date) -> Period | None:
    """Some days, weeks, months or years from today on."""
    match = _COMING.search(text)
    if match is None:
        return None
    number = _number(match["number"] or match["within"] or match["nombre"] or match["sous"])
    unit = match["unit"] or match["of"] or match["jours"] or match["ans"] or match["unite"]
    return Period(today, _later(today, number, unit), Span(*match.span()))


def ago(text: str, today: date) -> Period | None:
    """The day, week, month or year that lies so many of them back."""
    match = _AGO.search(text)
    if match is None:
        return None
    day = _later(today, -_number(match["number"] or match["nombre"]), unit := _unit(match))
    if unit[0] in "dj":
        return Period(day, day, Span(*match.span()))
    if unit[0] in "ws":
        return _week_of(day, match)
    if unit.startswith("mo"):
        return months(day.year, day.month, 1, Span(*match.span()))
    return months(day.year, 1, 12, Span(*match.span()))


def this(text: str, today: date) -> Period | None:
    """This, the last or the next year or month."""
    match = _THIS.search(text)
    if match is None:
        return None
    last = bool(match["last"] or match["before"] or match["gone"]) or (
        bool(match["this"]) and match[0].endswith(("derniere", "dernier", "passe", "passee"))
    )
    step = -1 if last else 0 if match["this"] and not match["coming"] else 1
    if (match["unit"] or match["year"] or match["month"]) in ("month", "mois"):
        year, month = divmod(today.year * 12 + today.month - 1 + step, 12)
        return months(year, month + 1, 1, Span(*match.span()))
    return months(today.year + step, 1, 12, Span(*match.span()))


def week(text: str, today: date) -> Period | None:
    """This, the last or the next week, from Monday to Sunday."""
    match = _WEEK.search(text)
    if match is None:
        return None
    step = 0 if match["this"] else -1 if match["last"] else 1
    return _week_of(today + step * _WEEK_ONE, match)


def day(text: str, today: date) -> Period | None:
    """Yesterday, today or tomorrow."""
    match = _DAY.search(text)
    if match is None:
        return None
    one = today + _DAYS[match["day"]] * _DAY_ONE
    return Period(one, one, Span(*match.span()))


def season(text: str, today: date) -> Period | None:
    """This season, the last that is over, or the next to begin.

    Of winters, "this" is plain from September to February only.
    """
    match = _SEASON.search(text)
    if match is None:
        return None
    first = SEASONS[match["now"] or match["was"] or match["next"] or match["season"]]
    span = Span(*match.span())
    near = [months(today.year + step, first, 3, span) for step in (-2, -1, 0, 1)]
    if match["last"] or match["gone"]:
        return [one for one in near if one.end < today][-1]
    if not match["this"]:
        return next(one for one in near if one.start > today)
    if first != 12:
        return near[2]
    if 3 <= today.month < 9:
        return None
    return near[1] if today.month < 3 else near[2]


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _COUNT[word]


def _unit(match: re.Match[str]) -> str:
    found: str = match["unit"] or match["unite"]
    return found


def _later(day: date, number: int, unit: str) -> date:
    if unit[0] in "dj":
        return day + number * _DAY_ONE
    if unit[0] in "ws":
        return day + number * _WEEK_ONE
    return moved(day, number if unit.startswith("mo") else 12 * number)


def _week_of(one: date, match: re.Match[str]) -> Period:
    monday = one - one.weekday() * _DAY_ONE
    return Period(monday, monday + 6 * _DAY_ONE, Span(*match.span()))
