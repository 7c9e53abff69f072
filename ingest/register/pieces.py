"""The parts of a text that may tell an event each: clauses, short lines, headed sections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ingest.register.cells import Parts, kinds_in
from ingest.register.putoff import goes_on
from ingest.types import Span, Text

_SHORT_LINE: Final = 220
_LONGEST: Final = 420  # characters of a sentence that can tell one event
_SECTION: Final = 900  # characters of a section read for its heading's event


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text that may tell an event: ``area`` holds its noun and date, ``around`` its
    other cells; ``heading`` is what it stands under."""

    area: Span
    around: Span
    heading: Span | None = None


def pieces(parts: Parts, text: Text) -> Iterator[Piece]:
    """The pieces in order; a heading that names an event brings the section's first date."""
    content = parts.content
    headings = sorted(h.span.start for h in text.headings)
    done = 0
    for number, span in enumerate(parts.sentences):
        if span.start < done:
            continue
        end = content.find("\n", span.start)
        line = Span(content.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(content))
        if any(line.start <= start < line.end for start in headings):
            yield from _section(parts, Span(span.start, line.end), headings)
            done = line.end
            continue
        short = line.end - line.start <= _SHORT_LINE
        if short and span.start - line.start <= 4 and span.end < line.end and _opens(content, span):
            span = Span(span.start, line.end)  # "Next meeting. Brest, 24–25 March 2020, …"
        for following in parts.sentences[number + 1 : number + 3]:
            if not _goes_on(parts, span, following):
                break
            span = Span(span.start, following.end)  # "… is postponed. It will take place on …"
        done = span.end
        if span.end - span.start <= _LONGEST:
            for clause in _clauses(parts, span):
                yield Piece(clause, clause)


def _section(parts: Parts, heading: Span, headings: list[int]) -> Iterator[Piece]:
    """A heading that names an event, with the first date of its section where it has none."""
    if not kinds_in(parts, heading):
        return
    following = next((start for start in headings if start >= heading.end), len(parts.content))
    end = min(following, heading.end + _SECTION)
    area = heading
    if not any(heading.holds(d.span) for d in parts.dates):
        near = (
            s
            for s in parts.sentences
            if heading.end <= s.start < min(end, heading.end + _LONGEST)
            and any(s.holds(d.span) for d in parts.dates)
        )
        first = next(near, None)
        if first is None:
            return
        area = Span(heading.start, first.end)
    others = (
        s
        for s in parts.sentences
        if area.end <= s.start < end
        and kinds_in(parts, s)
        and any(s.holds(d.span) for d in parts.dates)
    )
    if (other := next(others, None)) is not None:
        end = other.start  # told of another event
    yield Piece(area, Span(heading.start, end), heading)


def _opens(content: str, span: Span) -> bool:
    return span.end - span.start <= 30 and content[span.end - 1] in ".:"


def _goes_on(parts: Parts, one: Span, other: Span) -> bool:
    return 0 <= other.start - one.end <= 3 and goes_on(parts.low, one, other)


def _clauses(parts: Parts, span: Span) -> Iterator[Span]:
    """What semicolons part, but for new days told behind one."""
    start = span.start
    for match in re.finditer(r"[ ]?;[ ]", span.of(parts.content)):
        clause = Span(start, span.start + match.start())
        if _goes_on(parts, clause, Span(span.start + match.end(), span.end)):
            continue
        yield clause
        start = span.start + match.end()
    yield Span(start, span.end)
