"""Split a document into the passages that are searched and quoted.

Sections, paragraphs, list items, table rows and sentences give the places where a cut is allowed,
each at a price; the cheapest way through the document is taken. Every character of the text that
is not white space is in exactly one passage.

A heading's line opens the passage under it, so it can be found and quoted. A passage's ``headings``
are those above it that are *not* in its own text; a title (one level-1 heading, the first) is left
out too, since a document's title travels with each of its passages anyway.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.sentences import in_segment, is_item, segments
from ingest.types import Heading, Language, Passage, Span, Text

VERSION: Final = "3"

Count = Callable[[Sequence[str]], list[int]]

# Prices of a cut before a unit; a passage costs 1, and up to 2 more when it is short.
_PARAGRAPH, _ROW, _ITEM, _SENTENCE, _CLAUSE = 0.0, 0.3, 0.6, 1.0, 1.2
_LEAD_IN, _UNDER_HEADING = 6.0, 50.0
# Prices of a heading inside a passage: of the same level or a deeper one, or of a higher one.
_SIBLING, _HIGHER = 2.0, 4.0

_CLAUSE_END: Final = re.compile(r"[;:,)»”–—] ")
_SURE: Final = 0.9
_LIKELY: Final = 0.75
_ENOUGH_WORDS: Final = 12


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is never cut: a sentence, a heading, a table row; and the price of a cut before it."""

    start: int
    end: int
    price: float
    level: int = 0  # of a heading
    lead_in: bool = False


def split(
    text: Text, language: Language, count: Count, max_tokens: int = 180, min_tokens: int = 40
) -> tuple[Passage, ...]:
    """The passages of ``text``, in order.

    ``count`` gives the number of word pieces of each string, without special tokens. A passage has
    at most ``max_tokens`` of them, and at least ``min_tokens`` where its section allows it. Each
    has the document's ``language`` unless it is clearly written in the other one.
    """
    if not 0 < min_tokens <= max_tokens:
        raise ValueError(f"need 0 < min_tokens <= max_tokens, not {min_tokens} and {max_tokens}")
    units, sizes = _fit(text.content, _units(text), count, max_tokens)
    if not units:
        return ()
    starts = [heading.span.start for heading in text.headings]
    paths = _paths(text)
    passages = []
    for first, last in _cheapest(units, sizes, max_tokens, min_tokens):
        start, end = units[first].start, units[last].end
        quote = text.content[start:end]
        # Headings that start before the passage; its own opening headings replace their like.
        above = paths[bisect_left(starts, start)]
        level = units[first].level
        path = tuple(
            heading.span.of(text.content) for heading in above if not level or heading.level < level
        )
        spoken = passage_language(quote, language)
        passages.append(Passage(start, end, quote, spoken, text.page_at(start), path))
    return tuple(passages)


def passage_language(passage: str, document: Language) -> Language:
    """The language of a passage: its document's, unless it is long and clearly in the other.

    Names don't count, and both halves have to be in the other one: an English line that quotes
    a French name stays English.
    """
    words = passage.split()
    if sum(word[0].islower() for word in words) < _ENOUGH_WORDS:
        return document  # names are of no language
    from ingest.describe.language import detect

    language, confidence = detect(passage)
    if language == document or confidence < _SURE:
        return document
    middle = len(words) // 2
    for half in (words[:middle], words[middle:]):
        other, sure = detect(" ".join(half))
        if other == document or sure < _LIKELY:
            return document
    return language


def _units(text: Text) -> list[_Unit]:
    units: list[_Unit] = []
    at = 0
    for heading in text.headings:
        units.extend(_body(text.content, at, heading.span.start))
        units.append(_Unit(heading.span.start, heading.span.end, _PARAGRAPH, heading.level))
        at = heading.span.end
    units.extend(_body(text.content, at, len(text.content)))
    priced: list[_Unit] = []
    for unit in units:
        before = priced[-1] if priced else None
        price = unit.price
        if before is not None and before.level and not (unit.level and unit.level <= before.level):
            price = _UNDER_HEADING
        elif before is not None and before.level:
            price = _LEAD_IN  # a heading with nothing under it goes with the next one
        elif before is not None and before.lead_in:
            price = _LEAD_IN
        priced.append(_Unit(unit.start, unit.end, price, unit.level, unit.lead_in))
    return priced


def _body(content: str, start: int, end: int) -> Iterator[_Unit]:
    """The units between two headings; together they hold all that is not white space."""
    for first, last in segments(content, start, end):
        line = content[first:last]
        price = _ITEM if is_item(line) else _ROW if " | " in line else _PARAGRAPH
        spans = [Span(first, last)] if price == _ROW else list(in_segment(content, first, last))
        begin = first  # with the mark of a list item, which no sentence holds
        for span in spans or [Span(first, last)]:
            yield _Unit(begin, span.end, price, 0, content[span.end - 1] == ":")
            price = _SENTENCE
            begin = span.end
            while begin < last and content[begin].isspace():
                begin += 1


def _fit(
    content: str, units: list[_Unit], count: Count, limit: int
) -> tuple[list[_Unit], list[int]]:
    """The units and their sizes, those over ``limit`` cut at a clause, a blank, or anywhere."""
    sizes = _sizes(content, units, count)
    fitting: list[_Unit] = []
    kept: list[int] = []
    pending = 0  # size of the headings that the next unit has to share its passage with
    for unit, size in zip(units, sizes, strict=True):
        room = max(limit - pending, limit // 2, 1)
        if size <= room:
            fitting.append(unit)
            kept.append(size)
        else:
            for piece, tokens in _pieces(content, unit, size, count, room):
                fitting.append(piece)
                kept.append(tokens)
        pending = pending + size if unit.level else 0
    return fitting, kept


def _pieces(
    content: str, unit: _Unit, size: int, count: Count, room: int
) -> Iterator[tuple[_Unit, int]]:
    at, price, level = unit.start, unit.price, unit.level
    reach = max(1, (unit.end - unit.start) * room // size)
    while at < unit.end:
        stop = _clause(content, at, min(unit.end, at + reach), unit.end)
        piece = _Unit(at, stop, price, level, unit.lead_in and stop == unit.end)
        tokens = _sizes(content, [piece], count)[0]
        if tokens > room and stop - at > 1:
            reach = max(1, (stop - at) * room // (tokens + 1))
            continue
        yield piece, tokens
        price, level = _CLAUSE, 0
        at = stop
        while at < unit.end and content[at].isspace():
            at += 1


def _clause(content: str, start: int, reach: int, end: int) -> int:
    """Where to cut ``content[start:end]`` at or before ``reach``."""
    if reach >= end:
        return end
    half = start + (reach - start) // 2
    cut = 0
    for found in _CLAUSE_END.finditer(content, half, reach):
        cut = found.end() - 1
    if not cut:
        cut = max(content.rfind(" ", half, reach), content.rfind("\n", half, reach))
    while cut > start and content[cut - 1].isspace():
        cut -= 1
    return cut if cut > start else reach


def _sizes(content: str, units: Sequence[_Unit], count: Count) -> list[int]:
    return [max(1, n) for n in count([content[unit.start : unit.end] for unit in units])]


def _cheapest(
    units: list[_Unit], sizes: list[int], limit: int, least: int
) -> list[tuple[int, int]]:
    """First and last unit of each passage, for the lowest sum of prices (dynamic programming)."""
    best = [0.0] * (len(units) + 1)  # best[i]: the price of all that comes before unit i
    begins = [0] * (len(units) + 1)
    for stop in range(1, len(units) + 1):
        size, crossed, lowest = 0, 0.0, 0
        best[stop] = float("inf")
        for start in range(stop - 1, -1, -1):
            size += sizes[start]
            if size > limit and start < stop - 1:
                break
            unit = units[start]
            short = max(0.0, 1 - size / (2 * least))
            price = best[start] + 1 + 2 * short * short + crossed + (unit.price if start else 0)
            if price < best[stop]:
                best[stop], begins[stop] = price, start
            if unit.level and start and not units[start - 1].level:
                # Passages that begin further up would have this heading inside them.
                crossed += _SIBLING if not lowest or unit.level >= lowest else _HIGHER
                lowest = unit.level
    cuts = []
    stop = len(units)
    while stop:
        cuts.append((begins[stop], stop - 1))
        stop = begins[stop]
    return cuts[::-1]


def _paths(text: Text) -> list[tuple[Heading, ...]]:
    """The headings in force before the first heading, after it, after the second, and so on."""
    titles = [heading for heading in text.headings if heading.level == 1]
    title = titles[0] if len(titles) == 1 and text.headings[0].level == 1 else None
    paths: list[tuple[Heading, ...]] = [()]
    for heading in text.headings:
        above = tuple(other for other in paths[-1] if other.level < heading.level)
        paths.append(above if heading is title else (*above, heading))
    return paths
