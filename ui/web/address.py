"""What the page's URL carries, both ways: the question and those before it, filters, order, page,
open source, language.

Widgets live in the session's state, the URL in the browser. The URL wins when it is not the one
this session wrote last: on the first run, after "back", or when somebody typed in it. Otherwise
the widgets win, and the URL follows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from pipelines.errors import UsageError
from pipelines.filters import FIELDS
from ui.web.service import service
from ui.web.strings import LANGUAGES, of_locale

QUESTION_CHARACTERS = 2_000
TURNS = 6  # earlier questions of a conversation that the URL keeps
SORTS = ("relevance", "date")


@dataclass(frozen=True, slots=True)
class Place:
    """A passage of a document, by its offsets."""

    document: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.document}.{self.start}-{self.end}"

    @classmethod
    def parse(cls, text: str) -> Place | None:
        """The place that ``str`` wrote; None for anything else."""
        document, _, span = text.rpartition(".")
        start, _, end = span.partition("-")
        if document and start.isdecimal() and end.isdecimal() and len(span) < 24:
            return cls(document, int(start), int(end))
        return None


@dataclass(frozen=True, slots=True)
class Address:
    """Everything that makes a page of results, as its URL says it.

    ``turns`` are the questions that were asked before ``query`` in the same conversation.
    """

    query: str = ""
    turns: tuple[str, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = SORTS[0]
    page: int = 1
    source: Place | None = None
    language: str | None = None

    def parameters(self) -> dict[str, list[str]]:
        """The URL's parameters, without those that say nothing."""
        pairs = {
            "before": list(self.turns),
            "q": [self.query],
            **{name: list(values) for name, values in self.filters.items()},
            "sort": [self.sort] if self.sort != SORTS[0] else [],
            "page": [str(self.page)] if self.page > 1 else [],
            "source": [str(self.source)] if self.source else [],
            "lang": [self.language] if self.language else [],
        }
        return {name: values for name, values in pairs.items() if any(values)}

    def href(self) -> str:
        """A link to it, within the section that it stands in."""
        return "?" + urlencode(self.parameters(), doseq=True)


def read() -> Address:
    """The URL's address; what can't be meant is left out."""
    given = st.query_params
    page, language = given.get("page", ""), given.get("lang", "")
    sort = given.get("sort", "")
    return Address(
        query=given.get("q", "")[:QUESTION_CHARACTERS],
        turns=tuple(t[:QUESTION_CHARACTERS] for t in given.get_all("before") if t)[-TURNS:],
        filters={
            name: tuple(dict.fromkeys(values)) for name in FIELDS if (values := given.get_all(name))
        },
        sort=sort if sort in SORTS else SORTS[0],
        page=max(1, int(page)) if page.isdecimal() and len(page) < 6 else 1,
        source=Place.parse(given.get("source", "")),
        language=language if language in LANGUAGES else None,
    )


def language() -> str:
    """The interface's language: what was chosen here, or the URL says, or the browser speaks."""
    state, here = st.session_state, read()
    chosen: str | None = state.get("lang")
    if here != state.get("_here") and here.language:
        chosen = here.language
    return chosen or of_locale(st.context.locale)


def follow(section: str) -> None:
    """Bring the widgets' state in step with the URL, before any widget is made.

    A link to another section of the page carries nothing; the question goes along then.
    """
    state, here = st.session_state, read()
    moved = state.get("_section", section) != section
    state["_section"] = section
    for name in ("q", *FIELDS):  # not forgotten in a section that has no box for it
        if name in state:
            state[name] = state[name]
    if "_here" in state and moved and here == Address():
        state["page"], state["source"], state["turns"] = 1, None, ()
        return
    if "_here" in state and here == state["_here"]:
        return
    state["q"] = here.query
    state["turns"] = here.turns
    state["sort"] = here.sort
    state["page"] = here.page
    state["source"] = here.source
    state["lang"] = language()
    state["_refused"] = []
    for name in FIELDS:
        known = (value for given in here.filters.get(name, ()) for value in _known(name, given))
        state[name] = list(dict.fromkeys(known))  # one value may have been spelt in two ways
    state["_here"] = here


def keep() -> None:
    """Write the widgets' state into the URL, once they are all made."""
    state, here = st.session_state, read()
    now = current()
    if not state["_refused"] and now != here:
        st.query_params.from_dict(now.parameters())
        here = now
    state["_here"] = here


def current() -> Address:
    """What the widgets' state would have the URL say."""
    state, here = st.session_state, read()
    default = of_locale(st.context.locale)
    spoken = state["lang"] if here.language or state["lang"] != default else None
    return Address(
        query=state["q"],
        turns=state["turns"],
        filters={name: tuple(state[name]) for name in FIELDS if state[name]},
        sort=state["sort"],
        page=state["page"],
        source=state["source"],
        language=spoken,
    )


def to(**changes: Any) -> str:
    """A link to the page as it stands, but for some fields of its :class:`Address`."""
    return replace(current(), **changes).href()


def to_source(document: str, start: int, end: int) -> str:
    """A link that shows a document at a passage beside the page as it stands."""
    return to(source=Place(document, start, end))


def with_filter(name: str, value: str) -> str:
    """A link to the first page of what one more value of a filter leaves."""
    held = current().filters
    values = tuple(dict.fromkeys([*held.get(name, ()), value]))
    return to(filters={**held, name: values}, page=1, source=None)


def _known(name: str, given: str) -> tuple[str, ...]:
    """A filter value in the library's spelling; one it doesn't know is refused, not dropped."""
    try:
        return getattr(service().filters({name: [given]}), name)
    except UsageError as error:
        st.session_state["_refused"].append((name, error))
        return ()
