"""The event that a whole document is about: a report's, an agenda's, an invitation's, a call."""

from __future__ import annotations

import re
from typing import Final

from ingest.describe.eventdates import call_date
from ingest.describe.layout import lowered, sentence_at
from ingest.describe.online import ONLINE, online_label, said_online
from ingest.describe.pastfuture import TOOK_PLACE, is_to_come
from ingest.describe.whereabouts import EVENTS
from ingest.gazetteer import fold
from ingest.register.cells import Parts, countries_of, kinds_in
from ingest.register.kinds import FoundKind, find_kinds, title_kind
from ingest.register.partners import partners_of
from ingest.register.people import headcount
from ingest.types import DateRange, Description, Event, EventStatus, Span, Value

_LEAD: Final = 700
_SURE: Final = 0.7  # how sure a country must be where no place is told
_LABEL: Final = re.compile(r"(?:event |meeting )?(?:type|nature|format|kind)(?: d['’]événement)?")
_ARTICLE: Final = re.compile(r"^(?:l['’]|la |le |les |the |cet? |cette |this )")
# "Second call. Opening: 5 February"
_OPENS: Final = re.compile(
    r"\b(?:opening|opens?|opened|launch(?:ed|es)?|ouvertures?|ouverte?s?|ouvre(?:nt)?|ouvrir(?:a|ont)"
    r"|lancements?|lancée?s?)\b[^.;]{0,30}$"
)
_CALL_DATES: Final = re.compile(
    r"dates? (?:de l'appel|d[eu]s? (?:depots?|candidatures?)|of the call|for applications)"
)
_NEAR: Final = 60
_LAUNCHED: Final = re.compile(
    r"\b(?:was|were|is|has been|est|a été|ont été)(?: officially| officiellement)? "
    r"(?:launched|opened|started|lancée?|démarrée?)\b|\b(?:opened|launched) (?:the )?$"
)
_CANCELLED: Final = re.compile(
    r"\b(?:cancell?ed|annulée?s?|called off|will not (?:take place|be held)"
    r"|n['’]aura (?:pas|plus) lieu|ne se tiendra pas)\b"
)


def own_event(parts: Parts, description: Description) -> Event | None:
    """The document's own event, from its description; None where it is about none."""
    if description.type == "call":
        return _call(parts, description)
    if description.type not in EVENTS:
        return None
    dates = _dates(description)
    found = _kind(parts, description, dates)
    told = bool(dates or description.host)
    if found is None:
        # Reports and agendas are about events; an announcement may be of anything.
        about = description.type in ("event_report", "agenda") and told
    elif description.type == "other":
        about = bool(dates and description.place)
    elif description.type == "announcement":
        about = told or _in_title(found, description)
    else:
        about = told or bool(description.place or description.organiser)
    if not about:
        return None
    status, status_span = _status(parts, description, dates)
    place = description.place
    country = description.country
    if country is not None and place is None and country.confidence < _SURE:
        country = None  # of who speaks, or spoken of
    if found is not None and found.kind == "webinar":
        place, country = _online(parts, description, dates), None
    elif online := _held_online(parts, dates, place is None):
        place, country = online, None
    partners = partners_of(parts, description)
    return Event(
        kind=found.kind if found else "other",
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
        projects=projects_of(description),
        partners=partners,
        partner_countries=countries_of(parts, partners),
        participants=headcount(parts, description.type == "event_report"),
    )


def _online(parts: Parts, description: Description, dates: DateRange | None) -> Value | None:
    """Where a webinar takes place, if the text says it beside the date or in the title."""
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


def projects_of(description: Description) -> tuple[Value, ...]:
    """The projects that a document is about: those in its title, else the best supported of those
    that it tells itself: what it only names need not be what its events are of."""
    title = fold(description.title.text)
    named = tuple(p for p in description.projects if fold(p.text) in title)
    return named or tuple(p for p in description.projects if p.origin != "library")[:1]


def _call(parts: Parts, description: Description) -> Event | None:
    if not description.deadlines and description.dates is None:
        return None
    found = title_kind(parts.low, description.title.span) if description.title.span else None
    opens = _opening(parts, description)
    if not description.deadlines and opens is None and not (found and found.kind == "call"):
        return None  # a jury's minutes, a project's sheet
    partners = partners_of(parts, description)
    return Event(
        kind="call",
        kind_span=found.span if found and found.kind == "call" else description.type_span,
        name=description.title,
        status="planned",
        dates=opens,
        deadlines=description.deadlines,
        organiser=description.organiser,
        projects=projects_of(description),
        partners=partners,
        partner_countries=countries_of(parts, partners),
    )


def _opening(parts: Parts, description: Description) -> DateRange | None:
    """The day that a call opens or was published: the one it is filed under may be another."""
    day, published = description.dates, description.published
    if day is None or any(day.iso() == last.iso() for last in description.deadlines):
        return None  # nothing but the closing day is told
    if published is not None and day.iso() == published.iso():
        return day
    ends = {last.end for last in description.deadlines}
    ranged = any(d.range.start == day.start and d.range.end in ends for d in parts.dates)
    if ranged or call_date(parts.content, parts.dates, parts.labels):
        return day
    return day if day.span is not None and _opens_on(parts, day.span) else None


def _opens_on(parts: Parts, day: Span) -> bool:
    """Whether the words right before a day, or its label, say that a call opens then."""
    line = parts.low[max(0, day.start - _NEAR) : day.start].rpartition("\n")[2]
    labelled = (x for x in parts.labels if x.span.start <= day.start < x.span.end)
    return bool(_OPENS.search(line)) or any(_CALL_DATES.fullmatch(x.key) for x in labelled)


def _dates(description: Description) -> DateRange | None:
    dates, published = description.dates, description.published
    if dates is None or published is None or dates.span != published.span:
        return dates
    return None  # the day it was published says nothing of when it was


def _kind(parts: Parts, description: Description, dates: DateRange | None) -> FoundKind | None:
    """What the title calls it, a label, or the opening; a project that is launched kicks off."""
    title = description.title.span
    if title is not None and (found := title_kind(parts.low, title)):
        return found
    for label in parts.labels:
        if _LABEL.fullmatch(label.key) and (told := kinds_in(parts, label.span)):
            return told[0]
    if dates is not None and dates.span is not None:
        sentence = sentence_at(parts.content, dates.span.start)
        if launch := _launched(parts, sentence, description):
            return FoundKind("kick_off", launch)
    lead = [f for f in kinds_in(parts, Span(0, _LEAD)) if f.kind not in ("call", "agreement")]
    particular = [f for f in lead if f.kind != "meeting"]
    return next(iter(particular or lead), None)


def _launched(parts: Parts, sentence: Span, description: Description) -> Span | None:
    """Where a sentence says that the project was launched or opened."""
    names = [p.text for p in projects_of(description)]
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


def _status(
    parts: Parts, description: Description, dates: DateRange | None
) -> tuple[EventStatus, Span | None]:
    areas = [description.title.span] if description.title.span else []
    if dates is not None and dates.span is not None:
        areas.append(sentence_at(parts.content, dates.span.start))
    for area in areas:
        if match := _CANCELLED.search(parts.low, area.start, area.end):
            return "cancelled", Span(*match.span())
    if description.type == "event_report":
        return "held", None
    if dates is not None and dates.span is not None and not is_to_come(parts.content, dates.span):
        area = sentence_at(parts.content, dates.span.start)
        if match := TOOK_PLACE.search(parts.low, area.start, area.end):
            return "held", Span(*match.span())
    return "planned", None
