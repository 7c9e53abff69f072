"""The cells of a row as an answer shows them, in the question's language."""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.describe.dates.datekinds import kind_of
from ingest.gazetteer import fold
from ingest.register.sociable import SOCIABLE
from ingest.types import DateRange, Language, Span, Text, Value
from pipelines.catalogue.events import Told
from pipelines.register.cues import Cell
from pipelines.register.nouns import asked_kinds, blanked, without_accents
from pipelines.register.row import Row, is_own
from pipelines.register.select import meets
from pipelines.register.texts import Telling
from pipelines.register.wanted import Wanted
from pipelines.register.wording import country_name, days, kind_word
from pipelines.results import Support
from pipelines.terms import ordinals

_LONGEST = 9  # words of a name; a longer line tells of several things
# Which one of a kind it is, or of whom.
_SOCIABLE = re.compile(without_accents(SOCIABLE))
_LESS = re.compile(
    rf"{ordinals.PATTERN}|\b(?:x+|\d+\w*|next|final|last|prochaine?|derniere?"
    r"|finale?|editions?|comites?|committees?"
    r"|steering|project|projet|date|no|de|du|des|d|la|le|les|l|the|of|et|and|pilotage)\b"
)
_WORD = re.compile(r"[a-z]{3}")
# A cell that a row shows: its words, and where they are told.
Shown = tuple[str, Told, Span | None]


def shown_row(
    row: Row, asked: Wanted, language: Language, text_of: Callable[[Telling], Text]
) -> tuple[list[Shown] | None, Support]:
    """The cells of a row as they are shown, the asked ones first; None where they are not told.

    ``text_of`` is read for the day of a call, which opens then or was published then.
    """
    support: Support = "supported"
    shown: list[Shown] = []
    for cell in asked.cells:
        if cell in ("event", "projects"):
            continue
        found = _cell(row, cell, asked, language, text_of)
        if cell == "partners":
            found = [(value.text, told, value.span) for told, value in parties(row, asked)]
        if not found and cell in ("host", "organiser"):
            other: Cell = "organiser" if cell == "host" else "host"
            found, support = _cell(row, other, asked, language, text_of), "partial"
        if not found and cell == asked.cells[0]:
            return None, support
        shown += found
    name = _name(row, language)
    if asked.cells[0] == "projects":
        projects = row.cells("projects")
        if not projects:
            return None, support
        told, value = projects[0]
        shown.insert(0, (value.text, told, value.span))
    shown.insert(0 if asked.cells[0] == "event" else 1, name)
    for cell in ("date", "place"):
        if cell not in asked.cells and not (row.kind == "call" and cell == "place"):
            found = _cell(row, cell, asked, language, text_of)
            # What opens before it closes is told in that order, but for what is asked first.
            place = 1 if row.kind == "call" and asked.cells[0] == "event" else len(shown)
            shown[place:place] = found
    late = row.put_off if asked.moved and row.when() is None else None
    if late is not None:
        word = "reporté" if language == "fr" else "postponed"
        shown.append((word, late, late.event.put_off))
    if row.kind == "call" and "deadline" not in asked.cells:
        shown += _cell(row, "deadline", asked, language, text_of)
    return shown, support


def parties(row: Row, asked: Wanted) -> tuple[tuple[Told, Value], ...]:
    """The partners of a row; of those that have one of a country, who the other parties are."""
    found = row.cells("partners")
    if not (found and asked.partner_countries):
        return found
    event = found[0][0].event
    spans = [value.span for _, value in found if value.span is not None]
    there = {
        max((s for s in spans if s.end <= land.span.start), default=None)
        for land in event.partner_countries
        if land.span is not None and land.text in asked.partner_countries
    }
    return tuple(pair for pair in found if pair[1].span not in there or pair[1].span is None)


def _cell(
    row: Row,
    cell: Cell,
    asked: Wanted,
    language: Language,
    text_of: Callable[[Telling], Text],
) -> list[Shown]:
    """A cell in the question's words; nothing where no document tells it. Of the deadlines those
    that the question asks for."""
    if cell in ("host", "organiser", "participants"):
        found = row.cell(cell)
        return [(found[1].text, found[0], found[1].span)] if found else []
    if cell == "deadline":
        word = "clôture :" if language == "fr" else "closes"
        last = sorted(row.deadlines(), key=lambda pair: pair[1].end)
        if asked.closing and (asked.times or asked.period):
            last = [pair for pair in last if meets(pair[1], asked)] or last
        later = "puis le" if language == "fr" else "then"
        return [
            (f"{later if number else word} {days(d, language)}", t, d.span)
            for number, (t, d) in enumerate(last)
        ]
    if cell == "date":
        when = row.when()
        if when is None:
            return []
        told, dates = when
        written = days(dates, language)
        if row.kind == "call":
            written = f"{_begins(told, dates, language, text_of)} {written}"
        elif row.status == "planned":
            written += " (prévu)" if language == "fr" else " (planned)"
        elif row.status == "cancelled":
            written += " (annulé)" if language == "fr" else " (cancelled)"
        others = [
            (f"{'prévu' if language == 'fr' else 'planned for'} {days(d, language)}", t, d.span)
            for t, d in row.other_days()
            if row.status == "held"
        ]
        return [(written, told, dates.span), *others]
    place, land = row.cell("place"), row.cell("country")
    if place is not None:
        told, value = place
        words = value.text
        if value.text == "online":
            words = "en ligne" if language == "fr" else "online"
        elif land is not None:
            words += f" ({country_name(land[1].text, language)})"
        return [(words, told, value.span)]
    if land is not None:
        return [(country_name(land[1].text, language), land[0], land[1].span)]
    return []


def _begins(
    told: Told, day: DateRange, language: Language, text_of: Callable[[Telling], Text]
) -> str:
    """What a call did on its day: of one that the file's metadata gives nothing else is known."""
    if day.span is None or kind_of(text_of(told).content, day.span) == "published":
        return "publication :" if language == "fr" else "published"
    return "ouverture :" if language == "fr" else "opens"


def _name(row: Row, language: Language) -> Shown:
    """A document's own event by its title; one told in passing by the name that a telling has for
    it, or by its kind and project where none says more."""
    own = next((t for t in row.told if is_own(t)), None)
    if own is not None:
        return own.event.name.text, own, own.event.name.span
    named = next((t for t in row.told if _says_more(t)), None)
    if named is not None:
        words = " ".join(named.event.name.text.split())
        others = [p.text for p in named.event.projects if fold(p.text) not in fold(words)]
        return words + (f" ({others[0]})" if others else ""), named, named.event.name.span
    told = row.told[0]
    words = kind_word(row.kind, language)
    if projects := row.cells("projects"):
        told, project = projects[0]  # who knows the project is cited for it
        words = f"{words} {project.text}"
    return words, told, told.event.name.span


def _says_more(told: Told) -> bool:
    """Whether an event's name says more than its kind, its project and which one it is; a dinner or
    a breakfast is more than a meeting."""
    name = told.event.name
    if name.text == told.title or name.span is None or len(name.text.split()) > _LONGEST:
        return False
    low = without_accents(" ".join(name.text.lower().split()))
    kinds = (f.span for f in asked_kinds(low))
    low = blanked(low, (span for span in kinds if not _SOCIABLE.fullmatch(span.of(low))))
    for project in told.event.projects:
        low = low.replace(without_accents(project.text.lower()), " ")
    return bool(_WORD.search(_LESS.sub(" ", low)))
