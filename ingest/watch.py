"""Tells when files in a folder have changed and come to rest."""

from __future__ import annotations

import time
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Final

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from ingest.errors import ReadError
from ingest.scan import scan

_WRITING: Final = frozenset({"created", "modified", "moved", "deleted", "closed"})
_QUIET: Final = 1.0  # seconds without an event after which files are taken to be at rest
_LONGEST: Final = 15.0  # seconds after which changes are told though more go on coming
# Looked at all the same, since events of network drives and behind links don't come.
_SWEEP: Final = 300.0
_SWEEP_UNTOLD: Final = 5.0  # where the system tells nothing at all

# What is known of each file without opening it; None for a file that is not read.
Snapshot = Mapping[Path, tuple[int, tuple[int, int]] | None]


def changes(paths: Sequence[Path], quiet: float = _QUIET) -> Iterator[frozenset[Path]]:
    """At once, and then whenever something changed in ``paths``, the files that did not change.

    Files that are still being written are waited for. What is not ingested, such as a library's own
    data, may change unnoticed. A path that is gone, as with a drive that is taken off, is awaited.
    """
    before: Snapshot = {}
    stirred = Event()
    # A folder that is made and filled at once is told twice, with a warning each time; written to
    # a stderr that nobody reads, they would stop the thread that listens.
    warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
    with _told(paths, stirred) as told:
        now = _snapshot(paths) or {}
        while True:
            yield frozenset(
                path
                for path, state in now.items()
                if state is not None and before.get(path) == state
            )
            before = now
            while now == before:
                _rest(stirred, quiet, _SWEEP if told else _SWEEP_UNTOLD)
                seen = _snapshot(paths)
                now = before if seen is None else seen


def _snapshot(paths: Sequence[Path]) -> Snapshot | None:
    """The files there are; None while a path can't be listed."""
    seen: dict[Path, tuple[int, tuple[int, int]] | None] = {}
    try:
        for path in paths:
            folder = scan(path)
            for found in (*folder.files, *folder.overrides):
                seen[found.path] = (found.size, found.stamp)
            seen.update((folder.root / refused.source, None) for refused in folder.refused)
    except ReadError:
        return None
    return seen


def _rest(stirred: Event, quiet: float, sweep: float) -> None:
    """Wait for an event and then until there are no more, or for the next sweep."""
    stirred.wait(sweep)
    until = time.monotonic() + _LONGEST
    while stirred.is_set() and time.monotonic() < until:
        stirred.clear()
        stirred.wait(quiet)
    stirred.clear()


@contextmanager
def _told(paths: Sequence[Path], stirred: Event) -> Iterator[bool]:
    """Have the system set ``stirred`` at changes; whether it does."""
    handler = _Handler(stirred)
    observer = Observer()
    told = True
    try:
        for path in paths:
            folder = path if path.is_dir() else path.parent
            observer.schedule(handler, str(folder), recursive=path.is_dir())
        observer.start()
    except OSError:  # as where the limit on watched folders is reached
        told = False
    try:
        yield told
    finally:
        if observer.is_alive():
            observer.stop()
            observer.join()


class _Handler(FileSystemEventHandler):
    def __init__(self, stirred: Event) -> None:
        self._stirred = stirred

    def on_any_event(self, event: FileSystemEvent) -> None:
        # Reading a file is an event too, and ours would never end.
        if event.event_type in _WRITING:
            self._stirred.set()
