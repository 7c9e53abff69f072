"""What a question asks of the register: which events, which of their cells, or how many."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ingest.gazetteer import fold
from ingest.types import EventKind, Span
from pipelines.answer.asking.question import Question
from pipelines.register import cues as cue
from pipelines.register.asking import (
    asked_cells,
    counts_places,
    is_heading,
    is_partnership,
    is_plural,
    is_soonest,
    of_any,
    phrases_in,
    what_is_counted,
)
from pipelines.register.conditions import (
    Time,
    bodies_in,
    countries_in,
    outside_in,
    towns_in,
)
from pipelines.register.continents import continent_in
from pipelines.register.cues import Cell
from pipelines.register.editions import edition_in
from pipelines.register.narrow import Narrow, narrow_in
from pipelines.register.nouns import (
    asked_kinds,
    blanked,
    is_verb,
    kinds_asked,
    without,
    without_accents,
)
from pipelines.register.spent import is_spent
from pipelines.register.stretches import Period
from pipelines.register.unread import is_denied, is_ranked, is_timed_otherwise, unnamed
from pipelines.register.verbs import (
    asked_by_holding,
    asked_by_meeting,
    asked_by_start,
    asked_by_welcome,
)
from pipelines.register.when import state_in, when_in
from pipelines.retrieval.query import Term


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked: events of these ``kinds`` (all, where empty) that meet every condition.

    ``times``, years and months in pairs, are of the deadlines where ``closing``, of the opening
    where ``opening``, of the days otherwise, as are the days of ``period``. ``towns`` are folded;
    ``bodies`` are keys of organisations that had the ``role``, or any where it is None. ``planned``
    events are those that a document plans, whenever; ``moved`` ones were put off, whenever.
    ``state`` is a call's today; those ``running`` are open at some time of what is named. ``terms``
    is what the events have to be about besides. What is ``implied`` by the start or end of a
    project, or by a verb for meeting or hosting, may have taken place without an event. ``narrow``
    is what those of its kinds are called. Of what is to come the ``soonest`` alone may be asked.
    None of the events is in a country that they are asked for ``outside`` of. Where some are called
    by one of the ``phrases``, these are meant alone: "les rencontres du lin". ``edition`` is the
    number of the one that is meant.
    """

    kinds: frozenset[EventKind]
    cells: tuple[Cell, ...]
    counted: Literal["events", "bodies"] | None = None
    times: frozenset[Time] = frozenset()
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
    outside: frozenset[str] = frozenset()
    phrases: tuple[re.Pattern[str], ...] = ()
    running: bool = False
    edition: int | None = None
    state: Literal["open", "closed"] | None = None
    terms: tuple[Term, ...] = ()
    implied: bool = False
    narrow: tuple[Narrow, ...] = ()
    soonest: bool = False

    @property
    def years(self) -> frozenset[int]:
        """The years named, with a month or alone."""
        return frozenset(year for year, _ in self.times if year is not None)

    @property
    def months(self) -> frozenset[int]:
        """The months named, of whatever year."""
        return frozenset(month for _, month in self.times if month is not None)


def wanted(
    question: Question,
    projects: Collection[str],
    bodies: Mapping[str, str],
    today: date,
    one: bool = False,
) -> Wanted | None:
    """What the question asks of the register; None when it is not for a list or count of events,
    nor, where that will do, for ``one`` event.

    ``projects`` are the names that the library knows, ``bodies`` the organisations by their folded
    names, with what all forms of a name share. ``today`` is what "last year" is told from.
    """
    query = question.query
    whole = without_accents(query.text.lower())
    if cue.SAID_BY.search(whole):
        return None
    named = {p for p in projects if re.search(rf"(?<!\w){re.escape(fold(p))}(?!\w)", fold(whole))}
    spoken = bodies_in(query.text, bodies)
    text = blanked(whole, (n.span for n in spoken))
    either = bool(cue.EITHER.search(text))
    text = without(without(text, cue.NOT_CANCELLED), cue.EITHER)
    found = tuple(f for f in asked_kinds(text) if not is_verb(query.text, f.span))
    abroad = [Span(*m.span()) for m in cue.ABROAD.finditer(text)]
    abroad = abroad if found and all(f.kind == "mission" for f in found) else []
    text = blanked(text, abroad)
    started = None if found else asked_by_start(text)
    met = None if found or started else asked_by_meeting(text)
    held = None if found or started or met else asked_by_holding(whole)
    if cue.TOPIC.match(whole) and not held:
        return None
    verb = started or met or held or (None if found else asked_by_welcome(text))
    if verb:
        found = (verb,)
    if started:
        text = blanked(text, [started.span])  # "clôturer" is no deadline here
    cells: tuple[Cell, ...] = ("place",) if met else ("event",) if held else ()
    cells = cells or asked_cells(text, found, bool(named), query.text)
    counted = what_is_counted(text, found, cells)
    if not cells or not (found or named) or (counted and cue.RULE.search(text)):
        return None
    soonest = is_soonest(text, found) and not counted
    if found:
        several = one or counted or verb or soonest or any(is_plural(text, f) for f in found)
        if not several and not (cue.PLURAL_BODY.search(text) and of_any(text, found)):
            return None
    elif not is_partnership(text, cells, question.plural):
        return None
    narrow, sorts = narrow_in(text, found)
    kinds = kinds_asked(found, text, frozenset(n.kind for n in narrow))
    kinds = kinds.union(*(n.kinds for n in narrow))
    when = when_in(text, cells, kinds == {"call"}, today)
    if when is None:
        return None
    # "la prochaine réunion" is no island.
    nouns = [f.span for f in found if not text[: f.span.start].endswith("a la ")]
    lands = countries_in(blanked(text, nouns), hosted=bool(cue.ROLES[0][1].search(text)))
    outside, ruled_out = outside_in(text, [n for n, (_, partner) in lands.items() if not partner])
    continent = continent_in(text)
    towns = towns_in(query.text, whole, query.terms)
    online, moved = bool(cue.ONLINE.search(text)), bool(cue.MOVED.search(text))
    cancelled = bool(cue.CANCELLED.search(text))
    foreseen = bool(cue.PLANNED.search(text))
    placed = bool(lands or continent or towns or online or spoken or moved or foreseen)
    states = [Span(*m.span()) for p in (*cue.STATES, cue.ALSO_ASSOCIATED) for m in p.finditer(text)]
    states += abroad
    edition = edition_in(when.rest, found)
    nouns = [*(f.span for f in found), *sorts]
    left = blanked(when.rest, [*nouns, *states])
    if (
        is_denied(unnamed(blanked(text, ruled_out), named), placed)
        or is_ranked(left)
        or is_timed_otherwise(left, query.text, bool(found) and when.state is None)
        or counts_places(text, found)
        or (moved and cancelled)
        or ("call" in kinds and len(kinds) > 1 and found and state_in(text))
    ):
        return None  # none is better than events that were not asked for
    if held and not (lands or towns or continent or when.times or when.period or named):
        return None  # "what was held on Tuesday" is of one day, as a document tells it
    period = when.period
    spent = [
        *nouns,
        *(n.span for n in (*spoken, *towns)),
        *([period.span] if period else []),
        *states,
        *ruled_out,
        *([edition[1]] if edition else []),
        *([continent[1]] if continent else []),
    ]
    headed = "participants" in cells
    terms = tuple(
        term
        for term, weight in zip(query.terms, question.weights, strict=True)
        if weight >= 1
        and not (headed and re.fullmatch(cue.PEOPLE, fold(term.text)))
        and not is_spent(term, text, spent, named, lands, when.months)
    )
    heading = is_heading(text, found, query.text)
    if terms and (not found or heading):
        return None  # of the partners one who did something; of the events what they were about
    if started and any(term.start > started.span.end for term in terms):
        return None  # what was started is something else
    role = next((cell for cell, p in cue.ROLES if p.search(text)), None) if spoken else None
    future = bool(cue.FUTURE.search(text))
    planned = foreseen and not (moved or future)
    return Wanted(
        kinds=kinds,
        cells=cells,
        counted=counted,
        times=when.times,
        projects=frozenset(named),
        countries=frozenset(
            code for name, (code, partner) in lands.items() if not partner and name not in outside
        )
        or (continent[0] if continent else frozenset()),
        partner_countries=frozenset(code for code, partner in lands.values() if partner),
        closing=when.closing,
        opening=when.opening,
        running=when.running,
        edition=edition[0] if edition else None,
        past=question.past and not (planned or either or future or moved or heading),
        future=future,
        cancelled=cancelled,
        planned=planned,
        moved=moved,
        online=online and kinds != {"webinar"},
        period=period,
        towns=frozenset(n.key for n in towns),
        bodies=frozenset(n.key for n in spoken),
        role=role,
        state=when.state,
        terms=terms,
        implied=verb is not None,
        narrow=narrow,
        soonest=soonest,
        outside=frozenset(lands[name][0] for name in outside),
        phrases=phrases_in(text, found, terms, query.text),
    )
