"""The documents that a question finds, read best first, and the names that none of them holds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.types import Span
from pipelines.answer.asking.question import Question
from pipelines.answer.evidence.reading import Reading, read_document
from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.records import VISIBLE
from pipelines.filters import Filters
from pipelines.retrieval.query import Term
from pipelines.retrieval.retrieve import Candidate
from pipelines.terms.saying import bag_of, said

if TYPE_CHECKING:
    from pipelines.library import Library

READ = 8  # documents read for one fact
READ_UNNAMED = 16  # where the question names nothing that sets its documents apart
READ_FOR_LIST = 40  # and for a list


def held_in(candidates: Sequence[Candidate], without: Collection[str]) -> list[Candidate]:
    """The candidates but those of the sources that are held out."""
    return [c for c in candidates if c.passage.meta["source"] not in without]


def read_found(
    catalogue: Catalogue, candidates: Sequence[Candidate], question: Question
) -> list[Reading]:
    """The best documents, each read whole, in the order they were found."""
    passages: dict[str, list[tuple[Span, float]]] = {}
    found_as: dict[str, str] = {}
    lacking: dict[str, int] = {}
    named = [term for term in question.query.terms if term.name]
    for candidate in candidates:
        meta = candidate.passage.meta
        name = meta["document"]
        span = Span(meta["start"], meta["end"])
        passages.setdefault(name, []).append((span, candidate.cosine))
        found_as[name] = meta["content_hash"]
        if named and lacking.get(name) != 0:
            lacks = _unsaid(candidate, named)
            lacking[name] = min(lacks, lacking.get(name, lacks))
    # What the question names comes first: a document that holds all but it speaks of others.
    names = sorted(passages, key=lambda name: lacking.get(name, 0))
    read = READ if named else READ_UNNAMED
    names = names[: READ_FOR_LIST if question.plural else read]
    records = {record.id: record for record in catalogue.records(VISIBLE, ids=names)}
    # A document edited since it was found is left out: its offsets are another text's.
    names = [n for n in names if n in records and records[n].sha256 == found_as[n]]
    texts = catalogue.texts(names)
    return [read_document(records[n], texts[n], passages[n]) for n in names if n in texts]


def _unsaid(candidate: Candidate, terms: Sequence[Term]) -> int:
    """How many of the terms neither a passage, its title nor its document's projects say."""
    meta = candidate.passage.meta
    around = " ".join(
        [meta["title"], *(meta.get("projects") or ()), candidate.passage.content or ""]
    )
    bag = bag_of(around, meta["language"])
    return sum(not said(term, bag) for term in terms)


def unknown_names(library: Library, question: Question, filters: Filters) -> list[Term]:
    """Names of the question that no passage within the filters holds, each looked for alone."""
    unknown = []
    for term in question.query.terms:
        if term.name:
            alone = replace(question.query, text=term.text, terms=(term,))
            found = library.retrieve(alone, filters)
            if all(_unsaid(candidate, [term]) for candidate in (found.candidates if found else ())):
                unknown.append(term)
    return unknown
