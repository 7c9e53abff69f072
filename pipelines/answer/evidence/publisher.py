"""Whose paper a document is, by its head: what it calls "the cluster" from there on."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from ingest.describe.bodies.organisations import key_of
from ingest.types import Description

_HEAD: Final = 400  # characters in which a head ends
_LINE: Final = 120  # characters of a line that may be of a head; a longer one begins the text
_SENTENCE: Final = re.compile(r"[.!?][»”\")]*\s*$")
_NO_STOP: Final = re.compile(r"\b(?:no|nr|n[°º]|vol|dr|st|mr|mme)\.\s*$", re.I)


def publisher(told: Description, content: str) -> str | None:
    """The one body that the lines over a document's first paragraph name, as they write it; None
    where they name none, or several: a consortium's paper is no one's."""
    end = head_end(content)
    bodies = [body for body in told.organisations if body.span and body.span.end <= end]
    if len({key_of(body.text) for body in bodies}) != 1:
        return None
    span = bodies[0].span
    return span.of(content) if span else None


def head_end(content: str) -> int:
    """Where the lines end that stand before the first sentence of a text."""
    lines = content[:_HEAD].splitlines(keepends=True)
    head = takewhile(lambda line: len(line) <= _LINE and not _is_sentence(line), lines)
    return sum(map(len, head))


def _is_sentence(line: str) -> bool:
    return _SENTENCE.search(line) is not None and _NO_STOP.search(line) is None
