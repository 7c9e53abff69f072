"""A document as the answer reads it: its sentences with their words, and the facts in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, reduce
from operator import or_

from ingest.describe.language import detect, leans
from ingest.describe.layout import labels
from ingest.gazetteer import called
from ingest.sentences import sentences
from ingest.types import Description, Language, Span, Text
from pipelines.answer.evidence.facts import Fact, FactKind, find_facts, main_facts
from pipelines.answer.evidence.publisher import publisher
from pipelines.answer.evidence.writtenon import told_from
from pipelines.catalogue.records import Record
from pipelines.terms.saying import Bag, bag_of

_LONGEST = 60_000  # characters; of a longer document only the surroundings of its passages are read
_AROUND = 2_000  # characters before and after a passage
_OWN_LANGUAGE = 60  # a sentence this long may be in another language than its document
_SURE = 3  # words of that language: "Venue: Palacio de Congresos de la Bahía" has two of French


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
class Reading:
    """A document: its sentences, the words of its subject and of all of it.

    The ``subject`` is what its description says: title, projects, host, organiser, place, country,
    dates; and whose paper it is. ``found`` are its passages with their cosines with the question,
    the closest ``cosine``.
    """

    record: Record
    text: Text
    description: Description
    window: Span
    sentences: tuple[Sentence, ...]
    title: Bag
    subject: Bag
    whole: Bag
    found: tuple[tuple[Span, float], ...]
    _facts: dict[tuple[FactKind, ...], tuple[Fact, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def cosine(self) -> float:
        """That of the passage closest to the question."""
        return max((cosine for _, cosine in self.found), default=0.0)

    def facts(self, *kinds: FactKind) -> tuple[Fact, ...]:
        """The facts of these kinds, those of the description first and marked as main."""
        if kinds not in self._facts:  # every sentence asks for them
            self._facts[kinds] = self._found(kinds)
        return self._facts[kinds]

    def _found(self, kinds: tuple[FactKind, ...]) -> tuple[Fact, ...]:
        content, language = self.text.content, self.description.language
        main = [fact for fact in main_facts(self.description, content) if fact.kind in kinds]
        keys = {(fact.kind, fact.role, fact.key) for fact in main}
        told = told_from(content, self.description, self.window) if "date" in kinds else ()
        worked = {fact.span: fact.worked for fact in told}
        main = [replace(fact, worked=worked.get(fact.span)) for fact in main]
        spans = {(fact.kind, fact.role, fact.span) for fact in main}
        others = [
            replace(fact, main=(fact.kind, fact.role, fact.key) in keys)
            for kind in kinds
            for fact in find_facts(kind, content, language, self.window)
            if (fact.kind, fact.role, fact.span) not in spans
        ]
        known = {fact.span for fact in main}
        return (*main, *others, *(fact for fact in told if fact.span not in known))


def read_document(record: Record, text: Text, found: Sequence[tuple[Span, float]]) -> Reading:
    """The document as sentences; the passages ``found`` say where to look in a very long one."""
    description = record.description
    if description is None:
        raise ValueError(f"{record.source} has no description")
    language, content = description.language, text.content
    window = Span(0, len(content))
    if len(content) > _LONGEST:
        first, last = min(p.start for p, _ in found), max(p.end for p, _ in found)
        start = max(0, first - _AROUND)
        window = Span(start, min(len(content), last + _AROUND, start + _LONGEST))
    read, words = _read(content, language, window)
    # A project that only other documents tell of is mentioned here, perhaps; this is not its own.
    own = (value.text for value in description.projects if value.origin != "library")
    projects = " ".join(own)
    title = bag_of(f"{description.title.text} {projects}", language)
    surfaces = [
        value.span.of(content)
        for value in (
            description.host,
            description.organiser,
            description.place,
            description.country,
            description.dates,
        )
        if value is not None and value.span is not None
    ]
    if description.country is not None:  # "the Danish visit" to Aarhus
        surfaces += called(description.country.text)
    surfaces += [name] if (name := publisher(description, content)) else []
    subject = title | bag_of(" ".join(surfaces), language)
    whole = words | subject
    return Reading(record, text, description, window, read, title, subject, whole, tuple(found))


@lru_cache(maxsize=512)
def _read(content: str, language: Language, window: Span) -> tuple[tuple[Sentence, ...], Bag]:
    labelled = [label.span for label in labels(content)]
    spans = sentences(content, window.start, window.end)
    read = tuple(_sentence(content, span, language, labelled) for span in spans)
    return read, reduce(or_, (s.bag for s in read), bag_of("", language))


def _sentence(content: str, span: Span, language: Language, labelled: Sequence[Span]) -> Sentence:
    text = span.of(content)
    label = any(span.holds(value) for value in labelled)
    other: Language = "en" if language == "fr" else "fr"
    if len(text) >= _OWN_LANGUAGE and leans(text, other, _SURE if label else 1):
        found, confidence = detect(text)
        if confidence >= 0.98:
            language = found
    return Sentence(span, text, language, bag_of(text, language), label)
