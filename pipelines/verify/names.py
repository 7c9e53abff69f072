"""Names of a statement looked for in what it quotes: every word of a name has to stand there.

A name may be called otherwise in the other language ("Allemagne", Germany; "PME", SME), and a word
that only says what kind of body it is ("Pôle", "Cluster") may be left out or translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from encoder.lexicon import Lexicon, fold
from ingest.describe.dates.calendar import MONTHS, WEEKDAYS
from ingest.gazetteer import aliases, ambiguous, cities, countries, demonyms, is_word, nationals
from ingest.types import LANGUAGES, Language, Span
from pipelines.terms.words import Word, is_function_word, words

_LINK: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"»)\]]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_STARTS: Final = re.compile(r"(?:^|[.!?:;…«»“”\"(\[•–—]|\s-)\s*$|\n\s*$")
_KIND_WORDS: Final = frozenset(
    """pole poles cluster clusters grappe association agency agence region network reseau institute
    institut university universite company societe group groupe federation council conseil chamber
    chambre ministry ministere department departement centre center consortium project projet
    programme program union commission office observatoire observatory technopole school ecole
    mr mrs ms mme dr pr prof m""".split()
)
TITLES: Final = frozenset("mr mrs ms mme dr pr prof m".split())
_TRANSLATED: Final = 0.08  # a translation at least this likely stands for a word of a name
_LONGEST_COUNTRY: Final = 4  # words
_ARTICLES: Final = frozenset(("la", "le", "les", "the"))
_SHARED: Final = 0.6  # of the longer of two folded words that are forms of one name


def links(text: str) -> tuple[str, ...]:
    """Web and mail addresses, which can only be quoted as they are."""
    return tuple(match.group().rstrip(".,;:") for match in _LINK.finditer(text))


def names(text: str, lexicon: Lexicon, language: Language, skip: tuple[Span, ...]) -> list[Word]:
    """The words of ``text`` that are part of a name: capitals that no sentence start explains,
    acronyms, letters mixed with digits. Words inside the ``skip`` spans are dates or numbers.
    """
    found = list(_joined(text))
    chosen = []
    for index, word in enumerate(found):
        surface = text[word.start : word.end]
        if any(s.start <= word.start < s.end for s in skip) or not _capital(surface):
            continue
        if word.folded in MONTHS or word.folded in WEEKDAYS or len(word.folded) == 1:
            continue
        if any(is_function_word(word.folded, spoken) for spoken in LANGUAGES):
            continue
        before = found[index - 1] if index else None
        following = found[index + 1] if index + 1 < len(found) else None
        with_more = _beside(text, word, following) or (
            before is not None
            and _capital(text[before.start : before.end])
            and _beside(text, before, word)
        )
        if word.folded in _KIND_WORDS and (with_more or word.folded in TITLES):
            continue
        mixed = any(c.isupper() for c in surface[1:]) or any(c.isdigit() for c in surface)
        if not mixed and _STARTS.search(text[max(0, word.start - 4) : word.start]):
            beside = _beside(text, word, following)
            town = word.folded in cities() and word.folded not in ambiguous()
            known = is_word(surface) or lexicon.translate(surface.lower(), language)
            if known and not beside and not town:
                continue  # "Twelve", "Exchanges": a sentence begins
        chosen.append(word)
    return chosen


def _joined(text: str) -> Iterator[Word]:
    """The words of a text; a country whose name is several is one: "Pays-Bas", "United Kingdom"."""
    found = list(words(text))
    at = 0
    while at < len(found):
        one = found[at]
        for count in range(_LONGEST_COUNTRY, 1, -1):
            several = found[at : at + count]
            folded = " ".join(word.folded for word in several)
            # "La réunion" is a meeting; "République tchèque" goes on in small letters.
            named = several[1] if one.folded in _ARTICLES and several[1:] else one
            if (
                len(several) == count
                and folded in countries()
                and text[named.start : named.end][0].isupper()
            ):
                one = Word(folded, one.start, several[-1].end)
                at += count - 1
                break
        yield one
        at += 1


class NameFinder:
    """The names that a text holds, in whatever form; made once for each quote."""

    def __init__(self, text: str, lexicon: Lexicon, language: Language) -> None:
        self.folded = frozenset(word.folded for word in words(text))
        self._plain = f" {' '.join(word.folded for word in words(text))} "
        self._joined = self._plain.replace(" ", "")
        self._lexicon = lexicon
        self._lands = frozenset(_lands(self.folded, self._plain))

    def holds(self, surface: str, language: Language) -> bool:
        """Whether a word of a name stands in the text, in its form or the other language's."""
        folded = _spaced(surface)
        if folded in self.folded or f" {folded} " in self._plain:
            return True
        if any(f" {_spaced(alias)} " in self._plain for alias in aliases(surface)):
            return True
        if self._inflected(folded):
            return True
        if not surface.isascii() or len(folded) >= 3:
            for translation in self._lexicon.translate(surface.lower(), language):
                if translation.probability < _TRANSLATED:
                    continue
                if all(part.folded in self.folded for part in words(translation.term)):
                    return True
        land = nationals().get(folded) or countries().get(folded)
        return land is not None and land in self._lands

    def holds_together(self, one: str, other: str) -> bool:
        """Whether two words stand beside each other, or one of them not at all."""
        first, second = fold(one), fold(other)
        if first not in self.folded or second not in self.folded:
            return True
        return f" {first} {second} " in self._plain or f" {second} {first} " in self._plain

    def _inflected(self, folded: str) -> bool:
        """ "Italian" of Italy, "Lyons", a plural acronym: the same beginning, a short ending."""
        if folded.removesuffix("s") in self.folded or f"{folded}s" in self.folded:
            return True
        if len(folded) < 5:
            return False
        adjective = folded in demonyms()
        return any(
            other[:4] == folded[:4]
            and (adjective or other in demonyms())
            and _shared(folded, other) >= _SHARED * max(len(folded), len(other))
            for other in self.folded
        )


def located(surface: str, finder: NameFinder) -> bool:
    """Whether a country is that of a city in the text: "Lille" holds "(France)" in a list's row."""
    code = countries().get(_spaced(surface))
    return code is not None and any(
        code == lands[0] for name in finder.folded if (lands := cities().get(name))
    )


def _lands(folded: frozenset[str], plain: str) -> Iterator[str]:
    """The codes of countries that are named, or whose adjective is used."""
    for word in folded:
        for table in (countries(), nationals()):
            if word in table:
                yield table[word]
    for name, code in _long_countries():
        if f" {name} " in plain:
            yield code


@lru_cache(maxsize=1)
def _long_countries() -> tuple[tuple[str, str], ...]:
    return tuple((name, code) for name, code in countries().items() if " " in name)


def _capital(surface: str) -> bool:
    return surface[0].isupper() or (
        any(c.isupper() for c in surface)
        or (any(c.isdigit() for c in surface) and any(c.isalpha() for c in surface))
    )


def _beside(text: str, word: Word, following: Word | None) -> bool:
    """Whether the next word is a name too, right beside this one."""
    if following is None:
        return False
    surface = text[following.start : following.end]
    return text[word.end : following.start] in (" ", "-", "\u00a0") and surface[0].isupper()


def _shared(one: str, other: str) -> int:
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def _spaced(name: str) -> str:
    return " ".join(word.folded for word in words(name))
