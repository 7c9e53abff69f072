"""Long work beside the page: one job at a time in a process, its progress seen by every session."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from pipelines.errors import GrappeError

Advance = Callable[[int, int, str], None]
Work = Callable[[Advance], Any]

_PATIENCE: Final = 20.0  # seconds that the end of the process waits for a job to stop
_LOG = logging.getLogger("grappe.page")


class Busy(GrappeError):
    """Something else is under way."""


class Stopped(GrappeError):
    """Somebody stopped the job."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Files done and to do in all (0: not known yet), the file just done, seconds left or None."""

    done: int = 0
    total: int = 0
    source: str = ""
    left: float | None = None


class Job:
    """A piece of work in a thread of its own. What it gave, or what went wrong, stays with it."""

    def __init__(self, kind: str, work: Work) -> None:
        self.kind = kind
        self.result: Any = None
        self.error: Exception | None = None
        self._work = work
        self._progress = Progress()
        self._began = time.monotonic()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"grappe-{kind}", daemon=True)

    @property
    def running(self) -> bool:
        """Whether it goes on."""
        return self._thread.is_alive()

    @property
    def progress(self) -> Progress:
        """How far it is."""
        return self._progress

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End it at the next file; what was finished stays."""
        self._stop.set()

    def wait(self, seconds: float) -> bool:
        """Whether it is over within so many seconds."""
        self._thread.join(seconds)
        return not self.running

    def _run(self) -> None:
        try:
            self.result = self._work(self._advance)
        except GrappeError as error:
            self.error = error
        except Exception as error:  # told to whoever started it; the log has it all
            _LOG.exception("The job %s failed", self.kind)
            self.error = error

    def _advance(self, done: int, total: int, source: str) -> None:
        if self._stop.is_set():
            raise Stopped(
                "Stopped. What was finished is kept.", "Arrêté. Ce qui était terminé est gardé."
            )
        spent = time.monotonic() - self._began
        left = spent / done * (total - done) if done else None
        self._progress = Progress(done, total, source, left)


class Jobs:
    """The one place of a process where jobs run.

    >>> jobs = Jobs()
    >>> job = jobs.start("count", lambda advance: 42)
    >>> job.wait(5), job.result
    (True, 42)
    """

    def __init__(self) -> None:
        self._job: Job | None = None
        self._guard = threading.Lock()

    def start(self, kind: str, work: Work) -> Job:
        """Begin a job; raises :class:`Busy` while another one runs."""
        with self._guard:
            if self._job is not None and self._job.running:
                raise Busy(
                    "The library is being changed just now; try again when that is done.",
                    "La bibliothèque est en cours de modification ; réessayez quand ce sera fini.",
                )
            self._job = Job(kind, work)
            self._job.start()
            return self._job

    @property
    def running(self) -> Job | None:
        """The job that goes on, or None."""
        job = self._job
        return job if job is not None and job.running else None

    def close(self) -> None:
        """Stop what goes on, and wait for it."""
        if job := self.running:
            job.stop()
            job.wait(_PATIENCE)
