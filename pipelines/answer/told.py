"""Which of the choices are told: the likeliest and what is nearly as likely, or all of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.describe.pastfuture import is_to_come
from ingest.types import Span
from pipelines.answer.choose import Choice
from pipelines.answer.evidence import Evidence
from pipelines.answer.question import Ask, Question
from pipelines.catalogue.families import Kinship

STATEMENTS = 3  # of an answer that is no list
_ITEMS = 8  # sentences and lists that a list is put together from
_CLOSE_BEHIND = 0.35  # of the likeliest's probability: what else is stated
# While it is likelier than this that nothing stated so far answers, more of the same document is,
# as long as it is not far behind.
_DOUBT, _FAR_BEHIND = 0.4, 0.15
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OF_EVENTS = ("date", "place", "who")  # what is asked of an event that took place


def best(question: Question, ask_: Ask, choices: Sequence[Choice], kin: Kinship) -> list[Choice]:
    """The likeliest sentence; up to three where others are nearly as likely, or it is in doubt."""
    most = STATEMENTS if len(question.asks) == 1 else 1
    first, *others = _of_the_year(question, _heard(choices, kin))
    near, doubt = [first], 1 - first.score
    for choice in others:
        if question.past and ask_.kind in _OF_EVENTS and _to_come(choice):
            continue  # "where did they meet?" doesn't ask where they will meet next
        same = choice.evidence.reading.record.id == first.evidence.reading.record.id
        unsure = doubt > _DOUBT and same
        if choice.score >= first.score * (_FAR_BEHIND if unsure else _CLOSE_BEHIND):
            near.append(choice)
            doubt *= 1 - choice.score
    told: list[Choice] = []
    for choice in map(_pointed, near):
        # A lead may point at an item that is chosen in its own right.
        if not any(_overlap(choice, other) for other in told):
            told.append(choice)
    del told[most:]
    return sorted(told, key=lambda choice: not _is_described(ask_, choice))


def several(choices: Sequence[Choice], kin: Kinship) -> list[Choice]:
    """What is not far behind the likeliest, as items: of the best of each source and of more of
    them, a list instead of the sentences that stand in it; those of a document in its order."""
    near = [c for c in _heard(choices, kin) if c.score >= _CLOSE_BEHIND * choices[0].score]
    near = [c for c in near if not _told_by_few(c, near)]
    near = [c for c in near if not any(_holds(o.evidence, c.evidence) for o in near)]
    best: dict[str, Choice] = {}
    for choice in near:
        best.setdefault(choice.evidence.reading.record.id, choice)
    others = (c for c in near if best[c.evidence.reading.record.id] is not c)
    order = list(best)
    told = sorted(
        [*best.values(), *others][:_ITEMS],
        key=lambda c: (order.index(c.evidence.reading.record.id), c.evidence.sentence.span.start),
    )
    return [
        item
        for choice in told
        for item in (items(choice, choice.evidence.items) if choice.evidence.items else [choice])
    ]


def items(choice: Choice, spans: Sequence[Span]) -> Iterator[Choice]:
    """The items of a list, each as if it had been chosen."""
    for span in spans:
        yield in_place_of(choice, span)


def in_place_of(choice: Choice, span: Span) -> Choice:
    """The choice with another part of its document, in which the reader points at nothing."""
    evidence = choice.evidence
    text = span.of(evidence.reading.text.content)
    sentence = replace(evidence.sentence, span=span, text=text)
    evidence = replace(evidence, sentence=sentence, facts=(), items=())
    return replace(choice, evidence=evidence, found=replace(choice.found, start=0, end=0))


def _heard(choices: Sequence[Choice], kin: Kinship) -> list[Choice]:
    """The choices of each source in one document: it and its copies and translations are one
    witness, and only the one that comes first is heard."""
    heard = {_work(c, kin): c.evidence.reading.record.id for c in reversed(choices)}
    return [c for c in choices if heard[_work(c, kin)] == c.evidence.reading.record.id]


def _is_described(ask_: Ask, choice: Choice) -> bool:
    """Whether a sentence has who played the role asked for, or the last day that its document's
    description rests on: it is told first, what else is said after."""
    facts, description = choice.evidence.facts, choice.evidence.reading.description
    if ask_.deadline:
        known = {day.span for day in description.deadlines}
        return any(fact.span in known for fact in facts)
    return any(fact.kind == "role" for fact in facts)


def _of_the_year(question: Question, choices: Sequence[Choice]) -> Sequence[Choice]:
    """The choices without those that tell of other years, where one that is not far behind tells of
    the year asked about: "85 in 2023, 140 in 2024"."""
    asked = {term.text for term in question.query.terms if _YEAR.fullmatch(term.text)}

    def years(choice: Choice) -> set[str]:
        return set(_YEAR.findall(choice.evidence.sentence.text))

    near = [c for c in choices if c.score >= _CLOSE_BEHIND * choices[0].score]
    if not asked or not any(asked & years(choice) for choice in near):
        return choices
    return [c for c in choices if asked & years(c) or not years(c)]


def _to_come(choice: Choice) -> bool:
    return is_to_come(choice.evidence.reading.text.content, choice.evidence.sentence.span)


def _overlap(one: Choice, other: Choice) -> bool:
    mine, theirs = one.evidence, other.evidence
    return mine.reading.record.id == theirs.reading.record.id and (
        mine.sentence.span.start < theirs.sentence.span.end
        and theirs.sentence.span.start < mine.sentence.span.end
    )


def _pointed(choice: Choice) -> Choice:
    """The item that the reader points at, in place of the lead that it was read with."""
    end = len(choice.evidence.sentence.text)
    for span in choice.evidence.items if choice.found.start > end else ():
        end += 1 + span.end - span.start
        if choice.found.start < end:
            return next(items(choice, [span]))
    return choice


def _told_by_few(choice: Choice, near: Sequence[Choice]) -> bool:
    """Whether a section's answer stands for sure in less than half of its sentences."""
    told = [c for c in near if c is not choice and _holds(choice.evidence, c.evidence)]
    few = len(told) < len(choice.evidence.items) / 2
    return choice.evidence.section and few and any(c.sure for c in told)


def _holds(one: Evidence, other: Evidence) -> bool:
    """Whether a sentence stands in the list that another leads."""
    return one.reading.record.id == other.reading.record.id and any(
        item.start < other.sentence.span.end and other.sentence.span.start < item.end
        for item in one.items
    )


def _work(choice: Choice, kin: Kinship) -> str:
    return kin.work(choice.evidence.reading.record.id)
