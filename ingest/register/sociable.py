"""The nouns of what members come together for before work, at table or in the evening.

They are meetings. In a text they need what makes them an event, "soirée de réseautage", since
"dans la soirée" and "petit-déjeuner compris" are none; a title, a cell or an item that begins so
says enough alone.
"""

from __future__ import annotations

from typing import Final

_FOR_FR: Final = (
    r"(?:d['’](?:affaires|information|échanges?|actualités?|accueil|intégration)"
    r"|de (?:réseautage|networking|gala|rentrée|clôture|fin d['’]année|remise|lancement)"
    r"|(?:des|de nos) (?:adhérents|membres|partenaires|dirigeants|président\w{0,3}|entreprises"
    r"|industriels|exposants|trophées|start-?ups?|clubs?|pros?|professionnels)"
    r"|du (?:pôle|cluster|club|réseau)|entre (?:adhérents|membres|dirigeants)"
    r"|débats?|conférences?|thématiques?|techniques?|annuel(?:le)?s?|networking|réseau"
    r"|partenaires?|adhérents)(?!\w)"
)
# Anywhere in a text in lower case.
SOCIABLE: Final = (
    r"(?<!heure )(?<!heures )(?<!pause )(?<!tranche )matinales?|after-?works?"
    rf"|(?:petits?[- ]déjeuners?|soirées?|dîners?|matinées?)[ -]{_FOR_FR}"
    r"|breakfast (?:briefings?|meetings?|events?|seminars?|talks?|debates?|sessions?)"
    r"|(?:business|networking|gala|annual|members['’]?|partners['’]?|ceos?['’]?|industry) "
    r"(?:breakfasts?|dinners?|evenings?|nights?)"
    r"|evening (?:events?|talks?)|networking events?"
)
# As all that a title tells, or at the head of an item or a cell.
SOCIABLE_ALONE: Final = (
    r"soirées?|dîners?|petits?[- ]déjeuners?"
    r"|(?<!bed and )(?:breakfasts?|dinners?)(?=[ ](?:in|at|on|with|for)\b|,|[ ]?[:(–—-]|$)"
)
# Where a line begins that no other goes on in, and where an item does.
LINE: Final = r"(?:(?<=\n\n)|(?<=[.:;!?]\n)|(?<=\n[-*•] ))"
ITEM: Final = rf"(?:{LINE}|(?<=[•–:|] ))"
