"""Verbs with the name before them ("Alba hosted", "Alba a accueilli"), in both languages.

They are matched on text in lower case.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.bodies.rolelabels import RoleKind

_HAPPENING: Final = (
    r"(?=[^.;\n]{0,60}?(?:event|exchange|meeting|workshop|seminar|webinar|conference|visit|forum"
    r"|training"
    "|call|competition|challenge|vouchers?|programme|prize|réunion|atelier|séminaire|webinaire"
    "|conférence"
    "|visite|rencontre|formation|journée|appel|concours|chèques?|bons?|prix|mission|salon|échange"
    "|colloque"
    "|assises|candidatures|applications|inscriptions|registrations?))"
)
AUX: Final = re.compile(
    r"(?<!\w)(?:(?:has|have|had|will|would|is|are|was|were|a|ont|avait|avaient|va|vont"
    r"|to|then|also|aussi|jointly|recently|ensemble|vous|you|donc|ainsi|également|kindly|again"
    r"|nous|les?|la|them|us|qui|who|which|that|proudly|enfin|alors)[ \u00a0]){1,4}$"
)
ACTIVE: Final[tuple[tuple[RoleKind, re.Pattern[str], float], ...]] = (
    (
        "organiser",
        re.compile(
            r"(?<=[ \u00a0])(?:(?:co-)?organi[sz]ed|organi[sz]es|organi[sz]e|organi[sz]ing"
            "|(?:co-?)?organisé|organisait|organisaient|organise(?:nt|ra|ront)?|convened"
            r"|invites?|convient|invite(?:nt)?)\b(?![ ](?:by|par)\b)"
        ),
        3.0,
    ),
    (
        "organiser",
        re.compile(
            r"(?<=[ \u00a0])(?:launched|launches|launch|lance(?:nt)?|lancé|lançait"
            # "a proposé de commencer par une visite" offers none.
            r"|propos(?:e(?:nt)?|é)(?![ ](?:de (?!vous\b|nous\b|(?:premi|derni)ers?\b)[\w-]{2,20}"
            r"(?:er|ir|re|oir)\b|d['’][\w-]{2,20}(?:er|ir|re|oir)\b|qu(?:e |['’])|to |that ))"
            r"|announces?|opens|opened|ouvre(?:nt)?|publie(?:nt)?|publié|invited|invité|convié"
            r"|invitait"
            r"|réuni|rassemblé|brought together|gathered|issues|issued)[ ](?!by\b|par\b)"
            rf"{_HAPPENING}"
        ),
        2.5,
    ),
    (
        "organiser",
        re.compile(
            r"(?<=[ \u00a0])(?:réuni|rassemblé|brought together|gathered|invité|convié)[ ](?:le \d"
            r"|on \d"
            r"|[^.;\n]{0,40}?(?:entreprises|companies|firms|participants|personnes|people"
            r"|partenaires"
            r"|partners|acteurs|pme|smes|clusters|dirigeants|managers))"
        ),
        2.5,
    ),
    # Who looks for firms to help has made the call.
    (
        "organiser",
        re.compile(
            r"(?<=[ \u00a0])(?:cherche(?:nt)?|recherche(?:nt)?|recrute(?:nt)?|sélectionne(?:nt)?"
            r"|is looking for"
            r"|are looking for|seeks?|selects?|will select)[ ][^.;\n]{0,24}?(?:entreprises|pme"
            r"|start-?ups?"
            r"|companies|firms|smes|candidat\w{1,4}|porteurs|applicants|projets|projects"
            r"|proposals)\b"
        ),
        2.5,
    ),
    (
        "host",
        re.compile(
            r"(?<=[ \u00a0])(?:hosted|hosts|host|hosting|welcomed|welcomes|accueilli(?:e?s?)"
            "|received (?=(?:\\w+ ){0,3}(?:visitors|guests|delegat|partners|clusters|colleagues"
            "|peers))"
            "|accueille(?:nt)?|accueillera|accueillait|recevait|recevra"
            "|reçu|reçoit|ouvre ses portes|ouvrait ses portes|opened its doors|opens"
            r" its doors)\b(?![ ](?:by|par)\b)"
        ),
        3.0,
    ),
    (
        "coordinator",
        re.compile(
            r"(?<=[ \u00a0])(?:coordinates|coordinated|coordonne|coordonnera|coordonnait|pilote"
            r"|leads? (?=(?:the |this )?(?:project|consortium|partnership|initiative))"
            r"|(?:is|was) the (?:lead|coordinat|project lead)\w{0,4}|est (?:le )?(?:chef de file"
            r"|coordinat\w{3,4}))"
            r"\b(?![ ](?:by|par)\b)"
        ),
        2.5,
    ),
    # "X, coordinator of the project", "X (coordinator)", "X (FR, coordinator)"
    (
        "coordinator",
        re.compile(
            r"(?:,[ ](?:the )?|[ ]\((?:[a-z]{2},[ ])?|[ ](?:and|et)[ ](?:the|le|la)[ ])"
            r"(?:project |overall )?(?:coordinator|lead partner"
            r"|coordinat(?:eur|rice)"
            r"|chef de file|project leader)\b(?= of| d[eu]|[),.;\n]| and| et)"
        ),
        3.0,
    ),
    # "X, le cluster galicien et chef de file du projet"
    (
        "coordinator",
        re.compile(
            r",[ ](?:the|le|la|an?|une?)[ ](?:[\w-]+[ ])?(?:cluster|pôle|agency|agence|association"
            r"|network|réseau|grappe|institute?|university"
            r"|université)\b[^,.;:()\n]{0,60}?[ ](?:and|et)"
            r"[ ](?:the |le |la )?(?:project |overall )?(?:coordinator|lead partner"
            r"|coordinat(?:eur|rice)|chef de file|project leader)\b(?= of| d[eu]|[),.;\n])"
        ),
        3.0,
    ),
    # "X (PL), coordinator: Ana Ruiz", at the head of a line of those present
    (
        "coordinator",
        re.compile(
            r"(?<=\)),[ ](?:the |le |la )?(?:project )?(?:coordinator|lead partner"
            r"|coordinat(?:eur|rice)|chef de file)(?=[ ]?:)"
        ),
        3.0,
    ),
    # "X, organiser of the day", "X (hôte)"
    (
        "organiser",
        re.compile(
            r"(?:,[ ](?:the )?|[ ]\()(?:co-)?(?:organisat(?:eur|rice)|organi[sz]er)\b"
            r"(?= of| d[eu]|[),.;\n]| and| et)"
        ),
        3.0,
    ),
    (
        "host",
        re.compile(r"(?:,[ ](?:the |our )?|[ ]\()(?:host|hôte)\b(?= of| d[eu]|[),.;\n]| and| et)"),
        3.0,
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
