"""Question words that only join clauses: "les clusters qui …", "lessons when a mill closes"."""

from __future__ import annotations

import re
from typing import Final

_PAUSES: Final = ":;,?!(–-"
_BEFORE_WHO: Final = frozenset("a avec par de pour et and by with to for from c'est chez".split())
# What a "when" or "where" that asks may follow.
_BEFORE_WHEN: Final = frozenset(
    "and et or ou know knows say says tell me us see find since until from by savez savoir sait "
    "sais dire dites depuis jusqu'a a de pour c'est est sera etait is was exactly about on".split()
)
# After "when" a question turns its verb to the front; after "quand" a clause has its subject.
_TURNED: Final = re.compile(
    r"(?:is|are|was|were|will|would|did|does|do|has|have|had|can|could|should|must|may|and|or|to|in|"
    r"when|where|exactly)$"
)
_SUBJECT: Final = re.compile(
    r"(?:l['’]|d['’]|(?:le|la|les|un|une|des|on|il|elle|ils|elles|ce|cette|ces|son|sa|ses|leurs?|nos|"
    r"notre|votre|vos|tout|toute|chaque|plusieurs|personne|rien|deux)$)"
)
_PLACE: Final = re.compile(
    r"\b(?:cit(?:y|ies)|towns?|villages?|places?|countr(?:y|ies)|regions?|venues?|rooms?|"
    r"hotels?|sites?|ports?|harbours?)\b(?: \w+)? $"
)


def only_joins(match: re.Match[str], text: str) -> bool:
    """Whether a word that may ask joins two clauses of the folded ``text``."""
    before, after = text[: match.start()].split(), text[match.end() :].split()
    if not before or before[-1][-1] in _PAUSES:
        return False
    if match.group() in ("qui", "who", "whom", "whose"):
        return before[-1] not in _BEFORE_WHO
    if match.group() in ("when", "where"):
        if before[-1] in _BEFORE_WHEN or not after or _TURNED.match(after[0]):
            return False
        # "Cities where the partners met" are asked for, "a line where pupils work" is not.
        return match.group() == "when" or not _PLACE.search(text, 0, match.start())
    if match.group() == "quand":
        return before[-1] not in _BEFORE_WHEN and bool(after) and bool(_SUBJECT.match(after[0]))
    return False
