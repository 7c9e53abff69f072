"""The event that a whole document is about: a report's, an agenda's, an invitation's, a call."""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.layout import lowered, sentence_at
from ingest.describe.places.online import ONLINE, online_label, said_online
from ingest.describe.places.whereabouts import EVENTS
from ingest.register.agreements import is_signed, signing_day
from ingest.register.calls import answers_on_call, own_call
from ingest.register.cells import Parts, countries_of, gap, kinds_in
from ingest.register.kinds import FoundKind, find_kinds, is_board, lasts_too_long, title_kind
from ingest.register.lists import LEAD
from ingest.register.papers import is_standing_paper
from ingest.register.partners import partners_of
from ingest.register.people import headcount
from ingest.register.projects import own_projects, projects_of
from ingest.register.putoff import own_days, said_put_off
from ingest.register.sociable import SOCIABLE
from ingest.register.standing import own_standing
from ingest.types import DateRange, Description, Event, EventStatus, Span, Text, Value

_NEAR: Final = 60  # characters between a noun and its day
_SURE: Final = 0.7  # how sure a country must be where no place is told
_LABEL: Final = re.compile(r"(?:event |meeting )?(?:type|nature|format|kind)(?: d['’]événement)?")
_ARTICLE: Final = re.compile(r"^(?:l['’]|la |le |les |the |cet? |cette |this )")
_LAUNCHED: Final = re.compile(
    r"\b(?:was|were|is|has been|est|a été|ont été)(?: officially| officiellement)? "
    r"(?:launched|opened|started|lancée?|démarrée?)\b|\b(?:opened|launched) (?:the )?$"
)

_HOUR: Final = re.compile(r"[^\w\n]{0,4}\d{1,2}(?:[ ]?h(?:[ ]?\d\d)?|[:.]\d\d)\b")
_BARE: Final = re.compile(r"meetings?|réunions?|rencontres?")
# Without a day of its own, one among other things that are told, or what those took place during
_SOCIABLE: Final = re.compile(SOCIABLE)
_DURING: Final = re.compile(
    r"\b(?:during|pendant|durant|lors d[eu]s?|(?:à|on) (?:the |l['’])?occasion (?:of|d[eu]s?)"
    r"|en marge d[eu]s?|alongside)[ ](?:(?:the|this|le|la|les|l['’])[ ]?)?(?:[\w-]+[ ]){0,2}$"
)
# What an agreement or a plan is to bring is no event, as long as it has no day.
_TO_COME: Final = re.compile(
    r"\b(?:prévoi(?:t|ent)|prévoyait|comprend|comprendra|provides? for|foresees?|covers?|envisages?"
    r"|s['’]engage(?:nt)? à)\b[^.;\n]*$"
)


def own_event(
    parts: Parts, text: Text, description: Description, many: bool = False
) -> Event | None:
    """The document's own event, from its description; None where it is about none, or tells of
    ``many``, as a newsletter does."""
    if description.type == "call" or answers_on_call(parts, description):
        return own_call(parts, description)
    if description.type not in EVENTS or many or is_standing_paper(parts, description.title.span):
        return None
    dates = _dates(parts, description)
    found = _kind(parts, description, dates)
    if dates is not None and lasts_too_long(found.kind if found else "other", dates):
        if found is None or not _in_title(found, description):
            return None  # a project, or a scheme
        dates = None
    if dates is not None and found is not None and _is_paper(parts, found):
        dates = signing_day(parts, dates)
    told = bool(dates or description.host)
    if found is None:
        # Reports and agendas are about events; an announcement may be of anything.
        about = description.type in ("event_report", "agenda") and told
    elif description.type == "other":
        about = bool(dates and description.place)
    elif description.type == "announcement":
        about = told or _in_title(found, description)
    else:
        # A board without a day speaks of other places than its own.
        somewhere = bool(description.place or description.organiser)
        about = told or (somewhere and not is_board(parts.low, found))
    if not about:
        return None
    status, status_span = own_standing(parts, description, dates)
    place = description.place
    country = description.country
    if country is not None and place is None and country.confidence < _SURE:
        country = None  # of who speaks, or spoken of
    if found is not None and found.kind == "webinar":
        place, country = _online(parts, description, dates), None
    elif online := _held_online(parts, dates, place is None):
        place, country = online, None
    partners = partners_of(parts, description)
    kind = found.kind if found else "other"
    known = [day for day in (description.dates, dates) if day is not None]
    return Event(
        kind=kind,
        kind_span=found.span if found else None,
        name=description.title,
        status=status,
        status_span=status_span,
        dates=dates,
        deadlines=_registration(description, status, dates),
        host=_body(description.host),
        organiser=_body(description.organiser),
        place=place,
        country=country,
        projects=own_projects(parts, text, description, kind),
        partners=partners,
        partner_countries=countries_of(parts, partners),
        participants=headcount(parts, description.type == "event_report", dates),
        put_off=said_put_off(parts, description.title.span, kind, known),
    )


def _online(parts: Parts, description: Description, dates: DateRange | None) -> Value | None:
    """Where a webinar takes place, if a label, the title or the sentence of its date says so."""
    if span := online_label(parts.content, parts.labels, parts.places):
        return Value("online", span)
    areas = [description.title.span] if description.title.span else []
    if dates is not None and dates.span is not None:
        areas.append(sentence_at(parts.content, dates.span.start))
    found = (ONLINE.search(parts.low, area.start, area.end) for area in areas)
    return next((Value("online", Span(*match.span())) for match in found if match), None)


def _held_online(parts: Parts, dates: DateRange | None, unplaced: bool) -> Value | None:
    """Where any other event is held online: in its label of the place, or beside its date."""
    if span := online_label(parts.content, parts.labels, parts.places):
        return Value("online", span)
    if dates is None or dates.span is None or not unplaced:
        return None
    told = said_online(parts.content, dates.span)
    return Value("online", told) if told else None


def _dates(parts: Parts, description: Description) -> DateRange | None:
    dates, published = description.dates, description.published
    if dates is not None and published is not None and dates.span == published.span:
        return None  # the day it was published says nothing of when it was
    if dates is None or description.type == "event_report":
        return dates
    return own_days(parts, description.title.span, dates)


def _kind(parts: Parts, description: Description, dates: DateRange | None) -> FoundKind | None:
    """What the title calls it, or a label; else the sentence of its date, or the opening. A project
    that is launched kicks off. The sentence of some date alone makes no announcement an event's."""
    title = description.title.span
    if title is not None and (found := title_kind(parts.low, title)):
        return found
    for label in parts.labels:
        if _LABEL.fullmatch(label.key) and (told := kinds_in(parts, label.span)):
            return told[0]
    lead = [
        k
        for k in _particular(parts, Span(0, LEAD))
        if not _is_session(parts, k)
        and not _is_to_come(parts, k)
        and (dates is not None or not _is_beside(parts, k))
    ]
    if dates is not None and dates.span is not None:
        day = dates.span
        sentence = sentence_at(parts.content, day.start)
        if launch := _launched(parts, sentence, description):
            return FoundKind("kick_off", launch)
        near = _particular(parts, sentence)
        if lead and lead[0].kind != "meeting":
            near = [k for k in near if not _BARE.fullmatch(k.span.of(parts.low))]
        if near and (lead or description.type in ("event_report", "agenda")):
            return min(near, key=lambda f: (f.span.start > day.start, gap(f.span, day)))
    if dates is not None and dates.span is not None and (deal := _signed(parts, lead, dates.span)):
        return deal
    return next(iter(lead), None)


def _signed(parts: Parts, lead: list[FoundKind], day: Span) -> FoundKind | None:
    """The agreement that the opening under a dateline tells as signed, before any event."""
    heads = sentence_at(parts.content, day.start)
    if heads.end - heads.start > _NEAR:
        return None
    papers = [k for k in kinds_in(parts, Span(0, LEAD)) if k.kind == "agreement"]
    if not papers or papers[0].span < day or (lead and lead[0].span < papers[0].span):
        return None
    return papers[0] if is_signed(parts, papers[0]) else None


def _is_beside(parts: Parts, noun: FoundKind) -> bool:
    """Whether a noun of the opening says of no document that it is about such an event."""
    before = parts.low[max(0, noun.span.start - 60) : noun.span.start]
    return bool(_SOCIABLE.fullmatch(noun.span.of(parts.low)) or _DURING.search(before))


def _is_to_come(parts: Parts, noun: FoundKind) -> bool:
    """Whether a sentence only says of an event that it is meant to be, on no day."""
    sentence = sentence_at(parts.content, noun.span.start)
    if not _TO_COME.search(parts.low, sentence.start, noun.span.start):
        return False
    return not any(
        noun.span.end <= d.span.start < sentence.end and d.span.start - noun.span.end <= _NEAR
        for d in parts.dates
    )


def _particular(parts: Parts, area: Span) -> list[FoundKind]:
    """The nouns of events that say most in ``area``: "meeting" only where no other is."""
    found = [f for f in kinds_in(parts, area) if f.kind not in ("call", "agreement", "other")]
    return [f for f in found if f.kind != "meeting"] or found


def _is_session(parts: Parts, noun: FoundKind) -> bool:
    """Whether a noun stands in a line that begins with an hour: a part of the programme."""
    start = parts.low.rfind("\n", 0, noun.span.start) + 1
    return bool(_HOUR.match(parts.low, start, noun.span.start))


def _is_paper(parts: Parts, found: FoundKind) -> bool:
    """Whether it is an agreement by a noun for the paper; a "twinning week" is not."""
    nouns = find_kinds(parts.low, found.span.start, found.span.end)
    return found.kind == "agreement" and bool(nouns)


def _launched(parts: Parts, sentence: Span, description: Description) -> Span | None:
    """Where a sentence says that the project was launched or opened."""
    names = [p.text for p in projects_of(description, parts.content)]
    if not any(name in sentence.of(parts.content) for name in names):
        return None
    match = _LAUNCHED.search(parts.low, sentence.start, sentence.end)
    return Span(*match.span()) if match else None


def _body(value: Value | None) -> Value | None:
    """A host or organiser, unless it is the event itself: "L'échange a réuni …"."""
    if value is None:
        return None
    bare = _ARTICLE.sub("", lowered(value.text))
    found = find_kinds(bare)
    return None if found and found[0].span == Span(0, len(bare)) else value


def _registration(
    description: Description, status: EventStatus, dates: DateRange | None
) -> tuple[DateRange, ...]:
    """The last days to register; those of a report or a cancellation are of other things."""
    if status != "planned":
        return ()
    return tuple(d for d in description.deadlines if dates is None or d.end <= dates.end)


def _in_title(found: FoundKind, description: Description) -> bool:
    title = description.title.span
    return title is not None and title.start <= found.span.start < title.end
