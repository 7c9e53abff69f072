"""What stands around an event told in passing: its name, and the town that heads its section."""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.dates.calendar import DAY_NAME, MONTH
from ingest.describe.dates.eventwords import CALLED_OFF, HAPPENS, HELD, MOVED, PLANNED, POSTPONED
from ingest.register.cells import Parts
from ingest.register.kinds import FoundKind
from ingest.register.pieces import Piece
from ingest.types import DateRange, Span, Text, Value

_SHORT: Final = 24  # characters of a heading that says no more than the kind
_UP: Final = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_NTH: Final = r"\d{1,2}(?:st|nd|rd|th|[èe]mes?|[eè]?res?|es?|er)"
# From a word's beginning alone, as far as names go: "5es Assises", "8th Food & Health Forum".
_BEFORE: Final = re.compile(rf"(?<![\w’'-]){_NTH}[ ](?:{_UP}[ ](?:(?:&|and|et)[ ])?){{0,5}}$")
_AFTER: Final = re.compile(rf"(?:[ ](?:(?:&|and|et)[ ])?{_UP}){{1,5}}")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# What an event is called or about, right behind its noun: "journée « Four froid »", "workshop on
# recycled glazes", as far as it goes without a verb, a place or a day.
_CALLED: Final = re.compile(
    r"[,:]?[ ](?:«[ \u00a0\u202f]?[^«»\n]{3,70}»|“[^“”\n]{3,70}”|\"[^\"\n]{3,70}\")"
)
_STOP: Final = (
    r"(?!(?:in|at|on|from|by|with|to|was|were|is|are|will|has|have|that|which|who|held|for"
    r"|à|au|aux|chez|par|avec|dans|en|a|ont|est|sont|sera|seront|était|qui|que|où|pour|se|s"
    rf"|(?:le|du|les)[ ]\d+|{DAY_NAME})\b)"
)
_MATTER: Final = rf"(?:{_STOP}[\w’'&/-]+(?=[ ,;.:()\n]|$)[ ]?){{1,8}}"
_ABOUT: Final = re.compile(
    rf"[ ](?:on|about|sur)[ ](?!the[ ]\d|les?[ ]\d|\d|(?i:{DAY_NAME}|{MONTH}|site|line|place"
    rf"|inscription|invitation|demande|request|behalf)\b){_MATTER}"
)
_OF: Final = re.compile(rf"[ ]{_MATTER}")
# At the head of an item, or behind the day that heads it: "11 juillet : visite de la scierie"
_HEADS_ITEM: Final = re.compile(
    r"(?:(?:^|\n)[ \t]{0,8}[-*•·▪–]?[ \t]{0,8}[*_]{0,3}|\d[^\n:.|]{0,16}[ ]?[:–—][ ])$"
)
_DONE: Final = re.compile(
    rf"\b(?:{HAPPENS}|{HELD}|{PLANNED}|{POSTPONED}|{MOVED}|{CALLED_OFF}|takes?|meets?|gathers?"
    r"|réuni\w{0,5}|suivante?s?|next|following|replay|online|nos?|\d+)\b"
)
_ENDS_OF: Final = re.compile(r" (?:de|des|du|de la|of|of the)$")
_ITEM_HEAD: Final = re.compile(r"(?:^|\n)[ \t]{0,8}[-*•·]?[ \t]{0,8}[*_]{0,3}$")
_LINE_ENDS: Final = re.compile(r"\)?\.?[*_]{0,3}[ ]*(?:\n|$)")
_PARTS: Final = (", ", " – ", " — ", " - ", "(", " | ")
_BRACKET: Final = re.compile(r"[ ]\(")
# What else a heading may hold that is of a year and a town alone.
_BARE: Final = re.compile(r"(?:[\W_]|\b(?:à|a|in|en|at|edition|édition)\b)*")


def name_of(parts: Parts, piece: Piece, kind: FoundKind) -> Value:
    """The heading of an event, where that says more than "next meeting"; else the noun that tells
    its kind, with the number and the names that go with it, or what it is called or about."""
    span = piece.heading
    if span is None or not span.holds(kind.span) or span.end - span.start < _SHORT:
        span = _called(parts, piece.area, _numbered(parts, piece.area, kind.span))
    return Value(" ".join(span.of(parts.content).split()), span)


def _numbered(parts: Parts, area: Span, noun: Span) -> Span:
    """A noun from the number that it has in a series to the last of its names."""
    before = _BEFORE.search(parts.content, area.start, noun.start)
    if before is None:
        return noun
    after = _AFTER.match(parts.content, noun.end, area.end)
    return Span(before.start(), after.end() if after else noun.end)


def _called(parts: Parts, area: Span, noun: Span) -> Span:
    """A noun with the title in quotes or the matter that stands right behind it; at the head of an
    item, with the words that go on from it: "Matinale cybersécurité, le 14 mars"."""
    cut = _ENDS_OF.search(parts.low, noun.start, noun.end)
    named = _AFTER.match(parts.content, noun.end, area.end)
    if named and _BRACKET.match(parts.content, named.end()):
        return Span(noun.start, named.end())  # "salon Cuir Avenir (Lyon, 4 mai)"
    for pattern in (_OF,) if cut else (_CALLED, _ABOUT):
        if match := pattern.match(parts.content, noun.end, area.end):
            end = match.start() + len(match[0].rstrip())
            return Span(noun.start, end)
    if _HEADS_ITEM.search(parts.low, max(0, noun.start - 24), noun.start):
        more = _OF.match(parts.content, noun.end, area.end)
        if more and not _DONE.search(parts.low, more.start(), more.end()):
            return Span(noun.start, more.start() + len(more[0].rstrip()))
    return noun


def town_around(
    parts: Parts, text: Text, area: Span, days: DateRange
) -> tuple[Value | None, Value | None]:
    """Town and country of an event whose clause says them in no other way: at the end of its item,
    or in the heading above."""
    if days.span is not None and (town := _town_ending(parts, area, days.span)) != (None, None):
        return town
    return _town_above(parts, text, area, days)


def _town_ending(parts: Parts, area: Span, day: Span) -> tuple[Value | None, Value | None]:
    """The one town of an item that begins with its day, at the end: "15 May: assembly, Turku"."""
    towns = [p for p in parts.places if p.kind == "city" and area.holds(p.span)]
    heads = _ITEM_HEAD.search(parts.low, max(0, day.start - 12), day.start)
    if len(towns) != 1 or not heads:
        return None, None
    (town,) = towns
    parted = parts.low[max(day.end, town.span.start - 3) : town.span.start].endswith(_PARTS)
    if not (parted and _LINE_ENDS.match(parts.low, town.span.end)):
        return None, None
    return Value(town.text, town.span), Value(town.country, town.span)


def _town_above(
    parts: Parts, text: Text, area: Span, days: DateRange
) -> tuple[Value | None, Value | None]:
    """Town and country of the heading above, where that is nothing but a town and the year of
    these days: "2021 – Metz"; a heading that says more is about something there."""
    above = max((h.span for h in text.headings if h.span.end <= area.start), default=None)
    if above is None:
        return None, None
    towns = [p for p in parts.places if p.kind == "city" and above.holds(p.span)]
    year = _YEAR.search(parts.content, above.start, above.end)
    if len(towns) != 1 or year is None or int(year[0]) != days.start.year:
        return None, None
    (town,) = towns
    rest = parts.low[above.start : above.end].replace(town.span.of(parts.low), "", 1)
    if not _BARE.fullmatch(rest.replace(year[0], "", 1)):
        return None, None
    return Value(town.text, town.span), Value(town.country, town.span)
