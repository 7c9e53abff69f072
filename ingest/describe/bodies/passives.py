"""Which "… by X" is told of a thing done: not of what X's own guest did, nor of what X did not do.

"Alba welcomed a delegation led by Borea" and "n'a pas été organisée par Alba" hold a verb and a
name after "by", and say nothing of who hosted or organised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_ADVERBS: Final = (
    r"(?:(?:also|already|recently|jointly|then|so|again|aussi|déjà|ensuite|ainsi|donc|enfin|bien"
    r"|[a-z]{3,}ly|[a-zà-ÿ]{3,}ment)[ \u00a0]){0,2}"
)
# "Alba a accueilli", "Alba has welcomed": who stands before it did it.
_HAS: Final = re.compile(rf"\b(?:has|have|had|having)[ \u00a0]{_ADVERBS}$")
_AVOIR: Final = re.compile(
    r"(?<![\w’'-])(?:[nl]['’])?(?:a|ont|avait|avaient|aura|auront|ayant|avons|ai)[ \u00a0]"
    rf"{_ADVERBS}$"
)
_BE: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|being)[ \u00a0](?:[a-z]{2,12}[ \u00a0]){0,2}$"
)
# "Alba hosted a visit by Borea": an object right behind, which no passive has but a time.
_OBJECT: Final = re.compile(
    r"[ \u00a0](?:an?|its|their|our)[ ](?!(?:few[ ])?(?:day|week|month|year|second|third)s?\b)"
)
_ENGLISH: Final = re.compile(r"[a-z-]+(?:ed|led)\b|set up\b")
_PARTICIPLE: Final = (
    r"(?:[a-z-]{2,}ed|led|run|held|given|made|chosen|taken|written|built|drawn up|set up"
    # "la société", "en matinée" are none; "invité", "traitée" are.
    r"|(?!(?:journ|ann|matin|soir|dur|entr|arriv|tourn|march|mus|lyc|côt)é|été)"
    r"[a-zà-ÿ-]{2,}(?:(?<!it)(?<!iét)ée?s?|itées?)|(?:inv|vis|explo|tra|lim|éd|sollic|facil)ités?"
    r"|(?:condu|produ|constru|introdu|tradu)ite?s?|(?:écr|inscr)ite?s?|(?:off|ouv|découv)erte?s?"
    r"|(?:suiv|chois|réun|fourn|défin|établ|rempl|bât|accueill|recueill)ie?s?"
    r"|(?:pré|re)?vue?s?|reçue?s?|(?:sou|re|dé)?tenue?s?|(?:re)?connue?s?|conçue?s?|attendue?s?"
    r"|(?:re|pro|com|ad|trans|per|sou)?mise?s?)"
)
_OTHER_VERB: Final = re.compile(
    rf"[ \u00a0](?P<verb>{_PARTICIPLE})[ \u00a0]{_ADVERBS}(?:by|par)[ \u00a0]$"
)
_AND: Final = re.compile(rf"(?:\b(?:et|and|ou|or|puis|then)|&)[ \u00a0]{_ADVERBS}$")
_DENIED: Final = re.compile(
    r"(?:\b(?:not|never|pas|jamais)|n['’]t)[ \u00a0](?!only|just|merely|simply|seulement|uniq)"
    r"(?:(?:been|be|being|été|yet|encore|[a-z]{2,}ly|[a-zà-ÿ]{3,}ment)[ \u00a0]){0,3}$"
)
_NOT_BY: Final = re.compile(r"[ \u00a0](?:not|never|non|pas|et non|non pas)[ \u00a0](?:by|par)[ ]$")
# "not organised by Alba but by Borea": Borea did it.
_BUT_BY: Final = re.compile(
    r"[^.;:()\n]{2,80}?[ \u00a0](?:but(?:[ ](?:rather|instead))?[ ]by|mais(?:[ ]bien)?[ ]par)"
    r"[ \u00a0](?=[^\d\s])"
)
_BACK: Final = 48


def passives(low: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Start of each verb of ``pattern`` in ``low``, and the offset where the name begins.

    A pattern without a group ``between`` needs no look at what stands around it.
    """
    match = pattern.search(low)
    looked_at = "between" in pattern.groupindex
    while match is not None:
        position = match.end()
        if not looked_at:
            yield match.span()
        elif _told_of_another(low, match):
            position = match.start("between")  # the other verb may be one of these as well
        elif _denied(low, match):
            if other := _BUT_BY.match(low, match.end()):
                yield match.start(), other.end()
        else:
            yield match.span()
        match = pattern.search(low, position)


def _told_of_another(low: str, match: re.Match[str]) -> bool:
    before = low[max(0, match.start() - _BACK) : match.start()]
    if _HAS.search(before):
        return True
    english = _ENGLISH.match(low, match.start())
    if not english and _AVOIR.search(before):
        return True
    between = match.start("between")
    if english and _OBJECT.match(low, between) and not _BE.search(before):
        return True
    other = _OTHER_VERB.search(low, between, match.end())
    return other is not None and not _AND.search(low[between : other.start("verb")])


def _denied(low: str, match: re.Match[str]) -> bool:
    before = low[max(0, match.start() - _BACK) : match.start()]
    return bool(_DENIED.search(before) or _NOT_BY.search(low, match.start(), match.end()))
