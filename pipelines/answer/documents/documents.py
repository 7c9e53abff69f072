"""The documents that speak of something, as a list: a row each, with the sentence that shows it.

A document speaks of a topic where neighbouring sentences, with its title, say most of it, in
whichever language, and its passages all that is a name. Where none does, the reader says which
sentences speak of it in other words.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.types import Language, Span
from pipelines.answer.asking.question import Ask, Question
from pipelines.answer.documents.asked_documents import Sought, sought
from pipelines.answer.documents.topic import Topic, Words, shown
from pipelines.answer.evidence.found import held_in, read_found
from pipelines.answer.make import make
from pipelines.answer.rows import Rows
from pipelines.answer.telling.quote import clip
from pipelines.answer.wording import only_first, spoken_of_nowhere, type_left
from pipelines.catalogue.coverage import coverage_of
from pipelines.catalogue.records import VISIBLE, Record
from pipelines.compare.compare import cited
from pipelines.filters import Filters
from pipelines.register.nouns import without_accents
from pipelines.register.wording import document_row
from pipelines.results import Citation, Coverage, Statement
from pipelines.retrieval.retrieve import Candidate
from pipelines.terms.saying import bag_of

if TYPE_CHECKING:
    from pipelines.library import Library

MOST = 20  # documents told
QUOTE = 420  # characters of a quote


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The documents that speak of it by the sentence that shows it, and what was nearest."""

    places: dict[str, Span]
    nearest: tuple[Candidate, ...]


def list_documents(
    library: Library,
    question: Question,
    text: str,
    filters: Filters,
    without: Collection[str],
) -> Rows | None:
    """The documents that speak of what a question for documents names, or that none does; None for
    any other question."""
    catalogue, query = library.catalogue, question.query
    asked = sought(text, query.language, sorted(catalogue.values("year")))
    if asked is None:
        return None
    topics = [topic for spans in asked.topics if (topic := _topic(question, spans, text))]
    if asked.topics and not topics:
        return None
    narrowed = _narrowed(filters, asked, catalogue.values("language"))
    if narrowed is None:
        searched = catalogue.count(VISIBLE, filters.as_dict())
        coverage = Coverage(0, 0, catalogue.count(["skipped"]), searched)
        return Rows((), (), coverage, filters, spoken_of_nowhere(query.language, 0, searched))
    if not topics:
        return _all(library, query.language, asked, narrowed, without)
    spoken = _speaking(library, topics, narrowed, without)
    if not spoken.places and narrowed.type != filters.type:
        # "Reports on X" are any documents to who finds no report.
        narrowed = replace(narrowed, type=filters.type)
        spoken = _speaking(library, topics, narrowed, without)
    read = _read(library, question, topics, narrowed, without, bool(spoken.places))
    for name, place in read.items():
        spoken.places.setdefault(name, place)
    coverage = coverage_of(catalogue, narrowed, spoken.places)
    if not spoken.places:
        nowhere = spoken_of_nowhere(query.language, coverage.searched, coverage.filtered_out)
        return Rows((), (), coverage, narrowed, nowhere, spoken.nearest)
    statements, citations, records = told_of(library, query.language, spoken.places)
    reason: str | None = None
    if asked.type and all(r.description and r.description.type != asked.type for r in records):
        reason = type_left(query.language, asked.type)
    if len(spoken.places) > MOST:
        reason = only_first(query.language, MOST, reason)
    return Rows(statements, citations, coverage, narrowed, reason, spoken.nearest)


def _all(
    library: Library,
    language: Language,
    asked: Sought,
    narrowed: Filters,
    without: Collection[str],
) -> Rows | None:
    """Every document that the filters leave, by its title, the latest first; None where none is of
    the type that was asked for."""
    found = [
        (record, about)
        for record in library.catalogue.records(VISIBLE, narrowed.as_dict())
        if (about := record.description) and about.type == asked.type
        if record.source not in without
    ]
    if asked.sort is not None:
        titles = {r.id: without_accents(about.title.text.lower()) for r, about in found}
        found = [one for one in found if asked.sort.search(titles[one[0].id])] or found
    if not found:
        return None
    found.sort(key=lambda pair: (-max(pair[1].years, default=0), pair[0].source))
    places = {r.id: about.title.span or Span(0, 1) for r, about in found}
    statements, citations, _ = told_of(library, language, places)
    coverage = coverage_of(library.catalogue, narrowed, places)
    reason = only_first(language, MOST, None) if len(found) > MOST else None
    return Rows(statements, citations, coverage, narrowed, reason)


def told_of(
    library: Library, language: Language, places: Mapping[str, Span]
) -> tuple[tuple[Statement, ...], tuple[Citation, ...], tuple[Record, ...]]:
    """A row and a citation for each of the first documents, by the sentence that shows what it
    tells, and their records."""
    told = list(places)[:MOST]
    found = {record.id: record for record in library.catalogue.records(VISIBLE, ids=told)}
    records = tuple(found[name] for name in told if name in found)
    statements, citations = [], []
    for number, record in enumerate(records, start=1):
        citations.append(_cited(library, number, record, places[record.id]))
        row = document_row(record.description, language) if record.description else ""
        statements.append(Statement(row or record.title, (number,), "supported"))
    return tuple(statements), tuple(citations), records


def _topic(question: Question, spans: Sequence[Span], text: str) -> Topic | None:
    """The terms of the question that stand in the spans, and the words to search for."""
    query = question.query
    held = [
        (term, weight)
        for term, weight in zip(query.terms, question.weights, strict=True)
        if any(span.start <= term.start and term.end <= span.end for span in spans)
    ]
    if not held:
        return None
    words = " ".join(" ".join(span.of(text).strip(" ?!.") for span in spans).split())
    weights = tuple(weight for _, weight in held)
    if not any(weights):
        weights = tuple(1.0 for _ in held)  # "documents on dates": then that is the topic
    return Topic(replace(query, text=words, terms=tuple(term for term, _ in held)), weights)


def _narrowed(filters: Filters, asked: Sought, languages: Collection[str]) -> Filters | None:
    """The filters with what the question narrows its documents to, where they leave it open; None
    where no document can be of the years that are meant."""
    if asked.years is not None and not filters.year:
        if not asked.years:
            return None
        filters = replace(filters, year=asked.years)
    if asked.language in languages and not filters.language:
        filters = replace(filters, language=(str(asked.language),))
    if asked.type is not None and not filters.type:
        filters = replace(filters, type=(asked.type,))
    return filters


def _speaking(
    library: Library,
    topics: Sequence[Topic],
    filters: Filters,
    without: Collection[str],
) -> _Spoken:
    """The documents that speak of one of the topics, those first whose titles say it."""
    places: dict[str, Span] = {}
    titled: set[str] = set()
    nearest: tuple[Candidate, ...] = ()
    if not library.catalogue.count(VISIBLE, filters.as_dict()):
        return _Spoken(places, nearest)
    for topic in topics:
        retrieved = library.retrieve(topic.query, filters)
        if retrieved is None:
            continue
        nearest = nearest or retrieved.nearest
        documents: dict[str, Words] = {}
        for candidate in held_in(retrieved.candidates, without):
            name = candidate.passage.meta["document"]
            documents.setdefault(name, Words(candidate.passage.meta)).add(candidate)
        for name, document in documents.items():
            place = shown(topic, document)
            if place is not None:
                places.setdefault(name, place)
                if topic.share(document.title) == 1:
                    titled.add(name)
    order = sorted(places, key=lambda name: name not in titled)
    return _Spoken({name: places[name] for name in order}, nearest)


def _read(
    library: Library,
    question: Question,
    topics: Sequence[Topic],
    filters: Filters,
    without: Collection[str],
    sure: bool,
) -> dict[str, Span]:
    """The documents whose sentences answer the question to the reader, those that do for ``sure``
    or all; of each the sentence that says most of a topic."""
    found = library.retrieve(question.query, filters)
    if not library.catalogue.count(VISIBLE, filters.as_dict()) or found is None:
        return {}
    asked = replace(question, asks=(Ask("topic"),))  # "where can I read about X" is for no place
    readings = read_found(library.catalogue, held_in(found.candidates, without), asked)
    made = make(asked, readings, library.reader, library.kinship())
    best: dict[str, tuple[float, Span]] = {}
    for _, choice in made.choices:
        if choice.sure or not sure:
            name, sentence = choice.evidence.reading.record.id, choice.evidence.sentence
            bag = bag_of(sentence.text, sentence.language)
            worth = max(topic.share(bag) for topic in topics)
            if name not in best or worth > best[name][0]:
                best[name] = (worth, sentence.span)
    return {name: span for name, (_, span) in best.items()}


def _cited(library: Library, number: int, record: Record, place: Span) -> Citation:
    text = library.catalogue.text(record)
    area = clip(text.content, place, None, QUOTE)
    return cited(number, record, text, area.start, area.end)
