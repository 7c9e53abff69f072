"""What a question says of the events it asks for: months, countries, towns, who had a part in them.

Matched on text in lower case without accents, character for character the question's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.describe.dates.calendar import MONTHS, WEAK_MONTHS, YEAR
from ingest.gazetteer import aliases, ambiguous, cities, countries, fold, nationals
from ingest.types import Span
from pipelines.register import cues as cue
from pipelines.register.nouns import without_accents
from pipelines.retrieval.query import Term

Time = tuple[int | None, int | None]  # year and month, None for any

_WORD: Final = re.compile(r"[^\W_]+|&")
_MONTHS: Final = frozenset(map(without_accents, MONTHS))
_LONGEST: Final = 9  # words of a body's name
_PART: Final = re.compile(r"[^\W\d_]+")
_TOWN: Final = 5  # words of a town's name
_SHORTEST: Final = 4  # letters of one that has no capital
_ARTICLES: Final = frozenset(("le", "la", "les", "l'", "the"))


@dataclass(frozen=True, slots=True)
class Named:
    """A body or town that a question names: what all forms of its name share, and where it is."""

    key: str
    span: Span


def months_in(text: str) -> dict[str, int]:
    """Months by the word that names them: "in March", "en mai 2023", never "may" the verb."""
    found = {}
    for match in re.finditer(r"[a-z]{3,9}", text):
        word = match[0]
        number = next((n for w, n in MONTHS.items() if without_accents(w) == word), None)
        if number is None:
            continue
        before = text[: match.start()].rstrip().rsplit(" ", 1)[-1]
        follows = re.match(r"[ ](?:of )?(?:19|20)\d\d", text[match.end() :])
        told = before in ("in", "en", "of", "de", "fin", "mid", "during", "by", "for", "mois")
        if follows or told or (word not in WEAK_MONTHS and word not in ("mai",)):
            found[word] = number
    return found


def times_in(text: str, months: Mapping[str, int]) -> frozenset[Time]:
    """Years and ``months`` in pairs as they are written, "in January 2022 and November 2021".

    A month belongs to the year named next; one after which none is named, to every year that stands
    alone, or else to the last. Years that follow each other share their months.
    """
    pairs: list[Time] = []
    alone: list[int] = []
    waiting: list[int] = []
    shared: list[int] = []
    for match in re.finditer(rf"[a-z]{{3,9}}|{YEAR.pattern}", text):
        word = match[0]
        if word in months:
            waiting.append(months[word])
            shared = []
        elif word.isdigit():
            if waiting:
                shared, waiting = waiting, []
            if not shared:
                alone.append(int(word))
            pairs += [(int(word), month) for month in shared]
        elif word not in ("and", "or"):
            shared = []
    years: list[int | None] = [*alone] or [year for year, _ in pairs][-1:] or [None]
    pairs += [(year, month) for month in waiting for year in years]
    return frozenset(pairs if waiting else [*pairs, *((year, None) for year in alone)])


def countries_in(text: str, hosted: bool) -> dict[str, tuple[str, bool]]:
    """Countries by the words that name them, and whether they are a partner's.

    A cluster of a country that ``hosted`` did so at home.
    """
    found: dict[str, tuple[str, bool]] = {}
    words = [(m[0], m.start()) for m in re.finditer(r"[a-z]+(?:['’-][a-z]+)*", text)]
    words += [
        (m[1], m.start(1)) for m in re.finditer(r"\b(?:[ld]|qu)['’]([a-z]+(?:['’-][a-z]+)*)", text)
    ]
    table = {fold(name): code for name, code in nationals().items()}
    for size in (3, 2, 1):
        for index in range(len(words) - size + 1):
            name = fold(" ".join(word for word, _ in words[index : index + size]))
            code = countries().get(name) or (table.get(name) if size == 1 else None)
            if code and len(name) > 3 and not any(name in known for known in found):
                before = text[: words[index][1]]
                adjective = name in table and name not in countries()
                body = adjective and (
                    cue.PARTNER_OF.search(before)
                    or re.match(
                        rf"[ ](?:[\w-]+[ ])?{cue.BODY}\b", text[words[index][1] + len(name) :]
                    )
                )
                found[name] = (code, bool(body) and not hosted)
    return found


def outside_in(text: str, lands: Sequence[str]) -> tuple[frozenset[str], list[Span]]:
    """The countries that events are asked for outside of, and the words that say so; none where
    another country is named as well."""
    found = {
        name: Span(*match.span())
        for name in lands
        if (match := cue.OUTSIDE.search(text[: max(text.find(name), 0)]))
    }
    if len(found) < len(lands):
        return frozenset(), []
    return frozenset(found), list(found.values())


def towns_in(original: str, text: str, terms: tuple[Term, ...]) -> tuple[Named, ...]:
    """The towns that the question says the events take place in, by their folded names.

    A town is told by what stands before it, or by a town that it is joined to: "in Lyon and Brest";
    a town that is part of a longer name is none. It has a capital where the question has any.
    """
    found: list[Named] = []
    words = [Span(*match.span()) for match in _PART.finditer(original)]
    plain = original[1:] == original[1:].lower()
    for index, word in enumerate(words):
        before = text[: word.start]
        joined = found and cue.JOINED.fullmatch(text[found[-1].span.end : word.start])
        the = cue.IN_THE_TOWN.search(before)
        if not (joined or the or cue.IN_TOWN.search(before)):
            continue
        article = "" if the is None else "le " if the["le"] else "les "
        for last in reversed(words[index : index + _TOWN]):
            span = Span(word.start, last.end)
            name = article + fold(span.of(original))
            if name in cities() and _is_town(name, span, original, plain, terms):
                found.append(Named(name, Span(the.start(), last.end) if the else span))
                break
    return tuple(found)


def _is_town(name: str, span: Span, original: str, plain: bool, terms: tuple[Term, ...]) -> bool:
    """Whether the name of a town means it where it stands: "in Nice", not "in nice weather".

    In a ``plain`` text, which has no capitals, a word of the languages is no town.
    """
    within = [t for t in terms if t.start < span.end and span.start < t.end]
    if name in _MONTHS or any(t.start < span.start or span.end < t.end for t in within):
        return False
    if any(c.isupper() for c in span.of(original)):
        return True
    parts = [part for part in name.split() if part not in _ARTICLES]
    if not plain or len(name) < _SHORTEST or (len(parts) == 1 and parts[0] in ambiguous()):
        return False
    if len(parts) > 1 or (" " in name and aliases(name)):
        return True
    return not any(_is_translated(term, name) for term in within)


def _is_translated(term: Term, town: str) -> bool:
    """Whether a term is a word that the other language has another one for."""
    one, other = ({fold(form) for form in forms} for forms in term.forms.values())
    return not one ^ other <= {fold(term.text), town, *aliases(town)}


def bodies_in(original: str, known: Mapping[str, str]) -> tuple[Named, ...]:
    """The organisations that a question names; ``known`` has their keys by :func:`name_key`."""
    words = [(fold(m[0]), Span(*m.span())) for m in _WORD.finditer(original)]
    return tuple(_longest(words, known))


def _longest(words: list[tuple[str, Span]], known: Mapping[str, str]) -> Iterator[Named]:
    index = 0
    while index < len(words):
        for size in range(min(_LONGEST, len(words) - index), 0, -1):
            part = words[index : index + size]
            key = known.get(" ".join(word for word, _ in part))
            if key is not None:
                yield Named(key, Span(part[0][1].start, part[-1][1].end))
                index += size
                break
        else:
            index += 1


def name_key(name: str) -> str:
    """A body's name as its words, folded, one space between."""
    return " ".join(fold(word) for word in _WORD.findall(name))
