"""Whether an event was held, is planned or was cancelled, as its sentence and its document say."""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.dates.dates import FoundDate
from ingest.describe.dates.eventwords import (
    CALLED_OFF,
    GIVEN_UP,
    HAPPENS,
    HELD,
    INVITED,
    NOT_TO_BE_HELD,
    PLANNED,
    WAS_NOT_HELD,
    WILL,
)
from ingest.describe.layout import sentence_at
from ingest.register.cells import Parts, gap, kinds_in
from ingest.register.kinds import FoundKind
from ingest.register.people import tells_headcount
from ingest.register.putoff import DURING, OTHER
from ingest.types import DateRange, Description, Event, EventStatus, Span, Text

Standing = tuple[EventStatus, Span | None]

_HELD: Final = re.compile(
    rf"\b(?:{HELD}|(?:s['’]est|se sont) (?:cloturée?s?|ouverte?s?)"
    r"|(?:nous|vous|les|l['’])[ ]?(?:a|ont|avait) (?:conduite?s?|menée?s?|emmenée?s?)"
    r"|(?:a|ont) (?:attiré|suivi|assisté|participé)|avai(?:t|ent) lieu|ended"
    r"|took (?:us|them) to|(?:came|travell?ed) to|gathered|drew)\b"
)
FUTURE: Final = re.compile(
    r"\b(?:next|prochaine?s?|upcoming|aura|auront|expected|is to|à venir|suivante?"
    rf"|{WILL}|{HAPPENS}|{PLANNED}|{INVITED})\b"
)
_CANCELLED: Final = re.compile(rf"\b(?:{CALLED_OFF}|{NOT_TO_BE_HELD}|{WAS_NOT_HELD})\b")
# What a visit is, and a plan told at one may be as well.
_DROPPED: Final = re.compile(
    r"\b(?:(?:been|was|were|is|are)(?: (?:since|now|later|then|finally))?"
    rf"|(?:été|est|sont|fut)(?: (?:depuis|finalement|aussi))?) (?:{GIVEN_UP})\b"
)
_CLOSE, _FAR = 60, 140  # characters from the noun to the word that cancels it
_ANOTHER: Final = re.compile(r"\b(?:but|mais|however|while|whereas|tandis|alors que|toutefois)\b")
# What stands under such a heading is yet to come.
_AHEAD: Final = re.compile(
    r"\b(?:upcoming|coming (?:up|events?)|save the dates?|next|diary|à venir|prochaine?s?"
    r"|(?:à|dans) vos agendas?|à vos agendas?|à noter)\b"
)
# The heading of a newsletter, and no heading of the points of a meeting, which have no days.
_AGENDA: Final = re.compile(r"\W*(?:l['’])?agendas?\W*")


def own_standing(parts: Parts, description: Description, dates: DateRange | None) -> Standing:
    """How the document's own event stands: what its title and the sentence of its date say, else
    whether its days were over when the document was published."""
    areas = [description.title.span] if description.title.span else []
    if dates is not None and dates.span is not None:
        areas.append(sentence_at(parts.content, dates.span.start))
    for area in areas:
        if match := _CANCELLED.search(parts.low, area.start, area.end):
            return "cancelled", Span(*match.span())
        for kind in kinds_in(parts, area):
            if dropped := _is_dropped(parts, kind, area):
                return "cancelled", dropped
    if description.type == "event_report":
        return "held", None
    if dates is None or dates.span is None:
        return "planned", None
    told = _told(parts, sentence_at(parts.content, dates.span.start), dates.span)
    if told is not None:
        return told
    published = description.published
    over = published is not None and published.span is not None and dates.end < published.start
    return "held" if over and description.type != "agenda" else "planned", None


def passing_standing(
    parts: Parts,
    text: Text,
    area: Span,
    kind: FoundKind,
    day: FoundDate,
    description: Description,
    own: Event | None,
) -> Standing:
    """How an event told in passing in ``area`` stands."""
    if match := is_cancelled(parts, kind, area):
        return "cancelled", match
    if told := _told(parts, area, day.span):
        return told
    if _is_ahead(parts, text, area):
        return "planned", None
    published, days = description.published, own.dates if own else None
    exact = published if published is not None and published.precision == "day" else None
    # What is published in a month may tell of its own event and announce the rest of that month.
    written = [known.end for known in (exact or days,) if known is not None]
    if published is not None and exact is None:
        written.append(published.start if days else published.end)
    if written and day.range.start > max(written):
        return "planned", None
    before = exact or (days if own and own.status == "held" else None) or published
    if before is not None and day.range.end < before.start:
        return "held", None
    reports = description.type not in ("agenda", "call", "announcement")
    return "held" if reports or _is_over(parts, day) else "planned", None


def _is_over(parts: Parts, day: FoundDate) -> bool:
    """Whether the document says of this day or a later one how many came: it was written since."""
    for area in parts.sentences:
        dates = [d for d in parts.dates if area.holds(d.span)]
        if len(dates) != 1 or dates[0].range.end < day.range.end:
            continue
        if tells_headcount(parts, area) and not FUTURE.search(parts.low, area.start, area.end):
            return True
    return False


def is_cancelled(parts: Parts, kind: FoundKind, area: Span) -> Span | None:
    """Where an event's clause says that it was cancelled: soon after its noun, or once its day and
    place are told, nothing else being told in between."""
    start = max(kind.span.end, area.start)
    match = _CANCELLED.search(parts.low, start, min(area.end, start + _FAR))
    if match is None:
        return _is_dropped(parts, kind, area)
    between = parts.low[start : match.start()]
    if len(between) > _CLOSE and (_ANOTHER.search(between) or _HELD.search(between)):
        return None
    return Span(*match.span())


def _is_dropped(parts: Parts, kind: FoundKind, area: Span) -> Span | None:
    """Where it is said of an event that it was given up, and of nothing that was told at it."""
    start = kind.span.end
    match = _DROPPED.search(parts.low, start, min(area.end, start + _FAR))
    if match is None or OTHER.search(parts.low[start : match.start()]):
        return None
    before = parts.low[max(area.start, kind.span.start - 40) : kind.span.start]
    return None if DURING.search(before) else Span(*match.span())


def says_cancelled(parts: Parts, area: Span) -> bool:
    """Whether a part of the text speaks of anything cancelled or given up."""
    words = (_CANCELLED, _DROPPED)
    return any(pattern.search(parts.low, area.start, area.end) for pattern in words)


def _told(parts: Parts, area: Span, day: Span) -> Standing | None:
    """What the words of ``area`` say, those closest to the date; None where there are none."""
    held, ahead = _nearest(parts, _HELD, area, day), _nearest(parts, FUTURE, area, day)
    if held and (ahead is None or gap(held, day) < gap(ahead, day)):
        return "held", held
    return ("planned", ahead) if ahead else None


def _nearest(parts: Parts, words: re.Pattern[str], area: Span, day: Span) -> Span | None:
    found = [Span(*m.span()) for m in words.finditer(parts.low, area.start, area.end)]
    return min(found, key=lambda span: gap(span, day), default=None)


def _is_ahead(parts: Parts, text: Text, area: Span) -> bool:
    """Whether the heading above says that what follows is yet to come."""
    above = [h.span for h in text.headings if h.span.end <= area.start]
    if not above:
        return False
    last = max(above)
    heading = last.of(parts.low)
    return bool(_AHEAD.search(heading) or _AGENDA.fullmatch(heading))
