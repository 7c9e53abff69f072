"""Whether a document that search found speaks of a topic, and in which sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ingest.gazetteer import called
from ingest.sentences import sentences
from ingest.types import Language, Span
from pipelines.retrieval.query import Query
from pipelines.retrieval.retrieve import Candidate
from pipelines.terms.saying import Bag, bag_of, said

_SPEAKS = 0.8  # of the topic, by weight, that neighbouring sentences and the title say
_TITLE = 0.5  # what a title shows, beside a sentence: the reader of the list has it already
_SAID = 0.6  # from here on a text says a term: half of a phrase is another thing


@dataclass(frozen=True, slots=True)
class Topic:
    """What documents have to speak of: its words as a query, and how much each term counts."""

    query: Query
    weights: tuple[float, ...]

    def share(self, bag: Bag) -> float:
        """How much of the topic, by weight, a text says."""
        held = sum(
            weight
            for term, weight in zip(self.query.terms, self.weights, strict=True)
            if said(term, bag) >= _SAID
        )
        return held / sum(self.weights)

    def named(self, bag: Bag) -> bool:
        """Whether a text says all that is a name."""
        return all(said(term, bag) >= _SAID for term in self.query.terms if term.name)


class Words:
    """A document that search found: the words of its title, projects and country, and of those of
    its passages that were found."""

    def __init__(self, meta: Mapping[str, Any]) -> None:
        self.language: Language = "fr" if meta["language"] == "fr" else "en"
        land = meta.get("country")
        around = [meta["title"], *(meta.get("projects") or ()), *(called(land) if land else ())]
        self.title = self.whole = bag_of(" ".join(around), self.language)
        self.called = " ".join(meta["title"].split())
        # By passage: where a sentence stands, its words, what it is worth as one.
        self.sentences: list[list[tuple[Span, Bag, float]]] = []

    def add(self, candidate: Candidate) -> None:
        """Add a passage of the document."""
        content, first = candidate.passage.content or "", candidate.passage.meta["start"]
        told = []
        for sentence in sentences(content, 0, len(content)):
            text = sentence.of(content)
            bag = bag_of(text, self.language)
            worth = _TITLE if " ".join(text.split()) == self.called else 1.0
            told.append((Span(first + sentence.start, first + sentence.end), bag, worth))
            self.whole |= bag
        self.sentences.append(told)


def shown(topic: Topic, document: Words) -> Span | None:
    """The sentence that shows best that a document speaks of the topic; None where it doesn't."""
    if topic.share(document.whole) < _SPEAKS or not topic.named(document.whole):
        return None
    best: tuple[tuple[float, float], Span] | None = None
    for told in document.sentences:
        for number, (span, bag, weight) in enumerate(told):
            around = bag | document.title
            for _, other, _ in told[max(0, number - 1) : number + 2]:
                around |= other
            worth = (weight * topic.share(bag), topic.share(around))
            if worth[0] and worth[1] >= _SPEAKS and (best is None or worth > best[0]):
                best = (worth, span)
    return best[1] if best else None
