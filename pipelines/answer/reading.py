"""A document as the answer reads it: its sentences with their stems, and the facts in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, reduce
from operator import or_

from encoder.lexicon import fold
from ingest.describe.amounts import find_amounts
from ingest.describe.dates import resolve
from ingest.describe.language import detect
from ingest.describe.layout import labels
from ingest.describe.organisations import find_organisations
from ingest.describe.people import find_people
from ingest.describe.places import find_places
from ingest.describe.roles import find_roles
from ingest.sentences import sentences
from ingest.types import DateRange, Description, Language, Span, Text
from pipelines.answer.saying import Bag, bag_of
from pipelines.catalogue.records import Record

_LONGEST = 60_000  # characters; of a longer document only the surroundings of its passages are read
_AROUND = 2_000  # characters before and after a passage
_YEAR = re.compile(r"(?<![\w.,/-])(?:1[89]|20)\d\d(?![\w/-]|[.,]\d)")
_OWN_LANGUAGE = 60  # a sentence this long may be in another language than its document


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: where it stands, its language and its words.

    A ``label`` line ("Venue: …") speaks of its whole document.
    """

    span: Span
    text: str
    language: Language
    bag: Bag
    label: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a question can ask for, and where it stands.

    ``kind`` is date, year, money, percentage, count, duration, place, person, organisation or
    role; ``role`` says which part a name plays, or what a date is the date of; ``key`` is the same
    wherever the same thing is named. A ``main`` fact is what the document's description holds: its
    event's date, place, host or organiser.
    """

    kind: str
    text: str
    span: Span
    key: str
    role: str | None = None
    main: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A document: its sentences, the words of its title and of all of it, and its facts."""

    record: Record
    text: Text
    sentences: tuple[Sentence, ...]
    title: Bag
    whole: Bag
    facts: tuple[Fact, ...]


@lru_cache(maxsize=512)
def _read(
    record_key: tuple[str, str], text: Text, language: Language, window: tuple[int, int]
) -> tuple[tuple[Sentence, ...], tuple[Fact, ...]]:
    start, end = window
    spans = sentences(text.content, start, end)
    labelled = [label.span for label in labels(text.content)]
    read = tuple(_sentence(text.content, span, language, labelled) for span in spans)
    return read, tuple(_facts(text.content, language, start, end))


def read_document(record: Record, text: Text, passages: Sequence[Span]) -> Reading:
    """The document as sentences and facts; ``passages`` say where to look in a very long one."""
    description = record.description
    if description is None:
        raise ValueError(f"{record.source} has no description")
    language = description.language
    window = (0, len(text.content))
    if len(text.content) > _LONGEST:
        first, last = min(p.start for p in passages), max(p.end for p in passages)
        start = max(0, first - _AROUND)
        window = (start, min(len(text.content), last + _AROUND, start + _LONGEST))
    read, facts = _read((record.id, record.sha256), text, language, window)
    projects = " ".join(value.text for value in description.projects)
    named = bag_of(f"{description.title.text} {projects}", language)
    whole = reduce(or_, (sentence.bag for sentence in read), named)
    main = tuple(_main_facts(description, text.content))
    keys = {(fact.kind, fact.role, fact.key) for fact in main}
    others = (
        replace(fact, main=(fact.kind, fact.role, fact.key) in keys)
        for fact in facts
        if not any((f.kind, f.role, f.span) == (fact.kind, fact.role, fact.span) for f in main)
    )
    return Reading(record, text, read, named, whole, (*main, *others))


def _sentence(content: str, span: Span, language: Language, labelled: Sequence[Span]) -> Sentence:
    text = span.of(content)
    if len(text) >= _OWN_LANGUAGE:
        found, confidence = detect(text)
        if confidence >= 0.98:
            language = found
    label = any(span.start <= value.start and value.end <= span.end for value in labelled)
    return Sentence(span, text, language, bag_of(text, language), label)


def _facts(content: str, language: Language, start: int, end: int) -> list[Fact]:
    facts = [
        Fact("date", found.span.of(content), found.span, _key(found.range), found.kind)
        for found in resolve(content, language, start, end)
    ]
    dated = [fact.span for fact in facts]
    facts += [
        Fact("year", year.group(), Span(*year.span()), year.group())
        for year in _YEAR.finditer(content, start, end)
        if not any(span.start <= year.start() < span.end for span in dated)
    ]
    facts += [Fact(f.kind, f.text, f.span, f.text) for f in find_amounts(content, start, end)]
    facts += [
        Fact("place", f.span.of(content), f.span, fold(f.span.of(content)))
        for f in find_places(content, start, end)
    ]
    named = {
        "person": find_people(content, start, end),
        "organisation": find_organisations(content),
    }
    for kind, names in named.items():
        for found in names:
            facts += [
                Fact(kind, found.text, span, fold(found.text))
                for span in _mentions(content, found.span.of(content), start, end)
            ]
    facts += [
        Fact("role", role.name, role.span, fold(role.name), role.kind)
        for role in find_roles(content, language)
        if start <= role.span.start and role.span.end <= end
    ]
    return facts


def _main_facts(description: Description, content: str) -> Iterator[Fact]:
    if description.dates and description.dates.span:
        span = description.dates.span
        yield Fact("date", span.of(content), span, _key(description.dates), "event", True)
    if description.place and description.place.span:
        place = description.place
        yield Fact("place", place.text, description.place.span, fold(place.text), None, True)
    for role in ("host", "organiser"):
        value = getattr(description, role)
        if value is not None and value.span is not None:
            yield Fact("role", value.text, value.span, fold(value.text), role, True)


def _key(dates: DateRange) -> str:
    return "/".join(dates.iso())


def _mentions(content: str, name: str, start: int, end: int) -> Iterator[Span]:
    """Every place where a name is written as at its first mention."""
    position = content.find(name, start, end)
    while position >= 0:
        yield Span(position, position + len(name))
        position = content.find(name, position + len(name), end)
