"""An open library: catalogue, index and encoder of one process, and all that is asked of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Any

from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.families import Kinship, kinship
from pipelines.catalogue.records import Generation, Record
from pipelines.errors import IndexMismatch, ModelMissing, NotIngested
from pipelines.filters import FIELDS, Filters, resolve
from pipelines.results import Reply, SearchResult, Sort
from pipelines.settings import Settings
from pipelines.stores.lock import LibraryLock

if TYPE_CHECKING:
    from haystack import Pipeline

    from encoder.lexicon import Lexicon
    from encoder.reader import BundledReader
    from ingest.types import Language
    from pipelines.compare.compare import Comparison
    from pipelines.conversation.turns import Standalone, Turn
    from pipelines.encoders import Encoder
    from pipelines.index import Progress, Target
    from pipelines.query import Query
    from pipelines.register.find import Register
    from pipelines.retrieve import Retrieved
    from pipelines.stores.contract import PassageStore
    from pipelines.sync import Report

LEXICAL_VERSION = "1"  # of the BM25 vectors; a change makes older indexes differ
FACTS_VERSION = "2"  # of what passages say of their document; the same


class Library:
    """One library of one process. The constructor opens nothing; parts open when first wanted.

    What only reads the catalogue (documents, texts, counts) takes no lock. What touches the
    embedded index takes it for as long as this object is open.

    >>> with Library(Settings()) as library:  # doctest: +SKIP
    ...     library.ask("Who hosted the exchange?")
    """

    def __init__(self, settings: Settings, address: str | None = None) -> None:
        self.settings = settings
        self.catalogue = Catalogue(settings.catalogue_location)
        self._lock = LibraryLock(settings.library, address=address)
        self._stores: dict[str, PassageStore] = {}
        self._pipelines: dict[str, Pipeline] = {}
        self._guard = RLock()

    # --- asking ------------------------------------------------------------------------------

    def search(
        self,
        query: str,
        filters: Filters | None = None,
        limit: int = 10,
        offset: int = 0,
        sort: Sort = "relevance",
    ) -> SearchResult:
        """Passages that match, best or newest first, from ``offset``; the whole list is counted."""
        from pipelines.search import newest, search

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
        from pipelines.answer.question import understand
        from pipelines.register.answer import listed_rows

        understood = understand(self.analyse(question, paraphrases=True))
        return listed_rows(self.catalogue, understood, filters or Filters())

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
        from pipelines.query import analyse

        projects = {fold(name) for name in self.catalogue.values("project")}
        return analyse(text, self.lexicon, projects, paraphrases, name_words(self.catalogue))

    def retrieve(self, query: Query, filters: Filters) -> Retrieved | None:
        """Every passage that matched; None for a query without a word.

        Raises :class:`NotIngested` in an empty library.
        """
        from pipelines.retrieve import retrieval_pipeline, retrieve

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

    def check_ingested(self) -> None:
        """Raise :class:`NotIngested` in a library that nothing was put into yet."""
        if self.catalogue.live() is None:
            raise _nothing_yet()

    # --- writing -----------------------------------------------------------------------------

    def ingest(
        self,
        paths: Sequence[Path],
        keep_missing: bool = False,
        progress: Progress | None = None,
        trusted: Collection[Path] = (),
    ) -> Report:
        """Bring the library in step with these files and folders.

        Files in ``trusted`` that the library knows are not looked into: whoever watches them says
        that they did not change.
        """
        from pipelines.catalogue.corrections import corrections
        from pipelines.plan import make_plans
        from pipelines.reading import Reader

        self._lock.acquire()
        plans = make_plans(self.catalogue, paths, trusted)
        with Reader(self.settings, corrections(self.catalogue)) as reader:
            # Workers start to read while this process loads what it needs to write.
            readings = reader.read((plan.folder, found) for plan in plans for found in plan.work())

            from pipelines.index import verify
            from pipelines.related import relate
            from pipelines.sync import sync

            generation = self.catalogue.live()
            if generation is None:
                generation = self.catalogue.begin_generation(*self._made_by())
                self.catalogue.go_live(generation.name)
            self._check(generation)
            target = self._target(generation)
            report = sync(target, plans, readings, keep_missing, progress or _silent)
        verify(target)
        relate(target)
        return report

    def delete(self, name: str) -> Record:
        """Take a document out of the library, with what was corrected in it.

        Its file stays where it is, unless it is the library's own, which an upload made.
        """
        from pipelines.catalogue.corrections import set_correction
        from pipelines.index import remove
        from pipelines.related import relate
        from pipelines.uploads import Uploads

        record = self.catalogue.find(name)
        self._lock.acquire()
        target = self._target(self._usable())
        remove(target, [record.id])
        set_correction(self.catalogue, record.id, {})
        Uploads(self.settings).remove(record)
        relate(target)
        return record

    def correct(self, name: str, fields: Mapping[str, Any]) -> Record:
        """Set right what was found out about a document, and index it anew as it now is.

        ``fields``, named as in :data:`pipelines.sayable.FIELDS`, take the place of all that was
        corrected before; none takes it all back. Raises :class:`UsageError` for a wrong value.
        """
        from pipelines.catalogue.corrections import set_correction
        from pipelines.index import settle
        from pipelines.overrides import checked
        from pipelines.related import relate
        from pipelines.sync import redescribe

        said = checked(fields)
        record = self.catalogue.find(name)
        self.catalogue.text(record)  # says why a file that could not be read has none
        self._lock.acquire()
        target = self._target(self._usable())
        settle(target)
        set_correction(self.catalogue, record.id, said)
        corrected = redescribe(target, record, said)
        relate(target)
        return corrected

    def reindex(
        self,
        progress: Progress | None = None,
        exclusive: AbstractContextManager[Any] | None = None,
    ) -> Report:
        """Build the whole index anew and switch to it; searches use the old one until then.

        ``exclusive`` is held while it switches: who searches in other threads holds the same.
        """
        from pipelines.catalogue.corrections import corrections
        from pipelines.index import verify
        from pipelines.reading import Reader
        from pipelines.related import relate
        from pipelines.sync import rebuild

        self._lock.acquire()
        live = self.catalogue.live()
        if live is None:
            raise _nothing_yet()
        for name in self.catalogue.unfinished():
            self._drop(name)
            self.catalogue.forget_generation(name)
        generation = self.catalogue.begin_generation(*self._made_by())
        target = self._target(generation)
        with Reader(self.settings, corrections(self.catalogue)) as reader:
            report = rebuild(target, live.name, reader, progress or _silent)
        verify(target)
        relate(target)
        with exclusive or nullcontext():
            for name in self.catalogue.go_live(generation.name):
                self._drop(name)
        return report

    # --- telling -----------------------------------------------------------------------------

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

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder in force."""
        from pipelines.encoders import make_encoder

        return make_encoder(self.settings)

    @cached_property
    def reader(self) -> BundledReader:
        """What reads sentences for an answer; the bundled one, whatever encoder searches."""
        from encoder.reader import BundledReader
        from pipelines.embedders import bundled_encoder

        return BundledReader(bundled_encoder(None, self.settings.threads))

    @cached_property
    def lexicon(self) -> Lexicon:
        """The bilingual lexicon."""
        from encoder.errors import EncoderError
        from encoder.lexicon import default_lexicon

        try:
            return default_lexicon()
        except EncoderError as error:
            raise ModelMissing(
                f"The bilingual lexicon can't be read: {error}",
                f"Le lexique bilingue est illisible : {error}",
            ) from error

    def known_values(self) -> dict[str, dict[str, int]]:
        """For each filter, the values in the library and how many documents have them."""
        return {name: self.catalogue.values(name) for name in FIELDS}

    def close(self) -> None:
        """Let go of index and catalogue."""
        for store in self._stores.values():
            store.close()
        self._stores, self._pipelines = {}, {}
        self.catalogue.close()
        self._lock.release()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # --- parts -------------------------------------------------------------------------------

    def _made_by(self) -> tuple[str, dict[str, str]]:
        """The fingerprint of the index that the settings make, and its parts."""
        import hashlib
        import json

        from ingest.describe import VERSION as DESCRIBER
        from ingest.register import VERSION as REGISTER
        from ingest.split import VERSION

        parts = {
            "encoder": self.encoder.name,
            "encoder_fingerprint": self.encoder.fingerprint,
            "splitter": f"{VERSION}/{self.settings.passage_tokens}",
            "lexical": LEXICAL_VERSION,
            "describer": DESCRIBER,
            "register": REGISTER,
            "facts": FACTS_VERSION,
        }
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:12], parts

    def _usable(self) -> Generation:
        live = self.catalogue.live()
        if live is None:
            raise _nothing_yet()
        self._check(live)
        return live

    def _check(self, live: Generation) -> None:
        fingerprint, parts = self._made_by()
        if live.fingerprint == fingerprint:
            return
        differs = [name for name, value in parts.items() if live.parts.get(name) != value]
        raise IndexMismatch(
            f"This index was made by another version ({', '.join(differs)} differ), so its results"
            " would be wrong. Rebuild it with: grappe reindex"
            f" --library {self.settings.library}",
            f"Cet index vient d'une autre version (différences : {', '.join(differs)}) ; ses"
            " résultats seraient faux. Reconstruisez-le : grappe reindex"
            f" --library {self.settings.library}",
        )

    def _target(self, generation: Generation) -> Target:
        from pipelines.index import Target

        return Target(
            generation.name,
            self.catalogue,
            self._store(generation.name),
            self.encoder,
            self.settings,
        )

    def _store(self, generation: str) -> PassageStore:
        with self._guard:
            if generation not in self._stores:
                if not self.settings.qdrant_url:
                    self._lock.acquire()
                self._stores[generation] = self._new_store(generation)
            return self._stores[generation]

    def _new_store(self, generation: str) -> PassageStore:
        if self.settings.qdrant_url:
            from haystack.utils import Secret

            from pipelines.stores.server import ServerStore

            key = self.settings.qdrant_api_key
            return ServerStore(
                self.settings.qdrant_url,
                f"{self.settings.qdrant_collection}-{generation}",
                self.encoder.dimension,
                api_key=Secret.from_token(key.get_secret_value()) if key else None,
            )
        from pipelines.stores.edge import EdgeStore

        path = self.settings.library / "index" / generation
        return EdgeStore(path, dimension=self.encoder.dimension)

    def _drop(self, generation: str) -> None:
        store = self._stores.pop(generation, None) or self._new_store(generation)
        self._pipelines.pop(generation, None)
        store.drop()


def _nothing_yet() -> NotIngested:
    return NotIngested(
        "There is nothing in this library yet. Put documents in with: grappe ingest FOLDER",
        "Cette bibliothèque est vide. Ajoutez des documents : grappe ingest DOSSIER",
    )


def _silent(done: int, total: int, source: str) -> None:
    """No progress is wanted."""
