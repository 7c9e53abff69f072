"""The part of the register that a question asks for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from pipelines.answer.asking.question import Question
from pipelines.catalogue.catalogue import Catalogue
from pipelines.filters import Filters
from pipelines.register.find import Register, bodies, find_rows
from pipelines.register.row import Row
from pipelines.register.select import bodies_of, selected
from pipelines.register.texts import Texts
from pipelines.register.wanted import Wanted, wanted


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, ``every`` row under the filters, and the register of those that meet it.

    ``judged`` are the documents that tell any event of the kind, whether or not it met the rest,
    and what a body that is named had a part in.
    """

    wanted: Wanted
    register: Register
    judged: frozenset[str]
    text_of: Texts
    every: tuple[Row, ...]
    today: date


def asked_of(
    catalogue: Catalogue, question: Question, filters: Filters, one: bool = False
) -> Asked | None:
    """The rows under the filters that a question asks for; None for one that asks for no list, nor,
    where that will do, for ``one`` event."""
    today = datetime.now(UTC).date()
    projects = list(catalogue.values("project"))
    asked = wanted(question, projects, bodies(catalogue), today, one)
    if asked is None:
        return None
    register = find_rows(catalogue, filters)
    text_of = Texts(catalogue)
    rows = selected(register.rows, asked, text_of, today)
    judged = frozenset(
        told.document
        for row in register.rows
        for told in row.told
        if row.kind in asked.kinds or bodies_of(told.event) & asked.bodies
    )
    return Asked(asked, replace(register, rows=tuple(rows)), judged, text_of, register.rows, today)
