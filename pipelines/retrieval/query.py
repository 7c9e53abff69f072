"""A query as it is searched: its language, its terms, and what each is called in either language.

The lexical legs take each term's translations with their probabilities, as in probabilistic
structured queries (Darwish & Oard, 2003), so that a French question reaches English documents by
their words as well as by their meaning.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import partial

from encoder.lexicon import Lexicon, Translation, fold
from ingest.describe.language import detect
from ingest.gazetteer import aliases, cities, origins
from ingest.types import LANGUAGES, Language
from pipelines.results import Expansion
from pipelines.terms.forms import MEANT, forms_of, mistyped_forms, there_and_back
from pipelines.terms.namelike import (
    follows_first_name,
    is_acronym,
    is_known_word,
    looks_like_name,
    mostly_capitalised,
    named_in_small_letters,
)
from pipelines.terms.numbercues import SORT_OF_PART
from pipelines.terms.numbered import Part, numbered, spellings
from pipelines.terms.shorthand import written_out
from pipelines.terms.spelling import meant
from pipelines.terms.words import Word, is_function_word, words

# "What did it cost (BOATNET)?": says of what it is asked, in no language.
REMARK = re.compile(r" ?\([^()]*\)[ ?!.]*$")
MAX_CHARACTERS = 2_000  # a longer question is cut: no one asks one, and encoders stop far sooner
_SURE = 0.75  # below, the language of a short query is a guess, and both are searched as its own
_SHOWN = 0.15  # a translation less likely than this is searched but not shown
_CENTURY = re.compile(r"[IVX]{2,}(?:e|è|ème|eme|th)")
_OF_NAME = 0.5  # a name is translated when it is sure to be called so: "Allemagne", Germany


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of the query; ``forms`` are what it may be called, with probabilities.

    A ``name`` is a proper name, an acronym or a number: what it names has to be there.
    ``meant`` are the library's names that it may be mistyped for; ``part`` is the numbered part
    that it names ("WP4"), which has many spellings.
    ``paraphrases`` are other words of the query's own language for it, found by translating there
    and back (Bannard & Callison-Burch, 2005); evidence is matched by them, search is not.
    """

    text: str
    start: int
    end: int
    name: bool
    forms: Mapping[Language, Mapping[str, float]]
    paraphrases: Mapping[Language, Mapping[str, float]] = field(default_factory=dict)
    meant: tuple[str, ...] = ()
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A query: ``sure`` says whether its language is known rather than guessed."""

    text: str
    language: Language
    sure: bool
    terms: tuple[Term, ...]

    def __deepcopy__(self, memo: dict[int, object]) -> Query:
        return self  # nothing changes it, so a pipeline need not copy it

    def lexical(self, language: Language) -> dict[str, float]:
        """Every form to look for in passages of this language, with its weight."""
        weights: dict[str, float] = {}
        for term in self.terms:
            for form, weight in term.forms[language].items():
                weights[form] = max(weight, weights.get(form, 0.0))
        return weights

    @property
    def parts(self) -> frozenset[Part]:
        """The numbered parts that it names."""
        return frozenset(term.part for term in self.terms if term.part is not None)

    def expansions(self) -> tuple[Expansion, ...]:
        """What else is searched for each term, for the user to see."""
        shown = []
        for term in self.terms:
            forms = {f: w for name in LANGUAGES for f, w in term.forms[name].items()}
            also = [
                form
                for form, weight in sorted(forms.items(), key=lambda pair: (-pair[1], pair[0]))
                if weight >= _SHOWN and fold(form) != fold(term.text)
            ][:3]
            if also:
                shown.append(Expansion(term.text, tuple(also)))
        return tuple(dict.fromkeys(shown))

    def mistyped_names(self) -> tuple[Expansion, ...]:
        """The words that were taken for mistyped names of the library, and those names."""
        taken = (Expansion(t.text, t.meant) for t in self.terms if t.meant)
        return tuple(dict.fromkeys(taken))


def analyse(
    text: str,
    lexicon: Lexicon,
    names: Collection[str] = (),
    paraphrases: bool = False,
    named: Collection[str] = (),
) -> Query:
    """The query of a user's words. ``names`` are folded proper names the library knows, ``named``
    the words of all its names, which a mistyped word may have been meant for.

    ``paraphrases`` are looked up where evidence will be matched.
    """
    text = one_line(text)
    language, confidence = detect(REMARK.sub("", text) or text)
    sure = confidence >= _SURE
    found = list(words(text))
    sources: tuple[Language, ...] = (language,) if sure else LANGUAGES
    terms = _part_terms(text)
    covered = {
        i
        for i, word in enumerate(found)
        for term in terms
        if term.start <= word.start < term.end and not SORT_OF_PART.match(word.folded)
    }
    phrases = [
        phrase
        for phrase in _phrases(found, lexicon, sources)
        if covered.isdisjoint(range(phrase[0], phrase[1]))
    ]
    covered |= {i for start, end, _, _ in phrases for i in range(start, end)}
    terms += [
        Term(
            text[found[start].start : found[end - 1].end],
            found[start].start,
            found[end - 1].end,
            False,
            forms_of(text[found[start].start : found[end - 1].end], source, translations, sure),
        )
        for start, end, source, translations in phrases
    ]
    shouted = mostly_capitalised(text, found)
    for position, word in enumerate(found):
        surface = text[word.start : word.end]
        # "IT" and "AI" in capitals are no function words.
        acronym = not shouted and is_acronym(surface)
        if position in covered or (not acronym and _passed_over(word, sources)):
            continue
        called_otherwise = any(
            fold(translation.term) != word.folded
            for source in sources
            for translation in lexicon.translate(surface, source)[:1]
        )
        name = (
            word.folded in names
            or named_in_small_letters(found, position, named, lexicon)
            or (
                looks_like_name(surface, position == 0 or shouted)
                # "PME" is a word like any other, where the lexicon can say what it is called; so is
                # "Danish", which English writes like a name, and "XXe" of a century.
                and not (called_otherwise and is_acronym(surface))
                and not (word.folded in origins() and not follows_first_name(found, position))
                and not _CENTURY.fullmatch(surface)
            )
        )
        forms: dict[Language, dict[str, float]] = {"fr": {}, "en": {}}
        near = meant(word.folded, named, partial(is_known_word, lexicon, sources))
        for other in near:
            if name and other not in named:
                continue  # a name is not a mistyped word
            for alias in aliases(other) if name else ():
                forms["fr"][alias] = forms["en"][alias] = MEANT
            for form_language, weights in mistyped_forms(other, sources, lexicon).items():
                forms[form_language] |= weights
        for source in sources:
            translations = lexicon.translate(surface, source)
            if name and word.folded in cities():
                translations = ()  # Liège is no cork; what else a town is called is known
            elif name and not shouted:
                translations = tuple(t for t in translations if t.probability >= _OF_NAME)
            for form_language, weights in forms_of(surface, source, translations, sure).items():
                for form, weight in weights.items():
                    held = forms[form_language]
                    held[form] = max(weight, held.get(form, 0.0))
            # A place is known by its name, wherever it stands and however it is typed.
            known = is_known_word(lexicon, sources, word.folded)
            called = aliases(surface) if name or not known else ()
            if name or called:
                for form_language in LANGUAGES:
                    forms[form_language] |= dict.fromkeys(sorted({surface, *called}), 1.0)
        others = (
            {s: there_and_back(surface, s, lexicon) for s in sources}
            if paraphrases and not name
            else {}
        )
        names_near = tuple(other for other in near if other in named)
        terms.append(Term(surface, word.start, word.end, name, forms, others, names_near))
    return Query(text, language, sure, tuple(sorted(terms, key=lambda term: term.start)))


def one_line(text: str) -> str:
    """The words of a query as they are searched: on one line, cut at `MAX_CHARACTERS`, composed
    (NFC) and without what isn't seen, such as the soft hyphens of a pasted word."""
    composed = unicodedata.normalize("NFC", text[:MAX_CHARACTERS])
    seen = "".join(c for c in composed if unicodedata.category(c) != "Cf")
    return written_out(" ".join(seen.split()))


def _part_terms(text: str) -> list[Term]:
    """The numbered parts that a query names, each by all its spellings."""
    terms = []
    for part, span in numbered(text):
        written = span.of(text)
        forms = {name: {written: 1.0} | spelt for name, spelt in spellings(part).items()}
        terms.append(Term(written, span.start, span.end, True, forms, part=part))
    return terms


def _phrases(
    found: list[Word], lexicon: Lexicon, sources: tuple[Language, ...]
) -> list[tuple[int, int, Language, tuple[Translation, ...]]]:
    taken: set[int] = set()
    phrases = []
    for source in sources:
        for start, end, translations in lexicon.phrases([w.folded for w in found], source):
            if not taken & set(range(start, end)):
                taken |= set(range(start, end))
                phrases.append((start, end, source, translations))
    return phrases


def _passed_over(word: Word, sources: tuple[Language, ...]) -> bool:
    # Of a query in an unsure language a word is passed over when it is empty in either.
    return (len(word.folded) == 1 and not word.folded.isdigit()) or any(
        is_function_word(word.folded, source) for source in sources
    )
