"""Whether "Réunion" is the island: in French minutes the word is nearly always a meeting."""

from __future__ import annotations

import re
from typing import Final

from ingest.gazetteer import fold
from ingest.types import Span

_NAMES: Final = frozenset({"reunion", "la reunion"})
# "à la Réunion", "l'île de la Réunion", "based in Réunion"; in capitals anything may be a heading.
_REACHED: Final = re.compile(
    r"(?:\b(?:[àÀ]|[Dd]e|[Vv]ers|[Pp]our|[Dd]epuis)[ \u00a0][lL]a[ \u00a0]"
    r"|\b(?:[Ii]n|[Ff]rom|[Tt]o|[Oo]f|[Oo]n|[Nn]ear)[ \u00a0](?:[Ll]a[ \u00a0])?"
    r"|\b(?:[ÎIîi]les?|[Ii]sland|[Ii]sle)[ \u00a0](?:de|of)[ \u00a0](?:[lL]a[ \u00a0])?"
    r"|[,(][ \u00a0]?[Ll]a[ \u00a0]|(?:Guadeloupe|Martinique|Guyane|Mayotte),?[ ](?:et[ ])?)$"
)
_ISLAND: Final = re.compile(r"[ \u00a0][Ii]sland\b")
# Before "de la Réunion": what one says of a meeting.
_OF_MEETING: Final = re.compile(
    r"\b(?:(?:rendu|jour|lors|cours|issue|début|fin|suite|objet|objectifs?|dates?|lieu|conclusions?"
    r"|programme|animation|tenue|relevé|déroulement|préparation)[ \u00a0]de"
    r"|(?:convocation|invitation|invité\w{0,2}|présente?s?|participants?|participer|participation)"
    r"[ \u00a0]à)[ \u00a0]la[ \u00a0]$",
    re.IGNORECASE,
)
# After it: "du 4 mai", "de lancement", "annuelle"; "du 3 au 5 mai" may be a stay on the island.
_A_MEETING: Final = re.compile(
    r"[ \u00a0](?:d['’]|des?\b|n°|\d|du\b(?![ \u00a0]\d{1,2}(?:er)?(?:[ \u00a0][^\W\d]+)?"
    r"(?:[ \u00a0]\d{4})?[ \u00a0]au\b)|[^\W\d_]+(?:elle|ière|ale|ique|ive|aire)\b)"
)
_BEFORE: Final = 40


def is_meeting(content: str, span: Span) -> bool:
    """Whether the name at ``span`` is the word for a meeting, and not the island."""
    text = span.of(content)
    if fold(text) not in _NAMES or _ISLAND.match(content, span.end):
        return False
    before = content[max(0, span.start - _BEFORE) : span.start].rpartition("\n")[2]
    if text[:2] == "La" and text[-1].islower():
        bare = not re.search(r"[^\W\d_][ \u00a0]$|[,(][ \u00a0]?$", before)
        return bare and _A_MEETING.match(content, span.end) is not None
    if not text[-1].islower():
        return not before.endswith(("(", ", "))
    return (
        not _REACHED.search(before)
        or _OF_MEETING.search(before) is not None
        or _A_MEETING.match(content, span.end) is not None
    )
