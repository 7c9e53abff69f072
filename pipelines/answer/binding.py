"""Words without which what stands beside them would say something else."""

from __future__ import annotations

import re
from typing import Final

from encoder.lexicon import fold
from pipelines.verify.negation import denied

_CONDITION: Final = re.compile(
    r"\b(?:only|solely|unless|except\w*|excluding|provided|subject to|as long as|on condition"
    r"|reserved (?:for|to)|forbidden|prohibited|ineligible|excluded|instead of|rather than"
    r"|sauf|excepte\w*|hormis|seulement|uniquement|exclusivement|a condition|sous reserve"
    r"|reserve\w* (?:a|aux)|interdit\w*|ineligible\w*|exclu\w*|au lieu d|plutot qu)\b"
)


def binds(text: str) -> bool:
    """Whether a text denies what goes with it or makes a condition of it: "are not paid:",
    "only for members"."""
    return bool(denied(text)) or _CONDITION.search(fold(text)) is not None
