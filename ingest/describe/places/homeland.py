"""The country that a text without an event is about, by all that it names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ingest.describe.layout import lowered
from ingest.describe.places.places import FoundPlace
from ingest.gazetteer import fold, nationals
from ingest.types import Language, Span

_DATED: Final = re.compile(r",? (?:le|on|the)? ?\d{1,2}(?:er|st|nd|rd|th)? [^\W\d_]{3,9} \d{4}")
_LEAD: Final = 600
_MOST: Final = 400  # places weighed
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LISTED: Final = 3  # countries one after the other: those that may apply, not where one is
_LIST_REACH: Final = 30
_AHEAD: Final = 2.0  # the first country has so many times the points of the second
_ENOUGH: Final = 2.5


def spoken_of(
    content: str, places: Sequence[FoundPlace], language: Language
) -> tuple[str, Span, float] | None:
    """The country that a text without an event is about, by all it names, and how surely.

    A town or region counts 1, 2 before a date ("Metz, le 8 octobre 2024"), a country 1 ("outside
    France" too: its people speak), an adjective or a public body ("wallon", "Bpifrance") 0.75;
    twice that in the opening; France 0.75 for a text in French. None unless one country has twice
    the points of the next.
    """
    points: dict[str, float] = defaultdict(float)
    first: dict[str, Span] = {}

    def add(code: str, value: float, span: Span) -> None:
        points[code] += value * (2 if span.start < _LEAD else 1)
        first.setdefault(code, span)

    for place in places[:_MOST]:
        if place.locative or place.kind == "country" or place.paired:
            dated = _DATED.match(content, place.span.end)
            add(place.country, 2.0 if dated else 1.0, place.span)
    low = lowered(content[: 8 * _LEAD])
    for word, code in _national_words(low):
        add(code, 0.75, word)
    if language == "fr" and "FR" in points:
        points["FR"] += 0.75
    ranked = sorted(points.items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < _ENOUGH:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    if ranked[0][1] < _AHEAD * second:
        return None
    return ranked[0][0], first[ranked[0][0]], round(1 - second / ranked[0][1], 2)


def lists_countries(places: Sequence[FoundPlace]) -> bool:
    """Whether the text names three countries in a row ("SMEs of Italy, France or Portugal")."""
    row = 1
    countries = [p for p in places if p.kind == "country"]
    for before, after in pairwise(countries):
        row = row + 1 if after.span.start - before.span.end <= _LIST_REACH else 1
        if row >= _LISTED:
            return True
    return False


def _national_words(low: str) -> list[tuple[Span, str]]:
    known = nationals()
    found = []
    words = list(_WORD.finditer(low))
    for number, word in enumerate(words):
        for size in (3, 2, 1):
            last = words[min(number + size, len(words)) - 1]
            if code := known.get(fold(low[word.start() : last.end()])):
                found.append((Span(word.start(), last.end()), code))
                break
    return found
