"""Dates of a statement looked for in what it quotes, in whatever way and language written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

from encoder.lexicon import fold
from ingest.describe.dates.calendar import MONTHS, WEAK_MONTHS
from ingest.describe.dates.dates import find_dates, span_of
from ingest.describe.dates.mentions import Mention, mentions
from ingest.describe.dates.saiddays import said_days
from ingest.types import DateRange, Language, Span
from pipelines.verify.quantities import years

Held = Literal["quoted", "context", "no"]

_DATELINE: Final = 100  # characters of a line that dates a text
_SEASON: Final = timedelta(days=93)
_MONTH: Final = re.compile(
    rf"\b(?:{'|'.join(sorted((m for m in MONTHS if len(m) > 2), key=len, reverse=True))})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Days:
    """The dates of a text, those without a year, its bare years, its bare months, and the spans
    that they take up."""

    dated: tuple[DateRange, ...]
    undated: tuple[Mention, ...]
    years: tuple[tuple[int, Span], ...]
    months: tuple[tuple[int, Span], ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the dates with a day or a month stand."""
        return (*(span_of(d) for d in self.dated), *(m.span for m in self.undated))

    @property
    def all_years(self) -> frozenset[int]:
        """Every year that is told, alone or in a date."""
        told = {year for year, _ in self.years}
        return frozenset(told.union(*(range(d.start.year, d.end.year + 1) for d in self.dated)))

    @property
    def all_months(self) -> frozenset[int]:
        """Every month that is told, alone or in a date."""
        told = {month for month, _ in self.months} | {m.month for m in self.undated}
        return frozenset(told.union(*({d.start.month, d.end.month} for d in self.dated)))


def days_in(text: str, language: Language) -> Days:
    """The dates of a text, of all the ways to give them."""
    dated = tuple(found.range for found in find_dates(text, language))
    taken = [span_of(d) for d in dated]
    undated = tuple(
        m for m in mentions(text) if m.year is None and m.first is not None and _apart(m, taken)
    )
    taken += [m.span for m in undated]
    months = tuple(
        (MONTHS[match.group().lower()], Span(*match.span()))
        for match in _MONTH.finditer(text)
        if not any(s.start <= match.start() < s.end for s in taken) and _is_month(text, match)
    )
    return Days(dated, undated, years(text, taken), months)


def with_said_days(held: Days, quotes: Sequence[str], quoted: str) -> Days:
    """The dates of quotes, joined as ``quoted``, and the days that they tell from one that a quote
    of next to nothing else gives, the line that dates a text: "yesterday" of "Lille, 13 March"."""
    for quote in quotes:
        told = days_in(quote, "en").dated if len(quote) <= _DATELINE else ()
        if len(told) == 1 and told[0].precision == "day" and told[0].start == told[0].end:
            return replace(held, dated=(*held.dated, *said_days(quoted, told[0].start)))
    return held


def missing_day(said: Days, held: Days, context: Days, text: str) -> tuple[Held, str]:
    """Whether what ``said`` tells is in the quotes; the words that are not, or only in context."""
    worst: Held = "quoted"
    words = ""
    for value in said.dated:
        state = _date(value, held, context)
        if state == "no":
            return "no", span_of(value).of(text)
        if state == "context":
            worst, words = state, words or span_of(value).of(text)
    for mention in said.undated:
        state = _mention(mention, held, context)
        if state == "no":
            return "no", mention.span.of(text)
        if state == "context":
            worst, words = state, words or mention.span.of(text)
    if len(said.all_years) == 1 and held.all_years and not held.all_years & said.all_years:
        for _, span in said.years:  # 2025 where "in spring 2026" is quoted
            return "no", span.of(text)
    for one, in_quotes, around in (
        (said.years, held.all_years, context.all_years),
        (said.months, held.all_months, context.all_months),
    ):
        for number, span in one:
            if number in in_quotes:
                continue
            if number not in around:
                return "no", span.of(text)
            worst, words = "context", words or span.of(text)
    return worst, words


def same_days(said: Days, held: Days) -> Iterator[tuple[Span, bool, list[tuple[Span, str]]]]:
    """Each date of ``said``: where it stands, whether it is one day, month or year, and where the
    quotes have it; "start" or "end" with a range that begins or ends with it.
    """
    years = sorted(held.all_years) or [2000]
    told = [(d, span_of(d)) for d in held.dated]
    told += [(d, m.span) for m in held.undated for y in years if (d := m.range(y))]
    mine = [(d, span_of(d)) for d in said.dated]
    mine += [(d, m.span) for m in said.undated for y in years if (d := m.range(y))]
    for value, span in mine:
        found = [(s, _end(value, other)) for other, s in told if _covers(value, other)]
        yield span, _single(value), found
    for year, span in said.years:
        within = [s for d, s in told if d.start.year == d.end.year == year]
        bare = [s for other, s in held.years if other == year]
        yield span, True, [(s, "") for s in (*within, *bare)]


def _end(value: DateRange, other: DateRange) -> str:
    if _single(other):
        return ""
    if value.precision != "day":
        return "both"
    return {other.start: "start", other.end: "end"}.get(value.start, "both")


def _single(value: DateRange) -> bool:
    if value.precision == "day":
        return value.start == value.end
    return (value.start.year, value.start.month) == (value.end.year, value.end.month)


def _date(value: DateRange, held: Days, context: Days) -> Held:
    if any(_covers(value, other) for other in held.dated):
        return "quoted"
    same_days = any(
        (dated := mention.range(value.start.year)) is not None and _covers(value, dated)
        for mention in held.undated
    )
    if same_days:  # "4-6 May", with the year told beside it or elsewhere in the document
        if value.start.year in held.all_years:
            return "quoted"
        return "context" if value.start.year in context.all_years else "no"
    if any(_of_another_year(value, other) for other in held.dated):
        return "no"  # "spring 2025" where "spring 2026" is quoted
    return "context" if any(_covers(value, other) for other in context.dated) else "no"


def _covers(said: DateRange, other: DateRange) -> bool:
    """Whether ``said`` gives the same days, fewer words for them, or one end of them."""
    if (said.start, said.end) == (other.start, other.end):
        return True
    if said.precision != "day" and said.end - said.start < _SEASON:  # "in May 2022" of 4-6 May
        return said.holds(other)
    if said.precision != "day" and other.precision == "day":
        return said.holds(other) and _same_months(said, other)
    return (
        other.precision == "day"
        and said.start == said.end
        and said.start in (other.start, other.end)
    )


def _of_another_year(one: DateRange, other: DateRange) -> bool:
    apart = other.start.year - one.start.year
    return bool(apart) and (_in_year(one.start), _in_year(one.end)) == (
        _in_year(other.start),
        _in_year(other.end),
    )


def _in_year(day: date) -> tuple[int, int]:
    return day.month, day.day


def _same_months(one: DateRange, other: DateRange) -> bool:
    first = (one.start.year, one.start.month) == (other.start.year, other.start.month)
    return first and (one.end.year, one.end.month) == (other.end.year, other.end.month)


def _mention(mention: Mention, held: Days, context: Days) -> Held:
    for days, state in ((held, "quoted"), (context, "context")):
        near = days.all_years or frozenset({2000})
        for year in sorted(near):
            value = mention.range(year)
            if value is None:
                continue
            others = [o for m in days.undated if (o := m.range(year))]
            if any(_covers(value, o) for o in (*days.dated, *others)):
                return "quoted" if state == "quoted" else "context"
    return "no"


def _is_month(text: str, match: re.Match[str]) -> bool:
    word = match.group()
    if fold(word) not in WEAK_MONTHS:
        return True
    # "may" and "mars" are words too; "In March" and "en mars" are not doubted.
    before = text[: match.start()].rstrip()[-12:].lower().split()
    lead = before[-1] if before else ""
    if word == "mars" or word == "mai":
        return lead in ("en", "de", "depuis", "mi", "fin", "debut", "début", "jusqu'en", "d'ici")
    return word[0].isupper() and lead in ("in", "of", "since", "by", "until", "early", "late")


def _apart(mention: Mention, taken: list[Span]) -> bool:
    return not any(mention.span.meets(s) for s in taken)
