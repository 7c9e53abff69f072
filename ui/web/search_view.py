"""Search: passages as cards, what they could be narrowed by, and the way on when there is none."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pipelines.export import references, sheet
from pipelines.filters import FIELDS, Filters
from pipelines.results import SearchResult, Sort
from ui.web import address, cards, frame
from ui.web.escaping import escaped, show
from ui.web.kept import kept
from ui.web.names import value_name
from ui.web.service import service
from ui.web.strings import Say

PER_PAGE = 10
VALUES = 6  # of a facet
EVERYTHING = 1_000  # passages an export holds at most; a search finds fewer


def search_view(say: Say, language: str) -> None:
    """The passages for the words in the box, within the filters."""
    query, filters, sort = st.session_state["q"], frame.chosen(), st.session_state["sort"]
    offset = (st.session_state["page"] - 1) * PER_PAGE
    with st.spinner(say("working")):
        result = kept(
            ("search", query, filters, offset, sort),
            lambda: service().search(query, filters, PER_PAGE, offset, sort),
        )
    if not result.total:
        _nothing(query, filters, result, say, language)
        return
    if not result.hits:  # a page beyond the last
        st.session_state["page"] = 1
        st.rerun()
    places = service().places(hit.document for hit in result.hits)
    if st.session_state["source"] is None:
        results, facets = st.columns([3, 1], gap="large")
    else:
        results = facets = st.container()
    with results, st.container(key="results"):
        _top(result, offset, sort, filters, say)
        cards.also_searched(result.expansions, say)
        for hit in result.hits:
            cards.passage(hit, say, language, _place(*places[hit.document], language))
        _pages(result.total)
    if facets is not results:
        with facets:
            _facets(result.facets, say, language)


def _top(result: SearchResult, offset: int, sort: Sort, filters: Filters, say: Say) -> None:
    """How many there are, in which order, and the way to take them away."""
    text = frame.passages(result.total, say)
    if result.total > PER_PAGE:
        text += say("results.range", first=offset + 1, last=offset + len(result.hits))
    orders = "".join(
        f"<b>{escaped(say(f'sort.{name}'))}</b>"
        if name == sort
        else f'<a href="{escaped(address.to(sort=name, page=1))}">'
        f"{escaped(say(f'sort.{name}'))}</a>"
        for name in address.SORTS
    )
    with st.container(
        key="top", horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        show(f"<h2>{escaped(text)}</h2>", width="content")
        with st.container(
            key="orders", horizontal=True, vertical_alignment="center", width="content"
        ):
            show(
                f'<p class="orders"><span>{escaped(say("sort"))}</span>{orders}</p>',
                width="content",
            )
            _export(result.query, filters, sort, say)


def _export(query: str, filters: Filters, sort: Sort, say: Say) -> None:
    def all_of_them() -> SearchResult:
        return service().search(query, filters, EVERYTHING, 0, sort)

    files = {
        "csv": ("text/csv", lambda: sheet.results(all_of_them()).encode("utf-8-sig")),
        "ris": (
            "application/x-research-info-systems",
            lambda: references.ris(all_of_them().hits).encode(),
        ),
        "bib": ("application/x-bibtex", lambda: references.bibtex(all_of_them().hits).encode()),
    }
    with st.popover(say("export"), icon=":material/download:", key="export"):
        for ending, (mime, make) in files.items():
            st.download_button(
                say(f"export.results.{ending}"),
                make,
                f"grappe.{ending}",
                mime,
                key=f"file-{ending}",
                on_click="ignore",
                type="tertiary",
            )


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
    """The values that would narrow the results, each a link that does."""
    parts = [
        f"<h2>{escaped(say('facets'))}</h2>",
        f'<p class="quiet">{escaped(say("facets.help"))}</p>',
    ]
    for name in FIELDS:
        chosen, counts = st.session_state[name], facets.get(name, {})
        values = [value for value in counts if value not in chosen][:VALUES]
        if len(counts) < 2 or not values:
            continue
        parts.append(f'<h3 id="facet-{name}">{escaped(say(f"filter.{name}"))}</h3>')
        links = "".join(
            f'<li><a class="facet" href="{escaped(address.with_filter(name, value))}">'
            f"{escaped(value_name(name, value, language))}"
            f' <span class="count">{counts[value]}</span></a></li>'
            for value in values
        )
        parts.append(f'<ul class="facet-values" aria-labelledby="facet-{name}">{links}</ul>')
    with st.container(key="facets"):
        show(parts)


def _place(place: str | None, country: str | None, language: str) -> str:
    """ "Zaragoza, Spain", or what of it is known."""
    named = value_name("country", country, language) if country else None
    return ", ".join(part for part in (place, named) if part)


def _nothing(query: str, filters: Filters, result: SearchResult, say: Say, language: str) -> None:
    cards.heading(say("results.none"))
    cards.also_searched(result.expansions, say)

    def without(name: str) -> int:
        rest = Filters(**{n: tuple(v) for n, v in filters.as_dict().items() if n != name})
        return kept(("without", query, rest), lambda: service().search(query, rest, 1, 0).total)

    if not frame.lift_filters(say, language, without):
        cards.line(say("results.none.open"))
