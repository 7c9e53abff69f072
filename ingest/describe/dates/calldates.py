"""The day that a call says it opens on: by its label, or by the words beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.describe.dates.calendar import WEEKDAY
from ingest.describe.dates.dates import FoundDate
from ingest.describe.layout import Label
from ingest.types import DateRange

_OPENING_LABEL: Final = re.compile(
    "(?:call |l'appel |appel )?(?:opening|opens|open|ouverture|launch|lancement|starts?)"
    "(?: date| of (?:the )?(?:call|submission|applications?)| d[eu]s? .{2,40}| on| le)?"
    "|date (?:d'ouverture|de lancement|of opening)(?: .{2,40})?|start of (?:submission"
    "|applications)"
    "|open (?:from|since)|ouverte? (?:du|depuis)|debut (?:des|du) (?:candidatures|depot|appel)"
)
# "ouvert du 3 juillet", "a été lancé le 17 juin", "opens on 1 March"
_OPENING: Final = re.compile(
    r"\b(?:opens?|opened|open|ouvre(?:nt)?|ouverte?s?|ouvrir(?:a|ont))(?: \w{1,12}){0,4}"
    r" (?:on|from|le|du|depuis(?: le)?|since)[ ]$"
    r"|\bouverture(?: (?:de l['’]appel|des (?:candidatures|dépôts)|du (?:dépôt|guichet)))?"
    r" (?:le|du)[ ]$|\bopening (?:on|from)[ ]$"
    # "Second call. Opening: 5 February 2024. Closing: …"
    rf"|\b(?:opening|(?:call )?opens|ouverture|lancement)[ ]?:[ ](?:{WEEKDAY},?[ ])?$",
    re.IGNORECASE,
)
_LAUNCHED: Final = re.compile(
    r"\b(?:launched|lancée?)(?: \w{1,12}){0,4} (?:on|from|le|du|depuis(?: le)?|since)[ ]$",
    re.IGNORECASE,
)
# "4 mars 2024 : ouverture des candidatures"
_OPENS_THEN: Final = re.compile(
    r"[ ]?(?:\([^()\n]{1,12}\)|,[^:\n]{1,10})?[ ]?(?:[:–—|-]|:[*_]{1,3})[ ](?:ouverture"
    r"|lancement|opening|launch|(?:the )?call opens)"
    r"(?= (?:of|d[eu]s?) (?:the |la |l['’])?(?:calls?|appels?|candidatures?|dépôts?|applications?"
    r"|submissions?|portal|plateforme|guichet)|[ ]?(?:\n|$|[.;,]))",
    re.IGNORECASE,
)


def call_date(
    content: str,
    found: Sequence[FoundDate],
    labels: tuple[Label, ...],
    deadlines: Sequence[DateRange] = (),
) -> DateRange | None:
    """The day a call says that it opens; None when it doesn't.

    The call whose last day is the last of ``deadlines`` doesn't open after it: a next one does.
    """
    if deadlines:
        found = [d for d in found if d.range.start <= deadlines[-1].end]
    opens = [x.span for x in labels if _OPENING_LABEL.fullmatch(x.key)]
    for item in found:
        if any(s.start <= item.span.start < s.end for s in opens):
            return _first_day(item.range)
    for item in found:
        if item.kind != "deadline" and _OPENS_THEN.match(content, item.span.end):
            return _first_day(item.range)
    for told in (_OPENING, _LAUNCHED):
        for item in found:
            before = content[max(0, item.span.start - 70) : item.span.start].rpartition("\n")[2]
            if item.kind != "deadline" and told.search(before):
                return _first_day(item.range)
    return None


def _first_day(value: DateRange) -> DateRange:
    """Of "open from … to …", the day it opens."""
    if value.precision != "day" or value.start == value.end:
        return value
    return replace(value, end=value.start)
