"""Phrases with the name after them ("hosted by", "en partenariat avec"), in both languages.

They are matched on text in lower case.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.bodies.rolelabels import RoleKind

_I: Final = re.IGNORECASE

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
_BETWEEN: Final = (
    r"(?P<between>(?:[ \u00a0][^.;:()\n]{0,70}?)??)[ \u00a0](?:by|par)[ \u00a0](?=[^\d\s])"
)
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
    # "The lead partner, X (HU), reported": the part first, then the name. Not "Y, lead partner, X".
    (
        "coordinator",
        re.compile(
            r"(?<!, )\b(?:lead partner|project leader|(?:project )?coordinator|chef de file"
            r"|coordinat(?:eur|rice)(?: du projet)?),[ ]"
        ),
        3.0,
    ),
    # "dont le chef de file est X", "the project's coordinator is X", "the lead partner … is X"
    (
        "coordinator",
        re.compile(
            r"\b(?:(?:dont|son|sa|leur|et) )?(?:le |la )?(?:chef de file|coordinat(?:eur|rice))"
            r"(?: (?:du|de ce|de l['’]|de la) ?(?:projet|consortium|partenariat|action))?"
            r" (?:en )?(?:est|était|sera)[ ]"
        ),
        3.0,
    ),
    (
        "coordinator",
        re.compile(
            r"(?<!scientific )(?<!technical )(?<!local )(?<!national )(?<!regional )(?<!deputy )"
            r"(?<!event )(?<!package )\b(?:coordinator|lead partner|project leader)"
            r"(?: of (?:the|this|our) (?:\w{2,20} )?(?:project|consortium|partnership|action))?"
            r" (?:is|was|will be)[ ]"
        ),
        3.0,
    ),
    # "le projet X, que coordonne le cluster Y"
    (
        "coordinator",
        re.compile(
            r"\bque (?:coordonne|pilote|porte|mène) (?:(?:le|la) |l['’])?"
            r"(?:(?:cluster|pôle|grappe|agence)(?: [a-zà-ÿ]{4,16})? )?(?=\S)"
        ),
        3.0,
    ),
    (
        "organiser",
        re.compile(
            r"\b(?:call|vouchers?|programme|scheme|appel(?: à \w{4,14})?|dispositif|concours)"
            r"(?: for [\w -]{2,24}| aux? [\w -]{2,24})?,? (?:is|are|was|will be|est|sont|sera)"
            r" (?:managed|run|operated|administered|gérée?s?|opérée?s?|pilotée?s?|portée?s?)"
            r"[ ](?:by|par)[ ]"
        ),
        4.0,
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
            r"(?P<between>(?:[ ][^.;:()\n]{0,20}?)??)[ ](?:by|par|under|sous)[ ]"
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
            r"\b(?:(?:co-?|jointly )organi[sz]ed (?:together )?with|co-?organisée?s? avec"
            r"|organisée?s? (?:conjointement|ensemble|en commun) avec"
            r"|organi[sz]ed together with)[ ]"
        ),
        2.5,
    ),
    (
        "host",
        re.compile(
            r"\b(?:(?:our|their|the) hosts?,|(?:notre|nos|leurs?) hôtes?,|au tour (?:de |du |d['’])"
            r"(?=[^.;\n]{2,60}(?:recevoir|accueillir))|(?:pleasure|honou?r|privilege) for"
            r"(?=[^.;\n]{2,60}to (?:host|welcome)))[ ]?"
        ),
        3.0,
    ),
    # Who invites is the host, or the organiser where somebody else is the host.
    (
        "organiser",
        re.compile(r"\b(?:at the invitation of|à l['’]invitation (?:de |du |d['’]))[ ]?"),
        2.4,
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
            r"\b(?:(?:local )?hosts?(?: organi[sz]ation| cluster| partner| of the [\w ]{3,24})?"
            r" (?:was|is|will be|were|are)|l['’]hôte(?: d[eu] [\w ]{3,24})?,? (?:était|est"
            r"|sera))[ ]"
        ),
        3.5,
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
