"""Dates that a text leaves half said: "4 May", "le 20 mars dernier", "last Tuesday", "yesterday".

They are worked out from the day that the text was published, and only where that is known; what
comes out is less sure than a date in full. Of "last week" only the month is kept; "last year" is no
date at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from ingest.describe.dates.calendar import DAY_NAME, MONTH, MONTHS, WEEKDAYS, days, months
from ingest.describe.dates.datekinds import kind_of
from ingest.describe.dates.dates import FoundDate
from ingest.describe.dates.eventwords import HAPPENS, INVITED, LAST, PLANNED, WILL
from ingest.describe.dates.headed import headed
from ingest.describe.dates.mentions import Mention, mentions
from ingest.describe.layout import lowered, sentence_at
from ingest.types import DateRange, Span

_BACK, _ON = -1, 1  # before the day of publication, after it
_ON_AFTER: Final = re.compile(r"[ ](?:prochains?|next)\b")
_BACK_BEFORE: Final = re.compile(r"\b(?:last|past)[ ]$")
_ON_BEFORE: Final = re.compile(r"\b(?:next|coming|upcoming)[ ]$")
_WEEKDAY: Final = re.compile(
    rf"\b(?:(?P<which>last|this past|past|next|this coming|this|ce)[ ](?P<a>{DAY_NAME})"
    rf"|(?P<b>{DAY_NAME})[ ](?P<later>dernier|passé|prochain))\b(?!,? (?:the )?\d)"
)
_MONTH: Final = re.compile(
    rf"\b(?:(?P<which>last|this past|next|this coming)[ ](?P<a>{MONTH})"
    rf"|(?P<b>{MONTH})[ ](?P<later>dernier|passé|prochain)"
    r"|(?P<word>last month|next month|le mois (?:dernier|passé|prochain)))\b(?! \d)"
)
_WEEK: Final = re.compile(r"(?<!the )\blast week\b|\bla semaine (?:dernière|passée)\b(?![’'\w-])")
_NAMED_DAY: Final = re.compile(
    r"(?<!de )(?<!d')(?<!d’)(?<!of )(?<!for )(?<!pour )(?<!the )(?<!l')(?<!’)"
    r"\b(?P<word>(?:the )?day (?:before yesterday|after tomorrow)|yesterday|avant-hier|hier"
    r"|tomorrow"
    r"|après-demain|demain)\b(?![’'\w-])"
)
_NAMED: Final = {
    "yesterday": -1,
    "hier": -1,
    "avant-hier": -2,
    "day before yesterday": -2,
    "tomorrow": 1,
    "demain": 1,
    "après-demain": 2,
    "day after tomorrow": 2,
}
_AND: Final = (" et ", " and ", " and the day before ")
# What tells whether a sentence looks back or ahead.
_PAST: Final = re.compile(
    r"\b(?:was|were|took|met|came|held|hosted|welcomed|gathered|visited|attended|brought|opened|"
    r"presented|discussed|organi[sz]ed|(?:a|ont|avait|avaient|s['’]est|se sont|s['’]étaient)"
    r"(?: \w{2,12})? \w{2,14}(?:é|i|u|is|it|ert)e?s?|eu lieu|était|étaient|fut)\b"
)
_FUTURE: Final = re.compile(
    rf"\b(?:{WILL}|{HAPPENS}|{PLANNED}|{INVITED}|register|sign up|invites?"
    r"|aura|auront|accueillera|organisera|vous (?:invite|convie)\w{0,3}"
    r"|(?:plaisir|honneur) de vous|inscri\w{2,8}|convient|rendez-vous)\b"
)
_A_MONTH: Final = timedelta(days=31)
_HALF_A_YEAR: Final = timedelta(days=183)
_A_YEAR: Final = timedelta(days=366)
_SURE: Final = {
    "weekday": 0.9,
    "told": 0.85,
    "tense": 0.8,
    "near": 0.7,
    "named": 0.75,
    "month": 0.6,
}


def relative_dates(
    content: str, known: Sequence[FoundDate], published: DateRange
) -> tuple[FoundDate, ...]:
    """The half-said dates of ``content``, in order, given the day it was published.

    What ``known`` has dated is left out. Where only the month of publication is known, days without
    a year are all that can be told.
    """
    exact = published.precision == "day" and published.start == published.end
    if not exact and published.end - published.start > _A_MONTH:
        return ()
    anchor = published.start if exact else published.start + _A_MONTH / 2
    low = lowered(content)
    found = [
        _year_found(content, low, mention, anchor)
        for mention in mentions(content)
        if mention.year is None and mention.first is not None
    ]
    if exact:
        found += [_weekday(low, match, anchor) for match in _WEEKDAY.finditer(low)]
        found += [_month(match, anchor) for match in _MONTH.finditer(low)]
        found += [_week(match, anchor) for match in _WEEK.finditer(low)]
        found += _named_days(low, anchor)
    taken = [item.span for item in known]
    kept: list[FoundDate] = []
    for item in sorted((r for r in found if r and r.span), key=_start):
        span = item.span
        if span is None or any(t.meets(span) for t in taken):
            continue
        taken.append(span)
        kept.append(FoundDate(item, kind_of(content, span)))
    return tuple(kept)


def before_event(
    content: str, known: Sequence[FoundDate], event: DateRange
) -> tuple[FoundDate, ...]:
    """Last days without a year ("jusqu'au 8 mars") in the year before the event's first day."""
    taken = [item.span for item in known]
    found: list[FoundDate] = []
    for mention in mentions(content):
        span = mention.span
        if mention.year is not None or any(t.meets(span) for t in taken):
            continue
        if kind_of(content, span) != "deadline":
            continue
        years = (event.start.year, event.start.year - 1)
        options = (option for year in years if (option := mention.range(year)))
        best = next((o for o in options if o.end <= event.end), None)
        if best is not None:
            found.append(FoundDate(replace(best, confidence=_SURE["near"]), "deadline"))
    return tuple(found)


def year_of(content: str, mention: Mention, years: Sequence[int]) -> DateRange | None:
    """The mention in the one of ``years`` whose weekdays agree; None for several or none."""
    fits = [r for year in years if (r := mention.range(year)) and _agrees(content, r) is not False]
    return replace(fits[0], confidence=_SURE["near"]) if len(fits) == 1 else None


def _year_found(content: str, low: str, mention: Mention, anchor: date) -> DateRange | None:
    options = [
        option
        for year in (anchor.year - 1, anchor.year, anchor.year + 1)
        if (option := mention.range(year)) and _agrees(content, option) is not False
    ]
    before, span = low[max(0, mention.span.start - 12) : mention.span.start], mention.span
    told = 0
    if LAST.match(low, span.end) or _BACK_BEFORE.search(before):
        told = _BACK
    elif _ON_AFTER.match(low, span.end) or _ON_BEFORE.search(before):
        told = _ON
    # "The deadline was extended to …": what was done to a last day says nothing of its year.
    due = kind_of(content, span) == "deadline"
    tense = told if due else told or _tense(low, span) or headed(low, span)
    if tense == _BACK:
        options = [o for o in options if o.start <= anchor and anchor - o.end <= _A_YEAR]
    elif tense == _ON:
        options = [o for o in options if o.end >= anchor and o.start - anchor <= _A_YEAR]
    best = min(options, key=lambda o: abs(o.start - anchor), default=None)
    if best is None or (not tense and abs(best.start - anchor) > _HALF_A_YEAR):
        return None
    sure = "weekday" if _agrees(content, best) else "told" if told else "tense" if tense else "near"
    return replace(best, confidence=_SURE[sure])


def _agrees(content: str, option: DateRange) -> bool | None:
    """Whether the weekday written with the date is that of its first day; None without one."""
    span = option.span
    first = re.match(r"[^\W\d_]+", span.of(content).lower()) if span else None
    weekday = WEEKDAYS.get(first.group()) if first else None
    return None if weekday is None else option.start.weekday() == weekday


def _tense(low: str, span: Span) -> int:
    sentence = sentence_at(low, span.start)
    past = _PAST.search(low, sentence.start, sentence.end)
    future = _FUTURE.search(low, sentence.start, sentence.end)
    if bool(past) == bool(future):
        return 0
    return _BACK if past else _ON


def _weekday(low: str, match: re.Match[str], anchor: date) -> DateRange | None:
    wanted = WEEKDAYS[match["a"] or match["b"]]
    word = match["which"] or match["later"]
    span = Span(*match.span())
    back = (anchor.weekday() - wanted) % 7  # days since that weekday, 0 on the day itself
    if word in {"last", "this past", "past", "dernier", "passé"}:
        return _one(anchor - timedelta(days=back or 7), span, _SURE["named"])
    if word in {"next", "this coming", "prochain"}:
        return _one(anchor + timedelta(days=7 - back), span, _SURE["month"])
    ahead = (7 - back) % 7
    step = ahead if _tense(low, span) == _ON else -back
    return _one(anchor + timedelta(days=step), span, _SURE["month"])


def _named_days(low: str, anchor: date) -> list[DateRange]:
    """Yesterday, tomorrow; "hier et avant-hier" is one range."""
    found: list[DateRange] = []
    for match in _NAMED_DAY.finditer(low):
        day = anchor + timedelta(days=_NAMED[match["word"].removeprefix("the ")])
        span = Span(*match.span())
        before = found[-1] if found else None
        if before is not None and before.span and low[before.span.end : span.start] in _AND:
            start, end = min(before.start, day), max(before.end, day)
            found[-1] = replace(
                before, start=start, end=end, span=Span(before.span.start, span.end)
            )
            continue
        found += [one] if (one := _one(day, span, _SURE["named"])) else []
    return found


def _month(match: re.Match[str], anchor: date) -> DateRange | None:
    span = Span(*match.span())
    now = anchor.year * 12 + anchor.month - 1
    word = match["word"] or match["which"] or match["later"]
    back = any(cue in word for cue in ("last", "past", "dernier", "passé"))
    if match["word"]:
        target = now + (-1 if back else 1)
    else:
        step = (MONTHS[match["a"] or match["b"]] - anchor.month) % 12 or 12
        target = now + (step - 12 if back and step < 12 else -12 if back else step)
    year, month = divmod(target, 12)
    found = months(year, month + 1, month + 1, span)
    return replace(found, confidence=_SURE["month"]) if found else None


def _week(match: re.Match[str], anchor: date) -> DateRange | None:
    """The month that the week before lies in, or both; None where they are of two years."""
    first = anchor - timedelta(days=anchor.weekday() + 7)
    last = first + timedelta(days=6)
    if first.year != last.year:
        return None
    found = months(first.year, first.month, last.month, Span(*match.span()))
    return replace(found, confidence=_SURE["month"]) if found else None


def _one(day: date, span: Span, sure: float) -> DateRange | None:
    found = days(day.year, day.month, day.day, day.day, span)
    return replace(found, confidence=sure) if found else None


def _start(item: DateRange) -> int:
    return item.span.start if item.span else 0
