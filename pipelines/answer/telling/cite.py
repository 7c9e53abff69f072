"""Choices as statements and the citations they rest on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.types import Language, Span
from pipelines.answer.choose import Choice
from pipelines.answer.evidence.blocks import is_row
from pipelines.answer.evidence.evidence import Evidence
from pipelines.answer.evidence.facts import Fact
from pipelines.answer.make import Made
from pipelines.answer.telling.binding import binds
from pipelines.answer.telling.quote import clip
from pipelines.answer.wording import worked_out
from pipelines.register.answer import Listed
from pipelines.results import Citation, Statement, Support

SHORT = 90  # characters up to which a sentence needs no fact before it
QUOTE = 420  # characters; a longer sentence is cut at a clause
_OPENING = 16  # characters before a fact that a sentence still begins with: "Over 30 months, …"
_NAMES = ("person", "organisation", "role")
_FIGURES = ("money", "percentage", "number", "duration")
# What joins two names: "Ann Roe (Alba) and Bob Low", "Ann Roe, mayor of Metz, et Bob Low".
_AND = re.compile(
    r"(?: ?\([^()\n]{0,60}\)|, ?[^,;:.\n]{0,80})?,? (?:and|et|&|ainsi que|as well as)"
    r" (?:(?:the|l[ae]s?) )?"
)
# What joins two places: "Ghent (May 2023), Porto and Metz", "à Gand, puis à Porto".
_LISTED = re.compile(
    r"(?: ?\([^()\n]{0,60}\))?(?:,|,? (?:and|et|then|puis|&))+ (?:(?:in|at|à|en|au|aux) )?"
)
_JOINS = {**dict.fromkeys(_NAMES, _AND), "place": _LISTED}


def cite(
    made: Made, listed: Listed | None = None, language: Language = "en"
) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    """Statements, the register's first, then in the evidence's own words; one list feeds them and
    their citations. Before what tells a day as "yesterday" stands, in ``language``, which that is;
    the line that dates the text is cited as well."""
    statements = list(listed.statements) if listed else []
    citations = list(listed.citations) if listed else []
    for chosen in _merged(made):
        number = len(citations) + 1
        evidence = chosen[0].evidence
        reading, span = evidence.reading, _quoted(chosen)
        quote = span.of(reading.text.content)
        citations.append(_citation(number, evidence, span))
        support: Support = "supported" if all(c.sure for c in chosen) else "partial"
        told = " ".join(quote.split())
        asked = [
            fact
            for choice in chosen
            if (one := _asked(choice)) and not _beside(chosen, one)
            for fact in _joined(choice, one)
        ]
        if not (any(map(_is_day, asked)) and _opens_with_day(chosen[0], span)):
            told = _fact_first(
                [fact for fact in asked if not fact.worked], told, _is_one_of(chosen, asked)
            )
        worked = next((fact for fact in asked if fact.worked), None)
        if worked is None or worked.worked is None:
            statements.append(Statement(told, (number,), support))
            continue
        citations.append(_citation(number + 1, evidence, worked.worked.line))
        told = f"{worked_out(worked.text, worked.worked, language)} – {told}"
        statements.append(Statement(told, (number, number + 1), support))
    return tuple(statements), tuple(citations)


def _citation(number: int, evidence: Evidence, span: Span) -> Citation:
    reading = evidence.reading
    return Citation(
        number=number,
        document=reading.record.id,
        source=reading.record.source,
        title=reading.record.title,
        language=evidence.sentence.language,
        page=reading.text.page_at(span.start),
        start=span.start,
        end=span.end,
        quote=span.of(reading.text.content),
    )


def _merged(made: Made) -> list[tuple[Choice, ...]]:
    """The choices by the sentence they chose."""
    merged: dict[tuple[str, Span], list[Choice]] = {}
    for _, choice in made.choices:
        evidence = choice.evidence
        merged.setdefault((evidence.reading.record.id, evidence.sentence.span), []).append(choice)
    return [tuple(choices) for choices in merged.values()]


def _asked(choice: Choice) -> Fact | None:
    """The fact that was asked for: the one the reader points at, or else the plainest; none where
    it points at several figures, of which any may be another's."""
    evidence, found = choice.evidence, choice.found
    if not evidence.facts:
        return None
    start, end = (evidence.sentence.span.start + place for place in (found.start, found.end))
    meant = {f.key for f in evidence.facts if f.span.start < end and start < f.span.end}
    if len(meant) > 1 and all(fact.kind in _FIGURES for fact in evidence.facts):
        return None

    def plainness(fact: Fact) -> tuple[bool, int, bool, bool]:
        pointed = min(fact.span.end, end) - max(fact.span.start, start)
        played = choice.role is not None and fact.role == choice.role
        # Of two that are not pointed at, a day says more than the year it is in.
        return played, max(0, pointed), fact.main, fact.kind in ("role", "date")

    # The day that dates the text only says which "yesterday" is.
    dating = {fact.worked.written.span for fact in evidence.facts if fact.worked}
    return max((f for f in evidence.facts if f.span not in dating), key=plainness)


def _beside(chosen: Sequence[Choice], fact: Fact) -> bool:
    """Whether the reader points at something else in the sentence than at this fact, unless that
    is the one day in it that can be meant."""
    dating = fact.worked.written.span if fact.worked else None
    pointed = [
        span
        for choice in chosen
        if (span := _pointed_at(choice)) and not (dating and span.meets(dating))
    ]
    met = (span.meets(fact.span) for span in pointed)
    alone = _is_day(fact) and len(chosen[0].evidence.facts) == 1
    return bool(pointed) and not (fact.main or alone or any(met))


def _fact_first(asked: Sequence[Fact], told: str, listed: bool) -> str:
    """The sentence, the facts that were asked for before it where it is long and does not begin
    with them, or they are some of the names ``listed`` there."""
    facts = list(dict.fromkeys(" ".join(fact.text.split()) for fact in asked))
    if len(told) <= SHORT or not facts or told.startswith(facts[0]):
        return told
    if not listed and len(facts) == 1 and facts[0] in told[: _OPENING + len(facts[0])]:
        return told
    return f"{', '.join(facts)} – {told}"


def _is_one_of(chosen: Sequence[Choice], asked: Sequence[Fact]) -> bool:
    """Whether a sentence has more names than those asked for: "Present: Ann Roe (chair), …"."""
    return any(
        fact.kind in _NAMES and fact not in asked
        for choice in chosen
        for fact in choice.evidence.facts
    )


def _joined(choice: Choice, fact: Fact) -> list[Fact]:
    """The fact with those of its kind that the sentence joins to it: of "signed by Ann Roe, mayor,
    and Bob Low", both; of places all that are listed."""
    facts = sorted(
        (one for one in choice.evidence.facts if one.kind == fact.kind), key=lambda f: f.span.start
    )
    content = choice.evidence.reading.text.content
    run = [fact]
    if joins := _JOINS.get(fact.kind):
        for one in reversed([one for one in facts if one.span.end <= fact.span.start]):
            if not joins.fullmatch(content, one.span.end, run[0].span.start):
                break
            run.insert(0, one)
        for one in (one for one in facts if one.span.start >= fact.span.end):
            if not joins.fullmatch(content, run[-1].span.end, one.span.start):
                break
            run.append(one)
    return run


def _is_day(fact: Fact) -> bool:
    return fact.kind in ("date", "year")


def _opens_with_day(choice: Choice, quoted: Span) -> bool:
    """Whether a quote begins with a day: another before it would be read as a stretch of time."""
    days = choice.evidence.reading.facts("date", "year")
    return any(fact.span.start == quoted.start for fact in days)


def _quoted(chosen: Sequence[Choice]) -> Span:
    """The sentence, or of a long one the part with the facts that were asked for, or with what the
    reader points at."""
    evidence = chosen[0].evidence
    asked = [fact.span for fact in map(_asked, chosen) if fact is not None]
    pointed = [span for choice in chosen if (span := _pointed_at(choice))]
    around = _around(asked + pointed)
    if around is None or around.end - around.start > QUOTE:
        around = _around(asked or pointed)
    content, sentence = evidence.reading.text.content, evidence.sentence.span
    if around is not None and around.end - around.start > QUOTE:
        return sentence  # too far apart to cut between them
    if evidence.sentence.label or is_row(evidence.sentence.text):
        return sentence  # names of columns say what a value is
    part = clip(content, sentence, around, QUOTE)
    left_out = content[sentence.start : part.start], content[part.end : sentence.end]
    return sentence if any(map(binds, left_out)) else part


def _around(spans: Sequence[Span]) -> Span | None:
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None


def _pointed_at(choice: Choice) -> Span | None:
    """Where in the document the reader points; None outside the sentence."""
    sentence, found = choice.evidence.sentence.span, choice.found
    span = Span(sentence.start + found.start, sentence.start + found.end)
    return span if found.start < found.end and span.end <= sentence.end else None
