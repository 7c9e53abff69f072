"""Rows of tables that tell an event each: "Date: 3 May 2023 | Event: Open day | Place: Metz".

A row tells an event where it has one day and a cell for what takes place. A column that is called
after events does; one called "Title" or "Activity" may list anything and needs an event's noun. A
list of actions or of calls is no such table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from ingest.describe.dates.dates import FoundDate
from ingest.describe.layout import Label
from ingest.register.cells import PLACE_LABEL, Parts, cell_of, label_lines
from ingest.register.kinds import FoundKind, find_kinds, title_kind
from ingest.types import DateRange, Description, Span, Text

_DATE: Final = re.compile(r"dates?|when|quand|jours?|days?|date et lieu|dates? et heures?")
# The first and the last day, in two columns.
_START: Final = re.compile(
    r"(?:start|begin(?:s|ning)?|first day|from|debut|du)|start(?:ing)? dates?|date(?:s)? de debut"
)
_END: Final = re.compile(r"(?:ends?|last day|until|to|fin|au)|end(?:ing)? dates?|dates? de fin")
# Called after events of any kind, or of one: "Formation: Lire un plan | Date: …".
_EVENT: Final = re.compile(
    r"(?:events?|evenements?|manifestations?|meetings?|workshops?|webinars?|courses?"
    r"|training(?: course| session)?s?|seminars?|sessions?|missions?|visits?|fairs?)"
    r"(?: (?:name|title))?"
    r"|(?:name|title) of (?:the )?(?:event|session|workshop|course|training)"
    r"|(?:nom|titre|intitule) (?:de l'(?:evenement|atelier)|de la (?:formation|session)|du stage)"
    r"|rendez[ -]vous|formations?|stages?|ateliers?|webinaires?|seminaires?|reunions?|rencontres?"
    r"|salons?|visites?|journees?"
)
# A column of these is one of trainings. In English a stage is a step of something else.
_TAUGHT: Final = re.compile(r"(?:formations?|stages?|courses?)\b")
_NUMBER: Final = re.compile(r"(?:n[°º]|no\.?|nr\.?|#)?[ ]?\d{1,3}")
_STAGE: Final = re.compile(r"(?:^|\| )stages?[ ]?:")
_TITLE: Final = re.compile(r"titles?|titres?|intitules?|name|nom|activity|activites?|what|quoi")
# What a calendar lists, and what there is to do, for which another column says who does it.
_ACTION: Final = re.compile(r"(?:actions?|interventions?|temps forts?|highlights?)")
_WHO: Final = re.compile(
    r"who|qui|by(?: whom)?|par(?: qui)?|owners?|responsables?|responsible|pilotes?|assigned to"
    r"|porteurs?|due(?: date)?|echeances?|deadlines?"
)
_KIND: Final = re.compile(
    r"(?:event |meeting )?(?:type|nature|format|kind)(?: d'evenement| of event)?|categor(?:y|ie)"
)
_PARTNER: Final = re.compile(r"(?:partners?|partenaires?|clusters? partenaires?)")
_SIGNED: Final = re.compile(
    r"signed (?:in|at|on)|signe(?:e|s)? (?:a|le)|(?:lieu|date|place) (?:de|of) (?:la )?signature"
    r"|signature"
)
_EDITION: Final = re.compile(r"(?:^|\| )[ée]ditions?[ ]?:")
# Such a day is no event's, nor are the issues of what is printed.
_NO_EVENT: Final = re.compile(
    r"\b(?:deadlines?|échéances?|livrables?|deliverables?|milestones?|jalons?|publications?"
    r"|newsletters?|dépôts?|submissions?|clôtures?|closing of|holidays?|fériée?s?|congés)\b"
)
_PRINTED: Final = re.compile(
    r"\b(?:guides?|newsletters?|lettres?|catalogues?|reports?|rapports?|magazines?|bulletins?"
    r"|annuaires?|directory|directories|baromètres?|barometers?)\b"
)
_ONE: Final = ("congress", "congrès", "assises", "d'affaires", "business", "sales")
_PLAIN: Final = ("meeting", "conference", "other")
_ONE_EVENT: Final = timedelta(days=7)  # the days of a programme are nearer to each other
_LONGEST: Final = timedelta(days=31)  # from the first day of an event to its last


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table that tells an event: its line, its cells, its day, and what it is called.

    ``kind`` is None for what a column of events lists without a noun of any kind.
    """

    line: Span
    cells: tuple[Label, ...]
    day: FoundDate
    kind: FoundKind | None
    name: Span

    @property
    def is_edition(self) -> bool:
        """Whether it is one of the editions of what is named above the table."""
        return not self.line.holds(self.name)

    @property
    def lists_events(self) -> bool:
        """Whether its table has a column that is called after events."""
        return self.cell(_EVENT) is not None

    def cell(self, keys: re.Pattern[str]) -> Span | None:
        """The value under the first header that is one of ``keys``."""
        return cell_of(self.cells, keys)


def rows_of(parts: Parts, text: Text, description: Description) -> tuple[Row, ...]:
    """The rows that tell an event, in order."""
    return tuple(_rows(parts, text, description))


def is_list(rows: tuple[Row, ...], days: DateRange | None) -> bool:
    """Whether the days of a document are those of a row among others, of other weeks: what is told
    first in a calendar is not what the calendar is about."""
    at = days.span if days is not None else None
    if at is None or not any(row.line.holds(at) for row in rows):
        return False
    starts = [row.day.range.start for row in rows]
    return max(starts) - min(starts) > _ONE_EVENT


def _rows(parts: Parts, text: Text, description: Description) -> Iterator[Row]:
    for start, cells in label_lines(parts):
        line = Span(start + 1, max(c.span.end for c in cells))
        if len(cells) < 2 or " | " not in line.of(parts.content):
            continue
        day = _day(parts, cells)
        if day is None or day.kind == "published":
            continue
        if description.language == "en" and _STAGE.search(line.of(parts.low)):
            continue
        told = _named(parts, cells)
        if told is None and (above := _above(parts, text, description, line)) is not None:
            partner = cell_of(cells, _PARTNER)
            if above[0].kind == "agreement" and partner is not None:
                told = above[0], partner
            elif above[0].kind != "agreement" and (
                _EDITION.search(line.of(parts.low)) or _lists(parts, cells, *above)
            ):
                told = above
        if told is not None:
            yield Row(line, cells, day, *told)


def _day(parts: Parts, cells: tuple[Label, ...]) -> FoundDate | None:
    """The day of a row, read up to its last one where the next column tells that. What has a
    column of its first days and ends months later is a project or a scheme."""
    dated, start = _only(parts, cells, _DATE), _only(parts, cells, _START)
    day = dated or start
    if day is None:
        return _only(parts, cells, _SIGNED)
    last = _only(parts, cells, _END)
    if last is None or timedelta(0) <= last.range.end - day.range.start <= _LONGEST:
        return day
    return dated


def _only(parts: Parts, cells: tuple[Label, ...], keys: re.Pattern[str]) -> FoundDate | None:
    """The one date under such a header, or from there to the next column."""
    area = cell_of(cells, keys)
    days = [d for d in parts.dates if area and area.start <= d.span.start < area.end]
    return days[0] if len(days) == 1 else None


def _named(parts: Parts, cells: tuple[Label, ...]) -> tuple[FoundKind | None, Span] | None:
    """The kind and the name of what a row tells; None where it tells no event. What neither its
    name nor a column of types tells, the header over its name may."""
    typed, event = cell_of(cells, _KIND), cell_of(cells, _EVENT)
    low = parts.low
    by_type = title_kind(low, typed) if typed is not None else None
    name = event or cell_of(cells, _TITLE)
    if name is None and (by_type or (cell_of(cells, PLACE_LABEL) and not cell_of(cells, _WHO))):
        name = cell_of(cells, _ACTION)
    if name is None:
        return None
    by_name = title_kind(low, name)
    if event is None and by_type is None and not find_kinds(low, name.start, name.end):
        return None
    kind = by_type or by_name
    if by_type and by_name and by_type.kind in _PLAIN and by_name.kind not in ("call", "agreement"):
        kind = by_name if by_name.kind not in _PLAIN else by_type
    if kind is None:
        areas = [name, *([typed] if typed else [])]
        if any(_NO_EVENT.search(low, area.start, area.end) for area in areas):
            return None
        kind = _headed(low, name)
        if kind is not None and _NUMBER.fullmatch(low, name.start, name.end):
            name = Span(kind.span.start, name.end)  # "Visite: n° 1"
    return None if kind and kind.kind in ("call", "agreement") else (kind, name)


def _headed(low: str, name: Span) -> FoundKind | None:
    """The kind of event that the header of a cell is a noun of."""
    end = low.rfind(":", 0, name.start)
    start = max(low.rfind("\n", 0, end), low.rfind("| ", 0, end) + 1, 0)
    if taught := _TAUGHT.search(low, start, end):
        return FoundKind("training", Span(*taught.span()))
    return title_kind(low, Span(start, end))


def _above(
    parts: Parts, text: Text, description: Description, line: Span
) -> tuple[FoundKind, Span] | None:
    """The kind that the heading over a table tells, else the title, and that heading; not that of
    a guide to it."""
    headings = [h.span for h in text.headings if h.span.end <= line.start]
    for area in (max(headings, default=None), description.title.span):
        if area is None or _PRINTED.search(parts.low, area.start, area.end):
            continue
        found = find_kinds(parts.low, area.start, area.end)
        if found and found[0].kind != "call":
            return found[0], area
    return None


def _lists(parts: Parts, cells: tuple[Label, ...], kind: FoundKind, heading: Span) -> bool:
    """Whether a heading is of several events of a kind, "Study visits", whose table says where."""
    words = kind.span.of(parts.low).split()
    many = any(word.endswith("s") and word not in _ONE for word in (words[0], words[-1]))
    return many and heading.start > 0 and cell_of(cells, PLACE_LABEL) is not None
