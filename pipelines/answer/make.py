"""What an answer is made of: the likeliest sentences, one a source, or the items of a list."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.describe.pastfuture import is_to_come
from ingest.types import Span
from pipelines.answer.binding import binds
from pipelines.answer.blocks import among, lead_of
from pipelines.answer.choose import Choice, choose
from pipelines.answer.evidence import Evidence, facts_for, rarity, weigh
from pipelines.answer.question import Ask, Question
from pipelines.answer.reading import Reading
from pipelines.catalogue.families import Kinship
from pipelines.register.answer import Listed

if TYPE_CHECKING:
    from encoder.reader import BundledReader

STATEMENTS = 3  # of an answer that is no list
_ITEMS = 8  # sentences and lists that a list is put together from
# Of the least probability, for what else is asked of a document that answers a part already: the
# bound is high against other documents' facts, and this one is known to be the right one.
_SAME_DOCUMENT = 0.5
_CLOSE_BEHIND = 0.35  # of the likeliest's probability: what else is stated
# While it is likelier than this that nothing stated so far answers, more of the same document is,
# as long as it is not far behind.
_DOUBT, _FAR_BEHIND = 0.4, 0.15
_OF_EVENTS = ("date", "place", "who")  # what is asked of an event that took place


@dataclass(frozen=True, slots=True)
class Made:
    """The choices an answer is made of, in order, whether they are items of a list, and what was
    asked besides and has no answer."""

    choices: tuple[tuple[Ask, Choice], ...]
    is_list: bool
    unanswered: tuple[Ask, ...] = ()

    @property
    def documents(self) -> frozenset[str]:
        """The documents that the choices were made from."""
        return frozenset(choice.evidence.reading.record.id for _, choice in self.choices)


def make(
    question: Question, readings: Sequence[Reading], reader: BundledReader, kin: Kinship
) -> Made:
    """The choices that answer each thing asked, of the documents read."""
    weights = rarity(question, readings)
    made: dict[int, list[Choice]] = {}  # by the place of what was asked

    def weighed(ask_: Ask, within: Reading | None) -> list[Evidence]:
        return [
            evidence
            for rank, reading in enumerate(readings)
            if within is None or reading is within
            for evidence in weigh(question, ask_, reading, weights, rank)
        ]

    for number, ask_ in enumerate(question.asks):
        # "… and when?" is asked of the same event.
        choices = choose(question, ask_, weighed(ask_, _told_by(made)), reader)
        if len(question.asks) == 1:
            if choices and _many(question, ask_) and (listed := _listed(question, choices[0])):
                items = list(_items(choices[0], listed))
                return Made(tuple((ask_, item) for item in _led(items)), True)
            if question.plural and len(items := _several(choices, kin)) > 1:
                return Made(tuple((ask_, item) for item in _led(items)), True)
        if choices:
            made[number] = _best(question, ask_, choices, kin)
    if made:
        within = _told_by(made)
        for number, ask_ in enumerate(question.asks):
            if number in made:
                continue
            if again := choose(question, ask_, weighed(ask_, within), reader, _SAME_DOCUMENT):
                made[number] = _best(question, ask_, again, kin)
        for number, ask_ in enumerate(question.asks):
            own = made.get(number, [])
            if told := _told_of_event(question, ask_, own, made.values()):
                # A hall without its town stays, another town in doubt gives way.
                made[number] = [*(c for c in own if not c.evidence.facts), told]
    return Made(
        tuple((ask_, c) for n, ask_ in enumerate(question.asks) for c in _led(made.get(n, ()))),
        False,
        tuple(ask_ for n, ask_ in enumerate(question.asks) if n not in made),
    )


def _led(choices: Sequence[Choice]) -> Iterator[Choice]:
    """The choices; before one that hangs on words which deny it or make a condition of it ("are not
    paid:", "Only for members"), these words, once."""
    told: set[tuple[str, Span]] = set()
    for choice in choices:
        evidence, text = choice.evidence, choice.evidence.reading.text
        lead = lead_of(text, evidence.sentence.span)
        place = (evidence.reading.record.id, lead or evidence.sentence.span)
        if lead and place not in told and binds(lead.of(text.content)):
            yield _in_place_of(choice, lead)
        told |= {place, (place[0], evidence.sentence.span)}
        yield choice


def _told_by(made: Mapping[int, Sequence[Choice]]) -> Reading | None:
    """The document that what was asked first is answered from."""
    return next((choices[0].evidence.reading for choices in made.values()), None)


def _told_of_event(
    question: Question, ask_: Ask, own: Sequence[Choice], made: Collection[Sequence[Choice]]
) -> Choice | None:
    """What its document's description tells of the event that another part is answered of: "when
    and where …?", where the title alone names the town. None where what is chosen has such a fact
    of the event, or any for sure, or the other part is not of the document's event."""
    if any(c.sure or fact.main for c in own for fact in c.evidence.facts):
        return None
    for other in (choices[0] for choices in made if choices is not own):
        reading = other.evidence.reading
        if not any(fact.main for fact in other.evidence.facts):
            continue
        for fact in facts_for(ask_, question, reading):
            start, end = fact.span.start, fact.span.end
            holding = (s for s in reading.sentences if s.span.start <= start and end <= s.span.end)
            sentence = next(holding, None)
            if fact.main and sentence is not None:
                evidence = replace(other.evidence, sentence=sentence, facts=(fact,), items=())
                return replace(other, evidence=evidence, role=ask_.role)
    return None


def beside(listed: Listed, made: Made) -> Made:
    """What passages add to the register's rows, where it has any what is sure: documents of which
    it has nothing of the kind."""
    return Made(
        tuple(
            (ask_, choice)
            for ask_, choice in made.choices
            if not listed.whole
            and (choice.sure or not listed.statements)
            and choice.evidence.reading.record.id not in listed.judged
        ),
        True,
    )


def _best(question: Question, ask_: Ask, choices: Sequence[Choice], kin: Kinship) -> list[Choice]:
    """The likeliest sentence; up to three where others are nearly as likely, or it is in doubt."""
    most = STATEMENTS if len(question.asks) == 1 else 1
    first, *others = _heard(choices, kin)
    best, doubt = [first], 1 - first.score
    for choice in others:
        if question.past and ask_.kind in _OF_EVENTS and _to_come(choice):
            continue  # "where did they meet?" doesn't ask where they will meet next
        same = choice.evidence.reading.record.id == first.evidence.reading.record.id
        unsure = doubt > _DOUBT and same
        if choice.score >= first.score * (_FAR_BEHIND if unsure else _CLOSE_BEHIND):
            best.append(choice)
            doubt *= 1 - choice.score
    # A lead may point at an item that is chosen in its own right.
    told = {
        (c.evidence.reading.record.id, c.evidence.sentence.span): c for c in map(_pointed, best)
    }
    return list(told.values())[:most]


def _to_come(choice: Choice) -> bool:
    return is_to_come(choice.evidence.reading.text.content, choice.evidence.sentence.span)


def _pointed(choice: Choice) -> Choice:
    """The item that the reader points at, in place of the lead that it was read with."""
    end = len(choice.evidence.sentence.text)
    for span in choice.evidence.items if choice.found.start > end else ():
        end += 1 + span.end - span.start
        if choice.found.start < end:
            return next(_items(choice, [span]))
    return choice


def _heard(choices: Sequence[Choice], kin: Kinship) -> list[Choice]:
    """The choices of each source in one document: it and its copies and translations are one
    witness, and only the one that comes first is heard."""
    heard = {_work(c, kin): c.evidence.reading.record.id for c in reversed(choices)}
    return [c for c in choices if heard[_work(c, kin)] == c.evidence.reading.record.id]


def _many(question: Question, ask_: Ask) -> bool:
    """Whether all of a list is the answer, and not the one of its items that has the fact."""
    return question.plural or ask_.kind == "topic"


def _listed(question: Question, choice: Choice) -> Sequence[Span]:
    """The items that a sentence leads to; for who asks for several, those that it stands among."""
    evidence = choice.evidence
    if evidence.items or not question.plural:
        return evidence.items
    return among(evidence.reading.text, evidence.sentence.span)


def _items(choice: Choice, spans: Sequence[Span]) -> Iterator[Choice]:
    """The items of a list, each as if it had been chosen."""
    for span in spans:
        yield _in_place_of(choice, span)


def _in_place_of(choice: Choice, span: Span) -> Choice:
    """The choice with another part of its document, in which the reader points at nothing."""
    evidence = choice.evidence
    text = span.of(evidence.reading.text.content)
    sentence = replace(evidence.sentence, span=span, text=text)
    evidence = replace(evidence, sentence=sentence, facts=(), items=())
    return replace(choice, evidence=evidence, found=replace(choice.found, start=0, end=0))


def _several(choices: Sequence[Choice], kin: Kinship) -> list[Choice]:
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
        for item in (_items(choice, choice.evidence.items) if choice.evidence.items else [choice])
    ]


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
