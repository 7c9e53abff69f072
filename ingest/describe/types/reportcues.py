"""What a cue for a document's type is, and those that speak for a report of an event."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from ingest.types import DocumentType


class Cue(NamedTuple):
    """A pattern that speaks for a type, and how much; it is matched on text in lower case."""

    type: DocumentType
    weight: float
    pattern: re.Pattern[str]


def cue(kind: DocumentType, weight: float, pattern: str) -> Cue:
    """A cue whose pattern begins at the edge of a word."""
    return Cue(kind, weight, re.compile(rf"\b(?:{pattern})"))


# "La visite s'est achevée": of a project that has ended there is nothing to report.
_ENDED: Final = (
    r"(?:visites?|missions?|voyages?|s[ée]minaires?|ateliers?|conf[eé]rences?|rencontres?|journées?"
    r"|réunions?|salons?|forums?|colloques?|congrès|formations?|échanges?|événements?|sommets?"
    r"|soirées?|matinées?|tournées?|assemblées?|sessions?|webinaires?|tout|elle|il)\b"
    r"(?:(?!\b(?:projets?|programmes?)\b)[^.;:!?\n]){0,90}?[ ]s['’]est (?:achevée?|conclue?)"
)
REPORTS: Final[tuple[Cue, ...]] = (
    # What happened, told in the past
    cue(
        "event_report",
        3,
        r"what we (?:heard|saw|learn(?:ed|t))|here is what|i spent|ce que (?:nous avons"
        r"|j['’]ai) (?:vu|entendu|retenu)"
        "|compte[ -]rendu|minutes of|meeting notes|notes de réunion|relevé de décisions"
        r"|(?<!approbation du )(?<!adoption du )procès-verbal(?=[ ]?(?:[–—:-]|\n|n°)"
        r"|[ ](?:d[eu]s?[ ]|d['’])(?!constat|contravention|huissier|infraction|installation))"
        "|report (?:on|of|from) the|notes from|event report"
        "|(?:mission|trip|visit|travel) report|rapport de (?:mission|visite|voyage)"
        "|retour sur|bilan de l|review of the|carnet de (?:route|voyage|bord)"
        r"|highlights (?:of|from)|wrap-?up|looking back|recap\b|proceedings of"
        "|actes (?:du|de la)|ce qu['’]il faut retenir|key take-?aways|en images",
    ),
    cue(
        "event_report",
        2,
        "took place|was held|were held|(?:organisait|accueillait|réunissait|recevait)|a eu lieu"
        "|ont eu lieu"
        rf"|s['’]est (?:tenue?|déroulée?)|{_ENDED}|se sont (?:retrouv|réuni|tenu)"
        "|a tenu|avait été organisé|came to (?:its|an) end|brought together|came together",
    ),
    cue(
        "event_report",
        2,
        "(?:was|were) (?:hosted|welcomed|launched|opened|organi[sz]ed)"
        "|(?:met|gathered) (?:on|in|for|at)"
        "|(?:a|ont) (?:accueilli|réuni|organisé|visité|rassemblé|reçu|participé|répondu présent"
        "|pris part)"
        "|(?:people|participants|delegates|firms|guests) (?:came|attended|took part|gathered)"
        "|attended by|yesterday|last (?:mon|tues|wednes|thurs|fri)day"
        "|(?:lundi|mardi|mercredi|jeudi|vendredi) dernier",
    ),
    cue(
        "event_report",
        1.5,
        r"(?:organi[sz]ed|hosted|welcomed|opened|closed|held) (?:a|an|the|on|their|its)\b"
        r"|(?:gave|spoke|told) (?:an?|the|about|of)\b|day (?:one|two)|last morning|first day"
        "|second day|second workday|premier jour|deuxième jour|seconde journée",
    ),
    cue(
        "event_report",
        1.5,
        r"(?:more than |over |plus de |some |quelque |près de "
        r"|nearly )\d[\d ]{0,5} (?:participants|people"
        r"|professionnels|personnes|delegates|representatives|représentants|entreprises|companies"
        r"|guests)",
    ),
    cue(
        "event_report",
        1,
        "(?:participants|visitors|partners|delegates) (?:were|met|visited|asked|discussed|agreed"
        "|had|saw|also)"
        "|les (?:participants|partenaires|visiteurs|échanges) ont|in the afternoon"
        "|the morning was|l['’]après-midi|le matin,",
    ),
    cue(
        "event_report",
        1.5,
        "kick-?off|lancement d|réunion de lancement|study visit|visite d['’]étude"
        "|staff exchange|échange de (?:personnel|salariés)|closing (?:event|conference)"
        "|conférence de clôture|learning expedition|mission (?:de|d['’]|en|au|aux|à)",
    ),
    cue(
        "event_report",
        0.7,
        r"(?:presented|showed|explained|(?<!frequently )asked|agreed|decided|discussed"
        r"|visited|a présenté|ont (?:présenté|visité|demandé|échangé|décidé)|était|étaient|fut)\b",
    ),
    cue(
        "event_report",
        0.6,
        r"(?:a|ont|avait|avaient) \w{2,14}(?:é|i|u|is|it)e?s?\b|(?:was|were|had)\b",
    ),
)
