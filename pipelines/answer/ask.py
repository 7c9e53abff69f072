"""A question's way: understand, retrieve, weigh, choose, cite; or say why there is no answer."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from encoder.lexicon import fold
from ingest.types import Language
from pipelines.answer.asking.cues import DOCUMENTS_COUNTED
from pipelines.answer.asking.implied import added, implied, named
from pipelines.answer.asking.question import Question, understand
from pipelines.answer.documents.documents import told_of
from pipelines.answer.documents.on_topic import on_topic
from pipelines.answer.evidence.found import held_in, read_found, unknown_names
from pipelines.answer.evidence.reading import Reading
from pipelines.answer.finish import finish
from pipelines.answer.make import Made, beside, make
from pipelines.answer.rows import Rows, rows_for
from pipelines.answer.telling.cite import cite
from pipelines.answer.wording import abstained, no_documents, no_words, not_counted, on_it
from pipelines.catalogue.coverage import coverage_of
from pipelines.catalogue.families import Kinship, kinship
from pipelines.catalogue.records import VISIBLE
from pipelines.filters import Filters
from pipelines.register.answer import list_events
from pipelines.register.disagree import disagreeing
from pipelines.register.single import one_event
from pipelines.results import Coverage, Kind, Reply
from pipelines.retrieval.query import Query, one_line
from pipelines.retrieval.retrieve import Retrieved
from pipelines.retrieval.search import hits
from pipelines.terms.words import words
from pipelines.verify.reply import answer_of

if TYPE_CHECKING:
    from pipelines.library import Library


_NOTHING = Made((), False)


@dataclass(frozen=True, slots=True)
class _Tried:
    """What was found within some filters, what was chosen of it, and what was covered."""

    made: Made
    found: Retrieved | None
    readings: Sequence[Reading]
    coverage: Coverage


def ask(
    library: Library,
    text: str,
    filters: Filters,
    literal: bool = False,
    on_text: Callable[[str], None] | None = None,
    without: Collection[str] = (),
) -> Reply:
    """The reply to a question over what the filters leave.

    Filters that its own words demand narrow it too, unless it is taken ``literal``ly or nothing
    answers within them. ``on_text`` as in ``finish``. Sources in ``without``
    are held out, and with them the register.
    """
    started = time.perf_counter()
    text = one_line(text)
    query = library.analyse(named(text, filters), paraphrases=True)
    question = understand(query)
    if (rows := rows_for(library, question, text, filters, without)) is not None:
        return finish(library, query, None, _of_rows(library, text, query, filters, rows, started))
    catalogue = library.catalogue
    kin = kinship(catalogue)
    listed = None if without else list_events(catalogue, question, filters)
    # The register reads years and projects of the question itself, cell by cell.
    plain = literal or (listed is not None and listed.missing is None)
    narrowed = filters if plain else implied(text, filters, catalogue.values)
    tried = _try(library, question, narrowed, kin, without)
    if narrowed != filters and not _names_years(tried.made, narrowed, filters):
        # A later document may tell of the year that is asked about; what else narrows stays.
        lifted = replace(narrowed, year=filters.year) if tried.made.choices else filters
        wider = _try(library, question, lifted, kin, without)
        if not tried.made.choices or _names_years(wider.made, narrowed, filters):
            narrowed, tried = lifted, wider
    made, coverage = tried.made, tried.coverage
    if listed is None and not made.choices and not without:
        listed = one_event(catalogue, question, filters)
    if listed is not None:
        made = beside(listed, made)
        coverage = replace(coverage, matched=len(listed.documents | made.documents))
    if listed is not None and listed.missing is None:
        coverage = replace(coverage, events=listed.events)
    elif not made.choices:
        if listed is None and (places := on_topic(question, tried.readings)):
            statements, citations, _ = told_of(library, query.language, places)
            coverage = replace(coverage, matched=len(places))
            told = Rows(statements, citations, coverage, narrowed, on_it(query.language))
            reply = _of_rows(library, text, query, filters, told, started)
            return finish(library, query, tried.found, reply, on_text)
        if listed is not None:
            reason = str(listed.missing)
        elif not any(words(query.text)):
            reason = no_words(query.language)
        elif _counts_documents(question):
            reason = not_counted(query.language)
        elif not coverage.searched:
            reason = no_documents(query.language)
        else:
            unknown = unknown_names(library, question, narrowed)
            reason = abstained(
                query.language,
                question.asks[0].kind,
                coverage.searched,
                unknown,
                coverage.filtered_out,
            )
        reply = Reply(
            question=text,
            language=query.language,
            kind="abstained",
            answer=None,
            reason=reason,
            statements=(),
            citations=(),
            coverage=coverage,
            nearest=hits(query, tried.found.nearest if tried.found else (), kin),
            took_ms=_ms(started),
        )
        return finish(library, query, tried.found, reply, on_text)
    statements, citations = cite(made, listed, query.language)
    if listed is None and not (made.is_list or without):
        statements, citations = disagreeing(catalogue, question, filters, statements, citations)
    kind: Kind = "list" if made.is_list else "extractive"
    reply = Reply(
        question=text,
        language=query.language,
        kind=kind,
        answer=answer_of(statements, made.is_list),
        reason=_left_open(query.language, made, coverage) or (listed.gone if listed else None),
        statements=statements,
        citations=citations,
        coverage=coverage,
        narrowed=added(filters, narrowed),
        took_ms=_ms(started),
    )
    return finish(library, query, tried.found, reply, on_text)


def _of_rows(
    library: Library, text: str, query: Query, filters: Filters, rows: Rows, started: float
) -> Reply:
    """The reply of rows, or the reason why there are none."""
    none = not rows.statements
    return Reply(
        question=text,
        language=query.language,
        kind="abstained" if none else "list",
        answer=None if none else answer_of(rows.statements, True),
        reason=rows.reason,
        statements=rows.statements,
        citations=rows.citations,
        coverage=rows.coverage,
        nearest=hits(query, rows.nearest, library.kinship()) if none else (),
        narrowed={} if none else added(filters, rows.narrowed),
        took_ms=_ms(started),
    )


def _try(
    library: Library,
    question: Question,
    filters: Filters,
    kin: Kinship,
    without: Collection[str],
) -> _Tried:
    """What is found, read and chosen within the filters."""
    catalogue = library.catalogue
    searched = catalogue.count(VISIBLE, filters.as_dict())
    found = library.retrieve(question.query, filters) if searched else None
    # Of the few documents that filters leave, none may share a word with the question.
    candidates = held_in((found.candidates or found.nearest) if found else (), without)
    readings = read_found(catalogue, candidates, question)
    return _Tried(
        made=_NOTHING
        if _counts_documents(question)
        else make(question, readings, library.reader, kin),
        found=found,
        readings=readings,
        coverage=coverage_of(catalogue, filters, {c.passage.meta["document"] for c in candidates}),
    )


def _names_years(made: Made, narrowed: Filters, given: Filters) -> bool:
    """Whether the likeliest sentence has the years that the question narrowed the search to; where
    it narrowed it to none, whether there is any."""
    if not made.choices:
        return False
    years = narrowed.year if narrowed.year != given.year else ()
    told = made.choices[0][1].evidence.sentence.text
    return all(re.search(rf"(?<!\d){year}(?!\d)", told) for year in years)


def _counts_documents(question: Question) -> bool:
    return DOCUMENTS_COUNTED.search(fold(question.query.text)) is not None


def _left_open(language: Language, made: Made, coverage: Coverage) -> str | None:
    """What of the question has no answer, where another part has; None where all has."""
    if not made.choices or not made.unanswered:
        return None
    kind = made.unanswered[0].kind
    return abstained(language, kind, coverage.searched, (), coverage.filtered_out)


def _ms(started: float) -> int:
    return round((time.perf_counter() - started) * 1000)
