"""Which word translates which: competitive linking over the co-occurrence table.

The Dice table alone also ranks collocates high ("réunion" with "minutes"). In each pair a French
and an English word are linked only if each is the other's best partner there (after Melamed 2000,
"Models of translational equivalence among words"); the links, counted, give the probabilities.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scipy import sparse

from encoder.lexicon import Language
from encoder.training.cooccurrence import Incidence, dice, strongest
from encoder.training.data import Pair
from encoder.training.stopwords import ENGLISH, FRENCH

CANDIDATES = 30
FEWEST = 3
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_INVERSION = re.compile(
    r"-(?:t-)?(?:je|tu|ils?|elles?|on|nous|vous|ce|ci|là|moi|toi|les?|la|lui|leur|y|en)$"
)

Counts = dict[str, Counter[str]]


@dataclass(frozen=True, slots=True)
class Links:
    """How often each word was linked to each of the other language, weighted, both ways.

    `everyday` has the (French, English) links that were made outside law text too.
    """

    french: Counts
    english: Counts
    everyday: set[tuple[str, str]]


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
    """Return the competitive links over aligned pairs."""
    texts = [(_content(pair.french, "fr"), _content(pair.english, "en")) for pair in pairs]
    french_ids = _frequent(french for french, _ in texts)
    english_ids = _frequent(english for _, english in texts)
    french, english = Incidence(), Incidence()
    for in_french, in_english in texts:
        french.add(french_ids[word] for word in in_french if word in french_ids)
        english.add(english_ids[word] for word in in_english if word in english_ids)
    table = dice(
        french.matrix(len(french_ids)),
        english.matrix(len(english_ids)),
        [pair.weight for pair in pairs],
    )
    of_french = _partners(table, list(french_ids), list(english_ids))
    of_english = _partners(table.T.tocsr(), list(english_ids), list(french_ids))
    links = Links(defaultdict(Counter), defaultdict(Counter), set())
    for pair, (in_french, in_english) in zip(pairs, texts, strict=True):
        for word in in_french:
            partner = _best(of_french.get(word), in_english)
            if partner and _best(of_english.get(partner), in_french) == word:
                links.french[word][partner] += pair.weight  # type: ignore[assignment]
                links.english[partner][word] += pair.weight  # type: ignore[assignment]
                if not pair.is_law:
                    links.everyday.add((word, partner))
    return links


def _content(text: str, language: Language) -> set[str]:
    return {word for word in tokens(text, language) if is_content(word, language)}


def _frequent(texts: Iterable[set[str]]) -> dict[str, int]:
    """Return a number for every word of at least FEWEST texts, in alphabetical order."""
    counts = Counter(word for text in texts for word in text)
    kept = sorted(word for word, count in counts.items() if count >= FEWEST)
    return {word: number for number, word in enumerate(kept)}


def _partners(
    table: sparse.csr_matrix, rows: list[str], columns: list[str]
) -> dict[str, list[str]]:
    """Return each word's CANDIDATES strongest partners, strongest first."""
    return {
        word: [columns[column] for column in strongest(table, row, CANDIDATES)[0]]
        for row, word in enumerate(rows)
    }


def _best(partners: list[str] | None, present: set[str]) -> str | None:
    """Return the strongest partner that stands in the text."""
    return next((partner for partner in partners or () if partner in present), None)
