"""Dates written with the name of a month, with or without a year, ranges as one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from ingest.describe.dates.calendar import MONTH, MONTHS, WEAK_MONTHS, WEEKDAY, days, months
from ingest.describe.dates.moved import is_moved_from
from ingest.describe.layout import lowered
from ingest.types import DateRange, Span

_I: Final = re.IGNORECASE
# Two digits glued to a year are the next one ("2021-22"), else a day or a count ("2021 – 12").
_NEXT: Final = "|".join(rf"(?<={n:02})[-–/]{(n + 1) % 100:02}" for n in range(100))
YEAR: Final = (
    rf"(?:19|20)\d\d(?!\d)(?!(?:\s?[-–/]\s?(?:19|20)\d\d|{_NEXT})"
    rf"(?!\d|[-–/.]|[ ]?[:h]|[ ](?:{MONTH})))"
)
_D: Final = r"\d{1,2}(?:\s?(?:st|nd|rd|th|er|ère|re|e|ème)\b\.?|\.(?=\s?[-–]|\s))?"
_AND: Final = r"(?:to|au|until|till|through|jusqu['’]au|and|et|&|-|–|—|/)"
_THE: Final = rf"(?:(?:the|le)\s)?(?:{WEEKDAY},?\s)?"
_LIST: Final = rf"{_D}(?:(?:\s?,\s?{_THE}{_D}){{0,5}}\s?,?\s?{_AND}\s?{_THE}{_D})?"
_MONTH_WORD: Final = re.compile(rf"(?<![^\W\d_])(?:{MONTH})(?![^\W\d_])\.?")
_BEFORE: Final = re.compile(
    rf"(?<![\w./:€$£-])(?:{WEEKDAY},?\s)?(?P<days>{_LIST})[^\S\n]?[-–]?(?:of\s|de\s)?"
    r"(?P<gap>[^\S\n]?|\n)\Z",
    _I,
)
# Before a number that is no day: "Newsletter no. 7", and at a line's end "Room 12"
_NUMBERED: Final = re.compile(r"(?:\bno\.?|n[°º]|\bnr\.?|\bnuméro|\bnumber|#)[ \u00a0]?$", _I)
_NUMBER_THEN: Final = re.compile(
    rf"(?:\bno\.?|n[°º]|\bnr\.?|\bnuméro|\bnumber|\bversion|\bv\.?|#)[ \u00a0]?\d{{1,3}}"
    rf"[ ]?[–—/-][ ](?=(?:{WEEKDAY},?[ ])?\d)",
    _I,
)
_COUNTED: Final = re.compile(
    r"\b(?:issue|day|jour|room|salle|part|partie|chapter|chapitre|vol(?:ume|\.)?|tome|page|lot"
    r"|version|v|item|point|session|atelier|workshop|table|annexe?)[ \u00a0]?$",
    _I,
)
_YEAR_AFTER: Final = re.compile(
    rf"\s{{0,2}}[,.'’/-]?\s{{0,2}}(?:of\s|de\s)?,?\s?(?P<year>{YEAR})", _I
)
_AFTER: Final = re.compile(
    rf"\s?,?\s?(?:the\s)?(?P<days>{_LIST})(?![\d%€:h])(?:\s?,?\s?(?P<year>{YEAR}))?", _I
)
_NUMBER: Final = re.compile(r"\d{1,2}")
_JOIN: Final = re.compile(
    rf"\s?,?\s?(?P<word>{_AND}|à)?\s?(?:(?:le|the|du|from)\s)?(?:{WEEKDAY},?\s?)?", _I
)
_LONGEST_PAIR: Final = timedelta(days=4)


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
            head = days(
                start_year, self.month, self.first, self.last if same else self.first, self.span
            )
            tail = days(
                end_year, end_month, self.first if same else self.last, self.last, self.span
            )
        return replace(head, end=tail.end) if head and tail else None


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


def _mention(content: str, month: re.Match[str], floor: int, stop: int) -> Mention | None:
    word = month[0].rstrip(".").lower()
    number = MONTHS[word]
    low, high = max(floor, month.start() - 72), min(stop, month.end() + 72)
    first = last = year = None
    begin, finish = month.span()
    before = _BEFORE.search(content[low : month.start()])
    if before is not None and (numbered := _NUMBER_THEN.search(content, low, month.start())):
        low = numbered.end()  # "Comité n° 4 – jeudi 8 juin": the day comes after the number
        before = _BEFORE.search(content[low : month.start()])
    if before is not None and _is_day(content, low, before):
        first, last = _ends(before["days"])
        if (comma := before["days"].rfind(",")) >= 0 and first > last:
            # "Room 12, 5 March": the number before the comma is not a day of this month
            first = last
            begin = low + before.start("days") + comma + 1
            begin += len(content[begin:finish]) - len(content[begin:finish].lstrip())
        elif first < last and is_moved_from(content, low + before.start(), one_month=True):
            # "moved from 12 to 14 May": not three days, but the last one
            first = last
            begin = low + before.start("days") + before["days"].rindex(str(last))
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
        if year is None:
            return None
        first = last = None  # "Lettre n° 57 – juillet 2020": a number, then a month
        begin = month.start()
    return Mention(Span(begin, finish), number, first, last, year)


def _is_day(content: str, low: int, before: re.Match[str]) -> bool:
    """Whether the number before a month is its day, not that of an issue or a room."""
    start = low + before.start("days")
    told = content[max(0, start - 16) : start]
    return not (_NUMBERED.search(told) or (before["gap"] == "\n" and _COUNTED.search(told)))


def _ends(written: str) -> tuple[int, int]:
    numbers = [int(n) for n in _NUMBER.findall(written)]
    return numbers[0], numbers[-1]


def _joined(content: str, left: Mention, right: Mention) -> list[Mention] | None:
    """One mention for "28 février au 2 mars 2021"; two for "3 mai et 4 juin 2021"."""
    gap = content[left.span.end : right.span.start]
    if len(gap) > 24 or (match := _JOIN.fullmatch(gap)) is None or left.last_month:
        return None
    word = (match["word"] or "").lower()
    if (left.first is None) != (right.first is None) or not (word or "," in gap):
        return None
    if left.year is not None and (right.year is None or left.year > right.year):
        return None
    if is_moved_from(content, left.span.start):
        if left.year is None and right.year is not None:
            left = replace(left, year=right.year - (left.month > right.month))
        return [left, right]
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
