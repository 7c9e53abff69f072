"""The turns of a conversation: what was asked, what it meant by itself, and what was replied.

The URL holds the questions (:mod:`ui.web.address`), so that "back" goes back a turn and a link to a
conversation shows all of it; replies are asked for again only where this session has none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from pipelines.filters import Filters
from pipelines.results import Expansion, Reply
from ui.web import address
from ui.web.kept import kept
from ui.web.service import service


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its reply; ``standalone`` is the question as it was understood."""

    question: str
    standalone: str
    reply: Reply
    expansions: tuple[Expansion, ...]


def turns(filters: Filters, on_text: Callable[[str], None]) -> list[Turn]:
    """The conversation that the URL names, the newest turn last; ``on_text`` gets what a language
    model writes, as it grows."""
    found: list[Turn] = []
    for question in (*st.session_state["turns"], st.session_state["q"]):
        earlier = tuple(found)
        asked = ("ask", question, filters, tuple(turn.standalone for turn in earlier))
        found.append(kept(asked, partial(_asked, question, filters, earlier, on_text)))
    return found


def go_on(conversation: Sequence[Turn]) -> None:
    """Ask what the box below the answer holds, after what was asked so far."""
    state = st.session_state
    question = state["follow"].strip()
    state["follow"] = ""
    if question:
        state["turns"] = _kept(conversation)
        state["q"], state["source"] = question, None


def _kept(conversation: Sequence[Turn]) -> tuple[str, ...]:
    """The last questions of a conversation; one that leant on any before them, as it was
    understood then."""
    last = conversation[-address.TURNS :]
    if len(last) == len(conversation):
        return tuple(turn.question for turn in last)
    asked: list[tuple[str, Reply]] = []
    for turn in last:
        same = service().stand_alone(turn.question, asked) == turn.standalone
        asked.append((turn.question if same else turn.standalone, turn.reply))
    return tuple(question for question, _ in asked)


def _asked(
    question: str, filters: Filters, earlier: Sequence[Turn], on_text: Callable[[str], None]
) -> Turn:
    """The reply to a question that comes after ``earlier`` ones."""
    asked = [(turn.question, turn.reply) for turn in earlier]
    reply, expansions = service().ask(question, filters, asked, on_text)
    return Turn(question, reply.asked_as or question, reply, expansions)
