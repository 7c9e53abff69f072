"""The part of a sentence that is quoted."""

from __future__ import annotations

from ingest.types import Span


def clip(content: str, span: Span, around: Span | None, longest: int) -> Span:
    """``span`` cut at a clause or a space to at most ``longest`` characters, with ``around``."""
    if span.end - span.start <= longest:
        return span
    centre = around or Span(span.start, span.start)
    start = max(span.start, min(centre.start - longest // 3, span.end - longest))
    end = min(span.end, start + longest)
    if start > span.start:
        start = _next_edge(content, start, min(centre.start, end))
    if end < span.end:
        end = _last_edge(content, max(centre.end, start), end)
    return Span(start, end)


def _next_edge(content: str, start: int, stop: int) -> int:
    for marks in (";—–", ",", " "):  # what follows a colon hangs on what stands before it
        places = [p for mark in marks if (p := content.find(mark, start, stop)) >= 0]
        if places:
            edge = min(places) + 1
            while edge < stop and content[edge].isspace():
                edge += 1
            return edge
    return stop


def _last_edge(content: str, start: int, stop: int) -> int:
    for marks in (";—–", ",", " "):
        places = [p for mark in marks if (p := content.rfind(mark, start, stop)) > start]
        if places:
            return max(places)
    return stop
