"""Which of several named things has more, or comes first: what a question compares, and by what.

"Which project has the larger budget, A or B?", "lequel de A et B ferme en premier ?", "did A or B
have more participants?" name what they compare; a superlative over all there is does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from ingest.types import Span
from pipelines.register.nouns import asked_kinds, without_accents

Measure = Literal["budget", "grant", "participants", "duration", "deadline", "end", "start"]


@dataclass(frozen=True, slots=True)
class Compares:
    """The ``names`` as they stand in the question, the noun of their kind where it gives one, and
    whether the ``most`` (the latest, the longest) is asked for or the least."""

    measure: Measure
    most: bool
    names: tuple[str, ...]
    noun: str


_MORE: Final = (
    r"(?:larg|bigg|high|great)(?:er|est)|more|most|(?:le |la |les )?plus (?:gros|grand|eleve"
    r"|important"
    r"|haut)(?:s|se|ses|e|es)?|(?:le )?plus(?= (?:de|d['’]))|davantage|better attended"
)
_LESS: Final = (
    r"(?:small|low|few)(?:er|est)|less|least|(?:le )?moins(?: (?:eleve|important|grand|gros)(?:s"
    r"|se|e|es)?)?"
    r"(?! long)|(?:le |la |les )?plus (?:petit|faible|bas)(?:s|se|e|es)?"
)
_LATE: Final = (
    r"last|later|latest|(?:le |la )?plus (?:tard(?:ive)?|recente?)|newer|newest|after"
    r"|apres|(?:en )?derniere?"
)
_EARLY: Final = (
    r"first|earlier|earliest|sooner|soonest|(?:le |la )?plus (?:tot|proche|ancien(?:ne)?)|older"
    r"|oldest|before|avant|(?:en )?premiere?"
)
_LONG: Final = r"longer|longest|(?:le |la )?plus (?:longtemps|long(?:ue)?)"
_SHORT: Final = r"shorter|shortest|(?:le |la )?(?:plus court(?:e)?|moins (?:longtemps|long(?:ue)?))"
_BUDGET: Final = r"(?:total |overall )?budgets?(?: total| global)?|enveloppes?"
_GRANT: Final = r"grants?|subventions?"
_PEOPLE: Final = (
    r"participants?|people|attendees|visitors|attended|attendance|frequentation|participation"
    r"|personnes|monde|visiteurs"
)
_CLOSES: Final = (
    r"clos(?:e|es|ed|ing)(?: dates?)?|deadlines?|ferm(?:e|ent|era|ait|es?)|clotur(?:e|es|ent|era)"
    r"|dates? limites?|echeances?|expires?"
)
_STARTS: Final = (
    r"start(?:s|ed|ing)?(?: dates?)?|began|begins?|commenc\w+|debut\w*|demarr\w+|(?:took|take"
    r"|takes|taken)"
    r" place|(?:a |ont |aura )?(?:eu )?lieu|held|se tient|s['’]est tenue?|happen(?:s|ed)?|c[ao]mes?"
    r"|launched|lancee?s?"
)
_ENDS: Final = r"end(?:s|ed)?|finish(?:es|ed)?|fini(?:t|e|s|ra)?|(?:se |s['’]est )?termin\w+"
_LASTS: Final = r"last(?:s|ed)?|dur(?:e|ent|ait|era|ee|ation)"
# What is compared and by which words; of two that fit, the first. A direction is part of each.
_MEASURES: Final[tuple[tuple[Measure, str, str, str], ...]] = (
    ("duration", rf"(?:{_LASTS})", _LONG, _SHORT),
    ("budget", _BUDGET, _MORE, _LESS),
    ("grant", _GRANT, _MORE, _LESS),
    ("participants", _PEOPLE, _MORE, _LESS),
    ("deadline", _CLOSES, _LATE, _EARLY),
    ("end", _ENDS, _LATE, _EARLY),
    ("start", _STARTS, _LATE, _EARLY),
)
_ALONE: Final = ("duration", "start")  # "which is longer", "which was first"
_EITHER: Final = re.compile(
    r"\b(?:or|ou|before|avant|after|apres|which|lequel|laquelle|lesquels|quel|quelle|qui|between"
    r"|entre|than|que|qu)\b"
)
# What shapes such a question, and is no part of a name.
_FRAME: Final = (
    r"which|what|who|whose|lequel|laquelle|lesquel(?:le)?s|quel(?:le)?s?|qui|between|entre"
    r"|(?:is|was|are|were|do|does|did|has|have|had|will|be|been|est-ce qu(?:e\b|['’])|est|etait"
    r"|sont|sera|a"
    r"|ont|avait|aura)(?:[- ]t?-?(?:il|elle|ils|elles)\b)?|c['’]est"
    r"|(?:of|de|des|d['’]|du)(?: (?:the|these|ces|les))?(?: (?:two|three|four|deux|trois|quatre))?"
    r"|(?:the|these|those|les|ces) (?:two|three|four|deux|trois|quatre)|th(?:e|ese|ose)|an?|le"
    r"|la|les|l['’]"
    r"|un|une|celui|celle|that|ce(?:tte|s|t)?|its|son|sa|to|time|date|nombre|number|one|ones"
    r"|jour|day"
    r"|offers?|offre|reuni\w*|attire\w*|accueilli\w*|drew|attracted|gathered|plus|the"
)
_JOINTS: Final = re.compile(
    r"\s*(?:[,:;?–|]|\b(?:or|ou|and|et|vs|versus|than|que|to|compared (?:to|with))\b|\bqu['’])\s*"
)
_GENERAL: Final = re.compile(
    r"(?:projects?|projets?|programmes?|both|deux|two|calls?|events?|evenements?)"
)


def compares(text: str) -> Compares | None:
    """What a question compares; None for any other question."""
    low = without_accents(text.lower()).replace(" - ", " | ")
    yes_no = _YES_NO.search(low)
    low = _INVERTED.sub(lambda m: "|" * len(m[0]), low)
    if not _EITHER.search(low) or _OTHERWISE.match(low):
        return None
    for measure, noun, most, least in _MEASURES:
        for much, pattern in ((True, most), (False, least)):
            direction = re.search(rf"\b(?:{pattern})(?!\w)", low)
            named = re.search(rf"\b(?:{noun})(?!\w)", _without(low, direction))
            if direction is None or (named is None and measure not in _ALONE):
                continue
            if direction[0] in _BY_TIME and not yes_no:
                continue  # "when does it end after the extension"
            # "Which was first, A or B", but not "who was at the first call".
            first = _IS.search(low) and _AT_END.match(low, direction.end())
            if measure == "start" and named is None and not first:
                continue
            cues = [Span(*m.span()) for m in re.finditer(rf"\b(?:{pattern}|{noun})(?!\w)", low)]
            names, kind = _names(text, low, cues)
            return Compares(measure, much, names, kind) if len(names) > 1 else None
    return None


_DATED: Final = re.compile(r"(?:\w+ )?(?:19|20)\d\d")
_BY_TIME: Final = ("before", "after", "avant", "apres")
_YES_NO: Final = re.compile(
    r"^\s*(?:do|does|did|is|was|were|will|has|est-ce)\b|[a-z]-(?:t-)?(?:il|elle)s?\b"
)
_INVERTED: Final = re.compile(r"\best-ce qu(?:e\b|['’])|^\s*a-t-on eu\b|-(?:t-)?(?:ils?|elles?)\b")
_OTHERWISE: Final = re.compile(
    r"\s*(?:why|how|where|when|quand|pourquoi|comment|combien|ou|qu['’]est)\b"
)
_AT_END: Final = re.compile(
    r"\s*(?:$|[,:;?.]|\b(?:or|ou|entre|between|of|de|des|among|parmi|than|que)\b)"
)
_CHOICE: Final = re.compile(r"\b(?:or|ou|before|avant|after|apres|and|et|vs|versus|than|que|qu)\b")
_IS: Final = re.compile(r"\b(?:is|was|were|came|comes|est|etait|vient)\b")


def _without(low: str, match: re.Match[str] | None) -> str:
    if match is None:
        return low
    return low[: match.start()] + "|" * (match.end() - match.start()) + low[match.end() :]


def _names(text: str, low: str, cues: list[Span]) -> tuple[tuple[str, ...], str]:
    """What is left of the question when all that shapes it is gone, piece by piece; and the noun
    that stood alone among it, which says what kind of thing is compared."""
    whole = low
    for cue in cues:
        low = low[: cue.start] + "|" * (cue.end - cue.start) + low[cue.end :]
    pieces: list[tuple[int, int]] = []
    start = 0
    for joint in [*(m.span() for m in _JOINTS.finditer(low)), (len(low), len(low))]:
        pieces.append((start, joint[0]))
        start = joint[1]
    names: list[Span] = []
    noun = ""
    for first, last in pieces:
        first, last = _trimmed(low, first, last)
        piece = low[first:last]
        if not piece:
            continue
        kinds = asked_kinds(piece)
        alone = kinds and kinds[0].span.end - kinds[0].span.start == len(piece)
        if alone or _GENERAL.fullmatch(piece):
            noun = noun or (piece if alone else "")
        elif _DATED.fullmatch(piece):
            return (), ""  # "between 2020 and 2022"
        else:
            names.append(Span(first, last))
    if len(names) > 1 and not _CHOICE.search(whole[names[-2].end : names[-1].start]):
        return (), ""
    return tuple(dict.fromkeys(name.of(text) for name in names)), noun


def _trimmed(low: str, first: int, last: int) -> tuple[int, int]:
    """A piece without the words at its ends that only shape the question."""
    while True:
        piece = low[first:last]
        lead = re.match(rf"[\s?!.\"“”«»]+|[ld]['’]|(?:{_FRAME})(?![\w-])\s*|(?<=['’])\s*", piece)
        if lead and lead.end():
            first += lead.end()
            continue
        tail = re.search(rf"[\s?!.\"“”«»]+$|\s(?:{_FRAME})$|['’]s$", piece)
        if tail is None or not piece:
            return first, last
        last = first + tail.start()
