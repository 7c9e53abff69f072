"""What stands beside a coined name in capitals: of a project, of a project as well, of a body."""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.bodies.names import UP

_I: Final = re.IGNORECASE
_OF: Final = r"[ \u00a0](?:of |from |de |du |d['’])"
_BARE_OF: Final = r"[ \u00a0](?:d[eu] |d['’]|of )?"
# What hardly anything but a project has
SURE_BEFORE: Final = re.compile(
    r"\b(?:(?:dans le cadre|framework|as part|au titre|work package \d|lot de travail|kick-?off"
    r"|phase (?:\d|I{1,3}|two)|coordinat(?:ion|or|rice|eur)|chef de file|lead partner"
    r"|conférence (?:finale|de clôture)|réunion de (?:lancement|clôture)|final conference"
    rf"|(?:partenaires|partners)(?: européens)?){_OF}"
    r"|(?:projets?|projects?) (?:comme|tels? que|such as|like)[ \u00a0]"
    r"|(?:partenariat|consortium|proposition|proposal|bons?|chèques?|jumelages?)"
    r"(?: (?:européenne?|transfrontalier|de mobilité))?[ \u00a0])$",
    _I,
)
SURE_AFTER: Final = re.compile(
    r"(?:['’]s)?[ \u00a0](?:kick-?off|(?:european )?partnership\b|consortium|D\d\.\d|WP ?\d"
    r"|vouchers?\b|proposal|partners?\b(?! (?:of|in)\b)|group (?:exchange|visit)"
    r"|steering (?:group|committee)"
    r"|(?:final|closing|mid-term) (?:conference|event|report|review|workshop|meeting)"
    r"|(?:ran|runs) (?:from|until)|(?:closed|closes|ended|ends) (?:on|in)\b"
    r"|(?:has been|was) awarded"
    r"|s['’](?:achève|est achevé)|touche à s(?:a fin|on terme)"
    r"|entre dans sa dernière année|enters its (?:last|final) year"
    r"|(?:links|connects|brings together|unites|réunit|relie|associe)"
    r" (?:two|three|four|five|six|seven|deux|trois|quatre|cinq|six|sept)"
    r" (?:(?!members|adhérents)[\w-]{2,16} ){0,2}(?:clusters|pôles|grappes|countries|pays))"
    r"|[ ]is the name .{0,20}(?:project|partnership)\b"
    r"|,[ ](?:lot de travail|work package|dotée? d|co-?funded|cofinancée?)\b",
    _I,
)
# What it has as well as an organisation: events, papers, money given
ALSO_BEFORE: Final = re.compile(
    r"\b(?:(?:séminaires?|hackathons?|forums?|voyages? d['’]étude|écoles?(?: d['’](?:été|hiver))?"
    r"|summer school|journées?|semaines?(?: \w{4,10})?|rendez-vous d['’]affaires|rencontres|assises"
    r"|tournée|défis?|résidences"
    rf"|appel à [\w’' -]{{6,26}}|(?:visites?|échanges?) de groupe){_BARE_OF}"
    rf"|comité(?: de)? [\w-]{{4,16}}{_BARE_OF}"
    r"|(?:missions?|échanges?|ateliers?|visites?|webinaires?|appels?)[ \u00a0]"
    r"|(?:leçons|lessons|enseignements|results|résultats|lauréats|winners"
    r"|évaluation|evaluation|study|étude|démarrage|clôture|note|library|handbook|part|start){_OF}"
    rf"|(?:la lettre|newsletter){_BARE_OF}"
    r"|(?:grâce à|thanks to|membre d[eu] partenariat(?: européen)?"
    r"|member of the partnership)[ ])$"
    r"|^[#*•\s]{0,4}(?:about|what is|qu['’]est-ce que)[ ]$",
    _I,
)
ALSO_AFTER: Final = re.compile(
    r"(?:['’]s)?[ \u00a0](?:(?:(?:annual|opening|online|first|second|third|partner|trial|demo"
    r"|business|innovation|joint|open|coordination|technical|learning|study|exchange) ){0,2}"
    r"(?:(?!of |in |at |for |and )[\w-]{3,12} )?(?:workshops?|webinar|conference|forum"
    r"|seminar|meeting|mission|week|days|event|tour|call"
    r"|visit|review|survey|trials?)\b|(?:summer |winter )?school\b|hackathon|jury\b|user group"
    r"|(?:online )?match-?making|info(?:rmation)? day|session\b"
    r"|(?:policy |position |technical |working |legal )?(?:papers?|notes?|briefs?|reports?)\b"
    r"|good practice|bulletin|newsletter|letter|news\b|quarterly|handbook|fact ?sheet"
    r"|council\b|(?:executive )?(?:board|committee)\b|(?:student|technology|staff) exchange"
    r"|in (?:one page|brief|short|figures|a nutshell)\b|at a glance|en (?:une page|bref|chiffres)"
    r"|explained|(?:costs|coûte|a coûté|will accompany)\b)"
    r"|,[ ](?:[A-Za-zéû]{3,9}[ ])?20\d\d\b|[ ]\(?20\d\d[-–]20\d\d\b",
    _I,
)
# What only a body, a label or a fair has: a name of which this is said once gets nothing here
BODY_BEFORE: Final = re.compile(
    r"\b(?:(?:clusters?|p[ôo]le|grappes?|association|company|société|entreprise|start-?up|agence"
    r"|agency|observatoire|label|salons?|foire|(?<!de )groupe|centre|institut|distretto"
    r"|plate-?forme|platform|logiciel|software|ville|port)[ \u00a0]"
    r"|(?:adhérents?|adhésion|adhérer|members?|membres?|rejoindre|joined|cotisations?"
    r"|présidente?|president|directe?u?r(?:ice)?|director|managers?|siège|board"
    r"|conseil d['’]administration|assemblée générale|salariée?s?|équipe|employees|CEO"
    r"|chair(?:man)?|customers|clients|statuts|nos locaux)"
    r"[ \u00a0](?:of |de |du |d['’]|à |chez )(?:the |la |le |l['’])?"
    r"|chez |c/o |l['’])$",
    _I,
)
PERSON: Final = re.compile(rf"[{UP}][a-zà-ÿ]{{1,14}} [{UP}][\w’'-]{{2,20}}(?:, | \()$")
BODY_AFTER: Final = re.compile(
    r"(?:['’]s)?[ \u00a0](?:cluster\b|members|adhérents|observatory|label|award ceremony|ltd|gmbh"
    r"|sas\b|s\.?a\.?\b|plc|trade fair|employs|emploie|was founded|a été fondée?|counts \d"
    r"|compte \d|seed fund|staff\b|recrute|is (?:recruiting|hiring))"
    r"|[ ]?[–—:-][ ](?:assemblée générale|rapport d['’]activité"
    r"|conseil d['’]administration|qui sommes|who we are|nos adhérents|our members"
    r"|offre d['’]emploi|job offer)"
    r"|,? (?:is |est )?(?:(?:the|an?|le|la|un|une|our|notre) )?(?:[\w-]{3,16} )?(?:cluster|grappe"
    r"|pôle|network|agency|agence|company|société|entreprise|association|start-?up|filiale)\b",
    _I,
)
# A letter to members is a cluster's
PERIODICAL: Final = re.compile(
    r"[ ]?(?:[–—:-][ ])?(?:la )?(?:newsletter|news|letter|lettre|bulletin)\b", _I
)
MEMBERS: Final = re.compile(r"\b(?:our|nos) (?:members|membres|adhérents)\b", _I)
# "a NISTELIA cluster": one of those that the project joins
ONE_OF: Final = re.compile(r"\b(?:an?|another|each|every)[ ]$", _I)
# Lines that a project's sheet has: by one of the first, and two in all, the page is a sheet
TERM: Final = re.compile(
    r"^[•*\s-]{0,5}(?:durée|duration|lead(?: partner)?|chef de file|coordinat\w+|start|period"
    r"|période|grant\b|subvention|contribution européenne|eu (?:funding|grant))[^:.\n]{0,24}"
    r"[:.][ ]",
    _I | re.MULTILINE,
)
LINE: Final = re.compile(
    r"^[•*\s-]{0,5}(?:programme|funding|financement|budget|total (?:budget|cost)|cost|coût|support"
    r"|soutien|call|appel|partners|partenaires|(?:autres )?bénéficiaires|title|full title|end|fin"
    r"|part d[eu])\b[^:.\n]{0,24}[:.][ ]",
    _I | re.MULTILINE,
)
HEADS_SHEET: Final = re.compile(
    r"[ ]?(?:$|\n|(?:in|en) (?:one page|une page|brief|bref|short)\b|at a glance|fact ?sheet"
    r"|[–—:-])",
    _I,
)
# What a name has of its year or paper: "NISTELIA 2023", "NISTELIA D2"
EDITION: Final = re.compile(r"(?:19|20)\d\d|[A-Z]{1,2}\d(?:\.\d)?")
# Endings of words that a language derives and no list has all of
DERIVED: Final = re.compile(
    r"(?:NEL(?:LE)?|IQUE|AIRE|AL|ALE|AUX|TION|MENT|AGE|ANCE|ENCE|IST|ISTE|ISME|ISM|TEUR|TRICE|IF|IVE"
    r"|ABLE|IBLE|NESS|ING|ED|ANTE?|ENTE?|EUSE|É|ÉE)S?$"
)
