"""Multi-word terms from the aligned pairs: n-grams that nearly always come together.

After Smadja, McKeown & Hatzivassiloglou 1996, "Translating collocations for bilingual lexicons":
candidates are frequent n-grams that begin and end with a content word, and the Dice coefficient
says which of the other language they go with. Kept are pairs where each is the other's best, and
that stand in texts other than laws too: most of what law text repeats is no term.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from encoder.lexicon import Language
from encoder.training.cooccurrence import Incidence, dice, strongest
from encoder.training.data import Pair
from encoder.training.linking import is_content, tokens

LONGEST = {"fr": 5, "en": 4}
FEWEST = 5
FEWEST_EVERYDAY = 3
LEAST_DICE = 0.5
_INNER = {
    "fr": frozenset(
        ["de", "d", "du", "des", "à", "au", "aux", "en", "la", "le", "l", "les", "par"]
    ),
    "en": frozenset(["of", "for", "to", "the", "in", "on", "by", "and"]),
}


def mine(pairs: Sequence[Pair]) -> list[tuple[str, str, float, int]]:
    """Return (French term, English term, Dice, pairs with the French one), of two words or more.

    At least one side has two words or more; a single word pair is `linking`'s matter.
    """
    texts = [(_units(pair.french, "fr"), _units(pair.english, "en")) for pair in pairs]
    french_ids, french_counts = _frequent(french for french, _ in texts)
    english_ids, _ = _frequent(english for _, english in texts)
    french, english = Incidence(), Incidence()
    for in_french, in_english in texts:
        french.add(french_ids[unit] for unit in in_french if unit in french_ids)
        english.add(english_ids[unit] for unit in in_english if unit in english_ids)
    in_french, in_english = french.matrix(len(french_ids)), english.matrix(len(english_ids))
    table = dice(in_french, in_english, [1.0] * len(pairs))
    everyday = [row for row, pair in enumerate(pairs) if not pair.is_law]
    together = (in_french[everyday].T @ in_english[everyday]).tocsr()
    back = table.T.tocsr()
    names_french, names_english = list(french_ids), list(english_ids)
    found = []
    for row, term in enumerate(names_french):
        columns, values = strongest(table, row, 1)
        if (
            not len(columns)
            or values[0] < LEAST_DICE
            or strongest(back, columns[0], 1)[0][0] != row
        ):
            continue
        partner = names_english[columns[0]]
        if " " not in term and " " not in partner:
            continue
        if together[row, columns[0]] >= FEWEST_EVERYDAY:
            found.append((term, partner, float(values[0]), french_counts[term]))
    return found


def _units(text: str, language: Language) -> set[str]:
    """Return the content words and the candidate n-grams of a text.

    Tokens have lost their punctuation, so an n-gram may bridge a comma; such ones are too rare to
    pass FEWEST and LEAST_DICE.
    """
    words = tokens(text, language)
    content = [is_content(word, language) for word in words]
    inner = _INNER[language]
    units = set()
    for start, word in enumerate(words):
        if not content[start]:
            continue
        units.add(word)
        for end in range(start + 1, min(start + LONGEST[language], len(words))):
            if content[end]:
                units.add(" ".join(words[start : end + 1]))
            elif words[end] not in inner:
                break
    return units


def _frequent(texts: Iterable[set[str]]) -> tuple[dict[str, int], Counter[str]]:
    """Return a number for every unit of at least FEWEST texts, and every unit's texts."""
    counts = Counter(unit for text in texts for unit in text)
    kept = sorted(unit for unit, count in counts.items() if count >= FEWEST)
    return {unit: number for number, unit in enumerate(kept)}, counts
