"""Numbered editions: "les 7es Assises", "the third study visit", "steering committee no. 4".

Matched on text in lower case without accents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ingest.describe.dates.calendar import MONTH
from ingest.register.kinds import FoundKind
from ingest.types import EventKind, Span
from pipelines.catalogue.events import Told
from pipelines.register.nouns import asked_kinds, without_accents
from pipelines.register.row import Row
from pipelines.register.texts import Texts
from pipelines.terms import ordinals

# Up to three words of a name stand between, or that it is an edition of it: no day of a month.
_BEFORE: Final = re.compile(
    rf"{ordinals.PATTERN} (?:editions? (?:of|du|de|des|d['’]) ?(?:the |la |l['’])?)?"
    rf"(?:(?!(?:of|de|du|des|d|in|en|at|a|to|and|et|{without_accents(MONTH)})\b)[\w'’&-]+ ){{0,3}}$"
)
_AFTER: Final = re.compile(
    r"(?: (?!(?:in|en|a|at)\b)[\w'’&-]+){0,2} (?P<mark>(?:no\.?|n°|nr\.?|number|numero|#) ?"
    r"(?P<n>\d{1,2}))(?!\d)"
)
_NEAR: Final = 60  # characters before and after a noun
_UNNUMBERED: Final = frozenset(("call", "agreement", "other"))


def edition_in(text: str, found: Sequence[FoundKind]) -> tuple[int, Span] | None:
    """The number of the edition that a question asks for, and where it stands; None for any, and of
    calls, whose rounds are numbered otherwise."""
    nouns = (noun.span for noun in found if noun.kind not in _UNNUMBERED)
    return next((number for noun in nouns if (number := _number(text, noun))), None)


def editions_in(text: str) -> frozenset[tuple[EventKind, int]]:
    """The numbered events that a text names, the first as well, each with its kind; ``text`` is in
    lower case without accents."""
    return frozenset(
        (noun.kind, number[0])
        for noun in asked_kinds(text)
        if noun.kind not in _UNNUMBERED and (number := _any_number(text, noun.span))
    )


def of_edition(rows: Iterable[Row], number: int, texts: Texts) -> list[Row]:
    """The rows that a document numbers so. One alone that no document numbers is meant anyhow."""
    rows = list(rows)
    texts.fetch(t.document for row in rows for t in row.told)
    told = [{n for t in row.told for n in _numbers(t, texts)} for row in rows]
    if len(rows) == 1 and not told[0]:
        return rows
    return [row for row, numbers in zip(rows, told, strict=True) if number in numbers]


def _numbers(told: Told, texts: Texts) -> Iterable[int]:
    content = texts(told).content
    for span in (told.event.kind_span, told.event.name.span):
        if span is None:
            continue
        start = max(0, span.start - _NEAR)
        low = without_accents(content[start : span.end + _NEAR].lower())
        inside = Span(span.start - start, span.end - start)
        nouns = [f.span for f in asked_kinds(low) if f.span.meets(inside)]
        yield from (found[0] for noun in nouns or [inside] if (found := _number(low, noun)))


def _number(text: str, noun: Span) -> tuple[int, Span] | None:
    """The number right before a noun or behind it, and where it stands, but for the first: what is
    first of all may never have been called so."""
    found = _any_number(text, noun)
    return None if found and found[0] == 1 and found[1].end <= noun.start else found


def _any_number(text: str, noun: Span) -> tuple[int, Span] | None:
    start = max(0, noun.start - _NEAR, text.rfind("\n", 0, noun.start) + 1)
    if match := _BEFORE.search(text[start : noun.start]):
        return ordinals.value_of(match), Span(start + match.start(), noun.start)
    if after := _AFTER.match(text[noun.end : noun.end + _NEAR]):
        return int(after["n"]), Span(noun.end + after.start("mark"), noun.end + after.end())
    return None
