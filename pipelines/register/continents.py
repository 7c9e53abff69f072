"""Continents that a question names, as the countries that lie in them.

Matched on text in lower case without accents.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from babel.core import get_global

from ingest.types import Span

# Continents by the first part of the names of their time zones.
_AREAS: Final = {
    "asia": "Asia", "asie": "Asia", "africa": "Africa", "afrique": "Africa", "europe": "Europe",
    "america": "America", "americas": "America", "amerique": "America", "ameriques": "America",
    "oceania": "Pacific", "oceanie": "Pacific",
}  # fmt: skip
# Islands that go by an ocean's zones, and countries that have an island or a town elsewhere.
_ALSO: Final = {
    "Europe": frozenset(("CY", "IS")),
    "Africa": frozenset(("CV", "KM", "MG", "MU", "SC")),
    "Asia": frozenset(("MV",)),
    "Pacific": frozenset(("AU",)),
}
_NOT: Final = {
    "Asia": frozenset(("CY",)),
    "Africa": frozenset(("ES",)),
    "Pacific": frozenset(("CL", "EC", "UM", "US")),
}
_NORTH: Final = frozenset(("CA", "MX", "US"))
_SOUTH: Final = frozenset("AR BO BR CL CO EC FK GF GY PE PY SR UY VE".split())
_CONTINENT: Final = re.compile(
    r"\b(?:in|to|across|en|vers|d['’]) ?(?P<whole>(?:the |l['’])?(?P<part>north |"
    rf"(?:south|latin) )?(?P<name>{'|'.join(_AREAS)})(?P<of> (?:du nord|du sud|latine))?)"
    r"(?![\w'’-])"
)


def continent_in(text: str) -> tuple[frozenset[str], Span] | None:
    """The countries of a continent that a question says the events are in, and where it does."""
    match = _CONTINENT.search(text)
    if match is None:
        return None
    codes = _countries()[_AREAS[match["name"]]]
    part = f"{match['part'] or ''}{match['of'] or ''}"
    if "nor" in part:
        codes &= _NORTH
    elif "sud" in part or "south" in part:
        codes &= _SOUTH
    elif part:  # of Romance languages
        codes -= {"CA", "US"}
    return codes, Span(match.start("whole"), match.end())


@cache
def _countries() -> Mapping[str, frozenset[str]]:
    """By the name of a continent's zones, the codes of its countries (after CLDR's zones)."""
    found: dict[str, frozenset[str]] = {}
    for area in set(_AREAS.values()):
        codes = {
            code
            for code, zones in get_global("territory_zones").items()
            if any(zone.split("/")[0] == area for zone in zones)
        }
        found[area] = frozenset(codes | _ALSO.get(area, frozenset())) - _NOT.get(area, frozenset())
    return found
