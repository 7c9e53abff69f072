"""The words that ask the register for something, in both languages.

They are matched on text in lower case without accents.
"""

from __future__ import annotations

import re
from typing import Final, Literal

Cell = Literal["event", "host", "organiser", "date", "deadline", "place", "partners", "projects"]

WHICH: Final = (
    r"(?:which|what|quel(?:le)?s?|list(?:e[rz]?)?(?: of)?(?: d[eu]s?| d['’])?(?: all)?"
    r"(?: the| les)?"
    r"|all(?: of)?(?: the)?|tou(?:s|tes) les|every|show(?: me)?(?: all)?(?: the)?"
    r"|donnez(?:-moi)? (?:les|la liste des)|quels sont les|quelles sont les|what are the"
    r"|were there any|y a-t-il (?:eu )?des)"
)
HOW_MANY: Final = r"(?:how many|combien (?:de |d['’])?|number of|nombre (?:de |d['’]))"
WORDS: Final = r"(?:[ ]?[\w'’&.-]+[ ]){0,3}"
LISTED: Final = re.compile(rf"\b{WHICH}[ ]{WORDS}$")
COUNTED: Final = re.compile(rf"\b{HOW_MANY}[ ]?(?P<between>{WORDS})$")
NOT_BETWEEN: Final = re.compile(
    r"\b(?:a|at|in|to|of|for|by|during|from|au|aux|du|des|de|d|le|la|les|en|dans|pour|lors|par"
    r"|the|did|does|were|was|has|have)\b"
)
BODY: Final = (
    r"(?:organi[sz]ations?|organismes?|clusters?|poles?|grappes?|companies|company|entreprises?"
    r"|structures?|partners?|partenaires?|members?|membres?"
    r"|regions?|universit(?:y|ies|es?))"
)
# Whatever they are called, those that take part in something are asked for.
TAKERS: Final = (
    rf"{WHICH}[ ](?:[\w'’-]+[ ])?[\w'’-]+s (?=(?:take|took|are taking|have taken) part\b|particip"
    r"|(?:are|were|sont|etaient) (?:members|partners|membres|partenaires)\b)"
)
WHO: Final = re.compile(
    rf"(?:^|[,:;?] ?|\b(?:par|chez|with|by|avec|and|et|a|to) )(?:who|whom|qui)\b"
    rf"|\b{WHICH}[ ](?:[\w'’-]+[ ]){{0,2}}?{BODY}\b"
    rf"|\b{HOW_MANY}[ ]?(?:[\w'’-]+[ ]){{0,1}}?{BODY}\b|\b(?:par|by) (?:quels?|which|whom)\b"
    rf"|\b{TAKERS}"
)
COUNTED_BODY: Final = re.compile(rf"\b{HOW_MANY}[ ]?(?:[\w'’-]+[ ]){{0,1}}?{BODY}\b")
ROLES: Final[tuple[tuple[Cell, re.Pattern[str]], ...]] = (
    (
        "host",
        re.compile(
            r"\b(?:host\w*|accueil\w*|heberg\w*|recoi\w*|recu[es]{0,2}|recevoir|receiv\w*"
            r"|welcom\w*|hotes?|chez)\b"
        ),
    ),
    ("organiser", re.compile(r"\b(?:organi[sz]\w*|set up|convened|ran)\b")),
    (
        "partners",
        re.compile(
            r"\b(?:partners?|partenaires?|partnership|partenariat|membres? du consortium"
            r"|consortium|(?:take|takes|took|taking) part|particip\w*|sign(?:e|ed|es|ent|er|ing)?"
            r"|signataires?|signatories)\b"
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
            r"|venues?|(?:which|quelles?) (?:cit(?:y|ies)|towns?|villes?"
            r"|countr(?:y|ies)|pays))\b|^ou\b"
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
FUTURE: Final = re.compile(
    r"\b(?:will|upcoming|coming|next|planned|prochain\w*|a venir|prevu\w*|aura|auront|sera"
    r"|seront)\b"
)
CANCELLED: Final = re.compile(r"\b(?:cancel\w*|annul\w*|called off|supprim\w*)\b")
TOPIC: Final = re.compile(
    r"^(?:how (?!many)|comment|why|pourquoi|what (?:did|do|does)\b|what (?:was|were|is)\b(?! the)"
    r"|que |de quoi|sur quoi|about )"
)
PLURAL_BODY: Final = re.compile(
    rf"\b{WHICH}[ ](?:[\w'’-]+[ ]){{0,2}}?(?=\w+s\b){BODY}\b|\bwho (?:are|were|all)\b"
    rf"|\bqui sont\b|\b{TAKERS}"
)
ANY_ONE: Final = re.compile(r"(?:^|[ ])(?:an?|une?|des|any|some|d['’])[ ]?(?:[\w-]+[ ])?$")
OF: Final = re.compile(r" (?:de|du|des|d['’]|a|of|for|en|d)(?: |\b)")
OPENED: Final = re.compile(r"\b(?:open(?:ed|s|ing)?|ouv(?:ert|re|rent|erts|erte|ertes)|launched)\b")
YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
PARTNER_OF: Final = re.compile(r"\b(?:partners?|partenaires?|clusters?|poles?)\b[^,;?]{0,14}$")
# Words that choose the cell or the tense and are no topic.
SPENT: Final = re.compile(
    r"^(?:take|takes|took|taken|place|held|hold|eu|lieu|host\w*|hotes?|accueil\w*|heberg\w*|rec[ue]\w*"
    r"|receiv\w*|welcom\w*|organi[sz]\w*|dates?|when|where|clos\w*|clotur\w*|ferm\w*|deadlines?|limites?"
    r"|open\w*|ouv\w*|announced?|annonc\w*|planned|prevu\w*|cancel\w*|annul\w*|sign\w*|partner\w*"
    r"|parten\w*|particip\w*|part|consortium|list\w*|events?|evenements?|manifestations?|happen\w*"
    r"|upcoming|coming|next|prochain\w*|venir|year|annee|month|mois|number|nombre|many|combien"
    r"|lead|launch\w*|lanc\w*|projects?|projets?|countr\w+|pays|cit(?:y|ies)|villes?|venues?|places?"
    r"|one|two|three|four|five|six|seven|eight|deux|trois|quatre|cinq|sept|huit|exist\w*|record\w*)$"
)
DEFINED: Final = re.compile(rf"^(?:{BODY})$")
