"""Words of a question that have had their say, once it is known which events and cells it asks for.

Matched on text in lower case without accents.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from ingest.describe.dates.calendar import YEAR
from ingest.gazetteer import fold
from ingest.types import Span
from pipelines.register.cues import BODY
from pipelines.retrieval.query import Term

# Words that choose the cell or the tense and are no topic.
_SPENT: Final = re.compile(
    r"^(?:take|takes|took|taken|place|held|hold|eu|lieu|host\w*|hotes?|accueil\w*|heberg\w*|rec[ue]\w*"
    r"|receiv\w*|welcom\w*|organi[sz]\w*|dates?|when|where|clos\w*|clotur\w*|ferm\w*|deadlines?|limites?"
    r"|open\w*|ouv\w*|announced?|annonc\w*|planned|prevu\w*|cancel\w*|annul\w*|sign\w*|partner\w*"
    r"|parten\w*|particip\w*|part|consortium|list\w*|events?|evenements?|manifestations?|happen\w*"
    r"|upcoming|coming|next|prochain\w*|venir|today|aujourd['’]?(?:hui)?|hui|moment|year|annee|an|month|mois|number|nombre|many|combien"
    r"|lead|launch\w*|lanc\w*|towns?|communes?|lieux|locations?|projects?|projets?|countr\w+|pays|cit(?:y|ies)|villes?|venues?|places?"
    r"|one|two|three|four|five|six|seven|eight|deux|trois|quatre|cinq|sept|huit|exist\w*|record\w*"
    r"|tenue?s?|tenir|tien\w*|deroul\w*|attend\w*|came|venue?s?|join\w*|make|makes|made|up|involv\w*"
    r"|compos\w*|constitu\w*|belong\w*|appart\w*|impliqu\w*|engagee?s?|associee?s?|partnership"
    r"|forment|behind|derriere|twinned|jumel\w+|together|ensemble|unissent|reunit|runs?"
    r"|port(?:e|ent|ait|aient|ee?s?)|deal|deals|dealt|dealing|trait\w*|concern\w*|consacr\w*"
    r"|theme\w*|topics?|sujets?|dedicated|devoted|relat\w*|focus\w*|publish\w*|publi\w*|another"
    r"|other|autres?|schedul\w*|programmee?s?|foreseen|currently|actuellement|still|encore|toujours"
    r"|partie|know[ns]?|conna[iî]\w*|compt\w*|compren\w*|count\w*|inclu\w*|already|deja|cours|outcome|sort\w*|since|before|after|between|until|period\w*"
    r"|complet\w*|exhausti\w*|librar(?:y|ies)|bibliotheques?|documents?|corpus|there|connus?"
    r"|mentioned|mentionnee?s?|cited|citee?s?|listee?s?|listed|recensee?s?)$"
)
_BODY: Final = re.compile(rf"^(?:{BODY})$")


def is_spent(
    term: Term,
    text: str,
    nouns: Sequence[Span],
    named: Collection[str],
    lands: Collection[str],
    months: Collection[str],
) -> bool:
    """Whether a term has had its say already: noun, role, month, country or project."""
    word = fold(term.text)
    if any(span.start < term.end and term.start < span.end for span in nouns):
        return True
    if YEAR.fullmatch(word) or word in months:
        return True
    if any(set(word.split()) <= set(land.split()) for land in lands):
        return True
    if any(word in fold(name).split() or word == fold(name) for name in named):
        return True
    return all(_SPENT.match(part) or _BODY.match(part) for part in word.split())
