"""Lines that close a leaflet or a page and are part of none of its sections."""

from __future__ import annotations

import re
from typing import Final

from encoder.lexicon import fold

_IMPRINT: Final = re.compile(
    r"\W*(?:(?:fiche|note|document|article|etude|guide|brochure|page|leaflet|sheet|paper) "
    r"(?:redige|realise|produi|prepar|mise? a jour|written|produced|published|updated)\w*"
    r"|reproduction (?:autorise|interdit|authori[sz]ed|permitted|prohibited|is )\w*"
    r"|(?:all rights reserved|tous droits reserves|mentions legales|legal notice)\b"
    r"|(?:copyright|credits? photos?)\b|©|share:|partager ?:|share this\b|partager cet)"
)


def is_imprint(text: str) -> bool:
    """Whether a sentence says who made a text, or what may be done with it: "Fiche rédigée par …",
    "All rights reserved", "Share:"."""
    return _IMPRINT.match(fold(text)) is not None
