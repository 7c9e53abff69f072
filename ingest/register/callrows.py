"""Calls that the rows of a table tell: "Call: Digital vouchers | Opens: 3 April | Closes: 30 June".

The cut-off dates of one call are rows as well, and no calls.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.describe.dates.moved import is_put_off
from ingest.describe.layout import Label
from ingest.register.cells import Parts, cell_of, label_lines
from ingest.register.projects import named_in
from ingest.types import DateRange, Description, Event, Span, Value

_CALL: Final = re.compile(
    r"(?:open |our )?calls?(?: for .*| name| title)?|(?:name|title) of (?:the )?call"
    r"|appels?(?: a .*| ouverts?)?|(?:nom|titre|intitule) de l'appel"
)
_TITLE: Final = re.compile(
    r"titles?|titres?|intitules?|names?|noms?|what|quoi|schemes?|dispositifs?"
)
_NOUN: Final = re.compile(r"\b(?:calls?|appels?)\b")
_CLOSES: Final = re.compile(
    r"clos(?:es|ing|ure)(?: date| on)?|clotures?|date de cloture|fermeture|(?:final )?deadlines?"
    r"|(?:date|jour)s? limites?(?: de .*| d'.*)?|ends?|end date|fin|last day|until|jusqu'au"
)
_OPENS: Final = re.compile(
    r"open(?:s|ing)?(?: date| on)?|ouvertures?|date d'ouverture|ouvre(?: le)?|launch(?:ed)?"
    r"|launch date|lancements?|date de lancement|starts?|start date|debut|published|publication"
)
# The days on which one call is looked at again: a cell that names nothing else.
CUT_OFF: Final = re.compile(
    r"(?:(?:the|la|le|les)[ ])?"
    r"(?:(?:first|second|third|[1-9](?:st|nd|rd|th|e|re|er|ème)|premi[eè]re?|deuxième|seconde?"
    r"|troisième)[ ])?"
    r"(?:cut-?[ ]?offs?|relèves?|sessions?|rounds?|vagues?|windows?|fenêtres?|stages?|étapes?"
    r"|phases?|steps?)(?:[ ](?:date|no\.?|n°)?[ ]?[\divx]{1,3})?\W*$"
    r"|(?:opening|ouverture|closing|clôture)[ ](?:of|d[eu])\b|.{0,60}\b(?:results?|résultats?)\W*$"
)


def call_rows(
    parts: Parts, description: Description, everywhere: tuple[Value, ...]
) -> tuple[Event, ...]:
    """The calls of a table, in order; none where the table is of one call, or of its dates.
    ``everywhere`` is the project of what names none."""
    found = tuple(_rows(parts, description, everywhere))
    names = {event.name.text for event in found}
    return found if len(names) > 1 else ()


def _rows(parts: Parts, description: Description, everywhere: tuple[Value, ...]) -> Iterator[Event]:
    for _, row in label_lines(parts):
        name, closes = _name(parts, row), cell_of(row, _CLOSES)
        if name is None or closes is None:
            continue
        last, opens = _days(parts, closes), _days(parts, cell_of(row, _OPENS))
        if not last:
            continue
        yield Event(
            kind="call",
            kind_span=name,
            name=Value(" ".join(name.of(parts.content).split()), name),
            status="planned",
            dates=opens[0] if len(opens) == 1 and opens[0].start < last[-1].end else None,
            deadlines=last,
            organiser=description.organiser,
            projects=named_in(name.of(parts.content), description.projects) or everywhere,
        )


def _name(parts: Parts, row: tuple[Label, ...]) -> Span | None:
    """The cell that names a call: by its header, or by what it says."""
    name, titled = cell_of(row, _CALL), False
    if name is None:
        name, titled = cell_of(row, _TITLE), True
    if name is None or CUT_OFF.match(name.of(parts.low)):
        return None
    return None if titled and not _NOUN.search(parts.low, name.start, name.end) else name


def _days(parts: Parts, cell: Span | None) -> tuple[DateRange, ...]:
    """The days of a cell in order of time, without those that were put off."""
    return tuple(
        sorted(
            (
                d.range
                for d in parts.dates
                if cell is not None and cell.holds(d.span) and not is_put_off(parts.content, d.span)
            ),
            key=lambda days: days.start,
        )
    )
