"""What readers say of answers: ``feedback.jsonl`` in the library's folder, a line a saying.

Lines are only ever added, each in one write, so that several processes may add at once; a comment
on a rating is a second line with the same ``id``, and the last line of an id holds.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from pipelines.catalogue.records import now

Rating = Literal["up", "down"]
FILE = "feedback.jsonl"
COMMENT_CHARACTERS = 2_000


@dataclass(frozen=True, slots=True)
class Feedback:
    """A reader's rating of one answer. ``id`` is of this reader's rating, not of the reader."""

    id: str
    rating: Rating
    question: str
    kind: str
    answer: str | None
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sources: Sequence[str] = ()
    comment: str = ""
    time: str = ""


def keep(library: Path, given: Feedback) -> None:
    """Add a line for ``given``. Raises :class:`OSError` where the folder can't be written."""
    said = asdict(given) | {
        "comment": given.comment[:COMMENT_CHARACTERS],
        "time": given.time or now(),
    }
    line = json.dumps(said, ensure_ascii=False) + "\n"
    library.mkdir(parents=True, exist_ok=True)
    handle = os.open(library / FILE, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        whole = True
        if os.fstat(handle).st_size:
            os.lseek(handle, -1, os.SEEK_END)
            whole = os.read(handle, 1) == b"\n"
        os.write(handle, (line if whole else "\n" + line).encode())
    finally:
        os.close(handle)


def kept(library: Path) -> list[Feedback]:
    """All that was said, the first rated first; none where nobody said anything.

    A line that a crash left unfinished is passed over.
    """
    path = library / FILE
    if not path.is_file():
        return []
    found: dict[str, Feedback] = {}
    for line in path.read_text(encoding="utf-8").split("\n"):  # others may be part of a saying
        try:
            said: dict[str, Any] = json.loads(line)
            found[said["id"]] = Feedback(**said)
        except (ValueError, TypeError, KeyError):
            continue
    return list(found.values())
