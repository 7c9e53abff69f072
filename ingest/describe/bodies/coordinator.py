"""Which body coordinates: not the person whom a label names, rather the partner marked as lead."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from ingest.describe.bodies.names import DEMONYMS, NAME, UP, is_name, is_place
from ingest.describe.bodies.organisations import is_of_body, key_of
from ingest.describe.bodies.orgcues import ORG_WORD, TWO_WORDS
from ingest.describe.bodies.partnernames import entry, is_human, name_at
from ingest.describe.bodies.people import is_person
from ingest.describe.bodies.roles import Role
from ingest.describe.found import Found
from ingest.describe.layout import sentence_at
from ingest.gazetteer import fold
from ingest.types import Span

_LEAD: Final = (
    r"(?:(?:the |le )?(?:lead(?: partner)?|leader|coordinator|coordinat(?:eur|rice|ion)"
    r"|project lead(?:er)?|chef de file|porteur)(?![\w-])(?! (?:on|for|of (?!the project))))"
)
# "Alba (coordinator)", "Alba, Lyon (lead)", "Alba (Lyon, France), chef de file", and in a table
_MARKED: Final = re.compile(
    rf"(?:[ ]\([^()\n]{{2,60}}\))?(?:,[ ][^,;:()\n]{{2,40}}){{0,2}}?(?:,[ ]|[ ]?: |[ ][–—-][ ])"
    rf"{_LEAD}"
    rf"|(?:,[ ][^,;:()\n]{{2,40}}){{0,2}}?[ ]\((?:[^()\n]{{2,40}},[ ])?{_LEAD}"
    r"|(?:[ ]\([^()\n]{2,60}\))?,[ ](?:which|that|qui)[ ](?:leads?(?: it| the project)?(?=[,.;\n])"
    r"|coordinates?|(?:le |la |l['’])(?:conduit|pilote|coordonne|mène|dirige)|(?:pilote"
    r"|coordonne))\b"
    rf"|(?:[ ]\([^()\n]{{2,60}}\))?[ ]\|[^\n]{{0,160}}?(?<=\| )[^:|\n]{{2,24}}: {_LEAD}",
    re.IGNORECASE,
)
# "Lead: Alba, Lyon", or the words alone as a heading above the name
_LABEL: Final = re.compile(
    r"^[ \t•*_#-]{0,6}(?:Lead|Leader|Lead partner|Coordinator|Chef de file|Coordinateur"
    r"|Coordination)[*_]{0,2}(?:(?:[ ]?:|\.)[*_]{0,2}[ ]|[ ]?:?[*_]{0,2}\n{1,3})"
    r"[ •*_-]{0,4}(?=[^\W\d_])",
    re.MULTILINE,
)
_WOMAN: Final = re.compile(
    r"\bcoord(?:inat|onnat)rice(?: du projet)?[*_]{0,2}[ ]?[:,][ *_]{0,4}$", re.I
)
# Who leads a jury, a workshop or a part of the work need not lead the project.
_OF_A_PART: Final = re.compile(
    r"\b(?:jury|workshops?|atelier|tour|visite?|mission|session|clinic|debriefing|training|formation"
    r"|communication|dissemination|note|study|étude|survey|enquête|sondage|audit|analys[ei]s"
    r"|working group|groupe de travail|task force|interviews?|campagne|campaign|debate|débat"
    r"|round ?table|table ronde|walk|exchanges?|échanges?|maps?|mapping|cartographie|matchmaking"
    r"|vouchers?|chèques?|catalogue|toolbox|toolkit|work ?package|WP ?\d|lot \d|tâche|task"
    r"|agreements?|accords?|actions?|strand|volet|pilots?|pilotes?|(?:one|another"
    r"|the other)(?= on\b)"
    r"|l['’](?:une?|autre)(?= (?:sur|pour)\b))\b"
    r":?[^.:;\n]{0,60}?[ ]\(?(?:led|managed|coordinated|piloted|menée?|pilotée?|coordonnée?|portée?"
    r"|animée?)[ ](?:by|par)\b",
    re.IGNORECASE,
)
# "Ana Ruiz, director of Alba and project coordinator"
_DIRECTS: Final = re.compile(
    r"\b(?:directors?|managers?|head|chief executive|president|chair(?:man|woman)?|directeurs?"
    r"|directrice|présidente?|déléguée? générale?|gérante?)[ ](?:of[ ]|at[ ]|d[eu][ ]|d['’])"
    rf"(?:the[ ]|l[ae][ ]|l['’])?(?P<name>{NAME}),?[ ](?:and|et)[ ](?:the[ ])?"
    r"(?:project coordinator|coordinator of the project|coordinat(?:eur|rice) du projet)\b"
)
_TEAM: Final = re.compile(
    r"(?:(?:the|our|project|l'|notre) ?)?(?:team|people|persons?|equipe(?: projet)?|contacts?"
    r"|personnes?)"
)
# "Coordinator: Ana Ruiz. Press: Jo Lind."
_MORE_PEOPLE: Final = re.compile(
    r"[^.\n]{0,60}\.[ ](?:Secretariat|Secretary|Press|Finances?|Communication|Science|Secrétariat"
    r"|Presse)[ ]?: "
)
_INITIAL: Final = re.compile(r"(?<![\w.])[^\W\d_]\. $")  # "A. Ruiz"
# "led by Ana Ruiz (Alba)": of a body, a town or a country would stand in brackets
_EMPLOYED: Final = re.compile(
    rf"[ ]\((?P<where>[{UP}][\w’'&-]{{2,30}}(?:[ ,]{{1,2}}[\w’'&-]{{2,30}}){{0,3}})\)"
)
_PAIR: Final = re.compile(r"[^\W\d_][\w’'-]{1,24}(?:[ ][^\W\d_][\w’'-]{1,24}){1,2}")


def coordinating(content: str, told: Role | None, partners: Collection[Found]) -> Found | None:
    """The coordinator as told, or the partner whose item or row says that it leads.

    A partner's name is taken as its list writes it. Of a person the employer is taken, where it
    stands behind the name.
    """
    leads = [p for p in partners if _MARKED.match(content, p.span.end)]
    lead = Found("coordinator", leads[0].text, leads[0].span) if len(leads) == 1 else None
    if told is None:
        return lead or (_headed(content) if partners else None) or _directed(content)
    found = Found("coordinator", told.name, told.span)
    names = {key_of(p.text) for p in partners}
    for partner in partners:
        longer = partner.text.startswith(found.text + " ") and content.startswith(
            partner.text, found.span.start
        )
        if longer:
            span = Span(found.span.start, found.span.start + len(partner.text))
            return Found("coordinator", partner.text, span)
    if key_of(found.text) in names:
        return found
    if lead is not None:
        return lead
    sentence = sentence_at(content, found.span.start)
    if is_place(found.text) or _OF_A_PART.search(content, sentence.start, found.span.start):
        return _directed(content)
    named = name_at(content, found.span.start, sentence.end)
    if named is not None and named.start > found.span.start:  # "the Valencian cluster Alba"
        return Found("coordinator", named.of(content), named)
    if fold(found.text) in DEMONYMS:
        return None
    return _employer(content, found, names) if _is_human(content, found) else found


def _directed(content: str) -> Found | None:
    """The body whose head is said to be the project's coordinator as well."""
    match = _DIRECTS.search(content)
    if match is None or is_place(match["name"]) or not is_name(match["name"]):
        return None
    return Found("coordinator", match["name"], Span(*match.span("name")))


def _headed(content: str) -> Found | None:
    """The body behind the first label or heading of who leads; of a project with partners only."""
    match = _LABEL.search(content)
    if match is None:
        return None
    end = content.find("\n", match.end())
    name = entry(content, match.end(), len(content) if end < 0 else end)
    if name is None or is_place(name.of(content)) or is_human(content, name, frozenset()):
        return None
    found = Found("coordinator", name.of(content), name)
    return None if _is_human(content, found) else found


def _is_human(content: str, found: Found) -> bool:
    """Whether a coordinator is a person: by the name, the label, or what the line is about."""
    if _INITIAL.search(content, max(0, found.span.start - 4), found.span.start):
        return True
    of = _EMPLOYED.match(content, found.span.end)
    if of and TWO_WORDS.fullmatch(found.text):
        return is_of_body(found.text, of["where"])
    if ORG_WORD.search(found.text) or not _PAIR.fullmatch(found.text):
        return False
    line = content.rfind("\n", 0, found.span.start) + 1
    above = content[max(0, line - 80) : line].rstrip().rpartition("\n")[2]
    return bool(
        is_person(found.text)
        or _WOMAN.search(content, line, found.span.start)
        or _TEAM.fullmatch(fold(above.strip(" #*_:•-")))
        or _MORE_PEOPLE.match(content, found.span.end)
    )


def _employer(content: str, person: Found, partners: Collection[str]) -> Found | None:
    if content[person.span.end : person.span.end + 2] not in (", ", " ("):
        return None
    end = content.find("\n", person.span.end)
    name = entry(content, person.span.end + 2, len(content) if end < 0 else end)
    if name is None or is_place(text := name.of(content)):
        return None
    body = key_of(text) in partners or ORG_WORD.search(text)
    return Found("coordinator", text, name) if body else None
