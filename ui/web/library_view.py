"""Library: its documents and their state, adding and setting right, and what it covers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import PurePath
from typing import Final

import streamlit as st

from pipelines.catalogue.records import VISIBLE, Record
from pipelines.filters import FIELDS
from ui.web import cards, charts, frame, work
from ui.web.allowed import Permission, log_in, permission
from ui.web.boxes import box, keep, told_apart
from ui.web.document_panel import panel
from ui.web.escaping import clean
from ui.web.names import date_name, value_name
from ui.web.service import service
from ui.web.strings import Say
from ui.web.upload_view import upload_view

_STATES: Final = ("current", "outdated", "skipped")


def library_view(say: Say, language: str) -> None:
    """The documents, and where it is allowed, the ways to change them."""
    may = permission(service().settings, service().listens_on)
    with st.container(key="work"):  # always there: what stands below must not move, and begin anew
        work.follow(say, language)
    names = [say("tab.documents"), say("tab.add"), say("tab.covers"), say("tab.index")]
    documents, add, covers, index = st.tabs(names, key="library-tabs")
    with documents:
        _documents(may == "yes", say, language)
    with add:
        if _allowed(may, say):
            upload_view(say, language)
    with covers:
        _covers(say, language)
    with index:
        _index(may, say)


def _documents(may_write: bool, say: Say, language: str) -> None:
    state = st.session_state
    filters = frame.chosen()
    counts = service().counts()
    held = [name for name in _STATES if counts.get(name)]
    if not held:
        cards.line(say("library.empty"))
        return
    state.setdefault("states", [])
    states: Sequence[str] = ()
    if len(held) > 1:
        states = st.pills(
            say("library.state"),
            held,
            selection_mode="multi",
            key="states",
            format_func=lambda name: f"{say(f'state.{name}')} · {counts[name]}",
            label_visibility="collapsed",
        )
    records = service().records(states, filters)
    cards.line(say("library.shown", count=len(records), total=sum(counts[name] for name in held)))
    if not records:
        frame.lift_filters(say, language, why=say("library.none"))
        return
    _table(records, say, language)
    by_id = {record.id: record for record in records}
    if state.get("document") not in by_id:
        state["document"] = None
    labels = told_apart({name: _label(record) for name, record in by_id.items()})
    key = box("document", labels)
    chosen = st.selectbox(
        say("library.choose"),
        list(by_id),
        key=key,
        index=None,
        format_func=labels.__getitem__,
        placeholder=say("library.choose.hint"),
        on_change=keep,
        args=("document", key),
    )
    if chosen is not None:
        panel(by_id[chosen], may_write, say, language)


def _table(records: Sequence[Record], say: Say, language: str) -> None:
    keys = ("title", "state", "type", "language", "dates", "projects", "file")
    heads = {name: say(f"field.{name}") for name in keys}
    data: dict[str, list[str]] = {head: [] for head in heads.values()}
    for record in records:
        for head, cell in zip(data, _cells(record, say, language), strict=True):
            data[head].append(clean(cell))
    key = f"documents-{hash(tuple(r.id for r in records)) & 0xFFFFFFFF:x}"
    ids = [record.id for record in records]
    st.dataframe(
        data,
        key=key,
        hide_index=True,
        height=min(38 + 35 * len(records), 420),
        column_config={heads["title"]: st.column_config.TextColumn(width="large")},
        on_select=partial(_selected, key, ids),
        selection_mode="single-row",
        alt=say("library.alt", count=len(records)),
    )


def _label(record: Record) -> tuple[str, ...]:
    """What a document is called; where that is not enough, its folder's name and its id."""
    called = f"{clean(record.title)} · {clean(record.source)}"
    return called, clean(PurePath(record.folder).name), record.id


def _selected(key: str, ids: Sequence[str]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    st.session_state["document"] = ids[rows[0]] if rows and rows[0] < len(ids) else None


def _cells(record: Record, say: Say, language: str) -> tuple[str, ...]:
    state = say(f"state.{record.state}") + (f" ({record.code})" if record.code else "")
    about = record.description
    if about is None:
        return record.source, state, "", "", "", "", record.source
    start, end = about.dates.iso() if about.dates else (None, None)
    return (
        record.title,
        state,
        value_name("type", about.type, language),
        value_name("language", about.language, language),
        date_name(start, end, language),
        ", ".join(value.text for value in about.projects),
        record.source,
    )


def _allowed(may: Permission, say: Say) -> bool:
    """Whether this session may change the library; if not, why, and the way to log in."""
    if may == "yes":
        return True
    cards.line(say(f"may_not.{may}"))
    if may == "log_in":
        if st.button(say("log_in"), key="log-in", icon=":material/login:"):
            log_in()
    elif may == "not_listed":
        st.button(say("log_out"), key="log-out", icon=":material/logout:", on_click=st.logout)
    return False


def _covers(say: Say, language: str) -> None:
    known = service().known_values()
    years = dict(sorted(known["year"].items())[-charts.MOST :])
    fields = [("year", years), *((name, known[name]) for name in FIELDS if name != "year")]
    cards.line(say("covers.help", count=sum(service().counts().get(s, 0) for s in VISIBLE)))
    charts.several(
        [
            (say(f"covers.{name}"), counts, partial(value_name, name, language=language))
            for name, counts in fields
        ],
        say,
    )


def _index(may: Permission, say: Say) -> None:
    cards.line(say("index.help"))
    if not _allowed(may, say):
        return
    busy = service().writing.jobs.running is not None
    if st.button(say("index.rebuild"), key="reindex", icon=":material/refresh:", disabled=busy):
        work.begin(service().writing.reindex)
        st.rerun()
