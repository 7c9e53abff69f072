"""An answer about one event on which documents disagree says so: what to go by, then the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.gazetteer import aliases, fold
from ingest.types import Language, Span
from pipelines.answer.asking.question import Question
from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.records import VISIBLE
from pipelines.conversation import cues
from pipelines.conversation.parts import Parts, parts_of
from pipelines.conversation.turns import Known
from pipelines.filters import Filters
from pipelines.register.citing import around, citation
from pipelines.register.conflicts import Conflict, Disputed, Version, conflicts
from pipelines.register.find import find_rows, years_of
from pipelines.register.nouns import kinds_meant
from pipelines.register.row import Row, is_own
from pipelines.register.wording import days
from pipelines.results import Citation, Statement

_SAID: Final[dict[str, tuple[str, str]]] = {
    "held": ("{what}, as held", "{what}, dates effectives"),
    "planned": ("{who} planned it for {what}", "{who} prévoyait d'autres dates : {what}"),
    "cancelled": ("{who} says it was cancelled: {what}", "{who} l'annonce annulé : {what}"),
    "other": ("{who} says {what}", "{who} donne {what}"),
}


def disagreeing(
    catalogue: Catalogue,
    question: Question,
    filters: Filters,
    statements: tuple[Statement, ...],
    citations: tuple[Citation, ...],
) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    """Statements and citations with every version of the one fact that the question asks for.

    They come back as they are where it asks for no day, attendance or budget of one event, or the
    event's documents agree on it.
    """
    cell = _asked(question)
    if cell is None:
        return statements, citations
    row = _one_event(catalogue, question, filters)
    if row is None:
        return statements, citations
    records = {r.id: r for r in catalogue.records(VISIBLE, ids=sorted(row.documents))}
    conflict = next((c for c in conflicts(row, records) if c.cell == cell), None)
    if conflict is None:
        return statements, citations
    # Of several things asked, what was asked first stays first.
    later = len(question.asks) > 1 and question.asks[0].kind != "date"
    return _told(catalogue, conflict, question.query.language, statements, citations, later)


def _asked(question: Question) -> Disputed | None:
    if len(question.asks) != 1:
        return "dates" if any(ask.kind == "date" for ask in question.asks) else None
    ask = question.asks[0]
    if ask.kind == "date" and not ask.deadline:
        return "dates"
    low = fold(question.query.text)
    pattern = dict(cues.ATTRIBUTES)["participants"]
    if ask.kind == "number" and pattern.search(low):
        return "participants"
    return "budget" if ask.kind == "amount" else None


def _one_event(catalogue: Catalogue, question: Question, filters: Filters) -> Row | None:
    """The one event that the question names by project or place, and by kind if it gives one."""
    rows = find_rows(catalogue, filters).rows
    places = frozenset[str]().union(*(row.places for row in rows))
    known = Known(tuple(catalogue.values("project")), tuple(sorted(places)))
    parts = parts_of(question.query.text, known, question.query.language)
    if not parts.projects and not parts.places:
        return None
    named = _named(rows, parts)
    own = [row for row in named if any(map(is_own, row.told))]
    late = [row for row in named if row.put_off is not None and row.other_days()]
    found = own or late  # what is told in passing only, where one document says that it was moved
    return found[0] if len(found) == 1 else None


def _named(rows: Sequence[Row], parts: Parts) -> Sequence[Row]:
    """The rows of the project, place, kind and year that a question names."""
    kinds = {kind for e in parts.events for kind in kinds_meant(e.kind) if e.kind != "other"}
    if kinds:
        rows = [row for row in rows if row.kind in kinds]
    for _, name in parts.projects:
        project = fold(name)
        rows = [row for row in rows if project in row.projects]
    for _, name, code in parts.places:
        names = {fold(name), *aliases(name)}
        rows = [
            row
            for row in rows
            if (code in row.lands if code else not names.isdisjoint(row.place_names))
        ]
    years = {year for _, year in parts.years}
    return [row for row in rows if years <= {year for t in row.told for year in years_of(t)}]


def _told(
    catalogue: Catalogue,
    conflict: Conflict,
    language: Language,
    statements: tuple[Statement, ...],
    citations: tuple[Citation, ...],
    later: bool,
) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    first, others = conflict.versions[0], conflict.versions[1:]
    found = list(citations)

    def cite(version: Version) -> tuple[int, ...]:
        text = catalogue.text(catalogue.find(version.told.document))
        spans = [version.span, version.published.span if version.published else None]
        numbers = []
        for span in spans if version is not first else spans[:1]:
            if span is None:
                continue
            area = around(text.content, span)
            held = next((c for c in found if _holds(c, version, span)), None)
            if held is None:
                held = citation(
                    max((c.number for c in found), default=0) + 1, version.told, text, area
                )
                found.append(held)
            numbers.append(held.number)
        return tuple(dict.fromkeys(numbers))

    def holds(statement: Statement, version: Version) -> bool:
        return any(
            _holds(c, version, version.span) for c in citations if c.number in statement.citations
        )

    kept = [s for s in statements if holds(s, first) or not any(holds(s, v) for v in others)]
    lead = next((s for s in kept if holds(s, first)), None)
    before = (kept.index(lead) if lead is not None else len(kept)) if later else 0
    if lead is None:
        lead = Statement(_words(conflict.cell, first, True, language), cite(first), "supported")
    else:
        kept.remove(lead)
    told = [
        Statement(_words(conflict.cell, version, False, language), numbers, "supported")
        for version in others
        if (numbers := cite(version))
    ]
    return _renumbered((*kept[:before], lead, *told, *kept[before:]), found)


def _holds(held: Citation, version: Version, span: Span | None) -> bool:
    return (
        span is not None
        and held.document == version.told.document
        and held.start <= span.start
        and span.end <= held.end
    )


def _words(cell: Disputed, version: Version, first: bool, language: Language) -> str:
    what = days(version.dates, language) if version.dates else version.text
    french = language == "fr"
    status: str = version.status if cell == "dates" else "other"
    if first and status != "held":
        return f"{what[0].upper()}{what[1:]}."
    if status == "held" and not first:
        status = "other"
    who = "Un autre document" if french else "Another document"
    published = version.published
    if published is not None and published.span is not None:
        when = days(published, language)
        day = published.precision == "day" and published.start == published.end
        who += f", daté {'du' if day else 'de'} {when}," if french else f", dated {when},"
    said = _SAID[status][french].format(who=who, what=what)
    return f"{said[0].upper()}{said[1:]}."


def _renumbered(
    statements: Sequence[Statement], citations: Sequence[Citation]
) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    """Citations in the order that statements use them, and none that no statement does."""
    order = list(dict.fromkeys(n for s in statements for n in s.citations))
    new = {old: number for number, old in enumerate(order, start=1)}
    by_number = {c.number: c for c in citations}
    return (
        tuple(replace(s, citations=tuple(new[n] for n in s.citations)) for s in statements),
        tuple(replace(by_number[old], number=number) for old, number in new.items()),
    )
