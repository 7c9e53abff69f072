"""Whether the sentence of a date tells of what was, or of what is to come."""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.datekinds import is_past
from ingest.describe.dates import FoundDate
from ingest.describe.layout import lowered, sentence_at
from ingest.types import Span

# What took place is held, whatever else a call or an announcement is about.
TOOK_PLACE: Final = re.compile(
    r"\b(?:took place|(?:was|were) (?:held|hosted|organi[sz]ed)"
    r"|(?:a|ont) eu lieu|a été organisée?"
    r"|(?:s['’]est|se sont) (?:tenue?s?|déroulée?s?|réunie?s?))\b"
)
_PAST: Final = re.compile(
    r"\b(?:took (?:place|part)|(?:was|were) (?:held|hosted|welcomed|organi[sz]ed|received)"
    r"|hosted|welcomed|gathered|brought together|travell?ed|visited|attended|participated|went|met"
    r"|flew|joined"
    r"|(?:a|ont) (?:eu lieu|participé|pris part|visité|reçu|accueilli|réuni|rassemblé|organisé|tenu"
    r"|rencontré|assisté|parcouru)"
    r"|(?:a|ont) été (?:accueillie?s?|reçue?s?|organisée?s?)"
    r"|(?:est|sont) (?:partie?s?|allée?s?|venue?s?|rendue?s?)"
    r"|(?:s['’]est|se sont) (?:tenue?s?|déroulée?s?|réunie?s?|rendue?s?|retrouvée?s?))\b"
)
_TO_COME: Final = re.compile(
    r"\b(?:will|shall|takes? place|is to (?:be|take)|are to|planned|scheduled|join us|save the date"
    r"|se (?:tiendra|tiendront|déroulera|dérouleront|réunira|réuniront)|aura lieu|auront lieu"
    r"|sera|seront|prévue?s?|se tient|rejoignez|réservez|inscrivez|rendez-vous (?:à|aux?|le|en))\b"
)


def is_told_past(content: str, item: FoundDate) -> bool:
    """Whether a date is the day of what its sentence tells as done."""
    if item.kind in {"deadline", "published"} or item.range.precision != "day":
        return False
    low = _sentence(content, item.span)
    return bool(_PAST.search(low)) and not _TO_COME.search(low) and not is_past(content, item.span)


def is_to_come(content: str, span: Span) -> bool:
    """Whether the sentence of a date speaks of what is yet to take place, and of nothing done."""
    low = _sentence(content, span)
    return bool(_TO_COME.search(low)) and not _PAST.search(low)


def _sentence(content: str, span: Span) -> str:
    area = sentence_at(content, span.start)
    return lowered(content[area.start : max(area.end, span.end)])
