"""Values gathered for a column of a comparison: as shown, as compared, and where they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from ingest.describe.bodies.organisations import key_of
from ingest.gazetteer import aliases, fold
from ingest.types import Amount, DateRange, Language, Span, Text, Value
from pipelines.register.counted import number_of
from pipelines.register.wording import country_name, days, place_name

Field = Literal[
    "name", "type", "status", "dates", "deadlines", "place", "country", "host", "organiser",
    "coordinator", "projects", "partners", "participants", "amounts", "events", "documents",
]  # fmt: skip
FIELDS: Final[tuple[Field, ...]] = get_args(Field)
_AMOUNTS: Final = {
    "budget": ("budget", "budget"),
    "grant": ("grant", "aide"),
    "rate": ("rate", "taux"),
}


@dataclass(frozen=True, slots=True)
class Held:
    """A value as it is shown, what it is compared by, and where it is told.

    ``span`` is None where the file's metadata or a person gave it.
    """

    text: str
    key: str
    document: str
    span: Span | None = None


Fields = Mapping[Field, tuple[Held, ...]]
TextOf = Callable[[str], Text]


def iso(day: DateRange) -> str:
    """A range of days by which it is compared with others."""
    return "/".join(day.iso())


@dataclass(slots=True)
class Gathered:
    """Values by field so far, each key of a field once, in the words of a reader's language."""

    language: Language
    found: dict[Field, dict[str, Held]] = field(default_factory=dict)

    def add(self, name: Field, text: str, key: str, document: str, span: Span | None) -> None:
        """Add a value, or the words it rests on where none were known."""
        held = self.found.setdefault(name, {})
        if key not in held or (held[key].span is None and span is not None):
            held[key] = Held(" ".join(text.split()), key, document, span)

    def add_day(self, name: Field, document: str, day: DateRange) -> None:
        """Add a range of days."""
        self.add(name, days(day, self.language), iso(day), document, day.span)

    def add_place(self, document: str, place: Value | None, land: Value | None) -> None:
        """Add a town, which all its names mean, and a country."""
        if place is not None:
            key = min({fold(place.text), *aliases(place.text)})
            self.add("place", place_name(place.text, self.language), key, document, place.span)
        if land is not None:
            text = country_name(land.text, self.language)
            self.add("country", text, land.text, document, land.span)

    def add_bodies(self, name: Field, document: str, bodies: Iterable[Value | None]) -> None:
        """Add organisations."""
        for body in bodies:
            if body is not None:
                self.add(name, body.text, key_of(body.text), document, body.span)

    def add_projects(self, document: str, projects: Iterable[Value]) -> None:
        """Add names of projects."""
        for value in projects:
            self.add("projects", value.text, fold(value.text), document, value.span)

    def add_count(self, document: str, value: Value) -> None:
        """Add how many came."""
        number = number_of(value.text)
        key = str(number) if number is not None else fold(value.text)
        self.add("participants", value.text, key, document, value.span)

    def add_amount(self, document: str, amount: Amount) -> None:
        """Add a sum or rate, with what it is."""
        text = f"{_AMOUNTS[amount.kind][self.language == 'fr']} {amount.text}"
        key = f"{amount.kind} {amount.value:.2f} {amount.unit}"
        self.add("amounts", text, key, document, amount.span)

    def done(self) -> Fields:
        """The values by field, in the order in which they were found."""
        return {name: tuple(held.values()) for name, held in self.found.items()}
