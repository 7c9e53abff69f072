"""Lines, label lines ("Venue: Lyon") and rough sentences of a text, by offset."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ingest.gazetteer import fold
from ingest.types import Span

_MARKS: Final = " \t\u00a0*_#>|•·-–—▪►"
# Key, then a colon (or a question mark: "Where?"), then the value. Every part is bounded.
_LABEL: Final = re.compile(
    r"(?P<key>[^\W\d_][^:|?\n]{0,44}?)[ \t\u00a0*_]{0,4}(?:[:：|]|\?[ \t]{0,2}:?)[*_]{0,3}"
    r"(?=[ \t\u00a0|]|$)"
)
# Not behind an initial ("J. Roy", "the E.U. office"); behind "CET" or "PME" a sentence may end.
_STOP: Final = re.compile(
    r"(?<!\b[A-Z])(?<!\bMM)(?<!\b[MD]r)(?<!\bMs)(?<!\bMme)(?<!\bSt)[.!?…](?=[\s»”\"])|\n"
)
# "Meetings | Vigo, May 2023: 118 | Turin, June 2024: 236": cells with headers of their own
_HEADED: Final = re.compile(r"[^|:\n]{2,60}:[ ][^|\n]+")
_NUMBER: Final = re.compile(r"[^|:\n]{2,60}:[ ][\d\s.,%€]{1,20}")
# What one has to do by a day: a row of a list of actions
_DOER: Final = re.compile(
    r"(?:who|qui|by whom|par qui|(?:action )?owners?|responsables?|responsible(?: person)?|pilotes?"
    r"|porteurs?|leads?|in charge|en charge|assigned to|assignee)"
)
_TASK: Final = re.compile(
    r"(?:what|quoi|actions?|tasks?|taches?|actions? to take|to do|a faire|decisions?|suites?)"
)
_REACH: Final = 320
_DATED_ROW: Final = re.compile(r"(?:^|\| )dates?: ")
# "Item: Host | Detail: Alba": labels and values with their headers
_SHEET: Final = re.compile(
    r"(?:items?|fields?|champs?|rubriques?|elements?|intitules?|what|quoi|donnees?|informations?"
    r"|aspects?|headings?|points?|libelles?|facts?|key|cle|label): [^|]+ \| [^|]+"
)
_HOUR: Final = re.compile(
    r"(?:^|\| )(?:heures?|horaires?|times?|hours?|when|quand|jours?|journees?|days?|creneaux?|slot)"
    r": |^\d{1,2} ?[h:.]"
)

_CLOCK: Final = re.compile(r"\b\d{1,2}(?: ?h\b|[:h]\d\d)")


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


@lru_cache(maxsize=1)  # asked for by the register as well
def labels(content: str) -> tuple[Label, ...]:
    """Label lines in order; a label alone on its line takes the next line as its value.

    So are the cells of a table whose rows are told with their headers ("Item: Budget | Detail: 2
    M€"), and in a table of two columns the first cell is the label of the second as well.
    """
    found: list[Label] = []
    waiting: str | None = None
    for line in lines(content):
        if len(cells := _cells(content, line)) > 1:
            found += cells
            if len(cells) == 2 and cells[0].span.end - cells[0].span.start <= 60:
                found.append(Label(fold(cells[0].span.of(content)), cells[1].span))
            waiting = None
            continue
        match = _LABEL.match(content, line.start, min(line.end, line.start + 60))
        if match is None or _names_row(content, match, line.end):
            if match is None and waiting is not None and line.end - line.start <= 160:
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


def _names_row(content: str, key: re.Match[str], end: int) -> bool:
    """Whether what looks like a label is the first cell of a row whose other cells are headed."""
    if not key[0].rstrip("*_").endswith("|"):
        return False
    cells = [cell.strip() for cell in content[key.end() : end].split(" | ")]
    if len(cells) == 1:
        return _NUMBER.fullmatch(cells[0]) is not None
    return all(_HEADED.fullmatch(cell) for cell in cells)


def _cells(content: str, line: Span) -> list[Label]:
    """The cells of a row told with its headers; none for any other line."""
    found: list[Label] = []
    start = line.start
    if content.find(" | ", line.start, line.end) < 0:
        return found
    while start < line.end:
        bar = content.find(" | ", start, line.end)
        end = line.end if bar < 0 else bar
        match = _LABEL.match(content, start, min(end, start + 60))
        value = next(_trimmed(content, match.end(), end), None) if match else None
        if match is None or match[0].rstrip(" *_")[-1] not in ":：":
            return []
        if value is not None:
            found.append(Label(fold(match["key"]), value))
        start = end + 3
    return found


def told_once(content: str, known: tuple[Label, ...]) -> tuple[Label, ...]:
    """The labels without those of columns that differ from row to row of a table.

    What one row says of an event or a partner describes that one, and not the document. The rows of
    a programme, with their hours, all do.
    """
    values: dict[str, set[str]] = {}
    rows = [
        label
        for label in known
        if (row := _row(content, label.span))
        and (_DATED_ROW.search(row) or not _HOUR.search(row))
        and not _SHEET.fullmatch(row)
    ]
    for label in rows:
        values.setdefault(label.key, set()).add(fold(label.span.of(content)))
    several = {key for key, told in values.items() if len(told) > 1}
    dropped = {label.span for label in rows if label.key in several}
    return tuple(label for label in known if label.span not in dropped)


def without_tasks(content: str, known: tuple[Label, ...]) -> tuple[Label, ...]:
    """The labels without those of a list of actions ("Who: Roy | What: venue | When: 4 May").

    A day there is one by which somebody does something. One row alone, and rows with hours, may
    well be of the event.
    """
    rows: dict[int, list[Label]] = {}
    for label in known:
        if (row := _row(content, label.span)) and not _CLOCK.search(row):
            rows.setdefault(content.rfind("\n", 0, label.span.start), []).append(label)
    tasks = [
        row
        for row in rows.values()
        if any(_DOER.fullmatch(x.key) for x in row) and any(_TASK.fullmatch(x.key) for x in row)
    ]
    dropped = {label.span for row in tasks for label in row} if len(tasks) > 1 else set()
    return tuple(label for label in known if label.span not in dropped)


def _row(content: str, span: Span) -> str:
    """The line around a cell, folded; nothing where it is no row of a table."""
    start = content.rfind("\n", 0, span.start) + 1
    end = content.find("\n", span.end)
    line = content[start : end if end >= 0 else len(content)]
    return fold(line) if " | " in line else ""


def sentence_at(content: str, position: int) -> Span:
    """The rough sentence around ``position``, at most some 640 characters of it."""
    low, high = max(0, position - _REACH), min(len(content), position + _REACH)
    starts, ends = _stops(content)
    number = bisect_right(ends, position)  # stops that end before or at the position
    start = max(low, ends[number - 1] if number else 0)
    following = bisect_left(starts, position)
    return Span(start, min(high, starts[following] if following < len(starts) else high))


@lru_cache(maxsize=4)
def _stops(content: str) -> tuple[list[int], list[int]]:
    """Where the stops between sentences begin and end."""
    found = [match.span() for match in _STOP.finditer(content)]
    return [start for start, _ in found], [end for _, end in found]


def _trimmed(content: str, start: int, end: int) -> Iterator[Span]:
    while start < end and (content[start] in _MARKS or content[start].isspace()):
        start += 1
    while end > start and (content[end - 1] in "*_|# \t\r\u00a0" or content[end - 1].isspace()):
        end -= 1
    if start < end:
        yield Span(start, end)
