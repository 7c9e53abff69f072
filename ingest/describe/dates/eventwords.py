"""Words that say how an event stands: held, to come, put off, called off, or another than the own.

Each is the inside of a group, for a text in lower case: ``rf"\\b(?:{WILL}|expected)\\b"``. What
only one reader takes for a sign stands with that reader. Questions are read without accents, where
"à l'avance" would be "avancé" and "diffère" "différé": they have words of their own.
"""

from __future__ import annotations

import re
from typing import Final

_ADVERB: Final = (
    r"(?:(?:finally|eventually|actually|ultimately|then|again|jointly|also|successfully|duly) )?"
)
_ADVERBE: Final = r"(?:(?:[a-zà-ÿ]{3,12}ment|bien|donc|enfin|ensuite|aussi) )?"
# What took place; not only what was done at it.
HELD: Final = (
    rf"(?<!\bbe )(?:{_ADVERB}took place|(?:was|were) {_ADVERB}(?:held|hosted|organi[sz]ed|signed"
    rf"|attended by)"
    r"|brought together|ended(?= (?:on|in|yesterday)\b)|signed(?= (?:an?|the|its|their)\b)"
    r"|visited(?! by\b)|came to(?! (?:an?|the|its|be)\b))"
    rf"|(?:a|ont) {_ADVERBE}(?:eu lieu|réuni|rassemblé|signé)"
    r"|nous (?:a|ont) conduite?s"
    rf"|(?:a|ont) {_ADVERBE}été {_ADVERBE}(?:organisée?s?|signée?s?)"
    rf"|(?:s['’]est|se sont) {_ADVERBE}(?:tenue?s?|déroulée?s?|réunie?s?|achevée?s?|conclue?s?"
    r"|clôturée?s?|terminée?s?)"
)
WILL: Final = (
    r"will|shall|se (?:tiendra|tiendront|déroulera|dérouleront|réunira|réuniront)|aura lieu"
    r"|auront lieu|sera|seront|would (?:be held|take place)|aurai(?:t|ent) lieu"
    r"|se (?:tiendr|dérouler|réunir)ai(?:t|ent)"
)
HAPPENS: Final = r"takes? place|se tien(?:t|nent)"  # on a day that is told: one to come
WAS_TO_BE_HELD: Final = (  # and perhaps was not
    r"(?:was|were) (?:to|due to) (?:be held|take place)"
    r"|(?:devai(?:t|ent)|aurai(?:t|ent) dû) (?:avoir lieu|se (?:tenir|dérouler))"
)
PLANNED: Final = r"planned|scheduled|prévue?s?|programmée?s?"
INVITED: Final = r"join us|save the date|rejoignez|réservez|inscrivez|rendez-vous (?:à|aux?|le|en)"

# Put off, said alone: "Forum postponed".
POSTPONED: Final = (
    r"postponed|rescheduled|reportée?s?|repoussée?s?|décalée?s?|ajournée?s?|reprogrammée?s?"
)
# Put off, with a verb before it; "en différé" is no such thing.
PUT_OFF: Final = rf"{POSTPONED}|deferred|put (?:off|back)|pushed back|différée?s?"
# To other days, where such are told; else somewhere, ahead, or by an hour.
MOVED: Final = r"moved|shifted|brought forward|delayed|déplacée?s?|avancée?s?|retardée?s?"
CALLED_OFF: Final = r"cancell?ed|called off|annulée?s?|supprimée?s?"
GIVEN_UP: Final = r"dropped|abandoned|scrapped|shelved|abandonnée?s?"  # a plan as well
# Of one day; the event may still have another.
NOT_TO_BE_HELD: Final = (
    r"(?:will not|won['’]t) (?:take place|be held)|n['’]aur(?:a|ont) (?:pas|plus) lieu"
    r"|ne se (?:tiendr|dérouler)(?:a|ont) (?:pas|plus)"
)
# Not "in 2020", where it was in other years, and not "in Graz but in Linz".
WAS_NOT_HELD: Final = (
    r"(?:did not take place|(?:was|were) not held|n['’](?:a|ont) pas eu lieu"
    r"|ne (?:s['’]est|se sont) pas (?:tenue?s?|déroulée?s?))\b"
    r"(?! (?:since|depuis|(?:in|en) (?:19|20)\d\d)\b)(?![^.,;\n]{0,60} (?:but|mais)\b)"
)

LAST_YEAR: Final = r"last year|l['’]an(?:née)? (?:dernier|dernière|passée?|précédente?)"
# Before what is told of another event than a text's own.
ANOTHER: Final = (
    r"next(?! to\b)|prochaine?s?|upcoming|à venir|future|previous|précédente?s?|return visit"
    rf"|(?:mission|visite)s? (?:de |en )?retour|{LAST_YEAR}"
)
# Right behind a day that was: "le 3 décembre dernier", "du 3 au 5 mai derniers".
LAST: Final = re.compile(r"[ ](?:derniers?|passés?|last)\b")
