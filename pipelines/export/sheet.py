"""Tables for spreadsheets: search results and lists as CSV (RFC 4180).

Threat: a cell that begins with ``=``, ``+``, ``-`` or ``@`` is a formula to a spreadsheet, and a
document could bring one. Rule: every table goes through :func:`sheet`, where such a cell gets an
apostrophe in front, as OWASP advises under "CSV Injection".
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from pipelines.results import Reply, SearchResult

_FORMULA = ("=", "+", "-", "@", "\t", "\r")

RESULTS = (
    "rank", "title", "language", "type", "start_date", "end_date", "projects", "page", "source",
    "document", "passage",
)  # fmt: skip
STATEMENTS = ("number", "statement", "support", "title", "language", "page", "source", "quote")


def sheet(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A header and a line for each row; no cell is a formula."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    for row in (columns, *rows):
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return written.getvalue()


def results(found: SearchResult) -> str:
    """A line for each passage of a search."""
    return sheet(
        RESULTS,
        (
            (
                str(hit.rank),
                _flat(hit.title),
                hit.language,
                hit.type,
                hit.start_date or "",
                hit.end_date or "",
                "; ".join(hit.projects),
                str(hit.page or ""),
                hit.source,
                hit.document,
                _flat(hit.text),
            )
            for hit in found.hits
        ),
    )


def statements(reply: Reply) -> str:
    """A line for each statement of an answer and each quote that it rests on."""
    by_number = {citation.number: citation for citation in reply.citations}
    return sheet(
        STATEMENTS,
        (
            (
                str(number),
                _flat(statement.text),
                statement.support,
                _flat(cited.title),
                cited.language,
                str(cited.page or ""),
                cited.source,
                _flat(cited.quote),
            )
            for number, statement in enumerate(reply.statements, 1)
            for cited in (by_number[n] for n in statement.citations if n in by_number)
        ),
    )


def _flat(text: str) -> str:
    return " ".join(text.split())
