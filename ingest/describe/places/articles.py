"""Towns whose article a small word before them holds: "au Havre", "des Andelys"."""

from __future__ import annotations

import re
from typing import Final

from ingest.gazetteer import cities, fold

_ARTICLE: Final = re.compile(r"\b(?:au|aux|du|des|Au|Aux|Du|Des)[ \u00a0]$")
# Towns behind an article that anything else may be called as well
_NO_TOWN: Final = frozenset(
    fold(w)
    for w in "Angles Arcs Blanc Bardo Cabot Camas Cendre Chapitre Chartreux Coteau Kram Lilas Luc"
    " Merlan Moulins Olives Passage Plateau Rivières Soler Sud-Ouest Thor Trait".split()
)


def with_article(content: str, start: int, text: str) -> str:
    """The name of a town with the article that "au Havre" and "des Andelys" hold; else ``text``."""
    article = _ARTICLE.search(content, max(0, start - 5), start)
    if article is None or fold(text) in _NO_TOWN:
        return text
    name = f"{'Les' if article[0].strip()[-1] in 'xs' else 'Le'} {text}"
    return name if fold(name) in cities() else text
