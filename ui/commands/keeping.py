"""Commands that change the library: ingest, delete and reindex."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.options import DownloadOption, JsonOption, LibraryOption
from ui.start import open_library, user_language


def ingest(
    paths: Annotated[list[Path], typer.Argument(help="Folders (kept in step) or files.")],
    library: LibraryOption = None,
    keep_missing: Annotated[
        bool, typer.Option("--keep-missing", help="Keep documents whose file is gone.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on: ingest again whenever something changes.")
    ] = False,
    as_json: JsonOption = False,
    allow_download: DownloadOption = False,
) -> None:
    """Read, describe and index documents; again later, only what changed."""
    from ui import listing
    from ui.progress import progress

    language = user_language()
    if watch:
        from ui.watch import watch as keep_in_step

        keep_in_step(paths, library, keep_missing, as_json, allow_download, language)
        return
    with open_library(library, allow_download) as opened, progress(language) as advance:
        report = opened.ingest(paths, keep_missing, advance)
    listing.report(report, as_json, language)
    raise typer.Exit(3 if report.skipped else 0)


def delete(
    document: Annotated[str, typer.Argument(help="An id, or a path in the library.")],
    library: LibraryOption = None,
) -> None:
    """Take a document out of the library; its file stays where it is."""
    from ui import listing

    with open_library(library) as opened:
        record = opened.delete(document)
    listing.deleted(record, user_language())


def reindex(
    library: LibraryOption = None,
    as_json: JsonOption = False,
    allow_download: DownloadOption = False,
) -> None:
    """Build the index anew, as after a change of encoder; the old one serves until then."""
    from ui import listing
    from ui.progress import progress

    with open_library(library, allow_download) as opened, progress(user_language()) as advance:
        report = opened.reindex(advance)
    listing.report(report, as_json, user_language())
    raise typer.Exit(3 if report.skipped else 0)
