"""What a question asks of the register: which events, which of their cells, or how many."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ingest.gazetteer import fold
from ingest.register.kinds import FoundKind
from ingest.types import EVENT_KINDS, EventKind, Span
from pipelines.answer.question import Question
from pipelines.query import Term
from pipelines.register import cues as cue
from pipelines.register.conditions import Named, bodies_in, countries_in, months_in, towns_in
from pipelines.register.cues import Cell
from pipelines.register.nouns import asked_kinds, is_verb, kinds_meant, without_accents
from pipelines.register.periods import Period, period_in
from pipelines.register.verbs import asked_by_meeting, asked_by_start, asked_by_welcome

_ASKED_ALONE: frozenset[Cell] = frozenset({"projects", "place", "date", "deadline", "participants"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked: events of these ``kinds`` (all, where empty) that meet every condition.

    ``months`` and ``years`` are of the deadlines where ``closing``, of the opening where
    ``opening``, of the days otherwise, as are the days of ``period``. ``towns`` are folded;
    ``bodies`` are keys of organisations that had the ``role``, or any where it is None. ``planned``
    events are those that a document plans, whenever; ``moved`` ones have other days than planned.
    ``state`` is a call's today. ``terms`` is what the events have to be about besides. What is
    ``implied`` by the start or end of a project, or by a verb for meeting or hosting, may have
    taken place without an event.
    """

    kinds: frozenset[EventKind]
    cells: tuple[Cell, ...]
    counted: Literal["events", "bodies"] | None = None
    years: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()
    projects: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    partner_countries: frozenset[str] = frozenset()
    closing: bool = False
    opening: bool = False
    past: bool = False
    future: bool = False
    cancelled: bool = False
    planned: bool = False
    moved: bool = False
    online: bool = False
    period: Period | None = None
    towns: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    role: Cell | None = None
    state: Literal["open", "closed"] | None = None
    terms: tuple[Term, ...] = ()
    implied: bool = False


def wanted(
    question: Question,
    projects: Collection[str],
    bodies: Mapping[str, str],
    today: date,
) -> Wanted | None:
    """What the question asks of the register; None when it is not for a list or count of events.

    ``projects`` are the names that the library knows, ``bodies`` the organisations by their folded
    names, with what all forms of a name share. ``today`` is what "last year" is told from.
    """
    query = question.query
    whole = without_accents(query.text.lower())
    if cue.TOPIC.match(whole):
        return None
    named = {p for p in projects if re.search(rf"(?<!\w){re.escape(fold(p))}(?!\w)", fold(whole))}
    spoken = bodies_in(query.text, bodies)
    text = _without(whole, spoken)
    found = tuple(f for f in asked_kinds(text) if not is_verb(query.text, f.span))
    started = None if found else asked_by_start(text)
    met = None if found or started else asked_by_meeting(text)
    verb = started or met or (None if found else asked_by_welcome(text))
    if verb:
        found = (verb,)
    if started:
        text = _without(text, found)  # "clôturer" is no deadline here
    cells = ("place",) if met else _cells(text, found, bool(named))
    counted = _counted(text, found, cells)
    if not cells or not (found or named) or (counted and cue.RULE.search(text)):
        return None
    if found:
        several = counted or verb or any(_is_plural(text, f) for f in found)
        if not several and not (cue.PLURAL_BODY.search(text) and _of_any(text, found)):
            return None
    elif not _is_partnership(text, cells, question.plural):
        return None
    role = next((cell for cell, p in cue.ROLES if p.search(text)), None) if spoken else None
    period = period_in(text, today)
    rest = _without(text, [period]) if period else text
    lands = countries_in(text, hosted=bool(cue.ROLES[0][1].search(text)))
    months = months_in(rest)
    towns = towns_in(whole, query.terms)
    online = bool(cue.ONLINE.search(text))
    spent = [
        *(f.span for f in found),
        *(n.span for n in spoken),
        *([period.span] if period else []),
        *(Span(*m.span()) for p in (*cue.STATES, cue.ALSO_ASSOCIATED) for m in p.finditer(text)),
    ]
    headed = "participants" in cells
    terms = tuple(
        term
        for term, weight in zip(query.terms, question.weights, strict=True)
        if weight >= 1
        and fold(term.text) not in towns
        and not (headed and re.fullmatch(cue.PEOPLE, fold(term.text)))
        and not _spent(term, text, spent, named, lands, months)
    )
    if terms and (not found or _is_heading(text, found)):
        return None  # of the partners one who did something; of the events what they were about
    if started and any(term.start > started.span.end for term in terms):
        return None  # what was started is something else
    kinds = _kinds(found)
    calls = kinds == {"call"}
    years = frozenset(int(y) for y in cue.YEAR.findall(rest))
    timed = bool(years or months or period)
    moved = bool(cue.MOVED.search(text))
    planned = bool(cue.PLANNED.search(text)) and not (moved or cue.FUTURE.search(text))
    return Wanted(
        kinds=kinds,
        cells=cells,
        counted=counted,
        years=years,
        months=frozenset(months.values()),
        projects=frozenset(named),
        countries=frozenset(code for code, partner in lands.values() if not partner),
        partner_countries=frozenset(code for code, partner in lands.values() if partner),
        closing=("deadline" in cells and (calls or "date" not in cells))
        or (calls and bool(cue.CLOSES.search(text))),
        opening=calls and bool(cue.OPENED.search(text)),
        past=question.past and not planned and not cue.FUTURE.search(text),
        future=bool(cue.FUTURE.search(text)),
        cancelled=bool(cue.CANCELLED.search(text)),
        planned=planned,
        moved=moved,
        online=online and kinds != {"webinar"},
        period=period,
        towns=towns,
        bodies=frozenset(n.key for n in spoken),
        role=role,
        state=_state(text) if calls and not timed else None,
        terms=terms,
        implied=verb is not None,
    )


def _without(text: str, parts: Sequence[Named | Period | FoundKind]) -> str:
    """The text with a word that means nothing in place of each part, as long as it."""
    for part in parts:
        span = part.span
        text = text[: span.start] + "x" * (span.end - span.start) + text[span.end :]
    return text


def _is_partnership(text: str, cells: tuple[Cell, ...], plural: bool) -> bool:
    """Whether a question without an event is for the partners of its project, and all of them."""
    several = plural or cue.PLURAL_BODY.search(text) or cue.COUNTED_BODY.search(text)
    all_of_it = cue.WHO_ALONE.search(text) and cue.BELONGS.search(text)
    other = cue.OTHERWISE.search(text) or cue.MEMBERS_OF.search(text)
    return cells[0] == "partners" and bool(several or all_of_it) and not other


def _kinds(found: tuple[FoundKind, ...]) -> frozenset[EventKind]:
    kinds = frozenset(k for f in found for k in kinds_meant(f.kind) if f.kind != "other")
    if "agreement" in kinds:
        return frozenset({"agreement"})
    if not found:
        return frozenset(EVENT_KINDS) - {"agreement"}
    return kinds or frozenset(EVENT_KINDS) - {"call", "agreement"}


def _state(text: str) -> Literal["open", "closed"] | None:
    if cue.OPEN_NOW.search(text):
        return "open"
    return "closed" if cue.CLOSED_NOW.search(text) else None


def _cells(text: str, found: tuple[FoundKind, ...], project: bool) -> tuple[Cell, ...]:
    """The cells asked for in the order they are; none where something else is asked."""
    places: dict[Cell, int] = {}
    who = cue.WHO.search(text)
    if headcount := dict(cue.CELLS)["participants"].search(text):
        who = None
        places["participants"] = headcount.start()
    if who:
        role = next(((cell, m) for cell, p in cue.ROLES if (m := p.search(text))), None)
        if role is None:
            return ()
        places[role[0]] = who.start()
    for cell, pattern in cue.CELLS:
        if cell == "date" and "deadline" in places:
            continue
        if match := pattern.search(text):
            places[cell] = match.start()
    noun = next((f for f in found if cue.LISTED.search(text[: f.span.start])), None)
    noun = noun or next((f for f in found if _is_counted(text, f)), None)
    if noun is not None and not who and not headcount:
        places.setdefault("event", noun.span.start)
    if not places and _is_heading(text, found):
        return ("event",)
    if not who and noun is None and not _ASKED_ALONE & set(places):
        return ()
    if who and "partners" in places and not (found or project):
        return ()
    return tuple(sorted(places, key=lambda cell: places[cell]))


def _counted(
    text: str, found: tuple[FoundKind, ...], cells: tuple[Cell, ...]
) -> Literal["events", "bodies"] | None:
    if "participants" in cells:
        return None
    if any(_is_counted(text, f) for f in found):
        return "events"
    return "bodies" if cells and cue.COUNTED_BODY.search(text) else None


def _is_heading(text: str, found: tuple[FoundKind, ...]) -> bool:
    """Whether a plural noun opens a question that says no more: "Calls for projects in 2024"."""
    opens = found and cue.OPENS.fullmatch(text[: found[0].span.start])
    return bool(opens) and _is_plural(text, found[0]) and not cue.VERB.search(text)


def _is_counted(text: str, noun: FoundKind) -> bool:
    """Whether "how many" stands right before the noun, and not before another one."""
    match = cue.COUNTED.search(text[: noun.span.start])
    return match is not None and not cue.NOT_BETWEEN.search(match["between"])


def _is_plural(text: str, noun: FoundKind) -> bool:
    """Whether a noun means several events: "visites d'étude", "staff exchanges"."""
    if cue.EACH.search(text[: noun.span.start]):
        return True
    surface = noun.span.of(text)
    head = cue.OF.split(surface, maxsplit=1)[0].split()
    return any(word.endswith(("s", "x")) for word in (head[0], head[-1]))


def _of_any(text: str, found: tuple[FoundKind, ...]) -> bool:
    """Whether one event of any is meant: "which clusters hosted a study visit"."""
    return any(cue.ANY_ONE.search(text[: f.span.start]) for f in found)


def _spent(
    term: Term,
    text: str,
    nouns: Sequence[Span],
    named: Collection[str],
    lands: Collection[str],
    months: Collection[str],
) -> bool:
    """Whether a term has had its say already: noun, role, month, country or project."""
    word = fold(term.text)
    if any(span.start < term.end and term.start < span.end for span in nouns):
        return True
    if cue.YEAR.fullmatch(word) or word in months or any(word in land.split() for land in lands):
        return True
    if any(word in fold(name).split() or word == fold(name) for name in named):
        return True
    return all(cue.SPENT.match(part) or cue.DEFINED.match(part) for part in word.split())
