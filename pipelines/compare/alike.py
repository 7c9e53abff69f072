"""Whether a typed word is a name as it is written, or a slip of the finger away from it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

from ingest.gazetteer import cities, countries, regions, words

_SHORTEST: Final = 5  # letters of a word that may be misspelt
_LONG: Final = 8  # letters of one that may be misspelt twice
_ENDINGS: Final = (("", "s"), ("", "x"), ("", "e"), ("", "es"), ("y", "ies"), ("al", "aux"))
_ALIKE: Final = 0.8  # of difflib's ratio, from here on two long words are one misspelt


def alike(typed: str, name: str) -> float:
    """How well a folded word that was ``typed`` fits a name: 1 as it is, 0 not at all.

    A word or place that there is was not meant as another one: "Angers" is no slip for "Anvers",
    though "textiles" may stand for "textile".

    >>> alike("gdynya", "gdynia") > 0, alike("angers", "anvers") > 0
    (True, False)
    """
    if typed == name:
        return 1.0
    if min(len(typed), len(name)) < _SHORTEST or _digits(typed) != _digits(name):
        return 0.0
    if _is_known(typed):
        return 0.95 if _inflected(typed, name) or _inflected(name, typed) else 0.0
    ratio = SequenceMatcher(None, typed, name, autojunk=False).ratio()
    twice = min(len(typed), len(name)) >= _LONG and ratio >= _ALIKE
    ends = typed[0] == name[0] and typed[-1] == name[-1]
    return 0.95 * ratio if _one_slip(typed, name) or (twice and ends) else 0.0


def _is_known(word: str) -> bool:
    return word in words() or word in cities() or word in countries() or word in regions()


def _inflected(word: str, other: str) -> bool:
    """Whether ``other`` is the plural or feminine of ``word``."""
    return any(
        word.endswith(one) and other == word.removesuffix(one) + more for one, more in _ENDINGS
    )


def _digits(word: str) -> str:
    return re.sub(r"\D", "", word)


def _one_slip(one: str, other: str) -> bool:
    """Whether a letter is added, left out, another, or two have changed places."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) <= 1 or (len(one) == 2 and one == other[::-1])
