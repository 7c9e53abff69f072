"""The count of a list once rows of it are gone: "3 visits, in 2 documents." is then "2 visits."."""

from __future__ import annotations

import re
from typing import Final

from ingest.types import Language
from pipelines.register.narrow import NARROW
from pipelines.register.wording import KINDS, kind_word

_COUNT: Final = re.compile(r"(\d+) ([^\d,]+), (?:in|dans) \d+ documents?\.")


def recounted(count: str, gone: int, language: Language) -> str | None:
    """The words of a ``count`` of events with ``gone`` fewer, by the event alone: their documents
    may tell of others that are left. None for a count of anything else, such as bodies, of which
    one row more or less says nothing."""
    match = _COUNT.fullmatch(count)
    if match is None:
        return None
    number, noun = int(match[1]), match[2]
    left = number - gone
    for kind in KINDS:
        if kind_word(kind, language, number) == noun:
            return f"{left} {kind_word(kind, language, left)}."
    for narrow in NARROW:
        if narrow.name(language, number) == noun:
            return f"{left} {narrow.name(language, left)}."
    return None
