"""What is read for a question whose answer is known, and which of it answers.

`calibrate` weighs it and `practice` writes it down for the reader to learn from.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.answer.choose import READ, promising, said
from pipelines.answer.evidence import Evidence, rarity, weigh
from pipelines.answer.found import held_in, read_found
from pipelines.answer.question import Question, understand
from pipelines.golden import Golden
from pipelines.metrics import normal, stands_in
from pipelines.score import nfc

if TYPE_CHECKING:
    from pipelines.library import Library

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Judged:
    """A question, its most promising sentences, and of each the form of the answer that stands in
    it, or "" where it doesn't answer.

    ``held_out`` says that the documents that answer were left aside: no sentence does then.
    """

    golden: Golden
    question: Question
    evidence: tuple[Evidence, ...]
    answers: tuple[str, ...]
    held_out: bool


def judged(library: Library, golden: Golden, count: int = READ) -> Iterator[Judged]:
    """The ``count`` most promising sentences of the whole library, then of what remains when the
    documents that answer are left aside."""
    relevant = {nfc(source) for source in golden.relevant}
    yield _judged(library, golden, (), count)
    if relevant:
        yield _judged(library, golden, relevant, count)


def _judged(library: Library, golden: Golden, without: Collection[str], count: int) -> Judged:
    query = library.analyse(golden.question, paraphrases=True)
    question = understand(query)
    retrieved = library.retrieve(query, library.filters(golden.filters))
    candidates = held_in(retrieved.candidates if retrieved else (), without)
    readings = read_found(library.catalogue, candidates, question)
    shares = rarity(question, readings)
    ask = question.asks[0]
    weighed = [e for n, r in enumerate(readings) for e in weigh(question, ask, r, shares, n)]
    read = promising(weighed, count)
    answers = tuple("" if without else _answer(golden, evidence) for evidence in read)
    return Judged(golden, question, tuple(read), answers, bool(without))


def _answer(golden: Golden, evidence: Evidence) -> str:
    """The form of the answer that a sentence gives; "" where it gives none.

    Where the question says which sentences answer, the same form elsewhere does not.
    """
    if nfc(evidence.reading.record.source) not in {nfc(source) for source in golden.relevant}:
        return ""
    text = said(evidence).sentence
    if golden.quotes:
        own, whole = _words(evidence.sentence.text), _words(text)
        if not any(own <= _words(quote) or _words(quote) <= whole for quote in golden.quotes):
            return ""
    told = [next((f for f in forms if stands_in(f, text)), "") for forms in golden.accepted]
    there = [form for form in told if form]
    # Of a list, a sentence that gives half of the items answers.
    return there[0] if there and len(there) >= len(told) / 2 else ""


def _words(text: str) -> frozenset[str]:
    """Words and numbers alone: a quote from a file may have the marks of its format, and a row of
    a table is read with its columns' names."""
    return frozenset(_WORD.findall(normal(text)))
