"""Last days of a call beside its own: of rounds that are over, of steps before one applies.

And whether a call is open on the days that are told.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.dates.calendar import WEEKDAY
from ingest.describe.dates.dates import FoundDate
from ingest.describe.layout import sentence_at

# "Lettre d'intention (facultatif)", "pour la labellisation, au plus tard le 12 avril", beside a day
# for the whole applications
_OPTIONAL: Final = re.compile(
    r"\b(?:optional|facultati(?:fs?|ves?)|non[ -]obligatoires?|not (?:mandatory|compulsory)"
    r"|(?:pour|demandes? de|for|requests? for)[ ](?:(?:la|the|a)[ ])?label(?:lisation|l?ing))\b",
    re.IGNORECASE,
)
# "Prendre contact avec le pôle avant le 3 mai", "contact us before": a step before applying
_CONTACT: Final = re.compile(
    r"\b(?:(?:prendre|prenez|pris) contact|contact(?:er|ez)?\b(?! (?:point|form|details))"
    r"|get(?:ting)? in touch|(?:se rapprocher|rapprochez-vous|s['’]adresser) )[^.;\n]{0,80}"
    r"(?:avant|before|by|jusqu['’]au|until|au plus tard|no later than)[ ](?:the |le )?"
    rf"(?:{WEEKDAY},?[ ])?$",
    re.IGNORECASE,
)
# "Open from 4 March to 31 May", in a call: what is open is the call, unless it is another thing.
_NOT_OPEN: Final = re.compile(
    r"\b(?:salons?|fairs?|expositions?|exhibitions?|offices?|bureaux?|museums?|musées?|stands?"
    r"|shops?|centres?|inscriptions?|registrations?|desks?|showrooms?)\b",
    re.IGNORECASE,
)
# Behind a day: "(closed)", "| Status: closed"
_CLOSED_AFTER: Final = re.compile(
    r"[ ]?(?:\(|[–—-][ ]|\|[ ](?:status|statut|[ée]tat)[ ]?:[ ])"
    r"(?:now |already |désormais |déjà )?(?:closed|past|passed|clos(?:es?)?|clôturée?|fermée?"
    r"|passée?|terminée?)\b",
    re.IGNORECASE,
)
# "ouvert du 3 juillet au 15 septembre", "open until 31 May"
OPEN: Final = re.compile(
    r"\b(?:open(?:s|ed)?|ouvert(?:e|s|es)?|ouverture|available|accept(?:s|ed))\b[^.\n]{0,60}$",
    re.IGNORECASE,
)
# "La première relève, close le 16 mai, …", "the first round has closed": told of what is over
_CLOSED: Final = re.compile(
    r"(?:,[ ]|\((?:now[ ])?|\b(?:a été|ont été|s['’]est|se sont|was|were|already|déjà)[ ])"
    r"(?:(?:clos(?:es?)?|clôturée?s?|fermée?s?)[ ]le[ ]|closed[ ](?:on[ ])?(?:the[ ])?)"
    rf"(?:{WEEKDAY},?[ ])?$",
    re.IGNORECASE,
)
# "9 September 2024 – Second cut-off: 64 applications received": news of that day
_NEWS: Final = re.compile(
    r"[*_]{0,3}[ ]?[:–—-][ ][^\n]{0,120}?(?:\b\d[\d ]*(?:applications?|proposals?|bids?|projects?"
    r"|vouchers?|dossiers?|candidatures?|projets?|propositions?|chèques?)\b"
    r"(?:(?!\b(?:will|to be|ser(?:a|ont)|can|may|must)\b)[^.;\n]){0,24}?"
    r"\b(?:received|submitted|funded|selected|granted|reçue?s?|déposée?s?|retenue?s?|financée?s?)\b"
    r"|\b(?:a|ont) reçu \d|\breceived \d|\b(?:closed|clôturée?s?|close|s['’]est close?)[ ]"
    r"(?:yesterday|hier|last night|this morning|ce matin)\b)",
    re.IGNORECASE,
)


def is_open(content: str, item: FoundDate) -> bool:
    """Whether days are said to be those from which and until which a call is open."""
    if item.range.precision != "day" or item.range.start == item.range.end:
        return False
    before = content[sentence_at(content, item.span.start).start : item.span.start]
    return bool(OPEN.search(before)) and not _NOT_OPEN.search(before)


def is_to_ask(content: str, item: FoundDate) -> bool:
    """Whether a day is one to get in touch by."""
    before = content[sentence_at(content, item.span.start).start : item.span.start]
    return bool(_CONTACT.search(before[-160:]))


def is_said_closed(content: str, item: FoundDate) -> bool:
    """Whether what stands behind a last day says that the round is closed."""
    return bool(_CLOSED_AFTER.match(content, item.span.end))


def is_over(content: str, item: FoundDate) -> bool:
    """Whether a day is told of a round that is over, or heads the news of one."""
    line = content.rfind("\n", 0, item.span.start) + 1
    before = content[line : item.span.start]
    if not before.strip(" \t#*•·–—-"):
        return bool(_NEWS.match(content, item.span.end))
    return bool(_CLOSED.search(before[-60:]))


def is_optional(content: str, item: FoundDate) -> bool:
    """Whether a sentence says of a last day that it is for a step beside the application."""
    before = content[sentence_at(content, item.span.start).start : item.span.start]
    return bool(_OPTIONAL.search(before[-80:]))
