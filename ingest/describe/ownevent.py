"""What is told of a document's own event, and what of another one: the next, the last, one beside.

A sentence is another event's where it holds days of events and none of them is the document's own;
one that begins with a pronoun ("Elle est organisée par …") goes with the sentence before it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.describe.bodies.roles import OTHER_COSTS, Role
from ingest.describe.dates.datekinds import is_past
from ingest.describe.dates.dates import FoundDate
from ingest.describe.dates.eventwords import ANOTHER
from ingest.describe.dates.pastfuture import is_to_come
from ingest.describe.layout import sentence_at
from ingest.types import DateRange, DocumentType, Span

_I: Final = re.IGNORECASE
_SO: Final = re.compile(r"\W{0,6}(?:ils?|elles?|it|they|celui-ci|celle-ci)\b", _I)
# The day that a project or programme began is no event's: "dans le projet LIN, lancé le 4 mai 2021"
_BEGAN: Final = re.compile(
    r"\b(?:started|began|begun|launched|running|runs|débuté|commencé|démarré|lancée?s?|entrée?"
    r"|élue?s?|elected|appointed|nommée?s?)\b[^.;\n]{0,24}$",
    _I,
)
# Said anywhere before: "The next meeting will take place on 4 July in Bologna".
_ANOTHER: Final = re.compile(rf"\b(?:{ANOTHER}|follow-?up|suivante?s?)\b", _I)
# "Le troisième comité de pilotage s'est tenu", in minutes that name no such committee at their head
_NUMBERED: Final = re.compile(
    r"\b(?:(?:premi(?:er|ère)|deuxième|second|seconde|troisième|quatrième|cinquième|sixième"
    r"|\d{1,2}(?:er|re|e|ème))[ ](?P<fr>comité|réunion|assemblée|édition|séminaire|atelier"
    r"|rencontre|échange|conférence|forum|visite|mission|journée)s?"
    r"|(?:first|second|third|fourth|fifth|sixth|\d{1,2}(?:st|nd|rd|th))[ ](?:[\w-]{2,14}[ ])?"
    r"(?P<en>committee|meeting|assembly|edition|seminar|workshop|exchange|conference|forum|visit"
    r"|mission))\b[^.;,\n]{0,40}[ ](?:s['’]est|se sont|a eu|ont eu|was|were|took|met)\b",
    _I,
)
_HEAD: Final = 600
_ITEM: Final = re.compile(r"[ \t]{0,8}[•*·▪–—-][ \t]")
_ABOVE: Final = 900  # how far above an item its heading may be
_TO_BE_DONE: Final = re.compile(
    r"(?:\d{1,2}[.)][ ])?(?:what (?:will happen|comes next|is planned|(?:we|the partners) will do)"
    r"|(?:main |planned |key |les |nos |our |the )?(?:actions?|activities|activités|work packages"
    r"|lots de travail)(?: prévues?| planned| du projet| of the project)?|next steps?"
    r"|(?:les )?(?:prochaines )?étapes|ce qui (?:est prévu|va se passer|sera fait)|au programme"
    r"|et la suite|la suite|perspectives)[ ]?[:?]?",
    _I,
)
_NEWS: Final = frozenset({"announcement", "agenda", "call"})
_BACK, _BESIDE = 2, 12  # sentences that "it" may look back, and characters between two of them
_TOP: Final = 400  # where the own event of news is "the next one"
_ROLES: Final = frozenset({"host", "organiser"})


@dataclass(frozen=True, slots=True)
class Days:
    """Where a text writes the days of its own event, and where those of other events."""

    own: tuple[Span, ...] = ()
    other: tuple[Span, ...] = ()


def days_of(content: str, found: Iterable[FoundDate], own: Sequence[DateRange]) -> Days:
    """The written days of events in ``content``, parted by whether they overlap one of ``own``."""
    mine: list[Span] = []
    other: list[Span] = []
    for item in found if own else ():
        day, span = item.range, item.span
        if any(day.meets(o) for o in own):
            mine.append(span)
        elif item.kind not in {"deadline", "published"} and not (
            is_past(content, span) or _BEGAN.search(content, max(0, span.start - 50), span.start)
        ):
            other.append(span)
    return Days(tuple(mine), tuple(other))


def is_of_other(content: str, at: int, days: Days, kind: DocumentType) -> bool:
    """Whether what stands at ``at`` is told of another event than the document's own."""
    if _within(meant_sentence(content, at, days), days.own):
        return False
    if is_of_other_day(content, at, days):
        return True
    if kind == "event_report" and days.own and is_to_come(content, Span(at, at)):
        return True
    if kind in _NEWS and at < _TOP:
        return False
    if kind == "event_report" and days.own and _is_numbered_beside(content, at):
        return True
    return _ANOTHER.search(content, sentence_at(content, at).start, at) is not None


def _is_numbered_beside(content: str, at: int) -> bool:
    """Whether a sentence tells of an event by its number that the head of a text doesn't name."""
    sentence = sentence_at(content, at)
    told = _NUMBERED.search(content, sentence.start, sentence.end) if at > _HEAD else None
    noun = (told["fr"] or told["en"]) if told else None
    return noun is not None and noun.lower() not in content[:_HEAD].lower()


def is_of_other_day(content: str, at: int, days: Days) -> bool:
    """Whether the sentence around ``at`` holds days of other events, and none of the own one."""
    sentence = meant_sentence(content, at, days)
    return _within(sentence, days.other) and not _within(sentence, days.own)


def is_under_other_day(content: str, at: int, days: Days) -> bool:
    """Whether the paragraph around ``at`` begins with another event's day, and has none of the own
    one: "Première édition, le 25 mai 2021. Alba recevait."."""
    start = content.rfind("\n", 0, at) + 1
    stop = content.find("\n", at)
    paragraph = Span(start, stop if stop >= 0 else len(content))
    if _within(paragraph, days.own) or _within(sentence_at(content, at), days.other):
        return False
    return bool(days.own) and _within(sentence_at(content, start), days.other)


def own_roles(
    content: str,
    roles: Sequence[Role],
    days: Days,
    kind: DocumentType,
    rows: Collection[Span] = (),
) -> tuple[Role, ...]:
    """The roles, with points off for a host or organiser who is told of another event.

    ``rows`` are cells of which each row of a table has another: those who stand there are left out.
    """
    return tuple(
        replace(role, weight=role.weight - OTHER_COSTS)
        if role.kind in _ROLES
        and (
            (role.kind == "organiser" and _is_of_part(content, role.span.start))
            or is_of_other(content, role.span.start, days, kind)
            or is_under_other_day(content, role.span.start, days)
        )
        else role
        for role in roles
        if role.kind not in _ROLES or not _within_any(role.span, rows)
    )


def _within_any(span: Span, areas: Collection[Span]) -> bool:
    return any(area.start <= span.start < area.end for area in areas)


def _is_of_part(content: str, at: int) -> bool:
    """Whether an item of a list is about one of the things that are to be done."""
    start = content.rfind("\n", 0, at) + 1
    if not _ITEM.match(content, start):
        return False
    for line in reversed(content[max(0, start - _ABOVE) : start].split("\n")[:-1]):
        if line.strip() and not _ITEM.match(line):
            return bool(_TO_BE_DONE.fullmatch(line.strip(" #*_\t")))
    return False


def meant_sentence(content: str, at: int, days: Days) -> Span:
    """The sentence around ``at``, or the one before that its "it" stands for."""
    sentence = sentence_at(content, at)
    for _ in range(_BACK):
        if _dated(sentence, days) or not _SO.match(content, sentence.start):
            break
        text = content[max(0, sentence.start - _BESIDE) : sentence.start]
        end = sentence.start - len(text) + len(text.rstrip(' \t\r\n\u00a0.!?…»”"'))
        if not end:
            break
        sentence = sentence_at(content, end - 1)
    return sentence


def _dated(sentence: Span, days: Days) -> bool:
    return _within(sentence, days.own) or _within(sentence, days.other)


def _within(area: Span, spans: Sequence[Span]) -> bool:
    return any(area.start <= span.start < area.end for span in spans)
