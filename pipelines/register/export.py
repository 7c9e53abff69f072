"""The register for other programs: plain JSON values, CSV, and iCalendar (RFC 5545)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from ingest.types import DateRange, EventStatus, Language, Span, Text
from pipelines.catalogue.events import Told
from pipelines.catalogue.records import Record
from pipelines.export.sheet import sheet
from pipelines.register.conflicts import conflicts
from pipelines.register.find import Register
from pipelines.register.row import Row, is_own
from pipelines.register.select import line_of
from pipelines.register.wording import STATUS, country_name, days, kind_word, place_name

TextOf = Callable[[Told], Text]
COLUMNS = (
    "kind", "status", "name", "host", "organiser", "place", "country", "start_date", "end_date",
    "precision", "deadlines", "projects", "partners", "participants", "sources", "quote",
)  # fmt: skip
_STATUS: Final[dict[EventStatus, str]] = {
    "held": "CONFIRMED",
    "planned": "TENTATIVE",
    "cancelled": "CANCELLED",
}
_PRODUCT = "-//Grappe//Event register//EN"


def as_json(
    register: Register, text_of: TextOf, records: Mapping[str, Record] | None = None
) -> dict[str, Any]:
    """``{"events": [...], "coverage": {...}}``: each cell with its source and quote, or null.

    ``conflicts`` of a row are the cells that its documents fill differently, the version to go by
    first; ``records`` give the days of telling.
    """
    return {
        "events": [
            _row(row, text_of) | {"conflicts": _conflicts(row, text_of, records or {})}
            for row in register.rows
        ],
        "coverage": asdict(register.coverage) | {"events_filtered_out": register.outside},
    }


def as_csv(register: Register, text_of: TextOf) -> str:
    """A header and a line for each event; several values of a cell stand between semicolons.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    return sheet(COLUMNS, (_line(row, text_of) for row in register.rows))


def as_calendar(register: Register, text_of: TextOf, language: Language) -> bytes | None:
    """A calendar of the dated events and of every deadline, each with the quote that gives its
    date; None where there are none, since RFC 5545 knows no empty calendar. Events known to the
    month or quarter only have no day to be put on, and are left out."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    for row, part, when in _on_days(register):
        calendar.add_component(_entry(row, when, part, text_of, language))
    ical: bytes = calendar.to_ical()
    return ical if calendar.subcomponents else None


def has_days(register: Register) -> bool:
    """Whether a calendar of these events would hold anything."""
    return next(_on_days(register), None) is not None


def _on_days(register: Register) -> Iterator[tuple[Row, str, tuple[Told, DateRange]]]:
    """What a calendar holds: each row's event and deadlines that have a day."""
    for row in register.rows:
        when = row.when()
        if when is not None and when[1].precision == "day" and row.kind != "call":
            yield row, "event", when
        for number, (told, day) in enumerate(row.deadlines()):
            if day.precision == "day":
                yield row, f"deadline-{number}", (told, day)


def _entry(
    row: Row, when: tuple[Told, DateRange], part: str, text_of: TextOf, language: Language
) -> Any:
    from icalendar import Event as Entry

    told, dates = when
    entry = Entry()
    entry.add("uid", f"{told.document}-{told.number}-{part}@grappe")
    entry.add("dtstamp", datetime.now(UTC))
    entry.add("dtstart", dates.start)
    entry.add("dtend", dates.end + timedelta(days=1))  # the day after, says RFC 5545
    summary = called(row, language)
    if part != "event":
        word = "Date limite" if language == "fr" else "Deadline"
        summary = f"{word}{' :' if language == 'fr' else ':'} {summary}"
    entry.add("summary", summary)
    if part == "event":
        if where := _where(row, language):
            entry.add("location", where)
        entry.add("status", _STATUS[row.status])
    quote = _quote(told, dates.span, text_of)
    entry.add("description", f"“{quote['quote']}”\n{told.source}" if quote else told.source)
    entry.add("categories", [row.kind])
    entry.add("transp", "TRANSPARENT")
    return entry


def _where(row: Row, language: Language) -> str:
    """Town and country; "" where neither is told."""
    place, land = row.cell("place"), row.cell("country")
    parts = [place_name(place[1].text, language)] if place else []
    if land is not None and (place is None or place[1].text != "online"):
        parts.append(country_name(land[1].text, language))
    return ", ".join(parts)


def called(row: Row, language: Language) -> str:
    """A document's own event by its title, another by its kind and project."""
    own = next(filter(is_own, row.told), None)
    if own is not None:
        return own.title
    names = [value.text for _, value in row.cells("projects")]
    return " ".join((kind_word(row.kind, language), *names))


def _row(row: Row, text_of: TextOf) -> dict[str, Any]:
    when = row.when()
    start, end = when[1].iso() if when else (None, None)
    found: dict[str, Any] = {"kind": row.kind, "status": row.status}
    found["name"] = _told(row.told[0], row.best.name.text, row.best.name.span, text_of)
    for name in ("host", "organiser", "place", "country", "participants"):
        cell = row.cell(name)
        found[name] = _told(cell[0], cell[1].text, cell[1].span, text_of) if cell else None
    found |= {"start_date": start, "end_date": end}
    found["precision"] = when[1].precision if when else None
    found["dates"] = _told(when[0], f"{start}/{end}", when[1].span, text_of) if when else None
    found["other_dates"] = [
        _told(t, "/".join(d.iso()), d.span, text_of) | {"status": t.event.status}
        for t, d in row.other_days()
    ]
    found["deadlines"] = [_told(t, d.iso()[1], d.span, text_of) for t, d in row.deadlines()]
    for name in ("projects", "partners"):
        found[name] = [_told(t, v.text, v.span, text_of) for t, v in row.cells(name)]
    found["sources"] = [
        {"document": t.document, "source": t.source, "title": t.title, "status": t.event.status}
        for t in {t.document: t for t in row.told}.values()
    ]
    return found


def _conflicts(row: Row, text_of: TextOf, records: Mapping[str, Record]) -> list[dict[str, Any]]:
    return [
        {
            "cell": conflict.cell,
            "versions": [
                _told(v.told, v.text, v.span, text_of)
                | {"status": v.status, "told_on": v.published.iso()[0] if v.published else None}
                for v in conflict.versions
            ],
        }
        for conflict in conflicts(row, records)
    ]


def _told(told: Told, value: str, span: Span | None, text_of: TextOf) -> dict[str, Any]:
    """A cell's value with where it is told; without a quote when the file's metadata gave it."""
    return {"text": value, "document": told.document, "source": told.source} | (
        _quote(told, span, text_of) or {"page": None, "start": None, "end": None, "quote": None}
    )


def _quote(told: Told, span: Span | None, text_of: TextOf) -> dict[str, Any] | None:
    if span is None:
        return None
    text = text_of(told)
    line = line_of(text.content, span)
    if line.end - line.start > 300:
        line = span
    return {
        "page": text.page_at(line.start),
        "start": line.start,
        "end": line.end,
        "quote": line.of(text.content),
    }


def _line(row: Row, text_of: TextOf) -> Sequence[str]:
    cells = _row(row, text_of)
    quote = (cells["dates"] or cells["name"])["quote"] or ""
    several = {
        name: "; ".join(value["text"] for value in cells[name])
        for name in ("deadlines", "projects", "partners")
    }
    sources = "; ".join(source["source"] for source in cells["sources"])
    one = {
        name: cells[name]["text"] if cells[name] else ""
        for name in ("name", "host", "organiser", "place", "country", "participants")
    }
    plain = {name: cells[name] or "" for name in ("kind", "status", "start_date", "end_date")}
    found = one | several | plain
    found |= {"precision": cells["precision"] or "", "sources": sources, "quote": quote}
    return [" ".join(found[name].split()) for name in COLUMNS]


def table(register: Register, language: Language) -> list[tuple[str, ...]]:
    """Rows of a table: days, kind, name, host, place, projects, sources; "" is not stated."""
    french = language == "fr"
    found: list[tuple[str, ...]] = []
    for row in register.rows:
        when = row.when()
        written = days(when[1], language) if when else ""
        last = [days(d, language) for _, d in row.deadlines()]
        if row.kind == "call" and last:
            written = f"{'jusqu’au' if french else 'until'} {', '.join(last)}"
        if row.status != "held" and row.kind != "call":
            written += f" ({STATUS[row.status][1 if french else 0]})"
        if row.status == "held" and row.other_days():
            moved = ", ".join(days(d, language) for _, d in row.other_days())
            written += f" ({'prévu' if french else 'planned for'} {moved})"
        host = row.cell("host") or row.cell("organiser")
        found.append(
            (
                written,
                kind_word(row.kind, language),
                called(row, language),
                host[1].text if host else "",
                _where(row, language),
                ", ".join(value.text for _, value in row.cells("projects")),
                ", ".join(dict.fromkeys(t.source for t in row.told)),
            )
        )
    return found
