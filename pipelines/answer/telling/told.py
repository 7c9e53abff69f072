"""Which of the choices are told: the likeliest and what is nearly as likely, or all of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from encoder.lexicon import fold
from ingest.describe.dates.moved import is_moved_to
from ingest.describe.dates.pastfuture import is_to_come
from ingest.types import Span
from pipelines.answer.asking.question import Ask, Question
from pipelines.answer.choose import Choice
from pipelines.answer.evidence.asked_facts import facts_for
from pipelines.answer.evidence.evidence import Evidence
from pipelines.answer.evidence.facts import Fact
from pipelines.answer.evidence.otherday import tells_other_day
from pipelines.answer.telling.naming import held, named_first, without_other_rows, without_siblings
from pipelines.answer.telling.ofkind import without_other_kinds
from pipelines.answer.telling.ofproject import without_other_projects
from pipelines.answer.telling.ofyear import is_of_other_year, of_the_year
from pipelines.catalogue.families import Kinship
from pipelines.terms.saying import said

STATEMENTS = 3  # of an answer that is no list
_ITEMS = 8  # sentences and lists that a list is put together from
_CLOSE_BEHIND = 0.35  # of the likeliest's probability: what else is stated
# While it is likelier than this that nothing stated so far answers, more of the same document is,
# as long as it is not far behind.
_DOUBT, _FAR_BEHIND = 0.4, 0.15
_AS_MUCH = 2 / 3  # of the question's words that the likeliest says: of the same event
_NEXT = re.compile(r"\W*(?:(?:the|our|la|le|notre) )?(?:next|prochaine?)\b")  # "Next visit: Metz"
_SAID = 0.5  # from here on a sentence is taken to say a word
_OF_EVENTS = ("date", "place", "who")  # what is asked of an event that took place


def best(question: Question, ask_: Ask, choices: Sequence[Choice], kin: Kinship) -> list[Choice]:
    """The likeliest sentence; up to three where others are nearly as likely, or it is in doubt.
    None where it points at a day that is not asked for, or is of another name than is asked
    about."""
    most = STATEMENTS if len(question.asks) == 1 else 1
    of_it = without_other_projects(question, _heard(choices, kin))
    of_it = without_other_kinds(question, ask_, of_it, _CLOSE_BEHIND)
    if not of_it:
        return []
    heard = without_siblings(question, of_the_year(question, of_it, _CLOSE_BEHIND))
    ordered = _where_it_is_now(question, ask_, named_first(question, heard, _CLOSE_BEHIND))
    if not ordered or ordered[0].score < _FAR_BEHIND * choices[0].score:
        return []  # the likeliest tells of something else, and what is left is not likely
    first, *others = without_other_rows(question, ordered)
    near, doubt = [first], 1 - first.score
    for choice in others:
        if question.past and ask_.kind in _OF_EVENTS and _to_come(choice):
            continue  # "where did they meet?" doesn't ask where they will meet next
        if _is_heading(choice):
            continue  # of another list, that is not asked for
        same = choice.evidence.reading.record.id == first.evidence.reading.record.id
        unsure = doubt > _DOUBT and same
        if choice.score >= first.score * (_FAR_BEHIND if unsure else _CLOSE_BEHIND):
            near.append(choice)
            doubt *= 1 - choice.score
    told: list[Choice] = []
    for choice in near:
        item = _pointed(choice)
        if item is not choice and (
            _tells_other_day(question, ask_, item) or (told and is_of_other_year(question, item))
        ):
            continue
        # A lead may point at an item that is chosen in its own right.
        if not any(_overlap(item, other) for other in told):
            told.append(item)
    told.sort(key=lambda choice: not _is_described(question, ask_, choice))
    if (
        told
        and ask_.role
        and _is_described(question, ask_, told[0])
        and _tells_own(question, told[0])
    ):
        told = [c for c in told if any(fact.kind == "role" for fact in c.evidence.facts)]
    return told[:most]


def several(question: Question, choices: Sequence[Choice], kin: Kinship) -> list[Choice]:
    """What is not far behind the likeliest, as items: of the best of each source and of more of
    them, a list instead of the sentences that stand in it; those of a document in its order."""
    heard = without_other_rows(question, without_other_projects(question, _heard(choices, kin)))
    near = [c for c in heard if c.score >= _CLOSE_BEHIND * choices[0].score]
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


def _is_described(question: Question, ask_: Ask, choice: Choice) -> bool:
    """Whether a sentence has who played the role asked for, in what is asked about, or the last day
    that its document's description rests on: it is told first, what else is said after."""
    facts, description = choice.evidence.facts, choice.evidence.reading.description
    if ask_.deadline:
        known = {day.span for day in description.deadlines}
        # A letter has the last days of several things: that of the one asked about says its name.
        own = description.type == "call" or _tells_own(question, choice)
        return own and any(fact.span in known for fact in facts)
    roles = [fact for fact in facts if fact.kind == "role"]
    own = any(fact.main for fact in roles) or choice.evidence.sentence.label
    return bool(roles) and (own or _tells_own(question, choice))


def _tells_own(question: Question, choice: Choice) -> bool:
    """Whether a sentence says a name that the question has, or there is none to say."""
    return not any(t.name for t in question.query.terms) or bool(held(question, choice))


def _where_it_is_now(question: Question, ask_: Ask, choices: Sequence[Choice]) -> Sequence[Choice]:
    """The choices; where one that is not far behind tells the place that something was moved to,
    that one first, without those that tell of other places."""
    if ask_.kind != "place":
        return choices
    first = choices[0]
    words = _words_said(question, first)
    for choice in choices:
        same = len(words & _words_said(question, choice)) >= _AS_MUCH * len(words)
        if choice.score < _CLOSE_BEHIND * first.score or not same or not _moved_to(choice):
            continue
        now = {fact.key for fact in _moved_to(choice)}
        kept = (c for c in choices if c is not choice and now & {f.key for f in c.evidence.facts})
        return [choice, *kept]
    return choices


def _words_said(question: Question, choice: Choice) -> frozenset[str]:
    """What of the question a sentence says itself, years and numbers aside."""
    return frozenset(
        term.text
        for term, weight in zip(question.query.terms, question.weights, strict=True)
        if weight and not term.text.isdigit() and said(term, choice.evidence.sentence.bag) >= _SAID
    )


def _moved_to(choice: Choice) -> list[Fact]:
    """The places of a sentence that something is moved to."""
    content = choice.evidence.reading.text.content
    return [fact for fact in choice.evidence.facts if is_moved_to(content, fact.span)]


def _to_come(choice: Choice) -> bool:
    sentence = choice.evidence.sentence
    if _NEXT.match(fold(sentence.text)):
        return True
    return is_to_come(choice.evidence.reading.text.content, sentence.span)


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


def _tells_other_day(question: Question, ask_: Ask, item: Choice) -> bool:
    """Whether an item tells days, and none that may be asked for."""
    evidence = item.evidence
    span, facts = evidence.sentence.span, facts_for(ask_, question, evidence.reading)
    held_in = tuple(f for f in facts if span.holds(f.span))
    return tells_other_day(question, ask_, replace(evidence, facts=held_in))


def _told_by_few(choice: Choice, near: Sequence[Choice]) -> bool:
    """Whether a section's answer stands for sure in less than half of its sentences."""
    told = [c for c in near if c is not choice and _holds(choice.evidence, c.evidence)]
    few = len(told) < len(choice.evidence.items) / 2
    return choice.evidence.section and few and any(c.sure for c in told)


def _is_heading(choice: Choice) -> bool:
    """Whether a choice is a heading with what stands under it, none of which the reader points
    at."""
    evidence = choice.evidence
    start = evidence.sentence.span.start
    headings = {heading.span.start for heading in evidence.reading.text.headings}
    return bool(evidence.items) and start in headings and _pointed(choice) is choice


def _holds(one: Evidence, other: Evidence) -> bool:
    """Whether a sentence stands in the list that another leads."""
    return one.reading.record.id == other.reading.record.id and any(
        item.meets(other.sentence.span) for item in one.items
    )


def _work(choice: Choice, kin: Kinship) -> str:
    return kin.work(choice.evidence.reading.record.id)
