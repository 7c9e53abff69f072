"""What a model wrote, each sentence with the words that hold it, out of the passages it cites."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from ingest.sentences import sentences
from ingest.types import Language, Span
from pipelines.answer.telling.quote import clip
from pipelines.generate.instructions import is_instruction
from pipelines.generate.parse import Said
from pipelines.generate.passages import Given
from pipelines.results import Citation, Statement
from pipelines.terms.saying import bag_of, said
from pipelines.verify.days import days_in
from pipelines.verify.meaning import terms_of
from pipelines.verify.quantities import quantities
from pipelines.verify.verify import Claim, Quote, Verdict, language_of, verify

if TYPE_CHECKING:
    from pipelines.library import Library
    from pipelines.retrieval.query import Query

QUOTE: Final = 420  # characters of a quote
_TRIED: Final = 4  # places of a passage that are tried as the quote
_SAID: Final = 0.5  # from here on a text says a term of the question
_CLOSE: Final = 0.35  # cosine from which a sentence speaks of the question without its words


@dataclass(frozen=True, slots=True)
class Checked:
    """The statements that stood, their citations, and how many sentences and numbers did not."""

    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    dropped: int
    removed: int


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch of a passage that could be quoted."""

    given: Given
    span: Span

    @property
    def quote(self) -> Quote:
        text = self.span.of(self.given.text.content)
        return Quote(text, language_of(text, self.given.language), self.given.context)


def check(
    library: Library, query: Query, vector: np.ndarray, told: Sequence[Said], given: Sequence[Given]
) -> Checked:
    """The sentences that the passages hold which they cite, each with the words that hold it.

    ``vector`` is the question's. A sentence without a number that was given is dropped, and so is
    one that no quote holds, or that has nothing to do with the question.
    """
    by_number = {passage.number: passage for passage in given}
    citations: dict[tuple[str, Span], Citation] = {}
    statements: list[Statement] = []
    removed = 0
    for sentence in told:
        cited = [by_number[n] for n in sentence.numbers if n in by_number]
        removed += len(sentence.numbers) - len(cited)
        held = find_support(library, query.language, sentence.text, cited) if cited else None
        if held is None or is_instruction(sentence.text):
            continue
        places, verdict = held
        if verdict.support is None or not _about(library, query, vector, sentence.text, places):
            continue
        numbers = []
        for place in places:
            key = (place.given.record.id, place.span)
            citation = citations.get(key) or _citation(place, len(citations) + 1)
            citations[key] = citation
            numbers.append(citation.number)
        statements.append(Statement(sentence.text, tuple(numbers), verdict.support))
    return Checked(
        tuple(statements), tuple(citations.values()), len(told) - len(statements), removed
    )


def find_support(
    library: Library, language: Language, text: str, cited: Sequence[Given]
) -> tuple[list[_Place], Verdict] | None:
    """The places that hold a sentence and what they make of it; None where none do.

    One place of each passage if that is enough, else two or three together.
    """
    spoken = language_of(text, language)
    terms = terms_of(text, library.lexicon)
    best: list[list[_Place]] = []
    for passage in cited:
        found = _places(passage)
        covered = [
            sum(said(term, bag_of(place.quote.text, place.quote.language)) for term in terms)
            # Of two that say as much, the shorter one.
            - _length(place) / 4_000
            for place in found
        ]
        order = sorted(range(len(found)), key=lambda i: -covered[i])
        best.append([found[i] for i in order[:_TRIED]])
    singles = [place for places in best for place in places]
    alone = _judge(library, text, spoken, [[place] for place in singles])
    kept: dict[int, tuple[float, _Place, Verdict]] = {}
    for place, verdict in zip(singles, alone, strict=True):
        worth = _worth(verdict)
        if worth > kept.get(place.given.number, (0.0,))[0]:
            kept[place.given.number] = (worth, place, verdict)
    if kept:
        first = max(kept.values(), key=lambda one: one[0])
        return [place for _, place, _ in kept.values()], first[2]
    together = [list(some) for n in (2, 3) for some in combinations(_firsts(best), n)]
    judged = _judge(library, text, spoken, together)
    for places, verdict in zip(together, judged, strict=True):
        if verdict.support is not None:
            return places, verdict
    return None


def _judge(
    library: Library, text: str, spoken: Language, groups: Sequence[Sequence[_Place]]
) -> list[Verdict]:
    claims = [Claim(text, spoken, tuple(place.quote for place in group)) for group in groups]
    return verify(claims, library.lexicon, library.encoder.encode)


def _worth(verdict: Verdict) -> float:
    if verdict.support is None:
        return 0.0
    chance = verdict.meaning.probability if verdict.meaning else 1.0
    return chance + (1.0 if verdict.support == "supported" else 0.0)


def _firsts(best: Sequence[Sequence[_Place]]) -> list[_Place]:
    """The first places of each passage that don't overlap: what could hold a sentence together."""
    chosen: list[_Place] = []
    for places in best:
        own: list[_Place] = []
        for place in places:
            apart = all(
                place.span.end <= other.span.start or other.span.end <= place.span.start
                for other in own
            )
            if apart:
                own.append(place)
        chosen += own[:2]
    return chosen[:5]


def _places(passage: Given) -> list[_Place]:
    """The sentences of a passage and the pairs of neighbours that make a short quote."""
    content = passage.text.content
    spans = [
        clip(content, s, None, QUOTE)
        for s in sentences(content, passage.span.start, passage.span.end)
        if not any(s.meets(w) for w in passage.withheld)
    ]
    pairs = [
        Span(one.start, other.end)
        for one, other in pairwise(spans)
        if other.end - one.start <= QUOTE
        and not any(one.end <= w.start < other.start for w in passage.withheld)
    ]
    return [_Place(passage, span) for span in (*spans, *pairs)]


def _length(place: _Place) -> int:
    """How many characters a quote would have."""
    return place.span.end - place.span.start


def _about(
    library: Library, query: Query, vector: np.ndarray, text: str, places: Sequence[_Place]
) -> bool:
    """Whether a sentence, or what it quotes, has to do with the question at all."""
    spoken = language_of(text, query.language)
    bags = [bag_of(text, spoken)]
    bags += [bag_of(place.quote.text, place.quote.language) for place in places]
    days = days_in(text, spoken)
    if days.dated or days.years or quantities(text, days.spans):
        # "From 4 to 6 May", quoted from a line of dates: only the title says of what.
        bags += [bag_of(place.given.record.title, place.given.language) for place in places]
    if any(said(term, bag) >= _SAID for term in query.terms for bag in bags):
        return True
    near = library.encoder.encode([text, *(place.quote.text for place in places)]) @ vector
    return bool(near.max() >= _CLOSE)


def _citation(place: _Place, number: int) -> Citation:
    content, record = place.given.text, place.given.record
    return Citation(
        number=number,
        document=record.id,
        source=record.source,
        title=record.title,
        language=place.quote.language,
        page=content.page_at(place.span.start),
        start=place.span.start,
        end=place.span.end,
        quote=place.span.of(content.content),
    )
