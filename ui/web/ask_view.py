"""Ask: an answer whose every statement opens the passage it rests on, or the reason for none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pipelines.export.wording import check_lines, coverage_line, narrowed_line
from pipelines.results import Citation, Reply, Statement
from ui.web import address, cards, frame, scripts
from ui.web.answer_tools import answer_tools
from ui.web.conversation import Turn, go_on, turns
from ui.web.escaping import escaped, show
from ui.web.kept import kept
from ui.web.register_table import register_table
from ui.web.service import Table, service
from ui.web.strings import Say


def ask_view(say: Say, language: str) -> None:
    """The answer to the question in the box, within the filters, after those before it."""
    filters = frame.chosen()
    with st.spinner(say("working")):
        with st.container(key="growing"):
            growing = st.empty()
        *earlier, newest = turns(filters, partial(_grow, growing, say))
        growing.empty()
        table = None
        if newest.reply.kind == "list":
            table = kept(
                ("listed", newest.standalone, filters, language),
                lambda: service().listed(newest.standalone, filters, frame.spoken(language)),
            )
    with st.container(key="reply"):
        for number, turn in enumerate(earlier):
            _earlier(number, turn, say, language)
        with st.container(key="newest"):
            if earlier:
                _question(newest, say)
            _newest(newest, table, [*earlier, newest], say, language)
    _follow_up([*earlier, newest], say)
    if earlier and st.session_state["source"] is None:
        scripts.show_newest(len(earlier))


def _grow(place: DeltaGenerator, say: Say, text: str) -> None:
    """What a language model has written so far, of which nothing has been checked."""
    with place.container():
        cards.line(say("answer.writing"))
        show(f'<p class="statement">{escaped(text)}</p>')


def _earlier(number: int, turn: Turn, say: Say, language: str) -> None:
    """A turn that others came after: question, answer and coverage, without the sources' text."""
    with st.container(key=f"turn-{number}"):
        _question(turn, say)
        reply = turn.reply
        if reply.kind == "abstained":
            show(_reason(reply))
        else:
            show(_statements(reply, say, marked=True))
        cards.line(coverage_line(reply.coverage, frame.spoken(language)))


def _question(turn: Turn, say: Say) -> None:
    """What was asked, and what it was taken to mean where that is more."""
    shown = f'<h2 class="asked" lang="{escaped(turn.reply.language)}">{escaped(turn.question)}</h2>'
    if turn.standalone.strip() != turn.question.strip():
        shown += f'<p class="quiet">{escaped(say("understood", question=turn.standalone))}</p>'
    show(shown)


def _told(reply: Reply) -> None:
    """What an answer leaves open, what narrowed it, what was left out, why no model wrote it."""
    open_part = reply.reason if reply.answer is not None else None
    for line in (open_part, narrowed_line(reply), *check_lines(reply)):
        if line is not None:
            cards.line(line)


def _newest(
    turn: Turn, table: Table | None, conversation: list[Turn], say: Say, language: str
) -> None:
    reply = turn.reply
    if reply.kind == "abstained":
        cards.heading(say("answer.none"))
        show(_reason(reply))
        _told(reply)
        cards.line(coverage_line(reply.coverage, frame.spoken(language)))
        cards.also_searched(turn.expansions, say)
        why = say("answer.none.filtered") if reply.nearest else None
        frame.lift_filters(say, language, why=why)
        answer_tools(conversation, None, say, language)
        if reply.nearest:
            cards.heading(say("nearest"))
            cards.line(say("nearest.help"))
            for hit in reply.nearest:
                cards.passage(hit, say, language)
        return
    if len(conversation) == 1:  # otherwise the question stands above it
        cards.heading(say("answer"))
    if reply.kind == "generative":
        show(f'<p class="generated">{escaped(say("answer.generated"))}</p>')
    weak = all(statement.support == "partial" for statement in reply.statements)
    if weak:
        show(f'<p class="weak">{escaped(say("answer.weak"))}</p>')
    show(_statements(reply, say, marked=not weak))
    _told(reply)
    cards.line(coverage_line(reply.coverage, frame.spoken(language)))
    cards.also_searched(turn.expansions, say)
    answer_tools(conversation, table, say, language)
    if table is not None:
        cards.heading(say("table"))
        register_table(table.events, say, language)
    cards.heading(say("sources"))
    for citation in reply.citations:
        _source(citation, say)


def _statements(reply: Reply, say: Say, marked: bool) -> str:
    """The statements; ``marked`` says of each whether it is only partly supported."""
    by_number = {citation.number: citation for citation in reply.citations}
    tag = "li" if len(reply.statements) > 1 else "p"
    body = "".join(_statement(s, by_number, reply, tag, say, marked) for s in reply.statements)
    return f'<ul class="statements">{body}</ul>' if tag == "li" else body


def _statement(
    statement: Statement,
    by_number: Mapping[int, Citation],
    reply: Reply,
    tag: str,
    say: Say,
    marked: bool,
) -> str:
    cited = [by_number[number] for number in statement.citations if number in by_number]
    # What is taken from a document is in its language; lists and models write in the question's.
    own = reply.kind == "extractive" and bool(cited)
    spoken = cited[0].language if own else reply.language
    links = "".join(_number(citation, say) for citation in cited)
    partial = ""
    if marked and statement.support == "partial":
        why = escaped(say("answer.partial.why"))
        partial = f'<span class="partial" title="{why}">{escaped(say("answer.partial"))}</span>'
    said = f'<span lang="{escaped(spoken)}">{escaped(statement.text)}</span>'
    return f'<{tag} class="statement">{said} {links}{partial}</{tag}>'


def _number(citation: Citation, say: Say) -> str:
    href = address.to_source(citation.document, citation.start, citation.end)
    opens = say("citation.open", number=citation.number)
    return (
        f'<a class="cite" href="{escaped(href)}" title="{escaped(opens)} – '
        f'{escaped(citation.title)}">[{citation.number}]</a>'
    )


def _source(citation: Citation, say: Say) -> None:
    with st.container(border=True, key=f"citation-{citation.number}"):
        spoken = f'lang="{escaped(citation.language)}"'
        href = address.to_source(citation.document, citation.start, citation.end)
        show(
            f'<p class="cited"><b>[{citation.number}]</b> {cards.badge(citation.language, say)}'
            f' <span class="title" {spoken}>{escaped(citation.title)}</span></p>'
            f"<blockquote {spoken}>{escaped(citation.quote)}</blockquote>"
            f'<div class="foot">{cards.opener(say("source.open"), href, citation.title)}'
            f"{cards.where(citation.source, citation.page, say)}</div>"
        )


def _reason(reply: Reply) -> str:
    return f'<p class="reason" lang="{escaped(reply.language)}">{escaped(reply.reason or "")}</p>'


def _follow_up(conversation: Sequence[Turn], say: Say) -> None:
    """The box for a question that goes on from the answer."""
    with st.container(key="follow-up", horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            say("follow"),
            key="follow",
            placeholder=say("follow.hint"),
            max_chars=address.QUESTION_CHARACTERS,
            on_change=go_on,
            args=(conversation,),
        )
        st.button(say("follow.submit"), key="follow-submit")
