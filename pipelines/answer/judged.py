"""What is read for a question whose answer is known, and which of it answers.

`calibrate` weighs it and `practice` writes it down for the reader to learn from.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.answer.asking.implied import named
from pipelines.answer.asking.question import Question, understand
from pipelines.answer.choose import READ, promising, said
from pipelines.answer.evidence.evidence import Evidence, rarity, weigh
from pipelines.answer.evidence.found import held_in, read_found
from pipelines.answer.evidence.reading import Reading
from pipelines.answer.features import sort_of
from pipelines.evaluation.golden import Golden
from pipelines.evaluation.metrics import normal, stands_in
from pipelines.evaluation.score import nfc

if TYPE_CHECKING:
    from pipelines.library import Library

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Judged:
    """A question, its most promising sentences, and of each the form of the answer that stands in
    it, or "" where it doesn't answer. An item of a list answers; where it may only be mentioned,
    the sentence is left out.

    ``held_out`` says that the documents that answer were left aside: no sentence does then.
    """

    golden: Golden
    question: Question
    evidence: tuple[Evidence, ...]
    answers: tuple[str, ...]
    held_out: bool


def judged(library: Library, golden: Golden, count: int | None = None) -> Iterator[Judged]:
    """The most promising sentences (``count``, or as many as are read for such a question) of the
    whole library, then of what remains when the documents that answer are left aside.

    A topic is read about in the whole library alone, and only where what is known to tell of it is
    read: other documents may tell of it as well.
    """
    topic = golden.kind == "topical"
    if topic and not golden.accepted:
        return
    filters = library.filters(golden.filters)
    query = library.analyse(named(golden.question, filters), paraphrases=True)
    question = understand(query)
    retrieved = library.retrieve(query, filters)
    found = retrieved.candidates if retrieved else ()
    relevant = {nfc(source) for source in golden.relevant}
    for without in [(), relevant] if relevant and not topic else [()]:
        readings = read_found(library.catalogue, held_in(found, without), question)
        one = _judged(golden, question, readings, count, bool(without))
        if any(one.answers) or not topic:
            yield one


def _judged(
    golden: Golden,
    question: Question,
    readings: Sequence[Reading],
    count: int | None,
    held_out: bool,
) -> Judged:
    shares = rarity(question, readings)
    ask = question.asks[0]
    weighed = [e for n, r in enumerate(readings) for e in weigh(question, ask, r, shares, n)]
    relevant = {nfc(source) for source in golden.relevant}
    ours = {r.record.id for r in readings if nfc(r.record.source) in relevant and not held_out}
    once = _once(golden, [e for e in weighed if e.reading.record.id in ours])
    likely = promising(question, ask, weighed, count or READ[sort_of(question, ask)])
    told = [(e, _answer(golden, e, once) if e.reading.record.id in ours else "") for e in likely]
    read = [(evidence, form) for evidence, form in told if form is not None]
    evidence, answers = tuple(e for e, _ in read), tuple(form for _, form in read)
    return Judged(golden, question, evidence, answers, held_out)


def _once(golden: Golden, weighed: Sequence[Evidence]) -> frozenset[tuple[str, int]]:
    """The items, by document and number, that stand in one sentence alone of a document."""
    there = Counter(
        (evidence.reading.record.id, number)
        for evidence in weighed
        if not evidence.items
        for number in _told(golden, evidence.sentence.text)
    )
    return frozenset(item for item, sentences in there.items() if sentences == 1)


def _told(golden: Golden, text: str) -> dict[int, str]:
    """The items of the answer that a text holds, by number, each as the form that stands in it."""
    found = {}
    for number, forms in enumerate(golden.accepted):
        if form := next((form for form in forms if stands_in(form, text)), None):
            found[number] = form
    return found


def _answer(golden: Golden, evidence: Evidence, once: Collection[tuple[str, int]]) -> str | None:
    """The form of the answer that a sentence of a document that answers gives; "" where it gives
    none; None where the document tells of a topic, or the sentence holds less than half of a list
    and may only mention it: it leads a list of its own, or other sentences hold the same items.

    Where the question says which sentences answer, the same form elsewhere does not.
    """
    text = said(evidence).sentence
    other = None if golden.kind == "topical" else ""
    if golden.quotes:
        own, whole = _words(evidence.sentence.text), _words(text)
        if not any(own <= _words(quote) or _words(quote) <= whole for quote in golden.quotes):
            return other
    told = _told(golden, text)
    if told and len(told) < len(golden.accepted) / 2:
        items = {(evidence.reading.record.id, number) for number in told}
        if evidence.items or items.isdisjoint(once):
            return None
    return next(iter(told.values()), other)


def _words(text: str) -> frozenset[str]:
    """Words and numbers alone: a quote from a file may have the marks of its format, and a row of
    a table is read with its columns' names."""
    return frozenset(_WORD.findall(normal(text)))
