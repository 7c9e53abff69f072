"""What a question for events is told that none of the register's meets: its conditions, and the
events that come nearest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from ingest.types import EVENT_KINDS, EventKind, Language
from pipelines.answer.asking.question import Question
from pipelines.catalogue.events import Told
from pipelines.register.asked import Asked
from pipelines.register.conditions import towns_in
from pipelines.register.continents import continent_in
from pipelines.register.nouns import kinds_meant, without_accents
from pipelines.register.row import Row
from pipelines.register.select import selected
from pipelines.register.shown import shown_row
from pipelines.register.texts import Texts
from pipelines.register.wanted import Wanted
from pipelines.register.wording import country_name, kind_word, month_name

_NEAREST: Final = 3  # events
_STATES: Final[tuple[tuple[str, str, str], ...]] = (
    ("planned", "planned", "prévu"),
    ("future", "yet to come", "à venir"),
    ("online", "online", "en ligne"),
)
_OPEN: Final = {"open": ("open today", "ouvert aujourd'hui"), "closed": ("closed today", "clos")}


def missing(asked: Asked, question: Question, searched: int) -> str | None:
    """Why no event is listed, and which come nearest; None where the register can't tell.

    It can where it has events of the kind, and the question narrows them by nothing but time,
    place, project and state. That none was cancelled or moved it can't tell: what never took place
    is often told without a day. Nor can it that there was no general assembly, which may be called
    a meeting, nor what comes next of a project or in a place, which some text tells.
    """
    wanted, language = asked.wanted, question.query.language
    told = [row for row in asked.every if row.kind in wanted.kinds]
    conditions = _conditions(wanted, question, language)
    other = wanted.terms or wanted.bodies or wanted.partner_countries or wanted.outside
    untold = bool(other) or wanted.edition is not None  # need not be told by its number
    near_next = wanted.soonest and len(conditions) > 1
    unsure = wanted.cancelled or wanted.moved or bool(wanted.narrow) or near_next
    if untold or unsure or not told or not conditions or asked.register.rows:
        return None
    names = ", ".join((_kinds(wanted, language), *conditions))
    near = _nearest(asked)[:_NEAREST]
    joint = " ; " if language == "fr" else "; "
    events = joint.join(_row(row, wanted, language, asked.text_of) for row in near)
    if language == "fr":
        which = f"les {searched} documents cherchés" if searched > 1 else "le seul document cherché"
        reason = f"Aucun événement relevé dans {which} ne répond à tout ce qui est demandé"
        return f"{reason} ({names})." + (f" Au plus près : {events}." if events else "")
    which = f"the {searched} documents searched" if searched > 1 else "the only document searched"
    reason = f"No event found in {which} meets all that is asked"
    return f"{reason} ({names})." + (f" Nearest: {events}." if events else "")


def undecided(asked: Asked) -> frozenset[str]:
    """The documents that tell an event of the kind and not enough to say that it doesn't fit."""
    return frozenset(
        told.document
        for row in asked.every
        if row.kind in asked.wanted.kinds
        for told in row.told
        if _is_vague(told, asked.wanted)
    )


def _is_vague(told: Told, wanted: Wanted) -> bool:
    """Whether a telling leaves open what the question narrows."""
    event = told.event
    timed = wanted.years or wanted.months or wanted.period or wanted.future or wanted.state
    return bool(
        (timed and event.dates is None and (wanted.opening or not event.deadlines))
        or (wanted.countries and event.country is None)
        or ((wanted.towns or wanted.online) and event.place is None)
        or (wanted.projects and not event.projects)
    )


def _kinds(wanted: Wanted, language: Language) -> str:
    found: EventKind = next(
        (kind for kind in EVENT_KINDS if frozenset(kinds_meant(kind)) == wanted.kinds), "other"
    )
    return kind_word(found, language, 2)


def _conditions(wanted: Wanted, question: Question, language: Language) -> list[str]:
    """What the question narrows the events by, in its language, its own words where they serve."""
    french = language == "fr"
    query = question.query
    found = [fr if french else en for name, en, fr in _STATES if getattr(wanted, name)]
    if wanted.state is not None:
        found.append(_OPEN[wanted.state][french])
    found += sorted(wanted.projects)
    whole = without_accents(query.text.lower())
    found += [town.span.of(query.text) for town in towns_in(query.text, whole, query.terms)]
    if (continent := continent_in(whole)) is not None:
        found.append(continent[1].of(query.text))
    else:
        found += [country_name(code, language) for code in sorted(wanted.countries)]
    found += [month_name(month, language) for month in sorted(wanted.months)]
    found += [str(year) for year in sorted(wanted.years)]
    if wanted.period is not None:
        found.append(wanted.period.span.of(query.text))
    return found


def _nearest(asked: Asked) -> list[Row]:
    """The events that meet all conditions but one, sooner of another place than of another time;
    else all of the kind. Those nearest to the time that is asked for come first."""
    wanted, today = replace(asked.wanted, soonest=False), asked.today
    others = (
        replace(wanted, towns=frozenset()),
        replace(wanted, countries=frozenset()),
        replace(wanted, online=False),
        replace(wanted, times=frozenset(), period=None),
        replace(wanted, planned=False, future=False, state=None),
        replace(wanted, projects=frozenset()),
        Wanted(kinds=wanted.kinds, cells=wanted.cells),
    )
    for other in others:
        if other != wanted and (rows := selected(asked.every, other, asked.text_of, today)):
            return sorted(rows, key=lambda row: _away(row, wanted, today))
    return []


def _away(row: Row, wanted: Wanted, today: date) -> int:
    """Days between an event and the time that is asked for, which is today where none is named."""
    when = row.when()
    first = last = today
    if wanted.period is not None:
        first, last = wanted.period.start, wanted.period.end
    elif wanted.years:
        first, last = date(min(wanted.years), 1, 1), date(max(wanted.years), 12, 31)
    if when is None:
        return date.max.toordinal()
    return max((first - when[1].end).days, (when[1].start - last).days, 0)


def _row(row: Row, wanted: Wanted, language: Language, text_of: Texts) -> str:
    shown, _ = shown_row(row, replace(wanted, cells=("event",)), language, text_of)
    words = [text for text, _, _ in shown or ()]
    name = f"« {words[0]} »" if language == "fr" else f"“{words[0]}”"
    return ", ".join((name, *words[1:]))
