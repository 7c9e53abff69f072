"""Calls: the one that a document is, and those that another tells the closing day of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.describe.dates.calldates import call_date
from ingest.describe.types.typeheads import FAQ
from ingest.register.cells import Parts, countries_of, kinds_in
from ingest.register.kinds import FoundKind, title_kind
from ingest.register.partners import partners_of
from ingest.register.projects import projects_of
from ingest.types import DateRange, Description, Event, Span, Value

# "Second call. Opening: 5 February"
_OPENS: Final = re.compile(
    r"\b(?:opening|opens?|opened|launch(?:ed|es)?|ouvertures?|ouverte?s?|ouvre(?:nt)?|ouvrir(?:a|ont)"
    r"|lancements?|lancée?s?)\b[^.;]{0,30}$"
)
_CALL_DATES: Final = re.compile(
    r"dates? (?:de l'appel|d[eu]s? (?:depots?|candidatures?)|of the call|for applications)"
)
_NEAR: Final = 60
_CALL: Final = re.compile(r"\bcalls?\b|\bappels?\b|\bcandidatures?\b")
# What a title tells of a call that is over, or of what is asked about it.
_AFTER: Final = re.compile(
    r"\b(?:results?|résultats?|winners?|lauréate?s?|bilan|awards?|jury|evaluations?|évaluations?"
    r"|lessons|faq|questions?|answers)\b"
)
_LINE: Final = 90  # characters of a line that heads a document
_CLOSES: Final = re.compile(
    r"\b(?:clos(?:es?|ed|ing)?|ends?|ended|deadline|clôtur\w{1,4}|ferm(?:e|era|ait|ée?)"
    r"|prend(?:ra)? fin|jusqu['’]au)\b[^.;,]{0,24}$"
)
# A call that is told so is one of the document's own project.
_OURS: Final = re.compile(
    r"\b(?:first|second|third|fourth|last|our|its|premiere?|première|deuxième|seconde?|troisième"
    r"|quatrième|dernier|notre|son)[ ](?:[\w-]+[ ]){0,2}$"
)


def answers_on_call(parts: Parts, description: Description) -> bool:
    """Whether a document is the questions and answers on a call, and tells when that closes."""
    title = description.title.span
    if title is None or not description.deadlines:
        return False
    found = title_kind(parts.low, title)
    asked = FAQ.search(parts.content, title.start, title.end)
    return bool(asked and found and found.kind == "call")


def own_call(parts: Parts, description: Description) -> Event | None:
    """The call that a document is, or answers questions on; None for one without a day of it."""
    if not description.deadlines and description.dates is None:
        return None
    found = title_kind(parts.low, description.title.span) if description.title.span else None
    titled = bool(found and found.kind == "call")
    if description.type == "call":
        opens = _opening(parts, description, _says_call(parts, description))
    else:  # its own day is that of the answers
        opens = call_date(parts.content, parts.dates, parts.labels, description.deadlines)
    if not description.deadlines and opens is None and not titled:
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
        projects=projects_of(description, parts.content),
        partners=partners,
        partner_countries=countries_of(parts, partners),
    )


def _says_call(parts: Parts, description: Description) -> bool:
    """Whether the title says that a call is what a document is, or a line that heads it does."""
    title, told = description.title.span, description.type_span
    if title is not None and _AFTER.search(parts.low, title.start, title.end):
        return False
    if title is not None and _CALL.search(parts.low, title.start, title.end):
        return True
    if told is None or not _CALL.search(parts.low, told.start, told.end):
        return False
    start = parts.low.rfind("\n", 0, told.start) + 1
    end = parts.low.find("\n", told.end)
    line = parts.low[start : end if end >= 0 else len(parts.low)]
    return told.start - start <= 4 and len(line) <= _LINE and ":" not in line


def _opening(parts: Parts, description: Description, called: bool) -> DateRange | None:
    """The day that a call opens or was published: the one it is filed under may be another.

    What was published without a last day is a call only where it is ``called`` one: a notice of
    award opens none.
    """
    day, published = description.dates, description.published
    if day is None or any(day.iso() == last.iso() for last in description.deadlines):
        return None  # nothing but the closing day is told
    if description.deadlines and day.start > max(last.end for last in description.deadlines):
        return None  # what comes after the last day is no opening
    if published is not None and day.iso() == published.iso():
        return day if description.deadlines or called else None
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


def passing_calls(
    parts: Parts, description: Description, projects: tuple[Value, ...], own: Event | None
) -> Iterator[Event]:
    """Calls whose closing day a sentence tells: "the first call will open in March and close on 30
    June 2022". ``projects`` are those that a call of the document's is of."""
    for span in parts.sentences:
        nouns = kinds_in(parts, span)
        call = next((k for k in nouns if k.kind == "call"), None)
        if call is None:
            continue
        stop = next((k.span.start for k in nouns if k.span.start > call.span.start), span.end)
        days = [d for d in parts.dates if call.span.end <= d.span.start and d.span.end <= stop]
        last = [d.range for d in days if _told(parts, call, d.span, _CLOSES)]
        names = tuple(
            p for p in projects_of(description, parts.content) if p.text in span.of(parts.content)
        )
        ours = bool(_OURS.search(parts.low, span.start, call.span.start))
        if not names and ours:
            names = projects
        if (
            len(last) != 1
            or not (names or ours)
            or (own and last[0].iso() in [d.iso() for d in own.deadlines])
        ):
            continue
        opens = [d.range for d in days if d.range != last[0] and _told(parts, call, d.span, _OPENS)]
        yield Event(
            kind="call",
            kind_span=call.span,
            name=Value(" ".join(call.span.of(parts.content).split()), call.span),
            status="planned",
            dates=opens[0] if opens and opens[0].start < last[0].end else None,
            deadlines=(last[0],),
            projects=names,
        )


def _told(parts: Parts, call: FoundKind, day: Span, words: re.Pattern[str]) -> bool:
    """Whether such words stand before a day, behind the call that they are said of."""
    return bool(words.search(parts.low[max(call.span.end, day.start - _NEAR) : day.start]))
