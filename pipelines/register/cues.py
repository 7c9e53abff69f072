"""The words that ask the register for something, in both languages.

They are matched on text in lower case without accents.
"""

from __future__ import annotations

import re
from typing import Final, Literal

Cell = Literal[
    "event",
    "host",
    "organiser",
    "date",
    "deadline",
    "place",
    "partners",
    "projects",
    "participants",
]

WHICH: Final = (
    r"(?:which|what|quel(?:le)?s?|list(?:e[rz]?)?(?: (?:complete|exhaustive))?(?: of)?"
    r"(?: d[eu]s?| d['’])?(?: all)?(?: the| les)?"
    r"|all(?: of)?(?: the)?|tou(?:s|tes) les|every|show(?: me)?(?: all)?(?: the)?"
    r"|donnez(?:-moi)? (?:les|la liste des)|quels sont les|quelles sont les|what are the"
    r"|were there any|y a-t-il (?:eu )?des)"
)
HOW_MANY: Final = r"(?:how many|combien (?:de |d['’])?|number of|nombre (?:de |d['’]))"
WORDS: Final = r"(?:[ ]?[\w'’&.-]+[ ]){0,3}"
LISTED: Final = re.compile(rf"\b{WHICH}(?:[ ]|(?<=['’])){WORDS}$")
COUNTED: Final = re.compile(rf"\b{HOW_MANY}[ ]?(?P<between>{WORDS})$")
NOT_BETWEEN: Final = re.compile(
    r"\b(?:a|at|in|to|of|for|by|during|from|au|aux|du|des|de|d|le|la|les|en|dans|pour|lors|par"
    r"|an|un|une|some|the|did|does|were|was|has|have)\b"
)
BODY: Final = (
    r"(?:organi[sz]ations?|organismes?|clusters?|poles?|grappes?|companies|company|entreprises?"
    r"|structures?|partners?|partenaires?|members?|membres?|associations?|agenc(?:y|ies|es?)"
    r"|institutions?|regions?|universit(?:y|ies|es?))"
)
PLACES: Final = (
    r"(?:cit(?:y|ies)|towns?|villes?|communes?|countr(?:y|ies)|pays|lieux|locations?|venues?)"
)
PEOPLE: Final = (
    r"(?:people|persons?|participants?|attendees|visitors|delegates|smes|personnes|visiteurs|pme"
    r"|inscrits|delegues)"
)
# Whatever they are called, those that take part in something are asked for.
TAKERS: Final = (
    rf"{WHICH}[ ](?:[\w'’-]+[ ])?[\w'’-]+s (?=(?:take|took|are taking|have taken) part\b|particip"
    r"|(?:have |were |are |is |was )?(?:attend|involved|part of|came)|ont (?:participe|pris part)"
    r"|(?:sont|etaient) (?:impliqu|engage|venu)|(?:font|faisaient) partie|compos|make up|belong"
    r"|(?:are|were|sont|etaient) (?:members|partners|membres|partenaires)\b)"
)
WHO: Final = re.compile(
    rf"(?:^|[,:;?] ?|\b(?:par|chez|with|by|avec|and|et|a|to) )(?:who|whom|qui)\b"
    rf"|\b{WHICH}[ ](?:[\w'’-]+[ ]){{0,2}}?{BODY}\b"
    rf"|\b{HOW_MANY}[ ]?(?:[\w'’-]+[ ]){{0,1}}?{BODY}\b|\b(?:par|by) (?:quels?|which|whom)\b"
    rf"|\b{TAKERS}"
)
COUNTED_BODY: Final = re.compile(rf"\b{HOW_MANY}[ ]?(?:[\w'’-]+[ ]){{0,1}}?{BODY}\b")
COUNTED_OTHER: Final = re.compile(
    rf"\b{HOW_MANY}[ ]?(?:[\w'’-]+[ ])??(?:(?P<body>{BODY})|(?P<place>{PLACES})"
    r"|(?P<project>projects?|projets?))(?![\w-])"
)
INSIDE: Final = re.compile(r"\b(?:in|to|from|dans|a|vers|pour)[ ]$")
ROLES: Final[tuple[tuple[Cell, re.Pattern[str]], ...]] = (
    (
        "host",
        re.compile(
            r"\b(?:host\w*|accueil\w*|heberg\w*|recoi\w*|recu[es]{0,2}|recevoir|receiv\w*"
            r"|welcom\w*|hotes?|chez)\b"
        ),
    ),
    ("organiser", re.compile(r"\b(?:organi[sz](?!ations?\b|mes?\b)\w*|set up|convened|ran)\b")),
    (
        "partners",
        re.compile(
            r"\b(?:partners?|partenaires?|partnership|partenariat|membres? du consortium"
            r"|consortium|(?:take|takes|took|taking|taken) part|pris part|prennent part|particip\w*"
            r"|sign(?:e|ed|es|ent|er|ing)?|signataires?|signatories"
            r"|(?:makes?|made|making) up|compos\w*|constitu\w*|belong\w*|appart\w+"
            r"|(?:is|are|was|were) (?:a )?part of|fai(?:t|saient) partie|font partie|involved"
            r"|impliqu\w*|engagee?s?|associee?s?|attend(?:s|ed|ing)?|came|venue?s?|joined"
            r"|forment|behind|derriere|twinned|jumel\w+|together|ensemble|unissent|reunit)\b"
        ),
    ),
)
CELLS: Final[tuple[tuple[Cell, re.Pattern[str]], ...]] = (
    (
        "deadline",
        re.compile(
            r"\b(?:deadlines?|dates? limites?|dates? de cloture|closing dates?|clos(?:e|es|ing)"
            r"|echeances?|jusqu['’]a quand|until when|by when|fermen?t?|cloturen?t?)\b"
        ),
    ),
    ("date", re.compile(r"\b(?:when|quand|dates?|what days?|quels jours)\b")),
    (
        "place",
        re.compile(
            r"\b(?:where|(?:et|and|est-ce) ou\b|ou\b(?= (?:ont|a|se|s['’]|sont|est|etaient))"
            r"|(?<!eu )(?<!ont )(?<!aura )(?<!auront )(?<!avoir )lieux?"
            r"|(?<!take )(?<!takes )(?<!took )(?<!taken )(?<!taking )places?"
            r"|(?<!sont )(?<!etaient )venues?|(?:which|what|quel(?:le)?s?|how many|combien de)"
            rf" (?:[\w-]+ )?{PLACES})\b"
            r"|^ou\b"
        ),
    ),
    (
        "participants",
        re.compile(
            rf"\b{HOW_MANY}[ ]?(?:[\w-]+ )?{PEOPLE}\b"
            r"|\b(?:attendances?|headcounts?|frequentations?)\b"
        ),
    ),
    (
        "host",
        re.compile(
            r"\b(?:chez (?:qui|quels?)|quels? hotes?|(?:which|what) hosts?"
            r"|(?:and|with) (?:the|their) hosts?|(?:et|avec) leurs? hotes?)\b"
        ),
    ),
    ("projects", re.compile(rf"\b{WHICH}[ ](?:[\w-]+[ ]){{0,1}}?(?:projects?|projets?)\b")),
)
PLANNED: Final = re.compile(
    r"\b(?:(?:than|as|at|que|qu['’])? ?(?:first|initially|originally|initialement|d['’]abord) )?"
    r"(?:planned|scheduled|foreseen|prevue?s?|programmee?s?)(?: initialement)?\b"
)
# Held or planned alike: "held or planned", "ont eu lieu ou sont prévus".
EITHER: Final = re.compile(
    rf"\b(?:held|tak(?:en|e|es) place|took place|happened|past|eu(?: lieu)?|passee?s?|tenue?s?"
    rf"|organi[sz]\w+) (?:or|and|ou|et)\b[^,;?]{{0,24}}{PLANNED.pattern}"
    rf"|{PLANNED.pattern}[^,;?]{{0,12}} (?:or|and|ou|et)\b[^,;?]{{0,24}}?\b(?:held|taken place"
    r"|took place|past|eu(?: lieu)?|passee?s?|tenue?s?)\b"
)
FUTURE: Final = re.compile(
    r"\b(?:will|upcoming|coming|next|prochain\w*|a venir|aura|auront|sera|seront)\b"
)
# Companies that come to an event are its participants: partners are no attendance.
CAME: Final = re.compile(
    rf"\b(?:(?P<counted>{HOW_MANY})|which|what|quel(?:le)?s?)[ ]?(?:[\w-]+[ ])?"
    r"(?:companies|entreprises|firms|businesses|societes|start-?ups|smes|pme)[ ]"
    r"(?:(?:have|has|had|were|ont|etaient|sont|y)[ ])*(?:attend\w*|came|come|took part"
    r"|taken part|particip\w*|assist\w*|venues?|presente?s?|pris part|prennent part)\b"
)
# Right before a noun, which may have it for its first word.
NEXT: Final = re.compile(r"\b(?:next|upcoming|prochaine?)[ ](?:(?!year|month|week)[\w-]+[ ]){0,2}$")
NEXT_ONE: Final = re.compile(r"(?:next|upcoming|prochaine?)[ ]")
CANCELLED: Final = re.compile(
    r"\b(?:cancel\w*|annul\w*|called off|supprim\w*|(?:(?:did|were|was) (?:not|never)"
    r"|(?:did|were|was)n['’]t) (?:take place|held|happen)|n['’](?:a|ont) (?:pas|jamais) eu lieu"
    r"|ne (?:s['’]est|se sont) (?:pas|jamais) (?:tenu|deroul)\w*)\b"
)
# What no list tells anyway, unless it is asked for.
NOT_CANCELLED: Final = re.compile(
    r"\b(?:not|never|(?:was|were|has|have|is|are)n['’]t)(?: been)? (?:cancel\w+|called off)\b"
    r"|\b(?:n['’](?:a|ont|est|etai(?:t|ent)) (?:pas|jamais)(?: ete)?|ne sont pas|non)"
    r" (?:annul|supprim)\w+"
)
# On other days than were planned.
MOVED: Final = re.compile(
    r"\b(?:postpon\w*|reschedul\w*|defer(?:red|ral\w*)|moved|shifted|(?:put|pushed) (?:off|back)"
    r"|brought forward|delayed|repouss\w*|reportee?s?|decalee?s?|deplacee?s?|ajournee?s?"
    r"|reprogramme\w*|retardee?s?|(?:avanc|differ)(?:ee|es|ees)"
    r"|(?:chang\w+|another|other|new) (?:of )?(?:the |their )?dates?"
    r"|chang\w+ (?:de|leurs?|la|les) dates?|(?:autres?|nouvelles?) dates?)\b"
    r"(?: (?:to|a|for) (?:a |an |une |d['’])?"
    r"(?:later|earlier|another|other|new|autres?|nouvelles?)? ?(?:dates?|days?|times?|jours?)\b"
    r"(?: (?:ulterieure|anterieure)s?)?| later| plus tard)?"
)
ONLINE: Final = re.compile(
    r"\b(?:online|on line|virtual(?:ly)?|remotely|en ligne|visio\w*|a distance|en distanciel)\b"
)
# How an event stands, which is no topic of it.
STATES: Final = (PLANNED, FUTURE, CANCELLED, MOVED, ONLINE)
EACH: Final = re.compile(r"\b(?:each|every|chaque|chacun\w*)\b[^,;?]{0,24}$")
# A town stands behind one of these.
IN_TOWN: Final = re.compile(r"\b(?:in|at|to|near|around|a|pres d[e'’]|autour d[e'’])[ ]?$")
# With the article of a town's name: Le Havre, Les Herbiers.
IN_THE_TOWN: Final = re.compile(r"\b(?:(?P<le>au|pres du|autour du)|aux|pres des|autour des)[ ]$")
# Events that are called after what they are about: "les rencontres du lin", "days of the sea".
OF_THE: Final = re.compile(r" (?:(?:du|des|de la|of the) |de l['’])")
# Before a country that events are not in.
OUTSIDE: Final = re.compile(
    r"\b(?:hors|en dehors|outside)(?: (?:de|du|des|of|d['’]))?(?: (?:la|le|les|the|l['’]))?[ ]?$"
)
# Two of a kind: towns, nouns of events.
JOINED: Final = re.compile(
    r" ?(?:,|&|/|,? ?\b(?:and|or|et|ou|as well as|ainsi que)\b(?: (?:of|in|at|a|en|the|les?|la|des?"
    r"|all|any))*(?: d['’]| l['’])?) ?"
)
# Associated partners are to be told as well.
ALSO_ASSOCIATED: Final = re.compile(
    r"(?:\b(?:including|and|with|plus|et|avec|y compris|dont)(?: the| its| any| les| ses| leurs)?"
    r" )(?:associated?s? (?:partners?|members?)|(?:partenaires?|membres?|clusters?) associee?s?"
    r"|associee?s?)\b|\b(?:(?:partenaires?|membres?|clusters?) )?associee?s? (?:y )?compris\w*"
    r"|\bassociated? (?:partners? |members? )?included\b"
)
# A number by rule, not one of the record.
RULE: Final = re.compile(
    r"\b(?:must|should|can|could|may|need to|ha(?:s|ve) to|doi(?:t|vent)|devr\w+|faut|peu(?:t|vent)"
    r"|(?:per|a|each|every) (?:year|month)|(?:par|chaque) (?:an|annee|mois))\b"
)
WHO_ALONE: Final = re.compile(r"(?:^|[,:;?] ?)(?:(?:par|de|with) )?(?:who|qui)\b")
# What may stand before the noun of a heading, and what makes it a sentence.
OPENS: Final = re.compile(r"(?:(?:the|les?|all|past|upcoming|next|open|prochaine?s?) )*")
VERB: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|must|should|will|est|sont|etait|etaient|ont"
    r"|avait|doit|doivent|peut|peuvent|faut|how|what|why|comment|quoi|que|quel\w*|budget\w*)\b"
)
# "A" that may be a verb and no "à" without its accent: "a accueilli", "a-t-on", not "a Brest".
HAS: Final = re.compile(
    r"\ba(?=-t-| (?:(?:pas|deja|aussi|bien|\w{3,}ment) )?"
    r"(?P<done>\w+(?:[eiu]|is|it|ert)e?s?)\b)"
)
# Who does something else than taking part.
OTHERWISE: Final = re.compile(
    r"\b(?:lead\w*|led|coordin\w*|pilot\w*|chef de file|dirig\w*|presid\w*|head\w*|chair\w*"
    r"|represent\w*|contact\w*|pay|pays|paid|paie\w*|fund\w*|financ\w*|speak\w*|spoke\w*"
    r"|present\w*|interv\w*|respons\w*|charge|manag\w*|gere\w*|evalu\w*|select\w*|visit\w*"
    r"|employ\w*|left|quitt\w*|withdr\w*|retir\w*)\b"
)
MEMBERS_OF: Final = re.compile(
    r"\b(?:compan(?:y|ies)|entreprises?|smes?|pme|members?|membres?|adherents?) (?:[\w'’-]+ ){0,3}?"
    r"(?:of|to|in|de|des|du|aux?|d['’]) ?(?:the |les |la |each |chaque )?"
    r"(?:clusters?|poles?|partners?|partenaires?)\b"
)
BELONGS: Final = re.compile(
    r"\b(?:makes? up|compos\w*|constitu\w*|belongs?|appart\w+|part of|partie|involved|impliqu\w*"
    r"|engagee?s?|particip\w+|takes? part|took part|taken part|pris part|consortium|partnership"
    r"|partenariat|joined|forment|behind|derriere|twinned|jumel\w+|together|ensemble|unissent"
    r"|reunit)\b"
)
TOPIC: Final = re.compile(
    r"^(?:how (?!many)|comment|why|pourquoi|what (?:did|do|does)\b|what (?:was|were|is)\b(?! the)"
    r"|que |de quoi|sur quoi|about )"
)
PLURAL_BODY: Final = re.compile(
    rf"\b{WHICH}[ ](?:[\w'’-]+[ ]){{0,2}}?(?=\w+s\b){BODY}\b|\bwho (?:are|were|all)\b"
    rf"|\bqui sont\b|\b{TAKERS}|\b{WHICH}[ ](?:[\w-]+[ ])?(?:towns|cities|villes|pays|countries"
    r"|projects|projets)\b"
)
ANY_ONE: Final = re.compile(r"(?:^|[ ])(?:an?|une?|des|any|some|d['’])[ ]?(?:[\w-]+[ ])?$")
OF: Final = re.compile(r" (?:de|du|des|d['’]|a|of|for|en|d)(?: |\b)")
PARTNER_OF: Final = re.compile(r"\b(?:partners?|partenaires?|clusters?|poles?)\b[^,;?]{0,14}$")
# Somewhere else, which missions are anyway.
ABROAD: Final = re.compile(r"\b(?:a l['’]etranger|abroad|overseas|in foreign countries)\b")
# Said by somebody of an event: no word that lists.
SAID_BY: Final = re.compile(
    r"\b(?:mentioned|cited|listed|mentionnee?s?|citee?s?|listee?s?)[ ](?:by|par)\b"
)
