"""What a section shows before there is a question: what it does, what it holds, examples."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pipelines.catalogue.records import VISIBLE
from ui.web import cards, examples, frame
from ui.web.escaping import label
from ui.web.strings import Say

_EXAMPLES = {"ask": examples.questions, "search": examples.words}


def welcome(section: str, counts: Mapping[str, int], say: Say, language: str) -> None:
    """Examples to click, and the size of the library, ``counts`` being its documents by state."""
    with st.container(key="welcome"):
        cards.line(say(f"{section}.intro"))
        found = _EXAMPLES[section](language)
        if found:
            cards.heading(say("examples"))
        with st.container(key="examples", horizontal=True):
            for number, text in enumerate(found):
                st.button(label(text), key=f"example-{number}", on_click=frame.pose, args=(text,))
        held = say(
            "library",
            documents=sum(counts.get(state, 0) for state in VISIBLE),
            passages=counts["passages"],
        )
        if counts.get("skipped"):
            held += say("unreadable", count=counts["skipped"])
        cards.line(held)
