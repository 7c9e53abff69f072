"""What "celui de" and "celle de" point at: the last noun asked for that has their gender."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pipelines.conversation.parts import Parts

_THAT: Final = re.compile(r"^(?P<that>celui|celle|ceux|celles)[ ](?=(?:de|du|des|pour)\b|d['’])")
# "Quelle est la durée", "la durée de": the noun that is asked for, by what agrees with it.
_ASKED: Final = re.compile(
    r"^(?:(?P<quel>quel(?:le)?s?)[ ]"
    r"(?:(?:est|sont|etai(?:t|ent)|sera|seront|fut|(?:a|ont) ete)[ ])?)?"
    r"(?P<the>l[ea]s?[ ]|l['’])?"
)


def pointed_at(earlier: Sequence[Parts], new: Parts) -> tuple[int, int] | None:
    """Which of the earlier questions, the last one first, asks for what "celui" or "celle" points
    at, and where the new question goes on; None where it begins with neither.

    It is the last question where none asks for a noun of that gender and number.
    """
    match = _THAT.match(new.low)
    if match is None or new.language != "fr":
        return None
    agree = [i for i, one in enumerate(earlier) if _form(one) == match["that"]]
    return (agree[0] if agree else 0), match.end()


def _form(parts: Parts) -> str | None:
    """The demonstrative that agrees with the noun a question asks for; None where nothing tells."""
    match = _ASKED.match(parts.low)
    quel, the = (match["quel"], (match["the"] or "").strip()) if match else (None, "")
    if parts.language != "fr" or not (quel or the):
        return None
    many = (quel or "").endswith("s") or the == "les"
    if not quel and the not in ("le", "la"):
        return None
    feminine = "quelle" in quel if quel else the == "la"
    return ("celles" if many else "celle") if feminine else ("ceux" if many else "celui")
