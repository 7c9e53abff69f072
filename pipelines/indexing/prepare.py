"""What a worker process does with one file: read it, describe it and cut it into passages.

Workers import this module and what it imports, so nothing of Haystack, the stores or the settings
may come in here.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.describe import describe
from ingest.errors import ReadError
from ingest.read import Limits, load, read_bytes
from ingest.register import find_events
from ingest.scan import digest
from ingest.split import split
from ingest.types import Description, Event, Passage, Text
from pipelines.indexing.overrides import Said, apply

if TYPE_CHECKING:
    from encoder.bundled import BundledEncoder

JOB = "pipelines.indexing.prepare:prepare"
# Modules of the classes in a worker's answer.
ANSWERS = ("ingest.types", "pipelines.indexing.prepare")

_TRIES = 3  # times a file that changes while it is read is read again


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read. ``passage_tokens`` is None where a worker has no tokenizer to count by: a
    model other than the bundled one is in the main process only. ``said`` is what a person says of
    the document."""

    path: str
    source: str
    limits: Limits
    passage_tokens: int | None
    said: Said = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds. ``sha256`` is that of the bytes that were read; there are no passages
    where this process could not count their length."""

    sha256: str
    text: Text
    description: Description
    passages: tuple[Passage, ...] = ()
    events: tuple[Event, ...] = ()


def prepare(task: Task) -> Reading:
    """The document in a file; raises :class:`ReadError` and no other error of its own."""
    path = Path(task.path)
    for _ in range(_TRIES):
        data = load(path, task.limits)
        sha256 = hashlib.sha256(data).hexdigest()
        text = read_bytes(data, task.source, task.limits)
        del data
        if digest(path) == sha256:
            break
    description = apply(describe(text, task.source), task.said)
    events = find_events(text, description)
    if task.passage_tokens is None:
        return Reading(sha256, text, description, events=events)
    passages = split(text, description.language, _tokenizer().count_tokens, task.passage_tokens)
    if not passages:
        raise ReadError("NO_TEXT")
    return Reading(sha256, text, description, passages, events)


@lru_cache(maxsize=1)
def _tokenizer() -> BundledEncoder:
    from encoder.bundled import BundledEncoder

    return BundledEncoder()  # opens its tokenizer only
