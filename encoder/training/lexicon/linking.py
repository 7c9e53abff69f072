"""Which word of a text translates which of its translation, counted over all aligned pairs."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from encoder.lexicon import Language
from encoder.training.data import Pair
from encoder.training.lexicon.agreement import Cells, agree
from encoder.training.lexicon.folding import unit
from encoder.training.lexicon.stopwords import ENGLISH, FRENCH

LEAST_POSTERIOR = 0.2
# A word that the other language's texts have so many times oftener isn't of its own text's
# language ("Council" in French).
_FOREIGN = 10
_CHUNK = 20_000  # pairs
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_INVERSION = re.compile(
    r"-(?:t-)?(?:je|tu|ils?|elles?|on|nous|vous|ce|ci|là|moi|toi|les?|la|lui|leur|y|en)$"
)


@dataclass(frozen=True, slots=True)
class Side:
    """The content words of one language: their units, and how many texts hold each.

    `units` gives the number of each word's unit; `everyday` and `law` count texts.
    """

    words: list[str]
    units: np.ndarray
    everyday: np.ndarray
    law: np.ndarray


@dataclass(frozen=True, slots=True)
class Links:
    """How often each French word (a number in `french.words`) was linked to each English one.

    Parallel arrays: `everyday` and `law` are sums of posterior probabilities.
    """

    french: Side
    english: Side
    source: np.ndarray
    target: np.ndarray
    everyday: np.ndarray
    law: np.ndarray


@dataclass(frozen=True, slots=True)
class _Places:
    """Every place where a content word stands: its word, and where each text's places begin."""

    words: np.ndarray
    starts: np.ndarray

    def of_texts(self, values: np.ndarray) -> np.ndarray:
        """Return for each place its text's value."""
        return np.repeat(values, np.diff(self.starts))


def tokens(text: str, language: Language) -> list[str]:
    """Return the words of a text in order, lower case, elisions and inversions cut off."""
    found = _WORD.findall(text.lower())
    if language == "fr":
        return [_INVERSION.sub("", word) for word in found]
    return found


def is_content(word: str, language: Language) -> bool:
    """Return whether a word can be a lexicon entry: no function word, no lone letter."""
    return len(word) > 1 and word not in (FRENCH if language == "fr" else ENGLISH)


def link(pairs: Sequence[Pair]) -> Links:
    """Return the links between the words of aligned pairs.

    The forms of a word share its unit's translation probabilities, so that a rare one is linked as
    surely as a frequent one.
    """
    french_texts = [_content(pair.french, "fr") for pair in pairs]
    english_texts = [_content(pair.english, "en") for pair in pairs]
    in_french = Counter(chain.from_iterable(french_texts))
    in_english = Counter(chain.from_iterable(english_texts))
    is_law = np.array([pair.is_law for pair in pairs])
    french, places = _side(_native(french_texts, in_french, in_english), "fr", is_law)
    english, other_places = _side(_native(english_texts, in_english, in_french), "en", is_law)
    of_french, of_english = _meetings(places.starts, other_places.starts)
    weights = places.of_texts(np.array([pair.weight for pair in pairs]))[of_french]
    posteriors = agree(
        french.units[places.words],
        english.units[other_places.words],
        Cells(of_french, of_english, weights),
    )
    kept = np.flatnonzero(posteriors >= LEAST_POSTERIOR)
    of_french, of_english, mass = of_french[kept], of_english[kept], posteriors[kept]
    law = places.of_texts(is_law)[of_french]
    width = len(english.words)
    keys, couples = np.unique(
        places.words[of_french].astype(np.int64) * width + other_places.words[of_english],
        return_inverse=True,
    )
    return Links(
        french,
        english,
        keys // width,
        keys % width,
        np.bincount(couples, mass * ~law, len(keys)),
        np.bincount(couples, mass * law, len(keys)),
    )


def _content(text: str, language: Language) -> list[str]:
    return sorted({word for word in tokens(text, language) if is_content(word, language)})


def _native(
    texts: Iterable[Sequence[str]], own: Counter[str], other: Counter[str]
) -> list[list[str]]:
    """Return texts without the other language's words."""
    return [[word for word in text if other[word] < _FOREIGN * own[word]] for text in texts]


def _side(
    texts: Sequence[Sequence[str]], language: Language, is_law: np.ndarray
) -> tuple[Side, _Places]:
    """Return a language's words and where they stand."""
    numbers: dict[str, int] = {}
    words = np.array([numbers.setdefault(w, len(numbers)) for text in texts for w in text])
    unit_numbers: dict[str, int] = {}
    units = [unit_numbers.setdefault(unit(w, language), len(unit_numbers)) for w in numbers]
    places = _Places(words, np.concatenate([[0], np.cumsum([len(text) for text in texts])]))
    law = places.of_texts(is_law)
    everyday_texts = np.bincount(words, ~law, len(numbers))
    law_texts = np.bincount(words, law, len(numbers))
    return Side(list(numbers), np.array(units), everyday_texts, law_texts), places


def _meetings(french: np.ndarray, english: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return every two places, one French and one English, of the same pair.

    Args:
        french: where each text's places begin, and the last one's end.
        english: likewise.
    """
    of_french, of_english = np.diff(french), np.diff(english)
    each = of_french * of_english
    found = []
    for start in range(0, len(each), _CHUNK):
        pairs = np.repeat(np.arange(start, min(start + _CHUNK, len(each))), each[start:][:_CHUNK])
        before = np.cumsum(each[start:][:_CHUNK]) - each[start:][:_CHUNK]
        within = np.arange(len(pairs)) - before[pairs - start]
        found.append(
            (
                (french[pairs] + within // of_english[pairs]).astype(np.int32),
                (english[pairs] + within % of_english[pairs]).astype(np.int32),
            )
        )
    return np.concatenate([f for f, _ in found]), np.concatenate([e for _, e in found])
