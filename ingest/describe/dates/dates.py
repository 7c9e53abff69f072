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

from ingest.describe.dates.calendar import QUARTER_WORDS, days, months
from ingest.describe.dates.datekinds import DateKind, kind_of
from ingest.describe.dates.mentions import YEAR, Mention, mentions
from ingest.describe.dates.moved import is_moved_from
from ingest.describe.layout import sentence_at
from ingest.types import DateRange, Language, Span

_I: Final = re.IGNORECASE
_ISO: Final = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)([-/.])(\d\d)\2(\d\d)(?!\d|[-/.]\d)")
_NUMERIC: Final = re.compile(
    r"(?<![\d/.,-])(?:(?<!\w)(?P<first>\d{1,2})(?:[./](?P<month1>\d{1,2}))?\.?\s?[-–]\s?)?"
    r"(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d|\d\d)(?!\d|[./-]\d)"
)
_SPACED: Final = re.compile(r"(?<![\d.])(\d{1,2}) \. (\d{1,2}) \. ((?:19|20)\d\d)(?!\d)")
_MONTH_YEAR: Final = re.compile(
    r"(?<!paper )(?<!report )(?<!note )(?<!cahier )(?<!dossier )(?<!document )(?<!case )"
    r"(?<!n° )(?<!n°)(?<!no )(?<!No )(?<!No\. )(?<![\d/.,-])(0[1-9]|1[0-2])/((?:19"
    r"|20)\d\d)(?![\d/])"
)
_BESIDE: Final = timedelta(days=3)
_TO: Final = re.compile(r"\s?(?:-|–|—|>|→|to|au|until|jusqu['’]au)\s?(?:le\s|the\s)?", _I)
# The last day in the next column of a table: "Start: 2023-05-04 | End date: 2023-05-06".
_END_COLUMN: Final = re.compile(
    r" \| (?:(?:end|ending|last)(?: date| day)?|until|to|(?:date de )?fin|dernier jour|au)[ ]?: ",
    _I,
)
_COLUMNS: Final = timedelta(days=31)  # of what lasts longer both days are told
_MAY_BE_QUARTER: Final = re.compile(r"[TtQq](?:[1-4]|rimestre|uarter)|TRIM|QUAR")
_QUARTER: Final = re.compile(
    rf"\b(?:[TQ](?P<n>[1-4])[\s/-]{{0,2}}(?P<y1>{YEAR})|(?P<y2>(?:19"
    r"|20)\d\d)[\s-]?[TQ](?P<n2>[1-4])\b"
    rf"|(?:(?P<o>[1-4])\s?(?:er|e|ème|st|nd|rd|th)|(?P<w>{'|'.join(QUARTER_WORDS)}))\s"
    rf"(?:trimestre|quarter)\s(?:de\s|of\s)?(?:l['’]année\s)?(?P<y3>{YEAR}))",
    _I,
)
# "In 2024 they close on 29 March and on 27 September": the year at the head of the clause
_IN_YEAR: Final = re.compile(
    r"(?:^|[,;:(] ?)\W{0,6}(?:in|for|en|pour)[ ]((?:19"
    r"|20)\d\d)\b(?![-–/]\d),?[ ]"
    # A second verb may be of another year: "In 2023 it grew and will meet on 4 May".
    r"(?:(?![ ](?:and|et)[ ](?!(?:on|by|again|before|le|avant)[ ]))[^,;:()\n]){2,160}$",
    _I,
)
# Between two days that one verb is said of
_AND_ON: Final = re.compile(
    r",?[ ](?:and|et|then|puis)[ ](?:again[ ])?(?:(?:on|by|before|le|avant le)[ ])?(?:the[ ])?", _I
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text and what it is the date of."""

    range: DateRange
    kind: DateKind

    @property
    def span(self) -> Span:
        """Where the date is written."""
        return span_of(self.range)


def span_of(value: DateRange) -> Span:
    """Where a range found in a text is written."""
    if value.span is None:
        raise ValueError("a date found in a text has a span; this one came from elsewhere")
    return value.span


def find_dates(
    content: str, language: Language, start: int = 0, end: int | None = None
) -> tuple[FoundDate, ...]:
    """Every date with its year in ``content[start:end]``, in order, ranges as one.

    "03/04/2025" is 3 April in both languages: European English writes the day first too. Only an
    English text that elsewhere has a date possible only month-first ("04/27/2025") is read so.
    """
    stop = len(content) if end is None else end
    return _classified(
        content, _dated(content, language, mentions(content, start, stop), start, stop)
    )


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
        heads = not content[max(0, mention.span.start - 16) : mention.span.start].strip(
            "\n -–—#*|•"
        )
        if (year := _said_year(content, mention)) and (day := mention.range(year)):
            extra.append(day)
            continue
        beside = _BESIDE if heads else timedelta(0)  # the next day of an agenda
        for year in sorted({d.start.year for d in known if d.precision == "day"}):
            guess = mention.range(year)
            if guess and any(
                d.precision == "day"
                and d.start <= guess.start
                and guess.end <= d.end + beside
                and d.end - d.start < timedelta(days=32)
                for d in known
            ):
                extra.append(guess)
                break
    return _classified(content, _joined(content, [*known, *extra]) if extra else known)


def _said_year(content: str, day: Mention) -> int | None:
    """The year that the clause of a day without one names at its head."""
    sentence = sentence_at(content, day.span.start)
    said = _IN_YEAR.search(content[sentence.start : day.span.start])
    return int(said[1]) if said else None


def _dated(
    content: str, language: Language, written: tuple[Mention, ...], start: int, stop: int
) -> list[DateRange]:
    found = [r for m in written if (r := m.range())]
    found += _numeric(content, language, start, stop)
    return _joined(content, found)


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
    for match in _SPACED.finditer(content, start, stop):
        day, month, year = int(match[1]), int(match[2]), int(match[3])
        if found := days(year, month, day, day, Span(*match.span())):
            yield found
    for match in _MONTH_YEAR.finditer(content, start, stop):
        if found := months(int(match[2]), int(match[1]), int(match[1]), Span(*match.span())):
            yield found
    quarters = _QUARTER.finditer(content, start, stop) if _MAY_BE_QUARTER.search(content) else ()
    for match in quarters:
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
    first = int(match["first"])
    start = days(year, first_month, first, first, Span(*match.span()))
    if start is None or start.start > end.start:
        return end
    return replace(start, end=end.end)


def _apart(ranges: list[DateRange]) -> list[DateRange]:
    """In text order; of overlapping ones the first, and the longer of two that start together."""
    kept: list[DateRange] = []
    for item in sorted(ranges, key=lambda r: (span_of(r).start, -span_of(r).end)):
        if not kept or span_of(item).start >= span_of(kept[-1]).end:
            kept.append(item)
    return kept


def _joined(content: str, ranges: list[DateRange]) -> list[DateRange]:
    """The ranges apart; "du 04/05/2022 au 06/05/2022" is made one."""
    joined: list[DateRange] = []
    for item in _apart(ranges):
        if joined and (whole := _whole(content, joined[-1], item)) is not None:
            joined[-1] = whole
        else:
            joined.append(item)
    return joined


def _classified(content: str, ranges: list[DateRange]) -> tuple[FoundDate, ...]:
    found: list[FoundDate] = []
    for item in ranges:
        kind = _kind(content, item)
        if kind == "other" and found and found[-1].kind == "deadline":
            between = content[found[-1].span.end : span_of(item).start]
            kind = "deadline" if _AND_ON.fullmatch(between) else kind
        found.append(FoundDate(item, kind))
    return tuple(found)


def _kind(content: str, item: DateRange) -> DateKind:
    """What a date is of; nothing is published for days on end ("Namur, 4–6 May: report by …")."""
    kind = kind_of(content, span_of(item))
    several = item.precision == "day" and item.start != item.end
    return "event" if kind == "published" and several else kind


def _whole(content: str, left: DateRange, right: DateRange) -> DateRange | None:
    gap = content[span_of(left).end : span_of(right).start]
    if left.precision != right.precision or left.end >= right.start:
        return None
    if is_moved_from(content, span_of(left).start):
        return None
    near = right.end - left.start <= _COLUMNS and left.precision == "day"
    if not _TO.fullmatch(gap) and not (near and _END_COLUMN.fullmatch(gap)):
        return None
    return replace(left, end=right.end, span=Span(span_of(left).start, span_of(right).end))
