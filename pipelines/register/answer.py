"""Lists and counts from the register: one row an event, the asked cell first, each cited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ingest.describe.bodies.organisations import key_of
from ingest.types import Language, Text
from pipelines.answer.asking.question import Question
from pipelines.catalogue.catalogue import Catalogue
from pipelines.filters import Filters
from pipelines.register.asked import Asked, asked_of
from pipelines.register.besides import ANYTHING, Narrowed, narrowed
from pipelines.register.citing import Cites
from pipelines.register.consortium import consortium, part_word, partners_counted
from pipelines.register.find import Register
from pipelines.register.missing import missing, undecided
from pipelines.register.row import Row
from pipelines.register.select import selected
from pipelines.register.shown import parties, shown_row
from pipelines.register.texts import Telling
from pipelines.register.wanted import Wanted
from pipelines.register.wording import in_documents, kind_word, left_out
from pipelines.results import Citation, Statement

_MOST = 100  # rows told; all are counted
_JOINT = " · "  # no dash: "Committee no. 4 – 9 September" are days
_FEWEST = 2  # partners


@dataclass(frozen=True, slots=True)
class Listed:
    """The statements of a list with their citations; ``events`` are counted over all rows.

    ``documents`` tell them; ``judged`` are all that tell an event of the kind that was asked for.
    A list that is ``whole`` takes nothing from passages, others what is ``narrowed`` as they are.
    One without statements says in ``missing`` that no event meets what was asked; one with them in
    ``gone`` how many events that do were cancelled, which it leaves out.
    """

    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    events: int
    documents: frozenset[str]
    judged: frozenset[str]
    whole: bool = False
    missing: str | None = None
    gone: str | None = None
    narrowed: Narrowed = ANYTHING


def list_events(catalogue: Catalogue, question: Question, filters: Filters) -> Listed | None:
    """The rows that answer a question for a list or a count, or that there is none; None where the
    register can't tell."""
    found = asked_of(catalogue, question, filters)
    if found is None:
        return None
    asked = found.wanted
    if _asks_partners(asked):
        return _partners(catalogue, found, question.query.language, filters)
    listed = listed_of(found, question.query.language)
    if listed is None and not asked.implied:
        searched = found.register.coverage.searched
        if reason := missing(found, question, searched):
            told = frozenset(catalogue.visible()) - undecided(found)
            listed = Listed((), (), 0, frozenset(), told, missing=reason)
    if listed is None:
        return None
    gone = _gone(found, question.query.language) if listed.statements else None
    return replace(listed, narrowed=narrowed(asked, found.today), gone=gone)


def listed_of(found: Asked, language: Language) -> Listed | None:
    """The rows found as a list; None where they have none of the cells asked for."""
    return _events(found.judged, list(found.register.rows), found.wanted, language, found.text_of)


def _gone(found: Asked, language: Language) -> str | None:
    """How many events that meet all else were cancelled; None where none was, or these are what was
    asked for."""
    asked = found.wanted
    if asked.cancelled or asked.moved or asked.soonest or asked.cells[0] == "deadline":
        return None
    other = replace(asked, cancelled=True, past=False)
    rows = selected(found.every, other, found.text_of, found.today)
    if not rows:
        return None
    kinds = {row.kind for row in rows}
    return left_out(len(rows), kinds.pop() if len(kinds) == 1 else "other", language)


def listed_rows(catalogue: Catalogue, question: Question, filters: Filters) -> Register | None:
    """The rows that :func:`list_events` makes statements of; None where it makes none of rows."""
    found = asked_of(catalogue, question, filters)
    if found is None or _asks_partners(found.wanted):
        return None
    rows = []
    for row in found.register.rows:
        shown, _ = shown_row(row, found.wanted, question.query.language, found.text_of)
        if shown is not None and any(span is not None for _, _, span in shown):
            rows.append(row)
        if len(rows) == _MOST:
            break
    return replace(found.register, rows=tuple(rows)) if rows else None


def _events(
    judged: frozenset[str],
    rows: list[Row],
    asked: Wanted,
    language: Language,
    text_of: Callable[[Telling], Text],
) -> Listed | None:
    cites, statements, kept = Cites(text_of), [], []
    for row in rows:
        shown, support = shown_row(row, asked, language, text_of)
        if shown is None or all(span is None for _, _, span in shown):
            continue
        kept.append(row)
        if len(kept) > _MOST:
            continue  # counted, not told: its document isn't read
        numbers = cites.add([(told, span) for _, told, span in shown])
        cells = (shown[0][0], ", ".join(s[0] for s in shown[1:]))
        words = _JOINT.join(filter(None, cells))
        statements.append(Statement(words, numbers, support))
    if not kept:
        return None
    if asked.counted is not None:
        statements.insert(0, _count(kept, asked, language, statements))
    documents = frozenset[str]().union(*(row.documents for row in kept))
    cited = tuple(cites.found.values())
    return Listed(tuple(statements), cited, len(kept), documents, judged | documents)


def _count(
    kept: list[Row], asked: Wanted, language: Language, statements: list[Statement]
) -> Statement:
    """The number that was asked for, cited by the rows it counts that are told.

    Bodies are counted as the rows show them: the organiser where no host is told, and otherwise.
    """
    numbers = tuple(dict.fromkeys(n for s in statements for n in s.citations[:1]))
    documents = len(frozenset[str]().union(*(row.documents for row in kept)))
    if asked.counted == "bodies":
        bodies = {key for row in kept for key in _bodies(row, asked)}
        number, noun = len(bodies), "organisations" if len(bodies) != 1 else "organisation"
    else:
        number = len(kept)
        kinds = {row.kind for row in kept}
        kind = kinds.pop() if len(kinds) == 1 else "other"
        noun = kind_word(kind, language, number)
        if len(asked.narrow) == 1 and len(asked.kinds) == 1:
            noun = asked.narrow[0].name(language, number)
    return Statement(f"{number} {noun}, {in_documents(documents, language)}.", numbers, "supported")


def _bodies(row: Row, asked: Wanted) -> set[str]:
    """Who had the part that is asked for: what all forms of each name share."""
    if "host" not in asked.cells and "partners" in asked.cells:
        return {key_of(value.text) for _, value in parties(row, asked)}
    names = ("host", "organiser") if "host" in asked.cells else ("organiser", "host")
    found = row.cell(names[0]) or row.cell(names[1])
    return {key_of(found[1].text)} if found else set()


def _asks_partners(asked: Wanted) -> bool:
    return asked.cells[0] == "partners" and "agreement" not in asked.kinds


def _partners(
    catalogue: Catalogue, found: Asked, language: Language, filters: Filters
) -> Listed | None:
    """Who takes part in the projects named, each with its part where a document tells it."""
    rows, asked = found.register.rows, found.wanted
    people = consortium(catalogue, rows, asked.projects, filters, found.text_of)
    cites, statements = Cites(found.text_of), []
    for member in people.members:
        numbers = cites.add(member.told)
        words = member.name + part_word(member.part, language)
        statements.append(Statement(words, numbers, "supported"))
    if len(statements) < _FEWEST:
        return None
    if asked.counted is not None:
        numbers = tuple(dict.fromkeys(n for s in statements for n in s.citations))
        words = partners_counted(people, language)
        statements.insert(0, Statement(words, numbers, "supported"))
    documents = people.documents
    events = sum(bool(row.documents & documents) for row in rows)
    cited = tuple(cites.found.values())
    return Listed(tuple(statements), cited, events, documents, documents, whole=True)
