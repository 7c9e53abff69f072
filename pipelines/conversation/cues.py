"""The words by which a question leans on an earlier one, in both languages.

They are matched on text in lower case without accents.
"""

from __future__ import annotations

import re
from typing import Final, Literal

Attribute = Literal[
    "date", "deadline", "place", "host", "organiser", "speaker", "coordinator", "partners",
    "participants", "amount", "duration",
]  # fmt: skip

OPENER: Final = re.compile(
    r"^(?:(?:and|et|but|mais|so|ok(?:ay)?|alors|also|sinon|or|ou bien)(?:,)?[ ]+)?"
    r"(?:(?:what|how) about|(?:and|et) (?:pour|for|chez)(?= l[ea]s? | l['’])"
    r"|qu['’]en est[- ]il (?:de|du|des|d['’])|quid (?:de|du|des|d['’])"
    r"|(?:the )?same (?:question )?for|(?:la )?meme (?:question|chose) pour|idem pour)"
    r"(?:[ ]+|(?<=['’]))"
    r"|^(?:and|et|but|mais|so|ok(?:ay)?|alors|also|sinon)(?:,)?[ ]+"
    r"(?!(?:who|qui) ?$)"
)
_NOUNS: Final = (
    r"(?:kick[- ]?offs?|meetings?|reunions?|events?|evenements?|exchanges?|echanges?|visits?"
    r"|visites?|missions?|webinars?|webinaires?|workshops?|ateliers?|conferences?|trainings?"
    r"|formations?|agreements?|accords?|calls?|appels?|forums?|fairs?|salons?|lancements?"
    r"|rencontres?|seminars?|seminaires?|launch|journees?|projects?|projets?|programmes?"
    r"|programs?|clusters?|poles?|grappes?|organi[sz]ations?|organismes?|compan(?:y|ies)"
    r"|entreprises?|documents?|reports?|rapports?|partnerships?|partenariats?|ones?)"
)
# "this project", "cette visite d'étude": points back whatever else the question says.
POINTING: Final = re.compile(
    rf"\b(?:this|that|these|those|(?:the|that) same)[ ](?:[a-z-]+[ ])?{_NOUNS}(?![\w-])"
    rf"|\b(?:ce|cet|cette|ces|(?:le|la|les) memes?)[ ](?:dit(?:e|s)?[ ])?{_NOUNS}"
    r"(?:[ ](?:d['’]etude|de lancement|de cloture|d['’]affaires|a projets|de personnels))?(?![\w-])"
    r"(?:-(?:la|ci))?"
    r"|\b(?:celui|celle|ceux|celles)-(?:ci|la)\b"
)
# The one bare noun that names an event which was just spoken of: "the meeting", "la réunion".
BARE: Final = re.compile(
    r"\b(?:the[ ](?:meeting|event|exchange|visit|webinar|workshop|mission|call|conference|project)"
    r"|(?:la[ ](?:reunion|visite|mission|conference)|le[ ](?:webinaire|projet)"
    r"|l['’](?:evenement|echange|atelier|appel)))"
    r"(?=[ ]?\??$|[ ](?:take|took|held|last|lasted|start|started|end|close|closes|open|was|is|be"
    r"|cost|have|a|ont|est|s['’]est|aura|sera|dure|coute|ferme|ouvre)\b|[ ](?:a|est|dure|coute)-)"
)
EN_PRONOUN: Final = re.compile(
    r"\b(?:(?P<person>he|she|him|his|her)|(?P<owner>its|their)"
    r"|(?P<there>(?<!is )(?<!are )(?<!was )(?<!were )there|(?:was|were)[ ]there(?=[ ]?\??$))"
    r"|(?P<thing>it|they|them|(?:this|that|these|those)(?=[ ]?\??$"
    r"|[ ](?:take|took|held|happen|cost|last|start|end)\b)))\b"
)
_AUX: Final = r"(?:a|ont|avait|avaient|aura|auront|aurait|auraient)"
FR_CLITIC: Final = re.compile(  # "qui l'a organisée", "qui la préside"
    rf"\bl['’](?P<aux>{_AUX})(?P<between>(?:[ ][a-z]+ment)?)[ ](?P<part>[a-z]{{3,}})(?=[ ?]|$)"
    r"|(?<=qui )(?:l['’]|l[ea]s?[ ])(?P<verb>[a-z]{3,})(?=[ ]?\??$|[ ](?:en|a|dans|pour|avec)\b)"
)
FR_SUBJECT: Final = re.compile(
    r"(?P<inverted>\b(?:s['’]|se[ ]|y[ ]|en[ ]|l['’])?[a-z]+-(?:t-)?(?:ils?|elles?)\b)"
    r"|(?P<plain>(?<![-\w])(?:ils?|elles?)\b)"
)
FR_THERE: Final = re.compile(r"\b(?P<self>s['’])?y[ ](?=[a-z])|(?P<far>\bla-bas\b)")
FR_OF: Final = re.compile(r"(?<=qui )en[ ](?=[a-z])|(?<=combien )en[ ](?=[a-z])")
FR_OWNER: Final = re.compile(
    r"\b(?P<owner>son|sa|ses|leurs?)[ ](?P<noun>[a-z'’-]+"
    r"(?:[ ](?:total|totale|global|globale|principal|principaux|principale|exact|exacte"
    r"|limite|finale?))?)"
)
ATTRIBUTES: Final[tuple[tuple[Attribute, re.Pattern[str]], ...]] = (
    (
        "deadline",
        re.compile(
            r"\b(?:deadlines?|dates? limites?|dates? de cloture|closing dates?|echeances?|by when"
            r"|until when|jusqu['’]a quand)\b"
        ),
    ),
    ("duration", re.compile(r"\b(?:how long|duration|duree|combien de (?:temps|jours))\b")),
    (
        "participants",
        re.compile(
            r"\b(?:(?:how many|combien d[e'’]?)[ ]?(?:people|persons|participants?|attendees"
            r"|visitors|personnes|visiteurs|inscrits|participantes?|gens)"
            r"|(?:number|nombre) (?:of|de) (?:people|participants|personnes|visiteurs|visitors)"
            r"|participants?)\b"
        ),
    ),
    (
        "amount",
        re.compile(
            r"\b(?:budgets?|(?:total )?costs?|couts?|prix|price|montants?|amounts?|subventions?"
            r"|funding|financements?|how much|enveloppe)\b"
        ),
    ),
    ("partners", re.compile(r"\b(?:partners?|partenaires?|consortium)\b")),
    ("host", re.compile(r"\b(?:host\w*|hotes?|accueil\w*|chez qui)\b")),
    ("organiser", re.compile(r"\b(?:organi[sz]\w*)\b")),
    ("coordinator", re.compile(r"\b(?:coord[io]n\w*|chef de file|lead partner|leader|led)\b")),
    (
        "speaker",
        re.compile(
            r"\b(?:speakers?|speaks?|spoke|intervenante?s?|interven[ui]\w*|intervien\w*"
            r"|orateurs?|present(?:ed|s)|a presente)\b"
        ),
    ),
    ("date", re.compile(r"\b(?:when|quand|dates?|what days?|quels? jours?)\b")),
    (
        "place",
        re.compile(
            r"\b(?:where|ou|venue|(?<!eu )(?<!ont )(?<!aura )(?<!avoir )lieux?"
            r"|(?<!take )(?<!takes )(?<!took )(?<!taken )(?<!taking )"
            r"(?<!combien de )(?<!many )places?"
            r"|(?:what|which|quelle) (?:city|town|ville|country)|quel (?:pays|endroit))\b"
        ),
    ),
)
# Words that ask, or that say nothing of what a question is about.
EMPTY: Final = re.compile(
    r"^(?:what|which|who|whom|whose|when|where|how|why|many|much|long|quel(?:le)?s?|qui|que|quoi|quand"
    r"|ou|comment|pourquoi|combien|est-ce|qu['’]est-ce|exact\w*|precise\w*|total\w*|whole|global\w*"
    r"|overall|also|aussi|actual\w*|really|vraiment|finalement|end|fin|take|takes|took|taking|part"
    r"|place|places|held|hold|go|going|come|coming|vont|viennent|lieu|eu|participe\w*|attend\w*|people|persons?|personnes?|there"
    r"|please|stp|svp|plait|(?:est|etait|passe-t|a-t)-il|tell|say|dites?|dis|moi|ont|avait|aura|etait|etaient|sera|been|happen\w*"
    r"|passe\w*|visitors|visiteurs|city|town|ville|country|pays|day|jour|jours|days|month|mois|year"
    r"|annee|name|names|nom|noms|list|liste|all|tous|toutes|one|ones|temps|time|number|nombre"
    r"|did|does|was|were|is|are|has|have|had|will|decid\w*|discut\w*|discuss\w*|cost|coute\w*"
    r"|dure\w*|last\w*|close[sd]?|ferme\w*|open(?:s|ed)?|start(?:s|ed)?|end(?:s|ed)?|invit\w*)$"
)
VERB_LIKE: Final = re.compile(
    r"^(?:\w{3,}ed|\w{3,}ing|led|ran|gave|made|spoke|took|held|met|won|paid|sent|wrote|came|went|said"
    r"|chairs?|heads?|leads?|runs?|manages?|\w{3,}ee?s?)$"
)
STOPS: Final = frozenset(
    "who whom qui what which que quel quelle quels quelles when quand where ou how comment why"
    " pourquoi combien and et or take takes took taken held has have had was were is are be been"
    " did does do will would ont avait avaient aura auront eu est sont etait etaient sera seront se"
    " s'est s'est-elle s'est-il last lasts start starts end ends cost costs dure coute hold that"
    " close closes open opens get gets ferme ouvre"
    " actually really vraiment finalement than but mais there it y host hosts hosted organised"
    " organized organise organisee tenue tenu happen happened cancelled annule annulee".split()
)
PREPOSITION: Final = re.compile(
    r"^(?:in|at|on|for|of|with|about|from|during|en|a|au|aux|dans|pour|sur|avec|de|du|des|chez|lors)$"
)
ASKS: Final = re.compile(
    r"\b(?:who|whom|what|which|when|where|how|why|qui|que|quoi|quel(?:le)?s?|quand|ou|comment"
    r"|pourquoi|combien|did|does|was|were|is|are|est-ce|list|liste)\b"
)
