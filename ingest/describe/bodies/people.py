"""Names of people: after a title, as "Prénom NOM", or a known first name and a surname."""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.bodies.names import NOT_NAMES, UP, is_place
from ingest.describe.found import Found
from ingest.gazetteer import first_names, fold
from ingest.types import Span

_WORD: Final = rf"[{UP}][\w]{{0,24}}(?:['’-][\w]{{1,24}}){{0,2}}"
_PARTICLE: Final = (
    r"(?:(?:de|du|da|di|del|della|van|von|der|den|le|la|dos|el|ben|bin|d['’])[ ]?){1,2}"
)
_HONORIFIC: Final = re.compile(
    r"\b(?:M\.|MM\.|Mme|Mmes|Mlle|Monsieur|Madame|Mr|Mrs|Ms|Dr|Pr|Prof|Professor"
    "|Professeure?|Docteur)"
    rf"\.?[ \u00a0](?P<name>{_WORD}(?:[ \u00a0](?:{_PARTICLE})?{_WORD}){{0,3}})"
)
_NAME: Final = re.compile(
    rf"(?<![\w’'-])(?P<name>(?P<first>{_WORD})(?P<middle>(?:[ \u00a0](?:[{UP}]\.|{_WORD})){{0,1}})"
    rf"[ \u00a0](?:{_PARTICLE})?(?P<last>{_WORD}))"
)
_ROLE: Final = re.compile(
    "speaker|relator|interven|orat(?:eur|rice)|directe?u?r|directrice|manager|chair"
    "|président|president"
    r"|contact|anim|présent|presented|moderat|modérat|responsable|head of|chef|chargée? d|coordinat"
    r"|officer|expert|professeur|professor|by |par |from |rédaction|author|auteur|CEO|PDG|founder"
    r"|fondat|délégué|secrét|ingénieur|engineer|who |qui |says|said|explique|write to|auprès de"
    r"|trainer|formatr?ice|facilitat|conseill|consultant|maire|mayor|minist",
    re.IGNORECASE,
)
# "Henrik Lauge Sund, manager of X": the job makes the name a person's, whatever the first name.
_JOB_AFTER: Final = re.compile(
    rf"(?<![\w’'-])(?P<name>{_WORD}(?:[ \u00a0](?:{_PARTICLE})?{_WORD}){{1,3}}),?[ ]"
    rf"(?:\([^()\n]{{2,40}}\),? )?(?:the |la |le |sa |son |its |their |general |chief "
    "|project |projects )?"
    "(?:directe?u?r(?:ice)?|manager|présidente?|president|chair(?:man|woman)?|head of"
    "|CEO|PDG|responsable|gérante?|founder|fondat"
    "|secretary|coordinat(?:or|eur|rice)|chargée? d|officer|engineer|ingénieure?"
    "|professor|professeure?|who "
    r"|qui (?!est un|(?:le |la |l['’])(?:conduit|pilote|coordonne|porte|mène|dirige|anime)))"
)
# "l'entreprise Trégor Lasers, qui a présenté": a body, whatever it did.
_BODY_BEFORE: Final = re.compile(
    r"(?:entreprise|société|groupe|association|cluster|pôle|agence|start-?up|firm|company|agency"
    r"|cabinet"
    r"|chantier|usine|laboratoire)[ ]$",
    re.IGNORECASE,
)
_NOT_LAST: Final = frozenset(
    fold(w)
    for w in """Cluster Clusters Pôle University Université School Institute Institut Region Région
    Street Rue Avenue Park Parc Valley Group Groupe Project Projet Centre Center Conference Forum
    Business
    Council Agency Agence Association Company Industrie Industry Network Réseau Technologies
    International Europe France Days Week Square Place Hall Hotel Hôtel Bank SA SAS GmbH""".split()
)


def find_people(content: str, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
    """People named in ``content[start:end]``, each once at first mention, in order.

    A name needs a title ("Mme"), a surname in capitals after a known first name, a known first
    name, or a role word beside it together with a shape that is no place and no document word.
    """
    stop = len(content) if end is None else end
    spans: dict[str, Span] = {}
    for match in _HONORIFIC.finditer(content, start, stop):
        spans.setdefault(fold(match["name"]), Span(*match.span("name")))
    for match in _NAME.finditer(content, start, stop):
        span = _person(content, match)
        if span is not None:
            spans.setdefault(fold(span.of(content)), span)
    for match in _JOB_AFTER.finditer(content, start, stop):
        words = fold(match["name"]).split()
        plain = any(w in NOT_NAMES or w in _NOT_LAST for w in words) or is_place(match["name"])
        body = _BODY_BEFORE.search(content, max(0, match.start() - 24), match.start())
        shouted = any(w.isupper() and len(w) > 2 for w in match["name"].split()[:1])
        if not plain and not shouted and not body:
            spans.setdefault(fold(match["name"]), Span(*match.span("name")))
    ordered = sorted(spans.values(), key=lambda s: (s.start, -s.end))
    kept: list[Span] = []
    for span in ordered:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(Found("person", s.of(content), s) for s in kept)


def is_person(name: str) -> bool:
    """Whether a name of two words or more begins with a first name that is known."""
    first, _, last = name.partition(" ")
    body = any(fold(word) in _NOT_LAST for word in last.split())
    return bool(last) and not body and fold(first.partition("-")[0]) in first_names()


def _person(content: str, match: re.Match[str]) -> Span | None:
    first, last = match["first"], match["last"]
    if any(fold(word) in _NOT_LAST for word in match["middle"].split()):
        return None  # "Marine Cluster Galway"
    if fold(last) in _NOT_LAST or fold(last) in NOT_NAMES or fold(first) in NOT_NAMES:
        return None
    if content[max(0, match.start() - 4) : match.start()].lower().endswith(("rue ", "ue ", "ace ")):
        return None
    begin, end = match.span("name")
    known = fold(first) in first_names() or fold(first.partition("-")[0]) in first_names()
    known = known and len(first) > 1 and not (first.isupper() and len(first) > 3)
    if not known:
        return None
    # A third capitalised word belongs to the name when it follows directly.
    more = re.compile(rf"[ \u00a0](?:{_PARTICLE})?{_WORD}").match(
        content, end, min(len(content), end + 40)
    )
    if more and not is_place(more[0].strip()) and fold(more[0].strip()) not in _NOT_LAST:
        end = more.end()
    if is_place(content[begin:end]):
        return None
    around = content[max(0, begin - 60) : min(len(content), end + 50)]
    return Span(begin, end) if last.isupper() or _ROLE.search(around) or len(last) > 2 else None
