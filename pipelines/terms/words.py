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
        """a about above after again against all already also am an and any are as at be because
        been before being below between both but by came can come comes could did do does doing
        done down during each either end ever every exactly far few finally find for from further
        gave get give go goes gone got had happen happened happens has have having he her here hers
        him his how i if in into is it its itself just kind let like list long made main make makes
        many may me might more most much must my name near need needs never no nor not of off often
        on once one only or other our out over own per please really said same say says shall she
        should show since so some sort still such take taken takes tell than that the their them
        then there these they this those through to told too took under until up upon us use used
        uses very want wants was way we went were what when where which while who whom whose why
        will with within without would yet you your according actually""".split()
    ),
    "fr": frozenset(
        """a ai aie ainsi alors apres as au aucun aucune aura auront aussi autre autres aux avait
        avant avec avez avoir avons ayant bien bout c ca car ce ceci cela celle celles celui ces cet
        cette ceux chaque chez cite citer combien comme comment d dans de deja depuis des dessous
        dessus deux devait devoir dire dit doit doivent donc donne donner dont du elle elles en
        encore entre environ es est et etaient etait etant ete etes etre eu eux exactement existe
        fait faire falloir faudrait faut finalement fois font hors ici il ils j jamais je jusqu
        jusque l la le les leur leurs lieu lister liste lors lorsque lui m ma mais me meme memes
        mes mettre mis moi moins mon montre montrer n ne ni non nos notre nous on ont ou par parmi
        pas passe passer pendant peu peut peuvent peux plus pour pourquoi pouvait prendre pres
        principal principale pris pu qu quand que quel quelle quelles quels qui quoi reellement s
        sa sans se selon sera seront ses si sien soit son sont sous souvent sur t ta te tel telle
        tels tes toi ton toujours tous tout toute toutes tres trouver tu un une va vers viennent
        vient vont vos votre vous vraiment y""".split()
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
        yield Word(folded(match.group()), match.start() + offset, match.end() + offset)


def folded_words(text: str) -> frozenset[str]:
    """The words of ``text``, folded, each once."""
    return frozenset(map(folded, _WORD.findall(text)))


@lru_cache(maxsize=200_000)
def folded(word: str) -> str:
    """A word in lower case without its accents."""
    return fold(word)


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
