"""Words without which what stands beside them would say something else."""

from __future__ import annotations

import re
from typing import Final

from encoder.lexicon import fold
from ingest.types import Span, Text
from pipelines.answer.evidence.blocks import heading_over, list_lead
from pipelines.verify.negation import denied

_CONDITION: Final = re.compile(
    r"\b(?:only|solely|unless|except\w*|excluding|provided|subject to|as long as|on condition"
    r"|reserved (?:for|to)|forbidden|prohibited|ineligible|excluded|instead of|rather than"
    r"|sauf|excepte\w*|hormis|seulement|uniquement|exclusivement|a condition|sous reserve"
    r"|reserve\w* (?:a|aux)|interdit\w*|ineligible\w*|exclu\w*|au lieu d|plutot qu)\b"
)
# A heading that says of which things all that stands under it is denied or a condition: "Costs that
# are not covered", "Not eligible", "Sauf pour les membres".
_PAID: Final = (
    r"\w*eligib\w*|admis\w*|admissible\w*|accept\w*|autoris\w*|allowed|permitted|covered|couvert\w*"
    r"|reimburs\w*|rembours\w*|funded?|financ\w*|paid|pay|pris\w* en (?:charge|compte)|concern\w*"
)
_OPENS: Final = re.compile(
    rf"^\W*(?:\d[\d.]*\W*)?(?:not?|non(?!-)|pas|sans|without|hors|{_CONDITION.pattern[2:-2]})\b"
    rf"|\b(?:{_PAID}|exclu\w*|interdit\w*|forbidden|prohibited)\b"
    r"|\b(?:only|uniquement|seulement|exclusivement)\W*$"
    # "What we do not advise", but not "what did not work".
    r"|^\W*(?:\d[\d.]*\W*)?(?:what|ce qu\w*)\b"
    r"(?!.*\b(?:did|was|were|n'(?:a|ont|avai\w*|etai\w*))\b)"
)
_ASKS: Final = re.compile(r"^\W*(?:\d[\d.]*\W*)?(?:why|pourquoi|how|comment)\b|\?\W*$")
_BRACKETS: Final = re.compile(r"\([^()]*\)")


def bound_by(text: Text, span: Span) -> Span | None:
    """The words that a sentence hangs on, where they deny it or make a condition of it: the lead of
    its list, or the heading over it ("Not eligible", "Only for members"). None where they do not:
    "Why the old rule is not enough", "Minutes (not yet approved)" say nothing of a sentence."""
    lead = list_lead(text, span)
    over = lead or heading_over(text, span)
    if over is None:
        return None
    words = _BRACKETS.sub("", over.of(text.content)).strip()
    told = fold(words)
    if _ASKS.search(told) or not binds(words):
        return None
    return over if lead or words.endswith(":") or _OPENS.search(told) else None


def binds(text: str) -> bool:
    """Whether a text denies what goes with it or makes a condition of it: "are not paid:",
    "only for members"."""
    return bool(denied(text)) or _CONDITION.search(fold(text)) is not None
