"""A question's way: understand, retrieve, weigh, choose, cite; or say why there is no answer."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.types import Span
from pipelines.answer.choose import Choice, choose
from pipelines.answer.evidence import rarity, weigh
from pipelines.answer.facts import Fact
from pipelines.answer.finish import finish
from pipelines.answer.implied import added, implied
from pipelines.answer.question import Ask, Question, understand
from pipelines.answer.quote import clip
from pipelines.answer.reading import Reading, read_document
from pipelines.answer.saying import bag_of, said
from pipelines.answer.wording import abstained, no_documents, no_words
from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.families import Kinship, kinship
from pipelines.catalogue.records import VISIBLE
from pipelines.filters import Filters
from pipelines.query import Term
from pipelines.register.answer import Listed, list_events
from pipelines.register.disagree import disagreeing
from pipelines.results import Citation, Coverage, Kind, Reply, Statement, Support
from pipelines.retrieve import Candidate, Retrieved
from pipelines.search import hits
from pipelines.verify.reply import answer_of
from pipelines.words import words

if TYPE_CHECKING:
    from encoder.reader import BundledReader
    from pipelines.library import Library

READ = 8  # documents read for one fact
READ_FOR_LIST = 40  # and for a list
SHORT = 90  # characters up to which a sentence needs no fact before it
QUOTE = 420  # characters; a longer sentence is cut at a clause
STATEMENTS = 3  # of an answer that is no list
_CLOSE_BEHIND = 0.35  # of the likeliest's probability: what else is stated


@dataclass(frozen=True, slots=True)
class _Made:
    """The choices an answer is made of, in order, and whether they are items of a list."""

    choices: tuple[tuple[Ask, Choice], ...]
    is_list: bool

    @property
    def documents(self) -> frozenset[str]:
        """The documents that the choices were made from."""
        return frozenset(choice.evidence.reading.record.id for _, choice in self.choices)


@dataclass(frozen=True, slots=True)
class _Tried:
    """The documents read within some filters, what was chosen of them, and what was covered."""

    readings: tuple[Reading, ...]
    made: _Made
    found: Retrieved | None
    coverage: Coverage


def ask(
    library: Library,
    text: str,
    filters: Filters,
    literal: bool = False,
    on_text: Callable[[str], None] | None = None,
    without: Collection[str] = (),
) -> Reply:
    """The reply to a question over what the filters leave.

    Filters that its own words demand narrow it too, unless it is taken ``literal``ly or nothing
    answers within them. ``on_text`` as in ``finish``. Sources in ``without``
    are held out, and with them the register.
    """
    started = time.perf_counter()
    query = library.analyse(text, paraphrases=True)
    question = understand(query)
    catalogue = library.catalogue
    kin = kinship(catalogue)
    listed = None if without else list_events(catalogue, question, filters)
    # The register reads years and projects of the question itself, cell by cell.
    plain = literal or listed is not None
    narrowed = filters if plain else implied(text, filters, catalogue.values)
    tried = _try(library, question, narrowed, kin, without)
    if narrowed != filters and not tried.made.choices:
        narrowed, tried = filters, _try(library, question, filters, kin, without)
    made, coverage = tried.made, tried.coverage
    if listed is not None:
        made = _beside(listed, made)
        coverage = replace(coverage, matched=len(listed.documents | made.documents))
        coverage = replace(coverage, events=listed.events)
    elif not made.choices:
        if not any(words(query.text)):
            reason = no_words(query.language)
        elif not coverage.searched:
            reason = no_documents(query.language)
        else:
            unknown = _unknown(library, question, narrowed)
            reason = abstained(
                query.language,
                question.asks[0].kind,
                coverage.searched,
                unknown,
                coverage.filtered_out,
            )
        reply = Reply(
            question=query.text,
            language=query.language,
            kind="abstained",
            answer=None,
            reason=reason,
            statements=(),
            citations=(),
            coverage=coverage,
            nearest=hits(query, tried.found.nearest if tried.found else (), kin),
            took_ms=_ms(started),
        )
        return finish(library, query, tried.found, reply, on_text)
    statements, citations = _cite(made, listed)
    if listed is None and not (made.is_list or without):
        statements, citations = disagreeing(catalogue, question, filters, statements, citations)
    kind: Kind = "list" if made.is_list else "extractive"
    reply = Reply(
        question=query.text,
        language=query.language,
        kind=kind,
        answer=answer_of(statements, made.is_list),
        reason=None,
        statements=statements,
        citations=citations,
        coverage=coverage,
        narrowed=added(filters, narrowed),
        took_ms=_ms(started),
    )
    return finish(library, query, tried.found, reply, on_text)


def _try(
    library: Library,
    question: Question,
    filters: Filters,
    kin: Kinship,
    without: Collection[str],
) -> _Tried:
    """What is found, read and chosen within the filters."""
    catalogue = library.catalogue
    searched = catalogue.count(VISIBLE, filters.as_dict())
    found = library.retrieve(question.query, filters) if searched else None
    candidates = held_in(found.candidates if found else (), without)
    readings = read_found(catalogue, candidates, question)
    return _Tried(
        readings=tuple(readings),
        made=_make(question, readings, library.reader, kin),
        found=found,
        coverage=Coverage(
            searched=searched,
            matched=len({c.passage.meta["document"] for c in candidates}),
            unreadable=catalogue.count(["skipped"]),
            filtered_out=catalogue.count(VISIBLE) - searched,
        ),
    )


def held_in(candidates: Sequence[Candidate], without: Collection[str]) -> list[Candidate]:
    """The candidates but those of the sources that are held out."""
    return [c for c in candidates if c.passage.meta["source"] not in without]


def read_found(
    catalogue: Catalogue, candidates: Sequence[Candidate], question: Question
) -> list[Reading]:
    """The best documents, each read whole, in the order they were found."""
    passages: dict[str, list[Span]] = {}
    closest: dict[str, float] = {}
    found_as: dict[str, str] = {}
    lacking: dict[str, int] = {}
    named = [term for term in question.query.terms if term.name]
    for candidate in candidates:
        meta = candidate.passage.meta
        name = meta["document"]
        passages.setdefault(name, []).append(Span(meta["start"], meta["end"]))
        found_as[name] = meta["content_hash"]
        closest[name] = max(candidate.cosine, closest.get(name, 0.0))
        lacks = sum(not _says(candidate, term) for term in named)
        lacking[name] = min(lacks, lacking.get(name, lacks))
    # What the question names comes first: a document that holds all but it speaks of others.
    names = sorted(passages, key=lambda name: lacking[name])
    names = names[: READ_FOR_LIST if question.plural else READ]
    records = {record.id: record for record in catalogue.records(VISIBLE, ids=names)}
    return [
        read_document(records[name], catalogue.text(records[name]), passages[name], closest[name])
        for name in names
        # A document edited since it was found is left out: its offsets are another text's.
        if name in records and records[name].sha256 == found_as[name]
    ]


def _make(
    question: Question, readings: Sequence[Reading], reader: BundledReader, kin: Kinship
) -> _Made:
    weights = rarity(question, readings)
    made: list[tuple[Ask, Choice]] = []
    for ask_ in question.asks:
        weighed = [
            evidence
            for rank, reading in enumerate(readings)
            for evidence in weigh(question, ask_, reading, weights, rank)
        ]
        if made:  # "… and when?" is asked of the same event
            first = made[0][1].evidence.reading
            weighed = [evidence for evidence in weighed if evidence.reading is first] or weighed
        choices = choose(question, ask_, weighed, reader)
        alone = len(question.asks) == 1
        if alone and choices and choices[0].evidence.items and _many(question, ask_):
            return _Made(tuple((ask_, item) for item in _items(choices[0])), True)
        if alone and question.plural:
            items = _per_work(choices, kin)
            if len(items) > 1:
                return _Made(tuple((ask_, item) for item in items), True)
        made.extend((ask_, choice) for choice in _best(question, choices, kin))
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


def _best(question: Question, choices: Sequence[Choice], kin: Kinship) -> list[Choice]:
    """The likeliest sentence; where others are nearly as likely, up to three of them."""
    most = STATEMENTS if len(question.asks) == 1 else 1
    # A document and its translation are one witness: only the one that comes first is heard.
    heard = {_work(c, kin): c.evidence.reading.record.id for c in reversed(choices)}
    return [
        c
        for c in choices
        if c.score >= _CLOSE_BEHIND * choices[0].score
        and heard[_work(c, kin)] == c.evidence.reading.record.id
    ][:most]


def _many(question: Question, ask_: Ask) -> bool:
    """Whether all of a list is the answer, and not the one of its items that has the fact."""
    return question.plural or ask_.kind == "topic"


def _items(lead: Choice) -> Iterator[Choice]:
    """The items of a list, each as if it had been chosen."""
    evidence, content = lead.evidence, lead.evidence.reading.text.content
    for span in evidence.items:
        sentence = replace(evidence.sentence, span=span, text=span.of(content))
        yield replace(lead, evidence=replace(evidence, sentence=sentence, facts=(), items=()))


def _per_work(choices: Sequence[Choice], kin: Kinship) -> list[Choice]:
    """The likeliest choice of each source, be there copies or translations of it."""
    best: dict[str, Choice] = {}
    for choice in choices:
        if choice.score >= _CLOSE_BEHIND * choices[0].score:
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
    for number, chosen in enumerate(_merged(made), start=len(citations) + 1):
        evidence = chosen[0].evidence
        reading, span = evidence.reading, _quoted(chosen)
        quote = span.of(reading.text.content)
        citations.append(
            Citation(
                number=number,
                document=reading.record.id,
                source=reading.record.source,
                title=reading.record.title,
                language=evidence.sentence.language,
                page=reading.text.page_at(span.start),
                start=span.start,
                end=span.end,
                quote=quote,
            )
        )
        support: Support = "supported" if all(c.full for c in chosen) else "partial"
        told = " ".join(quote.split())
        asked = [fact for fact in map(_asked, chosen) if fact is not None]
        statements.append(Statement(_fact_first(asked, told), (number,), support))
    return tuple(statements), tuple(citations)


def _merged(made: _Made) -> list[tuple[Choice, ...]]:
    """The choices by the sentence they chose."""
    merged: dict[tuple[str, Span], list[Choice]] = {}
    for _, choice in made.choices:
        evidence = choice.evidence
        merged.setdefault((evidence.reading.record.id, evidence.sentence.span), []).append(choice)
    return [tuple(choices) for choices in merged.values()]


def _asked(choice: Choice) -> Fact | None:
    """The fact that was asked for: the one the reader points at, or else the plainest."""
    evidence, found = choice.evidence, choice.found
    if not evidence.facts:
        return None
    start, end = (evidence.sentence.span.start + place for place in (found.start, found.end))

    def plainness(fact: Fact) -> tuple[bool, int, bool, bool]:
        pointed = min(fact.span.end, end) - max(fact.span.start, start)
        return fact.role == choice.role, max(0, pointed), fact.main, fact.kind == "role"

    return max(evidence.facts, key=plainness)


def _fact_first(asked: Sequence[Fact], told: str) -> str:
    """The sentence, the facts that were asked for before it where it is long."""
    facts = list(dict.fromkeys(" ".join(fact.text.split()) for fact in asked))
    if len(told) <= SHORT or not facts or told.startswith(facts[0]):
        return told
    return f"{', '.join(facts)} – {told}"


def _quoted(chosen: Sequence[Choice]) -> Span:
    """The sentence, or of a long one the part with the facts that were asked for."""
    evidence = chosen[0].evidence
    asked = [fact.span for fact in map(_asked, chosen) if fact is not None]
    around = Span(min(s.start for s in asked), max(s.end for s in asked)) if asked else None
    content, sentence = evidence.reading.text.content, evidence.sentence.span
    if around is not None and around.end - around.start > QUOTE:
        return sentence  # too far apart to cut between them
    return clip(content, sentence, around, QUOTE)


def _says(candidate: Candidate, term: Term) -> bool:
    """Whether a passage, its title or its document's projects say a term."""
    meta = candidate.passage.meta
    around = " ".join(
        [meta["title"], *(meta.get("projects") or ()), candidate.passage.content or ""]
    )
    return said(term, bag_of(around, meta["language"])) > 0


def _unknown(library: Library, question: Question, filters: Filters) -> list[Term]:
    """Names of the question that no passage within the filters holds, each looked for alone."""
    unknown = []
    for term in question.query.terms:
        if term.name:
            alone = replace(question.query, text=term.text, terms=(term,))
            found = library.retrieve(alone, filters)
            if not any(_says(candidate, term) for candidate in (found.candidates if found else ())):
                unknown.append(term)
    return unknown


def _ms(started: float) -> int:
    return round((time.perf_counter() - started) * 1000)
