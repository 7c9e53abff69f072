"""One worker process: started, asked, and ended when it takes too long."""

from __future__ import annotations

import contextlib
import math
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from pickle import UnpicklingError
from typing import IO, Any, Final

from ingest.errors import REASONS
from ingest.workers.wire import BROKEN, load, receive, send

_START_SECONDS: Final = 120.0  # to be ready for the first task, on a machine however busy
_OUT_OF_TIME: Final = getattr(signal, "SIGXCPU", 0)
_GRACE: Final = 2.0  # seconds for a reader that watches the clock to give its own, better reason


class WorkerError(Exception):
    """Worker processes can't be started here; the message is what the last one printed."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one task may take, where the system can hold a process to it: ``seconds`` by the clock,
    ``busy`` seconds of the worker's own processor time, and ``megabytes`` of memory.

    A worker that waits for another program, as one that recognises scans does, is not busy.
    """

    seconds: float = 60.0
    busy: float = 60.0
    megabytes: int = 2048


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a task: its ``value``; or a ``code`` of :mod:`ingest.errors`, and ``detail``
    for those who look into it. ``size`` is that of the message in bytes."""

    value: Any = None
    code: str | None = None
    detail: str = ""
    size: int = 0


class Worker:
    """A process that runs ``job`` ("module:function") on what it is sent.

    The constructor starts it and does not wait. One thread asks and stops it; any may kill it.
    Files made while reading go into ``scratch``, so that a worker that is killed leaves none.
    """

    def __init__(self, job: str, modules: Collection[str], bounds: Bounds, scratch: Path) -> None:
        self._modules = modules
        self._bounds = bounds
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 (closed by stop)
        self._printed = ""
        self._guard = threading.Lock()
        self._reaped = False
        # In a session of its own: Ctrl-C reaches the parent alone, which ends its workers, and
        # the programs that a worker started end with it.
        self._process = subprocess.Popen(  # noqa: S603 (our own module)
            [
                *(sys.executable, "-P", "-m", "ingest.workers.child"),
                *(job, str(os.getpid())),
                *(str(bounds.megabytes), str(math.ceil(bounds.busy + _GRACE))),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=_environment(scratch),
            start_new_session=True,
        )

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def ended(self) -> bool:
        """Whether it was stopped and can be asked no more."""
        return self._reaped

    def ask(self, task: Any) -> Answer:
        """What came of ``task``, whatever it does to the process.

        Raises :class:`WorkerError` when the process was gone before it took the task, or found
        that a part of the program is missing.
        """
        with self._killed_after(_START_SECONDS):
            begun = self._exchange(task)
        if begun is None:
            self.stop()
            raise WorkerError(self._printed)
        with self._killed_after(self._bounds.seconds + _GRACE) as late:
            data = self._receive()
        if data is not None:
            with contextlib.suppress(UnpicklingError, ValueError, TypeError):
                code, value, spent = load(data, self._modules)
                if spent:
                    self.stop()
                if code == BROKEN:
                    raise WorkerError(str(value))
                if code is None:
                    return Answer(value, size=len(data))
                known = code if code in REASONS else "CRASHED"
                return Answer(code=known, detail=str(value))
        status = self.stop()
        if late() or status == -_OUT_OF_TIME:
            return Answer(code="TOO_LARGE", detail="over the time limit")
        return Answer(code="CRASHED", detail=f"the worker ended with {status}")

    def kill(self) -> None:
        """End the process, and what it started, at once."""
        with self._guard:
            if self._reaped:
                return
            if hasattr(os, "killpg"):
                # Not yet waited for, so its number is still its own.
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def stop(self) -> int:
        """End the process, if it has not ended, and let go of it; its exit status."""
        self.kill()
        with self._guard:
            status = self._process.wait()
            if self._reaped:
                return status
            self._reaped = True
        self._printed = _tail(self._errors) or f"a worker ended with {status}"
        for stream in (self._process.stdin, self._process.stdout, self._errors):
            with contextlib.suppress(OSError):  # what was left to be sent
                _pipe(stream).close()
        return status

    def _exchange(self, task: Any) -> bytes | None:
        try:
            send(_pipe(self._process.stdin), task)
        except OSError:
            return None
        return self._receive()

    def _receive(self) -> bytes | None:
        try:
            return receive(_pipe(self._process.stdout))
        except (OSError, ValueError):
            return None

    @contextmanager
    def _killed_after(self, seconds: float) -> Iterator[Callable[[], bool]]:
        late = threading.Event()

        def end() -> None:
            late.set()
            self.kill()

        timer = threading.Timer(seconds, end)
        timer.daemon = True
        timer.start()
        try:
            yield late.is_set
        finally:
            timer.cancel()
            timer.join()


def _tail(stream: IO[bytes]) -> str:
    """The last line of what was printed."""
    stream.seek(0)
    lines = stream.read().decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else ""


def _environment(scratch: Path) -> dict[str, str]:
    return os.environ | {
        "PYTHONPATH": os.pathsep.join(entry or os.getcwd() for entry in sys.path),
        # There are as many workers as cores: none needs threads of its own.
        "TOKENIZERS_PARALLELISM": "false",
        "OMP_THREAD_LIMIT": "1",
        "TMPDIR": str(scratch),
    }


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise ValueError("the worker has no pipes")
    return stream
