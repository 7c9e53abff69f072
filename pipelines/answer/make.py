"""What an answer is made of: the likeliest sentences, one a source, or the items of a list."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from encoder.lexicon import fold
from ingest.describe.dates.calendar import DAY, MONTH
from ingest.types import Span
from pipelines.answer.asking.question import Ask, Question
from pipelines.answer.choose import Choice, choose
from pipelines.answer.evidence.asked_facts import facts_for
from pipelines.answer.evidence.blocks import among
from pipelines.answer.evidence.evidence import Evidence, rarity, weigh
from pipelines.answer.evidence.parted import without_others
from pipelines.answer.evidence.questions import answered_by
from pipelines.answer.evidence.reading import Reading
from pipelines.answer.evidence.rubrics import asks
from pipelines.answer.telling.aimed import reached_first
from pipelines.answer.telling.binding import bound_by
from pipelines.answer.telling.meant import with_facts_meant
from pipelines.answer.telling.naming import rows_meant
from pipelines.answer.telling.onlyitem import says_alone, without_list_of
from pipelines.answer.telling.steps import steps
from pipelines.answer.telling.told import best, in_place_of, items, several
from pipelines.catalogue.families import Kinship
from pipelines.register.answer import Listed
from pipelines.terms.saying import bag_of, said

if TYPE_CHECKING:
    from encoder.reader import BundledReader

# Of the least probability, for what else is asked of a document that answers a part already: the
# bound is high against other documents' facts, and this one is known to be the right one.
_SAME_DOCUMENT = 0.5
_SAID = 0.5  # from here on a text is taken to say a name
_DAY = re.compile(rf"\b{DAY} (?:of )?(?:{MONTH})\b")


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
            if choices and (counted := steps(question, choices[0])):
                return Made(tuple((ask_, item) for item in items(choices[0], counted)), True)
            choices = without_list_of(question, choices)
            if choices and _many(question, ask_) and (listed := _listed(question, choices[0])):
                whole = list(items(choices[0], listed))
                return Made(tuple((ask_, item) for item in _led(whole)), True)
            if question.plural and len(found := several(question, choices, kin)) > 1:
                return Made(tuple((ask_, item) for item in _led(found)), True)
        if choices and (chosen := best(question, ask_, choices, kin)):
            made[number] = chosen
    if made:
        within = _told_by(made)
        for number, ask_ in enumerate(question.asks):
            if number in made:
                continue
            again = choose(question, ask_, weighed(ask_, within), reader, _SAME_DOCUMENT)
            if again and (chosen := best(question, ask_, again, kin)):
                made[number] = chosen
        for number, ask_ in enumerate(question.asks):
            own = made.get(number, [])
            if event := _told_of_event(question, ask_, own, made.values()):
                # A hall without its town stays, another town in doubt gives way.
                made[number] = [*(c for c in own if not c.evidence.facts), event]
    told = [(ask_, made[n]) for n, ask_ in enumerate(question.asks) if n in made]
    return Made(
        tuple(
            (ask_, with_facts_meant(question, choice))
            for ask_, chosen in reached_first(question, told)
            for choice in _led(chosen)
        ),
        False,
        tuple(ask_ for n, ask_ in enumerate(question.asks) if n not in made),
    )


def _led(choices: Sequence[Choice]) -> Iterator[Choice]:
    """The choices, what answers a question of its document with that question; before one that
    hangs on words which deny it or make a condition of it ("are not paid:", "Only for members"),
    these words, once."""
    told: set[tuple[str, Span]] = set()
    for choice in map(_with_question, choices):
        evidence = choice.evidence
        document, sentence = evidence.reading.record.id, evidence.sentence.span
        lead = bound_by(evidence.reading.text, sentence)
        if lead and (document, lead) not in told:
            yield in_place_of(choice, lead)
        told |= {(document, lead or sentence), (document, sentence)}
        yield choice


def _with_question(choice: Choice) -> Choice:
    """The choice; a bare yes or no with the question that it answers, and a heading that asks with
    what stands under it."""
    evidence = choice.evidence
    span = evidence.sentence.span
    if evidence.items and asks(evidence.sentence.text):
        return in_place_of(choice, Span(span.start, evidence.items[-1].end))
    asked = answered_by(evidence.reading.text, evidence.sentence)
    return in_place_of(choice, Span(asked.start, span.end)) if asked else choice


def _told_by(made: Mapping[int, Sequence[Choice]]) -> Reading | None:
    """The document that what was asked first is answered from."""
    return next((choices[0].evidence.reading for choices in made.values()), None)


def _told_of_event(
    question: Question, ask_: Ask, own: Sequence[Choice], made: Collection[Sequence[Choice]]
) -> Choice | None:
    """What its document's description tells of the event that another part is answered of: "when
    and where …?", where the title alone names the town. None where what is chosen has such a fact
    of the event, or any for sure, or a day of some year, or the other part is not of the document's
    event."""
    if any(c.sure or fact.main for c in own for fact in c.evidence.facts):
        return None
    if ask_.kind == "date" and any(_DAY.search(fold(c.evidence.sentence.text)) for c in own):
        return None  # "les 24 et 25 septembre", of which the year goes unsaid
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
    it has nothing of the kind, and what they say of the town, project and year asked about."""
    return Made(
        tuple(
            (ask_, choice)
            for ask_, choice in made.choices
            if not listed.whole
            and (choice.sure or not listed.statements)
            and choice.evidence.reading.record.id not in listed.judged
            and _is_narrowed(listed, choice)
        ),
        True,
    )


def _is_narrowed(listed: Listed, choice: Choice) -> bool:
    description = choice.evidence.reading.description
    said, title = choice.evidence.sentence.text, description.title.text
    return listed.narrowed.admits(said, title, [p.text for p in description.projects])


def _many(question: Question, ask_: Ask) -> bool:
    """Whether all of a list is the answer, and not the one of its items that has the fact."""
    return question.plural or ask_.kind == "topic"


def _listed(question: Question, choice: Choice) -> Sequence[Span]:
    """The items that a sentence leads to; for who asks for several, those that it stands among, of
    rows those that tell of the same names."""
    evidence = choice.evidence
    if not question.plural and _points_at_answer(choice):
        return ()
    if evidence.items or not question.plural or says_alone(question, choice):
        return _of_name(question, evidence)
    text = evidence.reading.text
    listed = rows_meant(question, choice, among(text, evidence.sentence.span))
    return without_others(question.query.parts, text.content, listed)


def _points_at_answer(choice: Choice) -> bool:
    """Whether the reader points at one of the questions of a document, with its answer, that a
    heading leads to."""
    evidence = choice.evidence
    content = evidence.reading.text.content
    first = (item.of(content).partition("\n")[0] for item in evidence.items)
    return choice.found.start > len(evidence.sentence.text) and any(map(asks, first))


def _of_name(question: Question, evidence: Evidence) -> tuple[Span, ...]:
    """The items that a sentence leads to; where it and the document's title leave a name of the
    question open and some items say it, only these: of the news in brief, those of a project."""
    reading, items = evidence.reading, evidence.items
    language = reading.description.language
    over = evidence.sentence.bag | reading.title
    names = [t for t in question.query.terms if t.name and said(t, over) < _SAID]
    bags = [bag_of(item.of(reading.text.content), language) for item in items]
    kept = [
        item
        for item, bag in zip(items, bags, strict=True)
        if names and all(said(name, bag) >= _SAID for name in names)
    ]
    return tuple(kept) or items
