"""Events that were put off: the noun of what was, and the new days where they are told.

"The visit planned for 3 May has been postponed to 7 June", "la visite, prévue en mai, est
reportée ; elle aura lieu du 7 au 9 juin". A decision or a vote that is put off is no event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ingest.describe.dates.dates import FoundDate
from ingest.describe.dates.eventwords import (
    MOVED,
    NOT_TO_BE_HELD,
    PLANNED,
    POSTPONED,
    PUT_OFF,
    WAS_TO_BE_HELD,
)
from ingest.describe.layout import sentence_at
from ingest.register.cells import Parts, kinds_in
from ingest.register.kinds import FoundKind, title_kind
from ingest.types import DateRange, EventKind, Span

_PUT_OFF: Final = re.compile(
    r"\b(?:(?:is|are|was|were|be|been)(?: (?:now|therefore|again|also|finally|unfortunately))?"
    r"|(?:est|sont|était|étaient|été|être|sera|seront)(?: \w{3,12})?)[ ]"
    rf"(?P<verb>{PUT_OFF}|{MOVED})\b"
    r"|(?<!\ba )(?<!\bont )(?<!\bhas )(?<!\bhave )(?<!\bhad )(?<!\bavons )"
    rf"\b(?P<bare>{POSTPONED})"
    r"(?=[ ]?(?:[.,;:)\n]|$|(?:to|until|till|by|from|because|due|au|aux|à|en|de|du|sine|pour)\b))"
)
# "It will not be held on 9 April. The new date is 15 May": nothing is called off.
_NOT_HELD: Final = re.compile(rf"\b(?:{NOT_TO_BE_HELD})\b")
_ONLY_DAYS: Final = re.compile(MOVED)
# "The committee postponed the visit": what stands right before the noun.
_ACTIVE: Final = re.compile(
    r"\b(?:postponed?|rescheduled?|(?:a|ont|avons|avait|d[eé]cid\w{1,3} de) (?:report(?:é|er)"
    r"|repouss(?:é|er)|décal(?:é|er)|ajourn(?:é|er)))[ ]"
    r"(?:(?:the|this|its|our|their|la|le|les|cette|cet|ce|son|sa|notre|leur)[ ]|l['’])"
    r"(?:[\w-]+[ ]){0,2}$"
)
# In a title; a text speaks of the "postponement of the fair" when it is long over.
_NOMINAL: Final = re.compile(
    r"\b(?:postponement[ ]of[ ](?:the[ ])?|(?:report|ajournement|décalage)[ ]"
    r"(?:du[ ]|des[ ]|de[ ](?:la|notre)[ ]|de[ ]l['’]))(?:[\w-]+[ ])?$"
)
# "The visit was to be held on 3 May. The host had to postpone it."
_PRONOUN: Final = re.compile(
    r"\b(?:postpone[ds]?|rescheduled?)[ ](?:it|them)\b"
    r"|\bd[ûu]s?[ ](?:(?:le|la|les)[ ]|l['’])(?:reporter|décaler|repousser|ajourner)\b"
    r"|(?:\bl['’]|\bles[ ])(?:a|ont|avons)[ ](?:report|décal|repouss|ajourn)ée?s?\b"
)
_WAS_TO_BE: Final = re.compile(rf"\b(?:{WAS_TO_BE_HELD})\b")
_SAME: Final = re.compile(r"\s{0,4}(?:it|they|ils?|elles?)\b")
# Another thing is put off than what the noun calls.
OTHER: Final = re.compile(
    r"\b(?:that|que|qu['’]\w+|d[eé]cid\w+|agreed|noted|announced|annonc\w+)\b"
    r"|,[ ](?:(?:the|this|its|our|la|le|les|cette|sa|son|notre|leur)[ ]|l['’])"
    r"[\w'’-]+(?:[ ][\w'’-]+){0,3}[ ]?$"
)
# Where what is said of one thing ends: a line, a sentence, "and the …".
_BREAK: Final = re.compile(
    r"\n|[.!?][ ]|\b(?:and|but|et|mais|while|tandis que|alors que)[ ]"
    r"(?:(?:the|our|la|le|les|notre)[ ]|l['’])"
)
DURING: Final = re.compile(
    r"\b(?:lors d[eu]s?|pendant|durant|during|at|in|after|before|since|à|au|aux|après|avant|pour"
    r"|for|by|par|depuis|on the margins of|alongside|en marge d[eu]s?|dans le cadre d[eu]s?)"
    r"[ ](?:(?:the|this|its|our|la|le|les|cette|ce)[ ]|l['’])?(?:[\w-]+[ ])?$"
)
_WEEKDAY: Final = r"(?:\w{3,9}day,?[ ]|\w{3,6}di[ ])?"
_FROM: Final = re.compile(rf"[ ](?:from|du)[ ](?:the[ ])?{_WEEKDAY}")
_TO: Final = re.compile(
    rf"(?:^|[^.;\n]{{0,80}}[ ,])(?:to|until|till|au|aux)[ ](?:the[ ])?{_WEEKDAY}"
    rf"|[ ](?:for|à|en|in)[ ]{_WEEKDAY}"
)
_AGAIN: Final = (
    r"(?:(?:it|they|this|il|elle|ils|elles|celle-ci|celui-ci)[ ](?:\w+[ ])?(?:will|is|are|takes?"
    r"|took|was|were|aura|auront|se|s['’]est|est|sont|a|ont)\b"
    r"|(?:(?:the|its|les|la|de)[ ])?(?:new|nouvelles?)[ ](?:dates?|days?)\b)"
)
_NEW_DATE: Final = re.compile(r"\b(?:new dates?|nouvelles? dates?|but on|mais le)\b")
# What says when instead: the next clause or sentence, or one joined by "and".
AGAIN: Final = re.compile(_AGAIN)
_LATER: Final = re.compile(
    rf"[^.;\n]{{0,90}}?(?:[.;:,]|\n)?\s{{0,4}}(?:and |et |but |mais )?(?:{_AGAIN}"
    r"|(?:will|is)[ ](?:now|instead)\b|(?:se tiendra|aura lieu|s['’]est tenue?|a eu lieu"
    r"|will (?:take place|be held)|took place|was held)\b)[^.;\n]{0,70}"
)
_NEW_ARE: Final = re.compile(
    r"[\s\S]{0,320}?\b(?:the|its|les|ses)[ ](?:new|nouvelles)[ ](?:dates?|days?)\b[^.;\n\d]{0,40}"
)
_STANDS: Final = re.compile(
    r"\b(?:will (?:now )?(?:take place|be held)|takes place|aura lieu|se tiendra|now|new dates?"
    r"|nouvelles? dates?)\b"
)
_NEXT: Final = 120  # characters of what follows a sentence
# "The event had first been scheduled for 12–13 September, but had to be moved by four weeks."
_FIRST_DAYS: Final = re.compile(
    r"\b(?:event|it|événement|évènement|manifestation|il|elle)\b[^.;\n]{0,40}?\b(?:first|initially"
    rf"|originally|d['’]abord|initialement)[ ](?:been[ ])?(?:{PLANNED})[ ](?:for|on|from|pour|les?"
    r"|du|au)[ ][^.;\n\d]{0,20}\d[^.;\n]{0,60}"
)
_SOON: Final = 400  # characters from its days to what is told of those before


def is_put_off(low: str, area: Span) -> bool:
    """Whether a part of a text in lower case says of anything that it was put off."""
    words = (_PUT_OFF, _NOT_HELD, _PRONOUN)
    return any(pattern.search(low, area.start, area.end) for pattern in words)


def goes_on(low: str, one: Span, other: Span) -> bool:
    """Whether what follows says when instead, of what was put off, or that what was to be held was
    put off."""
    if is_put_off(low, one):
        return bool(AGAIN.match(low, other.start, other.end))
    if not _WAS_TO_BE.search(low, one.start, one.end):
        return False
    said = _SAME.match(low, other.start, other.end) and _PUT_OFF.search(low, other.start, other.end)
    return bool(said or _PRONOUN.search(low, other.start, other.end))


def put_off(
    parts: Parts, area: Span, kinds: Sequence[FoundKind], end: int, titled: bool = False
) -> tuple[FoundKind, Span, FoundDate | None] | None:
    """The noun of ``area`` that is put off, the words that say so, and the new day told before
    ``end``; None where nothing is. ``titled`` says that the area is a title."""
    found = [
        (kind, verb, day)
        for kind, verb in _verbs(parts, area, kinds, titled)
        for day in (new_day(parts, verb, end),)
        if day is not None or not _ONLY_DAYS.search(verb.of(parts.low))
    ]
    return next((one for one in found if one[2] is not None), found[0] if found else None)


def _verbs(
    parts: Parts, area: Span, kinds: Sequence[FoundKind], titled: bool
) -> Iterator[tuple[FoundKind, Span]]:
    """Each word for putting off with the noun that it is said of."""
    low = parts.low
    for match in _said(low, area):
        clause = [m.end() for m in _BREAK.finditer(low, area.start, match.start())]
        start = clause[-1] if clause else area.start
        if match.re is _PRONOUN or _SAME.match(low, start, match.start()):
            start = area.start
        noun = next((k for k in kinds if start <= k.span.start < match.start()), None)
        if noun is None or noun.span.end > match.start():
            continue
        between = low[noun.span.end : match.start()]
        before = low[max(area.start, noun.span.start - 40) : noun.span.start]
        if not OTHER.search(between) and not DURING.search(before):
            yield noun, Span(*match.span())
    for noun in kinds:
        start = max(area.start, noun.span.start - 60)
        active = _ACTIVE.search(low, start, noun.span.start)
        if titled and active is None:
            active = _NOMINAL.search(low, start, noun.span.start)
        if active is not None:
            yield noun, Span(active.start(), noun.span.end)


def _said(low: str, area: Span) -> Iterator[re.Match[str]]:
    yield from _PUT_OFF.finditer(low, area.start, area.end)
    yield from _PRONOUN.finditer(low, area.start, area.end)
    for match in _NOT_HELD.finditer(low, area.start, area.end):
        if _NEW_DATE.search(low, match.end(), area.end):
            yield match


def new_day(parts: Parts, verb: Span, end: int) -> FoundDate | None:
    """The day that something was put off to, told behind ``verb``; None where none is."""
    for item in parts.dates:
        if not verb.end <= item.span.start < end or item.kind == "published":
            continue
        between = parts.low[verb.end : item.span.start]
        days = item.range
        if _FROM.fullmatch(between) and days.precision == "day" and days.start < days.end:
            return replace(item, range=replace(days, start=days.end))  # "from 3 to 17 May"
        if any(words.fullmatch(between) for words in (_TO, _LATER, _NEW_ARE)):
            return item
    return None


def own_days(parts: Parts, title: Span | None, days: DateRange) -> DateRange | None:
    """The days of the document's own event: where its title or their sentence says that it was put
    off, the new ones, and none where those are still open."""
    if days.span is None:
        return days
    sentence = sentence_at(parts.content, days.span.start)
    late = False
    if title is not None and (
        found := put_off(parts, title, kinds_in(parts, title), title.end, titled=True)
    ):
        if found[2] is not None:
            return found[2].range
        late = True
    end = sentence.end + _NEXT
    if found := put_off(parts, sentence, kinds_in(parts, sentence), end):
        if found[2] is not None:
            return found[2].range
        late = late or days.span.end <= found[1].start
        return None if late else days
    return None if late and not _STANDS.search(parts.low, sentence.start, sentence.end) else days


def said_put_off(
    parts: Parts, title: Span | None, kind: EventKind, days: Sequence[DateRange]
) -> Span | None:
    """Where a document says of its own event, of this kind, that it was put off: in its title, or
    with some of its ``days``, those before or the new ones."""
    own = [d.span for d in parts.dates if any(d.range.meets(one) for one in days)]
    for area in ([title] if title else []) + list(parts.sentences):
        if area is not title and not any(area.start <= s.start < area.end + _NEXT for s in own):
            continue
        nouns = kinds_in(parts, area)
        if area is title and not nouns and (noun := title_kind(parts.low, area)) is not None:
            nouns = [noun]
        found = put_off(parts, area, nouns, area.end + _NEXT, titled=area is title)
        if found is None or found[0].kind not in (kind, "meeting"):
            continue
        told = [s for s in own if area.start <= s.start < area.end]
        if area is title or told or (found[2] is not None and found[2].span in own):
            return found[1]
    return _first_days(parts, own)


def _first_days(parts: Parts, own: Sequence[Span]) -> Span | None:
    """Where a text tells, soon after the days of its own event, that it was to be on others."""
    for area in parts.sentences:
        if kinds_in(parts, area) or not any(0 <= area.start - s.end <= _SOON for s in own):
            continue
        first = _FIRST_DAYS.search(parts.low, area.start, area.end)
        late = first and _PUT_OFF.search(parts.low, first.start(), area.end)
        if late:
            return Span(*late.span())
    return None
