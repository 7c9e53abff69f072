"""Read one file into one cleaned :class:`ingest.types.Text`, by its content."""

from __future__ import annotations

import stat
from pathlib import Path

from ingest.errors import ReadError
from ingest.mend import mend
from ingest.read.forms import read_form
from ingest.read.limits import Clock, Limits
from ingest.types import Text

__all__ = ["Limits", "read", "read_bytes"]


def read(path: Path, limits: Limits | None = None) -> Text:
    """The text of the file at ``path``.

    Raises :class:`ingest.errors.ReadError` and nothing else when the file can't be read; its
    ``code`` says why.
    """
    limits = limits or Limits()
    return read_bytes(load(path, limits), path.name, limits)


def load(path: Path, limits: Limits | None = None) -> bytes:
    """The bytes of the file at ``path``; raises ``UNREADABLE`` or ``TOO_LARGE``.

    Whoever needs the digest of what was read takes it of these bytes, so that the two agree even
    when the file is being written to.
    """
    limits = limits or Limits()
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ReadError("UNREADABLE", "not a regular file")
        with path.open("rb") as file:
            data = file.read(limits.max_bytes + 1)
    except (OSError, ValueError) as error:
        raise ReadError("UNREADABLE", type(error).__name__) from error
    if len(data) > limits.max_bytes:
        raise ReadError("TOO_LARGE", f"over {limits.max_bytes} bytes")
    return data


def read_bytes(data: bytes, name: str, limits: Limits | None = None) -> Text:
    """The text of a file's bytes; ``name`` only tells kinds of plain text apart.

    Raises :class:`ingest.errors.ReadError` as :func:`read` does.
    """
    limits = limits or Limits()
    return mend(read_form(data, name, limits, Clock(limits)))
