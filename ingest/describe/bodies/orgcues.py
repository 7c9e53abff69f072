"""How a text writes the names of organisations, and what stands around them."""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.bodies.names import CAP, HEAD, NAME, SCHOOL, UP
from ingest.gazetteer import fold

_I: Final = re.IGNORECASE
_TYPE: Final = (
    "(?:P[ôo]le|Clusters?|Grappe|Agence|Agency|Association|Universit[éy]|University"
    "|Universidad|Universität|Institut[eo]?"
    "|Chambre|Chamber|CCI|Fédération|Federation|Conseil|Council|Ministère|Ministry"
    "|Direction|Commission|Région|Fundació|Fundación"
    "|Foundation|Fondation|Centre|Center|Centro|Network|Réseau|Alliance|Technopole"
    "|Technopôle|Observatory|Observatoire|Observatório"
    "|School|École|Ecole|Laboratoire|Laboratory|Hub|Société|Groupe|Group|Klaster"
    "|Incubator|Incubateur|Academy|Bureau|Klub|Verband"
    "|Union|Board|Office|Banque|Bank|Platform|Plateforme|Initiative|Syndicat|Hôpital"
    "|Hospital|Forum|Valley|Vallée|Campus)"
)
_INNER: Final = r"(?:of|for|the|de|du|des|la|les?|d['’]|l['’]|di|da|do|del|della|y|e|&|für|on)"
INSTITUTION: Final = (
    r"(?:Agenc[ey]|Associat\w{2,6}|Universit[éy]|Ministère|Ministry|Direction"
    r"|Institut[eo]?|Observato\w{2,4}|Fédération|Federation"
    r"|Chambre|Chamber|Council|Conseil|Centre|Center|Commission)"
)
# Type word first ("Pôle Alba", "Université de Vallonne") or last ("Alba Business School")
TYPE_FIRST: Final = re.compile(
    rf"(?<![\w-]){_TYPE}(?:[ \u00a0](?:(?:{_INNER})[ \u00a0]?){{0,3}}(?:d['’]|l['’])?{CAP}){{1,8}}"
)
TYPE_LAST: Final = re.compile(
    rf"(?<![\w’'-])(?!(?:L[ae]s?|The|Une?|Notre|Our)[ ])"
    rf"(?:{CAP}[ \u00a0](?:(?:of|de|&)[ ])?){{1,4}}{_TYPE}(?![\w-])(?:[ ]"
    f"(?:of|for|de|du|pour|on)[ ](?:the[ ]|la[ ])?{CAP}(?:[ ]{CAP}){{0,2}}(?:[ ](?:and"
    f"|et)[ ]{CAP}){{0,1}}(?:[ ]{CAP}){{0,2}})?"
)
# "Ministry of Health and Sport", never "Pôle Alba and Cluster Beta"
TYPE_AND: Final = re.compile(
    rf"(?<![\w-])(?:{CAP}[ ]){{0,3}}{INSTITUTION}(?:[ ](?:(?:{_INNER})[ ]?){{1,3}}{CAP}){{1,3}}[ ]"
    f"(?:and|et)[ ](?!{_TYPE})(?:(?:of|de|du|for)[ ])?{CAP}"
)
LEGAL: Final = re.compile(
    rf"(?<![\w-])(?:{CAP}|[a-z]{{4,16}})(?:[ ]{CAP}){{0,3}}[ ,]{{1,2}}(?:SAS"
    r"|SARL|SA|S\.A\.|GmbH|AG|Ltd|Limited|Lda|SpA|S\.p\.A\.|Srl|S\.r\.l\.|"
    r"BV|B\.V\.|NV|AB|ApS|A/S|Oy|e\.V\.|S\.L\.|SL|Inc|LLC|plc|sas|sarl|Kft|d\.o\.o\."
    r"|Sp\. z o\.o\.)(?![\w])"
)
ACRONYM_LONG: Final = re.compile(rf"(?<![\w-])(?P<short>{CAP})[ ]\((?P<long>[^()\n]{{6,140}})\)")
SHORT_AFTER: Final = re.compile(rf"[ ]\((?P<short>[{UP}][\w&-]{{1,12}})\)")
SHAPED: Final = re.compile(
    rf"(?<![\w@./’'#-])(?:[{UP}][{UP}\d&-]{{2,20}}|[a-z]-?[{UP}]{{2,}}[\w-]{{0,14}}"
    rf"|[{UP}][a-zà-ÿ]{{1,14}}[{UP}][\w]{{1,16}}|\d[{UP}][\w]{{2,16}})"
    rf"(?:[ ](?:[{UP}][{UP}\d&-]{{2,20}})){{0,3}}(?![\w])"
)
LOWER: Final = re.compile(r"(?<![\w])[a-zà-ÿ]{4,30}(?![\w])")
ORG_CUE_AFTER: Final = re.compile(r"['’]s? |[ ]\(|[ ](?:a|has|had|ont|is|est|hosted|runs|gave) ")
ANY_NAME: Final = re.compile(rf"(?<![\w’'-]){NAME}")
HEADED: Final = re.compile(rf"\b(?:la |le |l['’]|the |par |by )(?!(?-i:{SCHOOL})){HEAD}\b", _I)
ORG_WORD: Final = re.compile(
    "agenc|agency|ministr|ministère|direction|associat|universit|institut|cent(?:re"
    "|er)|council|conseil|chamber|chambre|fédérat|federat|network"
    "|réseau|alliance|observat|commission|cluster|pôle|initiative|union|board|office"
    "|company|société|entreprise|organi[sz]ation|syndicat|school|banque|bank",
    _I,
)
NO_ORG_LONG: Final = re.compile(
    r"visiting|host organi|groupe de travail|working group|^[a-z ]{0,20}(?:and|et) ", _I
)
ORG_CUE_BEFORE: Final = re.compile(
    r"(?:\b(?:by|par|at|à|of|de|du|with|avec|chez|from|d['’]|of the|members? of"
    "|partenaires?|cluster|pôle|company|société|expert for)"
    r"[ \u00a0](?:the |le |la |l['’])?|[,(–—-] ?)$",
    _I,
)
WORDS: Final = re.compile(r"[\w’'-]{1,40}")
STRIP: Final = re.compile(
    "^(?:(?:the|le|la|les|l['’]|our|notre) ?)?(?:pole(?: de competitivite)?|cluster"
    r"|grappe|the|le|la|agence|societe|company|groupe)s? (?=\S)"
    r"| (?:cluster|pole|group|groupe|sas|sarl|sa|gmbh|ltd|lda|spa|srl|bv|ag|e\.v\.?|s\.a\.|s\.l\.)$"
)
AND: Final = re.compile(r",? (?:and|et|&) (?:(?:the|le|la|les) |l['’])?|, ")
# "l'Agence de l'eau et la Région Sud": two; "Ministère de la santé et des sports": one
AND_THE: Final = re.compile(rf",? (?:et|and|&) (?:(?:the|le|la|les) |l['’])(?=[{UP}])")
_JOB: Final = (
    "(?:directe?u?r(?:ice)?|manager|présidente?|president|chair(?:man|woman)?|head|CEO"
    r"|PDG|responsable(?: \w+){0,2}|gérante?|founder"
    r"|fondat(?:eur|rice)|secretary|secrétaire|coordinat(?:or|eur|rice)|chargée? d\w*"
    r" \w+|members? of the board|lead|chef de file)"
)
# Names that the text treats as a body: "X (Lyon, France)", "director of X", "organised with X"
TOLD: Final = (
    re.compile(
        rf"(?<![\w’'-])(?P<name>{NAME})(?=[ ]\((?P<where>(?:[{UP}][\w’' -]{{2,40}},[ ])?"
        rf"[{UP}][\w’' -]{{2,40}})\))"
    ),
    re.compile(
        rf"\b(?i:{_JOB})(?:,)?[ \u00a0](?:of|de|du|d['’]|at|à)[ \u00a0]?(?:the |la |le "
        f"|l['’])?(?P<name>{NAME})"
    ),
    re.compile(
        rf"\b(?i:(?:co-?)?organisée?s? avec|organi[sz]ed with)[ \u00a0](?:the |la |le |l['’])?"
        rf"(?P<name>{NAME})"
    ),
)
# What a person's name may be, and a body's as well: "Ana Ruiz", "Carril Ibérico"
TWO_WORDS: Final = re.compile(rf"[{UP}][^\W\d_{UP}]+(?:-[{UP}][^\W\d_{UP}]+)? [{UP}][^\W\d_{UP}]+")
EMPLOYER: Final = re.compile(rf"(?:,[ ]|[ ]\()(?:from |de |of )?(?P<name>{NAME})(?=[),;.\n]|$)")
# "Day 1", "Lot 4", "WP3": parts of a programme or a project; "Mme Bettina Kroll": a person
PART: Final = re.compile(
    r"(?:day|jour|lot|batch|wp|work package|volet|strand|session|workshop|atelier|phase|étape|step"
    r"|partner|partenaire|article|annexe?|item|point|part|partie|room|salle|table|module|task|tâche"
    r"|milestone|stand|hall|axe|priority|priorité|recommandation|recommendation)[ ]?\d{1,2}",
    _I,
)
# Sums ("EUR 240"), codes ("SC2", "D4.1", "WP2 Mapping"), hours ("WET"), "Pour Ana Ruiz", what a
# board does ("conseil de la démission de …") and who somebody is of ("ministry Ingrid")
NOBODY: Final = re.compile(
    r"(?:EUR|USD|GBP|CHF|PLN|SEK|NOK|DKK)[ \u00a0]?\d"
    r"|WP[ ]?\d{1,2}(?:\.\d{1,2})?(?![\w-])|(?:SC|D|T|MS|GT|WG|LOT)[ ]?\d{1,2}(?:\.\d{1,2})?$"
    rf"|(?<!\w)[{UP}]{{2,10}}(?:-[{UP}]{{1,12}}){{0,3}}-(?:19|20)\d\d(?![\w])"
    r"|(?:CET|CEST|WET|WEST|EET|EEST|GMT|UTC|BST|AOB|N/A|TBC|TBD)$"
    rf"|(?:Pour|Selon|D['’]après|Par|Avec|Chez)[ ][{UP}][^\W\d_]+(?:[ ][{UP}][^\W\d_]+){{1,2}}$"
    r"|(?:conseil|commission|direction|bureau)[ ](?:de la|du|de l['’])[ ]?(?:démission|départ|décès"
    r"|nomination|arrivée|projet|situation|création|mise|tenue|fin)\b"
    rf"|(?:ministry|ministère)[ ][{UP}][^\W\d_]+$",
)
HONORIFIC: Final = re.compile(r"(?:Mr|Mrs|Ms|Mme|Mlle|MM?\.|Dr|Prof)\.?[ \u00a0]")
# "Treasurer Ana Ruiz"
IN_OFFICE: Final = re.compile(
    r"(?:Treasurer|Chair(?:man|woman|person)?|(?:Vice-)?President|Professor|Councillor|Commissioner"
    r"|Senator|Mayor|Minister|Secretary|Trésori(?:er|ère)|(?:Vice-)?Présidente?|Maire|Ministre"
    r"|Sénat(?:eur|rice)|Conseill(?:er|ère)|Professeure?)"
    rf"[ \u00a0][{UP}][^\W\d_{UP}]+(?:-[{UP}][^\W\d_{UP}]+)?[ \u00a0][{UP}][^\W\d_]+"
)
# "H. Ruiz (Alba)"
INITIAL: Final = re.compile(rf"(?:^|[\s,;:(])(?:[{UP}]\.[ -]?){{1,2}}[ ]?$")
# Behind a word of a region: "the Apulian company Binario"
FROM: Final = re.compile(
    rf"[ ](?:company|cluster|firm|agency|start-?up|group|association|manufacturer"
    rf"|supplier)[ ](?=[{UP}])"
)
MONTHLIKE: Final = re.compile(r"\d{4}|^\d+$")


# Words of type names that name nobody on their own ("Regional Agency"), and money ("PLN")
PLAIN: Final = frozenset(
    fold(w)
    for w in """
    Agency Agence Association University Université Institute Institut Centre Center Network
    Réseau Alliance School École Hub Council Conseil Chamber Chambre Forum Board Office
    Bureau Union Academy Initiative Platform Plateforme Campus Valley Industrial Innovation
    Development Mobility Logistics Transport Competitiveness of and for the de et la le du
    des Master Public Private Annual General Assembly Assemblée Générale Digital Green Smart
    Advanced Local Foundation Fondation Observatory Observatoire Ministry Ministère
    Direction Laboratory Laboratoire Federation Fédération Société
    EUR USD GBP CHF PLN CZK HUF RON BGN SEK DKK NOK ISK HRK RSD TND
    """.split()
)
