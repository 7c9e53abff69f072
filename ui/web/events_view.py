"""Events: the register as a table whose cells open their sentences, a timeline, and counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from ingest.types import EVENT_KINDS, EventKind, Language
from pipelines.export.wording import coverage_line
from pipelines.register import export
from pipelines.register.cells import lies_ahead
from pipelines.register.counts import UNSAID, counts
from pipelines.register.find import Register
from pipelines.register.row import Row
from pipelines.register.select import openness
from pipelines.register.wording import kind_word
from ui.web import cards, charts, frame
from ui.web.boxes import box, keep
from ui.web.events_table import events_table
from ui.web.kept import kept
from ui.web.names import value_name
from ui.web.service import service
from ui.web.strings import Say

_WHEN: Final = ("all", "ahead", "past", "open")


def events_view(say: Say, language: str) -> None:
    """The register within the filters."""
    spoken: Language = "fr" if language == "fr" else "en"
    cards.line(say("events.intro"))
    kinds, when = _narrowed(say, spoken)
    filters = frame.chosen()
    found = kept(("register", filters, kinds), lambda: service().register(filters, [*kinds]))
    rows = [row for row in _latest_first(found.rows) if _in_time(row, when, date.today())]
    if not rows:
        _nothing(found, when, say, language)
        return
    _head(found, rows, spoken, say)
    names = [say("tab.table"), say("tab.timeline"), say("tab.counts")]
    table, line, figures = st.tabs(names, key="event-tabs")
    with table:
        events_table(rows, spoken, say)
    with line:
        charts.timeline(rows, spoken, say)
    with figures:
        _figures(rows, spoken, say)


def _narrowed(say: Say, language: Language) -> tuple[tuple[EventKind, ...], str]:
    """The kinds chosen, and the part of time."""
    state = st.session_state
    state.setdefault("event_kinds", [])
    state.setdefault("event_when", "all")
    names = {kind: kind_word(kind, language) for kind in EVENT_KINDS}
    key = box("event_kinds", names)
    with st.container(key="event-filters", horizontal=True, vertical_alignment="center"):
        kinds = st.multiselect(
            say("events.kind"),
            EVENT_KINDS,
            key=key,
            format_func=names.__getitem__,
            on_change=keep,
            args=("event_kinds", key),
            placeholder=say("events.kind"),
            label_visibility="collapsed",
            select_all=False,
            width=240,
        )
        when = st.segmented_control(
            say("events.when"),
            _WHEN,
            key="event_when",
            required=True,
            format_func=lambda value: say(f"when.{value}"),
            label_visibility="collapsed",
        )
    return tuple(kinds), str(when)


def _nothing(found: Register, when: str, say: Say, language: str) -> None:
    """That there is no event, why, and what would show some."""
    cards.heading(say("events.none"))
    why, none = say("events.none.filtered"), say("events.none.help")
    if found.rows:  # it is the part of time that leaves none
        why = none = say("events.none.when", count=len(found.rows), when=say(f"when.{when}"))
    if not frame.lift_filters(say, language, why=why):
        cards.line(none)


def _latest_first(rows: Sequence[Row]) -> list[Row]:
    """The register's order turned round, what has no day still last."""
    dated = [row for row in rows if _dated(row)]
    return [*reversed(dated), *(row for row in rows if not _dated(row))]


def _in_time(row: Row, when: str, today: date) -> bool:
    """Whether an event belongs to a part of time; one without a day only to all of it."""
    if when == "open":
        return row.kind == "call" and openness(row, today) == "open"
    return when == "all" or (_dated(row) and lies_ahead(row, today) == (when == "ahead"))


def _dated(row: Row) -> bool:
    return bool(row.when() or row.deadlines())


def _head(found: Register, rows: Sequence[Row], language: Language, say: Say) -> None:
    """How much this is, and the ways to take it along."""
    shown = Register(tuple(rows), found.outside, found.coverage)
    documents = frozenset[str]().union(*(row.documents for row in rows))
    counted = replace(found.coverage, events=len(rows), matched=len(documents), filtered_out=0)
    text = coverage_line(counted, language)
    if found.outside:
        text += say("events.outside", count=found.outside)
    with st.container(
        key="event-exports", horizontal=True, gap="small", vertical_alignment="center"
    ):
        cards.line(text)
        st.download_button(
            say("events.csv"),
            partial(_csv, shown),
            file_name="grappe-events.csv",
            mime="text/csv",
            key="events-csv",
            icon=":material/download:",
            on_click="ignore",
        )
        if export.has_days(shown):
            st.download_button(
                say("events.ics"),
                partial(_calendar, shown, language),
                file_name="grappe-events.ics",
                mime="text/calendar",
                key="events-ics",
                icon=":material/event:",
                on_click="ignore",
            )


def _csv(shown: Register) -> bytes:
    # The mark at the beginning tells spreadsheets that it is UTF-8.
    return export.as_csv(shown, service().telling()).encode("utf-8-sig")


def _calendar(shown: Register, language: Language) -> bytes:
    return export.as_calendar(shown, service().telling(), language) or b""


def _figures(rows: Sequence[Row], language: Language, say: Say) -> None:
    found = counts(rows)

    def name(field: str, value: str) -> str:
        if value == UNSAID:
            return say("unsaid")
        if field == "kind":
            return kind_word(next(k for k in EVENT_KINDS if k == value), language)
        return value_name(field, value, language)

    charts.several(
        [(say(f"counts.{field}"), found[field], partial(name, field)) for field in found], say
    )
