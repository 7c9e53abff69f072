"""The earlier question asked of another sort of the same thing: "and for a long one?", "et pour un
long ?".
"""

from __future__ import annotations

import re
from typing import Final

from pipelines.conversation import cues as cue
from pipelines.conversation.parts import Parts
from pipelines.terms import ordinals
from pipelines.terms.words import is_function_word

_PREPOSITION: Final = r"(?:for|in|of|at|with|during|after|before|pour|dans|avec|apres)"
_ENGLISH: Final = re.compile(
    rf"^(?P<lead>(?:{_PREPOSITION}[ ])?)(?P<the>an?|the)[ ](?P<sort>[\w-]+)[ ]one$"
)
_FRENCH: Final = re.compile(
    rf"^(?P<lead>(?:{_PREPOSITION}[ ])?)(?P<the>une?|l[ea])[ ](?P<sort>[\w-]{{4,}})$"
)
_NO_SORT: Final = re.compile(
    rf"(?:{ordinals.PATTERN}|next|last|latest|previous|same|other|suivante?|prochaine?|derniere?"
    r"|precedente?|meme|autre|cancelled|annulee?|only|seule?)$"
)
# What tells sorts of a thing apart by size, age and reach: it gives way to the new one.
_SORTS: Final = re.compile(
    r"(?:short|long|small|large|big|medium|tiny|full|partial|simple|double|single|new|old|young"
    r"|first|light|heavy|standard|basic|individual|collective|joint|public|private|local|regional"
    r"|national|european|international|foreign|virtual|online|physical|annual|monthly"
    r"|courte?|longue?|petite?|grande?|gros(?:se)?|moyen(?:ne)?|complete?|partiel(?:le)?|nouve(?:au|l"
    r"|lle)|anci?en(?:ne)?|jeune|lege?re?|lourde?|individuel(?:le)?|collecti(?:f|ve)|commune?"
    r"|publi(?:c|que)|prive|locale?|regionale?|nationale?|europeen(?:ne)?|internationale?|etranger"
    r"|etrangere|virtuel(?:le)?|physique|annuel(?:le)?|mensuel(?:le)?)$"
)


def of_another_sort(previous: Parts, new: Parts) -> str | None:
    """The earlier question with the sort that the new one names in place of its own.

    None where the new one names more, or the earlier one no such thing: one with the same article,
    after the same preposition, told by its sort.
    """
    match = (_FRENCH if new.language == "fr" else _ENGLISH).match(new.low.strip(" ?!."))
    if match is None or previous.language != new.language or _NO_SORT.match(match["sort"]):
        return None
    if new.language == "fr" and not _SORTS.match(match["sort"]):
        return None  # "et pour une PME ?" is no sort
    sort = new.text[match.start("sort") : match.end("sort")]
    lead, the = re.escape(match["lead"]), match["the"]
    article = "an?" if the in ("a", "an") else the
    for found in re.finditer(rf"(?<![\w-]){lead}(?P<the>{article})[ ]", previous.low):
        place = _sort_of(previous, found.end())
        if place is None:
            continue
        start, end = place
        text = previous.text
        before = text[:start]
        if start == found.end():
            before = before[: found.start("the")] + f"{the} "  # "an old one" for "a new visit"
        return (before + sort + text[end:]).rstrip(" ?!.")
    return None


def _sort_of(previous: Parts, start: int) -> tuple[int, int] | None:
    """Where the phrase that begins there says its sort: "short" of "short exchange"."""
    for count, token in enumerate(t for t in previous.tokens if t.span.start >= start):
        if count > 2 or token.low in cue.STOPS or cue.PREPOSITION.match(token.low):
            return None
        if is_function_word(token.low, previous.language):
            return None
        if _SORTS.match(token.low):
            return token.span.start, token.span.end
    return None
