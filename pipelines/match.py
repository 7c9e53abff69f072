"""Which of a query's terms a text holds, in whichever language, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ingest.types import Language
from pipelines.query import Query
from pipelines.words import is_function_word, stem, stems_of, words


@dataclass(frozen=True, slots=True)
class Coverage:
    """For each term of a query, in order, how well a text holds it: 0 to 1."""

    terms: tuple[float, ...]

    @property
    def any(self) -> bool:
        """Whether the text holds any of it."""
        return any(self.terms)

    @property
    def share(self) -> float:
        """The mean over the terms; 0 for a query without terms."""
        return sum(self.terms) / len(self.terms) if self.terms else 0.0


def coverage(query: Query, text: str, language: Language) -> Coverage:
    """How well ``text``, in ``language``, holds each term of the query.

    A form counts with its probability, a phrase with the share of its words that are there; the
    best form of a term decides. That is the weight of the term in a structured query, not a score
    of relevance.
    """
    held = stems_in(text, language)
    return Coverage(tuple(_best(term.forms[language], held, language) for term in query.terms))


def stems_in(text: str, language: Language) -> frozenset[int]:
    """The ids of all stems in a text."""
    found = (stem(word.folded, language) for word in words(text))
    return frozenset(one for one in found if one is not None)


def highlights(query: Query, text: str, language: Language) -> tuple[tuple[int, int], ...]:
    """Offsets in ``text`` of the words that the query, or a translation of it, asks for."""
    wanted: set[int] = set()
    for term in query.terms:
        for form in term.forms[language]:
            wanted |= stems_of(form, language)
    spans: list[tuple[int, int]] = []
    for word in words(text):
        if is_function_word(word.folded, language) or stem(word.folded, language) not in wanted:
            continue
        if spans and text[spans[-1][1] : word.start].strip(" -'’") == "":
            spans[-1] = (spans[-1][0], word.end)
        else:
            spans.append((word.start, word.end))
    return tuple(spans)


def _best(forms: Mapping[str, float], held: frozenset[int], language: Language) -> float:
    best = 0.0
    for form, weight in forms.items():
        wanted = stems_of(form, language)
        if wanted and weight > best:
            share = len(wanted & held) / len(wanted)
            best = max(best, weight * share)
    return best
