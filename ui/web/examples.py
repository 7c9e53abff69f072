"""Questions to begin with, made from what this library holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from pipelines.catalogue.records import Record
from pipelines.register.wording import kind_word
from ui.web.service import service
from ui.web.strings import say_in

MOST = 4


def questions(language: str) -> list[str]:
    """Up to four questions in ``language``, each about something a document describes."""
    return _questions_of(service().change(), language)


def words(language: str) -> list[str]:
    """Words to search for: the projects with most documents."""
    return list(service().known_values()["project"])[:MOST]


@st.cache_data(ttl=3600, show_spinner=False, max_entries=8)
def _questions_of(change: str, language: str) -> list[str]:
    """As :func:`questions`, kept until the library is another one: its ``change`` says so."""
    say, found = say_in(language), list(_questions(service().documents(), language))
    kind = service().commonest_hosted()
    if kind is not None:
        plural = kind_word(kind, "fr" if language == "fr" else "en", 2)
        found.insert(0, ("list", say("example.list", kinds=plural)))
    return _spread(found)


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
