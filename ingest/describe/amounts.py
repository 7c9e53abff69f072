"""Sums of money, percentages, counted things and durations, in French or English writing."""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.bodies.names import UP
from ingest.describe.found import Found
from ingest.gazetteer import first_names, fold
from ingest.types import Span

_NUMBER: Final = (
    r"\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3}){1,4}(?:[.,]\d{1,2})?(?!\d)|\d{1,12}(?:[.,]\d{1,3})?(?!\d)"
)
_SCALE: Final = (
    r"(?:[ \u00a0\u202f]?(?:millions?|milliards?|billions?|mille|thousand|million|mio"
    r"|bn|[kKM](?=[€$£ \u00a0.,;)]|EUR|$|\n)"
    r"|Md(?=s?\b|€)|m(?=[€\b ,.;)]|$)))"
)
_CURRENCY: Final = r"(?:€|euros?\b|EUR\b|\$|dollars?\b|USD\b|£|GBP\b|CHF\b|pounds?\b|CAD\b)"
_MONEY: Final = re.compile(
    rf"(?<![\w.,])(?:(?:€|\$|£|\b(?:EUR|USD|GBP|CHF)\b)[ \u00a0\u202f]?(?:{_NUMBER}){_SCALE}?"
    rf"|(?:{_NUMBER}){_SCALE}?[ \u00a0\u202f]?(?:d['’])?{_CURRENCY})",
    re.IGNORECASE,
)
_PERCENT: Final = re.compile(
    r"(?<![\w.,])(?:\d{1,3}(?:[.,]\d{1,2})?[ \u00a0]?(?:%|per[ ]?cent\b|pour[ ]cent\b|pct\b)"
    r"|\d{1,3}(?:[.,]\d)?[ ]?(?:to|à|-|–)[ ]?\d{1,3}(?:[.,]\d)?[ \u00a0]?%)",
    re.IGNORECASE,
)
_WORDS: Final = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
    " hundred dozen"
    " deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize"
    " dix-sept dix-huit"
    " dix-neuf vingt trente quarante cinquante soixante cent une?"
).split()
_APPROX: Final = (
    "une?[ ](?:douzaine|dizaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine"
    "|centaine)[ ](?:de[ ]|d['’])"
)
_WORD_NUMBER: Final = (
    f"(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?:-(?:one|two|three|four|five"
    "|six|seven|eight|nine))?"
)
_UNIT: Final = (
    "(?:SMEs?|PME|TPE|ETI|start-?ups?|clusters?|grappes?|pôles?|companies|company"
    "|firms?|entreprises?|partners?"
    "|partenaires?|members?|membres?|adhérente?s?|participants?|visitors?|visiteurs?"
    "|people|persons?|personnes?"
    r"|jobs?|emplois?|employees|salariés?|staff|countries|pays|regions?|régions?|projects?|projets?"
    r"|organi[sz]ations?|organismes?|meetings?|réunions?|rendez-vous|workshops?|ateliers?|sessions?"
    "|exchanges?|échanges?|missions?|sectors?|secteurs?|filières?|universit(?:y|ies"
    "|és?)|laborator(?:y|ies)"
    "|laboratoires?|experts?|managers?|consortia|consortiums?|vouchers?|chèques?|bons?"
    "|applications?"
    "|candidatures?|dossiers?|sites?|factories|usines?|students|étudiante?s?"
    "|engineers?|ingénieurs?"
    "|speakers?|intervenante?s?|delegates?|investors?|investisseurs?|prototypes?"
    "|patents?|brevets?)"
)
_COUNT: Final = re.compile(
    rf"(?<![\w.,€$£])(?:{_APPROX}|(?:{_NUMBER}|\b{_WORD_NUMBER}\b)[ \u00a0\u202f])"
    "(?:(?:new|nouveaux|nouvelles|other|autres|different|small|petites|member"
    "|visiting|industrial|European|French"
    rf"|regional|international|bilateral|grandes)[ ])?{_UNIT}\b(?:[ ](?:membres?"
    "|managers?|industriels?))?",
    re.IGNORECASE,
)
_DURATION: Final = re.compile(
    rf"(?<![\w.,])(?:{_APPROX}|(?:\d{{1,4}}(?:[.,]\d)?|\b{_WORD_NUMBER}\b)[ \u00a0\u202f-])"
    r"(?:(?:full|whole|working|long|pleins?|entière?s?|demi-)[ ]?)?"
    "(?:years?|months?|weeks?|days?|hours?|minutes?|ans?|années?|mois|semaines?|jours?"
    "(?:[ ](?:pleins|ouvrés))?"
    r"|journées?|heures?|demi-journées?|half-days?)\b(?![ ]?(?:old|of[ ]age))",
    re.IGNORECASE,
)
# "its last six months", "the first two days": when, and not how long
_WHEN: Final = re.compile(
    r"\b(?:last|first|next|past|final|previous|coming|derni(?:er|ère)s?|premi(?:er|ère)s?|prochaine?s?)"
    r"[ \u00a0]$",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(r"(?:ans|years?)$", re.IGNORECASE)
_AGED: Final = re.compile(r"\b(?:âgée?s? de|aged)[ \u00a0]$", re.IGNORECASE)
_PERSON: Final = re.compile(
    rf"(?<![\w’'-])(?P<first>[{UP}][\w’'-]{{1,24}})"
    rf"(?:[ ](?:[Ll][ea][ ])?[{UP}][\w’'-]{{1,24}}){{1,3}},[ ]$"
)
_GROWN_UP: Final = 16  # years of the youngest that such texts tell the age of
_ANY_NUMBER: Final = re.compile(
    rf"(?<![\w.,])(?:{_APPROX}|(?:{_NUMBER})(?![\w%€/])|\b{_WORD_NUMBER}\b)", re.IGNORECASE
)
_CLOCK: Final = re.compile(r"(?<![\w.,:])\d{1,2}(?::|[ \u00a0]?[hH][ \u00a0]?)\d{2}(?![\w:])")
_KINDS: Final = (
    ("money", _MONEY),
    ("percentage", _PERCENT),
    ("duration", _DURATION),
    ("count", _COUNT),
)


def find_amounts(content: str, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
    """Amounts in ``content[start:end]``, in order; kind is money, percentage, duration or count."""
    stop = len(content) if end is None else end
    found: list[Found] = []
    taken: list[Span] = []
    for kind, pattern in _KINDS:
        for match in pattern.finditer(content, start, stop):
            span = Span(*match.span())
            if kind == "duration" and (_is_age(content, span) or _is_when(content, span)):
                continue
            found.append(Found(kind, match[0], span))
    found.sort(key=lambda f: (f.span.start, -f.span.end))
    kept: list[Found] = []
    for item in found:
        if not taken or item.span.start >= taken[-1].end:
            taken.append(item.span)
            kept.append(item)
    return tuple(kept)


def _is_age(content: str, span: Span) -> bool:
    """Whether years are a person's: "Ana Ruiz, 38 ans, dirige …", "âgée de 38 ans"; not those that
    a project of a body lasts: "porté par Alba Nord, 3 ans,"."""
    told = span.of(content)
    if not _YEARS.search(told):
        return False
    if _AGED.search(content, max(0, span.start - 24), span.start):
        return True
    person = _PERSON.search(content, max(0, span.start - 60), span.start)
    return (
        person is not None
        and fold(person["first"].partition("-")[0]) in first_names()
        and told[:2].isdigit()
        and int(told[:2]) >= _GROWN_UP
        and content[span.end : span.end + 1] in ",.;)"
    )


def _is_when(content: str, span: Span) -> bool:
    """Whether a number of days or months says which ones of a longer time; "the first two-day
    workshop" lasts two days."""
    return "-" not in span.of(content) and bool(
        _WHEN.search(content, max(0, span.start - 12), span.start)
    )


def find_numbers(content: str, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
    """Every number in ``content[start:end]``, in digits or in words, whatever it counts.

    "un" and "une" are articles oftener than numbers, and left out; so are times of day ("14:00").
    """
    stop = len(content) if end is None else end
    hours = {n for match in _CLOCK.finditer(content, start, stop) for n in range(*match.span())}
    return tuple(
        Found("number", match[0], Span(*match.span()))
        for match in _ANY_NUMBER.finditer(content, start, stop)
        if match[0].lower() not in ("un", "une") and match.start() not in hours
    )
