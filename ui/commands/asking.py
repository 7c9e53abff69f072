"""Commands that ask the library: search and ask."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.options import (
    BatchOption,
    CountryOption,
    DownloadOption,
    JsonOption,
    LanguageOption,
    LibraryOption,
    ProjectOption,
    SectorOption,
    TypeOption,
    YearOption,
    filters,
)
from ui.start import open_library, user_language


def search(
    query: Annotated[str | None, typer.Argument(help="What to look for.")] = None,
    library: LibraryOption = None,
    project: ProjectOption = None,
    year: YearOption = None,
    language: LanguageOption = None,
    type: TypeOption = None,
    country: CountryOption = None,
    sector: SectorOption = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=200)] = 10,
    offset: Annotated[int, typer.Option("--offset", min=0)] = 0,
    as_json: JsonOption = False,
    batch: BatchOption = None,
    allow_download: DownloadOption = False,
) -> None:
    """Find passages in both languages."""
    from ui import output
    from ui.batch import run_batch

    wanted = filters(project, year, language, type, country, sector)
    with open_library(library, allow_download) as opened:
        if batch is not None:
            _refuse_both(query, batch)
            run_batch(opened, batch, wanted, "search", limit)
            return
        result = opened.search(_needed(query), opened.filters(wanted), limit, offset)
    output.search(result, as_json, user_language())


def ask(
    question: Annotated[str | None, typer.Argument(help="A question in French or English.")] = None,
    library: LibraryOption = None,
    project: ProjectOption = None,
    year: YearOption = None,
    language: LanguageOption = None,
    type: TypeOption = None,
    country: CountryOption = None,
    sector: SectorOption = None,
    literal: Annotated[
        bool, typer.Option("--literal", help="Take no filters from the question's words.")
    ] = False,
    after: Annotated[
        list[str] | None,
        typer.Option("--after", help="An earlier question, which this one follows up."),
    ] = None,
    as_json: JsonOption = False,
    batch: BatchOption = None,
    allow_download: DownloadOption = False,
) -> None:
    """Answer a question, each statement with its citation, or say why not."""
    from ui import output
    from ui.batch import run_batch

    wanted = filters(project, year, language, type, country, sector)
    with open_library(library, allow_download) as opened:
        if batch is not None:
            _refuse_both(question, batch)
            run_batch(opened, batch, wanted, "ask", literal=literal, after=after or [])
            return
        asked, chosen = _needed(question), opened.filters(wanted)
        turns = opened.turns(after or [], chosen)
        reply = opened.ask(asked, chosen, turns, literal=literal)
        mistyped = opened.analyse(reply.asked_as or asked).mistyped_names()
    output.reply(reply, as_json, mistyped)


def _needed(text: str | None) -> str:
    from pipelines.errors import UsageError

    if text is None or not text.strip():
        raise UsageError(
            "There is nothing to look for: give some words between quotes, or --batch FILE.",
            "Rien à chercher : donnez des mots entre guillemets, ou --batch FICHIER.",
        )
    return text


def _refuse_both(text: str | None, batch: Path) -> None:
    from pipelines.errors import UsageError

    if text is not None:
        raise UsageError(
            f"Give either a question or --batch {batch}, not both.",
            f"Donnez une question ou --batch {batch}, pas les deux.",
        )
