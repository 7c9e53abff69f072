"""Ask: an answer whose every statement opens the passage it rests on, or the reason for none."""

from __future__ import annotations

import streamlit as st

from pipelines.results import Citation, Coverage, Reply, Statement
from ui.output import check_lines
from ui.web import cards, frame
from ui.web.escaping import escaped, show
from ui.web.kept import kept
from ui.web.service import service
from ui.web.strings import Say


def ask_view(say: Say, language: str) -> None:
    """The answer to the question in the box, within the filters."""
    question, filters = st.session_state["q"], frame.chosen()
    with st.spinner(say("working")):
        reply, expansions = kept(
            ("ask", question, filters), lambda: service().ask(question, filters)
        )
    with st.container(key="reply"):
        if reply.kind == "abstained":
            _abstained(reply, say, language)
        else:
            _answer(reply, say)
        for line in check_lines(reply):
            cards.line(line)
        cards.line(_coverage(reply.coverage, say))
        cards.also_searched(expansions, say)


def _answer(reply: Reply, say: Say) -> None:
    cards.heading(say("answer"))
    if reply.kind == "generative":
        cards.line(say("answer.generated"))
    by_number = {citation.number: citation for citation in reply.citations}
    for index, statement in enumerate(reply.statements):
        cited = [by_number[number] for number in statement.citations if number in by_number]
        _statement(index, statement, cited, say)
    cards.heading(say("sources"))
    for citation in reply.citations:
        _source(citation, say)


def _statement(index: int, statement: Statement, cited: list[Citation], say: Say) -> None:
    spoken = f' lang="{escaped(cited[0].language)}"' if cited else ""
    with st.container(key=f"statement-{index}", horizontal=True, gap="small"):
        partial = (
            f'<span class="partial" title="{escaped(say("answer.partial.why"))}">'
            f"{escaped(say('answer.partial'))}</span>"
            if statement.support == "partial"
            else ""
        )
        said = f"<span{spoken}>{escaped(statement.text)}</span>{partial}"
        show(f'<p class="statement">{said}</p>', width="content")
        for citation in cited:
            st.button(
                rf"\[{citation.number}\]",
                key=f"cite-{index}-{citation.number}",
                help=say("citation.open", number=citation.number),
                on_click=frame.open_source,
                args=(citation.document, citation.start, citation.end),
                type="tertiary",
            )


def _source(citation: Citation, say: Say) -> None:
    with st.container(border=True, key=f"citation-{citation.number}"):
        spoken = f'lang="{escaped(citation.language)}"'
        show(
            f'<p class="cited"><b>[{citation.number}]</b> {cards.badge(citation.language, say)}'
            f' <span class="title" {spoken}>{escaped(citation.title)}</span></p>'
            f"<blockquote {spoken}>{escaped(citation.quote)}</blockquote>"
        )
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.button(
                say("source.open"),
                key=f"source-{citation.number}",
                on_click=frame.open_source,
                args=(citation.document, citation.start, citation.end),
                icon=":material/menu_book:",
            )
            show(cards.where(citation.source, citation.page, say))


def _abstained(reply: Reply, say: Say, language: str) -> None:
    cards.heading(say("answer.none"))
    show(f'<p class="reason" lang="{escaped(reply.language)}">{escaped(reply.reason or "")}</p>')
    frame.lift_filters(say, language)
    if reply.nearest:
        cards.heading(say("nearest"))
        for hit in reply.nearest:
            cards.passage(hit, say, language, frame.open_source)


def _coverage(coverage: Coverage, say: Say) -> str:
    text = say("coverage", matched=coverage.matched, searched=coverage.searched)
    if coverage.unreadable:
        text += say("coverage.unreadable", count=coverage.unreadable)
    if coverage.filtered_out:
        text += say("coverage.filtered", count=coverage.filtered_out)
    return text
