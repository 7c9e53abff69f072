"""BM25 sparse vectors, one vocabulary a language, made by Qdrant Edge's own encoder for all stores.

Term ids are hashes of stems, so vectors of any store and any run agree and nothing is downloaded.
Both sides lose their accents: "metallurgie" finds "métallurgie". The engine folds accents *before*
it stems, which French endings do not survive ("financée" and "financé" part ways), so those
endings are levelled first. The engine splits elisions ("l'innovation") at either apostrophe.
BM25: Robertson & Zaragoza, 2009; inverse document frequency is the engine's (`Modifier.IDF`).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

from ingest.types import Language
from pipelines import light  # noqa: F401  (before anything of Haystack)

# isort: split
from haystack.dataclasses import SparseEmbedding

if TYPE_CHECKING:
    from qdrant_edge import Bm25

NAMES: Final[dict[Language, str]] = {"fr": "bm25_fr", "en": "bm25_en"}

# Terms, without stop words, of a passage of 180 word pieces with its title and headings.
AVERAGE_TERMS: Final = 80.0

_ENGINE_LANGUAGE: Final[dict[Language, str]] = {"fr": "french", "en": "english"}

# Accented French stop words that folding takes out of the engine's own list.
_FOLDED_STOP_WORDS: Final = {"a", "meme", "memes", "etes", "etait", "etaient", "etant"}

# Folded endings, each with what the stemmer treats like its masculine or singular. "entrée" is
# left alone, or it would become the stop word "entre".
_ENDINGS: Final = (
    (re.compile(r"(?<=\w\w)(?<!\bentr)e{2,}(s?)\b"), r"e\1"),  # financée(s) → finance(s)
    (re.compile(r"(?<=\w)iere(s?)\b"), r"ier\1"),  # première(s) → premier(s)
    (re.compile(r"(?<=\w\w)ers\b"), "er"),  # clusters → cluster
)


def passage_vector(text: str, language: Language) -> SparseEmbedding:
    """The BM25 vector of a passage: a stem's id and its saturated frequency; no weight is zero."""
    vector = _engine(language).embed_document(_level(text, language))
    return SparseEmbedding(list(vector.indices), list(vector.values))


def query_vector(terms: Mapping[str, float], language: Language) -> SparseEmbedding:
    """The vector of weighted query terms, each a word or a phrase; empty when none has a stem.

    Every stem of a term carries the term's weight, as in probabilistic structured queries (Darwish
    & Oard, 2003). A stem that several terms share takes the *largest* of their weights, so that
    spelling variants of one translation are not counted twice; sum beforehand where that is meant.
    Terms of weight 0 are left out. Raises ``ValueError`` on a negative or not finite weight.
    """
    weights: dict[int, float] = {}
    for term, weight in terms.items():
        if not math.isfinite(weight) or weight < 0:
            raise ValueError(f"the weight of {term!r} is {weight}; give a finite number from 0 up")
        for stem in stems(term, language) if weight else ():
            weights[stem] = max(weight, weights.get(stem, 0.0))
    return SparseEmbedding(list(weights), list(weights.values()))


def stems(text: str, language: Language) -> list[int]:
    """The ids of the stems of ``text``, each once, in ascending order; stop words have none."""
    return list(_engine(language).embed_query(_level(text, language)).indices)


@cache
def _engine(language: Language) -> Bm25:
    from qdrant_edge import Bm25, Bm25Config, StopwordsSet
    from qdrant_edge import Language as EdgeLanguage

    if language not in _ENGINE_LANGUAGE:
        raise ValueError(f"no BM25 for language {language!r}; known: {', '.join(NAMES)}")
    french = StopwordsSet({EdgeLanguage.French}, _FOLDED_STOP_WORDS)
    return Bm25(
        Bm25Config(
            language=_ENGINE_LANGUAGE[language],
            ascii_folding=True,
            avg_len=AVERAGE_TERMS,
            stopwords=french if language == "fr" else None,
        )
    )


def _level(text: str, language: Language) -> str:
    """The text as the engine should see it: composed, and for French folded with level endings."""
    if language != "fr":
        return unicodedata.normalize("NFC", text)
    letters = unicodedata.normalize("NFKD", text.lower())
    folded = "".join(letter for letter in letters if not unicodedata.combining(letter))
    for ending, replacement in _ENDINGS:
        folded = ending.sub(replacement, folded)
    return folded
