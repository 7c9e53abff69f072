"""Which labels tell a place, whose it is, a region or a country."""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.layout import Label

# "Where next?" is asked of another event
_ONWARD: Final = r"(?:do we go |are we going )?(?:next|now|to now|from here|else)\b"
_PLACE_LABELS: Final = re.compile(
    "^(?:(?:main |meeting |event |exact )?(?:lieux?|venue|where|location|place)(?: (?!et dates?"
    f"|and dates?|{_ONWARD}).*)?"
    "|ou|adresse|address|city|ville|endroit|salle|rendez vous|acces|localisation"
    "|accueil sur place|host city|meeting place|lieu et dates?|place and dates?|ou \\?)$"
)
OWNER: Final = re.compile(
    "^(?:(?:local )?host(?:ed by| organi[sz]ation| cluster)?.*|hotes?|accueil"
    "|structures?|organi[sz](?:ation|er|ed by)(?: in charge)?"
    "|organisme|organisateurs?|porteur|managed by|gestionnaires?|clusters?|portee? par"
    "|geree? par|lead partner|chef de file)$"
)
COUNTRY_LABELS: Final = re.compile(r"^(?:country|pays|host country|pays d'accueil)$")
REGION_LABELS: Final = re.compile(r"^(?:region|regions|territoire|territory|departement|province)$")
_ASKED: Final = re.compile(r"\?[ \t:*_#\n]{0,11}$")
_STOP: Final = re.compile(r"[.!?…][ ]")
_LONGEST, _WORDS = 120, 6  # characters of what answers "Where?", words that a full stop may end


def is_place_label(content: str, label: Label) -> bool:
    """Whether a label tells the place; what heads a paragraph ("Where do we meet?") does not."""
    if not _PLACE_LABELS.match(label.key):
        return False
    if not _ASKED.search(content, max(0, label.span.start - 12), label.span.start):
        return True
    value = label.span.of(content)
    told = value.endswith((".", "!", "…")) and len(value.split()) > _WORDS
    return len(value) <= _LONGEST and not told and not _STOP.search(value)
