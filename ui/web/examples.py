"""Questions to begin with, made from what this library holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from pipelines.catalogue.records import Record
from ui.web.service import service
from ui.web.strings import say_in

MOST = 4


@st.cache_data(ttl=60, show_spinner=False, max_entries=8)
def questions(language: str) -> list[str]:
    """Up to four questions in ``language``, each about something a document describes."""
    return _spread(list(_questions(service().documents(), language)))


@st.cache_data(ttl=60, show_spinner=False, max_entries=8)
def words(language: str) -> list[str]:
    """Words to search for: the projects with most documents."""
    return list(service().known_values()["project"])[:MOST]


def _questions(records: Sequence[Record], language: str) -> Iterator[tuple[str, str]]:
    """Pairs of the kind of question and the question."""
    say = say_in(language)
    for record in records:
        about = record.description
        if about is None:
            continue
        project = about.projects[0].text if about.projects else None
        if about.type == "event_report" and about.host and project:
            yield "host", say("example.host", project=project)
        if about.type == "event_report" and about.place and about.dates:
            yield "place", say("example.place", place=about.place.text)
        if about.type == "call" and project:
            yield "deadline", say("example.deadline", project=project)


def _spread(found: Sequence[tuple[str, str]]) -> list[str]:
    """Some of each kind, the kinds taking turns."""
    kinds: dict[str, list[str]] = {}
    for kind, question in found:
        held = kinds.setdefault(kind, [])
        if question not in held:
            held.append(question)
    turns = [q for row in range(MOST) for held in kinds.values() for q in held[row : row + 1]]
    return turns[:MOST]
