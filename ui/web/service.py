"""One service per process, shared by every session of the page."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache
from typing import Any

import streamlit as st

from ingest.types import EventKind, Language, Text
from pipelines import feedback
from pipelines.catalogue.events import Told
from pipelines.catalogue.families import Related
from pipelines.catalogue.records import VISIBLE, Record
from pipelines.errors import GrappeError
from pipelines.evaluation import evaluated
from pipelines.feedback import Feedback
from pipelines.filters import Filters
from pipelines.library import Library
from pipelines.register.export import as_calendar, as_csv, as_json
from pipelines.register.find import Register, find_rows
from pipelines.register.texts import Texts
from pipelines.results import Expansion, Reply, SearchResult, Sort
from pipelines.settings import Settings
from ui.web.writing import Writing

_chosen: list[tuple[Settings, str | None, str | None]] = []


@dataclass(frozen=True, slots=True)
class Source:
    """A document and its text, to be read beside an answer."""

    record: Record
    text: Text


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of the register: each event's cells with their quotes, and the same as files.

    ``calendar`` is None where no event has a day.
    """

    events: tuple[dict[str, Any], ...]
    csv: str
    calendar: bytes | None


class Service:
    """What the page may ask of the library. Sessions run in threads, so what encodes takes turns.

    Reading the catalogue takes no turn: a page that only opens a source never waits for a search.
    """

    def __init__(
        self, settings: Settings, url: str | None = None, listens_on: str | None = None
    ) -> None:
        self.settings = settings
        self.listens_on = listens_on
        self._library = Library(settings, address=url)
        self._turn = threading.RLock()
        self.writing = Writing(self._library, self._turn)

    def search(
        self, query: str, filters: Filters, limit: int, offset: int, sort: Sort = "relevance"
    ) -> SearchResult:
        """A page of passages; as :meth:`Library.search`."""
        with self._turn:
            return self._library.search(query, filters, limit, offset, sort)

    def ask(
        self,
        question: str,
        filters: Filters,
        earlier: Sequence[tuple[str, Reply]] = (),
        on_text: Callable[[str], None] | None = None,
    ) -> tuple[Reply, tuple[Expansion, ...]]:
        """The reply after ``earlier`` questions and their replies, and what else was searched for
        the question's words; ``on_text`` as in :meth:`Library.ask`.

        Where a language model writes, others need not wait for it.
        """
        turns = [self._library.turn(asked, reply) for asked, reply in earlier]
        with self._turn if self._library.settings.llm_url is None else nullcontext():
            reply = self._library.ask(question, filters, turns, on_text=on_text)
            return reply, self._library.analyse(reply.asked_as or question).expansions()

    def stand_alone(self, question: str, earlier: Sequence[tuple[str, Reply]]) -> str:
        """The question as it is understood after ``earlier`` ones and their replies."""
        turns = [self._library.turn(asked, reply) for asked, reply in earlier]
        return self._library.stand_alone(question, turns).text

    def listed(self, question: str, filters: Filters, language: Language) -> Table | None:
        """The register's rows that a question for a list is answered from; None for any other."""
        with self._turn:
            register = self._library.listed(question, filters)
        if register is None:
            return None
        text_of = Texts(self._library.catalogue)
        return Table(
            events=tuple(as_json(register, text_of)["events"]),
            csv=as_csv(register, text_of),
            calendar=as_calendar(register, text_of, language),
        )

    def commonest_hosted(self) -> EventKind | None:
        """The kind of event that the register has most hosts for; None when it has few."""
        rows = find_rows(self._library.catalogue, Filters()).rows
        unhosted = ("call", "agreement", "kick_off", "closing", "meeting", "other")
        kinds = Counter(r.kind for r in rows if r.kind not in unhosted and r.cell("host"))
        return next((kind for kind, times in kinds.most_common(1) if times > 2), None)

    def change(self) -> str:
        """A mark that is another one once anybody changed what the library shows."""
        return self._library.catalogue.change()

    def keep_feedback(self, given: Feedback) -> None:
        """Keep what a reader says of an answer."""
        feedback.keep(self._library.settings.library, given)

    def filters(self, wanted: Mapping[str, Sequence[Any]]) -> Filters:
        """As :meth:`Library.filters`."""
        return self._library.filters(wanted)

    def known_values(self) -> dict[str, dict[str, int]]:
        """As :meth:`Library.known_values`."""
        return self._library.known_values()

    def counts(self) -> dict[str, int]:
        """Documents by state, and passages."""
        return self._library.catalogue.counts()

    def documents(self) -> list[Record]:
        """The documents whose text is searched."""
        return self._library.catalogue.records(VISIBLE)

    def places(self, documents: Iterable[str]) -> dict[str, tuple[str | None, str | None]]:
        """Where each document's event took place: the place, and the country's code."""
        found: dict[str, tuple[str | None, str | None]] = dict.fromkeys(documents, (None, None))
        for record in self._library.catalogue.records(ids=list(found)):
            about = record.description
            if about is not None:
                found[record.id] = (
                    about.place.text if about.place else None,
                    about.country.text if about.country else None,
                )
        return found

    def source(self, document: str) -> Source:
        """A document to read. Raises :class:`UsageError` when it is no longer there."""
        record = self._library.catalogue.find(document)
        return Source(record, self._library.catalogue.text(record))

    def records(self, states: Sequence[str] = (), filters: Filters | None = None) -> list[Record]:
        """Documents in these states or in any, whether they could be read or not."""
        return self._library.catalogue.records(states, filters.as_dict() if filters else None)

    def register(self, filters: Filters, kinds: Collection[EventKind] = ()) -> Register:
        """The events that the filters let pass, of these kinds or of all."""
        return find_rows(self._library.catalogue, filters, kinds)

    def text_of(self, document: str) -> Text:
        """A document's text. Raises :class:`UsageError` when it has none."""
        return self._library.catalogue.text(self._library.catalogue.find(document))

    def telling(self) -> Callable[[Told], Text]:
        """A function from a telling of an event to its document's text, each read once."""
        read = cache(self.text_of)
        return lambda told: read(told.document)

    def related(self, document: str) -> tuple[Related, ...]:
        """The copies and translations of a document."""
        return self._library.kinship().of(document)

    def status(self) -> dict[str, Any]:
        """As :meth:`Library.status`."""
        return self._library.status()

    def evaluation(self) -> Mapping[str, Any] | None:
        """The last evaluation made on this library; None where there was none."""
        return evaluated.last(self.settings.library)

    def warm(self) -> None:
        """Load what the first question would wait for. What is wrong is told when it is asked."""
        try:
            self.search("grappe", Filters(), 1, 0)
        except GrappeError:
            return

    def close(self) -> None:
        """Let go of the library, after the question under way; a job stops at its next file."""
        self.writing.close()
        with self._turn:
            self._library.close()


def configure(settings: Settings, url: str | None = None, *, listens_on: str | None = None) -> None:
    """Say which library this process serves, before the first session asks for it: at ``url`` for
    who sits here, and on which address for everybody."""
    _chosen[:] = [(settings, url, listens_on)]


@st.cache_resource(show_spinner=False, on_release=lambda opened: opened.close())
def service() -> Service:
    """The process's one service. Raises :class:`RuntimeError` before :func:`configure`."""
    if not _chosen:
        raise RuntimeError("No library was chosen: the page is started by `grappe ui`.")
    return Service(*_chosen[0])


def warm() -> None:
    """Open the service and load its models, while the browser is still opening."""
    service().warm()


def release() -> None:
    """Close the service, and with it the library's lock; the next call of it opens it anew."""
    service.clear()
