"""Answers that are put together from what is known of documents, and read by no reader: documents
that speak of something, the projects there are, and which of several things has more."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.filters import Filters
from pipelines.results import Citation, Coverage, Statement
from pipelines.retrieval.retrieve import Candidate

if TYPE_CHECKING:
    from pipelines.answer.asking.question import Question
    from pipelines.library import Library


@dataclass(frozen=True, slots=True)
class Rows:
    """The statements of such an answer, their citations, what was covered, within which filters.

    Without statements there is none, for the ``reason``; with them it says what they leave open.
    """

    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    coverage: Coverage
    narrowed: Filters
    reason: str | None = None
    nearest: tuple[Candidate, ...] = ()


def rows_for(
    library: Library,
    question: Question,
    text: str,
    filters: Filters,
    without: Collection[str] = (),
) -> Rows | None:
    """The rows that answer a question for documents, for projects, or for the one of several things
    that has more; None for any other question. ``text`` is the question as it was asked."""
    from pipelines.answer.documents.documents import list_documents
    from pipelines.answer.documents.projects import list_projects
    from pipelines.compare.most import which

    if not without:  # what is held out stands in no register
        told = which(library.catalogue, text, filters, question.query.language)
        if told is not None:
            return Rows(told.statements, told.citations, told.coverage, filters, told.reason)
        if (listed := list_projects(library, question, text, filters)) is not None:
            return listed
    return list_documents(library, question, text, filters, without)
