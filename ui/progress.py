"""How far a run is, how fast it goes and how long it still takes, on stderr."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from ui.output import plain

if TYPE_CHECKING:
    from pipelines.indexing.index import Progress as ProgressCall

_WINDOW: Final = 60.0  # seconds that the rate is taken over
_FEW: Final = 5  # files that say nothing of the rate yet
_EVERY: Final = 10.0  # seconds between two lines where there is no terminal


@contextmanager
def progress(language: str) -> Iterator[ProgressCall]:
    """A bar on a terminal; elsewhere, as in a log, a line every ten seconds."""
    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        yield _Lines(language).advance
        return
    columns = (
        TextColumn("{task.fields[source]}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None, source="", pace="")
        pace = _Pace(language)

        def advance(done: int, total: int, source: str) -> None:
            shown = plain(source)[-40:]
            bar.update(task, completed=done, total=total, source=shown, pace=pace.at(done, total))

        yield advance


class _Lines:
    """Prints a line now and then; a run that ends before the first one is due prints none."""

    def __init__(self, language: str) -> None:
        self._french = language == "fr"
        self._pace = _Pace(language)
        self._due = time.monotonic() + _EVERY

    def advance(self, done: int, total: int, source: str) -> None:
        pace = self._pace.at(done, total)
        if time.monotonic() < self._due or done == total:
            return
        self._due = time.monotonic() + _EVERY
        files = f"{done} fichiers sur {total}" if self._french else f"{done} of {total} files"
        sys.stderr.write(" · ".join(filter(None, (files, pace))) + "\n")
        sys.stderr.flush()


class _Pace:
    """The rate of late, and the time that the rest takes at that rate.

    Documents come in groups, many at one moment, so a rate is one over a whole window or, before
    there is one, from the start; and none is told of a few files, which may have been refused.
    """

    def __init__(self, language: str) -> None:
        self._french = language == "fr"
        self._seen: deque[tuple[float, int]] = deque([(time.monotonic(), 0)])

    def at(self, done: int, total: int) -> str:
        """Such as "14.2/s · 2 min 05 s left"; empty at the start."""
        now = time.monotonic()
        self._seen.append((now, done))
        while len(self._seen) > 2 and self._seen[1][0] <= now - _WINDOW:
            self._seen.popleft()
        since, before = self._seen[0]
        if now == since or done - before < _FEW:
            return ""
        rate = (done - before) / (now - since)
        left = _time(round((total - done) / rate))
        pace = f"{rate:.1f}/s" if rate >= 1 else f"{60 * rate:.1f}/min"
        if self._french:
            return f"{pace.replace('.', ',')} · encore {left}"
        return f"{pace} · {left} left"


def _time(seconds: int) -> str:
    """Such as "3 min 10 s", in French as in English."""
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes:02} min"
    return f"{minutes} min {seconds:02} s" if minutes else f"{seconds} s"
