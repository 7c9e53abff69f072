"""Questions that lean on the one before by what they leave out: "and who was absent?"."""

from __future__ import annotations

import re
from typing import Final

from pipelines.conversation.neighbours import is_neighbour
from pipelines.conversation.parts import Parts
from pipelines.conversation.renumbered import is_number_only

# Who did one thing, told of as over or under way, and of nothing that could be a topic but what
# "the" points at.
_WHO: Final = re.compile(
    r"^who(?:m)?(?: else)?(?: (?:was|were|is|are|will be|has|had|have|has been|did|will))?(?: not)?"
    r" [\w-]+(?: the(?: [\w-]+){1,3})?$"
    r"|^qui(?: d['’]autre)?(?: n['’]?)? ?(?:(?:est|sont|etait|etaient|sera|seront|(?:a|ont) ete)"
    r"(?: pas)? [\w-]+|(?:a|ont|avait|avaient|aura|auront)(?: pas| \w+ment)? [\w-]+"
    r"(?: (?:l['’]|l[ea]s? )[\w-]+(?: [\w-]+)?)?|[\w-]+)$"
)
# A part of something, with no verb: "the agenda", "work package 5", "à l'édition précédente".
_PART: Final = re.compile(
    r"^(?:(?:at|for|during) )?the [\w-]+(?: [\w-]+){0,2}$"
    r"|^(?:(?:a|pour|lors de|pendant) )?(?:l['’]|l[ea]s? |aux? |du )"
    r"[\w-]+(?: [\w-]+){0,2}$"
    r"|^(?:[\w-]+ ){1,3}\d{1,2}$"
)
_PLURAL: Final = re.compile(
    r"^(?!(?:yes|thanks|others?|autres?|news|less|plus|moins|alors|apres|tous|toutes)$)[a-z-]{4,}s$"
)
# "in the 2010s", "l'année suivante": another time, which the topic is not of.
_TIME: Final = re.compile(
    r"\b(?:\d{4}s?|years?|months?|weeks?|days?|decades?|annees?|ans?|mois|semaines?"
    r"|(?<!du )jours?|decennies?)\b"
)
# "The cancelled ones", "the previous one": some of several, and no part.
_ONE: Final = re.compile(r"\bones?$")
# A noun asked for in a whole question: "what was the outcome", "quelle est l'enveloppe globale".
_WHAT: Final = re.compile(
    r"^(?:what|which)(?:['’]s| is| are| was| were| will be) the [\w-]+(?: [\w-]+)?$"
    r"|^quel(?:le)?s? (?:est|sont|etait|etaient|sera|seront|fut|(?:a|ont) ete) (?:l[ea]s? |l['’])"
    r"[\w-]+(?: [\w-]+)?$"
)
# "Can you tell me" asks for what comes after it.
_REQUEST: Final = re.compile(
    r"\b(?:can|could|would|will) you (?:please )?"
    r"(?:tell|show|give|say|remind|list|explain|name|find)(?: (?:me|us))?\b"
    r"|\b(?:peux-tu|pouvez-vous|pourrais-tu|pourriez-vous)(?: (?:me|nous))?"
    r" (?:dire|rappeler|indiquer|preciser|donner|citer|lister|expliquer|montrer)\b"
    r"|\bs['’]il (?:te|vous) plait\b|\b(?:do you know|savez-vous|sais-tu|tell me|remind me)\b"
)
_ADDRESSED: Final = re.compile(
    r"\b(?:you|your|yours|yourself|i|my|j(?=['’])|tu|toi|ton|vous|vos|votre|je|mon|mes|puis-je|dois-je)\b"
)


def to_itself(low: str) -> bool:
    """Whether a question is put to the one who answers, or of the one who asks: "who are you?"."""
    return bool(_ADDRESSED.search(_REQUEST.sub("", low)))


def lacks_topic(parts: Parts) -> bool:
    """Whether a question that goes on from another names nothing of its own.

    "And who was absent?" and "and work package 5?" do not; "And how do shipyards train welders?"
    and "Et qui aide les entreprises ?" have a topic, and so has any name.
    """
    if parts.stretches or parts.projects or parts.events or any(_is_a_name(parts)):
        return False
    low = parts.low.strip(" ?!.")
    if _TIME.search(low) or _ONE.search(low) or is_number_only(low) or is_neighbour(low):
        return False
    return bool(_WHO.match(low) or _PART.match(low) or _WHAT.match(low) or is_bare_plural(low))


def is_bare_plural(low: str) -> bool:
    """Whether words are a noun in the plural and nothing else: "exhibitors"."""
    return bool(_PLURAL.match(low))


def _is_a_name(parts: Parts) -> list[bool]:
    return [t.name and not re.search(r"\d", t.low) for t in parts.tokens]
