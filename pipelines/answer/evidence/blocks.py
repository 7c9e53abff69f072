"""Lists that stand in a text: a lead ("Four proposals", "The rules are these:") and its items, or
sentences that are counted ("Three lessons. First, … Second, … Finally, …")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.gazetteer import fold
from ingest.sentences import sentences
from ingest.types import Heading, Span, Text
from pipelines.answer.evidence.rubrics import asks, is_rubric, with_answer

MOST = 15  # items; a longer list is a table of contents or a directory
_LINE = re.compile(r"[^\n]+")
_ITEM = re.compile(r"\s*(?:[-–—•◦▪●*·➢✓]|\(?\d{1,2}[.)]|\(?[a-h]\))\s+(?=\S)")
_ROW = re.compile(r"[^|:\n]{1,60}: [^|\n]*(?: \| [^|:\n]{1,60}: [^|\n]*)+$")
_PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")
_FIRST = re.compile(
    r"(?:(?:tout )?d'abord|premierement|en premier lieu|l[ea] premiere?|first(?:ly)?|first of all"
    r"|the first)\b"
)
_TURN = re.compile(
    _FIRST.pattern + r"|(?:ensuite|puis|enfin|(?:deux|trois|quatr|cinqu)iemement"
    r"|en (?:deuxieme|second|troisieme|dernier) lieu|l[ea] (?:deuxieme|seconde?|troisieme|quatrieme"
    r"|derniere?)|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|then|next|finally|last(?:ly)?"
    r"|the (?:second|third|fourth|last))\b"
)
_DECORATION = " \t*_#"
_LONGEST_LEAD = 160  # characters of a line that leads without a colon
_COUNTS = {
    word: number
    for number, spelled in enumerate(
        ("two deux 2", "three trois 3", "four quatre 4", "five cinq 5", "six 6", "seven sept 7",
         "eight huit 8", "nine neuf 9", "ten dix 10"), start=2
    )
    for word in spelled.split()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """A lead and its items, as they stand in the text, marks left out; where they are questions
    that a document ``asks`` itself, each with its answer."""

    lead: Span
    items: tuple[Span, ...]
    asks: bool = False


@lru_cache(maxsize=256)
def blocks(text: Text) -> tuple[Block, ...]:
    """The lists of a text: lines with marks or numbers, headings under a heading, and sentences
    that are told in turn."""
    return tuple(
        block
        for block in (*_marked(text), *_headed(text), *_in_turn(text.content))
        if 2 <= len(block.items) <= MOST
    )


@lru_cache(maxsize=256)
def rows(text: Text) -> tuple[tuple[Span, ...], ...]:
    """The tables of a text: the rows of each, which are read as "Town: Ghent | Days: 2"."""
    tables: list[list[Span]] = [[]]
    for match in _LINE.finditer(text.content):
        if _ROW.match(match.group()):
            tables[-1].append(Span(*match.span()))
        elif tables[-1]:
            tables.append([])
    return tuple(tuple(table) for table in tables if 2 <= len(table) <= MOST)


def is_row(text: str) -> bool:
    """Whether a sentence is a row of a table, with its columns' names."""
    return _ROW.match(text) is not None


def among(text: Text, span: Span) -> tuple[Span, ...]:
    """The items of the list, or the rows of the table, that a sentence is one of; else none: an
    answer is none of the other questions'."""
    listed = (*(block.items for block in blocks(text) if not block.asks), *rows(text))
    return next(
        (items for items in listed if any(i.meets(span) for i in items)),
        (),
    )


def list_lead(text: Text, span: Span) -> Span | None:
    """The lead of the list that a sentence is an item of; None where it is of no list."""
    listed = (block for block in blocks(text) if not block.asks)
    return next((b.lead for b in listed if any(item.meets(span) for item in b.items)), None)


def heading_over(text: Text, span: Span) -> Span | None:
    """The heading that a sentence stands under, unless that is the title."""
    above = [
        h for n, h in enumerate(text.headings) if h.span.end <= span.start and (n or h.level > 1)
    ]
    return above[-1].span if above else None


def _marked(text: Text) -> Iterator[Block]:
    """Lines with marks or numbers, under the line that leads to them; a heading, whatever its
    number, is no item, and a row of a table leads to nothing."""
    content = text.content
    headings = {content.rfind("\n", 0, h.span.start) + 1: h.span for h in text.headings}
    lead: Span | None = None
    items: list[Span] = []
    for match in _LINE.finditer(content):
        line = _trimmed(content, Span(*match.span()))
        if line is None:
            continue
        heading = headings.get(match.start())
        if heading is not None and content[heading.end : line.end].strip(_DECORATION):
            heading = None  # the line goes on after it
        if heading is None and (mark := _ITEM.match(content, line.start, line.end)):
            items.append(Span(mark.end(), line.end))
            continue
        if lead is not None:
            yield Block(lead, tuple(items))
        lead, items = heading or _lead(content, line), []
    if lead is not None:
        yield Block(lead, tuple(items))


def _lead(content: str, line: Span) -> Span | None:
    """A line, or the last sentence of it, when it announces what comes next."""
    written = line.of(content)
    short = len(written) <= _LONGEST_LEAD and not written.endswith((".", "!", "…"))
    if is_row(written) or not (written.endswith(":") or short):
        return None
    stop = max(written.rfind(mark, 0, len(written) - 1) for mark in (". ", "! ", "? "))
    return Span(line.start + stop + 2, line.end) if stop >= 0 else line


def _headed(text: Text) -> Iterator[Block]:
    """Headings one level down, those that ask with their answers, unless half of them are rubrics;
    or, right after one that says how many, so many of its level."""
    content, headings = text.content, text.headings
    for number, heading in enumerate(headings):
        if heading.level == 1 and number == 0:
            continue  # the document's title leads to all of it
        below = _below(headings[number + 1 :], heading.level)
        counted = _count(heading.span.of(content))
        if below:
            spans = [h.span.of(content) for h in below]
            if 2 * sum(map(is_rubric, spans)) < len(spans):
                items = _answered(text, below)
                yield Block(heading.span, items, any(map(asks, spans)))
        elif counted and _follows(content, headings, number):
            same = headings[number + 1 : number + 1 + counted]
            if len(same) == counted and all(h.level == heading.level for h in same):
                yield Block(heading.span, tuple(h.span for h in same))


def _answered(text: Text, items: Sequence[Heading]) -> tuple[Span, ...]:
    """The headings, of those that ask each with what stands under it."""
    starts = [h.span.start for h in text.headings]
    ends = (next((s for s in starts if s > h.span.start), len(text.content)) for h in items)
    spans = (
        with_answer(text, h.span, end) if asks(h.span.of(text.content)) else h.span
        for h, end in zip(items, ends, strict=True)
    )
    return tuple(span for span in spans if span is not None)


def _in_turn(content: str) -> Iterator[Block]:
    """A sentence that says how many, and as many that are told first, next and last after it."""
    for paragraph in _PARAGRAPH.finditer(content):
        if not _FIRST.search(fold(paragraph.group())):
            continue
        spans = list(sentences(content, *paragraph.span()))
        turns = [n for n, span in enumerate(spans) if _TURN.match(fold(span.of(content)))]
        for start in turns:
            counted = _count(spans[start - 1].of(content)) if start else 0
            firsts = [n for n in turns if n >= start][:counted]
            if counted < 2 or len(firsts) < counted or not _is_first(content, spans[start]):
                continue
            ends = [*(n - 1 for n in firsts[1:]), firsts[-1]]
            yield Block(
                spans[start - 1],
                tuple(
                    Span(spans[one].start, spans[last].end)
                    for one, last in zip(firsts, ends, strict=True)
                ),
            )


def _is_first(content: str, span: Span) -> bool:
    return _FIRST.match(fold(span.of(content))) is not None


def _below(headings: Sequence[Heading], level: int) -> list[Heading]:
    found: list[Heading] = []
    for heading in headings:
        if heading.level <= level:
            break
        found.append(heading)
    top = min((heading.level for heading in found), default=0)
    return [heading for heading in found if heading.level == top]


def _follows(content: str, headings: Sequence[Heading], number: int) -> bool:
    """Whether nothing stands between a heading and the next."""
    rest = headings[number + 1 : number + 2]
    return bool(rest) and not content[headings[number].span.end : rest[0].span.start].strip()


def _count(lead: str) -> int:
    return next((_COUNTS[word] for word in re.findall(r"\w+", fold(lead)) if word in _COUNTS), 0)


def _trimmed(content: str, span: Span) -> Span | None:
    written = span.of(content)
    start = span.start + len(written) - len(written.lstrip())
    end = span.end - (len(written) - len(written.rstrip()))
    return Span(start, end) if end > start else None
