"""The facts of a document that could be the answer to what is asked."""

from __future__ import annotations

import re

from encoder.lexicon import fold
from ingest.describe.moved import is_put_off
from pipelines.answer.cues import AskKind, Role
from pipelines.answer.facts import Fact, FactKind
from pipelines.answer.question import Ask, Question
from pipelines.answer.reading import Reading
from pipelines.query import Query
from pipelines.saying import bag_of, said
from pipelines.verify.occasions import opens

_KINDS: dict[AskKind, tuple[FactKind, ...]] = {
    "who": ("person", "organisation"),
    "date": ("date", "year"),
    "place": ("place",),
    "amount": ("money",),
    "percent": ("percentage",),
    "number": ("number",),
    "duration": ("duration",),
    "email": ("email",),
}
_REACH, _COUNTED = 40, 0.4  # characters after a number, and how well what is counted stands there
_PAUSE = re.compile(r"[,.;:()\n]")


def facts_for(ask: Ask, question: Question, reading: Reading) -> tuple[Fact, ...]:
    """The facts of a document that could answer ``ask``, never what the question itself names."""
    if ask.kind == "who" and ask.role:
        played = [fact for fact in reading.facts("role") if fact.role in played_as(ask.role)]
        named = [f for f in reading.facts("person", "organisation") if not f.main]
        return (*played, *(f for f in named if not _named_in(f, question.query)))
    if ask.kind == "number":
        return tuple(fact for fact in reading.facts("number") if _counts(fact, ask, reading))
    kinds = _KINDS.get(ask.kind, ())
    if ask.person:
        kinds = ("person",)
    return tuple(
        fact
        for fact in reading.facts(*kinds)
        if not _named_in(fact, question.query)
        and not (ask.kind == "date" and is_put_off(reading.text.content, fact.span))
        and not (ask.deadline and fact.role != "deadline" and _opens(fact, reading))
    )


def _opens(fact: Fact, reading: Reading) -> bool:
    """Whether a date is the day that something opens: who asks for the last day is not told it."""
    return opens(reading.text.content, fact.span, reading.description.language)


def played_as(role: Role) -> tuple[str, ...]:
    """The roles that answer for one: a host that nobody calls so is the organiser, and the other
    way round."""
    return ("host", "organiser") if role in ("host", "organiser") else (role,)


def _counts(fact: Fact, ask: Ask, reading: Reading) -> bool:
    """Whether a number is followed by what is counted: "eight fishing boats"."""
    if ask.counted is None:
        return False
    after = reading.text.content[fact.span.end : fact.span.end + _REACH]
    phrase = _PAUSE.split(after, maxsplit=1)[0]
    return said(ask.counted, bag_of(phrase, reading.description.language)) >= _COUNTED


def _named_in(fact: Fact, query: Query) -> bool:
    """Whether the question names this itself: "where in France" is not answered by "France"."""
    told = re.escape(fold(fact.text))
    return re.search(rf"(?<!\w){told}(?!\w)", fold(query.text)) is not None
