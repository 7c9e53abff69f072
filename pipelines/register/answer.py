"""Lists and counts from the register: one row an event, the asked cell first, each cited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ingest.describe.organisations import key_of
from ingest.types import Language, Span, Text, Value
from pipelines.answer.question import Question
from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.events import Told
from pipelines.filters import Filters
from pipelines.register.asked import asked_of
from pipelines.register.citing import QUOTE, around, citation
from pipelines.register.find import Register
from pipelines.register.merge import Row
from pipelines.register.shown import Shown, shown_row
from pipelines.register.wanted import Wanted
from pipelines.register.wording import kind_word
from pipelines.results import Citation, Statement

_CITED = 3  # quotes a row at most
_MOST = 100  # rows


@dataclass(frozen=True, slots=True)
class Listed:
    """The statements of a list with their citations; ``events`` are counted over all rows.

    ``documents`` tell them; ``judged`` are all that tell an event of the kind that was asked for.
    A list that is ``whole`` takes nothing from passages.
    """

    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    events: int
    documents: frozenset[str]
    judged: frozenset[str]
    whole: bool = False


@dataclass(slots=True)
class _Cites:
    """The citations so far, each place once."""

    found: dict[tuple[str, Span], Citation] = field(default_factory=dict)

    def add(self, told: Told, text: Text, span: Span) -> int:
        key = (told.document, span)
        if key not in self.found:
            self.found[key] = citation(len(self.found) + 1, told, text, span)
        return self.found[key].number


def list_events(catalogue: Catalogue, question: Question, filters: Filters) -> Listed | None:
    """The rows that answer a question for a list or a count; None where the register has none."""
    found = asked_of(catalogue, question, filters)
    if found is None:
        return None
    asked, rows, text_of = found.wanted, list(found.register.rows), found.text_of
    if _asks_partners(asked):
        return _partners(rows, asked, text_of)
    return _events(found.judged, rows, asked, question.query.language, text_of)


def listed_rows(catalogue: Catalogue, question: Question, filters: Filters) -> Register | None:
    """The rows that :func:`list_events` makes statements of; None where it makes none of rows."""
    found = asked_of(catalogue, question, filters)
    if found is None or _asks_partners(found.wanted):
        return None
    rows = []
    for row in found.register.rows[:_MOST]:
        shown, _ = shown_row(row, found.wanted, question.query.language)
        if shown is not None and any(span is not None for _, _, span in shown):
            rows.append(row)
    return replace(found.register, rows=tuple(rows)) if rows else None


def _events(
    judged: frozenset[str],
    rows: list[Row],
    asked: Wanted,
    language: Language,
    text_of: Callable[[Told], Text],
) -> Listed | None:
    cites, statements, kept = _Cites(), [], []
    for row in rows[:_MOST]:
        shown, support = shown_row(row, asked, language)
        if shown is None:
            continue
        numbers = _cited(cites, shown, text_of)
        if numbers:
            words = " – ".join((shown[0][0], ", ".join(s[0] for s in shown[1:]))).removesuffix(
                " – "
            )
            statements.append(Statement(words, numbers, support))
            kept.append(row)
    if not kept:
        return None
    if asked.counted is not None:
        statements.insert(0, _count(kept, asked, language, statements))
    documents = frozenset[str]().union(*(row.documents for row in kept))
    cited = tuple(cites.found.values())
    return Listed(tuple(statements), cited, len(kept), documents, judged | documents)


def _cited(cites: _Cites, shown: list[Shown], text_of: Callable[[Told], Text]) -> tuple[int, ...]:
    """The numbers of the quotes that hold the cells shown, the first cell's first.

    Neighbouring lines of one document make one quote as long as it stays short.
    """
    areas: list[tuple[Told, Span]] = []
    for _, told, span in shown:
        if span is None:
            continue
        area = around(text_of(told).content, span)
        for number, (other, held) in enumerate(areas):
            joint = Span(min(held.start, area.start), max(held.end, area.end))
            if other.document == told.document and joint.end - joint.start <= QUOTE:
                areas[number] = (other, joint)
                break
        else:
            areas.append((told, area))
    return tuple(
        dict.fromkeys(cites.add(told, text_of(told), area) for told, area in areas[:_CITED])
    )


def _count(
    kept: list[Row], asked: Wanted, language: Language, statements: list[Statement]
) -> Statement:
    """The number that was asked for, cited by all the rows it counts."""
    numbers = tuple(dict.fromkeys(n for s in statements for n in s.citations[:1]))
    documents = len(frozenset[str]().union(*(row.documents for row in kept)))
    if asked.counted == "bodies":
        first = "host" if "host" in asked.cells else "organiser"
        bodies = {key_of(found[1].text) for row in kept if (found := row.cell(first))}
        number, noun = len(bodies), "organisations" if len(bodies) != 1 else "organisation"
    else:
        number = len(kept)
        kinds = {row.kind for row in kept}
        kind = kinds.pop() if len(kinds) == 1 else "other"
        noun = kind_word(kind, language, number)
    if language == "fr":
        told = "document" if documents == 1 else "documents"
        return Statement(f"{number} {noun}, dans {documents} {told}.", numbers, "supported")
    told = "document" if documents == 1 else "documents"
    return Statement(f"{number} {noun}, in {documents} {told}.", numbers, "supported")


def _asks_partners(asked: Wanted) -> bool:
    return asked.cells[0] == "partners" and "agreement" not in asked.kinds


def _partners(rows: list[Row], asked: Wanted, text_of: Callable[[Told], Text]) -> Listed | None:
    """Who takes part: every partner that a document of the project lists, told once."""
    found: dict[str, tuple[Value, Told]] = {}
    tellings = sorted((t for row in rows for t in row.told), key=lambda t: -len(t.event.partners))
    for told in tellings:
        for value in told.event.partners:
            if value.span is not None:
                found.setdefault(key_of(value.text), (value, told))
    cites, statements = _Cites(), []
    for value, told in found.values():
        numbers = _cited(cites, [(value.text, told, value.span)], text_of)
        statements.append(Statement(value.text, numbers, "supported"))
    if len(statements) < 2:
        return None
    if asked.counted is not None:
        numbers = tuple(dict.fromkeys(n for s in statements for n in s.citations))
        statements.insert(0, Statement(f"{len(found)}.", numbers, "supported"))
    documents = frozenset(told.document for _, told in found.values())
    events = sum(bool(row.documents & documents) for row in rows)
    found_cites = tuple(cites.found.values())
    return Listed(tuple(statements), found_cites, events, documents, documents, whole=True)
