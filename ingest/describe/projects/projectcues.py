"""How a text writes the names of projects, and what stands around them."""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.bodies.names import UP

_I: Final = re.IGNORECASE
# Programmes that pay for projects and are none
PROGRAMME: Final = (
    r"(?:Interreg|INTERREG|COSME|Erasmus|ERASMUS|LIFE|Horizon[ ](?:Europe|2020)|HORIZON|H2020|FP7"
    r"|FEDER|ERDF|FEADER|EAFRD|FSE|ESF|FEAMPA?|EMFA?F|LEADER|Digital[ ]Europe|Creative[ ]Europe"
    r"|Europe[ ]cr[ée]ative|Single[ ]Market[ ]Programme|ENI|ESCP|POCTEFA|POCTEP|A(?:LCOTRA|lcotra)"
    r"|S(?:UDOE|udoe)|URBACT|ESPON|Eurostars|EUREKA|INNOSUP|Innosup|Euroclusters)(?![^\W\d_])"
)
# A line that says by what programme the whole page is paid: "Interreg Alpine Space, 2019–2022"
PAID_BY: Final = re.compile(
    r"^[#*•\s-]{0,6}(?:(?:[Pp]rogramme|[Ff]unding|[Ff]unded by|[Ff]inancement|[Ff]inancé par)"
    r"[ ]?:?[ ])?"
    rf"{PROGRAMME}[^.!?\n]{{0,60}}$"
    rf"|\b(?:[Pp]rogramme|[Ff]unding|[Ff]unded by|[Ff]inancement|[Ff]onds)[ ]?:[ ]{PROGRAMME}",
    re.MULTILINE,
)
# "CIRCLEHOME in brief": a page about one thing
IN_BRIEF: Final = re.compile(
    r"[ ](?:in (?:short|brief|figures|a nutshell)|at a glance|en (?:bref|chiffres|résumé))\b"
)
# Two capitals at least, or a capital and a digit: TISSEA, NordSeil, e-VOLT, H2vert, SAFE SMART SEA,
# Hi-Tech-TEX
_TOKEN: Final = (
    rf"(?<![\w@./#-])(?:[{UP}][\w]{{0,18}}[{UP}\d][\w]{{0,18}}|[{UP}]\d[\w]{{1,18}}"
    rf"|[a-z]{{1,3}}-?[{UP}][\w]{{1,18}}"
    rf"|[{UP}][a-z]{{1,14}}-(?:[{UP}][a-z]{{1,14}}-)?[{UP}\d]{{2,14}})"
    rf"(?:[-+!&’'][{UP}\d][\w]{{0,18}}|\+){{0,2}}"
)
WORDS: Final = (
    rf"{_TOKEN}(?:[ ](?:[{UP}\d]{{2,20}}|[24&](?=[ ][{UP}]))(?![\w’'])){{0,4}}"
    r"(?:[ ][2-9](?=[»”),;:]|[ ][–—:-][ ]|\n|$))?"  # a second one of that name
)
ACRONYM: Final = re.compile(WORDS)
HEADS_LINE: Final = re.compile(r"\s?[-–—:]\s")
_OPEN: Final = r"(?:[«“\"'‘(]\s?)?"
# "projet transfrontalier collaboratif X", "project called X": adjectives, never "porté par X".
_FILL: Final = (
    "(?i:(?:\\w{2,16}(?:éens?|iers?|ifs?|aux|al|ales|aires?|iques?|ants?|iens?)|eu-funded|pilote"
    "|phare"
    "|de (?:coopération|recherche)|interreg|cosme|life|erasmus\\+?|h2020|horizon|nommée?|intitulée?"
    "|dénommée?|appelée?|baptisée?|cofinancée?|financée?|called|named|titled|entitled|dubbed"
    r"|acronym|acronyme)[ \u00a0]){0,3}"
)
BEFORE_WORD: Final = re.compile(
    rf"\b(?i:projets?|projects?)[ \u00a0]{_FILL}(?:[:–-][ \u00a0])?{_OPEN}"
    f"(?P<names>{WORDS}(?:(?:,[ ]|[ ](?:et|and|&)[ ])(?:le projet |the"
    f" )?{WORDS}){{0,4}})"
)
AFTER_WORD: Final = re.compile(
    rf"(?P<names>{WORDS})(?:[»”\"’']{{1,2}})?[ \u00a0](?:EU[ -])?(?:(?!Group)\w{{4,12}}[ ]"
    r"|(?:[a-z]{2,10}-[a-z]{2,12}|european|interregional|regional|COSME|Interreg|LIFE|H2020|Horizon"
    r"|Erasmus\+|cluster|research)[ ]){0,2}"
    r"(?:[Pp]roject|[Pp]rojet|PROJECT|PROJET|[Ee]urocluster|[Cc]onsortium)(?:['’]s?)?\b"
    r"(?P<staff>[ ](?:managers?|management|officers?|offices?|ideas?|engineers?|leaders?|proposals?"
    r"|teams?|groups?)\b)?"
)
# "le projet Clusgrid", "the Clusgrid project": one capital, which other words have as well
PLAIN: Final = re.compile(
    rf"\b(?i:projet"
    rf"|project)[ \u00a0]{_FILL}(?P<quote>[«“\"‘(][ ]?)?(?P<name>[{UP}][a-zà-ÿ]{{3,18}})(?![\w’'-])"
    r"(?(quote)[ \u00a0]?[»”\"’)])"
)
PLAIN_AFTER: Final = re.compile(
    rf"\b(?i:the|of|le"
    rf"|du)[ ](?P<quote>[«“\"‘(][ ]?)?(?P<name>[{UP}][a-zà-ÿ]{{3,18}})(?:[»”\"’][ ]?)?"
    r"[ ](?:[Pp]rojects?|[Pp]rojets?|[Cc]onsortium|[Ee]urocluster)\b"
)
# "le projet Medic NEST": several words, one of them in capitals
MIXED: Final = re.compile(
    rf"\b(?i:projet|project"
    rf"|consortium)[ ]{_FILL}(?P<name>[{UP}]\w{{1,18}}(?:[ ][{UP}\d]\w{{1,18}}){{1,3}})"
)
QUOTED: Final = re.compile(
    rf"\b(?i:projet"
    rf"|project)[ \u00a0]{_FILL}(?P<quote>[«“‘][ \u00a0]?)(?P<name>[{UP}][^«»“”‘’\n]{{3,60}}?)"
    r"(?=[ \u00a0]?[»”’](?![ ]?\([A-Z]|, (?:dite?|alias|in short|known as) ))"
)
COLON: Final = re.compile(rf"\b(?i:projet|project)[^:.\n]{{0,24}}\s?:\s?{_OPEN}(?P<names>{WORDS})")
EXPANDED: Final = re.compile(
    rf"(?P<names>{_TOKEN})(?:[ \u00a0](?:[Pp]roject|[Pp]rojet))?\s?(?:[–—:-]|\()\s?{_OPEN}{_OPEN}"
    rf"(?P<long>[^\W\d_][^()“”»\n]{{8,160}})"
)
AROUND_BEFORE: Final = re.compile(
    "(?:partenaires?|consortium|partners?|lancement|launch|kick-?off|réunion|meeting"
    "|mission|framework|cadre|échanges?|exchanges?|étape"
    "|programme|visite|visit|visite d['’]étude|study visit|bons?|vouchers?|partnership"
    r"|partenariat|tour|initiative|atelier|workshop|bons de mobilité|as part|within|conférence"
    r"|conference|webinaire|webinar|étapes?|comité|pilotage|committee|group|groupe|calls?|appels?|years"
    r"|ans|end|fin|results?|résultats?|consortia|vouchers?|bilan|closing)[ \u00a0]"
    r"(?:(?:of|du|de|des|the|from)[ ]){0,2}(?:the |la |le |d['’])?$",
    _I,
)
AROUND_AFTER: Final = re.compile(
    r"(?:['’]s?)?(?:[ ]\([^()\n]{4,140}\))?[ \u00a0](?:(?:European|EU) )?(?:partners|consortium"
    r"|kick-?off|launch|meeting|exchanges?"
    "|mission|partnership|steering|vouchers?|calls?|tour|initiative"
    "|final conference|best[- ]practice|policy (?:note|brief)|newsletter|(?:cascade|open|first"
    "|second)"
    " calls?|(?:innovation|mobility) vouchers?|came to (?:its|an) end|comes to (?:its|an) end"
    "|eurocluster"
    "|(?:study )?visit|webinar|workshop|has (?:come|ended|begun)|(?:s['’]est|est) (?:achevé"
    "|terminé)"
    "|opens its call|leaves|starts|(?:was|is) (?:launched|co-?funded|funded)|brings"
    " together|s['’]achève|démarre|est lancé|réunit|regroupe|rassemble"
    r"|has (?:a )?(?:total )?budget|dispose d|est doté|a un budget"
    r"|est (?:co)?financé|a été lancé|will (?:run|last)|runs for|dure)",
    _I,
)
# "the partners of CARVED met": who has partners that meet is a project.
PARTNERS_OF: Final = re.compile(r"\b(?:partners of|partenaires (?:de |d['’]))[ ]?$", _I)
MET: Final = re.compile(
    r"[ ](?:met|meet|came|come|gathered|gather|got|held|visited|agreed|have|had|will|are|were|ont"
    r"|se (?:sont|réunissent|retrouvent|réuniront)|s['’]étaient|avaient|vont|étaient)\b"
)
# "Ana Ruiz, du projet X, a raconté", "qui a présenté le projet X": that is a guest's project.
GUEST: Final = re.compile(
    r"(?:,[ ](?:du|of the|from the)(?: projet)?"
    r"|(?:a|ont|has|have|who|qui)?[ ]?(?:présenté|presented|presenting|introduced)"
    r"(?:[ ][\w’'-]{1,12}){0,2}[ ](?:le projet|the))[ ](?:projet )?[«“]?[ ]?$",
    _I,
)
LABEL: Final = re.compile(
    "(?:projet|project|proposal)(?: (?:acronym|name|europeen|title|acronyme|nom))?s?|acronyme?"
    "(?: du projet)?|(?:nom|titre|intitule) du projet|dans le cadre (?:de|du projet)|framework"
)
SHORT_WORDS: Final = frozenset(
    "of the and for in to a de du des la le les et pour en dans un une vers towards"
    " toward d l au aux with by on at".split()
)
ORG_WORD: Final = re.compile(
    r"^[^\W\d_]{0,9} ?(?:clusters?|pôle|grappe|réseau) (?:des?|du|d['’]|of|for|pour)\b|agenc"
    r"|agency|association|ministr|direction|institut|universit|cluster rooted"
    "|council|chamber|chambre|pôle|federation"
    r"|fédération|company|société|cent(?:re|er)\b|compétitivité|observat|commission"
    "|federal|network of",
    _I,
)
# A sentence about a project, and what only an organisation does or has.
CONTEXT: Final = re.compile(
    r"\b(?:projets?|projects?|partnerships?|partenariats?|consortium|consortia|co-?f"
    r"(?:inanc|und)\w*|COSME|Interreg|Erasmus|H2020"
    "|Horizon|European Union|Union européenne|European (?:fund|money)|programme"
    " européen|steering (?:committee|group)|comité de pilotage"
    r"|work package|livrables?|deliverables?)\b",
    _I,
)
BODY_BEFORE: Final = re.compile(
    r"\b(?:p[ôo]le|cluster|grappe|agenc[ey]|société|company|(?<!de )groupe|group|university"
    "|université|chez|adhérents? d[eu]|members? of"
    "|directe?u?r(?:ice)? (?:of|de|d['’])|manager of|président(?:e)? de|president of"
    "|head of|hosted by|accueillie?s? par|organi[sz]ed by"
    r"|organisée?s? par|responsable .{0,30} [àa]|(?:offices|premises|site|board|team|locaux|siège"
    r"|equipe|équipe|staff|factory|usine|plant) (?:of|de)|à|at|l['’]association"
    r"|the cluster)[ \u00a0]"
    "(?:the |le |la |l['’])?$",
    _I,
)
BODY_AFTER: Final = re.compile(
    r"[ \u00a0](?:[Cc]luster|[Pp]ole|[Gg]roup(?! (?:exchange|visit|meeting))|GmbH|SAS|SA|Ltd|Lda)\b"
    r"|[ ]\("
    rf"(?!{PROGRAMME})(?:[{UP}][\w-]{{2,20}})(?:\)|,)"
    "|,? (?:is|are|est|sont) (?:an? |the |un |une |also |aussi )?(?:[\\w-]{3,16} )?"
    "(?:members?|partners?"
    "|compan(?:y|ies)|firms?|clusters?|associations?|agency|institute|membres?|partenaires?"
    "|entreprises?|sociétés?|pôle|agence|institut)\\b"
    "|,? (?:(?:hosted|welcomed|organi[sz]ed)(?! (?:by|with|together)\\b)"
    "|invites|a accueilli|a organisé|accueille"
    r"|organise|reçoit)\b",
)
# "TISSEA: …", "TISSEA 2021 – agenda": how this field heads a page about a project
HEADING: Final = re.compile(r"(?:[ ](?:19|20)\d\d)?(?:\s?[:–—]\s|[ ]-[ ]|,[ ])")
IS_PROJECT: Final = re.compile(
    rf"(?:[ ](?:and|et|&)[ ]{WORDS}(?=,))?"
    r"[»”\"]?,? (?!projects\b|projets\b)"
    r"(?!(?:en|in|with|avec|dans|sous|par|by|et|and|of|des?|du|pour|for) )(?:is |est "
    r"|was )?(?:an? |the |un |le |une |la |nouveau |notre |our |two |deux )?"
    r"(?:(?!(?:of|des?|du|sur|on|in|en|their|its|leurs?|ses|and|et)\b)[\w-]{2,16} ){0,3}"
    r"(?:projects?|projets?|partnerships?|partenariats?|consortium|initiative|euroclusters?)\b"
    r"(?![ -](?:managers?|management|officers?|offices?|ideas?|engineers?|leaders?|coordinators?"
    r"|partners?)\b)"
    r"|,? (?:led|coordinated|coordonnée?|pilotée?|portée?) (?:by|par) ",
    _I,
)
PAPER: Final = re.compile(
    r"[ ](?:best[- ]practices?|good[- ]practices?|policy|newsletter|deliverable|livrable|report"
    r"|rapport"
    r"|final|project|projet|note|kick-?off|study visit|staff exchange|webinar|training|call|D\d)\b",
    _I,
)
OPENING: Final = 500
LEAST: Final = 3.0
BODY_LABELS: Final = re.compile(
    r"host|hote|organi[sz]|coordinat|partner|partenaire|contact|structure|accueil|author|auteur"
)
