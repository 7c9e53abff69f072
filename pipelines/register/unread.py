"""What a question says that the register can't go by: denials, exclusions, ranks, other times.

A list that left one of them out would be of other events than were asked for. Matched on text in
lower case without accents.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from ingest.gazetteer import fold
from pipelines.register import cues as cue
from pipelines.register.nouns import without
from pipelines.register.periods import MONTH
from pipelines.register.relative import NUMBER

_DENIED: Final = re.compile(
    r"\b(?:not(?!-for-)|never|cannot|neither|nor|none|nobody|no(?! later than\b|\.? ?\d|-)|jamais"
    r"|pas(?![- ]de[- ]calais)|aucune?s?|non(?![- ]?(?:profit|lucrati|gouvern|govern))|ni)\b"
    r"|n['’]t\b|\b(?:ne |n['’])[^?;:]*\b(?:plus\b|que\b|qu['’]|guere\b|nulle part\b)"
    r"|\bfail(?:s|ed)? to\b"
)
_EXCLUDED: Final = re.compile(
    r"\b(?:hors|en dehors|ailleurs|sauf|except(?:e|ed|ing)?|a l['’]exception|exclu(?:ding|des?|ant)"
    r"|excluant|outside|other than|rather than|instead of|plutot qu\w*|autres? qu\w*|apart from"
    r"|aside from|mis(?:e|es)? a part|hormis|besides|unlike|contrairement|all but|tou(?:s|tes) mais"
    r"|elsewhere|abroad|overseas|a l['’]etranger|beyond|au[- ]dela|without|sans|lack\w*|missing"
    r"|unknown|inconnue?s?|manqu\w*|depourvue?s?)\b"
)
_RANKED: Final = re.compile(
    r"\b(?:the most|most (?:recent|of)|mostly|the (?:least|fewest|best|worst|only)"
    r"|(?:larg|bigg|small|long|short|earli|old|new|lat|high|low|great|busi|few)est"
    r"|(?:le|la|les) (?:plus|moins|mieux)|le meilleur|l(?:a|es) meilleure?s?|seule?s?"
    r"|(?:more|less|fewer|longer|shorter|larger|rather|sooner|earlier|later|higher|lower) than"
    rf"|(?:plus|moins|davantage) (?:de |d['’])(?=\d|{NUMBER}\b|la moitie)|plus tard|plus tot|later"
    r"|earlier|at (?:least|most)|au (?:moins|plus|minimum|maximum)|en moyenne|on average|average"
    rf"|twice|once|(?:{NUMBER}|several|many|plusieurs) (?:times|fois)|several|plusieurs"
    rf"|(?:only|just|exactly|seulement|uniquement|exactement) {NUMBER}|la plupart|la majorite"
    r"|last(?:ed|s|ing)|dur(?:e|ent|ee|ait|aient)|longer|shorter"
    r"|(?:first|last|premiere?s?|derniere?s?)(?! (?:days?|dates?|jours?)\b))\b"
)
_UNITS: Final = r"(?:years?|annees?|ans|months?|mois|weeks?|semaines?|days?|jours?|decades?)"
_SEASONS: Final = (
    r"(?:spring|summer|autumn|winter|printemps|automne|hiver|(?<=cet )ete|(?<=en )ete"
    r"|(?<=[ld]['’])ete|ete(?= (?:dernier|prochain|(?:19|20)\d\d))"
    r"|(?<=this )fall|(?<=last )fall|(?<=next )fall|(?<=the )fall)"
)
_TIMED: Final = re.compile(
    rf"\b(?:{_UNITS}|{_SEASONS}|weekends?|week-ends?|fortnights?|quinzaine|decennies?|centur(?:y|ies)"
    r"|siecles?|quarters?|trimestres?|semest(?:re|er)s?|half|yesterday|today|tomorrow|tonight|hier"
    r"|demain|aujourd['’]hui|ce soir|mornings?|afternoons?|evenings?|matins?|matinees?|apres-midi"
    r"|ago|il y a (?:plus|moins|environ|pres|quelques|longtemps)|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)days?|(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?|since|depuis|until|till|jusqu\w*"
    r"|(?<!en )(?:before|after|avant|apres)(?![-])|(?:between|entre) (?:le |the )?\d"
    r"|(?:early|late|mid|end|start|beginning|middle|debut|fin|mi|milieu)[ -](?:of |in |the |de "
    r"|d['’]|du )*(?:l['’]annee )?(?:(?:19|20)\d\d"
    rf"|(?:{MONTH})))\b"
    r"|\b\d{1,2}/\d{1,4}\b|\b(?:19|20)\d\d[-/]\d{1,2}\b"
    rf"|\b\d{{1,2}}(?:er|st|nd|rd|th)? (?:of )?(?:{MONTH})\b"
    rf"|\b(?:{MONTH}) (?:the )?\d{{1,2}}(?:er|st|nd|rd|th)?\b"
)
# Units that ask for the time, or name the kind of what follows.
_PLAIN: Final = re.compile(
    rf"\b(?:(?:which|what|quel(?:le)?s?) {_UNITS}|(?:years?|annees?|an)(?= (?:19|20)\d\d)"
    rf"|(?:months?|mois) (?:of |de |d['’])(?=(?:{MONTH})\b)"
    r"|jusqu['’]a quand|until when"
    rf"|{_SEASONS}(?= (?:schools?|camps?|universit\w+|academ\w+))"
    rf"|(?:ecoles?|universites?|camps?|academies?) d['’]{_SEASONS})"
)
_NOW: Final = re.compile(
    r"\b(?:currently|right now|at the moment|ongoing|under ?way|actuellement|en ce moment|en cours"
    r"|a l['’]heure actuelle)\b(?! (?:planned|scheduled|foreseen|prevue?s?|programmee?s?)\b)"
)
_CLOCK: Final = re.compile(r"\b(?:today|aujourd['’]hui|at the moment|en ce moment)\b")


def is_denied(text: str, placed: bool) -> bool:
    """Whether what is asked for is told by what it is not.

    "Did not take place" says that an event was cancelled, but for one that is ``placed``: it may
    have taken place elsewhere, or otherwise.
    """
    if placed and any(_DENIED.search(m[0]) for m in cue.CANCELLED.finditer(text)):
        return True
    rest = without(text, cue.CANCELLED)
    return bool(_DENIED.search(rest) or _EXCLUDED.search(rest))


def unnamed(text: str, projects: Collection[str]) -> str:
    """The text without the names of projects, in which a "no" denies nothing."""
    for name in projects:
        text = re.sub(rf"(?<!\w){re.escape(fold(name))}(?!\w)", "x", text)
    return text


def is_ranked(rest: str) -> bool:
    """Whether events are chosen by rank, number or length: "the most", "lasted more than"."""
    return bool(_RANKED.search(rest))


def is_timed_otherwise(rest: str, original: str, found: bool) -> bool:
    """Whether a time is named in what is left of the question once all that is read is blank.

    A capital in ``original`` makes a day or week a name: "Green Week". What goes on now is asked
    for where events are ``found``; who takes part now is what documents tell.
    """
    if found and _NOW.search(rest):
        return True
    times = _TIMED.finditer(without(rest, _PLAIN))
    return any(not _is_name(original, match.start()) for match in times)


def without_clock(text: str) -> str:
    """The text with "today" blank, of calls that are asked for as they stand today anyhow."""
    return without(text, _CLOCK)


def _is_name(original: str, start: int) -> bool:
    """Whether a week, day or season is part of a name by its capital; those of the calendar have
    one in English anyhow."""
    word = original[start:].split(maxsplit=1)[0]
    return word.istitle() and word.startswith(("Week", "Day", "Semaine", "Jour"))
