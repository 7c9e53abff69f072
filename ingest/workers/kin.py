"""Processes that end with the one that started them, even where that one is killed."""

from __future__ import annotations

import contextlib
import ctypes
import signal
import sys
from typing import Final

_PR_SET_PDEATHSIG: Final = 1


def die_with_parent() -> None:
    """Have the kernel end this process with its parent, where it can: on Linux.

    Elsewhere a process that reads from a pipe ends when its parent no longer writes to it.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def start_helper() -> None:
    """What a program that a worker starts has to do first: end with the worker, and be held to no
    limit of processor time but that of its caller, who watches it."""
    die_with_parent()
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))
