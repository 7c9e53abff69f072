"""The generative maker: a model writes from the passages, and what stands the check is the answer.

Whatever goes wrong, the extractive reply is given, marked with the reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.types import Language, Span
from pipelines.generate.model import ModelFailed, generate
from pipelines.generate.parse import is_unfinished, parse, refuses
from pipelines.generate.passages import Given, give
from pipelines.generate.prompt import prompt
from pipelines.generate.support import Checked, check
from pipelines.generate.wording import Why, fallback
from pipelines.results import Citation, Reply, Statement
from pipelines.verify.reply import answer_of, renumbered

if TYPE_CHECKING:
    from pipelines.library import Library
    from pipelines.retrieval.query import Query
    from pipelines.retrieval.retrieve import Retrieved


def written(
    library: Library,
    query: Query,
    found: Retrieved,
    extractive: Reply,
    on_text: Callable[[str], None] | None = None,
) -> Reply:
    """The reply that the model writes, or ``extractive`` with the reason why it is given instead.

    A model that finds no answer where there is none otherwise either leaves the refusal as it is.
    """
    given = give(library, found, extractive)
    if not given:
        return extractive
    is_list = extractive.kind == "list"
    rows = _rows(extractive, given) if is_list else ()
    system, user = prompt(query.text, query.language, given, rows)
    try:
        text = generate(library.settings, system, user, on_text)
    except ModelFailed as failed:
        return _instead(extractive, failed.why)
    told = parse(text)
    if not told:
        if not refuses(text):
            return _instead(extractive, "cut" if is_unfinished(text) else "unverified")
        return extractive if extractive.answer is None else _instead(extractive, "no_answer")
    checked = check(library, query, found.vector, told, given)
    if not checked.statements:
        marked = _instead(extractive, "unverified")
        return replace(
            marked,
            dropped=marked.dropped + checked.dropped,
            citations_removed=checked.removed,
        )
    statements, citations = checked.statements, checked.citations
    if is_list:
        statements, citations = _completed(checked, extractive)
    return replace(
        extractive,
        kind="generative",
        answer=answer_of(statements, is_list),
        reason=None,
        statements=statements,
        citations=citations,
        nearest=(),
        dropped=extractive.dropped + checked.dropped,
        citations_removed=checked.removed,
    )


def _instead(extractive: Reply, why: Why) -> Reply:
    language: Language = "fr" if extractive.language == "fr" else "en"
    return replace(extractive, fallback=fallback(why, language, extractive.answer is not None))


def _rows(
    extractive: Reply, given: Sequence[Given]
) -> tuple[tuple[Statement, tuple[int, ...]], ...]:
    """The rows of a list, each with the numbers of the passages that hold its quotes."""
    by_number = {citation.number: citation for citation in extractive.citations}
    return tuple(
        (
            row,
            tuple(
                dict.fromkeys(
                    passage.number
                    for number in row.citations
                    for passage in given
                    if _holds(passage, by_number[number])
                )
            ),
        )
        for row in extractive.statements
    )


def _holds(passage: Given, citation: Citation) -> bool:
    return (
        passage.record.id == citation.document
        and passage.span.start <= citation.start
        and citation.end <= passage.span.end
    )


def _told(place: Citation, told: Sequence[Citation], rows: int) -> bool:
    """Whether a place is among those cited: itself, or its document where that holds one row."""
    return any(
        place.document == cited.document
        and (rows == 1 or (place.start < cited.end and cited.start < place.end))
        for cited in told
    )


def _completed(
    checked: Checked, extractive: Reply
) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    """A list with the rows that the model left out: a count of it then says what it shows."""
    by_number = {citation.number: citation for citation in extractive.citations}
    places = [tuple(by_number[n] for n in row.citations) for row in extractive.statements]
    rows_of = Counter(name for cited in places for name in {c.document for c in cited})
    missing = [
        row
        for row, cited in zip(extractive.statements, places, strict=True)
        if cited and not any(_told(c, checked.citations, rows_of[c.document]) for c in cited)
    ]
    shift = len(checked.citations)
    citations = [
        *checked.citations,
        *(replace(c, number=c.number + shift) for c in extractive.citations),
    ]
    seen: dict[tuple[str, Span], int] = {}
    same: dict[int, int] = {}
    for citation in citations:  # one place keeps one number
        place = (citation.document, Span(citation.start, citation.end))
        same[citation.number] = seen.setdefault(place, citation.number)
    statements = [
        *checked.statements,
        *(replace(row, citations=tuple(same[n + shift] for n in row.citations)) for row in missing),
    ]
    return renumbered(statements, citations)
