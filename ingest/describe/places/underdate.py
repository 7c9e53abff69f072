"""The line of the place that stands under the line of the date."""

from __future__ import annotations

import re
from typing import Final

from ingest.types import Span

# A line of the place under that of the date: "Brest, salle Iroise", "Halle aux grains, Blois"
_UNDER_DATE: Final = re.compile(r"[^.\n]{0,60}\n(?P<before>[^.:;\n]{0,80})")
_LINE_ENDS: Final = re.compile(r"[^.:;\n]{0,90}(?:\n|$)")
_WRITTEN_BY: Final = re.compile(
    r"\b(?:by|par|author|auteure?s?|contact|rédaction)\b", re.IGNORECASE
)
_LEAD: Final = 600


def is_under(content: str, day: Span, place: Span) -> bool:
    """Whether a place stands in a line of its own right below that of a day."""
    if not 0 < place.start - day.end < 140 or day.end > _LEAD:
        return False
    above = _UNDER_DATE.fullmatch(content, day.end, place.start)
    return (
        above is not None
        and not (_WRITTEN_BY.search(above["before"]) or above["before"].endswith("("))
        and bool(_LINE_ENDS.match(content, place.end))
    )
