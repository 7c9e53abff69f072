"""What a library knows of a conversation: its names, and what a reply spoke of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.describe.bodies.people import find_people
from ingest.types import Language
from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.events import Told
from pipelines.conversation.turns import About, Known, Turn
from pipelines.register.find import all_rows
from pipelines.register.row import Row, is_own
from pipelines.register.wording import days
from pipelines.results import Citation, Reply, Statement

_NAMED: Final = 5
_WHO_IS: Final = re.compile(r"\W*(?:who(?:['’]s| is| was)|qui (?:est|était)|c['’]est qui)\b", re.I)


def known_of(catalogue: Catalogue) -> Known:
    """The projects and places of the library's events and documents."""
    tellings = catalogue.register()
    places = {t.event.place.text for t in tellings if t.event.place}
    pairs = {
        (project, t.event.place.text)
        for t in tellings
        if t.event.place
        for project in ([v.text for v in t.event.projects] or [""])
    }
    return Known(
        tuple(sorted(catalogue.values("project"))),
        tuple(sorted(places - {"online"})),
        frozenset(pairs),
    )


def turn_of(catalogue: Catalogue, question: str, reply: Reply) -> Turn:
    """A turn with the one event that its reply rests on, and the people that the reply names, or
    the question itself."""
    asked = [found.span.of(question) for found in find_people(question)]
    if reply.answer is None:
        return Turn(question, reply.asked_as, people=tuple(asked)[:_NAMED])
    told = list(_people(reply))
    # "Who is Anne Lombard?" is of her, "who came after Anne Lombard?" of whom the reply names.
    named = asked + told if _WHO_IS.match(question) else told + asked
    people = tuple(dict.fromkeys(named))[:_NAMED]
    about, rows = _about(catalogue, reply), _rows(catalogue, reply)
    return Turn(question, reply.asked_as, about, people, rows)


def _people(reply: Reply) -> Sequence[str]:
    text = "\n".join(statement.text for statement in reply.statements)
    return [found.span.of(text) for found in find_people(text)]


def _about(catalogue: Catalogue, reply: Reply) -> About | None:
    """The event that the first statement quotes; None of several.

    Of several told in one quote it is the document's own. Of a quote that tells none, it is the
    document's own where the document tells of no other.
    """
    if reply.coverage.events not in (None, 1) or _lists_documents(reply):
        return None
    row = _quoted(all_rows(catalogue), reply, reply.statements[0]) if reply.statements else None
    return about_row(row) if row else None


def _rows(catalogue: Catalogue, reply: Reply) -> tuple[About | None, ...]:
    """The events of a list of them, in its order; a sentence that only counts them is no row."""
    events = reply.coverage.events or 0
    if reply.kind != "list" or events < 2:
        return ()
    rows = all_rows(catalogue)
    told = reply.statements[len(reply.statements) > events :]
    found = [_quoted(rows, reply, statement) for statement in told]
    return tuple(about_row(row) if row else None for row in found)


def _quoted(among: Sequence[Row], reply: Reply, statement: Statement) -> Row | None:
    cited = [c for c in reply.citations if c.number in statement.citations]
    documents = {c.document for c in cited}
    rows = [row for row in among if row.documents & documents]
    quoted = [row for row in rows if any(_quotes(cited, told) for told in row.told)]
    dated = [row for row in quoted if _dated(row, reply, statement)]
    quoted = dated if len(dated) == 1 else quoted
    own = [
        row
        for row in quoted or rows
        if any(is_own(t) and t.document in documents for t in row.told)
    ]
    if not quoted:
        own = own if len(rows) == 1 else []
    elif len(quoted) == 1:
        own = quoted
    return own[0] if len(own) == 1 else None


def _dated(row: Row, reply: Reply, statement: Statement) -> bool:
    """Whether a row of a list says the days of an event: one sentence may tell of several."""
    language: Language = "fr" if reply.language == "fr" else "en"
    when = row.when() if reply.kind == "list" else None
    return when is not None and days(when[1], language) in statement.text


def _quotes(cited: Sequence[Citation], told: Told) -> bool:
    """Whether one of the quotes holds a cell that tells the event from others."""
    event = told.event
    values = (event.name, event.host, event.organiser, event.place, event.participants)
    days = (*((event.dates,) if event.dates else ()), *event.deadlines)
    spans = [*(v.span for v in values if v), *(d.span for d in days), event.kind_span]
    here = [c for c in cited if c.document == told.document]
    return any(s and s.start < c.end and c.start < s.end for s in spans for c in here)


def _lists_documents(reply: Reply) -> bool:
    """Whether a reply lists several documents, each by its title."""
    titles = {c.number: " ".join(c.title.split()) for c in reply.citations}
    return len(reply.statements) > 1 and all(
        len(s.citations) == 1 and s.text.startswith(f"{titles[s.citations[0]]} · ")
        for s in reply.statements
    )


def about_row(row: Row) -> About:
    """An event of the register in the pieces that a question says."""
    projects, when = row.cells("projects"), row.when()
    place, land = row.cell("place"), row.cell("country")
    return About(
        kind=row.kind,
        project=projects[0][1].text if projects else None,
        place=place[1].text if place else None,
        country=land[1].text if land and not place else None,
        year=when[1].start.year if when and not (projects and place) else None,
        name=row.best.name.text if is_own(row.told[0]) else None,
    )
