"""Labels that tell who hosted, organised, coordinated, spoke or paid: "Host:", "Organisateur :"."""

from __future__ import annotations

import re
from typing import Final, Literal

RoleKind = Literal["host", "organiser", "coordinator", "speaker", "partner", "funder", "contact"]

# Folded label → role. "(ho)" and the like are cut before matching.
LABELS: Final[tuple[tuple[RoleKind, re.Pattern[str]], ...]] = (
    (
        "host",
        re.compile(
            "(?:local )?host(?:s|ing)?(?: (?:organi[sz]ation|cluster|partner"
            "|institution|organi[sz]er))?"
            "|hosted by|(?:organisation|organisme|structure|cluster|pole|partenaire) "
            "(?:hote|d'accueil|hotesse)"
            "|hotes?|hotesse|accueil(?: sur place)?|accueillie?s? par|structure"
            " accueillante|cluster d'accueil|hosts? of the .{2,30}|hotes? d[eu] .{2,30}|hosting"
        ),
    ),
    (
        "organiser",
        re.compile(
            r"(?:event )?(?:co ?)?organi[sz](?:er|ers|ed by|ing (?:organi[sz]ation|partner"
            r"|cluster))"
            "|(?:co ?)?organisat(?:eurs?|rices?)|organis(?:e|ee)s? par|organisation|"
            "(?:a l')?initiative"
            "|qui (?:porte|organise|gere|propose).{0,24}|who (?:runs|organi[sz]es|offers).{0,24}"
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
            "|coordinating (?:partner|organi[sz]ation)|lead(?:ing)? (?:organi[sz]ation|cluster)"
            "|led by"
            "|coordonnee? par|portee? par|pilotee? par|leader"
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
            "|consortium(?: members)?|associated|avec|partenariat|partnership|present|presents"
            "|project partners|(?:liste des|list of) (?:partenaires|partners)"
            "|clusters? partenaires?"
            "|partner clusters|membres du consortium|beneficiaires"
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
