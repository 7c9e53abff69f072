"""The worker process: limits itself, then does one task after the other until nobody asks.

Started as ``python -m ingest.workers.child MODULE:FUNCTION PARENT MEGABYTES SECONDS``. Its
standard input and output carry :mod:`ingest.workers.wire` messages; whatever a library prints goes
nowhere.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import re
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from typing import IO, Any, Final

from ingest.errors import ReadError
from ingest.workers.kin import die_with_parent
from ingest.workers.wire import BROKEN, receive, send

# A worker whose memory once stood this high leaves after its file: allocators keep what they had.
_SWOLLEN_MB: Final = 400
# What the system says when a library can't be loaded for want of memory.
_NO_ROOM: Final = re.compile(r"failed to map segment|[Cc]annot allocate memory")


def main(arguments: list[str]) -> None:
    """Work until standard input ends."""
    name, parent, megabytes, seconds = arguments
    source, sink = _take_pipes()
    die_with_parent()
    if sys.platform != "win32" and os.getppid() != int(parent):
        return  # the parent was gone before that
    module, _, function = name.partition(":")
    job = getattr(import_module(module), function)
    _limit_memory(int(megabytes))
    while (data := receive(source)) is not None:
        task = pickle.loads(data)  # noqa: S301 (from the process that started this one)
        send(sink, None)  # begun: from here on the file is to blame
        _silence_errors()
        _limit_time(int(seconds))
        if not _answer(job, task, sink):
            return


def _answer(job: Callable[[Any], Any], task: Any, sink: IO[bytes]) -> bool:
    """Do a task and send what came of it; False when this process had better not do another."""
    code, value = None, None
    spent = False
    try:
        value = job(task)
        spent = _swollen()
        send(sink, (code, value, spent))
        return not spent
    except ReadError as error:
        code, value = error.code, error.detail
    except MemoryError:
        code, value, spent = "TOO_LARGE", "over the memory limit", True
    except BrokenPipeError:
        return False
    except ImportError as error:
        if not _NO_ROOM.search(str(error)):  # a part of Grappe is missing: every file would fail
            send(sink, (BROKEN, f"{type(error).__name__}: {error}", True))
            return False
        code, value, spent = "TOO_LARGE", "over the memory limit", True
    except Exception as error:  # a fault of a reader costs its file and no more
        code, value = "CRASHED", _where(error)
    spent = spent or _swollen()
    send(sink, (code, value, spent))
    return not spent


def _take_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output under other numbers, nothing left in their places."""
    source, sink = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return os.fdopen(source, "rb"), os.fdopen(sink, "wb")


def _silence_errors() -> None:
    """From the first task on; before, what is printed says why the worker could not start."""
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 2)
    os.close(nothing)


def _limit_memory(megabytes: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # not on every system
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file would hold the document
        most = megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _limit_time(seconds: int) -> None:
    """The processor time this task may use: ends a worker that is stuck when nobody watches it."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        soft = int(used.ru_utime + used.ru_stime) + seconds + 1
        if hard == resource.RLIM_INFINITY or soft <= hard:
            resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _swollen() -> bool:
    """Whether this process's memory once stood high."""
    # Not from getrusage on Linux: there a process starts with the figure of the one it comes from.
    with contextlib.suppress(OSError), open("/proc/self/status", encoding="ascii") as status:
        for line in status:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) // 1024 >= _SWOLLEN_MB
    try:
        import resource
    except ImportError:
        return False
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit >= _SWOLLEN_MB


def _where(error: Exception) -> str:
    """The error's name and where it was raised; none of the file's words."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__} at {place}"


if __name__ == "__main__":
    main(sys.argv[1:])
