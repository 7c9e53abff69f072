"""Commands that say what the library holds and how good it is, and the web page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.options import (
    CountryOption,
    JsonOption,
    LanguageOption,
    LibraryOption,
    ProjectOption,
    SectorOption,
    TypeOption,
    YearOption,
    filters,
)
from ui.start import open_library, read_settings, user_language


def events(
    library: LibraryOption = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", help="kick_off, exchange, webinar, call, …")
    ] = None,
    project: ProjectOption = None,
    year: YearOption = None,
    language: LanguageOption = None,
    type: TypeOption = None,
    country: CountryOption = None,
    sector: SectorOption = None,
    as_json: JsonOption = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    as_ics: Annotated[
        bool, typer.Option("--ics", help="Print a calendar of events and deadlines.")
    ] = False,
) -> None:
    """List events and calls: who hosted, where, when, with whom; each cell with its quote."""
    from ui.events import print_events

    forms = [name for name, on in (("json", as_json), ("csv", as_csv), ("ics", as_ics)) if on]
    wanted = filters(project, year, language, type, country, sector)
    with open_library(library) as opened:
        print_events(opened, wanted, kind or [], forms, user_language())


def compare(
    names: Annotated[
        list[str], typer.Argument(help="Two to four events, calls, projects or documents.")
    ],
    library: LibraryOption = None,
    project: ProjectOption = None,
    year: YearOption = None,
    language: LanguageOption = None,
    type: TypeOption = None,
    country: CountryOption = None,
    sector: SectorOption = None,
    as_json: JsonOption = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
) -> None:
    """Put events, calls or projects side by side: each cell cited, differences marked."""
    from ui.compare import print_comparison

    forms = [name for name, on in (("json", as_json), ("csv", as_csv)) if on]
    wanted = filters(project, year, language, type, country, sector)
    with open_library(library) as opened:
        print_comparison(opened, names, wanted, forms, user_language())


def documents(
    library: LibraryOption = None,
    state: Annotated[
        str | None, typer.Option("--state", help="current, outdated or skipped.")
    ] = None,
    project: ProjectOption = None,
    year: YearOption = None,
    language: LanguageOption = None,
    type: TypeOption = None,
    country: CountryOption = None,
    sector: SectorOption = None,
    as_json: JsonOption = False,
) -> None:
    """List the documents, and why a file was skipped."""
    from pipelines.errors import UsageError
    from ui import listing

    states = ("current", "outdated", "skipped")
    if state is not None and state not in states:
        known = ", ".join(states)
        raise UsageError(f"No state {state!r}: {known}.", f"Pas d'état {state!r} : {known}.")
    with open_library(library) as opened:
        wanted = opened.filters(filters(project, year, language, type, country, sector))
        records = opened.catalogue.records([state] if state else (), wanted.as_dict())
        kin = opened.kinship()
    listing.documents(records, kin, as_json, user_language())


def show(
    document: Annotated[str, typer.Argument(help="An id, or a path in the library.")],
    library: LibraryOption = None,
    text: Annotated[
        bool, typer.Option("--text", help="Print the text that quotes and offsets refer to.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Show a document's description, with the words it came from, or its text."""
    from ui import listing

    with open_library(library) as opened:
        record = opened.catalogue.find(document)
        content = opened.catalogue.text(record).content if record.description else ""
        if text and record.description is None:
            opened.catalogue.text(record)  # says why there is none
        related = opened.kinship().of(record.id)
    listing.document(record, content, related, text, as_json, user_language())


def status(library: LibraryOption = None, as_json: JsonOption = False) -> None:
    """Say what the library holds and whether its index can be used."""
    from ui import output

    with open_library(library) as opened:
        found = opened.status()
    output.status(found, as_json, user_language())


def evaluate(
    library: LibraryOption = None,
    golden: Annotated[
        Path | None, typer.Option("--golden", help="Questions, as JSON Lines.")
    ] = None,
    floors: Annotated[
        Path | None, typer.Option("--floors", help="The least each figure may be, as JSON.")
    ] = None,
    descriptions: Annotated[
        bool,
        typer.Option("--descriptions", help="Score descriptions of labelled documents instead."),
    ] = False,
    events: Annotated[
        bool, typer.Option("--events", help="Score events of labelled documents instead.")
    ] = False,
    dialogues: Annotated[
        bool, typer.Option("--dialogues", help="Score follow-up questions instead.")
    ] = False,
    held_out: Annotated[
        bool,
        typer.Option("--held-out", help="Ask with the documents that answer left out instead."),
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Run golden questions and print the figures; failure when one is below its floor."""
    from pipelines.evaluation.evaluate import run
    from pipelines.evaluation.evaluated import keep
    from ui import output

    if events:
        from pipelines.evaluation.register_score import run as score_events
        from ui.events import print_scores

        print_scores(score_events(golden), as_json)
        return
    if descriptions:
        from pipelines.evaluation.describe_score import run as score
        from ui.descriptions import scored

        found = score(golden, floors)
        scored(found, as_json)
        raise typer.Exit(1 if found.missed else 0)
    if dialogues:
        from pipelines.evaluation.dialogue_score import run as score_dialogues

        with open_library(library) as opened:
            output.dialogues(score_dialogues(opened, golden), as_json)
        return
    if held_out:
        from pipelines.evaluation.held_out import run as leave_out

        with open_library(library) as opened:
            output.held_out(leave_out(opened, golden), as_json)
        return
    with open_library(library) as opened:
        evaluation = run(opened, golden, floors)
        keep(evaluation, opened.settings.library)
    output.evaluation(evaluation, as_json)
    raise typer.Exit(1 if evaluation.missed else 0)


def page(
    library: LibraryOption = None,
    port: Annotated[
        int,
        typer.Option("--port", min=0, max=65_535, help="Port of the page; 0 takes a free one."),
    ] = 8501,
    address: Annotated[str, typer.Option("--address", help="Address to listen on.")] = "127.0.0.1",
) -> None:
    """Open the web page."""
    from ui.page import serve

    raise typer.Exit(serve(read_settings(library, False), port, address))
