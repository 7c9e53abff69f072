"""A library as everything asks it: search, answers, comparisons, and what is told about it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pipelines.catalogue.families import Kinship, kinship
from pipelines.filters import FIELDS, Filters, resolve
from pipelines.indexing.writing import Writable
from pipelines.results import Reply, SearchResult, Sort

if TYPE_CHECKING:
    from ingest.types import Language
    from pipelines.compare.compare import Comparison
    from pipelines.conversation.turns import Standalone, Turn
    from pipelines.register.find import Register
    from pipelines.retrieval.query import Query
    from pipelines.retrieval.retrieve import Retrieved


class Library(Writable):
    """One library of one process. The constructor opens nothing; parts open when first wanted.

    What only reads the catalogue (documents, texts, counts) takes no lock. What touches the
    embedded index takes it for as long as this object is open.

    >>> with Library(Settings()) as library:  # doctest: +SKIP
    ...     library.ask("Who hosted the exchange?")
    """

    def search(
        self,
        query: str,
        filters: Filters | None = None,
        limit: int = 10,
        offset: int = 0,
        sort: Sort = "relevance",
    ) -> SearchResult:
        """Passages that match, best or newest first, from ``offset``; the whole list is counted."""
        from pipelines.retrieval.search import newest, search

        started = time.perf_counter()
        filters = filters or Filters()
        analysed = self.analyse(query)
        found = self.retrieve(analysed, filters)
        candidates = found.candidates if found else ()
        if sort == "date":
            candidates = tuple(newest(candidates))
        return search(analysed, filters, candidates, self.kinship(), limit, offset, started)

    def ask(
        self,
        question: str,
        filters: Filters | None = None,
        turns: Sequence[Turn] = (),
        *,
        literal: bool = False,
        on_text: Callable[[str], None] | None = None,
    ) -> Reply:
        """An answer with its citations, or the reason why there is none.

        A follow-up is completed from ``turns``, the last one last; the reply's ``asked_as`` is the
        question that was answered then. ``literal`` takes no filters from the question's own words.
        Where a language model writes, ``on_text`` gets all of its text so far, again and again,
        before any of it is checked; what is returned has been checked.
        """
        from pipelines.answer.ask import ask

        self._usable()
        whole = self.stand_alone(question, turns) if turns else None
        if whole is None or not whole.rewritten:
            return ask(self, question, filters or Filters(), literal, on_text)
        reply = ask(self, whole.text, filters or Filters(), literal, on_text)
        return replace(reply, question=question, asked_as=whole.text)

    def stand_alone(self, question: str, turns: Sequence[Turn]) -> Standalone:
        """The question as it is understood after ``turns``."""
        from pipelines.conversation.replies import known_of
        from pipelines.conversation.rewrite import rewrite

        return rewrite(question, turns, known_of(self.catalogue))

    def turn(self, question: str, reply: Reply) -> Turn:
        """An answered question as a turn of the conversation that goes on."""
        from pipelines.conversation.replies import turn_of

        return turn_of(self.catalogue, question, reply)

    def turns(self, questions: Sequence[str], filters: Filters | None = None) -> tuple[Turn, ...]:
        """Earlier questions as turns, each asked in its place."""
        found: tuple[Turn, ...] = ()
        for question in questions:
            found = (*found, self.turn(question, self.ask(question, filters, found)))
        return found

    def compare(
        self, names: Sequence[str], filters: Filters | None = None, language: Language = "en"
    ) -> Comparison:
        """Two to four events, calls, projects or documents side by side, each cell cited.

        Raises :class:`UsageError`, with what there is, for a name that means nothing or several
        things.
        """
        from pipelines.compare.compare import compare

        self.check_ingested()
        return compare(self.catalogue, names, filters or Filters(), language)

    def listed(self, question: str, filters: Filters | None = None) -> Register | None:
        """The events that a question for a list or a count is about; None for any other."""
        from pipelines.answer.asking.implied import named
        from pipelines.answer.asking.question import understand
        from pipelines.answer.documents.asked_documents import sought
        from pipelines.register.answer import listed_rows

        filters = filters or Filters()
        understood = understand(self.analyse(named(question, filters), paraphrases=True))
        if sought(question, understood.query.language, ()) is not None:
            return None  # documents are listed
        return listed_rows(self.catalogue, understood, filters)

    def filters(self, wanted: Mapping[str, Sequence[Any]]) -> Filters:
        """Filters in the library's own spelling.

        Raises :class:`UsageError`, with the values there are, for one that it doesn't know.
        """
        chosen = {name: values for name, values in wanted.items() if values}
        return resolve(chosen, lambda field: list(self.catalogue.values(field)))

    def analyse(self, text: str, paraphrases: bool = False) -> Query:
        """The query of a user's words, its names matched against those the library knows."""
        from encoder.lexicon import fold
        from pipelines.catalogue.names import name_words
        from pipelines.retrieval.query import analyse

        projects = {fold(name) for name in self.catalogue.values("project")}
        return analyse(text, self.lexicon, projects, paraphrases, name_words(self.catalogue))

    def retrieve(self, query: Query, filters: Filters) -> Retrieved | None:
        """Every passage that matched; None for a query without a word.

        Raises :class:`NotIngested` in an empty library.
        """
        from pipelines.retrieval.retrieve import retrieval_pipeline, retrieve

        generation = self._usable()
        store = self._store(generation.name)
        with self._guard:
            pipeline = self._pipelines.get(generation.name)
            if pipeline is None:
                pipeline = retrieval_pipeline(self.encoder, store, self.catalogue)
                self._pipelines = {generation.name: pipeline}
        return retrieve(pipeline, query, filters)

    def kinship(self) -> Kinship:
        """Which documents are copies, near copies and translations of one another."""
        return kinship(self.catalogue)

    def status(self) -> dict[str, Any]:
        """Counts, the index's generation and what made it, and whether it can be used."""
        live = self.catalogue.live()
        fingerprint = self._made_by()[0]
        return {
            "library": str(self.settings.library),
            "backend": "server" if self.settings.qdrant_url else "embedded",
            "documents": self.catalogue.counts(),
            "generation": live.name if live else None,
            "made_by": live.parts if live else None,
            "usable": live is not None and live.fingerprint == fingerprint,
        } | self.settings.shown_model()

    def known_values(self) -> dict[str, dict[str, int]]:
        """For each filter, the values in the library and how many documents have them."""
        return {name: self.catalogue.values(name) for name in FIELDS}
