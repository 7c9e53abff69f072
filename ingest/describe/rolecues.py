"""Label words and verbs, in both languages, that tell who hosted, organised, spoke or paid.

The verbs are matched on text in lower case.
"""

from __future__ import annotations

import re
from typing import Final, Literal

RoleKind = Literal["host", "organiser", "coordinator", "speaker", "partner", "funder", "contact"]

_I: Final = re.IGNORECASE

# Folded label → role. "(ho)" and the like are cut before matching.
LABELS: Final[tuple[tuple[RoleKind, re.Pattern[str]], ...]] = (
    (
        "host",
        re.compile(
            "(?:local )?host(?:s|ing)?(?: (?:organi[sz]ation|cluster|partner"
            "|institution|organi[sz]er))?"
            "|hosted by|(?:organisation|organisme|structure|cluster|pole|partenaire) "
            "(?:hote|d'accueil|hotesse)"
            "|hotes?|hotesse|accueil(?: sur place)?|accueilli par|structure"
            " accueillante|cluster d'accueil"
        ),
    ),
    (
        "organiser",
        re.compile(
            r"(?:co ?)?organi[sz](?:er|ers|ed by|ing (?:organi[sz]ation|partner|cluster))"
            "|(?:co ?)?organisat(?:eurs?|rices?)|organis(?:e|ee)s? par|organisation|"
            "(?:a l')?initiative"
            "|proposee? par|gestionnaires?|geree? par|(?:issued|launched|run|managed"
            "|offered|arranged) by|lancee? par"
        ),
    ),
    (
        "coordinator",
        re.compile(
            "(?:project )?coordinat(?:or|ed by)|(?:lead|leading) partner|project lead"
            "(?:er)?|coordinat(?:eur|rice)"
            r"(?: du projet)?|coordination|chef(?: |s )de file|porteur(?: du projet)?|pilote"
        ),
    ),
    (
        "speaker",
        re.compile(
            "(?:key ?note )?speakers?|relator|intervenant(?:e|s|es)?|orat(?:eur"
            "|rice)s?|presenters?|present(?:ed|e|ee) (?:by|par)"
            "|trainers?|moderat(?:or|ors|eur|rice)|anim(?:e|ee) par|animat(?:eur|rice"
            "|ion)|facilitators?|chair(?:ed by)?"
        ),
    ),
    (
        "partner",
        re.compile(
            "(?:project |associated )?partners?|partenaires?(?: associes?| du projet)?"
            "|consortium|associated|avec"
        ),
    ),
    (
        "funder",
        re.compile(
            "fund(?:ed by|ing|er)|financ(?:ement|e par|eur|eurs)|co ?financ(?:ement|e"
            " par)|programme|with the support of"
        ),
    ),
    (
        "contact",
        re.compile(
            r"contacts?(?: person)?|personne a contacter|enquiries|renseignements|more information"
        ),
    ),
)

EVENT_NOUN: Final = re.compile(
    r"\b(?:event|exchange|meeting|workshop|seminar|webinar|conference|visit|forum"
    "|training|kick-?off|session|mission"
    "|summit|day|days|delegation|visitors|partners|clusters|participants|group|course"
    "|staff|roundtable|réunion"
    "|atelier|séminaire|webinaire|conférence|visite|échange|rencontre|formation"
    "|lancement|journée|colloque"
    r"|délégation|partenaires|consortium|étape|édition|assemblée|comité|manifestation)s?\b",
    _I,
)
_BETWEEN: Final = r"(?:[ \u00a0][^.;:()\n]{0,70}?)??[ \u00a0](?:by|par)[ \u00a0](?=[^\d\s])"
PASSIVE: Final[tuple[tuple[RoleKind, re.Pattern[str], float], ...]] = (
    (
        "organiser",
        re.compile(
            r"\b(?:(?:co-?|jointly )?organi[sz]ed|convened|arranged|staged|set up"
            "|launched|issued|(?:co-?)?organisée?s?|montée?s?"
            rf"|initiée?s?|proposée?s?|lancée?s?|mise?s? en place){_BETWEEN}"
        ),
        4.0,
    ),
    (
        "host",
        re.compile(
            r"\b(?:(?:co-?)?hosted|welcomed|received|accueillie?s?|hébergée?s?"
            f"|reçue?s?|invitée?s?){_BETWEEN}"
        ),
        4.0,
    ),
    (
        "coordinator",
        re.compile(
            r"\b(?:coordinated|led|managed|piloted|coordonnée?s?|pilotée?s?|portée?s?"
            f"|menée?s?){_BETWEEN}"
        ),
        3.0,
    ),
    (
        "speaker",
        re.compile(
            r"\b(?:moderated|presented|delivered|facilitated|chaired|animée?s?"
            f"|présentée?s?|modérée?s?|présidée?s?){_BETWEEN}"
        ),
        3.0,
    ),
    (
        "funder",
        re.compile(
            r"\b(?:(?:co-?)?(?:funded|financed)|supported|(?:co-?)?financée?s?"
            "|soutenue?s?|subventionnée?s?)"
            r"(?:[ ][^.;:()\n]{0,20}?)??[ ](?:by|par|under|sous)[ ]"
        ),
        3.0,
    ),
    (
        "funder",
        re.compile(
            r"\b(?:with the (?:financial )?support of|avec le (?:soutien|concours)(?:"
            " financier)? (?:de|du|des))[ ]"
        ),
        2.0,
    ),
    (
        "partner",
        re.compile(
            r"\b(?:in (?:partnership|cooperation|collaboration) with|en (?:partenariat"
            "|collaboration|coopération) avec)[ ]"
        ),
        3.0,
    ),
    (
        "host",
        re.compile(
            r"\b(?:at the invitation of|guests? of|à l['’]invitation (?:de |du |d['’])|"
            "(?:in|at) the (?:offices|premises|headquarters"
            "|facilities) of|dans les locaux (?:de |du |d['’])|au siège (?:de |du "
            "|d['’])|chez)[ ]?"
        ),
        2.5,
    ),
    (
        "organiser",
        re.compile(
            r"\b(?:à l['’]initiative (?:de |du |d['’])|on the initiative of|sous"
            " l['’]égide (?:de |du |d['’]))[ ]?"
        ),
        3.0,
    ),
    (
        "host",
        re.compile(
            r"\bhost(?:ing)? (?:organi[sz]ation|cluster|partner|institution)(?: \(\w{1,6}\))?"
            r"(?: of the [\w ]{3,24})?\s?[:–—,-]\s?"
        ),
        4.0,
    ),
    (
        "host",
        re.compile(
            r"\b(?:cluster|pôle|organisme|structure|partenaire) (?:hôte|d['’]accueil)"
            r"(?: \(\w{1,6}\))?\s?[:–—,-]\s?"
        ),
        4.0,
    ),
    (
        "contact",
        re.compile(
            r"\b(?:please contact|contacter|contactez|write to|écrire à|auprès d(?:e |u"
            " |['’])|s['’]adresser à)[ ]?"
        ),
        2.0,
    ),
)
AUX: Final = re.compile(
    r"(?<!\w)(?:(?:has|have|had|will|would|is|are|was|were|a|ont|avait|avaient|va|vont"
    r"|to|then|also|aussi|jointly|recently|ensemble|vous|you)[ \u00a0]){1,3}$"
)
ACTIVE: Final[tuple[tuple[RoleKind, re.Pattern[str], float], ...]] = (
    (
        "organiser",
        re.compile(
            r"(?<=[ \u00a0])(?:organi[sz]ed|organi[sz]es|organi[sz]e|organi[sz]ing"
            "|co-organi[sz]ed|organisé|organisait|organise(?:nt|ra|ront)?"
            "|convened|launched|launches|launch|lance(?:nt)?|lancé|propose(?:nt)?"
            r"|invites?|convient|invite(?:nt)?)\b(?![ ](?:by|par)\b)"
        ),
        3.0,
    ),
    (
        "host",
        re.compile(
            r"(?<=[ \u00a0])(?:hosted|hosts|host|hosting|welcomed|welcomes|accueilli"
            "|accueille(?:nt)?|accueillera|accueillait|recevait|recevra"
            "|reçu|reçoit|ouvre ses portes|ouvrait ses portes|opened its doors|opens"
            r" its doors)\b(?![ ](?:by|par)\b)"
        ),
        3.0,
    ),
    (
        "coordinator",
        re.compile(
            r"(?<=[ \u00a0])(?:coordinates|coordinated|coordonne|coordonnera|pilote)\b"
            r"(?![ ](?:by|par)\b)"
        ),
        2.0,
    ),
    (
        "organiser",
        re.compile(
            r"(?<=[ \u00a0])(?:ran|runs|run|held|holds|hold|staged|tenait|tient|tenu"
            "|monté|animait)[ ](?:a|an|the|its|their|un|une|le|la|sa|son|leur)[ ]"
            r"(?=[^.;\n]{0,24}?(?:event|exchange|meeting|workshop|seminar|webinar"
            "|conference|visit|forum|training|réunion|atelier|séminaire|webinaire"
            r"|conférence|visite|rencontre|formation|journée))"
        ),
        2.5,
    ),
    (
        "host",
        re.compile(
            r"(?:['’]s|s['’]) (?:offices|premises|headquarters|facilities|site|campus|showroom)\b"
        ),
        2.0,
    ),
)
