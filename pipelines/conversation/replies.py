"""What a library knows of a conversation: its names, and what a reply spoke of."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.describe.people import find_people
from pipelines.catalogue.catalogue import Catalogue
from pipelines.conversation.turns import About, Known, Turn
from pipelines.register.find import all_rows
from pipelines.register.merge import Row, is_own
from pipelines.results import Reply

_NAMED = 5


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
    """A turn with the one event that its reply rests on, and the people that the reply names."""
    if reply.answer is None:
        return Turn(question, reply.asked_as)
    people = tuple(dict.fromkeys(_people(reply)))[:_NAMED]
    return Turn(question, reply.asked_as, _about(catalogue, reply), people)


def _people(reply: Reply) -> Sequence[str]:
    text = "\n".join(statement.text for statement in reply.statements)
    return [found.span.of(text) for found in find_people(text)]


def _about(catalogue: Catalogue, reply: Reply) -> About | None:
    """The event of the documents that the first statement cites; None of several."""
    first = reply.statements[0].citations if reply.statements else ()
    cited = {c.document for c in reply.citations if c.number in first}
    if reply.coverage.events not in (None, 1) or _lists_documents(reply):
        return None
    rows = all_rows(catalogue)
    own = [row for row in rows if any(is_own(t) and t.document in cited for t in row.told)]
    return about_row(own[0]) if len(own) == 1 else None


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
