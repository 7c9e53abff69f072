"""Plain text, most of it saved from web pages: kept line by line, headings guessed."""

from __future__ import annotations

import re
from typing import Final

from ingest.clean import clean
from ingest.errors import ReadError
from ingest.read.aligned import aligned
from ingest.read.headings import guess
from ingest.read.limits import Clock, Limits
from ingest.types import Text

_BREAKS: Final = re.compile(r"\r\n?")


def read_plain(text: str, limits: Limits, clock: Clock) -> Text:
    """The text as it stands, cleaned; raises ``EMPTY`` when nothing is left, ``TOO_LARGE``."""
    if len(text) > limits.max_characters:
        raise ReadError("TOO_LARGE", f"over {limits.max_characters} characters")
    content = clean(aligned(_BREAKS.sub("\n", text)))
    clock.check()
    if not content:
        raise ReadError("EMPTY", "nothing but white space")
    return Text(content, "txt", headings=guess(content))
