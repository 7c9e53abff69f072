"""Whether a text says a term of the question, in these words or others, in either language."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.types import Language
from pipelines.retrieval.query import Term
from pipelines.terms.match import stems_of_words
from pipelines.terms.numbercues import may_name_parts
from pipelines.terms.numbered import Part, meets, parts_of
from pipelines.terms.words import FUNCTION_WORDS, folded, folded_words, stems_of

_PARAPHRASE, _DERIVED, _COGNATE = 0.8, 0.8, 0.6
_SAID = 0.5  # from here on no other words are looked for
_BEGINNING = 5  # letters that words of one origin share at least


@dataclass(frozen=True, slots=True)
class Bag:
    """The words of a text, folded, the first letters of those that are long enough to have
    cognates, the ids of their stems, and the numbered parts that it names ("WP4")."""

    language: Language
    words: frozenset[str]
    beginnings: frozenset[str]
    stems: frozenset[int]
    parts: frozenset[Part] = frozenset()

    def __or__(self, other: Bag) -> Bag:
        return Bag(
            self.language,
            self.words | other.words,
            self.beginnings | other.beginnings,
            self.stems | other.stems,
            self.parts | other.parts,
        )


def bag_of(text: str, language: Language) -> Bag:
    """The words of ``text`` but those that only hold it together."""
    words = folded_words(text)
    telling = words - FUNCTION_WORDS[language]
    beginnings = frozenset(word[:_BEGINNING] for word in telling if len(word) >= _BEGINNING)
    parts = parts_of(text) if may_name_parts(words) else frozenset()
    return Bag(language, telling, beginnings, stems_of_words(words, language), parts)


def said(term: Term, bag: Bag) -> float:
    """How well a text says a term, from 0 to 1: its form or translation, else a paraphrase of it,
    else a word of the same origin. A name has to stand there itself, a numbered part in any of its
    spellings.
    """
    if term.part is not None:
        return meets((term.part,), bag.parts)
    best = _held(term, bag)
    if best >= _SAID:
        return best
    if term.name:
        return _DERIVED if _derived(folded(term.text), bag) else best
    for form, chance in term.paraphrases.get(bag.language, {}).items():
        if (wanted := stems_of(form, bag.language)) and wanted <= bag.stems:
            best = max(best, min(_PARAPHRASE, 4 * chance))
    if best < _COGNATE:
        word = folded(term.text)
        if word[:_BEGINNING] in bag.beginnings and any(cognates(word, one) for one in bag.words):
            best = _COGNATE
    return best


def _derived(name: str, bag: Bag) -> bool:
    """Whether a text has a word made of a name: "Aragonese" of Aragon."""
    return name[:_BEGINNING] in bag.beginnings and any(
        word.startswith(name) and len(word) - len(name) <= 4 for word in bag.words
    )


def cognates(one: str, other: str) -> bool:
    """Whether two folded words look like forms of one: "visiteurs", "visiting".

    They share a beginning of five letters or more that is over half of the longer (after Simard,
    Foster & Isabelle, 1992, who ask for four letters of words in aligned sentences).
    """
    if one[:_BEGINNING] != other[:_BEGINNING] or len(one) < _BEGINNING:
        return False
    shared = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return shared > max(len(one), len(other)) / 2


def _held(term: Term, bag: Bag) -> float:
    """1 when a likely form of the term is wholly there."""
    best = 0.0
    for form, probability in term.forms[bag.language].items():
        if wanted := stems_of(form, bag.language):
            share = len(wanted & bag.stems) / len(wanted)
            # A likely translation is as good as the word; only far-fetched ones count less.
            best = max(best, share * min(1.0, 0.4 + 2 * probability))
    return best
