"""The facts of a document that could be the answer to what is asked."""

from __future__ import annotations

import re

from encoder.lexicon import fold
from ingest.describe.dates.moved import is_put_off, is_superseded
from ingest.describe.layout import sentence_at
from pipelines.answer.asking.cues import WHICH_BODY, AskKind, Role
from pipelines.answer.asking.question import Ask, Question
from pipelines.answer.evidence.cells import numbers_in_cells
from pipelines.answer.evidence.facts import Fact, FactKind
from pipelines.answer.evidence.reading import Reading
from pipelines.retrieval.query import Query
from pipelines.terms.saying import bag_of, said
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
_PAUSE = re.compile(r"[,.;:()|\n]")
_PEOPLE = re.compile(r"speakers?|experts?|intervenants?|orateurs?|person|people|personnes?")
_ATTENDANCE = re.compile(
    r"^\W*(?:presente?s?|excusee?s?|absente?s?|apologies|attendees|attendance|participants?"
    r"|etaient presente?s?|in attendance)\b[^:]{0,30}:"
)
_WORK = r"(?:travaux|projets?|operations?|actions?|chantiers?|programmes?|realisations?)"
_WORKS = r"(?:works?|projects?|operations?|actions?|programmes?|implementation|activities)"
_ENDED = re.compile(
    rf"\b(?:fin|achevement|terme) (?:des|du|de la|de l'|de|d') ?{_WORK}\b"
    rf"|\b{_WORK} (?:\w+ ){{0,3}}?(?:devr\w+|doi\w+|se termin\w+|s'acheve\w*|pren\w+ fin"
    r"|(?:sera|seront) (?:acheve|termine)\w*)(?!.{0,40}\b(?:depos|transm|envoy|remis|soumis))"
    rf"|\b(?:end|completion) of (?:the )?(?:\w+ )?{_WORKS}\b"
    rf"|\b{_WORKS} (?:\w+ )?(?:must|have to|should|shall|will)? ?"
    r"(?:be (?:completed|finished)|ends?\b|finish)"
)
# Asks for the last day that was set before it was extended.
_FIRST_SET = re.compile(
    r"\b(?:(?:first|original\w*|initial\w*|previous\w*|old|former) (?:set|planned|deadlines?"
    r"|closing|cut ?off|dates?)|first$|originally|initially"
    r"|(?:premiere|ancienne) (?:date|echeance)|initiale?(?:ment)?|d'origine|d'abord)\b"
)


def facts_for(ask: Ask, question: Question, reading: Reading) -> tuple[Fact, ...]:
    """The facts of a document that could answer ``ask``, never what the question itself names."""
    if ask.kind == "who" and ask.role:
        played = [fact for fact in reading.facts("role") if fact.role in played_as(ask.role)]
        alone = ask.role == "speaker" and not asks_for_body(question)
        kinds: tuple[FactKind, ...] = ("person",) if alone else ("person", "organisation")
        named = [f for f in reading.facts(*kinds) if not f.main]
        if ask.role not in ("partner", "contact"):
            named = [fact for fact in named if not _attends(fact, reading)]
        return (*played, *(f for f in named if not _named_in(f, question.query)))
    if ask.kind == "number":
        counted = (fact for fact in reading.facts("number") if _counts(fact, ask, reading))
        return (*counted, *numbers_in_cells(ask, reading))
    kinds = _KINDS.get(ask.kind, ())
    ends = ask.deadline and not _ENDED.search(fold(question.query.text))
    extended = ask.deadline and not _FIRST_SET.search(fold(question.query.text))
    if ask.person:
        kinds = ("person",)
    facts = reading.facts(*kinds)
    if ask.kind in ("amount", "percent"):
        known = {fact.span.start for fact in facts}
        facts += tuple(f for f in numbers_in_cells(ask, reading) if f.span.start not in known)
    return tuple(
        fact
        for fact in facts
        if not _named_in(fact, question.query)
        and not (ask.kind == "date" and is_put_off(reading.text.content, fact.span))
        and not (extended and is_superseded(reading.text.content, fact.span))
        and not (ask.deadline and fact.role != "deadline" and _opens(fact, reading))
        and not (ends and _ends_work(fact, reading))
    )


def asks_for_body(question: Question) -> bool:
    """Whether a question asks which organisation, not which person: "quelles entreprises …"."""
    asked = WHICH_BODY.search(fold(question.query.text))
    return asked is not None and not _PEOPLE.fullmatch(asked["body"])


def _attends(fact: Fact, reading: Reading) -> bool:
    """Whether a name stands in a list of who was there, or was excused, who need not have done
    more."""
    content = reading.text.content
    line = content[content.rfind("\n", 0, fact.span.start) + 1 : fact.span.start]
    return _ATTENDANCE.search(fold(line)) is not None


def _ends_work(fact: Fact, reading: Reading) -> bool:
    """Whether a date is the day by which works or a project end, and nothing is to be sent in."""
    content = reading.text.content
    before = content[sentence_at(content, fact.span.start).start : fact.span.start]
    return _ENDED.search(fold(before)) is not None


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
    told, asked = fold(fact.text), fold(query.text)
    return told in asked and re.search(rf"(?<!\w){re.escape(told)}(?!\w)", asked) is not None
