"""The one item of a list that is about what is asked: of steps, the one on insurance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipelines.answer.asking.question import Question
from pipelines.answer.choose import Choice
from pipelines.answer.evidence.blocks import among, is_row, list_lead
from pipelines.retrieval.query import Term
from pipelines.terms.saying import bag_of, said

_SAID: Final = 0.4  # from here on an item is taken to say a word


def says_alone(question: Question, choice: Choice) -> bool:
    """Whether a sentence is the one item of its list that says the noun asked for, which neither
    its lead nor its document's title says: of "which criteria?" the lead does, and no item need."""
    evidence = choice.evidence
    text, span = evidence.reading.text, evidence.sentence.span
    listed, noun = among(text, span), _noun(question)
    if not listed or noun is None or is_row(evidence.sentence.text):
        return False
    language = evidence.reading.description.language
    lead = list_lead(text, span)
    over = bag_of(lead.of(text.content) if lead else "", language) | evidence.reading.title
    saying = [s for s in listed if said(noun, bag_of(s.of(text.content), language)) >= _SAID]
    return said(noun, over) < _SAID and len(saying) == 1 and saying[0].meets(span)


def without_list_of(question: Question, choices: Sequence[Choice]) -> list[Choice]:
    """The choices; to who asks for several things, where one item alone is about them, of its
    document that and other sentences which say them."""
    noun = _noun(question)
    if not choices or not question.plural or noun is None or not says_alone(question, choices[0]):
        return list(choices)
    first = choices[0].evidence
    listed = among(first.reading.text, first.sentence.span)

    def is_of_other(choice: Choice) -> bool:
        evidence = choice.evidence
        spans = (evidence.sentence.span, *evidence.items)
        return evidence.reading.record.id == first.reading.record.id and (
            said(noun, evidence.sentence.bag) < _SAID
            or any(span.meets(item) for span in spans for item in listed)
        )

    return [choices[0], *(choice for choice in choices[1:] if not is_of_other(choice))]


def _noun(question: Question) -> Term | None:
    """The first plain word of the topic: what several of are asked for."""
    weighed = zip(question.query.terms, question.weights, strict=True)
    return next((term for term, weight in weighed if weight >= 1 and not term.name), None)
