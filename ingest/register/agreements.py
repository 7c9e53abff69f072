"""Agreements that were signed: between whom, when and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.describe.dates import FoundDate
from ingest.describe.names import is_place, name_before
from ingest.describe.people import is_person
from ingest.register.cells import Parts, countries_of, kinds_in, place_in
from ingest.register.kinds import FoundKind
from ingest.register.partners import listed
from ingest.types import DateRange, Event, EventStatus, Span, Value

_SIGNED: Final = re.compile(
    r"\b(?:signed|signing|signature|signe(?:nt|ront|ra)?|signée?s?|signait|conclude[sd]?"
    r"|concluded|concluent|conclue?s?|inked|paraphée?s?)\b"
)
_CUE: Final = re.compile(r"\b(?:between|entre|linking|liant|unissant|with|avec|by|par)[ \n]")
_HAS: Final = re.compile(
    r"(?:[ ](?:has|have|had|will|a|ont|avait|avaient|va|also|aussi|just))+[ ]?$"
)
_MORE: Final = re.compile(r",?[ ](?:and|et|&)[ ](?:(?:the|le|la|les)[ ]|l['’])?|,[ ]")
_FUTURE: Final = re.compile(r"\b(?:will|sera|seront|signeront|signera|to be signed|à signer)\b")
# Papers that firms and applicants sign, and what binds a grant, are no agreements of clusters.
_OTHER: Final = re.compile(
    r"\b(?:grant|non-disclosure|confidentialit[éy]|consortium|collectif|licen[cs]e|de principe"
    r"|confidentialité)[ ]?$"
)


def agreements(parts: Parts, own: Event | None) -> Iterator[Event]:
    """Each agreement that a sentence says is signed, with two parties named or a date told."""
    for span in parts.sentences:
        signed = _SIGNED.search(parts.low, span.start, span.end)
        if signed is None:
            continue
        found = next((k for k in kinds_in(parts, span) if k.kind == "agreement"), None)
        if found is None or _OTHER.search(
            parts.low[max(span.start, found.span.start - 24) : found.span.start]
        ):
            continue
        parties = _parties(parts, span, found, Span(*signed.span()))
        day = _day(parts, span, own)
        if len(parties) < 2 and day is None:
            continue
        near = (
            day.span if day and day.span and span.start <= day.span.start < span.end else found.span
        )
        place, country = place_in(parts, span, span.start, near)
        future = _FUTURE.search(parts.low, span.start, span.end)
        status: EventStatus = "planned" if future or (own and own.status == "planned") else "held"
        yield Event(
            kind="agreement",
            kind_span=found.span,
            name=Value(found.span.of(parts.content), found.span),
            status=status,
            status_span=Span(*future.span()) if future else None,
            dates=day,
            place=place,
            country=country,
            partners=parties,
            partner_countries=countries_of(parts, parties),
        )


def _parties(parts: Parts, span: Span, found: FoundKind, signed: Span) -> tuple[Value, ...]:
    """Who signs: "between X and Y", "with Y", "by X", and who stands before "signed"."""
    content, spans = parts.content, list[Span]()
    for match in _CUE.finditer(parts.low, min(found.span.start, signed.start), span.end):
        spans += [s for s in listed(content, match.end()) if s.end <= span.end]
    has = _HAS.search(parts.low[span.start : signed.start].rstrip() + " ")
    before = name_before(content, span.start + has.start() if has else signed.start)
    if before is not None and before.start >= span.start:
        spans = [*_apart(content, before), *spans]
    values = (Value(s.of(content), s) for s in spans)
    bodies = {v.text: v for v in values if not is_place(v.text) and not is_person(v.text)}
    return tuple(bodies.values())


def _apart(content: str, span: Span) -> Iterator[Span]:
    start = span.start
    for match in _MORE.finditer(content, span.start, span.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.end)


def _day(parts: Parts, span: Span, own: Event | None) -> DateRange | None:
    """The date in the sentence, else the day of the own event under whose heading it stands."""
    inside = [d for d in parts.dates if span.start <= d.span.start and d.span.end <= span.end]
    inside = [d for d in inside if d.kind != "deadline"]
    if len(inside) == 1:
        return inside[0].range
    if inside or own is None or own.dates is None:
        return None
    days = [d for d in parts.dates if d.span.end <= span.start and _heads(parts.content, d)]
    last = days[-1].range if days else None
    if last is None or last.start != last.end:
        return None
    return last if own.dates.start <= last.start <= own.dates.end else None


def _heads(content: str, item: FoundDate) -> bool:
    """Whether a date heads its line, as the days of an agenda do."""
    return item.span.start - content.rfind("\n", 0, item.span.start) - 1 <= 24
