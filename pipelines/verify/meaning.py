"""How much of a statement's meaning its quotes hold: shared words, in either language, and cosine.

The two are joined by a logistic function whose weights were fitted on pairs made from the sample
library (`python -m benchmarks.verification --fit`); figures and method are in
`benchmarks/README.md`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from encoder.lexicon import Lexicon
from ingest.types import Language
from pipelines.retrieval.query import Term, analyse
from pipelines.terms.saying import Bag, bag_of, cognates, said
from pipelines.terms.words import is_function_word, stem, stems_of, words

# Fitted: constant, coverage, cosine, coverage of the half that is less covered, other language.
WEIGHTS: Final = (-2.87, 3.3, 1.98, 2.81, -0.04)
SUPPORTED: Final = 0.7  # probability from which a statement counts as supported
PARTIAL: Final = 0.5  # and from which as partly supported


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a statement and its quotes share: features from 0 to 1, and the words paired."""

    coverage: float
    least: float
    cosine: float
    across: bool
    pairs: tuple[tuple[str, frozenset[str]], ...]

    @property
    def features(self) -> tuple[float, ...]:
        """The numbers that the weights go with, the constant first."""
        return (1.0, self.coverage, self.cosine, self.least, float(self.across))

    @property
    def probability(self) -> float:
        """How likely it is that the quotes say this."""
        total = sum(w * f for w, f in zip(WEIGHTS, self.features, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def terms_of(statement: str, lexicon: Lexicon) -> tuple[Term, ...]:
    """The content words of a statement, with what they are called in either language."""
    return tuple(t for t in analyse(statement, lexicon, paraphrases=True).terms if _content(t))


def compare(
    terms: Sequence[Term],
    quoted: Sequence[tuple[str, Language]],
    cosine: float,
    language: Language,
) -> Meaning:
    """What the quotes, taken together, say of a statement's terms."""
    bags = [bag_of(text, spoken) for text, spoken in quoted]
    told = [max((said(term, bag) for bag in bags), default=0.0) for term in terms]
    coverage = _mean(told)
    half = len(told) // 2
    least = min(_mean(told[:half]), _mean(told[half:])) if half else coverage
    across = all(spoken != language for _, spoken in quoted)
    pairs = tuple(
        (
            term.text.lower(),
            frozenset[str]().union(
                *(_same(term, bag, t) for bag, (t, _) in zip(bags, quoted, strict=True))
            ),
        )
        for term in terms
    )
    return Meaning(coverage, least, max(0.0, cosine), across, pairs)


def _same(term: Term, bag: Bag, text: str) -> frozenset[str]:
    """The quoted words that say a term."""
    wanted: set[int] = set()
    for form, chance in term.forms[bag.language].items():
        if chance >= 0.05:
            wanted |= stems_of(form, bag.language)
    folded = [w.folded for w in words(text)]
    own = [w.folded for w in words(term.text)]
    return frozenset(
        word
        for word in folded
        if not is_function_word(word, bag.language)
        and (stem(word, bag.language) in wanted or any(cognates(o, word) for o in own))
    )


def _content(term: Term) -> bool:
    return not term.text.isdigit()


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 1.0
