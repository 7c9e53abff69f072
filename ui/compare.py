"""`grappe compare`: subjects side by side as a table, JSON or CSV."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from ingest.types import Language
from pipelines.compare import export
from pipelines.compare.compare import CellValue, Comparison
from pipelines.errors import UsageError
from ui.output import console, plain, print_json

if TYPE_CHECKING:
    from pipelines.library import Library


def print_comparison(
    library: Library,
    names: Sequence[str],
    wanted: Mapping[str, Sequence[Any]],
    forms: Sequence[str],
    language: str,
) -> None:
    """Print what the names mean side by side, as a table or in the one form asked.

    Raises :class:`UsageError` for two forms, and as :meth:`Library.compare` does.
    """
    if len(forms) > 1:
        raise UsageError("Choose --json or --csv.", "Choisissez --json ou --csv.")
    spoken: Language = "fr" if language == "fr" else "en"
    found = library.compare(names, library.filters(wanted), spoken)
    if "json" in forms:
        print_json(export.as_json(found))
    elif "csv" in forms:
        sys.stdout.write(export.as_csv(found))
    else:
        _table(found)


def _table(found: Comparison) -> None:
    french = found.language == "fr"
    shown = Table(box=None, pad_edge=False)
    shown.add_column("", overflow="fold", style="dim")
    for subject in found.subjects:
        shown.add_column(Text(plain(subject.name), "bold"), overflow="fold")
    for line in found.lines:
        if line.field == "name":  # at the head of its column
            continue
        mark = "≠ " if line.differs else "  "
        cells = (_cell(values, line.differs, french) for values in line.cells)
        shown.add_row(Text(mark + export.label(line.field, found.language)), *cells)
    console.print(shown)
    console.print(Text("\n≠ : différent" if french else "\n≠: different", "dim"))
    for citation in found.citations:
        page = f", p. {citation.page}" if citation.page else ""
        quote = plain(" ".join(citation.quote.split()))
        quoted = f"« {quote} »" if citation.language == "fr" else f"“{quote}”"
        place = f"{plain(citation.source)}{page}, {citation.start}–{citation.end}"
        console.print(Text(f"[{citation.number}] {quoted} ").append(place, "dim"))


def _cell(values: Sequence[CellValue], differs: bool, french: bool) -> Text:
    if not values:
        return Text(export.UNSTATED[french], "dim")
    told = Text()
    for number, value in enumerate(values):
        told.append("\n" if number else "").append(plain(value.text), "bold" if differs else "")
        if value.citation is not None:
            told.append(f" [{value.citation}]", "dim")
    return told
