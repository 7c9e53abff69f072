"""Whether the line that heads a list says that its days are to come, or were."""

from __future__ import annotations

import re
from typing import Final

from ingest.types import Span

_OUR: Final = r"(?:(?:nos|les|vos|our|the|your) )?"
_AHEAD: Final = re.compile(
    rf"\W{{0,6}}{_OUR}(?:à venir|(?:événements|rendez-vous|dates|manifestations) à venir|agenda"
    r"|calendrier|calendar|diary|prochain(?:e?s) (?:rendez-vous|événements|évènements|dates"
    r"|manifestations|réunions|formations|ateliers)|(?:dates )?à (?:retenir|noter)"
    r"|(?:à|dans) vos agendas?|agenda du (?:mois|trimestre|pôle)|et ensuite"
    r"|upcoming(?: (?:events|meetings|dates|training))?|coming (?:up|events|soon)|next(?: events"
    r"| meetings| dates)?|save the dates?|dates? for your diary|what['’]s (?:on|next))\W{0,6}"
)
_BEHIND: Final = re.compile(
    rf"\W{{0,6}}{_OUR}(?:retour (?:sur|en images)\b.{{0,40}}|ça s['’]est passé"
    r"|c['’]était\b.{0,40}"
    r"|(?:événements|rendez-vous) passés|past events|looking back|recent events"
    r"|what happened|since (?:our )?last (?:issue|letter))\W{0,6}"
)
_ITEM: Final = re.compile(r"[ \t]{0,8}[-*•·▪–—|]")
_MOST: Final = 1_500  # characters of a list above one of its items


def headed(low: str, span: Span) -> int:
    """1 where the list around ``span``, in a text in lower case, is headed as one of what is to
    come; -1 where of what was; 0 where no such line stands above its items."""
    above = low[max(0, span.start - _MOST) : span.start].split("\n")[:-1]
    for line in reversed(above):
        if not line.strip():
            continue
        if _AHEAD.fullmatch(line):
            return 1
        if _BEHIND.fullmatch(line):
            return -1
        if not _ITEM.match(line) and not any(c.isdigit() for c in line):
            return 0
    return 0
