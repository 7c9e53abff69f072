"""The words by which a question tells what it asks for, French and English."""

from __future__ import annotations

import re
from typing import Final, Literal

AskKind = Literal[
    "who",
    "date",
    "place",
    "amount",
    "percent",
    "number",
    "duration",
    "email",
    "definition",
    "topic",
]
Role = Literal["host", "organiser", "coordinator", "speaker", "partner", "funder", "contact"]

# Folded text; the first pattern of a list that matches decides. Words of the field and of the two
# languages, none of a particular library.
ROLES: Final[tuple[tuple[Role, str], ...]] = (
    ("contact", r"\bcontact|\bjoindre\b|\bs'adresser\b"),
    (
        "host",
        r"\bhost|\baccueil|\bheberg|\bwelcom|\b(recoi[tv]|recu[es]?\b)(?!.*\b(prix|subvention|aide|"
        r"financement|label|bourse|trophee|medaille|recompense)s?\b)",
    ),
    (
        "speaker",
        r"\b(gave|given by|g[io]ves?|present|spoke|speak|taught|lectur|moderat|interv(en|ien)|"
        r"anim[ea]|prononc|orateur|conferencier|expos[ea]|donn[ea])",
    ),
    (
        "coordinator",
        r"\bcoord[io]n|\blead(s|er|ing)?\b|\bled\b|\bpilot[ea]|\bchef de file|\bporte",
    ),
    ("organiser", r"\borgani[sz]|\bset up\b|\bheld\b|\bran\b"),
    ("funder", r"\b(co)?(fund|financ)|\bsubventionn|\bpay(s|ed|e)?\b|\bpaid\b"),
    ("partner", r"\bpartner|\bpartenaire|\bmembre|\bmember|\bparticip|\btook part|\bjoin"),
)

_BODIES = (
    r"organi[sz]ations?|organismes?|clusters?|poles?|grappes?|companies|company|entreprises?|"
    r"structures?|agenc(?:y|ies|es?)|associations?|institutions?|partners?|partenaires?|members?|"
    r"membres?|regions?|universit(?:y|ies|es?)|centres?|centers?|speakers?|experts?|"
    r"intervenants?|orateurs?|ministr(?:y|ies)|ministeres?|person|people|personnes?"
)
KINDS: Final[tuple[tuple[AskKind, str], ...]] = (
    (
        "email",
        r"\be-?mail\b|\bcourriel\b|\badresse (electronique|mail|de contact)\b|\bmail address\b|"
        r"\badresse? (pour|to|for)\b|\bcontact address\b",
    ),
    (
        "duration",
        r"\bhow much time\b|\bhow many (minutes|days|weeks|months|years|hours)\b|"
        r"\bhow (long|fast|soon|quickly)\b|"
        r"\bduration\b|\bcombien d(?:e |')(minutes|jours|semaines|mois|ans|annees|heures|temps)\b|"
        r"\bduree\b|\bdelais? (moyen|d|entre|avant|pour)|\b(waiting|lead) times?\b|"
        r"\btemps (d'attente|de |necessaire|moyen)|\btime (taken|needed|it takes)\b",
    ),
    (
        "percent",
        r"\b(what|which|quel(le)?s?) (share|percentage|proportion|part|pourcentage)\b|"
        r"\b(how many|how much) per ?cent\b|\b(pourcentage|percentage|proportion)\b|"
        r"(^|[:,;] ?)(share|part) (of|d)|\btaux\b|\brates?\b",
    ),
    (
        "amount",
        r"\bhow much\b(?! time)|\b(what|which|quel(le)?s?)( \w+){0,3} (amount|budget|cost|price|"
        r"fee|sum|grant|funding|turnover|revenue|montant|cout|prix|tarif|somme|subvention|financement|"
        r"enveloppe)s?\b|"
        # "Combien ont été financés" counts them.
        r"\bcombien\b(?! d(?:e |['’])(?!argent|euros))"
        r"(?! ont ete \w+es\b).*\b(cout\w*|faut|fallait|vers\w+|recoi\w+|"
        r"recu\w*|touch\w+|pa(y|i)\w+|vaut|"
        r"rapport\w+|euros|argent|depens\w+|donn\w+|apport\w+|factur\w+|financ\w+)\b|"
        r"\bcombien (?:s['’](?:el[eè]v|etabli)|se (?:mont|chiffr))\w*\b(?=.*\b(?:bourses?|aides?"
        r"|prix|subventions?|dotations?|financements?|investissements?|frais|couts?|recettes|depenses"
        r"|indemnites?|gratifications?|dons?)\b)(?!.*\b(?:nombre|effectifs?)\b)|"
        r"\bcombien est\b|\b(budget|montant|amount|couts?|cost|turnover|chiffre d'affaires|tarif|"
        r"price|fee|prix d[eu'](?! l'innovation| la meilleure| meilleur| public| jury)|cotisation|"
        r"loyer|enveloppe|plafond|surcout|salary|salaire|rent)\b|"
        r"\b(hourly|daily|day|weekly|monthly|night|nightly|room|hotel) rate\b|"
        r"\b(subvention|aide|financement|grant|aid|funding|support)s? (maxim|minim|plafonn|ceiling|"
        r"(par|per) (dossier|projet|project|entreprise|company|pme|sme))|"
        r"\b(maximum|minimum|max) (grant|aid|support|funding|contribution)\b",
    ),
    (
        "number",
        r"\bhow many\b|\bcombien\b|\bnumber of\b|\bnombre (\w+ )?d|\bnb d|\bnombre (moyen|total)|"
        r"\b(maximum|minimum|average|total) number\b|"
        r"\battendance\b|\beffectifs?\b|\bheadcount\b|"
        r"\bhow (big|large|high|tall|far|wide|deep|heavy)\b|\bquelle (taille|distance|surface)\b",
    ),
    (
        "date",
        r"\bwhen\b|\bquand\b|\b(what|which|on what) (date|day|month|year)s?\b|\bby when\b|"
        r"\b(a |en |pour )?quel(le)?s? (date|jour|mois|annee|periode)s?\b|\bdeadline\b|"
        r"\bdate limite\b|\bdates?\b|\b(last|final) day\b|\bdernier jour\b|"
        r"\bannee d(?:e |['’])|\byear of\b|\bcalendrier\b|\bsince when\b",
    ),
    (
        "place",
        r"\bwhere\b|\b(what|which|in what|in which) (city|town|place|country|venue|location)\b|"
        r"(?:^|(?<= et ))ou(?= |$)|\bvenue\b|"
        # "C'était où", "le forum est où ?", but not "est ou sera".
        r"(?:(?<=\bc'est )|(?<=\bc’est )|(?<=\betait )|(?<=\bsera )|(?<=\ba lieu )"
        r"|(?<=\bont lieu )|(?<=\baura lieu )|(?<=\beu lieu )|(?<=(?<!['’])\best ))"
        r"ou(?= |$)(?! (?:sera|etait|est|a|non|pas|bien|meme|n['’]))|"
        r"(?<!\beu )(?<!\ba )(?<!\bont )(?<!\baura )(?<!\bauront )(?<!\bau )\blieu\b|"
        r"\b(dans |a )?quel(le)?s? (ville|lieu|pays|endroit|commune|salle)\b",
    ),
    (
        "who",
        r"\bwho(m|se)?\b|\bqui\b|"
        r"\b(which|what|quel(le)?s?) (?!(?:is|are) an? )"
        r"((?!(?:do|does|did|has|have|can|the|le|la|les)\b)\w+ ){0,2}?(" + _BODIES + r")\b(?!['’])|"
        r"\bpar quel|\b(speakers?|intervenante?s?|orateurs?|hosts?|hotes?|"
        # "Organiser" is a verb in French.
        r"organizers?|organisers|(?<!\bpour )(?<!\ba )(?<!d['’])(?<!\bcomment )(?<!\bde )(?<!\by )"
        r"organiser(?! (?:une?|l[ea]s?|des|ces?|cette|son|sa|ses|leurs?)\b| l['’])|"
        r"organisateurs?|coordinators?|coordinateurs?)\b",
    ),
    (
        "definition",
        r"^(what|who) (is|are) (an? |the |meant by )?\S+( \S+){0,3}$|\bqu'est[- ]ce qu(?!i\b)|"
        r"\bc'est quoi\b|\bdefin|\bwhat does .{1,40} (mean|stand for)\b|\bsignifi|"
        r"\bque veut dire\b",
    ),
)
_EVENTS = (
    r"events|evenements|exchanges|echanges|meetings|reunions|visits|visites|webinars|webinaires|"
    r"workshops|ateliers|missions|forums|calls|appels|kick-offs|lancements"
)
_VERBS = (
    r"are|were|do|does|did|have|had|can|could|will|would|should|must|may|might|came|happens|makes|pays|"
    r"goes|means|runs|needs|gets|gives|takes|keeps|owns|leads|sets|says|builds|holds|leaves|uses|"
    r"plays|works|covers|offers|wants|heads|hosts|funds|manages|organi[sz]es|"
    r"closes|opens|ends|starts|begins|knows|veux|peux"
)
_LINKS = r"of|for|in|at|by|to|from|with|on|du|de|des|pour|en|dans|sur|a|au|aux|chez|selon|according"
# What ends like a plural and is none, or is asked for as a single figure.
_SINGULAR = (
    r"\w*(?:ss|us|is|as)|(?!topics)\w+ics|news|series|headquarters|sports|textiles|composites|"
    r"\w*cours|taux|poids|moins|temps|corps|acces|succes|progres|congres|proces|mieux|fonds|tiers|"
    r"mars|alors|fees|costs|expenses|prices|sales|hours|days|dates|seats|savings|earnings|couts|"
    r"depenses|recettes|pertes|ventes|tarifs|horaires|heures|jours|places|revenus|effectifs|"
    r"coordonnees|les|des|ces|ses|nos|vos|leurs|sans|dans|vers|plus|tres|apres|depuis|lors|hors"
)
_MANY = rf"(?!(?:{_VERBS}|{_LINKS}|{_SINGULAR})\b)(?:\w{{2,}}s|\w+[ae]ux|criteria)\b"
_BARE = (
    rf"(?!(?:{_VERBS}|{_LINKS}|is|was|does|has|the|an?|le|la|les|who|how|when|where|qui|quel(?:le)?|"
    r"ou|quand|combien)\b)\w+"
)
PLURAL: Final = re.compile(
    rf"\b(which|what) (?:{_BARE} ){{0,3}}?(clusters|organi[sz]ations|companies|projects|"
    r"partners|documents|reports|countries|cities|regions|speakers|members|" + _EVENTS + r")\b|"
    r"\b(who|qui) .{1,60}\b(" + _EVENTS + r")\b|"
    r"\bquels\b|\bquelles\b|\blist(e|er|s)?\b|\ball (the|of)\b|\btou(s|tes) les\b|"
    r"\bwho (\w+ )?(were|are) the\b|\bqui sont\b|\bexamples? of\b|\bexemples? d|"
    rf"\b(?:which|what) {_MANY}|\bwhich of the\b|"
    # "Which French companies joined", but not "which company supplies steel".
    rf"\b(?:which|what) (?:{_BARE} ){{1,2}}?{_MANY}(?= (?:\w+ed|{_VERBS})\b|$)|"
    rf"^what (?:are|were) (?:(?:the|its|their) )?(?:{_BARE} ){{0,3}}?{_MANY}"
)
# Without a question word: the noun that comes first, or that something is said to be of or to do;
# not where a figure is asked for, or why: "nb participants", "pourquoi deux projets".
_FIGURE = (
    r"why|pourquoi|nb\w*|nombre|number|total|montant|amount|tarif|dates?|duree|duration|pourcentage|"
    r"percentage|taux|rate|e?mail|adresse|address"
)
PLURAL_OPENER: Final = re.compile(
    rf"{_MANY}(?! ?:)|(?!(?:{_FIGURE})\b){_BARE} {_MANY}"
    rf"(?= (?:{_LINKS}|that|which|who|qui|\w{{3,}}ed)\b| (?:19|20)\d\d\b|$)"
)
# What was decided, seen, asked for …: mostly several things, though no noun counts them. The verbs
# must be verbs: not "the deadline of the call for proposals", "the agreed fee", "le stand retenu".
_TOLD = (  # English, active
    r"recommend(?:s|ed)?|decided?|decides|agreed? (?:on|to)|advised?|advises|suggest(?:s|ed)?"
    r"|proposed?|proposes|(?<!the )learn(?:ed|t)?|see|discover(?:ed)?|ask(?:s|ed)? for"
    r"|(?<!the )(?<!an )(?<!a )(?:demand(?:s|ed)?|call(?:s|ed)? for)|concluded?|criticis(?:es?|ed)"
    r"|complain(?:ed)? (?:about|of)"
)
_WAS_TOLD = (
    r"recommended|decided|agreed|advised|suggested|proposed|learn(?:ed|t)|seen|discovered|asked for"
    r"|demanded|called for|concluded|criticised"
)
_DIT = (  # French, in the present
    r"recommand(?:e|ent|ait)|decide|decident|conseill(?:e|ent|ait)|propos(?:e|ent|ait)"
    r"|suggere(?:nt)?|preconis(?:e|ent)|(?<!une )(?<!la )demand(?:e|ent|ait)|reclam(?:e|ent|ait)"
    r"|retien(?:t|nent)|critiqu(?:e|ent)|reproch(?:e|ent)"
)
_A_DIT = (
    r"recommande|decide|convenu|conseille|propose|suggere|preconise|demande|reclame|appris|vu"
    r"|decouvert|retenu|conclu|critique|reproche"
)
_AVOIR = r"(?:(?:a|ont|avons|avez|avait|avaient|ete)(?:-t-\w+|-\w+)?)"
TOLD: Final = re.compile(
    rf"^(?:what (?:did|does|do|has|have|had) (?!.*\bcost)(?:\S+ ){{0,8}}?(?:{_TOLD})\b|"
    r"what (?:was|were|has been|have been) (?:(?!the|an?|its|their|our|his|her)\w+ ){0,2}?"
    rf"(?:{_WAS_TOLD})\b(?= (?:{_LINKS}|about|during|after|before|regarding)\b|$)|"
    r"what came out of\b|"
    # What a text teaches, for whoever asks.
    r"(?:what|which \w+) (?:should|can|could|may|must|do|did|to) (?:(?:we|i|one|you|they) )?"
    r"(?:remember|retain|take away|keep in mind)\b|"
    r"qu(?:e |['’ ]|oi )(?:(?!pour|afin)\S+ ){0,4}?reten(?:ir|ons|ez)\b|"
    r"qu(?:e |['’ ]|oi )(?!.*\b(?:cout\w*|prix|vaut|budget)\b)(?!pens|signifi|veut|devien|fait)"
    rf"(?:(?!est-ce)(?:\S+ ){{0,8}}?(?:{_DIT})\b|"
    rf"(?:\S+ ){{0,8}}?{_AVOIR} (?:\S+ ){{0,6}}?(?:{_A_DIT})\b))"
)
PAST: Final = re.compile(
    r"\b(?:took|has|have|had|were|was|did|hosted|held|happened|welcomed|received|signed|organi[sz]ed"
    r"|opened|closed|attended|participated|joined|visited|gathered|came|went"
    r"|ont(?! lieu)|a(?! lieu)|avait|avaient|eu lieu|s'est|se sont|etait|etaient)\b"
)
# Words that shape the question and need not stand in the answer.
SHAPE: Final = re.compile(
    r"^(amount|montant|sum|somme|date|dates|day|jour|jours|year|annee|month|mois|city|ville|town|"
    r"country|pays|place|lieu|location|venue|endroit|share|percentage|proportion|part|pourcentage|"
    r"taux|rate|number|nombre|name|nom|noms|names|duration|duree|person|personne|people|who|"
    r"organi[sz]ations?|organismes?|structures?|document|documents|rapport|rapports|report|reports|"
    r"example|examples|exemple|exemples|definition|euro|euros|information|informations|"
    r"reten(?:ir|ons|ez)|retient|retiens|remember|away|take ?aways?|"
    r"time|temps|long|days?|weeks?|semaines?|months?|years?|annees|ans|hours?|heures?|"
    r"held?|hold|hosted|tient|tiennent|tenir|grace|dure|durent|last|lasts|lasted|place|happened|happen|takes?|tenu|tenue|tenus|lieu|situe|located|called)$"
)
WHICH_BODY: Final = re.compile(
    r"\b(?:which|what|quel(?:le)?s?) (?:\w+ ){0,2}?(?P<body>" + _BODIES + r")\b"
)
# What an event is called varies from document to document, and often goes unsaid.
EVENT: Final = re.compile(
    r"^(webinar|webinaire|meeting|reunion|event|evenement|exchange|echange|workshop|atelier|"
    r"conference|seminar|seminaire|session|visit|visite|presentation|rencontre|forum|congress|"
    r"congres|summit|sommet|training|formation|kick-?off|lancement|launch|group|groupe|journee|"
    r"talk|lecture|project|projet|programme|program)s?$"
)
TOPIC_OPENERS: Final = re.compile(
    r"^(how (?!many|much|long|fast|soon|quickly|big|large|high|tall|far|wide|deep|heavy)|comment|"
    r"why|pourquoi|what (did|do|does)|what (were|was|are)\b(?! (?:the|its|their|your|our)\b)|que |"
    r"quoi)"
)
DEADLINE: Final = re.compile(
    r"\bdeadline|\blimite\b|\bby when|\bclos|\bclotur|\bapply|\bcandidat|\becheance|\bsubmi|"
    r"\bdepos|\b(last|final) day\b|\bdernier jour\b|\bferm(e|ent|era|eront)\b|\bexpir"
)
# Held by a person, never by an organisation; a work package or project may be led by either.
POSITION: Final = re.compile(
    r"\b(director|directeur|directrice|manager|president|presidente|chair(man|woman|person)?|ceo|"
    r"head of|head|responsable|delegue|deleguee|secretary|secretaire|charge de|chargee de|pdg|"
    r"professor|professeur|maire|mayor|minister|ministre|presid\w+|chairs|chaired|"
    r"(?:dirig\w+|heads|headed|manages|runs)"
    r"(?!.*\b(?:lots?|wp ?\d|work ?packages?|projets?|projects?|taches?|tasks?)\b))\b"
)
# Asks for the day of a document itself.
PUBLISHING: Final = re.compile(
    r"\bpubli|\bpubly|\bposted\b|\bissued\b|\bsent\b|\bdated\b|\breleased\b|\bwritten\b"
    r"|\benvoy|\bparu|\bdiffus|\bmis(?:e|es)? en ligne\b|\brediges?\b|\bredigees?\b"
)
# Asks how many documents tell of something, which no sentence of theirs says.
DOCUMENTS_COUNTED: Final = re.compile(
    r"\b(?:how many|number of|combien d['e]|nombre d['e]) ?"
    r"(?:documents?|reports?|rapports?|comptes[- ]rendus|notes?|texts?|textes?|articles?|papers?)"
    r"(?: (?:are|is|there|do|does|qui|which|that|in the library|de la bibliotheque))* "
    r"(?:about|mention\w*|speak|speaks|talk|talks|deal|deals|concern\w*|discuss\w*|refer\w*|on"
    r"|parlent?|traitent?|evoqu\w+|portent?|abordent?|citent?|sur)\b"
)
