"""Towns that are words as well: "Tours, le 13 octobre", "at the Aster House, Cork"."""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.bodies.names import UP
from ingest.types import Span

_DATED: Final = re.compile(
    r",[ \u00a0](?:(?:le|les|on|the)[ ]){0,2}(?:[^\W\d_]{3,9}[ ])?\d{1,2}(?:er)?\b"
)
_VENUE: Final = re.compile(
    rf"\b(?:at|au|aux|à)[ ](?:(?:the|la|le)[ ]|l['’])?[{UP}][\w’'-]{{1,20}}"
    rf"(?:[ ][{UP}][\w’'-]{{1,20}}){{0,3}},[ ]$"
)
_TOWN_OF: Final = re.compile(
    r"\b(?:centre de congr[èe]s|palais des congr[èe]s|parc des expositions|ville|mairie|CHU)"
    r"[ ](?:de[ ]|d['’])$"
)
_DATE: Final = 24  # characters of "octobre 2023"; alone on its line it is the day of a letter


def is_town(content: str, span: Span) -> bool:
    """Whether a name that is a word as well heads a dateline, or stands behind a venue."""
    before = content[max(0, span.start - 90) : span.start].rpartition("\n")[2]
    if not before.strip() and (dated := _DATED.match(content, span.end)):
        end = content.find("\n", dated.end())
        return (len(content) if end < 0 else end) - dated.end() > _DATE
    return bool(_VENUE.search(before) or _TOWN_OF.search(before))
