"""The command line. Data goes to stdout, progress and errors to stderr; exit codes say the rest.

0 done, 1 failure, 2 usage, 3 done but some files were skipped, 4 backend unreachable.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from ui.start import fail, interrupted, open_library, read_settings, terminated, user_language

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Search and cited answers over the documents of business clusters, in French and English.",
)

LibraryOption = Annotated[
    Path | None,
    typer.Option("--library", help="Folder of catalogue and index. [default: library-data]"),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
ProjectOption = Annotated[list[str] | None, typer.Option("--project", help="Only this project.")]
YearOption = Annotated[list[int] | None, typer.Option("--year", help="Only this year.")]
LanguageOption = Annotated[list[str] | None, typer.Option("--language", help="fr or en.")]
TypeOption = Annotated[
    list[str] | None, typer.Option("--type", help="event_report, policy_note, agenda, call, …")
]
CountryOption = Annotated[
    list[str] | None, typer.Option("--country", help="Country: its code or its name.")
]
BatchOption = Annotated[
    Path | None,
    typer.Option("--batch", help='JSON Lines of {"id", "question", "filters"}; "-" is stdin.'),
]
DownloadOption = Annotated[
    bool, typer.Option("--allow-download", help="Let the model be fetched from its hub.")
]


@app.command()
def ingest(
    paths: Annotated[list[Path], typer.Argument(help="Folders (kept in step) or files.")],
    library: LibraryOption = None,
    keep_missing: Annotated[
        bool, typer.Option("--keep-missing", help="Keep documents whose file is gone.")
    ] = False,
    as_json: JsonOption = False,
    allow_download: DownloadOption = False,
) -> None:
    """Read, describe and index documents; again later, only what changed."""
    from ui import output

    with open_library(library, allow_download) as opened, output.progress() as progress:
        report = opened.ingest(paths, keep_missing, progress)
    output.report(report, as_json, user_language())
    raise typer.Exit(3 if report.skipped else 0)


@app.command()
def search(
    query: Annotated[str | None, typer.Argument(help="What to look for.")] = None,
    library: LibraryOption = None,
    project: ProjectOption = None,
    year: YearOption = None,
    language: LanguageOption = None,
    type: TypeOption = None,
    country: CountryOption = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=200)] = 10,
    offset: Annotated[int, typer.Option("--offset", min=0)] = 0,
    as_json: JsonOption = False,
    batch: BatchOption = None,
    allow_download: DownloadOption = False,
) -> None:
    """Find passages in both languages."""
    from ui import output
    from ui.batch import run_batch

    wanted = _wanted(project, year, language, type, country)
    with open_library(library, allow_download) as opened:
        if batch is not None:
            _refuse_both(query, batch)
            run_batch(opened, batch, wanted, "search", limit)
            return
        result = opened.search(_needed(query), opened.filters(wanted), limit, offset)
    output.search(result, as_json, user_language())


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="A question in French or English.")] = None,
    library: LibraryOption = None,
    project: ProjectOption = None,
    year: YearOption = None,
    language: LanguageOption = None,
    type: TypeOption = None,
    country: CountryOption = None,
    as_json: JsonOption = False,
    batch: BatchOption = None,
    allow_download: DownloadOption = False,
) -> None:
    """Answer a question, each statement with its citation, or say why not."""
    from ui import output
    from ui.batch import run_batch

    wanted = _wanted(project, year, language, type, country)
    with open_library(library, allow_download) as opened:
        if batch is not None:
            _refuse_both(question, batch)
            run_batch(opened, batch, wanted, "ask")
            return
        reply = opened.ask(_needed(question), opened.filters(wanted))
    output.reply(reply, as_json)


@app.command()
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
    as_json: JsonOption = False,
) -> None:
    """List the documents, and why a file was skipped."""
    from pipelines.errors import UsageError
    from ui import output

    states = ("current", "outdated", "skipped")
    if state is not None and state not in states:
        known = ", ".join(states)
        raise UsageError(f"No state {state!r}: {known}.", f"Pas d'état {state!r} : {known}.")
    with open_library(library) as opened:
        filters = opened.filters(_wanted(project, year, language, type, country))
        records = opened.catalogue.records([state] if state else (), filters.as_dict())
    output.documents(records, as_json, user_language())


@app.command()
def show(
    document: Annotated[str, typer.Argument(help="An id, or a path in the library.")],
    library: LibraryOption = None,
    text: Annotated[
        bool, typer.Option("--text", help="Print the text that quotes and offsets refer to.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Show a document's description, with the words it came from, or its text."""
    from ui import output

    with open_library(library) as opened:
        record = opened.catalogue.find(document)
        content = opened.catalogue.text(record).content if record.description else ""
        if text and record.description is None:
            opened.catalogue.text(record)  # says why there is none
        copies = [
            other.source
            for other in opened.catalogue.records()
            if record.sha256 and other.sha256 == record.sha256 and other.id != record.id
        ]
    output.document(record, content, copies, text, as_json, user_language())


@app.command()
def delete(
    document: Annotated[str, typer.Argument(help="An id, or a path in the library.")],
    library: LibraryOption = None,
) -> None:
    """Take a document out of the library; its file stays where it is."""
    from ui import output

    with open_library(library) as opened:
        record = opened.delete(document)
    output.deleted(record, user_language())


@app.command()
def status(library: LibraryOption = None, as_json: JsonOption = False) -> None:
    """Say what the library holds and whether its index can be used."""
    from ui import output

    with open_library(library) as opened:
        found = opened.status()
    output.status(found, as_json, user_language())


@app.command()
def reindex(
    library: LibraryOption = None,
    as_json: JsonOption = False,
    allow_download: DownloadOption = False,
) -> None:
    """Build the index anew, as after a change of encoder; the old one serves until then."""
    from ui import output

    with open_library(library, allow_download) as opened, output.progress() as progress:
        report = opened.reindex(progress)
    output.report(report, as_json, user_language())
    raise typer.Exit(3 if report.skipped else 0)


@app.command()
def evaluate(
    library: LibraryOption = None,
    golden: Annotated[
        Path | None, typer.Option("--golden", help="Questions, as JSON Lines.")
    ] = None,
    floors: Annotated[
        Path | None, typer.Option("--floors", help="The least each figure may be, as JSON.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Run golden questions and print the figures; failure when one is below its floor."""
    from pipelines.evaluate import run
    from ui import output

    with open_library(library) as opened:
        evaluation = run(opened, golden, floors)
    output.evaluation(evaluation, as_json)
    raise typer.Exit(1 if evaluation.missed else 0)


@app.command()
def ui(
    library: LibraryOption = None,
    port: Annotated[
        int, typer.Option("--port", help="Port of the page; 0 takes a free one.")
    ] = 8501,
    address: Annotated[str, typer.Option("--address", help="Address to listen on.")] = "127.0.0.1",
) -> None:
    """Open the web page."""
    from ui.page import serve

    raise typer.Exit(serve(read_settings(library, False), port, address))


def main() -> NoReturn:
    """Run the command line; errors end it with a sentence and their exit code."""
    from pipelines.errors import GrappeError

    signal.signal(signal.SIGTERM, terminated)
    try:
        app()
    except GrappeError as error:
        fail(error.message(user_language()), error.exit_code)
    except KeyboardInterrupt:
        fail(interrupted(), 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    sys.exit(0)


def _wanted(
    project: list[str] | None,
    year: list[int] | None,
    language: list[str] | None,
    type: list[str] | None,
    country: list[str] | None,
) -> dict[str, list[Any]]:
    values = {
        "project": project,
        "year": year,
        "language": language,
        "type": type,
        "country": country,
    }
    return {name: list(value) for name, value in values.items() if value}


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


if __name__ == "__main__":
    main()
