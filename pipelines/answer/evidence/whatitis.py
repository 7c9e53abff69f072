"""Who or what a name is ("Who is Ann Roe?", "C'est quoi, HYDRO?"): only what says it can tell."""

from __future__ import annotations

import re
from typing import Final

from encoder.lexicon import fold
from pipelines.answer.asking.question import Ask, Question
from pipelines.answer.evidence.blocks import heading_over, is_row
from pipelines.answer.evidence.evidence import Evidence
from pipelines.terms.saying import Bag, bag_of, said
from pipelines.verify.names import TITLES

_ASKED: Final = re.compile(
    r"^\W*(?:who|what)(?: is| are|['’]s) (?:the )?(?P<name>[^,;]+)$"
    r"|^\W*(?:qui (?:est|sont)|qu['’]est[- ]ce que?|c['’]est (?:quoi|qui))\W*"
    r"(?:c['’]est |l[ae] |l['’])*(?P<nom>[^,;]+)$"
    r"|^\W*(?P<before>[^,;]+?)\W*c['’]est (?:qui|quoi)$"
)
# "Who is the director of Alba?" asks of another than it names.
_JOINED: Final = re.compile(
    r"\b(?:of|for|from|at|in|by|with|about|d[ue]|des|d['’]|dans|pour|par|avec|a|au|aux|sur)\b"
)
_BACK: Final = re.compile(
    r"\W*(?:it|its|he|she|they|il|elle|ils|elles|ce|cet|cette|this|c'|son|sa|the project"
    r"|the (?:programme|cluster|scheme|network)|le (?:projet|programme|cluster|reseau))\b"
)
_SAID: Final = 0.5


def asks_what_it_is(question: Question, ask: Ask) -> bool:
    """Whether a question asks who or what something is and no more."""
    if ask.role or ask.kind not in ("who", "definition", "topic"):
        return False
    found = _ASKED.match(fold(question.query.text).strip(" ?!."))
    name = found and next(filter(None, found.groups()), None)
    return bool(name) and not _JOINED.search(name or "")


def is_name(question: Question) -> bool:
    """Whether all that a question is about is sure to be a name."""
    terms = question.query.terms
    return bool(terms) and all(term.name for term in terms)


def says_it(question: Question, evidence: Evidence) -> bool:
    """Whether a sentence itself says what is asked about, and is no row of a table."""
    return not is_row(evidence.sentence.text) and _says(question, evidence.sentence.bag)


def names_it(question: Question, evidence: Evidence, at: int) -> bool:
    """Whether a sentence or the heading right over it says what is asked about; or the item that
    the reader points ``at``, or any where it points at none; or the sentence right before it, to
    which it points back: "It helps …"."""
    reading, sentence = evidence.reading, evidence.sentence
    content, language = reading.text.content, reading.description.language
    over = heading_over(reading.text, sentence.span)
    heading = bag_of(over.of(content) if over else "", language)
    if _says(question, sentence.bag) or _says(question, heading):
        return True
    end = len(sentence.text)
    for item in evidence.items:
        told = _says(question, sentence.bag | bag_of(item.of(content), language))
        end += 1 + item.end - item.start
        if (at <= len(sentence.text) and told) or len(sentence.text) < at < end:
            return told
    if not evidence.index or not _BACK.match(fold(sentence.text)):
        return False
    return _says(question, reading.sentences[evidence.index - 1].bag | reading.title)


def _says(question: Question, bag: Bag) -> bool:
    weighed = zip(question.query.terms, question.weights, strict=True)
    told = [
        said(term, bag) >= _SAID
        for term, weight in weighed
        if weight and fold(term.text) not in TITLES
    ]
    return bool(told) and all(told)
