"""Which evidence is good enough to be stated, and which of it is best.

The reader reads the sentences that hold most of what is asked; a logistic regression weighs what it
found beside words, kinds of facts and roles. Below the least probability nothing is stated: a wrong
answer costs more than none. How weights and bounds are made: `pipelines.answer.calibrate`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from encoder.lexicon import fold
from encoder.reader import BundledReader, Found, Said
from pipelines.answer.asking.question import Ask, Question
from pipelines.answer.evidence.about import about
from pipelines.answer.evidence.evidence import Evidence
from pipelines.answer.evidence.lastyear import of_another_year
from pipelines.answer.evidence.ofedition import of_another_edition
from pipelines.answer.evidence.ofoccasion import of_another_occasion
from pipelines.answer.evidence.ofothers import counts_others
from pipelines.answer.evidence.ofround import of_another_round
from pipelines.answer.evidence.otherday import tells_other_day
from pipelines.answer.evidence.unfunded import tells_no_money
from pipelines.answer.evidence.whatitis import asks_what_it_is, is_name, names_it, says_it
from pipelines.answer.features import Sort, features, sort_of, weights
from pipelines.terms.numbered import in_spelling_of
from pipelines.terms.saying import said as said_in

# Sentences that are read for one thing asked. Of several things, each has fewer of its words.
READ: Mapping[Sort, int] = {"fact": 20, "topic": 20, "list": 32}
# Of the sentences less likely than this a quarter or more don't answer, whether or not they hold
# all that is asked (kept practice).
_SURE = 0.7
_FIGURES = ("amount", "percent", "date", "duration")
_NOT_BY_FIGURE = re.compile(
    r"\b(?:free|gratui\w*|no (?:fee|charge|cost)|sans frais|unknown|inconnu\w*|tb[acd]"
    r"|not (?:yet |been )*(?:known|set|fixed|decided|confirmed|agreed)"
    r"|pas (?:encore )?(?:ete )?(?:connu|fixe|arrete|decide|confirme)\w*"
    r"|to be (?:confirmed|announced))\b"
)
_NEAR_BEHIND = 0.35  # of a sentence's probability, that another must have to be told before it
_HEADED = 0.5  # from here on a heading is taken to say a word
# What a question can't mean, asked of the most promising sentences until enough are left to read.
_OTHER = (
    tells_other_day,
    of_another_year,
    of_another_round,
    of_another_edition,
    of_another_occasion,
    tells_no_money,
    counts_others,
)
# What makes a sentence worth reading: fitted so that one that answers stands before others
# (softmax over the sentences of a question, questions of `corpus/practice`).
_HELD, _NEAR, _TYPED, _CLOSE, _DOCUMENT, _RANK, _LENGTH = 10.5, 1.7, 2.1, 4.2, 2.9, 1.0, 0.33


@dataclass(frozen=True, slots=True)
class Choice:
    """Evidence, how likely it answers, what the reader found in it, and the role asked for."""

    evidence: Evidence
    score: float
    found: Found
    role: str | None

    @property
    def sure(self) -> bool:
        """Whether it supports the answer; what is less likely may, or in part."""
        return self.score >= _SURE


def choose(
    question: Question,
    ask: Ask,
    weighed: Sequence[Evidence],
    reader: BundledReader,
    ease: float = 1.0,
) -> list[Choice]:
    """The evidence, likeliest first; nothing where not even that can be stated. A section in doubt
    is not told whole where sentences can be stated alone, unless it is the likeliest and headed by
    the very things that are asked for.

    ``ease`` is the share of the least probability that will do.
    """
    least = ease * weights().least[sort_of(question, ask)]
    judged = judge(question, ask, weighed, reader)
    likeliest = max(judged, key=lambda choice: choice.score, default=None)
    alone = [
        choice
        for choice in judged
        if choice.sure
        or not choice.evidence.section
        or (choice is likeliest and _is_headed(question, choice))
    ]
    for choices in (alone, judged):
        if any(choice.score >= least for choice in choices):
            ordered = sorted(
                choices, key=lambda c: (-c.score, c.evidence.rank, c.evidence.sentence.span.start)
            )
            if ask.kind in _FIGURES:
                return _with_figure_first(ordered, least)
            return _defining(question, ask, ordered)
    return []


def _defining(question: Question, ask: Ask, choices: Sequence[Choice]) -> list[Choice]:
    """The choices; to who asks who or what a name is, those that say it or hang on what does,
    before others the likely ones that say it themselves. Where none does, nothing if what is asked
    about is sure to be a name."""
    if not asks_what_it_is(question, ask):
        return list(choices)
    naming = [c for c in choices if names_it(question, c.evidence, c.found.start)]
    if not naming:
        return [] if is_name(question) else list(choices)
    bound = _NEAR_BEHIND * naming[0].score
    return sorted(naming, key=lambda c: c.score < bound or not says_it(question, c.evidence))


def _with_figure_first(choices: Sequence[Choice], least: float) -> list[Choice]:
    """The choices; one that has no such fact as is asked for behind one of the same document that
    has it and is not far less likely, unless it says that there is none, or no cost."""
    order = list(choices)
    for choice in choices:
        if choice.evidence.facts or _NOT_BY_FIGURE.search(fold(choice.evidence.sentence.text)):
            continue
        document, bound = choice.evidence.reading.record.id, _NEAR_BEHIND * choice.score
        behind = [
            number
            for number, one in enumerate(order)
            if one.evidence.facts
            and one.evidence.reading.record.id == document
            and one.score >= max(least, bound)
        ]
        place = order.index(choice)
        if behind and behind[0] > place:
            order.insert(behind[0], order.pop(place))
    return order


def _is_headed(question: Question, choice: Choice) -> bool:
    """Whether a heading says the first plain word of a question, which of one for several things is
    what they are: "the obstacles" of "what are the obstacles to reuse?"."""
    plain = (
        term
        for term, weight in zip(question.query.terms, question.weights, strict=True)
        if weight >= 1 and not term.name
    )
    asked = next(plain, None)
    return asked is not None and said_in(asked, choice.evidence.sentence.bag) >= _HEADED


def judge(
    question: Question, ask: Ask, weighed: Sequence[Evidence], reader: BundledReader
) -> list[Choice]:
    """The most promising sentences with the probability that they answer."""
    read = promising(question, ask, weighed, READ[sort_of(question, ask)])
    return [
        Choice(evidence, weights().probability(speaking), found, ask.role)
        for evidence, (found, speaking) in zip(
            read, read_all(question, ask, read, reader), strict=True
        )
    ]


def read_all(
    question: Question, ask: Ask, evidence: Sequence[Evidence], reader: BundledReader
) -> list[tuple[Found, dict[str, float]]]:
    """What the reader finds in each sentence, with the features of it as an answer to ``ask``."""
    asked = ask.wording or question.query.text
    told = [said(one) for one in evidence]
    spelt: dict[str, list[int]] = {}  # the question, spelt as a sentence spells what it names
    for number, one in enumerate(told):
        wording = in_spelling_of(asked, one.sentence, one.before, one.about)
        spelt.setdefault(wording, []).append(number)
    read = {
        number: one
        for wording, numbers in spelt.items()
        for number, one in zip(
            numbers, reader.read(wording, [told[n] for n in numbers]), strict=True
        )
    }
    found = [read[number] for number in range(len(told))]
    best = max((one.score for one in found), default=0.0)
    return [
        (one, features(question, ask, sentence, one, best))
        for sentence, one in zip(evidence, found, strict=True)
    ]


def promising(
    question: Question, ask: Ask, weighed: Sequence[Evidence], count: int
) -> list[Evidence]:
    """The ``count`` sentences that hold most of what is asked, but those of which something rules
    out that they answer, whatever the reader would think of them."""
    ordered = sorted(weighed, key=lambda e: (-_promise(e), e.rank, e.sentence.span.start))
    likely = (e for e in ordered if not any(is_other(question, ask, e) for is_other in _OTHER))
    return list(islice(likely, count))


def _promise(evidence: Evidence) -> float:
    reading = evidence.reading
    return (
        _HELD * evidence.held
        + _NEAR * evidence.near
        + _TYPED * bool(evidence.facts)
        + _CLOSE * evidence.close
        + _DOCUMENT * reading.cosine
        + _RANK / (1 + evidence.rank)
        + _LENGTH * math.log(1 + len(evidence.sentence.text))
    )


def said(evidence: Evidence) -> Said:
    """The sentence as the reader gets it: a lead with its items, and what stands around it."""
    content = evidence.reading.text.content
    parts = [evidence.sentence.text, *(item.of(content) for item in evidence.items)]
    return Said(" ".join(parts), about(evidence.reading), evidence.before)
