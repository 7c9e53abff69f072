"""Forms of one word taken as one: for counting, and in a list of translations.

Endings are cut as light stemmers do: Harman (1991), "How effective is suffixing?", and Savoy
(2006), "Light stemming approaches for the French, Portuguese, German and Hungarian languages".
Labels aren't for reading ("premi" is premier and première), and that two words share one now and
then ("porte", "porter") does no harm: each form keeps the translations it was seen with.
"""

import re
from collections.abc import Mapping

from encoder.lexicon import Language

_SHORTEST = 4
# What an ending is replaced by; the longest counts.
_FRENCH = {
    **dict.fromkeys(["trice", "trices"], "teu"),
    **dict.fromkeys(["eur", "eurs", "euse", "euses", "eux"], "eu"),
    **dict.fromkeys(["ale", "ales", "aux"], "al"),
    **dict.fromkeys(["elle", "elles"], "el"),
    **dict.fromkeys(["enne", "ennes"], "en"),
    **dict.fromkeys(["ente", "entes"], "ent"),
    **dict.fromkeys(["ive", "ives"], "if"),
    **dict.fromkeys(
        """e s x es a ai ait aient ais aise aises ois oise oises ant ants ante antes é ée és ées
        er ers ère ères ez era eront erait eraient èrent""".split(),
        "",
    ),
}
_LONGEST_FIRST = sorted(_FRENCH, key=len, reverse=True)
_DOUBLE = re.compile(r"([bdgmnprt])\1$")


def unit(word: str, language: Language) -> str:
    """Return the label that the forms of a word share: number, gender, most of conjugation."""
    return _french(word) if language == "fr" else _english(word)


def _french(word: str) -> str:
    if word.endswith("eaux"):
        return word[:-1]
    for ending in _LONGEST_FIRST:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            stem = word.removesuffix(ending) + _FRENCH[ending]
            return stem.removesuffix("e") if len(stem) > _SHORTEST else stem
    return word


def _english(word: str) -> str:
    if len(word) <= _SHORTEST:
        return word
    if word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    if word.endswith("s") and word[-2] not in "sui":
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = _DOUBLE.sub(r"\1", word.removesuffix(ending))
            break
    return word.removesuffix("e") if len(word) > _SHORTEST else word


def merged(translations: Mapping[str, float], language: Language) -> dict[str, float]:
    """Return one head's translations, best first; a word's forms count as its likeliest form.

    Of forms as likely the shortest, which is more often the dictionary's.
    """
    likeliest: dict[str, str] = {}
    found: dict[str, float] = {}
    for term, weight in sorted(translations.items(), key=_best_first):
        label = " ".join(unit(word, language) for word in term.split(" "))
        same = likeliest.setdefault(label, term)
        found[same] = found.get(same, 0.0) + weight
    return dict(sorted(found.items(), key=_best_first))


def _best_first(weighed: tuple[str, float]) -> tuple[float, int, str]:
    term, weight = weighed
    return -weight, len(term), term
