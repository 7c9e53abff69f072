"""Topics that are typed without a question: "recycling of fishing nets", "pénurie de soudeurs"."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

# How questions and requests begin, or end where they are typed in haste.
_ASKS: Final = re.compile(
    r"^(?:(?:(?:in|at|on|by|for|from|to|with|of|since|until|a|en|de|par|pour|avec|chez|depuis|dans|sur"
    r"|jusqu'a) )?(?:who|whom|whose|what|which|when|where|why|how|qui|quoi|quels?|quelles?|quand|comment"
    r"|pourquoi|combien|ou|lesquels|lesquelles|lequel|laquelle)\b|qu['’]|que |est-ce|y a|is|are|was"
    r"|were|do|does|did|has|have|had|can|could|will|would|should|must|may|tell|give|show|find|list|name"
    r"|explain|describe|compare|summari[sz]e|dis|dites|donne|donnez|montre|montrez|trouve|trouvez|cite"
    r"|citez|liste|lister|explique|expliquez|indique|indiquez|resume|resumez|decris|decrivez|peut|peux"
    r"|pouvez|faut|existe|qui)\b|\b(?:who|when|where|why|how|qui|quand|comment|pourquoi|combien|ou)$"
    r"|\w-(?:t-)?(?:il|elle|ils|elles|on|vous|nous|tu|je|ce)\b"
)
# Asks for one thing about what follows, which a document that speaks of it need not tell.
_ATTRIBUTE: Final = re.compile(
    r"^(?:the |le |la |les |l['’])?(?:\w+ )?(?:names?|noms?|prenoms?|titles?|titres?|phone|telephone"
    r"|numbers?|numeros?|address(?:es)?|adresses?|size|taille|age|height|hauteur|weight|poids|capacity"
    r"|capacite|meaning|sens|author|auteure?|chair|president|presidente|directrice|directeur|director"
    r"|head|winners?|laureats?|status|statut|length|longueur|surface|opening hours|horaires)\b"
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
