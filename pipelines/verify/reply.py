"""A reply whose statements have been checked: what its quotes don't hold is gone, and counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.types import Description, Language
from pipelines.catalogue.records import VISIBLE
from pipelines.results import Citation, Reply, Statement
from pipelines.verify.verify import Claim, Quote, language_of, verify

if TYPE_CHECKING:
    from pipelines.library import Library


def verified(library: Library, reply: Reply) -> Reply:
    """The reply with the statements that their quotes hold; each called no more than it may be.

    Where none is left there is no answer: ``answer`` is None, and ``statements`` is empty.
    """
    if not reply.statements:
        return reply
    by_number = {citation.number: citation for citation in reply.citations}
    around = contexts(library, {c.document for c in reply.citations})
    claims = [
        Claim(
            statement.text,
            language_of(statement.text, _language(reply.language)),
            tuple(
                quote_of(by_number[number], around)
                for number in statement.citations
                if number in by_number
            ),
            # What is no model's text is quoted word for word, or made of cells that are.
            row=reply.kind != "generative",
        )
        for statement in reply.statements
    ]
    verdicts = verify(claims, library.lexicon, library.encoder.encode)
    kept: list[Statement] = []
    described = _documents(library, reply)
    for statement, verdict in zip(reply.statements, verdicts, strict=True):
        if reply.kind == "list" and _counts(statement, reply.statements):
            kept.append(statement)  # counted over the rows, which no quote says
        elif (statement.text, statement.citations) in described:
            kept.append(statement)  # what the catalogue says of the document that is quoted
        elif verdict.support is not None:
            partial = "partial" in (verdict.support, statement.support)
            kept.append(replace(statement, support="partial" if partial else "supported"))
    dropped = len(reply.statements) - len(kept)
    if not dropped:
        return replace(reply, statements=tuple(kept))
    coverage = reply.coverage
    if reply.kind == "list" and _counts(reply.statements[0], reply.statements):
        count = _recounted(kept, dropped, reply.language) if len(kept) > 1 else None
        if count is not None and coverage.events is not None:
            coverage = replace(coverage, events=coverage.events - dropped)
        kept = [*([count] if count else []), *kept[1:]]
    statements, citations = renumbered(kept, reply.citations)
    return replace(
        reply,
        statements=statements,
        citations=citations,
        answer=answer_of(statements, reply.kind == "list") if statements else None,
        coverage=coverage,
        dropped=reply.dropped + dropped,
    )


def answer_of(statements: Sequence[Statement], is_list: bool) -> str:
    """The statements as one text, each with the numbers of its citations."""
    return ("\n" if is_list else " ").join(
        f"{s.text} " + "".join(f"[{number}]" for number in s.citations) for s in statements
    )


def renumbered(
    statements: Sequence[Statement], citations: Sequence[Citation]
) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    """The statements and the citations that they use, numbered from 1 in the order of use."""
    by_number = {citation.number: citation for citation in citations}
    order = list(dict.fromkeys(n for s in statements for n in s.citations if n in by_number))
    new = {old: number for number, old in enumerate(order, start=1)}
    return (
        tuple(
            replace(s, citations=tuple(new[n] for n in s.citations if n in new)) for s in statements
        ),
        tuple(replace(by_number[old], number=number) for old, number in new.items()),
    )


def contexts(library: Library, documents: set[str]) -> dict[str, str]:
    """What each document's description says of it: a quote's surroundings, in a few lines."""
    records = library.catalogue.records(VISIBLE, ids=sorted(documents))
    return {r.id: _described(r.description) for r in records if r.description is not None}


def quote_of(citation: Citation, around: dict[str, str]) -> Quote:
    """A citation as something to check statements against."""
    context = f"{citation.title}\n{around.get(citation.document, '')}"
    return Quote(citation.quote, _language(citation.language), context)


def _described(description: Description) -> str:
    values = (
        description.title,
        description.host,
        description.organiser,
        description.coordinator,
        description.place,
        *description.projects,
        *description.partners,
    )
    lines = [value.text for value in values if value is not None]
    for dates in (description.dates, description.published, *description.deadlines):
        if dates is not None and dates.precision == "day":
            lines += [dates.start.isoformat(), dates.end.isoformat()]
            if dates.start != dates.end and dates.start.month == dates.end.month:
                lines.append(f"{dates.start.day}-{dates.end.day}/{dates.start:%m/%Y}")
        elif dates is not None:
            lines.append(f"{dates.start:%m/%Y}")
    lines += [str(year) for year in description.years]
    if description.country is not None:
        from pipelines.register.wording import country_name

        lines += [country_name(description.country.text, name) for name in ("fr", "en")]
    return "\n".join(lines)


def _documents(library: Library, reply: Reply) -> set[tuple[str, tuple[int, ...]]]:
    """The rows that tell of a document cited what its description says, and no more."""
    if reply.kind != "list":
        return set()
    from pipelines.register.wording import document_row

    by_document = {c.document: c.number for c in reply.citations}
    records = library.catalogue.records(VISIBLE, ids=sorted(by_document))
    return {
        (document_row(r.description, _language(reply.language)), (by_document[r.id],))
        for r in records
        if r.description is not None
    }


def _counts(statement: Statement, others: Sequence[Statement]) -> bool:
    """Whether a statement gives the number of the rows after it: "7 exchanges, in 6 documents."."""
    held = set(statement.citations)
    rows = [s for s in others if s is not statement]
    return (
        statement is others[0]
        and bool(re.match(r"\d+\b", statement.text))
        and all(row.citations[:1] and row.citations[0] in held for row in rows)
    )


def _recounted(kept: Sequence[Statement], gone: int, language: str) -> Statement | None:
    """The count that comes first without the rows that are gone; None where what it counts can't be
    told anew."""
    from pipelines.register.recount import recounted

    count, *rows = kept
    words = recounted(count.text, gone, _language(language))
    if words is None:
        return None
    cited = {number for row in rows for number in row.citations}
    return replace(count, text=words, citations=tuple(n for n in count.citations if n in cited))


def _language(name: str) -> Language:
    return "fr" if name == "fr" else "en"
