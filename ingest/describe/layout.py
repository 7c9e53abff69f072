"""Lines, label lines ("Venue: Lyon") and rough sentences of a text, by offset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ingest.gazetteer import fold
from ingest.types import Span

_MARKS: Final = " \t\u00a0*_#>|•·-–—▪►"
# Key, then a colon (or a question mark: "Where?"), then the value. Every part is bounded.
_LABEL: Final = re.compile(
    r"(?P<key>[^\W\d_][^:|?\n]{0,44}?)[ \t\u00a0*_]{0,4}(?:[:：|]|\?[ \t]{0,2}:?)[*_]{0,3}"
    r"(?=[ \t\u00a0|]|$)"
)
_STOP: Final = re.compile(
    r"(?<![A-Z])(?<!\b[MD]r)(?<!\bMs)(?<!\bMme)(?<!\bSt)[.!?…](?=[\s»”\"])|\n"
)
_REACH: Final = 320


@dataclass(frozen=True, slots=True)
class Label:
    """A label and its value: ``key`` is folded, ``span`` covers the value alone."""

    key: str
    span: Span


def lowered(content: str) -> str:
    """``content`` in lower case, character for character, so that offsets stay right.

    Patterns without IGNORECASE on it run two to three times as fast.
    """
    low = content.lower()
    if len(low) == len(content):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in content)


def lines(content: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The non-empty lines, without the white space and list marks around them."""
    stop = len(content) if end is None else end
    position = start
    while position < stop:
        newline = content.find("\n", position, stop)
        newline = stop if newline < 0 else newline
        yield from _trimmed(content, position, newline)
        position = newline + 1


def labels(content: str) -> tuple[Label, ...]:
    """Label lines in order; a label alone on its line takes the next line as its value."""
    found: list[Label] = []
    waiting: str | None = None
    for line in lines(content):
        match = _LABEL.match(content, line.start, min(line.end, line.start + 60))
        if match is None:
            if waiting is not None and line.end - line.start <= 160:
                found.append(Label(waiting, line))
            waiting = None
            continue
        key = fold(match["key"])
        waiting = None
        value = next(_trimmed(content, match.end(), line.end), None)
        if value is None:
            waiting = key
        else:
            found.append(Label(key, value))
    return tuple(found)


def sentence_at(content: str, position: int) -> Span:
    """The rough sentence around ``position``, at most some 640 characters of it."""
    low, high = max(0, position - _REACH), min(len(content), position + _REACH)
    start = low
    for match in _STOP.finditer(content, low, position):
        start = match.end()
    after = _STOP.search(content, position, high)
    return Span(start, after.start() if after else high)


def _trimmed(content: str, start: int, end: int) -> Iterator[Span]:
    while start < end and (content[start] in _MARKS or content[start].isspace()):
        start += 1
    while end > start and (content[end - 1] in "*_|# \t\r\u00a0" or content[end - 1].isspace()):
        end -= 1
    if start < end:
        yield Span(start, end)
