"""Topics that are typed without a question: "recycling of fishing nets", "pénurie de soudeurs"."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

# How questions and requests begin, or end where they are typed in haste.
_ASKS: Final = re.compile(
    r"^(?:(?:(?:in|at|on|by|for|from|to|with|of|since|until|a|en|de|par|pour|avec|chez|depuis|dans"
    r"|sur|jusqu'a) )?(?:who|whom|whose|what|which|when|where|why|how|qui|quoi|quels?|quelles?"
    r"|quand|comment|pourquoi|combien|ou|lesquels|lesquelles|lequel|laquelle)\b|qu['’]|que |est-ce"
    r"|y a|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must|may|tell|give"
    r"|show|find|list|name|explain|describe|compare|summari[sz]e|dis|dites|donne|donnez|montre"
    r"|montrez|trouve|trouvez|cite|citez|liste|lister|explique|expliquez|indique|indiquez|resume"
    r"|resumez|decris|decrivez|peut|peux|pouvez|faut|existe)\b"
    r"|\b(?:who|when|where|why|how|qui|quand|comment|pourquoi|combien|ou)$"
    r"|\w-(?:t-)?(?:il|elle|ils|elles|on|vous|nous|tu|je|ce)\b"
)
# Asks for one thing about what follows, which a document that speaks of it need not tell.
_ATTRIBUTE: Final = re.compile(
    r"^(?:the |le |la |les |l['’])?(?:\w+ )?(?:names?|noms?|prenoms?|titles?|titres?|phone"
    r"|telephone|numbers?|numeros?|address(?:es)?|adresses?|size|taille|age|height|hauteur|weight|poids"
    r"|capacity|capacite|meaning|sens|author|auteure?|chair|president|presidente|directrice"
    r"|directeur|director|head|winners?|laureats?|status|statut|length|longueur|surface"
    r"|opening hours|horaires)\b"
)


def is_bare(typed: str, folded: str, kinds: Collection[tuple[int, int]]) -> bool:
    """Whether a query is a topic and asks nothing of it: neither in a question or request, nor by
    the noun that it begins or ends with ("budget of …", "… : date limite").

    ``kinds`` are the places in the ``folded`` text where something of a kind is asked for.
    """
    if "?" in typed or _ASKS.search(folded) or _ATTRIBUTE.match(folded):
        return False
    return all(
        len(folded[:start].split()) >= 2 and len(folded[end:].split()) >= 2 for start, end in kinds
    )
