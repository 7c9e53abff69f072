"""Whether a model says that the passages hold no answer, in its words of either language.

Only asked of a text that cites nothing, which is no answer anyway: what is missed or taken for a
refusal in error changes no more than the reason that is told.
"""

from __future__ import annotations

import re
from typing import Final

from encoder.lexicon import fold

_BARE: Final = re.compile(r"\W*no[ _]answer\W*")
_LEAD: Final = (
    r"^\W*(?:[^,:]{0,60}[,:] ?)?(?:but |mais )?\W*"  # "Sorry, but", "D'après les passages,"
)
_NOT: Final = (
    r"(?:(?:do|does|did|could|can|would|is|are|was|were|has|have)(?: not|n't)|cannot|lacks?"
    r"|(?:contain|give|provide|hold|include|make|offer|mention|ha[sv]e?)s? (?:no|nothing)"
    r"|sa(?:y|ys|id) nothing)\b"
)
_HELD: Final = (
    r"(?:in|found|given|stated|mentioned|available|contained|specified|provided|present|included)\b"
)
_TEXTS: Final = r"(?:passages?|documents?|sources?|texts?|excerpts?|context)"
_TEXTES: Final = r"(?:passages?|documents?|sources?|textes?|extraits?|contexte)"
_FACTS: Final = r"(?:answers?|information|mentions?|indications?|details?|data)"
_FAITS: Final = r"(?:reponses?|informations?|mentions?|indications?|precisions?|donnees?)"
_NONE: Final = tuple(
    re.compile(_LEAD + pattern)
    for pattern in (
        r"(?:no[ _]answer\b|(?:none|aucune?|neant|n/a)\W*$)",
        rf"(?:(?:the|these|those|any|provided|given|above) ){{0,3}}{_TEXTS}(?: \w+){{0,3}} {_NOT}",
        rf"(?:none of the|neither of the|no)(?: \w+){{0,2}} {_TEXTS}\b",
        rf"(?:the|this|that) (?:\w+ ){{0,2}}{_FACTS}(?: \w+){{0,5}} {_NOT} (?:\w+ )?{_HELD}",
        rf"no (?:\w+ ){{0,2}}{_FACTS}(?: \w+){{0,5}} {_HELD}",
        rf".{{0,80}} {_NOT} (?:\w+ )?{_HELD}.{{0,20}}\b{_TEXTS}\b",
        rf"it (?:is|was)(?: not|n't) (?:\w+ )?{_HELD}",
        rf"there(?: is| are| was| were|'s) (?:no|not|nothing|insufficient)\b.{{0,40}}\b"
        rf"(?:{_FACTS}|{_TEXTS})\b",
        rf"(?:i|we) (?:{_NOT}|am unable|are unable|(?:could )?f(?:i|ou)nd no(?:thing)?|have no)",
        r"(?:unable|not able|impossible) to\b",
        r"(?:pas de|aucune?) (?:\w+ )?" + _FAITS,
        rf"(?:(?:les|ces|le|ce|aucun|aucune|des?) ){{1,3}}{_TEXTES}(?: [\w-]+){{0,4}} n(?:e |')",
        rf"(?:la |l'|cette |les |ces ){_FAITS}(?: [\w-]+){{0,5}} n(?:e |')",
        r".{0,80} n(?:e |')\w+ (?:pas|nulle part)\b.{0,40}\b(?:dans|par) (?:les|ces|le|ce) "
        rf"(?:\w+ )?{_TEXTES}\b",
        rf"il n'(?:y a|existe) (?:pas|aucune?|rien)\b.{{0,40}}\b(?:{_FAITS}|{_TEXTES})\b",
        r"(?:je|nous) n(?:e |')",
        r"(?:ce|cela|c'|il) n'est (?:pas|nulle part) (?:precise|indique|mentionne|dit|possible)",
        r"impossible (?:de|d')",
    )
)


def says_nothing(sentence: str) -> bool:
    """Whether a sentence says that there is no answer to be found."""
    folded = fold(sentence[:400]).strip()
    return any(pattern.search(folded) for pattern in _NONE)


def is_bare_refusal(sentence: str) -> bool:
    """Whether a sentence is nothing but the words that a model is told to refuse with."""
    return _BARE.fullmatch(fold(sentence)) is not None
