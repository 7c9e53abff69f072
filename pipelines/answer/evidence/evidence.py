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

from ingest.types import Span
from pipelines.answer.asking.question import Ask, Question
from pipelines.answer.evidence.around import before_it, in_any, sections
from pipelines.answer.evidence.asked_facts import facts_for
from pipelines.answer.evidence.blocks import blocks, is_row
from pipelines.answer.evidence.cells import is_of_name
from pipelines.answer.evidence.facts import Fact
from pipelines.answer.evidence.led import under_other_names
from pipelines.answer.evidence.parted import is_of_other, says_part, without_others
from pipelines.answer.evidence.questions import answers_another
from pipelines.answer.evidence.reading import Reading, Sentence
from pipelines.answer.evidence.rubrics import asks_lessons, heads_lessons
from pipelines.retrieval.query import Term
from pipelines.terms.saying import said

_TITLE, _ELSEWHERE = 0.85, 0.3
_BESIDE = ((-1, 0.75), (-2, 0.65), (-3, 0.5), (1, 0.4))  # neighbours and what they are worth
_NAME_ELSEWHERE = 0.7  # what a document is about is seldom named in every sentence
_FAR, _CLOSE, _IMPLIED = 0.3, 0.6, 0.3  # cosines between which meaning makes up for words
_SAID = 0.5  # from here on a title or document is taken to say a term
_UNSAID = 0.2  # below this a term counts as left out


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence for one ask: how much of the topic it holds, itself and with what is around it.

    ``own``, ``held`` and ``near`` run from 0 to 1: what the sentence holds itself (a heading, with
    the section read with it); with its title,
    neighbours and document; and of the terms that the title leaves open, what it or a neighbour
    holds (1 when there are none). ``facts`` are what the ask wants, standing in the sentence.
    ``index`` is its place among the document's sentences; ``items`` are those of the list it leads,
    or, where it heads a ``section``, that one's sentences.
    ``missing`` is the share of the names, by weight, that are nowhere in the document; ``left_out``
    that of the other terms that stand neither in the title nor in or beside the sentence. ``close``
    is the cosine of its passage with the question, 0 where that was not found.
    """

    reading: Reading
    sentence: Sentence
    index: int
    items: tuple[Span, ...]
    section: bool
    own: float
    held: float
    near: float
    facts: tuple[Fact, ...]
    missing: float
    left_out: float
    close: float
    rank: int

    @property
    def before(self) -> str:
        """The heading over it, and the sentences before it."""
        return before_it(self.reading, self.index)


def rarity(question: Question, readings: Sequence[Reading]) -> tuple[float, ...]:
    """The weight of each term: its share in the question times its inverse document frequency."""
    weights = []
    for term, share in zip(question.query.terms, question.weights, strict=True):
        holding = sum(said(term, reading.whole) >= _SAID for reading in readings)
        if not holding and not term.name:  # in no document: perhaps it is only put otherwise
            holding = len(readings) // 3
        idf = math.log(1 + (len(readings) + 1) / (holding + 0.5))
        weights.append(share * idf)
    return tuple(weights)


def weigh(
    question: Question, ask: Ask, reading: Reading, weights: Sequence[float], rank: int
) -> list[Evidence]:
    """A document's sentences as evidence for ``ask``; of headings those that lead to a list or,
    where several things are asked for, to a short section.

    ``rank`` is the document's rank among those found, from 0.
    """
    terms, asked = question.query.terms, question.query.parts
    content, facts = reading.text.content, facts_for(ask, question, reading)
    holding = [_within(facts, sentence.span) for sentence in reading.sentences]
    headings = [heading.span for heading in reading.text.headings]
    leads = {block.lead.end: block.items for block in blocks(reading.text)}
    # One thing asked, of which there may be several: all that stands under a heading may be meant.
    several = question.plural and len(question.asks) == 1
    whole = {e: u for e, u in sections(reading).items() if e not in leads} if several else {}
    leads |= {
        end: tuple(sentence.span for sentence in reading.sentences[first:last])
        for end, (first, last) in whole.items()
    }
    of_other_names = under_other_names(question, reading)
    wanted = [
        index
        for index, sentence in enumerate(reading.sentences)
        if (sentence.label or sentence.span.end in leads or not in_any(headings, sentence.span))
        and not is_of_other(asked, ask, reading, index)
        and not answers_another(question, reading, sentence)
        and index not in of_other_names
    ]
    if not wanted:
        return []
    title = [said(term, reading.title) for term in terms]
    above = [
        max(_TITLE * said(term, reading.subject), _elsewhere(term) * said(term, reading.whole))
        for term in terms
    ]
    # A word that the document never uses may be put otherwise in it: its passages' meaning tells.
    implied = _IMPLIED * min(1.0, max(0.0, (reading.cosine - _FAR) / (_CLOSE - _FAR)))
    # What is asked *about* the document's subject: its weights without what the title says.
    open_weights = [
        0.0 if share < 1 or in_title >= _SAID else weight
        for in_title, weight, share in zip(title, weights, question.weights, strict=True)
    ]
    name_weights = [weight * term.name for weight, term in zip(weights, terms, strict=True)]
    telling = [[said(term, sentence.bag) for term in terms] for sentence in reading.sentences]
    for number in (n for n, term in enumerate(terms) if asks_lessons(term.text)):
        for sentence, told in zip(reading.sentences, telling, strict=True):
            if heads_lessons(sentence.text):
                told[number] = 1.0
    rows = [is_row(sentence.text) for sentence in reading.sentences]
    found = []
    for index in wanted:
        own, near = telling[index], _in_or_beside(telling, rows, index)
        near = [
            says_part(term.part, reading, index) if term.part else one
            for one, term in zip(near, terms, strict=True)
        ]
        sentence = reading.sentences[index]
        section = sentence.span.end in whole
        if section:
            first, last = whole[sentence.span.end]
            own = [max(said_) for said_ in zip(own, *telling[first:last], strict=True)]
            near = [max(both) for both in zip(own, near, strict=True)]
        held = [max(one, over) for one, over in zip(near, above, strict=True)]
        labelled = sentence.label and (ask.kind != "who" or ask.role)
        if labelled or any(fact.main for fact in holding[index]):
            # It speaks of the document's subject; a name that only comes up in the text is another.
            near = held = [
                max(one, _TITLE * said(term, reading.subject) if term.name else max(over, implied))
                for one, over, term in zip(near, above, terms, strict=True)
            ]
        open_near = [max(n, _TITLE * t) for n, t in zip(near, title, strict=True)]
        others = [
            one >= _UNSAID
            for one, term, share in zip(open_near, terms, question.weights, strict=True)
            if share >= 1 and not term.name
        ]
        if rows[index] and is_of_name(sentence) and _lacks_names(terms, held):
            continue  # a region's row, where another is asked about that is nowhere here
        found.append(
            Evidence(
                reading=reading,
                sentence=sentence,
                index=index,
                items=without_others(asked, content, leads.get(sentence.span.end, ())),
                section=section,
                own=_mean(own, weights),
                held=_mean(held, weights),
                near=_mean(near, open_weights) if any(open_weights) else 1.0,
                facts=holding[index],
                missing=_mean([float(not one) for one in held], name_weights),
                left_out=others.count(False) / len(others) if others else 0.0,
                close=_close(reading, sentence),
                rank=rank,
            )
        )
    return found


def _lacks_names(terms: Sequence[Term], held: Sequence[float]) -> bool:
    """Whether there are names asked about, years aside, of which a document has none."""
    named = [one for one, term in zip(held, terms, strict=True) if _is_name(term)]
    return bool(named) and not any(named)


def _is_name(term: Term) -> bool:
    return bool(term.name) and not term.text.isdigit()


def _close(reading: Reading, sentence: Sentence) -> float:
    return max(
        (cosine for span, cosine in reading.found if span.meets(sentence.span)),
        default=0.0,
    )


def _elsewhere(term: Term) -> float:
    """What a term is worth that only comes up elsewhere in the document."""
    if term.text.isdigit() or term.part:
        return 0.0  # a year, or a work package, that some other sentence names is another matter's
    return _NAME_ELSEWHERE if term.name else _ELSEWHERE


def _in_or_beside(
    telling: Sequence[Sequence[float]], rows: Sequence[bool], index: int
) -> list[float]:
    """For each term, how well a sentence says it, or a neighbour for what that is worth; a row of a
    table has nothing of another row."""
    steps = [
        (step, worth)
        for step, worth in _BESIDE
        if 0 <= index + step < len(telling) and not (rows[index] and rows[index + step])
    ]
    return [
        max([one, *(worth * telling[index + step][term] for step, worth in steps)])
        for term, one in enumerate(telling[index])
    ]


def _within(facts: Sequence[Fact], span: Span) -> tuple[Fact, ...]:
    return tuple(f for f in facts if span.holds(f.span))


def _mean(values: Sequence[float], weights: Sequence[float]) -> float:
    total = sum(weights)
    if not total:
        return 0.0
    return sum(v * w for v, w in zip(values, weights, strict=True)) / total
