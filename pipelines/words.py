"""Words of a text with their offsets, their stems, and the function words that carry no topic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from encoder.lexicon import fold
from ingest.types import Language
from pipelines.stores.bm25 import stems

_WORD = re.compile(r"[^\W_]+")

# Folded. Articles, pronouns, prepositions, auxiliaries and the words that only shape a question.
FUNCTION_WORDS: dict[Language, frozenset[str]] = {
    "en": frozenset(
        """a about above after again against all also am an and any are as at be because been
        before being below between both but by can could did do does doing done down during each
        either every few for from further had has have having he her here hers him his how i if in
        into is it its itself just let like many may me might more most much must my near no nor
        not of off on once one only or other our out over own per please same shall she should
        since so some such take taken takes tell than that the their them then there these they
        this those through to too took under until up upon us very was we were what when where
        which while who whom whose why will with within without would you your list name give show
        find get got""".split()
    ),
    "fr": frozenset(
        """a ai aie ainsi alors apres as au aucun aucune aura auront aussi autre autres aux avait
        avant avec avez avoir avons ayant bien c ca car ce ceci cela celle celles celui ces cet
        cette ceux chaque chez combien comme comment d dans de depuis des dessous dessus deux donc
        dont du elle elles en encore entre es est et etaient etait etant ete etes etre eu eux fait
        faire fois font hors ici il ils j je jusqu jusque l la le les leur leurs lors lorsque lui
        m ma mais me meme memes mes moi moins mon n ne ni non nos notre nous on ont ou par parmi
        pas pendant peu peut peuvent plus pour pourquoi pres qu quand que quel quelle quelles quels
        qui quoi s sa sans se sera seront ses si sien soit son sont sous sur t ta te tel telle tels
        tes toi ton tous tout toute toutes tres tu un une vers vos votre vous y etes lieu eu a t
        lister liste donne donner montre montrer trouver cite citer""".split()
    ),
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its folded form and where it stands."""

    folded: str
    start: int
    end: int


def words(text: str, offset: int = 0) -> Iterator[Word]:
    """The words of ``text`` in order, with offsets counted from ``offset``."""
    for match in _WORD.finditer(text):
        yield Word(fold(match.group()), match.start() + offset, match.end() + offset)


@lru_cache(maxsize=100_000)
def stem(folded: str, language: Language) -> int | None:
    """The id of a word's stem, the one lexical search uses; None for a word it passes over."""
    found = stems(folded, language)
    return found[0] if found else None


@lru_cache(maxsize=20_000)
def stems_of(phrase: str, language: Language) -> frozenset[int]:
    """The ids of the stems of a word or phrase."""
    return frozenset(stems(phrase, language))


def is_function_word(folded: str, language: Language) -> bool:
    """Whether a word only holds a sentence together in this language."""
    return folded in FUNCTION_WORDS[language]
