"""What an answer is made of: the likeliest sentences, one a source, or the items of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipelines.answer.choose import Choice, choose
from pipelines.answer.evidence import rarity, weigh
from pipelines.answer.question import Ask, Question
from pipelines.answer.reading import Reading
from pipelines.catalogue.families import Kinship
from pipelines.register.answer import Listed

if TYPE_CHECKING:
    from encoder.reader import BundledReader

STATEMENTS = 3  # of an answer that is no list
_CLOSE_BEHIND = 0.35  # of the likeliest's probability: what else is stated


@dataclass(frozen=True, slots=True)
class Made:
    """The choices an answer is made of, in order, and whether they are items of a list."""

    choices: tuple[tuple[Ask, Choice], ...]
    is_list: bool

    @property
    def documents(self) -> frozenset[str]:
        """The documents that the choices were made from."""
        return frozenset(choice.evidence.reading.record.id for _, choice in self.choices)


def make(
    question: Question, readings: Sequence[Reading], reader: BundledReader, kin: Kinship
) -> Made:
    """The choices that answer each thing asked, of the documents read."""
    weights = rarity(question, readings)
    made: list[tuple[Ask, Choice]] = []
    for ask_ in question.asks:
        weighed = [
            evidence
            for rank, reading in enumerate(readings)
            for evidence in weigh(question, ask_, reading, weights, rank)
        ]
        if made:  # "… and when?" is asked of the same event
            first = made[0][1].evidence.reading
            weighed = [evidence for evidence in weighed if evidence.reading is first] or weighed
        choices = choose(question, ask_, weighed, reader)
        alone = len(question.asks) == 1
        if alone and choices and choices[0].evidence.items and _many(question, ask_):
            return Made(tuple((ask_, item) for item in _items(choices[0])), True)
        if alone and question.plural:
            items = _per_work(choices, kin)
            if len(items) > 1:
                return Made(tuple((ask_, item) for item in items), True)
        made.extend((ask_, choice) for choice in _best(question, choices, kin))
    return Made(tuple(made), False)


def beside(listed: Listed, made: Made) -> Made:
    """What passages add to the register's rows: documents that hold all that was asked, and of
    which the register has nothing of the kind."""
    return Made(
        tuple(
            (ask_, choice)
            for ask_, choice in made.choices
            if not listed.whole
            and choice.full
            and choice.evidence.reading.record.id not in listed.judged
        ),
        True,
    )


def _best(question: Question, choices: Sequence[Choice], kin: Kinship) -> list[Choice]:
    """The likeliest sentence; where others are nearly as likely, up to three of them."""
    most = STATEMENTS if len(question.asks) == 1 else 1
    # A document and its translation are one witness: only the one that comes first is heard.
    heard = {_work(c, kin): c.evidence.reading.record.id for c in reversed(choices)}
    return [
        c
        for c in choices
        if c.score >= _CLOSE_BEHIND * choices[0].score
        and heard[_work(c, kin)] == c.evidence.reading.record.id
    ][:most]


def _many(question: Question, ask_: Ask) -> bool:
    """Whether all of a list is the answer, and not the one of its items that has the fact."""
    return question.plural or ask_.kind == "topic"


def _items(lead: Choice) -> Iterator[Choice]:
    """The items of a list, each as if it had been chosen."""
    evidence, content = lead.evidence, lead.evidence.reading.text.content
    for span in evidence.items:
        sentence = replace(evidence.sentence, span=span, text=span.of(content))
        yield replace(lead, evidence=replace(evidence, sentence=sentence, facts=(), items=()))


def _per_work(choices: Sequence[Choice], kin: Kinship) -> list[Choice]:
    """The likeliest choice of each source, be there copies or translations of it."""
    best: dict[str, Choice] = {}
    for choice in choices:
        if choice.score >= _CLOSE_BEHIND * choices[0].score:
            best.setdefault(_work(choice, kin), choice)
    return list(best.values())


def _work(choice: Choice, kin: Kinship) -> str:
    return kin.work(choice.evidence.reading.record.id)
