"""What stands at the head of a newsletter: its masthead, why it comes, the names of its parts."""

from __future__ import annotations

import re
from typing import Final

# The head of a newsletter: the headline comes after it.
_MASTHEAD: Final = re.compile(
    r"^(?:(?:la|le|notre|the|our) )?(?:lettre|newsletter|bulletin|gazette|e-?news|magazine|journal"
    r"|infolettre|flash[ -](?:infos?|news|actus?)|flash(?= ?[,–—-]? ?(?:n°|no\.?|#)))\b"
    r".{0,60}(?:n°|no\.?|#|issue|numéro)[ ]?\d{1,4}",
    re.I,
)
# Why a letter comes, and how it stops coming
_MAILING: Final = re.compile(
    r"(?:vous recevez (?:cette?|ce)|you (?:are receiving|receive|got) this|se désabonner"
    r"|(?:pour )?vous désinscrire|désinscription(?=\W*$)|(?:to )?unsubscribe"
    r"|view (?:this (?:e-?mail|newsletter|message|page)|(?:it )?(?:online|in your browser))"
    r"|voir (?:la version )?en ligne)\b",
    re.I,
)
# "The mill's letter, May 2022 (You receive this because … Unsubscribe)"
_NOTE: Final = re.compile(
    r"[ ]?[(\[](?=[^()\[\]]{0,300}?\b(?:vous recevez|you (?:are receiving|receive|got) this"
    r"|désabonner|désinscri\w{1,5}|unsubscribe)\b)[^()\[\]]{0,300}[)\]]?\s*$",
    re.I,
)
# Under a masthead, a part of the letter and no headline
_RUBRIC: Final = re.compile(
    r"(?:l['’])?(?:édito(?:rial)?|sommaire|en bref|à la une|agenda|actualités)|editorial|contents"
    r"|in (?:this issue|brief)|foreword|the word of .{2,40}|le mot (?:du|de la) .{2,40}",
    re.I,
)


def is_masthead(line: str) -> bool:
    """Whether a line is the name and number of a letter: "La lettre de l'eau, n° 4, mai 2022"."""
    return len(line) <= 90 and bool(_MASTHEAD.match(line.strip()))


def is_mailing(line: str) -> bool:
    """Whether a line says why a letter comes, or how to have no more of them."""
    return bool(_MAILING.match(line.strip(" *_(")))


def mailing_note(line: str) -> int | None:
    """Where brackets at the end of a line begin that say why a letter comes; None without."""
    note = _NOTE.search(line)
    return note.start() if note and note.start() else None


def is_rubric(line: str) -> bool:
    """Whether a line heads a part of a letter and is no headline: "Édito"."""
    return bool(_RUBRIC.fullmatch(line))
