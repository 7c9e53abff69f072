"""Where the documents of one event disagree: on its days, on how many came, on its money."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Literal

from ingest.types import DateRange, EventStatus, Span
from pipelines.catalogue.events import Told
from pipelines.catalogue.records import Record
from pipelines.register.counted import number_of
from pipelines.register.row import RANK, Row, is_before, is_own

Disputed = Literal["dates", "participants", "budget"]


@dataclass(frozen=True, slots=True)
class Version:
    """What one document says of a cell; ``dates`` where the cell is of days.

    ``published`` is the day of the telling, where the document gives one.
    """

    text: str
    told: Told
    span: Span | None
    dates: DateRange | None = None
    published: DateRange | None = None

    @property
    def status(self) -> EventStatus:
        """What the document knew of the event: held, planned or cancelled."""
        return self.told.event.status


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that documents fill differently; the version to go by comes first.

    That is what was told of the event once held, and of several such the one told last.
    """

    cell: Disputed
    versions: tuple[Version, ...]


def conflicts(row: Row, records: Mapping[str, Record]) -> tuple[Conflict, ...]:
    """The cells on which documents disagree; ``records`` holds those that tell the event.

    Other words for one number, and days that meet, are no disagreement. Nor are two documents of
    which one says nothing.
    """
    found = (
        _conflict("dates", _days(row, records), _when),
        _conflict("participants", _came(row, records), _number),
        _conflict("budget", _money(row, records), _sum),
    )
    return tuple(conflict for conflict in found if conflict is not None)


def _conflict(
    cell: Disputed, versions: list[Version], key: Callable[[Version], Hashable]
) -> Conflict | None:
    ordered = sorted(versions, key=_order)
    kept: dict[Hashable, Version] = {}
    for version in ordered:
        kept.setdefault(key(version), version)
    return Conflict(cell, tuple(kept.values())) if len(kept) > 1 else None


def _days(row: Row, records: Mapping[str, Record]) -> list[Version]:
    """The days of each telling that meet none of the row's own, and the row's own."""
    first = row.when()
    if first is None or not row.other_days():
        return []
    days = (first, *row.other_days())
    return [
        Version("/".join(d.iso()), told, d.span, d, _published(told, records)) for told, d in days
    ]


def _came(row: Row, records: Mapping[str, Record]) -> list[Version]:
    return [
        Version(value.text, told, value.span, None, _published(told, records))
        for told in row.told
        if (value := told.event.participants) is not None and number_of(value.text) is not None
    ]


def _money(row: Row, records: Mapping[str, Record]) -> list[Version]:
    """The whole budget that each document of a call or event gives; none where it gives several."""
    found: list[Version] = []
    for told in row.told:
        record = records.get(told.document)
        if not is_own(told) or record is None or record.description is None:
            continue
        budgets = [a for a in record.description.amounts if a.kind == "budget"]
        if len(budgets) == 1:
            (amount,) = budgets
            published = _published(told, records)
            found.append(Version(amount.text, told, amount.span, None, published))
    return found


def _published(told: Told, records: Mapping[str, Record]) -> DateRange | None:
    record = records.get(told.document)
    return record.description.published if record and record.description else None


def _order(version: Version) -> tuple[int, bool, int, str, int]:
    told = version.told
    day = version.published.start.toordinal() if version.published else 0
    return RANK[version.status], is_before(told), -day, told.source, told.number


def _when(version: Version) -> Hashable:
    return version.dates.iso() if version.dates else None


def _number(version: Version) -> Hashable:
    return number_of(version.text)


def _sum(version: Version) -> Hashable:
    from ingest.describe.callamounts import value_of

    return value_of(version.text)
