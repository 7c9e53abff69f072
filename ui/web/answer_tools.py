"""What one does with an answer: copy it, take it away as a file, say whether it helped."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence

import streamlit as st

from pipelines.export import markdown, sheet, word
from pipelines.feedback import COMMENT_CHARACTERS, Feedback, Rating
from pipelines.results import Reply
from ui.web import cards, frame
from ui.web.conversation import Turn
from ui.web.escaping import escaped, show
from ui.web.service import Table, service
from ui.web.strings import Say

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def answer_tools(
    conversation: Sequence[Turn], table: Table | None, say: Say, language: str
) -> None:
    """The row of buttons under the newest answer of a conversation."""
    newest = conversation[-1]
    with st.container(key="tools", horizontal=True, vertical_alignment="center", gap="small"):
        if newest.reply.answer is not None:
            show(_copy(newest.reply, say), width="content")
        _export([turn.reply for turn in conversation], table, say, language)
        _thumbs(newest, say)
    _comment(newest, say)


def _copy(reply: Reply, say: Say) -> str:
    """A button that copies the answer with its sources, as text."""
    sources = "\n".join(
        f"[{c.number}] {c.title} ({c.source}{f', p. {c.page}' if c.page else ''})"
        for c in reply.citations
    )
    text = escaped(f"{reply.answer}\n\n{sources}")
    return (
        f'<button type="button" class="tool" data-copy="{text}"'
        f' data-done="{escaped(say("copied"))}">'
        f'<span aria-live="polite">{escaped(say("copy"))}</span></button>'
    )


def _export(replies: list[Reply], table: Table | None, say: Say, language: str) -> None:
    spoken, filters, newest = frame.spoken(language), frame.chosen(), replies[-1]
    with st.popover(say("export"), icon=":material/download:", key="export"):
        _file(say("export.docx"), "grappe.docx", _WORD, lambda: word.docx(replies, spoken, filters))
        _file(
            say("export.markdown"),
            "grappe.md",
            "text/markdown",
            lambda: markdown.markdown(replies, spoken, filters).encode(),
        )
        if newest.kind == "list":
            text = table.csv if table else sheet.statements(newest)
            # With its mark, since spreadsheets take a file without one for another encoding.
            _file(say("export.csv"), "grappe.csv", "text/csv", lambda: text.encode("utf-8-sig"))
        if table is not None and (calendar := table.calendar) is not None:
            _file(say("export.ics"), "grappe.ics", "text/calendar", lambda: calendar)


def _file(label: str, name: str, mime: str, make: Callable[[], bytes]) -> None:
    """A button for a file that is made when it is asked for."""
    st.download_button(
        label, make, name, mime, key=f"file-{name}", on_click="ignore", type="tertiary"
    )


def _thumbs(turn: Turn, say: Say) -> None:
    rated = _ratings().get(_key(turn))
    for rating, icon in (("up", "thumb_up"), ("down", "thumb_down")):
        chosen = rated is not None and rated.rating == rating
        st.button(
            say(f"rate.{rating}.done") if chosen else say(f"rate.{rating}"),
            key=f"rate-{rating}",
            icon=":material/check:" if chosen else f":material/{icon}:",
            type="tertiary",
            on_click=_rate,
            args=(turn, rating),
        )


def _comment(turn: Turn, say: Say) -> None:
    """A box to say why, once rated."""
    rated = _ratings().get(_key(turn))
    if rated is None:
        return
    if rated.comment:
        cards.line(say("comment.thanks"))
        return
    with st.container(key="comment-box", horizontal=True, vertical_alignment="bottom"):
        key = f"comment-{rated.id}"
        st.text_input(say("comment"), key=key, max_chars=COMMENT_CHARACTERS)
        st.button(say("comment.send"), key="comment-send", on_click=_say_why, args=(turn, key))


def _rate(turn: Turn, rating: Rating) -> None:
    reply, before = turn.reply, _ratings().get(_key(turn))
    given = Feedback(
        id=before.id if before else secrets.token_hex(8),
        rating=rating,
        question=turn.question,
        kind=reply.kind,
        answer=reply.answer or reply.reason,
        filters=frame.chosen().as_dict(),
        sources=[f"{c.source}:{c.start}-{c.end}" for c in reply.citations],
        comment=before.comment if before else "",
    )
    service().keep_feedback(given)
    _ratings()[_key(turn)] = given


def _say_why(turn: Turn, key: str) -> None:
    comment = st.session_state.get(key, "").strip()
    rated = _ratings()[_key(turn)]
    if comment:
        given = Feedback(
            rated.id,
            rated.rating,
            rated.question,
            rated.kind,
            rated.answer,
            rated.filters,
            rated.sources,
            comment,
        )
        service().keep_feedback(given)
        _ratings()[_key(turn)] = given


def _ratings() -> dict[str, Feedback]:
    """What this session's reader said, by answer."""
    held: dict[str, Feedback] = st.session_state.setdefault("_rated", {})
    return held


def _key(turn: Turn) -> str:
    return f"{turn.standalone}\n{turn.reply.answer or turn.reply.reason}"
