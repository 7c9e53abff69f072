"""Sentences weighed as evidence for one thing asked.

A sentence is worth what it holds of the question's topic: a term in the sentence itself counts
fully, in its document's title or projects or in a neighbouring sentence less, elsewhere in the
document least. Terms weigh by how rare they are among the documents found (inverse document
frequency, Spärck Jones, 1972), so that what sets the question apart decides.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from encoder.lexicon import fold
from ingest.types import Language, Span
from pipelines.answer.question import Ask, Question
from pipelines.answer.reading import Fact, Reading, Sentence
from pipelines.query import Query, Term
from pipelines.words import stems_of

_TITLE, _NEAR, _NEXT, _ELSEWHERE = 0.85, 0.6, 0.35, 0.3
_NAME_ELSEWHERE = 0.7  # what a document is about is seldom named in every sentence
_WIDE_PHRASE = 0.5
_PARAPHRASE, _COGNATE = 0.8, 0.6
_UNSAID = 0.2  # below this a term counts as left out


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence for one ask: how much of the topic it holds, itself and with what is around it.

    ``own``, ``held`` and ``near`` run from 0 to 1: what the sentence holds itself; with its title,
    neighbours and document; and of the terms that the title leaves open, what it or a neighbour
    holds (1 when there are none). ``facts`` are what the ask wants, standing in the sentence.
    ``missing`` are the terms it leaves out: names that are nowhere in the document, other words
    that are neither in the title nor in or beside the sentence.
    """

    reading: Reading
    sentence: Sentence
    own: float
    held: float
    near: float
    facts: tuple[Fact, ...]
    missing: tuple[Term, ...]
    rank: int


def _said(term: Term, sentence: Sentence) -> float:
    """How well a sentence says a term: its form, a paraphrase, or a word of the same origin."""
    best = _held(term, sentence.stems, sentence.language)
    if best >= _WIDE_PHRASE or term.name:
        return best
    for form, chance in term.paraphrases.get(sentence.language, {}).items():
        if (wanted := stems_of(form, sentence.language)) and wanted <= sentence.stems:
            best = max(best, min(_PARAPHRASE, 4 * chance))
    if best < _COGNATE:
        folded = fold(term.text)
        if any(cognates(folded, word) for word in sentence.words):
            best = _COGNATE
    return best


def cognates(one: str, other: str) -> bool:
    """Whether two folded words look like forms of one: "visiteurs", "visiting".

    They share a beginning of five letters or more that is over half of the longer (after Simard,
    Foster & Isabelle, 1992, who ask for four letters of words in aligned sentences).
    """
    if one[:5] != other[:5] or len(one) < 5:
        return False
    shared = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return shared > max(len(one), len(other)) / 2


def rarity(question: Question, readings: Sequence[Reading]) -> tuple[float, ...]:
    """The weight of each term: its share in the question times its inverse document frequency."""
    weights = []
    for term, share in zip(question.query.terms, question.weights, strict=True):
        holding = sum(_held(term, r.whole, _language(r)) >= _WIDE_PHRASE for r in readings)
        idf = math.log(1 + (len(readings) + 1) / (holding + 0.5))
        weights.append(share * idf)
    return tuple(weights)


def weigh(
    question: Question, ask: Ask, reading: Reading, weights: Sequence[float], rank: int
) -> list[Evidence]:
    """A document's sentences as evidence for ``ask``, but those without its kind of fact.

    ``rank`` is the document's rank among those found, from 0.
    """
    wanted = facts_for(ask, question, reading)
    terms, language = question.query.terms, _language(reading)
    # What is asked *about* the document's subject: its weights without what the title says.
    open_weights = [
        0.0 if share < 1 or _held(term, reading.title, language) >= _WIDE_PHRASE else weight
        for term, weight, share in zip(terms, weights, question.weights, strict=True)
    ]
    found = []
    for index, sentence in enumerate(reading.sentences):
        facts = tuple(
            fact
            for fact in wanted
            if sentence.span.start <= fact.span.start and fact.span.end <= sentence.span.end
        )
        if ask.kind not in ("topic", "definition") and not facts:
            continue
        own = [_said(term, sentence) for term in terms]
        near = [max(o, _beside(t, reading, index)) for o, t in zip(own, terms, strict=True)]
        held = [max(n, _above(t, reading)) for n, t in zip(near, terms, strict=True)]
        if sentence.label or any(fact.main for fact in facts):
            near = held  # it speaks of the document as a whole
        missing = tuple(
            term
            for term, one, share in zip(terms, near, question.weights, strict=True)
            if share >= 1 and one < _UNSAID and not (term.name and _above(term, reading))
        )
        found.append(
            Evidence(
                reading,
                sentence,
                _mean(own, weights),
                _mean(held, weights),
                _mean(near, open_weights) if any(open_weights) else 1.0,
                facts,
                missing,
                rank,
            )
        )
    return found


def facts_for(ask: Ask, question: Question, reading: Reading) -> tuple[Fact, ...]:
    """The facts of a document that could answer ``ask``, never what the question itself names."""
    facts = [fact for fact in reading.facts if _suits(fact, ask, question)]
    if ask.kind == "who" and ask.role:
        return tuple(facts)
    return tuple(fact for fact in facts if not _named_in(fact, question.query))


def _suits(fact: Fact, ask: Ask, question: Question) -> bool:
    if ask.kind == "date":
        if ask.deadline:
            return fact.kind == "date" and fact.role == "deadline"
        return fact.kind in ("date", "year")
    if ask.kind == "who":
        if ask.role:
            return fact.kind == "role" and fact.role in _same_part(ask.role)
        return fact.kind in (("person",) if ask.person else ("person", "organisation", "role"))
    if ask.kind == "number":
        return fact.kind == "count"
    kinds = {"amount": "money", "percent": "percentage", "place": "place", "duration": "duration"}
    return fact.kind == kinds.get(ask.kind)


def _same_part(role: str) -> tuple[str, ...]:
    """A host that nobody calls so is the organiser, and the other way round."""
    return ("host", "organiser") if role in ("host", "organiser") else (role,)


def _named_in(fact: Fact, query: Query) -> bool:
    """Whether the question names this itself: "where in France" is not answered by "France"."""
    return fold(fact.text) in fold(query.text)


def _beside(term: Term, reading: Reading, index: int) -> float:
    best = 0.0
    for distance, worth in ((-1, _NEAR), (-2, _NEAR), (1, _NEXT)):
        if 0 <= index + distance < len(reading.sentences):
            best = max(best, worth * _said(term, reading.sentences[index + distance]))
    return best


def _above(term: Term, reading: Reading) -> float:
    language = _language(reading)
    elsewhere = _NAME_ELSEWHERE if term.name else _ELSEWHERE
    return max(
        _TITLE * _held(term, reading.title, language),
        elsewhere * _held(term, reading.whole, language),
    )


def _held(term: Term, stems: frozenset[int], language: Language) -> float:
    """How well a set of stems holds a term: 1 when any likely form of it is wholly there."""
    best = 0.0
    for form, probability in term.forms[language].items():
        wanted = stems_of(form, language)
        if wanted:
            share = len(wanted & stems) / len(wanted)
            # A likely translation is as good as the word; only far-fetched ones count less.
            best = max(best, share * min(1.0, 0.4 + 2 * probability))
    return best


def _language(reading: Reading) -> Language:
    description = reading.record.description
    return description.language if description else "en"


def _mean(values: Sequence[float], weights: Sequence[float]) -> float:
    total = sum(weights)
    if not total:
        return 0.0
    return sum(v * w for v, w in zip(values, weights, strict=True)) / total


def clip(content: str, span: Span, around: Span | None, longest: int) -> Span:
    """``span`` cut at a clause or a space to at most ``longest`` characters, with ``around``."""
    if span.end - span.start <= longest:
        return span
    centre = around or Span(span.start, span.start)
    start = max(span.start, min(centre.start - longest // 3, span.end - longest))
    end = min(span.end, start + longest)
    if start > span.start:
        start = _next_edge(content, start, min(centre.start, end))
    if end < span.end:
        end = _last_edge(content, max(centre.end, start), end)
    return Span(start, end)


def _next_edge(content: str, start: int, stop: int) -> int:
    for marks in (";:—–", ",", " "):
        places = [p for mark in marks if (p := content.find(mark, start, stop)) >= 0]
        if places:
            edge = min(places) + 1
            while edge < stop and content[edge].isspace():
                edge += 1
            return edge
    return stop


def _last_edge(content: str, start: int, stop: int) -> int:
    for marks in (";—–", ",", " "):
        places = [p for mark in marks if (p := content.rfind(mark, start, stop)) > start]
        if places:
            return max(places)
    return stop
