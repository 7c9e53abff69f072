"""One document of the library: what is known of it, what to set right, and the way out."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ingest.errors import reason
from pipelines.catalogue.records import Record
from ui import related as kin_lines
from ui.extent import sentences
from ui.web import cards, correction, described, frame, work
from ui.web.escaping import escaped, show
from ui.web.service import service
from ui.web.strings import Say


def panel(record: Record, may_write: bool, say: Say, language: str) -> None:
    """Show a document; with ``may_write``, it can be corrected and deleted here."""
    with st.container(border=True, key="document-panel"):
        about = record.description
        if about is None:
            show(f"<h3>{escaped(record.source)}</h3>")
        else:
            dates = about.dates.iso() if about.dates else (None, None)
            projects = [value.text for value in about.projects]
            show(
                cards.head(record.title, about.language, about.type, dates, projects, say, language)
            )
        show(cards.where(record.source, None, say))
        _state(record, say, language)
        with st.container(horizontal=True, gap="small", key="document-actions"):
            _actions(record, may_write, say, language)
        if about is not None:
            content = service().text_of(record.id).content
            described.description(about, content, say, language)


def _state(record: Record, say: Say, language: str) -> None:
    text = say(f"state.{record.state}")
    if record.code:
        text += f". {reason(record.code, language)}"
    told = [text]
    if record.extent:
        told += sentences(record.extent, language)
    told += [f"{line[0].upper()}{line[1:]}." for line in _kin(record, language)]
    show("".join(f'<p class="fact">{escaped(line)}</p>' for line in told))


def _kin(record: Record, language: str) -> list[str]:
    return kin_lines.lines(service().related(record.id), language)


def _actions(record: Record, may_write: bool, say: Say, language: str) -> None:
    if record.description is not None:
        st.button(
            say("source.open"),
            key="document-open",
            icon=":material/menu_book:",
            on_click=frame.open_source,
            args=(record.id, 0, 0),
        )
    if not may_write:
        return
    if record.description is not None and st.button(
        say("document.correct"), key="document-correct", icon=":material/edit:"
    ):
        _correct(record, say, language)
    if st.button(say("document.delete"), key="document-delete", icon=":material/delete:"):
        _delete(record, say)


def _correct(record: Record, say: Say, language: str) -> None:
    @st.dialog(say("document.correct"), width="large")
    def form() -> None:
        about = record.description
        if about is None:
            return
        before = service().writing.corrected(record.id)
        cards.line(say("correct.help"))
        said = correction.fields(about, before, f"correct-{record.id}", say, language)
        with st.container(horizontal=True, gap="small"):
            changed = said != before
            if st.button(
                say("correct.save"), key="correct-save", type="primary", disabled=not changed
            ):
                work.begin(lambda: service().writing.correct(record.id, said))
                st.rerun()
            if before and st.button(say("correct.undo"), key="correct-undo", type="tertiary"):
                work.begin(lambda: service().writing.correct(record.id, {}))
                st.rerun()

    form()


def _delete(record: Record, say: Say) -> None:
    @st.dialog(say("document.delete"))
    def confirm() -> None:
        own = service().writing.own(record)
        text = say("delete.own" if own else "delete.elsewhere", title=record.title)
        file = str(Path(record.folder, record.source))
        show(f'<p>{escaped(text)}</p><p class="where"><span>{escaped(file)}</span></p>')
        with st.container(horizontal=True, gap="small"):
            if st.button(say("delete.yes"), key="delete-yes", type="primary"):
                st.session_state["source"] = None
                work.begin(lambda: service().writing.delete(record.id))
                st.rerun()
            if st.button(say("delete.no"), key="delete-no"):
                st.rerun()

    confirm()
