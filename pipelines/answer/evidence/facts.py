"""What a question can ask for, found in a text: dates, amounts, places, names and their roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from encoder.lexicon import fold
from ingest.describe.found import Found
from ingest.types import DateRange, Description, Language, Span

FactKind = Literal[
    "date", "year", "money", "percentage", "number", "duration", "place", "person",
    "organisation", "role", "email",
]  # fmt: skip

_YEAR = re.compile(r"(?<![\w.,/-])(?:1[89]|20)\d\d(?![\w/-]|[.,]\d)")
_OF = re.compile(r"\b(?:of|from|de|du|des|en|in)[ ](?:la[ ]|the[ ])?$|\b[dl]['’]$")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")


@dataclass(frozen=True, slots=True)
class Worked:
    """A day worked out from the one that its text was ``written`` on, and the line with that."""

    day: DateRange
    written: DateRange
    line: Span


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a question can ask for, and where it stands.

    ``role`` says which part a name plays, or what a date is the date of; ``key`` is the same
    wherever the same thing is named. A ``main`` fact is what the document's description holds: its
    event's date, place, host or organiser. ``worked`` is the day of "yesterday".
    """

    kind: FactKind
    text: str
    span: Span
    key: str
    role: str | None = None
    main: bool = False
    worked: Worked | None = None


@lru_cache(maxsize=2048)
def find_facts(kind: FactKind, content: str, language: Language, window: Span) -> tuple[Fact, ...]:
    """The facts of a kind in a part of ``content``, in order, none of them marked as main.

    A finder is imported when first asked: each compiles dozens of patterns, and a question wants
    one or two of them.
    """
    start, end = window.start, window.end
    if kind == "date":
        from ingest.describe.dates.dates import resolve

        return tuple(
            Fact(kind, found.span.of(content), found.span, _key(found.range), found.kind)
            for found in resolve(content, language, start, end)
        )
    if kind == "year":
        dated = [fact.span for fact in find_facts("date", content, language, window)]
        return tuple(
            fact
            for fact in _matches("year", _YEAR, content, window)
            if not any(span.start <= fact.span.start < span.end for span in dated)
        )
    if kind == "email":
        return tuple(_matches("email", _EMAIL, content, window))
    if kind == "place":
        from ingest.describe.places.places import find_places

        bodies = [fact.span for fact in find_facts("organisation", content, language, window)]
        return tuple(
            _fact(kind, place.span.of(content), place.span)
            for place in find_places(content, start, end)
            if place.kind != "region" or not _in_name(content, place.span, bodies)
        )
    if kind == "role":
        from ingest.describe.bodies.roles import find_roles

        return tuple(
            Fact(kind, role.name, role.span, fold(role.name), role.kind)
            for role in find_roles(content, language)
            if start <= role.span.start and role.span.end <= end
        )
    if kind == "person":
        from ingest.describe.bodies.people import find_people

        return tuple(_all_mentions(kind, find_people(content, start, end), content, window))
    if kind == "organisation":
        from ingest.describe.bodies.organisations import find_organisations

        return tuple(_all_mentions(kind, find_organisations(content), content, window))
    from ingest.describe.amounts import find_amounts, find_numbers

    if kind == "number":
        dated = [fact.span for fact in find_facts("date", content, language, window)]
        return tuple(
            _fact(kind, number.text, number.span)
            for number in find_numbers(content, start, end)
            if not any(span.start <= number.span.start < span.end for span in dated)
        )
    return tuple(
        _fact(kind, found.text, found.span)
        for found in find_amounts(content, start, end)
        if found.kind == kind
    )


def _in_name(content: str, place: Span, bodies: Iterable[Span]) -> bool:
    """Whether a region only lends a body its name: "Fio do Norte", not "Agence de Normandie"."""
    inside = any(b.start < place.start and place.end <= b.end for b in bodies)
    return inside and not _OF.search(content, max(0, place.start - 12), place.start)


def main_facts(description: Description, content: str) -> Iterator[Fact]:
    """The facts that a document's description rests on; the day it was published, by which one
    without an event is filed, is no day of an event."""
    published = description.published.span if description.published else None
    if description.dates and description.dates.span and description.dates.span != published:
        span = description.dates.span
        yield Fact("date", span.of(content), span, _key(description.dates), "event", True)
    if description.place and description.place.span:
        place = description.place
        yield Fact("place", place.text, description.place.span, fold(place.text), None, True)
    for role in ("host", "organiser"):
        value = getattr(description, role)
        if value is not None and value.span is not None:
            yield Fact("role", value.text, value.span, fold(value.text), role, True)


def _fact(kind: FactKind, text: str, span: Span) -> Fact:
    return Fact(kind, text, span, fold(text))


def _key(dates: DateRange) -> str:
    return "/".join(dates.iso())


def _matches(
    kind: FactKind, pattern: re.Pattern[str], content: str, window: Span
) -> Iterator[Fact]:
    for match in pattern.finditer(content, window.start, window.end):
        yield _fact(kind, match.group(), Span(*match.span()))


def _all_mentions(
    kind: FactKind, names: Iterable[Found], content: str, window: Span
) -> Iterator[Fact]:
    """Every place where a name is written as at its first mention."""
    for name in names:
        surface = name.span.of(content)
        position = content.find(surface, window.start, window.end)
        while position >= 0:
            yield _fact(kind, name.text, Span(position, position + len(surface)))
            position = content.find(surface, position + len(surface), window.end)
