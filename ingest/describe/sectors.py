"""The sectors a document is about, from a small bilingual taxonomy (``gazetteer/sectors.tsv``).

Each sector has terms, some of which speak of it alone ("ferroviaire", 2 points) and some of others
too ("eau", 0.5); a term ending in ``*`` stands for all words that begin so. A term counts in full,
then half, then a third, eight times at most; three times as much in the title and twice in the
opening. The names of bodies count like any word: "Pôle Garonne Environnement" says what it does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import Final

from ingest.describe.found import Found
from ingest.gazetteer import fold, sector_rows
from ingest.types import Span

_WORD: Final = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*")
_STRONG, _WEAK = 2.0, 0.5
_IN_TITLE, _IN_OPENING = 3.0, 2.0
_OPENING: Final = 450
_TIMES: Final = 8
_MOST_WORDS: Final = 1_500
_LEAST: Final = 5.0  # three strong words, or one in the title
_SECOND: Final = 0.45  # of the first one's points
_LEAST_SECOND: Final = 7.0
_PREFIX: Final = 4


_Term = tuple[str, str, float]  # the word or its beginning, the sector's code, its points
_Longer = tuple[tuple[str, ...], str, float]  # the words after the first, the code, its points


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector's code and its names."""

    code: str
    fr: str
    en: str


@cache
def sectors() -> dict[str, Sector]:
    """The taxonomy by code."""
    return {code: Sector(code, fr, en) for code, fr, en, *_ in sector_rows()}


def find_sectors(content: str, title: Span | None, most: int = 2) -> tuple[Found, ...]:
    """The sectors of a text, the likeliest first; ``span`` is the term that speaks plainest.

    A second one is given where it has at least half the points of the first.
    """
    points: dict[str, float] = defaultdict(float)
    plainest: dict[str, tuple[float, Span]] = {}
    times: dict[tuple[str, str], int] = defaultdict(int)
    for code, term, weight, span in _terms(content):
        term = term.rstrip("sx")  # "port" and "ports" are one
        times[code, term] += 1
        if times[code, term] > _TIMES:
            continue
        if title is not None and title.start <= span.start < title.end:
            weight *= _IN_TITLE
        elif span.start < _OPENING:
            weight *= _IN_OPENING
        points[code] += weight / times[code, term]
        if weight > plainest.get(code, (0.0, span))[0]:
            plainest[code] = (weight, span)
    ranked = sorted(points.items(), key=lambda pair: -pair[1])[:most]
    found = []
    for number, (code, value) in enumerate(ranked):
        if value < (_LEAST_SECOND if number else _LEAST) or value < _SECOND * ranked[0][1]:
            break
        found.append(Found("sector", code, plainest[code][1], round(value)))
    return tuple(found)


def _terms(content: str) -> list[tuple[str, str, float, Span]]:
    """Every term of every sector in the text: code, term, weight, place."""
    found = []
    words = list(islice(_WORD.finditer(content), _MOST_WORDS))
    for number, match in enumerate(words):
        named, longer = _meaning(match[0])
        taken = False
        for parts, code, weight in longer:
            following = words[number + 1 : number + 1 + len(parts)]
            if len(following) == len(parts) and all(
                _fits(_folded(word[0]), part) for word, part in zip(following, parts, strict=True)
            ):
                span = Span(match.start(), following[-1].end())
                found.append((code, f"{match[0]} {' '.join(parts)}", weight, span))
                taken = True
        if not taken:
            found += [(code, term, weight, Span(*match.span())) for term, code, weight in named]
    return found


@lru_cache(maxsize=20_000)
def _meaning(written: str) -> tuple[tuple[_Term, ...], tuple[_Longer, ...]]:
    """The terms that a word is, and those of several words that it begins."""
    single, starts, several = _tables()
    word = _folded(written)

    def begun(part: str) -> list[_Term]:
        stems = starts.get(part[:_PREFIX], ()) if len(part) > 2 else ()
        return [*single.get(part, ()), *(term for term in stems if part.startswith(term[0]))]

    named = begun(word)
    if not named and "-" in word:  # "blue-biotech", "éco-textile"
        named = [term for part in word.split("-") for term in begun(part)]
    best: dict[str, _Term] = {}  # a word that two terms begin speaks once of their sector
    for term in sorted(named, key=lambda term: (-term[2], -len(term[0]))):
        best.setdefault(term[1], term)
    return tuple(best.values()), tuple(several.get(word, ()))


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    return fold(word).replace(" ", "-")


def _fits(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


_Tables = tuple[dict[str, list[_Term]], dict[str, list[_Term]], dict[str, list[_Longer]]]


@cache
def _tables() -> _Tables:
    """Whole words; beginnings by their first four letters; terms of several words by the first."""
    single: dict[str, list[_Term]] = defaultdict(list)
    starts: dict[str, list[_Term]] = defaultdict(list)
    several: dict[str, list[_Longer]] = defaultdict(list)
    for code, _, _, strong, weak in sector_rows():
        for terms, weight in ((strong, _STRONG), (weak, _WEAK)):
            for term in terms.split("|"):
                words = [_folded(w.rstrip("*")) + "*" * w.endswith("*") for w in _split(term)]
                if len(words) > 1:
                    several[words[0]].append((tuple(words[1:]), code, weight))
                elif words[0].endswith("*") and len(words[0]) > _PREFIX:
                    stem = words[0][:-1]
                    starts[stem[:_PREFIX]].append((stem, code, weight))
                else:
                    word = words[0].rstrip("*")
                    single[word].append((word, code, weight))
    return dict(single), dict(starts), dict(several)


def _split(term: str) -> list[str]:
    return [match[0] for match in re.finditer(r"[^\W_]+(?:[.-][^\W_]+)*\*?", term)]
