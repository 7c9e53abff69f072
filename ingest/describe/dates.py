"""Dates and date ranges written in French or English, with what each is the date of.

A date needs a day, month or quarter and a year beside it. A date without a year is kept aside
(``mentions``) and given one only when the same document writes that day with a year
(``resolve``); a bare year never makes a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from ingest.describe.calendar import (
    MONTH,
    MONTHS,
    QUARTER_WORDS,
    WEAK_MONTHS,
    WEEKDAY,
    days,
    months,
)
from ingest.describe.datekinds import DateKind, kind_of
from ingest.describe.layout import lowered
from ingest.types import DateRange, Language, Span

_I: Final = re.IGNORECASE
_YEAR: Final = r"(?:19|20)\d\d(?![\d])(?!\s?[-–/]\s?(?:19|20)?\d\d(?!\d|[-–/.]))"
_D: Final = r"\d{1,2}(?:\s?(?:st|nd|rd|th|er|ère|re|e|ème)\b\.?|\.(?=\s?[-–]|\s))?"
_AND: Final = r"(?:to|au|until|till|through|jusqu['’]au|and|et|&|-|–|—|/)"
_THE: Final = rf"(?:(?:the|le)\s)?(?:{WEEKDAY},?\s)?"
_LIST: Final = rf"{_D}(?:(?:\s?,\s?{_THE}{_D}){{0,5}}\s?,?\s?{_AND}\s?{_THE}{_D})?"
_MONTH_WORD: Final = re.compile(rf"(?<![^\W\d_])(?:{MONTH})(?![^\W\d_])\.?")
_BEFORE: Final = re.compile(
    rf"(?<![\w./:€$£-])(?:{WEEKDAY},?\s)?(?P<days>{_LIST})\s?[-–]?(?:of\s|de\s)?\s?$", _I
)
_YEAR_AFTER: Final = re.compile(rf"\s{{0,2}}[,.'’/-]?\s{{0,2}}(?:of\s|de\s)?,?\s?(?P<year>{_YEAR})", _I)
_AFTER: Final = re.compile(
    rf"\s?,?\s?(?:the\s)?(?P<days>{_LIST})(?![\d%€:h])(?:\s?,?\s?(?P<year>{_YEAR}))?", _I
)
_NUMBER: Final = re.compile(r"\d{1,2}")
_ISO: Final = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)([-/.])(\d\d)\2(\d\d)(?!\d|[-/.]\d)")
_NUMERIC: Final = re.compile(
    r"(?<![\d/.,-])(?:(?P<first>\d{1,2})(?:[./](?P<month1>\d{1,2}))?\.?\s?[-–]\s?)?"
    r"(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d|\d\d)(?!\d|[./-]\d)"
)
_MONTH_YEAR: Final = re.compile(
    r"(?<!n° )(?<!n°)(?<!no )(?<!No )(?<!No\. )(?<![\d/.,-])(0[1-9]|1[0-2])/((?:19|20)\d\d)(?![\d/])"
)
_QUARTER: Final = re.compile(
    rf"\b(?:[TQ](?P<n>[1-4])[\s/-]{{0,2}}(?P<y1>{_YEAR})|(?P<y2>(?:19|20)\d\d)[\s-]?[TQ](?P<n2>[1-4])\b"
    rf"|(?:(?P<o>[1-4])\s?(?:er|e|ème|st|nd|rd|th)|(?P<w>{'|'.join(QUARTER_WORDS)}))\s"
    rf"(?:trimestre|quarter)\s(?:de\s|of\s)?(?:l['’]année\s)?(?P<y3>{_YEAR}))",
    _I,
)
_JOIN: Final = re.compile(
    rf"\s?,?\s?(?P<word>{_AND}|à)?\s?(?:(?:le|the|du|from)\s)?(?:{WEEKDAY},?\s?)?", _I
)
_LONGEST_PAIR: Final = timedelta(days=4)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text and what it is the date of."""

    range: DateRange
    kind: DateKind

    @property
    def span(self) -> Span:
        """Where the date is written."""
        assert self.range.span is not None  # nosec: set by every maker in this file
        return self.range.span


@dataclass(frozen=True, slots=True)
class Mention:
    """A day list or month as written, before it is known to have a year."""

    span: Span
    month: int
    first: int | None  # None: the month alone
    last: int | None
    year: int | None
    last_month: int | None = None  # when the range ends in another month
    first_year: int | None = None  # when it begins in another year

    def range(self, year: int | None = None) -> DateRange | None:
        """The mention as a range, in ``year`` where it names none; None if there is no such day."""
        end_year = self.year if self.year is not None else year
        if end_year is None:
            return None
        end_month = self.last_month or self.month
        start_year = self.first_year or (end_year - 1 if self.month > end_month else end_year)
        if self.first is None or self.last is None:
            head = months(start_year, self.month, self.month, self.span)
            tail = months(end_year, end_month, end_month, self.span)
        else:
            same = self.last_month is None and self.first_year is None
            head = days(start_year, self.month, self.first, self.last if same else self.first, self.span)
            tail = days(end_year, end_month, self.first if same else self.last, self.last, self.span)
        return replace(head, end=tail.end) if head and tail else None


def find_dates(
    content: str, language: Language, start: int = 0, end: int | None = None
) -> tuple[FoundDate, ...]:
    """Every date with its year in ``content[start:end]``, in order, ranges as one.

    "03/04/2025" is 3 April in both languages: European English writes the day first too. Only an
    English text that elsewhere has a date possible only month-first ("04/27/2025") is read so.
    """
    stop = len(content) if end is None else end
    return _dated(content, language, mentions(content, start, stop), start, stop)


def resolve(
    content: str, language: Language, start: int = 0, end: int | None = None
) -> tuple[FoundDate, ...]:
    """Like ``find_dates``, and dates without a year where the text dates those days elsewhere."""
    stop = len(content) if end is None else end
    written = mentions(content, start, stop)
    known = _dated(content, language, written, start, stop)
    extra: list[DateRange] = []
    for mention in written:
        if mention.year is not None or mention.first is None:
            continue
        for year in sorted({d.range.start.year for d in known if d.range.precision == "day"}):
            guess = mention.range(year)
            if guess and any(
                d.range.precision == "day"
                and d.range.start <= guess.start
                and guess.end <= d.range.end
                and d.range.end - d.range.start < timedelta(days=32)
                for d in known
            ):
                extra.append(guess)
                break
    if not extra:
        return known
    return _classified(content, _apart([*(d.range for d in known), *extra]))


def mentions(content: str, start: int = 0, end: int | None = None) -> tuple[Mention, ...]:
    """Dates written with a month's name, in order, with or without a year."""
    stop = len(content) if end is None else end
    found: list[Mention] = []
    for match in _MONTH_WORD.finditer(lowered(content), start, stop):
        floor = found[-1].span.end if found else start
        mention = _mention(content, match, floor, stop)
        if mention is None:
            continue
        joined = _joined(content, found[-1], mention) if found else None
        if joined:
            found[-1:] = joined
        else:
            found.append(mention)
    return tuple(m for m in found if m.first is not None or m.year is not None)


def _dated(
    content: str, language: Language, written: tuple[Mention, ...], start: int, stop: int
) -> tuple[FoundDate, ...]:
    found = [r for m in written if (r := m.range())]
    found += _numeric(content, language, start, stop)
    return _classified(content, _apart(found))


def _mention(content: str, month: re.Match[str], floor: int, stop: int) -> Mention | None:
    word = month[0].rstrip(".").lower()
    number = MONTHS[word]
    low, high = max(floor, month.start() - 72), min(stop, month.end() + 72)
    first = last = year = None
    begin, finish = month.span()
    if before := _BEFORE.search(content[low : month.start()]):
        first, last = _ends(before["days"])
        if (comma := before["days"].rfind(",")) >= 0 and first > last:
            # "Room 12, 5 March": the number before the comma is not a day of this month
            first = last
            begin = low + before.start("days") + comma + 1
            begin += len(content[begin:finish]) - len(content[begin:finish].lstrip())
        else:
            begin = low + before.start()
    if after := _YEAR_AFTER.match(content, month.end(), high):
        year, finish = int(after["year"]), after.end()
    elif first is None and (behind := _AFTER.match(content, month.end(), high)):
        first, last = _ends(behind["days"])
        year, finish = (int(behind["year"]) if behind["year"] else None), behind.end()
    weak = word in WEAK_MONTHS and not content[month.start()].isupper() and word != "mars"
    if first is None and weak and not (year and content[month.start()].isupper()):
        return None
    if first is not None and last is not None and not 1 <= last <= 31:
        return None
    return Mention(Span(begin, finish), number, first, last, year)


def _ends(written: str) -> tuple[int, int]:
    numbers = [int(n) for n in _NUMBER.findall(written)]
    return numbers[0], numbers[-1]


def _joined(content: str, left: Mention, right: Mention) -> list[Mention] | None:
    """One mention for "28 février au 2 mars 2021"; two sharing a year for "3 mai et 4 juin 2021"."""
    gap = content[left.span.end : right.span.start]
    if len(gap) > 24 or (match := _JOIN.fullmatch(gap)) is None or left.last_month:
        return None
    word = (match["word"] or "").lower()
    if (left.first is None) != (right.first is None) or not (word or "," in gap):
        return None
    if left.year is not None and (right.year is None or left.year > right.year):
        return None
    span = Span(left.span.start, right.span.end)
    whole = Mention(span, left.month, left.first, right.last, right.year, right.month)
    if left.month == right.month and left.year in (None, right.year):
        whole = replace(whole, last_month=None)
    single = left.first == left.last and right.first == right.last
    if left.first is None and (left.year is None or left.year != right.year) and word in {"/", "&"}:
        return None
    if word not in {"", "and", "et", "&", "/"} and single:
        return [replace(whole, first_year=left.year) if left.year != right.year else whole]
    year = right.year if left.year is None else left.year
    shared = [replace(left, year=year), right]
    if year is None:
        return None
    a, b = shared[0].range(), right.range()
    close = a and b and timedelta(0) < b.start - a.end <= _LONGEST_PAIR
    return [whole] if close and left.year is None and word else shared


def _numeric(content: str, language: Language, start: int, stop: int) -> Iterator[DateRange]:
    for match in _ISO.finditer(content, start, stop):
        year, month, day = int(match[1]), int(match[3]), int(match[4])
        if found := days(year, month, day, day, Span(*match.span())):
            yield found
    all_numeric = list(_NUMERIC.finditer(content, start, stop))
    month_first = language == "en" and any(
        m["sep"] == "/" and int(m["a"]) <= 12 < int(m["b"]) <= 31 for m in all_numeric
    )
    month_first &= not any(int(m["a"]) > 12 for m in all_numeric)
    for match in all_numeric:
        if found := _one_numeric(match, month_first):
            yield found
    for match in _MONTH_YEAR.finditer(content, start, stop):
        if found := months(int(match[2]), int(match[1]), int(match[1]), Span(*match.span())):
            yield found
    for match in _QUARTER.finditer(content, start, stop):
        year = int(match["y1"] or match["y2"] or match["y3"])
        digit = match["n"] or match["n2"] or match["o"]
        quarter = int(digit) if digit else QUARTER_WORDS[match["w"].lower()]
        span = Span(*match.span())
        if found := months(year, 3 * quarter - 2, 3 * quarter, span, "quarter"):
            yield found


def _one_numeric(match: re.Match[str], month_first: bool) -> DateRange | None:
    year, day, month = int(match["year"]), int(match["a"]), int(match["b"])
    if year < 100:
        # Two digits only as dd/mm/yy; "1.2.20" is more often a version or a section number.
        if match["sep"] != "/" or len(match["a"]) < 2 or len(match["b"]) < 2:
            return None
        year += 2000
    if month_first:
        day, month = month, day
    end = days(year, month, day, day, Span(match.start("a"), match.end()))
    if end is None or match["first"] is None:
        return end
    first_month = int(match["month1"]) if match["month1"] else month
    start = days(year, first_month, *([int(match["first"])] * 2), Span(*match.span()))
    if start is None or start.start > end.start:
        return end
    return replace(start, end=end.end)


def _apart(ranges: list[DateRange]) -> list[DateRange]:
    """In text order, the longer of overlapping ones, and "du 04/05/2022 au 06/05/2022" made one."""
    kept: list[DateRange] = []
    for item in sorted(ranges, key=lambda r: (r.span.start, -r.span.end) if r.span else (0, 0)):
        assert item.span is not None
        if kept and kept[-1].span and item.span.start < kept[-1].span.end:
            continue
        kept.append(item)
    return kept


def _classified(content: str, ranges: list[DateRange]) -> tuple[FoundDate, ...]:
    found: list[FoundDate] = []
    for item in ranges:
        assert item.span is not None
        previous = found[-1] if found else None
        if previous and item.precision == previous.range.precision:
            gap = content[previous.span.end : item.span.start]
            joins = len(gap) <= 16 and re.fullmatch(
                r"\s?(?:-|–|—|to|au|until|jusqu['’]au)\s?(?:le\s|the\s)?", gap, _I
            )
            if joins and previous.range.end < item.start:
                span = Span(previous.span.start, item.span.end)
                whole = replace(previous.range, end=item.end, span=span)
                found[-1] = FoundDate(whole, kind_of(content, span))
                continue
        found.append(FoundDate(item, kind_of(content, item.span)))
    return tuple(found)
