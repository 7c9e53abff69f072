"""Who hosted, organised, coordinated, spoke, took part, paid: from labels and verbs, by span.

A value with several names ("VESTA and BOREALIS") stays one value, as written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ingest.describe.bodies.names import HEAD, KIND, UP, is_name, is_place, name_after, name_before
from ingest.describe.bodies.passives import passives
from ingest.describe.bodies.rolecues import EVENT_NOUN, PASSIVE
from ingest.describe.bodies.rolelabels import LABELS, RoleKind
from ingest.describe.bodies.roleverbs import ACTIVE, AUX
from ingest.describe.dates.eventwords import ANOTHER
from ingest.describe.layout import Label, labels, lines, lowered, sentence_at
from ingest.types import Language, Span


@dataclass(frozen=True, slots=True)
class Role:
    """Who plays a part in a document; ``weight`` is how plainly the text says so (1 to 5)."""

    kind: RoleKind
    name: str
    span: Span
    weight: float = 1.0


_LABELLED: Final = 6.0
_IN_CHARGE: Final = 3.0  # "Organisation:" may be the body that a page is about
INVITES: Final = 2.4  # weight of one who invites: an organiser only beside another host
_HONORIFIC: Final = re.compile(r"\s{0,3}(?:M\.|Mme|Mr|Mrs|Ms|Dr|Pr|Prof)\.?[ \u00a0](?=[^\W\d_])")
_PARTS: Final = re.compile(r" (?:and|et|&) |/")
_BRACKETS: Final = re.compile(r"\s?\([^()]{0,40}\)")
# What is said of another event than the text's own, or of one that is not yet fixed.
_OTHER: Final = re.compile(rf"\b(?:{ANOTHER}|second visit)\b", re.IGNORECASE)
_PART: Final = re.compile(
    r"\b(?:dinner|lunch|evening|cocktail|reception|drinks?|party|dîner|soirée|déjeuner|apéritif"
    r"|buffet)[ ]$",
    re.IGNORECASE,
)
OTHER_COSTS: Final = 3.0  # points off for who is told of another event
_OWN: Final = 400  # an announcement's own event is "the next one" in its first lines
# "X, which coordinates", "X, qui accueillait"
_RELATIVE: Final = re.compile(r"(?:which|who|qui)[ \u00a0]")
# "X and its colleagues of Y hosted"
_AND_ITS: Final = re.compile(
    r"[ ](?:et|and|&)[ ](?:its|their|ses|son|leurs?)[ ](?:[\w’'-]{1,20}[ ]){1,3}$"
)
_RUN_BY: Final = re.compile(
    r"\b(?:managed|run|operated|administered|gérée?s?|opérée?s?)[ ](?:by|par)[ ](?:the |l[ea] )?$"
)
# "L'atelier à Nantes a réuni", "the conference in Vienna welcomed"
_WHERE: Final = re.compile(
    r"\b(?:(?:à|in|at|en|aux?|near|vers|près de|du|de|of)[ \u00a0](?:(?:l[ae]s?|the)[ ])?|d['’])$",
    re.IGNORECASE,
)
# "the city of Vienna", "le port d'Anvers": a body called by its town.
_TOWN_HALL: Final = re.compile(
    rf"\b(?:{HEAD}|{KIND}|city|town|munici\w{{2,6}}|communes?|communauté|agglomération|ports?"
    r"|territoire|CCI|CMA|club|cité|county|district|capital|capitale)"
    r"[ \u00a0](?:(?:urbaine|régionale?|regional|metropolitan|de commerce)[ ])?"
    r"(?:(?:du|de|of)[ \u00a0](?:(?:la|le|les|the)[ ])?|d['’])$",
    re.IGNORECASE,
)
_VENUE: Final = re.compile(
    r"\b(?:halle|salle|hall|room|auditorium|amphithéâtre|palais|parc|pavillon|gymnase|théâtre|stade"
    r"|hôtel|hotel|arena|chapelle|château|castle|theatre|church|église)"
    r"[ ](?:(?:de|du|des|of)[ ](?:la[ ]|l['’]|the[ ])?|d['’])?$"
)
_AND_THE: Final = re.compile(
    r",?[ ](?:et|and|&)[ ](?:(?:le|la|les|the)[ ]|l['’])?(?:[\w’'-]{1,20}[ ]){0,4}$"
)
_MORE: Final = re.compile(r"[ ]?[,;/][ ]?|[ ](?:and|et|&)[ ]")
_EDGE: Final = re.compile(r"[,;(|\n–—]|[ ]-[ ]|\.[ ]")


@lru_cache(maxsize=1)  # asked for by the register as well
def find_roles(
    content: str, language: Language, known: tuple[Label, ...] | None = None
) -> tuple[Role, ...]:
    """Every role told in the text, in order of place; the same name may play several parts."""
    del language  # both languages' patterns are read: many documents mix them
    told = labels(content) if known is None else known
    found = [r for label in told for r in _labelled(content, label)]
    low = lowered(content)
    for kind, pattern, weight in PASSIVE:
        for start, end in passives(low, pattern):
            span = _after(content, end, kind)
            if span is not None:
                bonus = _bonus(content, Span(max(0, start - 90), end))
                bonus -= _said_of_other(content, start)
                found.append(Role(kind, span.of(content), span, weight + bonus))
    for kind, pattern, weight in ACTIVE:
        for match in pattern.finditer(low):
            auxiliary = AUX.search(low[max(0, match.start() - 40) : match.start()])
            end = match.start() - (len(auxiliary[0]) if auxiliary else 0)
            span = name_before(content, end)
            if span is None and auxiliary and _RELATIVE.match(auxiliary[0].lstrip()):
                span = name_before(content, end - 2) if content[end - 2 : end] == ", " else None
            if span is not None and (_is_where(content, span) or _is_venue(content, span)):
                continue
            if span is not None and is_name(span.of(content)):
                bonus = _bonus(content, Span(match.end(), min(len(content), match.end() + 80)))
                bonus -= _said_of_other(content, match.start())
                found.append(Role(kind, span.of(content), span, weight + bonus))
                first = _first_of(content, span)
                if first is not None:
                    found.append(Role(kind, first.of(content), first, weight + bonus + 0.1))
    runs = {r.span for r in found if r.kind == "organiser" and _runs(content, r.span)}
    found = [r for r in found if r.kind != "coordinator" or r.span not in runs]
    unique = {(r.kind, r.span): r for r in sorted(found, key=lambda r: r.weight)}
    return tuple(sorted(unique.values(), key=lambda r: (r.span.start, r.span.end)))


def main_role(roles: tuple[Role, ...], kind: RoleKind, least: float = 2.5) -> Role | None:
    """The plainest role of a kind, the first told among equals; None under ``least``."""
    told = [r for r in roles if r.kind == kind and r.weight >= least]
    return max(told, key=lambda r: (r.weight, -r.span.start), default=None)


def coordinator_of(roles: tuple[Role, ...]) -> Role | None:
    """Who coordinates; None where labels name several, who each lead an idea or a work package."""
    labelled = {r.name for r in roles if r.kind == "coordinator" and r.weight >= _LABELLED}
    return main_role(roles, "coordinator") if len(labelled) < 2 else None


def _labelled(content: str, label: Label) -> list[Role]:
    """A label's roles: "Host and lead partner: X" gives two."""
    found: list[Role] = []
    for part in _PARTS.split(_BRACKETS.sub("", label.key).strip()):
        for kind, pattern in LABELS:
            if not pattern.fullmatch(part):
                continue
            span = _after(content, label.span.start, kind, loose=True)
            if span is not None and part.endswith("s"):
                span = _with_others(content, span, label.span.end)
            if span is not None and span.end <= label.span.end + 1:
                weight = _IN_CHARGE if part == "organisation" else _LABELLED
                found.append(Role(kind, span.of(content), span, weight))
            break
    return found


def _with_others(content: str, first: Span, end: int) -> Span:
    """Of "Organisateurs : A, B", all of it, as long as names follow and no towns."""
    span = first
    while match := _MORE.match(content, span.end, end):
        following = name_after(content, match.end(), several=False)
        if following is None or following.end > end or is_place(following.of(content)):
            break
        span = Span(first.start, following.end)
    return span


def _after(content: str, start: int, kind: RoleKind, loose: bool = False) -> Span | None:
    """The name at ``start``; with ``loose`` (a label's value) anything up to a comma or bracket."""
    if honorific := _HONORIFIC.match(content, start):
        start = honorific.end()
    span = name_after(content, start)
    if span is not None or not loose:
        return span
    line = next(lines(content, start, min(len(content), start + 120)), None)
    if line is None:
        return None
    edge = _EDGE.search(content, line.start, line.end)
    end = edge.start() if edge else line.end
    text = content[line.start : end].rstrip()
    if not 2 < len(text) <= 80 or not re.search(rf"[{UP}]", text) or "@" in text:
        return None
    return Span(line.start, line.start + len(text))


def _runs(content: str, name: Span) -> bool:
    """Whether a name is told as that of who runs a call, which need not lead the project."""
    return bool(_RUN_BY.search(content, max(0, name.start - 24), name.start))


def _first_of(content: str, second: Span) -> Span | None:
    """The name a sentence begins with: of "Alba, a cluster, and the Hospital seek …", Alba."""
    sentence = sentence_at(content, second.start)
    its = _AND_ITS.search(content, sentence.start, second.start)
    if its is None and not _AND_THE.search(content, sentence.start, second.start):
        return None
    start = sentence.start
    while start < second.start and content[start].isspace():
        start += 1
    first = name_after(content, start, several=False)
    if first is None or first.end >= second.start:
        return None
    if content[first.end : first.end + 1] != "," and (its is None or its.start() != first.end):
        return None
    return first


def _is_where(content: str, name: Span) -> bool:
    """Whether a name is a town that only tells where: "Le salon de Milan a accueilli …"."""
    if not is_place(name.of(content)):
        return False
    low = max(0, name.start - 60)
    return bool(_WHERE.search(content, low, name.start)) and not _TOWN_HALL.search(
        content, low, name.start
    )


def _is_venue(content: str, name: Span) -> bool:
    """Whether a name is that of a hall: "La halle d'Orvine a accueilli le salon"."""
    return bool(_VENUE.search(content, max(0, name.start - 40), name.start))


def _said_of_other(content: str, position: int) -> float:
    """Points off where the sentence speaks of the next event, or of the last one."""
    sentence = sentence_at(content, position)
    other = sentence.start >= _OWN and _OTHER.search(content, sentence.start, position)
    return OTHER_COSTS * bool(other or _PART.search(content, sentence.start, position))


def _bonus(content: str, span: Span) -> float:
    """Half a point for an event noun beside the verb, another half in the opening lines."""
    return 0.5 * bool(EVENT_NOUN.search(content, span.start, span.end)) + 0.5 * (span.start < 600)
