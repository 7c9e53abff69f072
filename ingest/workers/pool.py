"""Several workers at once, their answers in the order of the tasks, and never too many waiting."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import threading
import time
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Generic, TypeVar

from ingest.workers.process import Answer, Bounds, Worker, WorkerError

Key = TypeVar("Key")

_AHEAD: Final = 256  # tasks in hand at most: answered, being worked on or next
_BYTES_AHEAD: Final = 32 * 1024 * 1024  # of files in hand, and of answers that wait
_PATIENCE: Final = 2.0  # seconds an answer may keep later ones, and whoever wants them, waiting
# Another worker costs a third of a second of processor time: worth it for so much work each.
_WORTH_TASKS: Final = 8
_WORTH_BYTES: Final = 1_000_000


@dataclass(slots=True)
class _Ticket(Generic[Key]):
    key: Key
    task: Any
    size: int
    answer: Answer | None = None
    late: bool = False


class Workers(Generic[Key]):
    """Runs ``job`` ("module:function") on tasks in up to ``count`` processes (default: cores).

    ``modules`` name where the dataclasses in its answers are defined. Processes start when there
    is work for them, and end with :meth:`close`.

        with Workers("pipelines.indexing.prepare:prepare", ["ingest.types"], Bounds()) as workers:
            for path, answer in workers.run((path, Task(path), path.stat().st_size) for path in …):
    """

    def __init__(
        self, job: str, modules: Collection[str], bounds: Bounds, count: int | None = None
    ) -> None:
        self._job, self._modules, self._bounds = job, modules, bounds
        self._count = count or cores()
        self._changed = threading.Condition()
        self._waiting: deque[_Ticket[Key]] = deque()  # for a worker
        self._threads: list[threading.Thread] = []  # one a worker: it asks, and waits for it
        self._workers: set[Worker] = set()
        self._held = 0  # bytes of answers that nobody took yet
        self._failure: WorkerError | None = None
        self._closing = False
        self._scratch: Path | None = None

    @property
    def pids(self) -> list[int]:
        """The numbers of the processes there are."""
        with self._changed:
            return sorted(worker.pid for worker in self._workers)

    def run(self, tasks: Iterable[tuple[Key, Any, int]]) -> Iterator[tuple[Key, Answer]]:
        """Each task's key and answer. A task comes with a key of the caller's and its file's size.

        Work starts now, before the first answer is asked for, and goes on between: ``tasks`` is
        drawn from as far ahead as limits of number and size allow. Answers come in the order of
        the tasks, but for one that takes long, which later ones overtake. Raises
        :class:`WorkerError` where no worker can be started.
        """
        coming = iter(tasks)
        pending: deque[_Ticket[Key]] = deque()
        self._draw(coming, pending)
        return self._answers(coming, pending)

    def close(self) -> None:
        """End all processes, whatever they are doing."""
        with self._changed:
            self._closing = True
            self._waiting.clear()
            self._changed.notify_all()
            for worker in self._workers:
                worker.kill()
        for thread in self._threads:
            thread.join()
        if self._scratch is not None:
            shutil.rmtree(self._scratch, ignore_errors=True)

    def __enter__(self) -> Workers[Key]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # --- the caller's thread -----------------------------------------------------------------

    def _answers(
        self, coming: Iterator[tuple[Key, Any, int]], pending: deque[_Ticket[Key]]
    ) -> Iterator[tuple[Key, Answer]]:
        while pending:
            ticket = self._next(pending)
            pending.remove(ticket)
            self._draw(coming, pending)
            if ticket.answer is not None:
                yield ticket.key, ticket.answer

    def _draw(self, coming: Iterator[tuple[Key, Any, int]], pending: deque[_Ticket[Key]]) -> None:
        weight = sum(t.size if t.answer is None else t.answer.size for t in pending)
        while len(pending) < _AHEAD and weight <= _BYTES_AHEAD:
            drawn = next(coming, None)
            if drawn is None:
                return
            ticket = _Ticket(*drawn)
            pending.append(ticket)
            weight += ticket.size
            with self._changed:
                self._waiting.append(ticket)
                size = sum(waiting.size for waiting in self._waiting)
                staff = len(self._threads)
                if len(self._waiting) > staff * _WORTH_TASKS or size > staff * _WORTH_BYTES:
                    self._hire()
                self._changed.notify_all()

    def _next(self, pending: deque[_Ticket[Key]]) -> _Ticket[Key]:
        """The next ticket to hand out, waited for."""
        until = time.monotonic() + _PATIENCE
        with self._changed:
            while True:
                if self._failure is not None:
                    raise self._failure
                for ticket in pending:
                    if ticket.answer is not None:
                        self._held -= ticket.answer.size
                        self._changed.notify_all()
                        return ticket
                    if not ticket.late:
                        break
                if (left := until - time.monotonic()) > 0:
                    self._changed.wait(left)
                    continue
                ticket.late = True  # the first of those that were not late before
                until = time.monotonic() + _PATIENCE
                if self._waiting:
                    self._hire()

    def _hire(self) -> None:
        if len(self._threads) < self._count and not self._closing:
            thread = threading.Thread(target=self._serve, name="reading", daemon=True)
            thread.start()
            self._threads.append(thread)  # last: Ctrl-C may come at any line, and then it is joined

    # --- a worker's thread -------------------------------------------------------------------

    def _serve(self) -> None:
        worker: Worker | None = None
        try:
            while (ticket := self._take()) is not None:
                for attempt in (1, 2):
                    if worker is None or worker.ended:
                        worker = self._start()
                    if worker is None:
                        return
                    try:
                        answer = worker.ask(ticket.task)
                    except WorkerError:
                        self._forget(worker)
                        if attempt == 2:  # once it was gone before it began, twice it can't start
                            raise
                    else:
                        self._give(ticket, answer)
                        break
                if worker is not None and worker.ended:
                    self._forget(worker)
        except Exception as error:  # whatever it is, nobody may wait for this thread any more
            with self._changed:
                self._failure = WorkerError(str(error) or type(error).__name__)
                self._changed.notify_all()
        finally:
            if worker is not None:
                worker.stop()
                self._forget(worker)

    def _take(self) -> _Ticket[Key] | None:
        with self._changed:
            # The first of those in hand was taken first, so waiting here never waits for itself.
            while not self._closing and (not self._waiting or self._held > _BYTES_AHEAD):
                self._changed.wait()
            return None if self._closing else self._waiting.popleft()

    def _give(self, ticket: _Ticket[Key], answer: Answer) -> None:
        with self._changed:
            ticket.answer = answer
            self._held += answer.size
            self._changed.notify_all()

    def _start(self) -> Worker | None:
        with self._changed:
            if self._closing:
                return None
            if self._scratch is None:
                self._scratch = Path(tempfile.mkdtemp(prefix="grappe-"))
            worker = Worker(self._job, self._modules, self._bounds, self._scratch)
            self._workers.add(worker)
            return worker

    def _forget(self, worker: Worker) -> None:
        with self._changed:
            self._workers.discard(worker)


def cores() -> int:
    """How many cores this process may use."""
    with contextlib.suppress(AttributeError):  # not on every system
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
