"""Agreements that were signed: between whom, when and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ingest.describe.bodies.names import NAME, is_name, is_place, name_before
from ingest.describe.bodies.people import is_person
from ingest.describe.dates.dates import FoundDate
from ingest.register.cells import Parts, countries_of, kinds_in, place_in
from ingest.register.kinds import FoundKind
from ingest.register.partners import listed
from ingest.types import DateRange, Event, EventStatus, Span, Value

_SIGNED: Final = re.compile(
    r"\b(?:signed|signing|signature|signe(?:nt|ront|ra)?|signs?(?= an? )"
    r"|signée?s?|signait|conclude[sd]?|concluded|concluent|conclue?s?|inked|paraphée?s?)\b"
)
_DONE: Final = re.compile(r"signed|signée?s?|concluded|conclue?s?|inked|paraphée?s?")
_TODAY: Final = re.compile(
    r"\b(?:today|this (?:morning|afternoon|evening)|aujourd['’]hui|ce (?:matin|jour|soir)"
    r"|cet après-midi)\b"
)
_DATELINE: Final = 60  # characters of a place and date before what was signed there
_DONE_AT: Final = re.compile(r"\b(?:fait|done|made) (?:à|at|in|le|on)\b|\bexemplaires?\b")
_CUE: Final = re.compile(r"\b(?:between|entre|linking|liant|unissant|with|avec|by|par)[ \n]")
_HAS: Final = re.compile(
    r"(?:[ ](?:has|have|had|will|a|ont|avait|avaient|va|also|aussi|just))+[ ]?$"
)
_OF: Final = re.compile(r",?[ ](?:de|d['’]|du|of|from)[ ]?")  # "with Alba Cluster, of Porto"
# "Ana Ruiz, directrice du Pôle Alba, et Tom Berg, chair of Borea Cluster": whom they sign for.
_POST: Final = re.compile(
    r"(?:^|(?<=[ ,(’']))(?:(?:the|la|le|sa|son|its)[ ])?"
    r"(?:(?:managing|executive|general|deputy|vice)[ -])?"
    r"(?:director|directe?u?r(?:ice)?|manager|présidente?|president|chair(?:man|woman|person)?"
    r"|ceo|pdg|head|secretary|secrétaire|déléguée?)(?:[ ](?:générale?|exécuti(?:f|ve)|general))?"
    r"[ ](?:of[ ](?:the[ ])?|at[ ](?:the[ ])?|for[ ](?:the[ ])?|de[ ]la[ ]|de[ ]l['’]|du[ ]|des[ ]"
    r"|de[ ]|d['’])(?=\w)"
)
_NAME: Final = re.compile(NAME)
_WITNESS: Final = re.compile(r"\b(?:presence of|présence d(?:es?|u)?|witnessed by|devant)\b")
_MORE: Final = re.compile(r",?[ ](?:and|et|&)[ ](?:(?:the|le|la|les)[ ]|l['’])?|,[ ]")
# "between X and a foundry of Metz", "entre X et un fondeur de Metz"
_UNNAMED: Final = re.compile(
    r"(?:\b(?:between|and|with|entre|et|avec)|,)[ ](?:an?|une?)[ ](?:[\w-]+[ ]){1,3}?"
    r"(?:of|from|based in|de|d['’]|basée?[ ]à)[ ]?$"
)
_NEAR: Final = 60
_THERE: Final = re.compile(r"\b(?:on the spot|on site|sur place)\b")
_FUTURE: Final = re.compile(r"\b(?:will|sera|seront|signeront|signera|to be signed|à signer)\b")
# Papers that firms and applicants sign, and what binds a grant, are no agreements of clusters.
_OTHER: Final = re.compile(
    r"\b(?:grant|non-disclosure|confidentialit[éy]|consortium|collectif|licen[cs]e|de principe"
    r"|confidentialité)[ ]?$"
)


def agreements(parts: Parts, own: Event | None) -> Iterator[Event]:
    """Each agreement that a sentence says is signed, with two parties named or a date told; ``own``
    where it is of an agreement, and a sentence says of its day that it was signed or done."""
    for span in parts.sentences:
        paper = _own_paper(span, own)
        signed = _SIGNED.search(parts.low, span.start, span.end)
        if signed is None and paper is not None:
            signed = _DONE_AT.search(parts.low, span.start, span.end)
        if signed is None:
            continue
        found = next((k for k in kinds_in(parts, span) if k.kind == "agreement"), paper)
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
        place, country = place_in(_outside(parts, parties), span, span.start, near)
        if place is None and own and _THERE.search(parts.low, span.start, span.end):
            place, country = own.place, own.country
        future = _FUTURE.search(parts.low, span.start, span.end)
        # "14:00 Signing of the agreement" in an agenda; what was signed, was signed.
        done = _DONE.fullmatch(signed[0]) or _DONE_AT.fullmatch(signed[0])
        foreseen = own and own.status == "planned" and not done
        status: EventStatus = "planned" if future or foreseen else "held"
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


def _own_paper(span: Span, own: Event | None) -> FoundKind | None:
    """The agreement that the document is about, in the sentence that holds its day."""
    if own is None or own.kind != "agreement" or own.kind_span is None or own.dates is None:
        return None
    told = own.dates.span is not None and span.holds(own.dates.span)
    return FoundKind("agreement", own.kind_span) if told else None


def signing_day(parts: Parts, day: DateRange) -> DateRange | None:
    """The day of the agreement that a document is about: ``day`` where a label gives it or its
    sentence tells of the signing, else the one day of a sentence that does."""
    if day.span is not None and any(
        x.span.start <= day.span.start < x.span.end for x in parts.labels
    ):
        return day
    told = []
    last = 0
    for span in parts.sentences:
        start, last = last, span.start
        signed = _SIGNED.search(parts.low, span.start, span.end)
        if not signed and not _DONE_AT.search(parts.low, span.start, span.end):
            continue
        dated = start if span.start - start <= _DATELINE else span.start  # "Brno, 19 May. X signed"
        if day.span is not None and dated <= day.span.start < span.end:
            return day
        if any(k.kind == "agreement" for k in kinds_in(parts, span)):
            if _TODAY.search(parts.low, span.start, span.end):
                return day
            told += [d.range for d in parts.dates if span.start <= d.span.start < span.end]
    return told[0] if len(told) == 1 else None


def is_signed(parts: Parts, paper: FoundKind) -> bool:
    """Whether the sentence of an agreement tells that it was signed by clusters."""
    before = parts.low[max(0, paper.span.start - 24) : paper.span.start]
    sentence = next((s for s in parts.sentences if s.start <= paper.span.start < s.end), None)
    if sentence is None or _OTHER.search(before):
        return False
    return bool(_SIGNED.search(parts.low, sentence.start, sentence.end))


def _outside(parts: Parts, parties: tuple[Value, ...]) -> Parts:
    """The parts of a text but for the places in the names of the parties, or right behind one,
    and those where one that goes without a name is from."""
    named = [v.span for v in parties if v.span is not None]
    places = tuple(
        p
        for p in parts.places
        if not any(
            s.start <= p.span.start < s.end
            or _OF.fullmatch(parts.low, s.end, max(s.end, p.span.start))
            for s in named
        )
        and not _UNNAMED.search(parts.low, max(0, p.span.start - _NEAR), p.span.start)
    )
    return replace(parts, places=places)


def _parties(parts: Parts, span: Span, found: FoundKind, signed: Span) -> tuple[Value, ...]:
    """Who signs: "between X and Y", "with Y", "by X", and who stands before "signed"."""
    content, spans = parts.content, list[Span]()
    for match in _CUE.finditer(parts.low, min(found.span.start, signed.start), span.end):
        spans += [s for s in listed(content, match.end()) if s.end <= span.end]
    has = _HAS.search(parts.low[span.start : signed.start].rstrip() + " ")
    before = name_before(content, span.start + has.start() if has else signed.start)
    if before is not None and before.start >= span.start:
        spans = [*_apart(content, before), *spans]
    aside = _onlookers(parts, span)
    spans = [s for s in spans if not aside.start <= s.start < aside.end]
    posts = [post for post in _posts(parts, span) if not aside.start <= post[0].start < aside.end]
    spans = [s for s in spans if not any(_is_holder(content, s, post) for post, _ in posts)]
    spans = sorted({*spans, *(body for _, body in posts)})
    values = (Value(s.of(content), s) for s in spans)
    bodies = {
        v.text: v
        for v in values
        if any(map(str.isalpha, v.text)) and not is_place(v.text) and not is_person(v.text)
    }
    return tuple(bodies.values())


def _posts(parts: Parts, span: Span) -> Iterator[tuple[Span, Span]]:
    """The posts of people that a sentence names, each with the body that it is one of."""
    for match in _POST.finditer(parts.low, span.start, span.end):
        body = _NAME.match(parts.content, match.end(), span.end)
        if body is not None and is_name(body[0]):
            yield Span(*match.span()), Span(*body.span())


def _onlookers(parts: Parts, span: Span) -> Span:
    """What of a sentence names who looks on and does not sign; an empty span where nothing does."""
    witness = _WITNESS.search(parts.low, span.start, span.end)
    if witness is None:
        return Span(span.end, span.end)
    more = _CUE.search(parts.low, witness.end(), span.end) or _SIGNED.search(
        parts.low, witness.end(), span.end
    )
    return Span(witness.start(), more.start() if more else span.end)


def _is_holder(content: str, name: Span, post: Span) -> bool:
    """Whether a name is that of who holds the post, or holds both."""
    between = content[name.end : post.start]
    return (0 <= post.start - name.end <= 3 and not between.strip(" ,(")) or (
        name.start <= post.start < name.end
    )


def _apart(content: str, span: Span) -> Iterator[Span]:
    start = span.start
    for match in _MORE.finditer(content, span.start, span.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.end)


def _day(parts: Parts, span: Span, own: Event | None) -> DateRange | None:
    """The date in the sentence, else the day of the own event under whose heading it stands."""
    inside = [d for d in parts.dates if span.holds(d.span)]
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
