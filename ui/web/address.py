"""What the page's URL carries, both ways: the question, filters, page, open source, language.

Widgets live in the session's state, the URL in the browser. The URL wins when it is not the one
this session wrote last: on the first run, after "back", or when somebody typed in it. Otherwise
the widgets win, and the URL follows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st

from pipelines.errors import UsageError
from pipelines.filters import FIELDS
from ui.web.service import service
from ui.web.strings import LANGUAGES, of_locale

QUESTION_CHARACTERS = 2_000


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
    """Everything that makes a page of results, as its URL says it."""

    query: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    page: int = 1
    source: Place | None = None
    language: str | None = None

    def parameters(self) -> dict[str, list[str]]:
        """The URL's parameters, without those that say nothing."""
        pairs = {
            "q": [self.query],
            **{name: list(values) for name, values in self.filters.items()},
            "page": [str(self.page)] if self.page > 1 else [],
            "source": [str(self.source)] if self.source else [],
            "lang": [self.language] if self.language else [],
        }
        return {name: values for name, values in pairs.items() if any(values)}


def read() -> Address:
    """The URL's address; what can't be meant is left out."""
    given = st.query_params
    page, language = given.get("page", ""), given.get("lang", "")
    return Address(
        query=given.get("q", "")[:QUESTION_CHARACTERS],
        filters={
            name: tuple(dict.fromkeys(values)) for name in FIELDS if (values := given.get_all(name))
        },
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
        state["page"], state["source"] = 1, None
        return
    if "_here" in state and here == state["_here"]:
        return
    state["q"] = here.query
    state["page"] = here.page
    state["source"] = here.source
    state["lang"] = language()
    state["_refused"] = []
    for name in FIELDS:
        state[name] = [
            value for given in here.filters.get(name, ()) for value in _known(name, given)
        ]
    state["_here"] = here


def keep() -> None:
    """Write the widgets' state into the URL, once they are all made."""
    state, here = st.session_state, read()
    default = of_locale(st.context.locale)
    spoken = state["lang"] if here.language or state["lang"] != default else None
    now = Address(
        query=state["q"],
        filters={name: tuple(state[name]) for name in FIELDS if state[name]},
        page=state["page"],
        source=state["source"],
        language=spoken,
    )
    if not state["_refused"] and now != here:
        st.query_params.from_dict(now.parameters())
        here = now
    state["_here"] = here


def _known(name: str, given: str) -> tuple[str, ...]:
    """A filter value in the library's spelling; one it doesn't know is refused, not dropped."""
    try:
        return getattr(service().filters({name: [given]}), name)
    except UsageError as error:
        st.session_state["_refused"].append((name, error))
        return ()
