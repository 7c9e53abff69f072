"""Search: passages as cards, what they could be narrowed by, and the way on when there is none."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pipelines.filters import FIELDS
from pipelines.results import SearchResult
from ui.web import cards, frame
from ui.web.escaping import label
from ui.web.kept import kept
from ui.web.names import value_name
from ui.web.service import service
from ui.web.strings import Say

PER_PAGE = 10
VALUES = 6  # of a facet


def search_view(say: Say, language: str) -> None:
    """The passages for the words in the box, within the filters."""
    query, filters = st.session_state["q"], frame.chosen()
    offset = (st.session_state["page"] - 1) * PER_PAGE
    with st.spinner(say("working")):
        result = kept(
            ("search", query, filters, offset),
            lambda: service().search(query, filters, PER_PAGE, offset),
        )
    if not result.total:
        _nothing(say, language)
        return
    if not result.hits:  # a page beyond the last
        st.session_state["page"] = 1
        st.rerun()
    _count(result, offset, say)
    cards.also_searched(result.expansions, say)
    if st.session_state["source"] is None:
        results, facets = st.columns([3, 1], gap="large")
        with facets:
            _facets(result.facets, say, language)
    else:
        results = st.container()
    with results, st.container(key="results"):
        for hit in result.hits:
            cards.passage(hit, say, language, frame.open_source)
        _pages(result.total)


def _count(result: SearchResult, offset: int, say: Say) -> None:
    text = say("results.one") if result.total == 1 else say("results.many", total=result.total)
    if result.total > PER_PAGE:
        text += say("results.range", first=offset + 1, last=offset + len(result.hits))
    cards.heading(text)


def _pages(total: int) -> None:
    pages, page = -(-total // PER_PAGE), st.session_state["page"]
    if pages > 1:
        key = f"turn-{page}"  # new for each page: the URL, not the widget, remembers it
        st.pagination(
            pages, default=page, key=key, on_change=_turn, args=(key,), max_visible_pages=5
        )


def _turn(key: str) -> None:
    st.session_state["page"] = st.session_state[key]
    st.session_state["source"] = None


def _facets(facets: Mapping[str, Mapping[str, int]], say: Say, language: str) -> None:
    with st.container(key="facets"):
        cards.heading(say("facets"))
        cards.line(say("facets.help"))
        for name in FIELDS:
            chosen = st.session_state[name]
            values = [v for v in facets.get(name, {}) if v not in chosen][:VALUES]
            if len(facets.get(name, {})) < 2 or not values:
                continue
            cards.line(say(f"filter.{name}"))
            with st.container(horizontal=True, gap="small", key=f"facet-{name}"):
                for value in values:
                    st.button(
                        f"{label(value_name(name, value, language))} · {facets[name][value]}",
                        key=f"facet-{name}-{value}",
                        on_click=frame.add,
                        args=(name, value),
                    )


def _nothing(say: Say, language: str) -> None:
    cards.heading(say("results.none"))
    if frame.lift_filters(say, language):
        return
    cards.line(say("results.none.open"))
