"""Ordinals in both languages: "ninth", "9th", "neuvième", "9e".

They are matched on text in lower case without accents.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.types import Language
from pipelines.register.nouns import without_accents

_ENGLISH: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_FRENCH: Final = (
    "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième"
    " onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième"
    " dix-neuvième vingtième"
).split()
_VALUES: Final = {
    **{word: number for number, word in enumerate(_ENGLISH, start=1)},
    **{without_accents(word): number for number, word in enumerate(_FRENCH, start=1)},
    "premiere": 1,
    "seconde": 2,
}
_WORDS: Final = "|".join(sorted(_VALUES, key=len, reverse=True))
PATTERN: Final = (
    rf"(?<![\w-])(?:(?P<word>{_WORDS})|(?P<digits>\d{{1,2}})(?:st|nde?|rd|th|er|re|ere|es?|i?emes?))"
    r"(?![\w'’-])"
)


def value_of(match: re.Match[str]) -> int:
    """The number of a match of :data:`PATTERN`."""
    return _VALUES[match["word"]] if match["word"] else int(match["digits"])


def written(value: int, language: Language, feminine: bool = False) -> str:
    """An ordinal as a word where there is a short one, else in figures: "ninth", "21st"."""
    words = _FRENCH if language == "fr" else _ENGLISH
    if value > len(words):
        return figure(value, language, feminine)
    word = words[value - 1]
    return "première" if word == "premier" and feminine else word


def figure(value: int, language: Language, feminine: bool = False) -> str:
    """An ordinal in figures: "9th", "1re".

    >>> figure(22, "en"), figure(1, "fr", feminine=True)
    ('22nd', '1re')
    """
    if language == "fr":
        return f"{value}{('re' if feminine else 'er') if value == 1 else 'e'}"
    teens = value % 100 in (11, 12, 13)
    return f"{value}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def like(surface: str, value: int, language: Language, feminine: bool) -> str:
    """Another ordinal written as one of a question is; "second" is of the question's language."""
    low = without_accents(surface.lower())
    if low in _VALUES and low != "second":
        language = "en" if low in _ENGLISH else "fr"
    said = (figure if low[0].isdigit() else written)(value, language, feminine)
    return said[0].upper() + said[1:] if surface[0].isupper() else said
