"""``grappe ingest --watch``: keeps a library in step with folders until it is told to end."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipelines.errors import GrappeError, UsageError
from pipelines.indexing.overrides import OverrideError
from pipelines.stores.errors import LibraryHeld, StoreUnreachable
from ui import listing
from ui.output import plain
from ui.progress import progress
from ui.start import open_library

if TYPE_CHECKING:
    from pipelines.indexing.sync import Report

_RETRY: Final = 5.0  # seconds until a library that could not be had is tried again


def watch(
    paths: Sequence[Path],
    library: Path | None,
    keep_missing: bool,
    as_json: bool,
    allow_download: bool,
    language: str,
) -> None:
    """Ingest, and ingest again whenever something changed; with ``as_json`` a line each time.

    The library is let go of in between, so that other commands can use it. While one of them has
    it, its server or a folder is away, or a library.yaml is at fault, the ingest is tried again
    and again. Raises what an ingest raises for paths that are not there at the start.
    """
    from ingest.watch import changes

    for number, unchanged in enumerate(changes(paths)):
        told = ""
        report: Report | None = None
        while report is None:
            try:
                with (
                    open_library(library, allow_download) as opened,
                    progress(language) as advance,
                ):
                    report = opened.ingest(paths, keep_missing, advance, unchanged)
            except (LibraryHeld, StoreUnreachable, OverrideError, UsageError) as error:
                if isinstance(error, UsageError) and not number:
                    raise  # later on, a folder may be gone for a while
                told = _tell(error, told, language)
                time.sleep(_RETRY)
        if not number or report.added + report.changed + report.removed + len(report.skipped):
            listing.report(report, as_json, language, in_lines=True)
        if not number:
            names = ", ".join(plain(str(path)) for path in paths)
            _say(
                f"Suivi de {names} ; Ctrl-C l'arrête."
                if language == "fr"
                else f"Watching {names}; Ctrl-C ends it."
            )


def _tell(error: GrappeError, told: str, language: str) -> str:
    """Say what is in the way, once."""
    message = error.message(language)
    if message != told:
        _say(message)
    return message


def _say(message: str) -> None:
    sys.stderr.write(plain(message) + "\n")
    sys.stderr.flush()
