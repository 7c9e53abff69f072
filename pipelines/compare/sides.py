"""What is told of each of several things by which they are compared."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from ingest.types import Language
from pipelines.catalogue.records import Record
from pipelines.compare.asked import Compares, Measure
from pipelines.compare.candidates import Subject
from pipelines.compare.held import Field, Fields, Held, iso
from pipelines.register.wording import kind_word

FIELD: Final[dict[Measure, Field]] = {
    "budget": "amounts",
    "grant": "amounts",
    "participants": "participants",
    "deadline": "deadlines",
    "duration": "dates",
    "start": "dates",
    "end": "dates",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things compared: how it is named, by a title or not, what is told of it, and the
    least and the most that this may be; None where it can't be compared."""

    name: str
    titled: bool
    told: tuple[Held, ...]
    named: Held | None
    ends: tuple[float, float] | None
    unit: str

    @property
    def least(self) -> float:
        """The least that it may be."""
        return self.ends[0] if self.ends else 0.0

    @property
    def most(self) -> float:
        """The most that it may be."""
        return self.ends[1] if self.ends else 0.0


def side_of(
    asked: Compares,
    name: str,
    subject: Subject,
    fields: Fields,
    records: Mapping[str, Record],
    of_calls: Language | None,
) -> Side:
    """One side of the comparison. Of a project the sums that its calls have to give are told, and
    called so in a language, ``of_calls``, or else those that are its own."""
    held = _values(asked.measure, subject, fields)
    if FIELD[asked.measure] == "amounts" and subject.sort == "project":
        these = [h for h in held if (_type(records[h.document]) == "call") == bool(of_calls)]
        call = f" ({kind_word('call', of_calls)})" if of_calls else ""
        held = [replace(one, text=one.text + call) for one in these]
    told = tuple(one for one in held if one.span is not None)
    ends = [end for one in told if (end := _ends(asked.measure, one)) is not None]
    comparable = bool(told) and len(ends) == len(told)
    documents = {one.document for one in told}
    named = next((h for h in fields.get("name", ()) if h.document in documents and h.span), None)
    titled = subject.sort == "event" and subject.rows[0].told[0].number == 0
    own = titled or subject.sort == "project"
    units = {one.key.split(" ", 2)[2] for one in told if FIELD[asked.measure] == "amounts"}
    return Side(
        subject.name if own else name,
        titled,
        told,
        named if own else None,
        (min(low for low, _ in ends), max(high for _, high in ends)) if comparable else None,
        " ".join(sorted(units)),
    )


def _type(record: Record) -> str:
    return record.description.type if record.description else "other"


def _values(measure: Measure, subject: Subject, fields: Fields) -> list[Held]:
    """What is told of the subject by which it is compared."""
    held = list(fields.get(FIELD[measure], ()))
    if measure in ("budget", "grant"):
        return [one for one in held if one.key.startswith(f"{measure} ")]
    if measure == "start" and subject.sort == "project":
        # The kick-offs of a project are among its events.
        starts = {
            f"kick_off {iso(when[1])} "
            for row in subject.rows
            if row.kind == "kick_off" and row.status != "cancelled" and (when := row.when())
        }
        return [h for h in fields.get("events", ()) if any(h.key.startswith(s) for s in starts)]
    if FIELD[measure] == "dates" and subject.sort == "event":
        # Of what was held, other days were only planned.
        return held[:1] if subject.rows[0].status == "held" else held
    return held


def _ends(measure: Measure, held: Held) -> tuple[float, float] | None:
    """The least and the most that a value may be; None where it can't be compared."""
    if measure in ("budget", "grant"):
        value = float(held.key.split(" ")[1])
        return value, value
    if measure == "participants":
        return (float(held.key), float(held.key)) if held.key.isdigit() else None
    first, last = held.key.removeprefix("kick_off ").split(" ")[0].split("/")
    if measure == "duration":
        if len(first) != len("2022-05-04"):
            return None
        length = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
        return length, length
    return _days(first if measure == "start" else last)


def _days(day: str) -> tuple[float, float]:
    """The first and last day that are meant: of a month, all of it."""
    if len(day) == len("2022-05-04"):
        number = date.fromisoformat(day).toordinal()
        return number, number
    year, month = map(int, day.split("-"))
    return (
        date(year, month, 1).toordinal(),
        date(year, month, monthrange(year, month)[1]).toordinal(),
    )
