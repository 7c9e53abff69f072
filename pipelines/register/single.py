"""The one event that a question names, where no passage says what is asked of it."""

from __future__ import annotations

from encoder.lexicon import fold
from pipelines.answer.asking.question import Question
from pipelines.catalogue.catalogue import Catalogue
from pipelines.filters import Filters
from pipelines.register.answer import Listed, listed_of
from pipelines.register.asked import asked_of
from pipelines.register.cues import Cell
from pipelines.register.editions import editions_in
from pipelines.register.row import Row
from pipelines.register.wanted import Wanted

_CELLS: frozenset[Cell] = frozenset({"date", "place", "host", "organiser", "participants"})


def one_event(catalogue: Catalogue, question: Question, filters: Filters) -> Listed | None:
    """The row of the register that has the cell asked for: "when was the Kaunas exchange of X?".

    None where several rows meet the question, where it asks about anything besides what the
    register knows, or names too little to mean one event: a kind and a year are many events'.
    """
    found = asked_of(catalogue, question, filters, one=True)
    if found is None or len(found.register.rows) != 1:
        return None
    asked, (row,) = found.wanted, found.register.rows
    if asked.terms or asked.counted or not set(asked.cells) <= _CELLS or not _is_named(asked, row):
        return None
    return listed_of(found, question.query.language)


def _is_named(asked: Wanted, row: Row) -> bool:
    """Whether what tells the event apart is told: its project or town; and the number of the
    edition, where the question has one, in a document's words."""
    if not (asked.projects or asked.towns):
        return False
    titles = [fold(f"{told.title} {told.event.name.text}") for told in row.told]
    numbers = {number for title in titles for _, number in editions_in(title)}
    return asked.edition is None or asked.edition in numbers
