"""What a question says of the events it asks for: months, countries, towns, who had a part in them.

Matched on text in lower case without accents, character for character the question's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ingest.describe.calendar import MONTHS, WEAK_MONTHS
from ingest.gazetteer import cities, countries, fold, nationals
from ingest.types import Span
from pipelines.query import Term
from pipelines.register import cues as cue
from pipelines.register.nouns import without_accents

_WORD: Final = re.compile(r"[^\W_]+|&")
_MONTHS: Final = frozenset(map(without_accents, MONTHS))
_LONGEST: Final = 9  # words of a body's name


@dataclass(frozen=True, slots=True)
class Named:
    """A body that a question names: what all forms of its name share, and where it stands."""

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


def towns_in(text: str, terms: tuple[Term, ...]) -> frozenset[str]:
    """The towns that the question says the events take place in, folded.

    A town is told by what stands before it; a town that is part of a longer name is none.
    """
    return frozenset(
        fold(term.text)
        for term in terms
        if term.text[0].isupper()
        and fold(term.text) in cities()
        and fold(term.text) not in _MONTHS
        and cue.IN_TOWN.search(text[: term.start])
    )


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
