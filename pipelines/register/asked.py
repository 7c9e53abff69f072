"""The part of the register that a question asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from ingest.types import Text
from pipelines.answer.question import Question
from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.events import Told
from pipelines.filters import Filters
from pipelines.register.find import Register, find_rows
from pipelines.register.select import selected
from pipelines.register.wanted import Wanted, wanted


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, and the rows that meet it; ``judged`` are the documents that tell any event of
    the kind, whether or not it met the rest."""

    wanted: Wanted
    register: Register
    judged: frozenset[str]
    text_of: Callable[[Told], Text]


def asked_of(catalogue: Catalogue, question: Question, filters: Filters) -> Asked | None:
    """The rows under the filters that a question asks for; None for one that asks for no list."""
    asked = wanted(question, list(catalogue.values("project")))
    if asked is None:
        return None
    register = find_rows(catalogue, filters)
    text_of = texts_of(catalogue)
    rows = selected(register.rows, asked, text_of, datetime.now(UTC).date())
    judged = (row.documents for row in register.rows if row.kind in asked.kinds)
    return Asked(
        asked, replace(register, rows=tuple(rows)), frozenset[str]().union(*judged), text_of
    )


def texts_of(catalogue: Catalogue) -> Callable[[Told], Text]:
    """A function that reads the text of a telling's document, each document once."""
    texts: dict[str, Text] = {}

    def text_of(told: Told) -> Text:
        if told.document not in texts:
            texts[told.document] = catalogue.text(catalogue.find(told.document))
        return texts[told.document]

    return text_of
