"""Which of a question's names and numbers a choice tells of, and what tells of others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from encoder.lexicon import fold
from ingest.describe.dates.calendar import MONTH
from ingest.gazetteer import called, cities
from ingest.types import Description, Language, Span
from pipelines.answer.asking.question import Question
from pipelines.answer.choose import Choice
from pipelines.answer.evidence.blocks import among, is_row
from pipelines.answer.evidence.reading import Reading
from pipelines.terms.saying import Bag, bag_of, said
from pipelines.terms.words import folded_words

_SAID: Final = 0.5  # from here on a text is taken to say a term
_PLAIN: Final = 0.7  # from here on a described place or country is one that the text tells
_AS_MUCH: Final = 0.8  # of what the first row says of the question, that others have to say
_NAME: Final = re.compile(r"(?<![.!?»”\"|] )\b[A-ZÀ-ÖØ-Ý][\w’'-]*[a-zà-öø-ÿ][\w’'-]*")
_NUMBER: Final = re.compile(
    rf"(?<![\d.,:/-])(?<!\d[ \u00a0])\b(\d+)\b(?![.,:/-]\d|[ \u00a0](?:{MONTH}|\d)\b)", re.I
)
_LABEL: Final = re.compile(r"[^:|\n]{1,40}:(?= )")


def held(question: Question, choice: Choice) -> frozenset[str]:
    """The names, years and numbers of the question that a sentence says itself."""
    sentence = choice.evidence.sentence
    return _names(question, sentence.bag) | _numbers(question, sentence.text)


def rows_meant(question: Question, choice: Choice, spans: Sequence[Span]) -> Sequence[Span]:
    """Of the rows of a table those that hold what the chosen one holds of the question's names, or
    where it holds none, what one of them does that the document isn't about; else all of them, and
    of a list every item."""
    evidence = choice.evidence
    if not is_row(evidence.sentence.text):
        return spans
    content, language = evidence.reading.text.content, evidence.sentence.language
    told = [names_in(question, s.of(content), language) for s in spans]
    about = _names(question, _about(evidence.reading))
    most = max((names - about for names in told), key=len, default=frozenset[str]())
    named = held(question, choice) or most
    return [s for s, names in zip(spans, told, strict=True) if named <= names]


def without_siblings(question: Question, choices: Sequence[Choice]) -> list[Choice]:
    """The choices without the rows, items and labelled lines ("Chair: …") beside which another of
    the same table, list or label tells of the same names and numbers of the question and more:
    to who asks about lot 2, the row of lot 1. Of two lots that are asked about both stay."""
    alike: dict[tuple[str, str, int], list[frozenset[str]]] = {}
    keys = [_shape(choice) for choice in choices]
    told = [_told(question, choice) for choice in choices]
    for key, names in zip(keys, told, strict=True):
        if key is not None:
            alike.setdefault(key, []).append(names)
    return [
        choice
        for choice, key, names in zip(choices, keys, told, strict=True)
        if key is None or not any(names < others for others in alike[key])
    ]


def without_other_rows(question: Question, choices: Sequence[Choice]) -> list[Choice]:
    """The choices, where the first is a row of a table without the rows that say less of the
    question than it does: of other projects, or of another column's matter. Where it is a sentence
    that has for sure the one fact asked for, without the less sure rows that begin with what isn't
    asked about: the total is told, and not each region's."""
    if not choices:
        return []
    first = choices[0].evidence
    if is_row(first.sentence.text):
        return [c for c in choices if not _is_row(c) or c.evidence.own >= _AS_MUCH * first.own]
    if question.plural or not choices[0].sure or not first.facts:
        return list(choices)
    return [c for c in choices if c.sure or not _is_row(c) or _begins_with_asked(question, c)]


def _is_row(choice: Choice) -> bool:
    return is_row(choice.evidence.sentence.text)


def _begins_with_asked(question: Question, choice: Choice) -> bool:
    """Whether the first cell of a row says a word of the question."""
    sentence = choice.evidence.sentence
    cell = bag_of(sentence.text.partition(" | ")[0].rpartition(": ")[2], sentence.language)
    return any(said(term, cell) >= _SAID for term in question.query.terms)


def named_first(question: Question, choices: Sequence[Choice], close: float) -> list[Choice]:
    """The choices, before the likeliest the one that says the names asked about where that does
    not, and is not far behind (``close``), unless that leads a list, whose items hang on it;
    without what tells the same of other names there."""
    first = choices[0]
    naming = [c for c in choices if c.score >= close * first.score and held(question, c)]
    kept = [c for c in choices if not any(_is_rival(question, c, one) for one in naming)]
    if held(question, first):
        return kept
    own = (c for c in naming if not c.evidence.items and _names_alone(question, c, first))
    lead = next(own, first)
    return sorted(kept, key=lambda c: c is not lead)


def _names_alone(question: Question, choice: Choice, first: Choice) -> bool:
    """Whether a sentence says a name that neither the likeliest one nor what is before it says, nor
    is plainly what its document is about."""
    evidence = first.evidence
    before = names_in(question, evidence.before, evidence.reading.description.language)
    around = before | _names(question, _about(evidence.reading)) | held(question, first)
    return any(not name.isdigit() for name in held(question, choice) - around)


def _is_rival(question: Question, choice: Choice, naming: Choice) -> bool:
    """Whether a sentence gives the same sort of fact of another name than the one that says the
    name asked about; in another document, of another town than the one asked about."""
    mine, theirs = choice.evidence, naming.evidence
    kinds = {fact.kind for fact in theirs.facts}
    if not (
        held(question, choice) < held(question, naming)
        and _names_alone(question, naming, choice)
        and any(fact.kind in kinds for fact in mine.facts)
    ):
        return False
    if mine.reading.record.id == theirs.reading.record.id:
        return bool(_others(question, choice))
    apart = {fold(name) for name in held(question, naming) - held(question, choice)}
    towns = cities().keys()
    return bool(apart & towns) and bool(_others(question, choice) & towns)


def _others(question: Question, choice: Choice) -> set[str]:
    """Names in a sentence that neither the question has nor the document's title or sole project,
    and that are not what is asked for."""
    evidence = choice.evidence
    told = evidence.reading.description
    own = folded_words(" ".join([told.title.text, *_sole_project(told)]))
    start, text = evidence.sentence.span.start, evidence.sentence.text
    facts = [fact.span for fact in evidence.facts]
    asked = fold(question.query.text)
    return {
        name
        for match in _NAME.finditer(text, 1)
        if not any(f.start <= start + match.start() < f.end for f in facts)
        and (name := fold(match.group())) not in asked
        and name not in own
    }


def _about(reading: Reading) -> Bag:
    """The words of what a document is plainly about: its title, its project where it has but one,
    and the place and country that it is described by for sure. A newsletter tells of each of its
    projects in some sentences alone, and a country may be guessed from its writers'."""
    told, content = reading.description, reading.text.content
    parts = [told.title.text, *_sole_project(told)]
    for value in (told.place, told.country):
        if value is not None and value.span is not None and value.confidence >= _PLAIN:
            parts.append(value.span.of(content))
            if value is told.country:
                parts += called(value.text)
    return bag_of(" ".join(parts), told.language)


def _sole_project(told: Description) -> list[str]:
    return [project.text for project in told.projects] if len(told.projects) == 1 else []


def _shape(choice: Choice) -> tuple[str, str, int] | None:
    """What rows of a table, items of a list and lines with one label have in common; None for other
    sentences."""
    evidence = choice.evidence
    document = evidence.reading.record.id
    if beside := among(evidence.reading.text, evidence.sentence.span):
        return document, "", beside[0].start
    label = _LABEL.match(evidence.sentence.text) if evidence.sentence.label else None
    return (document, fold(label.group()), -1) if label else None


def _told(question: Question, choice: Choice) -> frozenset[str]:
    """The question's names that a row or item tells of; of a labelled line, with what it stands
    under."""
    evidence = choice.evidence
    own = held(question, choice)
    if not evidence.sentence.label or is_row(evidence.sentence.text):
        return own
    return own | names_in(question, evidence.before, evidence.sentence.language)


def names_in(question: Question, text: str, language: Language) -> frozenset[str]:
    """The names, years and numbers of the question that a text says."""
    return _names(question, bag_of(text, language)) | _numbers(question, text)


def _names(question: Question, bag: Bag) -> frozenset[str]:
    """The names and years of the question that a text says."""
    named = (term for term in question.query.terms if term.name)
    return frozenset(term.text for term in named if said(term, bag) >= _SAID)


def _numbers(question: Question, text: str) -> frozenset[str]:
    """The numbers of the question ("lot 2") that stand in a text, but not in a day or an hour."""
    asked = {term.text for term in question.query.terms if term.text.isdigit() and not term.name}
    return frozenset(asked & set(_NUMBER.findall(text))) if asked else frozenset()
