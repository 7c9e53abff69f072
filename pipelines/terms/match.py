"""Which words of a text a query, or a translation of it, asks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ingest.types import LANGUAGES, Language
from pipelines.retrieval.query import Query
from pipelines.terms.numbered import meets, numbered
from pipelines.terms.words import is_function_word, stem, stems_of, words


def wanted_stems(query: Query) -> dict[Language, frozenset[int]]:
    """The ids of the stems of every form of every term, by the language it is searched in."""
    return {
        language: frozenset[int]().union(
            *(stems_of(form, language) for term in query.terms for form in term.forms[language])
        )
        for language in LANGUAGES
    }


def stems_of_words(folded: Iterable[str], language: Language) -> frozenset[int]:
    """The ids of the stems of folded words."""
    return frozenset(one for word in folded if (one := stem(word, language)) is not None)


def highlights(query: Query, text: str, language: Language) -> tuple[tuple[int, int], ...]:
    """Offsets in ``text`` of the words that the query, or a translation of it, asks for."""
    plain = replace(query, terms=tuple(term for term in query.terms if term.part is None))
    wanted = wanted_stems(plain)[language]
    # Of a numbered part its name: "4" alone is not "WP4".
    named = {(at.start, at.end) for part, at in numbered(text) if meets(query.parts, (part,))}
    spans: list[tuple[int, int]] = []
    for word in words(text):
        if is_function_word(word.folded, language) or stem(word.folded, language) not in wanted:
            continue
        if any(start < word.end and word.start < end for start, end in named):
            continue
        if spans and text[spans[-1][1] : word.start].strip(" -'’") == "":
            spans[-1] = (spans[-1][0], word.end)
        else:
            spans.append((word.start, word.end))
    return tuple(sorted([*spans, *named]))
