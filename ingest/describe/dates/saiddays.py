"""Days that a sentence tells from the day it was written: "yesterday", "ce matin", "jeudi dernier".

Only what can be meant in one way: no "demain" of what is to come some day, no "today" of nowadays,
no English "last Thursday" on the Friday after it, which may be eight days ago.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from ingest.describe.dates.calendar import DAY_NAME, WEEKDAYS, days, months
from ingest.describe.layout import lowered
from ingest.types import DateRange, Span

_NEVER_BEFORE: Final = (
    r"(?<!de )(?<!d')(?<!d’)(?<!of )(?<!for )(?<!from )(?<!pour )(?<!the )(?<!l')(?<!l’)(?<!than )"
    r"(?<!comme )(?<!since )(?<!depuis )(?<!avant )(?<!before )"
)
_BACK: Final = re.compile(
    rf"{_NEVER_BEFORE}\b(?P<word>the day before yesterday|yesterday|avant-hier|hier)\b(?![’'\w-])"
    r"(?! (?:encore|comme|(?:et|ou) (?:aujourd|demain)|(?:and|or) (?:today|tomorrow)|à peine))"
)
_BACK_BY: Final = {"yesterday": 1, "hier": 1, "avant-hier": 2, "the day before yesterday": 2}
_TODAY: Final = re.compile(
    r"\b(?:this (?:morning|afternoon|evening)|tonight|ce (?:matin|soir)|cet après-midi)\b"
    r"(?! (?:de|du|of)\b)"
    # "Was signed today", and not "is used today by 300 firms".
    r"|\b(?:was|were|signed|opened|launched|inaugurated|announced|unveiled"
    r"|(?:a|ont) (?:été )?\w+[ée]e?s?)"
    r"(?: \w+){0,2} (?P<now>today|aujourd['’]hui)(?=[ ]?(?:[.,;:]|$| (?:in|at|à) [\w]))"
)
_AHEAD: Final = re.compile(
    r"\b(?:will|sera|seront|aura lieu|se tiendra|opens|ouvre)\b[^.;:\n]{0,60}?"
    rf"{_NEVER_BEFORE}\b(?P<word>tomorrow|demain)\b(?![’'\w-])"
)
_LAST: Final = re.compile(
    rf"\blast (?P<en>{DAY_NAME})\b(?!,? (?:the )?\d)"
    rf"|\b(?P<fr>{DAY_NAME}) dernier\b(?!,? \d)"
)
_MONTH: Final = re.compile(r"\b(?:last month|le mois dernier|du mois dernier)\b")
_ONE_DAY: Final = timedelta(days=1)


def said_days(text: str, written: date) -> tuple[DateRange, ...]:
    """The days and months that ``text`` tells from the day it was ``written``, each where it stands
    and worked out; nothing for what may be meant in several ways."""
    low = lowered(text)
    found: list[DateRange | None] = []
    for match in _BACK.finditer(low):
        day = written - _BACK_BY[match["word"]] * _ONE_DAY
        found.append(_one(day, Span(*match.span("word"))))
    for match in _TODAY.finditer(low):
        found.append(_one(written, Span(*match.span("now" if match["now"] else 0))))
    for match in _AHEAD.finditer(low):
        found.append(_one(written + _ONE_DAY, Span(*match.span("word"))))
    for match in _LAST.finditer(low):
        back = (written.weekday() - WEEKDAYS[match["en"] or match["fr"]]) % 7 or 7
        if match["en"] and back <= written.weekday():
            continue  # this week's, or that of the week before
        found.append(_one(written - back * _ONE_DAY, Span(*match.span())))
    for match in _MONTH.finditer(low):
        before = written.replace(day=1) - _ONE_DAY
        found.append(months(before.year, before.month, before.month, Span(*match.span())))
    told = [replace(day, confidence=0.75) for day in found if day is not None]
    return tuple(sorted(told, key=lambda day: day.span or Span(0, 0)))


def _one(day: date, span: Span) -> DateRange | None:
    return days(day.year, day.month, day.day, day.day, span)
