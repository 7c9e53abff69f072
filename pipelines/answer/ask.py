"""A question's way: understand, retrieve, weigh, choose, cite; or say why there is no answer."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ingest.types import Span
from pipelines.answer.choose import Choice, choose
from pipelines.answer.evidence import Evidence, rarity, weigh
from pipelines.answer.question import Ask, Question, understand, without_role
from pipelines.answer.quote import clip
from pipelines.answer.reading import Reading, read_document
from pipelines.answer.saying import said
from pipelines.answer.wording import abstained, no_documents, no_words
from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.families import Kinship, kinship
from pipelines.catalogue.records import VISIBLE
from pipelines.filters import Filters
from pipelines.query import Term
from pipelines.register.answer import Listed, list_events
from pipelines.register.disagree import disagreeing
from pipelines.results import Citation, Coverage, Kind, Reply, Statement, Support
from pipelines.retrieve import Candidate
from pipelines.search import hits
from pipelines.words import words

if TYPE_CHECKING:
    from pipelines.library import Library

READ = 8  # documents read for one fact
READ_FOR_LIST = 40  # and for a list
QUOTE = 420  # characters; a longer sentence is cut at a clause
TOPIC_STATEMENTS = 3
_CLOSE_BEHIND = 0.85  # of the best score: further statements of a topic, items of a list


@dataclass(frozen=True, slots=True)
class _Made:
    """The choices an answer is made of, in order, and whether they are items of a list."""

    choices: tuple[tuple[Ask, Choice], ...]
    is_list: bool

    @property
    def documents(self) -> frozenset[str]:
        """The documents that the choices were made from."""
        return frozenset(choice.evidence.reading.record.id for _, choice in self.choices)


def ask(library: Library, text: str, filters: Filters) -> Reply:
    """The reply to a question over what the filters leave."""
    started = time.perf_counter()
    query = library.analyse(text, paraphrases=True)
    question = understand(query)
    catalogue = library.catalogue
    searched = catalogue.count(VISIBLE, filters.as_dict())
    found = library.retrieve(query, filters) if searched else None
    candidates = found.candidates if found else ()
    readings = _readings(catalogue, candidates, question)
    coverage = Coverage(
        searched=searched,
        matched=len({c.passage.meta["document"] for c in candidates}),
        unreadable=catalogue.count(["skipped"]),
        filtered_out=catalogue.count(VISIBLE) - searched,
    )
    kin = kinship(catalogue)
    made = _Made((), False)
    if found is not None:
        made = _make(library, question, readings, found.vector, kin)
    listed = list_events(catalogue, question, filters) if searched else None
    if listed is not None:
        made = _beside(listed, made)
        coverage = replace(coverage, matched=len(listed.documents | made.documents))
        coverage = replace(coverage, events=listed.events)
    elif not made.choices:
        if not any(words(query.text)):
            reason = no_words(query.language)
        elif not searched:
            reason = no_documents(query.language)
        else:
            unknown = _unknown(question, readings)
            reason = abstained(
                query.language, question.asks[0].kind, searched, unknown, coverage.filtered_out
            )
        return Reply(
            question=query.text,
            language=query.language,
            kind="abstained",
            answer=None,
            reason=reason,
            statements=(),
            citations=(),
            coverage=coverage,
            nearest=hits(query, found.nearest if found else (), kin),
            took_ms=_ms(started),
        )
    statements, citations = _cite(made, listed)
    if listed is None and not made.is_list:
        statements, citations = disagreeing(catalogue, question, filters, statements, citations)
    kind: Kind = "list" if made.is_list else "extractive"
    joint = "\n" if made.is_list else " "
    return Reply(
        question=query.text,
        language=query.language,
        kind=kind,
        answer=joint.join(
            f"{s.text} " + "".join(f"[{number}]" for number in s.citations) for s in statements
        ),
        reason=None,
        statements=statements,
        citations=citations,
        coverage=coverage,
        took_ms=_ms(started),
    )


def _readings(
    catalogue: Catalogue, candidates: Sequence[Candidate], question: Question
) -> list[Reading]:
    """The best documents, each read whole, in the order they were found."""
    passages: dict[str, list[Span]] = {}
    closest: dict[str, float] = {}
    found_as: dict[str, str] = {}
    for candidate in candidates:
        meta = candidate.passage.meta
        name = meta["document"]
        passages.setdefault(name, []).append(Span(meta["start"], meta["end"]))
        found_as[name] = meta["content_hash"]
        closest[name] = max(candidate.cosine, closest.get(name, 0.0))
    names = list(passages)[: READ_FOR_LIST if question.plural else READ]
    records = {record.id: record for record in catalogue.records(VISIBLE, ids=names)}
    return [
        read_document(records[name], catalogue.text(records[name]), passages[name], closest[name])
        for name in names
        # A document edited since it was found is left out: its offsets are another text's.
        if name in records and records[name].sha256 == found_as[name]
    ]


def _make(
    library: Library,
    question: Question,
    readings: Sequence[Reading],
    vector: np.ndarray,
    kin: Kinship,
) -> _Made:
    weights = rarity(question, readings)
    made: list[tuple[Ask, Choice]] = []
    for ask_ in question.asks:
        found = [
            evidence
            for rank, reading in enumerate(readings)
            for evidence in weigh(question, ask_, reading, weights, rank)
        ]
        if made:  # "… and when?" is asked of the same event
            first = made[0][1].evidence.reading
            found = [evidence for evidence in found if evidence.reading is first] or found
        choices = choose(question, ask_, found, library.encoder, vector)
        if not choices and ask_.role:  # nobody is said to play the part: who is named beside it?
            plain = replace(ask_, role=None)
            return _make(library, without_role(question, plain), readings, vector, kin)
        if question.plural and len(question.asks) == 1:
            items = _per_work(choices, kin)
            if len(items) > 1:
                return _Made(tuple((ask_, item) for item in items), True)
        made.extend((ask_, choice) for choice in _best(ask_, choices, kin))
    return _Made(tuple(made), False)


def _beside(listed: Listed, made: _Made) -> _Made:
    """What passages add to the register's rows: documents that hold all that was asked, and of
    which the register has nothing of the kind."""
    return _Made(
        tuple(
            (ask_, choice)
            for ask_, choice in made.choices
            if not listed.whole
            and choice.full
            and choice.evidence.reading.record.id not in listed.judged
        ),
        True,
    )


def _best(ask_: Ask, choices: Sequence[Choice], kin: Kinship) -> list[Choice]:
    if ask_.kind not in ("topic", "definition"):
        return list(choices[:1])
    most = TOPIC_STATEMENTS if ask_.kind == "topic" else 1
    # A document and its translation are one witness: only the one that comes first is heard.
    heard = {_work(c, kin): c.evidence.reading.record.id for c in reversed(choices)}
    return [
        c
        for c in choices
        if c.score >= _CLOSE_BEHIND * choices[0].score
        and heard[_work(c, kin)] == c.evidence.reading.record.id
    ][:most]


def _per_work(choices: Sequence[Choice], kin: Kinship) -> list[Choice]:
    """The best choice of each source, be there copies or translations of it."""
    best: dict[str, Choice] = {}
    for choice in choices:
        best.setdefault(_work(choice, kin), choice)
    return list(best.values())


def _work(choice: Choice, kin: Kinship) -> str:
    return kin.work(choice.evidence.reading.record.id)


def _cite(
    made: _Made, listed: Listed | None = None
) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    """Statements, the register's first, then in the evidence's own words; one list feeds them and
    their citations."""
    statements = list(listed.statements) if listed else []
    citations = list(listed.citations) if listed else []
    for number, choice in enumerate(_merged(made), start=len(citations) + 1):
        reading, span = choice.evidence.reading, _quoted(choice.evidence)
        quote = span.of(reading.text.content)
        citations.append(
            Citation(
                number=number,
                document=reading.record.id,
                source=reading.record.source,
                title=reading.record.title,
                language=choice.evidence.sentence.language,
                page=reading.text.page_at(span.start),
                start=span.start,
                end=span.end,
                quote=quote,
            )
        )
        support: Support = "supported" if choice.full else "partial"
        statements.append(Statement(" ".join(quote.split()), (number,), support))
    return tuple(statements), tuple(citations)


def _merged(made: _Made) -> list[Choice]:
    """The choices with one for each sentence, holding all the facts it was chosen for."""
    merged: dict[tuple[str, Span], Choice] = {}
    for _, choice in made.choices:
        evidence = choice.evidence
        key = (evidence.reading.record.id, evidence.sentence.span)
        if key in merged:
            earlier = merged[key]
            both = (*earlier.evidence.facts, *evidence.facts)
            choice = replace(earlier, evidence=replace(earlier.evidence, facts=both))
        merged[key] = choice
    return list(merged.values())


def _quoted(evidence: Evidence) -> Span:
    """The sentence, or of a long one the part with the facts that were asked for."""
    main = [fact.span for fact in evidence.facts if fact.main] or [
        fact.span for fact in evidence.facts
    ]
    around = Span(min(s.start for s in main), max(s.end for s in main)) if main else None
    content, sentence = evidence.reading.text.content, evidence.sentence.span
    if around is not None and around.end - around.start > QUOTE:
        return sentence  # too far apart to cut between them
    return clip(content, sentence, around, QUOTE)


def _unknown(question: Question, readings: Sequence[Reading]) -> list[Term]:
    """Names of the question that none of the documents found holds."""
    return [
        term
        for term in question.query.terms
        if term.name and not any(said(term, reading.whole) for reading in readings)
    ]


def _ms(started: float) -> int:
    return round((time.perf_counter() - started) * 1000)
