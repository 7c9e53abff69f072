"""Plain text, most of it saved from web pages: kept line by line, headings guessed."""

from __future__ import annotations

from ingest.clean import clean
from ingest.errors import ReadError
from ingest.read.headings import guess
from ingest.read.limits import Clock, Limits
from ingest.types import Text


def read_plain(text: str, limits: Limits, clock: Clock) -> Text:
    """The text as it stands, cleaned; raises ``EMPTY`` when nothing is left, ``TOO_LARGE``."""
    if len(text) > limits.max_characters:
        raise ReadError("TOO_LARGE", f"over {limits.max_characters} characters")
    content = clean(text)
    clock.check()
    if not content:
        raise ReadError("EMPTY", "nothing but white space")
    return Text(content, "txt", headings=guess(content))
